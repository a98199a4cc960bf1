package entente

import (
	"errors"
	"strings"
	"testing"
	"time"
)

func TestDatesReadAndWriteTheirText(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"2024-10-13", "2024-10", "2024", "0000", "9999-12-31", "202X", "20XX", "2024-XX", "2024-10-XX",
		"2024-XX-XX", "2024~", "2024-10?", "2024-10-13%", "20XX~", "2024-02-29", "2000-02-29"} {
		d, err := ParseDate(s)
		if err != nil || d.String() != s {
			t.Errorf("ParseDate(%q) = %q, %v", s, d, err)
		}
		if p, err := ParsePeriod(s); err != nil || p.String() != s || p != d.Period() || !p.IsDate() || p.Start() != d || p.End() != d {
			t.Errorf("ParsePeriod(%q) = %q, %v", s, p, err)
		}
	}
}

func TestPeriodsReadAndWriteTheirText(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"2024-10-13/2024-10-25", "2024/..", "../2024", "2024/", "/2024", "2024-10~/2025?", "2024/2024", "2024-10-13/2024", "201X/2015"} {
		p, err := ParsePeriod(s)
		if err != nil || p.String() != s || p.IsDate() || p.IsZero() {
			t.Errorf("ParsePeriod(%q) = %q, %v", s, p, err)
		}
	}
	p := MustParsePeriod("2024/..")
	if !p.OpenEnd() || p.OpenStart() || !p.End().IsZero() || p.Start() != MustParseDate("2024") {
		t.Errorf("the ends of %v are not as written", p)
	}
	if p := MustParsePeriod("/2024"); p.OpenStart() || p.OpenEnd() || !p.Start().IsZero() {
		t.Errorf("the ends of %v are not as written", p)
	}
}

func TestWhatIsNoDateIsRejectedWithAReason(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, reason string }{
		{"", "it is empty"},
		{"~", "it is empty"},
		{"24", "write a date as"},
		{"2024-1", "write a date as"},
		{"2024-1-1", "write a date as"},
		{"2024/10", "write a date as"},
		{"2024-10-133", "write a date as"},
		{"13.10.2024", "the year must be four digits"},
		{"2024-13", "month 13 is not between 01 and 12"},
		{"2024-00", "month 00 is not between 01 and 12"},
		{"2024-21", "month 21 is not between 01 and 12"},
		{"2024-10-32", "October 2024 has no day 32"},
		{"2024-02-30", "February 2024 has no day 30"},
		{"2023-02-29", "February 2023 has no day 29"},
		{"1900-02-29", "February 1900 has no day 29"},
		{"2024-04-31", "April 2024 has no day 31"},
		{"2024-10-00", "October 2024 has no day 00"},
		{"2024-XX-13", "a day needs a month"},
		{"2024-1X", "write a date as"},
		{"2024-10-1X", "write a date as"},
		{"2024-/1", "write a date as"},
		{"2024-:1", "write a date as"},
		{"2024-1/", "write a date as"},
		{"2024-1:", "write a date as"},
		{"2024-99", "month 99 is not between 01 and 12"},
		{"c. 2022-04", `; write "2022-04~"`},
		{"circa 2022", `; write "2022~"`},
		{"~2022", `; write "2022~"`},
		{"about noon", "write a date as"},
		{"201", "write a date as"},
		{"2010s", `; write "201X"`},
		{"2022-03-14 - 2022-04-01", `; write "2022-03-14/2022-04-01"`},
		{"2022–2023", `; write "2022/2023"`},
		{"2022 to 2023", `; write "2022/2023"`},
		{"2022 to now", "write a date as"},
		{"2022–03–14", "write a date as"},
		{"X024", "the year must be four digits"},
		{"2XXX", "the year must be four digits"},
		{"20X4", "the year must be four digits"},
		{"201X-10", "a year with an X in it takes no month"},
		{"2024?~", "write % for"},
		{"2024~~", "write % for"},
		{"-024", "the year must be four digits"},
		{" 2024", "write a date as"},
		{"２０２４", "write a date as"},
	} {
		d, err := ParseDate(c.text)
		if err == nil {
			t.Errorf("ParseDate(%q) = %v, want an error", c.text, d)
			continue
		}
		if !errors.Is(err, ErrDate) || !strings.Contains(err.Error(), c.reason) || !strings.Contains(err.Error(), quote(c.text)) {
			t.Errorf("ParseDate(%q): %v; want the input quoted and %q", c.text, err, c.reason)
		}
	}
	for _, c := range []struct{ text, reason string }{
		{"/", "at least one side must be a date"},
		{"../..", "at least one side must be a date"},
		{"/..", "at least one side must be a date"},
		{"2024/2023", "the end is before the start"},
		{"2024-10-13/2024-10-12", "the end is before the start"},
		{"2024-11/201X", "the end is before the start"},
		{"2024-13/2025", "start: month 13"},
		{"2024/2025-13", "end: month 13"},
		{"2024/2025/2026", "there is a second slash"},
		{"2024 / 2025", "start: "},
		{"2022-03/Present", `; write "2022-03/.."`},
		{"2022-03/...", `; write "2022-03/.."`},
		{"2022-03/later", "end: "},
		{"", "it is empty"},
	} {
		p, err := ParsePeriod(c.text)
		if err == nil {
			t.Errorf("ParsePeriod(%q) = %v, want an error", c.text, p)
			continue
		}
		if !errors.Is(err, ErrDate) || !strings.Contains(err.Error(), c.reason) || !strings.Contains(err.Error(), quote(c.text)) {
			t.Errorf("ParsePeriod(%q): %v; want the input quoted and %q", c.text, err, c.reason)
		}
	}
}

func TestMustParsePanicsOnWhatIsNoDate(t *testing.T) {
	t.Parallel()
	for name, f := range map[string]func(){
		"MustParseDate":   func() { MustParseDate("no") },
		"MustParsePeriod": func() { MustParsePeriod("no") },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s does not panic", name)
				}
			}()
			f()
		}()
	}
}

func TestThePartsOfADate(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text             string
		year, month, day int // 0 for not fixed
		approx, unsure   bool
	}{
		{"2024-10-13", 2024, 10, 13, false, false},
		{"2024-10-XX~", 2024, 10, 0, true, false},
		{"2024-XX-XX", 2024, 0, 0, false, false},
		{"2024%", 2024, 0, 0, true, true},
		{"202X?", 0, 0, 0, false, true},
		{"20XX", 0, 0, 0, false, false},
	} {
		d := MustParseDate(c.text)
		y, yok := d.Year()
		m, mok := d.Month()
		day, dok := d.Day()
		if yok != (c.year != 0) || yok && y != c.year || mok != (c.month != 0) || mok && int(m) != c.month || dok != (c.day != 0) || dok && day != c.day {
			t.Errorf("%s: year %d %v, month %d %v, day %d %v", c.text, y, yok, m, mok, day, dok)
		}
		if d.Approximate() != c.approx || d.Uncertain() != c.unsure {
			t.Errorf("%s: approximate %v, uncertain %v", c.text, d.Approximate(), d.Uncertain())
		}
	}
	if _, ok := (Date{}).Year(); ok || !(Date{}).IsZero() || (Date{}).String() != "" || (Period{}).String() != "" {
		t.Error("the zero Date is not without a year and text")
	}
	if d := DateOf(time.Date(2024, 10, 13, 23, 0, 0, 0, time.UTC)); d != MustParseDate("2024-10-13") {
		t.Errorf("DateOf = %v", d)
	}
	for year, want := range map[int]string{-1: "", 0: "0000-01-02", 9999: "9999-01-02", 10000: ""} {
		if d := DateOf(time.Date(year, 1, 2, 0, 0, 0, 0, time.UTC)); d.String() != want {
			t.Errorf("DateOf a day of the year %d = %v, want %q", year, d, want)
		}
	}
}

func TestSpanIsTheWholeOfWhatAPeriodMayTouch(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"2024": "2024-01-01/2024-12-31", "2024-02": "2024-02-01/2024-02-29", "2024-10-13": "2024-10-13/2024-10-13",
		"201X": "2010-01-01/2019-12-31", "19XX": "1900-01-01/1999-12-31", "2024/..": "2024-01-01/..", "../2024": "../2024-12-31",
		"2024-10~": "2024-09-01/2024-11-30", "2024~": "2023-01-01/2025-12-31", "2024-01-01~": "2023-12-31/2024-01-02", "2024-01~": "2023-12-01/2024-02-29", "2023-01~": "2022-12-01/2023-02-28",
		"201X~": "2000-01-01/2029-12-31", "19XX~": "1800-01-01/2099-12-31", "0000~": "0000-01-01/0001-12-31", "9999~": "9998-01-01/9999-12-31",
		"2024/": "2024-01-01/..", "/2024": "../2024-12-31",
	} {
		if got := MustParsePeriod(in).Span(); got.String() != want {
			t.Errorf("Span of %s = %s, want %s", in, got, want)
		}
	}
	if got := (Period{}).Span(); !got.IsZero() {
		t.Errorf("Span of zero = %v", got)
	}
}

func TestOverlaps(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b string
		want Certainty
	}{
		{"2024-10-13", "2024-10-13", Yes},
		{"2024-10-13", "2024-10-14", No},
		{"2024-10", "2024-10-13", Maybe},
		{"2024-10", "2024-10", Maybe},
		{"2024-10", "2024-10-01/2024-10-31", Yes},
		{"2024-10", "2024-10-02/2024-10-31", Maybe},
		{"2024", "2024-11", Maybe},
		{"2024", "2025", No},
		{"2024-10-13/2024-10-25", "2024-10-25/2024-11-01", Yes},
		{"2024-10-13/2024-10-25", "2024-10-26", No},
		{"2024-10/2024-11", "2024-10-31", Yes},
		{"2024/2024-01-02", "2024-01-02", Yes}, // it cannot begin after its end
		{"2024/2024-01-02", "2024-01-01", Maybe},
		{"2024-01-30/2024", "2024-01-30", Yes}, // nor end before its start
		{"2024-01-30/2024", "2024-01-31", Maybe},
		{"2024-10/2024-11", "2024-10-30", Maybe},
		{"2016/..", "2024-10-13", Yes},
		{"2016/", "2024-10-13", Maybe},
		{"2016/", "2016", Maybe},
		{"2016-03-01/", "2016-03-01", Yes},
		{"../2016", "1066", Yes},
		{"/2016", "1066", Maybe},
		{"../2016", "2017", No},
		{"2024-10-13~", "2024-10-14", Maybe},
		{"2024-10-13~", "2024-10-15", No},
		{"2024-10-13?", "2024-10-13", Maybe},
		{"2024-10~", "2024-11-30", Maybe},
		{"2024-10~", "2024-12-01", No},
		{"201X", "2015-03-03", Maybe},
		{"201X", "2020", No},
		{"", "2020", Maybe},
		{"", "", Maybe},
	} {
		var a, b Period
		if c.a != "" {
			a = MustParsePeriod(c.a)
		}
		if c.b != "" {
			b = MustParsePeriod(c.b)
		}
		if got := a.Overlaps(b); got != c.want {
			t.Errorf("%q overlaps %q: %v, want %v", c.a, c.b, got, c.want)
		}
		if got := b.Overlaps(a); got != c.want {
			t.Errorf("%q overlaps %q: %v, want %v", c.b, c.a, got, c.want)
		}
	}
}

// possibilities returns every pair of first and last day that p may stand for
// within the days of a small calendar, by trying each pair against the text.
func possibilities(p Period, days []day) (list [][2]day) {
	within := func(d Date, day day) bool {
		first, last := d.bounds()
		return first <= day && day <= last
	}
	for i, s := range days {
		for _, e := range days[i:] {
			ok := true
			if p.from.form&isDate != 0 {
				ok = within(p.from, s)
			} else if p.from.form&isOpen != 0 {
				ok = s == days[0]
			}
			switch {
			case p.IsDate():
				ok = ok && within(p.from, e)
			case p.to.form&isDate != 0:
				ok = ok && within(p.to, e)
			case p.to.form&isOpen != 0:
				ok = ok && e == days[len(days)-1]
			}
			if ok {
				list = append(list, [2]day{s, e})
			}
		}
	}
	return list
}

func TestOverlapsAgreesWithTryingEveryPossibility(t *testing.T) {
	t.Parallel()
	// A calendar of a few days, whose months and years are cut to them.
	days := []day{20231230, 20231231, 20240101, 20240102, 20240131, 20240201, 20240202, 20240229, 20240301}
	texts := []string{"2023-12", "2023-12-31", "2024-01", "2024-01-02", "2024-02", "2024-02-01", "2024", "2023-12-30"}
	var periods []Period
	for _, a := range append(texts, "..", "") {
		for _, b := range append(texts, "..", "") {
			if p, err := ParsePeriod(a + "/" + b); err == nil {
				periods = append(periods, p)
			}
		}
	}
	for _, a := range texts {
		periods = append(periods, MustParsePeriod(a))
	}
	for _, p := range periods {
		for _, q := range periods {
			some, every := false, true
			for _, x := range possibilities(p, days) {
				for _, y := range possibilities(q, days) {
					if x[0] <= y[1] && y[0] <= x[1] {
						some = true
					} else {
						every = false
					}
				}
			}
			want := Maybe
			if !some {
				want = No
			} else if every {
				want = Yes
			}
			got := p.Overlaps(q)
			// The calendar has only some days of a month, so what must overlap
			// in it may still be open in the real one; never the reverse.
			if got != want && !(got == Maybe && want == Yes) {
				t.Errorf("%v overlaps %v: %v, want %v", p, q, got, want)
			}
		}
	}
}

func TestPeriodsCompareByTime(t *testing.T) {
	t.Parallel()
	inOrder := []string{"../2016", "/2017", "2016-01-01", "2016", "2016/2018", "2016/..", "2016-02", "2024-10-13~", "2024-10-13/2024-10-25", "2024-10-14", ""}
	parse := func(s string) Period {
		if s == "" {
			return Period{}
		}
		return MustParsePeriod(s)
	}
	for i, a := range inOrder {
		for j, b := range inOrder {
			want := 0
			if i < j {
				want = -1
			} else if i > j {
				want = 1
			}
			if got := parse(a).Compare(parse(b)); got != want {
				t.Errorf("%q compared with %q = %d, want %d", a, b, got, want)
			}
		}
	}
}

func FuzzDatesAndPeriods(f *testing.F) {
	for _, s := range []string{"2024-10-13", "2024-10~", "201X", "20XX%", "2024-XX-XX", "2024/..", "/2024", "2024-02-30", "../..", "~", "2024-10-13/2024-10-12"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := ParsePeriod(s)
		if err != nil {
			if !errors.Is(err, ErrDate) || !p.IsZero() {
				t.Fatalf("ParsePeriod(%q) = %v, %v", s, p, err)
			}
			return
		}
		if p.String() != s {
			t.Fatalf("ParsePeriod(%q) writes %q", s, p)
		}
		if d, err := ParseDate(s); err == nil && d.Period() != p || (err == nil) != p.IsDate() {
			t.Fatalf("%q is a date for one and not for the other: %v", s, err)
		}
		var q Period
		if err := q.UnmarshalText([]byte(s)); err != nil || q != p {
			t.Fatalf("UnmarshalText(%q) = %v, %v", s, q, err)
		}
		if p.Overlaps(p) == No || p.Overlaps(p.Span()) == No || p.Compare(q) != 0 {
			t.Fatalf("%q does not overlap itself", s)
		}
	})
}
