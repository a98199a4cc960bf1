package brief

import (
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
)

// options is what a caller chooses about the form of a document.
type options struct {
	level int // of the heading of the title, 0 for the usual
	link  func(entente.ID) string
	style string // added to that of a page
}

// headingLevel returns the level of the title, from 1 to 4.
func (o options) headingLevel(usual int) int {
	if o.level == 0 {
		return usual
	}
	return min(max(o.level, 1), 4)
}

// html returns the document as an HTML fragment.
func (d *document) html(o options) []byte {
	p := newMarkup(d, o)
	p.article(d, o.headingLevel(2))
	return p.b
}

// A markup writes HTML.
type markup struct {
	b    []byte
	lang language.Tag
	rtl  bool
	addresses
	numerals numerals
	anchors  map[entente.ID]bool // the records that have an entry, true once it is written
	backs    []string            // what each note leads back to, by number
	ranges   int                 // how many references with an anchor of their own are written
	spans    []span
	pieces   []piece
	same     language.Tag // the last that is that of the document, in other letters
	foreign  language.Tag // the last that is not
	now      entente.ID   // the record whose entry is being written
}

func newMarkup(d *document, o options) *markup {
	p := &markup{lang: d.lang, rtl: rightToLeft(d.lang), addresses: addresses{link: o.link}, numerals: d.numerals(),
		anchors: make(map[entente.ID]bool), backs: make([]string, len(d.notes)+1)}
	p.b = make([]byte, 0, d.size(markupOfEntry, markupOfNote)+len(styleSheet))
	for _, e := range d.lead {
		p.anchor(e.id)
	}
	for _, l := range d.digest {
		p.anchor(l.entry.id)
	}
	for _, s := range d.sections {
		for _, g := range s.blocks {
			p.anchorsOf(g)
		}
	}
	return p
}

func (p *markup) anchorsOf(g block) {
	p.anchor(g.id)
	for _, e := range g.paragraphs {
		p.anchor(e.id)
	}
	for _, e := range g.entries {
		p.anchor(e.id)
	}
	if g.table != nil {
		for _, r := range g.table.rows {
			p.anchor(r.id)
			for _, c := range r.cells {
				p.anchor(c.id)
			}
		}
	}
}

func (p *markup) anchor(id entente.ID) {
	if id != "" {
		p.anchors[id] = false
	}
}

func direction(rtl bool) string {
	if rtl {
		return "rtl"
	}
	return "ltr"
}

func (p *markup) raw(s string) { p.b = append(p.b, s...) }

// attribute writes an attribute, or nothing without a value.
func (p *markup) attribute(name, value string) {
	if value != "" {
		p.raw(" " + name + `="`)
		p.b = appendHTML(p.b, harmless(value))
		p.raw(`"`)
	}
}

// open writes a start tag, with the anchor of a record on its first entry.
func (p *markup) open(name, class string, id entente.ID) {
	p.raw("<" + name)
	p.attribute("class", class)
	if written, ok := p.anchors[id]; ok && !written {
		p.anchors[id] = true
		p.attribute("id", anchorOf(id))
	}
	p.raw(">")
}

func anchorOf(id entente.ID) string { return "r-" + string(id) }

func (p *markup) article(d *document, level int) {
	p.raw(`<article class="briefing"`)
	p.attribute("lang", d.lang.String())
	p.attribute("dir", direction(p.rtl))
	p.raw(">\n")
	p.heading(level, d.title)
	p.element("p", "standfirst", d.standfirst)
	if len(d.lead) > 0 {
		p.raw("<div class=\"lead\">\n")
		p.paragraphs(d.lead)
		p.raw("</div>\n")
	}
	p.digest(d.digest)
	for _, s := range d.sections {
		p.section(d, s, level)
	}
	if !d.hasNotesSection() {
		p.notes(d.notes)
	}
	if !d.foot.blank() {
		p.raw("<footer>")
		p.element("p", "", d.foot)
		p.raw("</footer>\n")
	}
	p.raw("</article>\n")
}

func (p *markup) section(d *document, s section, level int) {
	p.raw("<section")
	p.attribute("id", s.name)
	p.attribute("class", s.name)
	if s.holdsNotes() {
		p.raw(` role="doc-endnotes"`)
	}
	p.raw(">\n")
	p.heading(level+1, s.heading)
	for _, svg := range s.figures {
		p.raw("<figure>\n")
		p.b = append(p.b, svg...)
		p.raw("</figure>\n")
	}
	for _, g := range s.blocks {
		p.block(g, level+2)
	}
	if s.holdsNotes() {
		p.notes(d.notes)
	}
	p.raw("</section>\n")
}

func (p *markup) block(g block, level int) {
	if g.id != "" {
		p.open("div", "", g.id)
		p.raw("\n")
		defer p.raw("</div>\n")
	}
	p.heading(level, g.heading)
	p.paragraphs(g.paragraphs)
	p.entries(g.entries)
	if g.table != nil {
		p.table(g.table)
	}
}

func (p *markup) heading(level int, l line) {
	p.element("h"+strconv.Itoa(min(level, 6)), "", l)
}

// element writes an element on one line, or nothing for an empty line.
func (p *markup) element(name, class string, l line) {
	if l.blank() {
		return
	}
	p.open(name, class, "")
	p.line(l)
	p.raw("</" + name + ">\n")
}

// entry writes the words of an entry and its notes.
func (p *markup) entry(e entry) {
	before := p.now
	if e.id != "" {
		p.now = e.id
	}
	p.line(e.line)
	p.cites(e.cites)
	p.now = before
}

func (p *markup) paragraphs(list []entry) {
	for _, e := range list {
		p.open("p", e.class, e.id)
		p.entry(e)
		p.raw("</p>\n")
	}
}

func (p *markup) entries(list []entry) {
	if len(list) == 0 {
		return
	}
	p.raw("<ul>\n")
	for _, e := range list {
		p.open("li", e.class, e.id)
		p.entry(e)
		if len(e.sub) > 0 {
			p.raw("\n")
			p.entries(e.sub)
		}
		p.raw("</li>\n")
	}
	p.raw("</ul>\n")
}

func (p *markup) digest(list []labelled) {
	if len(list) == 0 {
		return
	}
	p.raw("<dl class=\"digest\">\n")
	for _, l := range list {
		p.raw("<div><dt>")
		p.line(l.label)
		p.raw("</dt>")
		p.open("dd", l.entry.class, l.entry.id)
		p.entry(l.entry)
		p.raw("</dd></div>\n")
	}
	p.raw("</dl>\n")
}

// notes writes the notes, each with a link to the first reference to it.
func (p *markup) notes(list []note) {
	if len(list) == 0 {
		return
	}
	p.raw("<ol class=\"notes\">\n")
	for i, n := range list {
		p.raw(`<li id="note-` + strconv.Itoa(i+1) + `">`)
		p.line(n.line)
		if back := p.backs[i+1]; back != "" {
			p.raw(` <a class="back" role="doc-backlink"`)
			p.attribute("href", "#"+back)
			p.raw(">↑</a>")
		}
		p.raw("</li>\n")
	}
	p.raw("</ol>\n")
}

// cites writes references to notes.
func (p *markup) cites(notes []int) {
	if len(notes) == 0 {
		return
	}
	p.spans = spans(p.spans[:0], notes)
	p.raw(`<sup class="cites"`)
	anchored := false
	for _, s := range p.spans { // what a range does not name leads back to the whole
		for n := s.first + 1; n < s.last; n++ {
			anchored = p.setBack(n, "cites-", p.ranges+1) || anchored
		}
	}
	if anchored {
		p.ranges++
		p.attribute("id", "cites-"+strconv.Itoa(p.ranges))
	}
	p.raw(">")
	for i, s := range p.spans {
		if i > 0 {
			p.raw(comma(p.rtl))
		}
		p.noteRef(s.first)
		if s.last > s.first {
			p.raw("–")
			p.noteRef(s.last)
		}
	}
	p.raw("</sup>")
}

// setBack sets what a note leads back to, unless it is set, and reports whether
// it has.
func (p *markup) setBack(note int, prefix string, id int) bool {
	if note >= len(p.backs) || p.backs[note] != "" {
		return false
	}
	p.backs[note] = prefix + strconv.Itoa(id)
	return true
}

// noteRef writes a reference to a note. The first is what the note leads back to.
func (p *markup) noteRef(n int) {
	p.raw("<a")
	if p.setBack(n, "cite-", n) {
		p.attribute("id", p.backs[n])
	}
	p.raw(` role="doc-noteref" href="#note-`)
	p.b = strconv.AppendInt(p.b, int64(n), 10)
	p.raw(`">`)
	p.b = p.numerals.appendInt(p.b, n)
	p.raw("</a>")
}

// line writes runs: those in one weight and with one address together.
func (p *markup) line(l line) {
	p.pieces = l.appendPieces(p.pieces[:0], p.rtl)
	p.shorten(l, p.pieces)
	open := ""
	var weight weight
	address := ""
	end := func() {
		if address != "" {
			p.raw("</a>")
		}
		p.raw(open)
		open, address = "", ""
	}
	for i := 0; i < len(p.pieces); i++ {
		r := &l[p.pieces[i].run]
		if r.note > 0 {
			end()
			weight = plain
			notes, next := l.notesAt(p.pieces[i].run)
			p.cites(notes)
			i += next - p.pieces[i].run - 1
			continue
		}
		to := p.target(r)
		if r.weight != weight || to != address {
			end()
			weight = r.weight
			open = p.openWeight(weight)
			if address = to; to != "" {
				p.openLink(r, to)
			}
		}
		p.piece(r, p.pieces[i])
	}
	end()
}

func (p *markup) openWeight(w weight) (end string) {
	switch w {
	case strong:
		p.raw("<strong>")
		return "</strong>"
	case emphasis:
		p.raw("<em>")
		return "</em>"
	}
	return ""
}

// target returns where a run leads: to an address on the web, to the page that
// the caller has for a record, or to the entry of a record in the document.
func (p *markup) target(r *run) string {
	if a := p.address(r); a != "" || r.id == "" || p.link != nil || r.id == p.now {
		return a
	}
	if _, ok := p.anchors[r.id]; ok {
		return "#" + anchorOf(r.id)
	}
	return ""
}

func (p *markup) openLink(r *run, to string) {
	p.raw("<a")
	if r.href == "" {
		p.raw(` class="record"`)
	} else {
		p.raw(` class="source" rel="noreferrer"`)
	}
	p.attribute("href", to)
	p.raw(">")
}

// piece writes words. Those in another language are marked as such, and those
// that run the other way are isolated, but for plain numbers, which need it not.
func (p *markup) piece(r *run, part piece) {
	foreign := p.isForeign(r.lang) && strings.TrimSpace(part.words) != ""
	isolated := part.isolated && (foreign || !isNumber(part.words))
	switch {
	case isolated && foreign:
		p.raw("<bdi")
		p.attribute("lang", r.lang.String())
		p.attribute("dir", direction(rightToLeft(r.lang)))
		p.raw(">")
	case isolated:
		p.raw("<bdi>")
	case foreign:
		p.raw("<span")
		p.attribute("lang", r.lang.String())
		p.raw(">")
	}
	p.b = appendHTML(p.b, part.words)
	switch {
	case isolated:
		p.raw("</bdi>")
	case foreign:
		p.raw("</span>")
	}
}

// isForeign reports whether words in the language are to be marked. It knows the
// last two answers, since most runs are in one of two languages.
func (p *markup) isForeign(tag language.Tag) bool {
	switch tag {
	case language.Und, p.lang, p.same:
		return false
	case p.foreign:
		return true
	}
	if sameLanguage(tag, p.lang) {
		p.same = tag
		return false
	}
	p.foreign = tag
	return true
}

func (p *markup) table(t *table) {
	columns := t.columns()
	if columns == 0 {
		return
	}
	p.raw("<table>\n")
	if t.hasHead() {
		p.raw("<thead><tr>")
		for i := range columns {
			if i >= len(t.head) || t.head[i].blank() {
				p.raw("<td></td>")
				continue
			}
			p.raw(`<th scope="col">`)
			p.line(t.head[i])
			p.raw("</th>")
		}
		p.raw("</tr></thead>\n")
	}
	p.raw("<tbody>\n")
	for _, r := range t.rows {
		p.row(t, r, columns)
	}
	p.raw("</tbody>\n</table>\n")
}

// row writes a row. Its first cell is its heading; the others bear the words of
// the head, for style sheets that show them one below the other.
func (p *markup) row(t *table, r row, columns int) {
	p.open("tr", r.class, r.id)
	p.now = r.id
	for i := range columns {
		var c entry
		if i < len(r.cells) {
			c = r.cells[i]
		}
		name := "td"
		p.raw("<")
		if i == 0 {
			name = "th"
			p.raw(`th scope="row"`)
		} else {
			p.raw(name)
			if i < len(t.head) {
				p.attribute("data-label", t.head[i].text())
			}
		}
		p.attribute("class", c.class)
		p.raw(">")
		p.entry(c)
		p.raw("</" + name + ">")
	}
	p.now = ""
	p.raw("</tr>\n")
}
