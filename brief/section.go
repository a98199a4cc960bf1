package brief

import (
	"errors"
	"strconv"
)

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
	SectionUnknown                        // what is not known of what happened
	SectionSearched                       // what was searched
	SectionActors                         // officials, organizations, nations and groups
	SectionRemarks                        // remarks of the editors of the data
	SectionNotes                          // the notes that numbers lead to
	SectionSources                        // sources that no note has in full or as the original of another
	SectionNumbers                        // counts
	sectionEnd
)

var sectionNames = [sectionEnd]string{"", "relations", "exercises", "meetings", "statements", "assessments",
	"differences", "unknown", "searched", "actors", "remarks", "notes", "sources", "numbers"}

func (s Section) valid() bool { return 0 < s && s < sectionEnd }

// String returns the section as it is named in HTML, such as "relations", or
// "Section(99)" for an invalid Section.
func (s Section) String() string {
	if !s.valid() {
		return "Section(" + strconv.Itoa(int(s)) + ")"
	}
	return sectionNames[s]
}

// MarshalText implements [encoding.TextMarshaler]. It fails for an invalid
// Section.
func (s Section) MarshalText() ([]byte, error) {
	if !s.valid() {
		return nil, errors.New("brief: invalid section " + strconv.Itoa(int(s)))
	}
	return []byte(sectionNames[s]), nil
}

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts the name of
// each section.
func (s *Section) UnmarshalText(text []byte) error {
	for i, name := range sectionNames[1:] {
		if name == string(text) {
			*s = Section(i + 1)
			return nil
		}
	}
	return errors.New("brief: unknown section " + strconv.Quote(string(text)))
}

// Length is how much of a dataset a briefing tells. The zero Length is
// [LengthWhole].
type Length uint8

// The lengths.
const (
	LengthWhole  Length = iota // every record
	LengthDigest               // at most ten lines, and the notes that they need
)

var lengthNames = [...]string{"whole", "digest"}

func (l Length) valid() bool { return int(l) < len(lengthNames) }

// String returns "whole" or "digest", or "Length(99)" for an invalid Length.
func (l Length) String() string {
	if !l.valid() {
		return "Length(" + strconv.Itoa(int(l)) + ")"
	}
	return lengthNames[l]
}

// MarshalText implements [encoding.TextMarshaler]. It fails for an invalid Length.
func (l Length) MarshalText() ([]byte, error) {
	if !l.valid() {
		return nil, errors.New("brief: invalid length " + strconv.Itoa(int(l)))
	}
	return []byte(lengthNames[l]), nil
}

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts "whole" and
// "digest".
func (l *Length) UnmarshalText(text []byte) error {
	for i, name := range lengthNames {
		if name == string(text) {
			*l = Length(i)
			return nil
		}
	}
	return errors.New("brief: unknown length " + strconv.Quote(string(text)) + `; write "whole" or "digest"`)
}
