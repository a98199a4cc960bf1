package interoptest

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/google/go-cmp/cmp"
)

// A Write writes a dataset in a format.
type Write = func(io.Writer, *entente.Dataset) (interop.Losses, error)

// Written returns what w writes, and what it loses.
func Written(t testing.TB, w Write, d *entente.Dataset) (string, interop.Losses) {
	t.Helper()
	var b bytes.Buffer
	losses, err := w(&b, d)
	if err != nil {
		t.Fatal(err)
	}
	return b.String(), losses
}

// IsDeterministic fails the test if w writes the dataset in two ways.
func IsDeterministic(t testing.TB, w Write, d *entente.Dataset) {
	t.Helper()
	a, _ := Written(t, w, d)
	if b, _ := Written(t, w, d); a != b {
		t.Error("two texts of one dataset differ")
	}
}

// OnPage fails the test for each loss that the package's documentation does not
// name.
func OnPage(t testing.TB, losses interop.Losses) {
	t.Helper()
	page := File(t, "doc.go")
	for _, l := range losses {
		if !bytes.Contains(page, []byte(l.Member)) {
			t.Errorf("the page does not name %v", l)
		}
	}
}

// ReturnsErrors fails the test unless w returns the error of a writer that takes
// each of these numbers of bytes, and one for no writer.
func ReturnsErrors(t testing.TB, w Write, d *entente.Dataset, taken ...int) {
	t.Helper()
	for _, n := range taken {
		if _, err := w(&full{n}, d); !errors.Is(err, errFull) {
			t.Errorf("after %d bytes: error %v", n, err)
		}
	}
	if _, err := w(nil, d); err == nil {
		t.Error("no error without a writer")
	}
}

var errFull = errors.New("full")

type full struct{ left int }

func (f *full) Write(b []byte) (int, error) {
	if f.left -= len(b); f.left < 0 {
		return 0, errFull
	}
	return len(b), nil
}

// A Format is one that is both read and written.
type Format struct {
	Write Write
	Read  func(r io.Reader, source entente.Source) (entente.Records, interop.Report, error)
	// MayBeEmpty says that an empty dataset is written as nothing, which Read refuses.
	MayBeEmpty bool
}

// ThereAndBack writes a dataset and reads it again.
func (f Format) ThereAndBack(t testing.TB, d *entente.Dataset) (again *entente.Dataset, l interop.Losses, text string) {
	t.Helper()
	text, l = Written(t, f.Write, d)
	if text == "" && f.MayBeEmpty {
		return new(entente.Dataset), l, ""
	}
	var source entente.Source
	for s := range d.Sources() {
		source = s
	}
	records, report, err := f.Read(strings.NewReader(text), source)
	if err != nil || len(report.Rejected) > 0 {
		t.Fatalf("%v, %v\n%s", err, Remarks(report), text)
	}
	return Dataset(t, records), l, text
}

// KeepsSize fails the test if a dataset has more or less when it is written and
// read again, and that is not among the losses.
func (f Format) KeepsSize(t testing.TB, d *entente.Dataset) {
	t.Helper()
	again, losses, text := f.ThereAndBack(t, d)
	if got, want := sizeOf(again, losses), sizeOf(d, nil); got != want {
		t.Errorf("there and back, %s become %s:\n%s", want, got, text)
	}
}

// sizeOf counts what a dataset has, with what was lost on the way.
func sizeOf(d *entente.Dataset, losses interop.Losses) string {
	postings, extra := 0, len(d.Extra())
	for o := range d.Officials() {
		postings += len(o.Postings)
	}
	for _, l := range losses {
		if l.Kind == 0 && l.Member == "extra" {
			extra += l.Records
		}
	}
	return fmt.Sprint(d.Len(), " records, ", postings, " postings, ", extra, " entries of extra")
}

// LossesOfEmbedded returns as lines what the embedded data lose there and back,
// and what is left of them.
func (f Format) LossesOfEmbedded(t testing.TB) string {
	t.Helper()
	text := ""
	for _, d := range []*entente.Dataset{entente.Article(), entente.Chronicle()} {
		again, losses, _ := f.ThereAndBack(t, d)
		for _, l := range losses {
			text += fmt.Sprintln(l)
		}
		text += fmt.Sprintln(again)
	}
	return text
}

// SameRecords fails the test for each record that is lost, and for those that
// differ beyond the number of records that may.
func SameRecords(t testing.TB, want, got *entente.Dataset, mayDiffer int) {
	t.Helper()
	differ := 0
	for r := range want.All() {
		other, ok := got.Record(r.AsFact().ID)
		if !ok {
			t.Errorf("%v is lost", r)
		} else if diff := cmp.Diff(r, other); diff != "" {
			if differ++; differ > mayDiffer {
				t.Errorf("%v (-want +got):\n%s", r, diff)
			}
		}
	}
}

// Compacted returns an extra with its JSON without white space.
func Compacted(x entente.Extra) entente.Extra {
	for i := range x {
		v := jsontext.Value(x[i].Value)
		if v.Compact() == nil {
			x[i].Value = string(v)
		}
	}
	return x
}
