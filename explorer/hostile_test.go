package explorer_test

import (
	"bytes"
	"encoding/json"
	"html"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/explorer"
)

// hostile returns a dataset with every member, and the words in place of each text.
func hostile(t *testing.T, words string) *entente.Dataset {
	t.Helper()
	data, err := os.ReadFile("../brief/testdata/all.json")
	if err != nil {
		t.Fatal(err)
	}
	var file any
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	replaceTexts(file, words)
	if data, err = json.Marshal(file); err != nil {
		t.Fatal(err)
	}
	d, err := entente.Decode("all.json", bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func replaceTexts(v any, words string) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			replaceTexts(e, words)
		}
	case map[string]any:
		for name, e := range v {
			if _, ok := e.(string); !ok {
				replaceTexts(e, words)
			} else if slices.Contains([]string{"en", "ru", "ur", "und", "quote", "locator", "hedge"}, name) {
				v[name] = words
			}
		}
	}
}

func TestHandler_HostileDataIsText(t *testing.T) {
	t.Parallel()
	for _, words := range []string{
		`"><script>alert(1)</script>`, `' onmouseover='alert(1)`, `</title></svg><style>*{display:none}</style>`,
		`{{.}}&lt;b&gt;`, `javascript:alert(1)`, `]]><!--`,
	} {
		d := hostile(t, words)
		h := explorer.Handler(d)
		for _, lang := range []string{"en", "ur"} {
			addresses := []string{
				"/", "/brief", "/chart/timeline", "/chart/ties", "/chart/years", "/chart/years?between=FI,SE",
				"/?q=" + url.QueryEscape(words),
			}
			for r := range d.All() {
				addresses = append(addresses, "/record/"+string(r.AsFact().ID))
			}
			for s := range d.Sources() {
				addresses = append(addresses, "/source/"+string(s.ID))
			}
			for _, address := range addresses {
				sep := "?"
				if strings.Contains(address, "?") {
					sep = "&"
				}
				w := get(h, address+sep+"lang="+lang)
				if w.Code != http.StatusOK {
					t.Fatalf("%s answers %d", address, w.Code)
				}
				list, _ := links(t, w.Body.String())
				for _, l := range list {
					if strings.HasPrefix(strings.ToLower(l.to), "javascript") {
						t.Errorf("%s has a link to %q", address, l.to)
					}
				}
				if t.Failed() {
					t.Fatalf("%s of %q", address, words)
				}
			}
		}
	}
}

func TestHandler_HostileQuestions(t *testing.T) {
	t.Parallel()
	h := explorer.Handler(entente.Article())
	long := strings.Repeat("a", 5000)
	for _, address := range []string{
		"/?q=" + long, "/" + long, "/record/" + long, "/?between=" + long[:1000] + "," + long[:500],
		"/?kind=" + strings.Repeat("nation,", 250),
		"/?lang=" + long[:200], "/?page=99999999999999999999", "/?page=-1", "/?q=%00%ff", "/%00", "/record/%2e%2e%2f",
		"/?q=%",
		"/?during=-9999/9999", "/chart/years?between=PK,RU&during=-9999/9999",
		"/chart/years.json?between=PK,RU&during=-9999/9999",
		"/chart/timeline?during=-9999/9999",
		"/?involving=%22%3E%3Cscript%3E", "/?q=%22%3E%3Cscript%3E", "/record/%3Cscript%3E",
		"/?%3Cb%3E=1",
		"/?a;b", "//evil.example/", "/?" + strings.Repeat("kind=nation&", 100),
		"/?lang=en-x-" + strings.Repeat("abc-", 30) + "d",
	} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		u, err := url.ParseRequestURI(address)
		if err != nil {
			continue // a server refuses it
		}
		r.URL, r.RequestURI = u, address
		r.Header.Set("Accept-Language", long)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code >= 500 || w.Body.Len() > 1<<20 {
			t.Errorf("%.60q answers %d with %d bytes", address, w.Code, w.Body.Len())
		}
		if strings.Contains(w.Header().Get("Content-Type"), "html") {
			links(t, w.Body.String())
			if strings.Contains(w.Body.String(), "<script") {
				t.Errorf("%.60q repeats a script", address)
			}
		}
	}
}

func TestHandler_TellsEverythingThatIsWrong(t *testing.T) {
	t.Parallel()
	h := explorer.Handler(entente.Chronicle())
	const question = "/?kind=meating&involving=Pakstan&during=yesterday&about=trad&lang="
	for lang, want := range map[string][]string{
		"en": {"meating", "meeting", "Pakstan", "PK (Pakistan)", "yesterday", "not a period", "trade"},
		"ru": {"meating", "meeting", "Pakstan", "не период"},
		"ur": {"meating", "meeting", "Pakstan", "مدت نہیں"},
	} {
		w := get(h, question+lang)
		for _, words := range want {
			if !strings.Contains(w.Body.String(), words) {
				t.Errorf("the page in %s does not say %q", lang, words)
			}
		}
	}
	var answer struct{ Mistakes []string }
	if err := json.Unmarshal(get(h, "/index.json"+question[1:]+"en").Body.Bytes(), &answer); err != nil ||
		len(answer.Mistakes) != 4 {
		t.Errorf("the mistakes are %q, %v", answer.Mistakes, err)
	}
}

func TestHandler_HeadHasTheHeadersOfGet(t *testing.T) {
	t.Parallel()
	server := httptest.NewServer(explorer.Handler(entente.Article()))
	defer server.Close()
	for _, address := range []string{"/", "/record/fomin", "/index.json", "/chart/ties.svg", "/style.css",
		"/nothing"} {
		var headers [2]http.Header
		for i, method := range []string{http.MethodGet, http.MethodHead} {
			r, _ := http.NewRequest(method, server.URL+address, nil)
			answer, err := server.Client().Do(r)
			if err != nil {
				t.Fatal(err)
			}
			answer.Body.Close()
			headers[i] = answer.Header
			headers[i].Del("Date")
		}
		if diff := cmp.Diff(headers[0], headers[1]); diff != "" {
			t.Errorf("%s: (-GET +HEAD)\n%s", address, diff)
		}
		for _, name := range []string{
			"Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Content-Length", "Vary",
		} {
			if headers[0].Get(name) == "" {
				t.Errorf("%s has no %s", address, name)
			}
		}
		if policy := headers[0].Get("Content-Security-Policy"); !strings.HasPrefix(policy, "default-src 'none'; ") {
			t.Errorf("%s has the policy %q", address, policy)
		}
	}
}

func TestHandler_ReadsWhatTheBrowserAsksFor(t *testing.T) {
	t.Parallel()
	h := explorer.Handler(entente.Article())
	for _, test := range []struct{ address, header, value, want string }{
		{"/", "Accept-Language", "ru-KZ, en;q=0.5", `<html lang="ru" dir="ltr"`},
		{"/", "Accept-Language", "ur", `<html lang="ur" dir="rtl"`},
		{"/", "Accept-Language", "fr", `<html lang="en" dir="ltr"`},
		{"/?lang=en", "Accept-Language", "ru", `<html lang="en" dir="ltr"`},
		{"/", "Accept", "application/json", `{"records":`},
		{"/", "Accept", "text/html, application/json", `<!DOCTYPE html>`},
	} {
		r := httptest.NewRequest(http.MethodGet, test.address, nil)
		r.Header.Set(test.header, test.value)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if !strings.Contains(w.Body.String()[:min(200, w.Body.Len())], test.want) {
			t.Errorf("%s with %s %q has no %q", test.address, test.header, test.value, test.want)
		}
	}
}

// A narrowed dataset shows its records and what they refer to, and nothing else.
func TestHandler_HidesWhatIsNotInTheDataset(t *testing.T) {
	t.Parallel()
	d := entente.Chronicle()
	part := d.Filter(func(r entente.Record) bool { return r.AsFact().ID == "druzhba-7" })
	h := explorer.Handler(part)
	for address, want := range map[string]int{
		"/record/druzhba-7": 200, "/record/PK": 200, "/record/druzhba": 200,
		"/record/druzhba-6": 404, "/record/lavrov": 404,
	} {
		if got := get(h, address).Code; got != want {
			t.Errorf("%s answers %d, want %d", address, got, want)
		}
	}
}

// What somebody said or expects is never shown as a fact.
func TestHandler_ListsTellWhoSaysIt(t *testing.T) {
	t.Parallel()
	d := entente.Article()
	h := explorer.Handler(d)
	if n := d.OfKind(entente.KindStatement).Len(); n > 50 {
		t.Fatalf("%d statements do not fit a page", n)
	}
	page := get(h, "/?kind=statement&lang=en").Body.String()
	for s := range d.Statements() {
		said := d.Name(s.Speakers[len(s.Speakers)-1], language.English) + ": " + s.Gist.Words(language.English)
		if !strings.Contains(page, html.EscapeString(said)) {
			t.Errorf("the list has no %q", said)
		}
		heading := html.UnescapeString(get(h, "/record/"+string(s.ID)+"?lang=en").Body.String())
		if !strings.Contains(heading, said+"</h1>") {
			t.Errorf("the page of %s has no heading %q", s.ID, said)
		}
	}
	page = get(h, "/?kind=assessment&lang=en").Body.String()
	if !strings.Contains(page, `<span class="quiet">assessed`) {
		t.Errorf("the list of assessments does not say that they are:\n%s", page)
	}
}

func TestHandler_ListsTellWhichExercisesWereNotHeld(t *testing.T) {
	t.Parallel()
	d, err := entente.Decode("file", strings.NewReader(`{"format": "entente/1", "sources": [{"id": "s"}], "exercises": [
		{"id": "a", "name": {"en": "Ice"}, "status": "cancelled", "basis": "reported", "cites": [{"source": "s"}], "contingents": [{"nation": "FI"}]},
		{"id": "b", "name": {"en": "Snow"}, "status": "planned", "basis": "attributed", "by": "FI", "cites": [{"source": "s"}]},
		{"id": "c", "name": {"en": "Fog"}, "status": "proposed", "basis": "reported", "cites": [{"source": "s"}]},
		{"id": "d", "name": {"en": "Hail"}, "status": "held", "basis": "reported", "cites": [{"source": "s"}]}]}`))
	if err != nil {
		t.Fatal(err)
	}
	page := get(explorer.Handler(d), "/?lang=en").Body.String()
	for _, want := range []string{">Ice</bdi></a> <span class=\"quiet\">cancelled · ", ">Snow</bdi></a> <span class=\"quiet\">planned, ",
		">Fog</bdi></a> <span class=\"quiet\">proposed by one side</span>", ">Hail</bdi></a></li>"} {
		if !strings.Contains(page, want) {
			t.Errorf("the list has no %q:\n%s", want, page)
		}
	}
}

// A picture in a briefing of one year tells what was searched in it.
func TestHandler_BriefingOfAYearKnowsWhatWasSearched(t *testing.T) {
	t.Parallel()
	h := explorer.Handler(entente.Chronicle())
	drawn := func(address string) string {
		_, after, _ := strings.Cut(get(h, address).Body.String(), "<svg")
		picture, _, _ := strings.Cut(after, "</svg>")
		return strings.ReplaceAll(picture, "./../", "./") // the pages differ in their depth
	}
	const question = "?between=PK,RU&during=2024&lang=en"
	if diff := cmp.Diff(drawn("/chart/timeline"+question), drawn("/brief"+question)); diff != "" {
		t.Error("(-chart +briefing)", diff)
	}
}
