package entente

import (
	"bytes"
	"fmt"
	"slices"
	"testing"

	"github.com/entente-go/entente/edtf"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
)

func TestDataset_EqualComparesWhatIsWritten(t *testing.T) {
	t.Parallel()
	records := generated(9, 40)
	d := mustNew(t, records)
	again, err := Decode("again", bytes.NewReader(written(t, d)))
	if err != nil {
		t.Fatal(err)
	}
	part := d.Involving("PK")
	for name, pair := range map[string][2]*Dataset{
		"read again": {d, again}, "nothing": {nil, {}}, "a part": {part, again.Involving("PK")}, "all of it": {d, d.Filter(func(Record) bool { return true })},
	} {
		if !cmp.Equal(pair[0], pair[1]) || !cmp.Equal(pair[1], pair[0]) || len(Changes(pair[0], pair[1])) > 0 {
			t.Errorf("%s: not equal, with changes %v", name, Changes(pair[0], pair[1]))
		}
	}
	few := mustNew(t, small(nil))
	if a, b := few.Filter(pick("visit-1", "FR")), few.Filter(pick("visit-1", "JP")); a.Equal(b) || !a.Equal(few.Filter(pick("FR", "visit-1"))) {
		t.Error("selections are compared by what they refer to")
	}
	narrower := d.Except(d.Filter(pick(d.c.recs[len(d.c.recs)-1].fact().ID)))
	for name, other := range map[string]*Dataset{"nil": nil, "a part": part, "one less": narrower} {
		if cmp.Equal(d, other) {
			t.Errorf("%s is equal", name)
		}
	}
	for name, change := range map[string]func(*Records){
		"title":    func(r *Records) { r.Title = English("Other") },
		"edition":  func(r *Records) { r.Edition.Version = "2" },
		"authors":  func(r *Records) { r.Authors = []string{"B. Author"} },
		"licence":  func(r *Records) { r.Licence = "MIT" },
		"coverage": func(r *Records) { r.Coverage = r.Coverage[:1] },
		"topics":   func(r *Records) { r.Topics = slices.Clone(r.Topics); r.Topics[0].Name = English("Other") },
		"sources":  func(r *Records) { r.Sources = slices.Clone(r.Sources); r.Sources[0].URL = "example.org/9" },
		"extra":    func(r *Records) { r.Extra = nil },
		"a record": func(r *Records) { r.Exercises = slices.Clone(r.Exercises); r.Exercises[0].Note = English("Other") },
	} {
		other := records
		if change(&other); d.Equal(mustNew(t, other)) {
			t.Errorf("other %s, and equal", name)
		}
	}
}

func TestChanges_ListsAddedRemovedChanged(t *testing.T) {
	t.Parallel()
	old := mustNew(t, small(nil))
	new := mustNew(t, small(func(r *Records) {
		r.Sources[0].Note = English("seen")
		r.Sources = append(r.Sources, Source{ID: "other"})
		r.Nations[1] = Nation{Fact: r.Nations[0].Fact}
		r.Nations[1].ID = "IN"
		r.Exercises[0].Contingents = r.Exercises[0].Contingents[:1]
		r.Exercises[0].When = edtf.MustParsePeriod("2023-10")
		r.Series[0].Cites = append(r.Series[0].Cites, Citation{Source: "other", Paragraphs: []int{2}})
	}))
	var got []string
	for _, c := range Changes(old, new) {
		got = append(got, c.String())
	}
	want := []string{
		"added source other",
		"changed source s: /note",
		"added nation IN",
		"removed nation JP",
		"changed series visits: /cites",
		"changed exercise visit-1: /when, /contingents",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("changes (-want +got):\n%s", diff)
	}
	if c := Changes(nil, old); len(c) != 5 || slices.ContainsFunc(c, func(c Change) bool { return c.Type != ChangeTypeAdded }) {
		t.Errorf("from nothing: %v", c)
	}
	if s := fmt.Sprint(ChangeType(0), ChangeType(9)); s != "ChangeType(0) ChangeType(9)" {
		t.Error(s)
	}
}

// The members of a change are pointers into the record, as deep as they can be.
func TestChanges_PointAtWhatDiffers(t *testing.T) {
	t.Parallel()
	old := small(func(r *Records) {
		e := &r.Exercises[0]
		e.Name = English("Visit").With(language.Russian, "Визит").With(language.French, "Visite")
		e.Aliases = Names{}.With(language.English, "One").With(language.English, "Two").With(language.Russian, "Раз")
		e.Domains = []Domain{DomainLand, DomainMaritime}
		e.Extra = Extra{{"a", "1"}, {"c/d", "2"}, {"e", "3"}}
		e.Strength = 70
	})
	for name, c := range map[string]struct {
		change func(e *Exercise)
		want   string
	}{
		"nothing":       {func(e *Exercise) {}, "[]"},
		"an empty list": {func(e *Exercise) { e.Commanders = []ID{} }, "[]"},
		"a number":      {func(e *Exercise) { e.Strength = 71 }, "[/strength]"},
		"words":         {func(e *Exercise) { e.Name = e.Name.With(language.Russian, "Встреча") }, "[/name/ru]"},
		"words less":    {func(e *Exercise) { e.Name = English("Visit").With(language.French, "Visite") }, "[/name/ru]"},
		"first words less": {func(e *Exercise) {
			e.Name = Text{}.With(language.Russian, "Визит").With(language.French, "Visite")
		}, "[/name/en]"},
		"words more":             {func(e *Exercise) { e.Name = e.Name.With(language.German, "Besuch").With(language.Urdu, "x") }, "[/name/de /name/ur]"},
		"other languages":        {func(e *Exercise) { e.Name = English("Visit").With(language.German, "Besuch") }, "[/name/de /name/fr /name/ru]"},
		"no words":               {func(e *Exercise) { e.Name = Text{} }, "[/name]"},
		"a second alias":         {func(e *Exercise) { e.Aliases = e.Aliases.With(language.Russian, "Два") }, "[/aliases/ru]"},
		"an alias less":          {func(e *Exercise) { e.Aliases = Names{}.With(language.English, "One").With(language.Russian, "Раз") }, "[/aliases/en]"},
		"an element":             {func(e *Exercise) { e.Domains = []Domain{DomainLand, DomainAir} }, "[/domains/1]"},
		"a longer list":          {func(e *Exercise) { e.Domains = append(e.Domains, DomainAir) }, "[/domains]"},
		"a member of an element": {func(e *Exercise) { e.Contingents = []Contingent{{Nation: "FR"}, {Nation: "JP", Strength: 5}} }, "[/contingents/1/strength]"},
		"a value of extra":       {func(e *Exercise) { e.Extra = Extra{{"a", "1"}, {"c/d", "9"}, {"e", "3"}} }, "[/extra/c~1d]"},
		"the first of extra":     {func(e *Exercise) { e.Extra = e.Extra[1:] }, "[/extra/a]"},
		"the last of extra":      {func(e *Exercise) { e.Extra = e.Extra[:2] }, "[/extra/e]"},
		"more of extra":          {func(e *Exercise) { e.Extra = Extra{{"A", "0"}, {"a", "1"}, {"c/d", "2"}, {"e", "3"}, {"f", "4"}} }, "[/extra/A /extra/f]"},
		"other keys of extra":    {func(e *Exercise) { e.Extra = Extra{{"a", "1"}, {"c", "2"}, {"e", "3"}} }, "[/extra/c /extra/c~1d]"},
		"no extra":               {func(e *Exercise) { e.Extra = nil }, "[/extra/a /extra/c~1d /extra/e]"},
	} {
		new := old
		new.Exercises = slices.Clone(old.Exercises)
		c.change(&new.Exercises[0])
		var got []string
		for _, change := range Changes(mustNew(t, old), mustNew(t, new)) {
			got = append(got, change.Members...)
		}
		if fmt.Sprint(got) != c.want {
			t.Errorf("%s: %v, want %s", name, got, c.want)
		}
	}
	c := Change{Type: ChangeTypeChanged, Kind: KindExercise, ID: "e", Members: []string{"/a", "/b", "/c", "/d", "/e", "/f", "/g", "/h", "/i", "/j"}}
	all := c.Members
	for n, want := range map[int]string{
		7: "changed exercise e: /a, /b, /c, /d, /e, /f, /g", 8: "changed exercise e: /a, /b, /c, /d, /e, /f, /g, /h",
		9:  "changed exercise e: /a, /b, /c, /d, /e, /f, /g, /h and 1 more",
		10: "changed exercise e: /a, /b, /c, /d, /e, /f, /g, /h and 2 more",
	} {
		if c.Members = all[:n]; c.String() != want {
			t.Errorf("%d members: %s, want %s", n, c, want)
		}
	}
}

func TestChanges_OfKindsAndTopics(t *testing.T) {
	t.Parallel()
	old := mustNew(t, small(func(r *Records) { r.Topics = []TopicDeclaration{{ID: "drones"}} }))
	new := mustNew(t, small(func(r *Records) {
		r.Exercises = nil
		r.Series[0].ID = "visit-1"
	}))
	want := []Change{{Type: ChangeTypeRemoved, Kind: KindSeries, ID: "visits"}, {Type: ChangeTypeChanged, Kind: KindSeries, ID: "visit-1"}}
	slices.SortFunc(want, func(a, b Change) int { return compareIDs(a.ID, b.ID) })
	if diff := cmp.Diff(want, Changes(old, new)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
