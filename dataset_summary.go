package entente

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/entente-go/entente/edtf"
)

// Summary counts the records of a [Dataset], in numbers and IDs alone, for
// programs and for whoever puts them into words. The zero Summary is that of
// an empty dataset.
type Summary struct {
	// Records is the number of records.
	Records int
	// Undated is the number of records without a date. Records of actors
	// mostly have none.
	Undated int
	// First is the earliest start that a record has, Last the latest end, as
	// they are written; each is zero if no record gives it. Open and unknown
	// ends do not count, so that of "2024/.." and "../2020" First is the later.
	First, Last edtf.Date `json:",omitzero"`
	// Kinds counts the records of each kind, in the order of the kinds.
	Kinds Tally[Kind]
	// Parties counts the records in which each nation, bloc and organization
	// takes part, as at [Dataset.Involving]; Officials the same for officials.
	// The most frequent come first, then by ID.
	Parties, Officials Tally[ID]
	// Topics counts the records that name each topic; one that names only a
	// narrower topic is not counted. The most frequent come first, then by
	// name.
	Topics Tally[Topic]
	// Bases, Modalities and Statuses are in the order of their constants.
	Bases      Tally[Basis]
	Modalities Tally[Modality]
	Statuses   Tally[Status]
	// Years counts the dated records by the year in which they begin, in
	// ascending order, where the date fixes one.
	Years Tally[int]
	// Sources counts the records that rest on each origin: a source that
	// reprints another counts as that other, and once a record. The most
	// frequent come first, then by ID.
	Sources Tally[ID]
	// Pairs holds the pairs of nations and blocs that are tied. The closest tied come
	// first, then by ID.
	Pairs []Pair
}

// Tally is a list of counts.
type Tally[K comparable] []Count[K]

// Count says how many records have a key.
type Count[K comparable] struct {
	Key K   // what is counted
	N   int // how many records have it
}

// Of returns the count of the key, which is 0 if it is not in the tally.
func (t Tally[K]) Of(key K) int {
	for _, c := range t {
		if c.Key == key {
			return c.N
		}
	}
	return 0
}

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

// Summary counts the records of d. It looks at each record once.
func (d *Dataset) Summary() Summary {
	if d.isEmpty() {
		return Summary{}
	}
	c := d.c
	var (
		s       = Summary{Records: d.n}
		span    extent
		kinds   [kindCount]int
		bases   = make([]int, len(basisEnum.names))
		modes   = make([]int, len(modalityEnum.names))
		states  = make([]int, len(statusEnum.names))
		years   = make(map[int]int)
		parties = make([]int, c.allActors())
		topics  = make([]int, len(c.voc.topics))
		sources = make([]int, len(c.sources))
		pairs   = newPairCount(c)
	)
	for k := KindNation; k < kindEnd; k++ {
		for i := range d.indices(int(c.kind[k]), int(c.kind[k+1])) {
			kinds[k]++
			bases[c.basis[i]]++
			for _, p := range c.parties.row(i) {
				parties[p]++
			}
			for _, t := range c.topicsOf.row(i) {
				topics[t]++
			}
			for _, o := range c.origins.row(i) {
				sources[o]++
			}
			if when := c.when[i]; when.IsZero() {
				s.Undated++
			} else {
				if start := when.Start(); start.Precision() >= edtf.PrecisionYear {
					years[start.Year()]++
				}
				span.add(when)
			}
			switch k {
			case KindAssessment:
				modes[c.grade[i]]++
			case KindExercise:
				states[c.grade[i]]++
			}
			pairs.add(k, i)
		}
	}
	s.First, s.Last = span.first, span.last
	s.Kinds = tally(kinds[:], func(i int) Kind { return Kind(i) })
	s.Bases = tally(bases, func(i int) Basis { return Basis(i) })
	s.Modalities = tally(modes[1:], func(i int) Modality { return Modality(i + 1) })
	s.Statuses = tally(states[1:], func(i int) Status { return Status(i + 1) })
	for y, n := range years {
		s.Years = append(s.Years, Count[int]{y, n})
	}
	byKey(s.Years)
	s.Topics = tally(topics, func(i int) Topic { return c.voc.topics[i].ID })
	s.Sources = tally(sources, func(i int) ID { return c.sources[i].ID })
	officials, actors := c.officials(), c.actors()
	s.Officials = tally(parties[officials:actors], func(i int) ID { return c.actorID(officials + i) })
	clear(parties[officials:actors])
	s.Parties = tally(parties, c.actorID)
	s.Pairs = pairs.list()
	s.sort()
	return s
}

// tally lists the counts that are not zero.
func tally[K comparable](counts []int, key func(int) K) Tally[K] {
	var t Tally[K]
	for i, n := range counts {
		if n != 0 {
			t = append(t, Count[K]{key(i), n})
		}
	}
	return t
}

func (s *Summary) sort() {
	mostFirst(s.Parties)
	mostFirst(s.Officials)
	mostFirst(s.Topics)
	mostFirst(s.Sources)
	slices.SortFunc(s.Pairs, func(a, b Pair) int {
		return cmp.Or(cmp.Compare(b.Ties.Total(), a.Ties.Total()), compareIDs(a.A, b.A), compareIDs(a.B, b.B))
	})
}

func mostFirst[K cmp.Ordered](t Tally[K]) {
	slices.SortFunc(t, func(a, b Count[K]) int { return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Key, b.Key)) })
}

// Plus returns the summary of the records of both. For selections that have no
// record in common it equals the summary of their union; a record that is in
// both is counted twice.
func (s Summary) Plus(t Summary) Summary {
	span := extent{s.First, s.Last}
	span.join(extent{t.First, t.Last})
	sum := Summary{
		Records:    s.Records + t.Records,
		Undated:    s.Undated + t.Undated,
		First:      span.first,
		Last:       span.last,
		Kinds:      plus(s.Kinds, t.Kinds),
		Parties:    plus(s.Parties, t.Parties),
		Officials:  plus(s.Officials, t.Officials),
		Topics:     plus(s.Topics, t.Topics),
		Bases:      plus(s.Bases, t.Bases),
		Modalities: plus(s.Modalities, t.Modalities),
		Statuses:   plus(s.Statuses, t.Statuses),
		Years:      plus(s.Years, t.Years),
		Sources:    plus(s.Sources, t.Sources),
		Pairs:      clone(s.Pairs),
	}
	for _, p := range t.Pairs {
		i := slices.IndexFunc(sum.Pairs, func(q Pair) bool { return p.A == q.A && p.B == q.B })
		if i < 0 {
			sum.Pairs = append(sum.Pairs, p)
			continue
		}
		sum.Pairs[i].Ties = sum.Pairs[i].Ties.plus(p.Ties)
	}
	sum.sort()
	return sum
}

// plus adds two tallies, in the order of the keys.
func plus[K cmp.Ordered](a, b Tally[K]) Tally[K] {
	sums := make(map[K]int, len(a)+len(b))
	for _, t := range []Tally[K]{a, b} {
		for _, c := range t {
			sums[c.Key] += c.N
		}
	}
	var t Tally[K]
	for k, n := range sums {
		t = append(t, Count[K]{k, n})
	}
	byKey(t)
	return t
}

func byKey[K cmp.Ordered](t Tally[K]) {
	slices.SortFunc(t, func(a, b Count[K]) int { return cmp.Compare(a.Key, b.Key) })
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

// String returns the ties in a line, such as "1 exercise, 2 meetings".
func (t Ties) String() string {
	var b strings.Builder
	for _, c := range []struct {
		n         int
		one, many string
	}{
		{t.Exercises, "exercise", "exercises"},
		{t.Meetings, "meeting", "meetings"},
		{t.Agreements, "agreement", "agreements"},
		{t.Partnerships, "partnership", "partnerships"},
		{t.Statements, "statement", "statements"},
	} {
		if c.n == 0 {
			continue
		}
		if b.Len() > 0 {
			b.WriteString(", ")
		}
		word := c.many
		if c.n == 1 {
			word = c.one
		}
		fmt.Fprintf(&b, "%d %s", c.n, word)
	}
	if b.Len() == 0 {
		return "no ties"
	}
	return b.String()
}

// String returns the summary in a few lines, for logs and terminals, with the
// first dozen of each tally. Package brief puts it into words.
func (s Summary) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "records: %d, %d without a date", s.Records, s.Undated)
	if !s.First.IsZero() || !s.Last.IsZero() {
		fmt.Fprintf(&b, ", from %s to %s", cmp.Or(s.First.String(), "?"), cmp.Or(s.Last.String(), "?"))
	}
	b.WriteByte('\n')
	line(&b, "kinds", s.Kinds)
	line(&b, "parties", s.Parties)
	line(&b, "officials", s.Officials)
	line(&b, "topics", s.Topics)
	line(&b, "bases", s.Bases)
	line(&b, "modalities", s.Modalities)
	line(&b, "statuses", s.Statuses)
	line(&b, "years", s.Years)
	line(&b, "sources", s.Sources)
	for _, p := range s.Pairs {
		fmt.Fprintf(&b, "%s and %s: %s\n", p.A, p.B, p.Ties)
	}
	return b.String()
}

func line[K comparable](b *strings.Builder, name string, t Tally[K]) {
	if len(t) == 0 {
		return
	}
	fmt.Fprintf(b, "%s:", name)
	const most = 12
	for i, c := range t[:min(len(t), most)] {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(b, " %v %d", c.Key, c.N)
	}
	if len(t) > most {
		fmt.Fprintf(b, " and %d more", len(t)-most)
	}
	b.WriteByte('\n')
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
