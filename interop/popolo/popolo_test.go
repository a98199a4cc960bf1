package popolo

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/internal/interoptest"
	"github.com/google/go-cmp/cmp"
)

func assembly(t testing.TB) []byte {
	t.Helper()
	return interoptest.File(t, "testdata/assembly.json")
}

// dataset makes a dataset of what was read, and checks that it can be loaded.
func dataset(t testing.TB, records entente.Records) *entente.Dataset {
	t.Helper()
	return interoptest.Dataset(t, records)
}

func TestRead_KeepsEveryEntryOrSaysWhy(t *testing.T) {
	t.Parallel()
	records, report, err := Read(bytes.NewReader(assembly(t)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if _, err := interoptest.Accept(t, records, report).WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	interoptest.Golden(t, "testdata/assembly.entente.json", b.String())
	interoptest.Golden(t, "testdata/assembly.report.txt", interoptest.Remarks(report))
}

func TestRead_TakesAnyPiecesAndByteOrderMark(t *testing.T) {
	t.Parallel()
	want, _, err := Read(bytes.NewReader(assembly(t)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	marked := append([]byte("\xEF\xBB\xBF"), assembly(t)...)
	got, _, err := Read(iotest.OneByteReader(bytes.NewReader(marked)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if !dataset(t, got).Equal(dataset(t, want)) {
		t.Error("the same file in pieces is read otherwise")
	}
}

func TestRead_CitesTheGivenSource(t *testing.T) {
	t.Parallel()
	source := entente.Source{ID: "house", Title: entente.English("The House"), URL: "https://example.org/"}
	records, _, err := Read(bytes.NewReader(assembly(t)), Options{Source: source})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]entente.Source{source}, records.Sources); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := records.Officials[0].Cites[0]; got.Source != "house" || got.Locator == "" {
		t.Errorf("cites %v", got)
	}
}

func TestRead_ReadsLatin1AndSaysSo(t *testing.T) {
	t.Parallel()
	in := "{\"persons\": [\n{\"id\": \"a\", \"name\": \"Andr\xE9\"}, {\"id\": \"b\", \"name\": \"Zo\xEB\"}]}"
	records, report, err := Read(strings.NewReader(in), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := records.Officials[1].Name.String(); got != "Zoë" {
		t.Errorf("got %q", got)
	}
	want := []interop.Remark{{Line: 2, Column: 26, Reason: "not UTF-8, read as Windows-1252 from here on"}}
	if diff := cmp.Diff(want, report.Repaired); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestRead_EndsAtItsLimits(t *testing.T) {
	t.Parallel()
	rows := `{"persons": [` + strings.Repeat(`1, `, 10) + `1]}`
	long := `{"persons": [{"id": "a", "name": "` + strings.Repeat("x", 1000) + `"}]}`
	deep := `{"persons": ` + strings.Repeat("[", 20_000) + strings.Repeat("]", 20_000) + `}`
	for _, tt := range []struct {
		name, in string
		o        interop.Options
		want     string
		is       error
	}{
		{"rejected", rows, interop.Options{MaxRejected: 3}, "popolo: 1:23: more than 3 rejected entries", interop.ErrLimit},
		{"row", long, interop.Options{MaxRow: 100}, "popolo: 1:14: an entry is longer than", interop.ErrLimit},
		{"depth", deep, interop.Options{}, "popolo: 1:10012: ", nil},
	} {
		_, report, err := Read(strings.NewReader(tt.in), Options{Options: tt.o})
		if err == nil || !strings.HasPrefix(err.Error(), tt.want) || tt.is != nil && !errors.Is(err, tt.is) {
			t.Errorf("%s: error %v, want %s", tt.name, err, tt.want)
		}
		if report.Rows != report.Kept+len(report.Rejected) {
			t.Errorf("%s: %v", tt.name, report)
		}
	}
}

func TestRead_RefusesWhatIsNoPopolo(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"":         "popolo: the input is empty; give the file itself",
		"[{}]":     `popolo: 1:1: a Popolo file is an object with lists such as "persons", not a list`,
		"\n \"x\"": `popolo: 2:2: a Popolo file is an object with lists such as "persons", not a string`,
		"<!doctype html>": "popolo: the input is a web page, not the file itself; " +
			"download the file, not the page about it",
		`{"persons": [{"id": "a"},`:    "popolo: 1:26: the text ends in the middle of a value",
		`{"persons": [{"id": "a"`:      "popolo: 1:24: the text ends in the middle of a value",
		"{\"persons\": [\n  {id: 1}]}": "popolo: 2:4: invalid character 'i' at start of string (expecting '\"')",
		`{} {}`:                        "popolo: 1:6: something follows the end of the file's object",
		"version https://git-lfs.github.com/spec/v1\n": "popolo: the input is a Git LFS pointer, " +
			"not the file itself; fetch the file with git lfs pull, or download it",
	} {
		_, _, err := Read(strings.NewReader(in), Options{})
		if err == nil {
			t.Errorf("%q: no error", in)
		} else if diff := cmp.Diff(want, err.Error()); diff != "" {
			t.Errorf("%q (-want +got):\n%s", in, diff)
		}
	}
	if _, _, err := Read(nil, Options{}); err == nil {
		t.Error("no reader: no error")
	}
}

func FuzzRead(f *testing.F) {
	f.Add(assembly(f))
	f.Add([]byte(`{"persons":[{"id":"a","memberships":[{"role":"x"}]}],"memberships":[{"person_id":"a","role":"x"}]}`))
	f.Add([]byte(`{"organizations":[{"id":"a","parent_id":"a"}],"events":[{"attendees":[{}]}]}`))
	f.Add([]byte(`{"persons":[{"name":"a","identifiers":[{"identifier":"1"},{"scheme":"popolo","identifier":"1"}]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		records, report, err := Read(bytes.NewReader(data), Options{})
		d := interoptest.Accept(t, records, report)
		if err == nil {
			format.KeepsSize(t, d)
		}
	})
}
