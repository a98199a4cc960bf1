package edtf

import (
	"testing"
	"time"
)

func TestDay_CountsAsPackageTimeDoes(t *testing.T) {
	t.Parallel()
	const dayLength = 24 * 60 * 60
	for year := -10200; year <= 10200; year++ {
		for month := 1; month <= 12; month++ {
			first := time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC)
			d := civil(year, month, 1)
			if int64(d) != first.Unix()/dayLength+unixDay || d <= 0 {
				t.Fatalf("civil(%d, %d, 1) = %d", year, month, d)
			}
			if m := monthStart(12*year + month - 1); m != d {
				t.Fatalf("monthStart of %d-%d = %d, want %d", year, month, m, d)
			}
			if last := civil(year, month, daysIn(year, month)); last != monthStart(12*year+month)-1 {
				t.Fatalf("%d-%d does not end on %d", year, month, last)
			}
			if year%97 == 0 && (!d.Time().Equal(first) || d.Time().Location() != time.UTC) {
				t.Fatalf("the time of %d-%d-1 is %v", year, month, d.Time())
			}
		}
	}
}

func TestDay_TextAndDate(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		day        Day
		text, date string
		isTime     bool
	}{
		{0, "", "", false},
		{DayMin, "..", "", false},
		{DayMax, "..", "", false},
		{unixDay, "1970-01-01", "1970-01-01", true},
		{MustParseDate("-0044-03-15").Span().First, "-0044-03-15", "-0044-03-15", true},
		{MustParseDate("9999~").Span().Last, "10000-12-31", "", true},
		{MustParseDate("-9999~").Span().First, "-10000-01-01", "", true},
		{DayMin + 1, "-5891611-08-22", "", true},
		{DayMax - 1, "5867610-09-08", "", true},
	} {
		if s := c.day.String(); s != c.text {
			t.Errorf("%d is %q, want %q", c.day, s, c.text)
		}
		if d := c.day.Date().String(); d != c.date {
			t.Errorf("%d has the date %q, want %q", c.day, d, c.date)
		}
		if when := c.day.Time(); when.IsZero() == c.isTime {
			t.Errorf("%d has the time %v", c.day, when)
		}
	}
}

func TestSpan_ContainsAndOverlaps(t *testing.T) {
	t.Parallel()
	span := func(s string) Span {
		if s == "" {
			return Span{}
		}
		return MustParsePeriod(s).Span()
	}
	for _, c := range []struct {
		a, b     string
		overlaps bool
	}{
		{"2024", "2024-12-31/..", true},
		{"2024", "2025", false},
		{"2024/..", "../2023", false},
		{"2024/..", "../2024", true},
		{"", "../2024", false},
		{"", "", false},
	} {
		a, b := span(c.a), span(c.b)
		if a.Overlaps(b) != c.overlaps || b.Overlaps(a) != c.overlaps {
			t.Errorf("%q overlaps %q: %v and %v, want %v", c.a, c.b, a.Overlaps(b), b.Overlaps(a), c.overlaps)
		}
		if !b.IsZero() && a.Contains(b.First) && !c.overlaps {
			t.Errorf("%q contains the first day of %q, but they do not overlap", c.a, c.b)
		}
	}
	backwards := Span{span("2024-03").First, span("2024-01").Last}
	if backwards.IsZero() || backwards.Contains(span("2024-02-10").First) || span("2024").Overlaps(backwards) ||
		backwards.Overlaps(span("2024")) {
		t.Error("a span whose last day is before its first is zero or has a day")
	}
	if (Span{}).Contains(0) || !span("../2024").Contains(1) {
		t.Error("the zero Span has a day, or one without a beginning has not")
	}
}

func TestSpan_BoundsAreMidnights(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][2]string{
		"2024-02":       {"2024-02-01T00:00:00Z", "2024-03-01T00:00:00Z"},
		"2024-12-31":    {"2024-12-31T00:00:00Z", "2025-01-01T00:00:00Z"},
		"2024/..":       {"2024-01-01T00:00:00Z", ""},
		"../2024":       {"", "2025-01-01T00:00:00Z"},
		"9999-12-31/..": {"9999-12-31T00:00:00Z", ""},
	} {
		from, to := MustParsePeriod(text).Span().Bounds()
		for i, got := range []time.Time{from, to} {
			if s := got.Format(time.RFC3339); s != want[i] && !(want[i] == "" && got.IsZero()) {
				t.Errorf("bound %d of %s is %s, want %s", i, text, s, want[i])
			}
		}
	}
	if from, to := (Span{}).Bounds(); !from.IsZero() || !to.IsZero() {
		t.Errorf("the zero Span is from %v to %v", from, to)
	}
}

func TestSpan_PeriodOfItsDays(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"2024-02": "2024-02-01/2024-02-29", "2024-10-13": "2024-10-13/2024-10-13",
		"2024/": "2024-01-01/..", "/2024": "../2024-12-31",
		"9999~": "9998-01-01/9999-12-31", "-99XX~": "-9999-01-01/-9800-12-31",
	} {
		p := MustParsePeriod(text).Span().Period()
		if p.String() != want || p != MustParsePeriod(want) {
			t.Errorf("the days of %s are the period %v, want %s", text, p, want)
		}
	}
	for _, s := range []Span{{}, {DayMin, DayMax}, {5, 3}, {unixDay + 1, unixDay}, {DayMax, unixDay}} {
		if p := s.Period(); !p.IsZero() {
			t.Errorf("%v gives the period %v", s, p)
		}
	}
}
