package edtf

import "time"

// Date is a date as precise as its source gives it: a day, a month, a season,
// a year, a decade or a century. It is a small comparable value that can be a
// map key; == reports whether two dates have the same text, so "2024" and
// "2024-XX" differ. In JSON a Date is a string. The zero Date means that no
// date is known; its text is "".
//
// In a template, write {{if not .Date.IsZero}}: a struct is always true, so
// {{if .Date}} does not test for the zero Date.
type Date struct {
	// From the top: the year and yearBias, 15 bits; the month, 5; the day, 6;
	// the X digits of the year, 2; ? and ~; the kind, 2. The year of "-201X" is
	// -2019, the first that it may be.
	bits uint32
}

const (
	kindDate    = 1
	kindOpen    = 2 // "..", only inside a Period
	kindUnknown = 3 // "", only inside a Period
	kindMask    = 3

	approximate = 1 << 2
	uncertain   = 1 << 3
	qualified   = approximate | uncertain

	xShift, xMask         = 4, 3
	dayShift, dayMask     = 6, 1<<6 - 1
	monthShift, monthMask = 12, 1<<5 - 1
	yearShift, yearBias   = 17, 1 << 14

	minYear, maxYear = -9999, 9999

	dayXX, monthXX = 1<<6 - 1, 1<<5 - 1

	spring, winter = 21, 24 // a season is written as a month
)

// dateBits returns a date with no X in its year and no qualifier.
func dateBits(year, month, day int) Date {
	return Date{uint32(year+yearBias)<<yearShift | uint32(month)<<monthShift | uint32(day)<<dayShift | kindDate}
}

func (d Date) isDate() bool { return d.bits&kindMask == kindDate }
func (d Date) year() int    { return int(d.bits>>yearShift) - yearBias }
func (d Date) month() int   { return int(d.bits >> monthShift & monthMask) }
func (d Date) day() int     { return int(d.bits >> dayShift & dayMask) }
func (d Date) digitsX() int { return int(d.bits >> xShift & xMask) }

func (d Date) isSeason() bool {
	m := d.month()
	return m >= spring && m <= winter
}

// ParseDate parses s as an EDTF date. Empty text is an error. The error is a
// [*ParseError]. ParseDate allocates only for an error.
func ParseDate(s string) (Date, error) {
	d, f := parseDate(s)
	if f.code != 0 {
		return Date{}, explain(kindOfDate, s, f)
	}
	return d, nil
}

// MustParseDate calls [ParseDate] and panics on error. It is for tests and
// hard-coded strings.
func MustParseDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// NewDate returns the date with the given year, month and day. A zero day means
// unknown, as does a zero month; three zeros give the zero Date. A month
// without a year, a day without a month and a number out of range are errors,
// each a [*ParseError] with the date as text.
//
// Year 0 means unknown, as it does in most columns of numbers. For the year
// before year 1, parse "0000".
func NewDate(year, month, day int) (Date, error) {
	var problem, hint string
	switch {
	case year == 0 && month == 0 && day == 0:
		return Date{}, nil
	case year == 0:
		problem, hint = "a month needs a year", "write one, or leave the date out"
	case year < minYear || year > maxYear:
		problem = noYear(year)
	case month == 0 && day != 0:
		problem, hint = "a day needs a month", "write one, or leave the day out"
	case month < 0 || month > 12:
		problem = "month " + padded(month, 2) + " is not between 01 and 12"
	case day < 0 || month > 0 && day > daysIn(year, month):
		problem = noDay(year, month, day)
	default:
		return dateBits(year, month, day), nil
	}
	text := padded(year, 4)
	if month != 0 || day != 0 {
		text += "-" + padded(month, 2)
	}
	if day != 0 {
		text += "-" + padded(day, 2)
	}
	return Date{}, &ParseError{Kind: kindOfDate, Text: text, Problem: problem, Hint: hint}
}

// NewSeason returns a season of a year. It returns a [*ParseError] if the year
// is not between -9999 and 9999 or season is not one of the constants.
func NewSeason(year int, season Season) (Date, error) {
	month := spring - 1 + int(season)
	switch {
	case season < SeasonSpring || season > SeasonWinter:
		problem := "season " + itoa(int(season)) + " is not between 1 and 4"
		return Date{}, &ParseError{Kind: kindOfDate, Text: padded(year, 4), Problem: problem}
	case year < minYear || year > maxYear:
		return Date{}, &ParseError{Kind: kindOfDate, Text: padded(year, 4) + "-" + itoa(month), Problem: noYear(year)}
	}
	return dateBits(year, month, 0), nil
}

// DateOf returns the day of t in t's location. If the year is not between
// -9999 and 9999, it returns the zero Date.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	if y < minYear || y > maxYear {
		return Date{}
	}
	return dateBits(y, int(m), d)
}

// IsZero reports whether d is the zero Date: no date is known.
func (d Date) IsZero() bool { return d == Date{} }

// Equal reports whether d and e have the same text. It is d == e, for packages
// such as go-cmp that look for the method.
func (d Date) Equal(e Date) bool { return d == e }

// Compare returns -1, 0 or +1. It orders dates by their earliest possible day,
// then by their latest, then by their text; the zero Date sorts last.
// Approximate dates are not widened. The result is 0 only if d == e.
func (d Date) Compare(e Date) int { return d.Period().Compare(e.Period()) }

// Precision returns the finest known part of d: [PrecisionYear] for "2024-XX".
// It is 0 for the zero Date.
func (d Date) Precision() Precision {
	switch m := d.month(); {
	case !d.isDate():
		return 0
	case d.digitsX() == 2:
		return PrecisionCentury
	case d.digitsX() == 1:
		return PrecisionDecade
	case m == 0 || m == monthXX:
		return PrecisionYear
	case m >= spring:
		return PrecisionSeason
	case d.day() == 0 || d.day() == dayXX:
		return PrecisionMonth
	}
	return PrecisionDay
}

// Year returns the year, or 0 if the date has none. The year 0000 also gives 0;
// [Date.Precision] tells them apart.
func (d Date) Year() int {
	if d.Precision() < PrecisionYear {
		return 0
	}
	return d.year()
}

// Month returns the month, or 0 if the date has none. A time.Month of 0 is no
// month and prints as "%!Month(0)", so test for it before printing.
func (d Date) Month() time.Month {
	if d.Precision() < PrecisionMonth {
		return 0
	}
	return time.Month(d.month())
}

// Day returns the day of the month, or 0 if the date has none.
func (d Date) Day() int {
	if d.Precision() < PrecisionDay {
		return 0
	}
	return d.day()
}

// Season returns the season, or 0 if the date has none.
func (d Date) Season() Season {
	if d.Precision() != PrecisionSeason {
		return 0
	}
	return Season(d.month() - spring + 1)
}

// Approximate reports whether the date is marked as approximate, with ~ or %.
func (d Date) Approximate() bool { return d.bits&approximate != 0 }

// Uncertain reports whether the date is marked as uncertain, with ? or %.
func (d Date) Uncertain() bool { return d.bits&uncertain != 0 }

// WithApproximate returns d marked as approximate, or with that mark removed.
// The zero Date stays zero.
func (d Date) WithApproximate(on bool) Date { return d.with(approximate, on) }

// WithUncertain returns d marked as uncertain, or with that mark removed. The
// zero Date stays zero.
func (d Date) WithUncertain(on bool) Date { return d.with(uncertain, on) }

func (d Date) with(flag uint32, on bool) Date {
	d.bits &^= flag
	if on && d.isDate() {
		d.bits |= flag
	}
	return d
}

// Truncate returns d without the parts finer than p: 2024-10-13 truncated to
// [PrecisionDecade] is 202X. The marks ? and ~ stay. A date no finer than p is
// returned unchanged. A month does not determine its season, so a month or a
// day truncated to [PrecisionSeason] is its year. The year of a summer or winter
// loses the days that it may have in the years beside it: 1994-22 may begin in
// December 1993, and truncated to its year is 1994. Truncating to the zero
// Precision gives the zero Date.
func (d Date) Truncate(p Precision) Date {
	if d.Precision() <= p || p >= PrecisionDay {
		return d
	}
	marks := d.bits & qualified
	y, m := d.year(), d.month()
	switch p {
	case PrecisionMonth:
		d = dateBits(y, m, 0)
	case PrecisionSeason, PrecisionYear:
		d = dateBits(y, 0, 0)
	case PrecisionDecade:
		d = yearX(y, 1)
	case PrecisionCentury:
		d = yearX(y, 2)
	default:
		return Date{}
	}
	d.bits |= marks
	return d
}

// yearX returns the decade or the century of a year: the same first digits.
func yearX(year, digits int) Date {
	unit := 10
	if digits == 2 {
		unit = 100
	}
	first := year - year%unit
	if year < 0 {
		first -= unit - 1
	}
	d := dateBits(first, 0, 0)
	d.bits |= uint32(digits) << xShift
	return d
}

// Period returns the period of d, which has no slash: that day, or some part of
// that month, season, year, decade or century. The zero Date gives the zero
// Period.
func (d Date) Period() Period { return Period{from: d} }

// String returns the text of d, "" for the zero Date.
func (d Date) String() string {
	var buf [16]byte
	return string(d.append(buf[:0]))
}

// AppendText implements [encoding.TextAppender]. The zero Date appends
// nothing. The error is always nil.
func (d Date) AppendText(b []byte) ([]byte, error) { return d.append(b), nil }

// MarshalText implements [encoding.TextMarshaler]. The text of the zero Date
// is empty. The error is always nil.
func (d Date) MarshalText() ([]byte, error) { return d.append(make([]byte, 0, 16)), nil }

// UnmarshalText implements [encoding.TextUnmarshaler]. Empty text gives the
// zero Date; any other is parsed as by [ParseDate]. On error, d is unchanged.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	v, f := parseDate(text)
	if f.code != 0 {
		return explain(kindOfDate, string(text), f)
	}
	*d = v
	return nil
}

func (d Date) append(b []byte) []byte {
	switch d.bits & kindMask {
	case kindOpen:
		return append(b, ".."...)
	case kindDate:
	default:
		return b
	}
	b = appendPadded(b, d.year(), 4)
	for i := range d.digitsX() {
		b[len(b)-1-i] = 'X'
	}
	if m := d.month(); m == monthXX {
		b = append(b, "-XX"...)
	} else if m != 0 {
		b = append(b, '-', byte('0'+m/10), byte('0'+m%10))
	}
	if n := d.day(); n == dayXX {
		b = append(b, "-XX"...)
	} else if n != 0 {
		b = append(b, '-', byte('0'+n/10), byte('0'+n%10))
	}
	switch d.bits & qualified {
	case approximate:
		b = append(b, '~')
	case uncertain:
		b = append(b, '?')
	case qualified:
		b = append(b, '%')
	}
	return b
}

// appendPadded appends n with at least width digits, after a sign if it is
// negative.
func appendPadded(b []byte, n, width int) []byte {
	if n < 0 {
		b, n = append(b, '-'), -n
	}
	var digits [20]byte
	i := len(digits)
	for u := uint(n); u > 0 || len(digits)-i < width; u /= 10 {
		i--
		digits[i] = byte('0' + u%10)
	}
	return append(b, digits[i:]...)
}

func padded(n, width int) string { return string(appendPadded(nil, n, width)) }

func itoa(n int) string { return padded(n, 1) }

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
