package ententebeam_test

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/passert"
	"github.com/entente-go/entente"
	ententebeam "github.com/entente-go/entente/beam"
	"github.com/go-json-experiment/json"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestMain(m *testing.M) {
	beam.Init()
	slog.SetDefault(slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn})))
	os.Exit(m.Run())
}

const first, last = 1990, 2030

// results are what a pipeline wrote.
type results struct {
	summary  entente.Summary
	pairs    []entente.PairYear
	merged   *entente.Dataset
	problems []string
}

// run runs a pipeline over the files on Prism, in this process.
func run(t testing.TB, in string, o ententebeam.Options) (r results) {
	t.Helper()
	out := t.TempDir()
	p := beam.NewPipeline()
	s := p.Root()
	ententebeam.Read(s, in+"/*.json", o).Write(s, out)
	if _, err := prism.Execute(context.Background(), p); err != nil {
		t.Fatal(err)
	}
	return readResults(t, out)
}

func readResults(t testing.TB, out string) (r results) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(out, "summary.json"))
	if err == nil {
		err = json.Unmarshal(data, &r.summary)
	}
	if err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob(out + "/pairs/*.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for lines := bufio.NewScanner(bytes.NewReader(data)); lines.Scan(); {
			var y entente.PairYear
			if err := json.Unmarshal(lines.Bytes(), &y); err != nil {
				t.Fatal(err)
			}
			r.pairs = append(r.pairs, y)
		}
	}
	slices.SortStableFunc(r.pairs, func(a, b entente.PairYear) int {
		return strings.Compare(string(a.A+" "+a.B), string(b.A+" "+b.B))
	})
	data, err = os.ReadFile(filepath.Join(out, "problems.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if text := strings.TrimSpace(string(data)); text != "" {
		r.problems = strings.Split(text, "\n")
		return r
	}
	if r.merged, err = entente.Load(os.DirFS(out + "/merged")); err != nil {
		t.Fatal(err)
	}
	return r
}

// same compares what a pipeline wrote with what one core computes.
func same(t testing.TB, got results, want *entente.Dataset) {
	t.Helper()
	if len(got.problems) > 0 {
		t.Fatalf("problems: %s", strings.Join(got.problems, "\n"))
	}
	if diff := cmp.Diff(want.Summary(), got.summary, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("summary (-one core +Beam)\n%s", diff)
	}
	if diff := cmp.Diff(slices.Collect(want.PairYears(first, last)), got.pairs); diff != "" {
		t.Errorf("pairs (-one core +Beam)\n%s", diff)
	}
	if !want.Equal(got.merged) {
		t.Errorf("merged: %v changes: %v", len(entente.Changes(want, got.merged)), entente.Changes(want, got.merged))
	}
}

func save(t testing.TB, folder, name string, d *entente.Dataset) {
	t.Helper()
	f, err := os.Create(filepath.Join(folder, name))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.WriteTo(f); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestRead_EqualsOneCore(t *testing.T) {
	for name, datasets := range map[string][]*entente.Dataset{
		"article":   {entente.Article()},
		"chronicle": {entente.Chronicle()},
	} {
		for _, parts := range []int{1, 7} {
			t.Run(fmt.Sprintf("%s in %d parts", name, parts), func(t *testing.T) {
				in := t.TempDir()
				for i, d := range datasets {
					save(t, in, fmt.Sprintf("%d.json", i), d)
				}
				want, err := entente.Merge(datasets...)
				if err != nil {
					t.Fatal(err)
				}
				same(t, run(t, in, ententebeam.Options{First: first, Last: last, Parts: parts}), want)
			})
		}
	}
}

func TestRead_EqualsOneCoreOnFilesThatShareActors(t *testing.T) {
	for seed, files := range []int{64, 1, 2, 7} {
		in := t.TempDir()
		n := 40 * files
		generate(t, in, uint64(seed), n, files)
		got := run(t, in, ententebeam.Options{First: first, Last: last, Parts: 1 + 4*seed})
		want := mergeAll(t, in)
		same(t, got, want)
		if want.Len() < n || len(got.pairs) < 10*n {
			t.Errorf("%d files: %v, %d rows of pairs", files, want, len(got.pairs))
		}
	}
}

// A conflict names both files, and everything else is as on one core.
func TestRead_ReportsWhatMergeReports(t *testing.T) {
	const head = `{"format": "entente/1", "sources": [{"id": "s"}], `
	const fact = `"basis": "reported", "cites": [{"source": "s"}]`
	for name, c := range map[string]struct {
		files []string
		want  []string // in the problem
	}{
		"values": {[]string{
			`"exercises": [{"id": "x", "when": "2001", ` + fact + `}]}`,
			`"exercises": [{"id": "x", "when": "2002", ` + fact + `}]}`,
		}, []string{"x: /when: dataset 1", "0.json", `"2001"`, "1.json", `"2002"`}},
		"kinds": {[]string{
			`"exercises": [{"id": "x", ` + fact + `}]}`,
			`"regions": [{"id": "x", "name": {"en": "X"}, ` + fact + `}]}`,
		}, []string{"x: ", "exercise", "region", "0.json", "1.json"}},
		"sources": {[]string{
			`"regions": [{"id": "x", "name": {"en": "X"}, ` + fact + `}]}`,
			`"regions": [{"id": "x", "name": {"en": "X"}, ` + fact + `}], "topics": [{"id": "t", "name": {"en": "T"}}]}`,
			`"regions": [{"id": "x", "name": {"en": "X"}, ` + fact + `}], "topics": [{"id": "t", "name": {"en": "U"}}]}`,
		}, []string{"for the topic", "1.json", "2.json"}},
		"editions": {[]string{
			`"series": [{"id": "d", "name": {"en": "D"}, ` + fact + `}],
				"exercises": [{"id": "x", "series": "d", "number": 3, ` + fact + `}]}`,
			`"series": [{"id": "d", "name": {"en": "D"}, ` + fact + `}],
				"exercises": [{"id": "y", "series": "d", "number": 3, ` + fact + `}]}`,
		}, []string{"y: edition 3 of d is x too"}},
		"a circle": {[]string{
			`"organizations": [{"id": "a", "name": {"en": "A"}, "parent": "b", ` + fact + `},
				{"id": "b", "name": {"en": "B"}, ` + fact + `}]}`,
			`"organizations": [{"id": "b", "name": {"en": "B"}, "parent": "a", ` + fact + `},
				{"id": "a", "name": {"en": "A"}, ` + fact + `}]}`,
		}, []string{"organizations", "parent"}},
		"a file that does not load": {[]string{
			`"regions": [{"id": "x", ` + fact + `}]}`,
			`"regions": [{"id": "x", "name": {"en": "X"}, ` + fact + `}]}`,
		}, []string{"0.json", "name"}},
	} {
		t.Run(name, func(t *testing.T) {
			in := t.TempDir()
			var all []*entente.Dataset
			for i, text := range c.files {
				name := fmt.Sprintf("%d.json", i)
				if err := os.WriteFile(filepath.Join(in, name), []byte(head+text), 0o666); err != nil {
					t.Fatal(err)
				}
				if d, err := entente.Decode(name, strings.NewReader(head+text)); err == nil {
					all = append(all, d)
				}
			}
			want := 1
			if len(all) == len(c.files) {
				var problems entente.Problems
				if _, err := entente.Merge(all...); !errors.As(err, &problems) {
					t.Fatalf("on one core: %v", err)
				}
				want = len(problems)
			}
			got := run(t, in, ententebeam.Options{First: first, Last: last, Parts: 3}).problems
			if len(got) != want {
				t.Fatalf("%d problems, not %d: %q", len(got), want, got)
			}
			for _, words := range c.want {
				if !strings.Contains(got[0], words) {
					t.Errorf("%q does not have %q", got[0], words)
				}
			}
		})
	}
}

func TestRead_GivesWhatItComputesToAPipeline(t *testing.T) {
	in := t.TempDir()
	save(t, in, "article.json", entente.Article())
	p := beam.NewPipeline()
	s := p.Root()
	r := ententebeam.Read(s, in+"/*.json", ententebeam.Options{First: 2020, Last: 2025, Parts: 2})
	passert.Count(s, r.PairYears(s), "pairs", len(slices.Collect(entente.Article().PairYears(2020, 2025))))
	passert.Count(s, r.Summary, "summary", 1)
	passert.Empty(s, r.Problems)
	passert.Count(s, r.Files, "files", 2)
	if _, err := prism.Execute(context.Background(), p); err != nil {
		t.Fatal(err)
	}
}

// The two embedded datasets contradict each other in some places.
func TestRead_FindsTheConflictsThatMergeFinds(t *testing.T) {
	var problems entente.Problems
	if _, err := entente.Merge(entente.Article(), entente.Chronicle()); !errors.As(err, &problems) {
		t.Fatalf("on one core: %v", err)
	}
	in := t.TempDir()
	save(t, in, "0.json", entente.Article())
	save(t, in, "1.json", entente.Chronicle())
	named := regexp.MustCompile(`(dataset \d) "[^"]*"( \([^)]*\))?`) // by title, or by file
	var want, got []string
	for _, p := range problems {
		want = append(want, named.ReplaceAllString(p.Error(), "$1"))
	}
	for _, p := range run(t, in, ententebeam.Options{}).problems {
		got = append(got, named.ReplaceAllString(p, "$1"))
	}
	slices.Sort(want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-one core +Beam)\n%s", diff)
	}
}

// An assessment of each kind of record is joined, though what it is about is left
// out while it is.
func TestRead_JoinsWhatRefersToAnyKind(t *testing.T) {
	const fact = `"basis": "reported", "cites": [{"source": "stub"}]`
	records := map[string]string{
		"nations":       `{"id": "RURITANIA", "name": {"en": "Ruritania"}, ` + fact + `}`,
		"blocs":         `{"id": "bloc", "name": {"en": "B"}, ` + fact + `}`,
		"regions":       `{"id": "region", "name": {"en": "R"}, ` + fact + `}`,
		"organizations": `{"id": "org", "name": {"en": "O"}, ` + fact + `}`,
		"officials": `{"id": "official", "name": {"en": "O"},
			"postings": [{"organization": "org", "cites": [{"source": "own"}]}], ` + fact + `}`,
		"partnerships": `{"id": "partnership", "parties": ["PK", "bloc"], ` + fact + `}`,
		"agreements":   `{"id": "agreement", "parties": [{"actor": "PK"}, {"actor": "RURITANIA"}], ` + fact + `}`,
		"series":       `{"id": "series", "name": {"en": "S"}, ` + fact + `}`,
		"exercises":    `{"id": "exercise", "series": "series", "number": 1, "topics": ["t"], ` + fact + `}`,
		"meetings":     `{"id": "meeting", "attendees": [{"actor": "official"}, {"actor": "RU"}], ` + fact + `}`,
		"statements": `{"id": "statement", "meeting": "meeting", "speakers": ["official"], "gist": {"en": "G"},
			"basis": "attributed", "cites": [{"source": "stub"}]}`,
	}
	in := t.TempDir()
	for i := range 3 {
		var b strings.Builder
		b.WriteString(`{"format": "entente/1", "topics": [{"id": "t"}, {"id": "u", "broader": "t"}],
			"sources": [{"id": "stub"}, {"id": "own"}], "assessments": [`)
		about := []string{"RURITANIA", "bloc", "region", "org", "official", "partnership", "agreement", "series", "exercise",
			"meeting", "statement", "a0"}
		for n, id := range about {
			if n > 0 {
				b.WriteByte(',')
			}
			fmt.Fprintf(&b, `{"id": "a%d", "about": %q, "gist": {"en": "G"}, "modality": "likely", "basis": "assessed",
				"cites": [{"source": "own"}], "topics": ["u"], "extra": {"source": "stub", "k%d": "v"},
				"claims": [{"member": "topics", "value": ["t"], "cites": [{"source": "stub", "paragraphs": [%d]}]}]}`,
				n, id, i, i+1)
		}
		b.WriteString("]")
		for section, record := range records {
			fmt.Fprintf(&b, ", %q: [%s]", section, record)
		}
		b.WriteString("}")
		if err := os.WriteFile(filepath.Join(in, fmt.Sprintf("%d.json", i)), []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	got := run(t, in, ententebeam.Options{First: first, Last: last, Parts: 4})
	want := mergeAll(t, in)
	same(t, got, want)
	if a, _ := want.Assessment("a11"); len(a.Extra) != 4 || len(a.Claims) == 0 {
		t.Errorf("not united: %v %v", a.Extra, a.Claims)
	}
}
