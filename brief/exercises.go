package brief

import (
	"cmp"
	"slices"

	"github.com/entente-go/entente"
)

func (c *composer) series() []entry {
	var list []entry
	for s := range c.data.AllSeries() {
		list = append(list, c.entry(s.Fact,
			c.sprint(msgStop, c.name(s.ID)),
			c.labelled(msgMeaning, c.text(s.Meaning)),
			c.when(s.Fact),
			c.labelled(msgRunBy, c.nameList(s.Parties))))
	}
	return list
}

// exercises returns the exercises in the order of time, then those without a
// date by their series and number.
func (c *composer) exercises() []entry {
	all := slices.Collect(c.data.Exercises())
	slices.SortStableFunc(all, func(a, b entente.Exercise) int {
		return cmp.Or(a.When.Compare(b.When), cmp.Compare(a.Series, b.Series), cmp.Compare(a.Number, b.Number))
	})
	var list []entry
	for _, x := range all {
		list = append(list, c.exercise(x))
	}
	return list
}

func (c *composer) exercise(x entente.Exercise) entry {
	sentences := []line{
		c.sprint(msgStop, c.name(x.ID)),
		c.edition(x),
		c.word(statuses.of(x.Status)),
		c.when(x.Fact),
		c.labelled(msgSite, c.places(x.Places)),
	}
	for _, role := range []entente.Role{entente.RoleHost, entente.RoleParticipant, entente.RoleObserver, 0} {
		if who := c.contingents(x.Contingents, role); len(who) > 0 {
			sentences = append(sentences, c.word(roles.of(role), who))
		}
	}
	var in, how []line
	for _, f := range x.Forms {
		how = append(how, c.word(forms.of(f)))
	}
	for _, d := range x.Domains {
		in = append(in, c.word(domains.of(d)))
	}
	return c.entry(x.Fact, append(sentences,
		c.labelled(msgCommanders, c.nameList(x.Commanders)),
		c.labelled(msgStrength, c.people(x.Strength, x.Approximate)),
		c.labelled(msgForm, c.list(how...)),
		c.labelled(msgDomains, c.list(in...)),
		c.labelled(msgAims, c.text(x.Aims)))...)
}

func (c *composer) edition(x entente.Exercise) line {
	if x.Series != "" && x.Number > 0 {
		return c.sprint(msgEdition, c.name(x.Series), c.numeral(x.Number))
	}
	return c.labelledName(msgOfSeries, x.Series)
}

// people returns a strength, or nothing where it is not known.
func (c *composer) people(n int, approximate bool) line {
	switch {
	case n == 0:
		return nil
	case approximate:
		return c.sprint(msgAboutPeople, n)
	}
	return c.sprint(msgPeople, n)
}

// contingents returns those that have the role.
func (c *composer) contingents(all []entente.Contingent, role entente.Role) line {
	var items []line
	for _, t := range all {
		if t.Role == role {
			items = append(items, c.contingent(t))
		}
	}
	return c.joined(msgSemicolon, items)
}

// contingent returns the nation, or the bloc or the organization if there is no
// nation, with what else is known in brackets.
func (c *composer) contingent(t entente.Contingent) line {
	var side, organization line
	if t.Organization != "" {
		organization = c.name(t.Organization)
	}
	switch {
	case t.Nation != "":
		side = c.name(t.Nation)
	case t.Bloc != "":
		side = c.name(t.Bloc)
	case t.Unidentified:
		side = c.sprint(msgUnidentified)
	default:
		side, organization = organization, nil
	}
	var bloc line
	if t.Nation != "" && t.Bloc != "" {
		bloc = c.name(t.Bloc)
	}
	details := c.list(bloc, organization, c.text(t.Unit), c.people(t.Strength, t.Approximate),
		c.labelled(msgCommandedBy, c.both(t.Commanders)))
	switch {
	case len(side) == 0:
		return details
	case len(details) == 0:
		return side
	}
	return c.sprint(msgBrackets, side, details)
}
