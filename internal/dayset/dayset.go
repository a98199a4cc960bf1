// Package dayset has sets of days, of which the questions about who took part when
// are made.
package dayset

import (
	"cmp"
	"slices"

	"github.com/entente-go/entente/edtf"
)

// A Set is a set of days: runs in ascending order, of which no two overlap. The
// zero Set is empty.
type Set []edtf.Span

// Union returns the days of all lists, in which runs may overlap and have any
// order. It leaves the lists as they are.
func Union(lists ...[]edtf.Span) Set {
	all := slices.Concat(lists...)
	slices.SortFunc(all, func(a, b edtf.Span) int { return cmp.Compare(a.First, b.First) })
	set := all[:0]
	for _, r := range all {
		if n := len(set); n > 0 && r.First <= set[n-1].Last {
			set[n-1].Last = max(set[n-1].Last, r.Last)
		} else {
			set = append(set, r)
		}
	}
	return set
}

// And returns the days that are in both.
func (s Set) And(t Set) (both Set) {
	for len(s) > 0 && len(t) > 0 {
		r := edtf.Span{First: max(s[0].First, t[0].First), Last: min(s[0].Last, t[0].Last)}
		if r.First <= r.Last {
			both = append(both, r)
		}
		if s[0].Last < t[0].Last {
			s = s[1:]
		} else {
			t = t[1:]
		}
	}
	return both
}

// Meets reports whether there is a day that is in both.
func (s Set) Meets(t Set) bool {
	for len(s) > 0 && len(t) > 0 {
		if max(s[0].First, t[0].First) <= min(s[0].Last, t[0].Last) {
			return true
		}
		if s[0].Last < t[0].Last {
			s = s[1:]
		} else {
			t = t[1:]
		}
	}
	return false
}
