package browsertest

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/explorer"
)

// A stop is an element that the keyboard reaches.
type stop struct {
	Index  int // among all elements
	Name   string
	Marked bool // there is an outline around it
	Seen   bool // it is inside the window
}

// focused describes the element that has the focus.
const focused = `(() => {
	const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
	return {
		Index: e == document.body ? -1 : Array.from(document.querySelectorAll("*")).indexOf(e),
		Name: e.localName + "." + (e.getAttribute("class") || "") + " " + e.textContent.trim().slice(0, 30),
		Marked: s.outlineStyle != "none" && parseFloat(s.outlineWidth) >= 1,
		Seen: r.bottom > 0 && r.top < innerHeight && r.right > 0 && r.left < innerWidth && r.width > 0,
	};
})()`

// stations is how many elements the keyboard should reach.
const stations = `Array.from(document.querySelectorAll("a[href], button, input:not([type=hidden])")).
	filter(e => e.getClientRects().length > 0).length`

func TestKeyboard_ReachesEverythingInOrder(t *testing.T) {
	b := open(t, explorer.Handler(entente.Article()))
	for _, page := range []string{"/", "/record/PK?lang=ur", "/chart/timeline", "/chart/ties", "/brief?kind=meeting"} {
		b.visit(page)
		want := eval[int](b, stations)
		last := -1
		for n := range want {
			b.do(chromedp.KeyEvent(kb.Tab))
			s := eval[stop](b, focused)
			if s.Index <= last {
				t.Errorf("%s: stop %d of %d is %q, before the last", page, n, want, s.Name)
				break
			}
			if last = s.Index; !s.Marked || !s.Seen {
				t.Errorf("%s: %q is outlined %v and inside the window %v", page, s.Name, s.Marked, s.Seen)
			}
		}
	}
}

func TestKeyboard_SkipsToTheContent(t *testing.T) {
	b := open(t, explorer.Handler(entente.Article()))
	for _, lang := range []string{"en", "ur"} {
		b.visit("/?lang=" + lang)
		b.do(chromedp.KeyEvent(kb.Tab))
		if s := eval[stop](b, focused); !strings.HasPrefix(s.Name, "a.skip") || !s.Seen {
			t.Errorf("%s: the first stop is %q, seen %v", lang, s.Name, s.Seen)
		}
		b.do(chromedp.KeyEvent(kb.Enter))
		b.until(`location.hash == "#content"`)
		b.do(chromedp.KeyEvent(kb.Tab))
		if !eval[bool](b, `document.querySelector("main").contains(document.activeElement)`) {
			t.Errorf("%s: the next stop is %q", lang, eval[stop](b, focused).Name)
		}
	}
}

func TestKeyboard_AloneFindsARecord(t *testing.T) {
	b := open(t, explorer.Handler(entente.Article()))
	b.visit("/")
	press := func(until string) {
		t.Helper()
		for range 200 {
			b.do(chromedp.KeyEvent(kb.Tab))
			if eval[bool](b, `document.activeElement.matches(`+"`"+until+"`"+`)`) {
				return
			}
		}
		t.Fatalf("the keyboard does not reach %s", until)
	}
	press("[name=q]")
	b.follow(chromedp.KeyEvent("fomin" + kb.Enter))
	press(".records a")
	b.follow(chromedp.KeyEvent(kb.Enter))
	if got := b.address().Path; got != "/record/fomin" {
		t.Errorf("at %s", got)
	}
	b.visit("/chart/timeline")
	press("svg a")
	b.follow(chromedp.KeyEvent(kb.Enter))
	if got := b.address().Path; !strings.HasPrefix(got, "/record/") {
		t.Errorf("a mark leads to %s", got)
	}
}
