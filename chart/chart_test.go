package chart_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/chart"
	"github.com/entente-go/entente/edtf"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// A picture is one of the three, with settings.
type picture interface {
	Write(w io.Writer, d *entente.Dataset) error
}

// pictures returns one of each in a language, of the pair.
func pictures(tag language.Tag, width int, a, b entente.ID) map[string]picture {
	return map[string]picture{
		"timeline": chart.Timeline{Language: tag, Width: width},
		"ties":     chart.Ties{Language: tag, Width: width, Pairs: 6},
		"years":    chart.Years{Language: tag, Width: width, A: a, B: b},
	}
}

func draw(t testing.TB, p picture, d *entente.Dataset) string {
	t.Helper()
	var b bytes.Buffer
	if err := p.Write(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func decode(t testing.TB, file string) *entente.Dataset {
	t.Helper()
	d, err := entente.Decode("file", strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestPictures_Golden(t *testing.T) {
	t.Parallel()
	d := entente.Chronicle()
	for _, lang := range []string{"en", "ru", "ur"} {
		for name, p := range pictures(language.Make(lang), 720, "PK", "US") {
			part := d
			if name == "timeline" {
				part = d.Between("PK", "US")
			}
			got := draw(t, p, part)
			sound(t, got)
			file := filepath.Join("testdata", name+"."+lang+".svg")
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
					t.Fatal(err)
				}
				continue
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s differs; run go test -update, look at the picture", file)
			}
		}
	}
}

// allowed are the elements and attributes of a picture.
var allowed = map[string]string{
	"svg": "xmlns class lang direction viewBox width height role aria-labelledby", "title": "id", "desc": "id",
	"style": "", "defs": "", "pattern": "id width height patternUnits", "a": "href", "g": "role aria-label aria-hidden",
	"path": "class d", "rect": "class fill x y width height rx", "circle": "class cx cy r",
	"text": "class x y text-anchor direction",
}

// sound fails unless the picture is XML with nothing in it but what a picture has.
func sound(t *testing.T, svg string) {
	t.Helper()
	dec := xml.NewDecoder(strings.NewReader(svg))
	depth, roots := 0, 0
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("%v in\n%.2000s", err, svg)
		}
		switch e := tok.(type) {
		case xml.StartElement:
			if depth++; depth == 1 {
				roots++
			}
			names, ok := allowed[e.Name.Local]
			if !ok {
				t.Errorf("an element %q", e.Name.Local)
			}
			for _, a := range e.Attr {
				if !strings.Contains(" "+names+" ", " "+a.Name.Local+" ") {
					t.Errorf("an attribute %q of %q", a.Name.Local, e.Name.Local)
				}
				if a.Name.Local == "href" && !strings.HasPrefix(a.Value, "https://") && !strings.HasPrefix(a.Value, "http://") {
					t.Errorf("a link to %q", a.Value)
				}
				if strings.ContainsAny(a.Value, "\x00\x1b") || strings.Contains(a.Value, "NaN") || strings.Contains(a.Value, "Inf") {
					t.Errorf("%s is %q", a.Name.Local, a.Value)
				}
			}
		case xml.EndElement:
			depth--
		case xml.CharData:
			if i := strings.IndexAny(string(e), "\x1b\u202e\u202d\u2066\u2067\u2068\u2069"); i >= 0 {
				t.Errorf("%q in %.80q", e[i], e)
			}
		case xml.Comment, xml.Directive, xml.ProcInst:
			t.Errorf("%T %v", e, e)
		}
	}
	if roots != 1 || !strings.HasPrefix(svg, "<svg ") {
		t.Errorf("%d roots in %.100q", roots, svg)
	}
}

// payloads are words that try to be more than words.
var payloads = []string{
	`</text><script>alert(1)</script>`, `"><image href="http://x.example/"/>`, `' onload='alert(1)`, `<![CDATA[`, `-->`, `]]>`, `&lt;b&gt;`,
	`</title></svg><svg onload=alert(1)>`, "\u202egnp.exe", "\u2066a\u2069", "a\u0301\u0301\u0301\u0301", "\u200b",
	"javascript:alert(1)", "url(#x)", "}</style><script>", strings.Repeat("long ", 3000), strings.Repeat("W", 9000), "مشق <b>", "😀👩‍👩‍👧", "%[1]s%[2]s",
}

func TestPictures_KeepPayloadsAsWords(t *testing.T) {
	t.Parallel()
	for _, payload := range payloads {
		quoted, _ := entente.MustValueOf(payload).MarshalJSON()
		d, err := entente.Decode("file", strings.NewReader(strings.ReplaceAll(`{"format": "entente/1", "title": {"en": PAYLOAD},
			"sources": [{"id": "s", "url": "https://s.example/", "title": {"en": PAYLOAD}}],
			"nations": [{"id": "FI", "name": {"en": PAYLOAD}, "basis": "reported", "cites": [{"source": "s"}]}],
			"exercises": [
				{"id": "a", "name": {"en": PAYLOAD}, "when": "2020", "basis": "reported", "cites": [{"source": "s"}],
					"contingents": [{"nation": "FI"}, {"nation": "SE"}]},
				{"id": "b", "name": {"en": PAYLOAD}, "timing": {"en": PAYLOAD}, "basis": "reported", "cites": [{"source": "s"}],
					"contingents": [{"nation": "FI"}, {"nation": "SE"}]}],
			"meetings": [{"id": "m", "name": {"en": PAYLOAD}, "when": "2021-02-03", "basis": "reported", "cites": [{"source": "s"}],
				"attendees": [{"actor": "FI"}, {"actor": "SE"}]}]}`, "PAYLOAD", string(quoted))))
		if err != nil {
			d = nil // the loader refuses it, a title need not
		}
		link := func(entente.ID) string { return payload }
		for _, p := range []picture{
			chart.Timeline{}, chart.Timeline{Title: payload, Class: payload, IDs: payload}, chart.Ties{Title: payload}, chart.Years{A: "FI", B: "SE"},
			chart.Timeline{Width: 300, Language: language.Urdu}, chart.Years{A: "FI", B: "SE", Title: payload, Width: 1},
			chart.Ties{LinkTies: func(a, b entente.ID, k entente.Kind) string { return "javascript:" + payload }},
		} {
			sound(t, draw(t, p, d))
		}
		if svg := draw(t, chart.Timeline{Link: link}, d); strings.Contains(strings.ToLower(svg), `href="javascript`) {
			t.Errorf("%q is a link", payload)
		}
	}
}

func TestPictures_OfLittleAreSound(t *testing.T) {
	t.Parallel()
	one := func(when string) *entente.Dataset {
		return decode(t, `{"format": "entente/1", "sources": [{"id": "s"}], "exercises": [{"id": "e", `+when+`
			"basis": "reported", "cites": [{"source": "s"}], "contingents": [{"nation": "FI"}, {"nation": "SE"}]}]}`)
	}
	for _, when := range []string{"", "2024-10-05", "2024", "20XX", "../2024", "2024/..", "/2024-01", "-9999", "9999", "-9999/9999",
		"2024-21", "2024~", "0000", "../.."} {
		if when != "" {
			if _, err := edtf.ParsePeriod(when); err != nil {
				continue
			}
			when = `"when": "` + when + `",`
		}
		for _, lang := range []string{"en", "ur", "de", "und"} {
			for _, width := range []int{-5, 1, 280, 1 << 30} {
				for _, p := range pictures(language.Make(lang), width, "FI", "SE") {
					svg := draw(t, p, one(when))
					sound(t, svg)
					if p, ok := p.(chart.Timeline); ok && !strings.Contains(svg, `role="listitem"`) {
						t.Errorf("%s %+v does not have the exercise", when, p)
					}
				}
			}
		}
	}
	for _, p := range pictures(language.English, 0, "FI", "SE") {
		svg := draw(t, p, nil)
		sound(t, svg)
		if !strings.Contains(svg, "There is nothing to draw.") || !strings.Contains(svg, `role="img"`) {
			t.Errorf("a picture of nothing is %s", svg)
		}
	}
}

// many returns a dataset of n exercises of two nations, several a day.
func many(t testing.TB, n int) *entente.Dataset {
	t.Helper()
	fact := func(id string, when edtf.Period) entente.Fact {
		return entente.Fact{ID: entente.ID(id), When: when, Basis: entente.BasisReported, Cites: []entente.Citation{{Source: "s"}}}
	}
	records := entente.Records{Sources: []entente.Source{{ID: "s"}}}
	for i := range n {
		date, err := edtf.NewDate(1900+i%120, 1+i%12, 1+i%28)
		if err != nil {
			t.Fatal(err)
		}
		records.Exercises = append(records.Exercises, entente.Exercise{
			Fact: fact(fmt.Sprintf("x-%d", i), date.Period()), Contingents: []entente.Contingent{{Nation: "FI"}, {Nation: "SE"}},
		})
	}
	d, err := entente.New(records)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestTimeline_CountsWhatItDoesNotDraw(t *testing.T) {
	t.Parallel()
	svg := draw(t, chart.Timeline{}, many(t, 20000))
	sound(t, svg)
	if marks := strings.Count(svg, `role="listitem"`); marks < 300 || len(svg) > 1<<20 {
		t.Errorf("%d marks, %d bytes", marks, len(svg))
	}
	if !strings.Contains(svg, "of 20,000. The others are counted") {
		t.Errorf("it does not say that it leaves records out: %.1500s", svg)
	}
}

// An exercise that has not begun must not look as if it were held.
func TestPictures_DrawExercisesThatWereNotHeldApart(t *testing.T) {
	t.Parallel()
	file := func(status, when string) *entente.Dataset {
		return decode(t, `{"format": "entente/1", "sources": [{"id": "s"}], "coverage": [{}],
			"meetings": [{"id": "m", "when": "2020-03-04", "basis": "reported", "cites": [{"source": "s"}], "attendees": [{"actor": "FI"}, {"actor": "SE"}]}],
			"exercises": [{"id": "e", `+status+when+` "basis": "reported", "cites": [{"source": "s"}], "contingents": [{"nation": "FI"}, {"nation": "SE"}]}]}`)
	}
	const legend = ">not held (proposed, planned or cancelled)<"
	for _, c := range []struct{ status, title string }{
		{"", ""}, {"held", ""}, {"under-way", ""},
		{"proposed", "proposed by one side"}, {"planned", "planned"}, {"cancelled", "cancelled"},
	} {
		status := ""
		if c.status != "" {
			status = `"status": "` + c.status + `",`
		}
		for _, when := range []string{`"when": "2020-05-01/2020-05-09",`, `"when": "2020-05",`, ``} {
			d := file(status, when)
			timeline, ties := draw(t, chart.Timeline{}, d), draw(t, chart.Ties{}, d)
			years := draw(t, chart.Years{A: "FI", B: "SE"}, d)
			for name, svg := range map[string]string{"timeline": timeline, "ties": ties, "years": years} {
				sound(t, svg)
				if got, want := strings.Contains(svg, legend), c.title != "" && (name != "years" || when != ""); got != want {
					t.Errorf("%s of %q, %s: a legend %v", name, c.status, when, got)
				}
			}
			if got := strings.Contains(timeline, ` hollow"`); got != (c.title != "") {
				t.Errorf("%q, %s: hollow %v", c.status, when, got)
			}
			if c.title == "" {
				continue
			}
			for svg, want := range map[string]string{
				timeline: "Finland, Sweden. " + c.title, ties: ">×<",
			} {
				if !strings.Contains(svg, want) {
					t.Errorf("%q, %s: no %s", c.status, when, want)
				}
			}
			for _, want := range []string{"2020, exercises: not held (proposed, planned or cancelled): 1", ">×<"} {
				if when != "" && !strings.Contains(years, want) {
					t.Errorf("%q, %s: no %s", c.status, when, want)
				}
			}
			if n := strings.Count(years, `class="one"`); when != "" && n != 2 { // the meeting, and the sign for it
				t.Errorf("%q, %s: %d bars", c.status, when, n)
			}
			if strings.Contains(timeline, "Exercises: 1") || strings.Contains(ties, "Exercises: 1") {
				t.Errorf("%q, %s: counted as held", c.status, when)
			}
		}
	}
}

func TestWrite_RefusesNilWriterAndOnePartyTwice(t *testing.T) {
	t.Parallel()
	for name, p := range pictures(language.English, 0, "FI", "SE") {
		if err := p.Write(nil, nil); err == nil {
			t.Errorf("%s writes to nothing", name)
		}
	}
	for _, y := range []chart.Years{{}, {A: "FI"}, {A: "FI", B: "FI"}} {
		if err := y.Write(io.Discard, nil); err == nil {
			t.Errorf("%+v is drawn", y)
		}
	}
}

func TestLinks_LeadToRecordsOrSources(t *testing.T) {
	t.Parallel()
	d := entente.Chronicle().Between("PK", "RU")
	svg := draw(t, chart.Timeline{}, d)
	if n := strings.Count(svg, `<a href="http`); n < d.OfKind(entente.KindExercise, entente.KindMeeting).Len() {
		t.Errorf("%d links to sources", n)
	}
	svg = draw(t, chart.Timeline{Link: func(id entente.ID) string { return "/record/" + string(id) }}, d)
	if !strings.Contains(svg, `<a href="/record/druzhba-7">`) {
		t.Error("no link to a record")
	}
}

func TestBare_HasNoStyle(t *testing.T) {
	t.Parallel()
	svg := draw(t, chart.Timeline{Bare: true}, entente.Article())
	if strings.Contains(svg, "<style") || strings.Contains(svg, "style=") {
		t.Error("a bare picture has a style")
	}
	for _, selector := range strings.Split(chart.Style(), "\n") {
		if s := strings.TrimSpace(selector); s != "" && s != "}" && !strings.HasPrefix(s, ".entente-chart") && !strings.HasPrefix(s, "@media") {
			t.Errorf("%q is beyond pictures", s)
		}
	}
}

func TestTies_NameThePeriodThatWasAsked(t *testing.T) {
	t.Parallel()
	d := entente.Chronicle().Between("PK", "RU").During(edtf.MustParsePeriod("2021/2024"))
	for lang, want := range map[string]string{
		"en": ">Ties, and what they consist of: Pakistan – Russia, 2021–2024<",
		"ru": ">Кто с кем и чем связан: Пакистан\u00a0— Россия, 2021–2024\u00a0годы<",
		"ur": ">کس کے کس سے کتنے تعلقات ہیں: پاکستان – روس، 2021 تا 2024<",
	} {
		if svg := draw(t, chart.Ties{Language: language.Make(lang)}, d); !strings.Contains(svg, want) {
			t.Errorf("%s: no title %s in %.300s", lang, want, svg)
		}
	}
}

func TestTies_LeaveOutPairsThatWereNotAsked(t *testing.T) {
	t.Parallel()
	d := decode(t, `{"format": "entente/1", "sources": [{"id": "s"}], "coverage": [{}], "meetings": [
		{"id": "both", "when": "2018", "basis": "reported", "cites": [{"source": "s"}], "attendees": [{"actor": "KG"}, {"actor": "UZ"}]},
		{"id": "all", "when": "2019", "basis": "reported", "cites": [{"source": "s"}], "attendees": [{"actor": "KG"}, {"actor": "KZ"}, {"actor": "UZ"}]}]}`)
	for _, c := range []struct {
		d     *entente.Dataset
		title string
		pair  bool
	}{
		{d, ">Ties, and what they consist of<", true},
		{d.Involving("KZ"), ">Ties, and what they consist of: Kazakhstan<", false},
		{d.Between("KZ", "UZ"), ">Ties, and what they consist of: Kazakhstan – Uzbekistan<", false},
		{d.Involving("KZ", "KG"), ">Ties, and what they consist of: Kazakhstan, Kyrgyzstan<", true},
		{d.During(edtf.MustParsePeriod("2018/2019")), ">Ties, and what they consist of: 2018–2019<", true},
		{d.During(edtf.MustParsePeriod("2019/..")).Involving("KZ"), ">Ties, and what they consist of: Kazakhstan, since 2019<", false},
	} {
		svg := draw(t, chart.Ties{}, c.d)
		if got := strings.Contains(svg, "Kyrgyzstan – Uzbekistan"); got != c.pair {
			t.Errorf("%s: Kyrgyzstan and Uzbekistan are drawn: %v", c.title, got)
		}
		if !strings.Contains(svg, c.title) {
			t.Errorf("no title %s", c.title)
		}
	}
}
