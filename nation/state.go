package nation

import "slices"

// stateRow says where the times and links of a nation end; they begin where
// those of the row before end.
type stateRow struct {
	periods, before, after uint16 // ends in statePeriods, and twice in stateLinks
	withdrawn              uint16 // the year
	sovereign              uint16 // its place in the tables from 1, or 0
	region                 uint8  // its place in regionRows
}

// Period is a time in which a state existed. The zero Period has no beginning and
// no end: it is all times.
type Period struct {
	// First is the day on which it began, or the year if that is all that is
	// known. It is zero if that was in 1816 or before: the lists begin there.
	First When
	// Last is the day or year in which it ended, or zero if it has not.
	Last When
}

// Contains reports whether all of w is in p for certain. The zero When is all
// times, so only the zero Period contains it.
func (p Period) Contains(w When) bool {
	if w.IsZero() {
		return p == Period{}
	}
	return p.numbers().cover(w) == coverWhole
}

// Overlaps reports whether some of w is in p. Where only a year of p's beginning
// or end is known, all of that year counts. The zero When is all times and
// overlaps every Period.
func (p Period) Overlaps(w When) bool { return w.IsZero() || p.numbers().cover(w) != coverNone }

func (p Period) numbers() numbers { return numbers{p.First.number(), p.Last.number()} }

func periods(n int) []numbers {
	first := uint16(0)
	if n > 0 {
		first = stateRows[n-1].periods
	}
	return statePeriods[first:stateRows[n].periods]
}

func before(n int) []uint16 {
	first := uint16(0)
	if n > 0 {
		first = stateRows[n-1].after
	}
	return stateLinks[first:stateRows[n].before]
}

func after(n int) []uint16 { return stateLinks[stateRows[n].before:stateRows[n].after] }

// Periods returns the times in which a state existed, the earliest first. There
// are several where it was occupied or annexed: Poland from 1918 to 1939 and from
// 1945. For members of the state system they follow Correlates of War and
// Gleditsch and Ward; for others they are the years of beginning and end. It
// returns nil if the tables have no dates, as for territories such as Greenland,
// and if id is not [Valid]. The caller may modify the slice.
func Periods(id ID) []Period {
	n := number(id)
	if n < 0 {
		return nil
	}
	var list []Period
	for _, p := range periods(n) {
		list = append(list, Period{when(p.first), when(p.last)})
	}
	return list
}

// Absent reports whether a state certainly did not exist at any time in w. In a
// break between its [Periods] it counts as absent only if a predecessor or
// successor existed instead: DE in 1960, but not FR in 1943. Absent is false if
// the tables have no dates for the state, if id is not [Valid], and for the zero
// When, so its opposite is not "existed". It does not allocate.
func Absent(id ID, w When) bool {
	n := number(id)
	return n >= 0 && !w.IsZero() && len(periods(n)) > 0 && coverOf(n, w) == coverNone && !inBreak(n, w)
}

// inBreak reports whether w is between two spells of a nation in which nothing
// was in its place.
func inBreak(n int, w When) bool {
	spells := periods(n)
	if len(spells) < 2 || coverOf(n, w) != coverNone ||
		(numbers{spells[0].first, spells[len(spells)-1].last}).cover(w) == coverNone {
		return false
	}
	for _, links := range [][]uint16{before(n), after(n)} {
		for _, m := range links {
			if coverOf(int(m), w) != coverNone {
				return false
			}
		}
	}
	return true
}

// coverOf returns how much of w a nation existed. It is coverNone for one
// without times.
func coverOf(n int, w When) cover {
	most := coverNone
	for _, p := range periods(n) {
		most = max(most, p.cover(w))
	}
	return most
}

// Predecessors returns the states that id continued in whole or in part, in the
// order of [All]: states that ended when id began, or whose end made id
// independent again. For PRUSSIA they are HANOVER and HESSE-KASSEL; for EE, once
// annexed and again independent, SUHH. A state that broke away from one that went
// on, as Bangladesh from Pakistan, continues nothing. This does not judge legal
// succession. The relation can be circular: RU continues SUHH, and SUHH continued
// RU.
//
// It returns nil if there are no such states or id is not [Valid]. The caller may
// modify the slice.
func Predecessors(id ID) []ID {
	if n := number(id); n >= 0 {
		return ids(before(n))
	}
	return nil
}

// Successors returns the states that continued id in whole or in part, in the
// order of [All]. It is the inverse of [Predecessors].
func Successors(id ID) []ID {
	if n := number(id); n >= 0 {
		return ids(after(n))
	}
	return nil
}

func ids(numbers []uint16) []ID {
	var list []ID
	for _, n := range numbers {
		list = append(list, idOf(int(n)))
	}
	return list
}

// Withdrawn returns the year in which ISO 3166-1 withdrew the codes of a former
// state, such as 1992 for SUHH. It is 0 for any other ID.
func Withdrawn(id ID) int {
	if n := number(id); n >= 0 {
		return int(stateRows[n].withdrawn)
	}
	return 0
}

// related returns the states that existed in w and that those of a list
// continued or were continued by, also over others that did not exist then.
func related(of []ID, w When) []ID {
	var found []int
	for _, next := range []func(int) []uint16{before, after} {
		var seen [len(stateRows)]bool
		for _, id := range of {
			seen[number(id)] = true
		}
		for _, id := range of {
			found = climb(number(id), w, next, &seen, found)
		}
	}
	slices.Sort(found)
	var list []ID
	for _, n := range slices.Compact(found) {
		list = append(list, idOf(n))
	}
	return list
}

func climb(n int, w When, next func(int) []uint16, seen *[len(stateRows)]bool, found []int) []int {
	for _, link := range next(n) {
		m := int(link)
		switch {
		case seen[m]:
		case coverOf(m, w) != coverNone:
			found = append(found, m)
		default:
			seen[m] = true
			found = climb(m, w, next, seen, found)
		}
	}
	return found
}
