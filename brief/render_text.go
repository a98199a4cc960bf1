package brief

import (
	"strconv"
	"strings"
)

const (
	isolate    = "\u2068" // FSI
	endIsolate = "\u2069" // PDI
)

// A layout is what plain text and Markdown differ in.
type layout struct {
	title, heading, group, bullet string // what begins such a line
	groupEnd                      string
	spaced                        bool // blank lines around the headings of groups
	escape, escapeStart           func(string) string
}

func (d *document) text() []byte {
	asIs := func(s string) string { return s }
	return d.lines(layout{group: "  ", bullet: "  - ", groupEnd: ":", escape: asIs, escapeStart: asIs})
}

func (d *document) markdown() []byte {
	return d.lines(layout{title: "# ", heading: "## ", group: "### ", bullet: "- ", spaced: true,
		escape: escapeMarkdown, escapeStart: escapeMarkdownStart})
}

// lines returns the document as lines of text.
func (d *document) lines(lay layout) []byte {
	p := &liner{layout: lay, rtl: rightToLeft(d.lang)}
	if len(d.title) > 0 {
		p.line(p.title, d.title, "")
	}
	for _, l := range []line{d.standfirst} {
		if len(l) > 0 {
			p.line("", l, "")
		}
	}
	for _, e := range d.lead {
		p.line("", cited(e.line, e.cites), "")
	}
	for _, s := range d.sections {
		bullet := ""
		if len(s.heading) > 0 {
			bullet = p.bullet
			p.blank(true)
			p.line(p.heading, s.heading, "")
		}
		for _, g := range s.blocks {
			if len(g.heading) > 0 {
				p.blank(p.spaced)
				p.line(p.group, g.heading, p.groupEnd)
			}
			p.blank(p.spaced && len(s.heading) > 0)
			p.entries(g.paragraphs, "")
			p.entries(g.entries, bullet)
			if g.table != nil {
				p.entries(g.table.entries(), bullet)
			}
		}
	}
	p.blank(len(d.notes) > 0)
	for i, n := range d.notes {
		p.line(strconv.Itoa(i+1)+". ", n.line, "")
	}
	if len(d.foot) > 0 {
		p.blank(true)
		p.line("", d.foot, "")
	}
	return []byte(p.b.String())
}

// A liner writes lines that isolate with characters.
type liner struct {
	layout
	b   strings.Builder
	rtl bool
}

func (p *liner) blank(yes bool) {
	if yes {
		p.b.WriteByte('\n')
	}
}

func (p *liner) entries(list []entry, lead string) {
	for _, e := range list {
		p.line(lead, cited(e.line, e.cites), "")
		p.entries(e.sub, "  "+lead)
	}
}

// entries returns the rows of a table as entries of a list.
func (t *table) entries() []entry {
	var list []entry
	for _, r := range t.rows {
		e := entry{id: r.id, class: r.class}
		for _, cell := range r.cells {
			e.line = join(e.line, cited(cell.line, cell.cites))
		}
		list = append(list, e)
	}
	return list
}

func (p *liner) line(lead string, l line, end string) {
	p.b.WriteString(lead)
	first := true
	for _, r := range l {
		if r.note > 0 {
			p.b.WriteString("[" + strconv.Itoa(r.note) + "]")
			continue
		}
		for _, part := range r.pieces(p.rtl) {
			words := p.escape(part.words)
			if part.isolated {
				words = isolate + words + endIsolate
			} else if first {
				words = p.escapeStart(words)
			}
			first = false
			p.b.WriteString(words)
		}
	}
	p.b.WriteString(end + "\n")
}

// escapeMarkdownStart escapes what would begin a list or a heading at the start
// of a line.
func escapeMarkdownStart(s string) string {
	if s == "" {
		return s
	}
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	switch {
	case strings.IndexByte("+-=", s[0]) >= 0:
		return `\` + s
	case digits > 0 && digits < len(s) && (s[digits] == '.' || s[digits] == ')'):
		return s[:digits] + `\` + s[digits:]
	}
	return s
}

// escapeMarkdown escapes the characters that mean something anywhere to
// CommonMark or its usual extensions.
func escapeMarkdown(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch r {
		case '\\', '`', '*', '_', '[', ']', '<', '>', '&', '#', '~', '|', '$':
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
