package entente

import (
	"strconv"
	"strings"
)

// A record is a [Record] as the package keeps it: a pointer into an index.
type record interface {
	Record
	fact() *Fact
	// walk goes over the members of the record; see walk.go.
	walk(w *walker)
	// value returns the record as a value that shares no memory with it.
	value(r *room) Record
	// kept returns the same as the package keeps it.
	kept(r *room) record
}

// A walker holds what a walk over a record calls. A nil function is not called.
type walker struct {
	refs  func(ref)      // is called for each reference that is there
	names func(string)   // is called for each name by which a record is found
	visit func(location) // is called for each member
	check judge          // is told of what is there and of what is missing
	kind  Kind           // of the record that is walked over, or 0

	// Where the walk is, for those who report: the members around it and, if
	// they are arrays, the index of the element.
	around [4]step
	depth  int
	nth    int // the place of a reference in its list, from 1; 0 outside lists
}

// A judge checks the members. Only a [checker] implements it, but it is an
// interface, because a static call would link the checker into programs that
// load nothing. The walk does not call it for every sound member.
type judge interface {
	text(member string, t Text, n want)
	words(member string, index int, s string)
	address(member, s string)
	strings(member string, list []string)
	names(member string, n Names)
	extra(member string, x Extra)
	point(member string, p Point)
	identifiers(member string, list []Identifier)
	scheme(member, s string)
	filled(member, s string)
	quote(member, s string)
	value(member string, v Value, of string)
	outOfRange(member string, n int)
	enum(member string, index int, v uint8, e *enum, n want)
	twice(member string, index int, what string)
	link(member string, index int, r ref)
	distinct(member string, ids []ID)
	atLeast(n int, member string, have int)
	uncited(member string)
	citations(member string, list []Citation)
	topics(member string, list []Topic)
	knownTopic(member string, index int, t Topic)
	paragraphs(member string, list []int)
	claimed(member, name string)
	grounds(basis Basis, by ID)
}

// of returns w, which is about to walk over a record of the kind.
func (w *walker) of(k Kind) *walker {
	w.kind = k
	return w
}

type step struct {
	name  string
	index int // or noIndex
}

const noIndex = -1

// A want says whether a member may be left out.
type want bool

const (
	optional want = false
	required want = true
)

// A ref is one reference of a record to another, or to a source.
type ref struct {
	id   ID
	to   kindSet
	role refRole
}

// A refRole says what a reference means for the parties of a record.
type refRole uint8

const (
	noParty  refRole = iota // says nothing about who takes part
	party                   // names a party
	partyVia                // names a record whose parties take part
	affected                // names who is affected
)

// eachRef calls visit for every reference of the record.
func eachRef(r record, visit func(ref)) { r.walk(&walker{refs: visit}) }

// eachName calls visit for every name by which the record can be found.
func eachName(r record, visit func(string)) { r.walk(&walker{names: visit}) }

// A location is a position in a record: a JSON pointer relative to the record.
type location string

func at(member string) location { return location("/" + member) }

// at returns the location of a member of what the walk is at. It allocates, and
// is for those who have something to report.
func (w *walker) at(member string) location {
	var l location
	for _, s := range w.around[:w.depth] {
		l += at(s.name)
		if s.index != noIndex {
			l = l.element(s.index)
		}
	}
	if member == "" {
		return l
	}
	return l + at(member)
}

// element returns the location of an element of the array at l.
func (l location) element(i int) location { return l + at(strconv.Itoa(i)) }

// last returns the name of the member, or the index of the element.
func (l location) last() string { return string(l[strings.LastIndexByte(string(l), '/')+1:]) }

// isElement reports whether l is that of an element of an array.
func (l location) isElement() bool {
	if l == "" {
		return false
	}
	_, err := strconv.Atoi(l.last())
	return err == nil
}

// pointer returns the location as a JSON pointer relative to the record.
func (l location) pointer() string { return string(l) }
