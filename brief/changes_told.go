package brief

import "github.com/entente-go/entente"

// recordEntry returns a record in one sentence: what it is called, when and where it
// was, who took part.
func (c *composer) recordEntry(r entente.Record) entry {
	f := r.AsFact()
	switch r := r.(type) {
	case entente.Statement:
		return entry{id: r.ID, class: r.Basis.String(), line: c.labelledTime(f, c.saying(&r, nil)), cites: c.cites(f.Cites)}
	case entente.Assessment:
		return c.judgement(&r, c.usualTopic(), nil)
	default:
		details := c.joined(msgSemicolon, c.details(r))
		name := c.ownName(f.ID).capital().weighed(strong)
		if len(details) == 0 {
			return c.entry(f, c.sprint(msgStop, name))
		}
		return c.entry(f, c.sprint(msgColonStop, name, details))
	}
}

// details returns the parts of a sentence on a record other than a statement or a
// judgement.
func (c *composer) details(r entente.Record) []line {
	when := c.period(r.AsFact().When)
	switch r := r.(type) {
	case entente.Agreement:
		return []line{c.typeOf(&r), when, c.parties(r.Parties)}
	case entente.Exercise:
		return []line{when, c.places(r.Places), c.list(c.contingentLines(&r)...), c.strength(r.Strength, r.Approximate)}
	case entente.Meeting:
		return []line{when, c.places(r.Places), c.attendees(&r), c.text(r.Purpose)}
	case entente.Partnership:
		return []line{when, c.nameList(r.Parties), c.text(r.Nature)}
	case entente.Series:
		return []line{when, c.nameList(r.Parties)}
	case entente.Official:
		posts := lines(r.Postings, func(p entente.Posting) line { return c.posting(p, r.Nation) })
		return []line{c.nameOrNothing(r.Nation), c.joined(msgSemicolon, posts)}
	case entente.Organization:
		return []line{c.word(organizationTypes.of(r.Type)), c.nameOrNothing(r.Parent), c.nameOrNothing(r.Nation)}
	case entente.Bloc:
		return []line{when, c.nameList(r.Members)}
	}
	return []line{when}
}

func (c *composer) nameOrNothing(id entente.ID) line {
	if id == "" {
		return nil
	}
	return c.name(id)
}

// contingentLines returns the contingents, each with what is known of it in brackets.
func (c *composer) contingentLines(x *entente.Exercise) []line {
	return lines(x.Contingents, func(t entente.Contingent) line { return c.bracketed(c.contingent(&t, x.Fact)) })
}
