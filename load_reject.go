package entente

import (
	"cmp"
	"sort"
	"strconv"
	"strings"

	"github.com/entente-go/entente/nation"
)

// Rejected is an entry of a file, or of [Records], that a [Loader] left out: a
// record, a source, a declaration of a topic or an entry of the coverage.
type Rejected struct {
	// File, Line and Column give the position of the entry, as in a [Problem].
	// They are zero for Go values.
	File   string `json:"file,omitzero"`
	Line   int    `json:"line,omitzero"`
	Column int    `json:"column,omitzero"`
	// Pointer is the JSON pointer to the entry, such as "/exercises/12".
	Pointer string `json:"pointer"`
	// Index is the number at the end of Pointer: the index of the entry in its
	// list. For Go values that is the slice of [Records], so that a program which
	// notes the row of each element finds the row again.
	Index int `json:"index"`
	// ID is the ID of the entry, if it is known.
	ID ID `json:"id,omitzero"`
	// Record is the record as far as it could be read. It is nil if the entry is
	// not a record or not an object. It is left out of the JSON form of a
	// Rejected, because it may lack what every record must have.
	Record Record `json:"-"`
	// JSON is the entry as it is in the file. It is empty for Go values.
	JSON string `json:"json,omitzero"`
	// Problems says what is wrong with the entry; there is at least one. If the
	// entry refers to a rejected one, the problem is [ErrRejected].
	Problems Problems `json:"problems"`
}

// An entryAt says which entry of the input an entry is.
type entryAt struct {
	file    int
	section string
	index   int
}

// A name is an ID in one of the namespaces of the format.
type name struct {
	of string // "sources", "topics", or "" for records
	id string
}

func (r ref) name() name {
	if r.to == toSource {
		return name{"sources", string(r.id)}
	}
	return name{"", string(r.id)}
}

// gone holds the names that only rejected entries have.
type gone map[name]bool

// has reports whether the reference is to something that is rejected. A nation
// that package nation knows needs no record.
func (g gone) has(r ref) bool {
	return len(g) > 0 && g[r.name()] && !r.needsNoRecord()
}

func (r ref) needsNoRecord() bool { return r.to.has(KindNation) && nation.Valid(nation.ID(r.id)) }

// A sifter separates the sound entries of an input from the others.
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

// maxSifting is the maximum number of checks of the records. Entries that refer
// to a rejected one are found in one check, so a second is enough, and a third
// confirms it.
const maxSifting = 8

// sift returns the diagnosis of the sound entries, and the others. It reports
// false if there is a problem that lies in no entry, or there are too many.
func (s settings) sift(in input, d diagnosis) (diagnosis, []Rejected, bool) {
	if s.reject == nil || len(in.unread) > 0 || s.tooMany(d) != nil {
		return d, nil, false
	}
	f := sifter{s: s, in: in, d: d, rejected: make(map[entryAt]*Rejected),
		places: make(map[*Rejected]*Problem), gone: make(gone)}
	for _, p := range d.problems { // no more of the file is read
		if p.Err == ErrSyntax || p.Err == ErrLimit {
			return d, nil, false
		}
	}
	if !f.take(d.problems) || !f.takeRest() {
		return d, nil, false
	}
	for range maxSifting {
		f.remove()
		f.spread()
		before := f.problems
		c := s.checker(&f.d.records, d.goValues, false)
		c.gone = f.gone
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

// takeRest adds what else is wrong with the entries that could not be read whole.
func (f *sifter) takeRest() bool {
	if len(f.rejected) == 0 {
		return true
	}
	c := f.s.checker(&f.d.records, f.d.goValues, f.d.partial)
	c.gone = f.gone
	theirs := func(yield func(finding) bool) {
		c.findings(func(found finding) bool {
			o := f.d.origin(found)
			return f.rejected[entryAt{o.file, found.section, o.index}] == nil || yield(found)
		})
	}
	found := f.d.causes(theirs, f.s.limits.Problems+1-f.problems)
	return f.take(f.d.locate(found, f.in.files))
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
			r = &Rejected{File: p.File, Pointer: "/" + key.section + "/" + strconv.Itoa(key.index), Index: key.index, ID: p.Record}
			f.rejected[key] = r
			f.order = append(f.order, key)
		}
		r.Problems = append(r.Problems, p)
	}
	return true
}

// entryOf returns the entry in which a problem lies.
func (f *sifter) entryOf(p *Problem) (key entryAt, ok bool) {
	section, rest, _ := strings.Cut(strings.TrimPrefix(p.Pointer, "/"), "/")
	if isSection(section) {
		number, _, _ := strings.Cut(rest, "/")
		index, err := strconv.Atoi(number)
		for key.file = len(f.in.files) - 1; key.file >= 0 && f.in.files[key.file].name != p.File; {
			key.file--
		}
		return entryAt{key.file, section, index}, err == nil
	}
	return key, false
}

// remove removes the rejected entries from the diagnosis, and notes what they
// were and which names are gone with them.
func (f *sifter) remove() {
	old := f.d
	f.d.unusable, f.d.problems, f.d.origins, f.d.tables = nil, nil, nil, make(map[string][]origin)
	for section, list := range old.tables { // those of what the file says of itself stay
		f.d.tables[section] = list
	}
	for _, u := range old.unusable {
		f.out(u.section, u.origin)
	}
	f.d.records.recs = nil
	for i, r := range old.records.recs {
		if x := f.out(r.Kind().section(), old.origins[i]); x != nil {
			x.Record, x.ID = r.value(&alone), cmp.Or(x.ID, r.fact().ID)
			f.leave("", string(x.ID), r.Kind() == KindNation)
			continue
		}
		f.d.records.recs, f.d.origins = append(f.d.records.recs, r), append(f.d.origins, old.origins[i])
	}
	f.d.records.coverage = kept(f, "coverage", old.records.coverage, func(*Coverage) string { return "" })
	f.d.records.topics = kept(f, "topics", old.records.topics, func(t *TopicDeclaration) string { return string(t.ID) })
	f.d.records.sources = kept(f, "sources", old.records.sources, func(s *Source) string { return string(s.ID) })
	f.stay(f.d.records.recs, f.d.records.sources, f.d.records.topics)
	if base := f.s.base; base != nil {
		f.stay(base.c.recs, base.c.sources, base.c.topics)
	}
}

// leave notes that an ID is gone, and what it is meant to be if it is malformed.
func (f *sifter) leave(of, id string, ofNation bool) {
	f.gone[name{of, id}] = true
	if mended := mendedID(id, ofNation); mended != "" {
		f.gone[name{of, mended}] = true
	}
}

// out returns what is known of an entry if it is rejected, or nil.
func (f *sifter) out(section string, o origin) *Rejected {
	if f.d.goValues {
		return f.rejected[entryAt{-1, section, o.index}]
	}
	r := f.rejected[entryAt{o.file, section, o.index}]
	if r != nil {
		data := f.in.files[o.file].data
		r.JSON = string(data[o.offset : int(o.offset)+len(o.raw)])
		f.places[r] = &Problem{File: r.File, Offset: o.offset}
	}
	return r
}

// kept returns the entries of a section that are not rejected, and notes the
// names of the others.
func kept[T any](f *sifter, section string, list []T, id func(*T) string) (keep []T) {
	origins := f.d.tables[section]
	f.d.tables[section] = nil
	for i := range list {
		if r := f.out(section, origins[i]); r != nil {
			r.ID = cmp.Or(r.ID, ID(id(&list[i])))
			f.leave(section, string(r.ID), false)
			continue
		}
		keep = append(keep, list[i])
		f.d.tables[section] = append(f.d.tables[section], origins[i])
	}
	return keep
}

// stay takes from what is gone the names that an entry which is not rejected, or
// the base, has.
func (f *sifter) stay(recs []record, sources []Source, topics []TopicDeclaration) {
	for _, r := range recs {
		delete(f.gone, name{"", string(r.fact().ID)})
	}
	for i := range sources {
		delete(f.gone, name{"sources", string(sources[i].ID)})
	}
	for i := range topics {
		delete(f.gone, name{"topics", string(topics[i].ID)})
	}
}

// spread adds to what is gone the names of all that refers to it, at any
// distance.
func (f *sifter) spread() {
	by := make(map[name][]name) // what refers to it
	rs := &f.d.records
	refer := func(own, to name) { by[to] = append(by[to], own) }
	for _, r := range rs.recs {
		own := name{"", string(r.fact().ID)}
		eachRef(r, func(r ref) {
			if !r.needsNoRecord() {
				refer(own, r.name())
			}
		})
		for _, t := range r.fact().Topics {
			refer(own, name{"topics", string(t)})
		}
	}
	for _, s := range rs.sources {
		refer(name{"sources", string(s.ID)}, name{"sources", string(s.Reprints)})
	}
	for _, t := range rs.topics {
		refer(name{"topics", string(t.ID)}, name{"topics", string(t.Broader)})
	}
	var queue []name
	for n := range f.gone {
		queue = append(queue, n)
	}
	for len(queue) > 0 {
		last := queue[len(queue)-1]
		queue = queue[:len(queue)-1]
		for _, n := range by[last] {
			if !f.gone[n] {
				f.gone[n] = true
				queue = append(queue, n)
			}
		}
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
