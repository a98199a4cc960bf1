package brief

import (
	"slices"

	"github.com/entente-go/entente"
)

// allOfficials returns the officials of the dataset, and after them those whom
// its records name.
func (c *composer) allOfficials() []entente.Official {
	all := slices.Collect(c.data.Officials())
	have := make(map[entente.ID]bool)
	for _, o := range all {
		have[o.ID] = true
	}
	for r := range c.data.All() {
		for _, id := range actorsIn(r) {
			if have[id] {
				continue
			}
			if o, ok := c.data.Official(id); ok {
				all = append(all, o)
				have[id] = true
			}
		}
	}
	return all
}

// actorsIn returns the IDs in a record that may be an official's.
func actorsIn(r entente.Record) []entente.ID {
	ids := []entente.ID{r.AsFact().By}
	switch r := r.(type) {
	case entente.Agreement:
		ids = append(ids, r.Signatories...)
	case entente.Exercise:
		ids = append(ids, r.Commanders...)
		for _, t := range r.Contingents {
			ids = append(ids, t.Commanders...)
		}
	case entente.Meeting:
		for _, a := range r.Attendees {
			ids = append(ids, a.Actor)
		}
		ids = append(ids, r.Auspices)
	case entente.Statement:
		ids = append(append(ids, r.Speakers...), r.To...)
	case entente.Assessment:
		ids = append(append(ids, r.About), r.Affects...)
	}
	return ids
}

func (c *composer) officials() []entry {
	var list []entry
	for _, o := range c.persons {
		e := c.entry(o.Fact, c.sprint(msgStop, c.name(o.ID)), c.labelled(msgShort, c.text(o.Short)),
			c.labelledName(msgNation, o.Nation))
		for _, p := range o.Postings {
			words := c.labelled(msgPosting, c.posting(p))
			switch {
			case len(words) == 0:
			case len(p.Cites) > 0:
				e.sub = append(e.sub, entry{line: words, cites: c.cites(p.Cites), class: e.class})
			default:
				e.line = join(e.line, words)
			}
		}
		list = append(list, e)
	}
	return list
}

func (c *composer) posting(p entente.Posting) line {
	l := c.list(c.text(p.Rank), c.text(p.Title))
	if p.Organization != "" {
		l = c.list(l, c.name(p.Organization))
	}
	if p.For != "" {
		l = c.sprint(msgFor, l, c.name(p.For))
	}
	if when := c.period(p.Period); len(when) > 0 {
		l = c.sprint(msgBrackets, l, when)
	}
	if p.Implied {
		l = c.sprint(msgImplied, l)
	}
	return l
}

func (c *composer) organizations() []entry {
	var list []entry
	for o := range c.data.Organizations() {
		list = append(list, c.entry(o.Fact,
			c.sprint(msgStop, c.abbreviated(o.ID, o.Abbreviation)),
			c.labelled(msgType, c.word(organizationTypes.of(o.Type))),
			c.labelledName(msgNation, o.Nation),
			c.labelledName(msgParent, o.Parent),
			c.when(o.Fact)))
	}
	return list
}

// abbreviated returns the name with its short form behind it.
func (c *composer) abbreviated(id entente.ID, abbreviation entente.Text) line {
	if l := c.text(abbreviation); len(l) > 0 {
		return c.sprint(msgBrackets, c.name(id), l)
	}
	return c.name(id)
}

func (c *composer) nations() []entry {
	var list []entry
	for n := range c.data.Nations() {
		list = append(list, c.entry(n.Fact, c.sprint(msgStop, c.name(n.ID)), c.when(n.Fact),
			c.labelled(msgExists, c.period(n.Exists))))
	}
	return list
}

func (c *composer) blocs() []entry {
	var list []entry
	for b := range c.data.Blocs() {
		list = append(list, c.entry(b.Fact,
			c.sprint(msgStop, c.abbreviated(b.ID, b.Abbreviation)),
			c.labelled(msgMembers, c.nameList(b.Members)),
			c.when(b.Fact)))
	}
	return list
}

func (c *composer) regions() []entry {
	var list []entry
	for r := range c.data.Regions() {
		list = append(list, c.entry(r.Fact,
			c.sprint(msgStop, c.name(r.ID)),
			c.labelled(msgM49, code(r.M49)),
			c.when(r.Fact)))
	}
	return list
}
