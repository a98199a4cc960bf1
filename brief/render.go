package brief

import (
	"html"
	"strings"

	"golang.org/x/text/language"
)

const (
	isolate    = "\u2068" // FSI
	endIsolate = "\u2069" // PDI
)

// text returns the document as plain text.
func (d *document) text() []byte {
	p := &plain{rtl: rightToLeft(d.lang), escape: func(s string) string { return s }}
	if len(d.title) > 0 {
		p.line("", d.title)
	}
	for _, s := range d.sections {
		if len(s.heading) > 0 {
			p.b.WriteByte('\n')
			p.line("", s.heading)
		}
		for _, g := range s.groups {
			if len(g.heading) > 0 {
				p.line("  ", append(g.heading[:len(g.heading):len(g.heading)], run{words: ":", lang: language.Und}))
			}
			p.entries(g.entries, bullet(s, "  "), "  ")
		}
	}
	if len(d.foot) > 0 {
		p.b.WriteByte('\n')
		p.line("", d.foot)
	}
	return []byte(p.b.String())
}

// bullet is what entries of the section are led in with: nothing if the
// section is but one sentence.
func bullet(s section, indent string) string {
	if len(s.heading) == 0 {
		return ""
	}
	return indent + "- "
}

// markdown returns the document as Markdown.
func (d *document) markdown() []byte {
	p := &plain{rtl: rightToLeft(d.lang), escape: escapeMarkdown}
	if len(d.title) > 0 {
		p.line("# ", d.title)
	}
	for _, s := range d.sections {
		if len(s.heading) > 0 {
			p.b.WriteByte('\n')
			p.line("## ", s.heading)
		}
		for _, g := range s.groups {
			if len(g.heading) > 0 {
				p.b.WriteByte('\n')
				p.line("### ", g.heading)
			}
			if len(s.heading) > 0 {
				p.b.WriteByte('\n')
			}
			p.entries(g.entries, bullet(s, ""), "  ")
		}
	}
	if len(d.foot) > 0 {
		p.b.WriteByte('\n')
		p.line("", d.foot)
	}
	return []byte(p.b.String())
}

// A plain writes lines that isolate with characters.
type plain struct {
	b      strings.Builder
	rtl    bool
	escape func(string) string
}

func (p *plain) entries(list []entry, lead, indent string) {
	for _, e := range list {
		p.line(lead, cited(e))
		p.entries(e.sub, indent+lead, indent)
	}
}

// cited returns the line of an entry with its citations behind it.
func cited(e entry) line { return join(e.line, e.cites) }

func (p *plain) line(lead string, l line) {
	p.b.WriteString(lead)
	first := true
	for _, r := range l {
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
	p.b.WriteByte('\n')
}

// escapeStart escapes what would begin a list or a heading at the start of a
// line.
func (p *plain) escapeStart(s string) string {
	if p.escape("*") == "*" || s == "" {
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

// escapeMarkdown escapes the characters that mean something to CommonMark or
// to its usual extensions wherever they stand.
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

// html returns the document as an HTML fragment.
func (d *document) html() []byte {
	p := &markup{lang: d.lang, rtl: rightToLeft(d.lang)}
	p.b.WriteString(`<article class="briefing" lang="` + html.EscapeString(d.lang.String()) + `" dir="` + direction(p.rtl) + "\">\n")
	p.element("h2", d.title)
	for _, s := range d.sections {
		if len(s.heading) == 0 {
			for _, g := range s.groups {
				for _, e := range g.entries {
					p.element("p", cited(e))
				}
			}
			continue
		}
		p.b.WriteString("<section>\n")
		p.element("h3", s.heading)
		for _, g := range s.groups {
			p.element("h4", g.heading)
			p.entries(g.entries)
		}
		p.b.WriteString("</section>\n")
	}
	p.element("p", d.foot)
	p.b.WriteString("</article>\n")
	return []byte(p.b.String())
}

// A markup writes HTML.
type markup struct {
	b    strings.Builder
	lang language.Tag
	rtl  bool
}

func direction(rtl bool) string {
	if rtl {
		return "rtl"
	}
	return "ltr"
}

// element writes an element on a line of its own, if there is anything in it.
func (p *markup) element(name string, l line) {
	if len(l) == 0 {
		return
	}
	p.b.WriteString("<" + name + ">")
	p.line(l)
	p.b.WriteString("</" + name + ">\n")
}

func (p *markup) entries(list []entry) {
	p.b.WriteString("<ul>\n")
	for _, e := range list {
		p.b.WriteString("<li")
		if e.class != "" {
			p.b.WriteString(` class="` + e.class + `"`)
		}
		p.b.WriteString(">")
		p.line(e.line)
		if len(e.cites) > 0 {
			p.b.WriteString(` <small class="cites">`)
			p.line(e.cites)
			p.b.WriteString("</small>")
		}
		if len(e.sub) > 0 {
			p.b.WriteByte('\n')
			p.entries(e.sub)
		}
		p.b.WriteString("</li>\n")
	}
	p.b.WriteString("</ul>\n")
}

// line writes runs: those of another language marked as such, and those that
// run the other way isolated.
func (p *markup) line(l line) {
	for _, r := range l {
		foreign := r.lang != language.Und && !sameLanguage(r.lang, p.lang)
		for _, part := range r.pieces(p.rtl) {
			words := html.EscapeString(part.words)
			switch {
			case foreign && strings.TrimSpace(part.words) != "":
				name := "span"
				if part.isolated {
					name = "bdi"
				}
				p.b.WriteString("<" + name + ` lang="` + html.EscapeString(r.lang.String()) + `"`)
				if part.isolated {
					p.b.WriteString(` dir="` + direction(rightToLeft(r.lang)) + `"`)
				}
				p.b.WriteString(">" + words + "</" + name + ">")
			case part.isolated:
				p.b.WriteString("<bdi>" + words + "</bdi>")
			default:
				p.b.WriteString(words)
			}
		}
	}
}

// sameLanguage reports whether words in a need no mark in a text in b.
func sameLanguage(a, b language.Tag) bool {
	aBase, _ := a.Base()
	bBase, _ := b.Base()
	aScript, _ := a.Script()
	bScript, _ := b.Script()
	return aBase == bBase && aScript == bScript
}
