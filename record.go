package entente

import (
	"reflect"
	"strings"
	"sync"

	"github.com/entente-go/entente/edtf"
)

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

// Basis is the ground on which a record stands. Every record has one, and
// nothing in this package turns one into another. The zero Basis is invalid.
type Basis uint8

const (
	// BasisReported: the source gives it as so.
	BasisReported Basis = iota + 1
	// BasisAttributed: the source says that somebody said it. [Fact.By] names
	// who, and for a [Statement] [Statement.Speakers] does.
	BasisAttributed
	// BasisAssessed: a judgement. Its author is the source, unless [Fact.By]
	// names another.
	BasisAssessed
)

var basisEnum = enum{typ: "Basis", what: "basis", names: []string{"", "reported", "attributed", "assessed"}}

// String returns the basis as it is written in a file, such as "reported".
func (b Basis) String() string { return basisEnum.string(uint8(b)) }

// MarshalText implements [encoding.TextMarshaler]. It fails for an invalid Basis.
func (b Basis) MarshalText() ([]byte, error) { return basisEnum.marshal(uint8(b)) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts what
// [Basis.String] gives for a constant.
func (b *Basis) UnmarshalText(text []byte) error { return unmarshalEnum(&basisEnum, b, text) }

// Fact is what every record has: its ID, its time, its topics, and the ground
// on which it stands. Every [Record] type embeds it. The zero Fact is not valid:
// an ID, a basis and at least one citation are required.
type Fact struct {
	// ID is the record's own ID.
	ID ID `json:"id"`
	// When is the time of an event, the signing of an agreement, or the
	// period in which a lasting thing lasts. The zero Period means that no
	// date is known. See [edtf.ParsePeriod] and [edtf.Date.Period].
	When edtf.Period `json:"when,omitzero"`
	// Timing holds the source's words about the time where they fix no date,
	// such as "earlier this month" in an undated article.
	Timing Text `json:"timing,omitzero"`
	// Topics says what the record is about, the most telling first.
	Topics []Topic `json:"topics,omitempty"`
	// Basis is the ground on which the record stands.
	Basis Basis `json:"basis,omitzero"`
	// By is the actor who said or judged what the record holds, unless the
	// source did. It is not a party of the record.
	By ID `json:"by,omitzero"`
	// Cites says where each source supports the record. At least one does.
	Cites []Citation `json:"cites,omitempty"`
	// Claims holds what a source says differently from this record.
	Claims []Claim `json:"claims,omitempty"`
	// Note is a remark of the dataset's editors: what is implied, what is
	// contradicted elsewhere, why a value was preferred.
	Note Text `json:"note,omitzero"`
}

// AsFact returns the Fact itself. Code that holds any [Record] uses it to read
// what all records have. The slices in it belong to the caller.
func (f Fact) AsFact() Fact { return f }

func (f *Fact) fact() *Fact { return f }

// Record is a value of any record type, of which there is one for each [Kind]:
// a [Nation], an [Exercise] and so on. A type switch tells them apart. No type
// outside this package can be a Record.
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

// Records is what a data file holds, as Go values, for [New]. The order of the
// records does not matter: a [Dataset] has its own. The zero Records is empty.
type Records struct {
	// Title is the title of the data.
	Title Text `json:"title,omitzero"`
	// Coverage says what the data covers.
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
	// ids and sourceIDs, if not nil, hold for each ID its index in recs and in
	// sources.
	ids, sourceIDs map[ID]int32
	// links, if there are any, holds the links of recs. Those to a nation without
	// a record lead beyond recs, into states.
	links  table
	states []ID
}

// recordsOf returns a copy of what in holds.
func recordsOf(in *Records) *records {
	rs := &records{title: in.Title, topics: clone(in.Topics)}
	rs.coverage, rs.sources = cloneAll(in.Coverage), cloneAll(in.Sources)
	// The slices of records come in the order of the kinds. Finding them by
	// reflection costs little beside copying what is in them.
	for v, i := reflect.ValueOf(in).Elem(), 0; i < v.NumField(); i++ {
		if list := v.Field(i); list.Kind() == reflect.Slice {
			rs.addRecords(list)
		}
	}
	return rs
}

// addRecords copies the elements of a slice into rs if they are records.
func (rs *records) addRecords(list reflect.Value) {
	for i := range list.Len() {
		r, ok := list.Index(i).Addr().Interface().(record)
		if !ok {
			return
		}
		rs.recs = append(rs.recs, r.kept())
	}
}

// memberNames returns the names of the members of records of the kind, in the
// order of the format.
func memberNames(k Kind) []string {
	memberTable.once.Do(func() {
		for k := KindNation; k < kindEnd; k++ {
			memberTable.names[k] = jsonNames(reflect.TypeOf(newRecord(k)).Elem())
		}
	})
	return memberTable.names[k]
}

var memberTable struct {
	once  sync.Once
	names [kindCount][]string
}

// jsonNames returns the names of the members of a struct type.
func jsonNames(t reflect.Type) []string {
	var names []string
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous {
			names = append(names, jsonNames(f.Type)...)
		} else {
			names = append(names, jsonName(f))
		}
	}
	return names
}

func jsonName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name
}

func compareIDs(a, b ID) int { return strings.Compare(string(a), string(b)) }
