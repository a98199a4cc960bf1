package ententebeam

import (
	"slices"
	"strings"
	"time"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/nation"
)

// A yearCount is what is counted of a pair in a year, by kind. One without a kind
// says that the pair has ties in some year.
type yearCount struct {
	Year, Kind                                                  int
	Bilateral, Multilateral, Headlines, NotHeld, Maybe, Undated int
}

// A pairCount is what is counted of one pair: entries of different years or kinds.
type pairCount struct{ Years []yearCount }

// pairKey returns the key of a pair.
func pairKey(a, b entente.ID) string { return string(a) + " " + string(b) }

// countPairs emits what is counted of each pair of d.
func countPairs(d *entente.Dataset, first, last int, emit func(string, pairCount)) {
	var key string
	var c pairCount
	flush := func() {
		if key != "" {
			emit(key, c)
		}
	}
	for y := range d.PairYears(first, last) {
		if k := pairKey(y.A, y.B); k != key {
			flush()
			key, c = k, pairCount{}
		}
		n := yearCount{y.Year, int(y.Kind), y.Bilateral, y.Multilateral, y.Headlines, y.NotHeld, y.Maybe, y.Undated}
		if n != (yearCount{Year: y.Year, Kind: int(y.Kind)}) {
			c.Years = append(c.Years, n)
		}
	}
	flush()
}

// plus adds up two counts of one pair.
func (c pairCount) plus(o pairCount) pairCount {
	all := append(slices.Clone(c.Years), o.Years...)
	slices.SortFunc(all, func(a, b yearCount) int {
		if a.Year != b.Year {
			return a.Year - b.Year
		}
		return a.Kind - b.Kind
	})
	sum := all[:0]
	for _, y := range all {
		if n := len(sum); n > 0 && sum[n-1].Year == y.Year && sum[n-1].Kind == y.Kind {
			s := &sum[n-1]
			s.Bilateral += y.Bilateral
			s.Multilateral += y.Multilateral
			s.Headlines += y.Headlines
			s.NotHeld += y.NotHeld
			s.Maybe += y.Maybe
			s.Undated += y.Undated
			continue
		}
		sum = append(sum, y)
	}
	return pairCount{sum}
}

// tieKinds are the kinds that tie a pair, in their order.
var tieKinds = [...]entente.Kind{entente.KindPartnership, entente.KindAgreement, entente.KindExercise,
	entente.KindMeeting, entente.KindStatement}

// rows emits the rows of a pair, as [entente.Dataset.PairYears] gives them. The
// context has the coverage and the actors.
func (c pairCount) rows(key string, context *entente.Dataset, coverage []entente.Coverage, first, last int,
	emit func(entente.PairYear)) {
	left, right, _ := strings.Cut(key, " ")
	a, b := entente.ID(left), entente.ID(right)
	var pair *entente.Dataset // nil if nothing is covered
	if slices.ContainsFunc(coverage, func(v entente.Coverage) bool {
		return len(v.Parties) == 0 || slices.Contains(v.Parties, a) || slices.Contains(v.Parties, b)
	}) {
		pair = context.Between(a, b)
	}
	counts := c.Years
	for year := max(first, -9999); year <= min(last, 9999); year++ {
		for _, k := range tieKinds {
			y := entente.PairYear{A: a, B: b, Year: year, Kind: k}
			if len(counts) > 0 && counts[0].Year == year && counts[0].Kind == int(k) {
				n := counts[0]
				y.Bilateral, y.Multilateral, y.Headlines = n.Bilateral, n.Multilateral, n.Headlines
				y.NotHeld, y.Maybe, y.Undated = n.NotHeld, n.Maybe, n.Undated
				counts = counts[1:]
			}
			if y.Headlines+y.NotHeld+y.Maybe == 0 && (isAbsent(a, year) || isAbsent(b, year)) {
				continue
			}
			switch {
			case y.Bilateral+y.Multilateral+y.Headlines+y.NotHeld+y.Maybe > 0:
				y.Answer = entente.AnswerFound
			case y.Undated > 0:
				y.Answer = entente.AnswerUndated
			case pair != nil && pair.OfKind(k).During(wholeYear(year)).Covered():
				y.Answer = entente.AnswerNoneFound
			default:
				y.Answer = entente.AnswerNotCovered
			}
			emit(y)
		}
	}
}

// isAbsent reports whether a state certainly did not exist in a year.
func isAbsent(id entente.ID, year int) bool {
	return nation.Absent(nation.ID(id), nation.Year(year))
}

func wholeYear(year int) edtf.Period {
	day := func(m time.Month, d int) edtf.Day { return edtf.DayOf(time.Date(year, m, d, 0, 0, 0, 0, time.UTC)) }
	return edtf.Span{First: day(time.January, 1), Last: day(time.December, 31)}.Period()
}
