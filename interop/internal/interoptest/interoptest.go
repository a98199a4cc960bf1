// Package interoptest helps to test readers and writers of formats. Only tests
// import it.
//
// The flag -update rewrites the golden files.
package interoptest

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop"
	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden files under testdata")

// Golden fails the test unless got is what the golden file says.
func Golden(t testing.TB, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(string(File(t, file)), got); diff != "" {
		t.Errorf("%s has changed; if you mean it, run go test -update (-golden +got):\n%s", file, diff)
	}
}

// File returns what a file holds.
func File(t testing.TB, file string) []byte {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// Load loads a dataset from a file.
func Load(t testing.TB, file string) *entente.Dataset {
	t.Helper()
	d, err := entente.Load(os.DirFS(filepath.Dir(file)), filepath.Base(file))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Dataset fails the test unless the records are what [entente.New] and
// [entente.Decode] take. It returns them as a dataset.
func Dataset(t testing.TB, records entente.Records) *entente.Dataset {
	t.Helper()
	d, err := entente.New(records)
	if err != nil {
		t.Fatalf("New: %v", err)
	}
	again, err := entente.Decode("written.json", strings.NewReader(text(t, d)))
	if err != nil {
		t.Fatalf("Decode: %v", err)
	}
	if !d.Equal(again) {
		t.Fatal("what was written is read as something else")
	}
	return d
}

// Accept is Dataset for what was read. It also fails the test unless the report
// adds up and nothing is lost.
func Accept(t testing.TB, records entente.Records, report interop.Report) *entente.Dataset {
	t.Helper()
	AddsUp(t, report)
	return Dataset(t, records)
}

// AddsUp fails the test unless the report accounts for each row once and nothing
// is lost.
func AddsUp(t testing.TB, report interop.Report) {
	t.Helper()
	if report.Rows != report.Kept+len(report.Rejected) || len(report.Lost) > 0 {
		t.Fatalf("the report does not add up: %+v", report)
	}
}

// text returns a dataset in the data format.
func text(t testing.TB, d *entente.Dataset) string {
	t.Helper()
	var b bytes.Buffer
	if _, err := d.WriteTo(&b); err != nil {
		t.Fatalf("WriteTo: %v", err)
	}
	return b.String()
}

// Holds fails the test for each of the words that is not in the dataset as it is
// written.
func Holds(t testing.TB, d *entente.Dataset, words []string) {
	t.Helper()
	written := text(t, d)
	for _, word := range words {
		if !strings.Contains(written, word) {
			t.Errorf("%s is lost", word)
		}
	}
}

// Reasons returns the remarks as lines.
func Reasons(remarks []interop.Remark) string {
	var lines []string
	for _, r := range remarks {
		lines = append(lines, r.String())
	}
	return strings.Join(lines, "\n")
}

// Remarks returns a report as lines.
func Remarks(r interop.Report) string {
	var b strings.Builder
	fmt.Fprintln(&b, r)
	for _, m := range r.Repaired {
		fmt.Fprintln(&b, "repaired", m)
	}
	for _, m := range r.Rejected {
		fmt.Fprintln(&b, "rejected", m)
	}
	return b.String()
}
