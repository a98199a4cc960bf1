package brief

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/text/language"
)

const (
	isolate    = "\u2068" // FSI
	endIsolate = "\u2069" // PDI
)

// text returns the document as plain text.
func (d *document) text() []byte {
	p := &textWriter{lang: d.lang, rtl: rightToLeft(d.lang), numerals: d.numerals(), b: make([]byte, 0, d.size(20, 8))}
	p.paragraph(d.title)
	p.paragraph(d.standfirst)
	p.paragraphs(d.lead)
	p.digest(d.digest)
	for _, s := range d.sections {
		p.gap()
		p.line("", s.heading)
		for i, g := range s.blocks {
			if i > 0 && len(g.heading) > 0 {
				p.gap()
			}
			p.block(g)
		}
		if s.holdsNotes() {
			p.notes(d.notes)
		}
	}
	if !d.hasNotesSection() && len(d.notes) > 0 {
		p.gap()
		p.notes(d.notes)
	}
	p.paragraph(d.foot)
	return p.b
}

// A textWriter writes lines of plain text.
type textWriter struct {
	b        []byte
	lang     language.Tag
	rtl      bool
	numerals numerals
	pieces   []piece // of the line being written
	scratch  line    // the same, with its notes as words
	built    line    // the line being put together
	physical line    // a line of a table
	spans    []span
}

// gap ends a paragraph, if there is one.
func (p *textWriter) gap() {
	if n := len(p.b); n > 0 && !(n > 1 && p.b[n-2] == '\n') {
		p.b = append(p.b, '\n')
	}
}

func (p *textWriter) paragraph(l line) {
	if !l.blank() {
		p.gap()
		p.line("", l)
	}
}

func (p *textWriter) paragraphs(list []entry) {
	for _, e := range list {
		p.built = p.appendCited(p.built[:0], e)
		p.paragraph(p.built)
	}
}

func (p *textWriter) digest(list []labelled) {
	width := 0
	for _, d := range list {
		width = max(width, d.label.width())
	}
	for i, d := range list {
		if i == 0 {
			p.gap()
		}
		label := append(append(line{}, d.label...), space(width-d.label.width()+3))
		p.line("", p.appendCited(label, d.entry))
	}
}

func (p *textWriter) block(g block) {
	paragraphs := g.paragraphs
	switch {
	case len(paragraphs) > 0:
		p.gap()
		p.built = append(p.built[:0], g.heading...)
		if len(g.heading) > 0 { // it runs into the paragraph
			p.built = append(p.built, run{words: stopOf(p.lang), lang: p.lang})
		}
		p.built = p.appendCited(p.built, paragraphs[0])
		p.line("", p.built)
		paragraphs = paragraphs[1:]
	case len(g.heading) > 0:
		p.line("  ", append(append(line{}, g.heading...), run{words: ":", lang: language.Und}))
	}
	p.paragraphs(paragraphs)
	p.entries("  - ", g.entries)
	if g.table != nil {
		p.table(g.table)
	}
}

// stopOf returns what ends a sentence in the language, and a space.
func stopOf(lang language.Tag) string {
	if sameLanguage(lang, language.Urdu) {
		return "۔ "
	}
	return ". "
}

func (p *textWriter) entries(lead string, list []entry) {
	for _, e := range list {
		p.built = p.appendCited(p.built[:0], e)
		p.line(lead, p.built)
		p.entries("  "+lead, e.sub)
	}
}

func (p *textWriter) notes(list []note) {
	for i, n := range list {
		number := p.numerals.text(i + 1)
		p.line(strings.Repeat(" ", max(0, digitsOf(len(list))-digitsOf(i+1)))+number+". ", n.line)
	}
}

func digitsOf(n int) int {
	digits := 1
	for ; n >= 10; n /= 10 {
		digits++
	}
	return digits
}

// line writes a line, with its notes in brackets.
func (p *textWriter) line(lead string, l line) {
	if l.blank() {
		return
	}
	p.b = append(p.b, lead...)
	p.write(l)
	p.endLine()
}

// endLine ends a line, without the spaces at its end.
func (p *textWriter) endLine() {
	p.b = append(bytes.TrimRight(p.b, " "), '\n')
}

// write writes the words of a line, with its notes as words, since the numbers
// take part in the order of writing.
func (p *textWriter) write(l line) {
	if slices.ContainsFunc(l, func(r run) bool { return r.note > 0 }) {
		p.scratch = p.appendWords(p.scratch[:0], l)
		l = p.scratch
	}
	p.pieces = l.appendPieces(p.pieces[:0], p.rtl)
	joinPieces(p.pieces, p.rtl)
	for _, part := range p.pieces {
		if part.isolated {
			p.b = append(append(append(p.b, isolate...), part.words...), endIsolate...)
		} else {
			p.b = append(p.b, part.words...)
		}
	}
}

// appendCited appends the line of an entry and its notes, as words.
func (p *textWriter) appendCited(out line, e entry) line {
	out = p.appendWords(out, e.line)
	if len(e.cites) > 0 {
		out = append(out, p.noteWords(e.cites, len(out) > 0))
	}
	return out
}

// appendWords appends the line, with the numbers of notes in brackets.
func (p *textWriter) appendWords(out, l line) line {
	for i := 0; i < len(l); {
		if l[i].note == 0 {
			out = append(out, l[i])
			i++
			continue
		}
		notes, next := l.notesAt(i)
		out = append(out, p.noteWords(notes, i > 0 && !strings.HasSuffix(l[i-1].words, " ")))
		i = next
	}
	return out
}

// noteWords returns the numbers of notes in brackets, after a space if spaced.
func (p *textWriter) noteWords(notes []int, spaced bool) run {
	var room [40]byte
	b := room[:0]
	if spaced {
		b = append(b, ' ')
	}
	b = append(b, '[')
	p.spans = spans(p.spans[:0], notes)
	for i, s := range p.spans {
		if i > 0 {
			b = append(b, comma(p.rtl)...)
		}
		b = p.numerals.appendInt(b, s.first)
		if s.last > s.first {
			b = p.numerals.appendInt(append(b, "–"...), s.last)
		}
	}
	return run{words: string(append(b, ']')), lang: language.Und}
}
