package entente

import (
	"iter"
	"slices"
	"sort"
	"time"

	"github.com/entente-go/entente/edtf"
)

// PairYear counts the records of one kind that tie a pair in one year.
// Bilateral, Multilateral, Headlines and Maybe together count the records that
// [Dataset.Between], [Dataset.OfKind] and [Dataset.During] select for that
// pair, kind and year.
type PairYear struct {
	A    ID   `json:"a"`    // one nation or bloc
	B    ID   `json:"b"`    // the other; A comes before B in the order of IDs
	Year int  `json:"year"` // the year
	Kind Kind `json:"kind"` // the kind of the records
	// Bilateral is the number of records that certainly belong to the year and in
	// which no other nation or bloc takes part. An approximate date belongs to
	// the year if every day that it may mean does.
	Bilateral int `json:"bilateral"`
	// Multilateral is the number of such records in which others take part too.
	Multilateral int `json:"multilateral"`
	// Headlines is the number of records that rest only on the headline of
	// another item; see [Summary]. They are not counted elsewhere.
	Headlines int `json:"headlines"`
	// Maybe is the number of records whose date may belong to the year.
	Maybe int `json:"maybe"`
	// Undated is the number of records that may belong to the year because their
	// time is unknown.
	Undated int `json:"undated"`
	// Answer says what it means if there are none; see [Dataset.Answer].
	Answer Answer `json:"answer"`
}

// PairYears counts, for each pair of nations and blocs and each year from first
// to last, the partnerships, agreements, exercises, meetings and statements
// that tie the pair in that year. A record counts in each year that its time
// overlaps; see [Dataset.During]. An agreement counts in the years in which it
// is in force and both are parties.
//
// PairYears covers each pair that a record of d ties in any year, and each pair
// that d was narrowed to. Each pair has a row for each year and kind, even
// without records, because Answer then tells none found from not covered. The
// order is by A, B, year and kind:
//
//	for y := range entente.Chronicle().PairYears(2014, 2025) {
//		if y.A == "PK" && y.B == "RU" && y.Kind == entente.KindExercise {
//			fmt.Println(y.Year, y.Bilateral, y.Multilateral, y.Answer)
//		}
//	}
//
// Package [github.com/entente-go/entente/interop/table] writes the rows as CSV.
// Each range over PairYears counts again.
func (d *Dataset) PairYears(first, last int) iter.Seq[PairYear] {
	return func(yield func(PairYear) bool) {
		if d == nil || d.c == nil {
			return
		}
		y := newYearCount(d, first, last)
		for _, k := range y.kinds {
			for i := range d.indices(int(d.c.kind[k]), int(d.c.kind[k+1])) {
				y.add(k, i, false)
			}
			for i := range d.undated.all() {
				if d.c.recs[i].Kind() == k {
					y.add(k, i, true)
				}
			}
		}
		y.list(yield)
	}
}

// A yearCount counts records by pair, kind and year.
type yearCount struct {
	d     *Dataset
	kinds []Kind
	years []moment
	first int // the first of years
	cells map[yearCell]*PairYear
	// undated counts the records without a date, which may belong to any year.
	undated map[yearCell]int
	pairs   map[[2]uint32]bool
	row     []uint32
	fits    []fit
	holders [2]*holder // for a record with dated parties: the days that it may last, and that it must last
}

// A yearCell is a pair, a year and a kind, whose records are counted together.
type yearCell struct {
	a, b uint32
	kind Kind
	year int
}

func newYearCount(d *Dataset, first, last int) *yearCount {
	y := &yearCount{d: d, first: max(first, -9999), cells: make(map[yearCell]*PairYear),
		undated: make(map[yearCell]int), pairs: make(map[[2]uint32]bool)}
	for year := y.first; year <= min(last, 9999); year++ {
		day := func(m time.Month, d int) edtf.Day { return edtf.DayOf(time.Date(year, m, d, 0, 0, 0, 0, time.UTC)) }
		y.years = append(y.years, newMoment(edtf.Span{First: day(1, 1), Last: day(12, 31)}.Period()))
	}
	for k := KindNation; k < kindEnd; k++ {
		if tieKinds.has(k) && (d.asked.kinds == 0 || d.asked.kinds.has(k)) {
			y.kinds = append(y.kinds, k)
		}
	}
	for i, ids := range d.asked.parties {
		for _, id := range ids {
			for _, other := range slices.Concat(d.asked.parties[:i]...) {
				a, ok := d.c.actor(id)
				b, ok2 := d.c.actor(other)
				if ok && ok2 && a != b && d.c.isDyadic(a) && d.c.isDyadic(b) {
					y.pairs[y.pair(uint32(a), uint32(b))] = true
				}
			}
		}
	}
	return y
}

// pair returns two actors in the order of their IDs.
func (y *yearCount) pair(a, b uint32) [2]uint32 {
	if y.d.c.actorID(int(a)) > y.d.c.actorID(int(b)) {
		a, b = b, a
	}
	return [2]uint32{a, b}
}

// add counts the record of kind k at index i, as undated if that is set.
func (y *yearCount) add(k Kind, i int, undated bool) {
	c := y.d.c
	y.row = c.dyads(y.row[:0], i)
	if len(y.row) < 2 {
		return
	}
	together := c.together(i)
	if together != nil {
		y.hold(i)
	}
	lo, hi := y.reach(i)
	y.fits = y.fits[:0]
	for _, m := range y.years[lo:hi] {
		y.fits = append(y.fits, c.fit(i, &m))
	}
	for x, a := range y.row {
		for _, b := range y.row[x+1:] {
			if together != nil && !together(a, b) {
				continue
			}
			p := y.pair(a, b)
			y.pairs[p] = true
			if c.days[i].IsZero() && k != KindAgreement {
				y.undated[yearCell{p[0], p[1], k, 0}]++
				continue
			}
			for n, f := range y.fits {
				year := y.years[lo+n]
				sure := false
				if together != nil {
					f, sure = y.held(i, a, b, year.span)
				} else if f == fitFound {
					sure = c.surely(i, &year)
				}
				if f == fitFound && undated {
					f = fitUndated
				}
				y.count(yearCell{p[0], p[1], k, y.first + lo + n}, i, f, sure)
			}
		}
	}
}

// count counts a record in a cell.
func (y *yearCount) count(key yearCell, i int, f fit, sure bool) {
	if f == fitNone {
		return
	}
	cell := y.cells[key]
	if cell == nil {
		cell = new(PairYear)
		y.cells[key] = cell
	}
	switch {
	case f == fitUndated:
		cell.Undated++
	case y.d.c.headlines.has(i):
		cell.Headlines++
	case !sure:
		cell.Maybe++
	case len(y.row) == 2:
		cell.Bilateral++
	default:
		cell.Multilateral++
	}
}

// reach returns the years that the record may be about.
func (y *yearCount) reach(i int) (lo, hi int) {
	c := y.d.c
	all := []edtf.Span{c.days[i], c.doubt(i)}
	if row, ok := c.timedRow(i); ok {
		for _, s := range c.stintsOf(row) {
			all = append(all, s.period.Span())
		}
	}
	lo, hi = len(y.years), 0
	for _, s := range all {
		if !s.IsZero() {
			lo = min(lo, sort.Search(len(y.years), func(n int) bool { return y.years[n].span.Last >= s.First }))
			hi = max(hi, sort.Search(len(y.years), func(n int) bool { return y.years[n].span.First > s.Last }))
		}
	}
	return lo, max(lo, hi)
}

// hold prepares to hold the record at index i, which has dated parties.
func (y *yearCount) hold(i int) {
	row, _ := y.d.c.timedRow(i)
	for n := range y.holders {
		h := newHolder(y.d.c, &y.d.asked)
		h.sure = n == 1
		h.keep(row)
		y.holders[n] = h
	}
}

// held says whether the record at index i is about a pair and a year.
func (y *yearCount) held(i int, a, b uint32, year edtf.Span) (f fit, sure bool) {
	row, _ := y.d.c.timedRow(i)
	if f = y.holders[0].fitAlso(row, a, b, year); f == fitFound {
		sure = y.holders[1].fitAlso(row, a, b, year) == fitFound
	}
	return f, sure
}

// list yields the rows in order.
func (y *yearCount) list(yield func(PairYear) bool) {
	c := y.d.c
	pairs := make([][2]uint32, 0, len(y.pairs))
	for p := range y.pairs {
		pairs = append(pairs, p)
	}
	slices.SortFunc(pairs, func(p, q [2]uint32) int {
		if p[0] != q[0] {
			return compareIDs(c.actorID(int(p[0])), c.actorID(int(q[0])))
		}
		return compareIDs(c.actorID(int(p[1])), c.actorID(int(q[1])))
	})
	covered := make([]func(edtf.Period) bool, len(y.kinds))
	for _, p := range pairs {
		a, b := c.actorID(int(p[0])), c.actorID(int(p[1]))
		for n, k := range y.kinds {
			covered[n] = y.coverage(a, b, k)
		}
		for n := range y.years {
			for at, k := range y.kinds {
				r := PairYear{A: a, B: b, Year: y.first + n, Kind: k, Undated: y.undated[yearCell{p[0], p[1], k, 0}]}
				if cell := y.cells[yearCell{p[0], p[1], k, r.Year}]; cell != nil {
					r.Bilateral, r.Multilateral = cell.Bilateral, cell.Multilateral
					r.Headlines, r.Maybe = cell.Headlines, cell.Maybe
					r.Undated += cell.Undated
				}
				year := y.years[n].period
				q := y.d.asked
				q.addPeriod(year)
				switch {
				case r.Bilateral+r.Multilateral+r.Headlines+r.Maybe > 0:
					r.Answer = AnswerFound
				case q.opaque:
					r.Answer = AnswerNotCovered
				case r.Undated > 0:
					r.Answer = AnswerUndated
				case covered[at](year):
					r.Answer = AnswerNoneFound
				default:
					r.Answer = AnswerNotCovered
				}
				if !yield(r) {
					return
				}
			}
		}
	}
}

// coverage returns a function that reports whether the coverage includes a pair
// in a year.
func (y *yearCount) coverage(a, b ID, k Kind) func(edtf.Period) bool {
	c := y.d.c
	if asked := y.d.asked.parties; len(asked) > 0 {
		parties := append(slices.Clone(asked), []ID{a}, []ID{b})
		return func(year edtf.Period) bool { return c.coversKind(parties, k, year.Span()) }
	}
	covered := c.covered([]ID{a, b}, k)
	return func(year edtf.Period) bool { return reachOver(covered, year.Span()) }
}
