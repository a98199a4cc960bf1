package entente

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
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

func TestMerge_MakesTheWholeOfItsParts(t *testing.T) {
	t.Parallel()
	for seed := range uint64(6) {
		d := mustNew(t, generated(seed, 50))
		a, b := d.Involving("PK"), d.Except(d.Involving("PK"))
		merged, err := Merge(a, b, nil, a)
		if err != nil {
			t.Fatal(err)
		}
		records := generated(seed, 50)
		records.Coverage, records.Extra = nil, nil // which the parts do not have
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

func TestMerge_UnitesWhatDoesNotContradict(t *testing.T) {
	t.Parallel()
	rich := func(change func(*Records)) *Dataset {
		return mustNew(t, small(func(r *Records) {
			r.Nations[0].Name = English("France")
			r.Series[0].Extra = Extra{{"k", "v"}}
			r.Meetings = []Meeting{{Fact: r.Nations[0].Fact, Attendees: []Attendee{{Actor: "FR"}, {Actor: "JP"}}, Places: []Place{{Name: English("Paris")}}}}
			r.Meetings[0].ID = "talks"
			parties := []Party{{Actor: "FR"}, {Actor: "JP"}}
			r.Agreements = []Agreement{{Fact: r.Nations[0].Fact, Parties: parties}, {Fact: r.Nations[0].Fact, Parties: []Party{{Actor: "FR"},
				{Actor: "JP", Period: edtf.MustParsePeriod("1990")}, {Actor: "JP", Period: edtf.MustParsePeriod("2000")}}}}
			r.Agreements[0].ID, r.Agreements[1].ID = "treaty", "treaty-2"
			if change != nil {
				change(r)
			}
		}))
	}
	d := rich(nil)
	for _, c := range []struct {
		name   string
		change func(*Records)
		want   []string // changes from d
	}{
		{"languages that one lacks", func(r *Records) {
			r.Series[0].Name = Text{}.With(language.Russian, "Визиты").With(language.Arabic, "زيارات")
		}, []string{"changed series visits: /name/ar, /name/ru"}},
		{"a member that one lacks", func(r *Records) {
			e := &r.Exercises[0]
			e.When, e.Status, e.Strength, e.Approximate, e.Contingents = edtf.MustParsePeriod("2020"), 0, 70, true, nil
		}, []string{"changed exercise visit-1: /when, /strength, /approximate"}},
		{"a member of a contingent", func(r *Records) {
			r.Exercises[0].Contingents = []Contingent{{Nation: "JP", Strength: 5}, {Nation: "FR", Role: RoleHost}}
		}, []string{"changed exercise visit-1: /contingents/0/role, /contingents/1/strength"}},
		{"a member of an attendee", func(r *Records) {
			r.Meetings[0].Attendees = []Attendee{{Actor: "JP"}, {Actor: "FR", Leads: true}}
		}, []string{"changed meeting talks: /attendees/0/leads"}},
		{"a member of a place", func(r *Records) {
			r.Meetings[0].Places = []Place{{Name: Text{}.With(language.French, "Paris"), Nation: "FR"}}
		}, []string{"changed meeting talks: /places/0/name/fr, /places/0/nation"}},
		{"a member of a party", func(r *Records) {
			r.Agreements[0].Parties = []Party{{Actor: "JP"}, {Actor: "FR", Obligations: []Obligation{ObligationDefence}}}
		}, []string{"changed agreement treaty: /parties/0/obligations"}},
		{"citations of a party that came back", func(r *Records) {
			r.Agreements[1].Parties[1].Cites = []Citation{{Source: "s", Paragraphs: []int{4}}}
		}, []string{"changed agreement treaty-2: /parties/1/cites"}},
		{"names", func(r *Records) {
			r.Nations[0].Name, r.Nations[0].Aliases = English("French Republic"), Names{}.With(language.English, "France", "Gaul")
		}, []string{"changed nation FR: /aliases"}},
		{"extra", func(r *Records) { r.Series[0].Extra = Extra{{"a", "1"}, {"z", "2"}} },
			[]string{"changed series visits: /extra/a, /extra/z"}},
		{"citations", func(r *Records) {
			r.Sources = append(r.Sources, Source{ID: "t"})
			r.Series[0].Cites = []Citation{{Source: "t"}, {Source: "s", Paragraphs: []int{2}}, {Source: "s"}}
		}, []string{"added source t", "changed series visits: /cites"}},
		{"claims", func(r *Records) {
			r.Series[0].Claims = []Claim{claim("Calls", "s")}
		}, []string{"changed series visits: /claims"}},
		{"a source", func(r *Records) { r.Sources[0].URL = "x.org" }, []string{"changed source s: /url"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			m, err := Merge(d, rich(c.change))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, c := range Changes(d, m) {
				got = append(got, c.String())
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("what was added (-want +got):\n%s", diff)
			}
		})
	}
}

func claim(words string, source ID) Claim {
	return Claim{Member: "name", Words: English(words), Cites: []Citation{{Source: source}}}
}

func TestMerge_UnitesWhatDatasetsSayOfThemselves(t *testing.T) {
	t.Parallel()
	with := func(version, author, licence string, extra ...KeyValue) *Dataset {
		return mustNew(t, small(func(r *Records) {
			r.Edition, r.Authors, r.Licence, r.Extra = Edition{Version: version}, []string{author}, licence, extra
		}))
	}
	a, b := with("1", "B", "MIT", KeyValue{"z", "1"}), with("2", "A", "CC-BY-4.0 AND MIT", KeyValue{"a", "2"}, KeyValue{"z", "1"})
	for name, c := range map[string]struct {
		datasets []*Dataset
		want     string
	}{
		"two":                {[]*Dataset{a, b}, "[A B] CC-BY-4.0 AND MIT [{a 2} {z 1}]"},
		"the other order":    {[]*Dataset{b, a}, "[A B] CC-BY-4.0 AND MIT [{a 2} {z 1}]"},
		"one, and nothing":   {[]*Dataset{nil, a, {}, a}, "1 [B] MIT [{z 1}]"},
		"one without":        {[]*Dataset{a, with("", "B", "")}, "[B] MIT [{z 1}]"},
		"a choice":           {[]*Dataset{with("1", "B", "MIT OR 0BSD"), with("1", "B", "MIT")}, "1 [B] (MIT OR 0BSD) AND MIT []"},
		"choices":            {[]*Dataset{with("1", "B", "(MIT OR 0BSD) AND X"), with("1", "B", "MIT OR 0BSD")}, "1 [B] (MIT OR 0BSD) AND X []"},
		"one choice":         {[]*Dataset{with("1", "B", "MIT OR 0BSD"), with("1", "B", "MIT OR 0BSD")}, "1 [B] MIT OR 0BSD []"},
		"one, and its parts": {[]*Dataset{a.Involving("FR"), a}, "1 [B] MIT [{z 1}]"},
	} {
		d, err := Merge(c.datasets...)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.TrimSpace(fmt.Sprint(d.Edition().Version, " ", d.Authors(), " ", d.Licence(), " ", d.Extra())); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
	_, err := Merge(a, with("1", "B", "MIT", KeyValue{"z", "3"}))
	if want := `/extra/z: dataset 1 "Small" (1) has "1"; dataset 2 "Small" (1) has "3"; correct one of them`; err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
}

func TestLoader_BaseAndNewDataSayOneThingOfThemselves(t *testing.T) {
	t.Parallel()
	said := func(title, version, author, licence string) Records {
		return Records{Title: English(title), Edition: Edition{Version: version}, Authors: []string{author}, Licence: licence}
	}
	base := mustNew(t, said("Base", "1", "B", "MIT"))
	for name, c := range map[string]struct {
		more Records
		want string
	}{
		"nothing":         {Records{}, "Base, edition , [B], MIT"},
		"the same":        {said("Base", "1", "B", "MIT"), "Base, edition 1, [B], MIT"},
		"another edition": {said("More", "2", "A", "CC0-1.0"), "More, edition , [B A], MIT AND CC0-1.0"},
	} {
		d, err := (&Loader{Base: base}).New(c.more)
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprintf("%s, edition %s, %v, %s", d.Title(), d.Edition().Version, d.Authors(), d.Licence()); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

func TestLoader_BaseKeepsCoverage(t *testing.T) {
	t.Parallel()
	covered := func(note string, r Records) Records {
		r.Coverage = []Coverage{{Note: English(note)}}
		return r
	}
	base, more := mustNew(t, covered("base", small(nil))), covered("more", Records{})
	for name, c := range map[string]struct {
		base *Dataset
		want string
	}{"whole": {base, "[base more]"}, "a part": {base.Involving("JP").Filter(pick("JP")), "[more]"}} {
		d, err := (&Loader{Base: c.base}).New(more)
		if err != nil {
			t.Fatal(err)
		}
		var notes []Text
		for _, v := range d.Coverage() {
			notes = append(notes, v.Note)
		}
		if got := fmt.Sprint(notes); got != c.want {
			t.Errorf("%s: the coverage is %s, want %s", name, got, c.want)
		}
	}
}

func TestMerge_UnitesListsOnce(t *testing.T) {
	t.Parallel()
	with := func(claims ...Claim) *Dataset {
		return mustNew(t, small(func(r *Records) {
			r.Sources = append(r.Sources, Source{ID: "t"})
			r.Series[0].Claims = claims
			r.Series[0].Cites = []Citation{{Source: claims[0].Cites[0].Source, Paragraphs: []int{10}}, {Source: "s", Paragraphs: []int{2}}}
		}))
	}
	m, err := Merge(with(claim("b", "t"), claim("a", "s")), with(claim("b", "s")), with(claim("a", "s")))
	if err != nil {
		t.Fatal(err)
	}
	s, _ := m.Series("visits")
	both := claim("b", "s")
	both.Cites = append(both.Cites, Citation{Source: "t"})
	if diff := cmp.Diff([]Claim{both, claim("a", "s")}, s.Claims, values); diff != "" {
		t.Errorf("claims (-want +got):\n%s", diff)
	}
	want := []Citation{{Source: "s", Paragraphs: []int{2}}, {Source: "s", Paragraphs: []int{10}}, {Source: "t", Paragraphs: []int{10}}}
	if diff := cmp.Diff(want, s.Cites); diff != "" {
		t.Errorf("citations (-want +got):\n%s", diff)
	}
}

func TestMerge_NamesBothSidesOfConflict(t *testing.T) {
	t.Parallel()
	d := mustNew(t, small(nil))
	const hint = "; correct one of them or make it a claim; two things need two IDs"
	for _, c := range []struct {
		name   string
		change func(*Records)
		is     error
		want   string
	}{
		{"a member of a record", func(r *Records) {
			r.Exercises[0].Status = StatusCancelled
			r.Exercises[0].Cites[0].Paragraphs = []int{3}
		}, ErrConflict,
			`visit-1: /status: dataset 1 "Small" has "held" [s]; dataset 2 "Small" has "cancelled" [s]` + hint},
		{"a date", func(r *Records) { r.Exercises[0].When = edtf.MustParsePeriod("2020-05"); r.Title = Text{} }, ErrConflict,
			`visit-1: /when: dataset 1 "Small" has "2020" [s]; dataset 2 has "2020-05" [s]` + hint},
		{"words in a language", func(r *Records) { r.Series[0].Name = English("Calls") }, ErrConflict,
			`visits: /name/en: dataset 1 "Small" has "Visits" [s]; dataset 2 "Small" has "Calls" [s]` + hint},
		{"a rough number", func(r *Records) { r.Exercises[0].Approximate = true }, ErrConflict,
			`visit-1: /approximate: dataset 1 "Small" has "false" [s]; dataset 2 "Small" has "true" [s]` + hint},
		{"a member of a contingent", func(r *Records) { r.Exercises[0].Contingents[0].Role = RoleObserver }, ErrConflict,
			`visit-1: /contingents/0/role: dataset 1 "Small" has "host" [s]; dataset 2 "Small" has "observer" [s]` + hint},
		{"another contingent", func(r *Records) { r.Exercises[0].Contingents = r.Exercises[0].Contingents[:1] }, ErrConflict,
			`visit-1: /contingents: dataset 1 "Small" has [{"nation":"FR","role":"host"},{"nation":"JP"}] [s]; ` +
				`dataset 2 "Small" has [{"nation":"FR","role":"host"}] [s]` + hint},
		{"other elements", func(r *Records) { r.Exercises[0].Domains = []Domain{DomainAir, DomainLand} }, ErrConflict,
			`visit-1: /domains: dataset 1 "Small" has ["maritime"] [s]; dataset 2 "Small" has ["air","land"] [s]` + hint},
		{"a nation", func(r *Records) { r.Nations[0].Note = English("New") }, ErrConflict,
			`FR: /note/en: dataset 1 "Small" has "Old" [s]; dataset 2 "Small" has "New" [s]; correct one of them or make it a claim`},
		{"a source", func(r *Records) { r.Sources[0].URL = "x.org" }, ErrConflict,
			`s: /url: for the source, dataset 1 "Small" has "example.org"; dataset 2 "Small" has "x.org"; correct one of them`},
		{"a topic", func(r *Records) { r.Topics[0].Broader = TopicSecurity }, ErrConflict,
			`drones: /broader: for the topic, dataset 1 "Small" has "training"; dataset 2 "Small" has "security"; correct one of them`},
		{"another kind", func(r *Records) {
			r.Exercises = nil
			r.Series[0].ID = "visit-1"
		}, ErrConflict, `visit-1: dataset 1 "Small" has "exercise" [s]; dataset 2 "Small" has "series" [s]; give one of them another ID`},
		{"a rule that only the whole breaks", func(r *Records) {
			r.Nations = append(r.Nations, Nation{Fact: r.Nations[1].Fact})
			r.Nations[2].ID, r.Exercises[0].ID = "IN", "visit-one"
		}, ErrDuplicate,
			`visit-one: /exercises/1/number: edition 1 of "visits" is already "visit-1"; each edition of a series needs its own number`},
	} {
		t.Run(c.name, func(t *testing.T) {
			rich := func(r *Records) {
				r.Nations[0].Note, r.Sources[0].URL = English("Old"), "example.org"
				r.Topics = []TopicDeclaration{{ID: "drones", Broader: TopicTraining}}
				e := &r.Exercises[0]
				e.When, e.Strength, e.Domains, e.Contingents[0].Role = edtf.MustParsePeriod("2020"), 70, []Domain{DomainMaritime}, RoleHost
			}
			a, b := mustNew(t, small(rich)), mustNew(t, small(func(r *Records) { rich(r); c.change(r) }))
			m, err := Merge(a, b, d)
			if m != nil || !errors.Is(err, c.is) || err.Error() != c.want {
				t.Errorf("Merge = %v\n%v, want\n%s", m, err, c.want)
			}
			var conflict *Conflict
			if got := errors.As(err, &conflict); got != (c.is == ErrConflict) {
				t.Errorf("a *Conflict: %v", got)
			} else if got && (conflict.A.Dataset != 1 || conflict.B.Dataset != 2) {
				t.Errorf("the sides are those of %d and %d", conflict.A.Dataset, conflict.B.Dataset)
			}
		})
	}
}

func TestConflict_HasBothSides(t *testing.T) {
	t.Parallel()
	a := small(func(r *Records) { r.Exercises[0].Cites = []Citation{{Source: "s", Paragraphs: []int{4}}} })
	b := small(func(r *Records) { r.Exercises[0].Number, r.Title = 2, English("Other") })
	_, err := Merge(nil, mustNew(t, a), mustNew(t, b))
	var got *Conflict
	if !errors.As(err, &got) {
		t.Fatal(err)
	}
	want := &Conflict{ID: "visit-1", Kind: KindExercise, Pointer: "/number",
		A: ConflictSide{Dataset: 2, Title: English("Small"), Value: "1", Cites: []Citation{{Source: "s", Paragraphs: []int{4}}}},
		B: ConflictSide{Dataset: 3, Title: English("Other"), Value: "2", Cites: []Citation{{Source: "s"}}}}
	if diff := cmp.Diff(want, got, values); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestConflict_NamesFourSourcesAtMost(t *testing.T) {
	t.Parallel()
	side := ConflictSide{Value: "1"}
	for _, id := range []ID{"a", "a", "b", "c", "d", "e"} {
		side.Cites = append(side.Cites, Citation{Source: id})
	}
	if got := side.String(); !strings.HasSuffix(got, " [a, b, c, d, …]") {
		t.Error(got)
	}
}

func TestMerge_LimitsConflicts(t *testing.T) {
	t.Parallel()
	many := func(name string) *Dataset {
		return mustNew(t, small(func(r *Records) {
			for i := range 1001 {
				r.Regions = append(r.Regions, Region{Fact: r.Nations[0].Fact, Name: English("Region"), M49: name})
				r.Regions[i].ID = ID("r" + strconv.Itoa(i))
			}
		}))
	}
	_, err := Merge(many("034"), many("145"))
	var problems Problems
	if !errors.As(err, &problems) || len(problems) != 1001 || !errors.Is(problems[1000], ErrLimit) {
		t.Errorf("%d problems, the last of them %v", len(problems), problems[len(problems)-1])
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
