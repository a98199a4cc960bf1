package brief

import (
	"slices"

	"github.com/entente-go/entente"
)

// numbers returns the headline numbers. They are counted from the data, and
// so cite nothing.
func (c *composer) numbers() []entry {
	s := c.data.Summary()
	var list []entry
	add := func(l line) {
		if len(l) > 0 {
			list = append(list, entry{line: l})
		}
	}
	add(c.v.say("%[1]s, of which without a date: %[2]d.", c.v.say("%[1]d records", s.Records), s.Undated))
	add(c.v.span(s.First, s.Last))
	add(c.labelled("By kind: %[1]s.", tallied(c, s.Kinds, len(s.Kinds), func(n entente.Count[entente.Kind]) line {
		return c.v.say("%[1]d "+keyOf(kindKeys, n.Key), n.N)
	})))
	add(c.labelled("By ground: %[1]s.", tallied(c, s.Bases, len(s.Bases), func(n entente.Count[entente.Basis]) line {
		return c.v.say(keyOf(basisKeys, n.Key), n.N)
	})))
	add(c.labelled("Judgements by degree: %[1]s.", tallied(c, s.Modalities, len(s.Modalities), func(n entente.Count[entente.Modality]) line {
		return c.v.say(keyOf(degreeKeys, n.Key), n.N)
	})))
	add(c.labelled("Taking part most often: %[1]s.", tallied(c, s.Parties, mostCounts, func(n entente.Count[entente.ID]) line {
		return c.v.say("%[1]s (%[2]d)", c.name(n.Key), n.N)
	})))
	for _, p := range s.Pairs[:min(len(s.Pairs), mostPairs)] {
		add(c.v.say("Ties of %[1]s and %[2]s: %[3]s.", c.name(p.A), c.name(p.B), c.ties(p.Ties)))
	}
	add(c.labelled("Topics, the most frequent first: %[1]s.", tallied(c, s.Topics, mostCounts, func(n entente.Count[entente.Topic]) line {
		return c.v.say("%[1]s (%[2]d)", c.topic(n.Key), n.N)
	})))
	return list
}

// How much of a long list stands among the headline numbers.
const (
	mostCounts = 8
	mostPairs  = 5
)

// tallied returns the counts of a tally in words, at most so many.
func tallied[K comparable](c *composer, t entente.Tally[K], most int, words func(entente.Count[K]) line) line {
	var items []line
	for _, n := range t[:min(len(t), most)] {
		items = append(items, words(n))
	}
	return c.list(items...)
}

func (c *composer) ties(t entente.Ties) line {
	var items []line
	for _, n := range []struct {
		key string
		n   int
	}{
		{"%[1]d exercises", t.Exercises},
		{"%[1]d meetings", t.Meetings},
		{"%[1]d agreements", t.Agreements},
		{"%[1]d partnerships", t.Partnerships},
		{"%[1]d statements", t.Statements},
	} {
		if n.n > 0 {
			items = append(items, c.v.say(n.key, n.n))
		}
	}
	return c.list(items...)
}

// officials returns the officials of the dataset, and after them those whom
// its records name as having met, spoken or signed.
func (c *composer) officials() group {
	g := group{key: "Officials"}
	for _, o := range c.persons {
		e := c.entry(o.Fact, c.v.say("%[1]s.", c.name(o.ID)), c.nation(o.Nation))
		for _, p := range o.Postings {
			words := c.labelled("Rank and post: %[1]s.", c.posting(p))
			switch {
			case len(words) == 0:
			case len(p.Cites) > 0:
				e.sub = append(e.sub, entry{line: words, cites: c.cites(p.Cites), class: e.class})
			default:
				e.line = join(e.line, words)
			}
		}
		g.entries = append(g.entries, e)
	}
	return g
}

func (c *composer) allOfficials() []entente.Official {
	all := slices.Collect(c.data.Officials())
	add := func(ids ...entente.ID) {
		for _, id := range ids {
			o, ok := c.data.Official(id)
			if ok && !slices.ContainsFunc(all, func(have entente.Official) bool { return have.ID == id }) {
				all = append(all, o)
			}
		}
	}
	for m := range c.data.Meetings() {
		for _, a := range m.Attendees {
			add(a.Actor)
		}
	}
	for s := range c.data.Statements() {
		add(s.Speakers...)
		add(s.To...)
	}
	for a := range c.data.Agreements() {
		add(a.Signatories...)
	}
	for r := range c.data.All() {
		add(r.AsFact().By)
	}
	return all
}

func (c *composer) nation(id entente.ID) line {
	if id == "" {
		return nil
	}
	return c.v.say("Nation: %[1]s.", c.name(id))
}

func (c *composer) posting(p entente.Posting) line {
	l := c.list(c.words(p.Rank), c.words(p.Title))
	if p.Organization != "" {
		l = c.list(l, c.name(p.Organization))
	}
	if when := c.v.period(p.Period); len(when) > 0 {
		l = c.v.say("%[1]s (%[2]s)", l, when)
	}
	if p.Implied {
		l = c.v.say("%[1]s (implied, not printed)", l)
	}
	return l
}

func (c *composer) organizations() group {
	g := group{key: "Organizations"}
	for o := range c.data.Organizations() {
		sentences := []line{
			c.v.say("%[1]s.", c.abbreviated(o.ID, o.Abbreviation)),
			c.labelled("Type: %[1]s.", enum(c.v, organizationTypeKeys, o.Type)),
			c.nation(o.Nation),
		}
		if o.Parent != "" {
			sentences = append(sentences, c.v.say("Part of: %[1]s.", c.name(o.Parent)))
		}
		g.entries = append(g.entries, c.entry(o.Fact, append(sentences, c.when(o.Fact))...))
	}
	return g
}

// abbreviated returns the name with its short form behind it.
func (c *composer) abbreviated(id entente.ID, abbreviation string) line {
	if l := code(abbreviation); len(l) > 0 {
		return c.v.say("%[1]s (%[2]s)", c.name(id), l)
	}
	return c.name(id)
}

func (c *composer) nations() group {
	g := group{key: "Nations"}
	for n := range c.data.Nations() {
		g.entries = append(g.entries, c.entry(n.Fact, c.v.say("%[1]s.", c.name(n.ID)), c.when(n.Fact)))
	}
	return g
}

func (c *composer) blocs() group {
	g := group{key: "Blocs"}
	for b := range c.data.Blocs() {
		g.entries = append(g.entries, c.entry(b.Fact, c.v.say("%[1]s.", c.abbreviated(b.ID, b.Abbreviation)),
			c.labelled("Members: %[1]s.", c.nameList(b.Members)), c.when(b.Fact)))
	}
	return g
}

func (c *composer) regions() group {
	g := group{key: "Regions"}
	for r := range c.data.Regions() {
		g.entries = append(g.entries, c.entry(r.Fact, c.v.say("%[1]s.", c.name(r.ID)),
			c.labelled("M49 code: %[1]s.", code(r.M49)), c.when(r.Fact)))
	}
	return g
}
