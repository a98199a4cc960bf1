// Package growth measures how the cost of work grows with its input, for tests
// that forbid growth with the square. Only tests import it.
//
// A [Dimension] makes an input larger in one way, and a [Task] is work on it.
// [Table] does each task on each dimension at sizes that double, and counts the
// bytes and objects that it allocates and the operations that it reports. These
// do not depend on the machine. The flag -growth takes larger sizes, measures time
// too, and prints the table:
//
//	go test -run Growth -growth -v .
//
// All memory of the process is counted, so a test that measures must not be
// parallel.
package growth

import (
	"cmp"
	"errors"
	"flag"
	"math"
	"runtime"
	"slices"
	"testing"
	"time"
)

var whole = flag.Bool("growth", false, "measure growth at larger sizes, in time too, and print the table")

// The exponents above which a test fails.
const (
	Most     = 1.2 // of bytes, objects and operations
	MostTime = 1.5 // which the machine blurs
)

// least are the costs below which growth is of no concern.
var least = [...]float64{bytes: 1 << 16, objects: 1024, operations: 1024, nanoseconds: 1e7}

const (
	bytes = iota
	objects
	operations
	nanoseconds
)

var names = [...]string{"bytes", "objects", "operations", "time"}

// A Dimension is one way in which an input grows.
type Dimension[In any] struct {
	Name string
	// At returns the input of a size. An error that is the meter's limit says that an
	// input of this size is refused.
	At func(n int) (In, error)
}

// A Task is a kind of work on an input.
type Task[In any] struct {
	Name string
	Do   func(in In) (Done, error)
}

// Done is what work reports. Its zero value reports nothing.
type Done struct {
	Results    int // results beside what is in proportion to the input; they count as size
	Operations int // such as calls and comparisons, where a test can count them
}

// A Meter measures growth. Its zero value takes the usual sizes and knows no limit.
type Meter struct {
	Limit error // the error that refuses an input; nil if none may be refused
	Sizes []int // rising; nil means Sizes()
	// Most replaces the constant Most, for work whose buffers double.
	Most float64
}

// Sizes returns the sizes at which costs are taken. The first is small, and what it
// costs is held to be what every input costs. The others double.
func Sizes() []int { return sizes(*whole) }

func sizes(whole bool) []int {
	if whole {
		return []int{250, 1000, 2000, 4000, 8000, 16000}
	}
	return []int{25, 100, 200, 400, 800}
}

// Table measures each task on each dimension, and fails for each that grows too fast.
func Table[In any](t *testing.T, m Meter, dimensions []Dimension[In], tasks []Task[In]) {
	t.Helper()
	for _, dimension := range dimensions {
		type made struct {
			in  In
			err error
		}
		inputs := make(map[int]made)
		for _, task := range tasks {
			m.Test(t, task.Name+" by "+dimension.Name, func(n int) (func() (Done, error), error) {
				input, ok := inputs[n]
				if !ok {
					input.in, input.err = dimension.At(n)
					inputs[n] = input
				}
				return func() (Done, error) { return task.Do(input.in) }, input.err
			})
		}
	}
}

// Test measures one kind of work. Prepare makes the input of a size, which is not
// measured, and returns the work on it. If the limit refuses an input or the work
// on it, larger sizes are not tried, and growth up to there is what counts.
func (m Meter) Test(t *testing.T, name string, prepare func(n int) (work func() (Done, error), err error)) {
	t.Helper()
	rounds, all := 1, m.Sizes
	if *whole {
		rounds = 3
	}
	if all == nil {
		all = Sizes()
	}
	var sizes []float64
	var costs [len(names)][]float64
	refused := 0
	for i, n := range all {
		work, err := prepare(n)
		var done Done
		var cost [len(names)]float64
		if err == nil {
			cost = measure(rounds, func() { done, err = work() })
		}
		if err != nil && m.Limit != nil && errors.Is(err, m.Limit) && i > 0 {
			refused = n
			break
		}
		if err != nil {
			t.Errorf("%s at %d: %v", name, n, err)
			return
		}
		cost[operations] = float64(done.Operations)
		sizes = append(sizes, float64(n+done.Results))
		for i := range costs {
			costs[i] = append(costs[i], cost[i])
		}
	}
	m.report(t, name, sizes, costs, refused)
}

// report fails if costs grow too fast, and prints a row of the table.
func (m Meter) report(t *testing.T, name string, sizes []float64, costs [len(names)][]float64, refused int) {
	t.Helper()
	var e [len(names)]float64
	for i, what := range names {
		e[i] = Exponent(sizes, costs[i], least[i])
		if i == bytes {
			e[i] = BytesExponent(sizes, costs[i], least[i])
		}
		most := cmp.Or(m.Most, Most)
		if i == nanoseconds {
			most = MostTime
		}
		if e[i] > most && (i != nanoseconds || *whole) {
			t.Errorf("%s: the exponent of %s is %.2f (sizes %.0f, costs %.0f)", name, what, e[i], sizes, costs[i])
		}
	}
	if !*whole {
		return
	}
	last := len(sizes) - 1
	t.Logf("%-60s %5.2f bytes %5.2f objects %5.2f operations %5.2f time; at %.0f %9.0f bytes %8.0f objects %8.2f ms", name,
		e[bytes], e[objects], e[operations], e[nanoseconds],
		sizes[last], costs[bytes][last], costs[objects][last], costs[nanoseconds][last]/1e6)
	if refused > 0 {
		t.Logf("%-60s refused at %d", name, refused)
	}
}

// measure returns the least that the work takes in some rounds.
func measure(rounds int, do func()) (cost [len(names)]float64) {
	for i := range cost {
		cost[i] = math.Inf(1)
	}
	for range rounds {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := time.Now()
		do()
		took := time.Since(start)
		runtime.ReadMemStats(&after)
		cost[bytes] = min(cost[bytes], float64(after.TotalAlloc-before.TotalAlloc))
		cost[objects] = min(cost[objects], float64(after.Mallocs-before.Mallocs))
		cost[nanoseconds] = min(cost[nanoseconds], float64(took))
	}
	return cost
}

// Exponent fits the exponent of the growth of costs to rising sizes, by least
// squares over what each size adds to the smallest, on logarithms. Costs that every
// input has do not hide growth then, and an added cost below a quarter of least does
// not make it steep. It is 0 for costs that stay below least, and for fewer than
// three sizes.
func Exponent(sizes, costs []float64, least float64) float64 {
	if len(costs) < 3 || slices.Max(costs) < least {
		return 0
	}
	var n, sx, sy, sxx, sxy float64
	for i := 1; i < len(costs); i++ {
		if sizes[i] <= sizes[0] {
			continue
		}
		x, y := math.Log(sizes[i]-sizes[0]), math.Log(max(costs[i]-costs[0], least/4))
		n, sx, sy, sxx, sxy = n+1, sx+x, sy+y, sxx+x*x, sxy+x*y
	}
	if n < 2 {
		return 0
	}
	return (n*sxy - sx*sy) / (n*sxx - sx*sx)
}

// BytesExponent is Exponent for bytes allocated. A slice that append grows from
// nothing takes twice its size in all while it is small and five times its size
// once it is large, in steps. That is linear, but shows as up to 1.3. So the costs
// are fitted a second time, after dividing them by what append takes for each
// element of so many, and the lower exponent counts. This takes off 0.25 at most:
// what grows as n to 1.5 still fails.
func BytesExponent(sizes, costs []float64, least float64) float64 {
	net := slices.Clone(costs)
	for i, n := range sizes {
		net[i] *= n / appended(int(n)) * 2
	}
	return min(Exponent(sizes, costs, least), Exponent(sizes, net, least))
}

// appended returns how many elements append allocates in all for a slice of n.
func appended(n int) float64 {
	var list [][2]uintptr
	sum := 0
	for len(list) < n {
		list = append(list[:cap(list)], [2]uintptr{})
		sum += cap(list)
	}
	return float64(sum)
}
