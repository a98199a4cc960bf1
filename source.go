package entente

import "github.com/entente-go/entente/edtf"

// Citation points to the passage of a source that supports a record or a claim.
// The zero Citation is not valid: a source is required.
type Citation struct {
	// Source is the ID of a [Source] of the dataset.
	Source ID `json:"source"`
	// Paragraphs are the numbers of the supporting paragraphs, counted from 1
	// in the order of the source. Headings and captions count as paragraphs.
	Paragraphs []int `json:"paragraphs,omitempty"`
	// Locator is the place in a source that has no paragraphs: a page, a
	// time code, a section.
	Locator string `json:"locator,omitzero"`
	// Part is the part of the source that the passage is in. The zero Part means
	// that it is not stated.
	Part Part `json:"part,omitzero"`
	// Quote is a short quotation that supports the record, as printed: at most
	// 50 words. White space and dashes separate words, hyphens do not; each Chinese
	// character and each kana counts as a word.
	Quote string `json:"quote,omitzero"`
}

// Part is a part of a source. The zero Part means not stated.
type Part uint8

// The parts of a source.
const (
	// PartBody is the running text.
	PartBody Part = iota + 1
	// PartTakeaway is a summary that the source prints, such as its key points.
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

// String returns the part as it is spelled in a file, such as "takeaway", ""
// for the zero value, or "Part(99)" for a number that is not a constant.
func (p Part) String() string { return partEnum.string(uint8(p)) }

// MarshalText implements [encoding.TextMarshaler]. The zero Part is written as
// empty text. It returns an error for a number that is not a constant.
func (p Part) MarshalText() ([]byte, error) { return partEnum.marshal(uint8(p)) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts the text of
// each constant, and empty text for the zero Part. On error, p is unchanged.
func (p *Part) UnmarshalText(text []byte) error { return unmarshalEnum(&partEnum, p, text) }

// Claim is what a source says about one member of a record where the record
// says something else. The zero Claim is not valid: a member, a citation, and a
// value or words are required.
type Claim struct {
	// Member is the name of the record's member in the file format, such as
	// "when" or "places".
	Member string `json:"member"`
	// Value is the source's value, of the member's own type: a period for
	// "when", a number for "strength". It obeys the rules of the member.
	Value Value `json:"value,omitzero"`
	// Words is what the source says, in the editors' words, if that is not a value
	// of the member's type.
	Words Text `json:"words,omitzero"`
	// Cites lists the passages that give it, at least one.
	Cites []Citation `json:"cites,omitempty"`
}

// Source is a document that was read: an article, a release, a report. It is
// not a record and needs no citation. A source and a record may have the same
// ID.
type Source struct {
	// ID is the source's own ID. It is a slug.
	ID ID `json:"id"`
	// Title is the title as printed. The zero Text means not known.
	Title Text `json:"title,omitzero"`
	// Publisher is the outlet, as it calls itself.
	Publisher Text `json:"publisher,omitzero"`
	// Authors are the names as printed. None means not known.
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
	// Language is the BCP 47 tag of the source's language, such as "ru". It is
	// left out if not known.
	Language string `json:"language,omitzero"`
	// Reprints is the source that this one repeats: the agency report or
	// release behind a newspaper's page. A source and all its reprints are
	// one origin. A [Summary] counts origins.
	Reprints ID `json:"reprints,omitzero"`
	// Note is a remark by the dataset's editors.
	Note Text `json:"note,omitzero"`
	// Identifiers identify the source in other datasets.
	Identifiers []Identifier `json:"identifiers,omitempty"`
	// Extra holds what its file says beyond these members. It is kept, written,
	// compared and merged, but never interpreted.
	Extra Extra `json:"extra,omitempty"`
}
