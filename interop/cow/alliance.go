package cow

import (
	"strconv"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/interop/internal/rows"
)

func lineOf(a *alliance) string { return strconv.Itoa(a.line) }

// finish makes the agreements of what the rows say.
func (t *members) finish() {
	for _, a := range t.list {
		if !isAlliance(a.rows) {
			for _, r := range a.rows {
				t.RejectAt(r.line, 0, "alliance "+rows.Quote(a.number)+" has only one member")
			}
			continue
		}
		a.Basis = entente.BasisReported
		a.Topics = []entente.Topic{entente.TopicSecurity}
		a.Identifiers = []entente.Identifier{{Scheme: "cow-alliance", Value: a.number}}
		a.Cites = cite(alliancesID, "version4id "+a.number)
		t.periods(a)
		t.rest(a)
		a.Extra = a.extra.Extra
		if len(a.words) > 0 {
			a.Timing = entente.English(strings.Join(a.words, "; "))
		}
		t.out.Agreements = append(t.out.Agreements, a.Agreement)
	}
	t.out.Nations = t.states.Nations
}

// isAlliance reports whether there are two different members.
func isAlliance(list []memberRow) bool {
	for i := range list {
		if list[i].code != list[0].code && list[i].actor != list[0].actor {
			return true
		}
	}
	return false
}

// periods drops the period of each party that is one as long as the alliance is in
// force, unless it is listed again.
func (t *members) periods(a *alliance) {
	for i := range a.Parties {
		if p := &a.Parties[i]; p.Period == a.InForce && a.before[i] == 0 && t.last[membership{a, p.Actor}] == i+1 {
			p.Period = edtf.Period{}
		}
	}
}

// rest keeps the other columns: once if all rows agree, and for each party
// otherwise.
func (t *members) rest(a *alliance) {
	for k, i := range t.others {
		column := t.Columns()[i]
		if first, same := a.cells[k], a.agree(k, len(t.others)); !same {
			for n, r := range a.rows {
				a.extra.Keep(column, r.actor, a.cells[n*len(t.others)+k])
			}
		} else if i == t.ssType && !rows.IsMissing(first) {
			a.Gist = entente.English(first)
		} else {
			a.extra.Keep(column, "", first)
		}
	}
}

// agree reports whether all rows have the same cell in column k of n others.
func (a *alliance) agree(k, n int) bool {
	for i := k; i < len(a.cells); i += n {
		if a.cells[i] != a.cells[k] {
			return false
		}
	}
	return true
}
