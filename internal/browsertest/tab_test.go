package browsertest

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// browser is what the tests' tabs are opened in.
var browser context.Context

func TestMain(m *testing.M) {
	ctx, stop, err := Start(context.Background())
	if err != nil {
		fmt.Fprintln(os.Stderr, "browsertest: no browser; install Debian's package chromium, or set CHROMIUM:", err)
		os.Exit(1)
	}
	browser = ctx
	code := m.Run()
	stop()
	os.Exit(code)
}

// A tab shows pages of one handler. Whatever else a page asks for, and whatever
// the browser complains of, fails the test.
type tab struct {
	*testing.T
	ctx  context.Context
	base string

	mu     sync.Mutex
	refuse bool // the page that is asked for is one that the handler refuses
}

// open opens a tab for a handler, on the loopback address.
func open(t *testing.T, h http.Handler) *tab {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	b := &tab{T: t, base: s.URL}
	ctx, leave := chromedp.NewContext(browser, chromedp.WithListener(b.hear))
	t.Cleanup(leave)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatal(err)
	}
	var end context.CancelFunc
	b.ctx, end = context.WithTimeout(ctx, time.Minute)
	t.Cleanup(end)
	b.look(View{Width: 1280, Height: 800})
	return b
}

// hear hears what the browser says.
func (b *tab) hear(event any) {
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		if !strings.HasPrefix(e.Request.URL, b.base+"/") {
			b.Errorf("%s asks for %s", e.DocumentURL, e.Request.URL)
		}
	case *network.EventResponseReceived:
		b.mu.Lock()
		refused := b.refuse && e.Type == network.ResourceTypeDocument
		b.mu.Unlock()
		if e.Response.Status >= http.StatusBadRequest && !refused {
			b.Errorf("%s: %d", e.Response.URL, e.Response.Status)
		}
	case *log.EventEntryAdded:
		b.mu.Lock()
		refused := b.refuse && strings.Contains(e.Entry.Text, "the server responded with a status of 4")
		b.mu.Unlock()
		if !refused {
			b.Errorf("the browser says: %s: %s (%s)", e.Entry.Level, e.Entry.Text, e.Entry.URL)
		}
	case *runtime.EventConsoleAPICalled:
		b.Errorf("a script wrote to the console: %v", e.Type)
	case *runtime.EventExceptionThrown:
		b.Errorf("a script threw: %v", e.ExceptionDetails.Text)
	}
}

func (b *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		b.Fatal(err)
	}
}

func (b *tab) look(v View) {
	b.Helper()
	b.do(v.Set())
}

// visit shows a page.
func (b *tab) visit(at string) {
	b.Helper()
	b.do(chromedp.Navigate(b.base + at))
}

// follow does what leads to another page, and waits for it.
func (b *tab) follow(steps ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	r, err := chromedp.RunResponse(b.ctx, steps...)
	if err != nil {
		b.Fatal(err)
	}
	if r.Status != http.StatusOK {
		b.Fatalf("%s: %d", r.URL, r.Status)
	}
}

// click clicks a link, and waits for the page that it leads to.
func (b *tab) click(selector string) {
	b.Helper()
	b.follow(b.press(selector))
}

// press clicks the middle of the first element with the selector, or of what it
// draws. It fails if something else is there.
func (b *tab) press(selector string) chromedp.Action[chromedp.Void] {
	b.Helper()
	at := eval[[]float64](b, `(() => {
		const a = document.querySelector(`+"`"+selector+"`"+`);
		if (!a) return [];
		const drawn = a.querySelector("rect, path, circle, text") || a;
		drawn.scrollIntoView({block: "center", inline: "center", behavior: "instant"});
		const r = drawn.getClientRects()[0] || drawn.getBoundingClientRect();
		const x = r.x + r.width / 2, y = r.y + r.height / 2;
		return a.contains(document.elementFromPoint(x, y)) ? [x, y] : [];
	})()`)
	if len(at) != 2 {
		b.Fatalf("%s has no %s to click", b.address(), selector)
	}
	return chromedp.MouseClickXY(at[0], at[1])
}

// address returns where the tab is.
func (b *tab) address() *url.URL {
	b.Helper()
	u, err := url.Parse(eval[string](b, `location.href`))
	if err != nil {
		b.Fatal(err)
	}
	return u
}

// eval returns the value of a script's expression.
func eval[T any](b *tab, script string) T {
	b.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](script))
	if err != nil {
		b.Fatalf("%v in %.200s", err, script)
	}
	return v
}

// until waits until a script's expression is true.
func (b *tab) until(script string) {
	b.Helper()
	for !eval[bool](b, script) {
		time.Sleep(20 * time.Millisecond) // eval fails when the tab's time is up
	}
}
