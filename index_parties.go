package entente

import (
	"slices"

	"github.com/entente-go/entente/edtf"
)

// A link is a resolved reference: the index of its target in recs or, for a
// citation, in sources, and its role.
type link uint32

const citation refRole = affected + 1 // the role of a link to a source

func newLink(target int, role refRole) link { return link(target)<<3 | link(role) }
func (l link) target() int                  { return int(l >> 3) }
func (l link) role() refRole                { return refRole(l & 7) }

// A linkTable holds the links of each record, in the order of its walk. Looking
// up IDs is the main cost of finding parties, so it is done once.
type linkTable table

func (t *linkTable) add(r ref, target int32) {
	switch {
	case target < 0:
		t.vals = append(t.vals, uint32(newLink(int(^target), citation)))
	case r.role != noParty:
		t.vals = append(t.vals, uint32(newLink(int(target), r.role)))
	}
}

// target returns the index in recs of what the reference names, or ^ the index
// in sources.
func (c *index) target(r ref) (int32, bool) {
	if r.to == toSource {
		i, ok := c.sourceIDs[r.id]
		return ^i, ok
	}
	i, ok := c.ids[r.id]
	return i, ok
}

// resolve looks up the references of all records, and returns the nations
// without a record in order of appearance.
func (c *index) resolve() (table, []ID) {
	var states stateSet
	t := table{ends: make([]uint32, 0, len(c.recs)), vals: make([]uint32, 0, 4*len(c.recs))}
	visit := func(r ref) {
		if i, ok := c.target(r); ok {
			(*linkTable)(&t).add(r, i)
		} else if k, ok := states.add(r); ok {
			(*linkTable)(&t).add(r, int32(len(c.recs))+k)
		}
	}
	w := walker{refs: visit}
	for _, r := range c.recs {
		r.walk(&w)
		t.endRow()
	}
	return t, states.ids
}

// A partyWalk finds, for one record after another, the actors who take part,
// those affected and the sources cited.
type partyWalk struct {
	c      *index
	links  table
	owners table  // of each actor: itself and what it always belongs to
	posts  []post // of the officials, one after another
	first  []int  // the first of posts of each official

	parties  []uint32
	affected []uint32
	sources  []uint32

	work int         // the number of parties visited beyond those that records name
	when edtf.Period // the time of the record, in which postings count
	// seen holds, for each actor, the round in which it was last added to the
	// list being made; a new round begins with each list.
	seen  []uint32
	round uint32
}

// A post is the organization of a posting.
type post struct {
	organization int
	period       edtf.Period
}

// newPartyWalk returns nil if the actors belong to more others than the limit.
func newPartyWalk(c *index, links table, limit int) *partyWalk {
	w := &partyWalk{c: c, links: links, seen: make([]uint32, c.allActors())}
	lists := make([][]uint32, c.allActors())
	for i := range lists {
		w.ownersOf(i, lists)
		w.owners.vals = append(w.owners.vals, lists[i]...)
		w.owners.endRow()
		if len(w.owners.vals)-i > limit {
			return nil
		}
	}
	for _, r := range c.recs[c.officials():c.actors()] {
		w.first = append(w.first, len(w.posts))
		for _, p := range r.(*Official).Postings {
			if i, ok := c.actor(p.Organization); ok {
				w.posts = append(w.posts, post{i, p.Period})
			}
		}
	}
	w.first = append(w.first, len(w.posts))
	return w
}

// ownersOf fills lists[i] with the actor and those it belongs to by its record.
func (w *partyWalk) ownersOf(i int, lists [][]uint32) {
	if lists[i] != nil {
		return // done, or being done: a cycle
	}
	lists[i] = []uint32{uint32(i)}
	if i >= w.c.actors() {
		return
	}
	var nation, parent ID
	switch a := w.c.recs[i].(type) {
	case *Organization:
		nation, parent = a.Nation, a.Parent
	case *Official:
		nation = a.Nation
	}
	for _, id := range []ID{nation, parent} {
		if k, ok := w.c.actor(id); ok && k != i {
			w.ownersOf(k, lists)
			before := lists[i] // at most itself and a nation; lists[k] has each once
			list := slices.Grow(before, len(lists[k]))
			for _, owner := range lists[k] {
				if !slices.Contains(before, owner) {
					list = append(list, owner)
				}
			}
			lists[i] = list
		}
	}
}

// record works out the record at index i.
func (w *partyWalk) record(i int) {
	w.parties, w.affected, w.sources = w.parties[:0], w.affected[:0], w.sources[:0]
	r := w.c.recs[i]
	w.when = r.fact().When
	w.round++
	if i < w.c.actors() && r.Kind() != KindRegion {
		w.parties = w.actor(w.parties, i)
	}
	w.takePart(i, maxChain)
	w.round++
	for _, l := range w.links.row(i) {
		switch l := link(l); l.role() {
		case affected:
			w.affected = w.actor(w.affected, w.c.numberOf(l.target()))
		case citation:
			w.sources = append(w.sources, uint32(l.target()))
		}
	}
}

// takePart adds the parties of the record at index i, and of those through
// which others take part. The depth bounds the chain "an assessment of an
// assessment of …", which may run in a cycle.
func (w *partyWalk) takePart(i, depth int) {
	if depth < maxChain {
		w.work += len(w.links.row(i))
	}
	for _, l := range w.links.row(i) {
		l := link(l)
		role, target := l.role(), l.target()
		switch {
		case role != party && role != partyVia:
		case target >= len(w.c.recs):
			w.parties = w.actor(w.parties, w.c.numberOf(target))
		case target >= w.c.actors():
			if depth > 0 {
				w.takePart(target, depth-1)
			}
		case w.c.recs[target].Kind() != KindRegion:
			w.parties = w.actor(w.parties, target)
		}
	}
}

// actor adds the actor at index i and those it belongs to.
func (w *partyWalk) actor(list []uint32, i int) []uint32 {
	if w.seen[i] == w.round {
		// An actor already added as an owner is complete: only officials have
		// postings, and nothing belongs to an official.
		return list
	}
	list = w.addOwners(list, i)
	if k := i - w.c.officials(); k >= 0 && i < w.c.actors() {
		posts := w.posts[w.first[k]:w.first[k+1]]
		w.work += len(posts)
		for _, p := range posts {
			if w.seen[p.organization] != w.round && p.period.Overlaps(w.when) != edtf.CertaintyNo {
				list = w.addOwners(list, p.organization)
			}
		}
	}
	return list
}

func (w *partyWalk) addOwners(list []uint32, i int) []uint32 {
	w.work += len(w.owners.row(i)) - 1
	for _, a := range w.owners.row(i) {
		if w.seen[a] != w.round {
			w.seen[a] = w.round
			list = append(list, a)
		}
	}
	return list
}
