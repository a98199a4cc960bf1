// Command explorer serves a dataset as pages on the loopback address.
//
//	go run ./examples/explorer
//	go run ./examples/explorer -addr 127.0.0.1:9000 data/article.json
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"time"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/explorer"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("explorer: ")
	addr := flag.String("addr", "127.0.0.1:8080", "the `address` to listen on")
	host := flag.String("host", "", "further `hosts` to answer for, separated by commas")
	flag.Parse()
	d, err := load(flag.Args())
	if err != nil {
		log.Fatal(err)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := serve(ctx, *addr, newServer(d, strings.Split(*host, ","))); err != nil {
		log.Fatal(err)
	}
}

// load returns the data of the files, or the chronicle if there are none.
func load(files []string) (*entente.Dataset, error) {
	if len(files) == 0 {
		return entente.Chronicle(), nil
	}
	var all []*entente.Dataset
	for _, name := range files {
		d, err := entente.Load(os.DirFS(filepath.Dir(name)), filepath.Base(name))
		if err != nil {
			return nil, err
		}
		all = append(all, d)
	}
	return entente.Merge(all...)
}

// newServer returns a server that bounds how long a reader may take, and that
// answers for hosts it knows.
func newServer(d *entente.Dataset, hosts []string) *http.Server {
	return &http.Server{
		Handler:           onlyFor(hosts, explorer.Handler(d)),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		WriteTimeout:      30 * time.Second,
		IdleTimeout:       time.Minute,
		MaxHeaderBytes:    16 << 10,
	}
}

// onlyFor refuses requests for other hosts than those of the list and the
// machine itself. Otherwise a page elsewhere could have its own name point to
// this server, and read what it serves.
func onlyFor(hosts []string, next http.Handler) http.Handler {
	known := map[string]bool{"localhost": true}
	for _, h := range hosts {
		if h = strings.TrimSpace(h); h != "" {
			known[strings.ToLower(h)] = true
		}
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := r.Host
		if h, _, err := net.SplitHostPort(name); err == nil {
			name = h
		}
		name = strings.ToLower(strings.Trim(name, "[]"))
		if ip := net.ParseIP(name); !known[name] && !ip.IsLoopback() {
			http.Error(w, "this server does not answer for that host", http.StatusMisdirectedRequest)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// serve serves until ctx is done, and then lets requests finish.
func serve(ctx context.Context, addr string, s *http.Server) error {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	fmt.Printf("http://%s/\n", l.Addr())
	done := make(chan error, 1)
	go func() {
		<-ctx.Done()
		wait, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		done <- s.Shutdown(wait)
	}()
	if err := s.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-done
}
