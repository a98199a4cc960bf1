// Command shots takes pictures of briefings and of the explorer in a headless
// Chromium: each page in each language, narrow and wide, light and dark, and
// briefings printed to PDF.
//
//	go run ./shots -o DIR
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/brief"
	"github.com/entente-go/entente/chart"
	"github.com/entente-go/entente/explorer"
	"github.com/entente-go/entente/internal/browsertest"
)

// pages are what is looked at, by a name for the files.
var pages = []struct{ name, at string }{
	{"list", "/"},
	{"selection", "/?between=PK,RU&kind=exercise"},
	{"search", "/?q=druzhba"},
	{"record", "/record/druzhba-7"},
	{"official", "/record/imran-khan"},
	{"nation", "/record/PK"},
	{"source", "/source/ispr-2017-09-25-druzhba"},
	{"timeline", "/chart/timeline?between=PK,RU"},
	{"ties", "/chart/ties"},
	{"years", "/chart/years?between=PK,RU"},
	{"brief", "/brief?between=PK,RU"},
	{"mistake", "/?involving=Pakistn&during=soon"},
	{"none", "/record/nobody"},
	{"briefing-page", "/page"},
	{"briefing-figures", "/figures"},
}

func main() {
	log.SetFlags(0)
	out := flag.String("o", "shots.out", "the `directory` to write to")
	height := flag.Float64("height", 2400, "how much of a page to show, in pixels")
	only := flag.String("only", "", "take these `pages` alone, separated by commas")
	pdf := flag.Bool("pdf", true, "print briefings")
	flag.Parse()
	if err := os.MkdirAll(*out, 0o777); err != nil {
		log.Fatal(err)
	}
	ctx, stop, err := browsertest.Start(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	defer stop()
	server := httptest.NewServer(handler())
	defer server.Close()
	s := shooter{ctx: ctx, base: server.URL, dir: *out, height: *height, pdf: *pdf}
	for _, p := range pages {
		if *only != "" && !strings.Contains(","+*only+",", ","+p.name+",") {
			continue
		}
		for _, lang := range []string{"en", "ru", "ur"} {
			if err := s.shoot(p.name+"."+lang, p.at, lang); err != nil {
				log.Print(p.name, ": ", err)
				return
			}
		}
	}
}

// handler serves the explorer, and a briefing of a pair without and with
// pictures.
func handler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/", explorer.Handler(entente.Chronicle()))
	pair := entente.Chronicle().Between("PK", "RU")
	for _, figures := range []bool{false, true} {
		at := map[bool]string{false: "/page", true: "/figures"}[figures]
		mux.HandleFunc(at, func(w http.ResponseWriter, r *http.Request) {
			tag, err := language.Parse(r.FormValue("lang"))
			b := brief.Writer{Language: tag, Format: brief.FormatPage}
			if figures {
				b.Figures, b.Style = browsertest.Figures(tag), chart.Style()
			}
			var body bytes.Buffer
			if err == nil {
				err = b.Write(&body, pair)
			}
			if err != nil {
				http.Error(w, err.Error(), http.StatusInternalServerError)
				return
			}
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			w.Write(body.Bytes())
		})
	}
	return mux
}

type shooter struct {
	ctx    context.Context
	base   string
	dir    string
	height float64
	pdf    bool
}

// shoot takes the pictures of a page.
func (s shooter) shoot(name, at, lang string) error {
	separator := "?"
	if strings.Contains(at, "?") {
		separator = "&"
	}
	at = s.base + at + separator + "lang=" + lang
	for _, width := range []int64{360, 1280} {
		for _, dark := range []bool{false, true} {
			view := browsertest.View{Width: width, Height: 800, Dark: dark}
			if err := chromedp.Do(s.ctx, view.Set(), chromedp.Navigate(at)); err != nil {
				return err
			}
			picture, err := chromedp.Run(s.ctx, s.screenshot(float64(width)))
			if err != nil {
				return err
			}
			file := fmt.Sprintf("%s.%d.%s.png", name, width, map[bool]string{false: "light", true: "dark"}[dark])
			if err := os.WriteFile(filepath.Join(s.dir, file), picture, 0o666); err != nil {
				return err
			}
		}
	}
	if !s.pdf || !strings.HasPrefix(name, "brief") {
		return nil
	}
	printed, err := chromedp.Run(s.ctx, chromedp.PrintToPDF())
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(s.dir, name+".pdf"), printed, 0o666)
}

// screenshot returns a picture of the page as far down as the height.
func (s shooter) screenshot(width float64) chromedp.Action[[]byte] {
	return func(ctx context.Context, t *chromedp.Target) ([]byte, error) {
		all, err := chromedp.Evaluate[float64](`document.documentElement.scrollHeight`)(ctx, t)
		if err != nil {
			return nil, err
		}
		beyond := true
		r, err := cdp.Call(ctx, t, page.CaptureScreenshot, page.CaptureScreenshotParams{
			CaptureBeyondViewport: &beyond,
			Clip:                  &page.Viewport{Width: width, Height: min(all, s.height), Scale: 1},
		})
		if err != nil {
			return nil, err
		}
		return r.Data, nil
	}
}
