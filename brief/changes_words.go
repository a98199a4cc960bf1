package brief

// A changeMsg is a sentence of what changed, or a part of one.
type changeMsg uint8

// The sentences, in the order in which a document on changes has them.
const (
	changeTitle changeMsg = iota + 1
	changeTitleOf
	changeEdition
	changeEditions
	changeAddedCount
	changeChangedCount
	changeRemovedCount
	changeSourceCount
	changeNothing
	changeTitleWas
	changeExtra
	changeCoverage

	// The headings.
	changeAdded
	changeChanged
	changeRemoved

	// What changed in a record: the name of a member, then its values.
	changeWas
	changeWere
	changeNew
	changeGone
	changeIn
	changeOut
	changeInstead
	changeReworded
	changeDetails
	changeKind

	changeEnd
)

// A changeMember is a member of a record that no claim can be about, or a member
// of a source or a file.
type changeMember uint8

const (
	memberBasis changeMember = iota + 1
	memberCites
	memberClaims
	memberNote
	memberIdentifiers
	memberExtra
	memberTitle
	memberPublisher
	memberAuthors
	memberLanguage
	memberURL
	memberArchived
	memberPublished
	memberAccessed
	memberReprints
	memberLicence
	memberDataAuthors
)

// sourceMembers has the name of each in a file.
var sourceMembers = [...]string{
	memberBasis: "basis", memberCites: "cites", memberClaims: "claims", memberNote: "note",
	memberIdentifiers: "identifiers", memberExtra: "extra", memberTitle: "title", memberPublisher: "publisher",
	memberAuthors: "authors", memberLanguage: "language", memberURL: "url", memberArchived: "archived",
	memberPublished: "published", memberAccessed: "accessed", memberReprints: "reprints",
	memberLicence: "licence",
}
