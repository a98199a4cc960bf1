package entente

import "slices"

// A checker finds the problems of records, in the order in which they are given.
// The same rules hold for files and for Go values.
type checker struct {
	in       *records
	base     *index         // what references may reach besides; nil for nothing
	ids      map[ID]int32   // the first of in.recs with the ID
	sources  map[ID]int32   // the first of in.sources with the ID
	taken    map[int32]bool // those, by index in recs or ^index in sources, whose ID an earlier one has
	voc      map[Topic]bool // the known topics, and those declared
	declared map[Topic]int  // the first of in.topics with the ID
	links    table          // the references of in.recs to what is in in, and to nations alone
	states   stateSet       // those nations

	// partial says that something that could be referred to was not read, so
	// that a reference to nothing proves nothing.
	partial bool
	// goValues says that the records did not come from JSON, so that its
	// strings may hold anything.
	goValues bool
	// gone says which IDs and topics are rejected, or is nil.
	gone gone
	// ignore says that the data may be of a later format.
	ignore bool

	wrong   map[wrong]*int     // how often each ID is written that nothing has
	report  func(finding) bool // reports whether more are wanted
	done    bool               // no more are
	where   finding            // the section, index and record being looked at
	kind    Kind               // the kind of that record, or 0
	w       walker             // the walk over it
	inValue *valueCheck        // the value of a claim being looked at, or nil
	fast    *fastReader        // for the values of claims, or nil
}

// A finding is what a checker reports.
type finding struct {
	section string // the member of a file in which it lies
	index   int    // the index in records: in recs for the twelve kinds
	record  ID
	at      location
	missing bool // the location is that of a member that is not there
	err     error
	message string
	hint    string
	first   int  // 1 + the index of the entry that has the ID already, or 0
	times   *int // how often the ID is written that nothing has, or nil
}

// findings yields the problems of the records. It can be used once; if it ran
// to its end, ids and links hold for the records.
func (c *checker) findings(yield func(finding) bool) {
	c.report = yield
	c.check()
}

// handOver gives the records what the checker learnt of them. It found nothing
// wrong.
func (c *checker) handOver() {
	c.in.ids, c.in.sourceIDs, c.in.links, c.in.states = c.ids, c.sources, c.links, c.states.ids
}

// check reports all that is wrong with the records.
func (c *checker) check() {
	c.first()
	c.links = linksOf(len(c.in.recs))
	for i, r := range c.in.recs {
		if c.done {
			return
		}
		c.record(i, r)
	}
	c.across()
}

// first looks at all but the records.
func (c *checker) first() {
	c.w = walker{check: c}
	c.declare()
	c.file()
	empty := false
	for i := range c.in.coverage {
		c.where = finding{section: "coverage", index: i}
		c.in.coverage[i].walk(&c.w)
		if c.in.coverage[i].isEmpty() {
			if empty { // each costs three bytes
				c.problem("", ErrDuplicate, "a line of coverage that names nothing occurs twice", "write it once")
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

// across: what holds for records together.
func (c *checker) across() {
	c.editions()
	c.cycles()
}

// file: what the file says of itself.
func (c *checker) file() {
	about := &c.in.about
	c.where = finding{section: "title"}
	c.text("", c.in.title, optional)
	c.where = finding{section: "edition"}
	if e := about.edition; e != (Edition{}) {
		c.filled("version", e.Version)
	}
	c.where = finding{section: "authors"}
	c.strings("", about.authors)
	c.where = finding{section: "licence"}
	c.words("", noIndex, about.licence)
	c.where = finding{section: "extra"}
	c.extra("", about.extra)
}

// record: what holds for a record by itself and for what it refers to.
func (c *checker) record(i int, r record) {
	id := r.fact().ID
	c.kind = r.Kind()
	c.where = finding{section: c.kind.section(), index: i, record: id}
	c.id(id, c.kind == KindNation, c.taken[int32(i)])
	r.walk(&c.w)
	c.claims(r.fact().Claims)
	c.rules(r)
	c.links.endRow()
}

// linksOf returns an empty table with room for the links that n records likely
// have.
func linksOf(n int) table {
	return table{ends: make([]uint32, 0, n), vals: make([]uint32, 0, 4*n)}
}

// declare gathers the IDs and topics that references may point at.
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

// missing reports that there is nothing at the location.
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
		var inside bool
		if f.at, inside = c.inValue.place(f.at); !inside {
			return
		}
	}
	c.done = c.done || !c.report(f)
}
