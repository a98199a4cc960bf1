package entente

// A partyWalk works out who takes part in a record and who is affected, and
// gathers the sources that it cites. It is used for one record after another.
type partyWalk struct {
	c        *corpus
	parties  []uint32
	affected []uint32
	sources  []uint32

	visit func(ref)
	depth int
	when  Period // the time of the record, in which postings count
	into  *[]uint32
}

func (c *corpus) newPartyWalk() *partyWalk {
	w := &partyWalk{c: c}
	w.visit = w.ref // one closure for the whole walk
	return w
}

// record works out the record at index i.
func (w *partyWalk) record(i int) {
	w.parties, w.affected, w.sources = w.parties[:0], w.affected[:0], w.sources[:0]
	w.depth = 0
	r := w.c.recs[i]
	w.when = r.fact().When
	if i < w.c.actors() {
		w.into = &w.parties
		if r.Kind() != KindRegion {
			w.actor(i)
		}
	}
	r.refs(w.visit)
}

func (w *partyWalk) ref(r ref) {
	if r.to == toSource {
		if w.depth == 0 {
			if i, ok := w.c.ids[r.id]; ok && i < 0 {
				w.sources = append(w.sources, uint32(^i))
			}
		}
		return
	}
	if r.role == noParty || r.role == affected && w.depth > 0 {
		return
	}
	i, ok := w.c.ids[r.id]
	if !ok || i < 0 {
		return
	}
	switch {
	case r.role == affected:
		w.into = &w.affected
		w.actor(int(i))
	case int(i) < w.c.actors():
		if w.c.recs[i].Kind() != KindRegion {
			w.into = &w.parties
			w.actor(int(i))
		}
	case r.role == partyVia && w.depth < maxVia:
		w.depth++
		w.c.recs[i].refs(w.visit)
		w.depth--
	}
}

// maxVia bounds the chain "an assessment of an assessment of …", which is
// short where it does not run in a circle.
const maxVia = 16

// actor adds the actor at index i and those it belongs to.
func (w *partyWalk) actor(i int) {
	for _, have := range *w.into {
		if have == uint32(i) {
			return // with all it belongs to
		}
	}
	*w.into = append(*w.into, uint32(i))
	switch a := w.c.recs[i].(type) {
	case *Organization:
		w.owner(a.Nation)
		w.owner(a.Parent)
	case *Official:
		w.owner(a.Nation)
		for j := range a.Postings {
			if p := &a.Postings[j]; p.Organization != "" && p.Period.Overlaps(w.when) != No {
				w.owner(p.Organization)
			}
		}
	}
}

func (w *partyWalk) owner(id ID) {
	if id == "" {
		return
	}
	if i, ok := w.c.ids[id]; ok && i >= 0 && int(i) < w.c.actors() {
		w.actor(int(i))
	}
}
