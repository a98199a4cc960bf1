package brief

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
)

// readSources reads the sources that the briefing cites: those of the dataset,
// and those of officials whom it only names.
func (c *composer) readSources() {
	c.sources = slices.AppendSeq(make([]entente.Source, 0, c.data.Len()), c.data.Sources())
	c.sourceAt = make(map[entente.ID]int, len(c.sources))
	for i, s := range c.sources {
		c.sourceAt[s.ID] = i
	}
	add := func(cites []entente.Citation) {
		for _, cite := range cites {
			for id := cite.Source; id != ""; {
				if _, ok := c.sourceAt[id]; ok {
					break
				}
				s, ok := c.data.Source(id)
				if !ok {
					break
				}
				c.sourceAt[id] = len(c.sources)
				c.sources = append(c.sources, s)
				id = s.Reprints
			}
		}
	}
	for _, id := range c.order {
		if c.has(id) {
			continue
		}
		add(c.people[id].Cites)
		for _, p := range c.people[id].Postings {
			add(p.Cites)
		}
	}
	slices.SortFunc(c.sources, func(a, b entente.Source) int { return cmp.Compare(a.ID, b.ID) })
	for i, s := range c.sources {
		c.sourceAt[s.ID] = i
	}
	n := len(c.sources)
	c.book = notebook{notes: make([]note, 0, n), numbers: make(map[string]int, n), full: make([]bool, n), named: make([]bool, n)}
	c.usualDay = usuallyRead(c.sources)
	c.labels = c.sourceLabels()
}

// usuallyRead returns the day on which more sources were read than on any other,
// and more than one.
func usuallyRead(sources []entente.Source) edtf.Date {
	days := make(map[edtf.Date]int)
	most, usual := 1, edtf.Date{}
	for i := range sources {
		d := sources[i].Accessed
		if d.IsZero() {
			continue
		}
		if days[d]++; days[d] > most {
			most, usual = days[d], d
		}
	}
	return usual
}

// readOn says once of which notes the sources were read on the usual day.
func (c *composer) readOn() line {
	if len(c.book.read) == 0 {
		return nil
	}
	return c.sprint(msgReadOn, c.period(c.usualDay.Period()), c.numberList(c.book.read))
}

// sourceLabels decides what each source is called in citations: its name, and what
// tells it from others of that name.
func (c *composer) sourceLabels() []line {
	labels := make([]line, len(c.sources))
	extend := func(more func(label line, s *entente.Source) line) {
		rivals := make(map[string]int, len(labels))
		for _, l := range labels {
			rivals[l.text()]++
		}
		for i, l := range labels {
			if len(l) == 0 || rivals[l.text()] > 1 {
				mark := c.scratch
				labels[i] = c.keep(more(l, &c.sources[i]))
				c.scratch.release(mark)
			}
		}
	}
	extend(func(_ line, s *entente.Source) line { return c.sourceName(s) })
	extend(func(l line, s *entente.Source) line { return c.list(l, c.period(s.Published.Period())) })
	extend(func(l line, s *entente.Source) line { return c.list(l, c.quoted(beyond(l, c.text(s.Title)))) })
	extend(func(l line, s *entente.Source) line { return c.list(l, beyond(l, code(hostOf(s.URL)))) })
	extend(func(l line, s *entente.Source) line {
		if last := len(l) - 1; l[last].words == hostOf(s.URL) {
			return c.concat(l[:last], code(bareAddress(s.URL)))
		}
		return c.list(l, code(bareAddress(s.URL)))
	})
	return labels
}

// sourceName returns the first of these that a source has: its publisher, its title,
// its authors, the host of its address. The ID is never shown to readers.
func (c *composer) sourceName(s *entente.Source) line {
	for _, l := range []line{c.text(s.Publisher), c.text(s.Title), c.authors(s), code(hostOf(s.URL))} {
		if len(l) > 0 {
			return l
		}
	}
	return c.sprint(msgUntitled)
}

func (c *composer) authors(s *entente.Source) line {
	return c.list(lines(s.Authors, func(a string) line { return words(a, c.tagOf(s.Language)) })...)
}

// hostOf returns the host of an address, which may lack its scheme.
func hostOf(address string) string {
	host := bareAddress(address)
	if i := strings.IndexAny(host, "/?#"); i >= 0 {
		return host[:i]
	}
	return host
}

// source returns what the source is called in citations.
func (c *composer) source(id entente.ID) line {
	if i, ok := c.sourceAt[id]; ok {
		return c.labels[i]
	}
	s, _ := c.data.Source(id)
	return c.sourceName(&s)
}

// beforeAddress returns what a source is called where its address follows, if it has
// one: that tells it from others.
func (c *composer) beforeAddress(s *entente.Source) line {
	if s.URL != "" {
		return c.sourceName(s)
	}
	return c.source(s.ID)
}

// dated returns what a source is called where its address follows, with its date.
func (c *composer) dated(s *entente.Source) line {
	label := c.beforeAddress(s)
	return c.list(label, beyond(label, c.period(s.Published.Period())))
}

// beyond returns the words, or nothing if the label has them.
func beyond(label, words line) line {
	if strings.Contains(label.text(), words.text()) {
		return nil
	}
	return words
}

// publisher returns what to call a source in a sentence.
func (c *composer) publisher(id entente.ID) line {
	if i, ok := c.sourceAt[id]; ok {
		if l := c.text(c.sources[i].Publisher); len(l) > 0 {
			return l
		}
	}
	return c.source(id)
}

// fullSource returns all that is known of a source, with the places cited in it,
// but not the day of reading if that is told elsewhere.
// The address is last, so that no full stop follows it.
func (c *composer) fullSource(s *entente.Source, places line, told bool) line {
	items := []line{c.authors(s), c.quoted(c.text(s.Title)), c.text(s.Publisher),
		c.period(s.Published.Period())}
	if items[0] == nil && items[1] == nil && items[2] == nil {
		items[0] = c.sourceName(s)
	}
	if s.Language != "" && !sameLanguage(c.tagOf(s.Language), c.lang) {
		items = append(items, c.labelled(msgLanguage, c.language(s.Language)))
	}
	if s.Reprints != "" {
		items = append(items, c.labelled(msgReprints, c.original(s)))
	}
	if !told {
		items = append(items, c.labelled(msgAccessed, c.period(s.Accessed.Period())))
	}
	items = append(items, places)
	return c.join(
		c.labelled(msgStop, c.list(items...)),
		c.identifiers(s.Identifiers),
		address(s.URL),
		c.labelled(msgArchived, address(s.Archived)),
	)
}

// original returns what to call the source that s reprints: its publisher alone
// if it is of the same day.
func (c *composer) original(s *entente.Source) line {
	label := c.source(s.Reprints)
	i, ok := c.sourceAt[s.Reprints]
	if !ok {
		return label
	}
	c.book.named[i] = true
	o := &c.sources[i]
	publisher := c.text(o.Publisher)
	if len(publisher) > 0 && o.Published == s.Published && label.text() == c.list(publisher, c.period(o.Published.Period())).text() {
		return publisher
	}
	return label
}

// quoted returns the title in quotation marks, unless it has some of its own.
func (c *composer) quoted(title line) line {
	if len(title) > 0 && strings.ContainsAny(firstRune(title[0].words), "\"“«„”‘") {
		return title
	}
	return c.labelled(msgQuote, title)
}

func firstRune(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return s[:n]
}

// address returns a link.
func address(s string) line {
	l := code(s)
	if l != nil {
		l[0].href = s
	}
	return l
}

// language returns the name of the language, or its tag if there is none.
func (c *composer) language(tag string) line {
	name, ok := c.tongues[tag]
	if !ok {
		if name = c.word(languagePhrase(c.tagOf(tag))); len(name) == 0 {
			name = code(tag)
		}
		name = c.keep(name)
		c.tongues[tag] = name
	}
	return name
}

// otherSources returns the sources that no note has in full, except originals of
// which there is only what a note names them by.
func (c *composer) otherSources() []block {
	var list []entry
	for i := range c.sources {
		if s := &c.sources[i]; !c.book.full[i] && !(c.book.named[i] && onlyNamed(s)) {
			list = append(list, entry{class: "source", line: c.keep(c.fullSource(&c.sources[i], nil, false))})
		}
	}
	return []block{{entries: list}}
}

// onlyNamed reports whether there is no more of a source than a publisher and a
// date.
func onlyNamed(s *entente.Source) bool {
	return s.Title.IsZero() && !s.Publisher.IsZero() && s.URL == "" && s.Archived == "" && s.Reprints == "" &&
		len(s.Authors) == 0 && len(s.Identifiers) == 0
}

// standfirst says what the briefing rests on: its source, or how many there are
// and of what time, and the edition of the data.
func (c *composer) standfirst(noted bool) line {
	var first, last edtf.Date
	for _, s := range c.sources {
		if s.Published.IsZero() {
			continue
		}
		if first.IsZero() || s.Published.Compare(first) < 0 {
			first = s.Published
		}
		if last.IsZero() || s.Published.Compare(last) > 0 {
			last = s.Published
		}
	}
	var rests line
	if len(c.sources) == 1 {
		rests = c.sentence(c.list(c.source(c.sources[0].ID), c.period(first.Period())))
	} else if len(c.sources) > 1 {
		years := c.labelled(msgPublished, c.span(first.Truncate(edtf.PrecisionYear), last.Truncate(edtf.PrecisionYear)))
		of := c.sprint(msgSourcesOf, len(c.sources))
		if c.partial {
			of = c.sprint(msgSelectionOf, c.sprint(msgRecords, c.data.Len()), c.word(changeMsgs.of(changeSourceCount), len(c.sources)))
		}
		rests = c.sentence(c.list(of, years))
	}
	if noted {
		rests = c.join(rests, c.sprint(msgNumbersLead))
	}
	return rests
}

// about returns what the data says of itself.
func (c *composer) about() line {
	edition := c.data.Edition()
	version := c.bracketed(code(edition.Version), c.period(edition.Date.Period()))
	return c.join(c.labelled(msgDataEdition, version), c.labelled(msgDataAuthors, c.list(asWords(c.data.Authors())...)),
		c.labelled(msgLicence, code(c.data.Licence())))
}

// asWords returns the names of authors, whose language is not known.
func asWords(authors []string) []line {
	return lines(authors, func(a string) line { return words(a, language.Und) })
}
