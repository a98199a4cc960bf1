package entente

import (
	"cmp"
	"reflect"
	"slices"
	"strconv"
)

// Merge returns the union of the datasets: the records of each, with what they
// refer to. A record or source that several of them have is included once. An
// ID with different content in two of them is a conflict; so is anything that
// breaks a rule only in the union, such as two editions of a series with the
// same number. The error is [Problems] with every conflict, up to 1,000. Each
// names both datasets, by their position among the arguments and their title,
// and the members that differ. With an error, Merge returns no dataset.
// [Dataset.Union] combines datasets without these checks.
//
// The title is the first that is not empty. The coverage is that of all the
// datasets that were not narrowed.
func Merge(datasets ...*Dataset) (*Dataset, error) {
	s := (&Loader{Limits: Limits{Records: -1}}).settings()
	s.merging = true
	rs, conflicts := united(datasets, s.limits.Problems+1)
	if len(conflicts) > 0 {
		return nil, conflicts.atMost(s.limits.Problems)
	}
	return s.dataset(input{values: rs})
}

// united returns what any of the datasets has, and where they contradict each
// other. It stops when it has as many conflicts as are wanted.
func united(datasets []*Dataset, want int) (*records, Problems) {
	m := merger{
		datasets: datasets,
		want:     want,
		in:       new(records),
		topics:   make(map[Topic]held[TopicDeclaration]),
		entries:  make(map[ID]held[entry]),
	}
	for i, d := range datasets {
		m.add(i, d)
	}
	slices.SortStableFunc(m.in.recs, func(a, b record) int { return cmp.Compare(a.Kind(), b.Kind()) })
	return m.in, m.conflicts
}

// A merger unites datasets, one after another.
type merger struct {
	datasets  []*Dataset
	want      int
	in        *records
	conflicts Problems
	topics    map[Topic]held[TopicDeclaration]
	entries   map[ID]held[entry]
}

// A held value is one with the dataset that has it first.
type held[T any] struct {
	value T
	by    int
}

// add adds the dataset with the index.
func (m *merger) add(i int, d *Dataset) {
	if m.in.title.IsZero() {
		m.in.title = d.index().title
	}
	for _, v := range d.covered() {
		same := func(w Coverage) bool { return reflect.DeepEqual(v.clone(), w.clone()) }
		if !slices.ContainsFunc(m.in.coverage, same) {
			m.in.coverage = append(m.in.coverage, v)
		}
	}
	for _, t := range d.declared() {
		m.topic(i, t)
	}
	for _, e := range d.entries() {
		if len(m.conflicts) >= m.want {
			return
		}
		m.entry(i, e)
	}
}

func (m *merger) topic(i int, t TopicDeclaration) {
	first, ok := m.topics[t.ID]
	switch {
	case !ok:
		m.in.topics = append(m.in.topics, t)
		m.topics[t.ID] = held[TopicDeclaration]{t, i}
	case first.value != t:
		m.conflict(ID(t.ID), "", m.name(first.by)+" and "+m.name(i)+
			" declare the topic differently: "+list(differences(first.value, t)))
	}
}

func (m *merger) entry(i int, e entry) {
	first, ok := m.entries[e.id]
	switch {
	case !ok:
		m.entries[e.id] = held[entry]{e, i}
		if e.record != nil {
			m.in.recs = append(m.in.recs, e.record)
		} else {
			m.in.sources = append(m.in.sources, *e.source)
		}
	case !reflect.DeepEqual(first.value.value(), e.value()):
		m.conflict(e.id, apart(e), m.name(first.by)+" and "+m.name(i)+
			" differ in "+list(differences(first.value.value(), e.value())))
	}
}

func (m *merger) conflict(id ID, hint, message string) {
	m.conflicts = append(m.conflicts, &Problem{Record: id, Message: message, Hint: hint, Err: ErrConflict})
}

// name names a dataset by its position and its title.
func (m *merger) name(i int) string {
	name := "dataset " + strconv.Itoa(i+1)
	if title := m.datasets[i].Title().String(); title != "" {
		name += " " + quote(title)
	}
	return name
}

// apart says what to do about two entries with one ID.
func apart(e entry) string {
	if e.kind() == KindNation { // whose ID is given by ISO
		return "make them the same, or combine the datasets with Union or Loader.Base, which keep one of them"
	}
	return "make them the same, or give one of them another ID"
}

// An entry is a record or a source of a dataset.
type entry struct {
	id     ID
	record record  // nil for a source
	source *Source // nil for a record
}

// value returns a copy of the record or source.
func (e entry) value() any {
	if e.record != nil {
		return e.record.value()
	}
	return e.source.clone()
}

func (e entry) kind() Kind {
	if e.record != nil {
		return e.record.Kind()
	}
	return 0
}

// entries returns the sources and records of d, and those that they refer to:
// sources first, then records in the order of iteration.
func (d *Dataset) entries() (list []entry) {
	c := d.index()
	recs, sources, _ := d.selfContained()
	for i := range c.sources {
		if sources == nil || sources.has(i) {
			list = append(list, entry{id: c.sources[i].ID, source: &c.sources[i]})
		}
	}
	for i, r := range c.recs {
		if recs == nil || recs.has(i) {
			list = append(list, entry{id: r.fact().ID, record: r})
		}
	}
	return list
}

// declared returns the topics that d declares and uses.
func (d *Dataset) declared() (list []TopicDeclaration) {
	_, _, topics := d.selfContained()
	for _, t := range d.index().topics {
		if topics == nil || topics[t.ID] {
			list = append(list, t)
		}
	}
	return list
}
