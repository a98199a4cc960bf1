package entente

import (
	"iter"
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/entente-go/entente/edtf"
	"golang.org/x/text/language"
)

// ID identifies one record or source. An ID of a record is unique in a
// [Dataset] across all kinds, and records refer to each other by ID. IDs of
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

// Basis says what a record rests on: a report, an attribution or a judgement.
// Every record has one, and nothing in this package changes it. The zero Basis
// is invalid.
type Basis uint8

// The bases of a record.
const (
	// BasisReported: the source states it as fact.
	BasisReported Basis = iota + 1
	// BasisAttributed: the source attributes it to someone: [Fact.By] or, for a
	// [Statement], [Statement.Speakers].
	BasisAttributed
	// BasisAssessed: a judgement. Its author is the source, unless [Fact.By]
	// names another.
	BasisAssessed
)

var basisEnum = enum{typ: "Basis", what: "basis", names: []string{"", "reported", "attributed", "assessed"}}

// String returns the basis as it is spelled in a file, such as "reported", or
// "Basis(99)" for a number that is not a constant.
func (b Basis) String() string { return basisEnum.string(uint8(b)) }

// MarshalText implements [encoding.TextMarshaler]. It returns an error for a
// number that is not a constant.
func (b Basis) MarshalText() ([]byte, error) { return basisEnum.marshal(uint8(b)) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts the text of
// each constant. On error, b is unchanged.
func (b *Basis) UnmarshalText(text []byte) error { return unmarshalEnum(&basisEnum, b, text) }

// Fact holds what all records have, such as ID, time, topics, basis and
// citations. Every [Record] type embeds it. The zero Fact is not valid: an ID,
// a basis and at least one citation are required.
type Fact struct {
	// ID is the record's own ID.
	ID ID `json:"id"`
	// When is the time of an event, the date on which an agreement was signed,
	// or the period for which something lasted. The zero Period means that no
	// date is known. See [edtf.ParsePeriod] and [edtf.Date.Period].
	When edtf.Period `json:"when,omitzero"`
	// Timing holds the source's words about the time, if they do not give a
	// date, such as "earlier this month" in an undated article.
	Timing Text `json:"timing,omitzero"`
	// Topics lists the topics of the record, the most important first.
	Topics []Topic `json:"topics,omitempty"`
	// Basis says what the record rests on. It is required.
	Basis Basis `json:"basis,omitzero"`
	// By is the actor to whom the source attributes the record. Without it, the
	// source speaks for itself. The actor is not a party to the record.
	By ID `json:"by,omitzero"`
	// Cites lists the passages that support the record, at least one.
	Cites []Citation `json:"cites,omitempty"`
	// Claims holds what sources say where they disagree with this record.
	Claims []Claim `json:"claims,omitempty"`
	// Note is a remark by the dataset's editors: what is only implied, what
	// another source contradicts, why a value was preferred.
	Note Text `json:"note,omitzero"`
	// Identifiers identify the subject of the record in other datasets.
	Identifiers []Identifier `json:"identifiers,omitempty"`
	// Extra holds what the record's file says beyond these members. It is kept,
	// written, compared and merged, but never interpreted.
	Extra Extra `json:"extra,omitempty"`
}

// AsFact returns f. Use it to read the common fields of a [Record]. It does not
// copy the slices.
func (f Fact) AsFact() Fact { return f }

func (f *Fact) fact() *Fact { return f }

// A Record is a [Nation], an [Exercise] or a value of another record type;
// there is one for each [Kind]. Use a type switch to tell them apart. Types
// outside this package cannot implement Record.
type Record interface {
	// Kind returns the kind of the record.
	Kind() Kind
	// AsFact returns the Fact embedded in the record.
	AsFact() Fact
	// String returns the record's kind, ID and name, for logs.
	String() string
	// Label returns the record's own name, or its gist, in the language that
	// best matches tag; see [Text.In]. For a record without either it returns
	// the ID.
	Label(tag language.Tag) string
	// References yields the IDs of the records that the record refers to, each
	// once, in the order of the members. It includes references in claims and
	// to nations without a record, but not to sources.
	References() iter.Seq[ID]
	// Actors yields the IDs of the actors that the record itself names as
	// taking part, each once, in the order of the members. It leaves out those
	// that take part through the meeting of a statement, or because an official
	// belongs to them; see [Dataset.Involving].
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
	// Nation is the nation in whose territory it is.
	Nation ID `json:"nation,omitzero"`
	// At is its position. The zero Point means not known.
	At Point `json:"at,omitzero"`
}

// Records holds the content of a data file as Go values, for [New]. The order
// of the records does not matter: a [Dataset] has its own. The zero Records is
// empty. To write a file, use [New] and [Dataset.WriteTo]; the JSON of Records
// itself lacks the format, which [Decode] requires.
type Records struct {
	// Title is the title of the data.
	Title Text `json:"title,omitzero"`
	// Edition says which edition of the data this is.
	Edition Edition `json:"edition,omitzero"`
	// Authors are the people who made the data, as they want to be named.
	Authors []string `json:"authors,omitempty"`
	// Licence is the licence of the data: an SPDX identifier, such as
	// "CC-BY-4.0", or words.
	Licence string `json:"licence,omitzero"`
	// Coverage says what the data covers.
	Coverage []Coverage `json:"coverage,omitempty"`
	// Topics declares topics in addition to the known ones.
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

	// Extra holds the rows of the file that are not records of this package, as
	// text, each under the ID that the file gives it. They are never
	// interpreted.
	Extra Extra `json:"extra,omitempty"`
}

// Edition says which edition of the data a file is. The zero Edition means not
// stated.
type Edition struct {
	// Version is what the editors call the edition, such as "1.2.0".
	Version string `json:"version"`
	// Date is the day on which it was made; the zero Date means not known.
	Date edtf.Date `json:"date,omitzero"`
}

// about holds what a file or a dataset says about itself, except its title and
// coverage.
type about struct {
	edition Edition
	authors []string
	licence string
	extra   Extra
}

// ofFiles combines what several files of one dataset say about themselves. The
// edition is kept unless two files state different ones. Of two values of extra
// under one key, the first counts.
func ofFiles(files []about) (all about) {
	if len(files) == 1 {
		return files[0]
	}
	var editions []Edition
	var authors, licences []string
	for _, a := range files {
		if a.edition != (Edition{}) {
			editions = append(editions, a.edition)
		}
		authors = append(authors, a.authors...)
		if a.licence != "" {
			licences = append(licences, a.licence)
		}
		all.extra = append(all.extra, a.extra...)
	}
	if len(slices.Compact(editions)) == 1 {
		all.edition = editions[0]
	}
	all.authors = distinct(authors)
	all.licence = allLicences(licences, func(lists [][]string) []string { return distinct(slices.Concat(lists...)) })
	all.extra = slices.CompactFunc(all.extra.sorted(), func(a, b KeyValue) bool { return a.Key == b.Key })
	return all
}

// allLicences returns the licence of data whose parts have these licences. Unite
// returns the strings of several lists, each once.
func allLicences(of []string, unite func(lists [][]string) []string) string {
	if of = distinct(of); len(of) == 1 {
		return of[0]
	}
	lists := make([][]string, len(of))
	for i, l := range of {
		lists[i] = licencesIn(l)
	}
	return strings.Join(unite(lists), licenceAnd)
}

// licenceAnd joins licences in SPDX if all of them apply.
const licenceAnd = " AND "

// licencesIn returns the licences of which all apply. A choice of licences is one,
// in parentheses.
func licencesIn(s string) (all []string) {
	depth, begin := 0, 0
	for i := range len(s) {
		switch {
		case s[i] == '(':
			depth++
		case s[i] == ')':
			depth--
		case depth != 0 || i < begin:
		case strings.HasPrefix(s[i:], " OR "):
			return []string{"(" + s + ")"}
		case strings.HasPrefix(s[i:], licenceAnd):
			all, begin = append(all, s[begin:i]), i+len(licenceAnd)
		}
	}
	return append(all, s[begin:])
}

// distinct returns the strings of a list, each once.
func distinct(list []string) (each []string) {
	seen := make(map[string]bool)
	for _, s := range list {
		if !seen[s] {
			seen[s] = true
			each = append(each, s)
		}
	}
	return each
}

// records holds the content of files or of [Records], in the form in which the
// package keeps it.
type records struct {
	title    Text
	abouts   []about // of each file
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

// recordsOf returns what in holds. It copies all but the records, which [owned]
// does.
func recordsOf(in *Records) *records {
	rs := &records{title: in.Title, topics: clone(in.Topics)}
	rs.abouts = []about{{in.Edition, clone(in.Authors), in.Licence, in.Extra.sorted()}}
	rs.coverage, rs.sources = cloneAll(in.Coverage), cloneAll(in.Sources)
	for i := range rs.sources {
		rs.sources[i].Extra = rs.sources[i].Extra.sorted()
	}
	// The slices of records come in the order of the kinds.
	for v, i := reflect.ValueOf(in).Elem(), 0; i < v.NumField(); i++ {
		if list := v.Field(i); list.Kind() == reflect.Slice {
			rs.addRecords(list)
		}
	}
	return rs
}

// addRecords adds the elements of a slice to rs if they are records.
func (rs *records) addRecords(list reflect.Value) {
	for i := range list.Len() {
		r, ok := list.Index(i).Addr().Interface().(record)
		if !ok {
			return
		}
		rs.recs = append(rs.recs, r)
	}
}

// owned returns rs with copies of its records.
func (rs *records) owned() *records {
	c, room := *rs, newRoom()
	c.recs = make([]record, len(rs.recs))
	for i, r := range rs.recs {
		c.recs[i] = owned(r, room)
	}
	return &c
}

// owned returns a copy of a record of a caller, in the form in which the package
// keeps it.
func owned(r record, room *room) record {
	r = r.kept(room)
	r.fact().Extra = r.fact().Extra.sorted()
	return r
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
