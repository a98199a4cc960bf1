package entente

import (
	"bytes"
	"cmp"
	"maps"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/entente-go/entente/nation"
)

// Rejected is an entry of a file, or of [Records], that a [Loader] left out: a
// record, a source, a declaration of a topic or a line of the coverage.
type Rejected struct {
	// File, Line and Column are the place of the entry, as those of a [Problem]
	// are. They are empty for Go values.
	File         string
	Line, Column int
	// Pointer is the JSON pointer to the entry, such as "/exercises/12". For Go
	// values the number is the index in the slice of [Records].
	Pointer string
	// ID is the ID of the entry, if it is known.
	ID ID
	// Record is the record as far as it could be read. It is nil for an entry
	// that is no record or no object.
	Record Record
	// JSON is the entry as the file has it. It is nil for Go values.
	JSON []byte
	// Problems says what is wrong with it; there is at least one. That of an
	// entry that refers to another that is rejected is [ErrRejected].
	Problems Problems
}

// An entryAt says which entry of the input an entry is.
type entryAt struct {
	file    int
	section string
	index   int
}

// gone holds the IDs that only rejected entries have. A nil one is empty.
type gone struct {
	records, sources map[ID]bool
	topics           map[Topic]bool
}

// has reports whether the reference is to something that is rejected. A nation
// that package nation knows needs no record.
func (g *gone) has(r ref) bool {
	switch {
	case g == nil:
		return false
	case r.to == toSource:
		return g.sources[r.id]
	}
	return g.records[r.id] && !(r.to.has(KindNation) && nation.Valid(nation.ID(r.id)))
}

func (g *gone) hasTopic(t Topic) bool { return g != nil && g.topics[t] }

// A sifter parts the sound entries of an input from the others.
type sifter struct {
	s        settings
	in       input
	d        diagnosis // of the entries that are not rejected
	rejected map[entryAt]*Rejected
	order    []entryAt              // of the rejected, as they are found
	places   map[*Rejected]*Problem // where each begins, if that is in a file
	gone     gone
	problems int
}

// maxSifting is how often the records are checked. What refers to a rejected
// entry is found at once, so that a second look is enough, and a third shows it.
const maxSifting = 8

// sift returns the diagnosis of the sound entries, and the others. It reports
// false if there is a problem that lies in no entry, or there are too many.
func (s settings) sift(in input, d diagnosis) (diagnosis, []Rejected, bool) {
	if s.reject == nil || len(in.unread) > 0 || s.tooMany(&d.records) {
		return d, nil, false
	}
	f := sifter{s: s, in: in, d: d, rejected: make(map[entryAt]*Rejected),
		places: make(map[*Rejected]*Problem),
		gone:   gone{make(map[ID]bool), make(map[ID]bool), make(map[Topic]bool)}}
	for _, p := range d.problems { // no more of the file is read
		if p.Err == ErrSyntax || p.Err == ErrLimit {
			return d, nil, false
		}
	}
	if !f.take(d.problems) {
		return d, nil, false
	}
	for range maxSifting {
		f.remove()
		f.spread()
		before := f.problems
		c := s.checker(&f.d.records, d.goValues, false)
		c.gone = &f.gone
		found := f.d.causes(c.findings, s.limits.Problems+1-f.problems)
		problems := Problems(f.d.locate(found, in.files))
		if !f.take(problems) {
			return d, nil, false
		}
		if f.problems == before {
			if len(f.rejected) > 0 {
				f.d.records.coverage = nil
			}
			c.handOver()
			return f.d, f.list(), true
		}
	}
	return d, nil, false
}

// take adds the problems to the entries that have them. It reports false if one
// lies in no entry, or if there are too many.
func (f *sifter) take(problems Problems) bool {
	number(problems, f.in.files)
	for _, p := range problems {
		key, ok := f.entryOf(p)
		if f.problems++; !ok || f.problems > f.s.limits.Problems {
			return false
		}
		r := f.rejected[key]
		if r == nil {
			r = &Rejected{File: p.File, Pointer: "/" + key.section + "/" + strconv.Itoa(key.index), ID: p.Record}
			f.rejected[key] = r
			f.order = append(f.order, key)
		}
		r.Problems = append(r.Problems, p)
	}
	return true
}

// entryOf returns the entry in which a problem lies.
func (f *sifter) entryOf(p *Problem) (key entryAt, ok bool) {
	parts := strings.SplitN(p.Pointer, "/", 4)
	if len(parts) < 3 {
		return key, false
	}
	switch section := parts[1]; {
	case kindOfSection(section) != 0, section == "coverage", section == "topics", section == "sources":
		index, err := strconv.Atoi(parts[2])
		file := slices.IndexFunc(f.in.files, func(file file) bool { return file.name == p.File })
		return entryAt{file, section, index}, err == nil
	}
	return key, false
}

// remove removes the rejected entries from the diagnosis, and notes what they
// were and which IDs are gone with them.
func (f *sifter) remove() {
	out := func(section string, o origin) *Rejected {
		file := o.file
		if f.d.goValues {
			file = -1
		}
		r := f.rejected[entryAt{file, section, o.index}]
		if r != nil && !f.d.goValues {
			data := f.in.files[file].data
			r.JSON = bytes.Clone(data[o.offset : int(o.offset)+len(o.raw)])
			f.places[r] = &Problem{File: r.File, Offset: o.offset}
		}
		return r
	}
	for _, u := range f.d.unusable {
		out(u.section, u.origin)
	}
	f.d.unusable, f.d.problems = nil, nil
	old := f.d
	f.d.origins, f.d.tables = nil, make(map[string][]origin)
	f.d.records.recs, f.d.records.sources, f.d.records.topics, f.d.records.coverage = nil, nil, nil, nil
	for i, r := range old.records.recs {
		if x := out(r.Kind().section(), old.origins[i]); x != nil {
			x.Record, x.ID = r.value(), cmp.Or(x.ID, r.fact().ID)
			f.gone.records[x.ID] = true
			continue
		}
		f.d.records.recs, f.d.origins = append(f.d.records.recs, r), append(f.d.origins, old.origins[i])
	}
	keep(f, &old, "sources", old.records.sources, &f.d.records.sources, out,
		func(s Source) { f.gone.sources[s.ID] = true })
	keep(f, &old, "topics", old.records.topics, &f.d.records.topics, out,
		func(t TopicDeclaration) { f.gone.topics[t.ID] = true })
	keep(f, &old, "coverage", old.records.coverage, &f.d.records.coverage, out, func(Coverage) {})
	for section, list := range old.tables { // what the file says of itself
		if _, ok := f.d.tables[section]; !ok {
			f.d.tables[section] = list
		}
	}
	if base := f.s.base; base != nil { // of which they had an ID
		maps.DeleteFunc(f.gone.records, func(id ID, _ bool) bool { _, ok := base.c.ids[id]; return ok })
		maps.DeleteFunc(f.gone.sources, func(id ID, _ bool) bool { _, ok := base.c.sourceIDs[id]; return ok })
		maps.DeleteFunc(f.gone.topics, func(t Topic, _ bool) bool { return declares(base.c.topics, t) })
	}
	for _, r := range f.d.records.recs { // or these did
		delete(f.gone.records, r.fact().ID)
	}
	for _, s := range f.d.records.sources {
		delete(f.gone.sources, s.ID)
	}
	for _, t := range f.d.records.topics {
		delete(f.gone.topics, t.ID)
	}
}

// keep keeps the entries of a section that are not rejected.
func keep[T any](f *sifter, old *diagnosis, section string, from []T, to *[]T, out func(string, origin) *Rejected, lost func(T)) {
	f.d.tables[section] = nil
	for i, e := range from {
		if out(section, old.tables[section][i]) != nil {
			lost(e)
			continue
		}
		*to = append(*to, e)
		f.d.tables[section] = append(f.d.tables[section], old.tables[section][i])
	}
}

// spread adds to what is gone the IDs of all that refers to it, at any distance.
func (f *sifter) spread() {
	type name struct {
		section string // "" for a record
		id      string
	}
	by := make(map[name][]name) // what refers to it
	rs := &f.d.records
	for _, r := range rs.recs {
		own := name{"", string(r.fact().ID)}
		eachRef(r, func(r ref) {
			to := name{"", string(r.id)}
			if r.to == toSource {
				to.section = "sources"
			} else if r.to.has(KindNation) && nation.Valid(nation.ID(r.id)) {
				return
			}
			by[to] = append(by[to], own)
		})
		for _, t := range r.fact().Topics {
			by[name{"topics", string(t)}] = append(by[name{"topics", string(t)}], own)
		}
	}
	for _, s := range rs.sources {
		to := name{"sources", string(s.Reprints)}
		by[to] = append(by[to], name{"sources", string(s.ID)})
	}
	for _, t := range rs.topics {
		to := name{"topics", string(t.Broader)}
		by[to] = append(by[to], name{"topics", string(t.ID)})
	}
	var queue []name
	for id := range f.gone.records {
		queue = append(queue, name{"", string(id)})
	}
	for id := range f.gone.sources {
		queue = append(queue, name{"sources", string(id)})
	}
	for t := range f.gone.topics {
		queue = append(queue, name{"topics", string(t)})
	}
	for len(queue) > 0 {
		n := queue[len(queue)-1]
		queue = queue[:len(queue)-1]
		for _, r := range by[n] {
			known := false
			switch r.section {
			case "":
				known, f.gone.records[ID(r.id)] = f.gone.records[ID(r.id)], true
			case "sources":
				known, f.gone.sources[ID(r.id)] = f.gone.sources[ID(r.id)], true
			default:
				known, f.gone.topics[Topic(r.id)] = f.gone.topics[Topic(r.id)], true
			}
			if !known {
				queue = append(queue, r)
			}
		}
		delete(by, n)
	}
}

// list returns the rejected entries in the order of the data.
func (f *sifter) list() []Rejected {
	var places Problems
	for _, p := range f.places {
		places = append(places, p)
	}
	number(places, f.in.files)
	for r, p := range f.places {
		r.Line, r.Column = p.Line, p.Column
	}
	sort.Slice(f.order, func(i, j int) bool {
		a, b := f.order[i], f.order[j]
		x, y := f.rejected[a], f.rejected[b]
		return cmp.Or(a.file-b.file, x.Line-y.Line, x.Column-y.Column,
			sectionOrder(a.section)-sectionOrder(b.section), a.index-b.index) < 0
	})
	list := make([]Rejected, len(f.order))
	for i, key := range f.order {
		list[i] = *f.rejected[key]
		list[i].Problems.sort()
	}
	return list
}

// sectionOrder is the place of a section among those of [Records].
func sectionOrder(section string) int {
	switch section {
	case "coverage":
		return 0
	case "topics":
		return 1
	case "sources":
		return 2
	}
	return 3 + int(kindOfSection(section))
}
