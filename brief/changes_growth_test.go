package brief_test

import (
	"bytes"
	"strconv"
	"testing"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/brief"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/internal/growth"
)

// A change is two editions.
type change struct{ old, new *entente.Dataset }

// edition returns n exercises as an edition of a year, each of which the work on
// it may change before.
func edition(n, year int, alter func(i int, r *entente.Records, x *entente.Exercise)) (*entente.Dataset, error) {
	r := entente.Records{Sources: []entente.Source{{ID: "s", Title: entente.English("Source")}}}
	date, err := edtf.NewDate(year, 0, 0)
	if err != nil {
		return nil, err
	}
	for i := range n {
		x := entente.Exercise{
			Fact: entente.Fact{ID: entente.ID("x-" + strconv.Itoa(i)), Basis: entente.BasisReported, When: date.Period(),
				Cites: []entente.Citation{{Source: "s"}}},
			Name: entente.English("Exercise " + strconv.Itoa(i)), Contingents: []entente.Contingent{{Nation: "FI"}, {Nation: "SE"}},
		}
		if alter != nil {
			alter(i, &r, &x)
		}
		r.Exercises = append(r.Exercises, x)
	}
	return entente.New(r)
}

// Not parallel: it measures all memory of the process.
func TestGrowth_Changes(t *testing.T) {
	pair := func(oldN, newN int, alter func(edition, i int, r *entente.Records, x *entente.Exercise)) (c change, err error) {
		side := func(n, year int) (*entente.Dataset, error) {
			return edition(n, year, func(i int, r *entente.Records, x *entente.Exercise) {
				if alter != nil {
					alter(year, i, r, x)
				}
			})
		}
		if c.old, err = side(oldN, 2020); err == nil {
			c.new, err = side(newN, 2021)
		}
		return c, err
	}
	// many makes one exercise with n of something.
	many := func(n int, add func(year, i int, r *entente.Records, x *entente.Exercise)) (change, error) {
		return pair(1, 1, func(year, _ int, r *entente.Records, x *entente.Exercise) {
			for i := range n {
				add(year, i, r, x)
			}
		})
	}
	name := func(year, i int) string { return strconv.Itoa(year) + "-" + strconv.Itoa(i) }
	growth.Table(t, growth.Meter{}, []growth.Dimension[change]{
		{Name: "added", At: func(n int) (change, error) { return pair(1, n, nil) }},
		{Name: "removed", At: func(n int) (change, error) { return pair(n, 1, nil) }},
		{Name: "changed", At: func(n int) (change, error) { return pair(n, n, nil) }},
		{Name: "citations", At: func(n int) (change, error) {
			return many(n, func(year, i int, _ *entente.Records, x *entente.Exercise) {
				x.Cites = append(x.Cites, entente.Citation{Source: "s", Locator: name(year, i)})
			})
		}},
		{Name: "sources", At: func(n int) (change, error) {
			return many(n, func(year, i int, r *entente.Records, x *entente.Exercise) {
				id := entente.ID("s-" + strconv.Itoa(i))
				r.Sources = append(r.Sources, entente.Source{ID: id, Title: entente.English(name(year, i))})
				x.Cites = append(x.Cites, entente.Citation{Source: id})
			})
		}},
		{Name: "contingents", At: func(n int) (change, error) {
			return many(n, func(year, i int, _ *entente.Records, x *entente.Exercise) {
				x.Contingents = append(x.Contingents, entente.Contingent{Nation: "FI", Unit: entente.English(name(year, i))})
			})
		}},
		{Name: "claims", At: func(n int) (change, error) {
			return many(n, func(year, i int, _ *entente.Records, x *entente.Exercise) {
				x.Claims = append(x.Claims, entente.Claim{Member: "strength", Value: entente.MustValueOf(year + i),
					Cites: []entente.Citation{{Source: "s", Locator: strconv.Itoa(i)}}})
			})
		}},
		{Name: "length of a text", At: func(n int) (change, error) {
			return many(1, func(year, _ int, _ *entente.Records, x *entente.Exercise) {
				x.Aims = entente.English(name(year, 0) + string(bytes.Repeat([]byte(" word"), n)))
			})
		}},
		{Name: "extra", At: func(n int) (change, error) {
			return many(n, func(year, i int, _ *entente.Records, x *entente.Exercise) {
				x.Extra = append(x.Extra, entente.KeyValue{Key: strconv.Itoa(i), Value: name(year, i)})
			})
		}},
	}, []growth.Task[change]{
		{Name: "text", Do: func(c change) (growth.Done, error) { return wroteChanges(brief.FormatText, c) }},
		{Name: "HTML", Do: func(c change) (growth.Done, error) { return wroteChanges(brief.FormatHTML, c) }},
		{Name: "Markdown", Do: func(c change) (growth.Done, error) { return wroteChanges(brief.FormatMarkdown, c) }},
	})
}

// wroteChanges reports the bytes written as operations.
func wroteChanges(f brief.Format, c change) (growth.Done, error) {
	var b bytes.Buffer
	err := brief.Writer{Language: language.Urdu, Format: f}.WriteChanges(&b, c.old, c.new)
	return growth.Done{Operations: b.Len()}, err
}
