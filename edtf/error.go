package edtf

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// The values of ParseError.Kind for dates and periods.
const (
	kindOfDate   = "date"
	kindOfPeriod = "period"
)

// A ParseError describes a text or numbers that are not a value of this
// package, and says what to write instead.
type ParseError struct {
	Kind    string // what was expected: "date", "period" or the name of a type
	Text    string // the text, or the text that the numbers would have
	Offset  int    // the byte in Text at which the problem is; 0 for numbers
	Problem string // such as "month 13 is not between 01 and 12"
	Hint    string // what to write instead, such as `write "2024-10"`; may be empty
}

// Error returns the kind, the quoted text, the problem and the hint. It
// truncates a long text.
func (e *ParseError) Error() string {
	text := e.Text
	if n := 60; len(text) > n {
		for n > 0 && !utf8.RuneStart(text[n]) {
			n--
		}
		text = text[:n] + "…"
	}
	s := "edtf: " + e.Kind + " " + strconv.Quote(text) + ": " + e.Problem
	if e.Hint != "" {
		s += "; " + e.Hint
	}
	return s
}

const (
	notDate   = "this is not the form of a date"
	writeDate = "write a date as YYYY, YYYY-MM or YYYY-MM-DD"
)

// explain finds the words for a fault of a text.
func explain(kind, text string, f fault) *ParseError {
	part, side, at := text, "", 0
	if slash := strings.IndexByte(text, '/'); f.side == 1 {
		part, side = text[:slash], "start: "
	} else if f.side == 2 {
		part, side, at = text[slash+1:], "end: ", slash+1
	}
	if f.code == faultForm {
		f.at = unlike(part)
	}
	e := &ParseError{Kind: kind, Text: text, Offset: at + f.at}
	problem, hint, named := unread(part)
	if !named {
		problem, hint = f.words(part)
		named = f.code == faultTwoQualifiers || f.code == faultMonth || f.code == faultGrouping
	}
	written, unsure := suggest(text)
	fits := written != "" && (kind == kindOfPeriod || isDate(written))
	switch {
	case f.code == faultGrouping:
	case fits:
		hint = "write " + strconv.Quote(written)
		if f.code == faultMonth {
			hint += " for the years" // 1991-95
		}
	case unsure != "":
		hint = unsure
	case kind == kindOfPeriod && hint == writeDate:
		hint += ", or a period as two dates and a slash"
	}
	switch {
	case !named && written != "" && !fits:
		e.Problem, e.Hint = "this is a period", "write one date, as YYYY, YYYY-MM or YYYY-MM-DD"
	case !named && (fits || unsure != ""):
		e.Problem, e.Hint = notDate, hint
	default:
		e.Problem, e.Hint = side+problem, hint
	}
	return e
}

// unlike returns the place at which s stops looking like a date.
func unlike(s string) int {
	const form = "dddd-dd-dd"
	n := 0
	if s[0] == '-' {
		n = 1
	}
	for i := range form {
		switch {
		case n == len(s):
			return n
		case form[i] == '-' && s[n] != '-':
			return n
		case form[i] == 'd' && !isDigit(s[n]) && s[n] != 'X':
			return n
		}
		n++
	}
	return n
}

// words returns the problem and the hint for a fault, given the text of the
// date or, for a fault of a period, of the period.
func (f fault) words(s string) (problem, hint string) {
	switch f.code {
	case faultEmpty:
		return "it is empty", writeDate
	case faultTwoQualifiers:
		return "two qualifiers", "write one, and % for both ? and ~"
	case faultYear:
		return "the year must be four digits, of which the last or the last two may be X", writeDate
	case faultYearZero:
		if hint = writeDate; isDate(s[1:]) {
			hint = `write "` + s[1:] + `"`
		}
		return "the year 0000 has no sign", hint
	case faultMonthOfX:
		return "a year with an X in it takes no month", "write the year alone"
	case faultMonthForm:
		return "the month must be a hyphen and two digits or XX", writeDate
	case faultMonth:
		return "month " + s[f.at:f.at+2] + " is not between 01 and 12", ""
	case faultGrouping:
		return grouping(s[:f.at], s[f.at:f.at+2])
	case faultDayForm:
		return "the day must be a hyphen and two digits or XX", writeDate
	case faultDayOfSeason:
		return "a season takes no day", `write "` + s[:f.at] + `"`
	case faultDayOfXX:
		return "a day needs a month", "write one, or XX for the day too"
	case faultDay:
		year, _ := strconv.Atoi(s[:f.at-len("-MM-")])
		month, _ := strconv.Atoi(s[f.at-len("MM-") : f.at-1])
		day, _ := strconv.Atoi(s[f.at : f.at+2])
		return noDay(year, month, day), ""
	case faultSlash:
		return "end: there is a second slash", "write a date as YYYY-MM-DD, a period as two dates and one slash"
	case faultNoDate:
		return "at least one side must be a date", "write one, or leave the period out"
	case faultOrder:
		return "the end is before the start", "write the earlier date first"
	}
	return notDate, writeDate
}

func noYear(year int) string { return "year " + itoa(year) + " is not between -9999 and 9999" }

func noDay(year, month, day int) string {
	return time.Month(month).String() + " " + itoa(year) + " has no day " + padded(day, 2)
}

// grouping returns the words for a month from 25 to 41, which levels 0 and 1
// do not have. The year has its hyphen.
func grouping(year, code string) (problem, hint string) {
	n, _ := strconv.Atoi(code)
	months := func(what string, size, i int) (string, string) {
		period := year + padded(i*size+1, 2) + "/" + year + padded(i*size+size, 2)
		return "month " + code + " is a " + what + ", " + level2,
			`write "` + strings.TrimSuffix(year, "-") + `", or a period as "` + period + `"`
	}
	switch {
	case n <= 32:
		season := Season((n-25)%4 + 1)
		return "month " + code + " is a season of one hemisphere, " + level2,
			`write "` + year + itoa(spring-1+int(season)) + `" for ` + season.String()
	case n <= 36:
		return months("quarter", 3, n-33)
	case n <= 39:
		return months("third of a year", 4, n-37)
	}
	return months("half of a year", 6, n-40)
}

const level2 = "which is EDTF level 2 and not read"

// unread names what s is if it is a part of EDTF, or of ISO 8601, that this
// package does not read.
func unread(s string) (problem, hint string, ok bool) {
	if s == "" {
		return "", "", false
	}
	year := strings.TrimPrefix(strings.TrimPrefix(s, "Y"), "-")
	digits := year != "" && isDigit(year[0])
	switch {
	case s[0] == '[' || s[0] == '{':
		return "this is a set of dates, " + level2, "write one date, or a period as two dates and a slash", true
	case digits && significant(year):
		return "this is a year with significant digits, " + level2, writeDate, true
	case digits && s[0] == 'Y' && strings.Contains(s, "E"):
		return "this is a year with an exponent, " + level2, "write a year of four digits", true
	case digits && allDigits(year) && len(year) > 4 && year[0] != '0' && (s[0] == 'Y' || len(year) < 6):
		return "the year is not between -9999 and 9999", "write a year of four digits", true
	case digits && s[0] == 'Y':
		return "Y is for a year of more than four digits", writeDate, true
	case s[0] == 'P' && len(s) > 1 && isDigit(s[1]):
		return "a duration is not read", "write two dates and a slash", true
	case len(s) > 6 && digits && s[4] == '-' && s[5] == 'W':
		return "a week is not read", "write its first and last day and a slash", true
	}
	if day, clock := cutTime(s); clock != "" {
		return "a time of day is not read", `write "` + day + `"`, true
	}
	bare, rest := unqualified(s), strings.TrimRight(s, qualifiers)
	if len(bare) > len("2024") && isDate(bare) && strings.ContainsAny(rest, qualifiers) {
		problem = "a qualifier before the end of a date is for a part of it, " + level2
		return problem, `write "` + requalified(s) + `"`, true
	}
	return "", "", false
}

const qualifiers = "?~%"

// unqualified returns s without its qualifiers.
func unqualified(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(qualifiers, r) {
			return -1
		}
		return r
	}, s)
}

// requalified returns s with all its qualifiers as one behind it.
func requalified(s string) string {
	about, doubt := strings.ContainsAny(s, "~%"), strings.ContainsAny(s, "?%")
	switch s = unqualified(s); {
	case about && doubt:
		return s + "%"
	case about:
		return s + "~"
	}
	return s + "?"
}

// cutTime splits a date from a time of day, which is "" if there is none.
func cutTime(s string) (day, clock string) {
	i := strings.IndexAny(s, "Tt ")
	if i < 0 || !isDate(s[:i]) {
		return s, ""
	}
	clock = s[i+1:]
	if len(clock) < 2 || !allDigits(clock[:2]) || s[i] == ' ' && !strings.Contains(clock, ":") {
		return s, ""
	}
	return s[:i], clock
}

// significant reports whether s is a year with S and a number behind it.
func significant(s string) bool {
	before, after, ok := strings.Cut(s, "S")
	return ok && allDigits(after) && (allDigits(before) || strings.Contains(before, "E"))
}

func isDate(s string) bool {
	_, f := parseDate(s)
	return f.code == 0
}

func isPeriod(s string) bool {
	_, f := parsePeriod(s)
	return f.code == 0
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func allDigits(s string) bool {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return false
		}
	}
	return s != ""
}
