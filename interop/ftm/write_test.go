package ftm

import (
	"bytes"
	"io"
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
	MayBeEmpty: true,
}

func TestWrite_ThereAndBackLosesNothingOfFollowTheMoney(t *testing.T) {
	t.Parallel()
	records, _, err := Read(bytes.NewReader(sound(t)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := dataset(t, records)
	got, losses, text := format.ThereAndBack(t, want)
	interoptest.Golden(t, "testdata/group.written.json", text)
	// The second entity with an ID gets another.
	if diff := cmp.Diff("cites of 1 official; identifiers of 1 official", losses.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	interoptest.SameRecords(t, want, got, 1)
	if diff := cmp.Diff(interoptest.Compacted(want.Extra()), interoptest.Compacted(got.Extra())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
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

// An extra of another format has no properties of an entity.
func TestWrite_WritesOnlyExtraOfFollowTheMoney(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		scheme, want, lost string
	}{
		{"wikidata", `{"id":"a","schema":"Person","properties":{"name":["A"],"country":["fr"]}}` + "\n",
			"extra of 1 official; identifiers of 1 official; name.language of 1 official"},
		{Scheme, `{"id":"Q1","schema":"Person","properties":{"name":["A"],"Weather":["fine"],"country":["FR"]}}` + "\n",
			"name.language of 1 official"},
	} {
		o := entente.Official{Name: entente.English("A"), Nation: "FR"}
		o.ID, o.Basis, o.Cites = "a", entente.BasisReported, []entente.Citation{{Source: "s"}}
		o.Identifiers = []entente.Identifier{{Scheme: test.scheme, Value: "Q1"}}
		o.Extra = entente.Extra{{Key: "Weather", Value: "fine"}, {Key: "country", Value: "FR"}}
		d := dataset(t, entente.Records{Sources: []entente.Source{{ID: "s"}}, Officials: []entente.Official{o}})
		text, losses := interoptest.Written(t, Write, d)
		if diff := cmp.Diff(test.want, text); diff != "" || losses.String() != test.lost {
			t.Errorf("%s: lost %v (-want +got)\n%s", test.scheme, losses, diff)
		}
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
