package entente

import (
	"iter"

	"github.com/entente-go/entente/edtf"
	"golang.org/x/text/language"
)

// Nation is a state. Its ID is that of package nation, or the data's own; see
// [ID]. A nation that package nation knows needs no record: its ID can be
// referred to as it is. A record holds what the data adds.
type Nation struct {
	Fact
	// Name is what the dataset calls the nation. It may be left out if package
	// nation knows the ID.
	Name Text `json:"name,omitzero"`
	// Aliases are other names and spellings, each under its language.
	Aliases Names `json:"aliases,omitzero"`
	// Exists is the time in which the state existed; the zero Period means that
	// the sources do not say.
	Exists edtf.Period `json:"exists,omitzero"`
}

// Kind returns [KindNation].
func (Nation) Kind() Kind { return KindNation }

// String returns a short form for logs, such as "nation PK (Pakistan)".
func (n Nation) String() string { return describe(KindNation, n.ID, n.Name) }

// Label implements [Record].
func (n Nation) Label(tag language.Tag) string { return labelOf(n.ID, n.Name, tag) }

// References implements [Record].
func (n Nation) References() iter.Seq[ID] { return referencesOf(&n) }

// Actors implements [Record].
func (n Nation) Actors() iter.Seq[ID] { return actorsOf(&n) }

// Bloc is a set of nations that act together or are named together, such as
// NATO, or "Western allies" in a source that does not say which.
type Bloc struct {
	Fact
	// Name is what the source calls it.
	Name Text `json:"name"`
	// Abbreviation is the usual short form, such as "NATO".
	Abbreviation Text `json:"abbreviation,omitzero"`
	// Aliases are other names and spellings, each under its language.
	Aliases Names `json:"aliases,omitzero"`
	// Members are the nations in it. None means that the sources do not say,
	// not that there are none.
	Members []ID `json:"members,omitempty"`
}

// Kind returns [KindBloc].
func (Bloc) Kind() Kind { return KindBloc }

// String returns a short form for logs, such as "bloc western-allies (Western allies)".
func (b Bloc) String() string { return describe(KindBloc, b.ID, b.Name) }

// Label implements [Record].
func (b Bloc) Label(tag language.Tag) string { return labelOf(b.ID, b.Name, tag) }

// References implements [Record].
func (b Bloc) References() iter.Seq[ID] { return referencesOf(&b) }

// Actors implements [Record].
func (b Bloc) Actors() iter.Seq[ID] { return actorsOf(&b) }

// Region is an area of the world. It can be affected, but it does not act.
type Region struct {
	Fact
	// Name is what the source calls it.
	Name Text `json:"name"`
	// Aliases are other names and spellings, each under its language.
	Aliases Names `json:"aliases,omitzero"`
	// M49 is the region's three-digit code in the United Nations' standard
	// M49, such as "034" for Southern Asia; empty if it has none.
	M49 string `json:"m49,omitzero"`
}

// Kind returns [KindRegion].
func (Region) Kind() Kind { return KindRegion }

// String returns a short form for logs, such as "region south-asia (South Asia)".
func (r Region) String() string { return describe(KindRegion, r.ID, r.Name) }

// Label implements [Record].
func (r Region) Label(tag language.Tag) string { return labelOf(r.ID, r.Name, tag) }

// References implements [Record].
func (r Region) References() iter.Seq[ID] { return referencesOf(&r) }

// Actors implements [Record].
func (r Region) Actors() iter.Seq[ID] { return actorsOf(&r) }

// Organization is a body that acts: a ministry, an armed service, a unit, a
// centre, a press office.
type Organization struct {
	Fact
	// Name is what the source calls it.
	Name Text `json:"name"`
	// Abbreviation is the usual short form, such as "PAF".
	Abbreviation Text `json:"abbreviation,omitzero"`
	// Aliases are other names and spellings, each under its language.
	Aliases Names `json:"aliases,omitzero"`
	// Type is the sort of body. The zero value means not known.
	Type OrganizationType `json:"type,omitzero"`
	// Nation is the nation that it belongs to; none for an international body.
	Nation ID `json:"nation,omitzero"`
	// Parent is the organization of which it is a part.
	Parent ID `json:"parent,omitzero"`
}

// Kind returns [KindOrganization].
func (Organization) Kind() Kind { return KindOrganization }

// String returns a short form for logs, such as "organization paf (Pakistan Air Force)".
func (o Organization) String() string { return describe(KindOrganization, o.ID, o.Name) }

// Label implements [Record].
func (o Organization) Label(tag language.Tag) string { return labelOf(o.ID, o.Name, tag) }

// References implements [Record].
func (o Organization) References() iter.Seq[ID] { return referencesOf(&o) }

// Actors implements [Record].
func (o Organization) Actors() iter.Seq[ID] { return actorsOf(&o) }

// OrganizationType is a sort of organization. The zero OrganizationType means
// that the sort is not known.
type OrganizationType uint8

// The sorts of organization.
const (
	OrganizationTypeMinistry     OrganizationType = iota + 1 // a department of state
	OrganizationTypeService                                  // an armed service: army, navy, air force
	OrganizationTypeUnit                                     // a formation or unit of a service
	OrganizationTypeHeadquarters                             // a staff or its seat
	OrganizationTypeCentre                                   // a school, training or research centre
	OrganizationTypePressOffice                              // an office that speaks for others
	OrganizationTypeCompany                                  // a firm or state corporation
	OrganizationTypeLegislature                              // a parliament
	OrganizationTypeCommittee                                // a standing committee, commission or working group
	OrganizationTypeOther                                    // any other body
)

var organizationTypeEnum = enum{typ: "OrganizationType", what: "type of organization", unknown: true, names: []string{
	"", "ministry", "service", "unit", "headquarters", "centre", "press-office", "company",
	"legislature", "committee", "other",
}}

// String returns the sort as it is written in a file, such as "press-office".
func (t OrganizationType) String() string { return organizationTypeEnum.string(uint8(t)) }

// MarshalText implements [encoding.TextMarshaler]. The zero OrganizationType gives an empty
// text; a number that is not a constant fails.
func (t OrganizationType) MarshalText() ([]byte, error) {
	return organizationTypeEnum.marshal(uint8(t))
}

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts what
// [OrganizationType.String] gives for a constant, and an empty text for the zero OrganizationType.
func (t *OrganizationType) UnmarshalText(text []byte) error {
	return unmarshalEnum(&organizationTypeEnum, t, text)
}

// Official is a person who holds or held a public post.
type Official struct {
	Fact
	// Name is the name in full, without rank or title.
	Name Text `json:"name"`
	// Short is the name for second mention, such as "Fomin".
	Short Text `json:"short,omitzero"`
	// Aliases are other names and spellings, each under its language.
	Aliases Names `json:"aliases,omitzero"`
	// Nation is the nation that the official serves.
	Nation ID `json:"nation,omitzero"`
	// Postings are what the official holds or held, earliest first.
	Postings []Posting `json:"postings,omitempty"`
}

// Kind returns [KindOfficial].
func (Official) Kind() Kind { return KindOfficial }

// String returns a short form for logs, such as "official fomin (Aleksandr V. Fomin)".
func (o Official) String() string { return describe(KindOfficial, o.ID, o.Name) }

// Label implements [Record].
func (o Official) Label(tag language.Tag) string { return labelOf(o.ID, o.Name, tag) }

// References implements [Record].
func (o Official) References() iter.Seq[ID] { return referencesOf(&o) }

// Actors implements [Record].
func (o Official) Actors() iter.Seq[ID] { return actorsOf(&o) }

// Posting is what an official holds: a post, a rank, or both. The zero Posting
// is not valid: a title, a rank or an organization is required.
type Posting struct {
	// Title is the post, such as "Chief of the Naval Staff".
	Title Text `json:"title,omitzero"`
	// Rank is the rank in the words of the service, such as "Air Chief
	// Marshal". Nothing compares the ranks of different services.
	Rank Text `json:"rank,omitzero"`
	// Organization is where the post is.
	Organization ID `json:"organization,omitzero"`
	// For is the nation, bloc or organization on whose behalf it is held, as
	// by a delegate to a body of several nations.
	For ID `json:"for,omitzero"`
	// Period is the time in which it is held; the zero Period means that the
	// source does not say.
	Period edtf.Period `json:"period,omitzero"`
	// Implied says that the source does not print the post, but implies it.
	Implied bool `json:"implied,omitzero"`
	// Cites says where the source gives the posting, if that is not where the
	// official's own citations point.
	Cites []Citation `json:"cites,omitempty"`
}

// labelOf is the Label of every record.
func labelOf(id ID, name Text, tag language.Tag) string {
	if words := name.Words(tag); words != "" {
		return words
	}
	return string(id)
}

// referencesOf is the References of every record.
func referencesOf(r record) iter.Seq[ID] {
	return eachID(r, func(r ref) bool { return r.to != toSource })
}

// actorsOf is the Actors of every record.
func actorsOf(r record) iter.Seq[ID] {
	return eachID(r, func(r ref) bool { return r.role == party })
}

// eachID yields the IDs of the references that are wanted, each once.
func eachID(r record, wanted func(ref) bool) iter.Seq[ID] {
	return func(yield func(ID) bool) {
		seen, more := make(map[ID]bool), true
		eachRef(r, func(r ref) {
			if more && wanted(r) && !seen[r.id] {
				seen[r.id] = true
				more = yield(r.id)
			}
		})
	}
}

// describe is the String of every record.
func describe(k Kind, id ID, name Text) string {
	s := k.String() + " " + asWords(string(id))
	if n := asWords(name.String()); n != "" {
		s += " (" + n + ")"
	}
	return s
}
