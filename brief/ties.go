package brief

import (
	"cmp"
	"slices"

	"github.com/entente-go/entente"
)

func (c *composer) partnerships() group {
	g := group{key: "Partnerships"}
	for p := range c.data.Partnerships() {
		name, nature := c.name(p.ID), c.words(p.Nature)
		lead := c.v.say("%[1]s.", name)
		if len(nature) > 0 {
			lead = c.v.say("%[1]s: %[2]s.", name, nature)
		}
		g.entries = append(g.entries, c.entry(p.Fact, lead, enum(c.v, trendKeys, p.Trend), c.when(p.Fact),
			c.labelled("Parties: %[1]s.", c.nameList(p.Parties))))
	}
	return g
}

func (c *composer) agreements() group {
	g := group{key: "Agreements"}
	for a := range c.data.Agreements() {
		sentences := []line{
			c.v.say("%[1]s.", c.name(a.ID)),
			c.labelled("Type: %[1]s.", enum(c.v, agreementTypeKeys, a.Type)),
			c.labelled("Parties: %[1]s.", c.nameList(a.Parties)),
			c.labelled("Signed: %[1]s.", c.v.period(a.When)),
			c.labelled("Time, as the source has it: %[1]s.", c.words(a.Timing)),
			c.labelled("Signed by: %[1]s.", c.nameList(a.Signatories)),
			c.labelled("Place: %[1]s.", c.place(a.Place)),
			c.labelled("In force: %[1]s.", c.v.period(a.InForce)),
		}
		if a.Under != "" {
			sentences = append(sentences, c.v.say("Concluded under: %[1]s.", c.name(a.Under)))
		}
		if a.Partnership != "" {
			sentences = append(sentences, c.v.say("Belongs to the partnership: %[1]s.", c.name(a.Partnership)))
		}
		sentences = append(sentences, c.labelled("Provides: %[1]s.", c.words(a.Gist)))
		g.entries = append(g.entries, c.entry(a.Fact, sentences...))
	}
	return g
}

func (c *composer) series() group {
	g := group{key: "Series of exercises"}
	for s := range c.data.AllSeries() {
		g.entries = append(g.entries, c.entry(s.Fact, c.v.say("%[1]s.", c.name(s.ID)),
			c.labelled("Meaning of the name: %[1]s.", c.words(s.Meaning)),
			c.when(s.Fact), c.labelled("Run by: %[1]s.", c.nameList(s.Parties))))
	}
	return g
}

// exercises returns the exercises in the order of time; those without a date
// last, in the order of their series and of their number in it.
func (c *composer) exercises() group {
	g := group{key: "Exercises, in order of time"}
	all := slices.Collect(c.data.Exercises())
	slices.SortStableFunc(all, func(a, b entente.Exercise) int {
		return cmp.Or(a.When.Compare(b.When), cmp.Compare(a.Series, b.Series), cmp.Compare(a.Number, b.Number))
	})
	for _, x := range all {
		sentences := []line{c.v.say("%[1]s.", c.name(x.ID))}
		switch {
		case x.Series != "" && x.Number > 0:
			sentences = append(sentences, c.v.say("Series: %[1]s, edition %[2]s.", c.name(x.Series), c.v.numeral(x.Number)))
		case x.Series != "":
			sentences = append(sentences, c.v.say("Series: %[1]s.", c.name(x.Series)))
		}
		var domains []line
		for _, d := range x.Domains {
			domains = append(domains, enum(c.v, domainKeys, d))
		}
		sentences = append(sentences, enum(c.v, statusKeys, x.Status), c.when(x.Fact), c.labelled("Site: %[1]s.", c.place(x.Place)))
		for _, role := range []entente.Role{entente.RoleHost, entente.RoleParticipant, entente.RoleObserver, 0} {
			sentences = append(sentences, c.labelled(roleKeys[role], c.contingents(x.Contingents, role)))
		}
		sentences = append(sentences,
			c.labelled("In all: %[1]s.", c.people(x.Strength, x.Approximate)),
			c.labelled("Form: %[1]s.", enum(c.v, formKeys, x.Form)),
			c.labelled("Domains: %[1]s.", c.list(domains...)),
			c.labelled("Aims: %[1]s.", c.words(x.Aims)))
		g.entries = append(g.entries, c.entry(x.Fact, sentences...))
	}
	return g
}

// people returns a strength, or nothing where it is not known.
func (c *composer) people(n int, approximate bool) line {
	switch {
	case n == 0:
		return nil
	case approximate:
		return c.v.say("about %[1]d people", n)
	}
	return c.v.say("%[1]d people", n)
}

// contingents returns those that have the role.
func (c *composer) contingents(all []entente.Contingent, role entente.Role) line {
	var items []line
	for _, t := range all {
		if t.Role != role {
			continue
		}
		var details []line
		var side line
		switch {
		case t.Nation == "" && t.Organization != "":
			side = c.name(t.Organization)
		case t.Organization != "":
			details = append(details, c.name(t.Organization))
		}
		if t.Nation != "" {
			side = c.name(t.Nation)
		}
		details = append(details, c.words(t.Unit))
		details = append(details, c.people(t.Strength, t.Approximate))
		switch list := c.list(details...); {
		case len(side) == 0:
			items = append(items, list)
		case len(list) == 0:
			items = append(items, side)
		default:
			items = append(items, c.v.say("%[1]s (%[2]s)", side, list))
		}
	}
	return c.joined("%[1]s; %[2]s", items)
}
