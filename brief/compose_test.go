package brief_test

import (
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
	const otto, pia = "  - Otto. Nation: Finland. [s]", "  - Pia. [s]"
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
		brief.FormatText:     "Briefing\n\nIn numbers\n",
		brief.FormatMarkdown: "# Briefing\n\n## In numbers\n",
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
	wantLines(t, d, "  - North. [Agency, 1 March 2024, one; Agency, 1 March 2024, two: paragraphs 1–3, 5; "+
		"Agency, 2024; Report; Report, 2023]")
	wantLines(t, d, "  - The date of publication is not known. [Report; s]")
}

func TestExercises_UndatedOnesFollowTheirNumber(t *testing.T) {
	d := decode(t, north+`
		"series": [{"id": "z", FACT, "name": {"en": "Zeta"}}, {"id": "b", FACT, "name": {"en": "Beta"}}],
		"exercises": [
			{"id": "x1", FACT, "name": {"en": "Zeta Two"}, "series": "z", "number": 2,
				"contingents": [{"unit": {"en": "a staff"}}, {"nation": "FI", "strength": 5}]},
			{"id": "x2", FACT, "name": {"en": "Zeta One"}, "series": "z", "number": 1},
			{"id": "x3", FACT, "name": {"en": "Beta Nine"}, "series": "b", "number": 9},
			{"id": "x4", FACT, "name": {"en": "Dated"}, "when": "2020"}],`+sourceS)
	wantLines(t, d,
		"  - Dated. Time: 2020. [s]",
		"  - Beta Nine. Series: Beta, edition 9. [s]",
		"  - Zeta One. Series: Zeta, edition 1. [s]",
		"  - Zeta Two. Series: Zeta, edition 2. Part not said: a staff; Finland (5 people). [s]")
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
	wantLines(t, d, "What was said")
	wantLines(t, d, "Sources",
		"  - The Copy. Reprints: The Wire.",
		"  - The Page.",
		"  - The Roll.",
		"  - The Wire.")
	got := write(t, brief.Writer{}, d)
	for words, want := range map[string]bool{"[The Copy": true, "[The Page]": true, "Elsewhere": false, "[copy": false, "[roll": false} {
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
		"  - The north is “ready!” [Who defends the Arctic?]",
		"  - Who defends the Arctic? The page has gone. Address: https://example.org/x")
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

func TestHedge_IsInTheLanguageOfItsSource(t *testing.T) {
	d := decode(t, north+`
		"sources": [{"id": "s"}, {"id": "ru", "language": "ru"}],
		"assessments": [
			{"id": "a", "basis": "assessed", "cites": [{"source": "s"}, {"source": "ru"}], "gist": {"en": "it rains"},
				"modality": "likely", "hedge": "вероятно"},
			{"id": "b", JUDGED, "gist": {"en": "it snows"}, "modality": "likely", "hedge": "may"}]`)
	got := write(t, brief.Writer{Format: brief.FormatHTML, Language: language.Russian}, d)
	for words, want := range map[string]bool{
		"вероятно":                        true,
		`<span lang="en">вероятно</span>`: false,
		`<span lang="en">may</span>`:      true,
	} {
		if strings.Contains(got, words) != want {
			t.Errorf("%q is there: %v, want %v\n%s", words, !want, want, got)
		}
	}
}

func TestNames_OfWhatHasNone(t *testing.T) {
	d := decode(t, north+`
		"agreements": [{"id": "a", FACT, "parties": [{"actor": "FI", "period": "1950/1960"}, {"actor": "SE"}, {"actor": "FI", "period": "1970/.."}]}],
		"exercises": [{"id": "x", FACT, "contingents": [{"nation": "SE"}, {"unidentified": true}, {"nation": "FI"}]},
			{"id": "y", FACT}],
		"meetings": [{"id": "m", FACT, "attendees": [{"actor": "SE"}], "places": [{"nation": "FI"}]}],`+sourceS)
	got := write(t, brief.Writer{}, d)
	for _, want := range []string{"  - Finland and Sweden. Parties: Finland", "  - Sweden and Finland. ", "  - y. ", "  - Sweden. Present: Sweden. Place: Finland."} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}
