package interop_test

import (
	"encoding/json"
	"testing"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop"
	"github.com/google/go-cmp/cmp"
)

func TestLosses_CountByKindAndMember(t *testing.T) {
	t.Parallel()
	var l interop.Losses
	l.Add(entente.KindExercise, "topics")
	l.Add(entente.KindExercise, "topics")
	l.Add(entente.KindAssessment, "")
	l.AddN(0, "coverage", 3)
	l.AddN(0, "topics", 0)
	l.Add(entente.KindExercise, "basis")
	want := interop.Losses{
		{Member: "coverage", Records: 3}, {Kind: entente.KindExercise, Member: "basis", Records: 1},
		{Kind: entente.KindExercise, Member: "topics", Records: 2}, {Kind: entente.KindAssessment, Records: 1},
	}
	if diff := cmp.Diff(want, l); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got, want := l.String(), "coverage; basis of 1 exercise; topics of 2 exercises; 1 assessment"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := (interop.Losses{}).String(); got != "nothing lost" {
		t.Errorf("got %q", got)
	}
	data, err := json.Marshal(l[:2])
	const inJSON = `[{"member":"coverage","records":3},{"kind":"exercise","member":"basis","records":1}]`
	if err != nil || string(data) != inJSON {
		t.Errorf("got %s, %v", data, err)
	}
}
