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

// Period is a time for which a state existed. The zero Period has neither end.
type Period struct {
	// First is the day on which it began, or the year if that is all that is
	// known. It is zero if that was in 1816 or before: the lists begin there.
	First When
	// Last is the day or year in which it ended, or zero if it has not.
	Last When
}

// Contains reports whether all of w is in p for certain.
func (p Period) Contains(w When) bool { return p.numbers().cover(w) == coverWhole }

// Overlaps reports whether some of w is in p. Where only a year of p's
// beginning or end is known, all of that year counts.
func (p Period) Overlaps(w When) bool { return p.numbers().cover(w) != coverNone }

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

// Periods returns the times for which a state existed, the earliest first.
// There are several where it was occupied or annexed: Poland from 1918 to 1939
// and from 1945. They are those of Correlates of War and of Gleditsch and Ward
// for members of the state system since 1816, and for others the years in which
// it began and ended. It is nil if the tables have no times, as for territories such
// as Greenland, and for an id that is not [Valid]. The slice is the caller's own.
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

// Absent reports whether the tables know that a state existed at no time in w.
// In a break between its [Periods] a state is absent only if one that continued
// it, or that it continued, existed instead: DE in 1960, and not FR in 1943. It
// is false if the tables have no times for it, for an id that is not [Valid],
// and for the zero When. It allocates nothing.
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
// order of [All]: those that ended when it began, or whose end left it
// independent again. For PRUSSIA it is HANOVER and HESSE-KASSEL, for EE, which
// was annexed and became independent again, SUHH. A state that broke away from
// one that went on, as Bangladesh from Pakistan, continues nothing. It is no
// judgement on the law of state succession. To follow it again may lead back: RU
// continues SUHH, and SUHH continued RU.
//
// It is nil if there are no such states, and for an id that is not [Valid]. The slice is
// the caller's own.
func Predecessors(id ID) []ID {
	if n := number(id); n >= 0 {
		return ids(before(n))
	}
	return nil
}

// Successors returns the states that continued id in whole or in part, in the
// order of [All]: the other direction of [Predecessors].
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
// state, such as 1992 for SUHH. It is 0 for all IDs but those of ISO 3166-3.
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
