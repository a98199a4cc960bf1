package entente

import (
	"slices"

	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/internal/dayset"
)

// A tieTable holds the records that tie nations and blocs. A record of n of them
// ties n*n/2 pairs, so a tie may cost an access to a slice, but none to a map: ties
// are counted for one party after another, in a list of all others.
type tieTable struct {
	c    *index
	rows table // of each record: who takes part, by number and in ascending order
}

// add adds the record at index i if it ties any pair, and reports whether it
// does.
func (t *tieTable) add(i int) bool {
	first := len(t.rows.vals)
	t.rows.vals = t.c.dyads(t.rows.vals, i)
	row := t.rows.vals[first:]
	if len(row) < 2 {
		t.rows.vals = t.rows.vals[:first]
		return false
	}
	for x, a := range row {
		row[x] = t.c.tieNumber(a)
	}
	slices.Sort(row)
	t.rows.endRow()
	return true
}

// dyads appends the nations and blocs that take part in a record.
func (c *index) dyads(list []uint32, i int) []uint32 {
	for _, a := range c.parties.row(i) {
		if c.isDyadic(int(a)) {
			list = append(list, a)
		}
	}
	return list
}

// tieNumbers is how many numbers nations and blocs have. They leave out what lies
// between blocs and nations without a record, which may be a million actors.
func (c *index) tieNumbers() int { return c.dyadic() + len(c.states) }

// tieNumber returns the number of a nation or bloc.
func (c *index) tieNumber(actor uint32) uint32 {
	if int(actor) < c.dyadic() {
		return actor
	}
	return actor - uint32(c.actors()-c.dyadic())
}

// tieActor returns the nation or bloc of a number.
func (c *index) tieActor(number uint32) uint32 {
	if int(number) < c.dyadic() {
		return number
	}
	return number + uint32(c.actors()-c.dyadic())
}

// after returns the parties in a row after a, which is at position x.
func (t *tieTable) after(row, a uint32) (others []uint32, x int) {
	list := t.rows.row(int(row))
	x, _ = slices.BinarySearch(list, a)
	return list[x+1:], x
}

// distinct counts the pairs that are tied, up to more than the limit.
func (t *tieTable) distinct(limit int) (pairs int) {
	n := t.c.tieNumbers()
	rowsOf := t.rows.inverted(n)
	seen := make([]uint32, n) // 1 + the party with which it was last seen
	for a := range uint32(n) {
		for _, row := range rowsOf.row(int(a)) {
			others, _ := t.after(row, a)
			for _, b := range others {
				if seen[b] != a+1 {
					seen[b] = a + 1
					pairs++
				}
			}
			if pairs > limit {
				return pairs
			}
		}
	}
	return pairs
}

// pairs lists the pairs that the records in d tie, as a Summary has them.
func (d *Dataset) pairs() []Pair {
	t := tieCount{tieTable: tieTable{c: d.c}}
	for k := KindNation; k < kindEnd; k++ {
		if tieKinds.has(k) {
			for i := range d.indices(int(d.c.kind[k]), int(d.c.kind[k+1])) {
				t.add(k, i)
			}
		}
	}
	list := t.pairs()
	sortPairs(list)
	return list
}

// A tieCount counts the ties of pairs. It is ready for use with only its index
// set.
type tieCount struct {
	tieTable
	records      []tieRecord             // one for each row
	days         map[uint32][]dayset.Set // of rows whose parties left or joined: when each took part
	starts, ends dateRanks
}

// A tieRecord is the kind of tie that a record counts as, and its time.
type tieRecord struct {
	kind       tieKind
	when       edtf.Period
	start, end int32 // the ranks of its dates
}

// A tieKind is the kind of a tie: a kind of record, a headline, or an
// exercise that was not held.
type tieKind uint8

const (
	tieHeadline tieKind = iota
	tieNotHeld
	tiePartnership
	tieAgreement
	tieExercise
	tieMeeting
	tieStatement
	tieKindEnd
)

// tieKindOf returns tieHeadline for kinds that tie nobody.
func tieKindOf(k Kind) tieKind {
	switch k {
	case KindPartnership:
		return tiePartnership
	case KindAgreement:
		return tieAgreement
	case KindExercise:
		return tieExercise
	case KindMeeting:
		return tieMeeting
	case KindStatement:
		return tieStatement
	}
	return tieHeadline
}

// add adds the record of kind k, which can tie, at index i if it ties anybody.
func (t *tieCount) add(k Kind, i int) {
	if !t.tieTable.add(i) {
		return
	}
	if days := t.c.partyDays(i); days != nil {
		row := len(t.records)
		if t.days == nil {
			t.days = make(map[uint32][]dayset.Set)
		}
		for _, n := range t.rows.row(row) {
			t.days[uint32(row)] = append(t.days[uint32(row)], days(t.c.tieActor(n)))
		}
	}
	kind := tieKindOf(k)
	switch {
	case t.c.notHeld(i):
		kind = tieNotHeld
	case t.c.headlines.has(i):
		kind = tieHeadline
	}
	t.records = append(t.records, tieRecord{kind: kind, when: t.c.when[i]})
	t.starts.add(t.c.when[i].Start())
	t.ends.add(t.c.when[i].End())
}

// partyDays returns a function that tells on which days an actor may take part in
// the record, or nil if all take part at once.
func (c *index) partyDays(i int) func(actor uint32) dayset.Set {
	row, ok := c.timedRow(i)
	if !ok || !c.hasDatedParties(row) {
		return nil
	}
	return newHolder(c, &question{}).days(row)
}

// together returns a function that tells whether two actors ever took part in the
// record at once, or nil if all did.
func (c *index) together(i int) func(a, b uint32) bool {
	days := c.partyDays(i)
	if days == nil {
		return nil
	}
	return func(a, b uint32) bool { return days(a).Meets(days(b)) }
}

// A tieTally counts the ties of one party to another. Dates are ranks; 0 means
// none.
type tieTally struct {
	n          [tieKindEnd]int32
	start, end int32
}

// pairs lists the pairs of all records, in no particular order.
func (t *tieCount) pairs() (list []Pair) {
	if len(t.records) == 0 {
		return nil
	}
	t.starts.rank(compareStarts)
	t.ends.rank(func(a, b edtf.Date) int { return compareEnds(b, a) }) // the latest is first
	for i := range t.records {
		r := &t.records[i]
		r.start, r.end = t.starts.ranks[r.when.Start()], t.ends.ranks[r.when.End()]
	}
	n := t.c.tieNumbers()
	rowsOf := t.rows.inverted(n)
	tallies, tied := make([]tieTally, n), []uint32(nil)
	for a := range uint32(n) {
		for _, row := range rowsOf.row(int(a)) {
			tied = t.count(tallies, tied, a, row)
		}
		for _, b := range tied {
			list = append(list, t.pair(a, b, &tallies[b]))
			tallies[b] = tieTally{}
		}
		tied = tied[:0]
	}
	return list
}

// count counts the ties of a in a row, and appends the parties with which it
// had none before.
func (t *tieCount) count(tallies []tieTally, tied []uint32, a, row uint32) []uint32 {
	r, days := t.records[row], t.days[row]
	others, x := t.after(row, a)
	for k, b := range others {
		if days != nil && !days[x].Meets(days[x+1+k]) {
			continue
		}
		tally := &tallies[b]
		if tally.n == [tieKindEnd]int32{} {
			tied = append(tied, b)
		}
		tally.n[r.kind]++
		tally.start, tally.end = firstRank(tally.start, r.start), firstRank(tally.end, r.end)
	}
	return tied
}

// firstRank returns the lower of two ranks, of which 0 is no rank.
func firstRank(a, b int32) int32 { return int32(min(uint32(a)-1, uint32(b)-1) + 1) }

// pair returns the pair of two parties.
func (t *tieCount) pair(a, b uint32, y *tieTally) Pair {
	p := Pair{A: t.c.actorID(int(t.c.tieActor(a))), B: t.c.actorID(int(t.c.tieActor(b))), Ties: Ties{
		Exercises:    int(y.n[tieExercise]),
		Meetings:     int(y.n[tieMeeting]),
		Agreements:   int(y.n[tieAgreement]),
		Partnerships: int(y.n[tiePartnership]),
		Statements:   int(y.n[tieStatement]),
		Headlines:    int(y.n[tieHeadline]),
		NotHeld:      int(y.n[tieNotHeld]),
		First:        t.starts.date(y.start),
		Last:         t.ends.date(y.end),
	}}
	if p.B < p.A {
		p.A, p.B = p.B, p.A
	}
	return p
}

// dateRanks rank dates, from 1. There are far fewer dates than ties, and ranks
// are much cheaper to compare.
type dateRanks struct {
	ranks map[edtf.Date]int32
	dates []edtf.Date
	last  edtf.Date // records of one time follow each other
}

func (r *dateRanks) add(d edtf.Date) {
	if d.IsZero() || d == r.last {
		return
	}
	r.last = d
	if _, ok := r.ranks[d]; !ok {
		if r.ranks == nil {
			r.ranks = make(map[edtf.Date]int32)
		}
		r.ranks[d] = 0
		r.dates = append(r.dates, d)
	}
}

// rank ranks the dates, after all have been added.
func (r *dateRanks) rank(compare func(a, b edtf.Date) int) {
	slices.SortFunc(r.dates, compare)
	for i, d := range r.dates {
		r.ranks[d] = int32(i) + 1
	}
}

// date returns the date of a rank.
func (r *dateRanks) date(rank int32) edtf.Date {
	if rank == 0 {
		return edtf.Date{}
	}
	return r.dates[rank-1]
}
