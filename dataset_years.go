package entente

import (
	"iter"
	"slices"
	"sort"
	"time"

	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/internal/dayset"
	"github.com/entente-go/entente/nation"
)

// PairYear counts the records of one kind that tie a pair in one year.
// Bilateral, Multilateral, Headlines, NotHeld and Maybe together count the
// records that [Dataset.Between], [Dataset.OfKind] and [Dataset.During] select
// for that pair, kind and year, each once.
type PairYear struct {
	A    ID   `json:"a"`    // one nation or bloc
	B    ID   `json:"b"`    // the other; A comes before B in the order of IDs
	Year int  `json:"year"` // the year
	Kind Kind `json:"kind"` // the kind of the records
	// Bilateral is the number of records that certainly belong to the year and in
	// which nobody else takes part: no other nation or bloc, and no unidentified
	// contingent. A record certainly belongs to a year if one of its times certainly
	// overlaps the days of the year: see [edtf.Period.Overlaps]. One of "1954/1972~"
	// belongs to 1954 and to 1971, and may belong to 1973. One with an uncertain date
	// belongs to no year for certain.
	Bilateral int `json:"bilateral"`
	// Multilateral is the number of such records in which others take part too.
	Multilateral int `json:"multilateral"`
	// Headlines is the number of records that rest only on the headline of
	// another item; see [Summary].
	Headlines int `json:"headlines"`
	// NotHeld is the number of exercises that have not begun according to the
	// sources: proposed, planned or cancelled. They are not in Headlines.
	NotHeld int `json:"not_held"`
	// Maybe is the number of records whose date may belong to the year, and of
	// those that tie a state in a year in which it did not exist.
	Maybe int `json:"maybe"`
	// Undated is the number of records that may belong to the year because their
	// time is unknown, headlines and exercises that were not held among them. They
	// are counted in no other field.
	Undated int `json:"undated"`
	// Answer says what it means if there are none; see [Dataset.Answer].
	Answer Answer `json:"answer"`
}

// PairYears counts, for each pair of nations and blocs and each year from first
// to last, the partnerships, agreements, exercises, meetings and statements
// that tie the pair in that year. A record counts in each year that its time
// overlaps; see [Dataset.During]. An agreement counts in the years in which it
// was signed or is in force and both are parties. One with an open end, such as
// "1954/..", counts in every year after its start.
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
// A pair without any tie has no rows. A statistic over all pairs of states must
// add them, and ask [Dataset.Covered] whether they are zeros.
//
// A selection has the rows of which it can say as much as the whole data. After
// [Dataset.Involving] and [Dataset.Between] these are the pairs of which each
// call names one; after [Dataset.During] the years that lie wholly in its
// period; after [Dataset.OfKind] its kinds. What [Dataset.Filter] and the like
// leave out is not counted, and no row then says that none were found.
//
// A state that did not exist on any day of a year (see [nation.Absent]) has no
// rows for it. If a record ties it all the same, there is one that counts the
// record in Maybe, or in Headlines or NotHeld.
//
// Package [github.com/entente-go/entente/interop/table] writes the rows as CSV,
// without the kinds of which nothing is known for a pair. Each range over
// PairYears counts again.
func (d *Dataset) PairYears(first, last int) iter.Seq[PairYear] {
	return func(yield func(PairYear) bool) {
		if d == nil || d.c == nil {
			return
		}
		y := newYearCount(d, first, last)
		for _, k := range y.kinds {
			for i := range d.indices(int(d.c.kind[k]), int(d.c.kind[k+1])) {
				y.add(k, i)
			}
			for i := range d.undated.all() {
				if d.c.recs[i].Kind() == k {
					y.add(k, i)
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
	alone   bool // nobody but those in row takes part
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
		m := newMoment(edtf.Span{First: day(1, 1), Last: day(12, 31)}.Period())
		if !d.asked.takesIn(&m) {
			continue
		}
		if len(y.years) == 0 {
			y.first = year
		}
		y.years = append(y.years, m)
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
				if !ok || !ok2 || a == b || !d.c.isDyadic(a) || !d.c.isDyadic(b) {
					continue
				}
				if p := y.pair(uint32(a), uint32(b)); y.isAsked(p) {
					y.pairs[p] = true
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

// isAsked reports whether d has every record that ties the pair: whether each
// list of the parties that were asked for has one of them.
func (y *yearCount) isAsked(p [2]uint32) bool {
	return y.d.takesIn(y.d.c.actorID(int(p[0])), y.d.c.actorID(int(p[1])))
}

// add counts the record of kind k at index i.
func (y *yearCount) add(k Kind, i int) {
	c := y.d.c
	y.row = c.dyads(y.row[:0], i)
	if len(y.row) < 2 {
		return
	}
	y.alone = len(y.row) == 2 && !c.hasUnidentified(i)
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
			if !y.pairs[p] {
				if !y.isAsked(p) {
					continue
				}
				y.pairs[p] = true
			}
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
	case y.d.c.notHeld(i):
		cell.NotHeld++
	case y.d.c.headlines.has(i):
		cell.Headlines++
	case !sure:
		cell.Maybe++
	case y.alone:
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
		h := newHolder(y.d.c, &question{}) // of a pair and a year that d takes in
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
	covered := make([]dayset.Set, len(y.kinds))
	for _, p := range pairs {
		a, b := c.actorID(int(p[0])), c.actorID(int(p[1]))
		for n, k := range y.kinds {
			covered[n] = c.covered([]ID{a, b}, k)
		}
		for n := range y.years {
			year := y.first + n
			absent := isAbsent(a, year) || isAbsent(b, year)
			for at, k := range y.kinds {
				r := PairYear{A: a, B: b, Year: year, Kind: k, Undated: y.undated[yearCell{p[0], p[1], k, 0}]}
				if cell := y.cells[yearCell{p[0], p[1], k, year}]; cell != nil {
					r.Bilateral, r.Multilateral = cell.Bilateral, cell.Multilateral
					r.Headlines, r.NotHeld, r.Maybe = cell.Headlines, cell.NotHeld, cell.Maybe
					r.Undated += cell.Undated
				}
				if absent {
					r.Maybe += r.Bilateral + r.Multilateral
					r.Bilateral, r.Multilateral, r.Undated = 0, 0, 0
				}
				switch {
				case r.Headlines+r.NotHeld+r.Maybe+r.Bilateral+r.Multilateral > 0:
					r.Answer = AnswerFound
				case absent:
					continue
				case y.d.asked.opaque:
					r.Answer = AnswerNotCovered
				case r.Undated > 0:
					r.Answer = AnswerUndated
				case reachOver(covered[at], y.years[n].span):
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

// isAbsent reports whether a state certainly did not exist in a year.
func isAbsent(id ID, year int) bool { return nation.Absent(nation.ID(id), nation.Year(year)) }
