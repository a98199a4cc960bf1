package entente

import "strings"

// Kind is the type of a record. The zero Kind is invalid.
type Kind uint8

// The kinds of record, in the order in which a [Dataset] yields them.
const (
	KindNation       Kind = iota + 1 // a state
	KindBloc                         // a set of nations that act or are named together
	KindRegion                       // an area of the world
	KindOrganization                 // a ministry, service, unit or other body
	KindOfficial                     // a person who holds or held a public post
	KindPartnership                  // a lasting relationship
	KindAgreement                    // a signed instrument
	KindSeries                       // a named series of exercises
	KindExercise                     // one edition of a series, or an exercise on its own
	KindMeeting                      // an occasion on which actors met
	KindStatement                    // something that an actor said
	KindAssessment                   // a judgement or an expectation

	kindEnd // one past the last kind
)

const kindCount = int(kindEnd)

// kindTable has, for each kind, the names of a record and of its section in
// files, whether it is an actor, and how to make one.
var kindTable = [kindCount]struct {
	name, section string
	actor         bool
	blank         func() record
}{
	KindNation:       {"nation", "nations", true, func() record { return new(Nation) }},
	KindBloc:         {"bloc", "blocs", true, func() record { return new(Bloc) }},
	KindRegion:       {"region", "regions", false, func() record { return new(Region) }},
	KindOrganization: {"organization", "organizations", true, func() record { return new(Organization) }},
	KindOfficial:     {"official", "officials", true, func() record { return new(Official) }},
	KindPartnership:  {"partnership", "partnerships", false, func() record { return new(Partnership) }},
	KindAgreement:    {"agreement", "agreements", false, func() record { return new(Agreement) }},
	KindSeries:       {"series", "series", false, func() record { return new(Series) }},
	KindExercise:     {"exercise", "exercises", false, func() record { return new(Exercise) }},
	KindMeeting:      {"meeting", "meetings", false, func() record { return new(Meeting) }},
	KindStatement:    {"statement", "statements", false, func() record { return new(Statement) }},
	KindAssessment:   {"assessment", "assessments", false, func() record { return new(Assessment) }},
}

func (k Kind) valid() bool { return k > 0 && k < kindEnd }

// IsActor reports whether k is the kind of an actor, which can be a party to a
// record: a nation, bloc, organization or official.
func (k Kind) IsActor() bool { return k.valid() && kindTable[k].actor }

// String returns the kind as it is spelled in a file, such as "exercise", or
// "Kind(99)" for a number that is not a constant.
func (k Kind) String() string {
	if !k.valid() {
		return kindEnum().string(uint8(k))
	}
	return kindTable[k].name
}

// MarshalText implements [encoding.TextMarshaler]. It returns an error for a
// number that is not a constant.
func (k Kind) MarshalText() ([]byte, error) { return kindEnum().marshal(uint8(k)) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts the text of
// each constant. On error, k is unchanged.
func (k *Kind) UnmarshalText(text []byte) error { return unmarshalEnum(kindEnum(), k, text) }

func kindEnum() *enum {
	names := make([]string, kindCount)
	for k := range kindTable {
		names[k] = kindTable[k].name
	}
	return &enum{typ: "Kind", what: "kind", names: names}
}

// The index depends on the order of the kinds: actors and regions come first.
const (
	firstOfficial = KindOfficial    // officials are the last of the actors
	afterDyadic   = KindRegion      // nations and blocs, which make pairs, come before it
	afterActors   = KindPartnership // actors and regions come before it
)

// newRecord returns a pointer to a zero record of the kind.
func newRecord(k Kind) record { return kindTable[k].blank() }

// section returns the member of a file that holds the records of the kind.
func (k Kind) section() string { return kindTable[k].section }

// kindOfSection returns the kind of the records that the member of a file
// holds, or 0 if it holds none.
func kindOfSection(name string) Kind {
	for k := KindNation; k < kindEnd; k++ {
		if k.section() == name {
			return k
		}
	}
	return 0
}

// isSection reports whether the member of a file with the name holds a list of
// entries: records, or others.
func isSection(name string) bool {
	return kindOfSection(name) != 0 || name == "coverage" || name == "topics" || name == "sources"
}

// A kindSet is a set of the kinds that a reference may point to. The zero Kind
// in it means a source.
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
	toBloc         kindSet = 1 << KindBloc
	toOrganization kindSet = 1 << KindOrganization
	toOfficial     kindSet = 1 << KindOfficial
	toPartnership  kindSet = 1 << KindPartnership
	toAgreement    kindSet = 1 << KindAgreement
	toSeries       kindSet = 1 << KindSeries
	toMeeting      kindSet = 1 << KindMeeting
	toBody                 = toNation | toOrganization | 1<<KindBloc
	toActor                = toBody | toOfficial
	toAffected             = toActor | 1<<KindRegion
	toRecord       kindSet = 1<<kindEnd - 2
	toSource       kindSet = 1
)

// String names the kinds of a set in words, as "an official, nation or bloc".
func (s kindSet) String() string {
	switch s {
	case toSource:
		return "a source"
	case toRecord:
		return "a record"
	}
	var names []string
	for k := KindNation; k < kindEnd; k++ {
		if s.has(k) {
			names = append(names, k.String())
		}
	}
	list := indefinite(names[0])
	for i, name := range names[1:] {
		if i == len(names)-2 {
			list += " or " + name
		} else {
			list += ", " + name
		}
	}
	return list
}

// indefinite puts "a" or "an" before a noun.
func indefinite(noun string) string {
	if strings.ContainsRune("aeiou", rune(noun[0])) {
		return "an " + noun
	}
	return "a " + noun
}
