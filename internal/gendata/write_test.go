package main

import (
	"flag"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden file under testdata")

func TestSource_IsWhatIsCheckedIn(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"article", "chronicle"} {
		want, err := source(name, "../../data")
		if err != nil {
			t.Fatal(err)
		}
		have, err := os.ReadFile("../../" + name + "_data.go")
		if err != nil {
			t.Fatal(err)
		}
		if string(have) != string(want) {
			t.Errorf("%s_data.go is out of date: run go generate ./... in the root", name)
		}
	}
}

type thing struct {
	base
	Name  words
	Stays []stay
	Score []complex128
}

type words struct{ packed string }

type base struct {
	ID   string
	When edtf.Period
	Kind entente.Kind
}

type stay struct {
	At     string
	Period edtf.Period
	Days   []int
}

type namer interface{ name() string }

func (t *thing) name() string { return t.ID }

type small struct {
	things []namer
	byID   map[string]int
	rows   [][]uint32
	counts [3]int8
	when   []edtf.Period
	open   bool
}

func TestWrite_LeavesMapsOut(t *testing.T) {
	t.Parallel()
	p := edtf.MustParsePeriod
	in := &small{
		things: []namer{
			&thing{base: base{ID: "a", When: p("2024-10"), Kind: entente.KindNation}, Name: words{"A \u200f"}},
			&thing{base: base{ID: "b"}, Stays: []stay{{At: "x", Days: []int{0, 2}}, {Period: p("2023/..")}}},
			&thing{base: base{ID: "c"}, Stays: []stay{{At: "y"}}},
		},
		byID:   map[string]int{"a": 1},
		rows:   [][]uint32{{1, 0}, nil},
		counts: [3]int8{0, -1, 0},
		when:   []edtf.Period{{}, p("2022")},
		open:   true,
	}
	got, err := write("small", reflect.ValueOf(in).Elem())
	if err != nil {
		t.Fatal(err)
	}
	const golden = "testdata/small.go.txt"
	if *update {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s has changed; if you mean it, run go test -update (-golden +got):\n%s", golden, diff)
	}
}

func TestWrite_RefusesWhatItCannotWrite(t *testing.T) {
	t.Parallel()
	in := &small{things: []namer{&thing{Score: []complex128{1}}}}
	if _, err := write("small", reflect.ValueOf(in).Elem()); err == nil || !strings.Contains(err.Error(), "complex128") {
		t.Errorf("the error is %v", err)
	}
}
