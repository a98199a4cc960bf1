package selection

import (
	"cmp"
	"slices"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/nation"
)

// A Selection is a question about one dataset. The zero Selection keeps every
// record.
type Selection struct {
	A, B      entente.ID // both or neither
	Involving entente.ID
	Affecting entente.ID
	About     entente.Topic
	During    edtf.Period
	Kinds     []entente.Kind // each once, in their order
	Basis     entente.Basis
	Source    entente.ID
}

// Narrow returns the records of d that s asks for.
func (s Selection) Narrow(d *entente.Dataset) *entente.Dataset {
	if s.A != "" {
		d = d.Between(s.A, s.B)
	}
	if s.Involving != "" {
		d = d.Involving(s.Involving)
	}
	d = d.OfKind(s.Kinds...).During(s.During)
	if s.Affecting != "" {
		d = d.Affecting(s.Affecting)
	}
	if s.About != "" {
		d = d.About(s.About)
	}
	if s.Basis != 0 {
		d = d.WithBasis(s.Basis)
	}
	if s.Source != "" {
		d = d.Citing(s.Source)
	}
	return d
}

// Years returns the first and the last year of a period, and 0 for an open side.
func Years(p edtf.Period) (first, last int) {
	if p.IsZero() {
		return 0, 0
	}
	span := p.Written()
	from, to := span.Bounds()
	if span.First != edtf.DayMin {
		first = from.Year()
	}
	if span.Last != edtf.DayMax {
		last = to.AddDate(0, 0, -1).Year()
	}
	return first, last
}

// Query returns the question with IDs in place of names.
func (s Selection) Query() Query {
	q := Query{Involving: string(s.Involving), Affecting: string(s.Affecting), About: string(s.About),
		During: s.During.String(), Source: string(s.Source)}
	if s.A != "" {
		q.Between = string(s.A) + "," + string(s.B)
	}
	for i, k := range s.Kinds {
		q.Kind += [...]string{"", ","}[min(i, 1)] + k.String()
	}
	if s.Basis != 0 {
		q.Basis = s.Basis.String()
	}
	return q
}

// Select reads q as a question about d. The error is of type [Mistakes] and has
// everything that is wrong.
func (q Query) Select(d *entente.Dataset) (Selection, error) {
	r := reader{d: d}
	var s Selection
	for _, word := range Words() {
		if v := q.Get(word); len(v) > maxValue {
			r.wrong = append(r.wrong, &Mistake{Word: word, Value: v[:0], Reason: ReasonLong})
			q = q.With(word, "")
		}
	}
	s.A, s.B = r.pair(q.Between)
	s.Involving = r.actor(Involving, q.Involving, entente.Kind.IsActor)
	s.Affecting = r.actor(Affecting, q.Affecting, canBeAffected)
	s.About = r.topic(q.About)
	s.During = r.period(q.During)
	s.Kinds = r.kinds(q.Kind)
	s.Basis = r.basis(q.Basis)
	s.Source = r.source(q.Source)
	if err := r.wrong.err(); err != nil {
		return Selection{}, err
	}
	return s, nil
}

func canBeAffected(k entente.Kind) bool { return k.IsActor() || k == entente.KindRegion }

// A reader reads the values of one query and collects its mistakes.
type reader struct {
	d     *entente.Dataset
	wrong Mistakes
}

func (r *reader) mistake(word, value string, reason Reason, near ...Suggestion) {
	r.wrong = append(r.wrong, &Mistake{Word: word, Value: value, Reason: reason, Near: near})
}

func (r *reader) pair(value string) (a, b entente.ID) {
	if value == "" {
		return "", ""
	}
	x, y, _ := strings.Cut(value, ",")
	x, y = strings.TrimSpace(x), strings.TrimSpace(y)
	if x == "" || y == "" || strings.Contains(y, ",") {
		r.mistake(Between, value, ReasonPair)
		return "", ""
	}
	a, b = r.actor(Between, x, entente.Kind.IsActor), r.actor(Between, y, entente.Kind.IsActor)
	if a != "" && a == b {
		r.mistake(Between, value, ReasonPair)
	}
	return a, b
}

// actor returns the ID of the actor with the ID or name. It does not guess.
func (r *reader) actor(word, value string, allowed func(entente.Kind) bool) entente.ID {
	if value == "" {
		return ""
	}
	if record, ok := r.d.Record(entente.ID(value)); ok {
		if !allowed(record.Kind()) {
			r.mistake(word, value, ReasonKind)
			return ""
		}
		return entente.ID(value)
	}
	if nation.Valid(nation.ID(value)) {
		return entente.ID(value)
	}
	found := r.d.Find(value)
	found = slices.DeleteFunc(found, func(m entente.Match) bool { return !allowed(m.Kind) })
	exact := 0
	for exact < len(found) && found[exact].Fit == entente.FitExact {
		exact++
	}
	switch {
	case exact == 1:
		return found[0].ID
	case exact > 1:
		r.mistake(word, value, ReasonAmbiguous, suggested(found[:min(exact, maxNear)])...)
		return ""
	}
	if m, err := nation.Lookup(value); err == nil {
		return entente.ID(m.ID)
	}
	near := suggested(found[:min(len(found), maxNear)])
	if len(near) == 0 {
		near = r.nearActors(value, allowed)
	}
	r.mistake(word, value, ReasonUnknown, near...)
	return ""
}

func (r *reader) topic(value string) entente.Topic {
	if value == "" {
		return ""
	}
	var ids []string
	for _, t := range r.d.Topics() {
		if string(t.ID) == value {
			return t.ID
		}
		ids = append(ids, string(t.ID))
	}
	r.mistake(About, value, ReasonUnknown, nearest(value, slices.Values(ids), maxNear)...)
	return ""
}

func (r *reader) period(value string) edtf.Period {
	p, err := edtf.ParsePeriod(value)
	if value == "" || err == nil {
		return p
	}
	r.wrong = append(r.wrong, &Mistake{Word: During, Value: value, Reason: ReasonPeriod, Err: err})
	return edtf.Period{}
}

func (r *reader) kinds(value string) []entente.Kind {
	if value == "" {
		return nil
	}
	var list []entente.Kind
	for part := range strings.SplitSeq(value, ",") {
		var k entente.Kind
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		if k.UnmarshalText([]byte(part)) != nil {
			r.mistake(Kind, part, ReasonUnknown, nearest(part, slices.Values(KindNames()), maxNear)...)
			continue
		}
		list = append(list, k)
	}
	slices.SortFunc(list, cmp.Compare[entente.Kind])
	return slices.Compact(list)
}

// KindNames returns the names of the kinds, in their order.
func KindNames() []string {
	var names []string
	for k := entente.KindNation; k <= entente.KindAssessment; k++ {
		names = append(names, k.String())
	}
	return names
}

func (r *reader) basis(value string) entente.Basis {
	var b entente.Basis
	if value != "" && b.UnmarshalText([]byte(value)) != nil {
		names := []string{entente.BasisReported.String(), entente.BasisAttributed.String(), entente.BasisAssessed.String()}
		r.mistake(Basis, value, ReasonUnknown, nearest(value, slices.Values(names), len(names))...)
	}
	return b
}

func (r *reader) source(value string) entente.ID {
	if value == "" {
		return ""
	}
	if _, ok := r.d.Source(entente.ID(value)); ok {
		return entente.ID(value)
	}
	ids := func(yield func(string) bool) {
		for s := range r.d.Sources() {
			if !yield(string(s.ID)) {
				return
			}
		}
	}
	r.mistake(Source, value, ReasonUnknown, nearest(value, ids, maxNear)...)
	return ""
}
