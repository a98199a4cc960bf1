package entente

import (
	"sort"
	"sync"

	"github.com/entente-go/entente/edtf"
)

// An index holds a set of sound records and everything derived from them. It
// does not change once built. A Dataset is a selection from it.
type index struct {
	title    Text
	about    about
	coverage []Coverage
	topics   []TopicDeclaration // the declared topics, by ID
	sources  []Source           // by ID

	recs []record             // by kind, time and ID
	kind [kindCount + 1]int32 // recs of kind k are recs[kind[k]:kind[k+1]]
	ids  map[ID]int32         // index in recs
	voc  vocabulary

	states    []ID         // the nations that records refer to and that have no record, by ID
	sourceIDs map[ID]int32 // index in sources, whose IDs are apart from those of records

	// Columns, indexed like recs. Scanning them is several times faster than
	// following pointers to records. Parties and the affected are numbers of
	// actors; see index_states.go.
	parties   table // the actors who take part, and those they belong to
	affected  table // the actors and regions affected, and those they belong to
	topicsOf  table // indices in voc
	origins   table // indices in sources: the origins cited, each once
	when      []edtf.Period
	days      []edtf.Span // the days that it may touch; zero without a date
	basis     []Basis
	headlines bitset  // the records that cite only linked headlines
	grade     []uint8 // the Status of an exercise, the Modality of an assessment

	// The times other than When that records are about. Those of the record
	// timed[k] end at stintEnds[k] in stints.
	timed     []uint32
	stintEnds []uint32
	stints    []stint

	// The same columns, inverted: the records that have each value.
	byParty    inverse
	byAffected inverse
	byTopic    inverse
	bySource   inverse // each source, not each origin

	// byName is built by the first Find. A sync.OnceValue set up with the index
	// would make every program carry the tables of Unicode.
	byName struct {
		once  sync.Once
		index *nameIndex
	}
	rooms sync.Pool // of *room
	// byIdentifier is built by the first Identified.
	byIdentifier struct {
		once  sync.Once
		index map[Identifier][]int32
	}
}

// A table is a list of lists of indices, in two slices: a million rows cost two
// allocations, and neighbouring rows are close in memory.
type table struct {
	ends []uint32 // row i ends here in vals, and begins where row i-1 ends
	vals []uint32
}

func (t *table) row(i int) []uint32 {
	if i == 0 {
		return t.vals[:t.ends[0]]
	}
	return t.vals[t.ends[i-1]:t.ends[i]]
}

// endRow ends the row being appended to vals.
func (t *table) endRow() { t.ends = append(t.ends, uint32(len(t.vals))) }

// inverted returns, for each of n values, the rows of t that hold it, in
// ascending order.
func (t *table) inverted(n int) table {
	inv := table{ends: make([]uint32, n), vals: make([]uint32, len(t.vals))}
	for _, v := range t.vals {
		inv.ends[v]++
	}
	var sum uint32
	for i, c := range inv.ends {
		inv.ends[i] = sum // the start at first; filling moves it to the end
		sum += c
	}
	for i := range t.ends {
		for _, v := range t.row(i) {
			inv.vals[inv.ends[v]] = uint32(i)
			inv.ends[v]++
		}
	}
	return inv
}

// An inverse holds, for each value, the records that have it.
type inverse struct {
	table
	// dense holds each long row as a bitset too, since that is quicker to scan,
	// and nil for the others.
	dense []bitset
}

// turned returns the inverse for n values in a table of records.
func (t *table) turned(n int) inverse {
	p := inverse{table: t.inverted(n), dense: make([]bitset, n)}
	words := (len(t.ends) + 63) / 64
	for v := range p.dense {
		row := p.row(v)
		if len(row) <= 2*words { // then the bitset takes no more memory than the row
			continue
		}
		p.dense[v] = newBitset(len(t.ends))
		for _, i := range row {
			p.dense[v].add(int(i))
		}
	}
	return p
}

// addTo adds the records that have the value.
func (p *inverse) addTo(set bitset, v int) {
	if bits := p.dense[v]; bits != nil {
		for w, word := range bits {
			set[w] |= word
		}
		return
	}
	for _, i := range p.row(v) {
		set.add(int(i))
	}
}

// keepIn leaves only the records that have the value.
func (p *inverse) keepIn(set bitset, v int) {
	bits := p.dense[v]
	if bits == nil {
		bits = newBitset(64 * len(set))
		p.addTo(bits, v)
	}
	for w, word := range bits {
		set[w] &= word
	}
}

// newIndexWithin builds an index of the records in in, which must be sound, and
// takes ownership of them. It returns nil if the work exceeds the limit.
func newIndexWithin(in *records, limit int) *index {
	c := &index{
		title:    in.title,
		about:    ofFiles(in.abouts),
		coverage: in.coverage,
		topics:   in.topics,
		sources:  in.sources,
		recs:     in.recs,
	}
	// package sort is fast enough here, and adds less to a binary than slices
	sort.Slice(c.topics, func(i, j int) bool { return c.topics[i].ID < c.topics[j].ID })
	bySourceID := func(i, j int) bool { return c.sources[i].ID < c.sources[j].ID }
	links, states := in.links, in.states
	if moved := order(c.recs); !moved && sort.SliceIsSorted(c.sources, bySourceID) {
		c.ids, c.sourceIDs = in.ids, in.sourceIDs
	} else {
		links = table{}
		sort.Slice(c.sources, bySourceID)
	}
	if c.ids == nil || c.sourceIDs == nil {
		c.mapIDs()
	}
	for i, r := range c.recs {
		c.kind[r.Kind()+1] = int32(i + 1)
	}
	for k := 1; k <= kindCount; k++ {
		c.kind[k] = max(c.kind[k], c.kind[k-1])
	}
	c.voc = newVocabulary(c.topics)
	if links.ends == nil {
		links, states = c.resolve()
	}
	c.takeStates(states, links)
	if !c.derive(links, limit) {
		return nil
	}
	return c
}

// inOrder returns the same records in the order of an index, so that positions
// looked up before it is built stay valid.
func (rs *records) inOrder() *records {
	s := *rs
	s.recs, s.sources = clone(rs.recs), clone(rs.sources)
	order(s.recs)
	sort.Slice(s.sources, func(i, j int) bool { return s.sources[i].ID < s.sources[j].ID })
	return &s
}

// mapIDs makes the maps of IDs.
func (c *index) mapIDs() {
	c.sourceIDs = make(map[ID]int32, len(c.sources))
	for i := range c.sources {
		c.sourceIDs[c.sources[i].ID] = int32(i)
	}
	c.ids = make(map[ID]int32, len(c.recs))
	for i, r := range c.recs {
		c.ids[r.fact().ID] = int32(i)
	}
}

// maxWork bounds the parties that n records have beyond those that they name:
// parties of other records, and the actors to which parties belong. Otherwise a
// hundred thousand statements at a meeting of a hundred thousand actors would
// exhaust the memory. For each party that records name, two more are allowed.
func maxWork(n int) int { return 1<<19 + 64*n }

// actors is the number of records of actors and regions, which come first.
func (c *index) actors() int { return int(c.kind[afterActors]) }

// dyadic is the number of records of nations and blocs, which come before all
// others.
func (c *index) dyadic() int { return int(c.kind[afterDyadic]) }

// officials is the index of the first official. Those from there to actors are
// officials.
func (c *index) officials() int { return int(c.kind[firstOfficial]) }

// derive builds the tables. It reports false if the work exceeds the limit.
func (c *index) derive(links table, limit int) bool {
	n := len(c.recs)
	c.when = make([]edtf.Period, n)
	c.days = make([]edtf.Span, n)
	c.basis = make([]Basis, n)
	c.grade = make([]uint8, n)
	c.headlines = newBitset(n)
	for _, t := range []*table{&c.parties, &c.affected, &c.topicsOf, &c.origins} {
		t.ends = make([]uint32, 0, n)
	}
	cited := table{ends: make([]uint32, 0, n)}
	sources, origins := make(marks, len(c.sources)), make(marks, len(c.sources))
	limit += 2 * len(links.vals)
	w := newPartyWalk(c, links, limit)
	if w == nil {
		return false
	}
	limit += len(w.posts) // each official's own
	for i, r := range c.recs {
		f := r.fact()
		c.basis[i] = f.Basis
		if onlyHeadlines(f.Cites) {
			c.headlines.add(i)
		}
		switch r := r.(type) {
		case *Exercise:
			c.grade[i] = uint8(r.Status)
		case *Assessment:
			c.grade[i] = uint8(r.Modality)
		}
		c.when[i] = f.When
		c.days[i] = f.When.Span()
		w.record(i)
		c.timesOf(w, i)
		if w.work > limit {
			return false
		}
		c.parties.vals = append(c.parties.vals, w.parties...)
		c.affected.vals = append(c.affected.vals, w.affected...)
		for _, t := range f.Topics {
			if k, ok := c.voc.index[t]; ok {
				c.topicsOf.vals = append(c.topicsOf.vals, uint32(k))
			}
		}
		for _, s := range w.sources {
			if !sources.first(int(s), i) {
				continue
			}
			cited.vals = append(cited.vals, s)
			if o := c.originOf(int(s)); origins.first(o, i) {
				c.origins.vals = append(c.origins.vals, uint32(o))
			}
		}
		c.parties.endRow()
		c.affected.endRow()
		c.topicsOf.endRow()
		c.origins.endRow()
		cited.endRow()
	}
	c.byParty = c.parties.turned(c.allActors())
	c.byAffected = c.affected.turned(c.allActors())
	c.byTopic = c.topicsOf.turned(len(c.voc.topics))
	c.bySource = cited.turned(len(c.sources))
	return true
}

// onlyHeadlines reports whether there are citations, and all are of headlines of
// other items.
func onlyHeadlines(cites []Citation) bool {
	for i := range cites {
		if cites[i].Part != PartRelatedHeadline {
			return false
		}
	}
	return len(cites) > 0
}

// marks holds, for each value that may stand in a row, the row in which it was
// last seen, counted from 1: a row may be long.
type marks []uint32

// first reports whether v is seen in the row for the first time. Rows must
// come one after another.
func (m marks) first(v, row int) bool {
	if m[v] == uint32(row)+1 {
		return false
	}
	m[v] = uint32(row) + 1
	return true
}

// originOf returns the origin of a source: the end of its chain of reprints.
func (c *index) originOf(source int) int {
	for range c.sources { // no chain is longer, unless it runs in a cycle
		next, ok := c.sourceIDs[c.sources[source].Reprints]
		if !ok {
			break
		}
		source = int(next)
	}
	return source
}

// A vocabulary holds the known and the declared topics.
type vocabulary struct {
	topics []TopicDeclaration
	index  map[Topic]int
	// narrower lists, for each topic, the topic itself and every narrower one.
	narrower [][]int
}

// mapTopics makes the map of topics.
func (v *vocabulary) mapTopics() {
	v.index = make(map[Topic]int, len(v.topics))
	for i, t := range v.topics {
		v.index[t.ID] = i
	}
}

func newVocabulary(declared []TopicDeclaration) vocabulary {
	v := vocabulary{
		topics: make([]TopicDeclaration, 0, len(knownTopics)+len(declared)),
		index:  make(map[Topic]int, len(knownTopics)+len(declared)),
	}
	for _, list := range [][]TopicDeclaration{knownTopics[:], declared} {
		for _, t := range list {
			if _, ok := v.index[t.ID]; !ok {
				v.index[t.ID] = len(v.topics)
				v.topics = append(v.topics, t)
			}
		}
	}
	// Chains may be long, so the lists are counted before they are filled.
	counts, total := make([]int, len(v.topics)), 0
	for i := range v.topics {
		v.wider(i, func(k int) { counts[k]++; total++ })
	}
	v.narrower = make([][]int, len(v.topics))
	all := make([]int, total)
	for k, n := range counts {
		v.narrower[k], all = all[:0:n], all[n:]
	}
	for i := range v.topics {
		v.wider(i, func(k int) { v.narrower[k] = append(v.narrower[k], i) })
	}
	return v
}

// wider calls visit for the topic at index i and for each broader one.
func (v *vocabulary) wider(i int, visit func(k int)) {
	k, ok := i, true
	for range v.topics { // no chain is longer, unless it runs in a cycle
		visit(k)
		if k, ok = v.index[v.topics[k].Broader]; !ok || k == i {
			break
		}
	}
}
