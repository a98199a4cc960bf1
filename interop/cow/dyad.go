package cow

import (
	"io"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/internal/rows"
)

// ReadDyads reads the file of alliances by dyad. Otherwise it is like [Read].
func ReadDyads(r io.Reader, o interop.Options) (entente.Records, interop.Report, error) {
	in, err := rows.NewReader(r, o, "version4id", "ccode1", "ccode2", "dyad_st_year", "dyad_end_year")
	if err != nil {
		return entente.Records{}, interop.Report{}, err
	}
	t := newDyads(in)
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

// dyads makes an agreement of each row.
type dyads struct {
	*rows.Reader
	out    entente.Records
	states *rows.Coded

	id, asymmetric int
	codes, names   [2]int
	time           rows.TimeColumns
	flags          []rows.Flag
	others         []int
	ids            rows.IDs
	extra          rows.Extra // of the row
}

func newDyads(in *rows.Reader) *dyads {
	t := &dyads{
		Reader: in, states: newStates(),
		id: in.Column("version4id"), asymmetric: in.Column("asymmetric"),
		codes: [2]int{in.Column("ccode1"), in.Column("ccode2")},
		names: [2]int{in.Column("state_name1"), in.Column("state_name2")},
		time:  in.NewTimeColumns("dyad_st_", "dyad_end_"),
		flags: flagsOf(in),
	}
	t.out.Title = entente.English("Correlates of War: formal alliances by dyad")
	t.out.Sources = []entente.Source{alliances()}
	t.others = othersOf(in, t.flags, append(t.time.All(), t.id, t.codes[0], t.codes[1], t.names[0], t.names[1]))
	return t
}

// row makes an agreement of the row.
func (t *dyads) row() {
	number := t.Cell(t.id)
	if rows.IsMissing(number) {
		t.Reject(t.id, "no version4id")
		return
	}
	for _, i := range t.codes {
		if code := t.Cell(i); !rows.IsCode(code) {
			t.Reject(i, rows.Quote(code)+` is no code of a state`)
			return
		}
	}
	t.extra = rows.Extra{}
	var a entente.Agreement
	when := t.Time(t.time)
	a.InForce = when.Period
	if !t.parties(&a) {
		return
	}
	if when.Fault != "" {
		a.Timing = entente.English(when.Words)
		t.Repair(t.time.End[0], when.Fault+"; kept as words under timing, without a time")
		t.keepAll(t.time.All())
	}
	t.identify(&a, number)
	a.Basis = entente.BasisReported
	a.Topics = []entente.Topic{entente.TopicSecurity}
	a.Identifiers = []entente.Identifier{{Scheme: "cow-alliance", Value: number}}
	a.Cites = cite(alliancesID, "version4id "+number+", ccodes "+t.Cell(t.codes[0])+" and "+t.Cell(t.codes[1]))
	t.obligations(&a)
	t.keepAll(t.others)
	a.Extra = t.extra.Extra
	t.out.Agreements = append(t.out.Agreements, a)
}

// identify gives the agreement its ID.
func (t *dyads) identify(a *entente.Agreement, number string) {
	name := number + " " + t.Cell(t.codes[0]) + " " + t.Cell(t.codes[1])
	if year := t.Cell(t.time.Start[0]); !rows.IsMissing(year) {
		name += " " + year
	}
	id := rows.Slug("cow-dyad", name)
	if a.ID = t.ids.Take(id); a.ID != id {
		t.Repair(t.id, "another row has this alliance, dyad and year; this one has the ID "+string(a.ID))
	}
}

// parties reads the two states. It rejects the row if they are the same.
func (t *dyads) parties(a *entente.Agreement) bool {
	var sides [2][]entente.Party
	var doubts [2]string
	for k, i := range t.codes {
		sides[k], doubts[k] = t.states.States(t.Cell(i), t.Cell(t.names[k]), a.InForce)
		a.Parties = append(a.Parties, sides[k]...)
	}
	if sides[0][0].Actor == sides[1][0].Actor {
		t.Reject(t.codes[1], "both states are "+string(sides[0][0].Actor))
		return false
	}
	var inTurn []string
	for k, doubt := range doubts {
		if doubt != "" {
			t.Repair(t.codes[k], doubt)
		}
		if words := rows.InTurn(t.Cell(t.codes[k]), sides[k]); words != "" {
			inTurn = append(inTurn, words)
		}
		keepName(&t.extra, t.Reader, t.names[k], sides[k][0].Actor)
	}
	if inTurn != nil {
		t.Repair(t.codes[0], strings.Join(inTurn, "; ")+": each a party for its time")
	}
	return true
}

// obligations gives both parties the obligations of the dyad, unless they differ.
func (t *dyads) obligations(a *entente.Agreement) {
	owed, ok := t.Obligations(t.flags)
	if !ok || t.Cell(t.asymmetric) == "1" {
		for _, f := range t.flags {
			t.keepAll([]int{f.Column})
		}
		if !ok {
			t.Repair(t.flags[0].Column, "an obligation is neither 0 nor 1; all are kept in extra")
		}
		return
	}
	for i := range a.Parties {
		a.Parties[i].Obligations = append([]entente.Obligation(nil), owed...)
	}
}

func (t *dyads) keepAll(columns []int) {
	for _, i := range columns {
		if cell := t.Whole(i); cell != "" {
			t.extra.Keep(t.Columns()[i], "", cell)
		}
	}
}
