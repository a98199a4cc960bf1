package chart_test

import (
	"bytes"
	"strconv"
	"testing"
	"time"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/chart"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/internal/growth"
)

// Not parallel: it measures all memory of the process.
func TestGrowth_Pictures(t *testing.T) {
	// drawn makes n records, each of which fill completes.
	drawn := func(n int, fill func(i int, r *entente.Records, x *entente.Exercise)) (*entente.Dataset, error) {
		r := entente.Records{Sources: []entente.Source{{ID: "s"}}}
		for i := range n {
			day := edtf.DateOf(time.Date(2000, 1, 1+i, 0, 0, 0, 0, time.UTC))
			x := entente.Exercise{
				Fact: entente.Fact{ID: entente.ID("x-" + strconv.Itoa(i)), Basis: entente.BasisReported, When: day.Period(),
					Cites: []entente.Citation{{Source: "s"}}},
				Contingents: []entente.Contingent{{Nation: "FI"}, {Nation: "SE"}},
			}
			fill(i, &r, &x)
			r.Exercises = append(r.Exercises, x)
		}
		return entente.New(r)
	}
	growth.Table(t, growth.Meter{}, []growth.Dimension[*entente.Dataset]{
		{Name: "dated", At: func(n int) (*entente.Dataset, error) {
			return drawn(n, func(int, *entente.Records, *entente.Exercise) {})
		}},
		{Name: "undated", At: func(n int) (*entente.Dataset, error) {
			return drawn(n, func(_ int, _ *entente.Records, x *entente.Exercise) { x.When = edtf.Period{} })
		}},
		{Name: "the same day", At: func(n int) (*entente.Dataset, error) {
			return drawn(n, func(_ int, _ *entente.Records, x *entente.Exercise) { x.When = edtf.MustParsePeriod("2020-02-02") })
		}},
		{Name: "contingents", At: func(n int) (*entente.Dataset, error) {
			return drawn(1, func(_ int, _ *entente.Records, x *entente.Exercise) {
				for i := range n {
					x.Contingents = append(x.Contingents, entente.Contingent{Nation: "FI", Strength: i + 1})
				}
			})
		}},
		{Name: "length of a name", At: func(n int) (*entente.Dataset, error) {
			return drawn(1, func(_ int, _ *entente.Records, x *entente.Exercise) {
				x.Name = entente.English(string(bytes.Repeat([]byte("name "), n)) + "end")
			})
		}},
		{Name: "coverage", At: func(n int) (*entente.Dataset, error) {
			return drawn(2, func(i int, r *entente.Records, _ *entente.Exercise) {
				for year := range n / 2 {
					d, err := edtf.NewDate(1+(year+i*n/2)%9000, 0, 0)
					if err != nil {
						t.Fatal(err)
					}
					r.Coverage = append(r.Coverage, entente.Coverage{Period: d.Period()})
				}
			})
		}},
	}, []growth.Task[*entente.Dataset]{
		{Name: "timeline", Do: func(d *entente.Dataset) (growth.Done, error) { return picturesOf(chart.Timeline{}, d) }},
		{Name: "ties", Do: func(d *entente.Dataset) (growth.Done, error) { return picturesOf(chart.Ties{}, d) }},
		{Name: "years", Do: func(d *entente.Dataset) (growth.Done, error) { return picturesOf(chart.Years{A: "FI", B: "SE"}, d) }},
	})
}

// picturesOf reports the bytes written as operations.
func picturesOf(p picture, d *entente.Dataset) (growth.Done, error) {
	var b bytes.Buffer
	err := p.Write(&b, d)
	return growth.Done{Operations: b.Len()}, err
}
