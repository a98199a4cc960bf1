package entente

import (
	"slices"

	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/internal/dayset"
)

// A keptRow is what a holder works out once for a row that it holds to many
// questions.
type keptRow struct {
	known, doubt dayset.Set
	stays        map[int]stay
}

// A stay says when an actor takes part in a record.
type stay struct {
	own           []edtf.Span
	always, dated bool
}

// keep works out once what fit needs of a row. Other rows cannot be held then.
func (h *holder) keep(row int) {
	k := &keptRow{stays: make(map[int]stay)}
	k.known, k.doubt = h.lasting(row)
	for _, s := range h.c.stintsOf(row) {
		if s.actor != nobody {
			k.stays[int(s.actor)] = h.with(k.stays[int(s.actor)], s.period)
		}
	}
	h.kept = k
}

// with adds the period of a stint to a stay.
func (h *holder) with(s stay, p edtf.Period) stay {
	if p.IsZero() {
		s.always = true
		return s
	}
	s.dated = true
	if span := h.span(p); !span.IsZero() {
		s.own = append(s.own, span)
	}
	return s
}

// fitAlso is fit with another pair of parties and another period.
func (h *holder) fitAlso(row int, a, b uint32, span edtf.Span) fit {
	also := *h
	also.parties = append(slices.Clip(h.parties), []int{int(a)}, []int{int(b)})
	also.spans = append(slices.Clip(h.spans), span)
	return also.fit(row)
}
