package brief

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// The measures of a table in plain text, in columns of a terminal.
const (
	tableWidth  = 100 // of the whole table, if its words allow it
	columnFloor = 12  // of a column that is made narrower
	columnGap   = 3   // between columns
	tableIndent = 2
)

// table writes a table in aligned columns. Cells that are too long for their
// column go on in the next line, and rows are then set apart.
func (p *textWriter) table(t *table) {
	widths := make([]int, t.columns())
	if len(widths) == 0 {
		return
	}
	words := make([]int, len(widths)) // the width of all the cells of a column
	for i, h := range t.head {
		widths[i] = h.width()
	}
	var cells []line
	for _, r := range t.rows {
		cells = p.cells(cells[:0], r)
		for i, c := range cells {
			width := c.width()
			widths[i] = max(widths[i], width)
			words[i] += width
		}
	}
	room := tableWidth - tableIndent - columnGap*(len(widths)-1)
	limit := narrowest(widths, room)
	long := slices.Max(widths) > limit
	if long {
		narrow(widths, words, limit, room)
	}
	if t.hasHead() {
		p.row(t.head, widths)
		p.rule(widths)
	}
	for i, r := range t.rows {
		if long && i > 0 {
			p.b = append(p.b, '\n')
		}
		cells = p.cells(cells[:0], r)
		p.row(cells, widths)
	}
}

// cells appends the cells of a row to list, with their notes as words. They are
// good until the next row.
func (p *textWriter) cells(list []line, r row) []line {
	p.built = p.built[:0]
	for _, c := range r.cells {
		start := len(p.built)
		p.built = p.appendCited(p.built, c)
		list = append(list, p.built[start:len(p.built):len(p.built)])
	}
	return list
}

// row writes the cells of a row, in as many lines as the longest needs.
func (p *textWriter) row(cells []line, widths []int) {
	rest := make([]wrapper, len(cells))
	for i, c := range cells {
		rest[i] = wrapper{line: c, limit: widths[i]}
	}
	for more := true; more; {
		more = false
		out, pad := append(p.physical[:0], space(tableIndent)), 0
		for i := range rest {
			start := len(out)
			if pad > 0 {
				out = append(out, space(pad))
				start++
			}
			out = rest[i].appendLine(out)
			pad = max(widths[i]-out[start:].width(), 0) + columnGap
			more = more || !rest[i].done()
		}
		p.physical = out
		p.write(out)
		p.endLine()
	}
}

// rule writes a line under the head.
func (p *textWriter) rule(widths []int) {
	p.b = append(p.b, strings.Repeat(" ", tableIndent)...)
	for i, w := range widths {
		if i > 0 {
			p.b = append(p.b, strings.Repeat(" ", columnGap)...)
		}
		p.b = append(p.b, strings.Repeat("-", w)...)
	}
	p.endLine()
}

// narrow makes the columns that are wider than the limit fit the room. Each gets
// two thirds of the limit, and of what is left the more, the more words it has.
func narrow(widths, words []int, limit, room int) {
	floor, all := max(2*limit/3, columnFloor), 0
	for i, w := range widths {
		if w > limit {
			room -= floor
			all += words[i]
		} else {
			room -= w
		}
	}
	for i, w := range widths {
		if w > limit {
			widths[i] = min(w, floor+max(room, 0)*words[i]/max(all, 1))
		}
	}
}

// narrowest returns the limit that makes the columns fit the room, or the floor
// if none does.
func narrowest(widths []int, room int) int {
	return columnFloor + sort.Search(tableWidth, func(n int) bool {
		total := 0
		for _, w := range widths {
			total += min(w, columnFloor+n+1)
		}
		return total > room
	})
}

// A wrapper divides a line at spaces into lines of at most the limit. A longer
// word has a line of its own.
type wrapper struct {
	line  line
	limit int
	run   int // where the next line begins: in this run
	at    int // at this byte of it
}

func (w *wrapper) done() bool { return w.run >= len(w.line) }

// appendLine appends the next line to out.
func (w *wrapper) appendLine(out line) line {
	endRun, endAt := w.end()
	from := len(out)
	for ; w.run < endRun || w.run == endRun && w.at < endAt; w.run, w.at = w.run+1, 0 {
		r := w.line[w.run]
		if w.run == endRun {
			r.words = r.words[:endAt]
		}
		r.words = r.words[w.at:]
		out = append(out, r)
		if w.run == endRun {
			break
		}
	}
	w.run, w.at = endRun, endAt
	for last := len(out) - 1; last >= from; last-- { // spaces end no line
		if out[last].words = strings.TrimRight(out[last].words, " "); out[last].words != "" {
			break
		}
		out = out[:last]
	}
	return out
}

// end returns where the line after the next begins.
func (w *wrapper) end() (run, at int) {
	used, space := 0, false
	wordRun, wordAt, before := -1, 0, 0 // the last word that can begin a line
	for i := w.run; i < len(w.line); i++ {
		start := 0
		if i == w.run {
			start = w.at
		}
		for j, r := range w.line[i].words[start:] {
			if r == ' ' {
				space = true
			} else if space {
				wordRun, wordAt, before, space = i, start+j, used, false
			}
			used += runeWidth(r)
			if used > w.limit && r != ' ' && before > 0 {
				return wordRun, wordAt
			}
		}
	}
	return len(w.line), 0
}

// width returns the columns that a terminal shows the line in.
func (l line) width() int {
	n := 0
	for _, r := range l {
		n += displayWidth(r.words)
	}
	return n
}

// displayWidth returns the columns that a terminal shows the words in.
func displayWidth(s string) int {
	n := 0
	for _, r := range s {
		n += runeWidth(r)
	}
	return n
}

// runeWidth returns the columns of a character: two for a wide one of East Asia,
// none for one that sits on another or is not seen.
func runeWidth(r rune) int {
	switch {
	case r < utf8.RuneSelf:
		return 1
	case r < 0x300:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case r < 0x1100:
		return 1
	}
	if k := width.LookupRune(r).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth {
		return 2
	}
	return 1
}
