package edtf

import (
	"encoding"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unsafe"
)

var (
	_ encoding.TextAppender    = Date{}
	_ encoding.TextAppender    = Period{}
	_ encoding.TextMarshaler   = Date{}
	_ encoding.TextMarshaler   = Period{}
	_ encoding.TextUnmarshaler = (*Date)(nil)
	_ encoding.TextUnmarshaler = (*Period)(nil)
	_ fmt.Stringer             = Day(0)
	_ fmt.Stringer             = Span{}
)

func TestCost_NothingIsAllocated(t *testing.T) {
	day, about, winter := []byte("2024-10-13"), "2024-10~/..", "2024-24/2025-24"
	buf := make([]byte, 0, 64)
	var d Date
	var p Period
	sink := 0
	for name, f := range map[string]func(){
		"ParseDate":            func() { d, _ = ParseDate("-2024-10-13?") },
		"ParsePeriod":          func() { p, _ = ParsePeriod(about) },
		"Date.UnmarshalText":   func() { _ = d.UnmarshalText(day) },
		"Period.UnmarshalText": func() { _ = p.UnmarshalText(day) },
		"NewDate":              func() { d, _ = NewDate(2024, 10, 13) },
		"NewPeriod":            func() { p, _ = NewPeriod(d, d) },
		"AppendText":           func() { buf, _ = p.AppendText(buf[:0]) },
		"Compare":              func() { sink += p.Compare(d.Period()) },
		"Span": func() {
			p, _ = ParsePeriod(winter)
			sink += int(p.Span().Last + p.Written().First + p.Certain().First + p.Whole().First)
		},
		"Overlaps": func() { sink += int(p.Overlaps(d.Period())) },
		"Contains": func() { sink += int(p.Contains(p)) },
		"Before":   func() { sink += int(p.Before(p)) },
		"Bounds":   func() { from, _ := p.Span().Bounds(); sink += from.Day() },
		"Truncate": func() { d = d.Truncate(PrecisionYear) },
		"Year":     func() { sink += d.Year() + d.Day() + int(d.Month()) },
	} {
		if n := testing.AllocsPerRun(100, f); n != 0 {
			t.Errorf("%s allocates %v times", name, n)
		}
	}
	if n := testing.AllocsPerRun(100, func() { sink += len(p.String()) }); n > 1 {
		t.Errorf("String allocates %v times, want once", n)
	}
}

func TestCost_ValuesAreSmall(t *testing.T) {
	t.Parallel()
	if d, p, s := unsafe.Sizeof(Date{}), unsafe.Sizeof(Period{}), unsafe.Sizeof(Span{}); d != 4 || p != 8 || s != 8 {
		t.Errorf("a Date has %d bytes, a Period %d, a Span %d; want 4, 8 and 8", d, p, s)
	}
}

func TestBits_GiveTheValueBack(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", "2024-10-13~", "-201X", "2024/..", "../2024", "/2024", "2024-24?/"} {
		var p Period
		if err := p.UnmarshalText([]byte(text)); err != nil {
			t.Fatal(err)
		}
		if q := PeriodFromBits(p.Bits()); q != p {
			t.Errorf("the bits of %v are those of %v", p, q)
		}
		if d := p.Start(); DateFromBits(d.Bits()) != d {
			t.Errorf("the bits of %v are those of another date", d)
		}
	}
}

// Values of bits that this package never made mean nothing, but do no harm.
func TestBits_OfAnythingDoNotPanic(t *testing.T) {
	t.Parallel()
	use := func(p Period) {
		_, _, _ = p.String(), p.Span().String(), p.Written().Period()
		_, _, _ = p.Certain(), p.Whole(), p.Start().Truncate(PrecisionMonth).String()
		_, _, _ = p.Overlaps(p), p.Contains(p), p.Before(p)
		_, _, _ = p.Start().Precision(), p.Start().Season(), p.Compare(Period{})
		_, _, _ = p.Start().Year(), p.Start().Month(), p.End().Day()
	}
	x := uint32(1)
	for range 200_000 {
		x ^= x << 13
		x ^= x >> 17
		x ^= x << 5
		use(PeriodFromBits(x, 0))
		use(PeriodFromBits(x, x*2654435761))
		use(PeriodFromBits(x&^kindMask|kindDate, x*2654435761&^kindMask|kindDate))
	}
}

// The package is the standard library's own, needs no fmt, and does nothing at
// start-up: it has no variables and no init.
func TestCost_ImportsAndInit(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	allowed := []string{"cmp", "strconv", "strings", "time", "unicode/utf8"}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, imp := range f.Imports {
			if path, _ := strconv.Unquote(imp.Path.Value); !slices.Contains(allowed, path) {
				t.Errorf("%s imports %s", name, path)
			}
		}
		for _, decl := range f.Decls {
			switch decl := decl.(type) {
			case *ast.GenDecl:
				if decl.Tok == token.VAR {
					t.Errorf("%s has a package-level variable", name)
				}
			case *ast.FuncDecl:
				if decl.Name.Name == "init" {
					t.Errorf("%s has an init function", name)
				}
			}
		}
	}
}

func BenchmarkParsePeriod(b *testing.B) {
	for _, s := range []string{"2024-10-13", "2024-10~", "2024-10-13/2024-10-25", "2016/.."} {
		b.Run(s, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := ParsePeriod(s); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkOverlaps(b *testing.B) {
	for _, s := range []string{"2024-10-13", "2016/..", "2024-24"} {
		p, q := MustParsePeriod(s), MustParsePeriod("2024-10-13/2024-10-25")
		b.Run(s, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				p.Overlaps(q)
			}
		})
	}
}

func BenchmarkSpan(b *testing.B) {
	p := MustParsePeriod("2024-10~/2025-11-13")
	for b.Loop() {
		p.Span()
	}
}

func BenchmarkCompare(b *testing.B) {
	p, q := MustParsePeriod("2024-10/2025"), MustParsePeriod("2024-10/2024-12-31")
	for b.Loop() {
		p.Compare(q)
	}
}
