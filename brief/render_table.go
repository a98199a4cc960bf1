package brief

import (
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
// column go on in the next line.
func (p *textWriter) table(t *table) {
	n := t.columns()
	if n == 0 {
		return
	}
	var rows [][]line
	if t.hasHead() {
		rows = append(rows, t.head)
	}
	for _, r := range t.rows {
		cells := make([]line, len(r.cells))
		for i, c := range r.cells {
			cells[i] = p.withoutNotes(c.withSub())
		}
		rows = append(rows, cells)
	}
	widths := columnWidths(rows, n)
	wrapped, long := make([][][]line, len(rows)), false
	for i, cells := range rows {
		for j, c := range cells {
			w := wrap(c, widths[j])
			wrapped[i] = append(wrapped[i], w)
			long = long || len(w) > 1
		}
	}
	for i, cells := range wrapped {
		if long && i > 0 && !(i == 1 && t.hasHead()) {
			p.b = append(p.b, '\n')
		}
		p.row(cells, widths)
		if i == 0 && t.hasHead() {
			p.rule(widths)
		}
	}
}

// row writes the cells of a row, in as many lines as the longest has.
func (p *textWriter) row(cells [][]line, widths []int) {
	lines := 0
	for _, c := range cells {
		lines = max(lines, len(c))
	}
	for n := range lines {
		out := line{space(tableIndent)}
		pad := 0
		for i, c := range cells {
			if n < len(c) {
				if pad > 0 {
					out = append(out, space(pad))
				}
				out = append(out, c[n]...)
				pad = -c[n].width()
			}
			pad += widths[i] + columnGap
		}
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

// columnWidths returns the widths of the columns: of the longest cell, or less
// for the widest if the table would be too wide.
func columnWidths(rows [][]line, n int) []int {
	widths := make([]int, n)
	for _, cells := range rows {
		for i, c := range cells {
			widths[i] = max(widths[i], c.width())
		}
	}
	limit := narrowest(widths, tableWidth-tableIndent-columnGap*(n-1))
	for i := range widths {
		widths[i] = min(widths[i], limit)
	}
	return widths
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

// wrap divides a line at spaces into lines of at most the width. A longer word
// has a line of its own.
func wrap(l line, limit int) []line {
	if l.width() <= limit {
		return []line{l}
	}
	var out []line
	var now, word line // a word may go over several runs
	used, size := 0, 0
	end := func() {
		if len(now) > 0 && used+size > limit {
			out, now, used = append(out, now), nil, 0
		}
		now = append(now, word...)
		used += size
		word, size = nil, 0
	}
	for _, r := range l {
		for words := r.words; words != ""; {
			part := r
			part.words, words = nextWord(words)
			if part.words[0] == ' ' {
				end()
				if used > 0 {
					now, used = append(now, part), used+len(part.words)
				}
				continue
			}
			word, size = append(word, part), size+displayWidth(part.words)
		}
	}
	end()
	return append(out, now)
}

// nextWord returns the spaces or the word that the string begins with, and the
// rest.
func nextWord(s string) (word, rest string) {
	n := len(s) - len(strings.TrimLeft(s, " "))
	if n > 0 {
		return s[:n], s[n:]
	}
	if n = strings.IndexByte(s, ' '); n < 0 {
		n = len(s)
	}
	return s[:n], s[n:]
}

// width returns the columns that a terminal shows the line in.
func (l line) width() int {
	n := 0
	for _, r := range l {
		n += displayWidth(r.words)
	}
	return n
}

// displayWidth returns the columns that a terminal shows the words in: two for
// a wide character of East Asia, none for one that sits on another.
func displayWidth(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf:
			n++
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		default:
			n++
			if k := width.LookupRune(r).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth {
				n++
			}
		}
	}
	return n
}
