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
//
// Parsing accepts only the syntax in the package comment. But the error knows
// everyday forms, in English, and suggests a text for these and their like:
//
//	13 October 2024                2024-10-13
//	13th October 2024              2024-10-13
//	Sunday, October 13th, 2024     2024-10-13
//	13.10.2024                     2024-10-13
//	10/13/2024                     2024-10-13
//	2024/10/13                     2024-10-13
//	2024-10-13 09:30:00            2024-10-13
//	2024-9-3                       2024-09-03
//	Oct. 2024                      2024-10
//	10/2024                        2024-10
//	spring 2024                    2024-21
//	about 1850                     1850~
//	c. 1850                        1850~
//	the 1920s                      192X
//	19th century                   18XX
//	44 BC                          -0043
//	13-25 October 2024             2024-10-13/2024-10-25
//	30 October to 2 November 2024  2024-10-30/2024-11-02
//	1991-1995                      1991/1995
//	from 1991 to 1995              1991/1995
//	since 1991                     1991/..
//	1991-present                   1991/..
//	until 1991                     ../1991
//
// Where a text can be read in two ways (10/11/2024, 1900s), and for what cannot
// be written exactly (after 2010, before 2010, Q3 2024), only the Hint says what
// to write. It says to leave out a date that is "unknown". For 30 February 2024
// the Problem is that the month has no such day.
type ParseError struct {
	Kind    string // what was expected: "date", "period" or the name of a type
	Text    string // the text, or the text that the numbers would have
	Offset  int    // the byte in Text at which the problem is; 0 for numbers
	Problem string // such as "month 13 is not between 01 and 12"
	Hint    string // what to write instead, such as `write "2024-10"`; may be empty

	// Suggestion is the text to write instead of all of Text, such as "2024-10".
	// It is valid for the Kind, and Hint quotes it. It is empty if there are
	// several such texts or none.
	Suggestion string
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

// advice is what to write instead: a text with words after it, or words alone.
type advice struct{ write, words string }

func (a advice) hint() string {
	if a.write == "" {
		return a.words
	}
	return "write " + strconv.Quote(a.write) + a.words
}

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
	problem, to, named := unread(part)
	if !named {
		problem, to = f.words(part)
		named = f.code == faultTwoQualifiers || f.code == faultMonth || f.code == faultGrouping
	}
	if f.side != 0 && to.write != "" {
		whole := text[:at] + to.write + text[at+len(part):]
		if isPeriod(whole) {
			to.write = whole
		} else {
			to = advice{words: to.hint()}
		}
	}
	meant, onlyPeriod := suggest(text)
	fits := meant != advice{} && (kind == kindOfPeriod || !onlyPeriod)
	switch {
	case f.code == faultGrouping:
	case fits:
		to = meant
		if f.code == faultMonth && meant.write != "" {
			to.words = " for the years" // 1991-95
		}
	case kind == kindOfPeriod && to == advice{words: writeDate}:
		to.words += ", or a period as two dates and a slash"
	}
	switch impossible := noSuchDay(text); {
	case named:
		e.Problem = side + problem
	case onlyPeriod && !fits:
		e.Problem, to = "this is a period", advice{words: "write one date, as YYYY, YYYY-MM or YYYY-MM-DD"}
	case fits:
		e.Problem = notDate
	case impossible != "":
		e.Problem, to = impossible, advice{}
	default:
		e.Problem = side + problem
	}
	e.Hint, e.Suggestion = to.hint(), to.write
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

// words returns the problem and what to write for a fault, given the text of
// the date or, for a fault of a period, of the period.
func (f fault) words(s string) (problem string, to advice) {
	if f.code == faultGrouping {
		return grouping(s[:f.at], s[f.at:f.at+2])
	}
	problem, to.words = f.inGeneral()
	switch f.code {
	case faultYearZero:
		if isDate(s[1:]) {
			to = advice{write: s[1:]}
		}
	case faultMonth:
		problem = "month " + s[f.at:f.at+2] + " is not between 01 and 12"
	case faultDayOfSeason:
		to.write = s[:f.at]
	case faultDay:
		year, _ := strconv.Atoi(s[:f.at-len("-MM-")])
		month, _ := strconv.Atoi(s[f.at-len("MM-") : f.at-1])
		day, _ := strconv.Atoi(s[f.at : f.at+2])
		problem = noDay(year, month, day)
	}
	return problem, to
}

// inGeneral returns the words for a fault that do not depend on the text.
func (f fault) inGeneral() (problem, hint string) {
	switch f.code {
	case faultEmpty:
		return "it is empty", writeDate
	case faultTwoQualifiers:
		return "two qualifiers", "write one, and % for both ? and ~"
	case faultYear:
		return "the year must be four digits, of which the last or the last two may be X", writeDate
	case faultYearZero:
		return "the year 0000 has no sign", writeDate
	case faultMonthOfX:
		return "a year with an X in it takes no month", "write the year alone"
	case faultMonthForm:
		return "the month must be a hyphen and two digits or XX", writeDate
	case faultMonth, faultDay:
		return "", ""
	case faultDayForm:
		return "the day must be a hyphen and two digits or XX", writeDate
	case faultDayOfSeason:
		return "a season takes no day", ""
	case faultDayOfXX:
		return "a day needs a month", "write one, or XX for the day too"
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

// grouping returns the problem and what to write for a month from 25 to 41,
// which levels 0 and 1 do not have. The year has its hyphen.
func grouping(year, code string) (problem string, to advice) {
	n, _ := strconv.Atoi(code)
	months := func(what string, size, i int) (string, advice) {
		period := year + padded(i*size+1, 2) + "/" + year + padded(i*size+size, 2)
		return "month " + code + " is a " + what + ", " + level2,
			advice{words: `write "` + strings.TrimSuffix(year, "-") + `", or a period as "` + period + `"`}
	}
	switch {
	case n <= 32:
		season := Season((n-25)%4 + 1)
		return "month " + code + " is a season of one hemisphere, " + level2,
			advice{year + itoa(spring-1+int(season)), " for " + season.String()}
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
func unread(s string) (problem string, to advice, ok bool) {
	if s == "" {
		return "", advice{}, false
	}
	year := strings.TrimPrefix(strings.TrimPrefix(s, "Y"), "-")
	digits := year != "" && isDigit(year[0])
	switch {
	case s[0] == '[' || s[0] == '{':
		problem, to.words = "this is a set of dates, "+level2, "write one date, or a period as two dates and a slash"
	case digits && significant(year):
		problem, to.words = "this is a year with significant digits, "+level2, writeDate
	case digits && s[0] == 'Y' && strings.Contains(s, "E"):
		problem, to.words = "this is a year with an exponent, "+level2, "write a year of four digits"
	case digits && allDigits(year) && len(year) > 4 && year[0] != '0' && (s[0] == 'Y' || len(year) < 6):
		problem, to.words = "the year is not between -9999 and 9999", "write a year of four digits"
	case digits && s[0] == 'Y':
		problem, to.words = "Y is for a year of more than four digits", writeDate
	case s[0] == 'P' && len(s) > 1 && isDigit(s[1]):
		problem, to.words = "a duration is not read", "write two dates and a slash"
	case len(s) > 6 && digits && s[4] == '-' && s[5] == 'W':
		problem, to.words = "a week is not read", "write its first and last day and a slash"
	}
	if problem != "" {
		return problem, to, true
	}
	if day, clock := cutTime(s); clock != "" {
		return "a time of day is not read", advice{write: day}, true
	}
	if year, quarter := cutQuarter(s); quarter > 0 {
		_, to = grouping(year+"-", itoa(32+quarter))
		return "a quarter is not read", to, true
	}
	bare, rest := unqualified(s), strings.TrimRight(s, qualifiers)
	if len(bare) > len("2024") && isDate(bare) && strings.ContainsAny(rest, qualifiers) {
		problem = "a qualifier before the end of a date is for a part of it, " + level2
		return problem, advice{write: requalified(s)}, true
	}
	return "", advice{}, false
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

// cutQuarter splits "Q3 2024" and "2024-Q3". The quarter is 0 if s is not one.
func cutQuarter(s string) (year string, quarter int) {
	if len(s) > len("Q3 - 2024") || s[0] == '-' {
		return "", 0
	}
	s = strings.ToUpper(strings.Map(func(r rune) rune {
		if r == ' ' || r == '-' {
			return -1
		}
		return r
	}, s))
	if len(s) == len("2024Q3") && s[4] == 'Q' {
		s = s[4:] + s[:4]
	}
	if len(s) != len("Q32024") || s[0] != 'Q' || s[1] < '1' || s[1] > '4' || !allDigits(s[2:]) {
		return "", 0
	}
	return s[2:], int(s[1] - '0')
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
