package entente

import (
	"iter"

	"github.com/entente-go/entente/edtf"
	"golang.org/x/text/language"
)

// Partnership is a lasting relation of two or more parties. Its When is the
// time for which it is known to last.
type Partnership struct {
	Fact
	// Name is a short name for the relation.
	Name Text `json:"name,omitzero"`
	// Parties are the nations, blocs or organizations in it; at least two.
	Parties []ID `json:"parties,omitempty"`
	// Nature says in a few words what the relation consists of.
	Nature Text `json:"nature,omitzero"`
	// Trend is the way in which the relation is moving. The zero Trend means
	// that the source does not say.
	Trend Trend `json:"trend,omitzero"`
}

// Kind returns [KindPartnership].
func (Partnership) Kind() Kind { return KindPartnership }

// String returns a short form for logs, such as "partnership pk-ru (Pakistan and Russia)".
func (p Partnership) String() string { return describe(KindPartnership, p.ID, p.Name) }

// Label implements [Record].
func (p Partnership) Label(tag language.Tag) string { return labelOf(p.ID, p.Name, tag) }

// References implements [Record].
func (p Partnership) References() iter.Seq[ID] { return referencesOf(&p) }

// Actors implements [Record].
func (p Partnership) Actors() iter.Seq[ID] { return actorsOf(&p) }

// Trend is the way in which a relation is moving. The zero Trend means that the
// source does not say.
type Trend uint8

// The trends of a partnership.
const (
	TrendWarming  Trend = iota + 1 // coming closer, after distance
	TrendSteady                    // as it was
	TrendGrowing                   // more of what there was
	TrendStrained                  // under pressure
	TrendCooling                   // moving apart
)

var trendEnum = enum{typ: "Trend", what: "trend", unknown: true, names: []string{
	"", "warming", "steady", "growing", "strained", "cooling",
}}

// String returns the trend as it is written in a file, such as "warming".
func (t Trend) String() string { return trendEnum.string(uint8(t)) }

// MarshalText implements [encoding.TextMarshaler]. The zero Trend gives an empty
// text; a number that is not a constant fails.
func (t Trend) MarshalText() ([]byte, error) { return trendEnum.marshal(uint8(t)) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts what
// [Trend.String] gives for a constant, and an empty text for the zero Trend.
func (t *Trend) UnmarshalText(text []byte) error { return unmarshalEnum(&trendEnum, t, text) }

// Agreement is a signed instrument. Its When is the day of signing.
type Agreement struct {
	Fact
	// Name is the title of the instrument, or what the source calls it.
	Name Text `json:"name,omitzero"`
	// Aliases are other names and abbreviations, each under its language.
	Aliases Names `json:"aliases,omitzero"`
	// Type is the sort of instrument. The zero value means not known.
	Type AgreementType `json:"type,omitzero"`
	// Parties are its sides, at least two. One that left and came back is there
	// once for each time.
	Parties []Party `json:"parties,omitempty"`
	// Signatories are the officials who signed.
	Signatories []ID `json:"signatories,omitempty"`
	// Places are where it was signed.
	Places []Place `json:"places,omitempty"`
	// InForce runs from the entry into force to the end; the zero Period
	// means that the sources do not say.
	InForce edtf.Period `json:"in_force,omitzero"`
	// Partnership is the partnership to which it belongs.
	Partnership ID `json:"partnership,omitzero"`
	// Under is the agreement under which this one was concluded, as a
	// contract is under a framework.
	Under ID `json:"under,omitzero"`
	// Gist says in our words what it provides.
	Gist Text `json:"gist,omitzero"`
}

// Kind returns [KindAgreement].
func (Agreement) Kind() Kind { return KindAgreement }

// String returns a short form for logs: kind, ID and name.
func (a Agreement) String() string { return describe(KindAgreement, a.ID, a.Name) }

// Label implements [Record].
func (a Agreement) Label(tag language.Tag) string { return labelOf(a.ID, a.Name, tag) }

// References implements [Record].
func (a Agreement) References() iter.Seq[ID] { return referencesOf(&a) }

// Actors implements [Record].
func (a Agreement) Actors() iter.Seq[ID] { return actorsOf(&a) }

// Party is one side of an agreement, for the time for which it was one. The
// zero Party is not valid: an actor is required.
type Party struct {
	// Actor is the nation, bloc or organization.
	Actor ID `json:"actor"`
	// Period is the time for which it is a party; the zero Period means as long
	// as the agreement is in force.
	Period edtf.Period `json:"period,omitzero"`
	// Obligations are what it owes the others. None means that the sources do
	// not say; [ObligationNone] says that it owes nothing.
	Obligations []Obligation `json:"obligations,omitempty"`
	// Cites says where the source gives this, if that is not where the
	// agreement's own citations point.
	Cites []Citation `json:"cites,omitempty"`
}

// Obligation is what a party of an agreement owes the others. The zero
// Obligation is invalid.
type Obligation uint8

// The obligations of a party.
const (
	ObligationDefence       Obligation = iota + 1 // to help another that is attacked
	ObligationOffence                             // to join an attack
	ObligationNeutrality                          // to stay out of a war of another
	ObligationNonAggression                       // not to attack the others
	ObligationConsultation                        // to consult in a crisis
	ObligationNone                                // nothing of these
)

var obligationEnum = enum{typ: "Obligation", what: "obligation", names: []string{
	"", "defence", "offence", "neutrality", "non-aggression", "consultation", "none",
}}

// String returns the obligation as it is written in a file, such as "defence".
func (o Obligation) String() string { return obligationEnum.string(uint8(o)) }

// MarshalText implements [encoding.TextMarshaler]. It fails for an invalid Obligation.
func (o Obligation) MarshalText() ([]byte, error) { return obligationEnum.marshal(uint8(o)) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts what
// [Obligation.String] gives for a constant.
func (o *Obligation) UnmarshalText(text []byte) error {
	return unmarshalEnum(&obligationEnum, o, text)
}

// AgreementType is a sort of instrument. The zero AgreementType means that the
// sort is not known.
type AgreementType uint8

// The sorts of agreement.
const (
	AgreementTypeTreaty        AgreementType = iota + 1 // a treaty of states or governments
	AgreementTypeFramework                              // a general agreement that others fill in
	AgreementTypeMemorandum                             // a memorandum of understanding
	AgreementTypeContract                               // a purchase or a service
	AgreementTypeProtocol                               // minutes, terms of reference, an addition
	AgreementTypeArrangement                            // of ministries or services, below a treaty
	AgreementTypeJointDocument                          // a signed declaration or communiqué
)

var agreementTypeEnum = enum{typ: "AgreementType", what: "type of agreement", unknown: true, names: []string{
	"", "treaty", "framework", "memorandum", "contract", "protocol", "arrangement",
	"joint-document",
}}

// String returns the sort as it is written in a file, such as "memorandum".
func (t AgreementType) String() string { return agreementTypeEnum.string(uint8(t)) }

// MarshalText implements [encoding.TextMarshaler]. The zero AgreementType gives an empty
// text; a number that is not a constant fails.
func (t AgreementType) MarshalText() ([]byte, error) { return agreementTypeEnum.marshal(uint8(t)) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts what
// [AgreementType.String] gives for a constant, and an empty text for the zero AgreementType.
func (t *AgreementType) UnmarshalText(text []byte) error {
	return unmarshalEnum(&agreementTypeEnum, t, text)
}

// Meeting is an occasion on which actors met.
type Meeting struct {
	Fact
	// Name is a short name for the occasion.
	Name Text `json:"name,omitzero"`
	// Attendees are those who met: at least two, or one at a place, whose hosts
	// the source does not name.
	Attendees []Attendee `json:"attendees,omitempty"`
	// Places are where they met.
	Places []Place `json:"places,omitempty"`
	// Trip is what the stops of one trip share, in the words or the number of
	// the source.
	Trip string `json:"trip,omitzero"`
	// Auspices is the actor under whose auspices they met.
	Auspices ID `json:"auspices,omitzero"`
	// Purpose says in our words what the meeting was for.
	Purpose Text `json:"purpose,omitzero"`
}

// Kind returns [KindMeeting].
func (Meeting) Kind() Kind { return KindMeeting }

// String returns a short form for logs: kind, ID and name.
func (m Meeting) String() string { return describe(KindMeeting, m.ID, m.Name) }

// Label implements [Record].
func (m Meeting) Label(tag language.Tag) string { return labelOf(m.ID, m.Name, tag) }

// References implements [Record].
func (m Meeting) References() iter.Seq[ID] { return referencesOf(&m) }

// Actors implements [Record].
func (m Meeting) Actors() iter.Seq[ID] { return actorsOf(&m) }

// Attendee is one participant of a meeting. The zero Attendee is not valid: an
// actor is required.
type Attendee struct {
	// Actor is the official, organization, nation or bloc that attended.
	Actor ID `json:"actor"`
	// For is the organization, nation or bloc that the actor represented,
	// where the source says so.
	For ID `json:"for,omitzero"`
	// Leads says that the source names the actor as head of a delegation.
	Leads bool `json:"leads,omitzero"`
}

// Statement is something that somebody said, in our words. Its Basis is
// [BasisAttributed]: the source reports that it was said, not that it is so.
type Statement struct {
	Fact
	// Speakers are the officials, organizations, nations or blocs who said
	// it; at least one, and more for a joint statement.
	Speakers []ID `json:"speakers,omitempty"`
	// For is the organization, nation or bloc in whose name they spoke.
	For ID `json:"for,omitzero"`
	// To are the actors addressed.
	To []ID `json:"to,omitempty"`
	// Act is what the speaker did by saying it. The zero value means [SpeechActSaid].
	Act SpeechAct `json:"act,omitzero"`
	// Gist is what was said, in our words, as a clause that can follow "that".
	Gist Text `json:"gist"`
	// Meeting is the meeting at which it was said. Those who attended it take
	// part in the statement, in the sense of [Dataset.Involving].
	Meeting ID `json:"meeting,omitzero"`
}

// Kind returns [KindStatement].
func (Statement) Kind() Kind { return KindStatement }

// String returns a short form for logs: kind, ID and gist.
func (s Statement) String() string { return describe(KindStatement, s.ID, s.Gist) }

// Label implements [Record].
func (s Statement) Label(tag language.Tag) string { return labelOf(s.ID, s.Gist, tag) }

// References implements [Record].
func (s Statement) References() iter.Seq[ID] { return referencesOf(&s) }

// Actors implements [Record].
func (s Statement) Actors() iter.Seq[ID] { return actorsOf(&s) }

// SpeechAct is what a speaker does by speaking. The zero SpeechAct means
// [SpeechActSaid].
type SpeechAct uint8

// The speech acts, from the plainest.
const (
	SpeechActSaid         SpeechAct = iota + 1 // stated, without further colour
	SpeechActStressed                          // emphasised, underscored
	SpeechActReaffirmed                        // said again: reiterated
	SpeechActPraised                           // spoke well of, appreciated
	SpeechActAcknowledged                      // recognised
	SpeechActWished                            // expressed a desire or interest
	SpeechActPledged                           // expressed a commitment or readiness
	SpeechActProposed                          // put forward
	SpeechActAnnounced                         // made known as decided
	SpeechActAgreed                            // said together with the other side
	SpeechActDenied                            // said that it is not so; the gist is what is denied
	SpeechActWarned                            // said that something bad may follow
)

var speechActEnum = enum{typ: "SpeechAct", what: "speech act", unknown: true, names: []string{
	"", "said", "stressed", "reaffirmed", "praised", "acknowledged", "wished", "pledged", "proposed",
	"announced", "agreed", "denied", "warned",
}}

// String returns the act as it is written in a file, such as "pledged".
func (a SpeechAct) String() string { return speechActEnum.string(uint8(a)) }

// MarshalText implements [encoding.TextMarshaler]. The zero SpeechAct gives an empty
// text; a number that is not a constant fails.
func (a SpeechAct) MarshalText() ([]byte, error) { return speechActEnum.marshal(uint8(a)) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts what
// [SpeechAct.String] gives for a constant, and an empty text for the zero SpeechAct.
func (a *SpeechAct) UnmarshalText(text []byte) error { return unmarshalEnum(&speechActEnum, a, text) }

// Assessment is one judgement or expectation about one thing. Its Basis is
// [BasisAssessed], or [BasisAttributed] if the source gives it as somebody's words.
type Assessment struct {
	Fact
	// About is the record that the assessment is about.
	About ID `json:"about,omitzero"`
	// Affects are the actors and regions on which it says there is an effect.
	// Being affected is not taking part.
	Affects []ID `json:"affects,omitempty"`
	// Gist is the judgement in our words, with its hedge, so that it can be read
	// alone.
	Gist Text `json:"gist"`
	// Modality is how firmly the author holds it; it is required.
	Modality Modality `json:"modality,omitzero"`
	// Hedge is the hedge as the source prints it, such as "could
	// potentially"; empty if it prints none. Like Modality it is for filtering:
	// the gist says it too.
	Hedge string `json:"hedge,omitzero"`
}

// Kind returns [KindAssessment].
func (Assessment) Kind() Kind { return KindAssessment }

// String returns a short form for logs: kind, ID and gist.
func (a Assessment) String() string { return describe(KindAssessment, a.ID, a.Gist) }

// Label implements [Record].
func (a Assessment) Label(tag language.Tag) string { return labelOf(a.ID, a.Gist, tag) }

// References implements [Record].
func (a Assessment) References() iter.Seq[ID] { return referencesOf(&a) }

// Actors implements [Record].
func (a Assessment) Actors() iter.Seq[ID] { return actorsOf(&a) }

// Modality is how firmly the author of an [Assessment] holds it. It is the
// author's degree, as printed, and is never strengthened. It is not a
// probability: ICD 203 of the United States' intelligence community, for one,
// puts "could" nowhere on its scale. The zero Modality is invalid.
type Modality uint8

const (
	// ModalityUnhedged: said without a hedge.
	ModalityUnhedged Modality = iota + 1
	// ModalityLikely: will likely, is expected to, probably.
	ModalityLikely
	// ModalityPossible: could, may, potentially, stands to.
	ModalityPossible
)

var modalityEnum = enum{typ: "Modality", what: "modality", names: []string{
	"", "unhedged", "likely", "possible",
}}

// String returns the modality as it is written in a file, such as "possible".
func (m Modality) String() string { return modalityEnum.string(uint8(m)) }

// MarshalText implements [encoding.TextMarshaler]. It fails for an invalid Modality.
func (m Modality) MarshalText() ([]byte, error) { return modalityEnum.marshal(uint8(m)) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts what
// [Modality.String] gives for a constant.
func (m *Modality) UnmarshalText(text []byte) error { return unmarshalEnum(&modalityEnum, m, text) }
