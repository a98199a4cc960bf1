package dayset

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/entente-go/entente/edtf"
)

// slow has the days one by one.
type slow map[edtf.Day]bool

func daysOf(lists ...[]edtf.Span) slow {
	all := make(slow)
	for _, list := range lists {
		for _, s := range list {
			for d := s.First; d <= s.Last; d++ {
				all[d] = true
			}
		}
	}
	return all
}

func TestSets_AgreeWithDaysOneByOne(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	list := func() (list []edtf.Span) {
		for range r.IntN(5) {
			first := edtf.Day(r.IntN(30))
			list = append(list, edtf.Span{First: first, Last: first + edtf.Day(r.IntN(6))})
		}
		return list
	}
	for range 5000 {
		a, b := list(), list()
		before := slices.Clone(a)
		x, y, both := Union(a), Union(b), Union(a, b)
		if !slices.Equal(a, before) {
			t.Fatalf("Union changed %v to %v", before, a)
		}
		inA, inB, inAnd, inBoth := daysOf(a), daysOf(b), daysOf(x.And(y)), daysOf(both)
		for d := range edtf.Day(40) {
			if inAnd[d] != (inA[d] && inB[d]) {
				t.Fatalf("day %d of %v and %v: %v", d, x, y, inAnd[d])
			}
			if inBoth[d] != (inA[d] || inB[d]) {
				t.Fatalf("day %d of %v and %v together: %v", d, a, b, inBoth[d])
			}
		}
		if got := x.Meets(y); got != (len(x.And(y)) > 0) {
			t.Fatalf("%v meets %v: %v", x, y, got)
		}
		for i := 1; i < len(both); i++ {
			if both[i-1].Last >= both[i].First {
				t.Fatalf("runs of %v overlap", both)
			}
		}
	}
}
