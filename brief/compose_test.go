package brief_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/brief"
)

func TestSelection_IntroducesOfficialsItNames(t *testing.T) {
	d := decode(t, north+`
		"meetings": [{"id": "m", FACT, "name": {"en": "The talks"}, "attendees": [{"actor": "o"}, {"actor": "SE"}]}],
		"agreements": [{"id": "a", FACT, "name": {"en": "The pact"}, "parties": [{"actor": "FI"}, {"actor": "SE"}], "signatories": ["p"]}],
		"statements": [
			{"id": "said", SAID, "speakers": ["o"], "to": ["p"], "meeting": "m", "gist": {"en": "it rains"}},
			{"id": "told", SAID, "speakers": ["FI"], "to": ["p"], "gist": {"en": "it snows"}},
			{"id": "asked", SAID, "speakers": ["o"], "gist": {"en": "it thaws"}}],
		"assessments": [{"id": "seen", SAID, "by": "o", "gist": {"en": "it clears"}, "modality": "unhedged"}],`+sourceS)
	const otto, pia = "  - Otto, Finland. [1]", "  - Pia. [1]"
	for _, tt := range []struct {
		id        entente.ID
		otto, pia bool
		elsewhere string
	}{
		{"m", true, false, "The talks"},
		{"a", false, true, "The pact"},
		{"told", false, true, "it snows"},
		{"asked", true, false, "it thaws"},
		{"seen", true, false, "it clears"},
		{"said", true, true, "Said at: The talks."},
	} {
		got := write(t, brief.Writer{}, only(d, tt.id))
		for words, want := range map[string]bool{otto: tt.otto, pia: tt.pia, tt.elsewhere: true} {
			if strings.Contains(got, words) != want {
				t.Errorf("%v: %q is there: %v, want %v\n%s", tt.id, words, !want, want, got)
			}
		}
	}
	if got := write(t, brief.Writer{}, d); strings.Contains(got, "Said at:") {
		t.Errorf("the meeting is named twice:\n%s", got)
	}
}

func TestWrite_UntitledDataset(t *testing.T) {
	d := decode(t, north+sourceS)
	for format, want := range map[brief.Format]string{
		brief.FormatText:     "Briefing\n\nUntitled source. Numbers lead to the notes.\n",
		brief.FormatMarkdown: "# Briefing\n\n",
		brief.FormatHTML:     "<h2>Briefing</h2>\n",
	} {
		if got := write(t, brief.Writer{Format: format}, d); !strings.Contains(got, want) {
			t.Errorf("%v: no %q in\n%s", format, want, got)
		}
	}
}

func TestSources_OfOneNameAreToldApart(t *testing.T) {
	d := decode(t, `"sources": [{"id": "s"},
			{"id": "one", "publisher": {"en": "Agency"}, "published": "2024-03-01"},
			{"id": "two", "publisher": {"en": "Agency"}, "published": "2024-03-01"},
			{"id": "three", "publisher": {"en": "Agency"}, "published": "2024"},
			{"id": "four", "title": {"en": "Report"}},
			{"id": "five", "title": {"en": "Report"}, "published": "2023"}],
		"nations": [{"id": "FI", FACT}],
		"regions": [{"id": "r", "basis": "reported", "name": {"en": "North"}, "cites": [
			{"source": "one"}, {"source": "two", "paragraphs": [1, 2, 3, 5]}, {"source": "three"},
			{"source": "four"}, {"source": "five"}]}]`)
	wantLines(t, d,
		"  - North. [2–6]",
		"2. Agency, 1 March 2024.",
		"3. Agency, 1 March 2024, paragraphs 1–3, 5.",
		"4. Agency, 2024.",
		"5. “Report”.",
		"6. “Report”, 2023.")
}

// The first note on a source has it in full, and the next its name and the date
// that tells it from others.
func TestNotes_AreShortAfterTheFirst(t *testing.T) {
	d := decode(t, `"sources": [
			{"id": "one", "publisher": {"en": "Agency"}, "published": "2024-03-01", "title": {"en": "Rain"}, "url": "https://a.example/1"},
			{"id": "two", "publisher": {"en": "Agency"}, "published": "2024-03-02", "authors": ["A. Writer"], "language": "ru",
				"accessed": "2024-04-01", "archived": "https://b.example/2"}],
		"partnerships": [
			{"id": "p", "basis": "reported", "parties": ["FI", "SE"], "nature": {"en": "quiet"}, "cites": [
				{"source": "one", "paragraphs": [4, 2]}, {"source": "two", "locator": "page 3"}, {"source": "one", "paragraphs": [3]},
				{"source": "one", "paragraphs": [1], "part": "heading", "quote": "It rains"}]},
			{"id": "q", "basis": "reported", "parties": ["FI", "NO"], "nature": {"en": "loud"}, "cites": [
				{"source": "two", "locator": "page 3"}, {"source": "one", "paragraphs": [7]}]},
			{"id": "r", "basis": "reported", "parties": ["NO", "SE"], "nature": {"en": "mild"}, "cites": [{"source": "one", "paragraphs": [7]}]}]`)
	wantLines(t, d,
		"1. “Rain”, Agency, 1 March 2024, paragraphs 2–4; heading 1, “It rains”. https://a.example/1",
		"2. A. Writer, Agency, 2 March 2024, in Russian, read on 1 April 2024, page 3. Archived copy: https://b.example/2",
		"3. Agency, 1 March 2024, paragraph 7.")
	if got := write(t, brief.Writer{}, d); strings.Contains(got, "4. Agency") {
		t.Errorf("one place has two notes:\n%s", got)
	}
}

func TestExercises_AreBySeriesNewestFirst(t *testing.T) {
	d := decode(t, north+`
		"series": [{"id": "z", FACT, "name": {"en": "Zeta"}}, {"id": "b", FACT, "name": {"en": "Beta"}}],
		"exercises": [
			{"id": "x1", FACT, "name": {"en": "Zeta Two"}, "series": "z", "number": 2,
				"contingents": [{"unit": {"en": "a staff"}}, {"nation": "FI", "strength": 5}]},
			{"id": "x2", FACT, "name": {"en": "Zeta One"}, "series": "z", "number": 1},
			{"id": "x3", FACT, "name": {"en": "Beta Nine"}, "series": "b", "number": 9},
			{"id": "x4", FACT, "name": {"en": "Dated"}, "when": "2020"}],`+sourceS)
	var got []string
	for _, m := range regexp.MustCompile(`(?m)^\| .*?\*\*(.+?)\*\*`).FindAllStringSubmatch(write(t, brief.Writer{Format: brief.FormatMarkdown}, d), -1) {
		got = append(got, m[1])
	}
	if want := []string{"Beta Nine", "Zeta Two", "Zeta One", "Dated"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestClaims_Golden(t *testing.T) {
	d := decode(t, north+`
		"partnerships": [{"id": "q", FACT, "parties": ["FI", "SE"], "nature": {"en": "quiet"}, "trend": "growing", "claims": [
			{"member": "nature", "value": {"en": "loud"}, CITES},
			{"member": "trend", "words": {"en": "fading"}, CITES}]}],
		"agreements": [{"id": "a", FACT, "name": {"en": "Pact"}, "parties": [{"actor": "FI"}, {"actor": "SE"}], "type": "treaty", "claims": [
			{"member": "type", "value": "memorandum", CITES},
			{"member": "parties", "value": [{"actor": "FI", "period": "1994/..", "obligations": ["defence"]}, {"actor": "SE"}], CITES},
			{"member": "type", "words": {"en": "a handshake"}, CITES}]}],
		"organizations": [{"id": "b", FACT, "name": {"en": "Body"}, "type": "unit", "claims": [
			{"member": "type", "value": "press-office", CITES}]}],
		"exercises": [{"id": "x", FACT, "name": {"en": "Drill"}, "number": 3, "strength": 3400, "approximate": true,
			"forms": ["field"], "claims": [
			{"member": "forms", "value": ["command-post", "tabletop"], CITES},
			{"member": "forms", "words": {"en": "a parade"}, CITES},
			{"member": "places", "value": [{"name": {"en": "Turku"}, "nation": "FI", "at": {"lat": 60.5, "lon": 22.25}}], CITES},
			{"member": "contingents", "value": [{"nation": "FI", "strength": 40}, {"unidentified": true}], CITES},
			{"member": "status", "value": "held", "words": {"en": "it was over"}, CITES},
			{"member": "strength", "value": 4000, CITES},
			{"member": "number", "value": 1021, CITES},
			{"member": "number", "words": {"en": "many"}, CITES}]}],`+sourceS)
	urdu := brief.Writer{Language: language.MustParse("ur-u-nu-arabext")}
	golden(t, "claims.txt", write(t, urdu, d)+write(t, brief.Writer{}, d))
}

func TestSelection_ListsSourcesOfNamedOfficials(t *testing.T) {
	d := decode(t, `
		"sources": [
			{"id": "copy", "publisher": {"en": "The Copy"}, "reprints": "wire"},
			{"id": "wire", "publisher": {"en": "The Wire"}},
			{"id": "roll", "publisher": {"en": "The Roll"}},
			{"id": "page", "publisher": {"en": "The Page"}},
			{"id": "else", "publisher": {"en": "Elsewhere"}}],
		"nations": [{"id": "FI", "basis": "reported", "cites": [{"source": "else"}]}],
		"officials": [{"id": "o", "basis": "reported", "cites": [{"source": "copy"}], "name": {"en": "Otto"},
			"postings": [{"title": {"en": "Minister"}, "cites": [{"source": "roll"}]}]}],
		"statements": [{"id": "said", "basis": "attributed", "cites": [{"source": "page"}], "speakers": ["o"],
			"gist": {"en": "it rains"}}]`)
	d = only(d, "said")
	got := write(t, brief.Writer{}, d)
	for words, want := range map[string]bool{"The Copy, after The Wire.": true, "The Page.": true, "The Roll.": true, "The Wire.": true,
		"Elsewhere": false, " copy": false, " roll": false} {
		if strings.Contains(got, words) != want {
			t.Errorf("%q is there: %v, want %v\n%s", words, !want, want, got)
		}
	}
}

// Words of the data may end with a full stop or the like.
func TestWrite_SingleFullStops(t *testing.T) {
	d := decode(t, north+`
		"sources": [{"id": "s", "title": {"en": "Who defends the Arctic?", "ur": "آرکٹک کون بچائے گا؟"},
			"url": "https://example.org/x", "note": {"en": "The page has gone."}}],
		"assessments": [{"id": "a", JUDGED, "gist": {"en": "The north is “ready!”"}, "modality": "unhedged"}]`)
	for _, lang := range []string{"en", "ru", "ur"} {
		got := write(t, brief.Writer{Language: language.MustParse(lang)}, d)
		for _, bad := range []string{"?.", "!.", "؟۔", ".”.", "!”.", "!”۔", "”\u2069۔"} {
			if strings.Contains(got, bad) {
				t.Errorf("%s: %q in\n%s", lang, bad, got)
			}
		}
	}
	wantLines(t, d,
		"  - The north is “ready!” [1]",
		"1. “Who defends the Arctic?” https://example.org/x")
}

func TestNames_CLDRBeatsAnotherLanguage(t *testing.T) {
	d := decode(t, `
		"nations": [{"id": "FI", FACT, "name": {"en": "Republic of Finland"}}],
		"blocs": [{"id": "ndc", FACT, "name": {"en": "Nordic Cooperation"}, "members": ["FI"]}],`+sourceS)
	for lang, want := range map[string]string{
		"en": "Republic of Finland",
		"ru": "Финляндия",
		"ur": "فن لینڈ",
		"fr": "Republic of Finland",
	} {
		got := write(t, brief.Writer{Language: language.MustParse(lang)}, d)
		if !strings.Contains(got, want) || !strings.Contains(got, "Nordic Cooperation") {
			t.Errorf("%s: no %q in\n%s", lang, want, got)
		}
	}
}

// The words that weaken a judgement are in the gist, set apart by their type.
func TestHedge_IsEmphasizedInTheGist(t *testing.T) {
	d := decode(t, north+`
		"assessments": [
			{"id": "a", JUDGED, "gist": {"en": "it may rain", "ru": "возможен дождь"}, "modality": "possible", "hedge": "may"},
			{"id": "b", JUDGED, "gist": {"en": "it will probably snow"}, "modality": "likely", "hedge": "is likely to"}],`+sourceS)
	got := write(t, brief.Writer{Format: brief.FormatHTML}, d)
	for words, want := range map[string]bool{
		`<li class="assessed possible" id="r-a">It <em>may</em> rain.`: true,
		"It will probably snow.": true,
		"is likely to":           false,
	} {
		if strings.Contains(got, words) != want {
			t.Errorf("%q is there: %v, want %v\n%s", words, !want, want, got)
		}
	}
	if got := write(t, brief.Writer{Language: language.Russian}, d); !strings.Contains(got, "Возможен дождь.") || strings.Contains(got, "may") {
		t.Errorf("got\n%s", got)
	}
}

func TestNames_OfWhatHasNone(t *testing.T) {
	d := decode(t, north+`
		"agreements": [{"id": "a", FACT, "parties": [{"actor": "FI", "period": "1950/1960"}, {"actor": "SE"}, {"actor": "FI", "period": "1970/.."}]}],
		"exercises": [{"id": "x", FACT, "contingents": [{"nation": "SE"}, {"unidentified": true}, {"nation": "FI"}]},
			{"id": "y", FACT}],
		"meetings": [{"id": "m", FACT, "attendees": [{"actor": "SE"}], "places": [{"nation": "FI"}]}],`+sourceS)
	got := write(t, brief.Writer{}, d)
	for _, want := range []string{"Finland and Sweden", "Sweden and Finland", "Sweden. Date not given; Finland. Present: Sweden. [1]"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

// Of the ties of others, a selection has only a part.
func TestNumbers_CountThePairsThatWereAskedFor(t *testing.T) {
	d := entente.Chronicle()
	for _, tt := range []struct {
		d    *entente.Dataset
		want []string
	}{
		{d.Between("PK", "RU"), []string{"Pakistan and Russia"}},
		{d.Involving("PK").Involving("RU").OfKind(entente.KindExercise), []string{"Pakistan and Russia"}},
	} {
		got := write(t, brief.Writer{}, tt.d)
		_, numbers, _ := strings.Cut(got, "In numbers\n")
		var pairs []string
		for _, m := range regexp.MustCompile(`(?m)^  - Between (.*): `).FindAllStringSubmatch(numbers, -1) {
			pairs = append(pairs, m[1])
		}
		if !slices.Equal(pairs, tt.want) {
			t.Errorf("%v: pairs %q, want %q\n%s", tt.d, pairs, tt.want, numbers)
		}
	}
}
