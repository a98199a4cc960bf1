package brief

// Section is a section of a whole briefing. The zero Section is invalid.
type Section uint8

// The sections, in the usual order.
const (
	SectionRelations   Section = iota + 1 // relations, their trends, and agreements
	SectionExercises                      // exercises, by series
	SectionMeetings                       // meetings, and what was said there
	SectionStatements                     // what was said elsewhere
	SectionAssessments                    // judgements, by whom they affect
	SectionDifferences                    // where sources say something else
	SectionUnknown                        // what the records leave open
	SectionSearched                       // what was searched
	SectionActors                         // officials, organizations, nations and groups
	SectionRemarks                        // remarks of the editors of the data
	SectionNotes                          // the notes that numbers lead to
	SectionSources                        // sources that the notes do not give in full or as the original of a reprint
	SectionNumbers                        // counts
)

var sections = enumeration{typ: "Section", what: "section", names: []string{
	"", "relations", "exercises", "meetings", "statements", "assessments", "differences", "unknown", "searched", "actors",
	"remarks", "notes", "sources", "numbers"}}

// String returns the name of the section in HTML, such as "relations", and
// "Section(0)" or the like for any other number.
func (s Section) String() string { return sections.string(uint8(s)) }

// MarshalText implements [encoding.TextMarshaler]. It returns an error if s is
// not one of the constants.
func (s Section) MarshalText() ([]byte, error) { return sections.marshal(uint8(s)) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts the text of
// each constant. On error, s is unchanged.
func (s *Section) UnmarshalText(text []byte) error { return unmarshal(&sections, s, text) }

// Length is how much of a dataset a briefing tells. The zero Length is
// [LengthWhole].
type Length uint8

// The lengths.
const (
	LengthWhole  Length = iota // every record
	LengthDigest               // at most ten lines, and the notes that they need
)

var lengths = enumeration{typ: "Length", what: "length", names: []string{"whole", "digest"},
	hint: `; write "whole" or "digest"`}

// String returns "whole" or "digest", and "Length(9)" or the like for any other
// number.
func (l Length) String() string { return lengths.string(uint8(l)) }

// MarshalText implements [encoding.TextMarshaler]. It returns an error if l is
// not one of the constants.
func (l Length) MarshalText() ([]byte, error) { return lengths.marshal(uint8(l)) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts "whole" and
// "digest". On error, l is unchanged.
func (l *Length) UnmarshalText(text []byte) error { return unmarshal(&lengths, l, text) }
