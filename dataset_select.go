package entente

import "github.com/entente-go/entente/edtf"

// narrowed returns the selected records that are in keep, with an opaque
// question. It takes ownership of keep.
func (d *Dataset) narrowed(keep bitset) *Dataset {
	part := &Dataset{c: d.c, sel: keep, n: keep.count(), asked: d.asked}
	part.asked.opaque = true
	return part
}

// isEmpty reports whether d has no records to narrow.
func (d *Dataset) isEmpty() bool { return d == nil || d.n == 0 }

// empty returns d with nothing selected; its lookups still work.
func (d *Dataset) empty() *Dataset {
	if d == nil || d.c == nil {
		return &Dataset{asked: question{opaque: true}}
	}
	return d.narrowed(newBitset(len(d.c.recs)))
}

// Involving returns the records in which any of the actors takes part: those
// that name it as a party, and those that name an actor that belongs to it.
// Pass several IDs for an actor that has several, such as a state and the state
// that it continues. With no IDs, Involving keeps every record.
//
// An official belongs to a nation, and to the organizations of the postings
// that may overlap the time of the record. An organization belongs to its
// parent and its nation. A statement or an assessment involves the parties of
// its subject and of the event at which it was made. An actor that is only
// affected, named as the place, or named in [Fact.By] does not take part. The
// records of the actor itself, and of the actors that belong to it, are
// included.
//
// An observer of an exercise takes part in it, and the contingents of an
// exercise take part whatever its [Status], even if it was cancelled. Filter by
// [Role] to leave out what an actor only observes:
//
//	d.Involving("PK").Filter(func(r entente.Record) bool {
//		x, _ := r.(entente.Exercise)
//		return !slices.ContainsFunc(x.Contingents, func(c entente.Contingent) bool {
//			return c.Nation == "PK" && c.Role == entente.RoleObserver
//		})
//	})
//
// An actor that attends or speaks for another takes part, and so does the other.
// A meeting at which an official of RU represents UY involves both.
//
// Calls can be chained in any order; each narrows the result further. If
// parties joined or left an agreement, the actors must have been parties at the
// same time, while it lasted, and with [Dataset.During] at a time in its period.
func (d *Dataset) Involving(ids ...ID) *Dataset {
	if len(ids) == 0 {
		return d.asking(nil, d.question())
	}
	return d.involving(clone(ids))
}

// Between returns the records in which both a and b take part. It is shorthand
// for d.Involving(a).Involving(b), so it includes exercises that one of them only
// observes, and those that are planned or were cancelled.
func (d *Dataset) Between(a, b ID) *Dataset {
	ids := []ID{a, b}
	return d.involving(ids[:1:1], ids[1:])
}

// involving keeps the records in which an actor of each list takes part.
func (d *Dataset) involving(lists ...[]ID) *Dataset {
	q := d.question()
	q.parties = append(q.parties[:len(q.parties):len(q.parties)], lists...)
	if d == nil || d.c == nil {
		return &Dataset{asked: q}
	}
	var keep bitset
	for _, ids := range lists {
		if len(ids) == 1 && keep != nil {
			if i, ok := d.c.actor(ids[0]); ok {
				d.c.byParty.keepIn(keep, i)
			} else {
				clear(keep)
			}
			continue
		}
		some := newBitset(len(d.c.recs))
		for _, id := range ids {
			if i, ok := d.c.actor(id); ok {
				d.c.byParty.addTo(some, i)
			}
		}
		some.intersect(keep)
		keep = some
	}
	return d.asking(keep, q)
}

// OfKind returns the records of any of the kinds. With no kinds, OfKind keeps
// every record.
func (d *Dataset) OfKind(kinds ...Kind) *Dataset {
	q := d.question()
	if len(kinds) == 0 {
		return d.asking(nil, q)
	}
	var set kindSet
	for _, k := range kinds {
		if k.valid() {
			set |= 1 << k
		} else {
			q.opaque = true
		}
	}
	if q.kinds != 0 {
		set &= q.kinds
	}
	q.kinds = set
	q.opaque = q.opaque || set == 0
	if d == nil || d.c == nil {
		return &Dataset{asked: q}
	}
	keep := newBitset(len(d.c.recs))
	for k := KindNation; k < kindEnd; k++ {
		if set.has(k) {
			keep.addRange(int(d.c.kind[k]), int(d.c.kind[k+1]))
		}
	}
	return d.asking(keep, q)
}

// During returns the records whose time overlaps the period or may overlap it:
// [edtf.Period.Overlaps] does not rule it out. The time of a record is its
// When. An agreement also has its time in force or, if that is not known, the
// times of its parties, from its signing; an official the times of the postings,
// and a nation the time for which it exists. The zero Period keeps every record.
//
// Records without a date are left out; [Dataset.Answer] says whether there are
// any. An agreement with no known time in force counts as undated after its
// signing.
func (d *Dataset) During(p edtf.Period) *Dataset {
	q := d.question()
	if p.IsZero() {
		return d.asking(nil, q)
	}
	q.addPeriod(p)
	if d == nil || d.c == nil {
		return &Dataset{asked: q}
	}
	keep, undated := newBitset(len(d.c.recs)), newBitset(len(d.c.recs))
	w := newMoment(p)
	for i := range d.indices(0, len(d.c.recs)) {
		switch d.c.fit(i, &w) {
		case fitFound:
			keep.add(i)
		case fitUndated:
			undated.add(i)
		}
	}
	for i := range d.undated.all() {
		if d.c.fit(i, &w) != fitNone {
			undated.add(i)
		}
	}
	part := &Dataset{c: d.c, sel: keep, asked: q, undated: undated}
	part.holdTogether()
	return part
}

// withAny keeps the records of d that have any of the values.
func (d *Dataset) withAny(p *inverse, values ...int) *Dataset {
	keep := newBitset(len(d.c.recs))
	for _, v := range values {
		p.addTo(keep, v)
	}
	keep.intersect(d.sel)
	return d.narrowed(keep)
}

// Affecting returns the assessments whose Affects lists the actor or region, or
// an actor that belongs to it; see [Dataset.Involving].
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

// About returns the records that name the topic or a narrower one.
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

// filter keeps the records of d whose index satisfies keep.
func (d *Dataset) filter(keep func(i int) bool) *Dataset {
	sel := newBitset(len(d.c.recs))
	for i := range d.indices(0, len(d.c.recs)) {
		if keep(i) {
			sel.add(i)
		}
	}
	return d.narrowed(sel)
}

// WithBasis returns the records with the given basis.
func (d *Dataset) WithBasis(basis Basis) *Dataset {
	if d.isEmpty() {
		return d.empty()
	}
	return d.filter(func(i int) bool { return d.c.basis[i] == basis })
}

// Citing returns the records that cite the source or a reprint of it, for the
// record itself, a posting or a claim.
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

// reprints reports whether the source s is the source of or, directly or not, a
// reprint of it.
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

// Filter returns the records for which keep returns true. It passes keep a copy
// of each record. If keep is nil, it returns every record.
func (d *Dataset) Filter(keep func(Record) bool) *Dataset {
	if d.isEmpty() {
		return d.empty()
	}
	if keep == nil {
		return d.again()
	}
	room := d.c.room()
	defer d.c.rooms.Put(room)
	return d.filter(func(i int) bool { return keep(d.c.recs[i].value(room)) })
}
