package chart

import (
	"errors"
	"io"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
)

// Years draws what ties a pair of nations or blocs in each year: a row for each
// kind of record, and in it a column for each year, as high as the count. A
// count, none found, and not known to have been searched look different; see
// [entente.Dataset.PairYears]. Exercises that are proposed, planned or cancelled
// are no part of a column: a cross marks them. The zero Years has no pair, so
// Write returns an error. A Years may be copied, and is safe for concurrent use
// if its functions are.
type Years struct {
	// Language selects the words, as in [Timeline].
	Language language.Tag
	// Width is the width in pixels. Zero means 960; a width below 280 or above
	// 4000 counts as that limit.
	Width int
	// Title replaces the default title, which names the pair.
	Title string
	// A and B are the pair. Both are required.
	A, B entente.ID
	// First and Last are the years; zero means the first or last year of the
	// pair's records.
	First, Last int
	// Link, if non-nil, returns the address that a column of one record leads to,
	// or "" for none. Without it the column leads to a source.
	Link func(entente.ID) string
	// LinkYear, if non-nil, returns the address that a column of several records
	// leads to.
	LinkYear func(k entente.Kind, year int) string
	// Class, IDs and Bare are as in [Timeline].
	Class string
	IDs   string
	Bare  bool
}

// Write writes the picture of the pair in d to w in a single call to w.Write. If
// the pair has no dated records and no years were given, the picture says so. It
// returns an error if A or B is empty, if they are the same, or if w is nil, or
// the error from w. It counts the records of the pair once.
func (t Years) Write(w io.Writer, d *entente.Dataset) error {
	if t.A == "" || t.B == "" || t.A == t.B {
		return errors.New("chart: Years needs two different parties, A and B")
	}
	p := &yearsPicture{
		frame: newFrame(d.Between(t.A, t.B), t.Language, t.Width, t.IDs, "years", t.Link), linkYear: t.LinkYear,
		a: t.A, b: t.B, first: t.First, last: t.Last,
	}
	h := head{title: t.Title, class: t.Class, bare: t.Bare}
	if h.title == "" {
		h.title = p.say(msgYears, p.name(t.A), p.name(t.B))
	}
	p.measure(&h)
	p.tally(&h)
	return p.picture(w, h, p.draw)
}

// A yearsPicture is a Years being drawn.
type yearsPicture struct {
	*frame
	linkYear    func(k entente.Kind, year int) string
	a, b        entente.ID
	first, last int // no years if last is before first
	rows        []yearRow
	seen        struct{ bilateral, multilateral, headlines, notHeld, maybe, undated, none, gap bool }
}

// A yearRow has the years of one kind.
type yearRow struct {
	kind    entente.Kind
	years   []entente.PairYear
	highest int
	notHeld bool // some exercises were not held
}

const narrowest = 13.0 // the width of a year

// measure decides on the years.
func (p *yearsPicture) measure(h *head) {
	if p.first == 0 || p.last == 0 {
		if years := p.data.Summary().Years; len(years) > 0 {
			if p.first == 0 {
				p.first = years[0].Key
			}
			if p.last == 0 {
				p.last = years[len(years)-1].Key
			}
		} else if p.first == 0 && p.last == 0 {
			p.first, p.last = 1, 0
		} else {
			p.first, p.last = max(p.first, p.last), max(p.first, p.last)
		}
	}
	p.first, p.last = max(p.first, -9999), min(p.last, 9999)
	most := int((p.width - 2*margin) / narrowest)
	if all := p.last - p.first + 1; all > most {
		p.first = p.last - most + 1
		h.notes = append(h.notes, p.say(msgYearsDrawn, p.Number(most), p.Number(all)))
	}
}

// tally counts the records.
func (p *yearsPicture) tally(h *head) {
	a, b := min(p.a, p.b), max(p.a, p.b)
	byKind := make(map[entente.Kind]*yearRow)
	if p.last >= p.first {
		for y := range p.data.PairYears(p.first, p.last) {
			if y.A > a || y.A == a && y.B > b {
				break // the pairs are in the order of IDs
			}
			if y.A != a || y.B != b {
				continue
			}
			row := byKind[y.Kind]
			if row == nil {
				row = &yearRow{kind: y.Kind}
				byKind[y.Kind] = row
			}
			row.years = append(row.years, y)
			row.highest = max(row.highest, y.Bilateral+y.Multilateral+y.Headlines+y.Maybe)
			row.notHeld = row.notHeld || y.NotHeld > 0
		}
	}
	for _, k := range tieColumns {
		row := byKind[k]
		if row == nil {
			continue
		}
		p.rows = append(p.rows, *row)
		total := 0
		for _, y := range row.years {
			total += y.Bilateral + y.Multilateral + y.Headlines
		}
		if k != entente.KindPartnership && k != entente.KindAgreement { // which last for years
			h.description = p.joined(msgSep, h.description, p.say(msgCount, p.column(k), p.Number(total)))
		}
	}
	if len(p.rows) == 0 {
		h.notes = append(h.notes, p.say(msgEmpty))
		return
	}
	h.description = p.joined(msgSep, h.description, p.say(msgFromTo, p.Year(p.first), p.Year(p.last)))
}

func (p *yearsPicture) draw() {
	if len(p.rows) == 0 {
		return
	}
	wide := (p.width - 2*margin) / float64(p.last-p.first+1)
	for _, row := range p.rows {
		p.drawRow(row, p.column(row.kind), wide)
	}
	p.drawAxis(wide)
	p.explain()
}

const (
	yearsHeight = 46.0 // of the highest column
	yearsAbove  = 15.0 // for the count
	yearsCross  = 13.0 // for the sign of exercises that were not held
)

func (p *yearsPicture) drawRow(row yearRow, heading string, wide float64) {
	x, at := p.start()
	p.open("g", "aria-hidden", "true")
	p.y += fontSize + 6
	p.text(x, p.y, at, "lane", heading)
	p.y += 6
	if row.notHeld {
		p.el("rect", "class", "ground", "x", num(margin), "y", num(p.y), "width", num(p.width-2*margin), "height", num(yearsCross))
		p.y += yearsCross
	}
	p.el("rect", "class", "ground", "x", num(margin), "y", num(p.y), "width", num(p.width-2*margin), "height", num(yearsHeight+yearsAbove))
	p.shut()
	p.y += yearsHeight + yearsAbove
	p.list(heading, func() {
		for _, y := range row.years {
			p.drawYear(row, y, margin+wide*float64(y.Year-p.first), wide)
		}
	})
	p.open("g", "aria-hidden", "true")
	p.el("path", "class", "axis", "d", "M"+num(margin)+" "+num(p.y)+"H"+num(p.width-margin))
	p.shut()
	p.y += 4
}

// drawYear draws one year of one kind, from the axis up.
func (p *yearsPicture) drawYear(row yearRow, y entente.PairYear, x, wide float64) {
	sure := y.Bilateral + y.Multilateral + y.Headlines
	p.mark(p.yearLink(y), p.told(y), func() {
		if sure+y.Maybe == 0 {
			if y.NotHeld > 0 {
				p.drawNotHeld(y, x, wide, p.y-4)
			} else {
				p.drawNone(y, x, wide)
			}
			return
		}
		gap := min(4, wide*0.15)
		unit := yearsHeight / float64(row.highest)
		top := p.y
		part := func(n int, class, fill string, seen *bool) {
			if n > 0 {
				h := unit * float64(n)
				top -= h
				p.el("rect", "class", class, "fill", fill, "x", num(x+gap), "y", num(top), "width", num(wide-2*gap), "height", num(h))
				*seen = true
			}
		}
		part(y.Bilateral, "one", "", &p.seen.bilateral)
		part(y.Multilateral, "edge", p.fill("stripe"), &p.seen.multilateral)
		part(y.Headlines, "one range", "", &p.seen.headlines)
		part(y.Maybe, "one outline", "", &p.seen.maybe)
		count := p.Number(sure)
		if sure == 0 {
			count = "?"
		}
		class, size := "count", fontSize
		if width(count, size) > wide-2 {
			class, size = "count small", smallSize
		}
		if width(count, size) < wide+2 {
			p.text(x+wide/2, top-3, middle, class, count)
		}
		if y.NotHeld > 0 {
			p.drawNotHeld(y, x, wide, top-3-yearsCross)
		}
	})
}

// drawNotHeld draws a cross for the exercises that were not held, with their
// number if there is room.
func (p *yearsPicture) drawNotHeld(y entente.PairYear, x, wide, base float64) {
	words := crossed
	if n := crossed + p.Number(y.NotHeld); y.NotHeld > 1 && width(n, fontSize) < wide+2 {
		words = n
	}
	p.text(x+wide/2, base, middle, "zero", words)
	p.seen.notHeld = true
}

// drawNone draws a year without records.
func (p *yearsPicture) drawNone(y entente.PairYear, x, wide float64) {
	switch y.Answer {
	case entente.AnswerNotCovered:
		p.hatched(x, p.y-yearsHeight-yearsAbove, wide, yearsHeight+yearsAbove)
		p.seen.gap = true
	case entente.AnswerUndated:
		year := edtf.Span{First: dayOf(y.Year, 1, 1), Last: dayOf(y.Year, 12, 31)}
		if !p.data.OfKind(y.Kind).During(year.Period()).Covered() {
			p.hatched(x, p.y-yearsHeight-yearsAbove, wide, yearsHeight+yearsAbove)
			p.seen.gap = true
		}
		p.text(x+wide/2, p.y-4, middle, "zero", "?")
		p.seen.undated = true
	default:
		p.text(x+wide/2, p.y-4, middle, "zero", p.Number(0))
		p.seen.none = true
	}
}

// told says in words what a year has.
func (p *yearsPicture) told(y entente.PairYear) string {
	var parts []string
	for _, part := range [...]struct {
		n     int
		words msg
	}{
		{y.Bilateral, msgBilateral}, {y.Multilateral, msgMultilateral}, {y.Headlines, msgOnlyHeadlines}, {y.Maybe, msgMayBe},
	} {
		if part.n > 0 {
			parts = append(parts, p.say(msgSoMany, p.say(part.words), p.Number(part.n)))
		}
	}
	if y.NotHeld > 0 {
		parts = append(parts, p.notHeld(y.NotHeld))
	}
	switch {
	case len(parts) > 0:
	case y.Answer == entente.AnswerNotCovered:
		parts = append(parts, p.say(msgNotSearched))
	case y.Answer == entente.AnswerUndated:
		parts = append(parts, p.say(msgUndatedYear))
	default:
		parts = append(parts, p.say(msgNoneFound))
	}
	return p.say(msgColon, p.List(p.Year(y.Year), p.Kind(y.Kind)), p.List(parts...))
}

// yearLink returns where a year leads.
func (p *yearsPicture) yearLink(y entente.PairYear) string {
	n := y.Bilateral + y.Multilateral + y.Headlines + y.NotHeld + y.Maybe
	if n == 0 {
		return ""
	}
	if n == 1 {
		year := edtf.Span{First: dayOf(y.Year, 1, 1), Last: dayOf(y.Year, 12, 31)}
		if d := p.data.OfKind(y.Kind).During(year.Period()); d.Len() == 1 {
			for r := range d.All() {
				return p.href(r.AsFact())
			}
		}
	}
	if p.linkYear != nil {
		return address(p.linkYear(y.Kind, y.Year))
	}
	return ""
}

func (p *yearsPicture) drawAxis(wide float64) {
	p.open("g", "aria-hidden", "true")
	p.y += 14
	step := 1
	for _, n := range steps {
		if step = n; wide*float64(step) > width("0000", fontSize)+8 {
			break
		}
	}
	for y := p.first; y <= p.last; y++ {
		if y%step == 0 {
			p.text(min(margin+wide*(float64(y-p.first)+0.5), p.width-margin-4), p.y, middle, "tick", p.Year(y))
		}
	}
	p.shut()
}

func (p *yearsPicture) explain() {
	box := func(class, pattern string) func(f *frame, x, y float64) {
		return func(f *frame, x, y float64) {
			fill := ""
			if pattern != "" {
				fill = f.fill(pattern)
			}
			f.el("rect", "class", class, "fill", fill, "x", num(x), "y", num(y), "width", "26", "height", num(barHeight))
		}
	}
	for _, s := range []struct {
		seen           bool
		words          msg
		class, pattern string
	}{
		{p.seen.bilateral, msgBilateral, "one", ""},
		{p.seen.multilateral, msgMultilateral, "edge", "stripe"},
		{p.seen.headlines, msgOnlyHeadlines, "one range", ""},
		{p.seen.maybe, msgMayBe, "one outline", ""},
		{p.seen.gap, msgNotSearched, "", "hatch"},
	} {
		if s.seen {
			p.addLegend(p.say(s.words), box(s.class, s.pattern))
		}
	}
	letter := func(s string) func(f *frame, x, y float64) {
		return func(f *frame, x, y float64) { f.text(x+13, y+barHeight-1, middle, "zero", s) }
	}
	if p.seen.notHeld {
		p.addLegend(p.say(msgNotHeld), letter(crossed))
	}
	if p.seen.undated {
		p.addLegend(p.say(msgUndatedYear), letter("?"))
	}
	if p.seen.none {
		p.addLegend(p.say(msgNoneFound), letter(p.Number(0)))
	}
}
