package interop_test

import (
	"archive/zip"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/bib"
	"github.com/entente-go/entente/interop/ftm"
	"github.com/entente-go/entente/interop/geo"
	"github.com/entente-go/entente/interop/graph"
	"github.com/entente-go/entente/interop/internal/interoptest"
	"github.com/entente-go/entente/interop/popolo"
	"github.com/entente-go/entente/interop/table"
)

// writers are the formats of the table on the page, in the order of its columns.
var writers = []struct {
	name  string
	write interoptest.Write
}{
	{"table", func(w io.Writer, d *entente.Dataset) (interop.Losses, error) {
		z := zip.NewWriter(w)
		losses, err := table.Write(table.Zip(z), d)
		if err == nil {
			err = z.Close()
		}
		return losses, err
	}},
	{"popolo", popolo.Write},
	{"ftm", ftm.Write},
	{"geo", geo.Write},
	{"graph", graphs},
	{"Mermaid", graph.WriteMermaid},
	{"CSL-JSON", bib.WriteCSL},
	{"BibTeX", bib.WriteBibTeX},
}

// graphs writes the formats of graphs that lose the same.
func graphs(w io.Writer, d *entente.Dataset) (interop.Losses, error) {
	losses, err := graph.WriteGraphML(w, d)
	for _, write := range []interoptest.Write{graph.WriteGEXF, graph.WriteDOT} {
		other, err2 := write(w, d)
		if err == nil && !slices.Equal(losses, other) {
			err = fmt.Errorf("%v, but %v", losses, other)
		}
		err = cmp.Or(err, err2)
	}
	return losses, err
}

// The page says what each format loses of a dataset that has every member.
func TestPage_SaysWhatEachFormatLoses(t *testing.T) {
	t.Parallel()
	d := interoptest.Load(t, "table/testdata/every-member.json")
	header := fmt.Sprintf("//\t%-14s", "")
	lost := make([]map[entente.Kind]string, len(writers))
	for i, w := range writers {
		header += fmt.Sprintf("%-12s", w.name)
		losses, err := w.write(io.Discard, d)
		if err != nil {
			t.Fatal(w.name, err)
		}
		lost[i] = lostByKind(d, losses)
	}
	lines := []string{header}
	for _, kind := range append(kindsOf(d), 0) {
		name := "of the data"
		if kind != 0 {
			name = kind.String()
		}
		line := fmt.Sprintf("//\t%-14s", name)
		for i := range writers {
			line += fmt.Sprintf("%-12s", lost[i][kind])
		}
		lines = append(lines, line)
	}
	want := ""
	for _, line := range lines {
		want += strings.TrimRight(line, " ") + "\n"
	}
	has(t, want)
}

// The page says how many records of a selection each format writes.
func TestPage_SaysWhatEachFormatWritesOfASelection(t *testing.T) {
	t.Parallel()
	d := entente.Chronicle().Between("PK", "RU")
	header, line := fmt.Sprintf("//\t%-14s", ""), fmt.Sprintf("//\t%-14s", fmt.Sprint("of ", d.Len()))
	for _, w := range writers {
		losses, err := w.write(io.Discard, d)
		if err != nil {
			t.Fatal(w.name, err)
		}
		n := d.Len()
		for _, l := range losses {
			if l.Kind != 0 && l.Member == "" {
				n -= l.Records
			}
		}
		header += fmt.Sprintf("%-12s", w.name)
		line += fmt.Sprintf("%-12d", n)
	}
	has(t, strings.TrimRight(header, " ")+"\n"+strings.TrimRight(line, " ")+"\n")
}

// has fails if the page does not have a table.
func has(t *testing.T, table string) {
	t.Helper()
	if !strings.Contains(string(interoptest.File(t, "doc.go")), table) {
		t.Errorf("the page does not have the table:\n%s", table)
	}
}

func kindsOf(d *entente.Dataset) (kinds []entente.Kind) {
	for r := range d.All() {
		if len(kinds) == 0 || kinds[len(kinds)-1] != r.Kind() {
			kinds = append(kinds, r.Kind())
		}
	}
	return kinds
}

// lostByKind says of each kind what is lost: nothing, a number of members, or all.
func lostByKind(d *entente.Dataset, losses interop.Losses) map[entente.Kind]string {
	members, whole := make(map[entente.Kind]int), make(map[entente.Kind]int)
	for _, l := range losses {
		if l.Member == "" {
			whole[l.Kind] = l.Records
		} else {
			members[l.Kind]++
		}
	}
	words := make(map[entente.Kind]string)
	for _, kind := range append(kindsOf(d), 0) {
		switch n := members[kind]; {
		case kind != 0 && whole[kind] == d.OfKind(kind).Len():
			words[kind] = "all"
		case n == 0:
			words[kind] = "nothing"
		case n == 1:
			words[kind] = "1 member"
		default:
			words[kind] = fmt.Sprint(n, " members")
		}
	}
	return words
}
