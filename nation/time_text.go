package nation

import (
	"errors"
	"strconv"
	"strings"
	"time"
)

// MarshalText implements [encoding.TextMarshaler]. It writes what [When.String]
// returns.
func (w When) MarshalText() ([]byte, error) { return []byte(w.String()), nil }

// AppendText implements [encoding.TextAppender]. It appends what [When.String]
// returns.
func (w When) AppendText(b []byte) ([]byte, error) { return append(b, w.String()...), nil }

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts what
// [When.String] returns, and years at either end of a range, such as "1950/1952".
// On error, w is unchanged.
func (w *When) UnmarshalText(text []byte) error {
	s := string(text)
	if s == "" {
		*w = When{}
		return nil
	}
	from, to, isRange := strings.Cut(s, "/")
	a, ok := parseWhen(from)
	b := a
	if ok && isRange {
		b, ok = parseWhen(to)
	}
	switch {
	case !ok:
		return errors.New("nation: " + strconv.Quote(s) + " is not a time; write a year as 1950, a day as 1950-06-25, and a range as 1950/1952")
	case b.last < a.first:
		return errors.New("nation: " + strconv.Quote(s) + " ends before it begins; write the earlier first")
	}
	*w = When{a.first, b.last}
	return nil
}

// parseWhen reads a year or a day.
func parseWhen(s string) (When, bool) {
	digits := strings.TrimPrefix(s, "-")
	switch len(digits) {
	case len("1950"):
		if y, err := strconv.Atoi(s); err == nil && Year(y).String() == s {
			return Year(y), true
		}
	case len("1950-06-25"):
		year, day := s[:len(s)-len("-06-25")], s[len(s)-len("06-25"):]
		y, err1 := strconv.Atoi(year)
		m, err2 := strconv.Atoi(day[:2])
		d, err3 := strconv.Atoi(day[3:])
		if errors.Join(err1, err2, err3) != nil {
			return When{}, false
		}
		if w := Day(time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)); w.String() == s {
			return w, true
		}
	}
	return When{}, false
}
