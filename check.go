package entente

import (
	"slices"
	"sync"
)

// A checker finds the problems of records, in the order in which they are
// given. It applies the same rules to files and to Go values.
type checker struct {
	in       *records
	base     *index         // what references may also point to, or nil
	ids      map[ID]int32   // the first of in.recs with the ID
	sources  map[ID]int32   // the first of in.sources with the ID
	taken    map[int32]bool // entries, by index in recs or ^index in sources, whose ID occurred before
	voc      map[Topic]bool // the known and the declared topics
	declared map[Topic]int  // the first of in.topics with the ID
	links    table          // the references of in.recs to entries of in and to nations without a record
	states   stateSet       // those nations
	copies   []record       // of in.recs, made as they are checked, or nil
	room     *room          // for the copies

	// baseExtra is the extra of the base, if it was not narrowed.
	baseExtra Extra
	// partial says that some of the input was not read, so a reference that does
	// not resolve may be right.
	partial bool
	// goValues says that the records did not come from JSON, so their strings may
	// hold anything.
	goValues bool
	// gone says which IDs and topics are rejected, or is nil.
	gone gone
	// ignore says that unknown members are ignored, as in data of a later format.
	ignore bool

	wrong   map[wrong]*int        // how often each ID that does not resolve is written
	meant   func() map[name]int32 // as intended, which is called once
	offered map[kindSet][]string  // by namesFor, for each kind of reference
	report  func(finding) bool    // reports whether to go on
	done    bool                  // report returned false
	where   finding               // the section, index and record being checked
	kind    Kind                  // the kind of that record, or 0
	w       walker                // the walk over it
	inValue *valueCheck           // the value of the claim being checked, or nil
	fast    *fastReader           // for the values of claims, or nil
}

// A finding is one problem that a checker reports.
type finding struct {
	section string // the member of a file in which it lies
	index   int    // the index in records: in recs for the twelve kinds
	record  ID
	at      location
	missing bool // the location is that of a missing member
	named   bool // the problem is the name of the member, not its value
	err     error
	message string
	hint    string
	first   int  // 1 + the index of the entry that has the ID already, or 0
	times   *int // how often the unresolved ID is written, or nil
}

// findings yields the problems of the records. It can be used once. After it
// has run to its end, ids and links are complete.
func (c *checker) findings(yield func(finding) bool) {
	c.report = yield
	c.check()
}

// handOver stores in the records the IDs and links that the checker found, and
// its copies. The records must be sound.
func (c *checker) handOver() {
	if c.copies != nil {
		c.in.recs = c.copies
	}
	c.in.ids, c.in.sourceIDs, c.in.links, c.in.states = c.ids, c.sources, c.links, c.states.ids
}

// check reports everything that is wrong with the records.
func (c *checker) check() {
	c.first()
	c.links = linksOf(len(c.in.recs))
	for i := range c.in.recs {
		if c.done {
			return
		}
		c.record(i)
	}
	c.across()
}

// first checks everything except the records.
func (c *checker) first() {
	c.w = walker{check: c}
	c.declare()
	c.files()
	empty := false
	for i := range c.in.coverage {
		c.where = finding{section: "coverage", index: i}
		c.in.coverage[i].walk(&c.w)
		if c.in.coverage[i].isEmpty() {
			if empty { // each costs three bytes
				c.problem("", ErrDuplicate, `an empty entry of "coverage" occurs twice`, "write it once")
			}
			empty = true
		}
	}
	for i := range c.in.topics {
		if c.done {
			return
		}
		c.where = finding{section: "topics", index: i, record: ID(c.in.topics[i].ID)}
		c.topic(i)
	}
	for i := range c.in.sources {
		if c.done {
			return
		}
		c.where = finding{section: "sources", index: i, record: c.in.sources[i].ID}
		c.source(i)
	}
}

// across checks the rules on several records together.
func (c *checker) across() {
	c.editions()
	c.cycles()
}

// files checks what each file says about itself.
func (c *checker) files() {
	c.where = finding{section: "title"}
	c.text("", c.in.title, optional)
	for i := range c.in.abouts {
		about := &c.in.abouts[i]
		c.where = finding{section: "edition", index: i}
		if e := about.edition; e != (Edition{}) {
			c.filled("version", e.Version)
		}
		c.where = finding{section: "authors", index: i}
		c.strings("", about.authors)
		c.where = finding{section: "licence", index: i}
		c.words("", noIndex, about.licence)
		c.where = finding{section: "extra", index: i}
		c.extra("", about.extra)
	}
	c.sameExtra()
}

// sameExtra checks that no key of a file's extra has another value in the base
// or in an earlier file.
func (c *checker) sameExtra() {
	if len(c.in.abouts) < 2 && len(c.baseExtra) == 0 {
		return
	}
	type said struct {
		value string
		file  int // or -1 for the base
	}
	first := make(map[string]said)
	for _, kv := range c.baseExtra {
		first[kv.Key] = said{kv.Value, -1}
	}
	for i := range c.in.abouts {
		for _, kv := range c.in.abouts[i].extra {
			was, ok := first[kv.Key]
			if !ok {
				was = said{kv.Value, i}
				first[kv.Key] = was
			}
			if kv.Value == was.value || was.file == i {
				continue
			}
			message := "key " + quote(kv.Key) + " has another value"
			if was.file < 0 {
				message += " in the base dataset"
			}
			c.where = finding{section: "extra", index: i, first: 1 + was.file}
			c.problem(at(escapePointer(kv.Key)), ErrDuplicate, message, "correct one of them, or choose another key")
		}
	}
}

// record checks one record and its references. If it is to be copied, it checks
// the copy, while that is in the cache.
func (c *checker) record(i int) {
	r := c.in.recs[i]
	if c.copies != nil {
		r = owned(r, c.room)
		c.copies[i] = r
	}
	id := r.fact().ID
	c.kind = r.Kind()
	c.where = finding{section: c.kind.section(), index: i, record: id}
	c.id(id, int32(i))
	r.walk(&c.w)
	c.claims(r.fact().Claims)
	c.rules(r)
	c.links.endRow()
}

// linksOf returns an empty table with room for the likely links of n records.
func linksOf(n int) table {
	return table{ends: make([]uint32, 0, n), vals: make([]uint32, 0, 4*n)}
}

// declare collects the IDs and topics that references may point to.
func (c *checker) declare() {
	c.ids = make(map[ID]int32, len(c.in.recs))
	c.sources = make(map[ID]int32, len(c.in.sources))
	c.taken = make(map[int32]bool)
	for i := range c.in.sources {
		n := len(c.sources)
		if c.sources[c.in.sources[i].ID] = int32(i); len(c.sources) == n {
			c.taken[int32(^i)] = true
		}
	}
	for i, r := range c.in.recs {
		n := len(c.ids)
		if c.ids[r.fact().ID] = int32(i); len(c.ids) == n {
			c.taken[int32(i)] = true
		}
	}
	if len(c.taken) > 0 { // references are to the first, not to the last
		for i, r := range slices.Backward(c.in.recs) {
			c.ids[r.fact().ID] = int32(i)
		}
		for i := range slices.Backward(c.in.sources) {
			c.sources[c.in.sources[i].ID] = int32(i)
		}
	}
	c.voc = make(map[Topic]bool)
	for _, t := range knownTopics {
		c.voc[t.ID] = true
	}
	if c.base != nil {
		for _, t := range c.base.topics {
			c.voc[t.ID] = true
		}
	}
	c.meant = sync.OnceValue(c.intended)
	c.declared = make(map[Topic]int)
	for i, t := range slices.Backward(c.in.topics) {
		c.voc[t.ID], c.declared[t.ID] = true, i
	}
}

// problem reports a problem at the location.
func (c *checker) problem(at location, err error, message, hint string) {
	f := c.where
	f.at, f.err, f.message, f.hint = at, err, message, hint
	c.add(f)
}

// missing reports that the member at the location is missing.
func (c *checker) missing(at location, err error, message, hint string) {
	f := c.where
	f.at, f.err, f.message, f.hint, f.missing = at, err, message, hint, true
	c.add(f)
}

// takenBy reports that the entry at the index first has the ID already.
func (c *checker) takenBy(first int, message, hint string) {
	c.where.first = 1 + first
	c.problem(at("id"), ErrDuplicate, message, hint)
	c.where.first = 0
}

func (c *checker) add(f finding) {
	if c.inValue != nil {
		if !c.inValue.place(&f) {
			return
		}
	}
	c.done = c.done || !c.report(f)
}
