package explorer

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/entente-go/entente"
)

// BenchmarkLoopback compares a record's page with a static file of the same size,
// both over the loopback interface.
func BenchmarkLoopback(b *testing.B) {
	page := get(Handler(entente.Chronicle()), "/record/druzhba-7").Body.Bytes()
	dir := b.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "page.html"), page, 0o666); err != nil {
		b.Fatal(err)
	}
	var every []string // the page of each record, in three languages
	for r := range entente.Chronicle().All() {
		for _, lang := range []string{"en", "ru", "ur"} {
			every = append(every, "/record/"+string(r.AsFact().ID)+"?lang="+lang)
		}
	}
	for _, c := range []struct {
		name, path string
		handler    http.Handler
		header     string
	}{
		{"static", "/page.html", http.FileServerFS(os.DirFS(dir)), ""},
		{"record", "/record/druzhba-7", Handler(entente.Chronicle()), ""},
		{"record of a browser", "/record/druzhba-7", Handler(entente.Chronicle()), "en-GB,en;q=0.7,ru;q=0.3"},
		{"every record", "", Handler(entente.Chronicle()), ""},
		{"list", "/", Handler(entente.Chronicle()), ""},
	} {
		b.Run(c.name, func(b *testing.B) {
			s := httptest.NewServer(c.handler)
			defer s.Close()
			client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 64}}
			var mu sync.Mutex
			var next atomic.Int64
			var all []time.Duration
			b.SetParallelism(8)
			b.RunParallel(func(pb *testing.PB) {
				var took []time.Duration
				var body bytes.Buffer
				for pb.Next() {
					path := c.path
					if path == "" {
						path = every[int(next.Add(1))%len(every)]
					}
					r, _ := http.NewRequest(http.MethodGet, s.URL+path, nil)
					r.Header.Set("Accept-Language", c.header)
					start := time.Now()
					res, err := client.Do(r)
					if err != nil {
						b.Error(err)
						return
					}
					body.Reset()
					_, err = io.Copy(&body, res.Body)
					if res.Body.Close(); err != nil || res.StatusCode != http.StatusOK {
						b.Error(res.Status, err)
						return
					}
					took = append(took, time.Since(start))
				}
				mu.Lock()
				defer mu.Unlock()
				all = append(all, took...)
			})
			slices.Sort(all)
			if len(all) > 0 {
				b.ReportMetric(float64(all[len(all)*99/100].Microseconds()), "p99-µs")
				b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "requests/s")
			}
		})
	}
}
