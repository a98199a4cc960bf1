package brief

import (
	"strings"
	"unicode"

	"golang.org/x/text/language"
)

// A document is a whole briefing, before it takes a form.
type document struct {
	lang     language.Tag
	title    line
	sections []section
	foot     line // a remark about the document itself
}

type section struct {
	heading line // none if the document is one sentence
	groups  []group
}

// A group is a part of a section, without a heading if it is the only one.
type group struct {
	heading line
	entries []entry
}

// An entry says one thing and where it is from.
type entry struct {
	line  line
	cites line
	class string // for style sheets: the basis of a record, or what else the entry is
	sub   []entry
}

// A line is text whose parts may be in different languages.
type line []run

// A run is words in one language.
type run struct {
	words string
	lang  language.Tag // [language.Und] for what is in no language, such as an address
	solid bool         // in no language, and to be kept together
}

// join returns the lines with spaces between them.
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

// text returns the words of the line alone.
func (l line) text() string {
	var b strings.Builder
	for _, r := range l {
		b.WriteString(r.words)
	}
	return b.String()
}

// words returns the words as a line in the language, or nil if they are blank.
func words(s string, lang language.Tag) line {
	if s = clean(s); s == "" {
		return nil
	}
	return line{{words: s, lang: lang}}
}

func inEnglish(s string) line { return words(s, language.English) }

// code returns a line of what is in no language, such as an address.
func code(s string) line {
	l := words(s, language.Und)
	if l != nil {
		l[0].solid = true
	}
	return l
}

func brackets(l line) line {
	if len(l) == 0 {
		return nil
	}
	out := line{{words: "[", lang: language.Und}}
	return append(append(out, l...), run{words: "]", lang: language.Und})
}

// clean makes words of the data safe in a line: without line breaks, control
// characters, and directional controls that would reach beyond them.
func clean(s string) string {
	return strings.Join(strings.Fields(harmless(s)), " ")
}

// harmless is clean, but leaves white space alone.
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
