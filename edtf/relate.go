package edtf

// Span returns the earliest and latest day that p may include. Approximate dates
// are widened as by [Date.Span]; an open or unknown side gives [DayMin] or
// [DayMax]. Two periods with disjoint spans cannot overlap, unless one is the
// zero Period, which gives the zero Span.
func (p Period) Span() Span { return p.hull(true) }

// Written is like [Period.Span] but does not widen approximate dates.
func (p Period) Written() Span { return p.hull(false) }

func (p Period) hull(widen bool) Span {
	if p.IsZero() {
		return Span{}
	}
	s := Span{DayMin, DayMax}
	if p.from.isDate() {
		s = p.from.hull(widen && p.from.Approximate())
	}
	if p.to.isDate() {
		s.Last = p.to.hull(widen && p.to.Approximate()).Last
	} else if p.to != (Date{}) {
		s.Last = DayMax
	}
	return s
}

// Certain returns the days that p must contain: those for which
// [Period.Contains] is [CertaintyYes]. "2010/2012" may start on any day of 2010
// and end on any of 2012, so it must contain 2010-12-31 to 2012-01-01. The
// result is the zero Span if there are none, or if a date of p is uncertain.
func (p Period) Certain() Span {
	if p.IsZero() || p.uncertain() {
		return Span{}
	}
	s := Span{DayMin, DayMax}
	for b := range p.boxes {
		s.First, s.Last = max(s.First, b.start1), min(s.Last, b.end0)
	}
	return s.orNone()
}

// Whole returns the days of p with each date taken whole, as in "data for
// 2010/2012": 2010-01-01 to 2012-12-31. Days left in doubt by an approximate or
// uncertain date, or by a season, are excluded. The result is the zero Span if
// no day is left, as for a single season or a single date in doubt, if a side is
// unknown, or if p is zero.
func (p Period) Whole() Span {
	s := Span{DayMin, DayMax}
	switch {
	case p.from.isDate():
		s.First = p.from.whole().First
	case !p.OpenStart():
		return Span{}
	}
	switch {
	case p.IsDate() && p.qualified():
		return Span{}
	case p.IsDate():
		s.Last = p.from.whole().Last
	case p.to.isDate():
		s.Last = p.to.whole().Last
	case !p.OpenEnd():
		return Span{}
	}
	return s.orNone()
}

// whole returns the first and last day of d as they are for certain; the first
// may be after the last.
func (d Date) whole() Span {
	if d.bits&qualified != 0 {
		s := d.Span()
		return Span{s.Last, s.First}
	}
	return Span{d.run(d.runs() - 1).span(false).First, d.run(0).span(false).Last}
}

func (s Span) orNone() Span {
	if s.First > s.Last {
		return Span{}
	}
	return s
}

// Overlaps reports whether p and q have a day in common.
//
// The answer is [CertaintyYes] if they overlap whatever the unknown days are,
// [CertaintyNo] if they cannot, and otherwise [CertaintyMaybe]. A year or a month
// by itself is some part of it, so "2024" and 2024-10-13 give CertaintyMaybe. To
// ask about a whole year, use p.Whole().Period().
//
// An approximate date may be one unit of its own precision earlier or later, but
// not more, so "1954/1972~" certainly overlaps 1960. With an uncertain date, the
// answer is never CertaintyYes, and with the zero Period it is CertaintyMaybe.
func (p Period) Overlaps(q Period) Certainty { return ask(p, q, box.overlaps) }

// Contains reports whether every day of q is a day of p. See [Period.Overlaps]
// for the meaning of the answers.
func (p Period) Contains(q Period) Certainty { return ask(p, q, box.contains) }

// Before reports whether every day of p is before every day of q. See
// [Period.Overlaps] for the meaning of the answers.
func (p Period) Before(q Period) Certainty { return ask(p, q, box.before) }

func ask(p, q Period, question func(a, b box) Certainty) Certainty {
	if p.IsZero() || q.IsZero() {
		return CertaintyMaybe
	}
	var answer Certainty
	if !p.seasonal() && !q.seasonal() {
		a, _ := p.box(0, 0)
		b, _ := q.box(0, 0)
		answer = question(a, b)
	} else {
		answer = askEach(p, q, question)
	}
	if answer == CertaintyYes && (p.uncertain() || q.uncertain()) {
		return CertaintyMaybe
	}
	return answer
}

func askEach(p, q Period, question func(a, b box) Certainty) (answer Certainty) {
	for a := range p.boxes {
		for b := range q.boxes {
			switch c := question(a, b); answer {
			case 0:
				answer = c
			case c:
			default:
				return CertaintyMaybe
			}
		}
	}
	return answer
}

func (p Period) seasonal() bool { return p.from.isSeason() || p.to.isSeason() }

func (p Period) qualified() bool { return (p.from.bits|p.to.bits)&qualified != 0 }

func (p Period) uncertain() bool { return (p.from.bits|p.to.bits)&uncertain != 0 }

// A box holds the days on which a period may start and may end: it is any
// start from start0 to start1 with any end from end0 to end1 that is not
// before it.
type box struct {
	start0, start1, end0, end1 Day
}

// boxes yields the boxes of p: one, or one for each run of days of a season.
func (p Period) boxes(yield func(box) bool) {
	from, to := 1, 1
	if p.from.isDate() {
		from = p.from.runs()
	}
	if p.to.isDate() {
		to = p.to.runs()
	}
	for i := range from {
		for j := range to {
			if b, ok := p.box(i, j); ok && !yield(b) {
				return
			}
		}
	}
}

// box returns the box of one run on either side, and whether p can start and
// end in them.
func (p Period) box(i, j int) (box, bool) {
	b := box{DayMin, DayMin, DayMax, DayMax}
	if p.from.isDate() {
		s := p.from.run(i).span(p.from.Approximate())
		b.start0, b.start1 = s.First, s.Last
		if p.to == (Date{}) {
			b.end0, b.end1 = s.First, s.Last
		}
	}
	if p.to.isDate() {
		s := p.to.run(j).span(p.to.Approximate())
		b.end0, b.end1 = s.First, s.Last
	}
	if b.start0 > b.end1 {
		return box{}, false
	}
	if p.from.bits&kindMask == kindUnknown {
		b.start1 = b.end1
	}
	if p.to.bits&kindMask == kindUnknown {
		b.end0 = b.start0
	}
	b.start1 = min(b.start1, b.end1)
	b.end0 = max(b.end0, b.start0)
	return b, true
}

func (a box) overlaps(b box) Certainty {
	switch {
	case a.start0 > b.end1 || b.start0 > a.end1:
		return CertaintyNo
	case a.start1 <= b.end0 && b.start1 <= a.end0:
		return CertaintyYes
	}
	return CertaintyMaybe
}

func (a box) contains(b box) Certainty {
	switch {
	case a.start0 > b.start1 || b.end0 > a.end1:
		return CertaintyNo
	case a.start1 <= b.start0 && b.end1 <= a.end0:
		return CertaintyYes
	}
	return CertaintyMaybe
}

func (a box) before(b box) Certainty {
	switch {
	case a.end0 >= b.start1:
		return CertaintyNo
	case a.end1 < b.start0:
		return CertaintyYes
	}
	return CertaintyMaybe
}
