package entente

import "testing"

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
