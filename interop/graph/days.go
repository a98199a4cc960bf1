package graph

import (
	"slices"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/internal/dayset"
)

// A duration says when who takes part in a record.
type duration struct {
	known dayset.Set // the days of the record
	doubt dayset.Set // those that it may last, for all that is known
	// own and always have the nations and blocs that take part for a time of
	// their own, and those of them that take part as long as the record, too.
	own    map[entente.ID]dayset.Set
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
		after := edtf.Span{First: edtf.DayMin, Last: edtf.DayMax}
		if !when.IsZero() {
			after.First = when.Span().First
		}
		l.doubt = append(l.doubt, after)
	}
	l.doubt = dayset.Union(l.doubt)
	if !slices.ContainsFunc(a.Parties, func(p entente.Party) bool { return !p.Period.IsZero() }) {
		return l
	}
	l.own, l.always = make(map[entente.ID]dayset.Set), make(map[entente.ID]bool)
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
		l.own[id] = dayset.Union(list).And(l.doubt)
	}
	return l
}

// add adds the days of a period, if it has any.
func add(s dayset.Set, p edtf.Period) dayset.Set {
	if span := p.Span(); !span.IsZero() {
		s = append(s, span)
	}
	return s
}

// of returns when a nation or bloc takes part. The record lasts as given.
func (l *duration) of(id entente.ID, lasts dayset.Set) dayset.Set {
	own, dated := l.own[id]
	switch {
	case !dated:
		return lasts
	case l.always[id]:
		return dayset.Union(own, lasts)
	}
	return own
}

// together reports whether two ever took part at once.
func (l *duration) together(a, b entente.ID) bool {
	return l.own == nil || l.of(a, l.doubt).Meets(l.of(b, l.doubt))
}

// days returns the days on which both are known to take part, or may by the date.
func (l *duration) days(a, b entente.ID) dayset.Set {
	if l.own == nil {
		return l.known
	}
	return l.of(a, l.known).And(l.of(b, l.known))
}
