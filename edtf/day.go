package edtf

import "time"

// Day is a day of the proleptic Gregorian calendar as a number: d+1 is the next
// day, and < compares in order of time. It is for arithmetic and indexes; to
// keep or print a date, use [Date]. The zero Day is invalid; it is before every
// day of a Date.
type Day int32

// These mark a side of a [Span] that has no beginning or no end.
const (
	DayMin Day = -1 << 31  // before every day
	DayMax Day = 1<<31 - 1 // after every day
)

// unixDay is 1970-01-01. Day 0 is 1 March -12000.
const unixDay = 5102378

// DayOf returns the day of t in t's location. If the year is not between
// -9999 and 9999, it returns the zero Day.
func DayOf(t time.Time) Day {
	y, m, d := t.Date()
	if y < minYear || y > maxYear {
		return 0
	}
	return civil(y, int(m), d)
}

// civil returns the day of a date with a year after -12000.
func civil(year, month, day int) Day {
	// Years begin in March, so that a leap day is the last of its year.
	y := uint32(year + 12000)
	m := uint32(month) + 9
	if month > 2 {
		m -= 12
	} else {
		y--
	}
	return Day(365*y + y/4 - y/100 + y/400 + (153*m+2)/5 + uint32(day) - 1)
}

// monthStart returns the first day of a month, counted from January of 0000.
func monthStart(month int) Day {
	const bias = 12000
	year := (month + 12*bias) / 12
	return civil(year-bias, month+12*bias-12*year+1, 1)
}

// isDay reports whether d is neither the zero Day nor DayMin nor DayMax.
func (d Day) isDay() bool { return d != 0 && d != DayMin && d != DayMax }

// Time returns midnight of the day in UTC. It is the zero Time for the zero
// Day, [DayMin] and [DayMax].
func (d Day) Time() time.Time {
	if !d.isDay() {
		return time.Time{}
	}
	return time.Unix((int64(d)-unixDay)*(24*60*60), 0).UTC()
}

// Date returns the day as a Date. It is the zero Date for the zero Day,
// [DayMin], [DayMax] and a day outside the years -9999 to 9999.
func (d Day) Date() Date {
	if !d.isDay() {
		return Date{}
	}
	return DateOf(d.Time())
}

// String returns the day as YYYY-MM-DD, "" for the zero Day, and ".." for
// [DayMin] and [DayMax]. A year before 0000 has a sign, and a year after 9999
// has more digits.
func (d Day) String() string {
	switch d {
	case 0:
		return ""
	case DayMin, DayMax:
		return ".."
	}
	y, m, n := d.Time().Date()
	return padded(y, 4) + "-" + padded(int(m), 2) + "-" + padded(n, 2)
}

// Span is a range of days, inclusive at both ends. The zero Span has no days,
// and neither has one whose Last is before its First.
type Span struct {
	First Day // DayMin if the span has no beginning
	Last  Day // DayMax if the span has no end
}

// IsZero reports whether s is the zero Span.
func (s Span) IsZero() bool { return s == Span{} }

// Contains reports whether d is a day of s.
func (s Span) Contains(d Day) bool { return !s.IsZero() && s.First <= d && d <= s.Last }

// Overlaps reports whether s and t have a day in common.
func (s Span) Overlaps(t Span) bool {
	return !s.IsZero() && !t.IsZero() && max(s.First, t.First) <= min(s.Last, t.Last)
}

// Bounds returns the midnights, in UTC, at which the first day begins and the
// last one ends: t is in s if !t.Before(from) && t.Before(to). For a missing
// beginning or end it returns the zero Time; for the zero Span, two of them. To
// test a single time, s.Contains(DayOf(t)) is simpler.
func (s Span) Bounds() (from, to time.Time) {
	from = s.First.Time()
	if s.Last.isDay() {
		to = s.Last.Time().AddDate(0, 0, 1)
	}
	return from, to
}

// Period returns the period from the first day to the last, with an open side
// where s has no beginning or no end. A day outside the years -9999 to 9999
// becomes the nearest that a Date can hold. A Span with no days gives the zero
// Period, and so does one with neither a beginning nor an end.
func (s Span) Period() Period {
	if s.IsZero() || s.Last < s.First {
		return Period{}
	}
	p := Period{s.First.side(), s.Last.side()}
	if !p.from.isDate() && !p.to.isDate() {
		return Period{}
	}
	return p
}

func (d Day) side() Date {
	if d == DayMin || d == DayMax {
		return Date{kindOpen}
	}
	return min(max(d, civil(minYear, 1, 1)), civil(maxYear, 12, 31)).Date()
}

// String returns the days in the form of a period, such as "2024-10-13/..", and
// "" for the zero Span.
func (s Span) String() string {
	if s.IsZero() {
		return ""
	}
	return s.First.String() + "/" + s.Last.String()
}

// A run is a range of whole months, or one day.
type run struct {
	first, last int // months, counted from January of 0000
	unit        int // how many months an approximate date reaches further; 0 for a day
	day         Day
}

// runs returns how many runs of days d may be in: more than one for a season.
func (d Date) runs() int {
	switch m := d.month(); {
	case !d.isSeason():
		return 1
	case m%2 == 0: // summer and winter
		return 3
	}
	return 2
}

// run returns one of the runs in which d may be.
func (d Date) run(i int) run {
	y, m := d.year(), d.month()
	jan := 12 * y
	switch x := d.digitsX(); {
	case x == 1:
		return run{first: jan, last: lastOfX(y, 9), unit: 12 * 10}
	case x >= 2:
		return run{first: jan, last: lastOfX(y, 99), unit: 12 * 100}
	case m == 0 || m == monthXX:
		return run{first: jan, last: jan + 11, unit: 12}
	case m >= spring && m%2 == 1: // March to May, September to November
		return run{first: jan + 2 + 6*i, last: jan + 4 + 6*i, unit: 3}
	case m >= spring: // December to February, June to August, December to February
		return run{first: jan - 1 + 6*i, last: jan + 1 + 6*i, unit: 3}
	case d.day() == 0 || d.day() == dayXX:
		return run{first: jan + m - 1, last: jan + m - 1, unit: 1}
	}
	return run{day: civil(y, m, d.day())}
}

// lastOfX returns the last month of a decade or century; that of "-000X" is
// before the year 0000.
func lastOfX(year, more int) int {
	last := year + more
	if year < 0 {
		last = min(last, -1)
	}
	return 12*last + 11
}

// span returns the days of r, widened by its unit on either side if asked.
func (r run) span(widen bool) Span {
	if r.unit == 0 {
		if widen {
			return Span{r.day - 1, r.day + 1}
		}
		return Span{r.day, r.day}
	}
	if widen {
		r.first -= r.unit
		r.last += r.unit
	}
	return Span{monthStart(r.first), monthStart(r.last+1) - 1}
}

// hull returns the first and the last day of all the runs.
func (d Date) hull(widen bool) Span {
	if !d.isDate() {
		return Span{}
	}
	s := d.run(0).span(widen)
	if n := d.runs(); n > 1 {
		s.Last = d.run(n - 1).span(widen).Last
	}
	return s
}

// Written is like [Date.Span] but does not widen an approximate date:
// "2024-02~" gives 2024-02-01 to 2024-02-29.
func (d Date) Written() Span { return d.hull(false) }

// Span returns the earliest and latest day that d may be, widened by one unit of
// its precision on each side if d is approximate: "about February" may be
// January or March. A season spans both hemispheres, including the gap between.
// The zero Date gives the zero Span.
func (d Date) Span() Span { return d.hull(d.Approximate()) }
