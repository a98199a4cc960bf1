package entente

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"github.com/entente-go/entente/edtf"
	"github.com/google/go-cmp/cmp"
)

// The obvious implementation of narrowing: record by record, by sets of IDs,
// over the public API.

type idSet map[ID]bool

// slowOwners adds an actor and all it belongs to.
func slowOwners(d *Dataset, id ID, when edtf.Period, set idSet) {
	if id == "" || set[id] {
		return
	}
	set[id] = true
	switch r, _ := d.Record(id); r := r.(type) {
	case Organization:
		slowOwners(d, r.Nation, when, set)
		slowOwners(d, r.Parent, when, set)
	case Official:
		slowOwners(d, r.Nation, when, set)
		for _, p := range r.Postings {
			if p.Period.Overlaps(when) != edtf.CertaintyNo {
				slowOwners(d, p.Organization, when, set)
			}
		}
	}
}

func slowParties(d *Dataset, r Record, when edtf.Period, set idSet) {
	add := func(ids ...ID) {
		for _, id := range ids {
			slowOwners(d, id, when, set)
		}
	}
	via := func(id ID) {
		if r, ok := d.Record(id); ok {
			slowParties(d, r, when, set)
		} else {
			add(id) // a nation without a record
		}
	}
	switch r := r.(type) {
	case Nation, Bloc, Organization, Official:
		add(r.AsFact().ID)
	case Partnership:
		add(r.Parties...)
	case Agreement:
		for _, p := range r.Parties {
			add(p.Actor)
		}
		add(r.Signatories...)
	case Series:
		add(r.Parties...)
	case Exercise:
		add(r.Commanders...)
		for _, c := range r.Contingents {
			add(c.Nation, c.Bloc, c.Organization)
			add(c.Commanders...)
		}
	case Meeting:
		add(r.Auspices)
		for _, a := range r.Attendees {
			add(a.Actor, a.For)
		}
	case Statement:
		add(r.Speakers...)
		add(r.For)
		add(r.To...)
		via(r.Meeting)
	case Assessment:
		via(r.About)
	}
}

func slowInvolving(d *Dataset, id ID) func(Record) bool {
	return func(r Record) bool {
		set := idSet{}
		slowParties(d, r, r.AsFact().When, set)
		return set[id]
	}
}

// slowStints lists the times of a record beside its When, by the actor whose
// they are; those of "" are the record's.
func slowStints(d *Dataset, r Record) (list []slowStint) {
	owned := func(id ID, when edtf.Period) {
		owners := idSet{}
		slowOwners(d, id, edtf.Period{}, owners)
		for owner := range owners {
			list = append(list, slowStint{owner, when})
		}
	}
	switch r := r.(type) {
	case Nation:
		list = append(list, slowStint{"", r.Exists})
	case Agreement:
		list = append(list, slowStint{"", r.InForce})
		for _, p := range r.Parties {
			owned(p.Actor, p.Period)
		}
	case Official:
		for _, p := range r.Postings {
			list = append(list, slowStint{"", p.Period})
			if p.Organization != "" {
				owned(p.Organization, p.Period)
			}
		}
		if r.Nation != "" {
			owned(r.Nation, edtf.Period{})
		}
	}
	return list
}

type slowStint struct {
	actor ID
	when  edtf.Period
}

// slowDoubt reports whether a record of which no known time is in a span may be
// of it all the same.
func slowDoubt(r Record, in edtf.Span) bool {
	switch r := r.(type) {
	case Nation, Bloc, Region, Organization, Official:
		return false
	case Agreement:
		return r.InForce.IsZero() && (r.When.IsZero() || r.When.Span().First <= in.Last)
	}
	return r.AsFact().When.IsZero()
}

// slowFit holds a record to actors and periods day by day: the first days of all
// the times in play, since if there is a day on which all take part there is
// one among them.
func slowFit(d *Dataset, r Record, parties [][]ID, periods []edtf.Period) fit {
	if len(periods) == 0 {
		one := !slices.ContainsFunc(parties, func(ids []ID) bool { return !slices.Equal(ids, parties[0]) })
		if !one && slowFitOne(d, r, parties, edtf.Period{}) == fitNone { // who is named takes part at some time
			return fitNone
		}
		return fitFound
	}
	best := fitFound
	for _, p := range periods {
		best = min(best, slowFitOne(d, r, parties, p))
	}
	return best
}

func slowFitOne(d *Dataset, r Record, parties [][]ID, p edtf.Period) fit {
	stints := slowStints(d, r)
	dated := slices.ContainsFunc(stints, func(s slowStint) bool { return s.actor != "" && !s.when.IsZero() })
	times := []edtf.Period{r.AsFact().When}
	signed := edtf.DayMin
	a, isAgreement := r.(Agreement)
	for _, s := range stints {
		if !isAgreement || s.actor == "" || a.InForce.IsZero() { // nobody is a party when it is not in force
			times = append(times, s.when)
		}
	}
	if isAgreement && a.InForce.IsZero() && !a.When.IsZero() {
		signed = a.When.Span().First
	}
	times = slices.DeleteFunc(times, func(p edtf.Period) bool { return p.IsZero() || p.Span().Last < signed })
	wanted := edtf.Span{First: edtf.DayMin, Last: edtf.DayMax}
	if !p.IsZero() {
		wanted = p.Span()
	}
	if !dated || len(parties) == 0 {
		if p.IsZero() || wanted.Last >= signed && slices.ContainsFunc(times, func(t edtf.Period) bool { return t.Overlaps(p) != edtf.CertaintyNo }) {
			return fitFound
		}
		if slowDoubt(r, wanted) {
			return fitUndated
		}
		return fitNone
	}
	days := []edtf.Day{wanted.First, wanted.Last}
	for _, t := range times {
		days = append(days, t.Span().First)
	}
	for _, s := range stints {
		days = append(days, s.when.Span().First)
	}
	if f := r.AsFact(); !f.When.IsZero() {
		days = append(days, f.When.Span().First)
	}
	best := fitNone
	for _, day := range days {
		if day < wanted.First || day > wanted.Last {
			continue
		}
		on := func(t edtf.Period) bool { return !t.IsZero() && t.Span().First <= day && day <= t.Span().Last }
		lasts := fitNone
		if day >= signed && slices.ContainsFunc(times, on) {
			lasts = fitFound
		} else if slowDoubt(r, edtf.Span{First: day, Last: day}) {
			lasts = fitUndated
		}
		all := fitFound
		for _, ids := range parties {
			one, timed := fitNone, false
			for _, s := range stints {
				if slices.Contains(ids, s.actor) && s.actor != "" {
					timed = true
					if s.when.IsZero() || on(s.when) {
						one = max(one, lasts)
					}
				}
			}
			if !timed {
				one = lasts
			}
			all = min(all, one)
		}
		best = max(best, all)
	}
	return best
}

func slowAffecting(d *Dataset, id ID) func(Record) bool {
	return func(r Record) bool {
		set := idSet{}
		if a, ok := r.(Assessment); ok {
			for _, to := range a.Affects {
				slowOwners(d, to, a.When, set)
			}
		}
		return set[id]
	}
}

func slowAbout(d *Dataset, topic Topic) func(Record) bool {
	broader := map[Topic]Topic{}
	for _, t := range d.Topics() {
		broader[t.ID] = t.Broader
	}
	return func(r Record) bool {
		for _, t := range r.AsFact().Topics {
			for ; t != ""; t = broader[t] {
				if t == topic {
					return true
				}
			}
		}
		return false
	}
}

func slowCiting(d *Dataset, source ID) func(Record) bool {
	return func(r Record) bool {
		f := r.AsFact()
		cites := f.Cites
		for _, c := range f.Claims {
			cites = append(cites, c.Cites...)
		}
		if o, ok := r.(Official); ok {
			for _, p := range o.Postings {
				cites = append(cites, p.Cites...)
			}
		}
		if a, ok := r.(Agreement); ok {
			for _, p := range a.Parties {
				cites = append(cites, p.Cites...)
			}
		}
		return slices.ContainsFunc(cites, func(c Citation) bool {
			for id := c.Source; id != ""; {
				if id == source {
					return true
				}
				s, _ := d.Source(id)
				id = s.Reprints
			}
			return false
		})
	}
}

// slowly returns the IDs of the records of d that satisfy keep.
func slowly(d *Dataset, keep func(Record) bool) []ID {
	list := []ID{}
	for r := range d.All() {
		if keep(r) {
			list = append(list, r.AsFact().ID)
		}
	}
	return list
}

func idsOf(d *Dataset) []ID { return slowly(d, func(Record) bool { return true }) }

func TestNarrowingAgreesWithTheObviousImplementation(t *testing.T) {
	t.Parallel()
	for seed := range uint64(12) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			t.Parallel()
			rng := rand.New(rand.NewPCG(seed, 2))
			full := mustNew(t, generated(seed, 70))
			every := idsOf(full)
			period := func() edtf.Period { return (&generator{Rand: rng}).period() }
			d, path := full, "all"
			var parties [][]ID
			var periods []edtf.Period
			var kinds [][]Kind
			opaque := false
			for range 100 {
				if d.Len() == 0 && rng.IntN(2) == 0 || rng.IntN(6) == 0 {
					d, path, parties, periods, kinds, opaque = full, "all", nil, nil, nil, false
				}
				together := func(r Record) bool { return slowFit(full, r, parties, periods) == fitFound }
				id := every[rng.IntN(len(every))]
				other := every[rng.IntN(len(every))]
				if rng.IntN(2) == 0 {
					id, other = "RU", "PK"
				}
				topic := full.Topics()[rng.IntN(len(full.Topics()))].ID
				source := []ID{"agency", "paper", "report", "nothing"}[rng.IntN(4)]
				basis := Basis(rng.IntN(4))
				p := period()
				odd := func(r Record) bool { return len(r.String())%2 == 1 }
				var got *Dataset
				var want []ID
				var step string
				kind := []int{0, 1, 4, 9, rng.IntN(10)}[rng.IntN(5)]
				opaque = opaque || kind != 0 && kind != 1 && kind != 4 && kind != 9
				switch kind {
				case 0:
					step, got = fmt.Sprintf("Involving(%s, %s)", id, other), d.Involving(id, other)
					parties = append(parties, []ID{id, other})
					want = slowly(d, func(r Record) bool {
						return (slowInvolving(full, id)(r) || slowInvolving(full, other)(r)) && together(r)
					})
				case 1:
					step, got = fmt.Sprintf("Between(%s, %s)", id, other), d.Between(id, other)
					parties = append(parties, []ID{id}, []ID{other})
					want = slowly(d, func(r Record) bool {
						return slowInvolving(full, id)(r) && slowInvolving(full, other)(r) && together(r)
					})
				case 2:
					step, got, want = fmt.Sprintf("Affecting(%s)", id), d.Affecting(id), slowly(d, slowAffecting(full, id))
				case 3:
					step, got, want = fmt.Sprintf("About(%s)", topic), d.About(topic), slowly(d, slowAbout(full, topic))
				case 4:
					step, got = fmt.Sprintf("During(%s)", p), d.During(p)
					if !p.IsZero() {
						periods = append(periods, p)
					}
					want = slowly(d, together)
				case 9:
					k, l := Kind(1+rng.IntN(kindCount-1)), Kind(1+rng.IntN(kindCount-1))
					step, got = fmt.Sprintf("OfKind(%s, %s)", k, l), d.OfKind(k, l)
					kinds = append(kinds, []Kind{k, l})
					want = slowly(d, func(r Record) bool { return r.Kind() == k || r.Kind() == l })
				case 5:
					step, got = fmt.Sprintf("On(%s)", basis), d.WithBasis(basis)
					want = slowly(d, func(r Record) bool { return r.AsFact().Basis == basis })
				case 6:
					step, got, want = fmt.Sprintf("Citing(%s)", source), d.Citing(source), slowly(d, slowCiting(full, source))
				case 7:
					step, got, want = "Filter", d.Filter(odd), slowly(d, odd)
				case 8:
					o := full.Involving(id)
					if rng.IntN(2) == 0 {
						if o.Len() > 0 { // what is in a union was not asked for all of it
							parties, periods = nil, nil
						}
						step, got = fmt.Sprintf("Union(Involving(%s))", id), d.Union(o)
						want = slowly(full, func(r Record) bool { return d.Has(r.AsFact().ID) || o.Has(r.AsFact().ID) })
					} else {
						step, got = fmt.Sprintf("Except(Involving(%s))", id), d.Except(o)
						want = slowly(d, func(r Record) bool { return !o.Has(r.AsFact().ID) })
					}
				}
				path += "." + step
				have := idsOf(got)
				if diff := cmp.Diff(want, have); diff != "" || got.Len() != len(have) {
					t.Fatalf("%s holds %d (-want +got):\n%s", path, got.Len(), diff)
				}
				if d = got; !opaque {
					want := slowly(full, func(r Record) bool {
						for _, ids := range parties {
							if !slices.ContainsFunc(ids, func(id ID) bool { return slowInvolving(full, id)(r) }) {
								return false
							}
						}
						for _, ks := range kinds {
							if !slices.Contains(ks, r.Kind()) {
								return false
							}
						}
						return len(periods) > 0 && slowFit(full, r, parties, periods) == fitUndated
					})
					undated := []ID{}
					for i := range d.undated.all() {
						undated = append(undated, full.c.recs[i].fact().ID)
					}
					if diff := cmp.Diff(want, undated); diff != "" {
						t.Fatalf("%s leaves undated (-want +got):\n%s", path, diff)
					}
				}
			}
		})
	}
}

func TestNarrowingKeepsLookupsOfWhatRecordsReferTo(t *testing.T) {
	t.Parallel()
	d := mustNew(t, generated(7, 60))
	part := d.Between("PK", "RU").WithBasis(BasisReported)
	for i := range part.indices(0, len(part.c.recs)) {
		eachRef(part.c.recs[i], func(r ref) {
			_, source := part.Source(r.id)
			if _, ok := part.Record(r.id); !ok && !source {
				t.Errorf("%v refers to %s, which cannot be looked up any more", part.c.recs[i], r.id)
			}
		})
	}
}

func TestIterationIsInTheStatedOrder(t *testing.T) {
	t.Parallel()
	d := mustNew(t, generated(8, 200))
	var last Record
	for r := range d.All() {
		if last != nil {
			a, b := last.AsFact(), r.AsFact()
			if last.Kind() > r.Kind() || last.Kind() == r.Kind() && (a.When.Compare(b.When) > 0 || a.When == b.When && a.ID >= b.ID) {
				t.Errorf("%v (%v) comes before %v (%v)", last, a.When, r, b.When)
			}
		}
		last = r
	}
	n, when, id := 0, edtf.Period{}, ID("")
	for r := range d.Timeline() {
		f := r.AsFact()
		if f.When.IsZero() {
			t.Errorf("%v has no date", r)
		}
		if n > 0 && (when.Compare(f.When) > 0 || when == f.When && id >= f.ID) {
			t.Errorf("%s (%v) comes before %v (%v)", id, when, r, f.When)
		}
		n, when, id = n+1, f.When, f.ID
	}
	if want := d.Len() - d.Summary().Undated; n != want {
		t.Errorf("the timeline has %d records, want %d", n, want)
	}
}

func TestDuringTouchesBothEnds(t *testing.T) {
	t.Parallel()
	d := mustNew(t, small(func(r *Records) { r.Exercises[0].When = edtf.MustParsePeriod("2020-05-10/2020-05-12") }))
	for period, want := range map[string]bool{
		"2020-05-09": false, "2020-05-10": true, "2020-05-12": true, "2020-05-13": false, "../2020-05-10": true, "../2020-05-09": false,
		"2020-05-12/..": true, "2020-05-13/..": false, "2020": true, "2020-06": false,
	} {
		if got := d.During(edtf.MustParsePeriod(period)).Has("visit-1"); got != want {
			t.Errorf("during %s: %v", period, got)
		}
	}
}

func strs(ids []ID) (s []string) {
	for _, id := range ids {
		s = append(s, string(id))
	}
	return s
}

func pick(ids ...ID) func(Record) bool {
	return func(r Record) bool { return slices.Contains(ids, r.AsFact().ID) }
}

func TestBetween_FindsAnActorAndWhomItActsFor(t *testing.T) {
	t.Parallel()
	d := mustNew(t, small(func(r *Records) {
		for _, o := range []Official{{Name: English("An envoy"), Nation: "RU"}, {Name: English("A guest")}} {
			o.Fact = r.Nations[0].Fact
			o.ID = []ID{"envoy", "guest"}[len(r.Officials)]
			r.Officials = append(r.Officials, o)
		}
		m := Meeting{Fact: r.Nations[0].Fact, Attendees: []Attendee{{Actor: "envoy", For: "UY"}, {Actor: "guest"}}}
		m.ID = "talks"
		r.Meetings = []Meeting{m}
	}))
	for _, pair := range [][2]ID{{"RU", "UY"}, {"envoy", "UY"}, {"guest", "RU"}, {"guest", "UY"}} {
		if !d.Between(pair[0], pair[1]).Has("talks") {
			t.Errorf("not between %s and %s", pair[0], pair[1])
		}
	}
}

func TestWhoTakesPartThroughALongChain(t *testing.T) {
	t.Parallel()
	d := mustNew(t, small(func(r *Records) {
		about := ID("visit-1")
		for i := range maxChain {
			id := ID(fmt.Sprintf("a-%03d", i))
			r.Assessments = append(r.Assessments, Assessment{Fact: Fact{ID: id, Basis: BasisAssessed, Cites: []Citation{{Source: "s"}}}, About: about, Gist: English("x"), Modality: ModalityUnhedged})
			about = id
		}
	}))
	if got := d.Involving("FR").Summary().Kinds.Of(KindAssessment); got != maxChain {
		t.Errorf("%d of %d assessments, each about the one before, involve who takes part in what the first is about", got, maxChain)
	}
}

func TestSourcesAreThoseThatTheRecordsRestOn(t *testing.T) {
	t.Parallel()
	d := mustNew(t, small(func(r *Records) {
		r.Sources = []Source{{ID: "wire", Reprints: "release"}, {ID: "unused"}, {ID: "s"}, {ID: "release", Reprints: "draft"}, {ID: "draft"}}
		r.Series[0].Cites = []Citation{{Source: "s"}}
		r.Exercises[0].Cites = []Citation{{Source: "wire"}, {Source: "wire", Paragraphs: []int{2}}}
	}))
	for name, c := range map[string]struct {
		d    *Dataset
		want string
	}{
		"whole":    {d, "[draft release s unused wire]"},
		"narrowed": {d.Filter(pick("visits")), "[s]"},
		"reprints": {d.Filter(pick("visit-1")), "[draft release wire]"},
		"nothing":  {d.Filter(pick()), "[]"},
		"nil":      {nil, "[]"},
	} {
		var got []ID
		for s := range c.d.Sources() {
			got = append(got, s.ID)
		}
		if fmt.Sprint(got) != c.want {
			t.Errorf("%s: %v, want %s", name, got, c.want)
		}
		n := 0
		for range c.d.Sources() {
			n++
			break
		}
		if n != min(len(got), 1) {
			t.Errorf("%s: %d sources before the first break", name, n)
		}
	}
}

func TestLookupsAnswerForWhatTheDataHas(t *testing.T) {
	t.Parallel()
	d := mustNew(t, generated(7, 40))
	none := d.Involving("nobody")
	for r := range d.All() {
		id := r.AsFact().ID
		if got, ok := none.Record(id); !ok || !cmp.Equal(got, r, values) {
			t.Errorf("Record(%q) = %v, %v", id, got, ok)
		}
		if _, ok := none.Source(id); ok || !d.Has(id) || none.Has(id) {
			t.Errorf("%q is a source, or not in the whole, or in nothing", id)
		}
		answers := 0
		for k := KindNation; k < kindEnd; k++ {
			lookup := reflect.ValueOf(none).MethodByName(reflect.TypeOf(newRecord(k)).Elem().Name())
			out := lookup.Call([]reflect.Value{reflect.ValueOf(id)})
			found := out[1].Bool() || !out[0].IsZero()
			if found {
				answers++
				if k != r.Kind() {
					t.Errorf("%v is found as %v", r, k)
				}
			}
		}
		if answers != 1 {
			t.Errorf("%d lookups find %v", answers, r)
		}
	}
	for s := range d.Sources() {
		if got, ok := none.Source(s.ID); !ok || got.ID != s.ID || d.Has(s.ID) {
			t.Errorf("Source(%q) = %v, %v", s.ID, got, ok)
		}
		if r, ok := d.Record(s.ID); ok || r != nil {
			t.Errorf("the source %q is the record %v", s.ID, r)
		}
	}
}

func TestAnEmptyDatasetIsUsable(t *testing.T) {
	t.Parallel()
	some := mustNew(t, generated(4, 10))
	for name, d := range map[string]*Dataset{"nil": nil, "zero": {}, "narrowed to nothing": some.Involving("nobody"), "New of nothing": mustNew(t, Records{})} {
		t.Run(name, func(t *testing.T) {
			for _, e := range []*Dataset{d, d.Between("PK", "RU"), d.Involving("PK"), d.Affecting("PK"), d.About(TopicSecurity), d.During(edtf.Period{}),
				d.WithBasis(BasisReported), d.Citing("agency"), d.Filter(func(Record) bool { return true }), d.Except(some), d.Union(nil), d.Union(d)} {
				if e == nil && d != nil || e.Len() != 0 || len(idsOf(e)) != 0 || len(e.Find("RU")) != 0 || e.Has("PK") {
					t.Errorf("not empty: %v", e)
				}
				for range e.Timeline() {
					t.Error("a timeline of nothing")
				}
				for range e.Exercises() {
					t.Error("an exercise of nothing")
				}
				if diff := cmp.Diff(Summary{}, e.Summary(), values); diff != "" {
					t.Errorf("summary (-want +got):\n%s", diff)
				}
				if len(e.Topics()) == 0 {
					t.Error("the known topics are not known")
				}
				e.Title()
				e.Coverage()
				e.Record("PK")
				e.Source("agency")
				for range e.Sources() {
				}
				written(t, e)
			}
			if u := d.Union(some); u.Len() != some.Len() {
				t.Errorf("union with some has %d records", u.Len())
			}
			if u := some.Union(d); u.Len() != some.Len() {
				t.Errorf("union of some has %d records", u.Len())
			}
		})
	}
}

// What is looked at to work out parties is counted, so that a hostile file ends.
func TestTheWorkOfPartiesIsBounded(t *testing.T) {
	t.Parallel()
	const n = 50
	for name, change := range map[string]func(r *Records, o *Official){
		"postings": func(r *Records, o *Official) {
			for range n {
				o.Postings = append(o.Postings, Posting{Title: English("x"), Organization: "b-0"})
			}
		},
		"bodies above": func(r *Records, o *Official) {
			o.Postings = []Posting{{Title: English("x"), Organization: "b-49"}}
		},
		"neither": func(r *Records, o *Official) {},
	} {
		records := small(func(r *Records) {
			fact := r.Nations[0].Fact
			for i := range n {
				fact.ID = ID(fmt.Sprintf("b-%d", i))
				b := Organization{Fact: fact, Name: English("Body")}
				if i > 0 {
					b.Parent = ID(fmt.Sprintf("b-%d", i-1))
				}
				r.Organizations = append(r.Organizations, b)
			}
			fact.ID = "o"
			o := Official{Fact: fact, Name: English("Otto")}
			change(r, &o)
			r.Officials = []Official{o}
			fact.Basis = BasisAttributed
			for i := range n {
				fact.ID = ID(fmt.Sprintf("said-%d", i))
				r.Statements = append(r.Statements, Statement{Fact: fact, Speakers: []ID{"o"}, Gist: English("x")})
			}
		})
		// The bodies themselves are n*n/2.
		if got := newIndexWithin(recordsOf(&records), n*n/2+n*n/2); (got == nil) != (name != "neither") {
			t.Errorf("%s: within the limit: %v", name, got != nil)
		}
	}
}

// The words of a selection end where the records do, or behind them.
func TestIndices_YieldWhatIsSelected(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{1, 63, 64, 65, 128, 200} {
		d := &Dataset{c: &index{recs: make([]record, n)}, sel: newBitset(n)}
		for i := range n {
			d.sel.set(i, rng.IntN(3) > 0)
		}
		for range 100 {
			lo := rng.IntN(n + 1)
			hi := lo + rng.IntN(n+1-lo)
			var want []int
			for i := lo; i < hi; i++ {
				if d.sel.has(i) {
					want = append(want, i)
				}
			}
			if got := slices.Collect(d.indices(lo, hi)); !slices.Equal(got, want) {
				t.Fatalf("of %d, from %d to %d: %v, want %v", n, lo, hi, got, want)
			}
		}
	}
}

func TestBitset_ChangesOneBitAlone(t *testing.T) {
	t.Parallel()
	const n = 150
	b, want := newBitset(n), make([]bool, n)
	rng := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		i, is := rng.IntN(n), rng.IntN(2) == 0
		b.set(i, is)
		want[i] = is
		if i, is = rng.IntN(n), !is; is {
			b.add(i)
		} else {
			b.remove(i)
		}
		want[i] = is
		for i := range want {
			if b.has(i) != want[i] {
				t.Fatalf("bit %d is %v", i, b.has(i))
			}
		}
	}
}

func TestAskedPeriods_AreThoseOfDuring(t *testing.T) {
	t.Parallel()
	d, year, later := Chronicle(), edtf.MustParsePeriod("2020"), edtf.MustParsePeriod("2021/..")
	for _, c := range []struct {
		d    *Dataset
		want []edtf.Period
	}{
		{d, nil}, {nil, nil}, {d.During(edtf.Period{}), nil}, {d.Involving("PK"), nil}, {d.During(year), []edtf.Period{year}},
		{d.During(year).Involving("PK").During(year), []edtf.Period{year}}, {d.During(later).During(year), []edtf.Period{later, year}},
		{(*Dataset)(nil).During(year), []edtf.Period{year}},
	} {
		if got := c.d.AskedPeriods(); !slices.Equal(got, c.want) {
			t.Errorf("asked for %v, want %v", got, c.want)
		}
	}
}
