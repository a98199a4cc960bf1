package entente

import (
	"bytes"
	"fmt"
	"slices"
	"testing"

	"github.com/entente-go/entente/edtf"
	"github.com/google/go-cmp/cmp"
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
