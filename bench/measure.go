package main

import (
	"fmt"
	"runtime"
	"runtime/metrics"
	"slices"
	"time"
)

// A way is what one library does, and whose it is. Of several, the first is
// ours.
type way struct {
	who string
	run func() any
}

// compare runs the ways in turns and prints a row for each of theirs, with the
// medians of n rounds. It calls before, if that is not nil, before each turn.
// It returns the time that ours takes.
func compare(what string, n int, before func(), ways ...way) float64 {
	runtime.GC() // so that nobody pays for what was built before
	calls := make([]int, len(ways))
	for i, w := range ways {
		calls[i] = enough(w.run)
	}
	took := make([][]float64, len(ways))
	for range n {
		for i, w := range ways {
			if before != nil {
				before()
			}
			took[i] = append(took[i], timed(calls[i], w.run))
		}
	}
	ours := median(took[0])
	for i, w := range ways[1:] {
		row(what, duration, ours, median(took[i+1]), w.who)
	}
	return ours
}

// enough returns how many calls a clock can see.
func enough(run func() any) int {
	for n := 1; ; n *= 2 {
		if timed(n, run)*float64(n) > float64(10*time.Millisecond) {
			return n
		}
	}
}

// timed returns how many nanoseconds each of n calls took.
func timed(n int, run func() any) float64 {
	start := time.Now()
	var result any
	for range n {
		result = run()
	}
	took := time.Since(start)
	runtime.KeepAlive(result)
	return float64(took) / float64(n)
}

func median(list []float64) float64 {
	slices.Sort(list)
	return list[len(list)/2]
}

// row prints a row of the table. Where they are better, the ratio is bold.
func row(what string, unit func(float64) string, ours, theirs float64, who string) {
	ratio := "–"
	if r := ours / theirs; r > 1 && theirs > 0 {
		ratio = fmt.Sprintf("**%.*f**", digits(r), r)
	} else if theirs > 0 {
		ratio = fmt.Sprintf("%.*f", digits(r), r)
	}
	fmt.Printf("| %s | %s | %s (%s) | %s |\n", what, unit(ours), unit(theirs), who, ratio)
}

// noAnswer prints a row in which they have no answer.
func noAnswer(what string, ours float64, who string) {
	fmt.Printf("| %s | %s | no answer (%s) | – |\n", what, duration(ours), who)
}

func duration(ns float64) string { return scaled(ns, 1000, "ns", "µs", "ms", "s") }

func size(n float64) string { return scaled(n, 1024, "B", "KiB", "MiB", "GiB") }

// scaled writes v in the first unit that is large enough.
func scaled(v, step float64, units ...string) string {
	i := 0
	for ; v >= 999.5 && i < len(units)-1; i++ {
		v /= step
	}
	return fmt.Sprintf("%.*f %s", digits(v), v, units[i])
}

// digits returns how many decimals tell enough of v.
func digits(v float64) int {
	switch {
	case v == 0 || v >= 99.95:
		return 0
	case v >= 9.995:
		return 1
	case v >= 0.0995:
		return 2
	}
	return 4
}

func count(n float64) string { return fmt.Sprint(n) }

// heap returns what the heap holds.
func heap() float64 {
	s := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(s)
	return float64(s[0].Value.Uint64())
}

// memory runs f and returns the most that the heap held meanwhile, and what it
// holds of the result, beyond what it held before.
func memory(f func() any) (peak, held float64) {
	runtime.GC()
	before := heap()
	done, most := make(chan bool), make(chan float64)
	go func() {
		top := before
		for {
			select {
			case <-done:
				most <- max(top, heap())
				return
			case <-time.After(200 * time.Microsecond):
				top = max(top, heap())
			}
		}
	}()
	result := f()
	close(done)
	peak = <-most - before
	runtime.GC()
	held = heap() - before
	runtime.KeepAlive(result)
	return peak, held
}
