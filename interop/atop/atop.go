package atop

import (
	"io"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/internal/rows"
)

// sourceID is the ID of the source that all records cite.
const sourceID entente.ID = "atop"

func source() entente.Source {
	published, _ := edtf.NewDate(2002, 0, 0)
	return entente.Source{
		ID:        sourceID,
		Title:     entente.English("Alliance Treaty Obligations and Provisions, 1815-1944"),
		Publisher: entente.English("ATOP"),
		Authors:   []string{"Brett Ashley Leeds", "Jeffrey M. Ritter", "Sara McLaughlin Mitchell", "Andrew G. Long"},
		Published: published,
		URL:       "http://www.atopdata.org/",
		Language:  "en",
		Note:      entente.English("International Interactions 28: 237-260. The data is its later version."),
	}
}

func cite(locator string) []entente.Citation {
	return []entente.Citation{{Source: sourceID, Locator: locator}}
}

// Read reads an alliance-level file of ATOP. The records are in the order of the
// file, and pass [entente.New]. They are empty if there is an error: one that
// wraps [interop.ErrFormat] if the file is not one of ATOP, [interop.ErrLimit] if
// it goes beyond a limit, or that of r. The report then says how far reading came.
// Time and memory are linear in the size of the file.
func Read(r io.Reader, o interop.Options) (entente.Records, interop.Report, error) {
	in, err := rows.NewReader(r, o, "atopid", "begyr", "endyr", "mem1", "mem2")
	if err != nil {
		return entente.Records{}, interop.Report{}, err
	}
	t := newReader(in)
	for in.Next() {
		t.row()
	}
	report := in.Report()
	if err := in.Err(); err != nil {
		return entente.Records{}, report, err
	}
	t.out.Nations = t.states.Nations
	report.CountRecords(&t.out)
	return t.out, report, nil
}

// A reader makes records of rows.
type reader struct {
	*rows.Reader
	out    entente.Records
	states *rows.Coded

	id, cow4id, cowid, asymm int
	time                     rows.TimeColumns
	flags                    []rows.Flag
	members, others          []int
	ids                      rows.IDs
	seen                     map[entente.ID]bool // the members of the row
	extra                    rows.Extra          // of the row
}

func newReader(in *rows.Reader) *reader {
	t := &reader{
		Reader: in,
		states: rows.NewCoded("ATOP", func(code string) []entente.Citation { return cite("member " + code) }),
		id:     in.Column("atopid"), cow4id: in.Column("cow4id"), cowid: in.Column("cowid"), asymm: in.Column("asymm"),
		time: rows.TimeColumns{
			Start: [3]int{in.Column("begyr"), in.Column("begmo"), in.Column("begday")},
			End:   [3]int{in.Column("endyr"), in.Column("endmo"), in.Column("endday")},
		},
		flags: []rows.Flag{
			{Column: in.Column("defense"), Obligation: entente.ObligationDefence},
			{Column: in.Column("offense"), Obligation: entente.ObligationOffence},
			{Column: in.Column("neutral"), Obligation: entente.ObligationNeutrality},
			{Column: in.Column("nonagg"), Obligation: entente.ObligationNonAggression},
			{Column: in.Column("consul"), Obligation: entente.ObligationConsultation},
		},
		seen: make(map[entente.ID]bool),
	}
	t.out.Title = entente.English("Alliance Treaty Obligations and Provisions")
	t.out.Sources = []entente.Source{source()}
	known := map[int]bool{t.id: true, t.cow4id: true, t.cowid: true}
	for _, i := range t.time.All() {
		known[i] = true
	}
	for _, f := range t.flags {
		known[f.Column] = true
	}
	for i, name := range in.Columns() {
		number, ok := strings.CutPrefix(strings.ToLower(name), "mem")
		switch {
		case known[i]:
		case ok && rows.IsCode(number):
			t.members = append(t.members, i)
		default:
			t.others = append(t.others, i)
		}
	}
	return t
}

// row makes an agreement of the row.
func (t *reader) row() {
	id := t.Cell(t.id)
	if rows.IsMissing(id) {
		t.Reject(t.id, "no atopid")
		return
	}
	t.extra = rows.Extra{}
	var a entente.Agreement
	a.Basis = entente.BasisReported
	a.Topics = []entente.Topic{entente.TopicSecurity}
	a.Cites = cite("atopid " + id)
	t.identify(&a, id)
	t.inForce(&a)
	if t.parties(&a) < 2 {
		t.Reject(t.members[0], "fewer than two members")
		return
	}
	a.ID = t.ids.Take(rows.Slug("atop", id))
	if a.ID != rows.Slug("atop", id) {
		t.Repair(t.id, rows.Quote(id)+" is the atopid of another alliance already; this one has the ID "+string(a.ID))
	}
	t.obligations(&a)
	for _, i := range t.others {
		t.keep(i)
	}
	a.Extra = t.extra.Extra
	t.out.Agreements = append(t.out.Agreements, a)
}

func (t *reader) identify(a *entente.Agreement, id string) {
	a.Identifiers = append(a.Identifiers, entente.Identifier{Scheme: "atop", Value: id})
	if v := t.Cell(t.cow4id); !rows.IsMissing(v) {
		a.Identifiers = append(a.Identifiers, entente.Identifier{Scheme: "cow-alliance", Value: v})
	}
	if v := t.Cell(t.cowid); !rows.IsMissing(v) {
		a.Identifiers = append(a.Identifiers, entente.Identifier{Scheme: "cow-alliance-v3", Value: v})
	}
}

// keep keeps a cell that says something in extra.
func (t *reader) keep(column int) {
	if cell := t.Whole(column); cell != "" {
		t.extra.Keep(t.Columns()[column], "", cell)
	}
}

func (t *reader) inForce(a *entente.Agreement) {
	when := t.Time(t.time)
	a.InForce = when.Period
	if when.Fault != "" {
		a.Timing = entente.English(when.Words)
		t.Repair(t.time.End[0], when.Fault+"; kept as words under timing")
	}
}

// parties reads the members, each once, and returns their number.
func (t *reader) parties(a *entente.Agreement) (members int) {
	clear(t.seen)
	list := make([]entente.Party, 0, 2)
	var inTurn []string
	var first int // the column of the first in turn
	for _, i := range t.members {
		code := t.Cell(i)
		if rows.IsMissing(code) || code == "0" {
			continue
		}
		if !rows.IsCode(code) {
			t.Repair(i, rows.Quote(code)+` is no code of a state; kept in extra`)
			t.keep(i)
			continue
		}
		states, doubt := t.states.States(code, "", a.InForce)
		id := states[0].Actor
		if doubt != "" {
			t.Repair(i, doubt)
		}
		if t.seen[id] {
			t.Repair(i, "member "+code+" is "+string(id)+", which is a member already; kept once")
			t.extra.Keep(t.Columns()[i], id, code)
			continue
		}
		members++
		for _, s := range states {
			t.seen[s.Actor] = true
		}
		list = append(list, states...)
		if words := rows.InTurn(code, states); words != "" {
			if inTurn == nil {
				first = i
			}
			inTurn = append(inTurn, words)
		}
	}
	if members > 2 {
		for i, p := range list {
			if p.Period.IsZero() {
				p.Period = a.InForce
			}
			list[i].Period = rows.InDoubt(p.Period)
		}
	}
	a.Parties = list
	if members > 1 && inTurn != nil {
		t.Repair(first, strings.Join(inTurn, "; ")+": each a party for its time")
	}
	return members
}

// obligations gives the parties the obligations of the alliance, unless they
// differ.
func (t *reader) obligations(a *entente.Agreement) {
	owed, ok := t.Obligations(t.flags)
	differ := t.Cell(t.asymm) == "1"
	if !ok || differ {
		for _, f := range t.flags {
			t.keep(f.Column)
		}
	}
	switch {
	case !ok:
		t.Repair(t.flags[0].Column, "an obligation is neither 0 nor 1; all are kept in extra")
	case differ:
		var names []string
		for _, o := range owed {
			names = append(names, o.String())
		}
		if len(names) > 0 {
			a.Gist = entente.English("obligations that differ between the members: " + strings.Join(names, ", "))
		}
	default:
		for i := range a.Parties {
			a.Parties[i].Obligations = append([]entente.Obligation(nil), owed...)
		}
	}
}
