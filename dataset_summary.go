package entente

import (
	"cmp"
	"slices"

	"github.com/entente-go/entente/edtf"
)

// Summary holds counts of the records in a [Dataset] as numbers and IDs,
// without words. The zero Summary describes an empty dataset.
type Summary struct {
	// Records is the number of records.
	Records int `json:"records"`
	// Undated is the number of records without a date. Most records of actors
	// have none.
	Undated int `json:"undated"`
	// Headlines is the number of records that rest only on the headline of
	// another item, printed as a link: they cite nothing but a
	// [PartRelatedHeadline].
	Headlines int `json:"headlines"`
	// First is the earliest start date of a record and Last the latest end date,
	// as written; each is zero if there is none. Open and unknown sides do not
	// count, so First may be later than Last: of "2024/.." and "../2020", First
	// is 2024.
	First edtf.Date `json:"first,omitzero"`
	Last  edtf.Date `json:"last,omitzero"`
	// Kinds counts the records of each kind, in the order of the kinds.
	Kinds Tally[Kind] `json:"kinds"`
	// Parties counts, for each nation, bloc and organization, the records in
	// which it takes part (see [Dataset.Involving]); Officials does so for
	// officials. Both are in descending order of count, then by ID.
	Parties   Tally[ID] `json:"parties"`
	Officials Tally[ID] `json:"officials"`
	// Topics counts the records that name each topic. Unlike [Dataset.About], it
	// does not count a record that names only a narrower one. It is in descending
	// order of count, then by name.
	Topics Tally[Topic] `json:"topics"`
	// Bases, Modalities and Statuses count records by each, in the order of their
	// constants.
	Bases      Tally[Basis]    `json:"bases"`
	Modalities Tally[Modality] `json:"modalities"`
	Statuses   Tally[Status]   `json:"statuses"`
	// Years counts the dated records by the year in which they begin, if the date
	// gives one, in ascending order.
	Years Tally[int] `json:"years"`
	// Sources counts the records that rest on each origin. A reprint counts as
	// the source that it reprints, and an origin counts once per record. It is in
	// descending order of count, then by ID.
	Sources Tally[ID] `json:"sources"`
	// Pairs lists the pairs of nations and blocs that have ties, in descending
	// order of their number, then by ID.
	Pairs []Pair `json:"pairs"`
}

// Tally is a list of counts.
type Tally[K comparable] []Count[K]

// Count says how many records have a given key.
type Count[K comparable] struct {
	Key K   `json:"key"` // what is counted
	N   int `json:"n"`   // how many records have it
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

// Summary counts the records in d. It looks at each record once.
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
		ties    = tieCount{tieTable: tieTable{c: c}}
	)
	for k := KindNation; k < kindEnd; k++ {
		for i := range d.indices(int(c.kind[k]), int(c.kind[k+1])) {
			kinds[k]++
			bases[c.basis[i]]++
			if c.headlines.has(i) {
				s.Headlines++
			}
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
			ties.add(k, i)
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
	s.Pairs = ties.pairs()
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
	s.sortTallies()
	sortPairs(s.Pairs)
}

func (s *Summary) sortTallies() {
	mostFirst(s.Parties)
	mostFirst(s.Officials)
	mostFirst(s.Topics)
	mostFirst(s.Sources)
}

func mostFirst[K cmp.Ordered](t Tally[K]) {
	slices.SortFunc(t, func(a, b Count[K]) int { return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Key, b.Key)) })
}

// Plus returns the summary of the records of both. For selections without a
// common record it equals the summary of their union; a record that is in both
// is counted twice. The cost is linear in the sizes of the summaries.
func (s Summary) Plus(t Summary) Summary {
	span := extent{s.First, s.Last}
	span.join(extent{t.First, t.Last})
	sum := Summary{
		Records:    s.Records + t.Records,
		Undated:    s.Undated + t.Undated,
		Headlines:  s.Headlines + t.Headlines,
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
		Pairs:      plusPairs(s.Pairs, t.Pairs),
	}
	sum.sortTallies()
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
