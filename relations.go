package entente

import (
	"iter"

	"github.com/entente-go/entente/edtf"
	"golang.org/x/text/language"
)

// Partnership is a lasting relationship between two or more parties. Its When
// is the time for which it is known to have lasted. The zero Partnership is not
// valid.
type Partnership struct {
	Fact
	// Name is a short name for the relationship. It may be left out.
	Name Text `json:"name,omitzero"`
	// Parties are the nations, blocs or organizations in it, at least two.
	Parties []ID `json:"parties,omitempty"`
	// Nature says in a few words what the relationship consists of.
	Nature Text `json:"nature,omitzero"`
	// Trend is the direction in which the relationship is moving. The zero Trend
	// means that it is not stated.
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

// Trend is the direction in which a relationship is moving. The zero Trend
// means not stated.
type Trend uint8

// The trends of a partnership.
const (
	TrendWarming  Trend = iota + 1 // growing closer after a time apart
	TrendSteady                    // unchanged
	TrendGrowing                   // becoming closer still
	TrendStrained                  // under pressure
	TrendCooling                   // moving apart
)

var trendEnum = enum{typ: "Trend", what: "trend", unknown: true, names: []string{
	"", "warming", "steady", "growing", "strained", "cooling",
}}

// String returns the trend as it is spelled in a file, such as "warming", ""
// for the zero value, or "Trend(99)" for a number that is not a constant.
func (t Trend) String() string { return trendEnum.string(uint8(t)) }

// MarshalText implements [encoding.TextMarshaler]. The zero Trend is written as
// empty text. It returns an error for a number that is not a constant.
func (t Trend) MarshalText() ([]byte, error) { return trendEnum.marshal(uint8(t)) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts the text of
// each constant, and empty text for the zero Trend. On error, t is unchanged.
func (t *Trend) UnmarshalText(text []byte) error { return unmarshalEnum(&trendEnum, t, text) }

// Agreement is a signed instrument. Its When is the date of signing, as
// precisely as it is known. The zero Agreement is not valid.
type Agreement struct {
	Fact
	// Name is the title of the instrument, or what the source calls it.
	Name Text `json:"name,omitzero"`
	// Aliases are other names and abbreviations, each under its language.
	Aliases Names `json:"aliases,omitzero"`
	// Type is the type of instrument. The zero value means that it is not stated.
	Type AgreementType `json:"type,omitzero"`
	// Parties are the parties to it, at least two. A party that left and rejoined
	// is listed once for each time.
	Parties []Party `json:"parties,omitempty"`
	// Signatories are the officials who signed.
	Signatories []ID `json:"signatories,omitempty"`
	// Places lists where it was signed.
	Places []Place `json:"places,omitempty"`
	// InForce is the time from entry into force to termination; the zero Period
	// means not known.
	InForce edtf.Period `json:"in_force,omitzero"`
	// Partnership is the partnership that it belongs to, if any.
	Partnership ID `json:"partnership,omitzero"`
	// Under is the agreement under which it was concluded, such as the
	// framework of a contract.
	Under ID `json:"under,omitzero"`
	// Gist summarizes its provisions in the editors' words.
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

// Party is one party to an agreement, and the time for which it is one. The
// zero Party is not valid: an actor is required.
type Party struct {
	// Actor is the nation, bloc or organization.
	Actor ID `json:"actor"`
	// Period is the time for which it is a party; the zero Period means as long
	// as the agreement is in force. Only the part in which the agreement lasts
	// counts; see [Dataset.During].
	Period edtf.Period `json:"period,omitzero"`
	// Obligations are what it owes the others. None means that they are not
	// stated; [ObligationNone] means that it owes none of these.
	Obligations []Obligation `json:"obligations,omitempty"`
	// Cites lists the passages for the party, if they differ from the
	// agreement's.
	Cites []Citation `json:"cites,omitempty"`
}

// Obligation is what a party to an agreement owes the others. The zero
// Obligation is invalid.
type Obligation uint8

// The obligations of a party. They are those of the Alliance Treaty Obligations
// and Provisions project (ATOP).
const (
	ObligationDefence       Obligation = iota + 1 // to help another that is attacked
	ObligationOffence                             // to join an attack
	ObligationNeutrality                          // to stay out of a war of another
	ObligationNonAggression                       // not to attack the others
	ObligationConsultation                        // to consult in a crisis
	ObligationNone                                // none of these
)

var obligationEnum = enum{typ: "Obligation", what: "obligation", names: []string{
	"", "defence", "offence", "neutrality", "non-aggression", "consultation", "none",
}}

// String returns the obligation as it is spelled in a file, such as "defence",
// or "Obligation(99)" for a number that is not a constant.
func (o Obligation) String() string { return obligationEnum.string(uint8(o)) }

// MarshalText implements [encoding.TextMarshaler]. It returns an error for a
// number that is not a constant.
func (o Obligation) MarshalText() ([]byte, error) { return obligationEnum.marshal(uint8(o)) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts the text of
// each constant. On error, o is unchanged.
func (o *Obligation) UnmarshalText(text []byte) error {
	return unmarshalEnum(&obligationEnum, o, text)
}

// AgreementType is a type of instrument. The zero AgreementType means not
// stated.
type AgreementType uint8

// The types of agreement.
const (
	AgreementTypeTreaty        AgreementType = iota + 1 // a treaty between states or governments
	AgreementTypeFramework                              // a general agreement that later agreements implement
	AgreementTypeMemorandum                             // a memorandum of understanding
	AgreementTypeContract                               // a contract for goods or services
	AgreementTypeProtocol                               // minutes, terms of reference or an additional protocol
	AgreementTypeArrangement                            // an arrangement between ministries or armed services, below treaty level
	AgreementTypeJointDocument                          // a signed declaration or communiqué
)

var agreementTypeEnum = enum{typ: "AgreementType", what: "type of agreement", unknown: true, names: []string{
	"", "treaty", "framework", "memorandum", "contract", "protocol", "arrangement",
	"joint-document",
}}

// String returns the type as it is spelled in a file, such as "memorandum", ""
// for the zero value, or "AgreementType(99)" for a number that is not a
// constant.
func (t AgreementType) String() string { return agreementTypeEnum.string(uint8(t)) }

// MarshalText implements [encoding.TextMarshaler]. The zero AgreementType is
// written as empty text. It returns an error for a number that is not a
// constant.
func (t AgreementType) MarshalText() ([]byte, error) { return agreementTypeEnum.marshal(uint8(t)) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts the text of
// each constant, and empty text for the zero AgreementType. On error, t is
// unchanged.
func (t *AgreementType) UnmarshalText(text []byte) error {
	return unmarshalEnum(&agreementTypeEnum, t, text)
}

// Meeting is an occasion on which actors met. The zero Meeting is not valid.
type Meeting struct {
	Fact
	// Name is a short name for the occasion. It may be left out.
	Name Text `json:"name,omitzero"`
	// Attendees lists who met: at least two, or one at a place whose hosts the
	// source does not name.
	Attendees []Attendee `json:"attendees,omitempty"`
	// Places lists where they met.
	Places []Place `json:"places,omitempty"`
	// Trip is the source's name or number for the trip that the meeting was
	// part of. All meetings of one trip share it.
	Trip string `json:"trip,omitzero"`
	// Auspices is the actor under whose auspices they met.
	Auspices ID `json:"auspices,omitzero"`
	// Purpose says what the meeting was for, in the editors' words.
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

// Attendee is one participant in a meeting. The zero Attendee is not valid: an
// actor is required.
type Attendee struct {
	// Actor is the official, organization, nation or bloc that attended.
	Actor ID `json:"actor"`
	// For is the organization, nation or bloc that the actor represented, if
	// the source says so.
	For ID `json:"for,omitzero"`
	// Leads reports whether the source names the actor as head of a delegation.
	Leads bool `json:"leads,omitzero"`
}

// Statement is something that an actor said, in the editors' words. Its Basis
// is [BasisAttributed]: the source reports that it was said, not that it is
// true. The zero Statement is not valid.
type Statement struct {
	Fact
	// Speakers are the officials, organizations, nations or blocs who said
	// it: at least one, and more for a joint statement.
	Speakers []ID `json:"speakers,omitempty"`
	// For is the organization, nation or bloc in whose name they spoke.
	For ID `json:"for,omitzero"`
	// To lists the actors addressed.
	To []ID `json:"to,omitempty"`
	// Act is what the speaker did by saying it. The zero value means [SpeechActSaid].
	Act SpeechAct `json:"act,omitzero"`
	// Gist is what was said, in the editors' words, as a clause that can follow
	// "that".
	Gist Text `json:"gist"`
	// Meeting is the meeting at which it was said. Those who attended it take
	// part in the statement; see [Dataset.Involving].
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
// [SpeechActSaid], but is not equal to it.
type SpeechAct uint8

// The speech acts.
const (
	SpeechActSaid         SpeechAct = iota + 1 // stated, without emphasis
	SpeechActStressed                          // emphasized, underscored
	SpeechActReaffirmed                        // repeated, reiterated
	SpeechActPraised                           // spoke well of, appreciated
	SpeechActAcknowledged                      // recognized
	SpeechActWished                            // expressed a desire or interest
	SpeechActPledged                           // expressed a commitment or readiness
	SpeechActProposed                          // put forward
	SpeechActAnnounced                         // announced a decision
	SpeechActAgreed                            // said together with the other side
	SpeechActDenied                            // denied something; the gist is what was denied
	SpeechActWarned                            // warned of a consequence
)

var speechActEnum = enum{typ: "SpeechAct", what: "speech act", unknown: true, names: []string{
	"", "said", "stressed", "reaffirmed", "praised", "acknowledged", "wished", "pledged", "proposed",
	"announced", "agreed", "denied", "warned",
}}

// String returns the act as it is spelled in a file, such as "pledged", "" for
// the zero value, or "SpeechAct(99)" for a number that is not a constant.
func (a SpeechAct) String() string { return speechActEnum.string(uint8(a)) }

// MarshalText implements [encoding.TextMarshaler]. The zero SpeechAct is
// written as empty text. It returns an error for a number that is not a
// constant.
func (a SpeechAct) MarshalText() ([]byte, error) { return speechActEnum.marshal(uint8(a)) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts the text of
// each constant, and empty text for the zero SpeechAct. On error, a is
// unchanged.
func (a *SpeechAct) UnmarshalText(text []byte) error { return unmarshalEnum(&speechActEnum, a, text) }

// Assessment is one judgement or expectation about one thing. Its Basis is
// [BasisAssessed], or [BasisAttributed] if the source attributes the judgement
// to someone, whom By names. The zero Assessment is not valid.
type Assessment struct {
	Fact
	// About is the record that the assessment is about.
	About ID `json:"about,omitzero"`
	// Affects lists the actors and regions that it says are affected. Being
	// affected is not taking part.
	Affects []ID `json:"affects,omitempty"`
	// Gist is the judgement in the editors' words, with its hedge, so that it
	// can be read on its own.
	Gist Text `json:"gist"`
	// Modality is how firmly the author puts the judgement. It is required.
	Modality Modality `json:"modality,omitzero"`
	// Hedge is the hedging phrase as printed, such as "could potentially", or
	// empty. Like Modality, it is for filtering; the gist contains the hedge too.
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

// Modality is how firmly the author of an [Assessment] puts it, as printed;
// this package never strengthens it. It is not a probability: the scale of the
// US intelligence community (ICD 203), for example, has no place for "could".
// The zero Modality is invalid.
type Modality uint8

// The degrees of an assessment.
const (
	// ModalityUnhedged: asserted without a hedge.
	ModalityUnhedged Modality = iota + 1
	// ModalityLikely: such as "will likely", "is expected to", "probably".
	ModalityLikely
	// ModalityPossible: such as "could", "may", "potentially", "stands to".
	ModalityPossible
)

var modalityEnum = enum{typ: "Modality", what: "modality", names: []string{
	"", "unhedged", "likely", "possible",
}}

// String returns the modality as it is spelled in a file, such as "possible",
// or "Modality(99)" for a number that is not a constant.
func (m Modality) String() string { return modalityEnum.string(uint8(m)) }

// MarshalText implements [encoding.TextMarshaler]. It returns an error for a
// number that is not a constant.
func (m Modality) MarshalText() ([]byte, error) { return modalityEnum.marshal(uint8(m)) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts the text of
// each constant. On error, m is unchanged.
func (m *Modality) UnmarshalText(text []byte) error { return unmarshalEnum(&modalityEnum, m, text) }
