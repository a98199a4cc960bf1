package visits_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/entente-go/entente/internal/growth"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/visits"
)

const header = "name,title,from,to,met,start,source,id\n"

// repeated returns a dimension of rows that differ by their number.
func repeated(name string, row func(i string) string) growth.Dimension[string] {
	return growth.Dimension[string]{Name: name, At: func(n int) (string, error) {
		var b strings.Builder
		b.WriteString(header)
		for i := range n {
			b.WriteString(row(strconv.Itoa(i)) + "\n")
		}
		return b.String(), nil
	}}
}

// inOneCell returns a dimension of words in one cell.
func inOneCell(name, before, after string) growth.Dimension[string] {
	return growth.Dimension[string]{Name: name, At: func(n int) (string, error) {
		var b strings.Builder
		for i := range n {
			b.WriteString("a" + strconv.Itoa(i) + ";")
		}
		return header + before + b.String() + after + "\n", nil
	}}
}

func TestGrowth_OfReading(t *testing.T) {
	growth.Table(t, growth.Meter{}, []growth.Dimension[string]{
		repeated("visits", func(i string) string { return "A" + i + ",T,FR,JP,B" + i + ",2024,S" + i + "," }),
		repeated("one ID", func(string) string { return "A,T,FR,JP,B,2024,S," }),
		repeated("posts of one", func(i string) string { return "A,T" + i + ",FR,JP,,2024,," }),
		repeated("spellings of a name", func(i string) string {
			n, _ := strconv.Atoi(i)
			return "A" + strings.Repeat("-", 1+n%50) + "b" + strings.Repeat("!", n/50) + ",,FR,JP,,2024,,"
		}),
		repeated("titles of a source", func(i string) string { return "A,,FR,JP,,2024,T" + i + " https://a.example/b," }),
		inOneCell("who was met", "A,,,JP,", ",,,"),
		inOneCell("sources", "A,,,JP,B;C;D,,", ","),
	}, []growth.Task[string]{{Name: "read", Do: func(text string) (growth.Done, error) {
		_, report, err := visits.Read(strings.NewReader(text), visits.Options{Options: interop.Options{MaxRow: 1 << 30}})
		return growth.Done{Results: report.Rows}, err
	}}})
}
