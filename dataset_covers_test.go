package entente

import (
	"strings"
	"testing"

	"github.com/entente-go/entente/edtf"
)

func TestSearchTellsNoneFoundFromNotLookedFor(t *testing.T) {
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
		found, got := d.Search(c.a, c.b, c.kind, p)
		if got != c.want || (found.Len() > 0) != (got == AnswerFound) {
			t.Errorf("%s and %s, kind %d, %q: %v with %v, want %v", c.a, c.b, c.kind, c.period, got, found, c.want)
		}
	}
	if found, got := (*Dataset)(nil).Search("FR", "JP", KindMeeting, edtf.Period{}); found.Len() != 0 || got != AnswerNotCovered {
		t.Errorf("an empty dataset: %v, %v", found, got)
	}
}

// None found is said only where it is certain that the thing was looked for.
func TestSearchClaimsNoMoreThanIsCovered(t *testing.T) {
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
	if found, got := d.Search("FR", "JP", KindExercise, edtf.Period{}); found.Len() != 1 || got != AnswerFound {
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
		if _, got := e.Search("FR", "JP", KindExercise, edtf.Period{}); got != AnswerNotCovered || len(e.Coverage()) != 0 {
			t.Errorf("%s: %v, coverage %v", name, got, e.Coverage())
		}
	}
	if _, got := d.Filter(nil).Search("FR", "JP", KindMeeting, edtf.Period{}); got != AnswerNoneFound {
		t.Errorf("in all: %v", got)
	}
	if _, got := d.Filter(func(Record) bool { return true }).Search("FR", "JP", KindMeeting, edtf.Period{}); got != AnswerNoneFound {
		t.Errorf("in a selection of all: %v", got)
	}
}
