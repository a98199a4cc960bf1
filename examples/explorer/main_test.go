package main

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/entente-go/entente"
)

func TestServer_AnswersForKnownHostsOnly(t *testing.T) {
	t.Parallel()
	s := newServer(entente.Article(), []string{"", "Data.Example"})
	for host, want := range map[string]int{
		"127.0.0.1:8080": http.StatusOK, "localhost": http.StatusOK, "[::1]:8080": http.StatusOK, "data.example": http.StatusOK,
		"evil.example": http.StatusMisdirectedRequest, "10.0.0.1": http.StatusMisdirectedRequest, "": http.StatusMisdirectedRequest,
	} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.Host = host
		w := httptest.NewRecorder()
		s.Handler.ServeHTTP(w, r)
		if w.Code != want {
			t.Errorf("%q: %d, want %d", host, w.Code, want)
		}
	}
}

func TestServer_HasEveryTimeout(t *testing.T) {
	t.Parallel()
	s := newServer(nil, nil)
	if s.ReadHeaderTimeout <= 0 || s.ReadTimeout <= 0 || s.WriteTimeout <= 0 || s.IdleTimeout <= 0 {
		t.Error("a timeout is missing")
	}
}

func TestLoad_ReadsFilesOrTheChronicle(t *testing.T) {
	t.Parallel()
	if d, err := load(nil); err != nil || !d.Equal(entente.Chronicle()) {
		t.Error("not the chronicle", err)
	}
	if d, err := load([]string{"../../data/article.json"}); err != nil || !d.Equal(entente.Article()) {
		t.Error("not the article", err)
	}
}
