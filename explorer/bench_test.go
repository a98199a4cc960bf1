package explorer_test

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/explorer"
)

// The page of a record, beside a file of the same size from net/http, both without
// a network.
func BenchmarkHandler(b *testing.B) {
	h := explorer.Handler(entente.Chronicle())
	run := func(name string, h http.Handler, address string) {
		b.Run(name, func(b *testing.B) {
			r := httptest.NewRequest(http.MethodGet, address, nil)
			b.ReportAllocs()
			for b.Loop() {
				w := httptest.NewRecorder()
				h.ServeHTTP(w, r)
				if w.Code != http.StatusOK {
					b.Fatal(w.Code)
				}
				b.SetBytes(int64(w.Body.Len()))
			}
		})
	}
	dir := b.TempDir()
	page := get(h, "/record/druzhba-7").Body.Bytes()
	if err := os.WriteFile(filepath.Join(dir, "record.html"), page, 0o666); err != nil {
		b.Fatal(err)
	}
	run("file", http.FileServer(http.Dir(dir)), "/record.html")
	run("record", h, "/record/druzhba-7")
	run("actor", h, "/record/fomin")
	run("list", h, "/")
	run("brief", h, "/brief?between=PK,RU&during=2024")
	run("years", h, "/chart/years?between=PK,RU")
}
