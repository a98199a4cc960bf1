package explorer_test

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/explorer"
)

// A link is an address on a page, and whether robots should leave it.
type link struct {
	to       string
	nofollow bool
}

// links checks that a page is well formed and returns what it links to. It is also
// what a reader of XML makes of the page, so it finds elements that are not closed.
func links(t *testing.T, page string) (list []link, ids map[string]int) {
	t.Helper()
	ids = make(map[string]int)
	d := xml.NewDecoder(strings.NewReader(page))
	d.Strict, d.AutoClose, d.Entity = false, []string{"meta", "link", "input"}, xml.HTMLEntity
	var open []string
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("the page is not well formed: %v", err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			open = append(open, token.Name.Local)
			one := link{}
			for _, a := range token.Attr {
				switch a.Name.Local {
				case "href":
					one.to = a.Value
				case "rel":
					one.nofollow = a.Value == "nofollow"
				case "id":
					ids[a.Value]++
				case "style", "onclick", "onload", "onerror", "src":
					t.Errorf("there is an attribute %s=%q", a.Name.Local, a.Value)
				}
			}
			if one.to != "" {
				list = append(list, one)
			}
			if slices.Contains([]string{"script", "iframe", "object", "base", "style"}, token.Name.Local) {
				t.Errorf("there is an element %s", token.Name.Local)
			}
		case xml.EndElement:
			if len(open) == 0 || open[len(open)-1] != token.Name.Local {
				t.Fatalf("%s ends where %v are open", token.Name.Local, open)
			}
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		t.Errorf("%v are never closed", open)
	}
	return list, ids
}

// A crawler follows links as a browser does, from an address at which the handler
// is mounted.
type crawler struct {
	*testing.T
	handler http.Handler
	base    string
	seen    map[string]bool
	queue   []string
	spared  []string // links that robots should leave
}

func crawl(t *testing.T, h http.Handler, base, start string) *crawler {
	c := &crawler{T: t, handler: h, base: base, seen: make(map[string]bool)}
	c.add(start)
	for len(c.queue) > 0 && len(c.seen) < 10_000 {
		next := c.queue[0]
		c.queue = c.queue[1:]
		c.visit(next, true)
	}
	return c
}

func (c *crawler) add(address string) {
	if !c.seen[address] {
		c.seen[address] = true
		c.queue = append(c.queue, address)
	}
}

// visit gets a page and follows its links.
func (c *crawler) visit(address string, follow bool) {
	w := get(c.handler, address)
	if w.Code != http.StatusOK {
		c.Fatalf("%s answers %d", address, w.Code)
	}
	body := w.Body.String()
	switch media, _, _ := strings.Cut(w.Header().Get("Content-Type"), ";"); media {
	case "application/json":
		if !json.Valid([]byte(body)) {
			c.Fatalf("%s is not JSON", address)
		}
	case "text/html":
		list, ids := links(c.T, body)
		for id, n := range ids {
			if n > 1 {
				c.Errorf("%s has %d elements with the id %q", address, n, id)
			}
		}
		here, err := url.Parse(address)
		if err != nil {
			c.Fatal(err)
		}
		follow = follow && !strings.Contains(body, `content="noindex, nofollow"`)
		for _, l := range list {
			c.link(here, l, ids, follow)
		}
	}
	if c.Failed() {
		c.Fatalf("%s is wrong", address)
	}
}

func (c *crawler) link(here *url.URL, l link, ids map[string]int, follow bool) {
	to, err := url.Parse(l.to)
	switch {
	case err != nil:
		c.Errorf("%q is not an address", l.to)
	case to.Scheme == "http" || to.Scheme == "https":
	case to.Scheme != "" || to.Host != "" || strings.HasPrefix(l.to, "/"):
		c.Errorf("%q is not relative", l.to)
	case strings.HasPrefix(l.to, "#"):
		if ids[to.Fragment] == 0 {
			c.Errorf("%q leads nowhere", l.to)
		}
	default:
		to = here.ResolveReference(to)
		to.Fragment = ""
		if !strings.HasPrefix(to.Path, c.base) {
			c.Errorf("%q leads out to %q", l.to, to)
		}
		if l.nofollow || !follow {
			c.spared = append(c.spared, to.String())
		} else {
			c.add(to.String())
		}
	}
}

// The pages link to each other in all languages, so one start reaches them all.
func TestHandler_EveryLinkAnswers(t *testing.T) {
	t.Parallel()
	for name, d := range map[string]*entente.Dataset{
		"article":   entente.Article(),
		"selection": entente.Chronicle().OfKind(entente.KindExercise).During(edtf.MustParsePeriod("2024")),
		"empty":     nil,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := crawl(t, explorer.Handler(d), "/", "/")
			if most := 8000; len(c.seen) > most {
				t.Errorf("there are %d addresses, want at most %d", len(c.seen), most)
			}
			step := max(1, len(c.spared)/200)
			for i := 0; i < len(c.spared); i += step {
				c.visit(c.spared[i], false)
			}
			t.Log(d.Len(), "records, addresses:", len(c.seen), "links that robots leave:", len(c.spared))
		})
	}
}

func TestHandler_LinksStayUnderItsMount(t *testing.T) {
	t.Parallel()
	h := explorer.Handler(entente.Article().Citing("ispr").OfKind(entente.KindMeeting, entente.KindOfficial))
	crawl(t, http.StripPrefix("/a/b", h), "/a/b/", "/a/b/")
	crawl(t, http.StripPrefix("/a/", h), "/a/", "/a/")
	w := get(http.StripPrefix("/a/b", h), "/a/b?lang=ru")
	if got := w.Header().Get("Location"); w.Code != http.StatusPermanentRedirect || got != "./b/?lang=ru" {
		t.Errorf("without its slash it answers %d and %q", w.Code, got)
	}
}
