package entente

import "github.com/entente-go/entente/edtf"

// narrowed returns the dataset of the selected indices in keep, which it takes
// over.
func (d *Dataset) narrowed(keep bitset) *Dataset {
	return &Dataset{c: d.c, sel: keep, n: keep.count()}
}

// empty reports whether there is nothing in d to narrow.
func (d *Dataset) isEmpty() bool { return d == nil || d.n == 0 }

// none is d with nothing selected; its lookups go on working.
func (d *Dataset) empty() *Dataset {
	if d == nil || d.c == nil {
		return &Dataset{}
	}
	return &Dataset{c: d.c, sel: newBitset(len(d.c.recs))}
}

// actor returns the index of an actor or region.
func (c *index) actor(id ID) (int, bool) {
	i, ok := c.ids[id]
	return int(i), ok && int(i) < c.actors()
}

// Involving returns the records in which the actor takes part: those that name
// it as a party, and those that name one who belongs to it. An official
// belongs to a nation and to the organizations of the postings that may fall
// into the time of the record; an organization to its parent and its nation.
// An assessment or a statement involves the parties of what it is about or at
// which it was made. To be affected by a thing, to be its place or to be cited
// on it is not to take part in it. The record of the actor itself, and those
// of the actors that belong to it, are among the results.
func (d *Dataset) Involving(actor ID) *Dataset {
	if d.isEmpty() {
		return d.empty()
	}
	i, ok := d.c.actor(actor)
	if !ok {
		return d.empty()
	}
	return d.withAny(&d.c.byParty, i)
}

// among keeps the records of d that have any of the values.
func (d *Dataset) withAny(p *inverse, values ...int) *Dataset {
	keep := newBitset(len(d.c.recs))
	for _, v := range values {
		p.addTo(keep, v)
	}
	if d.sel != nil {
		for w := range keep {
			keep[w] &= d.sel[w]
		}
	}
	return d.narrowed(keep)
}

// Between returns the records in which both actors take part, in the sense of
// [Dataset.Involving].
func (d *Dataset) Between(a, b ID) *Dataset {
	if d.isEmpty() {
		return d.empty()
	}
	i, ok := d.c.actor(a)
	j, ok2 := d.c.actor(b)
	if !ok || !ok2 {
		return d.empty()
	}
	both := d.withAny(&d.c.byParty, i)
	d.c.byParty.keepIn(both.sel, j)
	both.n = both.sel.count()
	return both
}

// Affecting returns the assessments that see an effect on the actor or region,
// or on an actor that belongs to it as described at [Dataset.Involving].
func (d *Dataset) Affecting(id ID) *Dataset {
	if d.isEmpty() {
		return d.empty()
	}
	i, ok := d.c.actor(id)
	if !ok {
		return d.empty()
	}
	return d.withAny(&d.c.byAffected, i)
}

// About returns the records on the topic or on one that is narrower.
func (d *Dataset) About(topic Topic) *Dataset {
	if d.isEmpty() {
		return d.empty()
	}
	i, ok := d.c.voc.index[topic]
	if !ok {
		return d.empty()
	}
	return d.withAny(&d.c.byTopic, d.c.voc.narrower[i]...)
}

// During returns the records whose time overlaps the period, for certain or
// possibly: those for which [edtf.Period.Overlaps] does not say No. Records without
// a date are left out, whatever the period; [Summary.Undated] counts them. The
// zero Period leaves every dated record in.
func (d *Dataset) During(p edtf.Period) *Dataset {
	if d.isEmpty() {
		return d.empty()
	}
	span := edtf.Span{First: edtf.DayMin, Last: edtf.DayMax}
	if !p.IsZero() {
		span = p.Span()
	}
	return d.filter(func(i int) bool {
		// Only a season has days in its span that it cannot be.
		return d.c.days[i].Overlaps(span) && (p.IsZero() || d.c.when[i].Overlaps(p) != edtf.CertaintyNo)
	})
}

// where keeps the records of d whose index satisfies keep.
func (d *Dataset) filter(keep func(i int) bool) *Dataset {
	sel := newBitset(len(d.c.recs))
	for i := range d.indices(0, len(d.c.recs)) {
		if keep(i) {
			sel.add(i)
		}
	}
	return d.narrowed(sel)
}

// WithBasis returns the records that stand on the basis.
func (d *Dataset) WithBasis(basis Basis) *Dataset {
	if d.isEmpty() {
		return d.empty()
	}
	return d.filter(func(i int) bool { return d.c.basis[i] == basis })
}

// Citing returns the records that cite the source, or a source that reprints
// it, for themselves, for a posting or for a claim.
func (d *Dataset) Citing(source ID) *Dataset {
	if d.isEmpty() {
		return d.empty()
	}
	i, ok := d.c.sourceIDs[source]
	if !ok {
		return d.empty()
	}
	var copies []int
	for s := range d.c.sources {
		if d.c.reprints(s, int(i)) {
			copies = append(copies, s)
		}
	}
	return d.withAny(&d.c.bySource, copies...)
}

// reprints reports whether the source s is the source of, or repeats it.
func (c *index) reprints(s, of int) bool {
	for range c.sources { // no chain is longer, unless it runs in a cycle
		if s == of {
			return true
		}
		next, ok := c.sourceIDs[c.sources[s].Reprints]
		if !ok {
			return false
		}
		s = int(next)
	}
	return false
}

// Filter returns the records for which keep returns true. Each record is
// handed to keep as a copy. A nil keep keeps all.
func (d *Dataset) Filter(keep func(Record) bool) *Dataset {
	if d.isEmpty() {
		return d.empty()
	}
	if keep == nil {
		return d
	}
	return d.filter(func(i int) bool { return keep(d.c.recs[i].value()) })
}

// Union returns the records that are in d, in other, or in both. Datasets that
// were narrowed from the same data are put together at once. Of different
// data, the record, source or topic whose ID is in both is taken as d's data
// has it, without asking whether the other agrees, and so is the title, unless
// d has none; [Merge] asks, and holds the union to the rules.
func (d *Dataset) Union(other *Dataset) *Dataset {
	switch {
	case other == nil || other.c == nil:
		if d == nil {
			return &Dataset{}
		}
		return d
	case d == nil || d.c == nil:
		return other
	case d.c != other.c:
		return combined(d, other)
	case d.sel == nil:
		return d
	case other.sel == nil:
		return other
	}
	keep := newBitset(len(d.c.recs))
	for w := range keep {
		keep[w] = d.sel[w] | other.sel[w]
	}
	return d.narrowed(keep)
}

// Except returns the records of d whose ID is not that of a record in other.
func (d *Dataset) Except(other *Dataset) *Dataset {
	switch {
	case d.isEmpty():
		return d.empty()
	case other.isEmpty():
		return d
	case d.c != other.c:
		return d.filter(func(i int) bool { return !other.Has(d.c.recs[i].fact().ID) })
	}
	return d.filter(func(i int) bool { return !other.has(i) })
}

// combined is the union of datasets of different data.
func combined(d, other *Dataset) *Dataset {
	in := records{title: d.c.title, coverage: append(clone(d.c.coverage), other.c.coverage...)}
	in.topics, in.sources = clone(d.c.topics), clone(d.c.sources)
	in.recs = clone(d.c.recs)
	if in.title.IsZero() {
		in.title = other.c.title
	}
	for _, t := range other.c.topics {
		if _, ok := d.c.voc.index[t.ID]; !ok {
			in.topics = append(in.topics, t)
		}
	}
	for _, s := range other.c.sources {
		if _, ok := d.c.sourceIDs[s.ID]; !ok {
			in.sources = append(in.sources, s)
		}
	}
	for _, r := range other.c.recs {
		if _, ok := d.c.ids[r.fact().ID]; !ok {
			in.recs = append(in.recs, r)
		}
	}
	u := allOf(newIndex(&in))
	if d.sel == nil && other.sel == nil {
		return u
	}
	return u.filter(func(i int) bool {
		id := u.c.recs[i].fact().ID
		return d.Has(id) || other.Has(id)
	})
}
