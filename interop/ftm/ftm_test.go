package ftm

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

func group(t testing.TB) []byte {
	t.Helper()
	return interoptest.File(t, "testdata/group.ftm.json")
}

// dataset makes a dataset of what was read, and checks that it can be loaded.
func dataset(t testing.TB, records entente.Records) *entente.Dataset {
	t.Helper()
	return interoptest.Dataset(t, records)
}

func TestRead_KeepsEveryEntityOrSaysWhy(t *testing.T) {
	t.Parallel()
	records, report, err := Read(bytes.NewReader(group(t)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if _, err := interoptest.Accept(t, records, report).WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	interoptest.Golden(t, "testdata/group.entente.json", b.String())
	interoptest.Golden(t, "testdata/group.report.txt", interoptest.Remarks(report))
}

// sound returns the lines of the group that are entities.
func sound(t testing.TB) []byte {
	lines := bytes.SplitAfter(group(t), []byte("\n"))
	return bytes.Join(lines[:25], nil)
}

func TestRead_TakesAListAsWellAsLines(t *testing.T) {
	t.Parallel()
	want, _, err := Read(bytes.NewReader(sound(t)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	list := "[" + strings.ReplaceAll(strings.TrimSpace(string(sound(t))), "\n", ",\n") + "]"
	for name, r := range map[string]*strings.Reader{
		"list": strings.NewReader(list), "byte-order mark": strings.NewReader("\uFEFF" + string(sound(t))),
		"CRLF": strings.NewReader(strings.ReplaceAll(string(sound(t)), "\n", "\r\n")),
	} {
		got, _, err := Read(iotest.OneByteReader(r), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if !dataset(t, got).Equal(dataset(t, want)) {
			t.Errorf("%s: read otherwise", name)
		}
	}
}

func TestRead_CitesTheGivenSource(t *testing.T) {
	t.Parallel()
	source := entente.Source{ID: "list", Title: entente.English("A list"), URL: "https://example.org/"}
	records, _, err := Read(bytes.NewReader(sound(t)), Options{Source: source})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]entente.Source{source}, records.Sources); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := records.Officials[0].Cites[0]; got.Source != "list" || got.Locator != "NK-aB1" {
		t.Errorf("cites %v", got)
	}
}

func TestRead_EndsAtItsLimits(t *testing.T) {
	t.Parallel()
	long := `{"id": "` + strings.Repeat("x", 1000) + `"}`
	for _, tt := range []struct {
		name, in string
		o        interop.Options
		want     string
		is       error
	}{
		{"rejected lines", strings.Repeat("x\n", 10), interop.Options{MaxRejected: 3},
			"ftm: 4:1: more than 3 rejected entities", interop.ErrLimit},
		{"first rejected", "1\n1", interop.Options{MaxRejected: -1}, "ftm: 1:1: more than 0 rejected", interop.ErrLimit},
		{"row", "\n" + long, interop.Options{MaxRow: 100}, "ftm: 2:1: an entry is longer than", interop.ErrLimit},
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

func TestRead_RefusesWhatIsNoFollowTheMoney(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"":                       "ftm: the input is empty; give the file itself",
		"<!doctype html>":        "ftm: the input is a web page, not the file itself; download the file, not the page about it",
		`[{"id": "a"}, x]`:       "ftm: 1:15: invalid character 'x' at start of value",
		"[{\"id\": \"a\"},\n{":   "ftm: 2:2: the text ends in the middle of a value",
		"PK\x03\x04\x00\x00\x00": "ftm: the input is a ZIP archive or a workbook such as .xlsx; unpack it, or save the sheet as CSV",
	} {
		_, _, err := Read(strings.NewReader(in), Options{})
		if err == nil {
			t.Errorf("%q: no error", in)
		} else if diff := cmp.Diff(want, err.Error()); diff != "" {
			t.Errorf("%q (-want +got):\n%s", in, diff)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(group(f))
	f.Add([]byte(`{"id":"a","schema":"Person","properties":{"position":["x","x"]}}` + "\n{"))
	f.Add([]byte(`[{"id":"a","schema":"Company","properties":{"parent":["a"]}},{"id":"b","schema":"Event"}]`))
	f.Fuzz(func(t *testing.T, data []byte) {
		records, report, err := Read(bytes.NewReader(data), Options{})
		d := interoptest.Accept(t, records, report)
		if err == nil {
			format.KeepsSize(t, d)
		}
	})
}
