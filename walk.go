package entente

import (
	"strconv"
	"strings"
)

// A kindSet is a set of the kinds that a reference may point at.
type kindSet uint16

func kinds(ks ...Kind) (s kindSet) {
	for _, k := range ks {
		s |= 1 << k
	}
	return s
}

func (s kindSet) has(k Kind) bool { return s&(1<<k) != 0 }

const (
	toNation       kindSet = 1 << KindNation
	toOrganization kindSet = 1 << KindOrganization
	toOfficial     kindSet = 1 << KindOfficial
	toBody                 = toNation | toOrganization | 1<<KindBloc
	toActor                = toBody | toOfficial
	toAffected             = toActor | 1<<KindRegion
	toRecord       kindSet = 1<<kindEnd - 2
	toSource       kindSet = 1
)

// A refRole is what a reference means for the parties of a record.
type refRole uint8

const (
	noParty  refRole = iota // says nothing about who takes part
	party                   // names a party
	partyVia                // names a record whose parties take part
	affected                // names who is affected
)

// A ref is one reference of a record to another, or to a source.
type ref struct {
	at   location
	id   ID
	to   kindSet
	role refRole
}

// A location is a place in a record: the names of members and, for each *
// among them, the index of an element. It costs no allocation, so that a walk
// over a sound record is free of it.
type location struct {
	path  string // such as "claims/*/cites/*/source"
	index [3]int32
}

func at(path string) location { return location{path: path} }

func atIndex(path string, i int) location {
	return location{path: path, index: [3]int32{int32(i)}}
}

func atIndices(path string, i, j int) location {
	return location{path: path, index: [3]int32{int32(i), int32(j)}}
}

// member returns the location of a member of what is at l. It allocates, and
// is for those who have something to report.
func (l location) member(name string) location {
	if l.path != "" {
		name = l.path + "/" + name
	}
	l.path = name
	return l
}

// element returns the location of an element of the array at l; see member.
func (l location) element(i int) location {
	l.index[strings.Count(l.path, "*")] = int32(i)
	l.path += "/*"
	return l
}

// isElement reports whether l is that of an element of an array.
func (l location) isElement() bool { return strings.HasSuffix(l.path, "*") }

// last says what is missing at the location: the member with its name, or what
// an entry of an array should have held.
func (l location) last() string {
	if l.isElement() {
		return "ID"
	}
	return l.path[strings.LastIndexByte(l.path, '/')+1:]
}

// pointer returns the location as a JSON pointer relative to the record.
func (l location) pointer() string {
	if l.path == "" {
		return ""
	}
	s, rest := "/", l.path
	for _, i := range l.index {
		before, after, found := strings.Cut(rest, "*")
		s += before
		if rest = after; !found {
			break
		}
		s += strconv.Itoa(int(i))
	}
	return s + rest
}

// A record is a [Record] as the package keeps it: a pointer into a corpus.
type record interface {
	Record
	fact() *Fact
	// refs visits every reference of the record, except empty optional ones.
	refs(visit func(ref))
	// value returns the record as a value that shares no memory with it.
	value() Record
	// check reports what is wrong with the record in itself.
	check(c *checker)
	// names visits every name by which the record can be found.
	names(visit func(string))
}

var (
	_ record = (*Nation)(nil)
	_ record = (*Bloc)(nil)
	_ record = (*Region)(nil)
	_ record = (*Organization)(nil)
	_ record = (*Official)(nil)
	_ record = (*Partnership)(nil)
	_ record = (*Agreement)(nil)
	_ record = (*Series)(nil)
	_ record = (*Exercise)(nil)
	_ record = (*Meeting)(nil)
	_ record = (*Statement)(nil)
	_ record = (*Assessment)(nil)
)

func (f *Fact) refs(visit func(ref)) {
	visitID(visit, at("by"), f.By, toActor, noParty)
	for i := range f.Cites {
		visit(ref{at: atIndex("cites/*/source", i), id: f.Cites[i].Source, to: toSource})
	}
	for i := range f.Claims {
		visitCites(visit, "claims/*/cites/*/source", i, f.Claims[i].Cites)
	}
}

// visitID visits a reference that may be left out.
func visitID(visit func(ref), at location, id ID, to kindSet, role refRole) {
	if id != "" {
		visit(ref{at, id, to, role})
	}
}

func visitIDs(visit func(ref), path string, ids []ID, to kindSet, role refRole) {
	for i, id := range ids {
		visit(ref{atIndex(path, i), id, to, role})
	}
}

func visitCites(visit func(ref), path string, i int, cites []Citation) {
	for j := range cites {
		visit(ref{at: atIndices(path, i, j), id: cites[j].Source, to: toSource})
	}
}

func visitPlace(visit func(ref), facility, nation string, p *Place) {
	visitID(visit, at(facility), p.Facility, toOrganization, noParty)
	visitID(visit, at(nation), p.Nation, toNation, noParty)
}

func (n *Nation) refs(visit func(ref)) { n.Fact.refs(visit) }

func (b *Bloc) refs(visit func(ref)) {
	b.Fact.refs(visit)
	visitIDs(visit, "members/*", b.Members, toNation, noParty)
}

func (r *Region) refs(visit func(ref)) { r.Fact.refs(visit) }

func (o *Organization) refs(visit func(ref)) {
	o.Fact.refs(visit)
	visitID(visit, at("nation"), o.Nation, toNation, noParty)
	visitID(visit, at("parent"), o.Parent, toOrganization, noParty)
}

func (o *Official) refs(visit func(ref)) {
	o.Fact.refs(visit)
	visitID(visit, at("nation"), o.Nation, toNation, noParty)
	for i := range o.Postings {
		p := &o.Postings[i]
		visitID(visit, atIndex("postings/*/organization", i), p.Organization, toOrganization, noParty)
		visitCites(visit, "postings/*/cites/*/source", i, p.Cites)
	}
}

func (p *Partnership) refs(visit func(ref)) {
	p.Fact.refs(visit)
	visitIDs(visit, "parties/*", p.Parties, toBody, party)
}

func (a *Agreement) refs(visit func(ref)) {
	a.Fact.refs(visit)
	visitIDs(visit, "parties/*", a.Parties, toBody, party)
	visitIDs(visit, "signatories/*", a.Signatories, toOfficial, party)
	visitPlace(visit, "place/facility", "place/nation", &a.Place)
	visitID(visit, at("partnership"), a.Partnership, kinds(KindPartnership), noParty)
	visitID(visit, at("under"), a.Under, kinds(KindAgreement), noParty)
}

func (s *Series) refs(visit func(ref)) {
	s.Fact.refs(visit)
	visitIDs(visit, "parties/*", s.Parties, toBody, party)
}

func (e *Exercise) refs(visit func(ref)) {
	e.Fact.refs(visit)
	visitID(visit, at("series"), e.Series, kinds(KindSeries), noParty)
	visitPlace(visit, "place/facility", "place/nation", &e.Place)
	for i := range e.Contingents {
		c := &e.Contingents[i]
		visitID(visit, atIndex("contingents/*/nation", i), c.Nation, toNation, party)
		visitID(visit, atIndex("contingents/*/organization", i), c.Organization, toOrganization, party)
	}
}

func (m *Meeting) refs(visit func(ref)) {
	m.Fact.refs(visit)
	for i := range m.Attendees {
		a := &m.Attendees[i]
		visit(ref{atIndex("attendees/*/actor", i), a.Actor, toActor, party})
		visitID(visit, atIndex("attendees/*/for", i), a.For, toBody, party)
	}
	visitPlace(visit, "place/facility", "place/nation", &m.Place)
	visitID(visit, at("auspices"), m.Auspices, toActor, party)
}

func (s *Statement) refs(visit func(ref)) {
	s.Fact.refs(visit)
	visitIDs(visit, "speakers/*", s.Speakers, toActor, party)
	visitID(visit, at("for"), s.For, toBody, party)
	visitIDs(visit, "to/*", s.To, toActor, party)
	visitID(visit, at("meeting"), s.Meeting, kinds(KindMeeting), partyVia)
}

func (a *Assessment) refs(visit func(ref)) {
	a.Fact.refs(visit)
	visitID(visit, at("about"), a.About, toRecord, partyVia)
	visitIDs(visit, "affects/*", a.Affects, toAffected, affected)
}

func (f *Fact) names(visit func(string)) { visit(string(f.ID)) }

func visitNames(visit func(string), name Text, more ...string) {
	for _, words := range name.phrases {
		visit(words)
	}
	for _, alias := range more {
		visit(alias)
	}
}

func (n *Nation) names(visit func(string)) {
	n.Fact.names(visit)
	visitNames(visit, n.Name, n.Aliases...)
}

func (b *Bloc) names(visit func(string)) {
	b.Fact.names(visit)
	visitNames(visit, b.Name, b.Aliases...)
	visit(b.Abbreviation)
}

func (r *Region) names(visit func(string)) {
	r.Fact.names(visit)
	visitNames(visit, r.Name, r.Aliases...)
}

func (o *Organization) names(visit func(string)) {
	o.Fact.names(visit)
	visitNames(visit, o.Name, o.Aliases...)
	visit(o.Abbreviation)
}

func (o *Official) names(visit func(string)) {
	o.Fact.names(visit)
	visitNames(visit, o.Name, o.Aliases...)
}

func (p *Partnership) names(visit func(string)) {
	p.Fact.names(visit)
	visitNames(visit, p.Name)
}

func (a *Agreement) names(visit func(string)) {
	a.Fact.names(visit)
	visitNames(visit, a.Name, a.Aliases...)
}

func (s *Series) names(visit func(string)) {
	s.Fact.names(visit)
	visitNames(visit, s.Name, s.Aliases...)
}

func (e *Exercise) names(visit func(string)) {
	e.Fact.names(visit)
	visitNames(visit, e.Name, e.Aliases...)
}

func (m *Meeting) names(visit func(string)) {
	m.Fact.names(visit)
	visitNames(visit, m.Name)
}

func clone[T any](s []T) []T {
	if len(s) == 0 {
		return nil
	}
	c := make([]T, len(s))
	copy(c, s)
	return c
}

func cloneCites(cites []Citation) []Citation {
	c := clone(cites)
	for i := range c {
		c[i].Paragraphs = clone(c[i].Paragraphs)
	}
	return c
}

func (f *Fact) clone() Fact {
	c := *f
	c.Topics = clone(f.Topics)
	c.Cites = cloneCites(f.Cites)
	c.Claims = clone(f.Claims)
	for i := range c.Claims {
		c.Claims[i].Cites = cloneCites(c.Claims[i].Cites)
	}
	return c
}

func (n *Nation) clone() Nation {
	c := *n
	c.Fact, c.Aliases = n.Fact.clone(), clone(n.Aliases)
	return c
}

func (b *Bloc) clone() Bloc {
	c := *b
	c.Fact, c.Aliases, c.Members = b.Fact.clone(), clone(b.Aliases), clone(b.Members)
	return c
}

func (r *Region) clone() Region {
	c := *r
	c.Fact, c.Aliases = r.Fact.clone(), clone(r.Aliases)
	return c
}

func (o *Organization) clone() Organization {
	c := *o
	c.Fact, c.Aliases = o.Fact.clone(), clone(o.Aliases)
	return c
}

func (o *Official) clone() Official {
	c := *o
	c.Fact, c.Aliases, c.Postings = o.Fact.clone(), clone(o.Aliases), clone(o.Postings)
	for i := range c.Postings {
		c.Postings[i].Cites = cloneCites(c.Postings[i].Cites)
	}
	return c
}

func (p *Partnership) clone() Partnership {
	c := *p
	c.Fact, c.Parties = p.Fact.clone(), clone(p.Parties)
	return c
}

func (a *Agreement) clone() Agreement {
	c := *a
	c.Fact, c.Aliases = a.Fact.clone(), clone(a.Aliases)
	c.Parties, c.Signatories = clone(a.Parties), clone(a.Signatories)
	return c
}

func (s *Series) clone() Series {
	c := *s
	c.Fact, c.Aliases, c.Parties = s.Fact.clone(), clone(s.Aliases), clone(s.Parties)
	return c
}

func (e *Exercise) clone() Exercise {
	c := *e
	c.Fact, c.Aliases = e.Fact.clone(), clone(e.Aliases)
	c.Contingents, c.Domains = clone(e.Contingents), clone(e.Domains)
	return c
}

func (m *Meeting) clone() Meeting {
	c := *m
	c.Fact, c.Attendees = m.Fact.clone(), clone(m.Attendees)
	return c
}

func (s *Statement) clone() Statement {
	c := *s
	c.Fact, c.Speakers, c.To = s.Fact.clone(), clone(s.Speakers), clone(s.To)
	return c
}

func (a *Assessment) clone() Assessment {
	c := *a
	c.Fact, c.Affects = a.Fact.clone(), clone(a.Affects)
	return c
}

func (n *Nation) value() Record       { return n.clone() }
func (b *Bloc) value() Record         { return b.clone() }
func (r *Region) value() Record       { return r.clone() }
func (o *Organization) value() Record { return o.clone() }
func (o *Official) value() Record     { return o.clone() }
func (p *Partnership) value() Record  { return p.clone() }
func (a *Agreement) value() Record    { return a.clone() }
func (s *Series) value() Record       { return s.clone() }
func (e *Exercise) value() Record     { return e.clone() }
func (m *Meeting) value() Record      { return m.clone() }
func (s *Statement) value() Record    { return s.clone() }
func (a *Assessment) value() Record   { return a.clone() }

func (s *Source) clone() Source {
	c := *s
	c.Authors = clone(s.Authors)
	return c
}

func (v *Coverage) clone() Coverage {
	c := *v
	c.Parties, c.Kinds = clone(v.Parties), clone(v.Kinds)
	return c
}

// clonedAll clones every element of a slice.
func cloneAll[T any, P interface {
	*T
	clone() T
}](s []T) []T {
	if len(s) == 0 {
		return nil
	}
	c := make([]T, len(s))
	for i := range s {
		c[i] = P(&s[i]).clone()
	}
	return c
}
