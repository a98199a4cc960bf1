package entente

import (
	"strconv"
	"strings"
	"time"
)

// Date is a date as precise as its source gives it: a day, a month, a year,
// a decade or a century. It is a small comparable value: == compares what is
// written, and it can be a map key. The zero Date means that no date is known.
//
// Its text form is a subset of EDTF (the Extended Date/Time Format of ISO
// 8601-2:2019):
//
//	2024-10-13   a day
//	2024-10      a day in October 2024; 2024-10-XX says the same
//	2024         a day in 2024; 2024-XX and 2024-XX-XX say the same
//	202X, 20XX   a day in the 2020s, in the 2000s
//	2024-10~     approximate: about October 2024
//	2024?        uncertain: the source doubts it
//	2024%        approximate and uncertain
//
// Years are 0000 to 9999 of the proleptic Gregorian calendar.
type Date struct {
	year       int16 // of the first year it may be
	month, day uint8 // 0 if not written, unspecified if written as XX
	form       dateForm
}

type dateForm uint8

const (
	isDate      dateForm = 1 << iota // else the zero Date, or one of the next two
	isOpen                           // "..", only inside a Period
	isUnknown                        // "", only inside a Period
	approximate                      // ~
	uncertain                        // ?
	decade                           // last digit of the year is X
	century                          // last two digits are XX
)

const unspecified = 0xff

// ParseDate returns the date that s writes. The error quotes s and says what
// is wrong with it.
func ParseDate(s string) (Date, error) {
	d, problem := parseDate(s)
	if problem != "" {
		return Date{}, &dateError{what: "date", text: s, problem: problem}
	}
	return d, nil
}

// MustParseDate is [ParseDate] for tests and hard-coded strings: it panics if
// s is not a date.
func MustParseDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// DateOf returns the day of t, in t's location. A year that [Date] cannot
// hold gives the zero Date.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	if y < 0 || y > 9999 {
		return Date{}
	}
	return Date{year: int16(y), month: uint8(m), day: uint8(d), form: isDate}
}

// A dateError says why a text is no date or no period. What to write instead
// stands in the problem behind a semicolon.
type dateError struct {
	what, text, problem string
}

func (e *dateError) Error() string {
	message, hint := e.diagnosis()
	if hint != "" {
		hint = "; " + hint
	}
	return "entente: " + message + hint
}

func (e *dateError) diagnosis() (message, hint string) {
	problem, hint, _ := strings.Cut(e.problem, "; ")
	if other := dateInWords(e.text); other != "" {
		problem, hint = "this is not the form of a date", other
	}
	return e.what + " " + quote(e.text) + ": " + problem, hint
}

// dateInWords says how a date that people often write in another way is
// written here, or "".
func dateInWords(text string) string {
	isDate := func(s string) bool {
		_, problem := parseDate(s)
		return problem == ""
	}
	start, end, isPeriod := strings.Cut(strings.ToLower(text), "/")
	if isPeriod {
		switch end {
		case "present", "now", "today", "ongoing", "...":
			return "write " + quote(start+"/..")
		}
		return ""
	}
	for _, about := range []string{"c.", "ca.", "c ", "ca ", "circa ", "about ", "~"} {
		if date, ok := strings.CutPrefix(start, about); ok && isDate(strings.TrimSpace(date)) {
			return "write " + quote(strings.TrimSpace(date)+"~")
		}
	}
	for _, dash := range []string{" - ", " – ", "–", " to "} {
		if a, b, ok := strings.Cut(start, dash); ok && isDate(a) && isDate(b) {
			return "write " + quote(a+"/"+b)
		}
	}
	if decade, ok := strings.CutSuffix(start, "0s"); ok && isDate(decade+"X") {
		return "write " + quote(decade+"X")
	}
	return ""
}

func (e *dateError) Unwrap() error { return ErrDate }

const (
	writeDate = "; write a date as YYYY, YYYY-MM or YYYY-MM-DD"
	noDate    = "this is not the form of a date" + writeDate
)

// parseDate returns the date, or what is wrong with s.
func parseDate[S string | []byte](s S) (d Date, problem string) {
	d.form = isDate
	if n := len(s); n > 0 {
		switch s[n-1] {
		case '~':
			d.form |= approximate
		case '?':
			d.form |= uncertain
		case '%':
			d.form |= approximate | uncertain
		}
		if d.form != isDate {
			s = s[:n-1]
			if n > 1 && (s[n-2] == '~' || s[n-2] == '?') {
				return d, "two qualifiers; write % for a date that is both approximate and uncertain"
			}
		}
	}
	if len(s) == 0 {
		return d, "it is empty" + writeDate
	}
	if len(s) != 4 && len(s) != 7 && len(s) != 10 {
		return d, noDate
	}
	y := 0
	for i := range 4 {
		switch c := s[i]; {
		case c >= '0' && c <= '9' && d.form&(decade|century) == 0:
			y = y*10 + int(c-'0')
		case c == 'X' && i == 3 && d.form&century == 0:
			d.form |= decade
			y *= 10
		case c == 'X' && i == 2:
			d.form |= century
			y *= 10
		case c == 'X' && i == 3:
			y *= 10
		default:
			return d, "the year must be four digits, of which the last or the last two may be X" + writeDate
		}
	}
	d.year = int16(y)
	if len(s) == 4 {
		return d, ""
	}
	if d.form&(decade|century) != 0 {
		return d, "a year with an X in it takes no month; write the year alone"
	}
	var ok bool
	if d.month, ok = twoDigits(s, 4); !ok {
		return d, "the month must be a hyphen and two digits or XX" + writeDate
	}
	if d.month != unspecified && (d.month < 1 || d.month > 12) {
		return d, "month " + string(s[5:7]) + " is not between 01 and 12"
	}
	if len(s) == 7 {
		return d, ""
	}
	if d.day, ok = twoDigits(s, 7); !ok {
		return d, "the day must be a hyphen and two digits or XX" + writeDate
	}
	switch {
	case d.day == unspecified:
	case d.month == unspecified:
		return d, "a day needs a month; write one, or XX for the day too"
	case d.day < 1 || int(d.day) > daysIn(y, int(d.month)):
		return d, time.Month(d.month).String() + " " + strconv.Itoa(y) + " has no day " + string(s[8:10])
	}
	return d, ""
}

// twoDigits reads "-12" or "-XX" at s[i:].
func twoDigits[S string | []byte](s S, i int) (uint8, bool) {
	a, b := s[i+1], s[i+2]
	switch {
	case s[i] != '-':
		return 0, false
	case a == 'X' && b == 'X':
		return unspecified, true
	case a < '0' || a > '9' || b < '0' || b > '9':
		return 0, false
	}
	return (a-'0')*10 + b - '0', true
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// IsZero reports whether d is the zero Date: no date is known.
func (d Date) IsZero() bool { return d == Date{} }

// Year returns the year, and whether the date fixes one; if it does not, the
// number is of no use.
func (d Date) Year() (int, bool) {
	return int(d.year), d.form&isDate != 0 && d.form&(decade|century) == 0
}

// Month returns the month, and whether the date fixes one.
func (d Date) Month() (time.Month, bool) {
	if d.month == unspecified {
		return 0, false
	}
	return time.Month(d.month), d.month != 0
}

// Day returns the day of the month, and whether the date fixes one.
func (d Date) Day() (int, bool) {
	if d.day == unspecified {
		return 0, false
	}
	return int(d.day), d.day != 0
}

// Approximate reports whether the date is marked as approximate (~ or %).
func (d Date) Approximate() bool { return d.form&approximate != 0 }

// Uncertain reports whether the date is marked as uncertain (? or %).
func (d Date) Uncertain() bool { return d.form&uncertain != 0 }

// Period returns the period whose time is d: an event on the day, or on some
// day in the month, year, decade or century.
func (d Date) Period() Period { return Period{from: d} }

// String returns the text form of d, or "" for the zero Date.
func (d Date) String() string {
	b, _ := d.AppendText(make([]byte, 0, 12))
	return string(b)
}

// AppendText implements [encoding.TextAppender]. The zero Date appends
// nothing. The error is always nil.
func (d Date) AppendText(b []byte) ([]byte, error) {
	switch {
	case d.form&isOpen != 0:
		return append(b, ".."...), nil
	case d.form&isDate == 0:
		return b, nil
	}
	y := int(d.year)
	b = append(b, byte('0'+y/1000), byte('0'+y/100%10), byte('0'+y/10%10), byte('0'+y%10))
	if d.form&(decade|century) != 0 {
		b[len(b)-1] = 'X'
	}
	if d.form&century != 0 {
		b[len(b)-2] = 'X'
	}
	if d.month != 0 {
		b = appendTwoDigits(b, d.month)
	}
	if d.day != 0 {
		b = appendTwoDigits(b, d.day)
	}
	switch d.form & (approximate | uncertain) {
	case approximate:
		b = append(b, '~')
	case uncertain:
		b = append(b, '?')
	case approximate | uncertain:
		b = append(b, '%')
	}
	return b, nil
}

func appendTwoDigits(b []byte, n uint8) []byte {
	if n == unspecified {
		return append(b, "-XX"...)
	}
	return append(b, '-', '0'+n/10, '0'+n%10)
}

// MarshalText implements [encoding.TextMarshaler]; it is [Date.AppendText].
func (d Date) MarshalText() ([]byte, error) { return d.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler]; it accepts what
// [ParseDate] accepts, and so not the empty text of the zero Date.
func (d *Date) UnmarshalText(text []byte) error {
	v, problem := parseDate(text)
	if problem != "" {
		return &dateError{what: "date", text: string(text), problem: problem}
	}
	*d = v
	return nil
}

// A day is a day as a number that orders as days do: year*10000 + month*100 +
// day. It is meant for comparing, not for counting.
type day int32

const (
	firstDay day = -1 << 31
	lastDay  day = 1<<31 - 1
)

// bounds returns the first and the last day that d may be.
func (d Date) bounds() (first, last day) {
	y, m := int(d.year), int(d.month)
	from, to := y, y
	switch {
	case d.form&century != 0:
		to = y + 99
	case d.form&decade != 0:
		to = y + 9
	case m != 0 && m != unspecified:
		if d.day != 0 && d.day != unspecified {
			day := day(y*10000 + m*100 + int(d.day))
			return day, day
		}
		return day(y*10000 + m*100 + 1), day(y*10000 + m*100 + daysIn(y, m))
	}
	return day(from*10000 + 101), day(to*10000 + 1231)
}

// reach is bounds, widened for an approximate date by one unit of its own
// precision on either side: "about October" may be September or November.
func (d Date) reach() (first, last day) {
	first, last = d.bounds()
	if d.form&approximate == 0 {
		return first, last
	}
	var y, m, dd int
	switch {
	case d.form&century != 0:
		y = 100
	case d.form&decade != 0:
		y = 10
	case d.month == 0 || d.month == unspecified:
		y = 1
	case d.day == 0 || d.day == unspecified:
		m = 1
	default:
		dd = 1
	}
	first = first.add(-y, -m, -dd)
	if m != 0 { // the end of the next month
		next := (last/100*100 + 1).add(0, 1, 0)
		return first, next + day(daysIn(int(next/10000), int(next/100%100))) - 1
	}
	return first, last.add(y, m, dd)
}

func (d day) add(years, months, days int) day {
	t := time.Date(int(d/10000)+years, time.Month(int(d/100%100)+months), int(d%100)+days, 0, 0, 0, 0, time.UTC)
	return day(t.Year()*10000 + int(t.Month())*100 + t.Day())
}
