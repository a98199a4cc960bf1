package entente

import (
	"strings"

	"github.com/entente-go/entente/nation"
)

// link: every ID points at something of the right kind. What a record points at
// is remembered as a link.
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
	i, own := c.ids[r.id]
	ok, kind := own, Kind(0)
	switch {
	case own && i >= 0:
		kind = c.in.recs[i].Kind()
	case !own:
		if i, ok = c.inBase(r.id); ok && i >= 0 {
			kind = c.base.recs[i].Kind()
		}
	}
	if own && c.kind != 0 {
		(*linkTable)(&c.links).add(r, i)
	}
	if ok && r.to.has(kind) {
		return
	}
	if !ok && (c.partial || r.to.has(KindNation) && c.hasNation(ID(strings.ToLower(string(r.id))))) {
		return // it may be in what was not read, or the nation is reported for its ID
	}
	at, message, hint := c.at(member, index), quote(string(r.id))+" is a source", "write the ID of "+r.to.String()
	switch {
	case !ok:
		message, hint = "nothing has the ID "+quote(string(r.id)), c.hintFor(r)
	case kind != 0:
		message = quote(string(r.id)) + " is " + indefinite(kind.String())
	}
	c.problem(at, ErrReference, message, hint)
}

// hasNation reports whether there is a nation with the ID, be it valid or not.
func (c *checker) hasNation(id ID) bool {
	i, ok := c.ids[id]
	return ok && i >= 0 && c.in.recs[i].Kind() == KindNation
}

// hintFor says what a reference to nothing may be meant for.
func (c *checker) hintFor(r ref) string {
	switch {
	case r.to.has(KindNation) && nation.Valid(nation.ID(r.id)): // "IN" is not a typo for "IR"
		return "declare it under " + quote(KindNation.section())
	case r.to.has(KindNation) && r.id == "UK": // which everybody tries, and ISO keeps free
		return `write "GB"`
	case r.to.has(KindNation) && len(r.id) == 3 && strings.ToUpper(string(r.id)) == string(r.id):
		// "EST" is not a typo for "ES".
		return `write the nation's ISO 3166 code of two letters, such as "FR"`
	case r.to.has(KindNation) && r.id[0] >= 'A' && r.id[0] <= 'Z' && len(r.id) > 4: // no ID begins so
		return `of a nation write the ISO 3166 code, such as "FR"; LookupNation finds it by name`
	}
	if n := closest(string(r.id), c.namesFor(r.to)); n != "" {
		return "did you mean " + quote(n) + "?"
	}
	if r.to == toNation {
		return "write a code of ISO 3166"
	}
	for k := KindNation; k < kindEnd; k++ {
		if r.to == kinds(k) {
			return "declare it under " + quote(k.section())
		}
	}
	if r.to == toSource {
		return `declare it under "sources"`
	}
	return "declare it, or write the ID of " + r.to.String()
}

// namesFor returns the IDs that a reference may be, unless there are so many
// that a hint is not worth the search.
func (c *checker) namesFor(to kindSet) (names []string) {
	const most = 2000
	base := new(index)
	if c.base != nil {
		base = c.base
	}
	if len(c.ids)+len(base.ids)+len(base.sourceIDs) > most {
		return nil
	}
	for _, recs := range [][]record{c.in.recs, base.recs} {
		for _, r := range recs {
			if to.has(r.Kind()) {
				names = append(names, string(r.fact().ID))
			}
		}
	}
	for _, sources := range [][]Source{c.in.sources, base.sources} {
		for i := range sources {
			if to == toSource {
				names = append(names, string(sources[i].ID))
			}
		}
	}
	return names
}

// owner says what sort of thing has the ID first.
func (c *checker) owner(id ID) string {
	if i := c.ids[id]; i >= 0 {
		return indefinite(c.in.recs[i].Kind().String())
	}
	return "a source"
}

func (c *checker) inBase(id ID) (int32, bool) {
	if c.base == nil {
		return 0, false
	}
	if i, ok := c.base.ids[id]; ok {
		return i, ok
	}
	i, ok := c.base.sourceIDs[id]
	return ^i, ok
}
