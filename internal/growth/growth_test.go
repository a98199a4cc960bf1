package growth

import (
	"math"
	"slices"
	"testing"
)

func floats(sizes []int) (list []float64) {
	for _, n := range sizes {
		list = append(list, float64(n))
	}
	return list
}

func TestExponent_TellsLinearFromQuadratic(t *testing.T) {
	if !slices.IsSorted(Sizes()) {
		t.Error("the sizes do not rise")
	}
	sizes := floats(Sizes())
	for _, test := range []struct {
		name  string
		f     func(n float64) float64
		least float64
		most  float64
	}{
		{"constant", func(n float64) float64 { return 5e5 }, -0.01, 0.01},
		{"linear", func(n float64) float64 { return 5e5 + 30*n }, 0.99, 1.01},
		{"n log n", func(n float64) float64 { return 1e4 + 30*n*math.Log2(n) }, 1.01, Most},
		{"n to 1.5", func(n float64) float64 { return 5e5 + 30*n*math.Sqrt(n) }, 1.35, 1.55},
		{"quadratic", func(n float64) float64 { return 5e5 + n*n }, 1.8, 2.05},
		{"quadratic beside what is linear", func(n float64) float64 { return 5e5 + 200*n + n*n }, 1.4, 2},
		{"cubic", func(n float64) float64 { return n * n * n }, 2.6, 3.1},
	} {
		var costs []float64
		for _, n := range sizes {
			costs = append(costs, test.f(n))
		}
		if e := Exponent(sizes, costs, 1); e < test.least || e > test.most {
			t.Errorf("%s: the exponent of %.0f at %v is %.2f; want %v to %v", test.name, costs, sizes, e, test.least, test.most)
		}
		least := test.least - 0.25
		if test.least > Most {
			least = max(least, Most)
		}
		if e := BytesExponent(sizes, costs, 1); e < least || e > test.most {
			t.Errorf("%s: the exponent of bytes of %.0f at %v is %.2f; want %v to %v", test.name, costs, sizes, e, least, test.most)
		}
	}
}

// Append in all its sizes of element is linear, and square work is not.
func TestMeasure_TellsAppendFromSquareWork(t *testing.T) {
	var kept any
	grown := func(n int) { // one element at a time
		var list []int
		for i := range n {
			list = append(list, i)
		}
		kept = list
	}
	wide := func(n int) {
		var list [][12]int
		for range n {
			list = append(list, [12]int{})
		}
		kept = list
	}
	mapped := func(n int) {
		m := make(map[int]int)
		for i := range n {
			m[i] = i
		}
		kept = m
	}
	square := func(n int) { // a slice of all before, for each
		for i := range n {
			kept = make([]byte, i)
		}
	}
	for _, test := range []struct {
		name string
		do   func(n int)
		is   bool // too much
	}{{"append", grown, false}, {"append of large elements", wide, false}, {"a map", mapped, false}, {"square", square, true}} {
		for _, sizes := range [][]int{sizes(false), sizes(true), {30, 130, 270, 550, 1000, 2300}, {70, 300, 600, 1200, 2500, 5000}} {
			var costs []float64
			for _, n := range sizes {
				costs = append(costs, measure(2, func() { test.do(n) })[bytes])
			}
			if e := BytesExponent(floats(sizes), costs, 1); (e > Most) != test.is {
				t.Errorf("%s: the exponent of %.0f at %v is %.2f", test.name, costs, sizes, e)
			}
			t.Logf("%s: %.2f", test.name, BytesExponent(floats(sizes), costs, 1))
		}
	}
	_ = kept
}
