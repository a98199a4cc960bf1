package entente_test

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
)

// many writes n entries of a format with one number.
func many(n int, format string) string {
	return list(n, func(b *strings.Builder, i int) { fmt.Fprintf(b, format, i) })
}

// blocs returns n blocs and a partnership of all.
func blocs(n int) string {
	return data(`"blocs": [`+many(n, `{"id": "x%d", "name": {"en": "X"}, `+cites+`}`)+`]`,
		`"partnerships": [{"id": "p", `+cites+`, "parties": [`+many(n, `"x%d"`)+`]}]`)
}

// organizations returns n organizations, and a meeting of all.
func organizations(n int) string {
	return `"organizations": [` + many(n, `{"id": "x%d", "name": {"en": "X"}, `+cites+`}`) + `],
		"meetings": [{"id": "m", ` + cites + `, "attendees": [` + many(n, `{"actor": "x%d"}`) + `]}]`
}

func statements(n int) string {
	return `"statements": [` + many(n, `{"id": "s%d", "basis": "attributed", "cites": [{"source": "s"}], "speakers": ["x0"], "gist": {"en": "X"}, "meeting": "m"}`) + `]`
}

func mustDecode(t *testing.T, l entente.Loader, input string) *entente.Dataset {
	t.Helper()
	d, err := l.Decode("f", strings.NewReader(input))
	if err != nil {
		t.Fatalf("%.500v", err)
	}
	return d
}

// refused checks that the error is of a limit and says so.
func refused(t *testing.T, err error, want string) {
	t.Helper()
	if !errors.Is(err, entente.ErrLimit) || !strings.Contains(err.Error(), want) {
		t.Errorf("error %.500v; want one with %q", err, want)
	}
}

func TestPairs_AreBoundedAtLoading(t *testing.T) {
	t.Parallel()
	d := mustDecode(t, entente.Loader{}, blocs(700))
	if n := len(d.Summary().Pairs); n != 700*699/2 {
		t.Errorf("%d pairs", n)
	}
	_, err := entente.Decode("f", strings.NewReader(blocs(1000)))
	refused(t, err, "more than the 251001 pairs of nations and blocs allowed, or 100 times as many ties; split the data, or raise Limits.Pairs")

	loose := entente.Loader{Limits: entente.Limits{Pairs: 500_000}}
	big := mustDecode(t, loose, blocs(1000))
	tight := entente.Loader{Limits: entente.Limits{Pairs: 10}}
	_, err = tight.Decode("f", strings.NewReader(blocs(6)))
	refused(t, err, "raise Limits.Pairs")
	mustDecode(t, tight, blocs(5))
	if d := entente.Chronicle().Union(big); d.Len() != entente.Chronicle().Len() {
		t.Error("a union has more pairs than are allowed")
	}
	_, err = entente.Merge(big, entente.Chronicle())
	refused(t, err, "raise Limits.Pairs")
}

// One pair each makes no pairs at all: what is counted is each tie.
func TestPairs_CountStatementsAtMeetings(t *testing.T) {
	t.Parallel()
	input := data(`"blocs": [`+many(400, `{"id": "x%d", "name": {"en": "X"}, `+cites+`}`)+`]`,
		`"meetings": [{"id": "m", `+cites+`, "attendees": [`+many(400, `{"actor": "x%d"}`)+`]}]`, statements(400))
	_, err := entente.Decode("f", strings.NewReader(input))
	refused(t, err, "raise Limits.Pairs")
}

// A summary of one record costs the square of its parties, also if they left.
func TestPairs_OfDatedPartiesAreCountedOnce(t *testing.T) {
	t.Parallel()
	const n = 600
	d := mustDecode(t, entente.Loader{}, data(`"blocs": [`+many(n, `{"id": "x%d", "name": {"en": "X"}, `+cites+`}`)+`]`,
		`"agreements": [{"id": "a", `+cites+`, "parties": [`+list(n, func(b *strings.Builder, i int) {
			fmt.Fprintf(b, `{"actor": "x%d", "period": "%d/%d"}`, i, 1000+i, 1000+i+1)
		})+`]}]`))
	if got := len(d.Summary().Pairs); got != n-1 {
		t.Errorf("%d pairs; want %d", got, n-1)
	}
}

// timesALoop returns how many times as long f takes as a loop that counts to 25
// million, at best: the machine may be busy with something else for a while.
func timesALoop(f func()) float64 {
	least := math.Inf(1)
	for range 5 {
		before := time.Now()
		f()
		took := time.Since(before)
		counts := make([]int32, 1<<10)
		before = time.Now()
		for i := range uint32(25_000_000) {
			counts[i*7919%uint32(len(counts))]++
		}
		if least = min(least, float64(took)/float64(time.Since(before))); least < 60 {
			break
		}
	}
	return least
}

// A question for many actors of an agreement with as many dated parties takes 5 to
// 20 times as long as a loop that counts to 25 million; it took 250 times as long
// when each party was looked for among the actors.
func TestInvolving_ManyDatedPartiesIsCheap(t *testing.T) {
	t.Parallel()
	const n = 100_000
	r := entente.Records{Sources: []entente.Source{{ID: "s"}}}
	fact := func(id string) entente.Fact {
		return entente.Fact{ID: entente.ID(id), Basis: entente.BasisReported, Cites: []entente.Citation{{Source: "s"}}}
	}
	pact := entente.Agreement{Fact: fact("pact")}
	var ids []entente.ID
	for i := range n {
		o := entente.Organization{Fact: fact("o" + strconv.Itoa(i)), Name: entente.English("O")}
		r.Organizations, ids = append(r.Organizations, o), append(ids, o.ID)
		pact.Parties = append(pact.Parties, entente.Party{Actor: o.ID, Period: edtf.MustParsePeriod("1950/..")})
	}
	r.Agreements = []entente.Agreement{pact}
	l := entente.Loader{Limits: entente.Limits{Pairs: -1}}
	d, err := l.New(r)
	if err != nil {
		t.Fatal(err)
	}
	if times := timesALoop(func() { d = d.Involving(ids...).During(edtf.MustParsePeriod("1960")) }); times > 60 || d.Len() == 0 {
		t.Errorf("%d records in %.1f times a loop", d.Len(), times)
	}
}

// Small files that tie as often as is allowed, in 25 million ties. A summary of
// them takes 10 to 20 times as long as a loop that does nothing but count so many;
// it took 200 times as long when each tie was looked up.
func TestSummary_IsCheapAtTheLimitOfTies(t *testing.T) {
	blocs := func(n int) string {
		return `"blocs": [` + many(n, `{"id": "x%d", "name": {"en": "X"}, `+cites+`}`) + `]`
	}
	meeting := func(n int) string {
		return `"meetings": [{"id": "m", ` + cites + `, "attendees": [` + many(n, `{"actor": "x%d"}`) + `]}]`
	}
	for _, test := range []struct {
		name  string
		input string
		pairs int
	}{
		{"statements at a meeting of many", data(blocs(700), meeting(700), statements(101)), 700 * 699 / 2},
		{"very many statements at a meeting", data(blocs(100), meeting(100), statements(5000)), 100 * 99 / 2},
		{"agreements with dated parties", data(blocs(700), `"agreements": [`+list(24, func(b *strings.Builder, i int) {
			fmt.Fprintf(b, `{"id": "a%d", %s, "parties": [%s]}`, i, cites, many(700, `{"actor": "x%[1]d", "period": "2000"}, {"actor": "x%[1]d", "period": "2004"}`))
		})+`]`), 700 * 699 / 2},
	} {
		d := mustDecode(t, entente.Loader{}, test.input)
		least := timesALoop(func() {
			if got := len(d.Summary().Pairs); got != test.pairs {
				t.Errorf("%s: %d pairs; want %d", test.name, got, test.pairs)
			}
		})
		t.Logf("%s: %d KB in %.1f times a loop", test.name, len(test.input)>>10, least)
		if least > 60 {
			t.Errorf("%s: it took %.1f times as long as a loop", test.name, least)
		}
	}
}

func TestElements_AreCountedInAllLists(t *testing.T) {
	t.Parallel()
	input := data(`"coverage": [{"kinds": ["bloc"]}]`, `"nations": [{"id": "PK", "basis": "reported", "aliases": {"en": ["A", "B"]},
		"cites": [{"source": "s", "paragraphs": [1, 2]}], "claims": [{"member": "aliases", "value": {"en": ["C", "D"]}, "cites": [{"source": "s"}]}]}]`)
	// A source, a line of coverage with a kind, a nation, two aliases, a citation with
	// two paragraphs, and a claim with two names and a citation.
	const n = 1 + 2 + 1 + 2 + 3 + 4
	exact := entente.Loader{Limits: entente.Limits{Elements: n}}
	d := mustDecode(t, exact, input)
	less := entente.Loader{Limits: entente.Limits{Elements: n - 1}}
	_, err := less.Decode("f", strings.NewReader(input))
	refused(t, err, fmt.Sprintf("more than the %d elements of lists allowed; split the data, or raise Limits.Elements", n-1))

	// A base counts.
	more := `{"format": "entente/1", "sources": [{"id": "other"}]}`
	withBase := entente.Loader{Base: d, Limits: entente.Limits{Elements: n}}
	_, err = withBase.Decode("f", strings.NewReader(more))
	refused(t, err, "including those of the base")
	withBase.Limits.Elements++
	mustDecode(t, withBase, more)
	records := entente.Loader{Base: d, Limits: entente.Limits{Records: 2}}
	_, err = records.Decode("f", strings.NewReader(more))
	refused(t, err, "more than the 2 records and sources allowed, including those of the base")
}

func TestElements_OfGoValuesAreCounted(t *testing.T) {
	t.Parallel()
	l := entente.Loader{Limits: entente.Limits{Elements: 3}}
	values := func(authors ...string) entente.Records {
		return entente.Records{Sources: []entente.Source{{ID: "s", Authors: authors}}}
	}
	if _, err := l.New(values("a", "b")); err != nil {
		t.Error(err)
	}
	_, err := l.New(values("a", "b", "c"))
	refused(t, err, "Limits.Elements")
}

func TestBytes_AreThoseOfAllFiles(t *testing.T) {
	t.Parallel()
	file := func(id string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte(`{"format": "entente/1", "sources": [{"id": "` + id + `"}]}`)}
	}
	fsys := fstest.MapFS{"a.json": file("a"), "b.json": file("b"), "c.json": file("c")}
	size := int64(len(file("a").Data))
	enough := entente.Loader{Limits: entente.Limits{Bytes: 3 * size}}
	if _, err := enough.Load(fsys); err != nil {
		t.Error(err)
	}
	less := entente.Loader{Limits: entente.Limits{Bytes: 2*size - 1}}
	_, err := less.Load(fsys)
	refused(t, err, fmt.Sprintf("b.json: with this file, the data are larger than %d bytes; split the data, or raise Limits.Bytes", 2*size-1))
	most := entente.Loader{Limits: entente.Limits{Bytes: math.MaxInt64}}
	if _, err := most.Load(fsys); err != nil {
		t.Error("the most bytes there can be:", err)
	}
}

// A sparse file says how large it is, and is not read.
func TestBytes_AreKnownWithoutReading(t *testing.T) {
	t.Parallel()
	for _, size := range []int64{1 << 40, math.MaxInt64} {
		_, err := entente.Load(large{size}, "x.json")
		refused(t, err, "the file is larger than 1073741824 bytes")
	}
	// Without a limit, what it says is still no reason to allocate it.
	l := entente.Loader{Limits: entente.Limits{Bytes: -1}}
	if _, err := l.Load(large{1 << 60}, "x.json"); !errors.Is(err, errRead) {
		t.Error(err)
	}
}

// large is a file system with one file, which says that it has a size and cannot
// be read.
type large struct{ size int64 }

var errRead = errors.New("the file was read")

func (s large) Open(name string) (fs.File, error) { return largeFile(s), nil }
func (s large) Glob(string) ([]string, error)     { return []string{"x.json"}, nil }

type largeFile struct{ size int64 }

func (f largeFile) Stat() (fs.FileInfo, error) { return f, nil }
func (f largeFile) Read([]byte) (int, error)   { return 0, errRead }
func (f largeFile) Close() error               { return nil }
func (f largeFile) Name() string               { return "x.json" }
func (f largeFile) Size() int64                { return f.size }
func (f largeFile) Mode() fs.FileMode          { return 0 }
func (f largeFile) ModTime() (t time.Time)     { return t }
func (f largeFile) IsDir() bool                { return false }
func (f largeFile) Sys() any                   { return nil }

// What is refused in one file is refused in parts.
func TestParties_CountOverABase(t *testing.T) {
	t.Parallel()
	const n = 1200
	_, whole := entente.Decode("f", strings.NewReader(data(organizations(n), statements(n))))
	refused(t, whole, "too many parties")
	base := mustDecode(t, entente.Loader{}, data(organizations(n)))
	l := entente.Loader{Base: base}
	_, parts := l.Decode("f", strings.NewReader(`{"format": "entente/1", `+statements(n)+`}`))
	refused(t, parts, "too many parties")
	added := mustDecode(t, l, `{"format": "entente/1", `+statements(50)+`}`)
	if _, err := entente.Decode("again", asReader(added)); err != nil {
		t.Errorf("what was loaded in parts does not load again: %.300v", err)
	}
}

func TestChains_CountOverAChainOfBases(t *testing.T) {
	t.Parallel()
	part := func(first, n int) string {
		return `{"format": "entente/1", "sources": [{"id": "s` + fmt.Sprint(first) + `"}], "organizations": [` + list(n, func(b *strings.Builder, i int) {
			parent := ""
			if i += first; i > 0 {
				parent = fmt.Sprintf(`, "parent": "x%d"`, i-1)
			}
			fmt.Fprintf(b, `{"id": "x%d", "name": {"en": "X"}, "basis": "reported", "cites": [{"source": "s%d"}]%s}`, i, first, parent)
		}) + `]}`
	}
	var base *entente.Dataset
	for first := 0; first < 100; first += 25 {
		base = mustDecode(t, entente.Loader{Base: base}, part(first, 25))
	}
	if _, err := entente.Decode("again", asReader(base)); err != nil {
		t.Errorf("a chain that was loaded in parts does not load again: %.300v", err)
	}
	_, err := (&entente.Loader{Base: base}).Decode("f", strings.NewReader(part(100, 25)))
	refused(t, err, "a chain of more than 100 references")
}

func TestOrganizations_UnderALongChainAreRefusedEarly(t *testing.T) {
	t.Parallel()
	const n = 100_000
	_, err := entente.Decode("f", strings.NewReader(data(`"organizations": [`+list(n, func(b *strings.Builder, i int) {
		parent := ""
		if i > 0 {
			parent = fmt.Sprintf(`, "parent": "x%d"`, min(i-1, 98))
		}
		fmt.Fprintf(b, `{"id": "x%d", "name": {"en": "X"}, `+cites+`%s}`, i, parent)
	})+`]`)))
	refused(t, err, "too many parties")
}

func TestCoverage_OfNothingIsThereOnce(t *testing.T) {
	t.Parallel()
	const empty = `{"format": "entente/1", "coverage": [{}]}`
	base := mustDecode(t, entente.Loader{}, empty)
	if n := len(mustDecode(t, entente.Loader{Base: base}, empty).Coverage()); n != 1 {
		t.Errorf("%d lines of coverage that name nothing", n)
	}
	_, err := entente.Decode("f", strings.NewReader(`{"format": "entente/1", "coverage": [{}, {}]}`))
	if !errors.Is(err, entente.ErrDuplicate) {
		t.Error(err)
	}
}

// asReader returns what WriteTo writes.
func asReader(d *entente.Dataset) io.Reader {
	var b strings.Builder
	d.WriteTo(&b)
	return strings.NewReader(b.String())
}
