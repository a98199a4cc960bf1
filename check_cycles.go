package entente

import (
	"slices"
	"strconv"
)

// cycles: no chain of references comes back to where it began, or is too long.
func (c *checker) cycles() {
	next := make(map[ID]ID)
	for i, r := range c.in.recs {
		if _, to := chain(r); to != "" && !c.taken[int32(i)] {
			next[r.fact().ID] = to
		}
	}
	chains := follow(next)
	for i, r := range c.in.recs {
		if member, to := chain(r); to != "" && !c.taken[int32(i)] {
			c.where = finding{section: r.Kind().section(), index: i, record: r.fact().ID}
			c.cycle(member, string(r.fact().ID), chains[r.fact().ID])
		}
	}
	reprints := make(map[ID]ID)
	for i := range c.in.sources {
		if s := &c.in.sources[i]; s.Reprints != "" && !c.taken[int32(^i)] {
			reprints[s.ID] = s.Reprints
		}
	}
	chains = follow(reprints)
	for i := range c.in.sources {
		if id := c.in.sources[i].ID; !c.taken[int32(^i)] {
			c.where = finding{section: "sources", index: i, record: id}
			c.cycle("reprints", string(id), chains[id])
		}
	}
	broader := make(map[Topic]Topic)
	for i, t := range c.in.topics {
		if t.Broader != "" && c.declared[t.ID] == i {
			broader[t.ID] = t.Broader
		}
	}
	topics := follow(broader)
	for i, t := range c.in.topics {
		if c.declared[t.ID] == i {
			c.where = finding{section: "topics", index: i, record: ID(t.ID)}
			c.cycle("broader", string(t.ID), topics[t.ID])
		}
	}
}

// maxChain is how long a chain of references may be: what follows a record in
// its chain is looked at for each record.
const maxChain = 100

// cycle: a chain of so many links that begins at a record.
func (c *checker) cycle(member, id string, links int) {
	switch links {
	case endless:
		c.problem(at(member), ErrCycle, quote(id)+" comes back to itself through "+quote(member),
			"leave out one of the references in the cycle")
	case maxChain + 1: // of a longer chain this is the first that is too far
		c.problem(at(member), ErrLimit,
			"a chain of more than "+strconv.Itoa(maxChain)+" records through "+quote(member), "make it shorter")
	}
}

// endless is the number of links of a chain that comes back to its key.
const endless = -1

// follow returns how many links there are from each key of next to the end of
// its chain: endless for those from which it leads back to the key itself,
// and for those that only lead into a cycle the links up to there.
func follow[K comparable](next map[K]K) map[K]int {
	const underWay = -2
	links := make(map[K]int, len(next))
	var path []K
	for k := range next {
		path = path[:0]
		for links[k] == 0 {
			if _, ok := next[k]; !ok {
				break
			}
			links[k] = underWay
			path = append(path, k)
			k = next[k]
		}
		if links[k] == underWay {
			for links[k] == underWay {
				links[k] = endless
				k = next[k]
			}
		}
		for _, k := range slices.Backward(path) {
			if links[k] == underWay {
				links[k] = max(links[next[k]], 0) + 1
			}
		}
	}
	return links
}

// chain returns the reference of a record through which a chain can form.
func chain(r record) (member string, to ID) {
	switch r := r.(type) {
	case *Organization:
		return "parent", r.Parent
	case *Agreement:
		return "under", r.Under
	case *Assessment:
		return "about", r.About
	}
	return "", ""
}
