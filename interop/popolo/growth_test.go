package popolo

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
	interoptest.Grown("persons", func(n int) string { return string(parliament(n)) }),
	interoptest.Grown("memberships of one person", func(n int) string {
		return `{"persons":[{"id":"p"}],"organizations":[{"id":"o"}],"memberships":[` +
			interoptest.List(n, `{"person_id":"p","organization_id":"o","role":"r#","area_id":"#"}`) + `]}`
	}),
	interoptest.Grown("memberships before their person", func(n int) string {
		return `{"memberships":[` + interoptest.List(n, `{"person_id":"p#","role":"r"}`) +
			`],"persons":[` + interoptest.List(n, `{"id":"p#"}`) + `]}`
	}),
	interoptest.Grown("persons with one ID", func(n int) string {
		return `{"persons":[` + interoptest.List(n, `{"id":"p"}`) + `]}`
	}),
	interoptest.Grown("names of one person", func(n int) string {
		return `{"persons":[{"id":"p","other_names":[` + interoptest.List(n, `{"name":"n#"}`) + `]}]}`
	}),
	interoptest.Grown("languages of one person", func(n int) string {
		return `{"persons":[{"id":"p","other_names":[` + interoptest.List(n, `{"name":"n#","lang":"en-x-a#"}`) + `]}]}`
	}),
	interoptest.Grown("identifiers of one person", func(n int) string {
		return `{"persons":[{"id":"p","identifiers":[` + interoptest.List(n, `{"scheme":"s_#","identifier":"#"}`) + `]}]}`
	}),
	interoptest.Grown("members of one person", func(n int) string {
		return `{"persons":[{"id":"p",` + interoptest.List(n, `"m#":1`) + `}]}`
	}),
	interoptest.Grown("parents", func(n int) string {
		return `{"organizations":[` + interoptest.List(n, `{"id":"o#","parent_id":"o1#"}`) + `,` +
			interoptest.List(n, `{"id":"o1#","parent_id":"o#"}`) + `]}`
	}),
	interoptest.Grown("attendees", func(n int) string {
		return `{"persons":[` + interoptest.List(n, `{"id":"p#"}`) +
			`],"events":[{"id":"e","attendees":[` + interoptest.List(n, `{"id":"p#"}`) + `]}]}`
	}),
	interoptest.Grown("areas with one ID", func(n int) string {
		return `{"areas":[` + interoptest.List(n, `{"id":"a","n":#}`) + `]}`
	}),
	interoptest.Grown("rejected", func(n int) string { return `{"persons":[` + interoptest.List(n, `#`) + `]}` }),
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

// The text is 10 MB of entries that are no records, of which only a section that
// says nothing is left. What is held is one of them.
func TestRead_HoldsOneEntryAtATime(t *testing.T) {
	const n, size = 100, 100_000
	text := io.MultiReader(strings.NewReader(`{"x":`), interoptest.Repeat(`null,"x":`, n*size/9),
		strings.NewReader(`null}`))
	interoptest.HoldsLittle(t, text, func(r io.Reader) error {
		_, _, err := Read(r, Options{})
		return err
	})
}
