package edtf

import (
	"cmp"
	"strings"
)

// Period is the time of an event or of a lasting thing, as precise as its
// source gives it: a single [Date], or two sides and a slash. It is a small
// comparable value that can be a map key; == tells whether two periods are
// written the same. The zero Period means that no time is known; its text
// is "".
//
// A side is a date, open (..) or not known (nothing). "2024/.." has no end: it
// goes on. "2024/" has an end that nobody knows: it may be over.
type Period struct {
	from, to Date // to is the zero Date unless there is a slash
}

// ParsePeriod returns the period that s writes. The empty text is an error, as
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
// Date is a side that is not known; two of them give the zero Period. An end
// whose last day is before the first day of the start, as they are written, is
// an error, a [*ParseError]. For a period that is one date, see [Date.Period];
// for one with an open side, see [Since] and [Until].
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

// Since returns the period that begins on a date and has no end, as
// "2024-10-13/..". The zero Date gives the zero Period.
func Since(start Date) Period {
	if start.IsZero() {
		return Period{}
	}
	return Period{start, Date{kindOpen}}
}

// Until returns the period that has no beginning and ends on a date, as
// "../2024-10-13". The zero Date gives the zero Period.
func Until(end Date) Period {
	if end.IsZero() {
		return Period{}
	}
	return Period{Date{kindOpen}, end}
}

// PeriodFromBits is the inverse of [Period.Bits]. It is for generated code: it
// checks nothing, so that the compiler can lay out a composite literal that
// calls it with constants, and nothing is left to do at start-up. Methods of a
// Period made of other bits return nonsense, but do not panic.
func PeriodFromBits(start, end uint32) Period { return Period{Date{start}, Date{end}} }

// Bits returns the period as two numbers, for [PeriodFromBits] of the same
// version of this package. Those of the zero Period are 0.
func (p Period) Bits() (start, end uint32) { return p.from.bits, p.to.bits }

// DateFromBits is the inverse of [Date.Bits], as [PeriodFromBits] is for a
// period.
func DateFromBits(bits uint32) Date { return Date{bits} }

// Bits returns the date as a number, for [DateFromBits] of the same version of
// this package. That of the zero Date is 0.
func (d Date) Bits() uint32 { return d.bits }

// IsZero reports whether p is the zero Period: no time is known.
func (p Period) IsZero() bool { return p == Period{} }

// IsDate reports whether p is a single date, with no slash.
func (p Period) IsDate() bool { return p.from.isDate() && p.to == Date{} }

// Start returns the date before the slash, or the single date. It is the zero
// Date if the start is open or not known; [Period.OpenStart] tells which.
func (p Period) Start() Date { return p.from.known() }

// End returns the date after the slash, or the single date. It is the zero
// Date if the end is open or not known; [Period.OpenEnd] tells which.
func (p Period) End() Date {
	if p.IsDate() {
		return p.from
	}
	return p.to.known()
}

// known returns d, or the zero Date for a side that is open or not known.
func (d Date) known() Date {
	if !d.isDate() {
		return Date{}
	}
	return d
}

// OpenStart reports whether p has no beginning (../2024). It is false if the
// beginning is not known (/2024).
func (p Period) OpenStart() bool { return p.from.bits&kindMask == kindOpen }

// OpenEnd reports whether p has no end (2024/..). It is false if the end is
// not known (2024/).
func (p Period) OpenEnd() bool { return p.to.bits&kindMask == kindOpen }

// Equal reports whether p and q are written the same. It is p == q, for
// packages such as go-cmp that look for the method.
func (p Period) Equal(q Period) bool { return p == q }

// Compare orders periods by the first day on which they may start, then by
// the last on which they may end, then by their text; the zero Period comes
// last. It takes approximate dates as they are written. It is 0 only if
// p == q. [Period.Before] asks whether p is over before q begins.
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

// UnmarshalText implements [encoding.TextUnmarshaler]. The empty text gives
// the zero Period; any other is read as [ParsePeriod] reads it. On an error, p
// is unchanged.
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
