package brief

import (
	"strconv"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
)

// claims returns what sources say differently from the records.
func (c *composer) claims() []entry {
	var list []entry
	for r := range c.data.All() {
		f := r.AsFact()
		for _, claim := range f.Claims {
			member := c.word(memberPhrase(claim.Member))
			if len(member) == 0 {
				member = code(claim.Member)
			}
			l := c.sprint(msgClaim, c.name(f.ID), member, c.claimed(r.Kind(), claim))
			l = join(l, c.labelled(msgHeld, c.held(r, claim.Member)))
			list = append(list, entry{line: l, cites: c.cites(claim.Cites), class: "claim"})
		}
	}
	return list
}

// claimed returns the value of a claim in words. Dates, numbers and values of
// enumerations are in it as a file has them.
func (c *composer) claimed(kind entente.Kind, claim entente.Claim) line {
	value := claim.Value.String()
	switch claim.Member {
	case "when", "in_force":
		if p, err := edtf.ParsePeriod(value); err == nil {
			return c.period(p)
		}
	case "number":
		if n, err := strconv.Atoi(value); err == nil && n >= 0 {
			return c.numeral(n)
		}
	case "strength":
		if n, err := strconv.Atoi(value); err == nil && n > 0 {
			return c.people(n, false)
		}
	case "form":
		var form entente.Form
		if form.UnmarshalText([]byte(value)) == nil {
			return c.word(forms.of(form))
		}
	case "type":
		var organization entente.OrganizationType
		var agreement entente.AgreementType
		switch {
		case kind == entente.KindOrganization && organization.UnmarshalText([]byte(value)) == nil:
			return c.word(organizationTypes.of(organization))
		case kind == entente.KindAgreement && agreement.UnmarshalText([]byte(value)) == nil:
			return c.word(agreementTypes.of(agreement))
		}
	}
	return c.text(claim.Value)
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
	case entente.Exercise:
		return c.heldByExercise(r, member)
	case entente.Meeting:
		switch member {
		case "place":
			return c.place(r.Place)
		case "purpose":
			return c.text(r.Purpose)
		}
	case entente.Agreement:
		switch member {
		case "place":
			return c.place(r.Place)
		case "in_force":
			return c.period(r.InForce)
		case "type":
			return c.word(agreementTypes.of(r.Type))
		}
	case entente.Organization:
		if member == "type" {
			return c.word(organizationTypes.of(r.Type))
		}
	case entente.Partnership:
		if member == "nature" {
			return c.text(r.Nature)
		}
	}
	return nil
}

func (c *composer) heldByExercise(x entente.Exercise, member string) line {
	switch member {
	case "number":
		if x.Number > 0 {
			return c.numeral(x.Number)
		}
	case "strength":
		return c.people(x.Strength, x.Approximate)
	case "form":
		return c.word(forms.of(x.Form))
	case "place":
		return c.place(x.Place)
	case "aims":
		return c.text(x.Aims)
	}
	return nil
}
