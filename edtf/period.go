package edtf

import (
	"cmp"
	"strings"
)

// Period is the time of an event or of a lasting state, as precise as its
// source gives it: a single [Date], or two sides joined by a slash. It is a
// small comparable value that can be a map key; == reports whether two periods
// have the same text. In JSON a Period is a string. The zero Period means that
// no time is known; its text is "".
//
// A side is a date, open ("..") or unknown (empty). "2024/.." has no end: it
// goes on. "2024/" has an unknown end: it may be over.
//
// In a template, write {{if not .When.IsZero}}: a struct is always true, so
// {{if .When}} does not test for the zero Period.
type Period struct {
	from, to Date // to is the zero Date unless there is a slash
}

// ParsePeriod parses s as an EDTF date or interval. Empty text is an error, as
// are two sides of which neither is a date, and an end before the start. The
// error is a [*ParseError]. ParsePeriod allocates only for an error.
func ParsePeriod(s string) (Period, error) {
	p, f := parsePeriod(s)
	if f.code != 0 {
		return Period{}, explain(kindOfPeriod, s, f)
	}
	return p, nil
}

// MustParsePeriod calls [ParsePeriod] and panics on error. It is for tests and
// hard-coded strings.
func MustParsePeriod(s string) Period {
	p, err := ParsePeriod(s)
	if err != nil {
		panic(err)
	}
	return p
}

// NewPeriod returns the period from one date to another, both included. A zero
// Date means an unknown side; two give the zero Period. It returns a
// [*ParseError] if the latest day of end is before the earliest day of start,
// approximate dates not widened. For a period that is one date, see
// [Date.Period]; for one with an open side, see [Since] and [Until].
func NewPeriod(start, end Date) (Period, error) {
	p := Period{start, end}
	switch {
	case start.IsZero() && end.IsZero():
		return Period{}, nil
	case start.IsZero():
		p.from = Date{kindUnknown}
	case end.IsZero():
		p.to = Date{kindUnknown}
	case endsBefore(start, end):
		s := p.String()
		return Period{}, explain(kindOfPeriod, s, fault{code: faultOrder, at: strings.IndexByte(s, '/') + 1})
	}
	return p, nil
}

// Since returns the period that begins on a date and has no end, such as
// "2024-10-13/..". The zero Date gives the zero Period.
func Since(start Date) Period {
	if start.IsZero() {
		return Period{}
	}
	return Period{start, Date{kindOpen}}
}

// Until returns the period that has no beginning and ends on a date, such as
// "../2024-10-13". The zero Date gives the zero Period.
func Until(end Date) Period {
	if end.IsZero() {
		return Period{}
	}
	return Period{Date{kindOpen}, end}
}

// PeriodFromBits returns the period whose [Period.Bits] are start and end. It is
// for generated code: it checks nothing, so that the compiler can evaluate it in
// a package-level literal with no work at start-up. Methods of a Period made
// from other bits return nonsense, but do not panic.
func PeriodFromBits(start, end uint32) Period { return Period{Date{start}, Date{end}} }

// Bits returns two numbers from which [PeriodFromBits] of the same version of
// this package makes the period. Both are 0 for the zero Period. Do not store
// them.
func (p Period) Bits() (start, end uint32) { return p.from.bits, p.to.bits }

// DateFromBits returns the date whose [Date.Bits] are bits. It does not check
// them; see [PeriodFromBits].
func DateFromBits(bits uint32) Date { return Date{bits} }

// Bits returns a number from which [DateFromBits] of the same version of this
// package makes the date. It is 0 for the zero Date. Do not store it.
func (d Date) Bits() uint32 { return d.bits }

// IsZero reports whether p is the zero Period: no time is known.
func (p Period) IsZero() bool { return p == Period{} }

// IsDate reports whether p is a single date, with no slash.
func (p Period) IsDate() bool { return p.from.isDate() && p.to == Date{} }

// Start returns the date before the slash, or the single date. It is the zero
// Date if the start is open or unknown; [Period.OpenStart] tells which.
func (p Period) Start() Date { return p.from.known() }

// End returns the date after the slash, or the single date. It is the zero
// Date if the end is open or unknown; [Period.OpenEnd] tells which.
func (p Period) End() Date {
	if p.IsDate() {
		return p.from
	}
	return p.to.known()
}

// known returns d, or the zero Date for a side that is open or unknown.
func (d Date) known() Date {
	if !d.isDate() {
		return Date{}
	}
	return d
}

// OpenStart reports whether p has no beginning (../2024). It is false if the
// beginning is unknown (/2024).
func (p Period) OpenStart() bool { return p.from.bits&kindMask == kindOpen }

// OpenEnd reports whether p has no end (2024/..). It is false if the end is
// unknown (2024/).
func (p Period) OpenEnd() bool { return p.to.bits&kindMask == kindOpen }

// Equal reports whether p and q have the same text. It is p == q, for packages
// such as go-cmp that look for the method.
func (p Period) Equal(q Period) bool { return p == q }

// Compare returns -1, 0 or +1. It orders periods by the earliest day on which
// they may start, then by the latest on which they may end, then by their text;
// the zero Period sorts last. Approximate dates are not widened. The result is 0
// only if p == q. [Period.Before] asks whether p is over before q begins.
func (p Period) Compare(q Period) int {
	switch {
	case p == q:
		return 0
	case p.IsZero():
		return 1
	case q.IsZero():
		return -1
	}
	a, b := p.Written(), q.Written()
	if c := cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(a.Last, b.Last)); c != 0 {
		return c
	}
	var buf [2][32]byte
	s, t := p.append(buf[0][:0]), q.append(buf[1][:0])
	if string(s) < string(t) {
		return -1
	}
	return 1
}

// String returns the text of p, "" for the zero Period.
func (p Period) String() string {
	var buf [32]byte
	return string(p.append(buf[:0]))
}

// AppendText implements [encoding.TextAppender]. The zero Period appends
// nothing. The error is always nil.
func (p Period) AppendText(b []byte) ([]byte, error) { return p.append(b), nil }

// MarshalText implements [encoding.TextMarshaler]. The text of the zero Period
// is empty. The error is always nil.
func (p Period) MarshalText() ([]byte, error) { return p.append(make([]byte, 0, 32)), nil }

// UnmarshalText implements [encoding.TextUnmarshaler]. Empty text gives the
// zero Period; any other is parsed as by [ParsePeriod]. On error, p is
// unchanged.
func (p *Period) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*p = Period{}
		return nil
	}
	v, f := parsePeriod(text)
	if f.code != 0 {
		return explain(kindOfPeriod, string(text), f)
	}
	*p = v
	return nil
}

func (p Period) append(b []byte) []byte {
	b = p.from.append(b)
	if p.to == (Date{}) {
		return b
	}
	return p.to.append(append(b, '/'))
}
