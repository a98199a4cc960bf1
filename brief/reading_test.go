package brief_test

import (
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/brief"
)

// What a reader would read many times is said once, and in the order that one
// expects.

func TestNotes_SayTheUsualDayOfReadingOnce(t *testing.T) {
	d := decode(t, `"sources": [
			{"id": "a", "publisher": {"en": "Agency"}, "published": "2024-03-01", "accessed": "2024-04-01"},
			{"id": "b", "publisher": {"en": "Bulletin"}, "published": "2024-03-02", "accessed": "2024-04-02"},
			{"id": "c", "publisher": {"en": "Courier"}, "published": "2024-03-03", "accessed": "2024-04-01"},
			{"id": "d", "publisher": {"en": "Daily"}, "published": "2024-03-04"},
			{"id": "e", "publisher": {"en": "Echo"}, "accessed": "2024-04-01"}],
		"regions": [{"id": "r", "basis": "reported", "name": {"en": "North"}, "cites": [
			{"source": "a"}, {"source": "b"}, {"source": "c"}, {"source": "d"}]}]`)
	wantLines(t, d,
		"1. Agency, 1 March 2024.",
		"2. Bulletin, 2 March 2024, read on 2 April 2024.",
		"3. Courier, 3 March 2024.",
		"4. Daily, 4 March 2024.",
		"  - Echo, read on 1 April 2024.",
		"Read on 1 April 2024: the sources in notes 1, 3.")
}

func TestNotes_NameOriginalsOfTheSameDayShortly(t *testing.T) {
	d := decode(t, `"sources": [
			{"id": "a", "publisher": {"en": "Agency"}, "published": "2024-03-01", "reprints": "w"},
			{"id": "b", "publisher": {"en": "Bulletin"}, "published": "2024-03-02", "reprints": "w"},
			{"id": "w", "publisher": {"en": "Wire"}, "published": "2024-03-01"},
			{"id": "v", "publisher": {"en": "Wire"}, "published": "2024-03-02"}],
		"regions": [{"id": "r", "basis": "reported", "name": {"en": "North"}, "cites": [{"source": "a"}, {"source": "b"}]}]`)
	wantLines(t, d,
		"1. Agency, 1 March 2024, after Wire.",
		"2. Bulletin, 2 March 2024, after Wire, 1 March 2024.",
		"Other sources",
		"  - Wire, 2 March 2024.")
	if got := write(t, brief.Writer{}, d); strings.Contains(got, "  - Wire, 1 March 2024.") {
		t.Errorf("an original that a note names is listed again:\n%s", got)
	}
}

func TestRemarks_OfTheSameWordsAreOneEntry(t *testing.T) {
	d := decode(t, sourceS+`, "regions": [
		{"id": "a", FACT, "name": {"en": "east"}, "note": {"en": "No code."}},
		{"id": "b", FACT, "name": {"en": "north"}, "note": {"en": "Two codes."}},
		{"id": "c", FACT, "name": {"en": "west"}, "note": {"en": "No code."}}]`)
	wantLines(t, d, "  - East; West: No code. [1]", "  - North: Two codes. [1]")
	d = decode(t, `"sources": [{"id": "s"}, {"id": "t"}], "regions": [
		{"id": "a", FACT, "name": {"en": "east"}, "note": {"en": "No code."}},
		{"id": "b", "basis": "reported", "cites": [{"source": "t"}], "name": {"en": "north"}, "note": {"en": "No code."}},
		{"id": "c", FACT, "name": {"en": "west"}, "note": {"en": "No code."}}]`)
	got := write(t, brief.Writer{Format: brief.FormatMarkdown, Sections: []brief.Section{brief.SectionRemarks}}, d)
	if want := "- **East**; **North**; **West**: No code.[^1][^2]\n"; !strings.Contains(got, want) {
		t.Errorf("no %q in\n%s", want, got)
	}
}

func TestStandfirst_SaysWhatIsASelection(t *testing.T) {
	d := decode(t, `"sources": [{"id": "s", "published": "2023"}, {"id": "t", "published": "2024"}],
		"officials": [{"id": "o", "basis": "reported", "cites": [{"source": "t"}], "name": {"en": "Otto"}}],
		"statements": [{"id": "said", SAID, "speakers": ["o"], "gist": {"en": "it rains"}}]`)
	wantLines(t, d, "Based on 2 sources, published 2023–2024. Numbers lead to the notes.")
	wantLines(t, only(d, "said"), "A selection of 1 record from 2 sources, published 2023–2024. Numbers lead to the notes.")
}

func TestBrackets_DoNotNest(t *testing.T) {
	d := decode(t, sourceS+`, "nations": [{"id": "FI", FACT}],
		"officials": [
			{"id": "o", FACT, "name": {"en": "Otto"}, "nation": "FI", "postings": [{"rank": {"en": "General (retired)"}}]},
			{"id": "p", FACT, "name": {"en": "Pia"}, "nation": "FI", "postings": [{"rank": {"en": "General (R)"}}]}],
		"meetings": [{"id": "m", FACT, "name": {"en": "Talks (2024)"}, "when": "2024-05-06",
			"attendees": [{"actor": "o", "leads": true}, {"actor": "p"}]}]`)
	wantLines(t, d,
		"Otto (General, retired, Finland) and Pia (General (R), Finland) met on 6 May 2024. [1]",
		"Talks. 6 May 2024. Present: Otto (head of the delegation); Pia. [1]")
}

func TestActors_AreInTheOrderOfTheirNames(t *testing.T) {
	d := decode(t, sourceS+`, "regions": [
		{"id": "a", FACT, "name": {"en": "West", "ur": "چین"}, "m49": "034"},
		{"id": "b", FACT, "name": {"en": "east", "ur": "ترکی"}, "m49": "145"},
		{"id": "c", FACT, "name": {"en": "North", "ur": "پاک"}, "m49": "143"}]`)
	for lang, want := range map[string][]string{"en": {"East", "North", "West"}, "ur": {"پاک", "ترکی", "چین"}} {
		got, from := write(t, brief.Writer{Language: language.MustParse(lang)}, d), 0
		for _, name := range want {
			i := strings.Index(got[from:], name)
			if i < 0 {
				t.Errorf("%s: no %s, or not in order, in\n%s", lang, name, got)
				break
			}
			from += i
		}
	}
}

func TestAssessments_SayNoTopicThatTheGistNames(t *testing.T) {
	d := decode(t, sourceS+`, "nations": [{"id": "IN", FACT}, {"id": "FI", FACT}],
		"assessments": [
			{"id": "a", JUDGED, "about": "IN", "affects": ["FI"], "gist": {"en": "India waits"}, "modality": "unhedged"},
			{"id": "b", JUDGED, "about": "FI", "affects": ["FI"], "gist": {"en": "winter is near"}, "modality": "unhedged"},
			{"id": "c", JUDGED, "about": "IN", "affects": ["FI"], "gist": {"en": "the Indian Ocean is far"}, "modality": "unhedged"},
			{"id": "d", JUDGED, "about": "r", "affects": ["FI"], "gist": {"en": "ice is thin"}, "modality": "unhedged"}],
		"regions": [{"id": "r", FACT, "name": {"en": "the north"}}]`)
	wantLines(t, d,
		"The judgements are those of the sources, put as firmly as the sources put them, and grouped by whom they affect. "+
			"Most often they are about India.",
		"  - India waits. [1]",
		"  - Winter is near. [1]",
		"  - The Indian Ocean is far. [1]",
		"  - Ice is thin. Said of the north. [1]")
}

func TestDigest_TellsOnlyGapsOfWhatItTells(t *testing.T) {
	d := decode(t, sourceS+`, "nations": [{"id": "FI", FACT}, {"id": "SE", FACT}],
		"exercises": [
			{"id": "a", FACT, "name": {"en": "Ice"}, "when": "2020", "status": "held"},
			{"id": "b", FACT, "name": {"en": "Snow"}, "when": "2021", "status": "held"},
			{"id": "c", FACT, "name": {"en": "Frost"}, "when": "2022", "status": "held", "strength": 9},
			{"id": "d", FACT, "name": {"en": "Hail"}, "when": "2023", "status": "held", "strength": 9}]`)
	got := write(t, brief.Writer{Length: brief.LengthDigest}, d)
	if !strings.Contains(got, "How many took part in an exercise: Snow.") || strings.Contains(got, "Ice") {
		t.Errorf("got\n%s", got)
	}
}

func TestWriteChanges_SaysTheDayOfReading(t *testing.T) {
	const sources = `"sources": [
		{"id": "s", "publisher": {"en": "Agency"}, "accessed": "2024-04-01"},
		{"id": "t", "publisher": {"en": "Bulletin"}, "accessed": "2024-04-01"}],`
	old := decode(t, sources+`"regions": [{"id": "a", "basis": "reported", "name": {"en": "East"}, "cites": [{"source": "t"}]}]`)
	new := decode(t, sources+`"regions": [{"id": "b", FACT, "name": {"en": "West"}}]`)
	got := writeChanges(t, brief.Writer{}, old, new)
	for _, want := range []string{"1. Agency.\n", "2. Bulletin.\n", "Read on 1 April 2024: the sources in notes 1, 2.\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

func TestExercises_NameBlocsThatTakePart(t *testing.T) {
	d := decode(t, sourceS+`, "blocs": [{"id": "pact", FACT, "name": {"en": "Northern Pact"}}],
		"officials": [{"id": "otto", FACT, "name": {"en": "Otto"}}],
		"exercises": [{"id": "x", FACT, "name": {"en": "Frost"}, "commanders": ["otto"], "contingents": [
			{"bloc": "pact"}, {"nation": "NO", "unit": {"en": "one brigade"}}]}]`)
	if got := write(t, brief.Writer{}, d); !strings.Contains(got, "Northern Pact") || !strings.Contains(got, "Norway (one brigade)") {
		t.Errorf("who takes part is not told:\n%s", got)
	}
}

func TestWriteChanges_NamesPartiesThatJoin(t *testing.T) {
	agreement := func(parties string) string {
		return sourceS + `, "agreements": [{"id": "a", FACT, "name": {"en": "Accord"}, "parties": [` + parties + `]}]`
	}
	before := decode(t, agreement(`{"actor": "NO"}, {"actor": "SE"}`))
	after := decode(t, agreement(`{"actor": "NO"}, {"actor": "SE"}, {"actor": "FI"}`))
	var out strings.Builder
	if err := (brief.Writer{}).WriteChanges(&out, before, after); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "Finland") || strings.Contains(out.String(), "Norway and") {
		t.Errorf("the party that joined is not told:\n%s", out.String())
	}
}

func TestWriteChanges_TellsWhatTookTheirPlace(t *testing.T) {
	region := func(topics string) string {
		return sourceS + `, "regions": [{"id": "r", FACT, "name": {"en": "North"}, "topics": [` + topics + `]}]`
	}
	var out strings.Builder
	before, after := decode(t, region(`"training", "arms-supply"`)), decode(t, region(`"maritime-security"`))
	if err := (brief.Writer{}).WriteChanges(&out, before, after); err != nil {
		t.Fatal(err)
	}
	got := strings.ToLower(out.String())
	for _, want := range []string{"training", "arms", "maritime security"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not told:\n%s", want, got)
		}
	}
}

func TestSearched_IsWhatConcernsTheSelection(t *testing.T) {
	d := decode(t, sourceS+`, "coverage": [
			{"kinds": ["meeting"], "parties": ["FR", "JP"], "period": "2001/2002"},
			{"kinds": ["exercise"], "parties": ["NO", "SE"], "period": "2011/2012"}],
		"officials": [{"id": "otto", FACT, "name": {"en": "Otto"}}],
		"exercises": [{"id": "x", FACT, "name": {"en": "Frost"}, "commanders": ["otto"], "contingents": [{"nation": "NO"}, {"nation": "SE"}]}],
		"meetings": [{"id": "m", FACT, "attendees": [{"actor": "FR"}, {"actor": "JP"}]}]`)
	got := write(t, brief.Writer{Sections: []brief.Section{brief.SectionSearched}}, d.Between("NO", "SE").OfKind(entente.KindExercise))
	if !strings.Contains(got, "2012") || strings.Contains(got, "2002") {
		t.Errorf("what was searched for the pair is not told, or for another is:\n%s", got)
	}
}
