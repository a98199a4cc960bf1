package entente

import (
	"sort"

	"github.com/entente-go/entente/nation"
)

// A stateSet numbers the nations without a record that records refer to, in
// order of appearance.
type stateSet struct {
	ids    []ID
	number map[ID]int32
}

// add returns the number of the nation that a reference names, if it may name
// one.
func (s *stateSet) add(r ref) (int32, bool) {
	if !r.to.has(KindNation) || !nation.Valid(nation.ID(r.id)) {
		return 0, false
	}
	k, ok := s.number[r.id]
	if !ok {
		if s.number == nil {
			s.number = make(map[ID]int32)
		}
		k = int32(len(s.ids))
		s.ids = append(s.ids, r.id)
		s.number[r.id] = k
	}
	return k, true
}

// takeStates takes over the nations in the order of their IDs, and renumbers the
// links to them, whose targets are beyond those of records.
func (c *index) takeStates(ids []ID, links table) {
	if len(ids) == 0 {
		return
	}
	old := make(map[ID]int, len(ids))
	for k, id := range ids {
		old[id] = k
	}
	c.states = append(c.states, ids...)
	sort.Slice(c.states, func(i, j int) bool { return c.states[i] < c.states[j] })
	renumbered := make([]int, len(ids))
	for k, id := range c.states {
		renumbered[old[id]] = k
	}
	for i, v := range links.vals {
		l := link(v)
		if k := l.target() - len(c.recs); l.role() != citation && k >= 0 {
			links.vals[i] = uint32(newLink(len(c.recs)+renumbered[k], l.role()))
		}
	}
}

// state returns the index in states of a nation.
func (c *index) state(id ID) (int, bool) {
	k := sort.Search(len(c.states), func(k int) bool { return c.states[k] >= id })
	return k, k < len(c.states) && c.states[k] == id
}

// Actors have numbers: those with a record have their index in recs, and the
// nations in states follow, from actors() on.

// actor returns the number of an actor or region.
func (c *index) actor(id ID) (int, bool) {
	if i, ok := c.ids[id]; ok {
		return int(i), int(i) < c.actors()
	}
	k, ok := c.state(id)
	return c.actors() + k, ok
}

// actorID returns the ID of an actor or region.
func (c *index) actorID(a int) ID {
	if a < c.actors() {
		return c.recs[a].fact().ID
	}
	return c.states[a-c.actors()]
}

// isDyadic reports whether the actor is a nation or bloc.
func (c *index) isDyadic(a int) bool { return a < c.dyadic() || a >= c.actors() }

// allActors is the number of actors and regions, with a record or without.
func (c *index) allActors() int { return c.actors() + len(c.states) }

// numberOf returns the number of the actor that a link leads to.
func (c *index) numberOf(target int) int {
	if target < len(c.recs) {
		return target
	}
	return c.actors() + target - len(c.recs)
}
