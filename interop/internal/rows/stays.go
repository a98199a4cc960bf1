package rows

import (
	"errors"
	"slices"
	"time"

	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/nation"
)

// A Stay is a state and the part of a time for which it existed. The zero Period
// means all of the time.
type Stay struct {
	ID     nation.ID
	Period edtf.Period
}

// StatesCoded returns the states that had a code of a scheme during a time, each
// with its part of it, in the order of their beginning: RU is not among those of
// "1955/1991", which may have ended before it began. It returns one state without
// a period if that is all, and otherwise what StateCoded says.
func StatesCoded(scheme nation.Scheme, code string, during edtf.Period) (list []Stay, doubt string) {
	id, doubt := StateCoded(scheme, code, during)
	span := during.Span()
	if id == "" || doubt != "" || span.IsZero() {
		return []Stay{{ID: id}}, doubt
	}
	first, last := days(span)
	begun, notOver := first, last // the last day on which it may begin, and the first on which it may end
	if d := during.Start(); !d.IsZero() {
		begun = d.Span().Last.Time()
	}
	if d := during.End(); !d.IsZero() {
		notOver = d.Span().First.Time()
	}
	ids := []nation.ID{id}
	var several *nation.AmbiguousError
	if _, err := nation.LookupCode(scheme, code, nation.Days(first, last)); errors.As(err, &several) {
		ids = several.Candidates
	}
	type spell struct {
		id          nation.ID
		first, last time.Time
	}
	var spells []spell
	for _, candidate := range ids {
		for _, p := range existed(candidate) {
			from, to := latest(p.first, first), earlier(p.last, last)
			if from.After(to) {
				continue
			}
			if candidate != id && (from.After(notOver) || to.Before(begun)) {
				continue
			}
			if had, err := nation.LookupCode(scheme, code, nation.Day(from)); err == nil && had == candidate {
				spells = append(spells, spell{candidate, from, to})
			}
		}
	}
	slices.SortFunc(spells, func(a, b spell) int { return a.first.Compare(b.first) })
	if len(spells) == 0 || len(spells) == 1 && !spells[0].first.After(begun) && !spells[0].last.Before(notOver) {
		return []Stay{{ID: id}}, ""
	}
	for _, s := range spells {
		from, to := during.Start(), during.End()
		if s.first.After(first) {
			from = edtf.DateOf(s.first)
		}
		open := during.OpenEnd()
		if s.last.Before(last) {
			to, open = edtf.DateOf(s.last), false
		}
		p := edtf.Since(from)
		if !open {
			p, _ = Period(from, to)
		}
		list = append(list, Stay{s.id, p})
	}
	return list, ""
}

// existence is a time in which a state existed.
type existence struct{ first, last time.Time }

// existed returns the times in which a state existed. A break in which no other
// state was in its place belongs to them.
func existed(id nation.ID) (list []existence) {
	farFirst, farLast := days(edtf.Span{First: edtf.DayMin, Last: edtf.DayMax})
	for _, p := range nation.Periods(id) {
		e := existence{farFirst, farLast}
		if !p.First.IsZero() {
			e.first, _ = p.First.Time()
		}
		if !p.Last.IsZero() {
			_, after := p.Last.Time()
			e.last = after.AddDate(0, 0, -1)
		}
		if n := len(list); n > 0 {
			between := nation.Days(list[n-1].last.AddDate(0, 0, 1), e.first.AddDate(0, 0, -1))
			if !e.first.After(list[n-1].last.AddDate(0, 0, 1)) || !nation.Absent(id, between) {
				list[n-1].last = e.last
				continue
			}
		}
		list = append(list, e)
	}
	if list == nil {
		list = []existence{{farFirst, farLast}}
	}
	return list
}

func latest(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

func earlier(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}
