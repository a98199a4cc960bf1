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
	visitPlace(visit, "site/facility", "site/nation", &e.Site)
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
