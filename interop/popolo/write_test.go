package popolo

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/google/go-cmp/cmp"
)

// thereAndBack writes a dataset that was read, and reads it again.
func thereAndBack(t testing.TB, d *entente.Dataset) (*entente.Dataset, interop.Losses, []byte) {
	t.Helper()
	var b bytes.Buffer
	losses, err := Write(&b, d)
	if err != nil {
		t.Fatal(err)
	}
	var source entente.Source
	for s := range d.Sources() {
		source = s
	}
	records, report, err := Read(bytes.NewReader(b.Bytes()), Options{Source: source})
	if err != nil || len(report.Rejected) > 0 {
		t.Fatalf("%v, %v\n%s", err, remarks(report), b.Bytes())
	}
	return dataset(t, records), losses, b.Bytes()
}

func TestWrite_ThereAndBackLosesNothingOfPopolo(t *testing.T) {
	t.Parallel()
	records, _, err := Read(bytes.NewReader(assembly(t)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := dataset(t, records)
	got, losses, text := thereAndBack(t, want)
	golden(t, "assembly.written.json", string(text))
	// A person without an ID gets one, and so does the second with the same ID.
	if diff := cmp.Diff("cites of 2 officials; identifiers of 1 official", losses.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	differ := 0
	for r := range want.All() {
		other, ok := got.Record(r.AsFact().ID)
		if !ok {
			t.Errorf("%v is lost", r)
		} else if diff := cmp.Diff(r, other); diff != "" {
			if differ++; differ > 2 {
				t.Errorf("%v (-want +got):\n%s", r, diff)
			}
		}
	}
	if diff := cmp.Diff(compacted(want.Extra()), compacted(got.Extra())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// compacted returns an extra with its JSON without white space, by value: what has
// no ID is numbered in the order in which it is found not to be a posting.
func compacted(x entente.Extra) entente.Extra {
	for i := range x {
		var v = jsontext.Value(x[i].Value)
		if v.Compact() == nil {
			x[i].Value = string(v)
		}
	}
	slices.SortFunc(x, func(a, b entente.KeyValue) int { return strings.Compare(a.Value, b.Value) })
	for i := range x {
		if strings.HasPrefix(x[i].Key, "memberships:-") {
			x[i].Key = "memberships:-"
		}
	}
	return x
}

func TestWrite_CountsLossesOfTheEmbeddedData(t *testing.T) {
	t.Parallel()
	text := ""
	for _, d := range []*entente.Dataset{entente.Article(), entente.Chronicle()} {
		again, losses, _ := thereAndBack(t, d)
		for _, l := range losses {
			text += fmt.Sprintln(l)
		}
		text += fmt.Sprintln(again)
	}
	golden(t, "losses.txt", text)
}

func TestWrite_LosesOnlyWhatThePageNames(t *testing.T) {
	t.Parallel()
	page, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range []*entente.Dataset{entente.Article(), entente.Chronicle()} {
		losses, err := Write(io.Discard, d)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range losses {
			if !bytes.Contains(page, []byte(l.Member)) {
				t.Errorf("the page does not name %v", l)
			}
		}
	}
}

func TestWrite_IsDeterministic(t *testing.T) {
	t.Parallel()
	var a, b bytes.Buffer
	if _, err := Write(&a, entente.Chronicle()); err != nil {
		t.Fatal(err)
	}
	if _, err := Write(&b, entente.Chronicle()); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("two texts of one dataset differ")
	}
}

func TestWrite_ReturnsTheErrorOfItsWriter(t *testing.T) {
	t.Parallel()
	broken := errors.New("broken")
	if _, err := Write(failing{broken}, entente.Chronicle()); !errors.Is(err, broken) {
		t.Errorf("error %v", err)
	}
	if _, err := Write(nil, entente.Chronicle()); err == nil {
		t.Error("no writer: no error")
	}
	if _, err := Write(new(bytes.Buffer), nil); err != nil {
		t.Errorf("no dataset: %v", err)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }
