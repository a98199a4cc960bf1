package cow

import (
	"io"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/internal/rows"
	"github.com/entente-go/entente/nation"
)

// Read reads the file of alliances by member. The records are in the order of the
// file, and pass [entente.New]. They are empty if there is an error: one that
// wraps [interop.ErrFormat] if the file is not one of these, [interop.ErrLimit] if
// it goes beyond a limit, or that of r. The report then says how far reading came.
// The rows of an alliance need not follow each other. Time and memory are linear
// in the size of the file.
func Read(r io.Reader, o interop.Options) (entente.Records, interop.Report, error) {
	in, err := rows.NewReader(r, o, "version4id", "ccode", "mem_st_year", "mem_end_year")
	if err != nil {
		return entente.Records{}, interop.Report{}, err
	}
	t := newMembers(in)
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

// members makes agreements of rows of members.
type members struct {
	*rows.Reader
	out    entente.Records
	states *rows.Coded

	id, code, name, ssType int
	alliance, member       rows.TimeColumns
	flags                  []rows.Flag
	others                 []int

	list  []*alliance
	index map[string]*alliance
	last  map[membership]int // one more than the last entry of each among the parties
	ids   rows.IDs
}

// An alliance is what the rows of one say so far.
type alliance struct {
	entente.Agreement
	number string
	line   int // of its first row
	extra  rows.Extra
	time   rows.Time   // of its first row
	rows   []memberRow // whose party is known
	before []int       // for each party, one more than the entry of its actor before it; 0 for none
	cells  []string    // the other columns of the rows, one row after the other
	words  []string    // what rows say about times that contradict themselves
}

// A memberRow is where a party comes from.
type memberRow struct {
	line  int
	code  string
	actor entente.ID // the first that had the code
}

// A membership is that of an actor in an alliance.
type membership struct {
	of    *alliance
	actor entente.ID
}

func newMembers(in *rows.Reader) *members {
	t := &members{
		Reader: in, states: newStates(), index: make(map[string]*alliance), last: make(map[membership]int),
		id: in.Column("version4id"), code: in.Column("ccode"), name: in.Column("state_name"), ssType: in.Column("ss_type"),
		alliance: in.NewTimeColumns("all_st_", "all_end_"),
		member:   in.NewTimeColumns("mem_st_", "mem_end_"),
		flags:    flagsOf(in),
	}
	t.out.Title = entente.English("Correlates of War: formal alliances by member")
	t.out.Sources = []entente.Source{alliances()}
	t.others = othersOf(in, t.flags, append(append(t.alliance.All(), t.member.All()...), t.id, t.code, t.name))
	return t
}

func newStates() *rows.Coded {
	return rows.NewCoded("COW", func(code string) []entente.Citation { return cite(alliancesID, "ccode "+code) })
}

func flagsOf(in *rows.Reader) []rows.Flag {
	return []rows.Flag{
		{Column: in.Column("defense"), Obligation: entente.ObligationDefence},
		{Column: in.Column("neutrality"), Obligation: entente.ObligationNeutrality},
		{Column: in.Column("nonaggression"), Obligation: entente.ObligationNonAggression},
		{Column: in.Column("entente"), Obligation: entente.ObligationConsultation},
	}
}

// othersOf returns the columns that are neither flags nor among those that are
// read.
func othersOf(in *rows.Reader, flags []rows.Flag, read []int) (others []int) {
	known := make(map[int]bool)
	for _, i := range read {
		known[i] = true
	}
	for _, f := range flags {
		known[f.Column] = true
	}
	for i := range in.Columns() {
		if !known[i] {
			others = append(others, i)
		}
	}
	return others
}

// row adds a member to its alliance.
func (t *members) row() {
	number, code := t.Cell(t.id), t.Cell(t.code)
	switch {
	case rows.IsMissing(number):
		t.Reject(t.id, "no version4id")
		return
	case !rows.IsCode(code):
		t.Reject(t.code, rows.Quote(code)+` is no code of a state`)
		return
	}
	a := t.index[number]
	if a == nil {
		a = &alliance{number: number}
		a.line, _ = t.Place(-1)
		a.ID = t.ids.Take(rows.Slug("cow-alliance", number))
		if a.ID != rows.Slug("cow-alliance", number) {
			t.Repair(t.id, rows.Quote(number)+" makes the ID of another alliance; this one has the ID "+string(a.ID))
		}
		t.index[number] = a
		t.list = append(t.list, a)
		a.time = t.Time(t.alliance)
		a.InForce = a.time.Period
		t.timing(a, "", a.time, t.alliance, "the alliance")
	}
	t.party(a, code)
}

// timing keeps the words of a time that contradicts itself.
func (t *members) timing(a *alliance, of entente.ID, w rows.Time, c rows.TimeColumns, whose string) {
	if w.Fault == "" {
		return
	}
	t.Repair(c.End[0], whose+": "+w.Fault+"; kept as words under timing, without a time")
	words := w.Words
	if of != "" {
		words = string(of) + " " + words
	}
	a.words = append(a.words, words)
	t.keepAll(a, of, c.All())
}

// party adds the party of the row.
func (t *members) party(a *alliance, code string) {
	member := t.Time(t.member)
	during := member.Period
	if during.IsZero() {
		during = a.InForce
	}
	states, doubt := t.states.States(code, t.Cell(t.name), during)
	id := states[0].Actor
	if doubt != "" {
		t.Repair(t.code, doubt)
	}
	if words := rows.InTurn(code, states); words != "" {
		t.Repair(t.code, words+": each a party for its time")
	}
	if own := t.Time(t.alliance); own != a.time {
		t.Repair(t.alliance.Start[0], "other dates of the alliance than in line "+lineOf(a)+"; kept in extra")
		t.keepAll(a, id, t.alliance.All())
	}
	t.keepName(a, id)
	t.timing(a, id, member, t.member, "the member")
	owed, ok := t.Obligations(t.flags)
	if !ok {
		t.Repair(t.flags[0].Column, "an obligation is neither 0 nor 1; all are kept in extra")
		t.keepFlags(a, id)
	}
	line, _ := t.Place(-1)
	a.rows = append(a.rows, memberRow{line, code, id})
	for _, i := range t.others {
		if i == t.ssType { // it may be the gist
			a.cells = append(a.cells, t.Cell(i))
		} else {
			a.cells = append(a.cells, t.Whole(i))
		}
	}
	for _, p := range states {
		if p.Period.IsZero() {
			p.Period = member.Period
		}
		p.Obligations = append([]entente.Obligation(nil), owed...)
		if t.isParty(a, p) {
			t.Repair(t.code, string(p.Actor)+" is listed twice as a party for the same time; the row is kept in extra")
			t.keepAll(a, p.Actor, t.member.All())
			t.keepFlags(a, p.Actor)
			continue
		}
		key := membership{a, p.Actor}
		a.before = append(a.before, t.last[key])
		a.Parties = append(a.Parties, p)
		t.last[key] = len(a.Parties)
	}
}

// maxTimes is how many times of one party are looked at.
const maxTimes = 64

// isParty reports whether the party is one already for some of the time.
func (t *members) isParty(a *alliance, p entente.Party) bool {
	entry := t.last[membership{a, p.Actor}]
	for n := 0; entry > 0 && n < maxTimes; n++ {
		q := &a.Parties[entry-1]
		entry = a.before[entry-1]
		if q.Period.IsZero() || p.Period.IsZero() || q.Period.Overlaps(p.Period) == edtf.CertaintyYes {
			return true
		}
	}
	return false
}

// keepName keeps the name of a state if it is that of another.
func (t *members) keepName(a *alliance, id entente.ID) {
	keepName(&a.extra, t.Reader, t.name, id)
}

func keepName(x *rows.Extra, in *rows.Reader, column int, id entente.ID) {
	name := in.Cell(column)
	if name == "" {
		return
	}
	if match, err := nation.Lookup(name); err != nil || entente.ID(match.ID) != id {
		x.Keep(in.Columns()[column], id, name)
	}
}

func (t *members) keepAll(a *alliance, id entente.ID, columns []int) {
	for _, i := range columns {
		if cell := t.Whole(i); cell != "" {
			a.extra.Keep(t.Columns()[i], id, cell)
		}
	}
}

func (t *members) keepFlags(a *alliance, id entente.ID) {
	for _, f := range t.flags {
		t.keepAll(a, id, []int{f.Column})
	}
}
