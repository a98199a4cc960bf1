package chart

import (
	"io"
	"math"
	"slices"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/internal/selection"
)

// Ties draws who is tied to whom, and by what: a row for each pair of nations
// and blocs, the closest tied first, and a column for each kind of tie, with
// circles as large as the counts. Exercises that are proposed, planned or
// cancelled are not counted; a cross marks a pair that has no others, and a pair
// tied by nothing else is left out. Where there is no tie, it shows whether a
// search for one is known. Of a selection by [entente.Dataset.Involving] it
// shows the pairs of which each call names one. The title names the actors and the
// periods that were asked for. The zero Ties draws them in English, 960 pixels wide.
// A Ties may be copied, and is safe for concurrent use if its functions are.
type Ties struct {
	// Language selects the words, as in [Timeline].
	Language language.Tag
	// Width is the width in pixels. Zero means 960; a width below 280 or above
	// 4000 counts as that limit.
	Width int
	// Title replaces the default title, which says what the picture shows.
	Title string
	// Pairs is the maximum number of pairs drawn. Zero means 20; more than 200
	// are never drawn.
	Pairs int
	// Link, if non-nil, returns the address that a circle for one record leads to,
	// or "" for none. Without it the circle leads to a source.
	Link func(entente.ID) string
	// LinkTies, if non-nil, returns the address that a circle for several
	// records leads to. The zero Kind means records that rest only on a
	// headline.
	LinkTies func(a, b entente.ID, k entente.Kind) string
	// Class, IDs and Bare are as in [Timeline].
	Class string
	IDs   string
	Bare  bool
}

// tieColumns are the kinds of tie, from the lasting to the passing; the zero Kind is
// for what rests only on a headline.
var tieColumns = [...]entente.Kind{
	entente.KindPartnership, entente.KindAgreement, entente.KindExercise, entente.KindMeeting, entente.KindStatement, 0,
}

// column returns the heading of a kind of tie.
func (f *frame) column(k entente.Kind) string {
	if k == 0 {
		return f.say(msgHeadlines)
	}
	return f.kind(k)
}

// tieCount returns the number in a column.
func tieCount(t entente.Ties, k entente.Kind) int {
	switch k {
	case entente.KindPartnership:
		return t.Partnerships
	case entente.KindAgreement:
		return t.Agreements
	case entente.KindExercise:
		return t.Exercises
	case entente.KindMeeting:
		return t.Meetings
	case entente.KindStatement:
		return t.Statements
	}
	return t.Headlines
}

// Write writes the picture of d to w in a single call to w.Write. A dataset in
// which nothing ties a pair gives a picture that says so. It returns an error if w
// is nil, or the error from w. It counts the records of d once, and looks at each
// pair that it draws.
func (t Ties) Write(w io.Writer, d *entente.Dataset) error {
	most := t.Pairs
	if most <= 0 {
		most = 20
	}
	p := &tiesPicture{frame: newFrame(d, t.Language, t.Width, t.IDs, "ties", t.Link), linkTies: t.LinkTies}
	p.pairs = slices.DeleteFunc(selection.AskedPairs(d, d.Summary().Pairs), func(x entente.Pair) bool {
		return x.Ties.Total()+x.Ties.Headlines == 0
	})
	all := len(p.pairs)
	p.pairs = p.pairs[:min(all, most, 200)]
	h := head{title: t.Title, class: t.Class, bare: t.Bare}
	if h.title == "" {
		h.title = p.titled(msgTies)
	}
	switch {
	case all == 0:
		h.notes = append(h.notes, p.say(msgEmpty))
	case len(p.pairs) < all:
		h.notes = append(h.notes, p.say(msgPairsDrawn, p.Number(len(p.pairs)), p.Number(all)))
	}
	for _, x := range p.pairs[:min(len(p.pairs), 3)] {
		h.description = p.joined(msgSep, h.description, p.say(msgTies1, p.pair(x.A, x.B), p.Number(x.Ties.Total())))
	}
	return p.picture(w, h, p.draw)
}

// A tiesPicture is a Ties being drawn.
type tiesPicture struct {
	*frame
	pairs    []entente.Pair
	linkTies func(a, b entente.ID, k entente.Kind) string
	columns  []int // those of tieColumns that hold anything
	largest  int
	crosses  bool // the picture has a cross
	none     bool // the picture says that something was searched and not found
	gaps     bool
}

func (f *frame) pair(a, b entente.ID) string { return f.say(msgPair, f.name(a), f.name(b)) }

func (p *tiesPicture) draw() {
	for i, k := range tieColumns {
		n, notHeld := 0, false
		for _, x := range p.pairs {
			n = max(n, tieCount(x.Ties, k))
			notHeld = notHeld || k == entente.KindExercise && x.Ties.NotHeld > 0
		}
		if p.largest = max(p.largest, n); n > 0 || notHeld {
			p.columns = append(p.columns, i)
		}
	}
	if len(p.columns) == 0 {
		return
	}
	// Names are in a column of their own, or above each row if the picture is narrow.
	names := 0.0
	for _, x := range p.pairs {
		names = max(names, width(p.pair(x.A, x.B), fontSize)+16)
	}
	apart := p.width-2*margin-min(names, 320) >= float64(len(p.columns))*84
	if names = min(names, 320); !apart {
		names = 0
	}
	wide := (p.width - 2*margin - names) / float64(len(p.columns))
	p.drawHead(names, wide)
	p.list(p.say(msgTies), func() {
		for _, x := range p.pairs {
			p.drawRow(x, names, wide)
		}
	})
	p.explain()
}

// x returns the middle of a column. In a picture from right to left the columns
// are too.
func (p *tiesPicture) x(column int, names, wide float64) float64 {
	x := margin + names + wide*(float64(column)+0.5)
	if p.canvas.rtl {
		return p.width - x
	}
	return x
}

func (p *tiesPicture) drawHead(names, wide float64) {
	p.open("g", "aria-hidden", "true")
	deep, class, size := 0, "lane", fontSize
	if wide < 90 {
		class, size = "note small", smallSize
	}
	for i, c := range p.columns {
		for n, l := range lines(p.column(tieColumns[c]), size, wide, 2) {
			p.text(p.x(i, names, wide), p.y+14+float64(n)*15, middle, class, l)
			deep = max(deep, n)
		}
	}
	p.y += 24 + float64(deep)*15
	p.shut()
}

func (p *tiesPicture) drawRow(x entente.Pair, names, wide float64) {
	const height, largest = 34.0, 13.0
	start, at := p.start()
	name := p.pair(x.A, x.B)
	if names == 0 {
		p.y += 18
		p.open("g", "aria-hidden", "true")
		p.text(start, p.y-4, at, "name", fitted(name, fontSize, p.width-2*margin))
		p.shut()
	} else {
		p.open("g", "aria-hidden", "true")
		p.text(start, p.y+height/2+4, at, "name", fitted(name, fontSize, names-12))
		p.shut()
	}
	for i, c := range p.columns {
		k := tieColumns[c]
		n := tieCount(x.Ties, k)
		cx, cy := p.x(i, names, wide), p.y+height/2
		words := p.say(msgColon, name, p.say(msgCount, p.column(k), p.Number(n)))
		if n == 0 {
			p.drawNone(x, k, cx, cy)
			continue
		}
		if k == entente.KindExercise {
			words = p.joined(msgList, words, p.notHeld(x.Ties.NotHeld))
		}
		p.mark(p.tiesLink(x, k, n), words, func() {
			r := max(2.5, largest*math.Sqrt(float64(n)/float64(p.largest)))
			class := "one"
			if k == 0 {
				class = "one outline"
			}
			p.el("circle", "class", class, "cx", num(cx-14), "cy", num(cy), "r", num(r))
			p.text(cx+8, cy+4, left, "count", p.Number(n))
		})
	}
	p.y += height
	p.open("g", "aria-hidden", "true")
	p.el("path", "class", "grid", "d", "M"+num(margin)+" "+num(p.y)+"H"+num(p.width-margin))
	p.shut()
}

// drawNone draws what it means that there is no tie.
func (p *tiesPicture) drawNone(x entente.Pair, k entente.Kind, cx, cy float64) {
	if k == 0 {
		return
	}
	p.open("g", "aria-hidden", "true")
	switch p.data.Between(x.A, x.B).OfKind(k).Answer() {
	case entente.AnswerNotCovered:
		p.hatched(cx-13, cy-5.5, 26, 11)
		p.gaps = true
	case entente.AnswerNoneFound:
		p.text(cx, cy+4, middle, "zero", p.Number(0))
		p.none = true
	case entente.AnswerFound:
		if k == entente.KindExercise && x.Ties.NotHeld > 0 {
			p.text(cx, cy+4, middle, "zero", crossed)
			p.crosses = true
		}
	}
	p.shut()
}

// tiesLink returns where a circle leads.
func (p *tiesPicture) tiesLink(x entente.Pair, k entente.Kind, n int) string {
	if n == 1 && k != 0 {
		d := p.data.Between(x.A, x.B).OfKind(k)
		if d.Len() == 1 {
			for r := range d.All() {
				return p.href(r.AsFact())
			}
		}
	}
	if p.linkTies != nil {
		return address(p.linkTies(x.A, x.B, k))
	}
	return ""
}

func (p *tiesPicture) explain() {
	if p.crosses {
		p.addLegend(p.say(msgNotHeld), func(f *frame, x, y float64) {
			f.text(x+13, y+barHeight-1, middle, "zero", crossed)
		})
	}
	if p.none {
		p.addLegend(p.say(msgNoneFound), func(f *frame, x, y float64) {
			f.text(x+13, y+barHeight-1, middle, "zero", f.Number(0))
		})
	}
	if p.gaps {
		p.addLegend(p.say(msgNotSearched), func(f *frame, x, y float64) { f.hatched(x, y, 26, barHeight) })
	}
}
