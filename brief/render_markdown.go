package brief

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"
)

// markdown returns the document as CommonMark with the tables and footnotes of
// GitHub Flavored Markdown.
func (d *document) markdown(o options) []byte {
	p := &mdWriter{rtl: rightToLeft(d.lang), addresses: addresses{link: o.link}, b: make([]byte, 0, d.size(10, 10))}
	level := o.headingLevel(1)
	p.heading(level, d.title)
	p.paragraph(d.standfirst.weighed(emphasis))
	p.paragraphs(d.lead)
	p.digest(d.digest)
	for _, s := range d.sections {
		if s.holdsNotes() && len(s.blocks) == 0 {
			continue // footnotes have a place of their own
		}
		p.heading(level+1, s.heading)
		for _, g := range s.blocks {
			p.heading(level+2, g.heading)
			p.paragraphs(g.paragraphs)
			if len(g.entries) > 0 {
				p.gap()
				p.entries("- ", g.entries)
			}
			if g.table != nil {
				p.table(g.table)
			}
		}
	}
	p.paragraph(d.foot)
	p.notes(d.notes)
	return p.b
}

// A mdWriter writes Markdown.
type mdWriter struct {
	b   []byte
	rtl bool
	addresses
	esc    mdEscaper
	pieces []piece
	built  line   // the line being put together
	part   []byte // the words of one weight, until their marks are known
}

func (p *mdWriter) gap() {
	if len(p.b) > 0 {
		p.b = append(p.b, '\n')
	}
}

func (p *mdWriter) heading(level int, l line) {
	if l.blank() {
		return
	}
	p.gap()
	p.b = append(append(p.b, "######"[:level]...), ' ')
	p.esc.begin(true)
	p.write(l)
	p.b = append(p.b, '\n')
}

func (p *mdWriter) paragraph(l line) {
	if l.blank() {
		return
	}
	p.gap()
	p.esc.begin(true)
	p.write(l)
	p.b = append(p.b, '\n')
}

func (p *mdWriter) paragraphs(list []entry) {
	for _, e := range list {
		p.built = appendCited(p.built[:0], e)
		p.paragraph(p.built)
	}
}

func (p *mdWriter) digest(list []labelled) {
	for i, d := range list {
		if i == 0 {
			p.gap()
		}
		p.item("- ", appendCited(append(d.label.weighed(strong), space(1)), d.entry))
	}
}

func (p *mdWriter) entries(lead string, list []entry) {
	for _, e := range list {
		p.built = appendCited(p.built[:0], e)
		p.item(lead, p.built)
		p.entries("  "+lead, e.sub)
	}
}

func (p *mdWriter) item(lead string, l line) {
	p.b = append(p.b, lead...)
	p.esc.begin(true)
	p.write(l)
	p.b = append(p.b, '\n')
}

func (p *mdWriter) table(t *table) {
	n := t.columns()
	if n == 0 {
		return
	}
	p.gap()
	p.esc.inTable = true
	for i := range n {
		p.b = append(p.b, "| "...)
		if i < len(t.head) {
			p.cell(t.head[i])
		}
	}
	p.b = append(append(p.b, "|\n"...), strings.Repeat("|---", n)...)
	p.b = append(p.b, "|\n"...)
	for _, r := range t.rows {
		for i := range n {
			p.b = append(p.b, "| "...)
			if i < len(r.cells) {
				p.built = appendCited(p.built[:0], r.cells[i])
				p.cell(p.built)
			}
		}
		p.b = append(p.b, "|\n"...)
	}
	p.esc.inTable = false
}

func (p *mdWriter) cell(l line) {
	if l.blank() {
		return
	}
	p.esc.begin(false)
	p.write(l)
	p.b = append(p.b, ' ')
}

// notes writes the footnotes.
func (p *mdWriter) notes(list []note) {
	for i, n := range list {
		p.gap()
		p.footnote(i + 1)
		p.b = append(p.b, ": "...)
		at := len(p.b)
		p.esc.begin(true)
		p.write(n.line)
		if i := definitionAt(p.b[at:]); i > 0 {
			p.b = slices.Insert(p.b, at+i, []byte(barrier)...)
		}
		p.b = append(p.b, '\n')
	}
}

// definitionAt returns where the first word of a footnote ends, if a reader
// without footnotes might take that word for the address that the references
// lead to. Otherwise it returns 0. A barrier there, with the space in it, makes
// it none; at the start of the line it would begin a block of HTML.
func definitionAt(text []byte) int {
	end := bytes.IndexByte(text, ' ')
	if end < 0 {
		return len(text)
	}
	if rest := bytes.TrimLeft(text[end:], " "); strings.IndexByte(`"'(`, rest[0]) >= 0 {
		return end
	}
	return 0
}

func (p *mdWriter) footnote(n int) {
	p.b = append(p.b, "[^"...)
	p.b = numerals{'0'}.appendInt(p.b, n)
	p.b = append(p.b, ']')
}

// write writes the words of a line: stretches of one weight one by one, in
// marks where they would be read as such.
func (p *mdWriter) write(l line) {
	at := len(p.b)
	p.pieces = l.appendPieces(p.pieces[:0], p.rtl)
	p.shorten(l, p.pieces)
	joinPieces(p.pieces, p.rtl)
	for i := 0; i < len(p.pieces); {
		end := i + 1
		weight := l[p.pieces[i].run].weight
		for end < len(p.pieces) && l[p.pieces[end].run].weight == weight {
			end++
		}
		p.part = p.part[:0]
		for i < end {
			i = p.stretch(l, i, end)
		}
		p.weighed(weight, end == len(p.pieces))
	}
	p.b = p.b[:at+len(bytes.TrimRight(p.b[at:], " "))]
}

// stretch writes the pieces from i on that lead to one address, or one piece,
// and returns the index of the next.
func (p *mdWriter) stretch(l line, i, end int) int {
	r := &l[p.pieces[i].run]
	if r.note > 0 {
		notes, next := l.notesAt(p.pieces[i].run)
		b := p.b
		p.b = p.part
		for _, n := range notes {
			p.footnote(n)
		}
		p.part, p.b = p.b, b
		return i + next - p.pieces[i].run
	}
	url := p.address(r)
	if url == "" {
		p.piece(p.pieces[i])
		return i + 1
	}
	p.part = append(p.part, '[')
	for i < end && p.address(&l[p.pieces[i].run]) == url {
		p.piece(p.pieces[i])
		i++
	}
	p.part = append(p.part, "]("...)
	p.part = append(p.part, strings.ReplaceAll(url, "&", "&amp;")...)
	p.part = append(p.part, ')')
	return i
}

func (p *mdWriter) piece(part piece) {
	if part.isolated {
		p.part = append(p.part, isolate...)
		p.esc.start = startWords
	}
	p.part = p.esc.append(p.part, part.words)
	if part.isolated {
		p.part = append(p.part, endIsolate...)
	}
}

// weighed appends the part in the marks of the weight, with the spaces at its
// ends outside of them.
func (p *mdWriter) weighed(w weight, last bool) {
	inner := bytes.Trim(p.part, " ")
	mark := [...]string{plain: "", strong: "**", emphasis: "*"}[w]
	if mark == "" || len(inner) == 0 {
		p.b = append(p.b, p.part...)
		return
	}
	lead := bytes.IndexByte(p.part, inner[0])
	p.b = append(p.b, p.part[:lead]...)
	trail := p.part[lead+len(inner):]
	if !p.canMark(inner, len(trail) > 0 || last) {
		mark = ""
	}
	p.b = append(append(append(append(p.b, mark...), inner...), mark...), trail...)
}

// canMark reports whether marks around the words are read as emphasis, by the
// rules of CommonMark. If free, a space or the end of the line follows the words;
// otherwise a letter may.
func (p *mdWriter) canMark(inner []byte, free bool) bool {
	before, _ := utf8.DecodeLastRune(p.b)
	first, _ := utf8.DecodeRune(inner)
	last, _ := utf8.DecodeLastRune(inner)
	begins := !isMarkSpace(first) && (!isMarkPunctuation(first) || len(p.b) == 0 || isMarkSpace(before) || isMarkPunctuation(before))
	ends := !isMarkSpace(last) && (!isMarkPunctuation(last) || free)
	return begins && ends && before != '*'
}
