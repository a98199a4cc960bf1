package brief

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/internal/weburl"
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

// A span is numbers of notes that follow one another, written as a range if they
// are three or more.
type span struct{ first, last int }

// spans returns the numbers in order, each once.
func spans(list []span, notes []int) []span {
	notes = inOrder(notes)
	for i := 0; i < len(notes); {
		s, end := span{notes[i], notes[i]}, i+1
		for end < len(notes) && notes[end] <= s.last+1 {
			s.last = notes[end]
			end++
		}
		if s.last == s.first+1 { // two are no range
			list = append(list, span{s.first, s.first})
			s.first = s.last
		}
		list, i = append(list, s), end
	}
	return list
}

// notesAt returns the numbers of the notes that the line refers to from run i
// on, in order, and the index of the run after them.
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

// holdsNotes reports whether the section is the one that holds the notes.
func (s section) holdsNotes() bool { return s.name == SectionNotes.String() }

// hasNotesSection reports whether a section holds the notes. They come last
// otherwise.
func (d *document) hasNotesSection() bool {
	return slices.ContainsFunc(d.sections, section.holdsNotes)
}

// hasHead reports whether a cell of the head has words.
func (t *table) hasHead() bool {
	return slices.ContainsFunc(t.head, func(h line) bool { return len(h) > 0 })
}

// columns returns the number of cells of the widest row.
func (t *table) columns() int {
	n := len(t.head)
	for _, r := range t.rows {
		n = max(n, len(r.cells))
	}
	return n
}

// appendCited appends the line of an entry, followed by its notes.
func appendCited(out line, e entry) line {
	out = append(out, e.line...)
	for _, n := range e.cites {
		out = append(out, run{note: n})
	}
	return out
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

// addresses finds the addresses that runs lead to.
type addresses struct {
	link       func(entente.ID) string
	last, safe string // the last address of the data, and what became of it
}

// address returns the address that a run leads to, or "".
func (a *addresses) address(r *run) string {
	switch {
	case r.href != "":
		if r.href != a.last {
			a.last, a.safe = r.href, safeAddress(r.href)
		}
		return a.safe
	case r.id != "" && a.link != nil:
		return ownAddress(a.link(r.id))
	}
	return ""
}

// shorten leaves the scheme out of addresses that are shown as links to
// themselves, and the host's www.
func (a *addresses) shorten(l line, pieces []piece) {
	for i := range pieces {
		if r := &l[pieces[i].run]; r.href != "" && r.words == r.href && pieces[i].words == r.href && a.address(r) != "" {
			pieces[i].words = bareAddress(r.href)
		}
	}
}

// bareAddress returns an address without its scheme, if it has one, and the host's
// www.
func bareAddress(address string) string {
	_, rest := weburl.CutScheme(address)
	return strings.TrimSuffix(strings.TrimPrefix(rest, "www."), "/")
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

// What an entry and a reference to a note take in HTML, in bytes.
const (
	markupOfEntry = 60
	markupOfNote  = 60
)

// size returns about how many bytes the document takes if an entry and a
// reference to a note take so many beside the words.
func (d *document) size(entrySize, noteSize int) int {
	m := measure{entrySize: entrySize, noteSize: noteSize}
	m.line(d.title)
	m.line(d.standfirst)
	m.entries(d.lead)
	for _, l := range d.digest {
		m.line(l.label)
		m.entry(l.entry)
	}
	for _, s := range d.sections {
		m.line(s.heading)
		for _, g := range s.blocks {
			m.line(g.heading)
			m.entries(g.paragraphs)
			m.entries(g.entries)
			if g.table != nil {
				for _, r := range g.table.rows {
					m.entries(r.cells)
				}
			}
		}
	}
	for _, n := range d.notes {
		m.line(n.line)
		m.n += entrySize + noteSize
	}
	return m.n + m.n/8 + 1<<10
}

type measure struct{ n, entrySize, noteSize int }

func (m *measure) line(l line) {
	for i := range l {
		m.n += len(l[i].words) + len(l[i].href)
		if l[i].note > 0 {
			m.n += m.noteSize
		}
	}
}

func (m *measure) entry(e entry) {
	m.line(e.line)
	m.n += m.entrySize + m.noteSize*len(e.cites)
	m.entries(e.sub)
}

func (m *measure) entries(list []entry) {
	for _, e := range list {
		m.entry(e)
	}
}
