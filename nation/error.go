package nation

import (
	"errors"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/entente-go/entente/internal/fold"
)

// [Lookup], [At] and [LookupCode] return an error that wraps one of these, or an
// [*AmbiguousError] or [*AbsentError].
var (
	// ErrUnknown is the error for a name or code that no state has, or for a
	// [Scheme] that is not one of the constants.
	ErrUnknown = errors.New("nation: unknown name or code")
	// ErrNumber is the error of [Lookup] and [At] for a number. Use
	// [LookupCode] for numbers.
	ErrNumber = errors.New("nation: a number means nothing without its scheme")
	// ErrForm is the error of [Lookup] and [At] for text that cannot be a name
	// or code: it is empty, longer than 256 bytes, not UTF-8, or has control
	// characters.
	ErrForm = errors.New("nation: not a name")
)

// AmbiguousError is the error for a name or code of several states.
type AmbiguousError struct {
	// Name is the name or code as given.
	Name string
	// When is the time that the question was about, or zero.
	When When
	// Candidates are the states that it may mean, in the order of [All]. The
	// caller may modify the slice.
	Candidates []ID
}

// Error returns the name and the IDs to choose from.
func (e *AmbiguousError) Error() string {
	return "nation: " + quote(e.Name) + e.When.in() +
		" may mean more than one state; write one of the IDs " + join(e.Candidates)
}

// AbsentError is the error for a name or code of a state that did not exist at
// the time asked about.
type AbsentError struct {
	// Name is the name or code as given.
	Name string
	// When is the time that the question was about.
	When When
	// IDs are the states that the name means at other times, in the order of
	// [All]; at least one. The caller may modify the slice.
	IDs []ID
	// Then lists the predecessors and successors of IDs that existed in When,
	// in the order of [All]: for "Ukraine" in 1950, SUHH. It may be empty. The
	// caller may modify the slice.
	Then []ID
}

// Error names the states that did not exist and those that did.
func (e *AbsentError) Error() string {
	msg := "nation: " + quote(e.Name) + ": " + join(e.IDs) + " did not exist" + e.When.in()
	if len(e.Then) > 0 {
		msg += "; " + join(e.Then) + " existed instead"
	}
	return msg
}

func join(ids []ID) string {
	var b strings.Builder
	for i, id := range ids {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(string(id))
	}
	return b.String()
}

// nameError says why a name was not looked up or not found.
type nameError struct {
	name, why string
	err       error
}

func (e *nameError) Error() string {
	return e.err.Error() + ": " + quote(e.name) + ": " + e.why
}

func (e *nameError) Unwrap() error { return e.err }

func quote(s string) string { return strconv.Quote(s) }

// maxName is the length in bytes of the longest name that is looked up. In no
// Unicode form is one in the tables longer than 240.
const maxName = 256

// notFound returns the error for a name that finds nothing.
func notFound(s string) error {
	// No name in the tables is malformed, so only now does it matter.
	if why := malformed(s); why != "" {
		return &nameError{s, why, ErrForm}
	}
	if isNumber(s) {
		return &nameError{s, "use LookupCode with a scheme, such as SchemeISONumeric or SchemeCOW", ErrNumber}
	}
	return &nameError{s, "write an ISO 3166 code or one of the state's full names", ErrUnknown}
}

func tooLong(s string) error {
	// A copy, so that the error does not keep all of a long text.
	return &nameError{strings.Clone(s[:maxName]), "it is longer than 256 bytes", ErrForm}
}

// malformed returns what keeps s from being a name, or "".
func malformed(s string) string {
	for i, r := range s {
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD"):
			return "it is not valid UTF-8"
		case r < ' ' && (r < '\t' || r > '\r') || 0x7F <= r && r < 0xA0 && r != 0x85:
			return "it has control characters"
		}
	}
	if fold.Name(s) == "" {
		return "it is empty"
	}
	return ""
}

// isNumber reports whether s is digits, of any script, perhaps after a sign.
func isNumber(s string) bool {
	s = strings.TrimLeft(fold.Name(s), "+-")
	return s != "" && strings.IndexFunc(s, func(r rune) bool { return !unicode.IsDigit(r) }) < 0
}
