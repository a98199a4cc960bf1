package entente

import (
	"iter"

	"golang.org/x/text/language"
)

// Series is a named run of exercises. Its When runs from the first edition.
type Series struct {
	Fact
	// Name is the name that the editions share.
	Name Text `json:"name"`
	// Aliases are other names and spellings, each under its language.
	Aliases Names `json:"aliases,omitzero"`
	// Meaning is what the name means, as a word.
	Meaning Text `json:"meaning,omitzero"`
	// Parties are the nations, blocs or organizations that run the series.
	Parties []ID `json:"parties,omitempty"`
}

// Kind returns [KindSeries].
func (Series) Kind() Kind { return KindSeries }

// String returns a short form for logs, such as "series druzhba (Druzhba)".
func (s Series) String() string { return describe(KindSeries, s.ID, s.Name) }

// Label implements [Record].
func (s Series) Label(tag language.Tag) string { return labelOf(s.ID, s.Name, tag) }

// References implements [Record].
func (s Series) References() iter.Seq[ID] { return referencesOf(&s) }

// Actors implements [Record].
func (s Series) Actors() iter.Seq[ID] { return actorsOf(&s) }

// Exercise is one edition of a series, or an exercise on its own.
type Exercise struct {
	Fact
	// Name is the name of this edition.
	Name Text `json:"name,omitzero"`
	// Aliases are other names and spellings, each under its language.
	Aliases Names `json:"aliases,omitzero"`
	// Series is the series to which the edition belongs.
	Series ID `json:"series,omitzero"`
	// Number is the place of the edition in its series, from 1; 0 means not known.
	Number int `json:"number,omitzero"`
	// Status is how far it has come, as the sources give it.
	Status Status `json:"status,omitzero"`
	// Places are where it is held.
	Places []Place `json:"places,omitempty"`
	// Contingents are the sides that take part.
	Contingents []Contingent `json:"contingents,omitempty"`
	// Commanders are the officials who command the whole.
	Commanders []ID `json:"commanders,omitempty"`
	// Strength is the number of people on all sides together, as the sources
	// give it and not as the contingents add up; 0 means not known.
	Strength int `json:"strength,omitzero"`
	// Approximate says that Strength is a rough figure ("about 200").
	Approximate bool `json:"approximate,omitzero"`
	// Aims says in our words what it is for.
	Aims Text `json:"aims,omitzero"`
	// Domains are the domains in which it is held.
	Domains []Domain `json:"domains,omitempty"`
	// Forms are how it is run. None means that the source does not say.
	Forms []Form `json:"forms,omitempty"`
}

// Kind returns [KindExercise].
func (Exercise) Kind() Kind { return KindExercise }

// String returns a short form for logs, such as "exercise druzhba-7 (Druzhba VII)".
func (e Exercise) String() string { return describe(KindExercise, e.ID, e.Name) }

// Label implements [Record].
func (e Exercise) Label(tag language.Tag) string { return labelOf(e.ID, e.Name, tag) }

// References implements [Record].
func (e Exercise) References() iter.Seq[ID] { return referencesOf(&e) }

// Actors implements [Record].
func (e Exercise) Actors() iter.Seq[ID] { return actorsOf(&e) }

// Contingent is one side's part in an exercise. The zero Contingent is not
// valid: a nation, bloc, organization or unit is required, or that it is
// unidentified.
type Contingent struct {
	// Nation is the nation that sends it.
	Nation ID `json:"nation,omitzero"`
	// Bloc is the bloc that takes part as one.
	Bloc ID `json:"bloc,omitzero"`
	// Organization is the service, unit or other body that takes part.
	Organization ID `json:"organization,omitzero"`
	// Unit is the unit in the words of the source, if it has no record.
	Unit Text `json:"unit,omitzero"`
	// Role is the part that it plays. The zero Role means that the source
	// does not say.
	Role Role `json:"role,omitzero"`
	// Strength is the number of people; 0 means not known.
	Strength int `json:"strength,omitzero"`
	// Approximate says that Strength is a rough figure ("about 200").
	Approximate bool `json:"approximate,omitzero"`
	// Commanders are the officials who command it.
	Commanders []ID `json:"commanders,omitempty"`
	// Unidentified says that somebody took part, and the source does not say who.
	Unidentified bool `json:"unidentified,omitzero"`
}

// Status is how far an exercise has come. The zero Status means that the
// sources do not say.
type Status uint8

// The statuses of an exercise.
const (
	StatusProposed  Status = iota + 1 // wished for by a side
	StatusPlanned                     // agreed, not begun
	StatusUnderWay                    // begun, not ended
	StatusHeld                        // ended
	StatusCancelled                   // called off
)

var statusEnum = enum{typ: "Status", what: "status", unknown: true, names: []string{
	"", "proposed", "planned", "under-way", "held", "cancelled",
}}

// String returns the status as it is written in a file, such as "under-way".
func (s Status) String() string { return statusEnum.string(uint8(s)) }

// MarshalText implements [encoding.TextMarshaler]. The zero Status gives an empty
// text; a number that is not a constant fails.
func (s Status) MarshalText() ([]byte, error) { return statusEnum.marshal(uint8(s)) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts what
// [Status.String] gives for a constant, and an empty text for the zero Status.
func (s *Status) UnmarshalText(text []byte) error { return unmarshalEnum(&statusEnum, s, text) }

// Role is the part that a contingent plays. The zero Role means that the source
// does not say.
type Role uint8

// The roles of a contingent.
const (
	RoleHost        Role = iota + 1 // runs the exercise on its own soil or invites to it
	RoleParticipant                 // takes part with forces
	RoleObserver                    // watches
)

var roleEnum = enum{typ: "Role", what: "role", unknown: true, names: []string{
	"", "host", "participant", "observer",
}}

// String returns the role as it is written in a file, such as "host".
func (r Role) String() string { return roleEnum.string(uint8(r)) }

// MarshalText implements [encoding.TextMarshaler]. The zero Role gives an empty
// text; a number that is not a constant fails.
func (r Role) MarshalText() ([]byte, error) { return roleEnum.marshal(uint8(r)) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts what
// [Role.String] gives for a constant, and an empty text for the zero Role.
func (r *Role) UnmarshalText(text []byte) error { return unmarshalEnum(&roleEnum, r, text) }

// Domain is a domain of warfare in which an exercise is held. The zero
// Domain is invalid.
type Domain uint8

// The domains, after the five that NATO recognises (land, maritime, air,
// cyberspace, space) and special operations, which sources name beside them.
const (
	DomainLand              Domain = iota + 1 // on land
	DomainMaritime                            // at sea
	DomainAir                                 // in the air
	DomainCyberspace                          // in networks
	DomainSpace                               // in space
	DomainSpecialOperations                   // special operations, wherever they are
)

var domainEnum = enum{typ: "Domain", what: "domain", names: []string{
	"", "land", "maritime", "air", "cyberspace", "space", "special-operations",
}}

// String returns the domain as it is written in a file, such as "land".
func (d Domain) String() string { return domainEnum.string(uint8(d)) }

// MarshalText implements [encoding.TextMarshaler]. It fails for an invalid Domain.
func (d Domain) MarshalText() ([]byte, error) { return domainEnum.marshal(uint8(d)) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts what
// [Domain.String] gives for a constant.
func (d *Domain) UnmarshalText(text []byte) error { return unmarshalEnum(&domainEnum, d, text) }

// Form is how an exercise is run. The zero Form is invalid.
type Form uint8

// The forms of an exercise.
const (
	FormField       Form = iota + 1 // with troops, ships or aircraft (FTX, LIVEX)
	FormCommandPost                 // with staffs (CPX)
	FormTabletop                    // by discussion (TTX)
	FormPassing                     // ships that meet under way (PASSEX)
)

var formEnum = enum{typ: "Form", what: "form", names: []string{
	"", "field", "command-post", "tabletop", "passing",
}}

// String returns the form as it is written in a file, such as "field".
func (f Form) String() string { return formEnum.string(uint8(f)) }

// MarshalText implements [encoding.TextMarshaler]. It fails for an invalid Form.
func (f Form) MarshalText() ([]byte, error) { return formEnum.marshal(uint8(f)) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts what
// [Form.String] gives for a constant.
func (f *Form) UnmarshalText(text []byte) error { return unmarshalEnum(&formEnum, f, text) }
