package brief

import (
	"cmp"
	"reflect"
	"slices"

	"github.com/entente-go/entente"
)

// differences returns, for each record that some source contradicts, what the
// record says and what each of the others says.
func (c *composer) differences() []block {
	var differing []entente.Record
	for _, r := range c.records {
		if len(r.AsFact().Claims) > 0 {
			differing = append(differing, r)
		}
	}
	slices.SortStableFunc(differing, func(a, b entente.Record) int {
		return cmp.Or(cmp.Compare(a.Kind(), b.Kind()), newestFirst(a.AsFact().When, b.AsFact().When))
	})
	var list []entry
	for _, r := range differing {
		f := r.AsFact()
		mark := c.scratch
		var members []string
		byMember := make(map[string][]entente.Claim)
		for _, claim := range f.Claims {
			if byMember[claim.Member] == nil {
				members = append(members, claim.Member)
			}
			byMember[claim.Member] = append(byMember[claim.Member], claim)
		}
		name := c.apartName(f.ID, strong).capital()
		e := entry{line: c.sprint(msgStop, name), class: "claim"}
		for _, m := range members {
			e.sub = append(e.sub, c.versions(r, m, byMember[m]))
		}
		if len(members) == 1 {
			e.line, e.cites, e.sub = c.join(e.line, e.sub[0].line), e.sub[0].cites, nil
		}
		e.line = c.keep(e.line)
		list = append(list, e)
		c.scratch.release(mark)
	}
	if len(list) == 0 {
		return nil
	}
	return []block{{paragraphs: []entry{{line: c.sprint(msgHeldFirst)}}, entries: list}}
}

// versions returns the value of a member that the record has, and what each source says.
func (c *composer) versions(r entente.Record, member string, claims []entente.Claim) entry {
	label := c.memberName(r, member)
	var list []line
	if held := c.held(r, member); len(held) > 0 {
		list = append(list, c.sprint(msgColonStop, label.capital(), held))
	} else {
		list = append(list, c.sprint(msgStop, label.capital()))
	}
	e := entry{class: "claim"}
	for i, claim := range claims {
		says := c.claimed(r, claim)
		if len(claim.Cites) > 0 {
			says = c.sprint(msgSays, c.publisher(claim.Cites[0].Source), says)
		} else {
			says = c.sprint(msgStop, says)
		}
		if e.cites = c.cites(claim.Cites); i < len(claims)-1 {
			says = c.cited(says, e.cites)
		}
		list = append(list, says)
	}
	e.line = c.keep(c.join(list...))
	return e
}

// claimed returns what a claim says in words: its value as the record would
// have it, then its words.
func (c *composer) claimed(r entente.Record, claim entente.Claim) line {
	words := c.text(claim.Words)
	if claim.Value.IsZero() {
		return words
	}
	var value line
	var text entente.Text
	if claim.Value.As(&text) == nil {
		value = c.text(text)
	} else if with, ok := c.having(r, claim); ok {
		value = c.held(with, claim.Member)
	}
	if len(value) == 0 {
		value = code(claim.Value.String())
	}
	return c.bracketed(value, words)
}

// having returns a record of the same kind that has nothing but the value of
// the claim.
func (c *composer) having(r entente.Record, claim entente.Claim) (entente.Record, bool) {
	v := reflect.New(reflect.TypeOf(r)).Elem()
	f := c.fields.field(v, claim.Member)
	if !f.IsValid() || claim.Value.As(f.Addr().Interface()) != nil {
		return nil, false
	}
	with, ok := v.Interface().(entente.Record)
	return with, ok
}

// held returns what the record itself has in the member, where that takes only
// a few words.
func (c *composer) held(r entente.Record, member string) line {
	f := r.AsFact()
	switch member {
	case "when":
		return c.period(f.When)
	case "timing":
		return c.text(f.Timing)
	}
	switch r := r.(type) {
	case entente.Nation:
		return c.heldByNation(r, member)
	case entente.Official:
		return c.heldByOfficial(r, member)
	case entente.Exercise:
		return c.heldByExercise(r, member)
	case entente.Meeting:
		return c.heldByMeeting(r, member)
	case entente.Agreement:
		return c.heldByAgreement(r, member)
	case entente.Organization:
		if member == "type" {
			return c.word(organizationTypes.of(r.Type))
		}
	case entente.Bloc:
		if member == "members" {
			return c.nameList(r.Members)
		}
	case entente.Series:
		switch member {
		case "parties":
			return c.nameList(r.Parties)
		case "meaning":
			return c.text(r.Meaning)
		}
	case entente.Statement:
		switch member {
		case "speakers":
			return c.nameList(r.Speakers)
		case "for":
			return c.nameList([]entente.ID{r.For})
		}
	case entente.Partnership:
		switch member {
		case "trend":
			return c.word(trends.of(r.Trend))
		case "nature":
			return c.text(r.Nature)
		case "parties":
			return c.nameList(r.Parties)
		}
	}
	return nil
}

func (c *composer) heldByNation(n entente.Nation, member string) line {
	if member == "exists" {
		return c.period(n.Exists)
	}
	return nil
}

func (c *composer) heldByOfficial(o entente.Official, member string) line {
	switch member {
	case "nation":
		if o.Nation != "" {
			return c.name(o.Nation)
		}
	case "short":
		return c.text(o.Short)
	}
	return nil
}

func (c *composer) heldByMeeting(m entente.Meeting, member string) line {
	switch member {
	case "places":
		return c.places(m.Places)
	case "purpose":
		return c.text(m.Purpose)
	case "attendees":
		return c.attendees(&m)
	}
	return nil
}

func (c *composer) heldByAgreement(a entente.Agreement, member string) line {
	switch member {
	case "places":
		return c.places(a.Places)
	case "in_force":
		return c.period(a.InForce)
	case "type":
		return c.word(agreementTypes.of(a.Type))
	case "gist":
		return c.text(a.Gist)
	case "parties":
		return c.parties(a.Parties)
	}
	return nil
}

func (c *composer) heldByExercise(x entente.Exercise, member string) line {
	switch member {
	case "number":
		if x.Number > 0 {
			return c.numeral(x.Number)
		}
	case "status":
		return c.word(statuses.of(x.Status))
	case "strength":
		return c.strength(x.Strength, x.Approximate)
	case "forms":
		return c.list(c.forms(x.Forms)...)
	case "places":
		return c.places(x.Places)
	case "aims":
		return c.text(x.Aims)
	case "contingents":
		return c.joined(msgSemicolon, c.contingentLines(&x))
	}
	return nil
}
