package main

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/entente-go/entente"
)

func get(h http.Handler, at string, header ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodGet, at, nil)
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// pages returns the pages of the chronicle.
func pages(t *testing.T) http.Handler {
	t.Helper()
	h, err := newPages(entente.Chronicle())
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// The code on the page about sites is that of this program.
func TestDocument_ShowsThisCode(t *testing.T) {
	t.Parallel()
	page, err := os.ReadFile("../../docs/site.md")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, name := range []string{"main.go", "pages.go", "page.html"} {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files[name[strings.LastIndex(name, ".")+1:]] += string(text)
	}
	blocks := regexp.MustCompile("(?ms)^```(go|html)\n(.*?)^```$").FindAllStringSubmatch(string(page), -1)
	if len(blocks) < 10 {
		t.Errorf("only %d blocks of code were found", len(blocks))
	}
	for _, b := range blocks {
		if !strings.Contains(files[b[1]], b[2]) {
			t.Errorf("the program does not have\n%s", b[2])
		}
	}
	for _, m := range regexp.MustCompile(`\]\(\.\./([^)#]+)\)`).FindAllStringSubmatch(string(page), -1) {
		if _, err := os.Stat("../../" + m[1]); err != nil {
			t.Errorf("a link leads nowhere: %v", err)
		}
	}
}

func TestPages_Answer(t *testing.T) {
	t.Parallel()
	h := pages(t)
	for _, tt := range []struct{ at, media, want string }{
		{"/en/", "text/html; charset=utf-8", `<html lang="en" dir="ltr">`},
		{"/en/", "text/html; charset=utf-8", `href="/facts/record/druzhba-7?lang=en"`},
		{"/ru/", "text/html; charset=utf-8", "Пакистан и Россия</h1>"},
		{"/ur/", "text/html; charset=utf-8", `<html lang="ur" dir="rtl">`},
		{"/ur/", "text/html; charset=utf-8", `class="entente-chart"`},
		{"/ru/ties.svg", "image/svg+xml", "<style>"},
		{"/ur/ties-narrow.svg", "image/svg+xml", `width="360"`},
		{"/style.css", "text/css; charset=utf-8", ".entente-chart"},
		{"/facts/?lang=ru", "text/html; charset=utf-8", `<a href="/"><bdi>Газета</bdi></a>`},
		{"/facts/chart/ties.svg?involving=PK&during=2021/2024", "image/svg+xml", "2021–2024"},
	} {
		w := get(h, tt.at)
		if w.Code != http.StatusOK || w.Header().Get("Content-Type") != tt.media || !strings.Contains(w.Body.String(), tt.want) {
			t.Errorf("%s: %d %s, and no %s", tt.at, w.Code, w.Header().Get("Content-Type"), tt.want)
		}
		if !strings.HasPrefix(w.Header().Get("Content-Security-Policy"), "default-src 'none'") {
			t.Errorf("%s has no policy", tt.at)
		}
	}
	if body := get(h, "/en/").Body.String(); strings.Contains(body, "<style") || strings.Contains(body, " style=") || strings.Contains(body, "<script") {
		t.Error("the page needs more than its policy admits")
	}
}

func TestPages_AreNotSentAgain(t *testing.T) {
	t.Parallel()
	h := pages(t)
	for _, at := range []string{"/en/", "/ru/ties.svg", "/style.css", "/facts/?lang=en"} {
		tag := get(h, at).Header().Get("ETag")
		if w := get(h, at, "If-None-Match", tag); tag == "" || w.Code != http.StatusNotModified || w.Body.Len() > 0 {
			t.Errorf("%s: %d with %d bytes", at, w.Code, w.Body.Len())
		}
	}
}

func TestHome_IsInTheReadersLanguage(t *testing.T) {
	t.Parallel()
	h := pages(t)
	for accepted, want := range map[string]string{"": "/en/", "ru-KZ, en;q=0.5": "/ru/", "ur": "/ur/", "fr": "/en/", ";;": "/en/"} {
		w := get(h, "/", "Accept-Language", accepted)
		if got := w.Header().Get("Location"); w.Code != http.StatusFound || got != want || w.Header().Get("Vary") != "Accept-Language" {
			t.Errorf("%q: %d to %q, want %q", accepted, w.Code, got, want)
		}
	}
}

func TestSite_ReadsAnew(t *testing.T) {
	t.Parallel()
	give := func(d *entente.Dataset, err error) func() (*entente.Dataset, error) {
		return func() (*entente.Dataset, error) { return d, err }
	}
	var s site
	if err := s.read(give(entente.Article(), nil)); err != nil {
		t.Fatal(err)
	}
	first := s.now.Load()
	if err := s.read(give(entente.Article(), nil)); err != nil || s.now.Load() != first {
		t.Errorf("the same data makes another edition: %v", err)
	}
	mistake := errors.New("a mistake")
	if err := s.read(give(nil, mistake)); err != mistake || s.now.Load() != first {
		t.Errorf("a mistake ends the edition: %v", err)
	}
	if w := get(&s, "/facts/record/druzhba-6"); w.Code != http.StatusNotFound {
		t.Errorf("before: %d", w.Code)
	}
	if err := s.read(give(entente.Chronicle(), nil)); err != nil {
		t.Fatal(err)
	}
	if w := get(&s, "/facts/record/druzhba-6"); w.Code != http.StatusOK {
		t.Errorf("after: %d", w.Code)
	}
}
