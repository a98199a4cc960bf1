// Command site is the server of a newspaper: a page with a briefing and pictures,
// in three languages, and the records behind it under /facts. It reads its data
// anew while it serves. docs/site.md explains it.
//
//	go run ./examples/site
//	go run ./examples/site -data mydata
package main

import (
	"context"
	"flag"
	"log"
	"net/http"
	"os"
	"sync/atomic"
	"time"

	"github.com/entente-go/entente"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("site: ")
	addr := flag.String("addr", "127.0.0.1:8080", "the `address` to listen on")
	dir := flag.String("data", "", "the `directory` of the data, instead of the chronicle")
	flag.Parse()
	load := func() (*entente.Dataset, error) {
		if *dir == "" {
			return entente.Chronicle(), nil
		}
		return entente.Load(os.DirFS(*dir))
	}
	var s site
	if err := s.read(load); err != nil {
		log.Fatal(err)
	}
	go s.keep(context.Background(), 10*time.Minute, load)
	server := &http.Server{
		Addr:              *addr,
		Handler:           &s,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		WriteTimeout:      30 * time.Second,
		IdleTimeout:       time.Minute,
	}
	log.Printf("http://%s/", *addr)
	log.Fatal(server.ListenAndServe())
}

// A site answers from its latest edition.
type site struct {
	now atomic.Pointer[edition]
}

// An edition has the pages of one state of the data.
type edition struct {
	data  *entente.Dataset
	pages http.Handler
}

func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.now.Load().pages.ServeHTTP(w, r) }

// read makes an edition of the data, unless it is that of the latest one. On error,
// the latest edition stays.
func (s *site) read(load func() (*entente.Dataset, error)) error {
	data, err := load()
	if err != nil {
		return err
	}
	if last := s.now.Load(); last != nil && last.data.Equal(data) {
		return nil
	}
	pages, err := newPages(data)
	if err != nil {
		return err
	}
	s.now.Store(&edition{data, pages})
	return nil
}

// keep reads the data anew until ctx is done.
func (s *site) keep(ctx context.Context, every time.Duration, load func() (*entente.Dataset, error)) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			if err := s.read(load); err != nil {
				log.Print(err)
			}
		}
	}
}
