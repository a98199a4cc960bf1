package cow

import (
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/internal/rows"
	"github.com/entente-go/entente/nation"
	"golang.org/x/text/language"
)

// ReadStates reads the list of states. The records are in the order of the file.
// Otherwise it is like [Read].
func ReadStates(r io.Reader, o interop.Options) (entente.Records, interop.Report, error) {
	in, err := rows.NewReader(r, o, "ccode", "statenme", "styear", "endyear")
	if err != nil {
		return entente.Records{}, interop.Report{}, err
	}
	t := newList(in)
	for in.Next() {
		t.row()
	}
	t.finish()
	report := in.Report()
	if err := in.Err(); err != nil {
		return entente.Records{}, report, err
	}
	report.CountRecords(&t.out)
	return t.out, report, nil
}

// list makes nations of rows of states.
type list struct {
	*rows.Reader
	out entente.Records

	code, abbreviation, name int
	time                     rows.TimeColumns
	others                   []int
	states                   []*state
	index                    map[string]*state // by code
	last                     edtf.Day          // of all rows
	open                     int               // states that end on that day, which is read as an open end
	version                  int               // of the first row that has one; 0 if none has
}

// A state is what the rows of a code say.
type state struct {
	code, name string
	line       int
	spells     []edtf.Period
	nation     entente.Nation
	extra      rows.Extra
	kept       []string // the last cell of each of the other columns
}

func newList(in *rows.Reader) *list {
	t := &list{
		Reader: in, index: make(map[string]*state),
		code: in.Column("ccode"), abbreviation: in.Column("stateabb"), name: in.Column("statenme"),
		time: rows.TimeColumns{
			Start: [3]int{in.Column("styear"), in.Column("stmonth"), in.Column("stday")},
			End:   [3]int{in.Column("endyear"), in.Column("endmonth"), in.Column("endday")},
		},
	}
	t.out.Title = entente.English("Correlates of War: state system membership")
	t.others = othersOf(in, nil, append(t.time.All(), t.code, t.name))
	return t
}

// row adds a time to its state.
func (t *list) row() {
	code, name := t.Cell(t.code), t.Cell(t.name)
	if !rows.IsCode(code) {
		t.Reject(t.code, rows.Quote(code)+` is no code of a state`)
		return
	}
	if t.version == 0 {
		t.version, _ = rows.Int(t.Cell(t.Column("version")))
	}
	s := t.index[code]
	if s == nil {
		s = &state{code: code, name: name, kept: make([]string, len(t.others))}
		s.line, _ = t.Place(-1)
		t.index[code] = s
		t.states = append(t.states, s)
	}
	n := &s.nation
	if name != s.name {
		s.extra.Keep(t.Columns()[t.name], entente.ID(strconv.Itoa(len(s.spells)+1)), name)
	}
	when := t.Time(t.time)
	if when.Fault != "" {
		t.Repair(t.time.End[0], when.Fault+"; kept in extra and as words under timing, without a time")
		n.Timing = entente.English(when.Words)
		for _, i := range t.time.All() {
			s.extra.Keep(t.Columns()[max(i, 0)], entente.ID(strconv.Itoa(len(s.spells)+1)), t.Whole(i))
		}
	}
	if span := when.Period.Span(); !span.IsZero() && !when.Period.OpenEnd() {
		t.last = max(t.last, span.Last)
	}
	s.spells = append(s.spells, when.Period)
	for k := range t.others {
		t.keep(s, k)
	}
}

// keep keeps a cell that differs from the one that the state had there before.
func (t *list) keep(s *state, k int) {
	column, cell := t.Columns()[t.others[k]], t.Whole(t.others[k])
	switch {
	case rows.IsMissing(cell), cell == s.kept[k]:
		return
	case s.kept[k] == "":
		s.extra.Keep(column, "", cell)
	default:
		s.extra.Keep(column, "later", cell)
	}
	s.kept[k] = cell
}

// finish makes the nations. Two codes may be those of one state.
func (t *list) finish() {
	t.out.Sources = []entente.Source{states(t.version)}
	made := make(map[entente.ID]int)
	extras := make(map[entente.ID]*rows.Extra)
	for _, s := range t.states {
		n := s.nation
		n.Extra = s.extra.Extra
		t.exists(s, &n)
		n.ID = t.idOf(s, n.Exists)
		n.Basis = entente.BasisReported
		n.Cites = cite(statesID, "ccode "+s.code)
		n.Identifiers = []entente.Identifier{{Scheme: "cow", Value: s.code}}
		s.called(&n)
		if i, ok := made[n.ID]; ok {
			t.join(&t.out.Nations[i], n, s, extras[n.ID])
			continue
		}
		made[n.ID], extras[n.ID] = len(t.out.Nations), &s.extra
		t.out.Nations = append(t.out.Nations, n)
	}
	if t.open > 0 {
		t.RepairAt(0, 0, t.last.String()+" is the last day of the list; states that end on it are kept with an open end: "+
			strconv.Itoa(t.open))
	}
}

// called gives a nation its name. One that package nation knows has that name
// everywhere, and the list's is an alias: "Yugoslavia" must not become the name of
// RS.
func (s *state) called(n *entente.Nation) {
	switch known := nation.Name(nation.ID(n.ID), language.English); {
	case known == "" && s.name == "":
		n.Name = entente.English("State " + s.code + " of COW")
	case known == "":
		n.Name = entente.English(s.name)
	case s.name != known:
		n.Aliases = n.Aliases.With(language.English, s.name)
	}
}

// idOf returns the state that had the code at the end of its last row.
func (t *list) idOf(s *state, exists edtf.Period) entente.ID {
	when := nation.When{}
	if span := exists.Span(); !span.IsZero() {
		when = nation.Day(min(span.Last, t.last).Time())
	}
	if id, err := nation.LookupCode(nation.SchemeCOW, s.code, when); err == nil {
		return entente.ID(id)
	}
	list, doubt := rows.NewCoded("COW", func(string) []entente.Citation { return nil }).States(s.code, s.name, exists)
	if doubt != "" {
		t.RepairAt(s.line, 0, doubt)
	}
	return list[0].Actor
}

// exists gives a nation the time from the first day of its first row to the last
// of its last, and says in the note when it was out.
func (t *list) exists(s *state, n *entente.Nation) {
	spells := slices.DeleteFunc(slices.Clone(s.spells), func(p edtf.Period) bool { return p.IsZero() })
	if len(spells) == 0 {
		return
	}
	slices.SortStableFunc(spells, func(a, b edtf.Period) int { return int(a.Span().First - b.Span().First) })
	var gaps []string
	last := spells[0]
	for _, p := range spells[1:] {
		if p.Span().First > last.Span().Last+1 {
			gaps = append(gaps, "from "+(last.Span().Last+1).String()+" to "+(p.Span().First-1).String())
		}
		if p.Span().Last > last.Span().Last {
			last = p
		}
	}
	end := last.End()
	atEnd := !last.OpenEnd() && last.Span().Last == t.last && t.isEndOfYear()
	if atEnd {
		t.open++
	}
	if atEnd || last.OpenEnd() {
		n.Exists = edtf.Since(spells[0].Start())
	} else {
		n.Exists, _ = rows.Period(spells[0].Start(), end)
	}
	if len(gaps) > 0 {
		n.Note = entente.English("Out of the state system " + strings.Join(gaps, " and ") + ".")
	}
}

// isEndOfYear reports whether the list ends with a year, as it does if it says
// nothing about later.
func (t *list) isEndOfYear() bool {
	d := t.last.Time()
	return d.Month() == time.December && d.Day() == 31
}

// join adds a state of another code to the nation that it is too.
func (t *list) join(n *entente.Nation, other entente.Nation, s *state, x *rows.Extra) {
	n.Identifiers = append(n.Identifiers, other.Identifiers...)
	n.Cites = append(n.Cites, other.Cites...)
	for _, kv := range other.Extra {
		x.Keep(kv.Key, entente.ID(s.code), kv.Value)
	}
	x.Keep("statenme", entente.ID(s.code), s.name)
	x.Keep("exists", entente.ID(s.code), other.Exists.String())
	n.Extra = x.Extra
	t.RepairAt(s.line, 0, "ccode "+s.code+" is "+string(n.ID)+", as an earlier code is; kept in one record")
}
