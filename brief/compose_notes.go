package brief

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
)

// A notebook numbers the notes of a document in the order of first mention.
type notebook struct {
	notes   []note
	numbers map[string]int // by source and places
	full    []bool         // by index in sources: a note has it in full
	named   []bool         // by index in sources: a note names it as an original
	read    []int          // the notes on sources that were read on the usual day
	key     []byte
}

// cites returns the numbers of notes for the citations: one for each source,
// with all places that are cited in it.
func (c *composer) cites(cites []entente.Citation) []int {
	switch len(cites) {
	case 0:
		return nil
	case 1:
		return []int{c.note(cites)}
	}
	// Citations of one source usually follow each other and are few.
	sorted := cites
	if !slices.IsSortedFunc(cites, bySource) {
		first := make(map[entente.ID]int, len(cites))
		for i, cite := range cites {
			if _, ok := first[cite.Source]; !ok {
				first[cite.Source] = i
			}
		}
		sorted = slices.Clone(cites)
		slices.SortStableFunc(sorted, func(a, b entente.Citation) int { return first[a.Source] - first[b.Source] })
	}
	numbers := make([]int, 0, len(cites))
	for len(sorted) > 0 {
		n := 1
		for n < len(sorted) && sorted[n].Source == sorted[0].Source {
			n++
		}
		numbers = append(numbers, c.note(sorted[:n]))
		sorted = sorted[n:]
	}
	return numbers
}

func bySource(a, b entente.Citation) int { return strings.Compare(string(a.Source), string(b.Source)) }

// note returns the number of the note for citations of one source.
func (c *composer) note(cites []entente.Citation) int {
	if len(cites) > 1 {
		cites = merged(cites)
	}
	book := &c.book
	key := append(book.key[:0], cites[0].Source...)
	for _, cite := range cites {
		key = appendPlace(key, cite)
	}
	book.key = key
	if n, ok := book.numbers[string(key)]; ok {
		return n
	}
	mark := c.scratch
	places := c.citedPlaces(cites)
	l := c.shortNote(cites[0].Source, places)
	if i, ok := c.sourceAt[cites[0].Source]; ok && !book.full[i] {
		book.full[i] = true
		s := &c.sources[i]
		usual := !c.usualDay.IsZero() && s.Accessed == c.usualDay
		switch {
		case c.short:
			l = c.join(c.labelled(msgStop, c.list(c.dated(s), places)), address(s.URL))
		case usual:
			book.read = append(book.read, len(book.notes)+1)
			fallthrough
		default:
			l = c.fullSource(s, places, usual)
		}
	}
	book.notes = append(book.notes, note{source: cites[0].Source, line: c.keep(l)})
	c.scratch.release(mark)
	book.numbers[string(key)] = len(book.notes)
	return len(book.notes)
}

// appendPlace appends a key that is the same for citations of one place in a source.
func appendPlace(key []byte, cite entente.Citation) []byte {
	key = append(key, 0, byte(cite.Part))
	for _, p := range cite.Paragraphs {
		key = append(strconv.AppendInt(key, int64(p), 10), ' ')
	}
	return append(append(append(append(key, 0), cite.Locator...), 0), cite.Quote...)
}

// merged returns the citations with the paragraphs of one part together, in
// order.
func merged(cites []entente.Citation) []entente.Citation {
	list := make([]entente.Citation, 0, len(cites))
	at := make(map[entente.Part]int)
	for _, cite := range cites {
		plain := cite.Locator == "" && cite.Quote == "" && len(cite.Paragraphs) > 0
		if i, ok := at[cite.Part]; ok && plain {
			list[i].Paragraphs = append(list[i].Paragraphs, cite.Paragraphs...)
			continue
		}
		cite.Paragraphs = slices.Clone(cite.Paragraphs)
		if plain {
			at[cite.Part] = len(list)
		}
		list = append(list, cite)
	}
	for i := range list {
		slices.Sort(list[i].Paragraphs)
		list[i].Paragraphs = slices.Compact(list[i].Paragraphs)
	}
	return list
}

func (c *composer) shortNote(id entente.ID, places line) line {
	return c.labelled(msgStop, c.list(c.source(id), places))
}

// citedPlaces returns the places in one source.
func (c *composer) citedPlaces(cites []entente.Citation) line {
	return c.joined(msgSemicolon, lines(cites, c.citedPlace))
}

// citedPlace returns the part of a source and the paragraphs or the locator.
func (c *composer) citedPlace(cite entente.Citation) line {
	var where line
	part := cite.Part
	if part == entente.PartBody {
		part = 0
	}
	switch n := len(cite.Paragraphs); n {
	case 0:
		where = c.word(parts.of(cite.Part))
	case 1:
		where = c.word(paragraph.of(part), c.numeral(cite.Paragraphs[0]))
	default:
		where = c.word(paragraphs.of(part), c.numberList(cite.Paragraphs), n)
	}
	var quote line
	if cite.Quote != "" {
		quote = c.sprint(msgQuote, c.asCited(cite.Quote, cite.Source))
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

// tagOf returns the language of a source, or Und if it is not known.
func (c *composer) tagOf(tag string) language.Tag {
	if tag == "" {
		return language.Und
	}
	t, ok := c.tags[tag]
	if !ok {
		t, _ = language.Parse(tag)
		c.tags[tag] = t
	}
	return t
}

// asCited returns words of a source, in its language if that is known.
func (c *composer) asCited(s string, source entente.ID) line {
	if i, ok := c.sourceAt[source]; ok && c.sources[i].Language != "" {
		return words(s, c.tagOf(c.sources[i].Language))
	}
	return inEnglish(s)
}
