package nation

import (
	"fmt"
	"time"
)

// When is a day, a year or any range of days. It is comparable, and
// [When.String] is its text. The zero When means no particular time: a question
// with it is about all times.
//
// A When holds the years -9999 to 9999. An earlier year counts as -9999 and a
// later one as 9999, for which the tables have the same answers.
type When struct {
	first, last int32 // such as 19500625
}

// Year returns the whole of a year. A state that began or ended during the year
// existed for part of it.
func Year(y int) When {
	y = min(max(y, -9999), 9999) * 10000
	return When{int32(y + 101), int32(y + 1231)}
}

// Day returns the day of t in the location of t.
func Day(t time.Time) When {
	n := dayNumber(t)
	return When{n, n}
}

// Days returns the days from first to last, both included and each in its own
// location. If last is before first, they are swapped.
func Days(first, last time.Time) When {
	a, b := dayNumber(first), dayNumber(last)
	return When{min(a, b), max(a, b)}
}

func dayNumber(t time.Time) int32 {
	y, m, d := t.Date()
	return int32(min(max(y, -9999), 9999)*10000 + int(m)*100 + d)
}

// Equal reports whether w and x are the same, as == does.
func (w When) Equal(x When) bool { return w == x }

// IsZero reports whether w is the zero When.
func (w When) IsZero() bool { return w == When{} }

// String returns a year as "1950" or "-0044", a day as "1950-06-25", another
// range as "1950-06-25/1951-01-01", and the zero When as "".
func (w When) String() string {
	switch {
	case w.IsZero():
		return ""
	case w.first == w.last:
		return dayText(w.first)
	case w.isYear():
		y, _, _ := split(w.first)
		return yearText(y)
	}
	return dayText(w.first) + "/" + dayText(w.last)
}

func dayText(n int32) string {
	y, m, d := split(n)
	return fmt.Sprintf("%s-%02d-%02d", yearText(y), m, d)
}

// yearText returns a year in four digits, after a sign if it is before 0000.
func yearText(y int) string {
	if y < 0 {
		return fmt.Sprintf("-%04d", -y)
	}
	return fmt.Sprintf("%04d", y)
}

// split returns the year, the month and the day of a number.
func split(n int32) (y, m, d int) {
	const up = 10000 // so that years before 0 divide downwards
	n += up * 10000
	return int(n/10000) - up, int(n / 100 % 100), int(n % 100)
}

// in returns " in 1950" or " on 1950-06-25", for errors.
func (w When) in() string {
	switch {
	case w.IsZero():
		return ""
	case w.first == w.last:
		return " on " + w.String()
	}
	return " in " + w.String()
}

// number returns a day or a year as the tables have it.
func (w When) number() int32 {
	if w.isYear() {
		return w.first - 101
	}
	return w.first
}

func (w When) isYear() bool {
	y, _, _ := split(w.first)
	return w == Year(y)
}

func when(n int32) When {
	switch {
	case n == 0:
		return When{}
	case n%10000 == 0:
		return Year(int(n / 10000))
	}
	return When{n, n}
}

// Time returns the first instant of w and the first instant after it, in UTC.
// For the zero When, both are the zero Time.
func (w When) Time() (start, end time.Time) {
	if w.IsZero() {
		return start, end
	}
	return dayTime(w.first), dayTime(w.last).AddDate(0, 0, 1)
}

func dayTime(n int32) time.Time {
	y, m, d := split(n)
	return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
}

// numbers is a time in the tables: the days of its beginning and its end, such
// as 19450508, or 19450000 for a year. Zero is open.
type numbers struct{ first, last int32 }

// cover says how much of a time a state existed.
type cover uint8

const (
	coverNone cover = iota
	coverPart
	coverWhole
)

// cover returns how much of w is in p. Where p has a year for a day, the whole of
// that year may be in it, and is taken for a part.
func (p numbers) cover(w When) cover {
	earliest, latest := p.first, p.first // of the beginning
	if p.first%10000 == 0 && p.first != 0 {
		earliest, latest = p.first+101, p.first+1231
	}
	first, last := p.last, p.last // of the end
	switch {
	case p.last == 0:
		first, last = 9999_1231, 9999_1231
	case p.last%10000 == 0:
		first, last = p.last+101, p.last+1231
	}
	switch {
	case w.last < earliest && p.first != 0, w.first > last:
		return coverNone
	case (p.first == 0 || latest <= w.first) && w.last <= first:
		return coverWhole
	}
	return coverPart
}
