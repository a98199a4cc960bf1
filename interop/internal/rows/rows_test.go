package rows

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/entente-go/entente/interop"
	"github.com/google/go-cmp/cmp"
)

// all reads everything, and gives each cell of column b with its place.
func all(t *testing.T, text string, o interop.Options) (cells []string, in *Reader) {
	t.Helper()
	in, err := NewReader(strings.NewReader(text), o, "a", "b")
	if err != nil {
		t.Fatal(err)
	}
	for in.Next() {
		b := in.Column("b")
		line, column := in.Place(b)
		cells = append(cells, fmt.Sprintf("%d:%d %s", line, column, in.Cell(b)))
	}
	return cells, in
}

func TestNext_GivesCellsWithTheirPlace(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"LF", "a,b\n1,x\n2,y\n", "2:3 x|3:3 y"},
		{"CR LF", "a,b\r\n1,x\r\n2,y", "2:3 x|3:3 y"},
		{"CR alone", "a,b\r1,x\r2,y\r", "2:3 x|3:3 y"},
		{"blank rows", "a,b\n\n1,x\n,\n \n2,y\n", "3:3 x|6:3 y"},
		{"quoted", "a,b\n\"1\n1\",\"x, \"\"y\"\"\"\n2,z\n", "3:4 x, \"y\"|4:3 z"},
		{"short row", "a,b,c\n1,x\n2\n", "2:3 x|3:0 "},
		{"long blank row", "a,b\n1,x,,,\n", "2:3 x"},
		{"byte-order mark", "\ufeffa,b\n1,x\n", "2:3 x"},
		{"other case", "A,B\n1,x\n", "2:3 x"},
		{"space around", "a, b \n1, x \n", "2:3 x"},
		{"line break in a cell", "a,b\n1,\"x\ny\"\n", "2:3 x y"},
	} {
		cells, in := all(t, test.text, interop.Options{})
		if diff := cmp.Diff(test.want, strings.Join(cells, "|")); diff != "" || in.Err() != nil {
			t.Errorf("%s: %v (-want +got)\n%s", test.name, in.Err(), diff)
		}
	}
}

func TestReport_CountsEveryRow(t *testing.T) {
	_, in := all(t, "a,b\n1,x\n2,y\"\n3,y,z\n\"4\"x,y\n5,y\n", interop.Options{})
	want := interop.Report{Rows: 5, Kept: 2, Rejected: []interop.Remark{
		{Line: 3, Column: 4, Reason: "a quotation mark in a cell that does not begin with one"},
		{Line: 4, Column: 5, Reason: "3 cells under 2 columns"},
		{Line: 5, Column: 3, Reason: "a quotation mark within a cell that is not doubled, or one that is never closed"},
	}}
	if diff := cmp.Diff(want, in.Report()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestReport_NamesShortRows(t *testing.T) {
	_, in := all(t, "a,b,c\n1,x,\n2,y\n", interop.Options{})
	want := []interop.Remark{{Line: 3, Reason: "only 2 cells under 3 columns, as in a file cut short; the others count as blank"}}
	if diff := cmp.Diff(want, in.Report().Repaired); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestReport_SaysWhatWasChangedOnTheWay(t *testing.T) {
	_, in := all(t, "a,b\n1,C\xf4te\n2,x\x01y\n", interop.Options{})
	report := in.Report()
	if report.Kept != 2 || len(report.Repaired) != 2 {
		t.Fatalf("%v %v", report, report.Repaired)
	}
	if got := report.Repaired[1].String(); got != "3:3: characters that cannot be seen were left out" {
		t.Error(got)
	}
}

func TestWhole_KeepsLinesAndTabs(t *testing.T) {
	const left = "characters that cannot be seen were left out"
	for _, test := range []struct{ cell, line, lineSaid, whole, wholeSaid string }{
		{"x", "x", "", "x", ""},
		{" a\n\tb ", "a  b", "line breaks and tabs became spaces", "a\n\tb", ""},
		{"a\r\nb\rc", "a b c", "line breaks and tabs became spaces", "a\nb\nc", ""},
		{"a\u2028b\u0085c", "a b c", "line breaks and tabs became spaces", "a\nb\nc", ""},
		{"a\x01\nb", "a b", "line breaks and tabs became spaces, and " + left, "a\nb", left},
		{"a\u202eb", "ab", left, "ab", left},
	} {
		for name, want := range map[string]struct {
			get          func(*Reader, int) string
			cell, reason string
		}{"cell": {(*Reader).Cell, test.line, test.lineSaid}, "whole": {(*Reader).Whole, test.whole, test.wholeSaid}} {
			in, err := NewReader(strings.NewReader("a\n\""+test.cell+"\"\n"), interop.Options{})
			if err != nil {
				t.Fatal(err)
			}
			in.Next()
			if got := want.get(in, 0); got != want.cell || want.get(in, 0) != got {
				t.Errorf("%s of %q: %q, want %q", name, test.cell, got, want.cell)
			}
			var said []string
			for _, r := range in.Report().Repaired {
				said = append(said, r.Reason)
			}
			if got := strings.Join(said, "|"); got != want.reason {
				t.Errorf("%s of %q: said %q, want %q", name, test.cell, got, want.reason)
			}
		}
	}
}

func TestNewReader_RefusesWhatIsNoTable(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"", "empty"},
		{"\n\n", "empty"},
		{"a,\"b\n", "in the header"},
		{"a,c\n", "the header lacks b"},
		{"x\n", "the header lacks a, b"},
		{"a;b\n", "separated by semicolons; write commas"},
		{"a\tb\n", "separated by tabs; write commas"},
		{"a,b,A\n", `1:5: the header has the column "A" twice`},
		{"<!DOCTYPE html><html>", "web page"},
		{"{\"format\": \"entente/1\"}", "it is JSON already, not a table"},
		{"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n", "LFS"},
	} {
		_, err := NewReader(strings.NewReader(test.text), interop.Options{}, "a", "b")
		if !errors.Is(err, interop.ErrFormat) || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%q: %v, want %q", test.text, err, test.want)
		}
	}
}

func TestNewSheetReader_ReadsOnBelowAHeading(t *testing.T) {
	const heading = "Visits of 2024"
	for _, test := range []struct{ text, columns, repaired string }{
		{heading + ";;\na;b;c\n1;2;3\n", "a b c", "1: this is no header; the columns are those of line 2"},
		{heading + ", all;;\n;;\nSheet 1;;\na;b;c\n1;2;3\n", "a b c", "1: this is no header; the columns are those of line 4"},
		{heading + "\n\na\tb\n1\t2\n", "a b", "1: this is no header; the columns are those of line 3"},
		{"a,b\n1,2\n", "a b", ""},
		{"a\n1\n", "a", ""},
	} {
		in, err := NewSheetReader(strings.NewReader(test.text), interop.Options{})
		if err != nil {
			t.Fatal(err)
		}
		var repaired []string
		for _, r := range in.Report().Repaired {
			repaired = append(repaired, r.String())
		}
		columns := strings.Join(in.Columns(), " ")
		if columns != test.columns || strings.Join(repaired, "|") != test.repaired || test.repaired != "" && !in.Next() {
			t.Errorf("%q: columns %s, %q", test.text, columns, repaired)
		}
	}
}

func TestNext_EndsAtLimits(t *testing.T) {
	bad := "a,b\n" + strings.Repeat("1,x\"\n", 5)
	for _, test := range []struct {
		name, text string
		o          interop.Options
		rows       int
	}{
		{"rejected", bad, interop.Options{MaxRejected: 3}, 4},
		{"first rejected", bad, interop.Options{MaxRejected: -1}, 1},
		{"long row", "a,b\n1," + strings.Repeat("x", 100) + "\n", interop.Options{MaxRow: 50}, 0},
		{"never closed", "a,b\n1,x\n2,\"" + strings.Repeat("x\n", 200_000), interop.Options{MaxRow: 1000}, 1},
	} {
		_, in := all(t, test.text, test.o)
		if !errors.Is(in.Err(), interop.ErrLimit) || in.Report().Rows != test.rows {
			t.Errorf("%s: %v after %d rows, want %d", test.name, in.Err(), in.Report().Rows, test.rows)
		}
	}
}

func TestNext_GivesErrorsOfTheInput(t *testing.T) {
	want := errors.New("broken")
	in, err := NewReader(io.MultiReader(strings.NewReader("a,b\n1,x\n"), iotest.ErrReader(want)), interop.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for in.Next() {
	}
	if !errors.Is(in.Err(), want) {
		t.Error(in.Err())
	}
}

func TestReject_CountsARowOnce(t *testing.T) {
	in, err := NewReader(strings.NewReader("a,b\n1,x\n2,y\n"), interop.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for in.Next() {
		in.Reject(0, "first")
		in.Reject(1, "second")
		if !in.Rejected() {
			t.Error("not rejected")
		}
	}
	if got := in.Report(); got.Kept != 0 || len(got.Rejected) != 2 || got.Rejected[1].Reason != "first" {
		t.Errorf("%+v", got)
	}
}

func TestLines_TurnEveryLineEndIntoLF(t *testing.T) {
	for _, text := range []string{"", "\r", "\n", "\r\n", "\r\r", "\n\r", "a\r\nb\rc\nd", "\r\n\r\r\n", "abc", "x\r\n\r\ny\r"} {
		want := strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
		for name, r := range map[string]io.Reader{
			"whole": strings.NewReader(text), "bytes": iotest.OneByteReader(strings.NewReader(text)),
			"halves": iotest.HalfReader(strings.NewReader(text)), "with EOF": iotest.DataErrReader(strings.NewReader(text)),
		} {
			got, err := io.ReadAll(&lines{r: r})
			if err != nil || string(got) != want {
				t.Errorf("%s %q: %q %v, want %q", name, text, got, err, want)
			}
		}
	}
}

func FuzzLines(f *testing.F) {
	f.Add("a\r\nb\rc\nd", 3)
	f.Fuzz(func(t *testing.T, text string, at int) {
		if at < 0 || at > len(text) {
			return
		}
		got, err := io.ReadAll(&lines{r: io.MultiReader(strings.NewReader(text[:at]), strings.NewReader(text[at:]))})
		want := strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
		if err != nil || string(got) != want {
			t.Errorf("%q %v, want %q", got, err, want)
		}
	})
}
