package entente

import "strings"

// ID names one record or source. IDs are unique across a whole [Dataset],
// whatever the kind, and are how records refer to each other.
//
// A nation's ID is its ISO 3166-1 alpha-2 code ("PK"), a former state's its
// ISO 3166-3 code ("SUHH"), both in upper case; "XK", which ISO leaves to its
// users and CLDR uses for Kosovo, is accepted too. Every other ID is a slug:
// lower-case ASCII letters, digits and single hyphens, starting with a letter
// ("druzhba-7"), at most 64 bytes long.
//
// The zero ID names nothing.
type ID string

// Kind tells the types of [Record] apart. The zero Kind is invalid.
type Kind uint8

// The kinds of record, in the order in which a [Dataset] yields them.
const (
	KindNation Kind = iota + 1
	KindBloc
	KindRegion
	KindOrganization
	KindOfficial
	KindPartnership
	KindAgreement
	KindSeries
	KindExercise
	KindMeeting
	KindStatement
	KindAssessment

	kindEnd // one past the last kind
)

var kindNames = []string{"", "nation", "bloc", "region", "organization", "official", "partnership",
	"agreement", "series", "exercise", "meeting", "statement", "assessment"}

// String returns the kind as it is written in a file, such as "exercise".
func (k Kind) String() string { return enumString(k, "Kind", kindNames) }

// MarshalText implements [encoding.TextMarshaler]. It fails for an invalid Kind.
func (k Kind) MarshalText() ([]byte, error) { return enumMarshal(k, "kind", kindNames) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts what [Kind.String] gives.
func (k *Kind) UnmarshalText(text []byte) error { return enumUnmarshal(k, "kind", kindNames, text) }

// Basis says on what ground a record stands. The zero Basis is invalid:
// every record has one, and nothing in this package turns one into another.
type Basis uint8

const (
	// BasisReported: the source gives it as so.
	BasisReported Basis = iota + 1
	// BasisAttributed: the source says that somebody said it. Who that is stands
	// in [Fact.By], or for a [Statement] in its Speakers.
	BasisAttributed
	// BasisAssessed: a judgement. Its author is the source, unless [Fact.By]
	// names another.
	BasisAssessed
)

var basisNames = []string{"", "reported", "attributed", "assessed"}

// String returns the basis as it is written in a file, such as "reported".
func (b Basis) String() string { return enumString(b, "Basis", basisNames) }

// MarshalText implements [encoding.TextMarshaler]. It fails for an invalid Basis.
func (b Basis) MarshalText() ([]byte, error) { return enumMarshal(b, "basis", basisNames) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts what [Basis.String] gives.
func (b *Basis) UnmarshalText(text []byte) error {
	return enumUnmarshal(b, "basis", basisNames, text)
}

// Fact is what every record has: its name in the dataset, its time, its
// topics, and the ground on which it stands. It is embedded in every record
// type. The zero Fact is not valid in a [Dataset]: ID, Basis and at least one
// citation are required.
type Fact struct {
	// ID is the record's own.
	ID ID `json:"id"`
	// When is the time of an event, the signing of an agreement, or the
	// period in which a lasting thing lasts. The zero Period means that no
	// date is known. See [ParsePeriod] and [Date.Period].
	When Period `json:"when,omitzero"`
	// Timing holds the source's words about the time where they fix no date,
	// such as "earlier this month" in an undated article.
	Timing Text `json:"timing,omitzero"`
	// Topics says what the record is about, the most telling first.
	Topics []Topic `json:"topics,omitempty"`
	// Basis is the ground on which the record stands.
	Basis Basis `json:"basis,omitzero"`
	// By is the actor who said or judged what the record holds, where that is
	// not the source. It is not a party of the record.
	By ID `json:"by,omitzero"`
	// Cites says where each source supports the record. There is at least one.
	Cites []Citation `json:"cites,omitempty"`
	// Claims holds what a source says differently from this record.
	Claims []Claim `json:"claims,omitempty"`
	// Note is a remark of the dataset's editors: what is implied, what is
	// contradicted elsewhere, why a value was preferred.
	Note Text `json:"note,omitzero"`
}

// AsFact returns the Fact itself; through it, code that holds any [Record]
// reads what all records have. The slices in it are the caller's own.
func (f Fact) AsFact() Fact { return f }

func (f *Fact) fact() *Fact { return f }

// Record is any of the twelve record types, as a value: [Nation], [Bloc],
// [Region], [Organization], [Official], [Partnership], [Agreement], [Series],
// [Exercise], [Meeting], [Statement] or [Assessment]. A type switch tells
// them apart. No type outside this package can be a Record.
type Record interface {
	// Kind returns the kind of the record.
	Kind() Kind
	// AsFact returns the Fact embedded in the record.
	AsFact() Fact
	// String returns the record's kind, ID and name, for logs.
	String() string

	sealed()
}

func (Fact) sealed() {}

// Place is where something happened. The zero Place means that the source
// does not say.
type Place struct {
	// Name is the name of the town, range, base or building.
	Name Text `json:"name,omitzero"`
	// Facility is the organization on whose premises it is.
	Facility ID `json:"facility,omitzero"`
	// Nation is the nation on whose soil it is.
	Nation ID `json:"nation,omitzero"`
}

// Records is what a data file holds, as Go values: what [New] takes and what a
// file decodes into. The zero Records is empty.
//
// The order of the records does not matter: a [Dataset] has its own.
type Records struct {
	// Title is the title of the data.
	Title Text `json:"title,omitzero"`
	// Coverage says what the data was made to cover.
	Coverage []Coverage `json:"coverage,omitempty"`
	// Topics declares the topics used beyond the known ones.
	Topics []TopicDeclaration `json:"topics,omitempty"`
	// Sources are what the records cite.
	Sources []Source `json:"sources,omitempty"`

	Nations       []Nation       `json:"nations,omitempty"`
	Blocs         []Bloc         `json:"blocs,omitempty"`
	Regions       []Region       `json:"regions,omitempty"`
	Organizations []Organization `json:"organizations,omitempty"`
	Officials     []Official     `json:"officials,omitempty"`
	Partnerships  []Partnership  `json:"partnerships,omitempty"`
	Agreements    []Agreement    `json:"agreements,omitempty"`
	Series        []Series       `json:"series,omitempty"`
	Exercises     []Exercise     `json:"exercises,omitempty"`
	Meetings      []Meeting      `json:"meetings,omitempty"`
	Statements    []Statement    `json:"statements,omitempty"`
	Assessments   []Assessment   `json:"assessments,omitempty"`
}

// records is what files or [Records] hold, as the package keeps it.
type records struct {
	title    Text
	coverage []Coverage
	topics   []TopicDeclaration
	sources  []Source
	recs     []record
	// ids, if not nil, holds the index in recs, or ^index in sources, of each
	// ID, in the order in which they stand here.
	ids map[ID]int32
	// links, if there are any, holds the links of recs.
	links table
}

// sections lists the members of a file that hold records, by kind.
var sections = [kindCount]string{"", "nations", "blocs", "regions", "organizations", "officials",
	"partnerships", "agreements", "series", "exercises", "meetings", "statements", "assessments"}

// recordsOf returns a copy of what in holds.
func recordsOf(in *Records) *records {
	rs := &records{title: in.Title, topics: clone(in.Topics)}
	rs.coverage, rs.sources = cloneAll(in.Coverage), cloneAll(in.Sources)
	rs.recs = addAll(rs.recs, in.Nations)
	rs.recs = addAll(rs.recs, in.Blocs)
	rs.recs = addAll(rs.recs, in.Regions)
	rs.recs = addAll(rs.recs, in.Organizations)
	rs.recs = addAll(rs.recs, in.Officials)
	rs.recs = addAll(rs.recs, in.Partnerships)
	rs.recs = addAll(rs.recs, in.Agreements)
	rs.recs = addAll(rs.recs, in.Series)
	rs.recs = addAll(rs.recs, in.Exercises)
	rs.recs = addAll(rs.recs, in.Meetings)
	rs.recs = addAll(rs.recs, in.Statements)
	rs.recs = addAll(rs.recs, in.Assessments)
	return rs
}

func addAll[T any, P interface {
	*T
	record
	clone() T
}](recs []record, values []T) []record {
	for i := range values {
		v := P(&values[i]).clone()
		recs = append(recs, P(&v))
	}
	return recs
}

// newRecord returns a pointer to a zero record of the kind.
func newRecord(k Kind) record {
	switch k {
	case KindNation:
		return new(Nation)
	case KindBloc:
		return new(Bloc)
	case KindRegion:
		return new(Region)
	case KindOrganization:
		return new(Organization)
	case KindOfficial:
		return new(Official)
	case KindPartnership:
		return new(Partnership)
	case KindAgreement:
		return new(Agreement)
	case KindSeries:
		return new(Series)
	case KindExercise:
		return new(Exercise)
	case KindMeeting:
		return new(Meeting)
	case KindStatement:
		return new(Statement)
	}
	return new(Assessment)
}

func compareIDs(a, b ID) int { return strings.Compare(string(a), string(b)) }
