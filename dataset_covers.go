package entente

import (
	"sort"

	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/nation"
)

// Answer is what a dataset knows when asked whether something happened. The
// zero Answer is invalid.
type Answer uint8

// The answers to [Dataset.Search].
const (
	AnswerNotCovered Answer = iota + 1 // nothing was found, and not all of it was looked for
	AnswerNoneFound                    // it was looked for, and nothing was found
	AnswerFound                        // there is something
)

var answerEnum = enum{typ: "Answer", what: "answer", names: []string{"", "not covered", "none found", "found"}}

// String returns "not covered", "none found" or "found".
func (a Answer) String() string { return answerEnum.string(uint8(a)) }

// MarshalText implements [encoding.TextMarshaler]. It fails for an invalid Answer.
func (a Answer) MarshalText() ([]byte, error) { return answerEnum.marshal(uint8(a)) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts what
// [Answer.String] gives for a constant.
func (a *Answer) UnmarshalText(text []byte) error { return unmarshalEnum(&answerEnum, a, text) }

// Search returns the records of the kind between two actors whose time
// overlaps the period, and says what it means if there are none: that they
// were looked for and not found, because the [Coverage] of the data reaches
// over the pair, the kind and the whole of the period, or that it does not.
// The zero Kind stands for every kind, the zero Period for all time; then the
// records may also be without a date.
//
// That something is found does not mean that the field is covered, and that it
// is covered does not mean that nothing was missed; see [Coverage.Complete].
// The coverage of an actor is not that of who belongs to it.
// Nothing is covered in a dataset that was narrowed, nor for an ID that is
// neither that of an actor in the data nor a nation's. A coverage whose end is
// approximate, uncertain or not known reaches as far as is certain.
func (d *Dataset) Search(a, b ID, kind Kind, period edtf.Period) (*Dataset, Answer) {
	found := d.Between(a, b)
	if !period.IsZero() {
		found = found.During(period)
	}
	if kind != 0 && !found.isEmpty() {
		c := found.c
		found = found.filter(func(i int) bool { return c.recs[i].Kind() == kind })
	}
	switch {
	case found.Len() > 0:
		return found, AnswerFound
	case d.covers(a, b, kind, period):
		return found, AnswerNoneFound
	}
	return found, AnswerNotCovered
}

// covers reports whether entries of the coverage together reach over the whole
// of the period, for every kind if none is given.
func (d *Dataset) covers(a, b ID, kind Kind, period edtf.Period) bool {
	if kind == 0 {
		for k := KindNation; k < kindEnd; k++ {
			if !d.covers(a, b, k, period) {
				return false
			}
		}
		return true
	}
	wanted := edtf.Span{First: edtf.DayMin, Last: edtf.DayMax}
	if !period.IsZero() {
		wanted = period.Span()
	}
	for _, id := range []ID{a, b} {
		if _, ok := d.index().actor(id); !ok && !nation.Valid(nation.ID(id)) {
			return false // a slip of the pen, of which anything could be said
		}
	}
	var spans []edtf.Span
	for _, v := range d.covered() {
		if v.reaches(a, b) && v.includes(kind) {
			if v.Period.IsZero() {
				return true
			}
			spans = append(spans, v.Period.Whole())
		}
	}
	sort.Slice(spans, func(i, j int) bool { return spans[i].First < spans[j].First })
	for _, s := range spans {
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

// reaches reports whether the dealings of the pair are covered.
func (v *Coverage) reaches(a, b ID) bool {
	hasA, hasB := false, false
	for _, id := range v.Parties {
		hasA, hasB = hasA || id == a, hasB || id == b
	}
	switch len(v.Parties) {
	case 0:
		return true
	case 1:
		return hasA || hasB
	}
	return hasA && hasB && a != b
}

func (v *Coverage) includes(kind Kind) bool {
	for _, k := range v.Kinds {
		if k == kind {
			return true
		}
	}
	return len(v.Kinds) == 0 && kind < kindEnd
}

// Coverage says what the editors of a dataset looked for, so that "nothing
// found" can be told from "not looked for". The zero Coverage covers everything:
// any party, kind and time.
type Coverage struct {
	// Parties are the actors whose dealings with each other are covered. One
	// party alone means all its dealings; none means any party.
	Parties []ID `json:"parties,omitempty"`
	// Kinds are the kinds of record covered; none means every kind.
	Kinds []Kind `json:"kinds,omitempty"`
	// Period is the time covered; the zero Period means any time.
	Period edtf.Period `json:"period,omitzero"`
	// Complete says that the editors hold the coverage to be complete.
	Complete bool `json:"complete,omitzero"`
	// Note says how it was covered.
	Note Text `json:"note,omitzero"`
}
