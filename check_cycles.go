package entente

import (
	"slices"
	"strconv"
)

// cycles: no chain of references comes back to where it began, or is too long.
func (c *checker) cycles() {
	c.chains(len(c.in.recs), func(i int) (finding, string, ID) {
		r := c.in.recs[i]
		member, to := chain(r)
		if to == "" || c.taken[int32(i)] {
			return finding{}, "", ""
		}
		return finding{section: r.Kind().section(), index: i, record: r.fact().ID}, member, to
	})
	c.chains(len(c.in.sources), func(i int) (finding, string, ID) {
		s := &c.in.sources[i]
		if s.Reprints == "" || c.taken[int32(^i)] {
			return finding{}, "", ""
		}
		return finding{section: "sources", index: i, record: s.ID}, "reprints", s.Reprints
	})
	c.chains(len(c.in.topics), func(i int) (finding, string, ID) {
		t := &c.in.topics[i]
		if t.Broader == "" || c.declared[t.ID] != i {
			return finding{}, "", ""
		}
		return finding{section: "topics", index: i, record: ID(t.ID)}, "broader", ID(t.Broader)
	})
}

// chains checks the chains that n things form. The function returns where one is
// and its reference to the next, or no reference.
func (c *checker) chains(n int, at func(i int) (where finding, member string, to ID)) {
	next := make(map[ID]ID)
	for i := range n {
		if where, _, to := at(i); to != "" {
			next[where.record] = to
		}
	}
	links := follow(next)
	for i := range n {
		if where, member, to := at(i); to != "" {
			c.where = where
			c.cycle(member, string(where.record), links[where.record])
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
func follow(next map[ID]ID) map[ID]int {
	const underWay = -2
	links := make(map[ID]int, len(next))
	var path []ID
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
