package brief

import (
	"cmp"
	"slices"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
)

// allSources returns the sources that the briefing cites: those of the dataset,
// and of the officials who are named in it without being part of it.
func (c *composer) allSources() []entente.Source {
	all := slices.Collect(c.data.Sources())
	add := func(cites []entente.Citation) {
		for _, cite := range cites {
			for id := cite.Source; id != ""; {
				s, ok := c.data.Source(id)
				if !ok || slices.ContainsFunc(all, func(have entente.Source) bool { return have.ID == id }) {
					break
				}
				all = append(all, s)
				id = s.Reprints
			}
		}
	}
	for _, o := range c.persons {
		if c.data.Has(o.ID) {
			continue
		}
		add(o.Cites)
		for _, p := range o.Postings {
			add(p.Cites)
		}
	}
	slices.SortFunc(all, func(a, b entente.Source) int { return cmp.Compare(a.ID, b.ID) })
	return all
}

// sourceLabels decides what each source is called in citations: its publisher
// or else its title, with what tells it from others of the same name.
func (c *composer) sourceLabels() map[entente.ID]line {
	labels := make(map[entente.ID]line)
	rivals := make(map[string]int)
	extend := func(more func(entente.Source) line) {
		clear(rivals)
		for _, s := range c.sources {
			rivals[plainWords(labels[s.ID])]++
		}
		for _, s := range c.sources {
			if l := labels[s.ID]; rivals[plainWords(l)] > 1 || len(l) == 0 {
				labels[s.ID] = c.list(l, more(s))
			}
		}
	}
	extend(func(s entente.Source) line {
		if l := c.words(s.Publisher); len(l) > 0 {
			return l
		}
		return c.words(s.Title)
	})
	extend(func(s entente.Source) line { return c.v.period(s.Published.Period()) })
	extend(func(s entente.Source) line { return code(string(s.ID)) })
	return labels
}

func plainWords(l line) string {
	s := ""
	for _, r := range l {
		s += r.words
	}
	return s
}

// source returns what the source is called in citations.
func (c *composer) source(id entente.ID) line {
	if l := c.labels[id]; len(l) > 0 {
		return l
	}
	return code(string(id))
}

// cites returns citations in brackets, those of one source together.
func (c *composer) cites(cites []entente.Citation) line {
	var order []entente.ID
	places := make(map[entente.ID][]line)
	for _, cite := range cites {
		if !slices.Contains(order, cite.Source) {
			order = append(order, cite.Source)
		}
		places[cite.Source] = append(places[cite.Source], c.citedPlace(cite))
	}
	var items []line
	for _, id := range order {
		l := c.source(id)
		if where := c.joined("%[1]s; %[2]s", places[id]); len(where) > 0 {
			l = c.v.say("%[1]s: %[2]s", l, where)
		}
		items = append(items, l)
	}
	return brackets(c.joined("%[1]s; %[2]s", items))
}

func brackets(l line) line {
	if len(l) == 0 {
		return nil
	}
	out := line{{words: "[", lang: language.Und}}
	return append(append(out, l...), run{words: "]", lang: language.Und})
}

// citedPlace returns the part of a source and the paragraphs or the locator.
func (c *composer) citedPlace(cite entente.Citation) line {
	locator := code(cite.Locator)
	if len(cite.Paragraphs) == 0 {
		return c.list(enum(c.v, partWordKeys, cite.Part), locator)
	}
	key := keyOf(partKeys, cite.Part)
	if key == "" {
		key = partKeys[0]
	}
	return c.list(c.v.say(key, c.numberList(cite.Paragraphs), len(cite.Paragraphs)), locator)
}

// numberList returns numbers with commas between, three or more in a row as a
// range.
func (c *composer) numberList(ns []int) line {
	var items []line
	for i := 0; i < len(ns); {
		last := i
		for last+1 < len(ns) && ns[last+1] == ns[last]+1 {
			last++
		}
		if last-i >= 2 {
			items = append(items, c.v.say("%[1]s–%[2]s", c.v.numeral(ns[i]), c.v.numeral(ns[last])))
			i = last + 1
			continue
		}
		items = append(items, c.v.numeral(ns[i]))
		i++
	}
	return c.list(items...)
}
