package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"time"

	"github.com/entente-go/entente/explorer"
)

func serveCommand() command {
	return command{
		name: "serve", args: "[-addr 127.0.0.1:8080] DATA…",
		short:  "show the data in a browser",
		serves: true,
		long: `Serve shows the data in a browser, on this machine alone: pages to search it, to
read records and sources, and to see briefings and charts. Ctrl-C ends it.

	entente serve chronicle
	entente serve -addr 127.0.0.1:9000 mydata chronicle

With an address that is not of this machine alone, others can see the data. To
serve the public, put a web server in front of it.`,
		flags: func(flags *flag.FlagSet) action {
			addr := flags.String("addr", "127.0.0.1:8080", "the `address` to listen on; port 0 means any")
			return func(t *task, args []string) error { return t.serve(*addr, args) }
		},
	}
}

func (t *task) serve(addr string, args []string) error {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return usagef("-addr cannot be %s; write a host and a port, such as 127.0.0.1:8080", quote(addr))
	}
	d, err := t.load(args)
	if err != nil {
		return err
	}
	listener, err := new(net.ListenConfig).Listen(t.ctx, "tcp", addr)
	if err != nil {
		return fmt.Errorf("cannot listen at %s: %v; choose another with -addr, such as 127.0.0.1:0", quote(addr), reason(err))
	}
	handler := explorer.Handler(d)
	if bound, ok := listener.Addr().(*net.TCPAddr); ok && bound.IP.IsLoopback() {
		handler = onlyFor(host, handler)
	} else {
		t.console.note("others can reach this address")
	}
	server := &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		WriteTimeout:      time.Minute,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
		ErrorLog:          log.New(io.Discard, "", 0), // it quotes what strangers send
	}
	t.console.note("the data is at http://%s/ until Ctrl-C", listener.Addr())
	t.console.note("changes to the files show after a restart")
	if t.listening != nil {
		t.listening(listener.Addr().String())
	}
	stop := context.AfterFunc(t.ctx, func() {
		ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
		defer cancel()
		if server.Shutdown(ctx) != nil {
			server.Close()
		}
	})
	defer stop()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// reason returns the last of the causes of an error of package net.
func reason(err error) error {
	for {
		cause := errors.Unwrap(err)
		if cause == nil {
			return err
		}
		err = cause
	}
}

// onlyFor answers requests for a loopback address under its own names alone, so
// that a page elsewhere cannot read the data under a name that it gives to this
// machine.
func onlyFor(host string, h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := r.Host
		if n, _, err := net.SplitHostPort(name); err == nil {
			name = n
		}
		name = strings.Trim(name, "[]")
		ip, err := netip.ParseAddr(name)
		if loopback := err == nil && ip.IsLoopback(); !loopback && !strings.EqualFold(name, "localhost") && name != host {
			http.Error(w, "this server answers under its own address alone", http.StatusMisdirectedRequest)
			return
		}
		h.ServeHTTP(w, r)
	})
}
