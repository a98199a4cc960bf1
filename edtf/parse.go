package edtf

// A fault says what is wrong with a text and where. The zero fault means that
// nothing is. Words are found for it only when someone has to read them.
type fault struct {
	code faultCode
	side uint8 // of a period: 1 its start, 2 its end, 0 neither
	at   int   // in the text of the date, or of the side
}

type faultCode uint8

const (
	faultEmpty faultCode = iota + 1
	faultForm
	faultTwoQualifiers
	faultYear
	faultYearZero
	faultMonthOfX
	faultMonthForm
	faultMonth
	faultGrouping // 25 to 41
	faultDayForm
	faultDayOfSeason
	faultDayOfXX
	faultDay
	faultSlash
	faultNoDate
	faultOrder
)

// parseDate reads a date.
func parseDate[S string | []byte](s S) (Date, fault) {
	bits := uint32(kindDate)
	n := len(s)
	if n > 0 {
		switch s[n-1] {
		case '~':
			bits |= approximate
		case '?':
			bits |= uncertain
		case '%':
			bits |= qualified
		}
		if bits != kindDate {
			if n--; n > 0 && (s[n-1] == '~' || s[n-1] == '?' || s[n-1] == '%') {
				return Date{}, fault{code: faultTwoQualifiers, at: n}
			}
		}
	}
	i := 0 // where the year begins
	if n > 0 && s[0] == '-' {
		i = 1
	}
	switch n - i {
	case 4, 7, 10:
	case 0:
		if n == 0 {
			return Date{}, fault{code: faultEmpty}
		}
		fallthrough
	default:
		return Date{}, fault{code: faultForm, at: n}
	}
	year, x, f := parseYear(s, i)
	if f.code != 0 {
		return Date{}, f
	}
	month, day := 0, 0
	if n-i > 4 {
		if x > 0 {
			return Date{}, fault{code: faultMonthOfX, at: i + 4}
		}
		if month, f = parseMonth(s, i+4); f.code != 0 {
			return Date{}, f
		}
	}
	if n-i > 7 {
		if day, f = parseDay(s, i+7, year, month); f.code != 0 {
			return Date{}, f
		}
	}
	d := dateBits(year, month, day)
	d.bits |= bits | uint32(x)<<xShift
	return d, fault{}
}

// parseYear reads the four digits at s[i:], negative if they are behind a
// hyphen. It returns the first year that they may be and how many are X.
func parseYear[S string | []byte](s S, i int) (year, x int, f fault) {
	for j := i; j < i+4; j++ {
		switch c := s[j]; {
		case c >= '0' && c <= '9' && x == 0:
			year = year*10 + int(c-'0')
		case c == 'X' && j >= i+2:
			x++
			year *= 10
		default:
			return 0, 0, fault{code: faultYear, at: j}
		}
	}
	if i == 0 {
		return year, x, fault{}
	}
	switch x {
	case 1:
		year += 9
	case 2:
		year += 99
	}
	if year == 0 {
		return 0, 0, fault{code: faultYearZero}
	}
	return -year, x, fault{}
}

func parseMonth[S string | []byte](s S, i int) (int, fault) {
	month, ok := twoDigits(s, i)
	switch {
	case !ok:
		return 0, fault{code: faultMonthForm, at: i}
	case month == isXX:
		return monthXX, fault{}
	case month >= 1 && month <= 12, month >= spring && month <= winter:
		return month, fault{}
	case month > winter && month <= 41:
		return 0, fault{code: faultGrouping, at: i + 1}
	}
	return 0, fault{code: faultMonth, at: i + 1}
}

func parseDay[S string | []byte](s S, i, year, month int) (int, fault) {
	day, ok := twoDigits(s, i)
	switch {
	case !ok:
		return 0, fault{code: faultDayForm, at: i}
	case month >= spring && month <= winter:
		return 0, fault{code: faultDayOfSeason, at: i}
	case day == isXX:
		return dayXX, fault{}
	case month == monthXX:
		return 0, fault{code: faultDayOfXX, at: i + 1}
	case day < 1 || day > daysIn(year, month):
		return 0, fault{code: faultDay, at: i + 1}
	}
	return day, fault{}
}

const isXX = 100 // more than two digits can write

// twoDigits reads "-12" or "-XX" at s[i:].
func twoDigits[S string | []byte](s S, i int) (int, bool) {
	a, b := s[i+1], s[i+2]
	switch {
	case s[i] != '-':
		return 0, false
	case a == 'X' && b == 'X':
		return isXX, true
	case a < '0' || a > '9' || b < '0' || b > '9':
		return 0, false
	}
	return int(a-'0')*10 + int(b-'0'), true
}

// parsePeriod reads a date, or two sides and a slash.
func parsePeriod[S string | []byte](s S) (Period, fault) {
	slash := -1
	for i := range len(s) {
		if s[i] == '/' {
			if slash >= 0 {
				return Period{}, fault{code: faultSlash, at: i}
			}
			slash = i
		}
	}
	if slash < 0 {
		d, f := parseDate(s)
		return Period{from: d}, f
	}
	from, f := parseSide(s[:slash])
	if f.code != 0 {
		f.side = 1
		return Period{}, f
	}
	to, f := parseSide(s[slash+1:])
	if f.code != 0 {
		f.side = 2
		return Period{}, f
	}
	switch {
	case !from.isDate() && !to.isDate():
		return Period{}, fault{code: faultNoDate}
	case endsBefore(from, to):
		return Period{}, fault{code: faultOrder, at: slash + 1}
	}
	return Period{from, to}, fault{}
}

func parseSide[S string | []byte](s S) (Date, fault) {
	switch string(s) {
	case "":
		return Date{kindUnknown}, fault{}
	case "..":
		return Date{kindOpen}, fault{}
	}
	return parseDate(s)
}

// endsBefore reports whether to must be before from, as they are written.
func endsBefore(from, to Date) bool {
	if !from.isDate() || !to.isDate() {
		return false
	}
	return to.Written().Last < from.Written().First
}
