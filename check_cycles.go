package entente

import (
	"slices"
	"strconv"
)

// cycles checks that no chain of references returns to its start or is too
// long.
func (c *checker) cycles() {
	c.chains("", len(c.in.recs), func(i int) (id ID, member string, to ID) {
		if c.taken[int32(i)] {
			return
		}
		member, to = chain(c.in.recs[i])
		return c.in.recs[i].fact().ID, member, to
	})
	c.chains("sources", len(c.in.sources), func(i int) (id ID, member string, to ID) {
		if c.taken[int32(^i)] {
			return
		}
		return c.in.sources[i].ID, "reprints", c.in.sources[i].Reprints
	})
	c.chains("topics", len(c.in.topics), func(i int) (id ID, member string, to ID) {
		t := &c.in.topics[i]
		if c.declared[t.ID] != i {
			return
		}
		return ID(t.ID), "broader", ID(t.Broader)
	})
}

// chains checks the chains that the n elements of a section form; "" is that of
// records, which depends on their kind. The function returns the ID of an element
// and its reference to another, which may be empty.
func (c *checker) chains(section string, n int, at func(i int) (id ID, member string, to ID)) {
	next := make(map[ID]ID)
	for i := range n {
		if id, _, to := at(i); to != "" {
			next[id] = to
		}
	}
	if len(next) == 0 {
		return
	}
	if c.base != nil {
		c.base.chains(section, next)
	}
	links := follow(next)
	for i := range n {
		id, member, to := at(i)
		if to == "" {
			continue
		}
		c.where = finding{section: section, index: i, record: id}
		if section == "" {
			c.where.section = c.in.recs[i].Kind().section()
		}
		c.cycle(member, string(id), links[id])
	}
}

// chains adds the references through which the entries of a section form chains.
func (c *index) chains(section string, next map[ID]ID) {
	add := func(id, to ID) {
		if to != "" {
			next[id] = to
		}
	}
	switch section {
	case "sources":
		for i := range c.sources {
			add(c.sources[i].ID, c.sources[i].Reprints)
		}
	case "topics":
		for i := range c.topics {
			add(ID(c.topics[i].ID), ID(c.topics[i].Broader))
		}
	default:
		for _, r := range c.recs {
			_, to := chain(r)
			add(r.fact().ID, to)
		}
	}
}

// maxChain is the maximum length of a chain of references. It bounds the work,
// since the rest of the chain is followed for each record.
const maxChain = 100

// cycle reports a chain of that many links if it is a cycle or too long.
func (c *checker) cycle(member, id string, links int) {
	switch links {
	case endless:
		c.problem(at(member), ErrCycle, quote(id)+" refers back to itself through "+quote(member),
			"leave out one of the references in the cycle")
	case maxChain + 1: // in a longer chain, only the first record too far from the end is reported
		c.problem(at(member), ErrLimit,
			"a chain of more than "+strconv.Itoa(maxChain)+" references through "+quote(member), "make it shorter")
	}
}

// endless is the number of links given for a chain that returns to its key.
const endless = -1

// follow returns the number of links from each key of next to the end of its
// chain. For a key in a cycle it is endless; for a key that leads into a cycle,
// it counts the links up to the cycle.
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
