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
		"2010~/2012":              {"", "2011-12-31/2012-12-31"},
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
		{"2024-10-13~", "2024-10-15", no, no, maybe},
		{"2024-10-13?", "2024-10-13", maybe, maybe, no},
		{"2024-10-13?", "2024-10-14", no, no, maybe},
		{"2024-10~", "2024-11-30", maybe, maybe, maybe},
		{"2024-10~", "2024-12-01", no, no, maybe},
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

// What follows is the slow oracle. It knows the text of a period and the
// calendar of package time, and tries every possibility.

// slowRuns returns the runs of days in which a date may be, by trying each day
// of some years against its text.
func slowRuns(text string) [][]time.Time {
	bare := strings.TrimRight(text, "?~%")
	months := map[string][][]string{ // year and month, by how far the year is off
		"21": {{"0-03", "0-04", "0-05"}, {"0-09", "0-10", "0-11"}},
		"22": {{"-12", "0-01", "0-02"}, {"0-06", "0-07", "0-08"}, {"0-12", "+01", "+02"}},
	}
	months["23"], months["24"] = months["21"], months["22"]
	matches := func(day time.Time, run int) bool {
		if len(bare) == 7 && months[bare[5:]] != nil {
			for _, m := range months[bare[5:]][run] {
				off := map[byte]int{'-': -1, '0': 0, '+': 1}[m[0]]
				if day.AddDate(-off, 0, 1-day.Day()).Format("2006") == bare[:4] && day.Format("01") == m[len(m)-2:] {
					return true
				}
			}
			return false
		}
		for i, c := range []byte(bare) {
			if c != 'X' && c != day.Format("2006-01-02")[i] {
				return false
			}
		}
		return true
	}
	runs := 1
	if len(bare) == 7 {
		runs = max(runs, len(months[bare[5:]]))
	}
	list := make([][]time.Time, runs)
	for run := range list {
		for day := time.Date(2019, 1, 1, 0, 0, 0, 0, time.UTC); day.Year() < 2031; day = day.AddDate(0, 0, 1) {
			if matches(day, run) {
				list[run] = append(list[run], day)
			}
		}
		if strings.ContainsAny(text, "~%") {
			list[run] = slowWiden(list[run], bare)
		}
	}
	return list
}

// slowWiden adds the days that one unit of the date's precision reaches.
func slowWiden(days []time.Time, bare string) []time.Time {
	first, last := days[0], days[len(days)-1]
	switch {
	case len(bare) == 10 && !strings.Contains(bare, "X"):
		return []time.Time{first.AddDate(0, 0, -1), last, last.AddDate(0, 0, 1)}
	case strings.HasSuffix(bare, "XX") && len(bare) == 4:
		first, last = first.AddDate(-100, 0, 0), last.AddDate(100, 0, 0)
	case strings.HasSuffix(bare, "X") && len(bare) == 4:
		first, last = first.AddDate(-10, 0, 0), last.AddDate(10, 0, 0)
	case len(bare) == 4 || bare[5] == 'X':
		first, last = first.AddDate(-1, 0, 0), last.AddDate(1, 0, 0)
	case bare[5] == '2':
		first, last = first.AddDate(0, -3, 0), last.AddDate(0, 0, 1).AddDate(0, 3, -1)
	default:
		first, last = first.AddDate(0, -1, 0), last.AddDate(0, 0, 1).AddDate(0, 1, -1)
	}
	return append([]time.Time{first}, append(days, last)...)
}

// A slowPeriod is a period as the oracle sees it.
type slowPeriod struct {
	Period
	start, end [][]time.Time // runs of either side; nil if it is open or not known
	single     bool
	open       [2]bool
	qualified  bool
}

func newSlowPeriod(text string, runs map[string][][]time.Time) slowPeriod {
	s := slowPeriod{Period: MustParsePeriod(text), qualified: strings.ContainsAny(text, "?~%")}
	from, to, ok := strings.Cut(text, "/")
	s.single, s.open = !ok, [2]bool{from == "..", to == ".."}
	if from != "" && from != ".." {
		s.start = runs[from]
	}
	if to != "" && to != ".." {
		s.end = runs[to]
	}
	return s
}

var longAgo, farAhead = time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)

// days returns the days on which anything about s can change.
func (s slowPeriod) days() []time.Time {
	days := []time.Time{longAgo, farAhead}
	for _, run := range append(slices.Clone(s.start), s.end...) {
		days = append(days, run[0], run[len(run)/2], run[len(run)-1])
	}
	return days
}

// possibilities returns each first and last day that s may have, of the days.
func (s slowPeriod) possibilities(days []time.Time) (list [][2]time.Time) {
	in := func(run []time.Time, day time.Time) bool {
		return !day.Before(run[0]) && !day.After(run[len(run)-1])
	}
	inAny := func(runs [][]time.Time, day time.Time) bool {
		return slices.ContainsFunc(runs, func(run []time.Time) bool { return in(run, day) })
	}
	for _, first := range days {
		for _, last := range days {
			ok := !last.Before(first)
			switch {
			case s.single:
				ok = ok && slices.ContainsFunc(s.start, func(run []time.Time) bool {
					return in(run, first) && in(run, last)
				})
			default:
				if s.start != nil {
					ok = ok && inAny(s.start, first)
				} else if s.open[0] {
					ok = ok && first.Equal(longAgo)
				}
				if s.end != nil {
					ok = ok && inAny(s.end, last)
				} else if s.open[1] {
					ok = ok && last.Equal(farAhead)
				}
			}
			if ok {
				list = append(list, [2]time.Time{first, last})
			}
		}
	}
	return list
}

func slowAsk(p, q slowPeriod, holds func(a, b [2]time.Time) bool) Certainty {
	days := append(p.days(), q.days()...)
	slices.SortFunc(days, time.Time.Compare)
	days = slices.CompactFunc(days, time.Time.Equal)
	some, every := false, true
	qs := q.possibilities(days)
	for _, a := range p.possibilities(days) {
		for _, b := range qs {
			if holds(a, b) {
				some = true
			} else {
				every = false
			}
			if some && !every {
				return CertaintyMaybe
			}
		}
	}
	switch {
	case !some:
		return CertaintyNo
	case p.qualified || q.qualified:
		return CertaintyMaybe
	}
	return CertaintyYes
}

func slowPeriods() (list []slowPeriod) {
	texts := []string{
		"2023-12", "2023-12-30", "2023-12-31~", "2024-01", "2024-01-02", "2024-02~", "2024", "2025?", "202X", "2024-XX~",
		"2024-21", "2024-22", "2024-23?", "2024-24~", "",
	}
	runs := map[string][][]time.Time{}
	for _, text := range texts[:len(texts)-1] {
		runs[text] = slowRuns(text)
	}
	for _, a := range append(slices.Clone(texts), "..") {
		if a != "" && a != ".." {
			list = append(list, newSlowPeriod(a, runs))
		}
		for _, b := range append(slices.Clone(texts), "..") {
			if _, err := ParsePeriod(a + "/" + b); err == nil {
				list = append(list, newSlowPeriod(a+"/"+b, runs))
			}
		}
	}
	return list
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
			may, must := false, !p.qualified
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
