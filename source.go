package entente

import "github.com/entente-go/entente/edtf"

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
	// Quote is a short quotation that supports the record, as printed: at most
	// 50 words.
	Quote string `json:"quote,omitzero"`
}

// Part is a part of a source. The zero Part means that the part is not said.
type Part uint8

const (
	// PartBody is the running text.
	PartBody Part = iota + 1
	// PartTakeaway is a summary that the source prints of itself.
	PartTakeaway
	// PartHeading is a title or a heading over a part of the text.
	PartHeading
	// PartRelatedHeadline is the headline of another item, printed with the
	// source as a link. It is not the source's own claim.
	PartRelatedHeadline
)

var partEnum = enum{typ: "Part", what: "part", unknown: true, names: []string{
	"", "body", "takeaway", "heading", "related-headline",
}}

// String returns the part as it is written in a file, such as "takeaway".
func (p Part) String() string { return partEnum.string(uint8(p)) }

// MarshalText implements [encoding.TextMarshaler]. The zero Part gives an empty
// text; a number that is not a constant fails.
func (p Part) MarshalText() ([]byte, error) { return partEnum.marshal(uint8(p)) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts what
// [Part.String] gives for a constant, and an empty text for the zero Part.
func (p *Part) UnmarshalText(text []byte) error { return unmarshalEnum(&partEnum, p, text) }

// Claim is what a source says of one member of a record, where the record says
// something else. The zero Claim is not valid: a member, a citation, and a value
// or words are required.
type Claim struct {
	// Member is the name of the record's member in the file format, such as
	// "when" or "places".
	Member string `json:"member"`
	// Value is the source's value, of the member's own type: a period for
	// "when", a number for "strength". It obeys the rules of the member.
	Value Value `json:"value,omitzero"`
	// Words say in our words what the source says, where that is no value of
	// the member or needs more than one.
	Words Text `json:"words,omitzero"`
	// Cites says where the source gives it. At least one does.
	Cites []Citation `json:"cites,omitempty"`
}

// Source is something that somebody read: an article, a release, a report. A
// source is not a record and needs no citation. IDs of sources are apart from
// those of records: a record may have the ID of a source.
type Source struct {
	// ID is the source's own ID, which looks like that of a record that is not
	// a nation.
	ID ID `json:"id"`
	// Title is the title as printed. The zero Text means that it is not known.
	Title Text `json:"title,omitzero"`
	// Publisher is the outlet, as it calls itself.
	Publisher Text `json:"publisher,omitzero"`
	// Authors are the names as printed. None means that no author is known.
	Authors []string `json:"authors,omitempty"`
	// Published is the date of publication; the zero Date means not known.
	Published edtf.Date `json:"published,omitzero"`
	// URL is the address of the page, with or without a scheme.
	URL string `json:"url,omitzero"`
	// Archived is the address of a copy in an archive.
	Archived string `json:"archived,omitzero"`
	// Accessed is the day on which the page was read; the zero Date means not
	// known.
	Accessed edtf.Date `json:"accessed,omitzero"`
	// Language is the BCP 47 tag of the source's language, such as "ru".
	Language string `json:"language,omitzero"`
	// Reprints is the source that this one repeats: the agency report or
	// release behind a newspaper's page. A source and all its reprints are
	// one origin. A [Summary] counts origins.
	Reprints ID `json:"reprints,omitzero"`
	// Note is a remark of the dataset's editors.
	Note Text `json:"note,omitzero"`
	// Identifiers are what others call the source.
	Identifiers []Identifier `json:"identifiers,omitempty"`
	// Extra is what its file had besides. Nothing interprets it.
	Extra Extra `json:"extra,omitempty"`
}
