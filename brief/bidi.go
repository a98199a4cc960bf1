package brief

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/bidi"
)

// rightToLeft reports whether the language is written from right to left, in a
// script that CLDR lists as such and that is in use today.
func rightToLeft(tag language.Tag) bool {
	script, _ := tag.Script()
	switch script.String() {
	case "Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg", "Mand", "Samr":
		return true
	}
	return false
}

// A piece is a part of a run. It may be isolated from the text around it.
type piece struct {
	words    string
	isolated bool
}

// pieces divides a run so that a document in the given direction shows it in
// order. A run whose language runs the other way is isolated as a whole. Within
// a run, stretches that run the other way are isolated one by one: an
// abbreviation, or a number in text from right to left.
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

// stray returns the bounds of the first stretch that runs against the direction,
// or len(s) twice. A stretch goes on over a space between letters, but not
// between numbers: a list of numbers runs with the text around it.
func stray(s string, rtl bool) (start, end int) {
	start = -1
	letters := false // the stretch has had letters since its last space
	space := -1      // where the stretch ends if the next word is not part of it
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
