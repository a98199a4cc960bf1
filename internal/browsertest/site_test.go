package browsertest

import (
	"bytes"
	"net/http"
	"os"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/brief"
	"github.com/entente-go/entente/chart"
	"github.com/entente-go/entente/explorer"
)

// The page about sites has a style sheet for a site that is always light.
func TestSite_StaysLight(t *testing.T) {
	page, err := os.ReadFile("../../docs/site.md")
	if err != nil {
		t.Fatal(err)
	}
	css := regexp.MustCompile("(?ms)^```css\n(.*?)^```$").FindSubmatch(page)
	if css == nil {
		t.Fatal("docs/site.md has no style sheet")
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/style.css", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/css; charset=utf-8")
		w.Write([]byte("body { margin: 1rem; background: #fff; }\n" + brief.Style() + chart.Style() + string(css[1])))
	})
	mux.HandleFunc("/page", func(w http.ResponseWriter, r *http.Request) {
		tag := language.Make(r.FormValue("lang"))
		var b bytes.Buffer
		b.WriteString(`<!DOCTYPE html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
			`<link rel="icon" href="data:,"><title>A page</title><link rel="stylesheet" href="/style.css">`)
		years := chart.Years{Language: tag, A: "PK", B: "RU", Bare: true, Class: "light"}
		fragment := brief.Writer{Language: tag, Format: brief.FormatHTML, Figures: []brief.Figure{{Section: brief.SectionRelations, Picture: years}}}
		if err := fragment.Write(&b, entente.Chronicle().Between("PK", "RU")); err != nil {
			t.Error(err)
		}
		w.Header().Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; img-src data:")
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Write(b.Bytes())
	})
	b := open(t, mux)
	for _, lang := range []string{"en", "ru", "ur"} {
		for _, width := range []int64{360, 960} {
			b.look(View{Width: width, Height: 800, Dark: true})
			b.visit("/page?lang=" + lang)
			if got := eval[string](b, `getComputedStyle(document.querySelector(".briefing")).backgroundColor`); got != "rgb(255, 255, 255)" {
				t.Errorf("%s: the ground is %s", lang, got)
			}
			if found := eval[[]string](b, faint); len(found) > 0 {
				t.Errorf("%s has faint words: %q", lang, found)
			}
			if found := eval[[]string](b, wide); len(found) > 0 {
				t.Errorf("%s is wider than %d pixels: %q", lang, width, found)
			}
		}
	}
}

func TestHeader_LeadsHome(t *testing.T) {
	pages := explorer.Explorer{Data: entente.Article(), Header: []explorer.Link{
		{URL: "/", Name: entente.English("The Paper").With(language.Urdu, "اخبار")},
		{URL: "javascript:document.title='run'", Name: entente.English(strings.Repeat("Long words ", 20))},
	}}
	mux := http.NewServeMux()
	mux.Handle("/facts/", http.StripPrefix("/facts", pages.Handler()))
	mux.HandleFunc("/{$}", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Write([]byte(`<!DOCTYPE html><link rel="icon" href="data:,"><title>Home</title><h1>Home</h1>`))
	})
	b := open(t, mux)
	for _, lang := range []string{"en", "ru", "ur"} {
		for _, v := range []View{{Width: 360, Height: 800}, {Width: 960, Height: 800, Dark: true}} {
			b.look(v)
			b.visit("/facts/record/fomin?lang=" + lang)
			if found := eval[[]string](b, wide); len(found) > 0 {
				t.Errorf("%s is wider than %d pixels: %q", lang, v.Width, found)
			}
			if found := eval[[]string](b, faint); len(found) > 0 {
				t.Errorf("%s has faint words: %q", lang, found)
			}
			if n := eval[int](b, `document.querySelectorAll(".around a").length`); n != 1 {
				t.Errorf("%s: %d links", lang, n)
			}
			b.click(".around a")
			if got := eval[string](b, heading); got != "Home" {
				t.Errorf("%s leads to %q", lang, got)
			}
		}
	}
}
