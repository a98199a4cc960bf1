package main

import (
	"fmt"
	"io"
	"math"
	"runtime"
	"testing/fstest"
	"time"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/brief"
)

// mostGrowth is the largest exponent that bytes and objects may have.
const mostGrowth = 1.2

// A work is what grows with the number of records.
type work struct {
	name string
	run  func(*grown) any
}

// grown is a dataset of one size in the forms that work starts from.
type grown struct {
	records entente.Records
	d       *entente.Dataset
	file    fstest.MapFS
}

var works = []work{
	{"Load", func(g *grown) any {
		// The limits would refuse the largest.
		l := entente.Loader{Limits: entente.Limits{Bytes: -1, Elements: -1}}
		d, err := l.Load(g.file)
		return must(d, err)
	}},
	{"New", func(g *grown) any { return dataset(g.records) }},
	{"Between and About", func(g *grown) any { return g.d.Between(partyA, partyB).About(matter) }},
	{"Summary", func(g *grown) any { return g.d.Summary() }},
	{"WriteTo", func(g *grown) any {
		n, err := g.d.WriteTo(io.Discard)
		return must(n, err)
	}},
	{"brief.Write", func(g *grown) any { return must(0, brief.Writer{}.Write(io.Discard, g.d)) }},
}

// growth fits how the cost of each work grows with the number of records.
func growth(sizes ...int) {
	costs := make([][3][]float64, len(works)) // bytes, objects and time by size
	for _, n := range sizes {
		g := &grown{records: everything(n)}
		g.d = dataset(g.records)
		g.file = fstest.MapFS{"file.json": {Data: must(g.d.MarshalJSON())}}
		for i, w := range works {
			for j, v := range cost(g, w.run) {
				costs[i][j] = append(costs[i][j], v)
			}
		}
	}
	of := fmt.Sprintf(", %s to %s records", grouped(sizes[0]), grouped(sizes[len(sizes)-1]))
	for i, w := range works {
		for j, unit := range []string{"bytes", "objects", "time"} {
			limit, verdict := fmt.Sprintf("at most %.1f", mostGrowth), "held"
			e := exponent(sizes, costs[i][j])
			if e > mostGrowth {
				verdict = "**over**"
			}
			if unit == "time" {
				limit, verdict = "no limit", "–"
			}
			fmt.Printf("| growth of `%s`%s: %s | exponent %.2f | %s | %s |\n", w.name, of, unit, e, limit, verdict)
		}
	}
}

// cost returns the bytes and objects that one call allocates, and its time:
// the least of some calls, as the first may fill what is kept.
func cost(g *grown, run func(*grown) any) [3]float64 {
	least := [3]float64{math.MaxFloat64, math.MaxFloat64, math.MaxFloat64}
	for range 3 {
		runtime.GC()
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := time.Now()
		result := run(g)
		took := time.Since(start)
		runtime.ReadMemStats(&after)
		runtime.KeepAlive(result)
		bytes, objects := after.TotalAlloc-before.TotalAlloc, after.Mallocs-before.Mallocs
		for i, v := range []float64{float64(bytes), float64(objects), float64(took)} {
			least[i] = min(least[i], max(1, v))
		}
	}
	return least
}

// exponent returns the slope of the line through the logarithms, by least squares.
func exponent(sizes []int, costs []float64) float64 {
	var x, y, xx, xy float64
	for i, n := range sizes {
		a, b := math.Log(float64(n)), math.Log(costs[i])
		x, y, xx, xy = x+a, y+b, xx+a*a, xy+a*b
	}
	n := float64(len(sizes))
	return (n*xy - x*y) / (n*xx - x*x)
}
