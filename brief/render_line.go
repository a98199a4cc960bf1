package brief

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

// numerals writes the numbers of notes in the digits of a language.
type numerals struct {
	zero rune
}

func (d *document) numerals() numerals {
	printer := message.NewPrinter(withDigitsOf(d.lang, d.wanted))
	zero, _ := utf8.DecodeRuneInString(printer.Sprint(number.Decimal(0)))
	return numerals{zero}
}

func (n numerals) appendInt(b []byte, i int) []byte {
	if i >= 10 {
		b = n.appendInt(b, i/10)
	}
	return utf8.AppendRune(b, n.zero+rune(i%10))
}

func (n numerals) text(i int) string { return string(n.appendInt(nil, i)) }

// comma is what separates the numbers of notes.
func comma(rtl bool) string {
	if rtl {
		return "، "
	}
	return ", "
}

// notesAt returns the numbers of the notes that the line refers to from run i
// on, in order, and the index of the run behind them.
func (l line) notesAt(i int) (notes []int, next int) {
	next = i
	for next < len(l) && l[next].note > 0 {
		notes = append(notes, l[next].note)
		next++
	}
	return inOrder(notes), next
}

// inOrder returns the numbers in order, in a slice of its own if they were not.
func inOrder(notes []int) []int {
	if !slices.IsSorted(notes) {
		notes = slices.Sorted(slices.Values(notes))
	}
	return notes
}

// notesSection reports whether the section is the one that holds the notes.
func (s section) holdsNotes() bool { return s.name == notesName }

const notesName = "notes"

// hasNotesSection reports whether a section holds the notes. They come last
// otherwise.
func (d *document) hasNotesSection() bool {
	for _, s := range d.sections {
		if s.holdsNotes() {
			return true
		}
	}
	return false
}

// hasHead reports whether a cell of the head has words.
func (t *table) hasHead() bool {
	for _, h := range t.head {
		if len(h) > 0 {
			return true
		}
	}
	return false
}

// columns returns the number of cells of the widest row.
func (t *table) columns() int {
	n := len(t.head)
	for _, r := range t.rows {
		n = max(n, len(r.cells))
	}
	return n
}

// withSub returns the line of an entry, with its notes and with what is under
// it behind it, for where there is no list.
func (e entry) withSub() line {
	l := cited(e.line, e.cites)
	for _, s := range e.sub {
		l = join(l, s.withSub())
	}
	return l
}

// blank reports whether the line shows nothing.
func (l line) blank() bool {
	for _, r := range l {
		if r.note > 0 || strings.TrimSpace(r.words) != "" {
			return false
		}
	}
	return true
}

func space(n int) run { return run{words: strings.Repeat(" ", n), lang: language.Und} }

// render returns the document in the format, which is valid.
func (d *document) render(f Format, o options) []byte {
	switch f {
	case FormatMarkdown:
		return d.markdown(o)
	case FormatHTML:
		return d.html(o)
	case FormatPage:
		return d.page(o)
	}
	return d.text()
}
