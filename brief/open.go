package brief

import (
	"strconv"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
)

// claims returns what sources say differently from the records.
func (c *composer) claims() group {
	var g group
	for r := range c.data.All() {
		f := r.AsFact()
		for _, claim := range f.Claims {
			member := code(claim.Member)
			if key := memberKey(claim.Member); key != "" {
				member = c.v.say(key)
			}
			l := c.v.say("%[1]s, %[2]s: also given as %[3]s.", c.name(f.ID), member, c.claimed(r, claim))
			l = join(l, c.labelled("Here taken as: %[1]s.", c.held(r, claim.Member)))
			g.entries = append(g.entries, entry{line: l, cites: c.cites(claim.Cites), class: "claim"})
		}
	}
	return g
}

// claimed returns the value of a claim in words. Dates and numbers stand in it
// in the form of the file format.
func (c *composer) claimed(r entente.Record, claim entente.Claim) line {
	value := claim.Value.String()
	switch claim.Member {
	case "when", "in_force":
		if p, err := entente.ParsePeriod(value); err == nil {
			return c.v.period(p)
		}
	case "number":
		if n, err := strconv.Atoi(value); err == nil && n >= 0 {
			return c.v.numeral(n)
		}
	case "strength":
		if n, err := strconv.Atoi(value); err == nil && n > 0 {
			return c.people(n, false)
		}
	case "form":
		var form entente.Form
		if form.UnmarshalText([]byte(value)) == nil {
			return enum(c.v, formKeys, form)
		}
	case "type":
		var organization entente.OrganizationType
		var agreement entente.AgreementType
		switch {
		case r.Kind() == entente.KindOrganization && organization.UnmarshalText([]byte(value)) == nil:
			return enum(c.v, organizationTypeKeys, organization)
		case r.Kind() == entente.KindAgreement && agreement.UnmarshalText([]byte(value)) == nil:
			return enum(c.v, agreementTypeKeys, agreement)
		}
	}
	return c.words(claim.Value)
}

// held returns what the record itself has in the member, where that can be
// said in a few words.
func (c *composer) held(r entente.Record, member string) line {
	f := r.AsFact()
	switch member {
	case "when":
		return c.v.period(f.When)
	case "timing":
		return c.words(f.Timing)
	}
	switch r := r.(type) {
	case entente.Exercise:
		switch member {
		case "number":
			if r.Number > 0 {
				return c.v.numeral(r.Number)
			}
		case "strength":
			return c.people(r.Strength, r.Approximate)
		case "form":
			return enum(c.v, formKeys, r.Form)
		case "place":
			return c.place(r.Place)
		case "aims":
			return c.words(r.Aims)
		}
	case entente.Meeting:
		switch member {
		case "place":
			return c.place(r.Place)
		case "purpose":
			return c.words(r.Purpose)
		}
	case entente.Agreement:
		switch member {
		case "place":
			return c.place(r.Place)
		case "in_force":
			return c.v.period(r.InForce)
		case "type":
			return enum(c.v, agreementTypeKeys, r.Type)
		}
	case entente.Organization:
		if member == "type" {
			return enum(c.v, organizationTypeKeys, r.Type)
		}
	case entente.Partnership:
		if member == "nature" {
			return c.words(r.Nature)
		}
	}
	return nil
}

// unknown returns what the records leave open.
func (c *composer) unknown() group {
	g := group{key: "Not said in the sources"}
	for r := range c.data.All() {
		f := r.AsFact()
		add := func(open bool, key string) {
			if open {
				g.entries = append(g.entries, entry{line: c.v.say(key, c.name(f.ID)), cites: c.cites(f.Cites), class: "open"})
			}
		}
		undated := func() {
			if f.When.IsZero() {
				l := join(c.v.say("%[1]s: no date is known.", c.name(f.ID)),
					c.labelled("Time, as the source has it: %[1]s.", c.words(f.Timing)))
				g.entries = append(g.entries, entry{line: l, cites: c.cites(f.Cites), class: "open"})
			}
		}
		switch r := r.(type) {
		case entente.Bloc:
			add(len(r.Members) == 0, "%[1]s: the members are not named.")
		case entente.Organization:
			add(r.Nation == "", "%[1]s: no nation is given.")
		case entente.Official:
			add(!holdsPost(r), "%[1]s: no post is given.")
			add(r.Nation == "", "%[1]s: no nation is given.")
		case entente.Partnership:
			add(r.Trend == 0, "%[1]s: the direction in which it moves is not said.")
		case entente.Agreement:
			undated()
		case entente.Exercise:
			undated()
			add(r.Status == 0, "%[1]s: the status is not said.")
			add(r.Place == entente.Place{}, "%[1]s: the place is not said.")
		case entente.Meeting:
			undated()
			add(r.Place == entente.Place{}, "%[1]s: the place is not said.")
		}
	}
	// Of a source much may be open that tells the reader little: one line for all.
	add := func(key string, open func(entente.Source) bool) {
		var names []line
		for _, s := range c.sources {
			if open(s) {
				names = append(names, c.source(s.ID))
			}
		}
		if len(names) > 0 {
			g.entries = append(g.entries, entry{line: c.v.say(key), cites: brackets(c.joined("%[1]s; %[2]s", names)), class: "open"})
		}
	}
	add("The title is not known.", func(s entente.Source) bool { return s.Title.IsZero() })
	add("The author is not known.", func(s entente.Source) bool { return len(s.Authors) == 0 })
	add("The date of publication is not known.", func(s entente.Source) bool { return s.Published.IsZero() })
	return g
}

func holdsPost(o entente.Official) bool {
	for _, p := range o.Postings {
		if !p.Title.IsZero() {
			return true
		}
	}
	return false
}

// notes returns the remarks of the editors.
func (c *composer) notes() group {
	g := group{key: "Notes of the editors"}
	for r := range c.data.All() {
		f := r.AsFact()
		if note := c.words(f.Note); len(note) > 0 {
			g.entries = append(g.entries, entry{line: c.v.say("%[1]s: %[2]s", c.name(f.ID), note), cites: c.cites(f.Cites), class: "note"})
		}
	}
	return g
}

// coverage returns what the data was made to cover.
func (c *composer) coverage() group {
	var g group
	for _, v := range c.data.Coverage() {
		g.entries = append(g.entries, entry{line: join(c.coveredParties(v.Parties), c.coveredKinds(v.Kinds), c.coveredTime(v.Period),
			c.complete(v.Complete), c.words(v.Note))})
	}
	if len(g.entries) == 0 {
		return group{entries: []entry{{line: c.v.say("The data does not say what it was made to cover.")}}}
	}
	g.entries = append(g.entries, entry{line: c.v.say("What lies outside this was not looked for: that it is absent here says nothing.")})
	return g
}

func (c *composer) coveredParties(ids []entente.ID) line {
	switch len(ids) {
	case 0:
		return c.v.say("Parties: any.")
	case 1:
		return c.v.say("Party: %[1]s, in all its dealings.", c.name(ids[0]))
	}
	return c.v.say("Parties: %[1]s, in their dealings with each other.", c.nameList(ids))
}

func (c *composer) coveredKinds(kinds []entente.Kind) line {
	if len(kinds) == 0 {
		return c.v.say("Kinds of record: all.")
	}
	var items []line
	for _, k := range kinds {
		if key := keyOf(kindKeys, k); key != "" {
			items = append(items, c.v.say("kind: "+key))
		}
	}
	return c.labelled("Kinds of record: %[1]s.", c.list(items...))
}

func (c *composer) coveredTime(p entente.Period) line {
	if p.IsZero() {
		return c.v.say("Time: any.")
	}
	return c.v.say("Time: %[1]s.", c.v.period(p))
}

func (c *composer) complete(complete bool) line {
	if complete {
		return c.v.say("Held to be complete.")
	}
	return c.v.say("Not held to be complete.")
}

// sourceList returns the sources, each under the name that the citations use.
func (c *composer) sourceList() group {
	var g group
	for _, s := range c.sources {
		sentences := []line{c.v.say("%[1]s.", c.source(s.ID))}
		if title := c.words(s.Title); len(title) > 0 && plainWords(title) != plainWords(c.source(s.ID)) {
			sentences = append(sentences, c.v.say("%[1]s.", title))
		}
		var authors []line
		for _, a := range s.Authors {
			authors = append(authors, asPrinted(a, s.Language))
		}
		sentences = append(sentences,
			c.labelled("Written by: %[1]s.", c.joined("%[1]s; %[2]s", authors)),
			c.labelled("Published: %[1]s.", c.v.period(s.Published.Period())),
			c.labelled("Language: %[1]s.", c.language(s.Language)))
		if s.Reprints != "" {
			sentences = append(sentences, c.v.say("Reprints: %[1]s.", c.source(s.Reprints)))
		}
		// The address comes last: a full stop behind it would be taken for its own.
		sentences = append(sentences, c.words(s.Note), c.labelled("Address: %[1]s", code(s.URL)))
		g.entries = append(g.entries, entry{line: join(sentences...)})
	}
	return g
}

// asPrinted returns words in the language of a source.
func asPrinted(words, tag string) line {
	t, err := language.Parse(tag)
	if err != nil || t == language.Und {
		return code(words)
	}
	if words = clean(words); words == "" {
		return nil
	}
	return line{{words: words, lang: t}}
}

// asCited returns words of what is cited, in the language of the first source
// of which it is known.
func (c *composer) asCited(words string, cites []entente.Citation) line {
	for _, cite := range cites {
		if s, _ := c.data.Source(cite.Source); s.Language != "" {
			return asPrinted(words, s.Language)
		}
	}
	return english(words)
}

// language returns the name of one of the languages of this package, or the
// tag of another.
func (c *composer) language(tag string) line {
	switch t, _ := language.Parse(tag); {
	case tag == "":
		return nil
	case sameLanguage(t, language.English):
		return c.v.say("English")
	case sameLanguage(t, language.Russian):
		return c.v.say("Russian")
	case sameLanguage(t, language.Urdu):
		return c.v.say("Urdu")
	}
	return code(tag)
}
