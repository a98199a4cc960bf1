package entente

import (
	"strings"

	"github.com/entente-go/entente/nation"
)

// link checks that an ID points to something of the right kind, and stores the
// reference of a record as a link.
func (c *checker) link(member string, index int, r ref) {
	if c.done {
		return
	}
	if r.id == "" {
		what := member
		if index != noIndex {
			what = "ID"
		}
		c.missing(c.at(member, index), ErrMissing, "no "+what, "write the ID of "+r.to.String())
		return
	}
	if c.gone.has(r) {
		c.rejected(member, index, string(r.id))
		return
	}
	t := c.find(r)
	if c.inValue != nil {
		r.role = noParty
	}
	switch {
	case t.own && c.kind != 0:
		(*linkTable)(&c.links).add(r, t.index)
	case !t.ok:
		if c.kind == 0 && r.to.has(KindNation) && nation.Valid(nation.ID(r.id)) {
			return
		}
		if k, ok := c.states.add(r); ok {
			(*linkTable)(&c.links).add(r, int32(len(c.in.recs))+k)
			return
		}
	}
	if t.ok && r.to.has(t.kind) {
		return
	}
	if !t.ok && (c.partial || c.isMeant(r)) {
		return // it may be in the part that was not read, or the ID is reported where it is declared
	}
	var times *int
	if !t.ok {
		if times = c.timesOf(r.name()); *times > 1 {
			return
		}
	}
	at, message, hint := c.at(member, index), unknownID(r), "write the ID of "+r.to.String()
	switch other := c.find(ref{id: r.id, to: toSource ^ r.to&toSource}); {
	case t.ok:
		message = quote(string(r.id)) + " is " + indefinite(t.kind.String())
	case other.ok && other.kind != 0:
		message = quote(string(r.id)) + " is " + indefinite(other.kind.String())
	case other.ok:
		message = quote(string(r.id)) + " is a source"
	case nation.Valid(nation.ID(r.id)):
		message = quote(string(r.id)) + " is a nation"
	default:
		hint = c.hintFor(r)
	}
	c.where.times = times
	c.problem(at, ErrReference, message, hint)
	c.where.times = nil
}

// unknownID says that nothing to which the reference may point has its ID.
func unknownID(r ref) string {
	what := "record or nation"
	if r.to&(r.to-1) == 0 { // one kind
		_, what, _ = strings.Cut(r.to.String(), " ")
	}
	return "no " + what + " has the ID " + quote(string(r.id))
}

// timesOf counts a reference to a name that does not resolve, and returns the
// count for the name. A wrong ID is one problem, however often it is written; with
// Reject, it is one problem for each entry.
func (c *checker) timesOf(n name) *int {
	w := wrong{name: n}
	if c.gone != nil {
		w.section, w.index = c.where.section, c.where.index
	}
	if c.wrong == nil {
		c.wrong = make(map[wrong]*int)
	}
	if c.wrong[w] == nil {
		c.wrong[w] = new(int)
	}
	*c.wrong[w]++
	return c.wrong[w]
}

// A wrong is an ID or a topic that does not resolve. The section and index are set
// if each entry counts separately.
type wrong struct {
	name
	section string
	index   int
}

// rejected reports a reference to a rejected entry.
func (c *checker) rejected(member string, index int, id string) {
	c.problem(c.at(member, index), ErrRejected, quote(id)+" was rejected", "correct that entry first")
}

// A target is what a reference points to.
type target struct {
	ok    bool  // the reference resolves
	own   bool  // the target is in in, not in the base
	index int32 // in recs, or ^ that in sources
	kind  Kind  // of the record; 0 for a source
}

// find looks up the target of a reference.
func (c *checker) find(r ref) (t target) {
	if r.to == toSource {
		i, own := c.sources[r.id]
		return target{ok: own || c.sourceInBase(r.id), own: own, index: ^i}
	}
	if t.index, t.own = c.ids[r.id]; t.own {
		t.ok, t.kind = true, c.in.recs[t.index].Kind()
	} else if i, ok := c.inBase(r.id); ok {
		t.ok, t.kind = true, c.base.recs[i].Kind()
	}
	return t
}

// hintFor suggests what a reference that does not resolve may mean.
func (c *checker) hintFor(r ref) string {
	if r.to.has(KindNation) {
		if hint, _ := nationHint(string(r.id)); hint != "" {
			return hint
		}
	}
	switch {
	case r.to.has(KindNation) && isOwnNation(string(r.id)):
		return `declare it under "nations" with a name, or write the ISO 3166 code, such as "FR"`
	case r.to.has(KindNation) && r.id[0] >= 'A' && r.id[0] <= 'Z' && len(r.id) > 2: // no other ID has this prefix
		return `for a nation, write the ISO 3166 code, such as "FR"; nation.Lookup finds it by name`
	}
	if n := closest(string(r.id), c.namesFor(r.to)); n != "" {
		return "did you mean " + quote(n) + "?"
	}
	if r.to == toNation {
		return "write an ISO 3166 code"
	}
	section := ""
	if r.to == toSource {
		section = "sources"
	}
	for k := KindNation; k < kindEnd; k++ {
		if r.to == kinds(k) {
			section = k.section()
		}
	}
	switch id := slugOf(string(r.id)); {
	case section == "" && id == string(r.id):
		return "declare it, or write the ID of " + r.to.String()
	case section == "", id == "":
		return "write the ID of " + r.to.String()
	}
	return declareHint(section, string(r.id))
}

// declareHint says where to declare an ID, and how to write it if it is malformed.
func declareHint(section, id string) string {
	hint := "declare it under " + quote(section)
	switch slug := slugOf(id); slug {
	case id:
		return hint
	case "":
		return hint + ", as a slug"
	default:
		return hint + ", as " + quote(slug)
	}
}

// namesFor returns the IDs that a reference may point to, or none if there are
// too many to search. For a malformed ID it returns what that is meant to be.
func (c *checker) namesFor(to kindSet) []string {
	names, ok := c.offered[to]
	if !ok {
		names = c.collectNames(to)
		if c.offered == nil {
			c.offered = make(map[kindSet][]string)
		}
		c.offered[to] = names
	}
	return names
}

func (c *checker) collectNames(to kindSet) (names []string) {
	const most = 2000
	base := new(index)
	if c.base != nil {
		base = c.base
	}
	if len(c.ids)+len(c.sources)+len(base.ids)+len(base.sourceIDs) > most {
		return nil
	}
	for _, recs := range [][]record{c.in.recs, base.recs} {
		for _, r := range recs {
			if to.has(r.Kind()) {
				names = appendMended(names, string(r.fact().ID), r.Kind() == KindNation)
			}
		}
	}
	for _, sources := range [][]Source{c.in.sources, base.sources} {
		for i := range sources {
			if to == toSource {
				names = appendMended(names, string(sources[i].ID), false)
			}
		}
	}
	return names
}

// inBase returns the index in the base of the record with the ID.
func (c *checker) inBase(id ID) (int32, bool) {
	if c.base == nil {
		return 0, false
	}
	i, ok := c.base.ids[id]
	return i, ok
}

func (c *checker) sourceInBase(id ID) bool {
	if c.base == nil {
		return false
	}
	_, ok := c.base.sourceIDs[id]
	return ok
}
