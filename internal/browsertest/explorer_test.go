package browsertest

import (
	"bytes"
	"context"
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/brief"
	"github.com/entente-go/entente/chart"
	"github.com/entente-go/entente/explorer"
)

const (
	heading = `document.querySelector("h1").textContent`
	written = `document.documentElement.lang + " " + document.documentElement.dir`
)

func TestLanguage_SwitchKeepsTheSelection(t *testing.T) {
	b := open(t, explorer.Handler(entente.Chronicle()))
	b.visit("/?between=PK,RU&kind=exercise&page=1")
	if got := eval[string](b, written); got != "en ltr" {
		t.Errorf("first in %q", got)
	}
	for _, tt := range []struct{ lang, written, name string }{
		{"ru", "ru ltr", "Пакистан"}, {"ur", "ur rtl", "پاکستان"},
	} {
		b.click(`header a[hreflang=` + tt.lang + `]`)
		if got := eval[string](b, written); got != tt.written {
			t.Errorf("%s is written %q", tt.lang, got)
		}
		if q := b.address().Query(); q.Get("between") != "PK,RU" || q.Get("kind") != "exercise" {
			t.Errorf("%s forgot the selection: %v", tt.lang, q)
		}
		if got := eval[string](b, heading); !strings.Contains(got, tt.name) {
			t.Errorf("%s has the heading %q", tt.lang, got)
		}
	}
	b.click(`.records a`)
	if got := eval[string](b, written); got != "ur rtl" {
		t.Errorf("a record after the switch is in %q", got)
	}
}

func TestLanguage_IsTheBrowsers(t *testing.T) {
	b := open(t, explorer.Handler(entente.Article()))
	b.do(chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, network.SetExtraHTTPHeaders,
			network.SetExtraHTTPHeadersParams{Headers: network.Headers{"Accept-Language": "ur-PK,en;q=0.5"}})
		return err
	}))
	b.visit("/")
	if got := eval[string](b, written); got != "ur rtl" {
		t.Errorf("in %q", got)
	}
}

func TestSearch_FindsARecordInEachScript(t *testing.T) {
	b := open(t, explorer.Handler(entente.Chronicle()))
	for _, words := range []string{"druzhba 7", "дружба-2024", "دروزبہ ہفتم"} {
		b.visit("/?kind=exercise")
		b.follow(chromedp.SendKeys(chromedp.CSS("[name=q]"), words+kb.Enter))
		if q := b.address().Query(); q.Get("q") != words || q.Get("kind") != "exercise" {
			t.Errorf("%q asks for %v", words, q)
		}
		if got := eval[string](b, `document.querySelector("[name=q]").value`); got != words {
			t.Errorf("the form shows %q after a search for %q", got, words)
		}
		b.click(".records a")
		if !strings.HasSuffix(b.address().Path, "/druzhba-7") {
			t.Errorf("%q leads to %s", words, b.address())
		}
	}
}

func TestFilter_NarrowsAndIsRemoved(t *testing.T) {
	b := open(t, http.StripPrefix("/data", explorer.Handler(entente.Chronicle())))
	const count = `document.querySelectorAll(".records li").length`
	b.visit("/data/?between=PK,RU")
	all := eval[int](b, count)
	b.click(`.filters a[href*="kind=exercise"]`)
	b.click(`.filters a[href*="during=2021"]`)
	exercises := eval[int](b, count)
	if exercises == 0 || exercises >= all {
		t.Errorf("%d of %d records are exercises of 2021", exercises, all)
	}
	if got := eval[int](b, `document.querySelectorAll(".asked li").length`); got != 3 {
		t.Errorf("%d things are asked, not 3", got)
	}
	b.click(`.asked li:nth-child(2) a`)
	b.click(`.asked li:nth-child(2) a`)
	if got := eval[int](b, count); got != all {
		t.Errorf("%d records after the filters are removed, not %d", got, all)
	}
}

func TestPicture_MarksLeadToRecords(t *testing.T) {
	b := open(t, explorer.Handler(entente.Chronicle()))
	for _, tt := range []struct{ at, leads string }{
		{"/chart/timeline?between=PK,RU", "/record/"},
		{"/chart/ties?between=PK,RU", "/"}, {"/chart/years?between=PK,RU", "/"},
	} {
		b.visit(tt.at)
		const marks = `Array.from(document.querySelectorAll("svg a"), a => new URL(a.href.baseVal, location).pathname)`
		list := eval[[]string](b, marks)
		if len(list) == 0 {
			t.Errorf("%s has no links", tt.at)
		}
		for _, path := range list {
			if !strings.HasPrefix(path, tt.leads) {
				t.Errorf("a mark of %s leads to %s", tt.at, path)
			}
		}
		b.click("svg a")
		if got := b.address(); !strings.HasPrefix(got.Path, tt.leads) || strings.HasPrefix(got.Path, "/chart") {
			t.Errorf("a click on a mark of %s leads to %s", tt.at, got)
		}
		if eval[int](b, `document.querySelectorAll("dl.fields, .records a").length`) == 0 {
			t.Errorf("%s leads to nothing: %s", tt.at, b.address())
		}
	}
}

func TestPicture_NationShowsItsTimeline(t *testing.T) {
	b := open(t, explorer.Handler(entente.Chronicle()))
	b.visit("/record/PK")
	if n := eval[int](b, `document.querySelectorAll("main svg a").length`); n == 0 {
		t.Error("no marks")
	}
	b.click("main svg a")
	if got := b.address().Path; !strings.HasPrefix(got, "/record/") || got == "/record/PK" {
		t.Errorf("a mark leads to %s", got)
	}
}

func TestRecord_InUrduRunsFromTheRight(t *testing.T) {
	b := open(t, explorer.Handler(entente.Chronicle()))
	b.visit("/record/druzhba-7?lang=ur")
	if got := eval[string](b, written); got != "ur rtl" {
		t.Errorf("written %q", got)
	}
	font := eval[string](b, `getComputedStyle(document.querySelector("h1")).fontFamily`)
	if !strings.HasPrefix(font, `"Noto Nastaliq Urdu"`) {
		t.Errorf("the heading's font is %s", font)
	}
	// The words of the heading end where the text does, on the right.
	const gap = `(() => {
		const r = document.createRange(); r.selectNodeContents(document.querySelector("h1"));
		const main = document.querySelector("main"), style = getComputedStyle(main);
		return main.getBoundingClientRect().right - parseFloat(style.paddingRight) - r.getBoundingClientRect().right;
	})()`
	if got := eval[float64](b, gap); got < -8 || got > 8 {
		t.Errorf("the heading begins %g pixels from the right", got)
	}
	if got := eval[float64](b, `document.querySelector("dt").getBoundingClientRect().left -
		document.querySelector("dd").getBoundingClientRect().right`); got < 0 {
		t.Errorf("labels are %g pixels left of their values", got)
	}
}

// A hostile name makes no element, runs no script and asks for nothing.
func TestHostileName_IsWordsAlone(t *testing.T) {
	const words = `"'><script>pwned=1</script><img src=https://evil.example/x onerror=pwned=1><svg onload=pwned=1>` +
		`</style></title><iframe srcdoc=x></iframe><b onclick=x style=color:red>{{.}} javascript:pwned=1`
	const shape = `Array.from(document.querySelectorAll("body *"), e => e.localName)
		.filter(n => !["bdi", "span", "tspan", "text", "line"].includes(n)).sort().join(" ")`
	pages := []string{"/", "/?q=evil", "/brief", "/chart/timeline", "/chart/ties", "/source/agency"}
	file := hostile(t, "harmless", true)
	for r := range file.All() {
		pages = append(pages, "/record/"+string(r.AsFact().ID))
	}
	harmless, evil := open(t, explorer.Handler(file)), open(t, explorer.Handler(hostile(t, words, true)))
	for _, at := range pages {
		harmless.visit(at)
		evil.visit(at)
		if eval[bool](evil, `typeof pwned != "undefined"`) {
			t.Errorf("%s runs a script", at)
		}
		if strings.Contains(at, "q=") {
			continue
		}
		want, got := eval[string](harmless, shape), eval[string](evil, shape)
		if want != got && !strings.HasPrefix(at, "/chart/") { // in pictures longer words take other places
			t.Errorf("%s has other elements:\n%s\nwant\n%s", at, got, want)
		}
		const ofTheName = `document.querySelectorAll(
			"script, iframe, [onclick], [onload], [onerror], [srcdoc], body style").length`
		if n := eval[int](evil, ofTheName); n > 0 {
			t.Errorf("%s has %d elements of the name", at, n)
		}
	}
}

// views are pages of every sort.
var views = []string{"/", "/?between=PK,RU&kind=exercise", "/?q=druzhba", "/record/druzhba-7", "/record/PK",
	"/source/ispr-2017-09-25-druzhba",
	"/chart/timeline?between=PK,RU", "/chart/ties", "/chart/years?between=PK,RU", "/brief?between=PK,RU&during=2024"}

// at adds a language to an address.
func at(page, lang string) string {
	if strings.Contains(page, "?") {
		return page + "&lang=" + lang
	}
	return page + "?lang=" + lang
}

// wide returns what is wider than the page, but for what is inside something
// that scrolls.
const wide = `(() => {
	const width = document.documentElement.clientWidth, found = [];
	const all = document.documentElement.scrollWidth;
	if (all > width) found.push("the page: " + all);
	for (const e of document.querySelectorAll("body *")) {
		const r = e.getBoundingClientRect();
		if (e.closest(".skip") || r.width == 0) continue;
		let outer = e.parentElement;
		while (outer && getComputedStyle(outer).overflowX == "visible") outer = outer.parentElement;
		if (outer && outer != document.documentElement && outer != document.body) continue;
		if (r.right <= width + 1 && r.left >= -1) continue;
		found.push(e.localName + "." + e.className + " " + e.textContent.slice(0, 40));
	}
	return found.slice(0, 5);
})()`

// outside is how far the form of the search is beyond the line that the header's
// words begin and end at.
const outside = `(() => {
	const form = document.querySelector("header form").getBoundingClientRect();
	const name = document.querySelector("header .name").getBoundingClientRect();
	return Math.max(name.left - form.left, form.right - name.right);
})()`

func TestPhone_PagesDoNotScrollSideways(t *testing.T) {
	b := open(t, explorer.Handler(entente.Chronicle()))
	b.look(View{Width: 360, Height: 800})
	for _, lang := range []string{"en", "ru", "ur"} {
		for _, page := range views {
			b.visit(at(page, lang))
			if got := eval[float64](b, outside); got > 1 {
				t.Errorf("%s: the form of the search reaches %g pixels into the margin", at(page, lang), got)
			}
			if found := eval[[]string](b, wide); len(found) > 0 {
				t.Errorf("%s is wider than a phone: %q", at(page, lang), found)
			}
		}
	}
}

// faint returns words that differ too little from what is behind them, by the
// measure of WCAG 2.
const faint = `(() => {
	const parse = c => (c.match(/[\d.]+/g) || []).map(Number);
	const light = c => {
		const [r, g, b] = c.slice(0, 3).map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
		return .2126 * r + .7152 * g + .0722 * b; };
	const behind = e => { for (; e; e = e.parentElement) {
		const c = parse(getComputedStyle(e).backgroundColor); if (c.length == 3 || c[3] == 1) return c; }
		return matchMedia("(prefers-color-scheme: dark)").matches ? [18, 18, 18] : [255, 255, 255]; };
	const found = new Set();
	for (const e of document.querySelectorAll("body *")) {
		if (!Array.from(e.childNodes).some(n => n.nodeType == 3 && n.data.trim())) continue;
		if (e.closest("title, desc, style")) continue;
		const style = getComputedStyle(e), svg = e.closest("svg");
		const a = light(parse(svg ? style.fill : style.color)), b = light(behind(e));
		const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
		const name = svg ? e.className.baseVal : e.className;
		if (ratio < 4.5) found.add(e.localName + "." + name + " " + ratio.toFixed(2));
	}
	return Array.from(found).slice(0, 5);
})()`

func TestWords_CanBeReadInLightAndDark(t *testing.T) {
	b := open(t, explorer.Handler(entente.Chronicle()))
	grounds := make(map[string]bool)
	for _, dark := range []bool{false, true} {
		b.look(View{Width: 1280, Height: 800, Dark: dark})
		for _, page := range views {
			b.visit(page)
			if found := eval[[]string](b, faint); len(found) > 0 {
				t.Errorf("dark %v: %s has faint words: %q", dark, page, found)
			}
		}
		grounds[eval[string](b, `getComputedStyle(document.body).backgroundColor`)] = true
	}
	if len(grounds) != 2 {
		t.Errorf("light and dark have the same ground: %v", grounds)
	}
}

func TestBriefing_PageWithPicturesIsSound(t *testing.T) {
	b := open(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		tag := language.Make(r.FormValue("lang"))
		var body bytes.Buffer
		page := brief.Writer{Language: tag, Format: brief.FormatPage, Figures: Figures(tag), Style: chart.Style()}
		if err := page.Write(&body, entente.Chronicle().Between("PK", "RU")); err != nil {
			t.Error(err)
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Write(body.Bytes())
	}))
	for _, lang := range []string{"en", "ru", "ur"} {
		for _, v := range []View{{Width: 1280, Height: 800}, {Width: 360, Height: 800, Dark: true}} {
			b.look(v)
			b.visit(at("/briefing", lang))
			if n := eval[int](b, `document.querySelectorAll("figure > svg[role]").length`); n != 3 {
				t.Errorf("%s has %d pictures", lang, n)
			}
			if found := eval[[]string](b, wide); len(found) > 0 {
				t.Errorf("%s is wider than %d pixels: %q", lang, v.Width, found)
			}
			if found := eval[[]string](b, faint); len(found) > 0 {
				t.Errorf("%s has faint words: %q", lang, found)
			}
			if n := eval[int](b, `new Set(Array.from(document.querySelectorAll("[id]"), e => e.id)).size -
				document.querySelectorAll("[id]").length`); n != 0 {
				t.Errorf("%s has %d ids twice", lang, -n)
			}
		}
	}
}
