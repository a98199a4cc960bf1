package entente

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/entente-go/entente/edtf"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
)

func small(change func(*Records)) Records {
	cites := []Citation{{Source: "s"}}
	fact := func(id ID) Fact { return Fact{ID: id, Basis: BasisReported, Cites: cites} }
	r := Records{
		Title:   English("Small"),
		Sources: []Source{{ID: "s"}},
		Nations: []Nation{{Fact: fact("FR")}, {Fact: fact("JP")}},
		Series:  []Series{{Fact: fact("visits"), Name: English("Visits")}},
		Exercises: []Exercise{{Fact: fact("visit-1"), Name: English("Visit"), Series: "visits", Number: 1, Status: StatusHeld,
			Contingents: []Contingent{{Nation: "FR"}, {Nation: "JP"}}}},
	}
	if change != nil {
		change(&r)
	}
	return r
}

func TestMerge_AcceptsSameContent(t *testing.T) {
	t.Parallel()
	for seed := range uint64(6) {
		d := mustNew(t, generated(seed, 50))
		a, b := d.Involving("PK"), d.Except(d.Involving("PK"))
		merged, err := Merge(a, b, nil, a)
		if err != nil {
			t.Fatal(err)
		}
		records := generated(seed, 50)
		records.Coverage = nil // which the parts do not have
		if got, want := string(written(t, merged)), string(written(t, mustNew(t, records))); got != want {
			t.Errorf("seed %d: the parts do not make the whole again:\n%s", seed, cmp.Diff(want, got))
		}
		if c := Changes(d, merged); len(c) != 0 {
			t.Errorf("seed %d: changes %v", seed, c)
		}
	}
	if d, err := Merge(); err != nil || d.Len() != 0 {
		t.Errorf("Merge of nothing = %v, %v", d, err)
	}
}

func TestMerge_NamesBothSidesOfConflict(t *testing.T) {
	t.Parallel()
	d := mustNew(t, small(nil))
	for _, c := range []struct {
		name   string
		change func(*Records)
		is     error
		want   string
	}{
		{"a member of a record", func(r *Records) { r.Exercises[0].Status = StatusCancelled; r.Exercises[0].Contingents[1].Strength = 5 }, ErrConflict,
			`visit-1: dataset 1 "Small" and dataset 2 "Small" differ in /status, /contingents/1/strength; make them the same, or give one of them another ID`},
		{"a language", func(r *Records) { r.Series[0].Name = English("Calls") }, ErrConflict,
			`visits: dataset 1 "Small" and dataset 2 "Small" differ in /name/en; make them the same, or give one of them another ID`},
		{"languages that one lacks", func(r *Records) {
			r.Series[0].Name = r.Series[0].Name.With(language.Russian, "Визиты").With(language.Arabic, "زيارات")
			r.Title = Text{}
		}, ErrConflict,
			`visits: dataset 1 "Small" and dataset 2 differ in /name/ar, /name/ru; make them the same, or give one of them another ID`},
		{"another language", func(r *Records) { r.Series[0].Name = Text{}.With(language.Arabic, "زيارات") }, ErrConflict,
			`visits: dataset 1 "Small" and dataset 2 "Small" differ in /name/ar, /name/en; make them the same, or give one of them another ID`},
		{"many members", func(r *Records) {
			e := &r.Exercises[0]
			e.When, e.Note, e.Basis, e.Topics = edtf.MustParsePeriod("2020"), English("n"), BasisAssessed, []Topic{TopicTraining}
			e.Aliases, e.Status, e.Domains, e.Aims, e.Forms = Names{}.With(language.English, "a"), StatusPlanned, []Domain{DomainLand}, English("a"), []Form{FormField}
		}, ErrConflict,
			`visit-1: dataset 1 "Small" and dataset 2 "Small" differ in /when, /topics, /basis, /note, /aliases, /status, /aims, /domains and 1 more; make them the same, or give one of them another ID`},
		{"a source", func(r *Records) { r.Sources[0].URL = "x.org"; r.Title = Text{} }, ErrConflict,
			`s: dataset 1 "Small" and dataset 2 differ in /url; make them the same, or give one of them another ID`},
		{"another kind", func(r *Records) {
			r.Exercises = nil
			r.Series[0].ID = "visit-1"
		}, ErrConflict, `visit-1: dataset 1 "Small" and dataset 2 "Small" differ in kind; make them the same, or give one of them another ID`},
		{"a rule that only the union breaks", func(r *Records) {
			r.Nations = append(r.Nations, Nation{Fact: r.Nations[0].Fact})
			r.Nations[2].ID, r.Exercises[0].ID = "IN", "visit-one"
		}, ErrDuplicate,
			`visit-one: /exercises/1/number: edition 1 of "visits" is "visit-1"; two editions of a series have different numbers`},
	} {
		t.Run(c.name, func(t *testing.T) {
			m, err := Merge(d, mustNew(t, small(c.change)))
			if m != nil || !errors.Is(err, c.is) || err.Error() != c.want {
				t.Errorf("Merge = %v\n%v, want\n%s", m, err, c.want)
			}
		})
	}
	topic := func(broader Topic) *Dataset {
		return mustNew(t, Records{Topics: []TopicDeclaration{{ID: "drones", Broader: broader}}})
	}
	if _, err := Merge(topic(TopicSecurity), topic(TopicTraining)); !errors.Is(err, ErrConflict) || !strings.Contains(err.Error(), "/broader") {
		t.Errorf("topics declared differently: %v", err)
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

func TestMerge_LimitsConflicts(t *testing.T) {
	t.Parallel()
	many := func(name string) *Dataset {
		return mustNew(t, small(func(r *Records) {
			for i := range 1001 {
				r.Regions = append(r.Regions, Region{Fact: r.Nations[0].Fact, Name: English(name)})
				r.Regions[i].ID = ID("r" + strconv.Itoa(i))
			}
		}))
	}
	_, err := Merge(many("a"), many("b"))
	var problems Problems
	if !errors.As(err, &problems) || len(problems) != 1001 || !errors.Is(problems[1000], ErrLimit) {
		t.Errorf("%d problems, the last of them %v", len(problems), problems[len(problems)-1])
	}
	topic := func(broader Topic) *Dataset {
		return mustNew(t, Records{Title: English("T"), Topics: []TopicDeclaration{{ID: "drones", Broader: broader}}})
	}
	_, err = Merge(nil, topic(TopicSecurity), nil, topic(TopicTraining))
	if want := `drones: dataset 2 "T" and dataset 4 "T" declare the topic differently: /broader`; err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
	_, err = Merge(mustNew(t, small(nil)), mustNew(t, small(func(r *Records) { r.Nations[0].Name = English("France") })))
	if err == nil || !strings.Contains(err.Error(), "combine the datasets with Union or Loader.Base") {
		t.Errorf("a nation cannot have another ID: %v", err)
	}
}

func TestResults_GoThroughJSON(t *testing.T) {
	t.Parallel()
	d := mustNew(t, small(nil))
	for _, v := range []any{Changes(nil, d), d.Summary(), Summary{}, mustNew(t, generated(3, 60)).Summary()} {
		data, err := json.Marshal(v)
		if err != nil {
			t.Errorf("%T: %v", v, err)
			continue
		}
		back := reflect.New(reflect.TypeOf(v))
		if err := json.Unmarshal(data, back.Interface()); err != nil {
			t.Errorf("%T: %v", v, err)
		}
		if diff := cmp.Diff(v, back.Elem().Interface(), values); diff != "" {
			t.Errorf("%T (-before +after):\n%s", v, diff)
		}
	}
	var back Dataset
	if err := json.Unmarshal(written(t, d), &back); err == nil || back.Len() != 0 || !strings.Contains(err.Error(), "use Decode") {
		t.Errorf("a Dataset: %v, %v", &back, err)
	}
}
