package entente

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// slowSummary counts the obvious way, over the public API.
func slowSummary(d *Dataset) Summary {
	s := Summary{Records: d.Len()}
	kinds, bases, modes, states := map[Kind]int{}, map[Basis]int{}, map[Modality]int{}, map[Status]int{}
	years, parties, officials, sources, topics := map[int]int{}, map[ID]int{}, map[ID]int{}, map[ID]int{}, map[Topic]int{}
	pairs := map[[2]ID]Ties{}
	var span extent
	for r := range d.All() {
		f := r.AsFact()
		kinds[r.Kind()]++
		bases[f.Basis]++
		if f.When.IsZero() {
			s.Undated++
		} else {
			span.add(f.When)
			if y, ok := f.When.Start().Year(); ok {
				years[y]++
			}
		}
		for _, t := range f.Topics {
			topics[t]++
		}
		set := idSet{}
		slowParties(d, r, f.When, set)
		var outermost []ID
		for id := range set {
			switch r, _ := d.Record(id); r.(type) {
			case Official:
				officials[id]++
			case Organization:
				parties[id]++
			case Nation, Bloc:
				parties[id]++
				outermost = append(outermost, id)
			}
		}
		origins := idSet{}
		for _, src := range []ID{"agency", "report"} { // the origins; "paper" reprints "agency"
			if slowCitedTo(d, src)(r) {
				origins[src] = true
			}
		}
		for id := range origins {
			sources[id]++
		}
		var t Ties
		switch r := r.(type) {
		case Assessment:
			modes[r.Modality]++
		case Exercise:
			if r.Status != 0 {
				states[r.Status]++
			}
			t.Exercises = 1
		case Meeting:
			t.Meetings = 1
		case Agreement:
			t.Agreements = 1
		case Partnership:
			t.Partnerships = 1
		case Statement:
			t.Statements = 1
		}
		if t.Total() == 0 {
			continue
		}
		if !f.When.IsZero() {
			t.First, t.Last = f.When.Start(), f.When.End()
		}
		slices.Sort(outermost)
		for i, a := range outermost {
			for _, b := range outermost[i+1:] {
				pairs[[2]ID{a, b}] = pairs[[2]ID{a, b}].plus(t)
			}
		}
	}
	s.First, s.Last = span.first, span.last
	s.Kinds, s.Bases, s.Modalities, s.Statuses, s.Years = counts(kinds), counts(bases), counts(modes), counts(states), counts(years)
	s.Parties, s.Officials, s.Sources, s.Topics = counts(parties), counts(officials), counts(sources), counts(topics)
	for key, t := range pairs {
		s.Pairs = append(s.Pairs, Pair{key[0], key[1], t})
	}
	s.sort()
	return s
}

func counts[K interface {
	comparable
	~int | ~uint8 | ~string
}](m map[K]int) Tally[K] {
	var t Tally[K]
	for k, n := range m {
		t = append(t, Count[K]{k, n})
	}
	slices.SortFunc(t, func(a, b Count[K]) int {
		if a.Key < b.Key {
			return -1
		}
		return 1
	})
	return t
}

func TestSummaryAgreesWithTheObviousCount(t *testing.T) {
	t.Parallel()
	for seed := range uint64(8) {
		d := mustNew(t, generated(seed, 80))
		for name, part := range map[string]*Dataset{"all": d, "PK": d.Involving("PK"), "security": d.About(Security)} {
			if diff := cmp.Diff(slowSummary(part), part.Summary(), values); diff != "" {
				t.Errorf("seed %d, %s (-want +got):\n%s", seed, name, diff)
			}
		}
	}
}

func TestSummariesOfDisjointSelectionsAddUp(t *testing.T) {
	t.Parallel()
	for seed := range uint64(8) {
		d := mustNew(t, generated(seed, 80))
		a := d.Involving("PK")
		b := d.About(Security).Except(a)
		rest := d.Except(a).Except(b)
		if diff := cmp.Diff(d.Summary(), a.Summary().Plus(b.Summary()).Plus(rest.Summary()), values); diff != "" {
			t.Errorf("seed %d (-want +got):\n%s", seed, diff)
		}
		if diff := cmp.Diff(a.Union(b).Summary(), b.Summary().Plus(a.Summary()), values); diff != "" {
			t.Errorf("seed %d, the other way round (-want +got):\n%s", seed, diff)
		}
		if diff := cmp.Diff(d.Summary(), Summary{}.Plus(d.Summary()), values); diff != "" {
			t.Errorf("seed %d, zero plus (-want +got):\n%s", seed, diff)
		}
		if double := d.Summary().Plus(d.Summary()); double.Records != 2*d.Len() || double.Kinds.Of(KindNation) != 20 {
			t.Errorf("seed %d: overlapping records are not counted twice: %v", seed, double)
		}
	}
}

func TestTallyAndTiesReadWell(t *testing.T) {
	t.Parallel()
	tally := Tally[Kind]{{KindMeeting, 2}}
	for _, c := range []struct{ got, want string }{
		{fmt.Sprint(tally.Of(KindMeeting), tally.Of(KindNation)), "2 0"},
		{Ties{}.String(), "no ties"},
		{Ties{Exercises: 1, Meetings: 2, Agreements: 1, Partnerships: 3, Statements: 1}.String(),
			"1 exercise, 2 meetings, 1 agreement, 3 partnerships, 1 statement"},
		{Summary{}.String(), "records: 0, 0 without a date\n"},
		{Summary{Records: 1, First: MustParseDate("2016")}.String(), "records: 1, 0 without a date, from 2016 to ?\n"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}
