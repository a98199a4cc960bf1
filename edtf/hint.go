package edtf

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// suggest returns how a text that is not read is written here, or "" if that is
// not sure; then the hint may say what it depends on.
func suggest(text string) (written, hint string) {
	if len(text) > 80 || !utf8.ValidString(text) {
		return "", ""
	}
	s := strings.Join(strings.Fields(strings.Map(hyphen, text)), " ")
	if isPeriod(s) {
		return s, ""
	}
	if d := rewriteDate(s); d != "" {
		return d, ""
	}
	if p := rewritePeriod(s); isPeriod(p) {
		return p, ""
	}
	return "", unsure(s)
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
	c, ok := strings.CutSuffix(strings.TrimPrefix(strings.ToLower(s), "the "), "00s")
	if ok && len(c) == 2 && allDigits(c) {
		return `write "` + c + `0X" for ten years, "` + c + `XX" for a hundred`
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
		if len(to) == 2 && allDigits(to) && len(start) == 4 && to > start[2:] && to > "12" { // 1991-95
			end = start[:2] + to
		}
		if start != "" && end != "" {
			return start + "/" + end
		}
	}
	return ""
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
	for _, rewrite := range []func(string) string{levels, decades, numbered, eras, inWords} {
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

// inWords rewrites "13 October 2024", "October 13, 2024", "Oct 2024" and
// "spring 2024".
func inWords(s string) string {
	year, month, day := "", 0, 0
	between := func(r rune) bool { return r == ' ' || r == ',' || r == '.' || r == '-' }
	for _, w := range strings.FieldsFunc(s, between) {
		n, err := strconv.Atoi(w)
		switch m := monthOf(w); {
		case m > 0 && month == 0:
			month = m
		case err == nil && len(w) == 4 && year == "":
			year = w
		case err == nil && len(w) <= 2 && day == 0 && n > 0:
			day = n
		case w != "of":
			return ""
		}
	}
	switch {
	case year == "" || month == 0:
		return ""
	case day == 0:
		return year + "-" + padded(month, 2)
	}
	return year + "-" + padded(month, 2) + "-" + padded(day, 2)
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
