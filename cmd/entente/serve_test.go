package main

import (
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"
)

func TestServe_AnswersUntilInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var stderr bytes.Buffer
	address := make(chan string, 1)
	p := &program{stdout: io.Discard, console: &console{w: &stderr}, listening: func(a string) { address <- a }}
	code := make(chan int, 1)
	go func() { code <- p.run(ctx, []string{"serve", "-addr", "127.0.0.1:0", "article"}) }()
	var at string
	select {
	case at = <-address:
	case c := <-code:
		t.Fatalf("exit code %d: %s", c, &stderr)
	}
	for host, want := range map[string]int{
		"": http.StatusOK, "localhost": http.StatusOK, "[::1]:99": http.StatusOK,
		"rebound.example": http.StatusMisdirectedRequest,
	} {
		r, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+at+"/", nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Host = host
		answer, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		if answer.StatusCode != want {
			t.Errorf("host %q: %s", host, answer.Status)
		}
	}
	cancel()
	select {
	case c := <-code:
		if c != exitDone {
			t.Errorf("exit code %d", c)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("it does not end")
	}
	if want := "http://" + at + "/ until Ctrl-C\n"; !strings.Contains(stderr.String(), want) {
		t.Errorf("no %q in %q", want, &stderr)
	}
}

func TestServe_NeedsAnAddressThatIsFree(t *testing.T) {
	busy, err := new(net.ListenConfig).Listen(context.Background(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer busy.Close()
	code, _, stderr := cli("serve", "-addr", busy.Addr().String(), "article")
	if code != exitFault || !strings.Contains(stderr, "cannot listen at") ||
		!strings.Contains(stderr, "choose another with -addr") {
		t.Errorf("exit code %d: %s", code, stderr)
	}
	code, _, stderr = cli("serve", "-addr", "8080", "article")
	if code != exitUsage || !strings.Contains(stderr, "127.0.0.1:8080") {
		t.Errorf("exit code %d: %s", code, stderr)
	}
}
