package brief

import "github.com/entente-go/entente"

// cites returns citations in brackets, those of one source together.
func (c *composer) cites(cites []entente.Citation) line {
	var order []entente.ID
	places := make(map[entente.ID][]line)
	for _, cite := range cites {
		if _, ok := places[cite.Source]; !ok {
			order = append(order, cite.Source)
		}
		places[cite.Source] = append(places[cite.Source], c.citedPlace(cite))
	}
	var items []line
	for _, id := range order {
		l := c.source(id)
		if where := c.joined(msgSemicolon, places[id]); len(where) > 0 {
			l = c.sprint(msgColon, l, where)
		}
		items = append(items, l)
	}
	return brackets(c.joined(msgSemicolon, items))
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
