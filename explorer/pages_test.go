package explorer

import (
	"context"
	"encoding/xml"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
)

func get(h http.Handler, target string, header ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodGet, target, nil)
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

var inHTML = strings.NewReplacer("<!DOCTYPE html>", "")

// wellFormed checks that the tags of a page or picture match.
func wellFormed(t *testing.T, at, body string) {
	t.Helper()
	dec := xml.NewDecoder(strings.NewReader(inHTML.Replace(body)))
	dec.Strict, dec.Entity = true, xml.HTMLEntity
	dec.Strict = false
	dec.AutoClose = []string{"meta", "link", "input", "img", "br"}
	depth := 0
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Errorf("%s: %v", at, err)
			return
		}
		switch token.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
	}
	if depth != 0 {
		t.Errorf("%s: %d elements are not closed", at, depth)
	}
}

func TestPages_JSONOfEachIsValid(t *testing.T) {
	t.Parallel()
	h := Handler(entente.Chronicle())
	for _, at := range []string{"/index.json", "/record/druzhba-7.json", "/record/PK.json", "/record/IN.json",
		"/brief.json?between=PK,RU&during=2024",
		"/chart/timeline.json", "/chart/ties.json", "/chart/years.json?between=PK,RU", "/index.json?q=druzhba"} {
		w := get(h, at)
		if w.Code != http.StatusOK || w.Header().Get("Content-Type") != mediaJSON ||
			!jsontext.Value(w.Body.Bytes()).IsValid() {
			t.Errorf("%s: %d %s", at, w.Code, w.Body.String()[:min(200, w.Body.Len())])
		}
		page := strings.Replace(strings.Replace(at, "index.json", "", 1), ".json", "", 1)
		if got := get(h, page, "Accept", "application/json"); got.Body.String() != w.Body.String() {
			t.Errorf("%s differs from %s by Accept", at, page)
		}
	}
	w := get(h, "/brief.json?between=PK,RU&during=2024")
	d, err := entente.Decode("brief.json", w.Body)
	if err != nil || d.Len() == 0 {
		t.Errorf("the briefing's data does not load: %v", err)
	}
}

// Of other pairs, a selection has only a part of the ties.
func TestPages_ListPairsThatWereAskedFor(t *testing.T) {
	t.Parallel()
	d, err := entente.Decode("file", strings.NewReader(`{"format": "entente/1", "sources": [{"id": "s"}], "meetings": [
		{"id": "both", "when": "2018", "basis": "reported", "cites": [{"source": "s"}], "attendees": [{"actor": "KG"}, {"actor": "UZ"}]},
		{"id": "all", "when": "2019", "basis": "reported", "cites": [{"source": "s"}], "attendees": [{"actor": "KG"}, {"actor": "KZ"}, {"actor": "UZ"}]}]}`))
	if err != nil {
		t.Fatal(err)
	}
	whole, part := Handler(d), Handler(d.Involving("KZ"))
	for _, tt := range []struct {
		h    http.Handler
		at   string
		want []string
	}{
		{whole, "/chart/ties", []string{"KG,KZ", "KG,UZ", "KZ,UZ"}},
		{whole, "/chart/ties?involving=KZ", []string{"KG,KZ", "KZ,UZ"}},
		{whole, "/chart/ties?involving=KZ&during=2019", []string{"KG,KZ", "KZ,UZ"}},
		{whole, "/chart/ties?between=KZ,UZ", []string{"KZ,UZ"}},
		{whole, "/chart/years?involving=KZ", []string{"KG,KZ", "KZ,UZ"}},
		{whole, "/?involving=KZ", []string{"KG,KZ", "KZ,UZ"}},
		{whole, "/record/KZ", []string{"KG,KZ", "KZ,UZ"}},
		{part, "/chart/ties", []string{"KG,KZ", "KZ,UZ"}},
		{part, "/", []string{"KG,KZ", "KZ,UZ"}},
	} {
		var listed []string
		for _, m := range regexp.MustCompile(`[?;]between=(\w+)(?:%2C|,)(\w+)`).FindAllStringSubmatch(get(tt.h, tt.at).Body.String(), -1) {
			if pair := m[1] + "," + m[2]; !slices.Contains(listed, pair) {
				listed = append(listed, pair)
			}
		}
		slices.Sort(listed)
		if diff := cmp.Diff(tt.want, listed); diff != "" {
			t.Errorf("%s lists (-want +got):\n%s", tt.at, diff)
		}
		if !strings.HasPrefix(tt.at, "/chart/") {
			continue
		}
		var page struct {
			Pairs []entente.Pair `json:"pairs"`
		}
		if err := json.Unmarshal(get(tt.h, tt.at, "Accept", "application/json").Body.Bytes(), &page); err != nil {
			t.Fatal(err)
		}
		listed = nil
		for _, p := range page.Pairs {
			listed = append(listed, string(p.A+","+p.B))
		}
		slices.Sort(listed)
		if diff := cmp.Diff(tt.want, listed); diff != "" {
			t.Errorf("the JSON of %s lists (-want +got):\n%s", tt.at, diff)
		}
	}
}

func TestPages_BrowserChoosesLanguage(t *testing.T) {
	t.Parallel()
	h := Handler(entente.Article())
	for accept, want := range map[string]string{"": "en", "ur-PK,en;q=0.5": "ur", "ru": "ru", "fi": "en",
		"xx;;q": "en"} {
		body := get(h, "/", "Accept-Language", accept).Body.String()
		if !strings.Contains(body, `<html lang="`+want+`"`) {
			t.Errorf("%q is not answered in %s", accept, want)
		}
	}
	e := Explorer{Data: entente.Article(), Title: "Mine <b>", Language: language.Urdu}.Handler()
	if body := get(e, "/").Body.String(); !strings.Contains(body, `<html lang="ur" dir="rtl"`) ||
		!strings.Contains(body, "Mine &lt;b&gt;") {
		t.Error("the settings are not used")
	}
}

func TestPages_UnknownIsNotFoundInWords(t *testing.T) {
	t.Parallel()
	h := Handler(entente.Article())
	for _, at := range []string{"/record/nobody", "/source/nobody", "/nowhere", "/record/", "/record/fomin/",
		"/chart/pie",
		"/record/..%2f..%2fetc%2fpasswd", "/record/%00", "/?page=99", "/static", "/chart/"} {
		w := get(h, at+"", "Accept-Language", "ru")
		if w.Code != http.StatusNotFound || !strings.Contains(w.Body.String(), "нет.") {
			t.Errorf("%s: %d", at, w.Code)
		}
		wellFormed(t, at, w.Body.String())
	}
}

func TestPages_BadSelectionSaysEverything(t *testing.T) {
	t.Parallel()
	h := Handler(entente.Chronicle())
	w := get(h, "/?involving=Pakistn&kind=exercize&during=1991-1995&about=%3Cscript%3E")
	body := w.Body.String()
	if w.Code != http.StatusBadRequest || strings.Count(body, "<strong>") != 4 || strings.Contains(body, "<script") {
		t.Errorf("%d:\n%s", w.Code, body)
	}
	if !strings.Contains(body, "PK (Pakistan)") || !strings.Contains(body, "kind=exercise") {
		t.Errorf("no suggestions:\n%s", body)
	}
	wellFormed(t, "400", body)
}

func TestPages_HostileQueriesAreRefusedOrFound(t *testing.T) {
	t.Parallel()
	h := Handler(entente.Article())
	long := strings.Repeat("x", 3000)
	for at, want := range map[string]int{
		"/?q=" + long: http.StatusRequestURITooLong, "/?q=" + long[:300]: http.StatusBadRequest,
		"/" + long: http.StatusRequestURITooLong,
		"/?page=0": http.StatusBadRequest, "/?page=99999999999999999999": http.StatusBadRequest,
		"/?lang=%ff":      http.StatusBadRequest,
		"/?kind=a&kind=b": http.StatusBadRequest, "/?involvng=PK": http.StatusBadRequest,
		"/?%zz=1": http.StatusBadRequest,
		"/?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E": http.StatusOK, "/?fbclid=1": http.StatusOK,
		"/?q=%E2%80%AE":    http.StatusOK,
		"/chart/years.svg": http.StatusBadRequest, "/chart/years": http.StatusOK,
		"/?between=PK": http.StatusBadRequest, "/?q=%ff": http.StatusBadRequest,
		"/?kind=" + strings.Repeat("exercise,", 100): http.StatusBadRequest,
	} {
		w := get(h, at)
		if w.Code != want {
			t.Errorf("%.60s: %d, want %d", at, w.Code, want)
		}
		if strings.Contains(w.Body.String(), "<script") {
			t.Errorf("%.60s: a script", at)
		}
		wellFormed(t, at[:min(60, len(at))], w.Body.String())
	}
}

func TestPages_HostileDataIsEscaped(t *testing.T) {
	t.Parallel()
	bad := entente.English(`"><script>alert(1)</script>`)
	fact := entente.Fact{Basis: entente.BasisReported, Cites: []entente.Citation{{Source: "s", Locator: bad.String(),
		Quote: bad.String()}}, Note: bad}
	f, g := fact, fact
	f.ID, g.ID = "someone", "visit"
	d, err := entente.New(entente.Records{Title: bad,
		Sources:   []entente.Source{{ID: "s", Title: bad, Publisher: bad, URL: "https://x.example/?\"><script>"}},
		Officials: []entente.Official{{Fact: f, Name: bad, Nation: "PK"}},
		Exercises: []entente.Exercise{{Fact: g, Name: bad, Contingents: []entente.Contingent{{Nation: "PK",
			Unit: bad}, {Nation: "RU"}}}}})
	if err != nil {
		t.Fatal(err)
	}
	h := Handler(d)
	for _, at := range []string{"/", "/record/someone", "/record/visit", "/source/s", "/brief", "/chart/timeline",
		"/chart/timeline.svg", "/chart/ties"} {
		w := get(h, at)
		body := w.Body.String()
		if w.Code != http.StatusOK || strings.Contains(body, "<script") || strings.Contains(body, `href="javascript`) {
			t.Errorf("%s: %d\n%s", at, w.Code, body)
		}
		wellFormed(t, at, body)
	}
}

// A reader sees the names of a briefing, and no ID of a record or a source.
func TestPages_NameWhatHasNoName(t *testing.T) {
	t.Parallel()
	d, err := entente.Decode("file", strings.NewReader(`{"format": "entente/1",
		"sources": [{"id": "s-one", "publisher": {"en": "The Paper"}, "url": "www.paper.example/a"},
			{"id": "s-two", "url": "https://other.example/"}, {"id": "s-three"}],
		"officials": [{"id": "o-one", "name": {"en": "Ann Own"}, "nation": "FI", "basis": "reported", "cites": [{"source": "s-one"}]}],
		"meetings": [{"id": "m-one", "when": "2024-05-01", "basis": "reported",
			"cites": [{"source": "s-one"}, {"source": "s-two"}, {"source": "s-three"}],
			"attendees": [{"actor": "o-one"}, {"actor": "SE"}], "places": [{"name": {"en": "Old Åbo Quay", "ru": "Турку"}, "nation": "FI"}]},
			{"id": "m-two", "when": "2024-05-02", "basis": "reported", "cites": [{"source": "s-one"}],
			"attendees": [{"actor": "o-one"}], "places": [{"name": {"en": "Quayside"}}]}]}`))
	if err != nil {
		t.Fatal(err)
	}
	h := Handler(d)
	for _, tt := range []struct{ at, want string }{
		{"/record/m-one", "dir=\"auto\">Ann Own and Sweden</h1>"},
		{"/record/m-one", "<title>Ann Own and Sweden · entente</title>"},
		{"/record/m-one?lang=ru", "dir=\"auto\">Ann Own и Швеция</h1>"},
		{"/record/m-one.json", `"name":"Ann Own and Sweden"`},
		{"/record/m-one", ">The Paper, paper.example<"},
		{"/record/m-one", ">other.example<"},
		{"/record/m-one", ">Untitled source<"},
		{"/record/m-one?lang=ur", ">بے عنوان ماخذ<"},
		{"/source/s-one", "dir=\"auto\">The Paper, paper.example</h1>"},
		{"/index.json?q=abo+qua", `"records":1,`},
		{"/index.json?q=quay", `"records":2,`},
		{"/index.json?q=quay+old+x", `"records":0,`},
		{"/index.json?q=турку", `"records":1,`},
		{"/index.json?q=quay&during=2024-05-02", `"records":1,`},
		{"/index.json?q=-", `"records":0,`},
		{"/index.json?q=ann+own", `"records":1,`},
		{"/?kind=meeting", "Ann Own and Sweden"},
	} {
		if got := get(h, strings.Replace(tt.at, "турку", url.QueryEscape("турку"), 1)).Body.String(); !strings.Contains(got, tt.want) {
			t.Errorf("%s: no %s in\n%s", tt.at, tt.want, got)
		}
	}
	for _, at := range []string{"/", "/record/m-one", "/source/s-one", "/brief", "/?q=quay"} {
		if words := regexp.MustCompile(`<[^>]*>`).ReplaceAllString(get(h, at).Body.String(), " "); strings.Contains(words, "s-") || strings.Contains(words, "m-") {
			t.Errorf("%s shows an ID:\n%s", at, words)
		}
	}
}

func TestPages_MountWithoutSlashLeadsToTheList(t *testing.T) {
	t.Parallel()
	w := get(http.StripPrefix("/a/data", Handler(nil)), "/a/data")
	if w.Code != http.StatusPermanentRedirect || w.Header().Get("Location") != "./data/" {
		t.Errorf("%d to %q", w.Code, w.Header().Get("Location"))
	}
}

func TestHandler_HEADHasTheHeadersOfGET(t *testing.T) {
	t.Parallel()
	h := Handler(entente.Article())
	for _, at := range []string{"/", "/record/fomin", "/brief", "/chart/ties.svg", "/style.css", "/nowhere",
		"/?kind=x", "/index.json"} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(http.MethodHead, at, nil))
		want := get(h, at)
		if diff := cmp.Diff(want.Header(), w.Header()); diff != "" || w.Code != want.Code || w.Body.Len() > 0 {
			t.Errorf("%s: %d with %d bytes (-GET +HEAD):\n%s", at, w.Code, w.Body.Len(), diff)
		}
	}
}

func TestHandler_RefusesOtherMethods(t *testing.T) {
	t.Parallel()
	for _, method := range []string{http.MethodPost, http.MethodPut, http.MethodDelete, http.MethodOptions, "BREW"} {
		w := httptest.NewRecorder()
		Handler(entente.Article()).ServeHTTP(w, httptest.NewRequest(method, "/", nil))
		if w.Code != http.StatusMethodNotAllowed || w.Header().Get("Allow") != "GET, HEAD" {
			t.Errorf("%s: %d", method, w.Code)
		}
	}
}

func TestHandler_EveryAnswerHasItsHeaders(t *testing.T) {
	t.Parallel()
	h := Handler(entente.Article())
	for _, at := range []string{"/", "/brief", "/style.css", "/nowhere", "/?kind=x", "/chart/ties.svg"} {
		head := get(h, at).Header()
		p := head.Get("Content-Security-Policy")
		if !strings.HasPrefix(p, "default-src 'none'") || strings.Contains(p, "unsafe") ||
			!strings.Contains(p, "frame-ancestors 'none'") ||
			head.Get("X-Content-Type-Options") != "nosniff" || head.Get("Referrer-Policy") != "no-referrer" {
			t.Errorf("%s: %v", at, head)
		}
	}
	picture := get(h, "/chart/ties.svg")
	if strings.Count(picture.Body.String(), "<style>") != 1 || strings.Contains(picture.Body.String(), "style=") {
		t.Error("the policy of pictures does not fit their styles")
	}
}

func TestHandler_SameBodyIsNotSentAgain(t *testing.T) {
	t.Parallel()
	h := Handler(entente.Article())
	tag := get(h, "/").Header().Get("ETag")
	if w := get(h, "/", "If-None-Match", `"x", W/`+tag); w.Code != http.StatusNotModified || w.Body.Len() > 0 {
		t.Errorf("%d with %d bytes", w.Code, w.Body.Len())
	}
}

func TestHandler_StopsWhenTheReaderLeaves(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	h := Handler(entente.Chronicle())
	for _, at := range []string{"/", "/brief?between=PK,RU", "/chart/ties", "/chart/timeline.json"} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequestWithContext(ctx, http.MethodGet, at, nil))
		if w.Code != http.StatusServiceUnavailable {
			t.Errorf("%s: %d", at, w.Code)
		}
	}
}

func TestPages_NilDatasetIsEmpty(t *testing.T) {
	t.Parallel()
	h := Handler(nil)
	for _, at := range []string{"/", "/brief", "/chart/timeline", "/chart/ties", "/brief.json", "/?q=x"} {
		if w := get(h, at); w.Code != http.StatusOK {
			t.Errorf("%s: %d", at, w.Code)
		}
	}
}

func TestPages_LargeSelectionsAreRefusedWithNarrowerOnes(t *testing.T) {
	t.Parallel()
	var records entente.Records
	records.Sources = []entente.Source{{ID: "s"}}
	for i := range maxBriefed + 1 {
		e := entente.Exercise{Contingents: []entente.Contingent{{Nation: "PK"}, {Nation: "RU"}}}
		e.ID, e.Basis, e.Cites = entente.ID("e-"+strconv.Itoa(i)), entente.BasisReported,
			[]entente.Citation{{Source: "s"}}
		e.When = edtf.MustParsePeriod(strconv.Itoa(2000 + i%20))
		records.Exercises = append(records.Exercises, e)
	}
	d, err := entente.New(records)
	if err != nil {
		t.Fatal(err)
	}
	h := Handler(d)
	body := get(h, "/brief").Body.String()
	if !strings.Contains(body, english().tooMany) || !strings.Contains(body, "during=2019") {
		t.Errorf("no way to narrow it:\n%s", body)
	}
	if w := get(h, "/brief.json"); w.Code != http.StatusUnprocessableEntity {
		t.Errorf("JSON: %d", w.Code)
	}
	if w := get(h, "/brief?during=2019"); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "<article") {
		t.Errorf("narrowed: %d", w.Code)
	}
	if n := strings.Count(get(h, "/?page=21").Body.String(), `class="when"`); n != 1 {
		t.Errorf("%d records on the last page", n)
	}
}

// FuzzHandler sends whatever an address may have. Answers are well formed and
// escape what they repeat.
func FuzzHandler(f *testing.F) {
	f.Add("record/fomin", "lang=ur")
	f.Add("", "q=%3Cscript&page=2&kind=exercise,meeting")
	f.Add("chart/years.svg", "between=PK,RU&during=19XX")
	f.Add("../brief.json", "during=/..&about=trade")
	h := Handler(entente.Article())
	f.Fuzz(func(t *testing.T, path, query string) {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.URL = &url.URL{Path: "/" + path, RawQuery: query}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		body := w.Body.String()
		if w.Code >= 500 || strings.Contains(body, "<script") {
			t.Errorf("%d: %s", w.Code, body)
		}
		if w.Header().Get("Content-Type") == mediaPage {
			wellFormed(t, path, body)
		}
	})
}

func BenchmarkRecord(b *testing.B) {
	h := Handler(entente.Chronicle())
	for b.Loop() {
		if w := get(h, "/record/druzhba-7"); w.Code != http.StatusOK {
			b.Fatal(w.Code)
		}
	}
}
