package visits

import (
	"cmp"
	"errors"
	"io"
	"slices"
	"strings"

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
// beyond a limit, that of r, or one that says that o.From is no state. The report
// then says how far reading came. Time and memory are linear in the size of the
// sheet.
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
	for i, x := range t.kept {
		t.out.Sources[i].Extra = x.Extra
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
	people  map[entente.ID]int // officials in out, by the slug of the name
	sources map[string]int     // in out, by address or title
	titles  map[otherTitle]bool
	kept    map[int]*rows.Extra // of sources
	alike   map[string]int      // officials in out, by the words of the name
	posts   map[post]bool
	spelled map[spelling]bool
	aliases map[int][]string    // of officials
	there   map[entente.ID]bool // attendees, or sources, of the row
	taken   rows.IDs            // of sources
	faults  []fault             // of the row
}

// A fault is something that is wrong in a column, or for -1 in the row.
type fault struct {
	column int
	reason string
	kept   string // what became of it; "" if the row cannot be a record
}

// fault notes a fault of the row.
func (t *reader) fault(column int, reason, kept string) {
	t.faults = append(t.faults, fault{column, reason, kept})
}

// rejected rejects the row if it cannot be a record. The one remark has all of its
// faults, beginning with why. Otherwise each of them is reported as repaired.
func (t *reader) rejected() bool {
	slices.SortStableFunc(t.faults, func(a, b fault) int { return min(len(a.kept), 1) - min(len(b.kept), 1) })
	if len(t.faults) == 0 || t.faults[0].kept != "" {
		for _, f := range t.faults {
			if strings.HasSuffix(f.reason, "?") {
				t.repair(f.column, f.reason+" It is "+f.kept)
			} else {
				t.repair(f.column, f.reason+"; "+f.kept)
			}
		}
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
		alike: make(map[string]int), sources: make(map[string]int), titles: make(map[otherTitle]bool),
		kept: make(map[int]*rows.Extra), posts: make(map[post]bool), spelled: make(map[spelling]bool),
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

const inExtra = "kept in extra"

// row makes a meeting of the row. It looks at every cell that can be wrong before
// it adds anything.
func (t *reader) row() {
	var m entente.Meeting
	t.faults = t.faults[:0]
	m.Basis = entente.BasisReported
	first := t.time(&m)
	at := m.When.Start()
	name := t.cell("name")
	from := t.from(name, at)
	to := t.state("to", at, "kept as words of the place")
	host := t.hosts(at)
	if name == "" && t.cell("from") == "" && from == "" {
		t.fault(max(t.column["name"], t.column["from"]), "no visitor; write a name or a state", "")
	}
	if t.cell("to") == "" && t.cell("place") == "" {
		t.fault(max(t.column["to"], t.column["place"]), "no place; write the state visited or the town", "")
	}
	id, given := t.id()
	if t.rejected() {
		return
	}
	m.Cites = t.cites(first)
	t.there = fresh(t.there)
	if name == "" {
		t.attend(&m, entente.Attendee{Actor: from})
	} else {
		t.attend(&m, t.visitor(name, from, m.Cites))
	}
	if !given {
		where := cmp.Or(string(to), t.cell("to"), t.cell("place"))
		id = rows.Slug("visit", strings.Join([]string{cmp.Or(name, string(from)), where, first.String()}, " "))
	}
	for _, h := range host {
		if h.name == "" {
			t.attend(&m, entente.Attendee{Actor: h.state})
		} else {
			t.attend(&m, t.attendee(t.official("met", h.name, h.state, m.Cites), h.state))
		}
	}
	m.Places = []entente.Place{{Name: t.place(to), Nation: to}}
	m.Trip = t.cell("trip")
	m.Purpose = t.text(t.cell("purpose"))
	m.Note = t.text(t.cell("note"))
	m.Extra = t.extra(given, from)
	if m.ID = t.ids.Take(id); m.ID != id {
		t.repair(t.column["id"], "another row has the ID "+string(id)+"; this one has "+string(m.ID))
	}
	t.out.Meetings = append(t.out.Meetings, m)
}

// id returns the ID that the row gives. It reports false if there is none.
func (t *reader) id() (id entente.ID, given bool) {
	id = entente.ID(t.cell("id"))
	if id == "" {
		return "", false
	}
	if rows.Slug("", string(id)) != id || !startsWithLetter(string(id)) {
		t.fault(t.column["id"], rows.Quote(string(id))+" is no ID; write lower-case letters, digits and single hyphens", inExtra)
		return "", false
	}
	return id, true
}

// place returns the name of the place. A state that is not known is part of it.
func (t *reader) place(to entente.ID) entente.Text {
	words, state := t.cell("place"), t.cell("to")
	switch {
	case to != "" || state == "" || state == words:
	case words == "":
		words = state
	default:
		words += ", " + state
	}
	return t.text(words)
}

// extra returns the cells for which a meeting has no member: those of other columns,
// a malformed ID, the state of the visitor if it is not known, the post of a visitor
// without a name, and the parts of a date beside the date.
func (t *reader) extra(given bool, from entente.ID) entente.Extra {
	var extra rows.Extra
	for _, i := range t.others {
		extra.Keep(t.Columns()[i], "", t.Whole(i))
	}
	kept := make(map[int]bool) // two fields may have one column
	keep := func(column int) {
		if column >= 0 && !kept[column] {
			kept[column] = true
			extra.Keep(t.Columns()[column], "", t.Whole(column))
		}
	}
	if !given {
		keep(t.column["id"])
	}
	if from == "" {
		keep(t.column["from"])
	}
	if t.cell("name") == "" {
		keep(t.column["title"])
		keep(t.column["rank"])
	}
	for _, field := range [...]string{"start", "end"} {
		if t.cell(field) != "" {
			for _, part := range dateParts {
				keep(t.column[field+part])
			}
		}
	}
	return extra.Extra
}

func startsWithLetter(id string) bool { return id != "" && id[0] >= 'a' && id[0] <= 'z' }

// from returns the state that the visitor serves. Without a name, it is the
// visitor.
func (t *reader) from(name string, at edtf.Date) entente.ID {
	if t.sender == "" || t.cell("from") != "" {
		kept := inExtra
		if name == "" {
			kept = ""
		}
		return t.state("from", at, kept)
	}
	id, _ := rows.StateNamed(t.sender, at)
	if id == "" { // two states had the name, one after the other
		id, _ = rows.StateNamed(t.sender, edtf.Date{})
	}
	return entente.ID(id)
}

func notState(words string) error { return errors.New("visits: " + rows.NoState(words)) }

// state returns the state in the cell of a field. If there is none, it notes a
// fault, with what becomes of the cell.
func (t *reader) state(field string, at edtf.Date, kept string) entente.ID {
	cell := t.cell(field)
	if cell == "" {
		return ""
	}
	id, doubt := rows.StateNamed(cell, at)
	switch {
	case id == "":
		t.fault(t.column[field], rows.NoState(cell), kept)
	case doubt != "":
		t.repair(t.column[field], doubt)
	}
	return entente.ID(id)
}
