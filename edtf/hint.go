package edtf

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// suggest returns how a text that is not read is written here. If that is not
// sure, it may return words on what it depends on. It also reports whether only a
// period can say it.
func suggest(text string) (to advice, onlyPeriod bool) {
	s, ok := plain(text)
	if !ok {
		return advice{}, false
	}
	if isPeriod(s) {
		return advice{write: s}, !isDate(s)
	}
	if d := rewriteDate(s); d != "" {
		return advice{write: d}, false
	}
	if p := rewritePeriod(s); isPeriod(p) {
		return advice{write: p}, true
	}
	if words := beyond(strings.ToLower(s)); words != "" {
		return advice{words: words}, true
	}
	return advice{words: unsure(s)}, false
}

// plain returns text with single spaces and hyphens, and false if it is too long
// to be a date or a period.
func plain(text string) (string, bool) {
	if len(text) > 80 || !utf8.ValidString(text) {
		return "", false
	}
	return strings.Join(strings.Fields(strings.Map(hyphen, text)), " "), true
}

// hyphen makes a hyphen of a dash or a minus.
func hyphen(r rune) rune {
	if r >= '‐' && r <= '―' || r == '−' {
		return '-'
	}
	return r
}

// unsure returns what to write for a text that can be read in two ways.
func unsure(s string) string {
	if f := numbers(s); len(f) == 3 && len(f[2]) == 4 {
		a, b := joined(f[2], f[1], f[0]), joined(f[2], f[0], f[1])
		if isDate(a) && isDate(b) {
			return `write "` + a + `" if the day is first, "` + b + `" if the month is`
		}
	}
	switch strings.ToLower(s) {
	case "unknown", "not known", "undated", "n.d.", "n/a":
		return "leave it out if it is not known"
	}
	c, ok := strings.CutSuffix(strings.TrimPrefix(strings.ToLower(s), "the "), "00s")
	if ok && len(c) == 2 && allDigits(c) {
		return `write "` + c + `0X" for ten years, "` + c + `XX" for a hundred`
	}
	return ""
}

// beyond returns what to write for "after 2010" and "before 2010". Neither 2010
// nor a day of it is meant, and an unknown day of many years cannot be written.
func beyond(lower string) string {
	if date, ok := strings.CutPrefix(lower, "after "); ok {
		if d := beside(date, 1); d != "" {
			return `write "` + d + `/.." if it goes on from ` + d + `; a period cannot say "some time after"`
		}
	}
	if date, ok := strings.CutPrefix(lower, "before "); ok {
		if d := beside(date, -1); d != "" {
			return `write "../` + d + `" if it went on until ` + d + `; a period cannot say "some time before"`
		}
	}
	return ""
}

// beside returns the day, month, year, decade or century after or before s, or
// "".
func beside(s string, step Day) string {
	d, f := parseDate(rewriteDate(s))
	if f.code != 0 || d.isSeason() || d.bits&qualified != 0 {
		return ""
	}
	day := d.Written().Last + 1
	if step < 0 {
		day = d.Written().First - 1
	}
	return day.Date().Truncate(d.Precision()).String()
}

// noSuchDay returns the problem if a text in another form is a day that its month
// does not have, as 30 February 2024, or "".
func noSuchDay(text string) string {
	s, ok := plain(text)
	if !ok {
		return ""
	}
	lower := strings.ToLower(s)
	dates := []string{inWords(lower)}
	if f := numbers(lower); len(f) == 3 && len(f[0]) == 4 {
		dates = append(dates, joined(f...))
	} else if len(f) == 3 && len(f[2]) == 4 {
		dates = append(dates, joined(f[2], f[1], f[0]), joined(f[2], f[0], f[1]))
	}
	for _, date := range dates {
		if _, f := parseDate(date); f.code == faultDay {
			problem, _ := f.words(date)
			return problem
		}
	}
	return ""
}

// rewritePeriod returns how a period that people write otherwise is written
// here, or "".
func rewritePeriod(s string) string {
	lower := strings.ToLower(s)
	for _, word := range []string{"since ", "from "} {
		if date, ok := strings.CutPrefix(lower, word); ok {
			if d := rewriteDate(date); d != "" {
				return d + "/.."
			}
			lower = date // "from 2022 to 2023"
		}
	}
	for _, word := range []string{"until ", "till ", "up to "} {
		if date, ok := strings.CutPrefix(lower, word); ok && rewriteDate(date) != "" {
			return "../" + rewriteDate(date)
		}
	}
	if date, ok := strings.CutSuffix(lower, "-"); ok && rewriteDate(strings.TrimSpace(date)) != "" {
		return rewriteDate(strings.TrimSpace(date)) + "/.."
	}
	for _, dash := range []string{"/", " - ", "--", " to ", " until ", " through ", "-"} {
		from, to, ok := strings.Cut(lower, dash)
		if mid := len(lower) / 2; ok && dash == "-" && lower[mid] == '-' {
			from, to = lower[:mid], lower[mid+1:]
		}
		if from, to = strings.TrimSpace(from), strings.TrimSpace(to); !ok || from == "" || to == "" {
			continue
		}
		start, end := rewriteSide(from), rewriteSide(to)
		switch to {
		case "present", "now", "today", "ongoing", "...", "open":
			end = ".."
		}
		if start == "" || end == "" {
			if a, b := sharing(from, to); isDate(a) && isDate(b) {
				start, end = a, b
			}
		}
		if len(to) == 2 && allDigits(to) && len(start) == 4 && to > start[2:] && to > "12" { // 1991-95
			end = start[:2] + to
		}
		switch d, _ := parseDate(start); {
		case d.isSeason() && start != from && allDigits(to):
			return "" // the one winter of "winter 2023-2024"
		case start != "" && end != "":
			return start + "/" + end
		case start != "" && to == "unknown":
			return start + "/"
		case end != "" && from == "unknown":
			return "/" + end
		}
	}
	return ""
}

// sharing returns the dates of "13-25 October 2024", "October 13-25, 2024" and
// "13 October - 2 November 2024": they share the year, and may share the month.
func sharing(from, to string) (start, end string) {
	a, ok := wordsOf(from)
	b, ok2 := wordsOf(to)
	if !ok || !ok2 || a.year != "" || b.year == "" {
		return "", ""
	}
	a.year = b.year
	if days := a.day > 0 && b.day > 0; days && a.month == 0 {
		a.month = b.month
	} else if days && b.month == 0 {
		b.month = a.month
	}
	return a.date(), b.date()
}

func rewriteSide(s string) string {
	if s == ".." {
		return s
	}
	return rewriteDate(s)
}

// rewriteDate returns s if it is a date, else how it is written here, or "".
func rewriteDate(s string) string {
	if isDate(s) {
		return s
	}
	lower := strings.TrimPrefix(strings.ToLower(s), "the ")
	for _, about := range []string{"circa ", "ca. ", "ca.", "ca ", "c. ", "c.", "c ", "about ", "around ", "approx. "} {
		if date, ok := strings.CutPrefix(lower, about); ok {
			if d := rewriteDate(date); isDate(d + "~") {
				return d + "~"
			}
			return ""
		}
	}
	for _, rewrite := range []func(string) string{levels, decades, centuries, numbered, eras, inWords} {
		if d := rewrite(lower); isDate(d) {
			return d
		}
	}
	return ""
}

// levels rewrites what other levels of EDTF write.
func levels(lower string) string {
	s := strings.ToUpper(lower)
	if strings.Contains(s, "/") {
		return ""
	}
	switch year, digits, ok := strings.Cut(s, "S"); {
	case ok && digits == "2" && len(year) == 4:
		return year[:2] + "XX"
	case ok && digits == "3" && len(year) == 4:
		return year[:3] + "X"
	}
	if year, ok := strings.CutPrefix(s, "Y"); ok {
		return year
	}
	if day, clock := cutTime(s); clock != "" {
		return day
	}
	if strings.ContainsAny(s, qualifiers) {
		return requalified(s)
	}
	return s // 202x
}

// decades rewrites "1990s".
func decades(s string) string {
	decade, ok := strings.CutSuffix(strings.Replace(s, "'", "", 1), "0s")
	if !ok || len(decade) != 3 || decade[2] == '0' {
		return ""
	}
	return decade + "X"
}

// centuries rewrites "19th century".
func centuries(s string) string {
	number, ok := strings.CutSuffix(s, " century")
	n, err := strconv.Atoi(ordinal(number))
	if !ok || err != nil || ordinal(number) == number || n < 1 || n > 100 {
		return ""
	}
	return padded(n-1, 2) + "XX"
}

// ordinal returns the digits of "13th", and any other word as it is.
func ordinal(w string) string {
	if n := len(w) - 2; n > 0 && allDigits(w[:n]) {
		switch w[n:] {
		case "st", "nd", "rd", "th":
			return w[:n]
		}
	}
	return w
}

// numbered rewrites a date of numbers: 13.10.2024, 10/13/2024, 2024/10/13,
// 2024-9, 9/2024, 20241013, 2024-287.
func numbered(s string) string {
	switch f := numbers(s); {
	case len(f) == 1 && len(f[0]) == 8:
		return f[0][:4] + "-" + f[0][4:6] + "-" + f[0][6:]
	case len(f) == 2 && len(f[0]) == 4 && len(f[1]) == 3:
		return dayOfYear(f[0], f[1])
	case len(f) == 2 && len(f[0]) == 4:
		return joined(f[0], f[1])
	case len(f) == 2 && len(f[1]) == 4:
		return joined(f[1], f[0])
	case len(f) == 3 && len(f[0]) == 4:
		return joined(f...)
	case len(f) == 3 && len(f[2]) == 4:
		return dayFirst(f)
	}
	return ""
}

// dayFirst rewrites day, month and year, or month, day and year, where only
// one of the two is possible.
func dayFirst(f []string) string {
	a, b := joined(f[2], f[1], f[0]), joined(f[2], f[0], f[1])
	switch {
	case a == b, !isDate(b):
		return a
	case !isDate(a):
		return b
	}
	return ""
}

// numbers returns the numbers of s, which are apart by one of -, ., / or a
// space, or nil if it is something else.
func numbers(s string) []string {
	for _, sep := range []string{"-", ".", "/", " "} {
		f := strings.Split(s, sep)
		for i, n := range f {
			if !allDigits(n) || len(n) > 2 && i > 0 && i < len(f)-1 {
				f = nil
				break
			}
		}
		if f != nil {
			return f
		}
	}
	return nil
}

// joined returns the numbers as a date is written.
func joined(f ...string) string {
	for i, n := range f {
		if len(n) == 1 {
			f[i] = "0" + n
		}
	}
	s := strings.Join(f, "-")
	if len(f) == 2 && f[1] > "12" {
		return "" // not a season
	}
	return s
}

func dayOfYear(year, day string) string {
	y, _ := strconv.Atoi(year)
	n, _ := strconv.Atoi(day)
	if d := (civil(y, 1, 1) + Day(n) - 1).Date(); n > 0 && d.year() == y {
		return d.String()
	}
	return ""
}

// eras rewrites "44 BC": 1 BC is the year 0000.
func eras(s string) string {
	year, ok := strings.CutSuffix(strings.TrimSuffix(s, "e"), " bc")
	n, err := strconv.Atoi(year)
	if !ok || err != nil || n < 1 || n > 1-minYear {
		return ""
	}
	return padded(1-n, 4)
}

// inWords rewrites "13 October 2024", "October 13th, 2024", "Oct 2024" and
// "spring 2024", also with the day of the week.
func inWords(s string) string {
	w, ok := wordsOf(s)
	if !ok {
		return ""
	}
	return w.date()
}

// worded is a date in words. Each part is zero if it is missing.
type worded struct {
	year       string
	month, day int
	weekday    string
}

func wordsOf(s string) (d worded, ok bool) {
	between := func(r rune) bool { return r == ' ' || r == ',' || r == '.' || r == '-' }
	for _, w := range strings.FieldsFunc(s, between) {
		w = ordinal(w)
		n, err := strconv.Atoi(w)
		switch m := monthOf(w); {
		case m > 0 && d.month == 0:
			d.month = m
		case err == nil && len(w) == 4 && d.year == "":
			d.year = w
		case err == nil && len(w) <= 2 && d.day == 0 && n > 0:
			d.day = n
		case isWeekday(w) && d.weekday == "":
			d.weekday = w
		case w != "of":
			return worded{}, false
		}
	}
	return d, true
}

// date returns d as it is written here, or "" if it lacks a part or has the
// wrong day of the week.
func (d worded) date() string {
	if d.year == "" || d.month == 0 {
		return ""
	}
	s := d.year + "-" + padded(d.month, 2)
	if d.day > 0 {
		s += "-" + padded(d.day, 2)
	}
	if d.weekday != "" {
		day, f := parseDate(s)
		name := day.Written().First.Time().Weekday().String()
		if f.code == 0 && (d.day == 0 || !strings.HasPrefix(strings.ToLower(name), d.weekday)) {
			return ""
		}
	}
	return s
}

// isWeekday reports whether w is the name of a day of the week, which may be cut
// to three letters or more.
func isWeekday(w string) bool {
	for d := time.Sunday; d <= time.Saturday; d++ {
		if len(w) >= 3 && strings.HasPrefix(strings.ToLower(d.String()), w) {
			return true
		}
	}
	return false
}

// monthOf returns the number of a month or season, or 0. The name of a month
// may be cut to three letters or more.
func monthOf(w string) int {
	for m := time.January; m <= time.December; m++ {
		if len(w) >= 3 && strings.HasPrefix(strings.ToLower(m.String()), w) {
			return int(m)
		}
	}
	for s := SeasonSpring; s <= SeasonWinter; s++ {
		if w == s.String() {
			return spring - 1 + int(s)
		}
	}
	if w == "fall" {
		return spring - 1 + int(SeasonAutumn)
	}
	return 0
}
