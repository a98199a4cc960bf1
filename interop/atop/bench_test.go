package atop_test

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
	"github.com/entente-go/entente/interop/atop"
	"github.com/entente-go/entente/interop/internal/interoptest"
	"github.com/entente-go/entente/nation"
)

// large returns a file of n rows, with 60 columns that go to extra.
func large(n int) string {
	columns := header
	for i := range 60 {
		columns += ",more" + strconv.Itoa(i)
	}
	rows := make([][]string, n)
	for i := range rows {
		year := strconv.Itoa(1946 + i%60)
		rows[i] = []string{"atopid=" + strconv.Itoa(i), "cow4id=" + strconv.Itoa(i%400), "begyr=" + year, "begmo=5", "begday=7",
			"endyr=0", "endmo=0", "endday=0", "defense=1", "offense=0", "neutral=0", "nonagg=1", "consul=1", "asymm=0", "milaid=2",
			"mem1=2", "mem2=" + []string{"20", "70", "155", "200", "365", "710"}[i%6]}
		for k := range 60 {
			rows[i] = append(rows[i], "more"+strconv.Itoa(k)+"="+strconv.Itoa(k%4))
		}
	}
	return interoptest.Table(columns, rows...)
}

func BenchmarkRead(b *testing.B) {
	text := large(1000)
	b.Run("atop", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			if _, report, err := atop.Read(strings.NewReader(text), interop.Options{}); err != nil || report.Kept != 1000 {
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
	columns, _ := in.Read()
	columns = append([]string(nil), columns...)
	for {
		row, err := in.Read()
		if err == io.EOF {
			return out
		}
		var a entente.Agreement
		a.ID, a.Basis, a.Topics = entente.ID("atop-"+row[0]), entente.BasisReported, []entente.Topic{entente.TopicSecurity}
		a.Identifiers = []entente.Identifier{{Scheme: "atop", Value: row[0]}, {Scheme: "cow-alliance", Value: row[2]}}
		a.Cites = []entente.Citation{{Source: "atop", Locator: row[0]}}
		year, _ := strconv.Atoi(row[3])
		month, _ := strconv.Atoi(row[4])
		day, _ := strconv.Atoi(row[5])
		start, _ := edtf.NewDate(year, month, day)
		a.InForce = edtf.Since(start)
		at := nation.Day(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC))
		for _, code := range row[18:22] {
			if code == "" {
				continue
			}
			id, _ := nation.LookupCode(nation.SchemeCOW, code, at)
			p := entente.Party{Actor: entente.ID(id)}
			for i, o := range []entente.Obligation{entente.ObligationDefence, entente.ObligationOffence, entente.ObligationNeutrality,
				entente.ObligationNonAggression, entente.ObligationConsultation} {
				if row[11+i] == "1" {
					p.Obligations = append(p.Obligations, o)
				}
			}
			a.Parties = append(a.Parties, p)
		}
		for i, column := range columns {
			if i > 15 && (i < 18 || i > 21) && row[i] != "" {
				a.Extra = append(a.Extra, entente.KeyValue{Key: column, Value: row[i]})
			}
		}
		out.Agreements = append(out.Agreements, a)
	}
}

func TestGrowth_OfReading(t *testing.T) {
	row := func(i int, more ...string) []string {
		return append([]string{"atopid=" + strconv.Itoa(i), "begyr=1950", "mem1=2", "mem2=20"}, more...)
	}
	repeated := func(name string, make func(i int) []string) growth.Dimension[string] {
		return growth.Dimension[string]{Name: name, At: func(n int) (string, error) {
			var rows [][]string
			for i := range n {
				rows = append(rows, make(i))
			}
			return interoptest.Table(header, rows...), nil
		}}
	}
	growth.Table(t, growth.Meter{}, []growth.Dimension[string]{
		repeated("alliances", func(i int) []string { return row(i) }),
		repeated("one atopid", func(int) []string { return row(1) }),
		repeated("codes that are not known", func(i int) []string { return row(i, "mem1="+strconv.Itoa(1_000_000+i)) }),
		{Name: "members", At: func(n int) (string, error) {
			var columns, cells strings.Builder
			for i := range n {
				columns.WriteString(",mem" + strconv.Itoa(i+1))
				cells.WriteString("," + strconv.Itoa(1_000_000+i/2))
			}
			return "atopid,begyr,endyr" + columns.String() + "\n1,1950,1960" + cells.String() + "\n", nil
		}},
	}, []growth.Task[string]{{Name: "read", Do: func(text string) (growth.Done, error) {
		_, report, err := atop.Read(strings.NewReader(text), interop.Options{MaxRow: 1 << 30})
		return growth.Done{Results: report.Rows}, err
	}}})
}
