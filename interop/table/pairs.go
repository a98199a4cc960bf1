package table

import (
	"encoding/csv"
	"errors"
	"io"
	"math"
	"slices"
	"strconv"
	"time"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
)

// notKnown is the cell of a number that is not known. R and others read it as
// NA. The letters NA would take Namibia with them.
const notKnown = ""

// pairColumns are the columns of pairs.csv.
var pairColumns = [...]string{"a", "b", "year", "kind", "answer", "bilateral", "multilateral", "headlines",
	"not_held", "maybe", "undated", "records", "sources"}

// WritePairs writes how many records of each kind tie each pair of d in each
// year from first to last, with the records and the sources that they cite; see
// [entente.Dataset.PairYears]. If first and last are 0, it takes the years of
// the records that have a date. Years and pairs that were not asked of a selection
// have no rows.
//
// The counts are 0 where a search found nothing. They are NA, which is an empty
// cell, where nothing was searched or where only undated records were found: it
// is not known then whether there were any. The answer says which. A pair and
// kind of which nothing was searched or found in any of the years has no rows.
func WritePairs(w io.Writer, d *entente.Dataset, first, last int) error {
	if w == nil {
		return errors.New("table: no writer to write to")
	}
	if first == 0 && last == 0 {
		first, last = years(d)
	}
	p := pairWriter{d: d, out: csv.NewWriter(w)}
	if err := p.out.Write(pairColumns[:]); err != nil {
		return err
	}
	var rows []entente.PairYear // of one pair
	for y := range d.PairYears(first, last) {
		if len(rows) > 0 && (rows[0].A != y.A || rows[0].B != y.B) {
			if err := p.pair(rows); err != nil {
				return err
			}
			rows = rows[:0]
		}
		rows = append(rows, y)
	}
	if err := p.pair(rows); err != nil {
		return err
	}
	p.out.Flush()
	return p.out.Error()
}

// years returns the first and the last year of the days that the records of
// pairs may be of. An open end has none.
func years(d *entente.Dataset) (first, last int) {
	first, last = math.MaxInt, math.MinInt
	add := func(p edtf.Period) {
		span := p.Span()
		if !span.IsZero() && span.First > edtf.DayMin {
			y := span.First.Time().Year()
			first, last = min(first, y), max(last, y)
		}
		if !span.IsZero() && span.Last < edtf.DayMax {
			y := span.Last.Time().Year()
			first, last = min(first, y), max(last, y)
		}
	}
	for r := range d.All() {
		switch r := r.(type) {
		case entente.Agreement:
			add(r.When)
			add(r.InForce)
		case entente.Partnership, entente.Exercise, entente.Meeting, entente.Statement:
			add(r.AsFact().When)
		}
	}
	return first, last
}

// A pairWriter writes the rows of pairs.
type pairWriter struct {
	d   *entente.Dataset
	out *csv.Writer
}

// pair writes the rows of a pair.
func (p *pairWriter) pair(rows []entente.PairYear) error {
	known := make(map[entente.Kind]*entente.Dataset) // the records of the pair by kind
	for _, y := range rows {
		if y.Answer != entente.AnswerNotCovered && known[y.Kind] == nil {
			known[y.Kind] = p.d.Between(y.A, y.B).OfKind(y.Kind)
		}
	}
	for _, y := range rows {
		if d := known[y.Kind]; d != nil {
			if err := p.row(y, d); err != nil {
				return err
			}
		}
	}
	return nil
}

func (p *pairWriter) row(y entente.PairYear, d *entente.Dataset) error {
	cells := []string{string(y.A), string(y.B), strconv.Itoa(y.Year), y.Kind.String(), y.Answer.String()}
	known := y.Answer == entente.AnswerFound || y.Answer == entente.AnswerNoneFound
	for _, n := range []int{y.Bilateral, y.Multilateral, y.Headlines, y.NotHeld, y.Maybe} {
		if known {
			cells = append(cells, strconv.Itoa(n))
		} else {
			cells = append(cells, notKnown)
		}
	}
	var records, sources []string
	if y.Answer == entente.AnswerFound {
		day := func(m time.Month, day int) edtf.Day {
			return edtf.DayOf(time.Date(y.Year, m, day, 0, 0, 0, 0, time.UTC))
		}
		for r := range d.During(edtf.Span{First: day(1, 1), Last: day(12, 31)}.Period()).All() {
			f := r.AsFact()
			records = append(records, string(f.ID))
			for _, c := range f.Cites {
				if !slices.Contains(sources, string(c.Source)) {
					sources = append(sources, string(c.Source))
				}
			}
		}
	}
	return p.out.Write(append(cells, strconv.Itoa(y.Undated), join(records), join(sources)))
}
