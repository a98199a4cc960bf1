package interop_test

import (
	"encoding/json"
	"testing"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop"
	"github.com/google/go-cmp/cmp"
)

func TestReport_EncodesListsWithoutRemarksAsEmpty(t *testing.T) {
	got, err := json.Marshal(interop.Report{})
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"rows":0,"kept":0,"records":{},"repaired":[],"rejected":[],"lost":[]}`
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestReport_ReadsWhatItWrites(t *testing.T) {
	want := interop.Report{
		Rows: 3, Kept: 2,
		Records:  map[entente.Kind]int{entente.KindExercise: 2, entente.KindBloc: 1},
		Repaired: []interop.Remark{{Line: 2, Column: 5, Reason: "it ends before it starts"}},
		Rejected: []interop.Remark{{Line: 3, Reason: "too short"}},
	}
	data, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	var got interop.Report
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestReport_StringCountsInWords(t *testing.T) {
	for _, test := range []struct {
		report interop.Report
		want   string
	}{
		{interop.Report{}, "0 rows: 0 kept, 0 rejected"},
		{interop.Report{Rows: 1, Kept: 1}, "1 row: 1 kept, 0 rejected"},
		{interop.Report{
			Rows: 3, Kept: 2, Rejected: make([]interop.Remark, 1), Repaired: make([]interop.Remark, 2),
			Lost:    make([]interop.Remark, 2),
			Records: map[entente.Kind]int{entente.KindExercise: 2, entente.KindBloc: 1, entente.KindSeries: 2},
		}, "3 rows: 2 kept, 1 rejected; 2 repairs; 2 losses; 1 bloc, 2 series, 2 exercises"},
	} {
		if got := test.report.String(); got != test.want {
			t.Errorf("got  %s\nwant %s", got, test.want)
		}
	}
}

func TestRemark_StringBeginsWithItsPlace(t *testing.T) {
	for _, test := range []struct {
		remark interop.Remark
		want   string
	}{
		{interop.Remark{12, 3, "why"}, "12:3: why"},
		{interop.Remark{12, 0, "why"}, "12: why"},
		{interop.Remark{0, 0, "why"}, "why"},
	} {
		if got := test.remark.String(); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}
