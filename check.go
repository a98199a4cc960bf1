package entente

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// A checker looks at records and reports what is wrong with them, in the
// order in which they are given. The same rules hold for files and for Go values.
type checker struct {
	in       *records
	base     *index         // what references may reach besides; nil for nothing
	ids      map[ID]int32   // the last of in.recs with the ID, or ^ the last of in.sources
	taken    map[int32]bool // those, by index in the same way, whose ID is taken
	voc      map[Topic]bool // the known topics, and those declared
	declared map[Topic]int  // the first of in.topics with the ID
	links    table          // the references of in.recs to what is in in

	// partial says that something that could be referred to was not read, so
	// that a reference to nothing proves nothing.
	partial bool
	// goValues says that the records did not come from JSON, so that its
	// strings may hold anything.
	goValues bool
	// ignore says that the data may be of a later format.
	ignore bool

	report func(finding) bool // reports whether more are wanted
	done   bool               // no more are
	where  finding            // the section, index and record being looked at
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
}

// findings yields what is wrong with the records. It can be used once; if it ran
// to its end, ids and links hold for the records.
func (c *checker) findings(yield func(finding) bool) {
	c.report = yield
	c.check()
}

// check reports all that is wrong with the records.
func (c *checker) check() {
	visit := func(r ref) {
		if i, ok := c.reference(r); ok {
			(*linkTable)(&c.links).add(r, i)
		}
	}
	c.declare()
	c.links.ends = make([]uint32, 0, len(c.in.recs))
	c.links.vals = make([]uint32, 0, 4*len(c.in.recs))
	if c.goValues {
		c.where = finding{section: "title"}
		c.strings(reflect.ValueOf(c.in.title))
	}
	for i := range c.in.coverage {
		c.where = finding{section: "coverage", index: i}
		c.coverage(&c.in.coverage[i])
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
	for i, r := range c.in.recs {
		if c.done {
			return
		}
		f := r.fact()
		c.where = finding{section: sections[r.Kind()], index: i, record: f.ID}
		c.id(f.ID, r.Kind() == KindNation, c.taken[int32(i)])
		c.fact(f, r.Kind())
		r.check(c)
		r.refs(visit)
		c.links.endRow()
		if c.goValues {
			c.strings(reflect.ValueOf(r).Elem())
		}
	}
	c.editions()
	c.circles()
}

// declare gathers the IDs and topics that references may point at.
func (c *checker) declare() {
	c.ids = make(map[ID]int32, len(c.in.recs)+len(c.in.sources))
	c.taken = make(map[int32]bool)
	declare := func(id ID, i int32) {
		n := len(c.ids)
		if c.ids[id] = i; len(c.ids) == n {
			c.taken[i] = true
		}
	}
	for i := range c.in.sources {
		declare(c.in.sources[i].ID, int32(^i))
	}
	for i, r := range c.in.recs {
		declare(r.fact().ID, int32(i))
	}
	if len(c.taken) > 0 { // references are to the first, not to the last
		for i, r := range slices.Backward(c.in.recs) {
			c.ids[r.fact().ID] = int32(i)
		}
		for i := range slices.Backward(c.in.sources) {
			c.ids[c.in.sources[i].ID] = int32(^i)
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

func (c *checker) problem(at location, err error, message, hint string) {
	f := c.where
	f.at, f.err, f.message, f.hint = at, err, message, hint
	c.done = c.done || !c.report(f)
}

func (c *checker) missing(at location, err error, message, hint string) {
	f := c.where
	f.at, f.err, f.message, f.hint, f.missing = at, err, message, hint, true
	c.done = c.done || !c.report(f)
}

// id: the form of an ID, and that nothing else has it.
func (c *checker) id(id ID, nation, taken bool) {
	switch {
	case id == "":
		c.missing(at("id"), ErrMissing, "no ID", `write "id": "…"`)
		return
	case nation && !knownNation(string(id)):
		hint := "write the alpha-2 code of ISO 3166-1, or the four letters of ISO 3166-3 for a former state"
		if upper := strings.ToUpper(clip(string(id), 4)); knownNation(upper) {
			hint = "write " + quote(upper)
		}
		c.problem(at("id"), ErrID, "nation "+quote(string(id))+" is not in ISO 3166-1 or -3", hint)
	case !nation && !isSlug(string(id)):
		c.problem(at("id"), ErrID, quote(string(id))+" is no ID",
			"write lower-case letters, digits and single hyphens, a letter first, at most 64 bytes")
	}
	switch _, inBase := c.inBase(id); {
	case taken:
		c.problem(at("id"), ErrDuplicate, "ID "+quote(string(id))+" is that of "+c.owner(id)+" already", "IDs are unique across all kinds and sources")
	case inBase:
		c.problem(at("id"), ErrDuplicate, "ID "+quote(string(id))+" is taken in the base dataset", "refer to that record, or choose another ID")
	}
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
	i, ok := c.base.ids[id]
	return i, ok
}

func isSlug(s string) bool {
	if len(s) == 0 || len(s) > 64 || s[0] < 'a' || s[0] > 'z' || s[len(s)-1] == '-' {
		return false
	}
	for i := range len(s) {
		switch b := s[i]; {
		case b >= 'a' && b <= 'z', b >= '0' && b <= '9':
		case b == '-' && s[i-1] != '-':
		default:
			return false
		}
	}
	return true
}

// reference: every ID points at something of the right kind. It returns the
// index of what the ID points at, if that is in c.in.
func (c *checker) reference(r ref) (int32, bool) {
	if c.done {
		return 0, false
	}
	if r.id == "" {
		c.missing(r.at, ErrMissing, "no "+r.at.last(), "write the ID of "+r.to.String())
		return 0, false
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
	switch {
	case !ok && c.partial:
	case !ok && r.to.has(KindNation) && c.hasNation(ID(strings.ToLower(string(r.id)))): // that its ID is wrong is said there
	case !ok:
		c.problem(r.at, ErrReference, "nothing has the ID "+quote(string(r.id)), c.hintFor(r))
	case !r.to.has(kind) && kind == 0:
		c.problem(r.at, ErrReference, quote(string(r.id))+" is a source", "write the ID of "+r.to.String())
	case !r.to.has(kind):
		c.problem(r.at, ErrReference, quote(string(r.id))+" is "+indefinite(kind.String()), "write the ID of "+r.to.String())
	}
	return i, own
}

// hasNation reports whether there is a nation with the ID, be it valid or not.
func (c *checker) hasNation(id ID) bool {
	i, ok := c.ids[id]
	return ok && i >= 0 && c.in.recs[i].Kind() == KindNation
}

// hintFor says what a reference to nothing may be meant for.
func (c *checker) hintFor(r ref) string {
	switch {
	case r.to.has(KindNation) && knownNation(string(r.id)): // "IN" is no slip of the pen for "IR"
		return "declare it under " + quote(sections[KindNation])
	case r.to.has(KindNation) && r.id == "UK": // the code that ISO keeps free for it, and everybody tries
		return `write "GB"`
	case r.to.has(KindNation) && len(r.id) == 3 && strings.ToUpper(string(r.id)) == string(r.id): // "EST" is no slip of the pen for "ES"
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
			return "declare it under " + quote(sections[k])
		}
	}
	if r.to == toSource {
		return `declare it under "sources"`
	}
	return "declare it, or write the ID of " + r.to.String()
}

// namesFor returns the IDs of what a reference may point at, or none if there
// are so many that a hint is not worth the search.
func (c *checker) namesFor(to kindSet) (names []string) {
	const most = 2000
	base := new(index)
	if c.base != nil {
		base = c.base
	}
	if len(c.ids)+len(base.ids) > most {
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

// fact: what every record must have.
func (c *checker) fact(f *Fact, kind Kind) {
	c.enum(at("basis"), uint8(f.Basis), basisNames, "basis", true)
	c.by(f, kind)
	if len(f.Cites) == 0 {
		c.missing(at("cites"), ErrUncited, "no citation", `write "cites": [{"source": …}]`)
	}
	for i := range f.Cites {
		c.citation(atIndex("cites/*", i), &f.Cites[i])
	}
	for i := range f.Claims {
		c.claim(atIndex("claims/*", i), &f.Claims[i], kind)
	}
	for i, t := range f.Topics {
		if !c.voc[t] && !c.partial && !c.done {
			c.problem(atIndex("topics/*", i), ErrReference, "unknown topic "+quote(string(t)), c.topicHint(t))
		}
	}
	repeated(f.Topics, itself, func(i int, t Topic) {
		c.problem(atIndex("topics/*", i), ErrDuplicate, "topic "+quote(string(t))+" is there already", "leave it out")
	})
}

// by: who said it is named where the basis needs it, and only there.
func (c *checker) by(f *Fact, kind Kind) {
	switch {
	case kind == KindStatement:
		if f.By != "" {
			c.problem(at("by"), ErrValue, "a statement has its speakers", `write "speakers" instead of "by"`)
		}
		if f.Basis == BasisReported || f.Basis == BasisAssessed {
			c.problem(at("basis"), ErrValue, "a statement is attributed", `write "attributed"`)
		}
	case f.Basis == BasisAttributed && f.By == "":
		c.missing(at("by"), ErrMissing, "attributed to nobody", `write "by" with the ID of who said it`)
	case f.Basis == BasisReported && f.By != "":
		c.problem(at("by"), ErrValue, `a reported record is nobody's words`, `leave "by" out, or write "attributed" as the basis`)
	}
}

func (c *checker) citation(at location, cite *Citation) {
	for i, p := range cite.Paragraphs {
		if p < 1 {
			c.problem(at.member("paragraphs").element(i), ErrRange, "paragraph "+strconv.Itoa(p)+" is below 1", "paragraphs are counted from 1")
		}
	}
	if int(cite.Part) >= len(partNames) {
		c.enum(at.member("part"), uint8(cite.Part), partNames, "part", false)
	}
}

// claim: a claim is about a member of the record, says something, and is cited.
func (c *checker) claim(at location, claim *Claim, kind Kind) {
	members := memberNames(kind)
	switch {
	case claim.Member == "":
		c.missing(at.member("member"), ErrMissing, "a claim about nothing", `write "member" with the name of the member that it is about`)
	case !slices.Contains(members, claim.Member) && !c.ignore:
		c.problem(at.member("member"), ErrUnknownMember, indefinite(kind.String())+" has no member "+quote(claim.Member), oneOf(claim.Member, members))
	}
	if claim.Value.IsZero() {
		c.missing(at.member("value"), ErrMissing, "a claim without a value", `write "value"`)
	}
	if len(claim.Cites) == 0 {
		c.missing(at.member("cites"), ErrUncited, "a claim without a citation", `write "cites": [{"source": …}]`)
	}
	for j := range claim.Cites {
		c.citation(atIndices("claims/*/cites/*", int(at.index[0]), j), &claim.Cites[j])
	}
}

// enum: a value of an enumeration that is one of its constants.
func (c *checker) enum(at location, v uint8, names []string, what string, required bool) {
	switch {
	case v == 0 && required && !at.isElement():
		c.missing(at, ErrMissing, "no "+what, strings.Replace(oneOf("", names[1:]), "write", "write "+quote(at.last())+" with", 1))
	case v == 0 && required:
		c.problem(at, ErrMissing, "no "+what, oneOf("", names[1:]))
	case int(v) >= len(names):
		c.problem(at, ErrValue, "no such "+what+": "+strconv.Itoa(int(v)), oneOf("", names[1:]))
	}
}

// words: a text that must be there.
func (c *checker) words(at location, t Text, what string) {
	if t.IsZero() {
		c.missing(at, ErrMissing, "no "+what, "write "+quote(at.path)+`: {"en": "…"}`)
	}
}

// noneEmpty: names are not empty.
func (c *checker) noneEmpty(member string, names []string) {
	for i, s := range names {
		if strings.TrimSpace(s) == "" {
			c.problem(atIndex(member+"/*", i), ErrEmpty, "an empty name", "write it, or leave it out")
		}
	}
}

// distinct: no ID stands twice in a list.
func (c *checker) distinct(member string, ids []ID) {
	repeated(ids, itself, func(i int, id ID) {
		c.problem(atIndex(member+"/*", i), ErrDuplicate, quote(string(id))+" is there already", "leave it out")
	})
}

// atLeast: a list has so many entries.
func (c *checker) atLeast(n int, member string, have int) {
	if have >= n {
		return
	}
	message := "no " + member
	if have > 0 {
		message = "too few " + member + ", " + strconv.Itoa(have)
	}
	c.missing(at(member), ErrMissing, message, "write at least "+strconv.Itoa(n)+" under "+quote(member))
}

// notNegative: a number that counts something.
func (c *checker) notNegative(at location, what string, n int) {
	if n < 0 {
		c.problem(at, ErrRange, what+" "+strconv.Itoa(n)+" is below zero", "leave it out if it is not known")
	}
}
