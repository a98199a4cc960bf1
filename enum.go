package entente

import (
	"errors"
	"slices"
	"strconv"
	"strings"
)

// The enumerations of this package are uint8s with a table of names, in which
// index 0 stands for the zero value and is never a name. These three functions
// are all that their methods do.

func enumString[E ~uint8](e E, typ string, names []string) string {
	if e == 0 || int(e) >= len(names) {
		return "%!" + typ + "(" + strconv.Itoa(int(e)) + ")"
	}
	return names[e]
}

func enumMarshal[E ~uint8](e E, what string, names []string) ([]byte, error) {
	if e == 0 || int(e) >= len(names) {
		return nil, errors.New("entente: invalid " + what + " " + strconv.Itoa(int(e)))
	}
	return []byte(names[e]), nil
}

func enumUnmarshal[E ~uint8](e *E, what string, names []string, text []byte) error {
	for i, name := range names {
		if name == string(text) && i > 0 {
			*e = E(i)
			return nil
		}
	}
	return &valueError{what: what, value: string(text), hint: oneOf(string(text), names[1:])}
}

// A valueError says that a text is not one of the values that it may be.
type valueError struct {
	what, value, hint string
}

func (e *valueError) Error() string {
	return "entente: unknown " + e.what + " " + quote(e.value) + "; " + e.hint
}

func (e *valueError) diagnosis() (message, hint string) {
	return "unknown " + e.what + " " + quote(e.value), e.hint
}

func (e *valueError) Unwrap() error { return ErrValue }

// otherWords are words that people write for ours where these are no slips of
// the pen.
var otherWords = [...][2]string{
	{"date", "when"}, {"dates", "when"}, {"period", "when"}, {"time", "when"}, {"title", "name"}, {"country", "nation"}, {"countries", "nations"},
	{"participants", "contingents"}, {"participants", "attendees"}, {"participants", "parties"}, {"forces", "contingents"}, {"location", "site"}, {"location", "place"},
	{"place", "site"}, {"site", "place"}, {"sources", "cites"}, {"source", "cites"}, {"citations", "cites"}, {"description", "note"}, {"text", "gist"}, {"quote", "gist"},
	{"speaker", "speakers"}, {"troops", "strength"}, {"personnel", "strength"}, {"edition", "number"}, {"positions", "postings"}, {"roles", "postings"}, {"tags", "topics"},
	{"promised", "pledged"}, {"mou", "memorandum"}, {"ongoing", "under-way"}, {"completed", "held"}, {"canceled", "cancelled"}, {"people", "officials"}, {"persons", "officials"},
}

// meant returns the one of names that is likely meant by a name that is none
// of them, or "".
func meant(name string, names []string) string {
	for _, other := range otherWords {
		if other[0] == name && slices.Contains(names, other[1]) {
			return other[1]
		}
	}
	return nearest(name, names)
}

// oneOf says what to write instead of a name that is none of names: the one
// that is likely meant, or else any of them.
func oneOf(name string, names []string) string {
	if n := meant(name, names); n != "" {
		return "did you mean " + quote(n) + "?"
	}
	quoted := make([]string, len(names))
	for i, n := range names {
		quoted[i] = quote(n)
	}
	if len(quoted) == 1 {
		return "write " + quoted[0]
	}
	return "write one of " + strings.Join(quoted, ", ")
}
