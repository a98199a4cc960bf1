package edtf

import (
	"slices"
	"strings"
	"testing"
	"time"
)

func TestSpan_WidensApproximateDates(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{ // the span; what is written if it differs
		"2024": "2024-01-01/2024-12-31", "2024-02": "2024-02-01/2024-02-29",
		"2024-10-13": "2024-10-13/2024-10-13", "2024-02-XX": "2024-02-01/2024-02-29",
		"201X": "2010-01-01/2019-12-31", "19XX": "1900-01-01/1999-12-31", "-201X": "-2019-01-01/-2010-12-31",
		"-00XX": "-0099-01-01/-0001-12-31",
		"000X":  "0000-01-01/0009-12-31", "-000X": "-0009-01-01/-0001-12-31", "-0001": "-0001-01-01/-0001-12-31",
		"-0004-02": "-0004-02-01/-0004-02-29",
		"2024/..":  "2024-01-01/..", "../2024": "../2024-12-31", "2024/": "2024-01-01/..",
		"/2024": "../2024-12-31", "2024/2025-02": "2024-01-01/2025-02-28",
		"2024-21": "2024-03-01/2024-11-30", "2024-23": "2024-03-01/2024-11-30",
		"2024-22": "2023-12-01/2025-02-28", "2024-24": "2023-12-01/2025-02-28",
		"2023-24": "2022-12-01/2024-02-29", "2024-21/2024-24": "2024-03-01/2025-02-28",

		"2024-10~":    "2024-09-01/2024-11-30 2024-10-01/2024-10-31",
		"2024~":       "2023-01-01/2025-12-31 2024-01-01/2024-12-31",
		"2024-XX~":    "2023-01-01/2025-12-31 2024-01-01/2024-12-31",
		"2024-01-01%": "2023-12-31/2024-01-02 2024-01-01/2024-01-01",
		"2024-01~":    "2023-12-01/2024-02-29 2024-01-01/2024-01-31",
		"2023-01~":    "2022-12-01/2023-02-28 2023-01-01/2023-01-31",
		"201X~":       "2000-01-01/2029-12-31 2010-01-01/2019-12-31",
		"19XX~":       "1800-01-01/2099-12-31 1900-01-01/1999-12-31",
		"0000~":       "-0001-01-01/0001-12-31 0000-01-01/0000-12-31",
		"9999~":       "9998-01-01/10000-12-31 9999-01-01/9999-12-31",
		"-99XX~":      "-10099-01-01/-9800-12-31 -9999-01-01/-9900-12-31",
		"2024-21~":    "2023-12-01/2025-02-28 2024-03-01/2024-11-30",
		"2024-24~":    "2023-09-01/2025-05-31 2023-12-01/2025-02-28",
		"2024~/2026?": "2023-01-01/2026-12-31 2024-01-01/2026-12-31",
		"2024/2026~":  "2024-01-01/2027-12-31 2024-01-01/2026-12-31", "../2026~": "../2027-12-31 ../2026-12-31",
	} {
		p := MustParsePeriod(text)
		span, written, _ := strings.Cut(want, " ")
		if written == "" {
			written = span
		}
		if got := p.Span().String(); got != span {
			t.Errorf("the span of %s is %s, want %s", text, got, span)
		}
		if got := p.Written().String(); got != written {
			t.Errorf("the written days of %s are %s, want %s", text, got, written)
		}
		if d := p.Start(); p.IsDate() && (d.Span() != p.Span() || d.Written() != p.Written()) {
			t.Errorf("%s: the date and its period have different days", text)
		}
	}
	var d Date
	var p Period
	for _, s := range []Span{d.Span(), d.Written(), p.Span(), p.Written(), p.Certain(), p.Whole()} {
		if !s.IsZero() {
			t.Errorf("a zero value has the days %v", s)
		}
	}
}

func TestCertainAndWhole_Examples(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][2]string{ // certain, whole
		"":                        {"", ""},
		"2024-10-13":              {"2024-10-13/2024-10-13", "2024-10-13/2024-10-13"},
		"2024-10":                 {"", "2024-10-01/2024-10-31"},
		"202X":                    {"", "2020-01-01/2029-12-31"},
		"2010/2012":               {"2010-12-31/2012-01-01", "2010-01-01/2012-12-31"},
		"2010/2010":               {"", "2010-01-01/2010-12-31"},
		"2010/2010-01-01":         {"2010-01-01/2010-01-01", "2010-01-01/2010-01-01"},
		"2010/..":                 {"2010-12-31/..", "2010-01-01/.."},
		"../2012":                 {"../2012-01-01", "../2012-12-31"},
		"2010/":                   {"", ""},
		"2010-01-01/":             {"2010-01-01/2010-01-01", ""},
		"/2012":                   {"", ""},
		"2010~/2012":              {"2011-12-31/2012-01-01", "2011-12-31/2012-12-31"},
		"2010?/2012":              {"", "2010-12-31/2012-12-31"},
		"2010/2012%":              {"", "2010-01-01/2011-01-01"},
		"2010?":                   {"", ""},
		"2010-05-01?":             {"", ""},
		"2010-05-01?/2010-05-01":  {"", "2010-05-01/2010-05-01"},
		"2010-05-01~/2010-05-02~": {"", ""},
		"2024-21":                 {"", ""},
		"2024-21/2026":            {"2024-11-30/2026-01-01", "2024-09-01/2026-12-31"},
		"2022/2024-21":            {"2022-12-31/2024-03-01", "2022-01-01/2024-05-31"},
		"2024-22/2025-22":         {"", "2024-12-01/2025-02-28"},
		"2024-22/2024-22":         {"", ""},
		"2024-22/2026-22":         {"2025-02-28/2025-12-01", "2024-12-01/2026-02-28"},
	} {
		var p Period
		if err := p.UnmarshalText([]byte(text)); err != nil {
			t.Fatal(err)
		}
		if got := [2]string{p.Certain().String(), p.Whole().String()}; got != want {
			t.Errorf("%q: certain %q, want %q; whole %q, want %q", text, got[0], want[0], got[1], want[1])
		}
	}
}

func TestRelations_Examples(t *testing.T) {
	t.Parallel()
	const no, maybe, yes = CertaintyNo, CertaintyMaybe, CertaintyYes
	for _, c := range []struct {
		a, b                       string
		overlaps, contains, before Certainty
	}{
		{"2024-10-13", "2024-10-13", yes, yes, no},
		{"2024-10-13", "2024-10-14", no, no, yes},
		{"2024-10-14", "2024-10-13", no, no, no},
		{"2024-10", "2024-10-13", maybe, maybe, maybe},
		{"2024-10", "2024-10", maybe, maybe, maybe},
		{"2024-10-01/2024-10-31", "2024-10", yes, yes, no},
		{"2024-10-02/2024-10-31", "2024-10", maybe, maybe, no}, // 1 October is before it
		{"2024", "2024-11", maybe, maybe, maybe},
		{"2024", "2025", no, no, yes},
		{"2024-10-13/2024-10-25", "2024-10-25/2024-11-01", yes, no, no},
		{"2024-10-13/2024-10-25", "2024-10-26", no, no, yes},
		{"2024-10/2024-11", "2024-10-31", yes, yes, no},
		{"2024/2024-01-02", "2024-01-02", yes, yes, no}, // it cannot begin after its end
		{"2024/2024-01-02", "2024-01-01", maybe, maybe, no},
		{"2024-01-30/2024", "2024-01-30", yes, yes, no}, // nor end before its start
		{"2024-01-30/2024", "2024-01-31", maybe, maybe, maybe},
		{"2016/..", "2024-10-13", yes, yes, no},
		{"2016/..", "2024/..", yes, yes, no},
		{"2016/..", "2024/", yes, yes, no},
		{"2016/", "2024-10-13", maybe, maybe, maybe},
		{"2016/", "2024/..", maybe, maybe, maybe},
		{"2016/", "2016", maybe, maybe, maybe},
		{"2016-03-01/", "2016-03-01", yes, yes, no},
		{"../2016", "1066", yes, yes, no},
		{"/2016", "1066", maybe, maybe, no},
		{"/2016", "../1066", maybe, maybe, no},
		{"1066/", "2016", maybe, maybe, maybe},
		{"../2016", "2017", no, no, yes},
		{"/2016", "2017", no, no, yes},
		{"2024-10-13~", "2024-10-14", maybe, maybe, maybe},
		{"2024-10-13~", "2024-10-15", no, no, yes},
		{"2024-10-13?", "2024-10-13", maybe, maybe, no},
		{"2024-10-13?", "2024-10-14", no, no, maybe},
		{"2024-10~", "2024-11-30", maybe, maybe, maybe},
		{"2024-10~", "2024-12-01", no, no, yes},
		{"1954/1972~", "1960", yes, yes, no},
		{"1954/1972~", "1971", maybe, maybe, maybe},
		{"1954/1972~", "1971-01-01/1971-12-31", yes, maybe, no},
		{"1954/1972~", "1973", maybe, maybe, maybe},
		{"1954/1972~", "1974", no, no, yes},
		{"1954/1972?", "1960", maybe, maybe, no},
		{"1954%/1972", "1960", maybe, maybe, no},
		{"1954~/1972~", "1956", yes, yes, no},
		{"1850~", "1849-01-01/1851-12-31", yes, maybe, no},
		{"1849-01-01/1851-12-31", "1850~", yes, yes, no},
		{"201X", "2015-03-03", maybe, maybe, maybe},
		{"201X", "2020", no, no, yes},
		{"2024-21", "2024-04-15", maybe, maybe, maybe},
		{"2024-21", "2024-07-15", no, no, maybe}, // between the springs of the hemispheres
		{"2024-21", "2024-12-01", no, no, yes},
		{"2024-24", "2025-01-15", maybe, maybe, maybe},
		{"2024-24", "2024-04-15", no, no, maybe},
		{"2024", "2024-24", maybe, maybe, maybe},
		{"2024-01-01/2024-12-31", "2024-21", yes, yes, no},
		{"2024-01-01/2024-12-31", "2024-22", maybe, maybe, maybe},
		{"-0044-03-15", "-0043", no, no, yes},
		{"", "2020", maybe, maybe, maybe},
		{"2020", "", maybe, maybe, maybe},
		{"", "", maybe, maybe, maybe},
	} {
		var p, q Period
		if p.UnmarshalText([]byte(c.a)) != nil || q.UnmarshalText([]byte(c.b)) != nil {
			t.Fatal(c)
		}
		if got := p.Overlaps(q); got != c.overlaps {
			t.Errorf("%q overlaps %q: %v, want %v", c.a, c.b, got, c.overlaps)
		}
		if got := q.Overlaps(p); got != c.overlaps {
			t.Errorf("%q overlaps %q: %v, want %v", c.b, c.a, got, c.overlaps)
		}
		if got := p.Contains(q); got != c.contains {
			t.Errorf("%q contains %q: %v, want %v", c.a, c.b, got, c.contains)
		}
		if got := p.Before(q); got != c.before {
			t.Errorf("%q before %q: %v, want %v", c.a, c.b, got, c.before)
		}
	}
}

func TestRelations_AgreeWithEveryPossibility(t *testing.T) {
	t.Parallel()
	periods := slowPeriods()
	if len(periods) < 150 {
		t.Fatalf("only %d periods", len(periods))
	}
	for i, p := range periods {
		for j, q := range periods {
			if (i+j)%7 != 0 && p.start != nil && p.end != nil && q.start != nil && q.end != nil {
				continue // most are much alike
			}
			want := slowAsk(p, q, func(a, b [2]time.Time) bool { return !a[0].After(b[1]) && !b[0].After(a[1]) })
			if got := p.Overlaps(q.Period); got != want {
				t.Errorf("%v overlaps %v: %v, want %v", p.Period, q.Period, got, want)
			}
			want = slowAsk(p, q, func(a, b [2]time.Time) bool { return !a[0].After(b[0]) && !b[1].After(a[1]) })
			if got := p.Contains(q.Period); got != want {
				t.Errorf("%v contains %v: %v, want %v", p.Period, q.Period, got, want)
			}
			want = slowAsk(p, q, func(a, b [2]time.Time) bool { return a[1].Before(b[0]) })
			if got := p.Before(q.Period); got != want {
				t.Errorf("%v before %v: %v, want %v", p.Period, q.Period, got, want)
			}
		}
	}
}

func TestSpans_AgreeWithEveryPossibility(t *testing.T) {
	t.Parallel()
	for _, p := range slowPeriods() {
		days := slices.SortedFunc(slices.Values(p.days()), time.Time.Compare)
		all := p.possibilities(days)
		if len(all) == 0 {
			t.Fatalf("%v has no possibility", p.Period)
		}
		for _, day := range days {
			may, must := false, !p.uncertain
			for _, a := range all {
				in := !day.Before(a[0]) && !day.After(a[1])
				may, must = may || in, must && in
			}
			d := DayOf(day)
			// A season's span leaves no gap, so that it may hold a day too many.
			season := strings.ContainsAny(p.String(), "?~%") || strings.Contains(p.String(), "-2")
			if got := p.Span().Contains(d); got != may && !(got && season) {
				t.Errorf("the span of %v has %v: %v, want %v", p.Period, d, got, may)
			}
			if got := p.Certain().Contains(d); got != must {
				t.Errorf("%v is in %v for certain: %v, want %v", d, p.Period, got, must)
			}
			if got := p.Contains(d.Date().Period()) == CertaintyYes; got != must {
				t.Errorf("%v must contain %v: %v, want %v", p.Period, d, got, must)
			}
		}
	}
}
