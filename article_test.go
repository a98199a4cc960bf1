package entente

import (
	"bytes"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/entente-go/entente/edtf"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
)

// sentencesOf is the number of sentences in each paragraph of the article.
var sentencesOf = [...]int{1: 1, 1, 1, 1, 3, 1, 3, 4, 1, 4, 4, 1, 3, 1, 4, 4, 1, 4, 1, 3, 1, 4, 4, 4, 4}

// partOf is the part of the article to which a paragraph belongs.
func partOf(paragraph int) Part {
	switch paragraph {
	case 1, 2, 3, 4:
		return PartTakeaway
	case 6, 9, 12, 17:
		return PartHeading
	case 14, 19, 21:
		return PartRelatedHeadline
	}
	return PartBody
}

// paragraphs returns the paragraphs of the article that a record cites.
func paragraphs(t *testing.T, r Record) map[int]bool {
	cited := map[int]bool{}
	cites := r.AsFact().Cites
	if o, ok := r.(Official); ok {
		for _, p := range o.Postings {
			cites = append(cites, p.Cites...)
		}
	}
	for _, c := range cites {
		if c.Source != "article" || len(c.Paragraphs) == 0 {
			t.Errorf("%v cites %q without paragraphs", r, c.Source)
		}
		for _, p := range c.Paragraphs {
			if p >= len(sentencesOf) {
				t.Errorf("%v cites paragraph %d, which the article does not have", r, p)
				continue
			}
			if c.Part != partOf(p) {
				t.Errorf("%v cites paragraph %d as %v, which is %v", r, p, c.Part, partOf(p))
			}
			cited[p] = true
		}
	}
	return cited
}

func TestArticle_AccountsForEverySentence(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("testdata/sentences.json")
	if err != nil {
		t.Fatal(err)
	}
	var table []struct {
		Paragraph, Sentence int
		Records             []ID
		Reason              string
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&table); err != nil {
		t.Fatal(err)
	}
	cited := map[ID]map[int]bool{}
	for r := range Article().All() {
		cited[r.AsFact().ID] = paragraphs(t, r)
	}
	accounted := map[[2]int]bool{}
	named := map[ID]map[int]bool{}
	for _, row := range table {
		place := [2]int{row.Paragraph, row.Sentence}
		if accounted[place] {
			t.Errorf("paragraph %d, sentence %d is listed twice", row.Paragraph, row.Sentence)
		}
		accounted[place] = true
		if len(row.Records) == 0 && row.Reason == "" {
			t.Errorf("paragraph %d, sentence %d: neither records nor a reason", row.Paragraph, row.Sentence)
		}
		for _, id := range row.Records {
			switch {
			case cited[id] == nil:
				t.Errorf("paragraph %d, sentence %d: there is no record %q", row.Paragraph, row.Sentence, id)
			case !cited[id][row.Paragraph]:
				t.Errorf("paragraph %d, sentence %d holds %q, which does not cite it", row.Paragraph, row.Sentence, id)
			}
			if named[id] == nil {
				named[id] = map[int]bool{}
			}
			named[id][row.Paragraph] = true
		}
	}
	for p, n := range sentencesOf {
		for s := 1; s <= n; s++ {
			if !accounted[[2]int{p, s}] {
				t.Errorf("paragraph %d, sentence %d is not accounted for", p, s)
			}
			delete(accounted, [2]int{p, s})
		}
	}
	if len(accounted) > 0 {
		t.Errorf("the article does not have the sentences %v", accounted)
	}
	for id, cites := range cited {
		if diff := cmp.Diff(named[id], cites); diff != "" {
			t.Errorf("%s: the paragraphs whose sentences name it and those it cites differ (-sentences +cited):\n%s", id, diff)
		}
	}
}

// texts calls found for each Text in v.
func texts(v reflect.Value, at string, found func(at string, t Text)) {
	if t, ok := v.Interface().(Text); ok {
		if !t.IsZero() {
			found(at, t)
		}
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && f.Name != "Abbreviation" { // which are in one script
				texts(v.Field(i), at+"."+v.Type().Field(i).Name, found)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			texts(v.Index(i), fmt.Sprintf("%s[%d]", at, i), found)
		}
	}
}

func articleTexts(found func(at string, t Text)) {
	d := Article()
	found("title", d.Title())
	for _, c := range d.Coverage() {
		texts(reflect.ValueOf(c), "coverage", found)
	}
	for s := range d.Sources() {
		texts(reflect.ValueOf(s), "source", found)
	}
	for _, topic := range d.Topics() {
		texts(reflect.ValueOf(topic), string(topic.ID), found)
	}
	for r := range d.All() {
		texts(reflect.ValueOf(r), string(r.AsFact().ID), found)
	}
}

func TestArticle_IsInThreeLanguages(t *testing.T) {
	t.Parallel()
	articleTexts(func(at string, text Text) {
		for _, tag := range []language.Tag{language.English, language.Russian, language.Urdu} {
			words, in := text.In(tag)
			if in != tag {
				t.Errorf("%s is not in %v", at, tag)
			}
			if strings.ContainsAny(words, "يك") && tag == language.Urdu {
				t.Errorf("%s: Arabic letters in Urdu: %s", at, words)
			}
			if strings.TrimSpace(words) != words {
				t.Errorf("%s: space around %q", at, words)
			}
		}
	})
}

// The file of fingerprints holds a hash of each run of eight words of the
// article, so that the test needs none of its sentences.
func TestArticle_SharesNoRunOfWords(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("testdata/shingles.txt")
	if err != nil {
		t.Fatal(err)
	}
	runs := map[string]bool{}
	for _, line := range strings.Fields(string(data)) {
		runs[line] = true
	}
	if len(runs) != 1284 {
		t.Fatalf("%d fingerprints, want 1284", len(runs))
	}
	articleTexts(func(at string, text Text) {
		words, _ := text.In(language.English)
		if strings.ContainsAny(words, "\"“”«»") {
			t.Errorf("%s: the article quotes nobody: %s", at, words)
		}
		list := strings.FieldsFunc(strings.ToLower(words), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		for i := 0; i+8 <= len(list); i++ {
			run := strings.Join(list[i:i+8], " ")
			h := fnv.New64a()
			h.Write([]byte(run))
			if runs[fmt.Sprintf("%016x", h.Sum64())] {
				t.Errorf("%s shares %q with the article", at, run)
			}
		}
	})
}

func TestArticle_HoldsOnlyWhatItSays(t *testing.T) {
	t.Parallel()
	d := Article()
	for r := range d.Timeline() {
		if f := r.AsFact(); f.ID != "druzhba" || f.When.String() != "2016/.." {
			t.Errorf("%v is dated %v; the article gives only the year in which the series began", r, f.When)
		}
	}
	for b := range d.Blocs() {
		if len(b.Members) > 0 {
			t.Errorf("%v has members, of which the article names none", b)
		}
	}
	for e := range d.Exercises() {
		for _, c := range e.Contingents {
			if c.Strength != 0 {
				t.Errorf("%v has a strength", e)
			}
		}
	}
	for a := range d.Assessments() {
		if a.Modality != ModalityUnhedged && a.Hedge == "" {
			t.Errorf("%v is hedged, but no hedge is given", a)
		}
		if n := len(strings.Fields(a.Hedge)); n > 4 {
			t.Errorf("%v: the hedge has %d words", a, n)
		}
	}
	s, ok := d.Source("article")
	if !ok || !s.Title.IsZero() || len(s.Authors) > 0 || s.Published != edtf.MustParseDate("2024-10") || s.URL != "theislamabadtelegraph.com/2024/10/pakistan-russia-ties/" {
		t.Errorf("the source is %+v", s)
	}
}

func TestFind_AnswersToEveryName(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		want []ID
	}{
		{"Fomin", []ID{"fomin"}},
		{"  FOMIN ", []ID{"fomin"}},
		{"fomin", []ID{"fomin"}},
		{"Фомин", []ID{"fomin"}},
		{"PAF", []ID{"paf"}},
		{"pakistan  air\tforce", []ID{"paf"}},
		{"Россия", []ID{"RU"}},
		{"پاکستان", []ID{"PK"}},
		{"druzhba vii", []ID{"druzhba-7"}},
		{"Druzhba", []ID{"druzhba"}},
		{"ISPR", []ID{"ispr"}},
		{"U.S.", []ID{"US"}},
		{"Fom", nil},
		{"", nil},
		{"Fomin Sidhu", nil},
	} {
		var got []ID
		for _, m := range Article().Find(c.name) {
			if m.Fit == FitExact {
				got = append(got, m.ID)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("Find(%q) = %v, want %v", c.name, got, c.want)
		}
	}
	if got := Article().About(TopicMaritimeSecurity).Find("Fomin"); slices.ContainsFunc(got, func(m Match) bool { return m.ID == "fomin" }) {
		t.Errorf("Find gives %v, which is not in the selection", got)
	}
}

func TestDataset_IsSafeForConcurrentUse(t *testing.T) {
	t.Parallel()
	d := mustNew(t, generated(9, 50))
	want := written(t, d)
	for i := range 8 {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			t.Parallel()
			for range 20 {
				d.Between("PK", "RU").About(TopicSecurity).Summary()
				d.Find("alias 1")
				Article().Find("Fomin")
				for r := range d.Timeline() {
					_ = r.String()
				}
				if !bytes.Equal(written(t, d), want) {
					t.Error("another content")
				}
			}
		})
	}
}

// One article covers nothing, so it never says that there is nothing.
func TestArticle_NeverSaysNoneFound(t *testing.T) {
	t.Parallel()
	if c := Article().Coverage(); len(c) != 0 {
		t.Errorf("the article covers %v", c)
	}
	both := Article().Union(Chronicle())
	for _, kinds := range [][]Kind{{KindExercise}, {KindMeeting}, {KindExercise, KindMeeting}, {KindAgreement}, nil} {
		for _, period := range []string{"2024-10", "2018", "2022", "1999", "2024-10-21"} {
			ask := func(d *Dataset) Answer {
				return d.During(edtf.MustParsePeriod(period)).Between("PK", "RU").OfKind(kinds...).Answer()
			}
			if got := ask(Article()); got == AnswerNoneFound {
				t.Errorf("the article on %v in %s: %v", kinds, period, got)
			}
			if alone, got := ask(Chronicle()), ask(both); alone != AnswerNoneFound && got == AnswerNoneFound {
				t.Errorf("both on %v in %s: %v, the chronicle alone %v", kinds, period, got, alone)
			}
		}
	}
}
