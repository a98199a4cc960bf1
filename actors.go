package entente

import (
	"iter"

	"github.com/entente-go/entente/edtf"
	"golang.org/x/text/language"
)

// Nation is a state. Its ID comes from package nation or from the data; see
// [ID]. A nation that package nation knows needs no record: others can refer to
// its ID directly. A record holds what the data adds. The zero Nation is not
// valid.
type Nation struct {
	Fact
	// Name is what the dataset calls the nation. It may be left out if package
	// nation knows the ID.
	Name Text `json:"name,omitzero"`
	// Aliases are other names and spellings, each under its language.
	Aliases Names `json:"aliases,omitzero"`
	// Exists is the time for which the state existed; the zero Period means not
	// known.
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
// NATO, or "Western allies" in a source that does not list them. A record that
// names a bloc does not involve its members. The zero Bloc is not valid.
type Bloc struct {
	Fact
	// Name is its name as the source gives it.
	Name Text `json:"name"`
	// Abbreviation is the usual short form, such as "NATO".
	Abbreviation Text `json:"abbreviation,omitzero"`
	// Aliases are other names and spellings, each under its language.
	Aliases Names `json:"aliases,omitzero"`
	// Members are its member nations. None means that the sources do not name the
	// members, not that there are no members.
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

// Region is an area of the world. It can be affected, but it does not act. The
// zero Region is not valid.
type Region struct {
	Fact
	// Name is its name as the source gives it.
	Name Text `json:"name"`
	// Aliases are other names and spellings, each under its language.
	Aliases Names `json:"aliases,omitzero"`
	// M49 is the region's three-digit code in the United Nations standard M49,
	// such as "034" for Southern Asia; empty if it has none.
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
// centre, a press office. The zero Organization is not valid.
type Organization struct {
	Fact
	// Name is its name as the source gives it.
	Name Text `json:"name"`
	// Abbreviation is the usual short form, such as "PAF".
	Abbreviation Text `json:"abbreviation,omitzero"`
	// Aliases are other names and spellings, each under its language.
	Aliases Names `json:"aliases,omitzero"`
	// Type is the type of organization. The zero value means that it is not
	// stated.
	Type OrganizationType `json:"type,omitzero"`
	// Nation is the nation that it belongs to; empty for an international body.
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

// OrganizationType is a type of organization. The zero OrganizationType means
// not stated.
type OrganizationType uint8

// The types of organization.
const (
	OrganizationTypeMinistry     OrganizationType = iota + 1 // a department of state
	OrganizationTypeService                                  // an armed service: army, navy, air force
	OrganizationTypeUnit                                     // a formation or unit of a service
	OrganizationTypeHeadquarters                             // a staff or its building
	OrganizationTypeCentre                                   // a school, training or research centre
	OrganizationTypePressOffice                              // a press or public relations office
	OrganizationTypeCompany                                  // a firm or state corporation
	OrganizationTypeLegislature                              // a parliament
	OrganizationTypeCommittee                                // a standing committee, commission or working group
	OrganizationTypeOther                                    // any other body
)

var organizationTypeEnum = enum{typ: "OrganizationType", what: "type of organization", unknown: true, names: []string{
	"", "ministry", "service", "unit", "headquarters", "centre", "press-office", "company",
	"legislature", "committee", "other",
}}

// String returns the type as it is spelled in a file, such as "press-office",
// "" for the zero value, or "OrganizationType(99)" for a number that is not a
// constant.
func (t OrganizationType) String() string { return organizationTypeEnum.string(uint8(t)) }

// MarshalText implements [encoding.TextMarshaler]. The zero OrganizationType is
// written as empty text. It returns an error for a number that is not a
// constant.
func (t OrganizationType) MarshalText() ([]byte, error) {
	return organizationTypeEnum.marshal(uint8(t))
}

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts the text of
// each constant, and empty text for the zero OrganizationType. On error, t is
// unchanged.
func (t *OrganizationType) UnmarshalText(text []byte) error {
	return unmarshalEnum(&organizationTypeEnum, t, text)
}

// Official is a person who holds or held a public post. The zero Official is
// not valid.
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
	// Postings lists the posts that the official holds or held, in the order
	// of the data: by convention, earliest first.
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

// Posting is a post, a rank, or membership of an organization. The zero Posting
// is not valid: a title, a rank or an organization is required.
type Posting struct {
	// Title is the post, such as "Chief of the Naval Staff".
	Title Text `json:"title,omitzero"`
	// Rank is the rank as the service names it, such as "Air Chief Marshal".
	// This package does not compare ranks.
	Rank Text `json:"rank,omitzero"`
	// Organization is the organization in which the post is held.
	Organization ID `json:"organization,omitzero"`
	// For is the nation, bloc or organization on whose behalf it is held, such
	// as that of a delegate to an international body.
	For ID `json:"for,omitzero"`
	// Period is the time for which it is held; the zero Period means not known.
	Period edtf.Period `json:"period,omitzero"`
	// Implied reports whether the source implies the post without printing it.
	Implied bool `json:"implied,omitzero"`
	// Cites lists the passages for the posting, if they differ from the
	// official's.
	Cites []Citation `json:"cites,omitempty"`
}

// labelOf implements Label for every record.
func labelOf(id ID, name Text, tag language.Tag) string {
	if words := name.Words(tag); words != "" {
		return words
	}
	return string(id)
}

// referencesOf implements References for every record.
func referencesOf(r record) iter.Seq[ID] {
	return eachID(r, func(r ref) bool { return r.to != toSource })
}

// actorsOf implements Actors for every record.
func actorsOf(r record) iter.Seq[ID] {
	return eachID(r, func(r ref) bool { return r.role == party })
}

// eachID yields the IDs of the references that wanted selects, each once.
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

// describe implements String for every record.
func describe(k Kind, id ID, name Text) string {
	s := k.String() + " " + asWords(string(id))
	if n := asWords(name.String()); n != "" {
		s += " (" + n + ")"
	}
	return s
}
