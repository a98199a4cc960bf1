package entente

import (
	"slices"
	"sort"

	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/internal/dayset"
)

// A stint is a time other than When that a record is about: the time for which
// an actor belongs to it or, without an actor, a time such as that for which an
// agreement is in force. The zero period of an actor means as long as the
// record lasts.
type stint struct {
	actor  int32 // or none
	period edtf.Period
}

const nobody = -1

// timesOf appends the stints of the record at index i, if it has any.
func (c *index) timesOf(w *partyWalk, i int) {
	n := len(c.stints)
	switch r := c.recs[i].(type) {
	case *Nation:
		if !r.Exists.IsZero() {
			c.addStint(nobody, r.Exists)
		}
	case *Agreement:
		if !r.InForce.IsZero() {
			c.addStint(nobody, r.InForce)
		}
		dated := false
		for i := range r.Parties {
			dated = dated || !r.Parties[i].Period.IsZero()
		}
		if !dated {
			break
		}
		for i := range r.Parties {
			if a, ok := c.actor(r.Parties[i].Actor); ok {
				c.addStints(w.owners.row(a), r.Parties[i].Period)
			}
		}
	case *Official:
		dated := false
		for _, p := range r.Postings {
			dated = dated || !p.Period.IsZero()
		}
		if !dated {
			break
		}
		c.addStints(w.owners.row(i), edtf.Period{})
		for _, p := range r.Postings {
			if o, ok := c.actor(p.Organization); ok {
				c.addStints(w.owners.row(o), p.Period)
			} else if !p.Period.IsZero() {
				c.addStint(nobody, p.Period)
			}
		}
	}
	if len(c.stints) > n {
		c.timed = append(c.timed, uint32(i))
		c.stintEnds = append(c.stintEnds, uint32(len(c.stints)))
	}
}

func (c *index) addStint(actor int32, p edtf.Period) {
	c.stints = append(c.stints, stint{actor, p})
}

func (c *index) addStints(actors []uint32, p edtf.Period) {
	for _, a := range actors {
		c.addStint(int32(a), p)
	}
}

// stintsOf returns the stints in a row of timed.
func (c *index) stintsOf(row int) []stint {
	first := uint32(0)
	if row > 0 {
		first = c.stintEnds[row-1]
	}
	return c.stints[first:c.stintEnds[row]]
}

// timedRow returns the row of timed of the record at index i.
func (c *index) timedRow(i int) (int, bool) {
	row := sort.Search(len(c.timed), func(k int) bool { return c.timed[k] >= uint32(i) })
	return row, row < len(c.timed) && c.timed[row] == uint32(i)
}

// hasDatedParties reports whether actors belong to the record for different
// times.
func (c *index) hasDatedParties(row int) bool {
	for _, s := range c.stintsOf(row) {
		if s.actor != nobody && !s.period.IsZero() {
			return true
		}
	}
	return false
}

// lasting returns the stints for which the record in a row of timed lasts. An
// agreement lasts as long as it is in force; its parties do not prolong it. If its
// time in force is not known, it lasts as long as anybody is a party.
func (c *index) lasting(row int) []stint {
	all := c.stintsOf(row)
	if all[0].actor == nobody && c.isAgreement(int(c.timed[row])) {
		return all[:1]
	}
	return all
}

// A fit says whether a record is about a time.
type fit uint8

const (
	fitNone    fit = iota // it is not
	fitUndated            // not known
	fitFound              // it is, or may be by its date
)

// A moment is a period against which records are tested.
type moment struct {
	period edtf.Period
	span   edtf.Span
}

func newMoment(p edtf.Period) moment { return moment{period: p, span: p.Span()} }

// overlaps reports whether a period overlaps the moment, of which the span is
// given because it is often at hand.
func (m *moment) overlaps(p edtf.Period, span edtf.Span) bool {
	// Only a season has days in its span on which it cannot be.
	return span.Overlaps(m.span) && p.Overlaps(m.period) != edtf.CertaintyNo
}

// fit holds the record at index i to a moment, whoever takes part.
func (c *index) fit(i int, m *moment) fit {
	if m.overlaps(c.when[i], c.days[i]) {
		return fitFound
	}
	if i >= c.actors() && !c.isAgreement(i) { // nor a region
		if c.when[i].IsZero() {
			return fitUndated
		}
		return fitNone
	}
	doubt := c.doubt(i)
	inDoubt := !doubt.IsZero()
	if inDoubt && !doubt.Overlaps(m.span) {
		return fitNone
	}
	if row, ok := c.timedRow(i); ok {
		for _, s := range c.lasting(row) {
			span := s.period.Span()
			if m.overlaps(s.period, span) && (!inDoubt || doubt.Overlaps(span)) {
				return fitFound
			}
		}
	}
	if inDoubt {
		return fitUndated
	}
	return fitNone
}

// isAgreement reports whether the record at index i is an agreement.
func (c *index) isAgreement(i int) bool {
	return i >= int(c.kind[KindAgreement]) && i < int(c.kind[KindAgreement+1])
}

// surely reports whether the record at index i, which has no dated parties,
// certainly belongs to the period.
func (c *index) surely(i int, m *moment) bool {
	if c.when[i].Overlaps(m.period) == edtf.CertaintyYes {
		return true
	}
	if row, ok := c.timedRow(i); ok {
		for _, s := range c.stintsOf(row) {
			if s.period.Overlaps(m.period) == edtf.CertaintyYes {
				return true
			}
		}
	}
	return false
}

// doubt returns the days on which the undated record at index i may last: for an
// agreement without a time in force, those from its signing; for an event, all
// days; for an actor, none. A record that has such days lasts on no others.
func (c *index) doubt(i int) edtf.Span {
	always := edtf.Span{First: edtf.DayMin, Last: edtf.DayMax}
	when := c.days[i]
	switch {
	case i < c.actors():
		return edtf.Span{}
	case !c.isAgreement(i):
		if when.IsZero() {
			return always
		}
		return edtf.Span{}
	}
	if row, ok := c.timedRow(i); ok && c.stintsOf(row)[0].actor == nobody {
		return edtf.Span{}
	}
	if when.IsZero() {
		return always
	}
	return edtf.Span{First: when.First, Last: edtf.DayMax}
}

// A holder tests records with dated parties against a question.
type holder struct {
	c       *index
	parties [][]int // the actors of each list, sorted
	spans   []edtf.Span
	sure    bool     // only days count that a time must contain
	kept    *keptRow // of the only row that is held to the question, or nil
}

// span returns the days that count of a time.
func (h *holder) span(p edtf.Period) edtf.Span {
	if h.sure {
		return p.Certain()
	}
	return p.Span()
}

func newHolder(c *index, q *question) *holder {
	h := &holder{c: c}
	for _, ids := range q.parties {
		var actors []int
		for _, id := range ids {
			if a, ok := c.actor(id); ok {
				actors = append(actors, a)
			}
		}
		slices.Sort(actors)
		h.parties = append(h.parties, actors)
	}
	for _, p := range q.periods {
		h.spans = append(h.spans, p.Span())
	}
	return h
}

// fit holds the record in a row of timed to the question: whether there is a day
// of the period on which one of each list of parties took part.
func (h *holder) fit(row int) fit {
	known, doubt := h.lasting(row)
	if len(h.spans) == 0 {
		// Without a period, what is in doubt is as good as what is known.
		return h.within(row, edtf.Span{First: edtf.DayMin, Last: edtf.DayMax}, doubt, doubt)
	}
	best := fitFound
	for _, span := range h.spans {
		best = min(best, h.within(row, span, known, doubt))
	}
	return best
}

// lasting returns the days for which the record in a row of timed lasts, and
// those for which it may.
func (h *holder) lasting(row int) (known, doubt dayset.Set) {
	if h.kept != nil {
		return h.kept.known, h.kept.doubt
	}
	i := int(h.c.timed[row])
	if s := h.span(h.c.when[i]); !s.IsZero() {
		known = append(known, s)
	}
	for _, s := range h.c.lasting(row) {
		if s := h.span(s.period); !s.IsZero() {
			known = append(known, s)
		}
	}
	known = dayset.Union(known)
	s := h.c.doubt(i)
	if s.IsZero() {
		return known, known
	}
	doubt = dayset.Set{s} // nobody is a party before the signing
	if signed := h.c.when[i].Start().Span(); h.sure && !signed.IsZero() {
		s.First = signed.Last
	}
	return known.And(dayset.Set{s}), doubt
}

// days returns a function that tells on which days an actor may take part in the
// record in a row of timed. Two of them take part at once if fit finds them, but
// fit goes through the row again for each pair.
func (h *holder) days(row int) func(actor uint32) dayset.Set {
	_, doubt := h.lasting(row)
	own, always := make(map[uint32]dayset.Set), make(map[uint32]bool)
	for _, s := range h.c.stintsOf(row) {
		a := uint32(s.actor)
		switch {
		case s.actor == nobody:
		case s.period.IsZero():
			always[a] = true
		default:
			own[a] = append(own[a], h.span(s.period))
		}
	}
	for a, list := range own {
		own[a] = dayset.Union(list).And(doubt)
	}
	return func(a uint32) dayset.Set {
		if list, dated := own[a]; dated && !always[a] {
			return list
		}
		return doubt
	}
}

// within holds the record to one period. The record lasts for known, and perhaps
// for doubt, and nobody takes part on other days.
func (h *holder) within(row int, span edtf.Span, known, doubt dayset.Set) fit {
	found, maybe := known.And(dayset.Set{span}), doubt.And(dayset.Set{span})
	for _, actors := range h.parties {
		if own, always := h.times(row, actors); !always {
			set := dayset.Union(own)
			found, maybe = found.And(set), maybe.And(set)
		}
	}
	switch {
	case len(found) > 0:
		return fitFound
	case len(maybe) > 0:
		return fitUndated
	}
	return fitNone
}

// times returns when any of the actors takes part, and whether one does as long as
// the record lasts: if that is said, or if no time is given for any of them.
func (h *holder) times(row int, actors []int) (own []edtf.Span, always bool) {
	var all stay
	if h.kept != nil {
		for _, a := range actors {
			s := h.kept.stays[a]
			all = stay{append(all.own, s.own...), all.always || s.always, all.dated || s.dated}
		}
		return all.own, all.always || !all.dated
	}
	for _, s := range h.c.stintsOf(row) {
		if _, ok := slices.BinarySearch(actors, int(s.actor)); ok {
			all = h.with(all, s.period)
		}
	}
	return all.own, all.always || !all.dated
}
