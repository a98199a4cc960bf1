package entente

import (
	"cmp"
	"reflect"
	"slices"
	"strconv"
)

// Merge returns the union of the datasets: the records of each, with what they
// refer to. The same record or source in several of them is one; an ID that
// has different content in two is a conflict, and so is whatever breaks a rule
// only in the union, such as two editions of a series with one number. The
// error is [Problems] with every conflict, up to 1,000, which names both
// datasets, by their place among the arguments and their title, and the members
// that differ; no dataset is returned with it. [Dataset.Union] puts datasets
// together without asking. The title is the first that there is; the coverage
// is that of all the datasets that were not narrowed.
func Merge(datasets ...*Dataset) (*Dataset, error) {
	type held struct {
		entry
		by int
	}
	var (
		in    contents
		first = make(map[ID]held)
		topic = make(map[Topic]int) // by which dataset
		s     session
	)
	s.limits = Limits{}.orDefaults()
	name := func(i int) string {
		title := ""
		if words := datasets[i].Title().String(); words != "" {
			title = " " + quote(words)
		}
		return "dataset " + strconv.Itoa(i+1) + title
	}
	for i, d := range datasets {
		c := d.index()
		if in.title.IsZero() {
			in.title = c.title
		}
		for _, v := range d.covered() {
			if !slices.ContainsFunc(in.coverage, func(w Coverage) bool { return reflect.DeepEqual(v.clone(), w.clone()) }) {
				in.coverage = append(in.coverage, v)
			}
		}
		for _, t := range d.declared() {
			k := slices.IndexFunc(in.topics, func(u TopicDeclaration) bool { return t.ID == u.ID })
			switch {
			case k < 0:
				in.topics = append(in.topics, t)
				topic[t.ID] = i
			case in.topics[k] != t:
				s.add(&Problem{Record: ID(t.ID), Err: ErrConflict, Message: name(topic[t.ID]) + " and " + name(i) + " declare the topic differently: " + list(differences(in.topics[k], t))})
			}
		}
		for _, e := range d.entries() {
			h, ok := first[e.id]
			switch {
			case !ok:
				first[e.id] = held{e, i}
				if e.record != nil {
					in.recs = append(in.recs, e.record)
				} else {
					in.sources = append(in.sources, *e.source)
				}
			case !reflect.DeepEqual(h.value(), e.value()):
				s.add(&Problem{Record: e.id, Err: ErrConflict, Message: name(h.by) + " and " + name(i) + " differ in " + list(differences(h.value(), e.value())),
					Hint: apart(e)})
			}
		}
	}
	s.in, s.goValues = in, true
	if len(s.problems) == 0 {
		slices.SortStableFunc(s.in.recs, func(a, b record) int { return cmp.Compare(a.Kind(), b.Kind()) })
		s.check(s.found)
	}
	if len(s.problems) > 0 {
		return nil, s.listed()
	}
	return allOf(newIndex(&s.in)), nil
}

// apart says what to do about two entries with one ID.
func apart(e entry) string {
	if e.kind() == KindNation { // whose ID is not ours to choose
		return "make them the same, or put the datasets together with Union or Loader.Base, which take one of them"
	}
	return "make them the same, or give one another ID"
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

// entries returns the sources and records of d and those that they refer to:
// sources first, then in the order of iteration.
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
