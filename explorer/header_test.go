package explorer

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/entente-go/entente"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// paper returns a handler inside a site with a header.
func paper(t *testing.T, links ...Link) Explorer {
	t.Helper()
	d, err := entente.Decode("file", strings.NewReader(`{"format": "entente/1", "sources": [{"id": "s", "title": {"en": "A release"}}],
		"meetings": [{"id": "talks", "name": {"en": "Talks", "ru": "Переговоры", "ur": "مذاکرات"}, "when": "2024-05-01", "basis": "reported",
			"cites": [{"source": "s"}], "attendees": [{"actor": "FI"}, {"actor": "SE"}]}]}`))
	if err != nil {
		t.Fatal(err)
	}
	return Explorer{Data: d, Title: "Facts", Header: links}
}

func TestHeader_Golden(t *testing.T) {
	t.Parallel()
	name := entente.English("The Paper").With(language.Russian, "Газета").With(language.Urdu, "اخبار")
	h := paper(t, Link{"/", name}, Link{"https://paper.example/shop?a=1&b=2", entente.English("Shop")},
		Link{"", entente.English("Since 1851")}, Link{"/nameless", entente.Text{}}).Handler()
	style := h.(*handler).styleTag
	for _, lang := range []string{"en", "ru", "ur"} {
		page := get(h, "/record/talks?lang="+lang).Body.String()
		wellFormed(t, lang, page)
		page = strings.ReplaceAll(page, style, "STYLE")
		file := filepath.Join("testdata", "header."+lang+".html")
		if *update {
			if err := os.WriteFile(file, []byte(page), 0o666); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), page); diff != "" {
			t.Errorf("%s differs; run go test -update and look at what changed (-want +got)\n%s", file, diff)
		}
	}
}

func TestHeader_IsOnEveryPage(t *testing.T) {
	t.Parallel()
	e := paper(t, Link{"/", entente.English("The Paper")})
	h := e.Handler()
	e.Header[0].URL = "/changed" // no longer the handler's
	for _, at := range []string{"/", "/record/talks", "/source/s", "/brief", "/chart/ties", "/?q=x", "/nowhere", "/?kind=x"} {
		if page := get(h, at).Body.String(); !strings.Contains(page, `<a href="/"><bdi>The Paper</bdi></a>`) {
			t.Errorf("%s has no link home:\n%s", at, page)
		}
	}
}

func TestOutside_AddsTheSchemeThatIsLeftOut(t *testing.T) {
	t.Parallel()
	const archived = "web.archive.org/web/2024/https://paper.example/"
	for address, want := range map[string]string{
		"paper.example/a": "https://paper.example/a", archived: "https://" + archived, "http://" + archived: "http://" + archived,
		"ftp://paper.example/": "", "": "",
	} {
		if got := outside(address); got != want {
			t.Errorf("%q leads to %q, want %q", address, got, want)
		}
	}
}

func TestHeader_LinksToPathsAndTheWebAlone(t *testing.T) {
	t.Parallel()
	for address, want := range map[string]string{
		"/": "/", "/a b?c=d#e": "/a%20b?c=d#e", "/x:y": "/x:y", "https://paper.example": "https://paper.example", "HTTP://paper.example/a": "http://paper.example/a",
		"": "", "news": "", "../": "", "#content": "", "?q=x": "", "//evil.example/": "", `/\evil.example/`: "", `\\evil.example`: "", "/\t/evil.example": "",
		"javascript:alert(1)": "", "JaVaScRiPt:alert(1)": "", "javascript:80": "", "javascript://x/%0aalert(1)": "", " javascript:alert(1)": "",
		"java\nscript:alert(1)": "", "data:text/html,x": "", "vbscript:x": "", "file:///etc/passwd": "", "mailto:a@paper.example": "",
		"https://": "", "https://user:word@paper.example/": "", "http:evil.example": "", "https://%zz/": "", "/%zz": "",
	} {
		if got := (Link{URL: address}).address(); got != want {
			t.Errorf("%q leads to %q, want %q", address, got, want)
		}
		h := paper(t, Link{address, entente.English(`</bdi></nav><script>alert(1)</script>"`)}).Handler()
		page := get(h, "/").Body.String()
		_, shown, _ := strings.Cut(page, `<nav class="around">`)
		shown, _, _ = strings.Cut(shown, "</nav>")
		if strings.Contains(page, "<script") || strings.Contains(page, "script:") || strings.Contains(shown, "<a ") != (want != "") {
			t.Errorf("%q is shown as\n%s", address, shown)
		}
		wellFormed(t, address, page)
	}
}
