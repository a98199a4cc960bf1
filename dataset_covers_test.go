package entente

import (
	"strings"
	"testing"

	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/internal/dayset"
)

func TestAnswer_TellsNoneFoundFromNotLookedFor(t *testing.T) {
	t.Parallel()
	records := small(func(r *Records) {
		r.Nations = append(r.Nations, Nation{Fact: r.Nations[0].Fact}, Nation{Fact: r.Nations[0].Fact})
		r.Nations[2].ID, r.Nations[3].ID = "IN", "US"
		r.Exercises[0].When = edtf.MustParsePeriod("2020-05")
		r.Coverage = []Coverage{
			{Parties: []ID{"JP", "FR", "IN"}, Kinds: []Kind{KindExercise, KindMeeting}, Period: edtf.MustParsePeriod("2021-01-01/2022-06")},
			{Parties: []ID{"FR", "JP"}, Kinds: []Kind{KindExercise}, Period: edtf.MustParsePeriod("2018/2020")},
			{Parties: []ID{"US", "IN"}, Kinds: []Kind{KindSeries}, Period: edtf.MustParsePeriod("1990-01-01/1990-01-09")},
			{Parties: []ID{"US", "IN"}, Kinds: []Kind{KindSeries}, Period: edtf.MustParsePeriod("1990-01-10")},
			{Parties: []ID{"US", "IN"}, Kinds: []Kind{KindSeries}, Period: edtf.MustParsePeriod("1990-01-11/1990-02-01")},
			{Parties: []ID{"US"}, Period: edtf.MustParsePeriod("2000/..")},
			{Kinds: []Kind{KindAgreement}},
		}
	})
	d := mustNew(t, records)
	for _, c := range []struct {
		a, b   ID
		kind   Kind
		period string
		want   Answer
	}{
		{"FR", "JP", KindExercise, "2020", AnswerFound},
		{"JP", "FR", KindExercise, "2019/2021", AnswerFound},
		{"FR", "JP", KindExercise, "", AnswerFound},
		{"FR", "JP", 0, "", AnswerFound},
		{"FR", "JP", KindExercise, "2019", AnswerNoneFound},
		{"FR", "JP", KindExercise, "2018-01-01/2020-04", AnswerNoneFound},
		{"FR", "JP", KindExercise, "2020-06/2022-06", AnswerNoneFound}, // one entry ends on the day before the other begins
		{"FR", "JP", KindExercise, "2020-06/2022-07", AnswerNotCovered},
		{"FR", "JP", KindExercise, "2017-12-31", AnswerNotCovered},
		{"FR", "JP", KindMeeting, "2019", AnswerNotCovered},
		{"FR", "JP", KindMeeting, "2021", AnswerNoneFound},
		{"FR", "JP", 0, "2021", AnswerNotCovered}, // not every kind
		{"FR", "IN", KindExercise, "2021", AnswerNoneFound},
		{"FR", "IN", KindExercise, "2019", AnswerNotCovered},
		{"FR", "US", 0, "2001", AnswerNoneFound},
		{"IN", "US", KindMeeting, "2001/..", AnswerNoneFound},
		{"IN", "US", KindMeeting, "1999/..", AnswerNotCovered},
		{"IN", "US", KindMeeting, "", AnswerNotCovered},
		{"FR", "JP", KindAgreement, "", AnswerNoneFound},
		{"FR", "nobody", KindMeeting, "2021", AnswerNotCovered},
		{"IN", "US", KindSeries, "1990-01", AnswerNoneFound}, // one entry is of a single day
	} {
		var p edtf.Period
		if c.period != "" {
			p = edtf.MustParsePeriod(c.period)
		}
		found := asked(d, c.a, c.b, c.kind, p)
		got := found.Answer()
		if got != c.want || (found.Len() > 0) != (got == AnswerFound) {
			t.Errorf("%s and %s, kind %d, %q: %v with %v, want %v", c.a, c.b, c.kind, c.period, got, found, c.want)
		}
	}
	if found := asked(nil, "FR", "JP", KindMeeting, edtf.Period{}); found.Len() != 0 || found.Answer() != AnswerNotCovered {
		t.Errorf("an empty dataset: %v, %v", found, found.Answer())
	}
}

// None found is said only where it is certain that the thing was looked for.
func TestAnswer_ClaimsNoMoreThanIsCovered(t *testing.T) {
	t.Parallel()
	var all []Kind
	for k := KindNation; k < kindEnd; k++ {
		all = append(all, k)
	}
	pair := []ID{"FR", "JP"}
	for _, c := range []struct {
		name     string
		coverage []Coverage
		a, b     ID
		kind     Kind
		period   string
		want     Answer
	}{
		{"approximate date", []Coverage{{Parties: pair, Period: edtf.MustParsePeriod("2010~")}}, "FR", "JP", KindMeeting, "2010", AnswerNotCovered},
		{"uncertain date", []Coverage{{Parties: pair, Period: edtf.MustParsePeriod("2010?")}}, "FR", "JP", KindMeeting, "2010", AnswerNotCovered},
		{"before an approximate start", []Coverage{{Parties: pair, Period: edtf.MustParsePeriod("2010~/2020")}}, "FR", "JP", KindMeeting, "2009", AnswerNotCovered},
		{"at an approximate start", []Coverage{{Parties: pair, Period: edtf.MustParsePeriod("2010~/2020")}}, "FR", "JP", KindMeeting, "2010", AnswerNotCovered},
		{"after an approximate start", []Coverage{{Parties: pair, Period: edtf.MustParsePeriod("2010~/2020")}}, "FR", "JP", KindMeeting, "2012/2020", AnswerNoneFound},
		{"before an approximate end", []Coverage{{Parties: pair, Period: edtf.MustParsePeriod("2010/2020%")}}, "FR", "JP", KindMeeting, "2010/2018", AnswerNoneFound},
		{"at an approximate end", []Coverage{{Parties: pair, Period: edtf.MustParsePeriod("2010/2020%")}}, "FR", "JP", KindMeeting, "2020", AnswerNotCovered},
		{"unknown end", []Coverage{{Parties: pair, Period: edtf.MustParsePeriod("2010/")}}, "FR", "JP", KindMeeting, "2011", AnswerNotCovered},
		{"unknown start", []Coverage{{Parties: pair, Period: edtf.MustParsePeriod("/2010")}}, "FR", "JP", KindMeeting, "2009", AnswerNotCovered},
		{"open end", []Coverage{{Parties: pair, Period: edtf.MustParsePeriod("2010/..")}}, "FR", "JP", KindMeeting, "2030/..", AnswerNoneFound},
		{"open start", []Coverage{{Parties: pair, Period: edtf.MustParsePeriod("../2010")}}, "FR", "JP", KindMeeting, "../2010", AnswerNoneFound},
		{"whole years", []Coverage{{Parties: pair, Period: edtf.MustParsePeriod("2010")}}, "FR", "JP", KindMeeting, "2010-01-01/2010-12-31", AnswerNoneFound},
		{"a question as wide as it may be", []Coverage{{Parties: pair, Period: edtf.MustParsePeriod("2010")}}, "FR", "JP", KindMeeting, "2010~", AnswerNotCovered},
		{"an uncertain entry among others", []Coverage{{Parties: pair, Period: edtf.MustParsePeriod("2010/2012")}, {Parties: pair, Period: edtf.MustParsePeriod("2012?")},
			{Parties: pair, Period: edtf.MustParsePeriod("2013/2014")}}, "FR", "JP", KindMeeting, "2010/2014", AnswerNoneFound},
		{"beyond a whole year", []Coverage{{Parties: pair, Period: edtf.MustParsePeriod("2010")}}, "FR", "JP", KindMeeting, "2011", AnswerNotCovered},
		{"an entry within another", []Coverage{{Parties: pair, Period: edtf.MustParsePeriod("2010/2015")}, {Parties: pair, Period: edtf.MustParsePeriod("2011/2012")},
			{Parties: pair, Period: edtf.MustParsePeriod("2016/2020")}}, "FR", "JP", KindMeeting, "2010/2020", AnswerNoneFound},
		{"no kind at all", []Coverage{{}}, "FR", "JP", kindEnd, "", AnswerNotCovered},
		{"an actor and itself", []Coverage{{Parties: pair}}, "FR", "FR", KindMeeting, "", AnswerNotCovered},
		{"an actor and itself, all its dealings", []Coverage{{Parties: pair[:1]}}, "FR", "FR", KindMeeting, "", AnswerNoneFound},
		{"a nation that the data does not have", []Coverage{{}}, "FR", "BR", KindMeeting, "", AnswerNoneFound},
		{"a slip of the pen", []Coverage{{}}, "FR", "BRA", KindMeeting, "", AnswerNotCovered},
		{"a record that is no actor", []Coverage{{}}, "FR", "visits", KindMeeting, "", AnswerNotCovered},
		{"no such kind", []Coverage{{}}, "FR", "BR", 99, "", AnswerNotCovered},
		{"every kind, in two entries", []Coverage{{Kinds: all[:6]}, {Kinds: all[6:]}}, "FR", "BR", 0, "", AnswerNoneFound},
		{"every kind but one", []Coverage{{Kinds: all[:6]}, {Kinds: all[7:]}}, "FR", "BR", 0, "", AnswerNotCovered},
	} {
		d := mustNew(t, small(func(r *Records) { r.Coverage = c.coverage }))
		var p edtf.Period
		if c.period != "" {
			p = edtf.MustParsePeriod(c.period)
		}
		if got := asked(d, c.a, c.b, c.kind, p).Answer(); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// asked is what a caller asks of a pair, in the usual order.
func asked(d *Dataset, a, b ID, kind Kind, p edtf.Period) *Dataset {
	d = d.Between(a, b).During(p)
	if kind != 0 {
		d = d.OfKind(kind)
	}
	return d
}

// What is left out of a selection was not looked for in it.
func TestAnswer_OfASelectionThatNobodyCanTell(t *testing.T) {
	t.Parallel()
	d := mustNew(t, small(func(r *Records) { r.Coverage = []Coverage{{Parties: []ID{"FR"}}} }))
	part := d.Except(d.Filter(pick("visit-1")))
	if found := asked(d, "FR", "JP", KindExercise, edtf.Period{}); found.Len() != 1 || found.Answer() != AnswerFound {
		t.Errorf("in the whole: %v, %v", found, found.Answer())
	}
	again, err := Decode("part", strings.NewReader(string(written(t, part))))
	if err != nil {
		t.Fatal(err)
	}
	merged, err := Merge(part)
	if err != nil {
		t.Fatal(err)
	}
	for name, e := range map[string]*Dataset{"written": again, "merged": merged} {
		if len(e.Coverage()) != 0 {
			t.Errorf("%s: coverage %v", name, e.Coverage())
		}
		if got := asked(e, "FR", "JP", KindExercise, edtf.Period{}).Answer(); got != AnswerNotCovered {
			t.Errorf("%s: %v", name, got)
		}
	}
	for name, e := range map[string]*Dataset{
		"part": part, "Filter of everything": d.Filter(func(Record) bool { return true }), "About": d.About(TopicTraining),
		"WithBasis": d.WithBasis(BasisReported), "Citing": d.Citing("s"), "Affecting": d.Affecting("FR"), "Union": part.Union(d.Except(part)),
	} {
		if got := asked(e, "FR", "JP", KindMeeting, edtf.Period{}).Answer(); got != AnswerNotCovered {
			t.Errorf("%s: %v", name, got)
		}
		if len(e.Coverage()) != 1 {
			t.Errorf("%s does not know what the whole covers", name)
		}
	}
	if got := asked(d.Filter(nil), "FR", "JP", KindMeeting, edtf.Period{}).Answer(); got != AnswerNoneFound {
		t.Errorf("in all: %v", got)
	}
}

func TestAnswer_HoldsInAnyOrder(t *testing.T) {
	t.Parallel()
	p := edtf.MustParsePeriod
	d := mustNew(t, small(func(r *Records) {
		cites := r.Nations[0].Cites
		r.Exercises[0].When = p("2020-05")
		r.Meetings = []Meeting{{Fact: Fact{ID: "m", Basis: BasisReported, Cites: cites}, Attendees: []Attendee{{Actor: "FR"}, {Actor: "JP"}}}}
		r.Coverage = []Coverage{{Parties: []ID{"FR", "JP"}, Period: p("2010/2025")}}
	}))
	type step func(*Dataset) *Dataset
	for name, c := range map[string]struct {
		kinds  []Kind
		period string
		want   Answer
	}{
		"found":                       {[]Kind{KindExercise}, "2020", AnswerFound},
		"none found":                  {[]Kind{KindExercise, KindAgreement}, "2021", AnswerNoneFound},
		"not covered":                 {[]Kind{KindExercise}, "2026", AnswerNotCovered},
		"undated":                     {[]Kind{KindMeeting}, "2020", AnswerUndated},
		"undated, beside none":        {[]Kind{KindMeeting, KindExercise}, "2021", AnswerUndated},
		"undated, and not covered":    {[]Kind{KindMeeting}, "1990", AnswerUndated},
		"found, though some undated":  {[]Kind{KindMeeting, KindExercise}, "2020", AnswerFound},
		"every kind":                  {nil, "2021", AnswerUndated},
		"an actor, which has no date": {[]Kind{KindNation}, "2021", AnswerNoneFound},
	} {
		steps := []step{
			func(d *Dataset) *Dataset { return d.Involving("FR") },
			func(d *Dataset) *Dataset { return d.Involving("JP") },
			func(d *Dataset) *Dataset { return d.OfKind(c.kinds...) },
			func(d *Dataset) *Dataset { return d.During(p(c.period)) },
		}
		var try func(d *Dataset, left []step)
		try = func(d *Dataset, left []step) {
			if len(left) == 0 && d.Answer() != c.want {
				t.Errorf("%s: %v in one of the orders", name, d.Answer())
			}
			for i, s := range left {
				try(s(d), append(append([]step{}, left[:i]...), left[i+1:]...))
			}
		}
		try(d, steps)
	}
	pair := d.Between("FR", "JP").OfKind(KindAgreement)
	for name, c := range map[string]struct {
		d    *Dataset
		want Answer
	}{
		"the same period twice": {pair.During(p("2021")).During(p("2021")), AnswerNoneFound},
		"two periods":           {pair.During(p("2021")).During(p("2021-05")), AnswerNotCovered},
		"two kinds":             {d.Between("FR", "JP").OfKind(KindAgreement, KindMeeting).OfKind(KindAgreement).During(p("2021")), AnswerNoneFound},
		"no kind":               {pair.OfKind(KindMeeting).During(p("2021")), AnswerNotCovered},
		"not a kind":            {pair.OfKind(99).During(p("2021")), AnswerNotCovered},
		"several IDs":           {d.Involving("FR", "JP").Involving("JP").OfKind(KindAgreement).During(p("2021")), AnswerNotCovered},
		"an ID twice":           {d.Involving("FR", "FR").Involving("JP").OfKind(KindAgreement).During(p("2021")), AnswerNoneFound},
		"three actors":          {pair.Involving("DE").During(p("2021")), AnswerNoneFound},
		"another pair":          {d.Between("FR", "DE").OfKind(KindAgreement).During(p("2021")), AnswerNotCovered},
		"nothing asked":         {d, AnswerFound},
		"nothing asked of none": {mustNew(t, Records{}), AnswerNotCovered},
		"a zero Dataset":        {new(Dataset).Between("FR", "JP"), AnswerNotCovered},
	} {
		if got := c.d.Answer(); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

func TestCovered_AsksAboutTheSearchAndNotTheRecords(t *testing.T) {
	t.Parallel()
	pair := Chronicle().Between("PK", "RU").OfKind(KindExercise)
	year := edtf.MustParsePeriod
	for _, tt := range []struct {
		name string
		d    *Dataset
		want bool
	}{
		{"found", pair.During(year("2021")), true},
		{"none found", pair.During(year("2022")), true},
		{"found beyond the search", Chronicle().OfKind(KindExercise).During(year("2021")), false},
		{"before the search", pair.During(year("1999")), false},
		{"a filter", pair.Filter(func(Record) bool { return true }), false},
		{"nothing", nil, false},
	} {
		if got := tt.d.Covered(); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestReachOver_PassesSpansWithoutDays(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		list   dayset.Set
		wanted edtf.Span
		want   bool
	}{
		{nil, edtf.Span{First: 1, Last: 2}, false},
		{dayset.Set{{}}, edtf.Span{First: -5, Last: -3}, false},
		{dayset.Set{{}, {First: 1, Last: 9}}, edtf.Span{First: -5, Last: -3}, false},
		{dayset.Set{{}, {First: 1, Last: 9}}, edtf.Span{First: 2, Last: 9}, true},
		{dayset.Set{{First: -9, Last: -4}, {}, {First: 1, Last: 9}}, edtf.Span{First: -5, Last: 3}, false},
		{dayset.Set{{First: 1, Last: 4}, {First: 5, Last: 9}}, edtf.Span{First: 2, Last: 9}, true},
		{dayset.Set{{First: 1, Last: 4}, {First: 6, Last: 9}}, edtf.Span{First: 2, Last: 9}, false},
	} {
		if got := reachOver(c.list, c.wanted); got != c.want {
			t.Errorf("%v over %v: %v", c.list, c.wanted, got)
		}
	}
}

// An exercise is the first event of a dataset without agreements and series.
func TestAnswer_UndatedWhereNothingElseIs(t *testing.T) {
	t.Parallel()
	d := mustNew(t, Records{
		Sources: []Source{{ID: "s"}},
		Exercises: []Exercise{{Fact: Fact{ID: "x", Basis: BasisReported, Cites: []Citation{{Source: "s"}}},
			Contingents: []Contingent{{Nation: "PK"}, {Nation: "RU"}}}},
	})
	if got := d.Between("PK", "RU").During(edtf.MustParsePeriod("2022")).Answer(); got != AnswerUndated {
		t.Errorf("%v, want %v", got, AnswerUndated)
	}
}
