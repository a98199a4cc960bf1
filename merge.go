package entente

import (
	"cmp"
	"reflect"
	"slices"
	"strconv"
	"strings"
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
		c := d.corpus()
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
	return whole(newCorpus(&s.in)), nil
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
	c := d.corpus()
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
	for _, t := range d.corpus().topics {
		if topics == nil || topics[t.ID] {
			list = append(list, t)
		}
	}
	return list
}

// ChangeType says how a record of one dataset compares with that of another.
// The zero value is invalid.
type ChangeType uint8

// The types of change.
const (
	Added   ChangeType = iota + 1 // only in the new dataset
	Removed                       // only in the old one
	Changed                       // in both, with other content
)

var changeNames = []string{"", "added", "removed", "changed"}

// String returns "added", "removed" or "changed".
func (t ChangeType) String() string { return enumString(t, "ChangeType", changeNames) }

// Change is what became of one record or source from one dataset to another.
type Change struct {
	// Type says what became of it.
	Type ChangeType
	// ID is that of the record or source.
	ID ID
	// Kind is the kind of the record, in the new dataset if it is there; it is
	// zero for a source.
	Kind Kind `json:",omitzero"`
	// Members are the JSON pointers, within the record, of the values that
	// differ, in the order of the format. There are some if Type is [Changed],
	// unless the record became one of another kind.
	Members []string
}

// String returns the change in a line, such as
// "changed exercise druzhba-7: /when, /status".
func (c Change) String() string {
	kind := "source"
	if c.Kind != 0 {
		kind = c.Kind.String()
	}
	s := c.Type.String() + " " + kind + " " + string(c.ID)
	if len(c.Members) > 0 {
		s += ": " + list(c.Members)
	}
	return s
}

// Changes returns what was added, removed and changed from old to new: sources
// first, then records by kind and ID. It compares the records of the datasets
// and the records and sources that those refer to, not titles, coverage and
// declarations of topics.
func Changes(old, new *Dataset) []Change {
	was := make(map[ID]entry)
	for _, e := range old.entries() {
		was[e.id] = e
	}
	var changes []Change
	for _, e := range new.entries() {
		o, ok := was[e.id]
		delete(was, e.id)
		switch {
		case !ok:
			changes = append(changes, Change{Type: Added, ID: e.id, Kind: e.kind()})
		case !reflect.DeepEqual(o.value(), e.value()):
			c := Change{Type: Changed, ID: e.id, Kind: e.kind()}
			if o.kind() == e.kind() {
				c.Members = differences(o.value(), e.value())
			}
			changes = append(changes, c)
		}
	}
	for id, e := range was {
		changes = append(changes, Change{Type: Removed, ID: id, Kind: e.kind()})
	}
	slices.SortFunc(changes, func(a, b Change) int { return cmp.Or(cmp.Compare(a.Kind, b.Kind), compareIDs(a.ID, b.ID)) })
	return changes
}

// differences returns the pointers of the values in which the JSON of two
// values of one type differs, in the order of the format.
func differences(a, b any) []string {
	if reflect.TypeOf(a) != reflect.TypeOf(b) {
		return []string{"kind"}
	}
	var found []string
	compare(reflect.ValueOf(a), reflect.ValueOf(b), "", &found)
	return found
}

func compare(a, b reflect.Value, at string, found *[]string) {
	switch {
	case a.Type() == reflect.TypeFor[Text]():
		compareTexts(a.Interface().(Text), b.Interface().(Text), at, found)
	case a.Kind() == reflect.Struct && a.NumField() > 0 && a.Type().Field(0).IsExported():
		for i := range a.NumField() {
			sub := at
			if f := a.Type().Field(i); !f.Anonymous {
				sub += "/" + jsonName(f)
			}
			compare(a.Field(i), b.Field(i), sub, found)
		}
	case a.Kind() == reflect.Slice && a.Len() == b.Len():
		for i := range a.Len() {
			compare(a.Index(i), b.Index(i), at+"/"+strconv.Itoa(i), found)
		}
	case !reflect.DeepEqual(a.Interface(), b.Interface()):
		*found = append(*found, at)
	}
}

func compareTexts(a, b Text, at string, found *[]string) {
	if a.IsZero() || b.IsZero() {
		if a != b {
			*found = append(*found, at)
		}
		return
	}
	var tags []string
	for tag := range a.phrases {
		tags = append(tags, tag)
	}
	for tag := range b.phrases {
		tags = append(tags, tag)
	}
	slices.Sort(tags)
	for _, tag := range slices.Compact(tags) {
		x, _ := a.under(tag)
		if y, _ := b.under(tag); x != y {
			*found = append(*found, at+"/"+tag)
		}
	}
}

// list joins pointers, of which an error shows only some.
func list(pointers []string) string {
	if len(pointers) > 8 {
		return strings.Join(pointers[:8], ", ") + " and " + strconv.Itoa(len(pointers)-8) + " more"
	}
	return strings.Join(pointers, ", ")
}
