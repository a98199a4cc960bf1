package entente

// Union returns the records that are in d, in other, or in both. Datasets that
// were narrowed from the same data are put together at once. Of different
// data, the record, source or topic whose ID is in both is taken as d's data
// has it, without asking whether the other agrees, and so is the title, unless
// d has none; [Merge] asks, and holds the union to the rules. A union of
// different data covers nothing.
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
	u := d.narrowed(keep)
	u.asked = question{opaque: true} // the other was asked something else
	return u
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
	in := records{title: d.c.title}
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
