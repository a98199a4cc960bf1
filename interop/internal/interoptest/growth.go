package interoptest

import (
	"io"
	"runtime"
	"testing"

	"github.com/entente-go/entente/internal/growth"
)

// Grown returns the dimension in which a text grows.
func Grown(name string, text func(n int) string) growth.Dimension[string] {
	return growth.Dimension[string]{Name: name, At: func(n int) (string, error) { return text(n), nil }}
}

// Repeat returns a reader of a text n times.
func Repeat(text string, n int) io.Reader { return &repeated{text: text, n: n} }

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

// HoldsLittle fails the test if reading a long text takes 8 MB of memory at any
// time. The test must not be parallel.
func HoldsLittle(t testing.TB, text io.Reader, read func(io.Reader) error) {
	t.Helper()
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
	if err := read(r); err != nil {
		t.Fatal(err)
	}
	if most > before+8<<20 {
		t.Errorf("%d bytes in use, %d before", most, before)
	}
}

type watched struct {
	io.Reader
	each func()
}

func (w *watched) Read(p []byte) (int, error) {
	w.each()
	return w.Reader.Read(p)
}
