package browsertest

import (
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/explorer"
)

const (
	sideways = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
	heading  = "document.querySelector('h1').textContent"
	found    = "document.querySelectorAll('.records li').length > 0"
)

// follow goes where a link leads, as a click does.
func (b *browser) follow(link string) {
	b.Helper()
	b.eval("document.querySelector(`" + link + "`).dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))")
	b.loaded()
}

func TestExplorer_InABrowser(t *testing.T) {
	server := httptest.NewServer(explorer.Handler(entente.Chronicle()))
	defer server.Close()
	b := open(t)
	b.width(1280)

	b.visit(server.URL + "/")
	b.check("document.styleSheets[0].cssRules.length > 50", true)
	b.check("getComputedStyle(document.querySelector('.columns')).display", "grid")
	b.check("document.querySelectorAll('figure svg a').length > 100", true)

	b.follow("a[hreflang=ur]")
	b.check("document.documentElement.dir", "rtl")
	b.follow("a[hreflang=ru]")
	b.check("document.documentElement.lang", "ru")
	b.check("document.documentElement.dir", "ltr")

	b.follow(".filters a[href*='kind=exercise']") // a filter keeps the language
	b.check("document.documentElement.lang", "ru")
	b.check(found, true)
	b.check("location.search.includes('kind=exercise')", true)

	b.visit(server.URL + "/chart/timeline?between=PK,RU&lang=en")
	b.follow("figure svg a[*|href*='druzhba-7'], figure svg a[href*='druzhba-7']")
	b.check(heading, "Druzhba VII")

	b.visit(server.URL + "/record/fomin?lang=ur")
	b.check("getComputedStyle(document.querySelector('h1')).direction", "rtl")
	b.check("document.querySelector('h1').textContent.length > 3", true)
}

func TestExplorer_ByKeyboardAlone(t *testing.T) {
	server := httptest.NewServer(explorer.Handler(entente.Chronicle()))
	defer server.Close()
	b := open(t)
	b.visit(server.URL + "/?lang=en")
	b.press("Tab", keyTab)
	b.check("document.activeElement.className", "skip")
	b.check("document.activeElement.getBoundingClientRect().top >= 0", true) // it shows when it has the focus
	b.press("Tab", keyTab)
	b.press("Tab", keyTab)
	b.check("document.activeElement.name", "q")
	b.write("druzhba vii")
	b.press("Enter", keyEnter)
	b.loaded()
	b.check(found, true)
	for range 100 {
		b.press("Tab", keyTab)
		if b.eval("document.activeElement.matches('.records a')") == true {
			break
		}
	}
	b.check("getComputedStyle(document.activeElement).outlineStyle", "solid")
	b.press("Enter", keyEnter)
	b.loaded()
	b.check(heading, "Druzhba VII")
}

func TestExplorer_FitsAPhone(t *testing.T) {
	server := httptest.NewServer(explorer.Handler(entente.Chronicle()))
	defer server.Close()
	b := open(t)
	b.width(360)
	for _, lang := range []string{"en", "ru", "ur"} {
		for _, page := range []string{
			"/?", "/?q=russia&", "/record/fomin?", "/record/druzhba-7?", "/record/PK?",
			"/brief?between=PK,RU&during=2024&",
			"/chart/ties?", "/chart/years?between=PK,RU&", "/?kind=meating&", "/chart/years?",
		} {
			b.visit(server.URL + page + "lang=" + lang)
			if strings.Contains(page, "meating") {
				b.check("document.querySelectorAll('.mistakes li').length", 1.0)
			}
			if b.eval(sideways) == true {
				wide := b.eval(`[...document.querySelectorAll("body *")].filter(e => !e.closest("figure") && ` +
					`(e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1))` +
					`.map(e => e.tagName + "." + e.className).slice(0, 5).join(" ")`)
				t.Errorf("%s in %s scrolls sideways: %v", page, lang, wide)
			}
		}
	}
}

func TestExplorer_ShowsHostileWordsAsTheyAre(t *testing.T) {
	const words = `"><script>document.title = "bad"</script><img src=x onerror='document.title = "bad"'>`
	server := httptest.NewServer(explorer.Handler(hostile(t, words, true)))
	defer server.Close()
	b := open(t)
	for _, page := range []string{"/", "/record/ice-4", "/brief", "/chart/timeline", "/chart/ties",
		"/chart/timeline.svg"} {
		b.visit(server.URL + page)
		b.check("document.title == 'bad'", false)
		b.check("document.querySelectorAll('script, img').length", 0.0)
		b.check("document.documentElement.textContent.includes('onerror=')", true)
	}
}
