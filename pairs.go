package entente

import "cmp"

// An extent is the stretch from the start of the earliest of some periods to
// the end of the latest, as they are written.
type extent struct{ first, last Date }

func (e *extent) add(p Period) {
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
func compareStarts(a, b Date) int {
	x, _ := a.bounds()
	y, _ := b.bounds()
	return compareDates(x, y, a, b)
}

func compareEnds(a, b Date) int {
	_, x := a.bounds()
	_, y := b.bounds()
	return compareDates(x, y, a, b)
}

func compareDates(x, y day, a, b Date) int {
	if x != y || a == b {
		return cmp.Compare(x, y)
	}
	return cmp.Compare(a.String(), b.String())
}

// A pairCount counts what ties pairs of nations and blocs.
type pairCount struct {
	c        *corpus
	ties     map[[2]uint32]*Ties
	last     [2]uint32 // most records repeat the pair of the one before
	lastTies *Ties
	row      []uint32
}

func newPairCount(c *corpus) *pairCount {
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
		if int32(a) < p.c.kind[KindBloc+1] { // the kinds before it are nations and blocs
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
		a, b := p.c.recs[key[0]].fact().ID, p.c.recs[key[1]].fact().ID
		if b < a {
			a, b = b, a
		}
		list = append(list, Pair{A: a, B: b, Ties: *t})
	}
	return list
}
