package table

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/entente-go/entente"
)

// filled returns the columns of the tables of d that have a cell.
func filled(t *testing.T, d *entente.Dataset) map[string]bool {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	if _, err := Write(Zip(z), d); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	r, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	used := make(map[string]bool)
	for _, f := range r.File {
		name, ok := strings.CutSuffix(f.Name, ".csv")
		if !ok || name == "pairs" {
			continue
		}
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		rows := csv.NewReader(in)
		header, err := rows.Read()
		for err == nil {
			var cells []string
			if cells, err = rows.Read(); err == nil {
				for i, c := range cells {
					if c != "" {
						used[name+": "+header[i]] = true
					}
				}
			}
		}
		if err != io.EOF {
			t.Fatal(f.Name, err)
		}
	}
	return used
}

func TestLayout_HasACellForEveryMember(t *testing.T) {
	t.Parallel()
	d, err := entente.Load(os.DirFS("testdata"), "every-member.json")
	if err != nil {
		t.Fatal(err)
	}
	used := filled(t, d)
	for _, tab := range newLayout().tabs {
		var names []string
		for _, h := range tab.headers(make([]map[string]bool, len(tab.columns))) {
			names = append(names, fmt.Sprintf("%s: %s", tab.name, h.name))
		}
		names = slices.DeleteFunc(names, func(s string) bool {
			return used[s] || s == "statements: by" // which no statement may have
		})
		if len(names) > 0 {
			t.Error(names)
		}
	}
}

func TestLayout_IsOnThePage(t *testing.T) {
	t.Parallel()
	page, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, tab := range newLayout().tabs {
		if strings.Contains(tab.name, "-") && !strings.Contains(string(page), tab.name+".csv") {
			t.Error("the page does not name", tab.name)
		}
	}
}
