package entente

import (
	"cmp"
	"reflect"
	"runtime"
	"slices"

	"github.com/entente-go/entente/edtf"
	"github.com/go-json-experiment/json"
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

// MarshalJSON implements [encoding/json.Marshaler]. It writes a list without
// entries as [].
func (s Summary) MarshalJSON() ([]byte, error) {
	type plain Summary // without this method
	return json.Marshal(plain(s))
}

// UnmarshalJSON implements [encoding/json.Unmarshaler]. It reads what
// [Summary.MarshalJSON] writes; an empty list becomes nil.
func (s *Summary) UnmarshalJSON(data []byte) error {
	type plain Summary
	var p plain
	if err := json.Unmarshal(data, &p); err != nil {
		return err
	}
	for v, i := reflect.ValueOf(&p).Elem(), 0; i < v.NumField(); i++ {
		if f := v.Field(i); f.Kind() == reflect.Slice && f.Len() == 0 {
			f.SetZero()
		}
	}
	*s = Summary(p)
	return nil
}

// Tally is a list of counts; see [Summary] for their order.
type Tally[K comparable] []Count[K]

// Count says how many records have a given key.
type Count[K comparable] struct {
	Key K   `json:"key"` // what is counted
	N   int `json:"n"`   // how many records have it
}

// Of returns the count of the key, or 0 if the tally does not have it. It
// searches the list from the start.
func (t Tally[K]) Of(key K) int {
	for _, c := range t {
		if c.Key == key {
			return c.N
		}
	}
	return 0
}

// Summary counts the records in d, in time linear in the records and their
// ties. It counts a large dataset on two goroutines.
func (d *Dataset) Summary() Summary {
	if d.isEmpty() {
		return Summary{}
	}
	workers := 1
	if d.n >= leastApart {
		workers = runtime.GOMAXPROCS(0)
	}
	return d.summary(workers)
}

// leastApart is the number of records from which ties are counted on a
// goroutine of their own. Fewer take less than a millisecond.
const leastApart = 4096

// summary implements Summary on up to two of the workers.
func (d *Dataset) summary(workers int) (s Summary) {
	var pairs []Pair
	inParallel(workers, 2, func(int) func(int) bool {
		return func(i int) bool {
			if i == 0 {
				pairs = d.pairs()
			} else {
				s = d.counts()
			}
			return true
		}
	})
	s.Pairs = pairs
	return s
}

// counts returns the summary without the pairs.
func (d *Dataset) counts() Summary {
	n := newCounter(d)
	for k := KindNation; k < kindEnd; k++ {
		for i := range d.indices(int(d.c.kind[k]), int(d.c.kind[k+1])) {
			n.add(k, i)
		}
	}
	return n.summary()
}

// A counter counts records. It counts enumerations in a Summary, and IDs and
// topics by their numbers in the index.
type counter struct {
	c       *index
	s       Summary
	span    extent
	kinds   [kindCount]int
	bases   []int
	modes   []int
	states  []int
	years   map[int]int
	parties []int
	topics  []int
	sources []int
}

func newCounter(d *Dataset) *counter {
	return &counter{
		c:       d.c,
		s:       Summary{Records: d.n},
		bases:   make([]int, len(basisEnum.names)),
		modes:   make([]int, len(modalityEnum.names)),
		states:  make([]int, len(statusEnum.names)),
		years:   make(map[int]int),
		parties: make([]int, d.c.allActors()),
		topics:  make([]int, len(d.c.voc.topics)),
		sources: make([]int, len(d.c.sources)),
	}
}

// add counts the record of kind k at index i.
func (n *counter) add(k Kind, i int) {
	c := n.c
	n.kinds[k]++
	n.bases[c.basis[i]]++
	if c.headlines.has(i) {
		n.s.Headlines++
	}
	for _, p := range c.parties.row(i) {
		n.parties[p]++
	}
	for _, t := range c.topicsOf.row(i) {
		n.topics[t]++
	}
	for _, o := range c.origins.row(i) {
		n.sources[o]++
	}
	n.date(c.when[i])
	switch k {
	case KindAssessment:
		n.modes[c.grade[i]]++
	case KindExercise:
		n.states[c.grade[i]]++
	}
}

// date counts the date of a record.
func (n *counter) date(when edtf.Period) {
	if when.IsZero() {
		n.s.Undated++
		return
	}
	if start := when.Start(); start.Precision() >= edtf.PrecisionYear {
		n.years[start.Year()]++
	}
	n.span.add(when)
}

// summary returns the counts. It can be called once.
func (n *counter) summary() Summary {
	c, s := n.c, n.s
	s.First, s.Last = n.span.first, n.span.last
	s.Kinds = tally(n.kinds[:], func(i int) Kind { return Kind(i) })
	s.Bases = tally(n.bases, func(i int) Basis { return Basis(i) })
	s.Modalities = tally(n.modes[1:], func(i int) Modality { return Modality(i + 1) })
	s.Statuses = tally(n.states[1:], func(i int) Status { return Status(i + 1) })
	for y, count := range n.years {
		s.Years = append(s.Years, Count[int]{y, count})
	}
	byKey(s.Years)
	s.Topics = tally(n.topics, func(i int) Topic { return c.voc.topics[i].ID })
	s.Sources = tally(n.sources, func(i int) ID { return c.sources[i].ID })
	officials, actors := c.officials(), c.actors()
	s.Officials = tally(n.parties[officials:actors], func(i int) ID { return c.actorID(officials + i) })
	clear(n.parties[officials:actors])
	s.Parties = tally(n.parties, c.actorID)
	s.sortTallies()
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
