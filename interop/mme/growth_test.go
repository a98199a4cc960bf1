package mme_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/entente-go/entente/internal/growth"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/internal/interoptest"
	"github.com/entente-go/entente/interop/mme"
)

// repeated returns a dimension of rows that differ by their number.
func repeated(name string, row func(i string) []string) growth.Dimension[string] {
	return growth.Dimension[string]{Name: name, At: func(n int) (string, error) {
		rows := make([][]string, n)
		for i := range rows {
			rows[i] = append([]string{"MMEID=mme" + strconv.Itoa(i)}, row(strconv.Itoa(i))...)
		}
		return interoptest.Table(header, rows...), nil
	}}
}

func TestGrowth_OfReading(t *testing.T) {
	growth.Table(t, growth.Meter{}, []growth.Dimension[string]{
		repeated("exercises", func(i string) []string { return []string{"Ex_Name=A" + i, "Series_Name=A" + i, "StateA=Peru"} }),
		repeated("one MMEID", func(string) []string { return []string{"MMEID=mme1", "StateA=Peru"} }),
		repeated("spellings of a series", func(i string) []string {
			n, _ := strconv.Atoi(i)
			return []string{"Series_Name=A" + strings.Repeat("-", n%50) + "b" + strings.Repeat("!", n/50)}
		}),
		repeated("participants that are no states", func(i string) []string { return []string{"StateA=A" + i, "StateB=A" + i} }),
		{Name: "columns", At: func(n int) (string, error) {
			columns, cells := make([]string, n), make([]string, n)
			for i := range columns {
				columns[i], cells[i] = "State:"+strconv.Itoa(i), "x"
			}
			return "MMEID,StartDate,EndDate,StateA," + strings.Join(columns, ",") + "\n1,,,Peru," + strings.Join(cells, ",") + "\n", nil
		}},
	}, []growth.Task[string]{{Name: "read", Do: func(text string) (growth.Done, error) {
		_, report, err := mme.Read(strings.NewReader(text), interop.Options{MaxRow: 1 << 30})
		return growth.Done{Results: report.Rows}, err
	}}})
}
