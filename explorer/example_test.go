package explorer_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/explorer"
)

func Example() {
	mux := http.NewServeMux()
	mux.Handle("/data/", http.StripPrefix("/data", explorer.Handler(entente.Article())))

	r := httptest.NewRequest(http.MethodGet, "/data/index.json?involving=fomin&kind=meeting", nil)
	w := httptest.NewRecorder()
	mux.ServeHTTP(w, r)
	fmt.Println(w.Code, w.Header().Get("Content-Type"))

	r = httptest.NewRequest(http.MethodGet, "/data/record/nobody", nil)
	w = httptest.NewRecorder()
	mux.ServeHTTP(w, r)
	fmt.Println(w.Code)
	// Output:
	// 200 application/json
	// 404
}
