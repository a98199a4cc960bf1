package ententebeam_test

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"
	"github.com/entente-go/entente"
	ententebeam "github.com/entente-go/entente/beam"
	"github.com/go-json-experiment/json"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestMain(m *testing.M) {
	beam.Init()
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
		for _, shards := range []int{1, 7} {
			t.Run(fmt.Sprintf("%s in %d parts", name, shards), func(t *testing.T) {
				in := t.TempDir()
				for i, d := range datasets {
					save(t, in, fmt.Sprintf("%d.json", i), d)
				}
				want, err := entente.Merge(datasets...)
				if err != nil {
					t.Fatal(err)
				}
				same(t, run(t, in, ententebeam.Options{First: first, Last: last, Shards: shards}), want)
			})
		}
	}
}
