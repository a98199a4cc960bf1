package entente

import (
	"fmt"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLimits_Defaults(t *testing.T) {
	t.Parallel()
	none := math.MaxInt - 1 // room for one more
	for _, c := range []struct{ given, want Limits }{
		{Limits{}, Limits{Bytes: 1 << 30, Depth: 32, Records: 2_000_000, Elements: 40_000_000, Problems: 1000}},
		{Limits{Bytes: 1, Depth: 11, Records: 2, Problems: 3}, Limits{Bytes: 1, Depth: 11, Records: 2, Elements: 1_000_000, Problems: 3}},
		{Limits{Bytes: math.MaxInt64, Elements: 4, Pairs: 5}, Limits{Bytes: math.MaxInt64 - 1, Depth: 32, Records: 2_000_000, Elements: 4, Pairs: 5, Problems: 1000}},
		{Limits{Bytes: -1, Depth: -1, Records: -1, Pairs: -1, Problems: -1},
			Limits{Bytes: math.MaxInt64 - 1, Depth: 10_000, Records: none, Elements: none, Pairs: none, Problems: none}},
		{Limits{Depth: 3}, Limits{Bytes: 1 << 30, Depth: 10, Records: 2_000_000, Elements: 40_000_000, Problems: 1000}},
		{Limits{Depth: 10_001}, Limits{Bytes: 1 << 30, Depth: 10_000, Records: 2_000_000, Elements: 40_000_000, Problems: 1000}},
	} {
		if diff := cmp.Diff(c.want, c.given.orDefaults()); diff != "" {
			t.Errorf("%+v (-want +got):\n%s", c.given, diff)
		}
	}
}

// Files are read apart from each other, and in any order.
func TestDecodeFile_SharesNothing(t *testing.T) {
	t.Parallel()
	left := math.MaxInt
	s := new(Loader).settings()
	file := written(t, mustNew(t, small(nil)))
	first, err := s.decodeFile(file, 10, &left)
	if err != nil {
		t.Fatal(err)
	}
	second, err := s.decodeFile(file, 10, &left)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(fmt.Sprint(first.recs), fmt.Sprint(second.recs)); diff != "" || first.recs[0] == second.recs[0] {
		t.Errorf("the same file read twice (-first +second):\n%s", diff)
	}
	if _, err := s.decodeFile(file, len(first.recs)-1, &left); err == nil {
		t.Error("more records are read than there is room for")
	}
}

// A reader that does not say how much it has is read in rooms that grow.
func TestReadUpTo_ReadsWithoutKnownSize(t *testing.T) {
	t.Parallel()
	text := strings.Repeat("0123456789", 1000)
	for _, size := range []int64{-1, 0, 1, 9_999, 10_000, 20_000} {
		for _, limit := range []int64{0, 9_999, 10_000, 1 << 40} {
			got, err := readUpTo(struct{ io.Reader }{strings.NewReader(text)}, size, limit)
			if want := text[:min(len(text), int(min(limit, 1<<20))+1)]; err != nil || string(got) != want {
				t.Errorf("of size %d, up to %d: %d bytes, %v; want %d", size, limit, len(got), err, len(want))
			}
		}
	}
}
