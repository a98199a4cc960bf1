package brief

import (
	"strconv"
	"strings"

	"github.com/entente-go/entente"
)

// notebook numbers the notes of a document in the order of first mention.
type notebook struct {
	notes   []note
	numbers map[string]int // by the place that a note is about
	full    map[entente.ID]bool
}

// cites returns the numbers of the notes for the citations, each once.
func (c *composer) cites(cites []entente.Citation) []int {
	var list []int
	for _, cite := range cites {
		n := c.note(cite)
		have := false
		for _, m := range list {
			have = have || m == n
		}
		if !have {
			list = append(list, n)
		}
	}
	return list
}

// note returns the number of the note for a citation.
func (c *composer) note(cite entente.Citation) int {
	key := citeKey(cite)
	if n, ok := c.book.numbers[key]; ok {
		return n
	}
	l := c.source(cite.Source)
	if where := c.citedPlace(cite); len(where) > 0 {
		l = c.sprint(msgColon, l, where)
	}
	c.book.notes = append(c.book.notes, note{source: cite.Source, line: l})
	c.book.numbers[key] = len(c.book.notes)
	return len(c.book.notes)
}

// citeKey is the same for citations of the same place.
func citeKey(cite entente.Citation) string {
	var b strings.Builder
	b.WriteString(string(cite.Source))
	for _, p := range cite.Paragraphs {
		b.WriteByte(' ')
		b.WriteString(strconv.Itoa(p))
	}
	b.WriteString("\x00" + cite.Locator + "\x00" + cite.Part.String() + "\x00" + cite.Quote)
	return b.String()
}

// cited returns the line with references to notes behind it.
func cited(l line, notes []int) line {
	out := append(line{}, l...)
	for _, n := range notes {
		out = append(out, run{note: n})
	}
	return out
}

// citedPlace returns the part of a source and the paragraphs or the locator.
func (c *composer) citedPlace(cite entente.Citation) line {
	var where line
	switch n := len(cite.Paragraphs); n {
	case 0:
		where = c.word(parts.of(cite.Part))
	case 1:
		where = c.word(paragraph.of(cite.Part), c.numeral(cite.Paragraphs[0]))
	default:
		where = c.word(paragraphs.of(cite.Part), c.numberList(cite.Paragraphs), n)
	}
	var quote line
	if cite.Quote != "" {
		quote = c.sprint(msgQuote, c.asCited(cite.Quote, []entente.Citation{cite}))
	}
	return c.list(where, code(cite.Locator), quote)
}

// numberList returns numbers with commas between them, and three or more in a
// row as a range.
func (c *composer) numberList(ns []int) line {
	var items []line
	for i := 0; i < len(ns); {
		last := i
		for last+1 < len(ns) && ns[last+1] == ns[last]+1 {
			last++
		}
		if last-i >= 2 {
			items = append(items, c.sprint(msgRange, c.numeral(ns[i]), c.numeral(ns[last])))
			i = last + 1
			continue
		}
		items = append(items, c.numeral(ns[i]))
		i++
	}
	return c.list(items...)
}
