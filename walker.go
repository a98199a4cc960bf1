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
	value() Record
}

// A walker says what a walk over a record is for. A zero member means that it
// is not for that.
type walker struct {
	copies bool           // slices are replaced by copies
	looks  bool           // any of those below is set
	refs   func(ref)      // is called for each reference that is there
	names  func(string)   // is called for each name by which a record is found
	visit  func(location) // is called for each member
	check  *checker       // is told of what is there and of what is missing

	// Where the walk is, for those who report: the members around it and, if
	// they are arrays, the index of the element.
	around [4]step
	depth  int
}

type step struct {
	name  string
	index int // or noIndex
}

const noIndex = -1

// copying is the walker that copies. Nothing changes it.
var copying = walker{copies: true}

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

// A refRole is what a reference means for the parties of a record.
type refRole uint8

const (
	noParty  refRole = iota // says nothing about who takes part
	party                   // names a party
	partyVia                // names a record whose parties take part
	affected                // names who is affected
)

// eachRef calls visit for every reference of the record.
func eachRef(r record, visit func(ref)) { r.walk(&walker{looks: true, refs: visit}) }

// eachName calls visit for every name by which the record can be found.
func eachName(r record, visit func(string)) { r.walk(&walker{looks: true, names: visit}) }

// A location is where something is in a record: a JSON pointer relative to it.
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

// The methods below are what a member can be. Each does nothing but ask whether
// there is something to do, so that it is inlined where a record is copied.

// value is a member that has no slice, reference, name or words: a date, a
// truth value.
func (w *walker) value(member string) {
	if w.looks {
		w.see(member)
	}
}

// see calls visit for a member.
func (w *walker) see(member string) {
	if w.visit != nil {
		w.visit(w.at(member))
	}
}

// ownID is the ID of what is walked over, which is a name of it.
func (w *walker) ownID(member string, id ID) {
	if w.looks {
		w.seeName(member, string(id))
	}
}

func (w *walker) seeName(member, name string) {
	w.see(member)
	if w.names != nil {
		w.names(name)
	}
}

// text is words, and no name.
func (w *walker) text(member string, t Text, n want) {
	if w.looks {
		w.seeText(member, t, n)
	}
}

func (w *walker) seeText(member string, t Text, n want) {
	w.see(member)
	if w.check != nil {
		w.check.text(member, t, n)
	}
}

// name is words by which a record is found.
func (w *walker) name(member string, t Text, n want) {
	if w.looks {
		w.seeWords(member, t, n)
	}
}

func (w *walker) seeWords(member string, t Text, n want) {
	w.seeText(member, t, n)
	if w.names != nil {
		for _, words := range t.phrases {
			w.names(words)
		}
	}
}

// string is a string, and no name.
func (w *walker) string(member, s string) {
	if w.looks {
		w.seeString(member, s)
	}
}

func (w *walker) seeString(member, s string) {
	w.see(member)
	if w.check != nil {
		w.check.utf8(member, noIndex, s)
	}
}

// abbreviation is a string by which a record is found.
func (w *walker) abbreviation(member, s string) {
	if w.looks {
		w.seeAbbreviation(member, s)
	}
}

func (w *walker) seeAbbreviation(member, s string) {
	w.seeString(member, s)
	if w.names != nil {
		w.names(s)
	}
}

// number is a number that counts, and is not below zero.
func (w *walker) number(member string, n int) {
	if w.looks {
		w.seeNumber(member, n)
	}
}

func (w *walker) seeNumber(member string, n int) {
	w.see(member)
	if w.check != nil && n < 0 {
		w.check.belowZero(member, n)
	}
}

// enum is a value of an enumeration.
func (w *walker) enum(member string, v uint8, e *enum, n want) {
	if w.looks {
		w.seeEnum(member, v, e, n)
	}
}

func (w *walker) seeEnum(member string, v uint8, e *enum, n want) {
	w.see(member)
	if w.check != nil && !e.has(v) {
		w.check.enum(member, noIndex, v, e, n)
	}
}

// id is a reference.
func (w *walker) id(member string, id ID, to kindSet, role refRole, n want) {
	if w.looks {
		w.seeID(member, id, to, role, n)
	}
}

func (w *walker) seeID(member string, id ID, to kindSet, role refRole, n want) {
	w.see(member)
	if id == "" && n == optional {
		return
	}
	if w.refs != nil {
		w.refs(ref{id, to, role})
	}
	if w.check != nil {
		w.check.link(member, noIndex, ref{id, to, role})
	}
}

// place is a place, all of which may be left out.
func (w *walker) place(member string, p *Place) {
	if w.looks {
		w.seePlace(member, p)
	}
}

func (w *walker) seePlace(member string, p *Place) {
	w.see(member)
	w.enter(member, noIndex)
	p.walk(w)
	w.leave()
}

func (w *walker) enter(member string, index int) {
	w.around[w.depth] = step{member, index}
	w.depth++
}

func (w *walker) leave() { w.depth-- }

// ids is a list of at least so many references, each once.
func (w *walker) ids(member string, list *[]ID, to kindSet, role refRole, atLeast int) {
	if w.looks || *list != nil {
		w.seeIDs(member, list, to, role, atLeast)
	}
}

func (w *walker) seeIDs(member string, list *[]ID, to kindSet, role refRole, atLeast int) {
	if w.copies {
		*list = clone(*list)
		return
	}
	w.see(member)
	if w.refs != nil {
		for _, id := range *list {
			w.refs(ref{id, to, role})
		}
	}
	if w.check != nil {
		w.check.atLeast(atLeast, member, len(*list))
		w.check.distinct(member, *list)
		for i, id := range *list {
			w.check.link(member, i, ref{id, to, role})
		}
	}
}

// strings is a list of strings, none of them empty.
func (w *walker) strings(member string, list *[]string) {
	if w.looks || *list != nil {
		w.seeStrings(member, list)
	}
}

func (w *walker) seeStrings(member string, list *[]string) {
	if w.copies {
		*list = clone(*list)
		return
	}
	w.see(member)
	if w.check != nil {
		w.check.strings(member, *list)
	}
}

// aliases is a list of strings by which a record is found.
func (w *walker) aliases(member string, list *[]string) {
	if w.looks || *list != nil {
		w.seeAliases(member, list)
	}
}

func (w *walker) seeAliases(member string, list *[]string) {
	w.seeStrings(member, list)
	if w.names != nil {
		for _, alias := range *list {
			w.names(alias)
		}
	}
}

// enums is a list of values of an enumeration, each once.
func enums[E ~uint8](w *walker, member string, list *[]E, e *enum) {
	if w.copies {
		*list = clone(*list)
		return
	}
	w.see(member)
	if w.check != nil {
		checkEnums(w.check, member, *list, e)
	}
}

// objects is a list of at least so many objects.
func objects[T any, P interface {
	*T
	walk(*walker)
}](w *walker, member string, list *[]T, atLeast int) {
	if w.copies {
		*list = clone(*list)
		for i := range *list {
			P(&(*list)[i]).walk(w)
		}
		return
	}
	w.see(member)
	if w.check != nil {
		w.check.atLeast(atLeast, member, len(*list))
	}
	w.enter(member, noIndex)
	for i := range *list {
		w.around[w.depth-1].index = i
		P(&(*list)[i]).walk(w)
	}
	w.leave()
}

// citations is a list of citations. A record or claim must have one.
func (w *walker) citations(member string, list *[]Citation, n want) {
	if w.copies { // as objects does, but without a call that is looked up
		*list = clone(*list)
		for i := range *list {
			(*list)[i].walk(w)
		}
		return
	}
	if w.check != nil && n == required && len(*list) == 0 {
		w.check.uncited(member)
	}
	objects(w, member, list, 0)
}

// The members below belong to one type each.

// topics is the list of a record's topics, each once.
func (w *walker) topics(member string, list *[]Topic) {
	if w.looks || *list != nil {
		w.seeTopics(member, list)
	}
}

func (w *walker) seeTopics(member string, list *[]Topic) {
	if w.copies {
		*list = clone(*list)
		return
	}
	w.see(member)
	if w.check != nil {
		w.check.topics(member, *list)
	}
}

// paragraphs is a list of numbers from 1.
func (w *walker) paragraphs(member string, list *[]int) {
	if w.looks || *list != nil {
		w.seeParagraphs(member, list)
	}
}

func (w *walker) seeParagraphs(member string, list *[]int) {
	if w.copies {
		*list = clone(*list)
		return
	}
	w.see(member)
	if w.check != nil {
		w.check.paragraphs(member, *list)
	}
}

// grounds is no member, but what basis and by must be together.
func (w *walker) grounds(f *Fact) {
	if w.check != nil {
		w.check.grounds(f)
	}
}

// claimed is the name of a member of the record that is walked over.
func (w *walker) claimed(member, name string) {
	if w.looks {
		w.seeClaimed(member, name)
	}
}

func (w *walker) seeClaimed(member, name string) {
	w.seeString(member, name)
	if w.check != nil {
		w.check.claimed(member, name)
	}
}

// ownTopic is the topic that is declared.
func (w *walker) ownTopic(member string, t Topic) { w.see(member) }

// broader is another topic.
func (w *walker) broader(member string, t Topic) {
	w.see(member)
	if w.check != nil && t != "" {
		w.check.knownTopic(member, noIndex, t)
	}
}

func clone[T any](s []T) []T {
	if len(s) == 0 {
		return nil
	}
	c := make([]T, len(s))
	copy(c, s)
	return c
}

// cloneAll clones every element of a slice.
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
