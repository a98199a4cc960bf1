package entente

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestUnion_TakesTheReceiversRecords(t *testing.T) {
	t.Parallel()
	a, b := mustNew(t, generated(1, 40)), mustNew(t, generated(2, 40))
	parts := []struct {
		name string
		a, b *Dataset
	}{
		{"whole", a, b},
		{"narrowed", a.Involving("PK"), b.About(TopicSecurity)},
	}
	for _, c := range parts {
		t.Run(c.name, func(t *testing.T) {
			u := c.a.Union(c.b)
			for r := range u.All() {
				id := r.AsFact().ID
				want, ok := c.a.Record(id)
				if !ok {
					want, _ = c.b.Record(id)
				}
				if diff := cmp.Diff(want, r, values); diff != "" {
					t.Errorf("%s (-want +got):\n%s", id, diff)
				}
				if !c.a.Has(id) && !c.b.Has(id) {
					t.Errorf("%s is in neither", id)
				}
			}
			for _, part := range []*Dataset{c.a, c.b} {
				if rest := part.Except(u); rest.Len() != 0 {
					t.Errorf("missing from the union: %v", idsOf(rest))
				}
			}
			if rest := idsOf(u.Except(c.b)); len(rest) == 0 || strings.Join(strs(rest), " ") != strings.Join(strs(idsOf(c.a.Except(c.b))), " ") {
				t.Errorf("union without b is %v", rest)
			}
		})
	}
}

func TestUnion_TakesWhatTheRecordsReferTo(t *testing.T) {
	t.Parallel()
	make := func(own string, name string) *Dataset {
		return mustNew(t, small(func(r *Records) {
			r.Sources = []Source{{ID: ID(own), Reprints: "s"}, {ID: "s", Title: English(name)}}
			r.Topics = []TopicDeclaration{{ID: "shared", Name: English(name)}, {ID: Topic(own), Broader: "shared"}}
			r.Nations[1].Topics, r.Nations[1].Cites = []Topic{Topic(own)}, []Citation{{Source: ID(own)}}
			r.Nations[1].ID = map[string]ID{"one": "JP", "two": "IN"}[own]
			r.Exercises = nil
			r.Coverage = []Coverage{{Note: English(name)}}
		}))
	}
	a, b := make("one", "First"), make("two", "Second")
	for name, c := range map[string]struct {
		union *Dataset
		want  string
	}{
		"whole":       {a.Union(b), "[FR IN JP visits] First [one s two] []"},
		"reversed":    {b.Union(a), "[FR IN JP visits] Second [one s two] []"},
		"narrowed":    {a.Filter(pick("JP")).Union(b), "[FR IN JP visits] First [one s two] []"},
		"both":        {a.Filter(pick("JP")).Union(b.Filter(pick("IN"))), "[IN JP] First [one s two] []"},
		"the second":  {a.Filter(pick()).Union(b.Filter(pick("IN"))), "[IN] First [s two] []"},
		"other whole": {a.Union(b.Filter(pick("IN"))), "[FR IN JP visits] First [one s two] []"},
	} {
		u := c.union
		var sources []ID
		for s := range u.Sources() {
			sources = append(sources, s.ID)
		}
		var coverage []Text
		for _, v := range u.Coverage() {
			coverage = append(coverage, v.Note)
		}
		s, _ := u.Source("s")
		if got := fmt.Sprint(idsOf(u), s.Title, sources, coverage); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
		topics := u.Topics()[len(knownTopics):]
		if len(topics) != 3 || topics[0].ID != "one" || topics[1].ID != "shared" || topics[1].Name != s.Title || topics[2].ID != "two" {
			t.Errorf("%s: topics %v", name, topics)
		}
		if got, want := u.About("shared").Len(), min(2, u.Len()); u.Has("JP") && u.Has("IN") && got != want {
			t.Errorf("%s: %d records on the shared topic, want %d", name, got, want)
		}
	}
}

// The union of two sound datasets may hold cycles that neither has.
func TestUnion_CyclesDoNoHarm(t *testing.T) {
	t.Parallel()
	cite := []Citation{{Source: "s"}}
	org := func(id, parent ID) Organization {
		return Organization{Fact: Fact{ID: id, Basis: BasisReported, Cites: cite}, Name: English(string(id)), Parent: parent}
	}
	judgement := func(id, about ID) Assessment {
		return Assessment{Fact: Fact{ID: id, Basis: BasisAssessed, Cites: cite}, About: about, Gist: English("gist"), Modality: ModalityUnhedged}
	}
	make := func(topics []TopicDeclaration, sources []Source, orgs []Organization, judgements []Assessment) *Dataset {
		return mustNew(t, Records{Topics: topics, Sources: sources, Organizations: orgs, Assessments: judgements})
	}
	a := make([]TopicDeclaration{{ID: "x", Broader: "y"}, {ID: "y"}}, []Source{{ID: "s"}, {ID: "s1", Reprints: "s2"}, {ID: "s2"}},
		[]Organization{org("a", "b"), org("b", "")}, []Assessment{judgement("p", "q"), judgement("q", "a")})
	b := make([]TopicDeclaration{{ID: "y", Broader: "x"}, {ID: "x"}}, []Source{{ID: "s"}, {ID: "s2", Reprints: "s1"}, {ID: "s1"}},
		[]Organization{org("b", "a"), org("a", "")}, []Assessment{judgement("q", "p"), judgement("p", "b")})
	for _, u := range []*Dataset{a.Filter(pick("a", "p", "s1")).Union(b), b.Union(a), a.Except(b).Union(b.Except(a)).Union(a)} {
		u.Summary()
		u.Involving("a").About("x").Citing("s1")
		written(t, u)
	}
}
