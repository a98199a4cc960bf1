package entente

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/entente-go/entente/edtf"
	"github.com/google/go-cmp/cmp"
)

// warningsOf returns the warnings of a kind about the records, with what is
// known of a base.
func warningsOf(t *testing.T, base *Dataset, records Records, of error) []string {
	t.Helper()
	got := []string{}
	l := &Loader{Base: base, Warn: func(p *Problem) {
		if errors.Is(p, of) {
			got = append(got, p.Pointer+": "+p.Message+"; "+p.Hint)
		}
	}}
	if _, err := l.New(records); err != nil {
		t.Error(err)
	}
	return got
}

func TestDoubts_AreOfWhatIsUnlikely(t *testing.T) {
	t.Parallel()
	day := edtf.MustParseDate
	p := func(s string) (period edtf.Period) {
		if s != "" {
			period = edtf.MustParsePeriod(s)
		}
		return period
	}
	exercise := func(when string, status Status, sources ...Source) func(*Records) {
		return func(r *Records) {
			e := &r.Exercises[0]
			e.When, e.Status, e.Cites = p(when), status, nil
			r.Sources = append(r.Sources, sources...)
			for _, s := range sources {
				e.Cites = append(e.Cites, Citation{Source: s.ID})
			}
		}
	}
	meeting := func(when string, attendees ...Attendee) func(*Records) {
		return func(r *Records) {
			m := Meeting{Fact: r.Nations[0].Fact, Attendees: attendees, Places: []Place{{Nation: "FR"}}}
			m.ID, m.When = "talks", p(when)
			r.Meetings = []Meeting{m}
		}
	}
	agreement := func(when, inForce string, parties ...string) func(*Records) {
		return func(r *Records) {
			a := Agreement{Fact: r.Nations[0].Fact, InForce: p(inForce), Parties: []Party{{Actor: "FR"}, {Actor: "JP"}}}
			for i, period := range parties {
				a.Parties[i].Period = p(period)
			}
			a.ID, a.When = "pact", p(when)
			r.Agreements = []Agreement{a}
		}
	}
	statement := func(s Statement) func(*Records) {
		return func(r *Records) {
			s.Fact, s.Gist = r.Nations[0].Fact, English("it is so")
			s.ID, s.Basis = "said", BasisAttributed
			for i := range 20 {
				n := Organization{Fact: r.Nations[0].Fact, Name: English("A body")}
				n.ID = ID(fmt.Sprintf("o%d", i))
				r.Organizations = append(r.Organizations, n)
			}
			r.Statements = []Statement{s}
		}
	}
	speakers := func(n int) (ids []ID) {
		for i := range n {
			ids = append(ids, ID(fmt.Sprintf("o%d", i)))
		}
		return ids
	}
	regions := func(codes ...string) func(*Records) {
		return func(r *Records) {
			for i, code := range codes {
				n := Region{Fact: r.Nations[0].Fact, Name: English("A region"), M49: code}
				n.ID = ID(fmt.Sprintf("r%d", i))
				r.Regions = append(r.Regions, n)
			}
		}
	}
	contingents := func(list ...Contingent) func(*Records) {
		return func(r *Records) { r.Exercises[0].Contingents = list }
	}
	coverage := func(list ...Coverage) func(*Records) {
		return func(r *Records) { r.Coverage = list }
	}
	edition := func(number int, series ID) func(*Records) {
		return func(r *Records) { r.Exercises[0].Number, r.Exercises[0].Series = number, series }
	}
	on := func(id ID, published, accessed string) Source {
		s := Source{ID: id}
		if published != "" {
			s.Published = day(published)
		}
		if accessed != "" {
			s.Accessed = day(accessed)
		}
		return s
	}
	const early = `/exercises/0/when: marked "held", but every source is older than the date; correct the date, or write "planned" as the status`
	const before = "/agreements/0/in_force: in force before it was signed; correct one of the dates, or say why in a note"
	outside := func(i int, id ID) string {
		return fmt.Sprintf("/agreements/0/parties/%d/period: %q is a party only before or after the agreement; correct one of the dates, or say why in a note", i, id)
	}
	const again = "the same contingent occurs twice; write it once, or say what tells them apart"
	for name, c := range map[string]struct {
		change func(*Records)
		want   []string
	}{
		"nothing":                      {func(*Records) {}, nil},
		"held on the day it was read":  {exercise("2020-05-02", StatusHeld, on("a", "2020-05-01", "2020-05-02")), nil},
		"held a day later":             {exercise("2020-05-03", StatusHeld, on("a", "2020-05-01", "2020-05-02")), []string{early}},
		"read before it was published": {exercise("2020-05-02", StatusHeld, on("a", "2020-05-02", "2020-05-01")), nil},
		"of a month":                   {exercise("2020-05-31", StatusHeld, on("a", "2020-05", "")), nil},
		"until later":                  {exercise("2020-05-02/2020-06", StatusHeld, on("a", "2020-05-02", "")), nil},
		"one source is later":          {exercise("2020-05-03", StatusHeld, on("a", "2020-05-01", ""), on("b", "2020-05-03", "")), nil},
		"one source is of no date":     {exercise("2020-05-03", StatusHeld, on("a", "2020-05-01", ""), on("b", "", "")), nil},
		"two sources are earlier":      {exercise("2020-05-03", StatusHeld, on("a", "2020-05-01", ""), on("b", "2020-05-02", "")), []string{early}},
		"a source of the base":         {func(r *Records) { exercise("2001", StatusHeld)(r); r.Exercises[0].Cites = []Citation{{Source: "base"}} }, []string{early}},
		"on that day": {func(r *Records) {
			exercise("2000-12-31", StatusHeld)(r)
			r.Exercises[0].Cites = []Citation{{Source: "base"}}
		}, nil},
		"under way": {exercise("2020-05-03", StatusUnderWay, on("a", "2020-05-01", "")),
			[]string{strings.Replace(early, "held", "under-way", 1)}},
		"planned":                 {exercise("2020-05-03", StatusPlanned, on("a", "2020-05-01", "")), nil},
		"cancelled":               {exercise("2020-05-03", StatusCancelled, on("a", "2020-05-01", "")), nil},
		"of no date":              {exercise("", StatusHeld, on("a", "2020-05-01", "")), nil},
		"talks of a hundred days": {meeting("2024-01-01/2024-04-09", Attendee{Actor: "FR"}), nil},
		"of a day more": {meeting("2024-01-01/2024-04-10", Attendee{Actor: "FR"}),
			[]string{"/meetings/0/when: the meeting lasts 101 days; correct one of the dates, or write several meetings"}},
		"from some day of a year": {meeting("2023/2024-04-08", Attendee{Actor: "FR"}), nil},
		"to an unknown day":       {meeting("2020/", Attendee{Actor: "FR"}), nil},
		"for himself": {meeting("2024", Attendee{Actor: "FR", For: "JP"}, Attendee{Actor: "JP", For: "JP"}),
			[]string{`/meetings/0/attendees/1/for: "JP" attends for itself; leave "for" out`}},
		"in force on the day":          {agreement("2020-05-14", "2020-05-14/.."), nil},
		"in force a day before":        {agreement("2020-05-14", "2020-05-13/.."), []string{before}},
		"in force in the month":        {agreement("2020-05-14", "2020-05/.."), nil},
		"in force in the month before": {agreement("2020-05", "2020-04/.."), []string{before}},
		"in force from some day":       {agreement("2020-05-14", "../2020-05-13"), nil},
		"signed on some day":           {agreement("", "2020"), nil},
		"parties in force":             {agreement("1954", "1960/1970", "1950/1960", "1970/.."), nil},
		"parties out of force":         {agreement("1954", "1960/1970", "1950/1953", "1971/.."), []string{outside(0, "FR"), outside(1, "JP")}},
		"a party until its signing":    {agreement("1954", "1960/1970", "", "../1954"), nil},
		"parties after its signing":    {agreement("1954", "", "1954/..", "2000"), nil},
		"a party before its signing":   {agreement("1954", "", "1952/1953", "1950/1954"), []string{outside(0, "FR")}},
		"parties of no known date":     {agreement("", "", "1952/1953", "2000"), nil},
		"sixteen speak":                {statement(Statement{Speakers: speakers(16), To: []ID{"FR", "o15"}}), []string{`/statements/0/to/1: "o15" speaks to itself; leave it out`}},
		"seventeen speak":              {statement(Statement{Speakers: speakers(17), To: []ID{"o16"}, For: "FR"}), nil},
		"seventeen for one of them":    {statement(Statement{Speakers: append(speakers(16), "FR"), For: "FR"}), []string{`/statements/0/for: "FR" speaks for itself; leave "for" out`}},
		"the first speaks for itself":  {statement(Statement{Speakers: []ID{"FR", "JP"}, For: "FR"}), []string{`/statements/0/for: "FR" speaks for itself; leave "for" out`}},
		"known codes":                  {regions("", "034", "001"), nil},
		"unknown codes": {regions("999", "034", "006"), []string{
			`/regions/0/m49: the M49 code "999" is not known; look it up, or leave it out`,
			`/regions/2/m49: the M49 code "006" is not known; look it up, or leave it out`}},
		"no number":           {edition(0, ""), nil},
		"number of no series": {edition(1, ""), []string{`/exercises/0/number: an edition number without a series; write "series", or leave "number" out`}},
		"contingents": {contingents(Contingent{Nation: "FR"}, Contingent{Nation: "JP"}, Contingent{Nation: "FR"}, Contingent{Nation: "FR"}),
			[]string{"/exercises/0/contingents/2: " + again, "/exercises/0/contingents/3: " + again}},
		"contingents nobody knows": {contingents(Contingent{Unidentified: true}, Contingent{Unidentified: true}), nil},
		"coverage": {coverage(Coverage{Parties: []ID{"FR"}}, Coverage{Parties: []ID{"JP"}}, Coverage{Parties: []ID{"JP"}}),
			[]string{"/coverage/2: the same coverage occurs twice; write it once"}},
	} {
		base := mustNew(t, Records{Sources: []Source{{ID: "base", Published: day("2000")}}})
		got := warningsOf(t, base, small(c.change), ErrUnlikely)
		if diff := cmp.Diff(append([]string{}, c.want...), got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// What has a time of its own is looked at in that time, and claims not at all,
// since they are what somebody said.
func TestAnachronisms_AreHeldToTheirOwnTime(t *testing.T) {
	t.Parallel()
	p := edtf.MustParsePeriod
	const hint = "; write the state that existed then"
	late := func(pointer, period string) string {
		return pointer + `: "SUHH" did not exist in ` + period + hint
	}
	fact := func(r *Records, id ID, when string) Fact {
		f := r.Nations[0].Fact
		f.ID = id
		if when != "" {
			f.When = p(when)
		}
		return f
	}
	official := func(when string, postings ...Posting) func(*Records) {
		return func(r *Records) {
			r.Officials = []Official{{Fact: fact(r, "envoy", when), Name: English("An envoy"), Nation: "SUHH", Postings: postings}}
		}
	}
	pact := func(when, inForce, own string) func(*Records) {
		return func(r *Records) {
			a := Agreement{Fact: fact(r, "pact", when), Parties: []Party{{Actor: "FR"}, {Actor: "SUHH"}}, Places: []Place{{Nation: "SUHH"}}}
			a.Claims = []Claim{{Member: "parties", Value: MustValueOf([]Party{{Actor: "SUHH"}, {Actor: "JP"}}), Cites: a.Cites}}
			if inForce != "" {
				a.InForce = p(inForce)
			}
			if own != "" {
				a.Parties[1].Period = p(own)
			}
			r.Agreements = []Agreement{a}
		}
	}
	exercise := func(when string, nations ...ID) func(*Records) {
		return func(r *Records) {
			e := &r.Exercises[0]
			if when != "" {
				e.When = p(when)
			}
			for _, n := range nations {
				e.Contingents = append(e.Contingents, Contingent{Nation: n})
			}
		}
	}
	for name, c := range map[string]struct {
		change func(*Records)
		want   []string
	}{
		"in its years":     {exercise("1980", "SUHH"), nil},
		"after them":       {exercise("2010", "SUHH"), []string{late("/exercises/0/contingents/2/nation", "2010")}},
		"at no time":       {exercise("", "SUHH"), nil},
		"before all years": {exercise("-9999", "SUHH"), []string{late("/exercises/0/contingents/2/nation", "-9999")}},
		"beyond all years": {exercise("9999/..", "SUHH"), []string{late("/exercises/0/contingents/2/nation", "9999/..")}},
		"before, with one that was": {exercise("1980", "UZ"),
			[]string{`/exercises/0/contingents/2/nation: "UZ" did not exist in 1980; did you mean "SUHH"?`}},
		"as the base has it": {exercise("2010", "FREEDONIA"),
			[]string{`/exercises/0/contingents/2/nation: "FREEDONIA" did not exist in 2010` + hint}},
		"as the base has it, in its years": {exercise("1900", "FREEDONIA"), nil},
		"two of them": {exercise("2010", "SUHH", "FREEDONIA"), []string{late("/exercises/0/contingents/2/nation", "2010"),
			`/exercises/0/contingents/3/nation: "FREEDONIA" did not exist in 2010` + hint}},
		"in a claim": {func(r *Records) {
			exercise("2010")(r)
			r.Exercises[0].Claims = []Claim{{Member: "contingents", Value: MustValueOf([]Contingent{{Nation: "SUHH"}}), Cites: r.Exercises[0].Cites}}
		}, nil},
		"in a claim and beside it": {func(r *Records) {
			exercise("2010", "SUHH")(r)
			r.Exercises[0].Claims = []Claim{{Member: "contingents", Value: MustValueOf([]Contingent{{Nation: "SUHH"}}), Cites: r.Exercises[0].Cites}}
		}, []string{late("/exercises/0/contingents/2/nation", "2010")}},
		"an official at no time": {official("", Posting{Title: English("Delegate"), For: "SUHH", Period: p("1980")}), nil},
		"a posting in its time":  {official("1980/2000", Posting{Title: English("Delegate"), For: "SUHH", Period: p("1980")}), nil},
		"a posting after it": {official("1980", Posting{Title: English("Delegate"), For: "SUHH", Period: p("1995")}),
			[]string{late("/officials/0/postings/0/for", "1995")}},
		"an official after it, but not the posting": {official("1995", Posting{Title: English("Delegate"), For: "SUHH", Period: p("1980")}),
			[]string{late("/officials/0/nation", "1995")}},
		"a pact signed after it":   {pact("1995", "", ""), []string{late("/agreements/0/parties/1/actor", "1995"), late("/agreements/0/places/0/nation", "1995")}},
		"a pact in force after it": {pact("1990", "1995", ""), []string{late("/agreements/0/parties/1/actor", "1995")}},
		"a party in its years":     {pact("1995", "1995", "1985"), []string{late("/agreements/0/places/0/nation", "1995")}},
		"a party after them":       {pact("1985", "1985", "1995"), []string{late("/agreements/0/parties/1/actor", "1995")}},
		"a pact of no date":        {pact("", "", ""), nil},
	} {
		base := mustNew(t, small(func(r *Records) {
			r.Sources[0].ID = "t"
			r.Series, r.Exercises = nil, nil
			r.Nations = []Nation{{Fact: fact(r, "FREEDONIA", ""), Name: English("Freedonia"), Exists: p("1890/1933")}}
			r.Nations[0].Cites = []Citation{{Source: "t"}}
		}))
		got := warningsOf(t, base, small(c.change), ErrAnachronism)
		if diff := cmp.Diff(append([]string{}, c.want...), got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// What is the same in a short list is the same in a long one, where the keys are
// compared.
func TestDoubts_TellListsApart(t *testing.T) {
	t.Parallel()
	coverage := []Coverage{
		{Parties: []ID{"FR"}}, {Parties: []ID{"FR", "JP"}}, {Parties: []ID{"JP"}}, {Parties: []ID{"FR"}, Kinds: []Kind{KindExercise}},
		{Parties: []ID{"FR"}, Kinds: []Kind{KindMeeting}}, {Parties: []ID{"FR"}, Period: edtf.MustParsePeriod("2020")},
		{Parties: []ID{"FR"}, Complete: true}, {Parties: []ID{"FR"}, Note: English("note")},
	}
	contingents := []Contingent{
		{Nation: "FR"}, {Bloc: "b"}, {Organization: "a-b"}, {Organization: "a-b", Unit: English("unit")}, {Nation: "FR", Role: RoleHost},
		{Nation: "FR", Strength: 7}, {Nation: "FR", Strength: 7, Approximate: true}, {Nation: "FR", Commanders: []ID{"a", "b-c"}},
		{Nation: "FR", Commanders: []ID{"a-b", "c"}}, {Nation: "FR", Commanders: []ID{"a"}},
	}
	citations := []Citation{
		{Source: "s"}, {Source: "t"}, {Source: "s", Locator: "1"}, {Source: "s", Part: PartHeading}, {Source: "s", Quote: "x"},
		{Source: "s", Paragraphs: []int{1, 2}}, {Source: "s", Paragraphs: []int{12}}, {Source: "s", Paragraphs: []int{1}}, {Source: "s", Locator: "1", Quote: "x"},
	}
	for _, n := range []int{16, 17} {
		checkRepeated(t, n, coverage, func(i int) Coverage { return Coverage{Note: English(fmt.Sprint(i))} }, sameCoverage, coverageKey)
		checkRepeated(t, n, contingents, func(i int) Contingent { return Contingent{Strength: 100 + i} }, sameContingent, contingentKey)
		checkRepeated(t, n, citations, func(i int) Citation { return Citation{Locator: fmt.Sprint("p", i)} }, sameCitation, citationKey)
	}
}

// checkRepeated checks that of a list with n elements, to which more come, no two
// are the same, and that each is found again where it is repeated.
func checkRepeated[T any, K comparable](t *testing.T, n int, list []T, more func(i int) T, same func(a, b *T) bool, key func(*T) K) {
	t.Helper()
	list = slices.Clone(list)
	distinct := len(list)
	for i := len(list); i < n-1; i++ {
		list = append(list, more(i))
	}
	for i := range distinct {
		var found []int
		repeatedBy(append(slices.Clone(list), list[i]), same, key, func(k int) { found = append(found, k) })
		if len(found) != 1 || found[0] != n-1 {
			t.Errorf("%T: %v once more in a list of %d is found at %v", list[i], list[i], n, found)
		}
	}
}
