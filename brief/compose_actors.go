package brief

import "github.com/entente-go/entente"

// actors returns who is who, kind by kind.
func (c *composer) actors() []block {
	return []block{
		c.listOf(msgOfficials, c.officials()),
		c.listOf(msgOrganizations, c.organizations()),
		c.listOf(msgNations, c.nations()),
		c.listOf(msgBlocs, c.blocs()),
		c.listOf(msgRegions, c.regions()),
	}
}

func (c *composer) listOf(heading msg, entries []entry) block {
	if len(entries) == 0 {
		return block{}
	}
	return block{heading: c.sprint(heading), entries: entries}
}

func (c *composer) officials() []entry {
	var list []entry
	for _, id := range c.order {
		o := c.people[id]
		name := c.ownName(id)
		short := c.text(o.Short)
		if short.text() == name.text() {
			short = nil
		}
		e := c.entry(o.Fact, c.sprint(msgStop, c.identified(name, o.Nation)), c.labelled(msgShort, short))
		for _, p := range o.Postings {
			words := c.sentence(c.posting(p, o.Nation))
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

// identified returns the name in strong type, and the nation behind it.
func (c *composer) identified(name line, nation entente.ID) line {
	name = name.weighed(strong)
	if nation == "" {
		return name
	}
	return c.sprint(msgComma, name, c.ownName(nation))
}

// posting returns a post, and the body where it is held unless the title or the
// rank is enough to tell.
func (c *composer) posting(p entente.Posting, nation entente.ID) line {
	l := c.list(c.text(p.Rank), c.text(p.Title))
	var details []line
	if p.Organization != "" {
		if len(l) == 0 {
			l = c.ownName(p.Organization)
		} else {
			details = append(details, c.ownName(p.Organization))
		}
	}
	if p.For != "" && p.For != nation {
		details = append(details, c.sprint(msgRepresenting, c.ownName(p.For)))
	}
	details = append(details, c.period(p.Period))
	l = c.bracketed(l, details...)
	if p.Implied {
		l = c.sprint(msgImplied, l)
	}
	return l
}

func (c *composer) organizations() []entry {
	var list []entry
	for o := range c.data.Organizations() {
		name := c.bracketed(c.ownName(o.ID).weighed(strong), c.text(o.Abbreviation))
		if o.Nation != "" {
			name = c.sprint(msgComma, name, c.ownName(o.Nation))
		}
		list = append(list, c.entry(o.Fact,
			c.sprint(msgStop, name),
			c.sentence(c.word(organizationTypes.of(o.Type))),
			c.labelledName(msgParent, o.Parent),
			c.sentence(c.when(o.Fact))))
	}
	return list
}

func (c *composer) nations() []entry {
	var list []entry
	for n := range c.data.Nations() {
		list = append(list, c.entry(n.Fact,
			c.sprint(msgStop, c.ownName(n.ID).weighed(strong)),
			c.sentence(c.when(n.Fact)),
			c.labelled(msgExists, c.period(n.Exists))))
	}
	return list
}

func (c *composer) blocs() []entry {
	var list []entry
	for b := range c.data.Blocs() {
		list = append(list, c.entry(b.Fact,
			c.sprint(msgStop, c.bracketed(c.ownName(b.ID).weighed(strong), c.text(b.Abbreviation))),
			c.labelled(msgMembers, c.nameList(b.Members)),
			c.sentence(c.when(b.Fact))))
	}
	return list
}

func (c *composer) regions() []entry {
	var list []entry
	for r := range c.data.Regions() {
		list = append(list, c.entry(r.Fact,
			c.sprint(msgStop, c.ownName(r.ID).weighed(strong)),
			c.labelled(msgM49, code(r.M49)),
			c.sentence(c.when(r.Fact))))
	}
	return list
}
