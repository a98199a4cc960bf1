package popolo

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/internal/interoptest"
	"github.com/google/go-cmp/cmp"
)

var format = interoptest.Format{
	Write: Write,
	Read: func(r io.Reader, source entente.Source) (entente.Records, interop.Report, error) {
		return Read(r, Options{Source: source})
	},
}

func TestWrite_ThereAndBackLosesNothingOfPopolo(t *testing.T) {
	t.Parallel()
	records, _, err := Read(bytes.NewReader(assembly(t)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := dataset(t, records)
	got, losses, text := format.ThereAndBack(t, want)
	interoptest.Golden(t, "testdata/assembly.written.json", text)
	// A person without an ID gets one, and so does the second with the same ID.
	if diff := cmp.Diff("cites of 2 officials; identifiers of 1 official", losses.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	interoptest.SameRecords(t, want, got, 2)
	if diff := cmp.Diff(compacted(want.Extra()), compacted(got.Extra())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// compacted returns an extra with its JSON without white space, by value: what has
// no ID is numbered in the order in which it is found not to be a posting.
func compacted(x entente.Extra) entente.Extra {
	x = interoptest.Compacted(x)
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
	interoptest.Golden(t, "testdata/losses.txt", format.LossesOfEmbedded(t))
}

func TestWrite_LosesOnlyWhatThePageNames(t *testing.T) {
	t.Parallel()
	for _, d := range []*entente.Dataset{entente.Article(), entente.Chronicle()} {
		_, losses := interoptest.Written(t, Write, d)
		interoptest.OnPage(t, losses)
	}
}

func TestWrite_IsDeterministic(t *testing.T) {
	t.Parallel()
	interoptest.IsDeterministic(t, Write, entente.Chronicle())
}

func TestWrite_ReturnsTheErrorOfItsWriter(t *testing.T) {
	t.Parallel()
	interoptest.ReturnsErrors(t, Write, entente.Chronicle(), 0, 5000)
	if _, err := Write(io.Discard, nil); err != nil {
		t.Errorf("no dataset: %v", err)
	}
}
