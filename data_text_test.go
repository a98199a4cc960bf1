package entente

import (
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"
)

// A dataText is a text of an embedded file, with the JSON pointer to it.
type dataText struct {
	at    string
	words map[string]string // by language tag
}

// dataTexts returns the texts of a file, also those that are values of claims.
// It takes the names of the members that hold a text from the Go types.
func dataTexts(t *testing.T, file []byte) []dataText {
	t.Helper()
	members := map[string]bool{}
	textMembers(reflect.TypeFor[Records](), members, map[reflect.Type]bool{})
	var list []dataText
	var walk func(at string, value any)
	walk = func(at string, value any) {
		switch v := value.(type) {
		case map[string]any:
			for name, m := range v {
				here := at + "/" + name
				holds := members[name]
				if member, ok := v["member"].(string); ok && name == "value" {
					holds = members[member]
				}
				if words, ok := jsonText(m); ok && holds {
					list = append(list, dataText{here, words})
				} else {
					walk(here, m)
				}
			}
		case []any:
			for i, m := range v {
				id := fmt.Sprint(i)
				if r, ok := m.(map[string]any); ok && r["id"] != nil {
					id = fmt.Sprint(r["id"])
				}
				walk(at+"/"+id, m)
			}
		}
	}
	var all any
	if err := json.Unmarshal(file, &all); err != nil {
		t.Fatal(err)
	}
	walk("", all)
	slices.SortFunc(list, func(a, b dataText) int { return strings.Compare(a.at, b.at) })
	return list
}

func textMembers(typ reflect.Type, names map[string]bool, seen map[reflect.Type]bool) {
	for typ.Kind() == reflect.Slice || typ.Kind() == reflect.Pointer {
		typ = typ.Elem()
	}
	if typ.Kind() != reflect.Struct || seen[typ] {
		return
	}
	seen[typ] = true
	for i := range typ.NumField() {
		f := typ.Field(i)
		if f.Type == reflect.TypeFor[Text]() {
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			names[name] = true
		} else if f.IsExported() {
			textMembers(f.Type, names, seen)
		}
	}
}

func jsonText(value any) (map[string]string, bool) {
	object, ok := value.(map[string]any)
	words := map[string]string{}
	for tag, v := range object {
		s, isString := v.(string)
		ok = ok && isString
		words[tag] = s
	}
	return words, ok
}

var sourceTitle = regexp.MustCompile(`^/sources/[^/]+/title$`)

// Titles stay in the language of their page. Quotations and other names are no
// texts, and are not asked for.
func TestData_HasEveryTextInThreeLanguages(t *testing.T) {
	t.Parallel()
	for _, f := range embeddedFiles {
		n := 0
		for _, text := range dataTexts(t, f.json) {
			if sourceTitle.MatchString(text.at) {
				continue
			}
			n++
			for _, lang := range []string{"en", "ru", "ur"} {
				if text.words[lang] == "" {
					t.Errorf("%s: %s is not in %s: %v", f.name, text.at, lang, text.words)
				}
			}
		}
		t.Logf("%s: %d texts", f.name, n)
		if n < 200 {
			t.Errorf("%s: only %d texts", f.name, n)
		}
	}
}

// The number of sources without a title may fall. It is to be at most a tenth.
func TestData_CountsSourcesWithoutATitle(t *testing.T) {
	t.Parallel()
	readme, err := os.ReadFile("data/README.md")
	if err != nil {
		t.Fatal(err)
	}
	most := map[string]int{"article.json": 1, "chronicle.json": 268}
	for _, f := range embeddedFiles {
		d, without, addressed := f.data(), 0, 0
		for s := range d.Sources() {
			if !s.Title.IsZero() && s.Accessed.IsZero() {
				t.Errorf("%s: %s has a title, and no day on which it was read", f.name, s.ID)
			}
			if s.URL == "" {
				continue
			}
			addressed++
			if s.Title.IsZero() {
				without++
			}
		}
		if without != most[f.name] {
			t.Errorf("%s: %d sources with an address have no title, want %d; a lower number is progress: write it",
				f.name, without, most[f.name])
		}
		said := fmt.Sprintf("%d of %d sources with an address", without, addressed)
		if addressed > 1 && !strings.Contains(string(readme), said) {
			t.Errorf("data/README.md does not say %q", said)
		}
	}
}

func TestData_QuotesSevenWordsAtMost(t *testing.T) {
	t.Parallel()
	quotes := 0
	check := func(at, quote string) {
		quotes++
		if n := len(strings.Fields(quote)); n > 7 {
			t.Errorf("%s quotes %d words: %s", at, n, quote)
		}
	}
	inText := regexp.MustCompile(`“[^”]*”`)
	for _, f := range embeddedFiles {
		for _, m := range regexp.MustCompile(`"quote": ("(?:[^"\\]|\\.)*")`).FindAllSubmatch(f.json, -1) {
			var quote string
			if err := json.Unmarshal(m[1], &quote); err != nil {
				t.Fatal(err)
			}
			check(f.name, quote)
		}
		for _, text := range dataTexts(t, f.json) {
			for _, q := range inText.FindAllString(text.words["en"], -1) {
				check(text.at, q)
			}
		}
	}
	if quotes == 0 {
		t.Error("no quotation was seen")
	}
}

// A note says what is so, not how somebody came to know it.
func TestData_NotesAreAboutFacts(t *testing.T) {
	t.Parallel()
	working := regexp.MustCompile(`(?i)\b(in the check|research|notes|looked (up|for)|our|we|helpers?|to us|dataset was)\b`)
	for _, f := range embeddedFiles {
		for _, text := range dataTexts(t, f.json) {
			if found := working.FindString(text.words["en"]); found != "" && strings.HasSuffix(text.at, "/note") {
				t.Errorf("%s: %s speaks of %q: %s", f.name, text.at, found, text.words["en"])
			}
		}
	}
}

// glossaryRows returns the cells of the tables under a heading, or of all others.
func glossaryRows(t *testing.T, variants bool) [][]string {
	t.Helper()
	page, err := os.ReadFile("data/GLOSSARY.md")
	if err != nil {
		t.Fatal(err)
	}
	terms, rest, ok := strings.Cut(string(page), "## Variants not used\n")
	if !ok {
		t.Fatal("data/GLOSSARY.md has no variants")
	}
	if !variants {
		rest = terms
	}
	var rows [][]string
	for line := range strings.SplitSeq(rest, "\n") {
		if !strings.HasPrefix(line, "| ") || strings.HasPrefix(line, "| term |") || strings.HasPrefix(line, "| language |") {
			continue
		}
		cells := strings.Split(strings.Trim(line, "| "), "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		rows = append(rows, cells)
	}
	return rows
}

func TestData_KeepsToTheGlossary(t *testing.T) {
	t.Parallel()
	columns := map[string]int{"en": 1, "ru": 2, "ur": 3}
	terms := map[string]string{} // of the whole glossary, by language
	rows := glossaryRows(t, false)
	for _, row := range rows {
		if len(row) != 5 {
			t.Errorf("%d cells in %q", len(row), row)
			continue
		}
		for lang, i := range columns {
			if row[i] == "" || row[4] == "" {
				t.Errorf("a cell is empty in %q", row)
			}
			terms[lang] += row[i] + "\n"
		}
	}
	variants := glossaryRows(t, true)
	for _, row := range variants {
		if len(row) != 3 || columns[row[0]] == 0 {
			t.Fatalf("a variant is %q", row)
		}
		if !strings.Contains(terms[row[0]], row[2]) {
			t.Errorf("%s: the glossary has no %q", row[0], row[2])
		}
		if strings.Contains(terms[row[0]], row[1]) {
			t.Errorf("%s: the glossary uses %q", row[0], row[1])
		}
	}
	for _, f := range embeddedFiles {
		for _, text := range dataTexts(t, f.json) {
			if sourceTitle.MatchString(text.at) {
				continue
			}
			for _, row := range variants {
				if words := text.words[row[0]]; strings.Contains(words, row[1]) {
					t.Errorf("%s: %s has %q, want %q: %s", f.name, text.at, row[1], row[2], words)
				}
			}
		}
	}
	if len(rows) < 50 || len(variants) < 20 {
		t.Errorf("%d terms and %d variants were read", len(rows), len(variants))
	}
}

// Somebody who cites a dataset cites an edition that exists.
func TestCitation_HasTheEditionOfEachDataset(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("CITATION.cff")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range embeddedFiles {
		d := f.data()
		want := fmt.Sprintf(`  - type: data
    title: "%s"
    authors:
      - name: %s
    version: %s
    date-released: %s
    license: %s
    filename: data/%s
`, d.Title(), strings.Join(d.Authors(), "\n      - name: "), d.Edition().Version, d.Edition().Date, d.Licence(), f.name)
		if !strings.Contains(string(data), want) {
			t.Errorf("CITATION.cff does not have\n%s", want)
		}
	}
}

// A gist printed alone is as firm as its modality.
func TestData_GistsCarryTheirHedge(t *testing.T) {
	t.Parallel()
	hedges := map[string]*regexp.Regexp{
		"en": regexp.MustCompile(`\b(could|can|may|might|potential|potentially|probably|likely|stands to)\b`),
		"ru": regexp.MustCompile(`может|могут|могла|могло|вероятно|возможн|потенциальн`),
		"ur": regexp.MustCompile(`سکت[اےی]|ممکن|غالباً|امکان`),
	}
	n := 0
	for _, f := range embeddedFiles {
		for a := range f.data().Assessments() {
			if a.Modality == ModalityUnhedged {
				continue
			}
			n++
			for lang, hedge := range hedges {
				if words := a.Gist.Words(language.MustParse(lang)); !hedge.MatchString(words) {
					t.Errorf("%s is %v, and its gist has no hedge: %s", a.ID, a.Modality, words)
				}
			}
		}
	}
	if n == 0 {
		t.Error("no judgement has a hedge")
	}
}
