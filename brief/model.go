package brief

import (
	"strings"
	"unicode"

	"golang.org/x/text/language"
)

// A document is a briefing as it was thought out, before it takes a form.
type document struct {
	lang     language.Tag
	title    line
	sections []section
	foot     line // what is to be said of the document itself
}

type section struct {
	heading line
	groups  []group
}

// A group is a part of a section. Its key and its heading are empty if it is
// the only one.
type group struct {
	key     string // of the heading, which is said only if there are entries
	heading line
	entries []entry
}

// An entry is what the document says of one thing, where it is from, and what
// belongs under it.
type entry struct {
	line  line
	cites line
	class string // how the entry is grounded, for style sheets
	sub   []entry
}

// A line is a piece of text whose parts may be in different languages.
type line []run

// A run is words in one language. The language of what is in none, such as an
// address, is [language.Und].
type run struct {
	words string
	lang  language.Tag
	// solid says that the words are in no language and belong together, as
	// those of an address do.
	solid bool
}

// join puts lines behind one another, with a space between.
func join(lines ...line) line {
	var all line
	for _, l := range lines {
		if len(l) == 0 {
			continue
		}
		if len(all) > 0 {
			all = append(all, run{words: " ", lang: language.Und})
		}
		all = append(all, l...)
	}
	return all
}

// clean returns data as it can stand in a line: without line breaks, control
// characters, and the directional controls that would reach beyond it.
func clean(s string) string {
	return strings.Join(strings.Fields(harmless(s)), " ")
}

// harmless is clean, with the white space left as it is where it is harmless.
func harmless(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069':
			return -1
		case r == '\u2028', r == '\u2029', unicode.IsControl(r):
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}
