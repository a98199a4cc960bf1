package brief

import (
	"html"
	"strconv"
	"strings"

	"golang.org/x/text/language"
)

// html returns the document as an HTML fragment.
func (d *document) html() []byte {
	p := &markup{lang: d.lang, rtl: rightToLeft(d.lang)}
	p.b.WriteString(`<article class="briefing" lang="` + html.EscapeString(d.lang.String()) +
		`" dir="` + direction(p.rtl) + "\">\n")
	p.element("h2", d.title)
	p.element("p", d.standfirst)
	for _, e := range d.lead {
		p.element("p", cited(e.line, e.cites))
	}
	for _, s := range d.sections {
		p.b.WriteString("<section>\n")
		p.element("h3", s.heading)
		for _, g := range s.blocks {
			p.element("h4", g.heading)
			for _, e := range g.paragraphs {
				p.element("p", cited(e.line, e.cites))
			}
			if len(g.entries) > 0 {
				p.entries(g.entries)
			}
			if g.table != nil {
				p.entries(g.table.entries())
			}
		}
		p.b.WriteString("</section>\n")
	}
	if len(d.notes) > 0 {
		p.b.WriteString("<ol>\n")
		for _, n := range d.notes {
			p.element("li", n.line)
		}
		p.b.WriteString("</ol>\n")
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

// element writes an element on one line, or nothing for an empty line.
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
		p.line(cited(e.line, e.cites))
		if len(e.sub) > 0 {
			p.b.WriteByte('\n')
			p.entries(e.sub)
		}
		p.b.WriteString("</li>\n")
	}
	p.b.WriteString("</ul>\n")
}

// line writes runs. Those in another language are marked as such, and those
// that run the other way are isolated.
func (p *markup) line(l line) {
	for _, r := range l {
		if r.note > 0 {
			p.b.WriteString("<sup>" + strconv.Itoa(r.note) + "</sup>")
			continue
		}
		foreign := r.lang != language.Und && !sameLanguage(r.lang, p.lang)
		lang := ""
		if foreign {
			lang = ` lang="` + html.EscapeString(r.lang.String()) + `"`
		}
		for _, part := range r.pieces(p.rtl) {
			words := html.EscapeString(part.words)
			switch {
			case foreign && part.isolated:
				p.b.WriteString("<bdi" + lang + ` dir="` + direction(rightToLeft(r.lang)) + `">` + words + "</bdi>")
			case foreign && strings.TrimSpace(part.words) != "":
				p.b.WriteString("<span" + lang + ">" + words + "</span>")
			case part.isolated:
				p.b.WriteString("<bdi>" + words + "</bdi>")
			default:
				p.b.WriteString(words)
			}
		}
	}
}
