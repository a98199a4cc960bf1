package entente

import (
	"cmp"
	"slices"

	"github.com/entente-go/entente/edtf"
)

// Pair counts the ties of a dyad: two nations, two blocs, or one of each. A
// record of an organization or official counts for the nation that it belongs
// to.
type Pair struct {
	A    ID   `json:"a"`    // one of the parties
	B    ID   `json:"b"`    // the other; A comes before B in the order of IDs
	Ties Ties `json:"ties"` // their ties
}

// Ties counts the records in which both of two parties take part; an agreement
// counts if both were ever parties at the same time. The zero Ties counts none.
type Ties struct {
	// The number of records of each kind, without those in Headlines and NotHeld.
	Exercises    int `json:"exercises,omitzero"`
	Meetings     int `json:"meetings,omitzero"`
	Agreements   int `json:"agreements,omitzero"`
	Partnerships int `json:"partnerships,omitzero"`
	Statements   int `json:"statements,omitzero"`
	// Headlines is the number of records of these kinds that rest only on the
	// headline of another item; see [Summary].
	Headlines int `json:"headlines,omitzero"`
	// NotHeld is the number of exercises that have not begun according to the
	// sources: proposed, planned or cancelled. They are not in Headlines.
	NotHeld int `json:"not_held,omitzero"`
	// First is the earliest start date of all these records and Last the latest
	// end date, as in [Summary].
	First edtf.Date `json:"first,omitzero"`
	Last  edtf.Date `json:"last,omitzero"`
}

// Total returns the number of ties, without those in Headlines and NotHeld.
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
		Headlines:    t.Headlines + u.Headlines,
		NotHeld:      t.NotHeld + u.NotHeld,
		First:        span.first,
		Last:         span.last,
	}
}

// tieKinds are the kinds of record that tie the actors who take part.
const tieKinds kindSet = 1<<KindPartnership | 1<<KindAgreement | 1<<KindExercise | 1<<KindMeeting | 1<<KindStatement

// plusPairs adds up two lists of pairs, and puts the pairs with most ties
// first.
func plusPairs(a, b []Pair) []Pair {
	if len(a)+len(b) == 0 {
		return nil
	}
	all := append(append(make([]Pair, 0, len(a)+len(b)), a...), b...)
	sums := all[:0:0]
	for _, i := range byIDs(all) {
		p := &all[i]
		if n := len(sums); n > 0 && sums[n-1].A == p.A && sums[n-1].B == p.B {
			sums[n-1].Ties = sums[n-1].Ties.plus(p.Ties)
		} else {
			sums = append(sums, *p)
		}
	}
	closestFirst(sums, nil)
	return sums
}

// sortPairs puts the pairs with most ties first, and then orders by ID. It
// ranks the IDs and totals, which are far fewer than the pairs, and sorts the
// pairs by rank in linear time.
func sortPairs(pairs []Pair) {
	if len(pairs) > 1 {
		closestFirst(pairs, byIDs(pairs))
	}
}

// byIDs returns the order of the pairs by their IDs.
func byIDs(pairs []Pair) []int32 {
	ids := make(map[ID]int32)
	for i := range pairs {
		ids[pairs[i].A], ids[pairs[i].B] = 0, 0
	}
	rank(ids)
	a, b := make([]int32, len(pairs)), make([]int32, len(pairs))
	for i := range pairs {
		a[i], b[i] = ids[pairs[i].A], ids[pairs[i].B]
	}
	return fileUnder(a, len(ids), fileUnder(b, len(ids), nil))
}

// closestFirst puts the pairs with most ties first, and keeps the given order
// among equals.
func closestFirst(pairs []Pair, order []int32) {
	totals := make(map[int]int32)
	for i := range pairs {
		totals[-pairs[i].Ties.Total()] = 0
	}
	rank(totals)
	ranks := make([]int32, len(pairs))
	for i := range pairs {
		ranks[i] = totals[-pairs[i].Ties.Total()]
	}
	from := clone(pairs)
	for to, i := range fileUnder(ranks, len(totals), order) {
		pairs[to] = from[i]
	}
}

// rank gives each key its place among them.
func rank[K cmp.Ordered](m map[K]int32) {
	keys := make([]K, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for i, k := range keys {
		m[k] = int32(i)
	}
}

// fileUnder returns the indices of ranks, sorted by rank. There are n ranks.
// Indices of the same rank keep the given order; nil means ascending.
func fileUnder(ranks []int32, n int, order []int32) []int32 {
	ends := make([]int32, n+1)
	for _, r := range ranks {
		ends[r+1]++
	}
	for r := range n {
		ends[r+1] += ends[r]
	}
	filed := make([]int32, len(ranks))
	for k := range ranks {
		i := int32(k)
		if order != nil {
			i = order[k]
		}
		filed[ends[ranks[i]]] = i
		ends[ranks[i]]++
	}
	return filed
}

// An extent is the time from the earliest start to the latest end of some
// periods, as written.
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
