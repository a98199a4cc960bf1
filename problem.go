package entente

import (
	"errors"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// These errors classify problems. A [Problem] in the data wraps one of them; a
// problem reading a file wraps the underlying error. Use [errors.Is], which also
// looks through [Problems]. Functions of package edtf return its own
// [edtf.ParseError] instead.
var (
	ErrSyntax        error = class("not JSON")                      // the file is not JSON
	ErrFormat        error = class("not a known format")            // "format" is missing or has an unknown value
	ErrUnknownMember error = class("unknown member")                // the object has no such member; names are case-sensitive
	ErrDuplicate     error = class("duplicate")                     // a member, ID, edition number or list entry that occurs twice
	ErrType          error = class("wrong type")                    // a value of the wrong JSON type, such as a number for a string
	ErrNull          error = class("null")                          // null instead of a value
	ErrUTF8          error = class("not UTF-8")                     // text that is not valid UTF-8
	ErrRange         error = class("number out of range")           // a number that is too large, too small or not whole
	ErrDate          error = class("not a date")                    // text that is not a valid date or period
	ErrValue         error = class("not an allowed value")          // a value that is not allowed, or not allowed together with another
	ErrID            error = class("not an ID")                     // a malformed ID, or one that looks like a nation's and is not
	ErrReference     error = class("unresolved reference")          // an ID or topic that does not exist, or is of the wrong kind
	ErrRejected      error = class("reference to a rejected entry") // a reference to something that the [Loader] rejected
	ErrCycle         error = class("circular reference")            // a chain of references that returns to its start
	ErrMissing       error = class("missing")                       // a required member is missing
	ErrUncited       error = class("no citation")                   // a record or a claim without a citation
	ErrEmpty         error = class("empty")                         // an empty or blank text
	ErrConflict      error = class("conflict")                      // datasets passed to [Merge] disagree about one ID
	ErrLimit         error = class("limit exceeded")                // a limit of the [Loader] was exceeded
	ErrUnused        error = class("never referred to")             // a warning: a source that no record cites
	ErrAnachronism   error = class("anachronism")                   // a warning: a record names a state outside its years
	ErrUnlikely      error = class("unlikely")                      // a warning: possibly right, but likely a mistake
)

// A class is an error that classifies problems. It is a string, which go-cmp
// compares without options.
type class string

func (c class) Error() string { return "entente: " + string(c) }

// Problem describes one problem in the data and its position. [Loader.Warn]
// gets warnings in the same form.
type Problem struct {
	// File is the name of the file, as given to [Decode] or found by [Load]. It
	// is empty for Go values.
	File string `json:"file,omitzero"`
	// Line and Column are the position in the file. Both count from 1; columns
	// count bytes, as Go's own tools do. Both are 0 if the problem has no
	// position.
	Line   int `json:"line,omitzero"`
	Column int `json:"column,omitzero"`
	// Offset is the position in bytes from the start of the file. It means
	// nothing if Line is 0.
	Offset int64 `json:"offset,omitzero"`
	// Pointer is the JSON pointer (RFC 6901) to the wrong value, or to the
	// object that lacks a member. For Go values its numbers index the slices of
	// [Records].
	Pointer string `json:"pointer,omitzero"`
	// Record is the ID of the record or source that has the problem, if it is
	// known.
	Record ID `json:"record,omitzero"`
	// Message says what is wrong.
	Message string `json:"message"`
	// Hint says what to write instead. It may be empty.
	Hint string `json:"hint,omitzero"`
	// Err is one of the Err variables of this package, a [*Conflict], or an
	// error that wraps the one from reading a file. In JSON, "class" has the
	// words of the variable ("missing" for [ErrMissing]), "conflict" the conflict,
	// and "error" the text of an error from reading.
	Err error `json:"-"`
}

// Error returns the problem in one line:
//
//	file.json:12:7: druzhba-7: /exercises/0/nmae: unknown member "nmae"; did you mean "name"?
func (p *Problem) Error() string {
	var b strings.Builder
	if p.File != "" {
		b.WriteString(printable(p.File))
		b.WriteByte(':')
		if p.Line > 0 {
			b.WriteString(strconv.Itoa(p.Line) + ":" + strconv.Itoa(p.Column) + ":")
		}
		b.WriteByte(' ')
	}
	if p.Record != "" {
		b.WriteString(printable(clip(string(p.Record), 64)) + ": ")
	}
	if p.Pointer != "" {
		b.WriteString(printable(clip(p.Pointer, 120)) + ": ")
	}
	b.WriteString(p.Message)
	if p.Hint != "" {
		b.WriteString("; " + p.Hint)
	}
	return b.String()
}

// Unwrap returns p.Err.
func (p *Problem) Unwrap() error { return p.Err }

// A problemJSON is a Problem with its Err as JSON has it.
type problemJSON struct {
	plainProblem
	Class    class     `json:"class,omitzero"`
	Conflict *Conflict `json:"conflict,omitzero"`
	Error    string    `json:"error,omitzero"`
}

// A plainProblem is a Problem without its methods.
type plainProblem Problem

// MarshalJSON implements [encoding/json.Marshaler]. Text that is not valid UTF-8
// is written with U+FFFD for what is invalid.
func (p Problem) MarshalJSON() ([]byte, error) {
	j := problemJSON{plainProblem: plainProblem(p)}
	switch err := p.Err.(type) {
	case nil:
	case class:
		j.Class = err
	case *Conflict:
		j.Class, j.Conflict = ErrConflict.(class), err
	default:
		j.Error = err.Error()
	}
	return json.Marshal(j, jsontext.AllowInvalidUTF8(true))
}

// UnmarshalJSON implements [encoding/json.Unmarshaler]. It reads what
// [Problem.MarshalJSON] writes. Of the error from reading a file it restores the
// text.
func (p *Problem) UnmarshalJSON(data []byte) error {
	var j problemJSON
	if err := json.Unmarshal(data, &j); err != nil {
		return err
	}
	*p = Problem(j.plainProblem)
	switch {
	case j.Conflict != nil:
		p.Err = j.Conflict
	case j.Class != "":
		p.Err = j.Class
	case j.Error != "":
		p.Err = &readError{errors.New(j.Error)}
	}
	return nil
}

// A readError wraps an error from reading a file. It has an Equal method so that
// go-cmp compares it without options.
type readError struct{ err error }

func (e *readError) Error() string { return e.err.Error() }

func (e *readError) Unwrap() error { return e.err }

func (e *readError) Equal(other *readError) bool { return e.Error() == other.Error() }

// Problems is a list of problems, sorted by file and position. As an error it
// is never empty: without problems, the error is nil.
type Problems []*Problem

// Error returns the problems, one on each line.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap returns the problems as errors, for [errors.Is] and [errors.As].
func (ps Problems) Unwrap() []error {
	errs := make([]error, len(ps))
	for i, p := range ps {
		errs[i] = p
	}
	return errs
}

func (ps Problems) sort() {
	sort.SliceStable(ps, func(i, j int) bool {
		if ps[i].File != ps[j].File {
			return ps[i].File < ps[j].File
		}
		return ps[i].Offset < ps[j].Offset
	})
}

// atMost returns the first n problems in the order of file and place, and a
// further one if there are more.
func (ps Problems) atMost(n int) Problems {
	more := len(ps) > n
	if more {
		ps = ps[:n]
	}
	ps.sort()
	if more {
		ps = append(ps, &Problem{Err: ErrLimit,
			Message: "more than " + strconv.Itoa(n) + " problems; the rest are not listed"})
	}
	return ps
}

// printable returns s with escapes for characters that would break a line or
// control a terminal.
func printable(s string) string {
	if !utf8.ValidString(s) || strings.ContainsFunc(s, func(c rune) bool { return !strconv.IsPrint(c) }) {
		q := strconv.Quote(s)
		return strings.ReplaceAll(q[1:len(q)-1], `\"`, `"`)
	}
	return s
}

// quote returns s in quotation marks, shortened if it is long.
func quote(s string) string { return strconv.Quote(clip(s, 60)) }

// clip shortens s to at most n bytes, without splitting a character.
func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n] + "…"
}
