package bulletin_test

import (
	"errors"
	"flag"
	"os"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/examples/reader/bulletin"
	"github.com/entente-go/entente/interop"
)

var _ = flag.Bool("update", false, "nothing: there is no golden file")

// accept fails the test unless the report adds up and the records are sound.
func accept(t *testing.T, records entente.Records, report interop.Report) *entente.Dataset {
	t.Helper()
	if report.Rows != report.Kept+len(report.Rejected) || report.Kept != len(records.Exercises) {
		t.Fatalf("the report does not add up: %+v", report)
	}
	d, err := entente.New(records)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestRead_MakesExercisesOfPortCalls(t *testing.T) {
	t.Parallel()
	file, err := os.Open("testdata/2023.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	records, report, err := bulletin.Read(file, interop.Options{})
	if err != nil {
		t.Fatal(err)
	}
	d := accept(t, records, report)
	want := interop.Report{
		Rows: 4, Kept: 3, Records: map[entente.Kind]int{entente.KindExercise: 3},
		Repaired: []interop.Remark{{Line: 25, Column: 5, Reason: "it ends before it starts; kept as words under timing"}},
		Rejected: []interop.Remark{{Line: 18, Column: 7, Reason: "no state under Port"}},
	}
	if diff := cmp.Diff(want, report); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	x, _ := d.Exercise("port-call-surcouf-2023-10-02")
	if x.When != edtf.MustParsePeriod("2023-10-02/2023-10-06") || len(x.Contingents) != 3 ||
		x.Contingents[1].Role != entente.RoleHost {
		t.Errorf("%+v", x)
	}
	if pilot, _ := x.Extra.Get("Pilot"); pilot != "Tanaka" {
		t.Errorf("extra: %v", x.Extra)
	}
}

func TestRead_RejectsWhatIsNotSound(t *testing.T) {
	t.Parallel()
	for entry, want := range map[string]string{
		"Of: FR\nPort: x, JP":                                "3: no ship",
		"Ship: A\nOf: Narnia\nPort: x, JP":                   `4:5: "Narnia" is no state`,
		"Ship: A\nOf: FR\nPort: x, JP\nFrom: 2/10/2023":      `6:7: "2/10/2023" is no date; write 2 October 2023`,
		"Ship: A\nOf: FR\nPort: x, JP\nWith: JP; ":           "6:7: no state under With",
		"Ship: A\u202e\nOf: FR\nPort: x, JP\nFrom: May 2023": "3:7: a character that cannot be read; type the line anew",
	} {
		records, report, err := bulletin.Read(strings.NewReader("PORT CALLS\n\n"+entry), interop.Options{})
		if err != nil {
			t.Fatal(err)
		}
		accept(t, records, report)
		if len(report.Rejected) != 1 || report.Rejected[0].String() != want {
			t.Errorf("%q: got %v, want %s", entry, report.Rejected, want)
		}
	}
}

func TestRead_RefusesWhatIsNoBulletin(t *testing.T) {
	t.Parallel()
	const head = "PORT CALLS\n\n"
	for text, want := range map[string]error{
		"":                                      interop.ErrFormat,
		"id,name\n":                             interop.ErrFormat,
		strings.Repeat("x", 99) + "\n":          interop.ErrLimit,
		head + strings.Repeat("Ship: x\n\n", 3): interop.ErrLimit,
		head + strings.Repeat("Ship: x\n", 9):   interop.ErrLimit,
	} {
		records, _, err := bulletin.Read(strings.NewReader(text), interop.Options{MaxRejected: 2, MaxRow: 50})
		if !errors.Is(err, want) || len(records.Exercises) > 0 {
			t.Errorf("%.20q: got %v, want %v", text, err, want)
		}
	}
	broken := errors.New("broken")
	if _, _, err := bulletin.Read(iotest.ErrReader(broken), interop.Options{}); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("PORT CALLS\n\nShip: A\nOf: FR\nPort: x, JP\nFrom: 2 October 2023\nTo: October 2023\nWith: JP; JP\nShip: B\n: x\n")
	f.Fuzz(func(t *testing.T, text string) {
		records, report, err := bulletin.Read(strings.NewReader(text), interop.Options{})
		if err == nil {
			accept(t, records, report)
		}
	})
}
