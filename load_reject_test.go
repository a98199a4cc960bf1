package entente_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/google/go-cmp/cmp"
)

// sifted loads with a Loader that rejects, and returns a line for each problem of
// each rejected entry.
func sifted(t *testing.T, load func(l *entente.Loader) (*entente.Dataset, error)) (*entente.Dataset, string) {
	t.Helper()
	var b strings.Builder
	l := &entente.Loader{Reject: func(r entente.Rejected) {
		fmt.Fprintf(&b, "%s:%d:%d %s %q %v\n", r.File, r.Line, r.Column, r.Pointer, r.ID, r.Record)
		for _, p := range r.Problems {
			fmt.Fprintf(&b, "\t%v\n", p)
		}
	}}
	d, err := load(l)
	if err != nil {
		t.Fatal(err)
	}
	return d, b.String()
}

const siftedFile = `{
	"format": "entente/1",
	"coverage": [{"parties": ["FR", "DE"], "complete": true}],
	"topics": [{"id": "drones"}, {"id": "Mines"}, {"id": "sea-mines", "broader": "Mines"}],
	"sources": [
		{"id": "good"},
		{"id": "bad", "published": "2024-13"},
		{"id": "copy", "reprints": "bad"},
		{"id": "unlike", "reprints": "good"}
	],
	"nations": [
		{"id": "FR", "basis": "reported", "cites": [{"source": "bad"}]},
		{"id": "DE", "basis": "reported", "cites": [{"source": "good"}]}
	],
	"exercises": [
		7,
		{"id": "one", "basis": "reported", "cites": [{"source": "good"}], "contingents": [{"nation": "FR"}]},
		{"id": "two", "basis": "reported", "cites": [{"source": "copy"}], "contingents": [{"nation": "DE"}]},
		{"id": "one", "basis": "reported", "cites": [{"source": "good"}], "topics": ["drones"]},
		{"basis": "reported", "cites": [{"source": "good"}]},
		{"id": "six", "basis": "reported", "cites": [{"source": "good"}], "topics": ["sea-mines"]}
	],
	"assessments": [
		{"id": "view", "basis": "assessed", "cites": [{"source": "good"}], "about": "two", "gist": {"en": "x"}, "modality": "likely"},
		{"id": "meta", "basis": "assessed", "cites": [{"source": "good"}], "about": "view", "gist": {"en": "x"}, "modality": "likely"},
		{"id": "fair", "basis": "assessed", "cites": [{"source": "good"}], "about": "one", "gist": {"en": "x"}, "modality": "likely"}
	]
}`

func TestReject_KeepsSoundEntries(t *testing.T) {
	t.Parallel()
	d, got := sifted(t, func(l *entente.Loader) (*entente.Dataset, error) {
		return l.Load(fstest.MapFS{"a.json": file(siftedFile)})
	})
	const want = `a.json:4:31 /topics/1 "Mines" <nil>
	a.json:4:38: Mines: /topics/1/id: "Mines" is not a valid topic; write "mines"
a.json:4:48 /topics/2 "sea-mines" <nil>
	a.json:4:79: sea-mines: /topics/2/broader: "Mines" was rejected; correct that entry first
a.json:7:3 /sources/1 "bad" <nil>
	a.json:7:30: bad: /sources/1/published: date "2024-13": month 13 is not between 01 and 12
a.json:8:3 /sources/2 "copy" <nil>
	a.json:8:30: copy: /sources/2/reprints: "bad" was rejected; correct that entry first
a.json:12:3 /nations/0 "FR" nation FR
	a.json:12:58: FR: /nations/0/cites/0/source: "bad" was rejected; correct that entry first
a.json:16:3 /exercises/0 "" <nil>
	a.json:16:3: /exercises/0: an entry of "exercises" must be an object, not a number; write {"id": …}
a.json:18:3 /exercises/2 "two" exercise two
	a.json:18:59: two: /exercises/2/cites/0/source: "copy" was rejected; correct that entry first
a.json:19:3 /exercises/3 "one" exercise one
	a.json:19:10: one: /exercises/3/id: ID "one" is already used by an exercise, on line 17; choose another ID, or make them one record
a.json:20:3 /exercises/4 "" exercise ` + `
	a.json:20:3: /exercises/4: no ID; write "id": "…"
a.json:21:3 /exercises/5 "six" exercise six
	a.json:21:80: six: /exercises/5/topics/0: "sea-mines" was rejected; correct that entry first
a.json:24:3 /assessments/0 "view" assessment view (x)
	a.json:24:79: view: /assessments/0/about: "two" was rejected; correct that entry first
a.json:25:3 /assessments/1 "meta" assessment meta (x)
	a.json:25:79: meta: /assessments/1/about: "view" was rejected; correct that entry first
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("rejected (-want +got):\n%s", diff)
	}
	var kept []string
	for r := range d.All() {
		kept = append(kept, string(r.AsFact().ID))
	}
	if diff := cmp.Diff([]string{"DE", "one", "fair"}, kept); diff != "" {
		t.Errorf("kept (-want +got):\n%s", diff)
	}
	for range d.Coverage() {
		t.Error("a dataset with rejected entries has coverage")
	}
	var b bytes.Buffer
	if _, err := d.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	if again, err := entente.Decode("again", &b); err != nil || again.Len() != d.Len() {
		t.Errorf("what was kept does not load again: %v, %v", again, err)
	}
}

func TestReject_HandsOverValuesAndJSON(t *testing.T) {
	t.Parallel()
	var rejected []entente.Rejected
	l := &entente.Loader{Reject: func(r entente.Rejected) { rejected = append(rejected, r) }}
	records := entente.Records{
		Sources: []entente.Source{{ID: "s"}},
		Exercises: []entente.Exercise{
			{Fact: entente.Fact{ID: "a", Basis: entente.BasisReported, Cites: []entente.Citation{{Source: "s"}}}},
			{Fact: entente.Fact{ID: "b", Basis: entente.BasisReported, Cites: []entente.Citation{{Source: "t"}}}},
		},
	}
	d, err := l.New(records)
	if err != nil || d.Len() != 1 || !d.Has("a") {
		t.Fatalf("New = %v, %v", d, err)
	}
	if len(rejected) != 1 || rejected[0].Pointer != "/exercises/1" || rejected[0].JSON != "" || rejected[0].Index != 1 || rejected[0].File != "" ||
		rejected[0].Record.(entente.Exercise).ID != "b" || !errors.Is(rejected[0].Problems, entente.ErrReference) {
		t.Errorf("rejected %+v", rejected)
	}
	rejected = nil
	entry := `{"id": "e", "basis": "certain"}`
	if _, err := l.Decode("f", strings.NewReader(`{"format": "entente/1", "exercises": [`+entry+`]}`)); err != nil {
		t.Fatal(err)
	}
	if len(rejected) != 1 || rejected[0].JSON != entry {
		t.Errorf("rejected %+v", rejected)
	}
}

func TestReject_FailsOutsideEntries(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"not JSON":         `{"format": "entente/1", "nations": [{"id": "ZZ"}], "x"`,
		"a slip of syntax": `{"format": "entente/1", "nations": [{"id": "ZZ",}]}`,
		"no format":        `{"nations": [{"id": "ZZ"}]}`,
		"unknown member":   `{"format": "entente/1", "nations": [{"id": "ZZ"}], "x": [{"id": 1}]}`,
		"no section":       `{"format": "entente/1", "nations": [{"id": "ZZ"}], "sources": {}}`,
		"no title":         `{"format": "entente/1", "nations": [{"id": "ZZ"}], "title": {"en": ""}}`,
		"twice":            `{"format": "entente/1", "nations": [{"id": "ZZ"}], "nations": []}`,
		"too deep":         `{"format": "entente/1", "nations": [{"id": ` + strings.Repeat("[", 40) + strings.Repeat("]", 40) + `}]}`,
		"no end":           `{"format": "entente/1", "nations": [{"id": "ZZ"}`,
	} {
		l := &entente.Loader{Reject: func(r entente.Rejected) { t.Errorf("%s: rejected %v", name, r) }}
		d, err := l.Decode("f", strings.NewReader(text))
		_, want := entente.Decode("f", strings.NewReader(text))
		if d != nil || err == nil || err.Error() != want.Error() {
			t.Errorf("%s: %v, %v; want %v", name, d, err, want)
		}
	}
}

// A Rejected lists what a strict Loader would.
func TestReject_GivesAllProblemsOfAnEntry(t *testing.T) {
	t.Parallel()
	for _, entry := range []string{
		`{"id": "e", ` + cites + `, "when": "1991-", "contingents": [{"nation": "FRA"}], "number": -1}`,
		`{"id": "e", "cites": [{"source": "t"}], "status": "unheard-of"}`,
		`{"id": "e", ` + cites + `, "when": "1991-", "places": [{"nation": "FRA"}, 7], "series": "none"}`,
		`{"id": "E", "basis": "certain", "cites": [{"source": "t"}, {"source": "t"}]}`,
	} {
		text := data(`"exercises": [{"id": "other", ` + cites + `, "topics": ["trade"]}, ` + entry + `]`)
		_, want := entente.Decode("f", strings.NewReader(text))
		var got []entente.Rejected
		l := &entente.Loader{Reject: func(r entente.Rejected) { got = append(got, r) }}
		d, err := l.Decode("f", strings.NewReader(text))
		if err != nil || d.Len() != 1 || len(got) != 1 || got[0].Problems.Error() != want.Error() {
			t.Errorf("%s: %v, rejected %v; want %v", entry, err, got, want)
		}
	}
}

// An entry that only refers to what is rejected, or has its ID, is judged once that
// is gone.
func TestReject_JudgesOthersWithoutTheRejected(t *testing.T) {
	t.Parallel()
	organization := func(id, more string) string {
		return `{"id": "` + id + `", "name": {"en": "X"}, ` + cites + more + `}`
	}
	d, got := sifted(t, func(l *entente.Loader) (*entente.Dataset, error) {
		return l.Decode("f", strings.NewReader(data(`"organizations": [`+organization("staff", `, "when": "1991-"`)+`, `+
			organization("staff", "")+`, `+organization("Navy", "")+`, `+organization("fleet", `, "parent": "navy"`)+`]`)))
	})
	const want = `f:1:69 /organizations/0 "staff" organization staff (X)
	f:1:163: staff: /organizations/0/when: period "1991-": this is not the form of a date; write "1991/.."
f:1:260 /organizations/2 "Navy" organization Navy (X)
	f:1:267: Navy: /organizations/2/id: "Navy" is not a valid ID; write "navy"
f:1:346 /organizations/3 "fleet" organization fleet (X)
	f:1:442: fleet: /organizations/3/parent: "navy" was rejected; correct that entry first
`
	if diff := cmp.Diff(want, got); diff != "" || d.Len() != 1 || !d.Has("staff") {
		t.Errorf("%d kept; rejected (-want +got):\n%s", d.Len(), diff)
	}
}

func TestReject_LimitsProblems(t *testing.T) {
	t.Parallel()
	many := `{"format": "entente/1", "exercises": [` + strings.TrimSuffix(strings.Repeat(`{},`, 600), ",") + `]}`
	n := 0
	l := &entente.Loader{Reject: func(entente.Rejected) { n++ }}
	if _, err := l.Decode("f", strings.NewReader(many)); !errors.Is(err, entente.ErrLimit) || n > 0 {
		t.Errorf("%d rejected, %v", n, err)
	}
	l.Limits.Problems = -1
	if d, err := l.Decode("f", strings.NewReader(many)); err != nil || n != 600 || d.Len() != 0 {
		t.Errorf("%d rejected, %v, %v", n, d, err)
	}
}

func TestReject_MindsTheBase(t *testing.T) {
	t.Parallel()
	base, err := entente.Decode("base", strings.NewReader(nationsFile))
	if err != nil {
		t.Fatal(err)
	}
	d, got := sifted(t, func(l *entente.Loader) (*entente.Dataset, error) {
		l.Base = base
		return l.Decode("f", strings.NewReader(`{"format": "entente/1", "sources": [{"id": "s"}], "exercises": [
			{"id": "a", "basis": "reported", "cites": [{"source": "s"}], "contingents": [{"nation": "FR"}]},
			{"id": "b", "basis": "reported", "cites": [{"source": "t"}]}]}`))
	})
	if d.Len() != 2 || !d.Has("a") || strings.Count(got, "/sources/0 ") != 1 || strings.Count(got, "/exercises/1 ") != 1 || strings.Count(got, "\n") > 5 {
		t.Errorf("%d kept, rejected\n%s", d.Len(), got)
	}
}

func TestReject_WarnsOfWhatIsKept(t *testing.T) {
	t.Parallel()
	var warned []string
	l := &entente.Loader{Reject: func(entente.Rejected) {}, Warn: func(p *entente.Problem) { warned = append(warned, p.Error()) }}
	_, err := l.Decode("f", io.Reader(strings.NewReader(`{"format": "entente/1", "sources": [{"id": "s", "url": 1}, {"id": "t"}]}`)))
	if err != nil || len(warned) != 1 || !strings.HasPrefix(warned[0], "f:1:67: t: /sources/1/id: the source \"t\" is never cited") {
		t.Errorf("%v, warned of %q", err, warned)
	}
}

// slowlySifted says which entries of a file are kept, by the definition: those
// that have a problem are left out, again and again, until there are none.
func slowlySifted(t *testing.T, entries map[string][]string) map[string][]string {
	t.Helper()
	for {
		_, err := entente.Decode("f", strings.NewReader(fileOfEntries(entries)))
		if err == nil {
			return entries
		}
		bad := make(map[string]bool)
		for _, p := range err.(entente.Problems) {
			parts := strings.SplitN(p.Pointer, "/", 4)
			bad[parts[1]+"/"+parts[2]] = true
		}
		kept := make(map[string][]string)
		for section, list := range entries {
			for i, e := range list {
				if !bad[section+"/"+fmt.Sprint(i)] {
					kept[section] = append(kept[section], e)
				}
			}
		}
		entries = kept
	}
}

func fileOfEntries(entries map[string][]string) string {
	b := []string{`"format": "entente/1"`}
	for _, section := range []string{"topics", "sources", "organizations", "agreements", "assessments"} {
		b = append(b, fmt.Sprintf("%q: [%s]", section, strings.Join(entries[section], ",\n")))
	}
	return "{" + strings.Join(b, ",\n") + "}"
}

func TestReject_AgreesWithDefinition(t *testing.T) {
	t.Parallel()
	for seed := range uint64(150) {
		rng := rand.New(rand.NewPCG(seed, 1))
		n := 3 + rng.IntN(12)
		// one returns the ID of an entry, which now and then there is not.
		one := func(prefix string) string { return fmt.Sprintf(`"%s%d"`, prefix, rng.IntN(n+1)) }
		fault := func() string {
			return []string{"", "", "", "", "", "", `, "when": "?"`, `, "nmae": 1`, `, "note": {}`}[rng.IntN(9)]
		}
		entries := make(map[string][]string)
		add := func(section, format string, args ...any) {
			entries[section] = append(entries[section], fmt.Sprintf(format, args...))
		}
		for i := range n {
			add("topics", `{"id": "t%d", "broader": "t%d"}`, i, i+1+rng.IntN(2))
			add("sources", `{"id": "s%d"%s}`, i, []string{"", "", `, "reprints": ` + one("s"), `, "url": 1`}[rng.IntN(4)])
			add("organizations", `{"id": "x%d", "name": {"en": "X"}, "basis": "reported", "cites": [{"source": %s}]%s%s}`,
				i, one("s"), []string{"", `, "parent": ` + one("x")}[rng.IntN(2)], fault())
			add("agreements", `{"id": "a%d", "basis": "reported", "cites": [{"source": %s}], "parties": [{"actor": "FR"}, {"actor": %s}], "topics": [%s]%s}`,
				i, one("s"), one("x"), one("t"), fault())
			add("assessments", `{"id": "v%d", "basis": "assessed", "modality": "likely", "gist": {"en": "V"}, "cites": [{"source": %s}], "about": %s%s}`,
				i, one("s"), one([]string{"a", "v", "x"}[rng.IntN(3)]), fault())
		}
		entries["topics"] = append(entries["topics"], fmt.Sprintf(`{"id": "t%d"}`, n+1))
		text := fileOfEntries(entries)
		rejected := 0
		l := &entente.Loader{Limits: entente.Limits{Problems: -1}, Reject: func(r entente.Rejected) {
			rejected++
			if len(r.Problems) == 0 || !strings.Contains(text, r.JSON) || r.Line < 1 {
				t.Errorf("seed %d: rejected %+v", seed, r)
			}
		}}
		d, err := l.Decode("f", strings.NewReader(text))
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		kept := slowlySifted(t, entries)
		want, err := entente.Decode("f", strings.NewReader(fileOfEntries(kept)))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(fileOfDataset(t, want), fileOfDataset(t, d)); diff != "" {
			t.Fatalf("seed %d: (-slow +fast)\n%s\n%s", seed, diff, text)
		}
		total, left := 0, 0
		for section := range entries {
			total, left = total+len(entries[section]), left+len(kept[section])
		}
		if total-left != rejected {
			t.Errorf("seed %d: %d rejected, want %d", seed, rejected, total-left)
		}
	}
}

func fileOfDataset(t *testing.T, d *entente.Dataset) string {
	t.Helper()
	var b bytes.Buffer
	if _, err := d.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func ExampleLoader_reject() {
	const rows = `{"format": "entente/1", "sources": [{"id": "log"}], "exercises": [
	{"id": "visit-1", "when": "2024-10-13", "basis": "reported", "cites": [{"source": "log"}], "contingents": [{"nation": "PK"}]},
	{"id": "visit-2", "when": "13 October", "basis": "reported", "cites": [{"source": "log"}], "contingents": [{"nation": "RU"}]}
]}`
	l := entente.Loader{
		Limits: entente.Limits{Problems: -1},
		Reject: func(r entente.Rejected) { fmt.Println(r.ID, "is left out:", r.Problems[0].Message) },
	}
	d, err := l.Decode("rows.json", strings.NewReader(rows))
	fmt.Println(d.Len(), "kept,", err)
	// Output:
	// visit-2 is left out: period "13 October": the year must be four digits, of which the last or the last two may be X
	// 1 kept, <nil>
}

// An import notes the line of each row, and Index leads from a rejected record back
// to it.
func ExampleLoader_reject_lines() {
	rows := "visit-1,2024-10-13,PK\nvisit-2,2024-13,RU\nvisit-3,2024-10-15,XQ\n"
	records := entente.Records{Sources: []entente.Source{{ID: "log"}}}
	var lines []int // of each of records.Exercises
	r := csv.NewReader(strings.NewReader(rows))
	for row, err := r.Read(); err == nil; row, err = r.Read() {
		line, _ := r.FieldPos(0)
		x := entente.Exercise{
			Fact:        entente.Fact{ID: entente.ID(row[0]), Basis: entente.BasisReported, Cites: []entente.Citation{{Source: "log"}}},
			Contingents: []entente.Contingent{{Nation: entente.ID(row[2])}},
		}
		var err error
		if x.When, err = edtf.ParsePeriod(row[1]); err != nil {
			fmt.Printf("line %d: %v\n", line, err)
			continue
		}
		records.Exercises, lines = append(records.Exercises, x), append(lines, line)
	}
	l := entente.Loader{Reject: func(r entente.Rejected) {
		if _, ok := r.Record.(entente.Exercise); ok {
			fmt.Printf("line %d: %s\n", lines[r.Index], r.Problems[0].Message)
		}
	}}
	d, err := l.New(records)
	fmt.Println(d.Len(), "kept,", err)
	// Output:
	// line 2: edtf: period "2024-13": month 13 is not between 01 and 12
	// line 3: no nation has the ID "XQ"
	// 1 kept, <nil>
}

// Nothing is imported from a part of the input.
func TestReject_FailsWhereFileCannotBeRead(t *testing.T) {
	t.Parallel()
	fsys := fstest.MapFS{"a.json": file(`{"format": "entente/1", "nations": [{"id": "ZZ"}]}`)}
	l := &entente.Loader{Reject: func(r entente.Rejected) { t.Errorf("rejected %v", r) }}
	_, err := l.Load(fsys, "a.json", "b.json")
	_, want := entente.Load(fsys, "a.json", "b.json")
	if err == nil || err.Error() != want.Error() || !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%v, want %v", err, want)
	}
}

func TestReject_FailsBeyondLimitOfRecords(t *testing.T) {
	t.Parallel()
	l := &entente.Loader{Reject: func(r entente.Rejected) { t.Errorf("rejected %v", r) }, Limits: entente.Limits{Records: 2}}
	_, err := l.New(entente.Records{Exercises: make([]entente.Exercise, 3)})
	if !errors.Is(err, entente.ErrLimit) {
		t.Errorf("New = %v", err)
	}
}

func TestReject_FindsTheFileOfEachEntry(t *testing.T) {
	t.Parallel()
	region := func(id string) string {
		return data(`"regions": [{"id": "` + id + `", ` + cites + `, "name": {"en": " "}}]`)
	}
	var files []string
	l := &entente.Loader{Reject: func(r entente.Rejected) { files = append(files, r.File+r.Pointer) }}
	_, err := l.Load(fstest.MapFS{"a.json": file(region("r-a")), "b.json": file(`{"format": "entente/1", "regions": [{"id": "R-B"}]}`)})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"a.json/regions/0", "b.json/regions/0"}, files); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
