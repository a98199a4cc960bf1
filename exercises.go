package entente

import (
	"iter"

	"golang.org/x/text/language"
)

// Series is a named series of exercises. Its When starts with the first
// edition. The zero Series is not valid.
type Series struct {
	Fact
	// Name is the name that the editions share.
	Name Text `json:"name"`
	// Aliases are other names and spellings, each under its language.
	Aliases Names `json:"aliases,omitzero"`
	// Meaning is what the name means, such as "friendship" for Druzhba.
	Meaning Text `json:"meaning,omitzero"`
	// Parties are the nations, blocs or organizations that hold the series.
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

// Exercise is one edition of a series, or an exercise on its own. The zero
// Exercise is not valid.
type Exercise struct {
	Fact
	// Name is the name of the exercise.
	Name Text `json:"name,omitzero"`
	// Aliases are other names and spellings, each under its language.
	Aliases Names `json:"aliases,omitzero"`
	// Series is the series that it belongs to, if any.
	Series ID `json:"series,omitzero"`
	// Number is the place of the edition in its series, from 1; 0 means not known.
	Number int `json:"number,omitzero"`
	// Status is the stage that it has reached, according to the sources. The zero
	// Status means that it is not stated.
	Status Status `json:"status,omitzero"`
	// Places lists where it is held.
	Places []Place `json:"places,omitempty"`
	// Contingents are the sides that take part.
	Contingents []Contingent `json:"contingents,omitempty"`
	// Commanders are the officials who command the whole.
	Commanders []ID `json:"commanders,omitempty"`
	// Strength is the total number of people as the sources give it, not the
	// sum of the contingents; 0 means not known.
	Strength int `json:"strength,omitzero"`
	// Approximate reports whether Strength is a rough figure ("about 200").
	Approximate bool `json:"approximate,omitzero"`
	// Aims says what it is for, in the editors' words.
	Aims Text `json:"aims,omitzero"`
	// Domains are the domains in which it is held.
	Domains []Domain `json:"domains,omitempty"`
	// Forms lists how it is run. None means that it is not stated.
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

// hasUnidentified reports whether somebody takes part in the record at index i
// whom the source does not name.
func (c *index) hasUnidentified(i int) bool {
	x, ok := c.recs[i].(*Exercise)
	if !ok {
		return false
	}
	for k := range x.Contingents {
		if x.Contingents[k].Unidentified {
			return true
		}
	}
	return false
}

// notHeld reports whether the record at index i is an exercise that has not
// begun according to the sources.
func (c *index) notHeld(i int) bool {
	if c.recs[i].Kind() != KindExercise {
		return false
	}
	return Status(c.grade[i]).NotHeld()
}

// Contingent is one side's contribution to an exercise. The zero Contingent is
// not valid: a nation, bloc, organization or unit is required, unless it is
// unidentified.
type Contingent struct {
	// Nation is the nation that sends it.
	Nation ID `json:"nation,omitzero"`
	// Bloc is the bloc that takes part as one.
	Bloc ID `json:"bloc,omitzero"`
	// Organization is the service, unit or other body that takes part.
	Organization ID `json:"organization,omitzero"`
	// Unit is the unit as the source words it, if the unit has no record.
	Unit Text `json:"unit,omitzero"`
	// Role is the part that it plays. The zero Role means that it is not stated.
	Role Role `json:"role,omitzero"`
	// Strength is the number of people; 0 means not known.
	Strength int `json:"strength,omitzero"`
	// Approximate reports whether Strength is a rough figure ("about 200").
	Approximate bool `json:"approximate,omitzero"`
	// Commanders are the officials who command it.
	Commanders []ID `json:"commanders,omitempty"`
	// Unidentified reports whether the source says that someone took part, but
	// not who.
	Unidentified bool `json:"unidentified,omitzero"`
}

// Status is the stage that an exercise has reached. The zero Status means not
// stated.
type Status uint8

// The statuses of an exercise.
const (
	StatusProposed  Status = iota + 1 // proposed or wanted by one side
	StatusPlanned                     // agreed, not begun
	StatusUnderWay                    // begun, not ended
	StatusHeld                        // ended
	StatusCancelled                   // called off
)

var statusEnum = enum{typ: "Status", what: "status", unknown: true, names: []string{
	"", "proposed", "planned", "under-way", "held", "cancelled",
}}

// NotHeld reports whether the exercise has not begun according to the sources: it
// is proposed, planned or cancelled. The zero Status is not.
func (s Status) NotHeld() bool {
	return s == StatusProposed || s == StatusPlanned || s == StatusCancelled
}

// String returns the status as it is spelled in a file, such as "under-way", ""
// for the zero value, or "Status(99)" for a number that is not a constant.
func (s Status) String() string { return statusEnum.string(uint8(s)) }

// MarshalText implements [encoding.TextMarshaler]. The zero Status is written
// as empty text. It returns an error for a number that is not a constant.
func (s Status) MarshalText() ([]byte, error) { return statusEnum.marshal(uint8(s)) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts the text of
// each constant, and empty text for the zero Status. On error, s is unchanged.
func (s *Status) UnmarshalText(text []byte) error { return unmarshalEnum(&statusEnum, s, text) }

// Role is the part that a contingent plays. The zero Role means not stated.
type Role uint8

// The roles of a contingent.
const (
	RoleHost        Role = iota + 1 // runs the exercise on its territory, or invites the others to it
	RoleParticipant                 // takes part with forces
	RoleObserver                    // observes
)

var roleEnum = enum{typ: "Role", what: "role", unknown: true, names: []string{
	"", "host", "participant", "observer",
}}

// String returns the role as it is spelled in a file, such as "host", "" for
// the zero value, or "Role(99)" for a number that is not a constant.
func (r Role) String() string { return roleEnum.string(uint8(r)) }

// MarshalText implements [encoding.TextMarshaler]. The zero Role is written as
// empty text. It returns an error for a number that is not a constant.
func (r Role) MarshalText() ([]byte, error) { return roleEnum.marshal(uint8(r)) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts the text of
// each constant, and empty text for the zero Role. On error, r is unchanged.
func (r *Role) UnmarshalText(text []byte) error { return unmarshalEnum(&roleEnum, r, text) }

// Domain is an operational domain of an exercise. The zero Domain is invalid.
type Domain uint8

// The domains are NATO's five operational domains (land, maritime, air,
// cyberspace, space) and special operations, which sources list with them.
const (
	DomainLand              Domain = iota + 1 // on land
	DomainMaritime                            // at sea
	DomainAir                                 // in the air
	DomainCyberspace                          // in cyberspace
	DomainSpace                               // in space
	DomainSpecialOperations                   // special operations, in any domain
)

var domainEnum = enum{typ: "Domain", what: "domain", names: []string{
	"", "land", "maritime", "air", "cyberspace", "space", "special-operations",
}}

// String returns the domain as it is spelled in a file, such as "land", or
// "Domain(99)" for a number that is not a constant.
func (d Domain) String() string { return domainEnum.string(uint8(d)) }

// MarshalText implements [encoding.TextMarshaler]. It returns an error for a
// number that is not a constant.
func (d Domain) MarshalText() ([]byte, error) { return domainEnum.marshal(uint8(d)) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts the text of
// each constant. On error, d is unchanged.
func (d *Domain) UnmarshalText(text []byte) error { return unmarshalEnum(&domainEnum, d, text) }

// Form is how an exercise is run. The zero Form is invalid.
type Form uint8

// The forms of an exercise.
const (
	FormField       Form = iota + 1 // with troops, ships or aircraft (FTX, LIVEX)
	FormCommandPost                 // with staffs (CPX)
	FormTabletop                    // by discussion (TTX)
	FormPassing                     // a passing exercise of ships that meet under way (PASSEX)
)

var formEnum = enum{typ: "Form", what: "form", names: []string{
	"", "field", "command-post", "tabletop", "passing",
}}

// String returns the form as it is spelled in a file, such as "field", or
// "Form(99)" for a number that is not a constant.
func (f Form) String() string { return formEnum.string(uint8(f)) }

// MarshalText implements [encoding.TextMarshaler]. It returns an error for a
// number that is not a constant.
func (f Form) MarshalText() ([]byte, error) { return formEnum.marshal(uint8(f)) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts the text of
// each constant. On error, f is unchanged.
func (f *Form) UnmarshalText(text []byte) error { return unmarshalEnum(&formEnum, f, text) }
