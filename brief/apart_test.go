package brief_test

import (
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/brief"
)

// meetings has two meetings of the same people on two days, two on one day in two
// towns, and one of others.
const meetings = `"meetings": [
	{"id": "a", FACT, "when": "2024-01-16", "attendees": [{"actor": "o"}, {"actor": "SE"}], "places": [{"name": {"en": "Turku"}}],
		"note": {"en": "first"}, "claims": [{"member": "when", "value": "2024-01-15", CITES}]},
	{"id": "b", FACT, "when": "2024-01-17", "attendees": [{"actor": "o"}, {"actor": "SE"}], "note": {"en": "second"}},
	{"id": "c", FACT, "when": "2024-03-20", "attendees": [{"actor": "p"}, {"actor": "SE"}], "places": [{"name": {"en": "Oulu"}}], "note": {"en": "third"}},
	{"id": "d", FACT, "when": "2024-03-20", "attendees": [{"actor": "p"}, {"actor": "SE"}], "places": [{"name": {"en": "Kemi"}}], "note": {"en": "fourth"}},
	{"id": "e", FACT, "when": "2024-05-01", "attendees": [{"actor": "o"}, {"actor": "p"}], "note": {"en": "fifth"}}],`

func TestRecords_OfOneNameAreToldApart(t *testing.T) {
	t.Parallel()
	d := decode(t, north+meetings+sourceS)
	wantLines(t, d,
		"  - Otto and Sweden, 16 January 2024. The date: 16 January 2024. According to Untitled source: 15 January 2024. [1]",
		"  - The place of a meeting: Otto and Pia; Otto and Sweden, 17 January 2024.",
		"  - Otto and Sweden, 16 January 2024: first [1]",
		"  - Otto and Sweden, 17 January 2024: second [1]",
		"  - Pia and Sweden, 20 March 2024, Oulu: third [1]",
		"  - Pia and Sweden, 20 March 2024, Kemi: fourth [1]",
		"  - Otto and Pia: fifth [1]")
	for lang, want := range map[string]string{
		"ru": "  - Otto и Швеция, 16 января 2024\u00a0года: first [1]\n",
		"ur": "  - \u2068Otto\u2069 اور سویڈن، 16 جنوری 2024: \u2068first\u2069 [1]\n",
	} {
		if got := write(t, brief.Writer{Language: language.Make(lang)}, d); !strings.Contains(got, want) {
			t.Errorf("%s: no %q in\n%s", lang, want, got)
		}
	}
	later := decode(t, north+strings.Replace(meetings, `{"en": "Turku"}`, `{"en": "Vaasa"}`, 1)+sourceS)
	if got, want := writeChanges(t, brief.Writer{}, d, later), "  - Otto and Sweden, 16 January 2024: in the place, instead of Turku: Vaasa. [1]\n"; !strings.Contains(got, want) {
		t.Errorf("no %q in\n%s", want, got)
	}
}

// The order is that of the times as stated: "about 2019" may be 2018, but reads as 2019.
func TestAgreements_AreNewestFirstAsStated(t *testing.T) {
	t.Parallel()
	d := decode(t, north+`"agreements": [
		{"id": "a", FACT, "when": "2018-03-12", "name": {"en": "Pact A"}, "parties": [{"actor": "FI"}, {"actor": "SE"}]},
		{"id": "b", FACT, "when": "2019~", "name": {"en": "Pact B"}, "parties": [{"actor": "FI"}, {"actor": "SE"}]},
		{"id": "c", FACT, "when": "2019-01-01", "name": {"en": "Pact C"}, "parties": [{"actor": "FI"}, {"actor": "SE"}]},
		{"id": "d", FACT, "name": {"en": "Pact D"}, "parties": [{"actor": "FI"}, {"actor": "SE"}]},
		{"id": "e", FACT, "when": "2020-01", "name": {"en": "Pact E"}, "parties": [{"actor": "FI"}, {"actor": "SE"}]}],`+sourceS)
	got := write(t, brief.Writer{Sections: []brief.Section{brief.SectionRelations}}, d)
	_, got, _ = strings.Cut(got, "Agreements:")
	var order strings.Builder
	for _, part := range strings.Split(got, "Pact ")[1:] {
		order.WriteByte(part[0])
	}
	if order.String() != "EBCAD" {
		t.Errorf("%s, want EBCAD:\n%s", &order, got)
	}
}

// The words of a source are its publisher, title, authors or host, and never its ID.
func TestSources_AreNotCalledByTheirIDs(t *testing.T) {
	t.Parallel()
	for members, want := range map[string]string{
		`"publisher": {"en": "Paper"}, "url": "https://p.example/a"`: "Paper. https://p.example/a",
		`"authors": ["A. Writer"]`:                                   "A. Writer.",
		`"url": "https://www.p.example/a?b#c"`:                       "p.example. https://www.p.example/a?b#c",
		`"url": "p.example#c"`:                                       "p.example. p.example#c",
		`"url": "www.p.example/2024/https://q.example/"`:             "p.example. www.p.example/2024/https://q.example/",
		`"published": "2024"`:                                        "Untitled source, 2024.",
		`"url": "p.example?b/c", "published": "2024"`:                "p.example, 2024. p.example?b/c",
	} {
		d := decode(t, north+`"sources": [{"id": "s", `+members+`}]`)
		wantLines(t, d, "1. "+want)
	}
	two := func(one, other string) *entente.Dataset {
		return decode(t, `"sources": [{"id": "s", `+one+`}, {"id": "t", `+other+`}],
			"regions": [
			{"id": "q", "basis": "reported", "name": {"en": "North"}, "cites": [{"source": "s"}, {"source": "t"}]},
			{"id": "r", "basis": "reported", "name": {"en": "South"}, "cites": [{"source": "s", "paragraphs": [1]}, {"source": "t", "paragraphs": [1]}]}]`)
	}
	for _, tt := range []struct{ one, other, first, second string }{
		{`"publisher": {"en": "Paper"}, "url": "https://p.example/a"`, `"publisher": {"en": "Paper"}, "url": "https://q.example/a"`,
			"3. Paper, p.example, paragraph 1.", "4. Paper, q.example, paragraph 1."},
		{`"publisher": {"en": "Paper"}, "url": "https://p.example/a"`, `"publisher": {"en": "Paper"}, "url": "https://p.example/b"`,
			"3. Paper, p.example/a, paragraph 1.", "4. Paper, p.example/b, paragraph 1."},
		{`"publisher": {"en": "Paper"}, "title": {"en": "One"}`, `"publisher": {"en": "Paper"}, "title": {"en": "Two"}, "url": "https://p.example/b"`,
			"3. Paper, “One”, paragraph 1.", "4. Paper, “Two”, paragraph 1."},
		{`"url": "https://p.example/a", "published": "2024"`, `"url": "https://p.example/b", "published": "2024"`,
			"3. p.example, 2024, p.example/a, paragraph 1.", "4. p.example, 2024, p.example/b, paragraph 1."},
		{`"title": {"en": "One"}, "url": "p.example/a"`, `"title": {"en": "One"}, "url": "p.example/b"`,
			"3. One, p.example/a, paragraph 1.", "4. One, p.example/b, paragraph 1."},
		{`"title": {"en": "One"}`, `"title": {"en": "One"}`, "3. One, paragraph 1.", "4. One, paragraph 1."},
		{`"language": "en"`, `"language": "en"`, "3. Untitled source, paragraph 1.", "4. Untitled source, paragraph 1."},
	} {
		wantLines(t, two(tt.one, tt.other), tt.first, tt.second)
	}
	// Where the address follows, it tells the source from others.
	d := decode(t, `"sources": [{"id": "s", "publisher": {"en": "Paper"}, "published": "2024", "url": "https://p.example/a"},
			{"id": "t", "publisher": {"en": "Paper"}, "published": "2024", "url": "https://p.example/b"}],
		"statements": [{"id": "a", SAID, "speakers": ["FI"], "gist": {"en": "it rains"}}]`)
	if got, want := write(t, brief.Writer{Length: brief.LengthDigest}, d), "\n1. Paper, 2024. https://p.example/a\n"; !strings.Contains(got, want) {
		t.Errorf("no %q in\n%s", want, got)
	}
	if got, want := writeChanges(t, brief.Writer{}, nil, d), "  - Paper, 2024, https://p.example/b\n"; !strings.Contains(got, want) {
		t.Errorf("no %q in\n%s", want, got)
	}
}

// What cannot be dated does not count as undated.
func TestNumbers_CountAsUndatedWhatCouldHaveADate(t *testing.T) {
	t.Parallel()
	d := decode(t, north+meetings+`"regions": [{"id": "r", FACT, "name": {"en": "North"}}],
		"statements": [{"id": "x", SAID, "speakers": ["FI"], "gist": {"en": "it rains"}}],`+sourceS)
	wantLines(t, d, "  - 11 records, 1 undated.")
}

func TestPhrasebook_NamesAsABriefingDoes(t *testing.T) {
	t.Parallel()
	d := decode(t, north+meetings+`"exercises": [{"id": "x", FACT}],`+sourceS)
	for _, tt := range []struct {
		lang     string
		id, want entente.ID
	}{
		{"en", "a", "Otto and Sweden"}, {"ru", "a", "Otto и Швеция"}, {"ur", "a", "Otto اور سویڈن"},
		{"en", "o", "Otto"}, {"ru", "FI", "Финляндия"}, {"ru", "NO", "Норвегия"}, {"en", "x", "x"}, {"en", "nobody", "nobody"},
	} {
		if got := brief.NewPhrasebook(language.Make(tt.lang)).Name(d, tt.id); got != string(tt.want) {
			t.Errorf("%s in %s: %q, want %q", tt.id, tt.lang, got, tt.want)
		}
	}
	if got := (brief.Phrasebook{}).Name(nil, "SE"); got != "Sweden" {
		t.Errorf("the zero Phrasebook: %q", got)
	}
}

// Words of the data have single spaces, and no line of their own.
func TestWrite_WordsOfTheDataAreOnOneLine(t *testing.T) {
	t.Parallel()
	d := decode(t, `"title": {"en": "Two words"}, "regions": [
		{"id": "r", FACT, "name": {"en": "far  North"}, "m49": "154", "note": {"en": "one\u200b  two"}}], `+sourceS)
	wantLines(t, d, "Two words", "  - Far North. M49 code: 154. [1]", "  - Far North: one two [1]")
}
