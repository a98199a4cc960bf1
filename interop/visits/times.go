package visits

import (
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/interop/internal/rows"
)

const underTiming = "kept as words under timing"

// dateParts follow the name of a field in those of its columns for parts of a date.
var dateParts = [...]string{" year", " month", " day"}

// time reads the time of the visit, and returns its first day as the row gives it.
// Dates that give no time are kept as words.
func (t *reader) time(m *entente.Meeting) (first edtf.Date) {
	start, ok := t.date("start")
	end, ok2 := t.date("end")
	isOne := start.IsZero() || start.IsDate()
	m.When = start
	switch {
	case !end.IsZero() && !end.IsDate():
		t.fault(t.column["end"], rows.Quote(t.cell("end"))+" is a period; write the last day, such as 2024-10-13", underTiming)
		ok2 = false
	case !end.IsZero() && !isOne:
		t.fault(t.column["start"], rows.Quote(t.cell("start"))+" is a period, with an end beside it; write the first day, such as 2024-10-13",
			underTiming)
		ok = false
	case !end.IsZero():
		p, fits := rows.Period(start.Start(), end.Start())
		if !fits {
			w := rows.Backwards(start.Start(), end.Start())
			t.fault(max(t.column["end"], t.column["end year"]), w.Fault, w.Kept())
			p, ok = w.Period, false
		}
		m.When = p
	}
	if !ok2 && isOne { // the end is not known
		m.When, _ = rows.Period(start.Start(), edtf.Date{})
	}
	if !ok || !ok2 {
		words := slices.DeleteFunc([]string{t.dateWords("start", start), t.dateWords("end", end)}, func(s string) bool { return s == "" })
		m.Timing = t.text(strings.Join(words, " – "))
	}
	return start.Start()
}

// dateWords returns the date of a field, or its cells if they give no date.
func (t *reader) dateWords(field string, p edtf.Period) string {
	if !p.IsZero() {
		return p.String()
	}
	if cell := t.cell(field); cell != "" {
		return cell
	}
	var cells []string
	for _, part := range dateParts {
		if cell := t.cell(field + part); cell != "" {
			cells = append(cells, cell)
		}
	}
	return strings.Join(cells, "-")
}

// date reads a date or a period from the cell of a field, or from those of its
// day, month and year. It notes a fault and reports false if there is none.
func (t *reader) date(field string) (edtf.Period, bool) {
	if cell := t.cell(field); cell != "" {
		p, err := edtf.ParsePeriod(cell)
		if err != nil {
			t.fault(t.column[field], noDate(cell, err), underTiming)
		}
		return p, err == nil
	}
	year, month, day := t.cell(field+" year"), t.cell(field+" month"), t.cell(field+" day")
	if year == "" && month == "" && day == "" {
		return edtf.Period{}, true
	}
	d, ok := rows.Date(year, month, day)
	if !ok || d.IsZero() {
		t.fault(t.column[field+" year"],
			rows.Quote(t.dateWords(field, edtf.Period{}))+" is no date; write numbers for year, month and day", underTiming)
		return edtf.Period{}, false
	}
	return d.Period(), true
}

// noDate says why a cell is not a date, and what to write.
func noDate(cell string, err error) string {
	const (
		zero        = "1899-12-30" // of the days that spreadsheets count
		first, last = 18264, 73050 // 1950 to 2099
	)
	if n, ok := rows.Int(cell); ok && first <= n && n <= last {
		day, _ := time.Parse(time.DateOnly, zero)
		return rows.Quote(cell) + ` is the number that a spreadsheet has for a day; write "` +
			day.AddDate(0, 0, n).Format(time.DateOnly) + `", and format the column as text`
	}
	said := rows.Quote(cell) + " is no date"
	var parse *edtf.ParseError
	switch {
	case !errors.As(err, &parse):
		return said
	case parse.Hint == "":
		return said + ": " + parse.Problem
	case strings.HasPrefix(parse.Hint, `write "`):
		return said + "; " + parse.Hint
	}
	return said + "; write 2024-10-13, or 2024-10 if the day is not known"
}
