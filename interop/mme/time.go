package mme

import (
	"strconv"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/interop/internal/rows"
)

// time reads the start and the end of the exercise.
func (t *reader) time(e *entente.Exercise) {
	start := t.date(t.start)
	end := t.date(t.end)
	when, ok := rows.Period(start, end)
	if !ok {
		w := rows.Backwards(start, end)
		when = w.Period
		e.Timing = entente.English(w.Words)
		t.Repair(t.end.text, w.Fault+"; "+w.Kept())
	}
	e.When = when
}

// date reads a date from its numbers or, without them, from its text. Text that says
// something else than the numbers is kept.
func (t *reader) date(c dateColumns) edtf.Date {
	text := t.Cell(c.text)
	year, month, day := t.Cell(c.year), t.Cell(c.month), t.Cell(c.day)
	numbers, ok := rows.Date(year, month, day)
	if !ok {
		numbers = edtf.Date{}
		for _, column := range []int{c.year, c.month, c.day} {
			t.keep(column)
		}
		t.Repair(c.year, rows.Quote(year+", "+month+", "+day)+" is no year, month and day; kept in extra")
	}
	if rows.IsMissing(text) {
		return numbers
	}
	written, ok := parseDate(text)
	if ok && (written == numbers || numbers.IsZero()) {
		return written
	}
	t.keep(c.text)
	if !ok {
		t.Repair(c.text, rows.Quote(text)+` is no date; kept in extra`)
	} else {
		t.Repair(c.text, rows.Quote(text)+` differs from the numbers beside it, which count; kept in extra`)
	}
	return numbers
}

// firstYear is the first year that two digits can mean.
const firstYear = 1980

// parseDate reads a date as MME writes it: 1/14/80, or 1980-01-xx for a day that
// is not known.
func parseDate(s string) (edtf.Date, bool) {
	if month, rest, ok := strings.Cut(s, "/"); ok {
		day, year, ok := strings.Cut(rest, "/")
		n, isNumber := rows.Int(year)
		if !ok || !isNumber || n < 0 {
			return edtf.Date{}, false
		}
		if len(year) > 2 {
			return fullDate(year, month, day)
		}
		n += firstYear / 100 * 100
		if n < firstYear {
			n += 100
		}
		return fullDate(strconv.Itoa(n), month, day)
	}
	year, rest, _ := strings.Cut(s, "-")
	month, day, ok := strings.Cut(rest, "-")
	if !ok {
		return edtf.Date{}, false
	}
	return fullDate(year, month, day)
}

func fullDate(year, month, day string) (edtf.Date, bool) {
	d, ok := rows.Date(year, month, day)
	return d, ok && !d.IsZero()
}
