package parquet_test

import (
	"io"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/internal/growth"
	"github.com/entente-go/entente/interop/parquet"
)

// The sizes are larger than usual, because a writer takes 10 MB for its buffers.
// Not parallel: all memory of the process is counted.
func TestGrowth_IsLinear(t *testing.T) {
	// A collection empties the pools of the compressors, which are then filled again.
	defer debug.SetGCPercent(debug.SetGCPercent(400))
	discard := func(string) (io.WriteCloser, error) { return noClose{io.Discard}, nil }
	made := func(sections string) func(n int) (*entente.Dataset, error) {
		return func(n int) (*entente.Dataset, error) {
			return entente.Decode("data", strings.NewReader(`{"format": "entente/1", `+
				repeated(sections, n)+`}`))
		}
	}
	const source = `"sources": [{"id": "s"}], `
	const fact = `"basis": "reported", "cites": [{"source": "s"}]`
	// The buffers of parquet-go double, which bends the fit; a square would be 2.
	growth.Table(t, growth.Meter{Most: 1.5, Sizes: []int{1000, 8000, 16000, 32000, 64000}}, []growth.Dimension[*entente.Dataset]{
		{Name: "exercises", At: made(source + `"exercises": [<{"id": "e#", "name": {"en": "n"}, "when": "2001-02", ` + fact +
			`, "contingents": [{"nation": "PK"}, {"nation": "RU"}]}>]`)},
		{Name: "citations of one record", At: made(source + `"regions": [{"id": "r", "name": {"en": "r"},
			"basis": "reported", "cites": [<{"source": "s", "paragraphs": [1#]}>]}]`)},
		{Name: "paragraphs of one citation", At: made(source + `"regions": [{"id": "r", "name": {"en": "r"},
			"basis": "reported", "cites": [{"source": "s", "paragraphs": [<1#>]}]}]`)},
		{Name: "names of one record", At: made(source + `"regions": [{"id": "r", "name": {"en": "r"},
			"aliases": {"en": [<"n#">]}, ` + fact + `}]`)},
		{Name: "extra of one record", At: made(source + `"regions": [{"id": "r", "name": {"en": "r"},
			"extra": {<"k#": "v">}, ` + fact + `}]`)},
		{Name: "sources", At: made(`"regions": [{"id": "r", "name": {"en": "r"},
			"basis": "reported", "cites": [{"source": "s0"}]}], "sources": [<{"id": "s#"}>]`)},
	}, []growth.Task[*entente.Dataset]{{
		Name: "Write", Do: func(d *entente.Dataset) (growth.Done, error) {
			_, err := parquet.Write(discard, d, parquet.Options{RowGroup: 1000})
			return growth.Done{}, err
		},
	}})
}

// repeated returns the text with n copies of what is between angle brackets, with
// their numbers in place of #.
func repeated(text string, n int) string {
	before, rest, _ := strings.Cut(text, "<")
	each, after, _ := strings.Cut(rest, ">")
	var b strings.Builder
	b.WriteString(before)
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(strings.ReplaceAll(each, "#", strconv.Itoa(i)))
	}
	return b.String() + after
}
