package brief

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
)

// A document is a whole briefing, before it takes a form.
type document struct {
	lang       language.Tag // of the sentences
	wanted     language.Tag // the caller's, with the digits
	title      line
	standfirst line       // what the briefing rests on: a publisher and a date, or how many sources
	lead       []entry    // paragraphs: what is new and who, first
	digest     []labelled // the lines of a digest, which has no sections
	sections   []section
	notes      []note // numbered from 1 in the order of first mention
	foot       line   // a remark about the document itself
}

// A labelled is a line of a digest.
type labelled struct {
	label line
	entry entry
}

// A section has blocks. The section named "notes" has none: the notes of the
// document are in its place.
type section struct {
	name    string // "exercises": its id and class in HTML
	heading line
	figures [][]byte // SVG
	blocks  []block
}

// A block is a part of a section under a heading, or without one. It has
// paragraphs, a list or a table, in this order if it has several.
type block struct {
	id         entente.ID // of the record that it is about, or ""
	heading    line
	paragraphs []entry
	entries    []entry // a list
	table      *table
}

func (b block) empty() bool { return len(b.paragraphs) == 0 && len(b.entries) == 0 && b.table == nil }

// A table has rows of as many cells as its head. A head of empty lines is not shown.
type table struct {
	head []line
	rows []row
}

type row struct {
	id    entente.ID // of the record that it is about, or ""
	class string
	cells []entry
}

// An entry says one thing and where it is from.
type entry struct {
	id    entente.ID // of the record that it is about, its anchor, at most once in a document; or ""
	class string     // for style sheets: the basis of a record, or what else the entry is
	line  line
	cites []int   // numbers of notes
	sub   []entry // under it, if it is in a list
}

// A note is one place in one source.
type note struct {
	source entente.ID
	line   line
}

// A line is text whose parts may be in different languages.
type line []run

// A run is words in one language, or a reference to a note in the middle of a
// line.
type run struct {
	words  string
	lang   language.Tag // [language.Und] for an address and the like
	solid  bool         // in no language, and to be kept together
	weight weight
	href   string     // an address that the words lead to, as the data has it, not checked
	id     entente.ID // a record whose entry the words lead to, if it has one
	note   int        // the number of a note, instead of words
}

// weight is how words are set.
type weight uint8

const (
	plain weight = iota
	strong
	emphasis
)

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

// code returns a line in no language, such as an address.
func code(s string) line {
	l := words(s, language.Und)
	if l != nil {
		l[0].solid = true
	}
	return l
}

// weighed returns the line in the weight.
func (l line) weighed(w weight) line {
	out := make(line, len(l))
	for i, r := range l {
		r.weight = w
		out[i] = r
	}
	return out
}

// leading returns the line as a link to the entry of a record.
func (l line) leading(id entente.ID) line {
	out := make(line, len(l))
	for i, r := range l {
		r.id = id
		out[i] = r
	}
	return out
}

// capital returns the line with a capital at its beginning.
func (l line) capital() line {
	if len(l) == 0 || l[0].solid {
		return l
	}
	first, size := utf8.DecodeRuneInString(l[0].words)
	upper := unicode.ToUpper(first)
	if upper == first {
		return l
	}
	out := slices.Clone(l)
	out[0].words = string(upper) + l[0].words[size:]
	return out
}
