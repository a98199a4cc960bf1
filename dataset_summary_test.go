package entente

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/entente-go/entente/edtf"
	jsonv2 "github.com/go-json-experiment/json"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// slowSummary counts the obvious way, over the public API.
func slowSummary(d *Dataset) Summary {
	s := Summary{Records: d.Len()}
	kinds, bases, modes, states := map[Kind]int{}, map[Basis]int{}, map[Modality]int{}, map[Status]int{}
	years, parties, officials, sources, topics := map[int]int{}, map[ID]int{}, map[ID]int{}, map[ID]int{}, map[Topic]int{}
	pairs := map[[2]ID]Ties{}
	var times []edtf.Period
	pairTimes := map[[2]ID][]edtf.Period{}
	for r := range d.All() {
		f := r.AsFact()
		kinds[r.Kind()]++
		bases[f.Basis]++
		headline := true
		for _, c := range f.Cites {
			headline = headline && c.Part == PartRelatedHeadline
		}
		if headline {
			s.Headlines++
		}
		if f.When.IsZero() {
			s.Undated++
		} else {
			times = append(times, f.When)
			if y := f.When.Start().Year(); y != 0 {
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
			case nil, Nation, Bloc: // nil: a nation without a record
				parties[id]++
				outermost = append(outermost, id)
			}
		}
		origins := idSet{}
		for _, src := range []ID{"agency", "report"} { // the origins; "paper" reprints "agency"
			if slowCiting(d, src)(r) {
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
		if headline {
			t = Ties{Headlines: 1}
		}
		if x, ok := r.(Exercise); ok && slices.Contains([]Status{StatusProposed, StatusPlanned, StatusCancelled}, x.Status) {
			t = Ties{NotHeld: 1}
		}
		slices.Sort(outermost)
		for i, a := range outermost {
			for _, b := range outermost[i+1:] {
				if slowFit(d, r, [][]ID{{a}, {b}}, nil) == fitNone {
					continue // they were never parties at once
				}
				key := [2]ID{a, b}
				pairs[key] = pairs[key].plus(t)
				if !f.When.IsZero() {
					pairTimes[key] = append(pairTimes[key], f.When)
				}
			}
		}
	}
	s.First, s.Last = slowExtent(times)
	s.Kinds, s.Bases, s.Modalities, s.Statuses, s.Years = counts(kinds), counts(bases), counts(modes), counts(states), counts(years)
	s.Parties, s.Officials, s.Sources, s.Topics = counts(parties), counts(officials), counts(sources), counts(topics)
	for key, t := range pairs {
		t.First, t.Last = slowExtent(pairTimes[key])
		s.Pairs = append(s.Pairs, Pair{key[0], key[1], t})
	}
	s.sort()
	return s
}

// slowExtent returns the earliest of all starts, by the first day that it may
// be, and the latest of all ends, by the last, and where these are the same by
// the text.
func slowExtent(times []edtf.Period) (first, last edtf.Date) {
	var starts, ends []string
	for _, p := range times {
		if d := p.Start(); !d.IsZero() {
			s := d.String()
			digits := strings.TrimRight(s, "~?%") + "-01-01"[min(len(strings.TrimRight(s, "~?%"))-4, 6):]
			year, rest := digits[:4], strings.ReplaceAll(digits[4:], "XX", "01")
			starts = append(starts, strings.ReplaceAll(year, "X", "0")+rest+" "+s)
		}
		if d := p.End(); !d.IsZero() {
			s := d.String()
			parts := append(strings.Split(strings.TrimRight(s, "~?%"), "-"), "XX", "XX")
			year, _ := strconv.Atoi(strings.ReplaceAll(parts[0], "X", "9"))
			month, err := strconv.Atoi(parts[1])
			if err != nil {
				month = 12
			}
			day, err := strconv.Atoi(parts[2])
			if err != nil {
				day = time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
			}
			ends = append(ends, fmt.Sprintf("%04d-%02d-%02d %s", year, month, day, s))
		}
	}
	if len(starts) > 0 {
		_, text, _ := strings.Cut(slices.Min(starts), " ")
		first = edtf.MustParseDate(text)
	}
	if len(ends) > 0 {
		_, text, _ := strings.Cut(slices.Max(ends), " ")
		last = edtf.MustParseDate(text)
	}
	return first, last
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

func (s *Summary) sort() {
	s.sortTallies()
	sortPairs(s.Pairs)
}

func TestSummary_IsTheSameOnSeveralCores(t *testing.T) {
	t.Parallel()
	for seed := range uint64(4) {
		d := mustNew(t, generated(seed, 80))
		for name, part := range map[string]*Dataset{"all": d, "PK": d.Involving("PK"), "security": d.About(TopicSecurity)} {
			for _, workers := range []int{2, 7} {
				if diff := cmp.Diff(part.summary(1), part.summary(workers)); diff != "" {
					t.Errorf("seed %d, %s (-on one +on %d):\n%s", seed, name, workers, diff)
				}
			}
		}
	}
}

func TestSummaryAgreesWithTheObviousCount(t *testing.T) {
	t.Parallel()
	for seed := range uint64(8) {
		d := mustNew(t, generated(seed, 80))
		for name, part := range map[string]*Dataset{"all": d, "PK": d.Involving("PK"), "security": d.About(TopicSecurity)} {
			if diff := cmp.Diff(slowSummary(part), part.Summary(), values); diff != "" {
				t.Errorf("seed %d, %s (-want +got):\n%s", seed, name, diff)
			}
		}
	}
}

// What is most likely to be mistaken: dates of which one holds the other, or
// that are the same day, and ends that are open or not known.
func TestTheExtentOfASummary(t *testing.T) {
	t.Parallel()
	texts := []string{"2020", "2020-01", "2020-01-01", "2020-01-01?", "2020-12-31", "2020-12-31~", "2020-XX-XX", "202X", "20XX", "2019-12/2020-01",
		"2021/..", "../2018", "/2022", "2017/", "2020-06~"}
	for i, a := range texts {
		for j, b := range texts {
			times := []edtf.Period{edtf.MustParsePeriod(a), edtf.MustParsePeriod(b), edtf.MustParsePeriod(texts[(i+3*j)%len(texts)])}
			d := mustNew(t, small(func(r *Records) {
				e := r.Exercises[0]
				r.Exercises = nil
				for k, when := range times {
					e.ID, e.Series, e.Number, e.When = ID("visit-"+strconv.Itoa(k)), "", 0, when
					r.Exercises = append(r.Exercises, e)
				}
			}))
			s := d.Summary()
			first, last := slowExtent(times)
			ties := Ties{Exercises: 3, First: first, Last: last}
			if s.First != first || s.Last != last || s.Pairs[0].Ties != ties {
				t.Errorf("%v: from %v to %v, %v from %v to %v; want from %v to %v", times, s.First, s.Last, s.Pairs[0].Ties, s.Pairs[0].Ties.First, s.Pairs[0].Ties.Last, first, last)
			}
		}
	}
}

func TestSummary_GoesThroughJSON(t *testing.T) {
	t.Parallel()
	for name, d := range map[string]*Dataset{"generated": mustNew(t, generated(3, 100)), "article": Article(), "chronicle": Chronicle(), "nothing": nil} {
		want := d.Summary()
		text, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		var got Summary
		if err := json.Unmarshal(text, &got); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s, by encoding/json (-want +got):\n%s", name, diff)
		}
		if text, err = jsonv2.Marshal(want); err != nil {
			t.Fatal(err)
		}
		got = Summary{}
		if err := jsonv2.Unmarshal(text, &got, jsonv2.RejectUnknownMembers(true)); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s, by json/v2 (-want +got):\n%s", name, diff)
		}
	}
}

func TestSummary_EncodesEmptyListsAsEmpty(t *testing.T) {
	t.Parallel()
	got, err := json.Marshal(Summary{})
	const want = `{"records":0,"undated":0,"headlines":0,"kinds":[],"parties":[],"officials":[],"topics":[],"bases":[],` +
		`"modalities":[],"statuses":[],"years":[],"sources":[],"pairs":[]}`
	if err != nil || string(got) != want {
		t.Errorf("%s, %v; want %s", got, err, want)
	}
}

func TestSummary_CountsLinkedHeadlinesApart(t *testing.T) {
	t.Parallel()
	s := Article().Summary()
	pk := s.Pairs[slices.IndexFunc(s.Pairs, func(p Pair) bool { return p.A == "PK" && p.B == "RU" })]
	if s.Headlines != 2 || pk.Ties.Headlines != 1 || pk.Ties.Statements != 9 {
		t.Errorf("%d headlines, and between Pakistan and Russia %v", s.Headlines, pk.Ties)
	}
}

// manyPairs is the summary of about n pairs, no two of them tied as often.
func manyPairs(n int) (s Summary) {
	for a := 0; len(s.Pairs) < n; a++ {
		for b := range min(a, n-len(s.Pairs)) {
			id := func(i int) ID { return ID(fmt.Sprintf("STATE-%05d", i)) }
			s.Pairs = append(s.Pairs, Pair{id(b), id(a), Ties{Meetings: 1 + (a*7919+b*104729)%n}})
		}
	}
	s.sort()
	return s
}

// It runs alone, since it measures memory. BenchmarkPlus times it.
func TestPlus_IsLinear(t *testing.T) {
	var bytes, times [2]float64
	for i, n := range []int{8_000, 32_000} {
		s := manyPairs(n)
		times[i] = testing.AllocsPerRun(1, func() { sink = s.Plus(s) })
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		sink = s.Plus(s)
		runtime.ReadMemStats(&after)
		bytes[i] = float64(after.TotalAlloc - before.TotalAlloc)
	}
	if bytes[1] > 4.5*bytes[0] || times[1] > 4.5*times[0] {
		t.Errorf("4 times the pairs take %.0f bytes in %.0f allocations instead of %.0f in %.0f", bytes[1], times[1], bytes[0], times[0])
	}
}

func TestSortPairs_IsAStableOrder(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(4, 4))
	for range 50 {
		pairs := make([]Pair, rng.IntN(40))
		for i := range pairs {
			pairs[i] = Pair{ID(rune('a' + rng.IntN(5))), ID(rune('a' + rng.IntN(5))), Ties{Exercises: rng.IntN(4), Statements: rng.IntN(3), Headlines: i}}
		}
		want := slices.Clone(pairs)
		slices.SortStableFunc(want, func(a, b Pair) int {
			if n := b.Ties.Total() - a.Ties.Total(); n != 0 {
				return n
			}
			return strings.Compare(string(a.A+a.B), string(b.A+b.B))
		})
		if sortPairs(pairs); !slices.Equal(pairs, want) {
			t.Errorf("%v, want %v", pairs, want)
		}
	}
}

func TestPairsAreOfNationsAndBlocs(t *testing.T) {
	t.Parallel()
	d := mustNew(t, small(func(r *Records) {
		fact := r.Nations[0].Fact
		fact.ID = "navy"
		r.Organizations = []Organization{{Fact: fact, Name: English("Navy"), Type: OrganizationTypeService, Nation: "FR"}}
		r.Exercises[0].Contingents = append(r.Exercises[0].Contingents, Contingent{Organization: "navy"})
	}))
	s := d.Summary()
	if len(s.Pairs) != 1 || s.Pairs[0].A != "FR" || s.Pairs[0].B != "JP" || s.Parties.Of("navy") != 2 {
		t.Errorf("pairs %v, parties %v", s.Pairs, s.Parties)
	}
}

func TestSummariesOfDisjointSelectionsAddUp(t *testing.T) {
	t.Parallel()
	for seed := range uint64(8) {
		d := mustNew(t, generated(seed, 80))
		a := d.Involving("PK")
		b := d.About(TopicSecurity).Except(a)
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
		if double := d.Summary().Plus(d.Summary()); double.Records != 2*d.Len() || double.Kinds.Of(KindNation) != 2*d.Summary().Kinds.Of(KindNation) {
			t.Errorf("seed %d: overlapping records are not counted twice: %v", seed, double)
		}
	}
}

func TestTheOrderOfASummary(t *testing.T) {
	t.Parallel()
	s := mustNew(t, generated(5, 200)).Summary()
	ordered := func(name string, n int, key func(i int) string, count func(i int) int) {
		for i := 1; i < n; i++ {
			if count(i-1) < count(i) || count(i-1) == count(i) && key(i-1) >= key(i) {
				t.Errorf("%s: %s %d before %s %d", name, key(i-1), count(i-1), key(i), count(i))
			}
		}
		if n < 2 {
			t.Errorf("%s: only %d", name, n)
		}
	}
	for name, tally := range map[string]Tally[ID]{"parties": s.Parties, "officials": s.Officials, "sources": s.Sources} {
		ordered(name, len(tally), func(i int) string { return string(tally[i].Key) }, func(i int) int { return tally[i].N })
	}
	ordered("topics", len(s.Topics), func(i int) string { return string(s.Topics[i].Key) }, func(i int) int { return s.Topics[i].N })
	ordered("pairs", len(s.Pairs), func(i int) string { return string(s.Pairs[i].A + " " + s.Pairs[i].B) }, func(i int) int {
		t := s.Pairs[i].Ties
		return t.Exercises + t.Meetings + t.Agreements + t.Partnerships + t.Statements
	})
	few := mustNew(t, small(func(r *Records) {
		r.Sources = append(r.Sources, Source{ID: "a"})
		r.Series[0].Cites = []Citation{{Source: "a"}}
	})).Summary()
	if few.Sources[0].Key != "s" || few.Sources[1] != (Count[ID]{"a", 1}) {
		t.Errorf("sources: %v", few.Sources)
	}
	for i := 1; i < len(s.Years); i++ {
		if s.Years[i-1].Key >= s.Years[i].Key {
			t.Errorf("years: %v", s.Years)
		}
	}
}

func TestTallyAndTiesReadWell(t *testing.T) {
	t.Parallel()
	tally := Tally[Kind]{{KindMeeting, 2}}
	many := func(n int) (years Tally[int]) {
		for i := range n {
			years = append(years, Count[int]{i, 1})
		}
		return years
	}
	for _, c := range []struct{ got, want string }{
		{fmt.Sprint(tally.Of(KindMeeting), tally.Of(KindNation)), "2 0"},
		{Ties{}.String(), "no ties"},
		{Ties{Exercises: 1, Meetings: 2, Agreements: 1, Partnerships: 3, Statements: 1}.String(),
			"1 exercise, 2 meetings, 1 agreement, 3 partnerships, 1 statement"},
		{Summary{}.String(), "records: 0, 0 without a date\n"},
		{Summary{Records: 1, First: edtf.MustParseDate("2016")}.String(), "records: 1, 0 without a date, from 2016 to ?\n"},
		{Summary{Records: 2, Undated: 1, Last: edtf.MustParseDate("2016"), Kinds: tally, Parties: Tally[ID]{{"FR", 2}, {"JP", 1}}, Officials: Tally[ID]{{"o", 1}},
			Topics: Tally[Topic]{{TopicTraining, 1}}, Bases: Tally[Basis]{{BasisReported, 2}}, Modalities: Tally[Modality]{{ModalityLikely, 3}}, Statuses: Tally[Status]{{StatusHeld, 4}},
			Years: Tally[int]{{2016, 1}}, Sources: Tally[ID]{{"s", 2}}, Pairs: []Pair{{"FR", "JP", Ties{Meetings: 2}}}}.String(),
			"records: 2, 1 without a date, from ? to 2016\nkinds: meeting 2\nparties: FR 2, JP 1\nofficials: o 1\ntopics: training 1\nbases: reported 2\n" +
				"modalities: likely 3\nstatuses: held 4\nyears: 2016 1\nsources: s 2\nFR and JP: 2 meetings\n"},
		{Summary{Years: many(12)}.String(), "records: 0, 0 without a date\nyears: 0 1, 1 1, 2 1, 3 1, 4 1, 5 1, 6 1, 7 1, 8 1, 9 1, 10 1, 11 1\n"},
		{Summary{Years: many(14)}.String(), "records: 0, 0 without a date\nyears: 0 1, 1 1, 2 1, 3 1, 4 1, 5 1, 6 1, 7 1, 8 1, 9 1, 10 1, 11 1 and 2 more\n"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}
