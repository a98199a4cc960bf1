package entente

import (
	"iter"
	"reflect"
	"strings"
	"sync"

	"github.com/entente-go/entente/edtf"
	"golang.org/x/text/language"
)

// ID names one record or source. IDs of records are unique across a whole
// [Dataset], whatever the kind, and are how records refer to each other. IDs of
// sources are unique among sources.
//
// A nation's ID is one that package nation knows: the ISO 3166-1 alpha-2 code
// ("PK"), a former state's ISO 3166-3 code ("SUHH"), or the name of a state that
// ISO never had ("PRUSSIA"). It can be referred to without a record. A nation
// that package nation does not know is declared with a name, under an ID of
// upper-case ASCII letters and single hyphens between them, at least five and at
// most 64 bytes. Every other ID is a slug: lower-case ASCII letters, digits and
// single hyphens, starting with a letter ("druzhba-7"), at most 64 bytes long.
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
	// Identifiers are what other datasets call what the record is about.
	Identifiers []Identifier `json:"identifiers,omitempty"`
	// Extra is what the file from which the record comes had besides. It is
	// kept, written, compared and merged. Nothing interprets it.
	Extra Extra `json:"extra,omitempty"`
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
	// Label returns the record's own name, or its gist, in the language that
	// fits the tag best; see [Text.In]. It is the ID of a record without one.
	Label(tag language.Tag) string
	// References yields the IDs of the records that the record refers to, each
	// once, in the order of the members. Those in claims come too, and those of
	// nations without a record; those of sources do not.
	References() iter.Seq[ID]
	// Actors yields the IDs of those whom the record itself names as taking
	// part, each once, in the order of the members. Those do not come who take
	// part through the meeting of a statement, or because an official belongs
	// to them: [Dataset.Involving] knows them.
	Actors() iter.Seq[ID]

	sealed()
}

func (Fact) sealed() {}

// Place is where something happened. The zero Place is not valid: one of its
// members is required.
type Place struct {
	// Name is the name of the town, range, base or building.
	Name Text `json:"name,omitzero"`
	// Facility is the organization on whose premises it is.
	Facility ID `json:"facility,omitzero"`
	// Nation is the nation on whose soil it is.
	Nation ID `json:"nation,omitzero"`
	// At is the point on a map. The zero Point means that it is not known.
	At Point `json:"at,omitzero"`
}

// Records is what a data file holds, as Go values, for [New]. The order of the
// records does not matter: a [Dataset] has its own. The zero Records is empty.
type Records struct {
	// Title is the title of the data.
	Title Text `json:"title,omitzero"`
	// Edition says which edition of the data this is.
	Edition Edition `json:"edition,omitzero"`
	// Authors are who made the data, as they want to be named.
	Authors []string `json:"authors,omitempty"`
	// Licence is the licence of the data: an identifier of SPDX, such as
	// "CC-BY-4.0", or words.
	Licence string `json:"licence,omitzero"`
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

	// Extra is what the file had besides, by the ID that it has there: rows that
	// are no fact of a kind of this package, as the text they had. Nothing
	// interprets it.
	Extra Extra `json:"extra,omitempty"`
}

// Edition says which edition of the data a file is. The zero Edition means that
// the file does not say.
type Edition struct {
	// Version is what the editors call the edition, such as "1.2.0".
	Version string `json:"version"`
	// Date is the day on which it was made; the zero Date means not known.
	Date edtf.Date `json:"date,omitzero"`
}

// about is what a file says of itself, beside its title and coverage.
type about struct {
	edition Edition
	authors []string
	licence string
	extra   Extra
}

// clone returns a copy that shares no memory with a.
func (a *about) clone() about {
	return about{a.edition, clone(a.authors), a.licence, clone(a.extra)}
}

// join adds what another file says: what the first says counts.
func (a *about) join(b about) {
	if a.edition == (Edition{}) {
		a.edition = b.edition
	}
	if a.authors == nil {
		a.authors = b.authors
	}
	if a.licence == "" {
		a.licence = b.licence
	}
	a.extra = a.extra.union(b.extra)
}

// records is what files or [Records] hold, as the package keeps it.
type records struct {
	title    Text
	about    about
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
	rs.about = about{in.Edition, clone(in.Authors), in.Licence, in.Extra.sorted()}
	rs.coverage, rs.sources = cloneAll(in.Coverage), cloneAll(in.Sources)
	for i := range rs.sources {
		rs.sources[i].Extra = rs.sources[i].Extra.sorted()
	}
	// The slices of records come in the order of the kinds. Finding them by
	// reflection costs little beside copying what is in them.
	w := walker{copies: true, room: new(room)}
	for v, i := reflect.ValueOf(in).Elem(), 0; i < v.NumField(); i++ {
		if list := v.Field(i); list.Kind() == reflect.Slice {
			rs.addRecords(list, &w)
		}
	}
	return rs
}

// addRecords copies the elements of a slice into rs if they are records.
func (rs *records) addRecords(list reflect.Value, w *walker) {
	for i := range list.Len() {
		r, ok := list.Index(i).Addr().Interface().(record)
		if !ok {
			return
		}
		kept := r.kept(w)
		kept.fact().Extra = kept.fact().Extra.sorted()
		rs.recs = append(rs.recs, kept)
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
