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
	switch tag { // the tag of most words, without a look at tables
	case language.Und, language.English, language.Russian:
		return false
	case language.Urdu:
		return true
	}
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
	run      int // its index in the line
	isolated bool
	stretch  bool // it runs against the direction of the document
	number   bool // it is the number of a note, which takes the place of words
}

// appendPieces appends the pieces of a line in a document of the direction. A
// run whose language runs the other way is one piece. Within a run, each
// stretch that runs the other way is a piece: an abbreviation, or a number in
// text from right to left.
func (l line) appendPieces(list []piece, rtl bool) []piece {
	for i := range l {
		list = l[i].appendPieces(list, i, rtl)
	}
	return list
}

func (r *run) appendPieces(list []piece, index int, rtl bool) []piece {
	if r.note > 0 {
		return append(list, piece{run: index, number: true})
	}
	words := harmless(r.words)
	switch {
	case !rtl && isASCII(words) && !rightToLeft(r.lang):
		return append(list, piece{words: words, run: index})
	case strings.TrimSpace(words) == "":
		return append(list, piece{words: words, run: index})
	case r.solid && rtl || r.lang != language.Und && rightToLeft(r.lang) != rtl:
		return append(list, piece{words: words, run: index, isolated: true, stretch: true})
	}
	for words != "" {
		start, end := stray(words, rtl)
		if start > 0 {
			list = append(list, piece{words: words[:start], run: index})
		}
		if end > start {
			list = append(list, piece{words: words[start:end], run: index, isolated: true, stretch: true})
		}
		words = words[end:]
	}
	return list
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// joinPieces lifts the isolation of the pieces that Unicode's rules put in order
// without it, so that a search of the text finds what is on both sides. A piece
// stays isolated if it would begin the line and so decide its direction, if it
// would join what follows it, or if it would not hold together.
func joinPieces(list []piece, rtl bool) {
	first := 0 // the first piece whose letters run with the document
	for first < len(list) && (list[first].stretch || !hasStrong(list[first].words)) {
		first++
	}
	next := bidi.ON // the class of the first letter or digit after the piece
	for i := len(list) - 1; i >= 0; i-- {
		p := &list[i]
		if p.stretch {
			p.isolated = !standsAlone(p.words, rtl, i > first, next) || i+1 < len(list) && clings(p.words, list[i+1].words)
		}
		if p.number {
			next = bidi.EN
		} else if c := firstClass(p.words); !p.isolated && c != bidi.ON {
			next = c
		}
	}
}

// standsAlone reports whether a stretch needs no isolation.
func standsAlone(s string, rtl, inside bool, next bidi.Class) bool {
	var first, last bidi.Class = bidi.ON, bidi.ON
	letters, begun := false, false
	for _, r := range s {
		p, _ := bidi.LookupRune(r)
		c := p.Class()
		switch {
		case c == bidi.NSM || c == bidi.BN:
			continue
		case p.IsBracket():
			return false
		case rtl && (c == bidi.R || c == bidi.AL || c == bidi.AN && letters), !rtl && c == bidi.L:
			return false
		}
		if !begun {
			first, begun = c, true
		}
		if c == bidi.L || c == bidi.R || c == bidi.AL {
			letters = true
		} else if !letters && !isDigit(c) && (c != bidi.CS || last == bidi.CS) {
			return false // a number with other marks in it
		}
		last = c
	}
	switch {
	case first == bidi.ON:
		return false
	case rtl && !letters:
		return isDigit(first) && isDigit(last)
	case rtl:
		return inside && first == bidi.L && (last == bidi.L || last == bidi.EN) && next != bidi.L && next != bidi.EN
	}
	return inside && isRight(first) && isRight(last) && (next == bidi.L || next == bidi.ON)
}

// clings reports whether a mark that begins what follows, such as a percent
// sign, would join the number behind letters that the words end with.
func clings(words, following string) bool {
	last, _ := utf8.DecodeLastRuneInString(words)
	next, _ := utf8.DecodeRuneInString(following)
	a, _ := bidi.LookupRune(last)
	b, _ := bidi.LookupRune(next)
	return isDigit(a.Class()) && b.Class() == bidi.ET && hasStrong(words)
}

func isDigit(c bidi.Class) bool { return c == bidi.EN || c == bidi.AN }

func isRight(c bidi.Class) bool { return c == bidi.R || c == bidi.AL || c == bidi.AN }

func hasStrong(s string) bool {
	for _, r := range s {
		p, _ := bidi.LookupRune(r)
		switch p.Class() {
		case bidi.L, bidi.R, bidi.AL:
			return true
		}
	}
	return false
}

// firstClass returns the class of the first letter or digit, or ON.
func firstClass(s string) bidi.Class {
	for _, r := range s {
		p, _ := bidi.LookupRune(r)
		switch c := p.Class(); c {
		case bidi.L, bidi.R, bidi.AL, bidi.EN, bidi.AN:
			return c
		}
	}
	return bidi.ON
}

// stray returns the bounds of the first stretch that runs against the direction,
// or len(s) twice. A stretch goes on over a space between letters, but not
// between numbers: a list of numbers runs with the text around it.
func stray(s string, rtl bool) (start, end int) {
	const nowhere = -1
	start = nowhere
	letters := false // the stretch has had letters since its last space
	space := nowhere // where the stretch ends if the next word is not part of it
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
			end, space, letters = i+size, nowhere, letters || letter
		case letter, p.IsBracket(), r == '–' && !letters: // a range of numbers runs with the text
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

// isNumber reports whether the words are digits and the marks between them
// alone, which are in order in any text.
func isNumber(s string) bool { return standsAlone(s, true, false, bidi.ON) }
