package entente

import (
	"cmp"

	"github.com/entente-go/entente/edtf"
)

// Pair is a dyad: two nations, two blocs, or one of each, and what ties them.
// An organization or an official ties the nation that it belongs to.
type Pair struct {
	A, B ID   // the parties, A before B in the order of IDs
	Ties Ties // what ties them
}

// Ties counts the records in which both of two parties take part. The zero Ties
// is none.
type Ties struct {
	// The numbers of the records of each kind.
	Exercises, Meetings, Agreements, Partnerships, Statements int
	// First is the earliest start that one of these has, Last the latest end,
	// as at [Summary].
	First, Last edtf.Date `json:",omitzero"`
}

// Total returns the number of all ties.
func (t Ties) Total() int {
	return t.Exercises + t.Meetings + t.Agreements + t.Partnerships + t.Statements
}

func (t Ties) plus(u Ties) Ties {
	span := extent{t.First, t.Last}
	span.join(extent{u.First, u.Last})
	return Ties{
		Exercises:    t.Exercises + u.Exercises,
		Meetings:     t.Meetings + u.Meetings,
		Agreements:   t.Agreements + u.Agreements,
		Partnerships: t.Partnerships + u.Partnerships,
		Statements:   t.Statements + u.Statements,
		First:        span.first,
		Last:         span.last,
	}
}

// An extent is the stretch from the start of the earliest of some periods to
// the end of the latest, as they are written.
type extent struct{ first, last edtf.Date }

func (e *extent) add(p edtf.Period) {
	e.join(extent{p.Start(), p.End()})
}

func (e *extent) join(f extent) {
	if !f.first.IsZero() && (e.first.IsZero() || compareStarts(f.first, e.first) < 0) {
		e.first = f.first
	}
	if !f.last.IsZero() && (e.last.IsZero() || compareEnds(f.last, e.last) > 0) {
		e.last = f.last
	}
}

// compareStarts orders dates by the first day that they may be, compareEnds
// by the last. Both go on to the text, so that the order of adding does not
// show in the result.
func compareStarts(a, b edtf.Date) int {
	return cmp.Or(cmp.Compare(a.Written().First, b.Written().First), cmp.Compare(a.String(), b.String()))
}

func compareEnds(a, b edtf.Date) int {
	return cmp.Or(cmp.Compare(a.Written().Last, b.Written().Last), cmp.Compare(a.String(), b.String()))
}

// A pairCount counts what ties pairs of nations and blocs.
type pairCount struct {
	c        *index
	ties     map[[2]uint32]*Ties
	last     [2]uint32 // most records repeat the pair of the one before
	lastTies *Ties
	row      []uint32
}

func newPairCount(c *index) *pairCount {
	return &pairCount{c: c, ties: make(map[[2]uint32]*Ties)}
}

// add counts the record of kind k at index i.
func (p *pairCount) add(k Kind, i int) {
	switch k {
	case KindExercise, KindMeeting, KindAgreement, KindPartnership, KindStatement:
	default:
		return
	}
	p.row = p.row[:0]
	for _, a := range p.c.parties.row(i) {
		if p.c.isDyadic(int(a)) {
			p.row = append(p.row, a)
		}
	}
	for x, a := range p.row {
		for _, b := range p.row[x+1:] {
			t := p.of(min(a, b), max(a, b))
			switch k {
			case KindExercise:
				t.Exercises++
			case KindMeeting:
				t.Meetings++
			case KindAgreement:
				t.Agreements++
			case KindPartnership:
				t.Partnerships++
			case KindStatement:
				t.Statements++
			}
			e := extent{t.First, t.Last}
			e.add(p.c.when[i])
			t.First, t.Last = e.first, e.last
		}
	}
}

func (p *pairCount) of(a, b uint32) *Ties {
	key := [2]uint32{a, b}
	if p.lastTies != nil && p.last == key {
		return p.lastTies
	}
	t := p.ties[key]
	if t == nil {
		t = new(Ties)
		p.ties[key] = t
	}
	p.last, p.lastTies = key, t
	return t
}

func (p *pairCount) list() []Pair {
	var list []Pair
	for key, t := range p.ties {
		a, b := p.c.actorID(int(key[0])), p.c.actorID(int(key[1]))
		if b < a {
			a, b = b, a
		}
		list = append(list, Pair{A: a, B: b, Ties: *t})
	}
	return list
}
