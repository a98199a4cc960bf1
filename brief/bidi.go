package brief

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/bidi"
)

// rightToLeft reports whether the language is written from right to left. The
// scripts are those that CLDR lists as such and that are in use today.
func rightToLeft(tag language.Tag) bool {
	script, _ := tag.Script()
	switch script.String() {
	case "Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg", "Mand", "Samr":
		return true
	}
	return false
}

// A piece is a part of a run that is isolated from what surrounds it, or not.
type piece struct {
	words    string
	isolated bool
}

// pieces divides a run so that a document in the given direction shows it in
// its order. Words of a language that runs the other way are isolated as a
// whole; what stands in the midst of others, such as an abbreviation or, from
// right to left, a number, by itself.
func (r run) pieces(rtl bool) []piece {
	if strings.TrimSpace(r.words) == "" {
		return []piece{{r.words, false}}
	}
	if r.solid && rtl || r.lang != language.Und && rightToLeft(r.lang) != rtl {
		return []piece{{r.words, true}}
	}
	var list []piece
	add := func(s string, isolated bool) {
		if s != "" {
			list = append(list, piece{s, isolated})
		}
	}
	words := r.words
	for words != "" {
		start, end := stray(words, rtl)
		add(words[:start], false)
		add(words[start:end], true)
		words = words[end:]
	}
	return list
}

// stray returns where the first stretch that runs against the direction is;
// both are len(s) if there is none. A stretch goes on over spaces from letters
// to letters, but not from number to number: a list of numbers runs with the
// text around it.
func stray(s string, rtl bool) (start, end int) {
	start = -1
	letters := false // the stretch has letters since the last space
	space := -1      // where the stretch would end if the next word is no part of it
	for i, r := range s {
		p, _ := bidi.LookupRune(r)
		size := utf8.RuneLen(r)
		against, letter := false, false
		switch p.Class() {
		case bidi.L:
			against, letter = rtl, true
		case bidi.R, bidi.AL:
			against, letter = !rtl, true
		case bidi.EN:
			against = rtl
		case bidi.AN:
			against = true
		case bidi.NSM:
			against = start >= 0 && end == i
		}
		switch {
		case start < 0 && !against:
		case start < 0:
			start, end, letters = i, i+size, letter
		case against && space >= 0 && !(letter && letters):
			return start, end
		case against:
			end, space, letters = i+size, -1, letters || letter
		case letter, p.IsBracket():
			return start, end
		case unicode.IsSpace(r):
			if end != i {
				return start, end // punctuation before the space
			}
			space = i
		}
	}
	if start < 0 {
		return len(s), len(s)
	}
	return start, end
}
