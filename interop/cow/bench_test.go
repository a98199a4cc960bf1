package cow_test

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/internal/growth"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/cow"
	"github.com/entente-go/entente/interop/internal/interoptest"
	"github.com/entente-go/entente/nation"
)

// large returns a file of n members, three to an alliance.
func large(n int) string {
	rows := make([][]string, n)
	for i := range rows {
		number := "version4id=" + strconv.Itoa(i/3)
		rows[i] = member([]string{"200", "235", "770"}[i%3], number, "state_name="+[]string{"United Kingdom", "Portugal", "Pakistan"}[i%3],
			"mem_end_year="+strconv.Itoa(1955+i%5))
	}
	return interoptest.Table(memberHeader, rows...)
}

func BenchmarkRead(b *testing.B) {
	text := large(3000)
	b.Run("cow", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			if _, report, err := cow.Read(strings.NewReader(text), interop.Options{}); err != nil || report.Kept != 3000 {
				b.Fatal(report, err)
			}
		}
	})
	b.Run("loop", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			if records := loop(text); len(records.Agreements) != 1000 {
				b.Fatal(len(records.Agreements))
			}
		}
	})
}

// loop fills the same fields as Read, as a program for this one file would.
func loop(text string) entente.Records {
	var out entente.Records
	in := csv.NewReader(strings.NewReader(text))
	in.ReuseRecord = true
	in.Read()
	at := make(map[string]int)
	for {
		row, err := in.Read()
		if err == io.EOF {
			return out
		}
		i, ok := at[row[0]]
		if !ok {
			i = len(out.Agreements)
			at[row[0]] = i
			var a entente.Agreement
			a.ID, a.Basis, a.Topics = entente.ID("cow-alliance-"+row[0]), entente.BasisReported, []entente.Topic{entente.TopicSecurity}
			a.Identifiers = []entente.Identifier{{Scheme: "cow-alliance", Value: row[0]}}
			a.Cites = []entente.Citation{{Source: "cow-alliances", Locator: row[0]}}
			a.InForce = period(row[3:9])
			a.Gist = entente.English(row[9])
			for k, name := range map[int]string{16: "left_censor", 17: "right_censor", 22: "version"} {
				a.Extra = append(a.Extra, entente.KeyValue{Key: name, Value: row[k]})
			}
			out.Agreements = append(out.Agreements, a)
		}
		a := &out.Agreements[i]
		p := entente.Party{Period: period(row[10:16])}
		start := p.Period.Start()
		day := nation.Day(time.Date(start.Year(), start.Month(), start.Day(), 0, 0, 0, 0, time.UTC))
		id, _ := nation.LookupCode(nation.SchemeCOW, row[1], day)
		if match, _ := nation.Lookup(row[2]); match.ID != id {
			a.Extra = append(a.Extra, entente.KeyValue{Key: "state_name:" + string(id), Value: row[2]})
		}
		if p.Actor = entente.ID(id); p.Period == a.InForce {
			p.Period = edtf.Period{}
		}
		for k, o := range []entente.Obligation{entente.ObligationDefence, entente.ObligationNeutrality,
			entente.ObligationNonAggression, entente.ObligationConsultation} {
			if row[18+k] == "1" {
				p.Obligations = append(p.Obligations, o)
			}
		}
		a.Parties = append(a.Parties, p)
	}
}

func period(cells []string) edtf.Period {
	var n [6]int
	for i := range n {
		n[i], _ = strconv.Atoi(cells[i])
	}
	start, _ := edtf.NewDate(n[2], n[1], n[0])
	end, _ := edtf.NewDate(n[5], n[4], n[3])
	if end.IsZero() {
		return edtf.Since(start)
	}
	p, _ := edtf.NewPeriod(start, end)
	return p
}

func TestGrowth_OfReading(t *testing.T) {
	rows := func(name, header string, row func(i int) []string) growth.Dimension[string] {
		return growth.Dimension[string]{Name: name, At: func(n int) (string, error) {
			list := make([][]string, n)
			for i := range list {
				list[i] = row(i)
			}
			return interoptest.Table(header, list...), nil
		}}
	}
	numbered := func(s string, i int) string { return s + "=" + strconv.Itoa(i) }
	day := func(i int) []string { // one day a row, none twice
		y, m, d := time.Date(1900, 1, 1+i, 0, 0, 0, 0, time.UTC).Date()
		return []string{numbered("mem_st_year", y), numbered("mem_st_month", int(m)), numbered("mem_st_day", d),
			numbered("mem_end_year", y), numbered("mem_end_month", int(m)), numbered("mem_end_day", d)}
	}
	read := func(name string, with reader) growth.Task[string] {
		return growth.Task[string]{Name: name, Do: func(text string) (growth.Done, error) {
			_, report, err := with(strings.NewReader(text), interop.Options{MaxRejected: 1 << 30})
			return growth.Done{Results: report.Rows}, err
		}}
	}
	growth.Table(t, growth.Meter{}, []growth.Dimension[string]{
		rows("alliances", memberHeader, func(i int) []string { return member([]string{"2", "20"}[i%2], numbered("version4id", i/2)) }),
		rows("members", memberHeader, func(i int) []string { return member(strconv.Itoa(1_000_000 + i)) }),
		rows("times of a member", memberHeader, func(i int) []string { return member("2", day(i)...) }),
		rows("the same row", memberHeader, func(int) []string { return member("2", "left_censor=1") }),
	}, []growth.Task[string]{read("read", cow.Read)})
	growth.Table(t, growth.Meter{}, []growth.Dimension[string]{
		rows("dyads", dyadHeader, func(i int) []string { return dyad("2 20", numbered("version4id", i)) }),
		rows("the same dyad", dyadHeader, func(int) []string { return dyad("2 20") }),
	}, []growth.Task[string]{read("read dyads", cow.ReadDyads)})
	growth.Table(t, growth.Meter{}, []growth.Dimension[string]{
		rows("states", stateHeader, func(i int) []string { return []string{numbered("ccode", 1_000_000+i), "styear=1900"} }),
		rows("times of a state", stateHeader, func(i int) []string {
			return []string{"ccode=2", numbered("styear", 1+2*(i%4000)), numbered("endyear", 1+2*(i%4000)), numbered("version", i)}
		}),
	}, []growth.Task[string]{read("read states", cow.ReadStates)})
}
