package chart

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
)

// A frame is what the three pictures share: the words, the width, the links, and
// what is around the marks.
type frame struct {
	*canvas
	*book
	data   *entente.Dataset
	link   func(entente.ID) string
	width  float64
	y      float64 // how far down the picture has come
	legend []legendItem
}

type legendItem struct {
	draw  func(f *frame, x, y float64) // in a box of 26 by 12
	words string
}

const (
	margin   = 16.0
	fontSize = 12.0
	minWidth = 280
	maxWidth = 4000

	smallSize = 10.0 // of words that would not fit otherwise
)

func newFrame(d *entente.Dataset, tag language.Tag, width int, ids, kind string, link func(entente.ID) string) *frame {
	if width <= 0 {
		width = 960
	}
	if ids = identifier(ids); ids == "" {
		ids = kind
	}
	f := &frame{canvas: &canvas{ids: ids}, book: newBook(tag), data: d, link: link}
	f.width = float64(min(max(width, minWidth), maxWidth))
	f.canvas.rtl = f.RightToLeft()
	return f
}

// identifier keeps of s what an id may have everywhere.
func identifier(s string) string {
	return strings.Map(func(r rune) rune {
		if r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' || r == '_') {
			return r
		}
		return -1
	}, s)
}

// name returns what to call an actor or a record; a record without a name is
// called after those who take part.
func (f *frame) name(id entente.ID) string {
	name := f.data.Name(id, f.tag)
	if name != string(id) {
		return name
	}
	if r, ok := f.data.Record(id); ok && !r.Kind().IsActor() {
		if who := f.names(slices.Collect(r.Actors())); who != "" {
			return who
		}
	}
	return name
}

// titled returns a title, with the actors and the period for which the data was
// asked.
func (f *frame) titled(m msg) string {
	var actors, asked []string
	for _, ids := range f.data.Asked() {
		actors = append(actors, f.names(ids))
	}
	asked = append(asked, f.joined(msgPair, actors...))
	for _, p := range f.data.AskedPeriods() {
		asked = append(asked, f.Period(p))
	}
	if about := f.joined(msgList, asked...); about != "" {
		return f.say(msgColon, f.say(m), about)
	}
	return f.say(m)
}

// names returns the names of a few of the actors, and how many more there are.
func (f *frame) names(ids []entente.ID) string {
	const most = 8
	var list []string
	for _, id := range ids[:min(len(ids), most)] {
		list = append(list, f.data.Name(id, f.tag))
	}
	if n := len(ids) - most; n > 0 {
		list = append(list, f.say(msgMore, f.Number(n)))
	}
	return f.joined(msgList, list...)
}

// href returns the address of a record: what the caller has for it, or the first
// source that has one.
func (f *frame) href(r entente.Fact) string {
	if f.link != nil {
		return address(f.link(r.ID))
	}
	for _, cite := range r.Cites {
		if s, ok := f.data.Source(cite.Source); ok {
			if a := address(s.URL); strings.HasPrefix(strings.ToLower(a), "http") {
				return a
			}
		}
	}
	return ""
}

// mark draws one thing that the list of the picture has, and says it in words. It
// is a link if there is an address.
func (f *frame) mark(href, words string, draw func()) {
	f.open("g", "role", "listitem")
	if href != "" {
		f.open("a", "href", href)
	}
	f.canvas.words("title", words)
	draw()
	if href != "" {
		f.shut()
	}
	f.shut()
}

// list draws marks, as a list with a name.
func (f *frame) list(name string, draw func()) {
	f.open("g", "role", "list", "aria-label", name)
	draw()
	f.shut()
}

// start is the side on which lines begin.
func (f *frame) start() (x float64, at align) {
	if f.canvas.rtl {
		return f.width - margin, right
	}
	return margin, left
}

// paragraph writes words in as many lines as they need, at most three.
func (f *frame) paragraph(class string, size float64, words string) {
	x, at := f.start()
	for _, l := range lines(words, size, f.width-2*margin, 3) {
		f.y += size * 1.6
		f.text(x, f.y, at, class, l)
	}
}

// lines breaks words into lines of a width. The last is cut if there are too many.
func lines(s string, size, room float64, most int) (list []string) {
	line := ""
	all := strings.Fields(s)
	for i, word := range all {
		next := strings.TrimSpace(line + " " + word)
		if line == "" || width(next, size) <= room {
			line = next
			continue
		}
		if len(list) == most-1 {
			return append(list, fitted(line+" "+strings.Join(all[i:min(len(all), i+40)], " "), size, room))
		}
		list, line = append(list, fitted(line, size, room)), word
	}
	if line != "" {
		list = append(list, fitted(line, size, room))
	}
	return list
}

// patterns defines the grounds and fills that are drawn in lines.
func (f *frame) patterns() {
	f.open("defs")
	f.open("pattern", "id", f.ids+"-hatch", "width", "6", "height", "6", "patternUnits", "userSpaceOnUse")
	f.el("path", "class", "hatch", "d", "M0 6L6 0")
	f.shut()
	f.open("pattern", "id", f.ids+"-stripe", "width", "5", "height", "5", "patternUnits", "userSpaceOnUse")
	f.el("path", "class", "one stripe", "d", "M0 2.5H5")
	f.shut()
	f.shut()
}

func (f *frame) fill(pattern string) string { return "url(#" + f.ids + "-" + pattern + ")" }

// hatched draws the ground of what nobody is known to have searched.
func (f *frame) hatched(x, y, w, h float64) {
	f.el("rect", "fill", f.fill("hatch"), "x", num(x), "y", num(y), "width", num(w), "height", num(h))
}

// addLegend explains a sign.
func (f *frame) addLegend(words string, draw func(f *frame, x, y float64)) {
	f.legend = append(f.legend, legendItem{draw, words})
}

// drawLegend writes what the signs mean.
func (f *frame) drawLegend() {
	if len(f.legend) == 0 {
		return
	}
	f.y += 26
	f.open("g", "aria-hidden", "true")
	x := margin
	if f.canvas.rtl {
		x = f.width - margin
	}
	for i, item := range f.legend {
		w := min(32+width(item.words, fontSize)+18, f.width-2*margin)
		words := fitted(item.words, fontSize, w-32)
		if f.canvas.rtl {
			if x-w < margin && i > 0 {
				x, f.y = f.width-margin, f.y+22
			}
			item.draw(f, x-26, f.y-10)
			f.text(x-32, f.y, right, "note", words)
			x -= w
			continue
		}
		if x+w > f.width-margin+18 && i > 0 {
			x, f.y = margin, f.y+22
		}
		item.draw(f, x, f.y-10)
		f.text(x+32, f.y, left, "note", words)
		x += w
	}
	f.shut()
	f.legend = nil
}

// A head is what a picture says above the marks.
type head struct {
	title, description string
	notes              []string // what was left out, and how it shows
	class              string   // "light", "dark" or neither
	bare               bool
}

// picture writes the whole picture. The body draws the marks and leaves in y
// where they end.
func (f *frame) picture(w io.Writer, h head, body func()) error {
	if w == nil {
		return errors.New("chart: nil writer")
	}
	f.y = margin - 6
	f.patterns()
	f.el("rect", "class", "paper", "width", "100%", "height", "100%")
	f.open("g", "aria-hidden", "true")
	size := 18.0
	if f.canvas.rtl {
		f.y += 10 // Nastaliq is tall
	}
	f.paragraph("title", size, h.title)
	for _, n := range h.notes {
		f.paragraph("note", fontSize, n)
	}
	f.shut()
	f.y += 14
	body()
	f.drawLegend()
	f.y += margin
	inner := f.b
	f.b = nil
	class := "entente-chart"
	if h.class == "light" || h.class == "dark" {
		class += " " + h.class
	}
	dir := "ltr"
	if f.canvas.rtl {
		dir = "rtl"
	}
	lang := f.Language().String()
	f.open("svg", "xmlns", "http://www.w3.org/2000/svg", "class", class, "lang", lang, "xml:lang", lang, "direction", dir,
		"viewBox", "0 0 "+num(f.width)+" "+num(f.y), "width", num(f.width), "height", num(f.y),
		"role", f.role(inner), "aria-labelledby", f.ids+"-title "+f.ids+"-desc")
	f.labelled("title", "title", h.title)
	f.labelled("desc", "desc", f.joined(msgSep, append([]string{h.description}, h.notes...)...))
	if !h.bare {
		f.b = append(append(append(f.b, "<style>"...), Style()...), "</style>\n"...)
	}
	f.b = append(f.b, inner...)
	f.shut()
	n, err := w.Write(f.b)
	if err == nil && n < len(f.b) {
		err = io.ErrShortWrite
	}
	return err
}

// role is that of an image, whose parts screen readers do not reach, or of a
// group if there are parts to reach.
func (f *frame) role(inner []byte) string {
	if bytes.Contains(inner, []byte(`role="listitem"`)) {
		return "group"
	}
	return "img"
}

// labelled writes an element that others refer to by its id.
func (f *frame) labelled(tag, id, words string) { f.canvas.words(tag, words, "id", f.ids+"-"+id) }
