package entente

import (
	"cmp"
	"strings"
)

// Period is the time of an event or of a lasting thing, as precise as its
// source gives it. It is a small comparable value: == compares what is
// written. The zero Period means that no time is known.
//
// Its text form is that of a [Date], or two dates and a slash, as in EDTF:
//
//	2024-10                  on some day, or some days, in October 2024
//	2024-10-13/2024-10-25    from a day to a day, both included
//	2024-10-13/..            from a day on, without an end
//	../2024-10-25            without a beginning, to a day
//	2024-10-13/              from a day to an end that is not known
//	/2024-10-25              from a beginning that is not known to a day
type Period struct {
	from, to Date // to is the zero Date unless there is a slash
}

// ParsePeriod returns the period that s writes. The error quotes s and says
// what is wrong with it.
func ParsePeriod(s string) (Period, error) {
	p, problem := parsePeriod(s)
	if problem != "" {
		return Period{}, &dateError{what: "period", text: s, problem: problem}
	}
	return p, nil
}

// MustParsePeriod is [ParsePeriod] for tests and hard-coded strings: it
// panics if s is not a period.
func MustParsePeriod(s string) Period {
	p, err := ParsePeriod(s)
	if err != nil {
		panic(err)
	}
	return p
}

func parsePeriod[S string | []byte](s S) (p Period, problem string) {
	slash := -1
	for i := range len(s) {
		if s[i] == '/' {
			slash = i
			break
		}
	}
	if slash < 0 {
		if p.from, problem = parseDate(s); strings.HasSuffix(problem, writeDate) {
			problem += ", or a period as two dates and a slash"
		}
		return p, problem
	}
	for i := slash + 1; i < len(s); i++ {
		if s[i] == '/' {
			return p, "end: there is a second slash; write a date as YYYY-MM-DD, a period as two dates and one slash"
		}
	}
	if p.from, problem = parseEnd(s[:slash]); problem != "" {
		return p, "start: " + problem
	}
	if p.to, problem = parseEnd(s[slash+1:]); problem != "" {
		return p, "end: " + problem
	}
	if (p.from.form|p.to.form)&isDate == 0 {
		return p, "at least one side must be a date; write one, or leave the period out"
	}
	if p.from.form&p.to.form&isDate != 0 {
		start, _ := p.from.bounds()
		if _, end := p.to.bounds(); end < start {
			return p, "the end is before the start; write the earlier date first"
		}
	}
	return p, ""
}

// parseEnd reads one side of a period.
func parseEnd[S string | []byte](s S) (Date, string) {
	switch string(s) {
	case "":
		return Date{form: isUnknown}, ""
	case "..":
		return Date{form: isOpen}, ""
	}
	return parseDate(s)
}

// IsZero reports whether p is the zero Period: no time is known.
func (p Period) IsZero() bool { return p == Period{} }

// IsDate reports whether p is a single date, with no slash.
func (p Period) IsDate() bool { return p.from.form&isDate != 0 && p.to == Date{} }

// Start returns the date before the slash, or the single date; it is the zero
// Date if the start is open or not known.
func (p Period) Start() Date { return p.from.orZero() }

// End returns the date after the slash, or the single date; it is the zero
// Date if the end is open or not known.
func (p Period) End() Date {
	if p.IsDate() {
		return p.from
	}
	return p.to.orZero()
}

func (d Date) orZero() Date {
	if d.form&isDate == 0 {
		return Date{}
	}
	return d
}

// OpenStart reports whether the period is written as having no beginning (../b).
func (p Period) OpenStart() bool { return p.from.form&isOpen != 0 }

// OpenEnd reports whether the period is written as having no end (a/..).
func (p Period) OpenEnd() bool { return p.to.form&isOpen != 0 }

// Span returns the period from the first day that p may touch to the last,
// both as days: the whole of "2024-10" is 2024-10-01/2024-10-31. A side that
// is open or not known is open in the result. The zero Period gives itself.
func (p Period) Span() Period {
	if p.IsZero() {
		return p
	}
	s := p.days()
	return Period{from: s.start0.date(), to: s.end1.date()}
}

func (d day) date() Date {
	if d == firstDay || d == lastDay {
		return Date{form: isOpen}
	}
	d = min(max(d, 101), 99991231) // widening may have left the years that a Date can hold
	return Date{year: int16(d / 10000), month: uint8(d / 100 % 100), day: uint8(d % 100), form: isDate}
}

// Certainty is an answer to a question about what is not fully known. The
// zero Certainty is invalid.
type Certainty uint8

// The answers.
const (
	No    Certainty = iota + 1 // it cannot be so
	Maybe                      // it may be so
	Yes                        // it must be so
)

var certaintyNames = []string{"", "no", "maybe", "yes"}

// String returns "no", "maybe" or "yes".
func (c Certainty) String() string { return enumString(c, "Certainty", certaintyNames) }

// Overlaps reports whether p and q have a day in common: Yes if they must,
// however what is not known turns out; No if they cannot; else Maybe.
//
// A date that is less than a day is one of its days, not all of them: whether
// "2024" overlaps 2024-10-13 is Maybe. For the whole of a year or a month, take
// its [Period.Span]. An approximate date reaches one unit of its own precision
// further on either side, which is a convention of this package; EDTF gives
// none. With an approximate or an uncertain date the answer is never Yes.
// With the zero Period the answer is Maybe.
func (p Period) Overlaps(q Period) Certainty {
	if p.IsZero() || q.IsZero() {
		return Maybe
	}
	a, b := p.days(), q.days()
	switch {
	case a.start0 > b.end1 || b.start0 > a.end1:
		return No
	case a.start1 <= b.end0 && b.start1 <= a.end0 && !p.qualified() && !q.qualified():
		return Yes
	}
	return Maybe
}

func (p Period) qualified() bool {
	return (p.from.form|p.to.form)&(approximate|uncertain) != 0
}

// A dayRange holds the days on which a period may start and may end.
type dayRange struct {
	start0, start1, end0, end1 day
}

func (p Period) days() dayRange { return p.daysBy(Date.reach) }

// daysBy returns the days that p touches, with each date taken as bounds says.
func (p Period) daysBy(bounds func(Date) (first, last day)) (r dayRange) {
	if p.IsDate() {
		r.start0, r.start1 = bounds(p.from)
		r.end0, r.end1 = r.start0, r.start1
		return r
	}
	r = dayRange{firstDay, firstDay, lastDay, lastDay}
	if p.from.form&isDate != 0 {
		r.start0, r.start1 = bounds(p.from)
	}
	if p.to.form&isDate != 0 {
		r.end0, r.end1 = bounds(p.to)
	}
	if p.from.form&isUnknown != 0 {
		r.start1 = r.end1
	}
	if p.to.form&isUnknown != 0 {
		r.end0 = r.start0
	}
	r.start1 = min(r.start1, r.end1)
	r.end0 = max(r.end0, r.start0)
	return r
}

// Compare orders periods by the first day on which they may start, then by
// the last on which they may end, then by their text; the zero Period comes
// last. An approximate date counts as it is written. It is 0 only if p == q.
func (p Period) Compare(q Period) int {
	switch {
	case p == q:
		return 0
	case p.IsZero():
		return 1
	case q.IsZero():
		return -1
	}
	a, b := p.daysBy(Date.bounds), q.daysBy(Date.bounds)
	return cmp.Or(cmp.Compare(a.start0, b.start0), cmp.Compare(a.end1, b.end1), cmp.Compare(p.String(), q.String()))
}

// String returns the text form of p, or "" for the zero Period.
func (p Period) String() string {
	b, _ := p.AppendText(make([]byte, 0, 24))
	return string(b)
}

// AppendText implements [encoding.TextAppender]. The zero Period appends
// nothing. The error is always nil.
func (p Period) AppendText(b []byte) ([]byte, error) {
	b, _ = p.from.AppendText(b)
	if p.to.form == 0 {
		return b, nil
	}
	return p.to.AppendText(append(b, '/'))
}

// MarshalText implements [encoding.TextMarshaler]; it is [Period.AppendText].
func (p Period) MarshalText() ([]byte, error) { return p.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler]; it accepts what
// [ParsePeriod] accepts, and so not the empty text of the zero Period.
func (p *Period) UnmarshalText(text []byte) error {
	v, problem := parsePeriod(text)
	if problem != "" {
		return &dateError{what: "period", text: string(text), problem: problem}
	}
	*p = v
	return nil
}
