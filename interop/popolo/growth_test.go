package popolo

import (
	"io"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/entente-go/entente/interop"
)

// growing are files that grow in one way each.
var growing = []struct {
	name string
	at   func(n int) string
}{
	{"persons", func(n int) string { return string(parliament(n)) }},
	{"memberships of one person", func(n int) string {
		return `{"persons":[{"id":"p"}],"organizations":[{"id":"o"}],"memberships":[` +
			list(n, `{"person_id":"p","organization_id":"o","role":"r#","area_id":"#"}`) + `]}`
	}},
	{"memberships before their person", func(n int) string {
		return `{"memberships":[` + list(n, `{"person_id":"p#","role":"r"}`) +
			`],"persons":[` + list(n, `{"id":"p#"}`) + `]}`
	}},
	{"persons with one ID", func(n int) string { return `{"persons":[` + list(n, `{"id":"p"}`) + `]}` }},
	{"names of one person", func(n int) string {
		return `{"persons":[{"id":"p","other_names":[` + list(n, `{"name":"n#"}`) + `]}]}`
	}},
	{"languages of one person", func(n int) string {
		return `{"persons":[{"id":"p","other_names":[` + list(n, `{"name":"n#","lang":"en-x-a#"}`) + `]}]}`
	}},
	{"identifiers of one person", func(n int) string {
		return `{"persons":[{"id":"p","identifiers":[` + list(n, `{"scheme":"s_#","identifier":"#"}`) + `]}]}`
	}},
	{"members of one person", func(n int) string {
		return `{"persons":[{"id":"p",` + list(n, `"m#":1`) + `}]}`
	}},
	{"parents", func(n int) string {
		return `{"organizations":[` + list(n, `{"id":"o#","parent_id":"o1#"}`) + `,` +
			list(n, `{"id":"o1#","parent_id":"o#"}`) + `]}`
	}},
	{"attendees", func(n int) string {
		return `{"persons":[` + list(n, `{"id":"p#"}`) +
			`],"events":[{"id":"e","attendees":[` + list(n, `{"id":"p#"}`) + `]}]}`
	}},
	{"areas with one ID", func(n int) string { return `{"areas":[` + list(n, `{"id":"a","n":#}`) + `]}` }},
	{"rejected", func(n int) string { return `{"persons":[` + list(n, `#`) + `]}` }},
}

// list returns n elements, with their numbers in place of #.
func list(n int, format string) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(strings.ReplaceAll(format, "#", strconv.Itoa(i)))
	}
	return b.String()
}

// allocated returns how many bytes work allocates.
func allocated(work func()) float64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	work()
	runtime.ReadMemStats(&after)
	return float64(after.TotalAlloc - before.TotalAlloc)
}

// Not parallel: all memory of the process is counted.
func TestGrowth_IsLinear(t *testing.T) {
	const n, most = 250, 5.5 // for four times the input
	for _, g := range growing {
		for _, work := range []struct {
			name string
			do   func(text string)
		}{
			{"Read", func(text string) {
				if _, _, err := Read(strings.NewReader(text), Options{Options: unlimited}); err != nil {
					t.Fatalf("%s: %v", g.name, err)
				}
			}},
			{"Read and Write", func(text string) {
				records, _, err := Read(strings.NewReader(text), Options{Options: unlimited})
				if err != nil {
					t.Fatalf("%s: %v", g.name, err)
				}
				if _, err := Write(io.Discard, dataset(t, records)); err != nil {
					t.Fatalf("%s: %v", g.name, err)
				}
			}},
		} {
			small, large := g.at(n), g.at(4*n)
			work.do(small) // what happens once
			a := allocated(func() { work.do(small) })
			b := allocated(func() { work.do(large) })
			if b > most*a {
				t.Errorf("%s, %s: %.0f bytes, and %.0f for four times the input", work.name, g.name, a, b)
			}
		}
	}
}

var unlimited = interop.Options{MaxRow: 1 << 30, MaxRejected: 1 << 30}

// The text is 10 MB of entries that are no records, of which only a section that
// says nothing is left. What is held is one of them.
func TestRead_HoldsOneEntryAtATime(t *testing.T) {
	const n, size = 100, 100_000
	text := io.MultiReader(strings.NewReader(`{"x":`), &repeated{text: `null,"x":`, n: n * size / 9},
		strings.NewReader(`null}`))
	var most uint64
	var m runtime.MemStats
	reads := 0
	r := &watched{Reader: text, each: func() {
		if reads++; reads%100 == 0 {
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapInuse)
		}
	}}
	runtime.GC()
	runtime.ReadMemStats(&m)
	before := m.HeapInuse
	if _, _, err := Read(r, Options{}); err != nil {
		t.Fatal(err)
	}
	if most > before+8<<20 {
		t.Errorf("%d bytes in use, %d before", most, before)
	}
}

type repeated struct {
	text string
	n    int
	rest string
}

func (r *repeated) Read(p []byte) (n int, err error) {
	for n < len(p) {
		if r.rest == "" {
			if r.n == 0 {
				return n, io.EOF
			}
			r.n--
			r.rest = r.text
		}
		m := copy(p[n:], r.rest)
		n, r.rest = n+m, r.rest[m:]
	}
	return n, nil
}

type watched struct {
	io.Reader
	each func()
}

func (w *watched) Read(p []byte) (int, error) {
	w.each()
	return w.Reader.Read(p)
}
