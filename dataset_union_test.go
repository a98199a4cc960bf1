package entente

import (
	"bytes"
	"errors"
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

func TestUnion_OfOneDataset(t *testing.T) {
	t.Parallel()
	d := mustNew(t, generated(4, 60))
	part, rest := d.Involving("PK"), d.Except(d.Involving("PK"))
	for name, u := range map[string]*Dataset{
		"a part and the whole": part.Union(d), "the whole and a part": d.Union(part), "a part and the rest": part.Union(rest),
		"the rest and a part": rest.Union(part), "nil and the whole": (*Dataset)(nil).Union(d), "the whole and nil": d.Union(nil),
	} {
		if !u.Equal(d) || u == d {
			t.Errorf("%s: %v is not a dataset equal to %v", name, u, d)
		}
	}
	if u := part.Union(part); !u.Equal(part) {
		t.Errorf("a part and itself: %v, want %v", u, part)
	}
}

func TestUnion_OfOneDatasetWasNotAskedAsAWhole(t *testing.T) {
	t.Parallel()
	d := mustNew(t, small(func(r *Records) { r.Coverage = []Coverage{{}} }))
	nothing := d.Between("FR", "IN").OfKind(KindExercise)
	for name, c := range map[string]struct {
		d    *Dataset
		want Answer
	}{
		"asked":   {nothing, AnswerNoneFound},
		"a union": {nothing.Union(d.Between("JP", "IN")), AnswerNotCovered},
	} {
		if got := c.d.Answer(); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

func TestUnion_SaysWhatBothSayOfThemselves(t *testing.T) {
	t.Parallel()
	with := func(version, author, licence string, extra ...KeyValue) *Dataset {
		return mustNew(t, small(func(r *Records) {
			r.Edition, r.Authors, r.Licence, r.Extra = Edition{Version: version}, []string{author}, licence, extra
		}))
	}
	a, b := with("1", "B", "MIT", KeyValue{"z", "1"}), with("2", "A", "CC-BY-4.0 AND MIT", KeyValue{"a", "2"}, KeyValue{"z", "3"})
	for name, c := range map[string]struct {
		d    *Dataset
		want string
	}{
		"two":         {a.Union(b), "[B A] MIT AND CC-BY-4.0 [{a 2} {z 1}]"},
		"one edition": {a.Union(with("1", "B", "")), "1 [B] MIT [{z 1}]"},
		"no licence":  {with("1", "B", "").Union(a), "1 [B] MIT [{z 1}]"},
		"of a part":   {a.Union(b.Involving("JP")), "[B A] MIT AND CC-BY-4.0 [{z 1}]"},
		"all of it":   {a.Union(b.Filter(func(Record) bool { return true })), "[B A] MIT AND CC-BY-4.0 [{a 2} {z 1}]"},
	} {
		if got := strings.TrimSpace(fmt.Sprint(c.d.Edition().Version, " ", c.d.Authors(), " ", c.d.Licence(), " ", c.d.Extra())); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
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

func org(id, parent ID) Organization {
	return Organization{Fact: Fact{ID: id, Basis: BasisReported, Cites: []Citation{{Source: "s"}}}, Name: English(string(id)), Parent: parent}
}

// chained returns n organizations, sources and topics, each of which refers to
// the next, the last of them to what is given.
func chained(prefix string, n int, to string) Records {
	r := Records{Sources: []Source{{ID: "s"}}}
	for i := range n {
		id, next := fmt.Sprintf("%s%d", prefix, i), fmt.Sprintf("%s%d", prefix, i+1)
		if i == n-1 {
			next = to
		}
		r.Organizations = append(r.Organizations, org(ID(id), ID(next)))
		r.Sources = append(r.Sources, Source{ID: ID(id), Reprints: ID(next)})
		r.Topics = append(r.Topics, TopicDeclaration{ID: Topic(id), Broader: Topic(next)})
	}
	return r
}

func TestUnion_LeavesOutWhatMakesChainsTooLong(t *testing.T) {
	t.Parallel()
	a := mustNew(t, chained("m", 61, ""))
	second := chained("b", 61, "m0")
	end := chained("m", 1, "")
	second.Organizations = append(second.Organizations, end.Organizations...)
	second.Sources, second.Topics = append(second.Sources, end.Sources[1:]...), append(second.Topics, end.Topics...)
	second.Exercises = []Exercise{
		{Fact: Fact{ID: "of-topic", Basis: BasisReported, Topics: []Topic{"b0"}, Cites: []Citation{{Source: "s"}}}, Name: English("x")},
		{Fact: Fact{ID: "of-first", Basis: BasisReported, Cites: []Citation{{Source: "s"}}}, Name: English("x"), Contingents: []Contingent{{Organization: "b0"}}},
		{Fact: Fact{ID: "of-source", Basis: BasisReported, Cites: []Citation{{Source: "b20"}}}, Name: English("x")},
		{Fact: Fact{ID: "of-what-is-kept", Basis: BasisReported, Topics: []Topic{"b21"}, Cites: []Citation{{Source: "b21"}}}, Name: English("x"),
			Contingents: []Contingent{{Organization: "b21"}}},
	}
	u := a.Union(mustNew(t, second))
	if _, err := Decode("u", bytes.NewReader(written(t, u))); err != nil {
		t.Errorf("the union does not load: %v", err)
	}
	// From b21 it is 40 links to m0, and 60 from there to the end.
	for id, want := range map[ID]bool{"b20": false, "b21": true, "of-topic": false, "of-first": false, "of-source": false, "of-what-is-kept": true} {
		if u.Has(id) != want {
			t.Errorf("has %s: %v", id, !want)
		}
	}
	for id, want := range map[ID]bool{"b20": false, "b21": true, "m60": true} {
		if _, ok := u.Source(id); ok != want {
			t.Errorf("has source %s: %v", id, ok)
		}
	}
}

func TestLoader_BaseCountsInChains(t *testing.T) {
	t.Parallel()
	l := &Loader{Base: mustNew(t, chained("a", 61, ""))}
	for n, want := range map[int]error{40: nil, 41: ErrLimit} {
		more := chained("b", n, "a0")
		more.Sources = more.Sources[1:] // those of the base
		d, err := l.New(more)
		if !errors.Is(err, want) || err == nil && d.Len() != 61+n {
			t.Errorf("%d more: %v, %v; want %v", n, d, err, want)
		}
		if problems, ok := err.(Problems); ok && len(problems) != 3 {
			t.Errorf("%d problems, want one of each sort: %v", len(problems), err)
		}
	}
}

func TestUnion_SourceIsNotDisplacedByRecord(t *testing.T) {
	t.Parallel()
	a := mustNew(t, small(func(r *Records) {
		r.Sources = append(r.Sources, Source{ID: "us-navy", Title: English("A page")})
		r.Exercises[0].Cites = []Citation{{Source: "us-navy"}}
	}))
	b := mustNew(t, small(func(r *Records) { r.Organizations = []Organization{org("us-navy", "")} }))
	merged, err := Merge(a, b)
	if err != nil {
		t.Fatal(err)
	}
	for name, d := range map[string]*Dataset{"a, b": a.Union(b), "b, a": b.Union(a), "merged": merged} {
		s, ok := d.Source("us-navy")
		if o, ok2 := d.Organization("us-navy"); !ok || !ok2 || s.Title.String() != "A page" || o.ID != "us-navy" {
			t.Errorf("%s: source %v, organization %v", name, s, o)
		}
		if name == "b, a" { // b has the exercise too, and cites another source
			continue
		}
		if got := idsOf(d.Citing("us-navy")); len(got) != 1 || got[0] != "visit-1" {
			t.Errorf("%s: the source is cited by %v", name, got)
		}
		if _, err := Decode(name, bytes.NewReader(written(t, d))); err != nil {
			t.Errorf("%s does not load: %v", name, err)
		}
	}
}

// Of two exercises that are the same edition of a series, the receiver's stays.
func TestUnion_LeavesOutEditionsThatAreTaken(t *testing.T) {
	t.Parallel()
	about := func(r *Records, id, about ID) {
		r.Assessments = append(r.Assessments, Assessment{Fact: Fact{ID: id, Basis: BasisAssessed, Cites: []Citation{{Source: "s"}}},
			About: about, Gist: English("gist"), Modality: ModalityUnhedged})
	}
	a := mustNew(t, small(func(r *Records) {
		other := r.Exercises[0]
		other.ID, other.Series = "of-no-series", ""
		other.Number = 2
		r.Exercises = append(r.Exercises, other)
	}))
	for number, want := range map[int]string{
		0: "[drill of-drill of-that]", 1: "[]", 2: "[drill of-drill of-that]",
	} {
		b := mustNew(t, small(func(r *Records) {
			r.Exercises[0].ID, r.Exercises[0].Number = "drill", number
			about(r, "of-drill", "drill")
			about(r, "of-that", "of-drill")
		}))
		if got := fmt.Sprint(idsOf(a.Union(b).Except(a))); got != want {
			t.Errorf("number %d: %s, want %s", number, got, want)
		}
	}
}

// A region may have the ID of an exercise elsewhere.
func TestUnion_LeavesOutReferencesToAnotherKind(t *testing.T) {
	t.Parallel()
	affects := func(id, affects, about ID) Assessment {
		return Assessment{Fact: Fact{ID: id, Basis: BasisAssessed, Cites: []Citation{{Source: "s"}}},
			Affects: []ID{affects}, About: about, Gist: English("gist"), Modality: ModalityUnhedged}
	}
	a := mustNew(t, small(nil))
	b := mustNew(t, small(func(r *Records) {
		r.Exercises = nil
		r.Regions = []Region{{Fact: r.Nations[0].Fact, Name: English("A region")}}
		r.Regions[0].ID = "visit-1"
		r.Assessments = []Assessment{affects("of-region", "visit-1", ""), affects("of-that", "FR", "of-region"), affects("of-record", "FR", "visit-1")}
	}))
	u := a.Union(b)
	if got := strs(idsOf(u.Except(a))); fmt.Sprint(got) != "[of-record]" {
		t.Errorf("of the second are left %v", got)
	}
	if got := u.Involving("JP").Len(); got != 3 {
		t.Errorf("%d records involve the party of what the assessment is about", got)
	}
	first := mustNew(t, Records{Sources: []Source{{ID: "s"}}, Organizations: []Organization{org("x", "")}})
	c := mustNew(t, small(func(r *Records) {
		r.Blocs = []Bloc{{Fact: r.Nations[0].Fact, Name: English("A bloc")}}
		r.Blocs[0].ID = "x"
		r.Exercises[0].Contingents[1] = Contingent{Bloc: "x"}
	}))
	if got := strs(idsOf(first.Union(c).Except(first))); fmt.Sprint(got) != "[FR JP visits]" {
		t.Errorf("beside an organization of the bloc's ID are left %v", got)
	}
	if got := strs(idsOf(a.Union(b.Filter(pick("visit-1"))).Except(a))); len(got) > 0 {
		t.Errorf("a record of another kind brings %v", got)
	}
}

// A meeting of many in one dataset and many statements at it in the other are
// more work than a loader accepts.
func TestUnion_StaysWithinTheWorkOfALoader(t *testing.T) {
	t.Parallel()
	const n = 4300
	talks := func(r *Records, actors ...ID) {
		m := Meeting{Fact: r.Nations[0].Fact}
		for _, id := range actors {
			m.Attendees = append(m.Attendees, Attendee{Actor: id})
		}
		m.ID = "talks"
		r.Meetings = append(r.Meetings, m)
	}
	var said []Statement
	for i := range n {
		f := Fact{ID: ID(fmt.Sprintf("said-%d", i)), Basis: BasisAttributed, Cites: []Citation{{Source: "s"}}}
		said = append(said, Statement{Fact: f, Speakers: []ID{"FR"}, Gist: English("x"), Meeting: "talks"})
	}
	a := mustNew(t, small(func(r *Records) {
		actors := []ID{"FR", "JP"}
		for i := range n {
			o := Official{Fact: r.Nations[0].Fact, Name: English("x")}
			o.ID = ID(fmt.Sprintf("o%d", i))
			r.Officials = append(r.Officials, o)
			actors = append(actors, o.ID)
		}
		talks(r, actors...)
	}))
	b := mustNew(t, small(func(r *Records) {
		talks(r, "FR", "JP")
		r.Statements = said
	}))
	if u := a.Union(b); u.Len() != a.Len() {
		t.Errorf("the union of %v and %v is %v", a, b, u)
	}
	if u := b.Union(a); u.Len() != b.Len()+n {
		t.Errorf("the union of %v and %v is %v", b, a, u)
	}
	for i := range said {
		said[i].Cites = []Citation{{Source: "t"}}
	}
	d, err := (&Loader{Base: a}).New(Records{Sources: []Source{{ID: "t"}}, Statements: said})
	if d != nil || !errors.Is(err, ErrLimit) {
		t.Errorf("a base with many statements: %v, %v", d, err)
	}
	if d, err := Merge(a, b); d != nil || !errors.Is(err, ErrConflict) {
		t.Errorf("merged: %v, %v", d, err)
	}
}
