package brief

import (
	"cmp"
	"slices"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
)

// allSources returns the sources that the briefing cites, by ID: those of the
// dataset, and those of officials whom it only names.
func (c *composer) allSources() []entente.Source {
	all := slices.Collect(c.data.Sources())
	have := make(map[entente.ID]bool)
	for _, s := range all {
		have[s.ID] = true
	}
	add := func(cites []entente.Citation) {
		for _, cite := range cites {
			for id := cite.Source; id != "" && !have[id]; {
				s, ok := c.data.Source(id)
				if !ok {
					break
				}
				all = append(all, s)
				have[id] = true
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

// sourceLabels decides what each source is called in citations: its publisher,
// or its title if it has none, and what tells it from others of that name.
func (c *composer) sourceLabels() map[entente.ID]line {
	labels := make(map[entente.ID]line)
	extend := func(more func(entente.Source) line) {
		rivals := make(map[string]int)
		for _, s := range c.sources {
			rivals[labels[s.ID].text()]++
		}
		for _, s := range c.sources {
			if l := labels[s.ID]; rivals[l.text()] > 1 || len(l) == 0 {
				labels[s.ID] = c.list(l, more(s))
			}
		}
	}
	extend(func(s entente.Source) line {
		if l := c.text(s.Publisher); len(l) > 0 {
			return l
		}
		return c.text(s.Title)
	})
	extend(func(s entente.Source) line { return c.period(s.Published.Period()) })
	extend(func(s entente.Source) line { return code(string(s.ID)) })
	return labels
}

// source returns what the source is called in citations.
func (c *composer) source(id entente.ID) line {
	if l := c.labels[id]; len(l) > 0 {
		return l
	}
	return code(string(id))
}

// sourceList returns the sources, each under the name that citations use.
func (c *composer) sourceList() []entry {
	var list []entry
	for _, s := range c.sources {
		label := c.source(s.ID)
		title := c.text(s.Title)
		if title.text() == label.text() {
			title = nil
		}
		var authors []line
		for _, a := range s.Authors {
			authors = append(authors, asPrinted(a, s.Language))
		}
		var original line
		if s.Reprints != "" {
			original = c.source(s.Reprints)
		}
		list = append(list, entry{line: join(
			c.sprint(msgStop, label),
			c.labelled(msgStop, title),
			c.labelled(msgAuthors, c.joined(msgSemicolon, authors)),
			c.labelled(msgPublished, c.period(s.Published.Period())),
			c.labelled(msgAccessed, c.period(s.Accessed.Period())),
			c.labelled(msgLanguage, c.language(s.Language)),
			c.labelled(msgReprints, original),
			c.labelled(msgIdentifiers, c.identifiers(s.Identifiers)),
			c.text(s.Note),
			c.labelled(msgArchived, code(s.Archived)),
			// The address is last, so that no full stop follows it.
			c.labelled(msgAddress, code(s.URL)),
		)})
	}
	return list
}

// asPrinted returns words in the language of a source.
func asPrinted(s, tag string) line {
	t, err := language.Parse(tag)
	if err != nil || t == language.Und {
		return code(s)
	}
	return words(s, t)
}

// asCited returns words of what is cited, in the language of the first source
// whose language is known.
func (c *composer) asCited(s string, cites []entente.Citation) line {
	for _, cite := range cites {
		if source, _ := c.data.Source(cite.Source); source.Language != "" {
			return asPrinted(s, source.Language)
		}
	}
	return inEnglish(s)
}

// language returns the name of the language, or its tag if there is none.
func (c *composer) language(tag string) line {
	if tag == "" {
		return nil
	}
	t, _ := language.Parse(tag)
	if name := c.word(languagePhrase(t)); len(name) > 0 {
		return name
	}
	return code(tag)
}
