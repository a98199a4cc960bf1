package entente

import (
	"strings"
	"testing"
)

func TestSearchTellsNoneFoundFromNotLookedFor(t *testing.T) {
	t.Parallel()
	records := small(func(r *Records) {
		r.Nations = append(r.Nations, Nation{Fact: r.Nations[0].Fact}, Nation{Fact: r.Nations[0].Fact})
		r.Nations[2].ID, r.Nations[3].ID = "IN", "US"
		r.Exercises[0].When = MustParsePeriod("2020-05")
		r.Coverage = []Coverage{
			{Parties: []ID{"JP", "FR", "IN"}, Kinds: []Kind{KindExercise, KindMeeting}, Period: MustParsePeriod("2021-01-01/2022-06")},
			{Parties: []ID{"FR", "JP"}, Kinds: []Kind{KindExercise}, Period: MustParsePeriod("2018/2020")},
			{Parties: []ID{"US", "IN"}, Kinds: []Kind{KindSeries}, Period: MustParsePeriod("1990-01-01/1990-01-09")},
			{Parties: []ID{"US", "IN"}, Kinds: []Kind{KindSeries}, Period: MustParsePeriod("1990-01-10")},
			{Parties: []ID{"US", "IN"}, Kinds: []Kind{KindSeries}, Period: MustParsePeriod("1990-01-11/1990-02-01")},
			{Parties: []ID{"US"}, Period: MustParsePeriod("2000/..")},
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
		{"FR", "JP", KindExercise, "2020", Found},
		{"JP", "FR", KindExercise, "2019/2021", Found},
		{"FR", "JP", KindExercise, "", Found},
		{"FR", "JP", 0, "", Found},
		{"FR", "JP", KindExercise, "2019", NoneFound},
		{"FR", "JP", KindExercise, "2018-01-01/2020-04", NoneFound},
		{"FR", "JP", KindExercise, "2020-06/2022-06", NoneFound}, // one entry ends on the day before the other begins
		{"FR", "JP", KindExercise, "2020-06/2022-07", NotCovered},
		{"FR", "JP", KindExercise, "2017-12-31", NotCovered},
		{"FR", "JP", KindMeeting, "2019", NotCovered},
		{"FR", "JP", KindMeeting, "2021", NoneFound},
		{"FR", "JP", 0, "2021", NotCovered}, // not every kind
		{"FR", "IN", KindExercise, "2021", NoneFound},
		{"FR", "IN", KindExercise, "2019", NotCovered},
		{"FR", "US", 0, "2001", NoneFound},
		{"IN", "US", KindMeeting, "2001/..", NoneFound},
		{"IN", "US", KindMeeting, "1999/..", NotCovered},
		{"IN", "US", KindMeeting, "", NotCovered},
		{"FR", "JP", KindAgreement, "", NoneFound},
		{"FR", "nobody", KindMeeting, "2021", NotCovered},
		{"IN", "US", KindSeries, "1990-01", NoneFound}, // one entry is of a single day
	} {
		var p Period
		if c.period != "" {
			p = MustParsePeriod(c.period)
		}
		found, got := d.Search(c.a, c.b, c.kind, p)
		if got != c.want || (found.Len() > 0) != (got == Found) {
			t.Errorf("%s and %s, kind %d, %q: %v with %v, want %v", c.a, c.b, c.kind, c.period, got, found, c.want)
		}
	}
	if found, got := (*Dataset)(nil).Search("FR", "JP", KindMeeting, Period{}); found.Len() != 0 || got != NotCovered {
		t.Errorf("an empty dataset: %v, %v", found, got)
	}
}

// None found is said only where it is certain that the thing was looked for.
func TestSearchClaimsNoMoreThanIsCovered(t *testing.T) {
	t.Parallel()
	pair := []ID{"FR", "JP"}
	for _, c := range []struct {
		name     string
		coverage []Coverage
		a, b     ID
		kind     Kind
		period   string
		want     Answer
	}{
		{"approximate date", []Coverage{{Parties: pair, Period: MustParsePeriod("2010~")}}, "FR", "JP", KindMeeting, "2010", NotCovered},
		{"uncertain date", []Coverage{{Parties: pair, Period: MustParsePeriod("2010?")}}, "FR", "JP", KindMeeting, "2010", NotCovered},
		{"before an approximate start", []Coverage{{Parties: pair, Period: MustParsePeriod("2010~/2020")}}, "FR", "JP", KindMeeting, "2009", NotCovered},
		{"at an approximate start", []Coverage{{Parties: pair, Period: MustParsePeriod("2010~/2020")}}, "FR", "JP", KindMeeting, "2010", NotCovered},
		{"after an approximate start", []Coverage{{Parties: pair, Period: MustParsePeriod("2010~/2020")}}, "FR", "JP", KindMeeting, "2012/2020", NoneFound},
		{"before an approximate end", []Coverage{{Parties: pair, Period: MustParsePeriod("2010/2020%")}}, "FR", "JP", KindMeeting, "2010/2018", NoneFound},
		{"at an approximate end", []Coverage{{Parties: pair, Period: MustParsePeriod("2010/2020%")}}, "FR", "JP", KindMeeting, "2020", NotCovered},
		{"unknown end", []Coverage{{Parties: pair, Period: MustParsePeriod("2010/")}}, "FR", "JP", KindMeeting, "2011", NotCovered},
		{"unknown start", []Coverage{{Parties: pair, Period: MustParsePeriod("/2010")}}, "FR", "JP", KindMeeting, "2009", NotCovered},
		{"open end", []Coverage{{Parties: pair, Period: MustParsePeriod("2010/..")}}, "FR", "JP", KindMeeting, "2030/..", NoneFound},
		{"open start", []Coverage{{Parties: pair, Period: MustParsePeriod("../2010")}}, "FR", "JP", KindMeeting, "../2010", NoneFound},
		{"whole years", []Coverage{{Parties: pair, Period: MustParsePeriod("2010")}}, "FR", "JP", KindMeeting, "2010-01-01/2010-12-31", NoneFound},
		{"a question as wide as it may be", []Coverage{{Parties: pair, Period: MustParsePeriod("2010")}}, "FR", "JP", KindMeeting, "2010~", NotCovered},
		{"an uncertain entry among others", []Coverage{{Parties: pair, Period: MustParsePeriod("2010/2012")}, {Parties: pair, Period: MustParsePeriod("2012?")},
			{Parties: pair, Period: MustParsePeriod("2013/2014")}}, "FR", "JP", KindMeeting, "2010/2014", NoneFound},
		{"beyond a whole year", []Coverage{{Parties: pair, Period: MustParsePeriod("2010")}}, "FR", "JP", KindMeeting, "2011", NotCovered},
		{"an entry within another", []Coverage{{Parties: pair, Period: MustParsePeriod("2010/2015")}, {Parties: pair, Period: MustParsePeriod("2011/2012")},
			{Parties: pair, Period: MustParsePeriod("2016/2020")}}, "FR", "JP", KindMeeting, "2010/2020", NoneFound},
		{"no kind at all", []Coverage{{}}, "FR", "JP", kindEnd, "", NotCovered},
		{"an actor and itself", []Coverage{{Parties: pair}}, "FR", "FR", KindMeeting, "", NotCovered},
		{"an actor and itself, all its dealings", []Coverage{{Parties: pair[:1]}}, "FR", "FR", KindMeeting, "", NoneFound},
		{"a nation that the data does not have", []Coverage{{}}, "FR", "BR", KindMeeting, "", NoneFound},
		{"a slip of the pen", []Coverage{{}}, "FR", "BRA", KindMeeting, "", NotCovered},
		{"a record that is no actor", []Coverage{{}}, "FR", "visits", KindMeeting, "", NotCovered},
		{"no such kind", []Coverage{{}}, "FR", "BR", 99, "", NotCovered},
		{"every kind, in two entries", []Coverage{{Kinds: []Kind{KindMeeting, KindExercise, KindSeries, KindStatement, KindAssessment, KindAgreement}},
			{Kinds: []Kind{KindNation, KindBloc, KindRegion, KindOrganization, KindOfficial, KindPartnership}}}, "FR", "BR", 0, "", NoneFound},
		{"every kind but one", []Coverage{{Kinds: []Kind{KindMeeting, KindExercise, KindSeries, KindStatement, KindAssessment, KindAgreement}},
			{Kinds: []Kind{KindNation, KindBloc, KindRegion, KindOrganization, KindOfficial}}}, "FR", "BR", 0, "", NotCovered},
	} {
		d := mustNew(t, small(func(r *Records) { r.Coverage = c.coverage }))
		var p Period
		if c.period != "" {
			p = MustParsePeriod(c.period)
		}
		if _, got := d.Search(c.a, c.b, c.kind, p); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// What was left out of a selection was not looked for in it.
func TestASelectionCoversNothing(t *testing.T) {
	t.Parallel()
	d := mustNew(t, small(func(r *Records) { r.Coverage = []Coverage{{Parties: []ID{"FR"}}} }))
	part := d.Except(d.Filter(pick("visit-1")))
	if found, got := d.Search("FR", "JP", KindExercise, Period{}); found.Len() != 1 || got != Found {
		t.Errorf("in the whole: %v, %v", found, got)
	}
	again, err := Decode("part", strings.NewReader(string(written(t, part))))
	if err != nil {
		t.Fatal(err)
	}
	merged, err := Merge(part)
	if err != nil {
		t.Fatal(err)
	}
	for name, e := range map[string]*Dataset{"part": part, "written": again, "merged": merged} {
		if _, got := e.Search("FR", "JP", KindExercise, Period{}); got != NotCovered || len(e.Coverage()) != 0 {
			t.Errorf("%s: %v, coverage %v", name, got, e.Coverage())
		}
	}
	if _, got := d.Filter(nil).Search("FR", "JP", KindMeeting, Period{}); got != NoneFound {
		t.Errorf("in all: %v", got)
	}
	if _, got := d.Filter(func(Record) bool { return true }).Search("FR", "JP", KindMeeting, Period{}); got != NoneFound {
		t.Errorf("in a selection of all: %v", got)
	}
}
