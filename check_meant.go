package entente

import (
	"strings"
	"unicode/utf8"
)

// A malformed ID is reported where it is declared. A reference to what it is
// meant to be is right, and is not reported.

// intended returns what the malformed IDs of the records, sources and topics are
// most likely meant to be, each with the index of its entry. It leaves out IDs that
// are taken. If several are meant to be the same, it has the first.
func (c *checker) intended() map[name]int32 {
	meant := make(map[name]int32)
	mean := func(of, id string, ofNation bool, i int) {
		n := name{of, mendedID(id, ofNation)}
		if _, twice := meant[n]; n.id != "" && n.id != id && !twice && !c.has(n) {
			meant[n] = int32(i)
		}
	}
	for i, r := range c.in.recs {
		mean("", string(r.fact().ID), r.Kind() == KindNation, i)
	}
	for i := range c.in.sources {
		mean("sources", string(c.in.sources[i].ID), false, i)
	}
	for i := range c.in.topics {
		mean("topics", string(c.in.topics[i].ID), false, i)
	}
	return meant
}

// has reports whether something has the name, in the records or the base.
func (c *checker) has(n name) bool {
	switch n.of {
	case "topics":
		return c.voc[Topic(n.id)]
	case "sources":
		return c.find(ref{id: ID(n.id), to: toSource}).ok
	}
	return c.find(ref{id: ID(n.id), to: toRecord}).ok
}

// isMeant reports whether a malformed ID is meant to be that of the reference.
func (c *checker) isMeant(r ref) bool {
	i, ok := c.meant()[r.name()]
	return ok && (r.to == toSource || r.to.has(c.in.recs[i].Kind()))
}

// means reports whether the malformed ID of the entry at the index is meant to be
// n, and may be.
func (c *checker) means(n name, i int32) bool {
	first, ok := c.meant()[n]
	return ok && first == i
}

// idHint says how to write the malformed ID of the entry at the index. It gives
// the ID itself if that is not taken.
func (c *checker) idHint(of, id string, i int32) string {
	slug := slugOf(id)
	if !c.means(name{of, slug}, i) {
		return slugHint
	}
	hint := "write " + quote(slug)
	if strings.ContainsFunc(id, func(c rune) bool { return c >= utf8.RuneSelf }) { // which looks the same
		hint += ", all in Latin letters"
	}
	return hint
}
