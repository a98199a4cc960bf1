package explorer_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"

	"golang.org/x/text/language"

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

// A program may mount several datasets.
func ExampleHandler() {
	mux := http.NewServeMux()
	mux.Handle("/article/", http.StripPrefix("/article", explorer.Handler(entente.Article())))
	mux.Handle("/chronicle/", http.StripPrefix("/chronicle", explorer.Handler(entente.Chronicle())))

	w := httptest.NewRecorder()
	mux.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/chronicle/?between=PK,RU&kind=exercise&during=2022", nil))
	fmt.Println(w.Code, w.Header().Get("Content-Type"))
	// Output: 200 text/html; charset=utf-8
}

// The pages link to the site that they are part of.
func ExampleLink() {
	e := explorer.Explorer{
		Data: entente.Article(),
		Header: []explorer.Link{
			{URL: "/", Name: entente.English("The Paper").With(language.Russian, "Газета")},
			{URL: "https://shop.paper.example/", Name: entente.English("Subscribe")},
		},
	}

	w := httptest.NewRecorder()
	e.Handler().ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/?lang=ru", nil))
	_, header, _ := strings.Cut(w.Body.String(), "<nav")
	header, _, _ = strings.Cut(header, "</nav>")
	fmt.Println("<nav" + header + "</nav>")
	// Output:
	// <nav class="around">
	// <a href="/"><bdi>Газета</bdi></a>
	// <a href="https://shop.paper.example/"><bdi lang="en">Subscribe</bdi></a>
	// </nav>
}

func ExampleExplorer_Handler() {
	e := explorer.Explorer{Data: entente.Article(), Title: "Our desk"}

	w := httptest.NewRecorder()
	e.Handler().ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/", nil))
	fmt.Println(w.Code, strings.Contains(w.Body.String(), "Our desk"))
	// Output: 200 true
}
