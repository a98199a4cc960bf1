package entente

import (
	"errors"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"
)

// These errors classify problems. A [Problem] in the data wraps one of them; a
// problem reading a file wraps the underlying error. Use [errors.Is], which also
// looks through [Problems].
var (
	ErrSyntax        = errors.New("entente: not JSON")                      // the file is not JSON
	ErrFormat        = errors.New("entente: not a known format")            // "format" is missing, or not known to this package
	ErrUnknownMember = errors.New("entente: unknown member")                // the record has no such member; case counts
	ErrDuplicate     = errors.New("entente: duplicate")                     // a member, ID, edition or entry that occurs twice
	ErrType          = errors.New("entente: wrong type")                    // a number instead of a string, and the like
	ErrNull          = errors.New("entente: null")                          // null instead of a value
	ErrUTF8          = errors.New("entente: not UTF-8")                     // text that is not valid UTF-8
	ErrRange         = errors.New("entente: number out of range")           // a number that is too large, too small or not whole
	ErrDate          = errors.New("entente: not a date")                    // text that is not a date or not a period
	ErrValue         = errors.New("entente: not a value")                   // a value that is not allowed, or not beside another
	ErrID            = errors.New("entente: not an ID")                     // an ID of the wrong form, or no nation of ISO 3166
	ErrReference     = errors.New("entente: reference to nothing")          // an unknown ID or topic, or one of the wrong kind
	ErrRejected      = errors.New("entente: reference to what is rejected") // the [Loader] left out what it refers to
	ErrCycle         = errors.New("entente: circular reference")            // a chain of references that returns to its start
	ErrMissing       = errors.New("entente: missing")                       // a required member is missing
	ErrUncited       = errors.New("entente: no citation")                   // a record or a claim without a citation
	ErrEmpty         = errors.New("entente: empty")                         // an empty or blank text
	ErrConflict      = errors.New("entente: conflict")                      // datasets to be merged differ about one ID
	ErrLimit         = errors.New("entente: limit exceeded")                // more than the limits of the [Loader] allow
	ErrUnused        = errors.New("entente: never referred to")             // a warning: no record cites the source
	ErrAnachronism   = errors.New("entente: anachronism")                   // a warning: a record names a state outside its years
	ErrUnlikely      = errors.New("entente: unlikely")                      // a warning: what can be right, but is likely a mistake
)

// Problem is one thing that is wrong with data, and where it is.
type Problem struct {
	// File is the name of the file, as it was given or found. It is empty for
	// Go values.
	File string
	// Line and Column are the place in the file. Both count from 1; columns
	// count bytes, as Go's own tools do. They are 0 if there is no place.
	Line, Column int
	// Offset is the place in bytes from the start of the file.
	Offset int64
	// Pointer is the JSON pointer (RFC 6901) to the value that is wrong, or to
	// the object that lacks a member. For Go values its numbers are indices in
	// the slices of [Records].
	Pointer string
	// Record is the ID of the record or source that has the problem, if it is
	// known.
	Record ID
	// Message says what is wrong.
	Message string
	// Hint says what to write instead. It is empty if that is not known.
	Hint string
	// Err is one of the Err variables of this package, a [*Conflict], or the error
	// met in reading a file.
	Err error
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

// Problems is a list of problems, sorted by file and place. As an error it is
// never empty: without a problem, the error is nil.
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
