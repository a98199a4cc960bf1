package ftm

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
	{"entities", func(n int) string { return string(entities(n)) }},
	{"relationships of one person", func(n int) string {
		return `[{"id":"p","schema":"Person"},{"id":"o","schema":"Company"},` +
			list(n, `{"id":"m#","schema":"Membership","properties":{"member":["p"],"organization":["o"],"role":["r#"]}}`) + `]`
	}},
	{"entities with one ID", func(n int) string { return `[` + list(n, `{"id":"p","schema":"Person"}`) + `]` }},
	{"addresses with one ID", func(n int) string { return `[` + list(n, `{"id":"p","schema":"Address"}`) + `]` }},
	{"names of one person", func(n int) string {
		return `{"id":"p","schema":"Person","properties":{"name":[` + list(n, `"n#"`) + `]}}`
	}},
	{"positions of one person", func(n int) string {
		return `{"id":"p","schema":"Person","properties":{"position":[` + list(n, `"n#"`) + `]}}`
	}},
	{"properties of one person", func(n int) string {
		return `{"id":"p","schema":"Person","properties":{` + list(n, `"m#":["1"]`) + `}}`
	}},
	{"parents", func(n int) string {
		return `[` + list(n, `{"id":"o#","schema":"Company","properties":{"parent":["o1#"]}}`) + `]`
	}},
	{"parties to an event", func(n int) string {
		return `[` + list(n, `{"id":"p#","schema":"Person"}`) + `,{"id":"e","schema":"Event","properties":{"involved":[` +
			list(n, `"p#"`) + `]}}]`
	}},
	{"lines that are not JSON", func(n int) string { return strings.ReplaceAll(list(n, `x#`), ",", "\n") }},
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

// The text is 10 MB, most of it blank. What is held is one entity and the blank
// before it.
func TestRead_HoldsOneEntityAtATime(t *testing.T) {
	text := &repeated{text: `{"id":"a","schema":"Person"}` + strings.Repeat("  \r\n", 25_000), n: 100}
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
