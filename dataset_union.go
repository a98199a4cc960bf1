package entente

import "slices"

// Union returns the records that are in d, in other, or in both. It is meant
// for selections from one dataset, for which it is cheap.
//
// From different data, it keeps all of d's data and adds whatever fits from the
// other. If an ID, or a key of [Records.Extra], occurs in both, d's record,
// source, topic or value wins, and the difference is not reported. Anything in
// the other that would then break a rule is left out: a record that refers to
// one of the wrong kind, an edition whose number is taken, a chain of references
// that has become too long, and whatever refers to these. So the result obeys
// every rule, and the output of [Dataset.WriteTo] loads again. If the two
// together have more parties or pairs than [Load] accepts, the result is d.
// [Merge] unites entries that have the same ID, and reports contradictions.
//
// The title is d's, unless it is empty. The edition is kept if both have the
// same, and authors and licences are united. A union of different data covers
// nothing.
func (d *Dataset) Union(other *Dataset) *Dataset {
	switch {
	case other == nil || other.c == nil:
		return d.again()
	case d == nil || d.c == nil:
		return other.again()
	case d.c != other.c:
		j := join(d.c, other.c)
		if c := j.index(d, other); c != nil && c.pairsWithin(new(Limits).pairs(len(c.recs))) {
			return j.selection(d, other, c)
		}
		return d.again()
	case d.sel == nil:
		return d.again()
	case other.sel == nil:
		return other.again()
	}
	keep := newBitset(len(d.c.recs))
	for w := range keep {
		keep[w] = d.sel[w] | other.sel[w]
	}
	u := d.narrowed(keep)
	u.asked = question{opaque: true} // other has another question
	return u
}

// extended returns d with the records of c, which are sound, may refer to
// records of d, and share no ID with them. It returns nil if the result exceeds
// a limit of the loader.
func (d *Dataset) extended(c *index) *Dataset {
	in := records{title: c.title, abouts: []about{d.said().with(c.about)}}
	if in.title.IsZero() {
		in.title = d.c.title
	}
	in.coverage = clone(d.covered())
	empty := slices.ContainsFunc(in.coverage, func(v Coverage) bool { return v.isEmpty() })
	for _, v := range c.coverage {
		if !empty || !v.isEmpty() { // which a file has once
			in.coverage = append(in.coverage, v)
		}
	}
	in.topics = append(clone(d.c.topics), c.topics...)
	in.sources = append(clone(d.c.sources), c.sources...)
	in.recs = append(clone(d.c.recs), c.recs...)
	both := newIndexWithin(&in, maxWork(len(in.recs)))
	switch {
	case both == nil:
		return nil
	case d.sel == nil:
		return allOf(both)
	}
	return allOf(both).filter(func(i int) bool {
		id := both.recs[i].fact().ID
		_, added := c.ids[id]
		return added || d.Has(id)
	})
}

// said returns what d says about itself. A selection has no extra.
func (d *Dataset) said() about {
	a := d.index().about
	a.extra = d.Extra()
	return a
}

// with combines what two datasets say about themselves. The edition is kept
// only if both have the same.
func (a about) with(b about) about {
	both := ofFiles([]about{a, b})
	if a.edition != b.edition {
		both.edition = Edition{}
	}
	return both
}

// again returns a dataset equal to d, which the caller may assign to.
func (d *Dataset) again() *Dataset {
	if d == nil {
		return &Dataset{}
	}
	same := *d
	return &same
}

// Except returns the records in d whose IDs other does not have.
func (d *Dataset) Except(other *Dataset) *Dataset {
	switch {
	case d.isEmpty():
		return d.empty()
	case other.isEmpty():
		return d.again()
	case d.c != other.c:
		return d.filter(func(i int) bool { return !other.Has(d.c.recs[i].fact().ID) })
	}
	return d.filter(func(i int) bool { return !other.has(i) })
}

// A joint says what is left out of b when the data of a and b is combined.
// Nothing in a refers to b, so a keeps everything.
type joint struct {
	a, b *index

	recs, sources, topics bitset // the entries that are left out, by index in b

	// gone lists those left out that nothing in a replaces, as nodes: the
	// records, then the sources, then the topics.
	gone []int
}

// join finds the entries to leave out of b.
func join(a, b *index) *joint {
	j := &joint{a: a, b: b, recs: newBitset(len(b.recs)), sources: newBitset(len(b.sources)),
		topics: newBitset(len(b.topics))}
	mismatch := j.replace()
	j.editions()
	j.chains()
	if mismatch || len(j.gone) > 0 {
		j.dangling()
	}
	return j
}

// replace leaves out the entries that have an ID of a. It reports whether any
// is of another kind.
func (j *joint) replace() (mismatch bool) {
	for i, r := range j.b.recs {
		if k, ok := j.a.ids[r.fact().ID]; ok {
			j.recs.add(i)
			mismatch = mismatch || j.a.recs[k].Kind() != r.Kind()
		}
	}
	for i := range j.b.sources {
		if _, ok := j.a.sourceIDs[j.b.sources[i].ID]; ok {
			j.sources.add(i)
		}
	}
	for i := range j.b.topics {
		if _, ok := j.a.voc.index[j.b.topics[i].ID]; ok {
			j.topics.add(i)
		}
	}
	return mismatch
}

// leaveOut leaves out a node that nothing replaces.
func (j *joint) leaveOut(node int) {
	recs, sources := len(j.b.recs), len(j.b.sources)
	set, i := j.recs, node
	switch {
	case node >= recs+sources:
		set, i = j.topics, node-recs-sources
	case node >= recs:
		set, i = j.sources, node-recs
	}
	if !set.has(i) {
		set.add(i)
		j.gone = append(j.gone, node)
	}
}

// editions leaves out exercises whose number in the series is taken.
func (j *joint) editions() {
	type edition struct {
		series ID
		number int
	}
	taken := make(map[edition]bool)
	for r := range j.a.exercises {
		if e := r.(*Exercise); e.Series != "" && e.Number != 0 {
			taken[edition{e.Series, e.Number}] = true
		}
	}
	if len(taken) == 0 {
		return
	}
	i := int(j.b.kind[KindExercise])
	for r := range j.b.exercises {
		if e := r.(*Exercise); taken[edition{e.Series, e.Number}] {
			j.leaveOut(i)
		}
		i++
	}
}

func (c *index) exercises(yield func(record) bool) {
	for _, r := range c.recs[c.kind[KindExercise]:c.kind[KindExercise+1]] {
		if !yield(r) {
			return
		}
	}
}

// chains leaves out entries whose chain continues in a and has become too long.
func (j *joint) chains() {
	c, recs, sources := j.b, len(j.b.recs), len(j.b.sources)
	j.chainsOf("", 0, recs, j.recs, func(i int) (id, to ID) {
		_, to = chain(c.recs[i])
		return c.recs[i].fact().ID, to
	})
	j.chainsOf("sources", recs, sources, j.sources, func(i int) (id, to ID) {
		return c.sources[i].ID, c.sources[i].Reprints
	})
	j.chainsOf("topics", recs+sources, len(c.topics), j.topics, func(i int) (id, to ID) {
		return ID(c.topics[i].ID), ID(c.topics[i].Broader)
	})
}

// chainsOf does so for a section with n entries, the nodes from first on.
func (j *joint) chainsOf(section string, first, n int, out bitset, at func(i int) (id, to ID)) {
	next := make(map[ID]ID)
	for i := range n {
		if id, to := at(i); to != "" && !out.has(i) {
			next[id] = to
		}
	}
	if len(next) == 0 {
		return
	}
	j.a.chains(section, next)
	links := follow(next)
	for i := range n {
		if id, _ := at(i); !out.has(i) && links[id] > maxChain {
			j.leaveOut(first + i)
		}
	}
}

// dangling leaves out entries that refer to an entry of the wrong kind or to
// one that was left out, until there are none.
func (j *joint) dangling() {
	refs := j.references()
	users := refs.inverted(len(refs.ends))
	for len(j.gone) > 0 {
		node := j.gone[len(j.gone)-1]
		j.gone = j.gone[:len(j.gone)-1]
		for _, user := range users.row(node) {
			j.leaveOut(int(user))
		}
	}
}

// references returns the nodes to which each node refers and which a does not
// replace. It leaves out those that refer to a record of a that has the wrong
// kind.
func (j *joint) references() (t table) {
	recs, sources := len(j.b.recs), len(j.b.sources)
	topics := make(map[Topic]int, len(j.b.topics))
	for i := range j.b.topics {
		topics[j.b.topics[i].ID] = recs + sources + i
	}
	var node int
	topic := func(id Topic) {
		if k, ok := topics[id]; ok && id != "" {
			if _, known := j.a.voc.index[id]; !known {
				t.vals = append(t.vals, uint32(k))
			}
		}
	}
	visit := func(r ref) {
		if k, ok := j.a.target(r); ok {
			if k >= 0 && !r.to.has(j.a.recs[k].Kind()) {
				j.leaveOut(node)
			}
			return
		}
		switch k, ok := j.b.target(r); {
		case !ok: // a nation that is only referred to
		case k >= 0:
			t.vals = append(t.vals, uint32(k))
		default:
			t.vals = append(t.vals, uint32(recs+int(^k)))
		}
	}
	w := walker{refs: visit}
	for i, r := range j.b.recs {
		if node = i; !j.recs.has(i) {
			r.walk(&w)
			for _, id := range r.fact().Topics {
				topic(id)
			}
		}
		t.endRow()
	}
	for range sources + len(j.b.topics) { // whose chains have been cut already
		t.endRow()
	}
	return t
}

// index returns the index of both together, or nil if that exceeds a limit of
// the loader.
func (j *joint) index(d, other *Dataset) *index {
	in := records{title: j.a.title, abouts: []about{d.said().with(other.said())}}
	if in.title.IsZero() {
		in.title = j.b.title
	}
	in.topics = append(clone(j.a.topics), left(j.b.topics, j.topics)...)
	in.sources = append(clone(j.a.sources), left(j.b.sources, j.sources)...)
	in.recs = append(clone(j.a.recs), left(j.b.recs, j.recs)...)
	return newIndexWithin(&in, maxWork(len(in.recs)))
}

// left returns the elements of a list that are not left out.
func left[T any](list []T, out bitset) (rest []T) {
	for i := range list {
		if !out.has(i) {
			rest = append(rest, list[i])
		}
	}
	return rest
}

// selection returns the records of the combined index that are in d or in
// other.
func (j *joint) selection(d, other *Dataset, c *index) *Dataset {
	u := allOf(c)
	if d.sel == nil && other.sel == nil {
		return u
	}
	return u.filter(func(i int) bool {
		id := c.recs[i].fact().ID
		k, ok := j.b.ids[id]
		return d.Has(id) || ok && other.has(int(k)) && j.b.recs[k].Kind() == c.recs[i].Kind()
	})
}
