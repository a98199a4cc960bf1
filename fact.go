package entente

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
	// Reported: the source gives it as so.
	Reported Basis = iota + 1
	// Attributed: the source says that somebody said it. Who that is stands
	// in [Fact.By], or for a [Statement] in its Speakers.
	Attributed
	// Assessed: a judgement. Its author is the source, unless [Fact.By]
	// names another.
	Assessed
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

// Citation points at the place in a source that supports a record or a claim.
// The zero Citation is not valid: a source is required.
type Citation struct {
	// Source is the ID of a [Source] of the dataset.
	Source ID `json:"source"`
	// Paragraphs are the numbers of the supporting paragraphs, from 1 in the
	// order of the source. Headings and captions count as paragraphs.
	Paragraphs []int `json:"paragraphs,omitempty"`
	// Locator is the place in a source that has no paragraphs: a page, a
	// time code, a section.
	Locator string `json:"locator,omitzero"`
	// Part is the part of the source in which the place lies. The zero Part
	// means that this is not said.
	Part Part `json:"part,omitzero"`
}

// Part is a part of a source. The zero Part is invalid as text and means, in
// a [Citation], that the part is not said.
type Part uint8

const (
	// Body is the running text.
	Body Part = iota + 1
	// Takeaway is a summary that the source prints of itself.
	Takeaway
	// Heading is a title or a heading over a part of the text.
	Heading
	// RelatedHeadline is the headline of another item, printed with the
	// source as a link. It is not the source's own claim.
	RelatedHeadline
)

var partNames = []string{"", "body", "takeaway", "heading", "related-headline"}

// String returns the part as it is written in a file, such as "takeaway".
func (p Part) String() string { return enumString(p, "Part", partNames) }

// MarshalText implements [encoding.TextMarshaler]. It fails for an invalid Part.
func (p Part) MarshalText() ([]byte, error) { return enumMarshal(p, "part", partNames) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts what [Part.String] gives.
func (p *Part) UnmarshalText(text []byte) error { return enumUnmarshal(p, "part", partNames, text) }

// Claim is a value that a source gives for one member of a record, and that
// differs from the value the record holds. The zero Claim is not valid: all its
// members are required.
type Claim struct {
	// Member is the name of the record's member in the file format, such as
	// "when" or "site".
	Member string `json:"member"`
	// Value is what the source gives instead. A date, a number or one of a
	// list of values stands under the tag "en" as the file format writes it.
	Value Text `json:"value"`
	// Cites says where. There is at least one.
	Cites []Citation `json:"cites,omitempty"`
}

// Source is something read: an article, a release, a report. Sources share
// the namespace of IDs with the records but are not records: they need no
// citation of their own.
type Source struct {
	// ID is the source's own; its form is that of a record that is no nation.
	ID ID `json:"id"`
	// Title is the title as printed. The zero Text means that it is not known.
	Title Text `json:"title,omitzero"`
	// Publisher is the outlet, as it calls itself.
	Publisher Text `json:"publisher,omitzero"`
	// Authors are the names as printed. None means that no author is known.
	Authors []string `json:"authors,omitempty"`
	// Published is the date of publication; the zero Date means not known.
	Published Date `json:"published,omitzero"`
	// URL is the address of the page, with or without a scheme.
	URL string `json:"url,omitzero"`
	// Language is the BCP 47 tag of the source's language, such as "ru".
	Language string `json:"language,omitzero"`
	// Reprints is the source that this one repeats: the agency report or
	// release behind a newspaper's page. A source and all its reprints are
	// one origin, and a [Summary] counts origins.
	Reprints ID `json:"reprints,omitzero"`
	// Note is a remark of the dataset's editors.
	Note Text `json:"note,omitzero"`
}

// Coverage says what a dataset was made to cover, so that "nothing found" can
// be told from "not looked for". The zero Coverage covers everything: any party,
// kind and time.
type Coverage struct {
	// Parties are the actors whose dealings with each other are covered. One
	// party alone means all its dealings; none means any party.
	Parties []ID `json:"parties,omitempty"`
	// Kinds are the kinds of record covered; none means every kind.
	Kinds []Kind `json:"kinds,omitempty"`
	// Period is the time covered; the zero Period means any time.
	Period Period `json:"period,omitzero"`
	// Complete says that the editors hold the coverage to be complete.
	Complete bool `json:"complete,omitzero"`
	// Note says how it was covered.
	Note Text `json:"note,omitzero"`
}
