package chart

import (
	"sort"
	"time"

	"github.com/entente-go/entente/edtf"
)

// A scale puts days on a line from left to right.
type scale struct {
	first, last edtf.Day
	x0, x1      float64
}

// x returns where a day begins, not beyond the ends.
func (s scale) x(d edtf.Day) float64 {
	d = min(max(d, s.first), s.last+1)
	return s.x0 + (s.x1-s.x0)*float64(d-s.first)/float64(s.last+1-s.first)
}

// A bin is a stretch of time between two ticks.
type bin struct {
	span  edtf.Span
	year  int
	month time.Month // 0 if the bins are years
	cut   bool       // it begins before the scale
}

// dayOf returns the day, or the one beyond the years that a Date may have.
func dayOf(year int, m time.Month, day int) edtf.Day {
	t := time.Date(year, m, day, 0, 0, 0, 0, time.UTC)
	switch {
	case t.Year() > 9999:
		return edtf.DayOf(time.Date(9999, 12, 31, 0, 0, 0, 0, time.UTC)) + 1
	case t.Year() < -9999:
		return edtf.DayOf(time.Date(-9999, 1, 1, 0, 0, 0, 0, time.UTC))
	}
	return edtf.DayOf(t)
}

// rounded returns the scale from the beginning of a month or a year to the end of
// one, and the bins that are on it.
func (s scale) rounded(bins []bin) (scale, []bin) {
	a, b := s.first.Date(), s.last.Date()
	if bins[0].month == 0 {
		s.first, s.last = dayOf(a.Year(), time.January, 1), dayOf(b.Year(), time.December, 31)
	} else {
		s.first, s.last = dayOf(a.Year(), a.Month(), 1), dayOf(b.Year(), b.Month()+1, 1)-1
	}
	if first := &bins[0]; first.span.First < s.first {
		first.span.First, first.cut = s.first, true
	}
	if last := &bins[len(bins)-1]; last.span.Last > s.last {
		last.span.Last = s.last
	}
	return s, bins
}

// cells returns the stretches of time of which it is asked whether they were
// searched: months or, on a long scale, years, decades and so on.
func (s scale) cells() (list []edtf.Span) {
	const most = 240
	a, b := s.first.Date(), s.last.Date()
	if (b.Year()-a.Year()+1)*12 <= most {
		for m := s.first; m <= s.last; {
			d := m.Date()
			next := dayOf(d.Year(), d.Month()+1, 1) // later than m, since m is on the scale
			list = append(list, edtf.Span{First: m, Last: min(next-1, s.last)})
			m = next
		}
		return list
	}
	step := 1
	for _, n := range steps {
		if step = n; (b.Year()-a.Year())/step < most {
			break
		}
	}
	for y := a.Year(); y <= b.Year(); y += step {
		list = append(list, edtf.Span{First: dayOf(y, 1, 1), Last: min(dayOf(y+step, 1, 1)-1, s.last)})
	}
	return list
}

// cellOf returns the cell in which a day is, or the nearest one.
func cellOf(cells []edtf.Span, d edtf.Day) int {
	return min(sort.Search(len(cells), func(i int) bool { return cells[i].Last >= d }), len(cells)-1)
}

// steps are the numbers of years between ticks.
var steps = [...]int{1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000}

// bins returns the scale in years, or in months if it is short, in bins that are
// at least so wide in pixels, and whether they are months.
func (s scale) bins(wide float64) []bin {
	a, b := s.first.Date(), s.last.Date()
	months := (b.Year()-a.Year())*12 + int(b.Month()-a.Month()) + 1
	room := max(1, int((s.x1-s.x0)/wide))
	var list []bin
	if months <= 36 && months <= room*6 {
		step := 1
		for _, n := range []int{1, 2, 3, 6} {
			if step = n; (months+n-1)/n <= room {
				break
			}
		}
		m := int(a.Month()) - 1
		for t := a.Year()*12 + m - m%step; t < a.Year()*12+m+months; t += step {
			year, month := floor(t, 12), time.Month(t-12*floor(t, 12)+1)
			span := edtf.Span{First: dayOf(year, month, 1), Last: dayOf(year, month+time.Month(step), 1) - 1}
			list = append(list, bin{span: span, year: year, month: month})
		}
		return list
	}
	years := b.Year() - a.Year() + 1
	step := 1
	for _, n := range steps {
		if step = n; (years+n-1)/n < room {
			break
		}
	}
	for y := floor(a.Year(), step) * step; y <= b.Year(); y += step {
		list = append(list, bin{span: edtf.Span{First: dayOf(y, 1, 1), Last: dayOf(y+step, 1, 1) - 1}, year: y})
	}
	return list
}

// floor divides towards the past.
func floor(n, by int) int {
	q := n / by
	if n%by < 0 {
		q--
	}
	return q
}

// label returns what a tick at the beginning of the bin says.
func (b bin) label(words *book) string {
	if b.month == 0 {
		return words.Year(b.year)
	}
	d, err := edtf.NewDate(b.year, int(b.month), 0)
	if err != nil {
		return ""
	}
	return words.Period(d.Period())
}

// A stretch is when something took place, as days: all that it may have been, and
// those that it certainly was, if any.
type stretch struct {
	all, sure edtf.Span
}

// stretchOf returns the days of a period that is not zero.
func stretchOf(p edtf.Period) stretch { return stretch{all: p.Span(), sure: p.Certain()} }
