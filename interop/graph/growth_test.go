package graph_test

import (
	"bytes"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/internal/growth"
)

// state returns the ID of a state that only the data knows: letters alone.
func state(i int) entente.ID {
	var b strings.Builder
	b.WriteString("XSTATE")
	for _, digit := range strconv.Itoa(i) {
		b.WriteByte('A' + byte(digit-'0'))
	}
	return entente.ID(b.String())
}

// Not parallel: it measures all memory of the process.
func TestGrowth_Graphs(t *testing.T) {
	fact := func(kind string, i int) entente.Fact {
		return entente.Fact{ID: entente.ID(kind + "-" + strconv.Itoa(i)), Basis: entente.BasisReported,
			Cites: []entente.Citation{{Source: "s"}}}
	}
	made := func(n int, fill func(i int, r *entente.Records)) (*entente.Dataset, error) {
		r := entente.Records{Sources: []entente.Source{{ID: "s"}}}
		for i := range n {
			fill(i, &r)
		}
		return entente.New(r)
	}
	nation := func(i int, r *entente.Records) {
		f := fact("x", i)
		f.ID = state(i)
		r.Nations = append(r.Nations, entente.Nation{Fact: f, Name: entente.English("State " + strconv.Itoa(i))})
	}
	between := func(i int, r *entente.Records, when edtf.Period, ids ...entente.ID) {
		x := entente.Exercise{Fact: fact("x", i)}
		x.When = when
		for _, id := range ids {
			x.Contingents = append(x.Contingents, entente.Contingent{Nation: id})
		}
		r.Exercises = append(r.Exercises, x)
	}
	year := func(i int) edtf.Period {
		d, err := edtf.NewDate(1+i%9000, 0, 0)
		if err != nil {
			t.Fatal(err)
		}
		return d.Period()
	}
	var tasks []growth.Task[*entente.Dataset]
	for name, w := range formats {
		tasks = append(tasks, growth.Task[*entente.Dataset]{Name: name, Do: func(d *entente.Dataset) (growth.Done, error) {
			var b bytes.Buffer
			_, err := w(&b, d)
			return growth.Done{Operations: b.Len(), Results: len(d.Summary().Pairs)}, err
		}})
	}
	growth.Table(t, growth.Meter{}, []growth.Dimension[*entente.Dataset]{
		{Name: "records of a pair", At: func(n int) (*entente.Dataset, error) {
			return made(n, func(i int, r *entente.Records) { between(i, r, year(i), "FI", "SE") })
		}},
		{Name: "pairs", At: func(n int) (*entente.Dataset, error) {
			return made(n, func(i int, r *entente.Records) {
				nation(i, r)
				between(i, r, year(i), state(i), "SE")
			})
		}},
		{Name: "contingents of a nation", At: func(n int) (*entente.Dataset, error) {
			return made(1, func(i int, r *entente.Records) {
				between(i, r, year(i), "SE")
				for k := range n {
					r.Exercises[0].Contingents = append(r.Exercises[0].Contingents, entente.Contingent{Nation: "FI", Strength: k + 1})
				}
			})
		}},
		{Name: "parties that came and went", At: func(n int) (*entente.Dataset, error) {
			return made(n, func(i int, r *entente.Records) {
				if i == 0 {
					r.Agreements = []entente.Agreement{{Fact: fact("a", 0), Parties: []entente.Party{{Actor: "SE", Period: year(0)}}}}
				}
				r.Agreements[0].Parties = append(r.Agreements[0].Parties, entente.Party{Actor: "FI", Period: year(i)})
			})
		}},
		{Name: "units within units", At: func(n int) (*entente.Dataset, error) {
			return made(n, func(i int, r *entente.Records) {
				o := entente.Organization{Fact: fact("o", i), Name: entente.English("Unit"), Nation: "SE"}
				if i%50 > 0 { // chains end at a hundred
					o.Parent = fact("o", i-1).ID
				}
				r.Organizations = append(r.Organizations, o)
				between(i, r, year(i), "FI")
				r.Exercises[i].Contingents = append(r.Exercises[i].Contingents, entente.Contingent{Organization: o.ID})
			})
		}},
		{Name: "posts of an official", At: func(n int) (*entente.Dataset, error) {
			return made(n, func(i int, r *entente.Records) {
				o := entente.Organization{Fact: fact("o", i), Name: entente.English("Unit"), Nation: "SE"}
				r.Organizations = append(r.Organizations, o)
				if i == 0 {
					r.Officials = []entente.Official{{Fact: fact("p", 0), Name: entente.English("An Official")}}
					r.Meetings = []entente.Meeting{{Fact: fact("m", 0), Attendees: []entente.Attendee{{Actor: "p-0"}, {Actor: "FI"}}}}
				}
				r.Officials[0].Postings = append(r.Officials[0].Postings, entente.Posting{Organization: o.ID, Period: year(i)})
			})
		}},
		{Name: "nations that all take part", At: func(n int) (*entente.Dataset, error) {
			all := int(math.Sqrt(2 * float64(n)))
			return made(all, func(i int, r *entente.Records) {
				nation(i, r)
				if i == 0 {
					between(0, r, year(0))
				}
				r.Exercises[0].Contingents = append(r.Exercises[0].Contingents, entente.Contingent{Nation: state(i)})
			})
		}},
		{Name: "schemes of identifiers", At: func(n int) (*entente.Dataset, error) {
			return made(n, func(i int, r *entente.Records) {
				nation(i, r)
				between(i, r, year(i), state(i), "SE")
				r.Nations[i].Identifiers = []entente.Identifier{{Scheme: "scheme-" + strconv.Itoa(i), Value: strconv.Itoa(i)}}
			})
		}},
	}, tasks)
}
