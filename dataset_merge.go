package entente

import (
	"cmp"
	"reflect"
	"slices"
)

// Merge returns the records of all the datasets, with everything that they
// refer to. Records with the same ID become one record:
//
//   - A member that only one of them gives is kept. So are the words of a text
//     in a language that only one of them gives.
//   - Citations, claims, topics, identifiers, aliases, postings and extra are
//     united without duplicates. They keep the order of a record that has them
//     all, and are sorted if no record does.
//   - Of two names of an actor in one language, the shorter is the name of a
//     nation, bloc or region, and the longer that of an organization or official;
//     the other becomes an alias.
//   - Any other list must have the same elements, in any order. Contingents,
//     parties and attendees are merged, member by member like records, if each
//     list has an actor only once; but a party without a period contradicts one
//     with a period. Places are merged in the same way: the one with a name, and
//     those without a name by their facility or, without that, by their nation.
//
// Sources and declarations of topics are merged in the same way. Two values
// that contradict each other are a conflict: two dates, and also two notes in one
// language. So is anything that breaks a rule only in the result, such as two
// editions of a series with the same number. If there are conflicts, Merge returns
// no dataset and a [Problems] of up to 1,000 of them; the Err of each contradiction
// is a [*Conflict], which has both sides with their citations.
//
// The result has the first non-empty title, and the coverage of each dataset
// that was not narrowed. It has an edition only if all datasets have the same,
// since otherwise it is neither. Authors, licences and [Records.Extra] are united.
// Apart from the title, the result depends neither on the order of the arguments
// nor on merging some of them first. Merge takes time linear in the size of the
// datasets.
//
// Merge is for data from several hands. Of two editions of the same data,
// [Changes] lists the differences. [Dataset.Union] of the new one with the old
// keeps what the new one dropped, without coverage.
func Merge(datasets ...*Dataset) (*Dataset, error) {
	s := (&Loader{Limits: Limits{Records: -1}}).settings()
	m := merger{datasets: datasets, most: s.limits.Problems}
	rs := m.records()
	if len(m.conflicts) > 0 {
		return nil, m.conflicts.atMost(m.most)
	}
	return s.dataset(input{values: rs})
}

// A merger unites datasets.
type merger struct {
	datasets  []*Dataset
	most      int // the maximum number of conflicts
	conflicts Problems

	first []held         // the first entry of each ID
	later map[int][]held // the entries that differ from it, by its index
	index map[entryKey]int

	cites map[record][]Citation // of records with conflicts
}

// A held entry is an entry with the position of its dataset.
type held struct {
	entry
	by int
}

// records returns the merged records.
func (m *merger) records() *records {
	rs := new(records)
	m.later, m.index = make(map[int][]held), make(map[entryKey]int)
	var coverage [][]Coverage
	for i, d := range m.datasets {
		if rs.title.IsZero() {
			rs.title = d.index().title
		}
		coverage = append(coverage, d.covered())
		for e := range d.entries {
			m.add(held{e, i})
		}
	}
	rs.coverage = unitedCoverage(coverage)
	rs.abouts = []about{aboutAll(m.datasets, func(at string, a, b side) {
		m.conflict(at, held{by: a.by}, held{by: b.by}, a, b)
	})}
	for i, h := range m.first {
		if len(m.conflicts) > m.most {
			break
		}
		e := h.entry
		if later := m.later[i]; later != nil {
			e = m.unite(append([]held{h}, later...))
		}
		switch {
		case e.record != nil:
			rs.recs = append(rs.recs, e.record)
		case e.source != nil:
			rs.sources = append(rs.sources, *e.source)
		default:
			rs.topics = append(rs.topics, *e.topic)
		}
	}
	slices.SortStableFunc(rs.recs, func(a, b record) int { return cmp.Compare(a.Kind(), b.Kind()) })
	return rs
}

// add adds an entry of a dataset.
func (m *merger) add(h held) {
	key := h.key()
	i, ok := m.index[key]
	switch {
	case !ok:
		m.index[key] = len(m.first)
		m.first = append(m.first, h)
	case !m.first[i].equal(h.entry):
		m.later[i] = append(m.later[i], h)
	}
}

// unite merges the entries that have one ID.
func (m *merger) unite(all []held) entry {
	same := all[:1:1]
	for i := range all[1:] {
		if h := all[i+1]; h.kind() == all[0].kind() {
			same = append(same, h)
		} else {
			m.conflict("", all[0], h, side{value: all[0].kind().String()}, side{value: h.kind().String()})
		}
	}
	into := same[0].copied()
	u := uniter{kind: into.kind(), conflict: func(at string, a, b side) { m.conflict(at, same[a.by], same[b.by], a, b) }}
	values := make([]reflect.Value, len(same))
	for i, h := range same {
		values[i] = h.value()
	}
	u.object(into.value(), values, "")
	return into
}

// An entry is a record, a source or a declaration of a topic.
type entry struct {
	id     ID
	record record
	source *Source
	topic  *TopicDeclaration
}

// An entryKey is the ID of an entry in its namespace.
type entryKey struct {
	space byte
	id    ID
}

func (e entry) key() entryKey {
	switch {
	case e.record != nil:
		return entryKey{'r', e.id}
	case e.source != nil:
		return entryKey{'s', e.id}
	}
	return entryKey{'t', e.id}
}

// value returns the struct that the entry is.
func (e entry) value() reflect.Value {
	switch {
	case e.record != nil:
		return reflect.ValueOf(e.record).Elem()
	case e.source != nil:
		return reflect.ValueOf(e.source).Elem()
	}
	return reflect.ValueOf(e.topic).Elem()
}

// copied returns a copy of the entry that the caller may change.
func (e entry) copied() entry {
	switch {
	case e.record != nil:
		e.record = e.record.kept(&alone)
	case e.source != nil:
		c := e.source.clone(&alone)
		e.source = &c
	default:
		c := *e.topic
		e.topic = &c
	}
	return e
}

func (e entry) equal(other entry) bool {
	return e.record != nil && e.record == other.record || e.source != nil && e.source == other.source ||
		e.kind() == other.kind() && equal(e.value(), other.value())
}

func (e entry) kind() Kind {
	if e.record != nil {
		return e.record.Kind()
	}
	return 0
}

// entries yields everything in d and everything that it refers to: topics, then
// sources, then records in the order of iteration.
func (d *Dataset) entries(yield func(entry) bool) {
	c := d.index()
	recs, sources, topics := d.selfContained()
	for i := range c.topics {
		t := &c.topics[i]
		if (topics == nil || topics[t.ID]) && !yield(entry{id: ID(t.ID), topic: t}) {
			return
		}
	}
	for i := range c.sources {
		if (sources == nil || sources.has(i)) && !yield(entry{id: c.sources[i].ID, source: &c.sources[i]}) {
			return
		}
	}
	for i, r := range c.recs {
		if (recs == nil || recs.has(i)) && !yield(entry{id: r.fact().ID, record: r}) {
			return
		}
	}
}
