package brief

import (
	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
)

// gaps returns what the records and sources do not say.
func (c *composer) gaps() []entry {
	var list []entry
	for r := range c.data.All() {
		f := r.AsFact()
		for _, m := range gapsIn(r) {
			l := c.sprint(m, c.name(f.ID))
			if m == msgNoDate {
				l = join(l, c.timing(f))
			}
			list = append(list, entry{line: l, cites: c.cites(f.Cites), class: "open"})
		}
	}
	return append(list, c.sourceGaps()...)
}

// gapsIn returns what to say of the members that the record lacks.
func gapsIn(r entente.Record) []msg {
	var list []msg
	add := func(missing bool, m msg) {
		if missing {
			list = append(list, m)
		}
	}
	undated := r.AsFact().When.IsZero()
	switch r := r.(type) {
	case entente.Bloc:
		add(len(r.Members) == 0, msgNoMembers)
	case entente.Organization:
		add(r.Nation == "", msgNoNation)
	case entente.Official:
		add(!holdsPost(r), msgNoPost)
		add(r.Nation == "", msgNoNation)
	case entente.Partnership:
		add(r.Trend == 0, msgNoTrend)
	case entente.Agreement:
		add(undated, msgNoDate)
	case entente.Exercise:
		add(undated, msgNoDate)
		add(r.Status == 0, msgNoStatus)
		add(len(r.Places) == 0, msgNoPlace)
	case entente.Meeting:
		add(undated, msgNoDate)
		add(len(r.Places) == 0, msgNoPlace)
	}
	return list
}

func holdsPost(o entente.Official) bool {
	for _, p := range o.Postings {
		if !p.Title.IsZero() {
			return true
		}
	}
	return false
}

// sourceGaps has one entry for all the sources that lack the same, since it
// tells the reader little.
func (c *composer) sourceGaps() []entry {
	var list []entry
	add := func(m msg, missing func(entente.Source) bool) {
		var names []line
		for _, s := range c.sources {
			if missing(s) {
				names = append(names, c.source(s.ID))
			}
		}
		if len(names) > 0 {
			list = append(list, entry{line: join(c.sprint(m), c.joined(msgSemicolon, names)), class: "open"})
		}
	}
	add(msgNoTitle, func(s entente.Source) bool { return s.Title.IsZero() })
	add(msgNoAuthor, func(s entente.Source) bool { return len(s.Authors) == 0 })
	add(msgNoPublished, func(s entente.Source) bool { return s.Published.IsZero() })
	return list
}

// notes returns the remarks of the editors.
func (c *composer) notes() []entry {
	var list []entry
	for r := range c.data.All() {
		f := r.AsFact()
		if note := c.text(f.Note); len(note) > 0 {
			l := c.sprint(msgColon, c.name(f.ID), note)
			list = append(list, entry{line: l, cites: c.cites(f.Cites), class: "note"})
		}
	}
	return list
}

// about returns what the data says of itself.
func (c *composer) about() line {
	edition := c.data.Edition()
	version := code(edition.Version)
	if date := c.period(edition.Date.Period()); len(date) > 0 && len(version) > 0 {
		version = c.sprint(msgBrackets, version, date)
	}
	var authors []line
	for _, a := range c.data.Authors() {
		authors = append(authors, code(a))
	}
	return join(c.labelled(msgDataEdition, version), c.labelled(msgDataAuthors, c.joined(msgSemicolon, authors)),
		c.labelled(msgLicence, code(c.data.Licence())))
}

// coverage returns what the data was made to cover.
func (c *composer) coverage() []entry {
	var list []entry
	for _, v := range c.data.Coverage() {
		list = append(list, entry{line: join(
			c.coveredParties(v.Parties),
			c.coveredKinds(v.Kinds),
			c.coveredTime(v.Period),
			c.complete(v.Complete),
			c.text(v.Note),
		)})
	}
	last := msgOutside
	if len(list) == 0 {
		last = msgNoCoverage
	}
	list = append(list, entry{line: c.sprint(last)})
	if about := c.about(); len(about) > 0 {
		list = append(list, entry{line: about})
	}
	return list
}

func (c *composer) coveredParties(ids []entente.ID) line {
	switch len(ids) {
	case 0:
		return c.sprint(msgAnyParties)
	case 1:
		return c.sprint(msgCoveredParty, c.name(ids[0]))
	}
	return c.sprint(msgCoveredParties, c.nameList(ids))
}

func (c *composer) coveredKinds(list []entente.Kind) line {
	if len(list) == 0 {
		return c.sprint(msgAllKinds)
	}
	var items []line
	for _, k := range list {
		items = append(items, c.word(kinds.of(k)))
	}
	return c.labelled(msgCoveredKinds, c.list(items...))
}

func (c *composer) coveredTime(p edtf.Period) line {
	if p.IsZero() {
		return c.sprint(msgAnyTime)
	}
	return c.sprint(msgTime, c.period(p))
}

func (c *composer) complete(complete bool) line {
	if complete {
		return c.sprint(msgComplete)
	}
	return c.sprint(msgIncomplete)
}
