package graph

import (
	"slices"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/interop"
)

// tieKinds are the kinds of record that tie those who take part.
var tieKinds = [...]entente.Kind{entente.KindPartnership, entente.KindAgreement, entente.KindExercise,
	entente.KindMeeting, entente.KindStatement}

// actors knows to which nations and blocs actors belong.
type actors struct {
	d     *entente.Dataset
	known map[entente.ID]*belonging
}

// A belonging says to which nations and blocs an actor belongs.
type belonging struct {
	always []entente.ID // sorted
	posts  []post       // of an official
}

type post struct {
	organization entente.ID
	period       edtf.Period
}

// of returns to what an actor belongs.
func (s *actors) of(id entente.ID) *belonging {
	if b := s.known[id]; b != nil {
		return b
	}
	b := new(belonging)
	s.known[id] = b // which ends a cycle
	r, ok := s.d.Record(id)
	switch r := r.(type) {
	case entente.Nation, entente.Bloc:
		b.always = []entente.ID{id}
	case entente.Organization:
		b.always = s.join(nil, r.Nation, r.Parent)
	case entente.Official:
		b.always = s.join(nil, r.Nation)
		for _, p := range r.Postings {
			if p.Organization != "" {
				b.posts = append(b.posts, post{p.Organization, p.Period})
			}
		}
	}
	if !ok {
		b.always = []entente.ID{id} // a nation without a record
	}
	return b
}

// join adds to a sorted list what actors belong to.
func (s *actors) join(list []entente.ID, ids ...entente.ID) []entente.ID {
	for _, id := range ids {
		if id == "" {
			continue
		}
		for _, owner := range s.of(id).always {
			if i, ok := slices.BinarySearch(list, owner); !ok {
				list = slices.Insert(list, i, owner)
			}
		}
	}
	return list
}

// A roll collects the nations and blocs that take part in a record.
type roll struct {
	actors *actors
	when   edtf.Period
	seen   map[entente.ID]bool // actors
	ids    map[entente.ID]bool
}

func (r *roll) add(ids ...entente.ID) {
	for _, id := range ids {
		if id == "" || r.seen[id] {
			continue
		}
		r.seen[id] = true
		b := r.actors.of(id)
		for _, owner := range b.always {
			r.ids[owner] = true
		}
		for _, p := range b.posts {
			if p.period.Overlaps(r.when) != edtf.CertaintyNo {
				r.add(p.organization)
			}
		}
	}
}

// A collector collects edges and losses.
type collector struct {
	actors
	edges  map[way]*edge
	format format
	losses interop.Losses
	fields map[entente.Kind][]field
}

// all goes through the records of d.
func (c *collector) all() {
	all := roll{actors: &c.actors, seen: make(map[entente.ID]bool), ids: make(map[entente.ID]bool)}
	for r := range c.d.OfKind(tieKinds[:]...).All() {
		if notHeld(r) {
			c.losses.Add(r.Kind(), "")
			continue
		}
		f := r.AsFact()
		clear(all.seen)
		clear(all.ids)
		all.when = f.When
		for id := range r.Actors() {
			all.add(id)
		}
		if s, ok := r.(entente.Statement); ok && s.Meeting != "" {
			if m, ok := c.d.Meeting(s.Meeting); ok {
				for id := range m.Actors() {
					all.add(id)
				}
			}
		}
		ids := make([]entente.ID, 0, len(all.ids))
		for id := range all.ids {
			ids = append(ids, id)
		}
		slices.Sort(ids)
		if c.tie(r, ids) {
			c.lose(r)
		} else {
			c.losses.Add(r.Kind(), "")
		}
	}
}

// hasUnidentified reports whether somebody takes part whom the source does not
// name.
func hasUnidentified(r entente.Record) bool {
	x, ok := r.(entente.Exercise)
	return ok && slices.ContainsFunc(x.Contingents, func(c entente.Contingent) bool { return c.Unidentified })
}

// notHeld reports whether a record is an exercise that has not begun according to
// the sources.
func notHeld(r entente.Record) bool {
	x, ok := r.(entente.Exercise)
	return ok && x.Status.NotHeld()
}

// tie ties those who take part in a record, and reports whether it ties anybody.
func (c *collector) tie(r entente.Record, ids []entente.ID) (ties bool) {
	f := r.AsFact()
	w := way{kind: r.Kind(), multilateral: len(ids) > 2 || hasUnidentified(r), headline: onlyHeadlines(f.Cites)}
	lasts := lasting(r, &c.actors)
	for i, a := range ids {
		for _, b := range ids[i+1:] {
			if !lasts.together(a, b) {
				continue
			}
			ties = true
			w.a, w.b = a, b
			e := c.edges[w]
			if e == nil {
				e = &edge{way: w}
				c.edges[w] = e
			}
			e.records = append(e.records, f.ID)
			days := lasts.days(a, b)
			if len(days) == 0 {
				e.undated++
			}
			e.days = append(e.days, days...)
			e.extend(f.When)
		}
	}
	return ties
}

// extend extends the first and the last date of an edge.
func (e *edge) extend(p edtf.Period) {
	if d := p.Start(); !d.IsZero() && (e.first.IsZero() || earlier(d, e.first)) {
		e.first = d
	}
	if d := p.End(); !d.IsZero() && (e.last.IsZero() || later(d, e.last)) {
		e.last = d
	}
}

// earlier reports whether a date may begin before another, by text if they begin
// on one day, so that the order of records does not matter. later is alike for
// ends.
func earlier(a, b edtf.Date) bool {
	if x, y := a.Written().First, b.Written().First; x != y {
		return x < y
	}
	return a.String() < b.String()
}

func later(a, b edtf.Date) bool {
	if x, y := a.Written().Last, b.Written().Last; x != y {
		return x > y
	}
	return a.String() > b.String()
}

// onlyHeadlines reports whether a record rests only on headlines of other items.
func onlyHeadlines(cites []entente.Citation) bool {
	for _, c := range cites {
		if c.Part != entente.PartRelatedHeadline {
			return false
		}
	}
	return len(cites) > 0
}
