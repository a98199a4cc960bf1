package entente

import (
	"bytes"
	_ "embed"
	"reflect"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

//go:embed data/article.json
var articleJSON []byte

//go:embed data/chronicle.json
var chronicleJSON []byte

// embeddedFiles are the files that the embedded data was generated from.
var embeddedFiles = []struct {
	name string
	json []byte
	data func() *Dataset
}{
	{"article.json", articleJSON, Article},
	{"chronicle.json", chronicleJSON, Chronicle},
}

func TestEmbedded_EqualsJSON(t *testing.T) {
	t.Parallel()
	// What Find and Identified work out is not there yet, or already.
	compare := []cmp.Option{
		cmp.Exporter(func(reflect.Type) bool { return true }),
		cmp.FilterPath(func(p cmp.Path) bool {
			return slices.Contains([]string{".byName", ".byIdentifier", ".copiers"}, p.Last().String())
		}, cmp.Ignore()),
	}
	for _, f := range embeddedFiles {
		t.Run(f.name, func(t *testing.T) {
			t.Parallel()
			want, err := Decode(f.name, bytes.NewReader(f.json))
			if err != nil {
				t.Fatal(err)
			}
			got := f.data()
			for what, diff := range map[string]string{
				"the records and their index": cmp.Diff(want, got, compare...),
				"the summary":                 cmp.Diff(want.Summary(), got.Summary(), compare...),
				"what WriteTo writes":         cmp.Diff(string(written(t, want)), string(written(t, got))),
			} {
				if diff != "" {
					t.Errorf("data/%s has changed: run go generate ./... (%s, -JSON +Go):\n%s", f.name, what, diff)
				}
			}
		})
	}
}

func TestEmbedded_LoadsWithoutWarnings(t *testing.T) {
	t.Parallel()
	for _, f := range embeddedFiles {
		var warnings Problems
		l := Loader{Warn: func(p *Problem) { warnings = append(warnings, p) }}
		if _, err := l.Decode(f.name, bytes.NewReader(f.json)); err != nil || len(warnings) > 0 {
			t.Errorf("%s: %v, warnings %v", f.name, err, warnings)
		}
	}
}

func TestEmbedded_IsBuiltOnce(t *testing.T) {
	t.Parallel()
	for _, f := range embeddedFiles {
		if first, second := f.data(), f.data(); first.c != second.c {
			t.Errorf("%s is built more than once", f.name)
		}
	}
}
