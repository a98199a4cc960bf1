package graph

import (
	"slices"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
)

// spans is a list of runs of days.
type spans []edtf.Span

// joined returns the same days in as few runs as possible, in order. It changes s.
func (s spans) joined() spans {
	slices.SortFunc(s, func(a, b edtf.Span) int { return int(max(-1, min(1, int64(a.First)-int64(b.First)))) })
	list := s[:0]
	for _, r := range s {
		if n := len(list); n > 0 && r.First <= list[n-1].Last {
			list[n-1].Last = max(list[n-1].Last, r.Last)
		} else {
			list = append(list, r)
		}
	}
	return list
}

// and returns the days that are in both. Both are joined.
func (s spans) and(t spans) (list spans) {
	for len(s) > 0 && len(t) > 0 {
		r := edtf.Span{First: max(s[0].First, t[0].First), Last: min(s[0].Last, t[0].Last)}
		if r.First <= r.Last {
			list = append(list, r)
		}
		if s[0].Last < t[0].Last {
			s = s[1:]
		} else {
			t = t[1:]
		}
	}
	return list
}

func (s spans) meet(t spans) bool { return len(s.and(t)) > 0 }

// A duration says when who takes part in a record.
type duration struct {
	known spans // the days of the record
	doubt spans // those that it may last, for all that is known
	// own and always have the nations and blocs that take part for a time of
	// their own, and those of them that take part as long as the record, too.
	own    map[entente.ID]spans
	always map[entente.ID]bool
}

// lasting returns the duration of a record.
func lasting(r entente.Record, s *actors) *duration {
	when := r.AsFact().When
	l := &duration{known: add(nil, when)}
	a, ok := r.(entente.Agreement)
	if !ok {
		return l
	}
	l.doubt = add(add(nil, when), a.InForce)
	if !a.InForce.IsZero() {
		l.known = add(nil, a.InForce)
	} else {
		for _, p := range a.Parties {
			l.doubt = add(l.doubt, p.Period)
		}
		after := edtf.Span{First: edtf.DayMin, Last: edtf.DayMax}
		if !when.IsZero() {
			after.First = when.Span().First
		}
		l.doubt = append(l.doubt, after)
	}
	l.doubt = l.doubt.joined()
	if !slices.ContainsFunc(a.Parties, func(p entente.Party) bool { return !p.Period.IsZero() }) {
		return l
	}
	l.own, l.always = make(map[entente.ID]spans), make(map[entente.ID]bool)
	for _, p := range a.Parties {
		for _, owner := range s.of(p.Actor).always {
			if p.Period.IsZero() {
				l.always[owner] = true
			} else {
				l.own[owner] = add(l.own[owner], p.Period)
			}
		}
	}
	for id, list := range l.own {
		l.own[id] = list.joined()
	}
	return l
}

// add adds the days of a period, if it has any.
func add(s spans, p edtf.Period) spans {
	if span := p.Span(); !span.IsZero() {
		s = append(s, span)
	}
	return s
}

// of returns when a nation or bloc takes part. The record lasts as given.
func (l *duration) of(id entente.ID, lasts spans) spans {
	own, dated := l.own[id]
	switch {
	case !dated:
		return lasts
	case l.always[id]:
		return append(slices.Clone(own), lasts...).joined()
	}
	return own
}

// together reports whether two ever took part at once.
func (l *duration) together(a, b entente.ID) bool {
	return l.own == nil || l.of(a, l.doubt).meet(l.of(b, l.doubt))
}

// days returns the days on which both are known to take part, or may by the date.
func (l *duration) days(a, b entente.ID) spans {
	if l.own == nil {
		return l.known
	}
	return l.of(a, l.known).and(l.of(b, l.known))
}
