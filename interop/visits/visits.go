package visits

import (
	"errors"
	"io"
	"strings"
	"time"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/internal/rows"
)

// Options are the settings of [Read]. The zero Options means the defaults.
type Options struct {
	interop.Options
	// Source is what the records of rows without a source cite. The zero Source
	// means one with the ID "visits" and the title "A spreadsheet of visits".
	Source entente.Source
	// Columns maps a field to the name of its column, if that is not one of the
	// names in the package's documentation: {"to": "Destination"}. [Fields]
	// lists the fields. The sheet must have these columns.
	Columns map[string]string
	// From is the state that visitors serve if the sheet does not say it, as a
	// name or a code. It is looked up at the time of each visit.
	From string
	// Language is the language of names and words in the sheet. The zero Tag
	// means English.
	Language language.Tag
}

// Read reads a sheet of visits. The records are in the order of the sheet, and
// pass [entente.New]. They are empty if there is an error: one that wraps
// [interop.ErrFormat] if the sheet lacks a column, [interop.ErrLimit] if it goes
// beyond a limit, that of r, or one that says that o.From is no state. The report then says how far reading came. Time
// and memory are linear in the size of the sheet.
func Read(r io.Reader, o Options) (entente.Records, interop.Report, error) {
	if id, _ := rows.StateNamed(o.From, edtf.Date{}); id == "" && o.From != "" {
		return entente.Records{}, interop.Report{}, notState(o.From)
	}
	in, err := rows.NewSheetReader(r, o.Options)
	if err != nil {
		return entente.Records{}, interop.Report{}, err
	}
	found, others, err := columns(in, o.Columns)
	if err != nil {
		return entente.Records{}, interop.Report{}, err
	}
	t := newReader(in, o)
	t.column, t.others = found, others
	for in.Next() {
		t.row()
	}
	report := in.Report()
	if err := in.Err(); err != nil {
		return entente.Records{}, report, err
	}
	for i, names := range t.aliases {
		t.out.Officials[i].Aliases = entente.Names{}.With(t.tag, names...)
	}
	if t.cited {
		t.out.Sources = append(t.out.Sources, t.source)
	}
	report.CountRecords(&t.out)
	return t.out, report, nil
}

// A reader makes records of rows.
type reader struct {
	*rows.Reader
	out    entente.Records
	column map[string]int // by field, -1 for none
	others []int

	tag     language.Tag
	sender  string
	source  entente.Source
	cited   bool // whether a row cites source
	ids     rows.IDs
	people  map[entente.ID]int    // officials in out, by the slug of the name
	sources map[string]entente.ID // by address or title
	alike   map[string]int        // officials in out, by the words of the name
	posts   map[post]bool
	spelled map[spelling]bool
	aliases map[int][]string    // of officials
	there   map[entente.ID]bool // attendees, or sources, of the row
	taken   rows.IDs            // of sources
	faults  []fault             // of the row
}

// A fault is something that the editor has to mend in a column, or for -1 in the
// row.
type fault struct {
	column int
	reason string
}

// fault notes a fault of the row.
func (t *reader) fault(column int, reason string) {
	t.faults = append(t.faults, fault{column, reason})
}

// rejected rejects the row if it has faults. The one remark has all of them.
func (t *reader) rejected() bool {
	if len(t.faults) == 0 {
		return false
	}
	var said strings.Builder
	for i, f := range t.faults {
		if i > 0 {
			if !strings.HasSuffix(t.faults[i-1].reason, "?") {
				said.WriteByte('.')
			}
			said.WriteString(" Also, ")
		}
		said.WriteString(t.named(f.column, f.reason))
	}
	t.Reject(t.faults[0].column, said.String())
	return true
}

// named returns words about a cell with the name of its column.
func (t *reader) named(column int, words string) string {
	if column < 0 {
		return words
	}
	return "column " + rows.Quote(t.Columns()[column]) + ": " + words
}

// repair reports what was made of a cell.
func (t *reader) repair(column int, reason string) { t.Repair(column, t.named(column, reason)) }

func newReader(in *rows.Reader, o Options) *reader {
	t := &reader{Reader: in, tag: o.Language, sender: o.From, source: o.Source, people: make(map[entente.ID]int),
		alike: make(map[string]int), sources: make(map[string]entente.ID), posts: make(map[post]bool), spelled: make(map[spelling]bool),
		aliases: make(map[int][]string), there: make(map[entente.ID]bool)}
	if t.tag == language.Und {
		t.tag = language.English
	}
	if t.source.ID == "" {
		t.source = entente.Source{ID: "visits", Title: entente.English("A spreadsheet of visits")}
	}
	t.taken.Take(t.source.ID)
	t.out.Title = t.source.Title
	return t
}

func (t *reader) cell(field string) string {
	cell := t.Cell(t.column[field])
	if rows.IsMissing(cell) {
		return ""
	}
	return strings.Join(strings.Fields(cell), " ")
}

func (t *reader) text(words string) entente.Text {
	if words == "" {
		return entente.Text{}
	}
	return entente.Text{}.With(t.tag, words)
}

// row makes a meeting of the row. It looks at every cell that can be wrong before
// it adds anything.
func (t *reader) row() {
	var m entente.Meeting
	t.faults = t.faults[:0]
	m.Basis = entente.BasisReported
	m.When = t.when()
	from := t.from(m.When.Start())
	to := t.state("to", m.When.Start())
	host := t.hosts(m.When.Start())
	name, place := t.cell("name"), t.cell("place")
	if name == "" && t.cell("from") == "" && from == "" {
		t.fault(max(t.column["name"], t.column["from"]), "no visitor; write a name or a state")
	}
	if t.cell("to") == "" && place == "" {
		t.fault(max(t.column["to"], t.column["place"]), "no place; write the state visited or the town")
	}
	id := entente.ID(t.cell("id"))
	if id != "" && rows.Slug("", string(id)) != id || id != "" && !startsWithLetter(string(id)) {
		t.fault(t.column["id"], rows.Quote(string(id))+" is no ID; write lower-case letters, digits and single hyphens")
	}
	if t.rejected() {
		return
	}
	m.Cites = t.cites()
	t.there = fresh(t.there)
	if name == "" {
		t.attend(&m, entente.Attendee{Actor: from})
	} else {
		t.attend(&m, t.visitor(name, from, m.Cites))
	}
	if id == "" {
		where := string(to)
		if where == "" {
			where = place
		}
		id = rows.Slug("visit", strings.Join([]string{nameOr(name, from), where, m.When.Start().String()}, " "))
	}
	for _, h := range host {
		if h.name == "" {
			t.attend(&m, entente.Attendee{Actor: h.state})
		} else {
			t.attend(&m, t.attendee(t.official("met", h.name, h.state, m.Cites), h.state))
		}
	}
	m.Places = []entente.Place{{Name: t.text(place), Nation: to}}
	m.Trip = t.cell("trip")
	m.Purpose = t.text(t.cell("purpose"))
	m.Note = t.text(t.cell("note"))
	var extra rows.Extra
	for _, i := range t.others {
		extra.Keep(t.Columns()[i], "", t.Whole(i))
	}
	m.Extra = extra.Extra
	if m.ID = t.ids.Take(id); m.ID != id {
		t.repair(t.column["id"], "another row has the ID "+string(id)+"; this one has "+string(m.ID))
	}
	t.out.Meetings = append(t.out.Meetings, m)
}

func nameOr(name string, from entente.ID) string {
	if name == "" {
		return string(from)
	}
	return name
}

func startsWithLetter(id string) bool { return id != "" && id[0] >= 'a' && id[0] <= 'z' }

// when reads the time of the visit.
func (t *reader) when() edtf.Period {
	start, ok := t.date("start")
	if ok && !start.IsZero() && !start.IsDate() {
		return start // a period in one cell
	}
	end, ok2 := t.date("end")
	switch {
	case !ok || !ok2:
		return edtf.Period{}
	case end.IsZero():
		return start
	case !end.IsDate():
		t.fault(t.column["end"], rows.Quote(t.cell("end"))+" is a period; write the last day, such as 2024-10-13")
		return edtf.Period{}
	}
	p, ok := rows.Period(start.Start(), end.Start())
	if !ok {
		t.fault(max(t.column["end"], t.column["end year"]),
			"the visit ends on "+end.String()+", before it starts on "+start.String())
	}
	return p
}

// date reads a date or a period from the cell of a field, or from those of its
// day, month and year. It notes a fault and reports false if there is none.
func (t *reader) date(field string) (edtf.Period, bool) {
	if cell := t.cell(field); cell != "" {
		p, err := edtf.ParsePeriod(cell)
		if err != nil {
			t.fault(t.column[field], noDate(cell, err))
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
			rows.Quote(year+"-"+month+"-"+day)+" is no date; write numbers for year, month and day")
		return edtf.Period{}, false
	}
	return d.Period(), true
}

// noDate says why a cell is no date, and what to write.
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

// from returns the state that the visitor serves.
func (t *reader) from(at edtf.Date) entente.ID {
	if t.sender == "" || t.cell("from") != "" {
		return t.state("from", at)
	}
	id, _ := rows.StateNamed(t.sender, at)
	if id == "" { // two states had the name, one after the other
		id, _ = rows.StateNamed(t.sender, edtf.Date{})
	}
	return entente.ID(id)
}

func notState(words string) error { return errors.New("visits: " + rows.NoState(words)) }

// state returns the state in the cell of a field. It notes a fault if there is none.
func (t *reader) state(field string, at edtf.Date) entente.ID {
	cell := t.cell(field)
	if cell == "" {
		return ""
	}
	id, doubt := rows.StateNamed(cell, at)
	switch {
	case id == "":
		t.fault(t.column[field], rows.NoState(cell))
	case doubt != "":
		t.repair(t.column[field], doubt)
	}
	return entente.ID(id)
}
