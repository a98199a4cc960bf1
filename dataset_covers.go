package entente

import (
	"slices"

	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/internal/dayset"
	"github.com/entente-go/entente/nation"
)

// covers reports whether the coverage includes the whole question.
func (c *index) covers(q *question) bool {
	for _, ids := range q.parties {
		for _, id := range ids {
			if _, ok := c.actor(id); !ok && !nation.Valid(nation.ID(id)) {
				return false // an unknown ID, likely a misspelling
			}
		}
	}
	wanted := edtf.Span{First: edtf.DayMin, Last: edtf.DayMax}
	if len(q.periods) == 1 {
		wanted = q.periods[0].Span()
	}
	for k := KindNation; k < kindEnd; k++ {
		if (q.kinds == 0 || q.kinds.has(k)) && !c.coversKind(q.parties, k, wanted) {
			return false
		}
	}
	return true
}

// coversKind reports whether the coverage includes a kind of record for the
// parties. Coverage of two of the parties is enough, since the records of all
// of them are among the records of those two.
func (c *index) coversKind(parties [][]ID, k Kind, wanted edtf.Span) bool {
	switch len(parties) {
	case 0:
		return c.reaches(nil, k, wanted)
	case 1:
		return c.reachesEach(parties[0], nil, k, wanted)
	}
	for i, a := range parties {
		for _, b := range parties[:i] {
			if c.reachesEach(a, b, k, wanted) {
				return true
			}
		}
	}
	return false
}

// reachesEach reports whether the coverage includes each pair of an actor of a
// and one of b.
func (c *index) reachesEach(a, b []ID, k Kind, wanted edtf.Span) bool {
	for _, id := range a {
		if b == nil && !c.reaches([]ID{id}, k, wanted) {
			return false
		}
		for _, other := range b {
			if !c.reaches([]ID{id, other}, k, wanted) {
				return false
			}
		}
	}
	return true
}

// reaches reports whether entries of the coverage together include all of the
// days, for one actor, for two, or for everyone.
func (c *index) reaches(parties []ID, k Kind, wanted edtf.Span) bool {
	return reachOver(c.covered(parties, k), wanted)
}

// covered returns the days that entries of the coverage include.
func (c *index) covered(parties []ID, k Kind) dayset.Set {
	var list []edtf.Span
	for i := range c.coverage {
		v := &c.coverage[i]
		switch {
		case !v.reaches(parties) || !v.includes(k):
		case v.Period.IsZero():
			return dayset.Set{{First: edtf.DayMin, Last: edtf.DayMax}}
		default:
			list = append(list, v.Period.Whole())
		}
	}
	return dayset.Union(list)
}

// reachOver reports whether the spans together include all of the days.
func reachOver(list dayset.Set, wanted edtf.Span) bool {
	for _, s := range list {
		switch {
		case s.IsZero():
			continue
		case s.First > wanted.First:
			return false
		case s.Last >= wanted.Last:
			return true
		}
		wanted.First = max(wanted.First, s.Last+1)
	}
	return false
}

// reaches reports whether the dealings of all of the parties are covered.
func (v *Coverage) reaches(parties []ID) bool {
	if len(v.Parties) == 0 {
		return true
	}
	n := 0
	for i, id := range parties {
		if slices.Contains(v.Parties, id) && !slices.Contains(parties[:i], id) {
			n++
		}
	}
	return n > 1 || n == 1 && len(v.Parties) == 1
}

func (v *Coverage) includes(kind Kind) bool {
	for _, k := range v.Kinds {
		if k == kind {
			return true
		}
	}
	return len(v.Kinds) == 0 && kind < kindEnd
}

// Coverage states what the editors of a dataset searched for, so that a program
// can tell "none found" from "not looked for". The zero Coverage covers
// everything: any party, kind and time.
type Coverage struct {
	// Parties are the actors whose dealings with each other were searched. A
	// single party means its dealings with everyone; none means all actors.
	Parties []ID `json:"parties,omitempty"`
	// Kinds are the kinds of record covered; none means every kind.
	Kinds []Kind `json:"kinds,omitempty"`
	// Period is the time covered; the zero Period means any time.
	Period edtf.Period `json:"period,omitzero"`
	// Complete reports whether the editors consider the search complete.
	Complete bool `json:"complete,omitzero"`
	// Note says how the search was done.
	Note Text `json:"note,omitzero"`
}
