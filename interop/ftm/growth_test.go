package ftm

import (
	"io"
	"strings"
	"testing"

	"github.com/entente-go/entente/internal/growth"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/internal/interoptest"
)

// growing are files that grow in one way each.
var growing = []growth.Dimension[string]{
	interoptest.Grown("entities", func(n int) string { return string(entities(n)) }),
	interoptest.Grown("relationships of one person", func(n int) string {
		return `[{"id":"p","schema":"Person"},{"id":"o","schema":"Company"},` +
			interoptest.List(n, `{"id":"m#","schema":"Membership",`+
				`"properties":{"member":["p"],"organization":["o"],"role":["r#"]}}`) + `]`
	}),
	interoptest.Grown("entities with one ID", func(n int) string {
		return `[` + interoptest.List(n, `{"id":"p","schema":"Person"}`) + `]`
	}),
	interoptest.Grown("addresses with one ID", func(n int) string {
		return `[` + interoptest.List(n, `{"id":"p","schema":"Address"}`) + `]`
	}),
	interoptest.Grown("names of one person", func(n int) string {
		return `{"id":"p","schema":"Person","properties":{"name":[` + interoptest.List(n, `"n#"`) + `]}}`
	}),
	interoptest.Grown("positions of one person", func(n int) string {
		return `{"id":"p","schema":"Person","properties":{"position":[` + interoptest.List(n, `"n#"`) + `]}}`
	}),
	interoptest.Grown("properties of one person", func(n int) string {
		return `{"id":"p","schema":"Person","properties":{` + interoptest.List(n, `"m#":["1"]`) + `}}`
	}),
	interoptest.Grown("parents", func(n int) string {
		return `[` + interoptest.List(n, `{"id":"o#","schema":"Company","properties":{"parent":["o1#"]}}`) + `]`
	}),
	interoptest.Grown("parties to an event", func(n int) string {
		return `[` + interoptest.List(n, `{"id":"p#","schema":"Person"}`) +
			`,{"id":"e","schema":"Event","properties":{"involved":[` + interoptest.List(n, `"p#"`) + `]}}]`
	}),
	interoptest.Grown("lines that are not JSON", func(n int) string {
		return strings.ReplaceAll(interoptest.List(n, `x#`), ",", "\n")
	}),
}

// Not parallel: all memory of the process is counted.
func TestGrowth_IsLinear(t *testing.T) {
	unlimited := Options{Options: interop.Options{MaxRow: 1 << 30, MaxRejected: 1 << 30}}
	growth.Table(t, growth.Meter{}, growing, []growth.Task[string]{
		{Name: "Read", Do: func(text string) (growth.Done, error) {
			_, _, err := Read(strings.NewReader(text), unlimited)
			return growth.Done{}, err
		}},
		{Name: "Read and Write", Do: func(text string) (growth.Done, error) {
			records, _, err := Read(strings.NewReader(text), unlimited)
			if err == nil {
				_, err = Write(io.Discard, dataset(t, records))
			}
			return growth.Done{}, err
		}},
	})
}

// The text is 10 MB, most of it blank. What is held is one entity and the blank
// before it.
func TestRead_HoldsOneEntityAtATime(t *testing.T) {
	text := interoptest.Repeat(`{"id":"a","schema":"Person"}`+strings.Repeat("  \r\n", 25_000), 100)
	interoptest.HoldsLittle(t, text, func(r io.Reader) error {
		_, _, err := Read(r, Options{})
		return err
	})
}
