package brief

import "github.com/entente-go/entente"

func (c *composer) partnerships() []entry {
	var list []entry
	for p := range c.data.Partnerships() {
		name := c.name(p.ID)
		lead := c.sprint(msgStop, name)
		if nature := c.text(p.Nature); len(nature) > 0 {
			lead = c.sprint(msgColonStop, name, nature)
		}
		list = append(list, c.entry(p.Fact,
			lead,
			c.word(trends.of(p.Trend)),
			c.when(p.Fact),
			c.labelled(msgParties, c.nameList(p.Parties))))
	}
	return list
}

func (c *composer) agreements() []entry {
	var list []entry
	for a := range c.data.Agreements() {
		list = append(list, c.entry(a.Fact,
			c.sprint(msgStop, c.name(a.ID)),
			c.labelled(msgType, c.word(agreementTypes.of(a.Type))),
			c.labelled(msgParties, c.parties(a.Parties)),
			c.labelled(msgSigned, c.period(a.When)),
			c.timing(a.Fact),
			c.labelled(msgSignatories, c.nameList(a.Signatories)),
			c.labelled(msgPlace, c.places(a.Places)),
			c.labelled(msgInForce, c.period(a.InForce)),
			c.labelledName(msgUnder, a.Under),
			c.labelledName(msgPartnership, a.Partnership),
			c.labelled(msgProvides, c.text(a.Gist))))
	}
	return list
}

// parties returns the sides of an agreement, each with its time, what it owes
// and its own citations in brackets.
func (c *composer) parties(list []entente.Party) line {
	var items []line
	for _, p := range list {
		item := c.name(p.Actor)
		details := []line{c.period(p.Period)}
		for _, o := range p.Obligations {
			details = append(details, c.word(obligations.of(o)))
		}
		if all := c.list(details...); len(all) > 0 {
			item = c.sprint(msgBrackets, item, all)
		}
		items = append(items, cited(item, c.cites(p.Cites)))
	}
	return c.list(items...)
}

// meetings returns the meetings, and under each what was said there.
func (c *composer) meetings() []entry {
	said := make(map[entente.ID][]entente.Statement)
	for s := range c.data.Statements() {
		said[s.Meeting] = append(said[s.Meeting], s)
	}
	var list []entry
	for m := range c.data.Meetings() {
		e := c.entry(m.Fact,
			c.sprint(msgStop, c.name(m.ID)),
			c.when(m.Fact),
			c.labelled(msgPresent, c.attendees(m.Attendees)),
			c.labelled(msgPlace, c.places(m.Places)),
			c.labelled(msgTrip, code(m.Trip)),
			c.labelledName(msgAuspices, m.Auspices),
			c.labelled(msgPurpose, c.text(m.Purpose)))
		for _, s := range said[m.ID] {
			e.sub = append(e.sub, c.statement(s))
		}
		list = append(list, e)
	}
	return list
}

func (c *composer) attendees(list []entente.Attendee) line {
	var present []line
	for _, a := range list {
		present = append(present, c.attendee(a))
	}
	return c.joined(msgSemicolon, present)
}

func (c *composer) attendee(a entente.Attendee) line {
	name := c.name(a.Actor)
	switch {
	case a.For != "" && a.Leads:
		return c.sprint(msgForLeads, name, c.name(a.For))
	case a.For != "":
		return c.sprint(msgFor, name, c.name(a.For))
	case a.Leads:
		return c.sprint(msgLeads, name)
	}
	return name
}
