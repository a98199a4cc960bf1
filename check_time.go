package entente

import (
	"strings"

	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/nation"
)

// An anachronism is a warning, because an editor may know more than package
// nation.

// anachronisms finds the dated records that name a state outside its years.
func (rs *records) anachronisms(base *index) (list []finding) {
	f := stateFinder{exists: make(map[ID]edtf.Period)}
	lists := [][]record{rs.recs}
	if base != nil {
		lists = append(lists, base.recs)
	}
	for _, recs := range lists {
		for _, r := range recs {
			if n, ok := r.(*Nation); ok && !n.Exists.IsZero() {
				f.exists[n.ID] = n.Exists
			}
		}
	}
	for i, r := range rs.recs {
		f.where = finding{section: r.Kind().section(), index: i, record: r.fact().ID, err: ErrAnachronism}
		f.record(r)
	}
	return f.found
}

// A stateFinder checks one record after another.
type stateFinder struct {
	exists map[ID]edtf.Period // the data's own nations
	where  finding
	found  []finding
}

// record checks the states that a record names against the time that it is
// about. A party or posting with its own period is checked against that.
func (f *stateFinder) record(r record) {
	when := r.fact().When
	switch r := r.(type) {
	case *Official:
		for i := range r.Postings {
			f.at(at("postings").element(i)+at("for"), r.Postings[i].For, r.Postings[i].Period)
		}
	case *Agreement:
		for i := range r.Parties {
			f.at(at("parties").element(i)+at("actor"), r.Parties[i].Actor, partyTime(r, i))
		}
		others := *r
		others.Parties = nil
		f.all(&others, when)
		return
	}
	f.all(r, when)
}

// partyTime returns the time for which an actor is a party: its own, or that of
// the agreement.
func partyTime(a *Agreement, i int) edtf.Period {
	switch {
	case !a.Parties[i].Period.IsZero():
		return a.Parties[i].Period
	case !a.InForce.IsZero():
		return a.InForce
	}
	return a.When
}

// all checks every reference of the record, except those in claims and
// postings. It works out a location only for a warning.
func (f *stateFinder) all(r record, when edtf.Period) {
	if when.IsZero() {
		return
	}
	late := false
	eachRef(r, func(ref ref) { late = late || ref.to.has(KindNation) && f.absent(ref.id, when) })
	if !late {
		return
	}
	var place location
	w := walker{}
	w.visit = func(l location) { place = l }
	w.refs = func(ref ref) {
		here := place
		if w.nth > 0 {
			here = place.element(w.nth - 1)
		}
		elsewhere := strings.HasPrefix(string(place), "/claims") || strings.HasPrefix(string(place), "/postings")
		if !elsewhere && ref.to.has(KindNation) {
			f.at(here, ref.id, when)
		}
	}
	r.walk(&w)
}

// at warns about a nation that did not exist at that time.
func (f *stateFinder) at(place location, id ID, when edtf.Period) {
	if id == "" || !f.absent(id, when) {
		return
	}
	found := f.where
	found.at = place
	found.message = quote(string(id)) + " did not exist in " + when.String()
	found.hint = "write the state that existed then"
	if then := f.instead(id, when); then != "" {
		found.hint = "did you mean " + quote(string(then)) + "?"
	}
	f.found = append(f.found, found)
}

// absent reports whether the nation is known not to have existed at that time.
// The data takes precedence over package nation.
func (f *stateFinder) absent(id ID, when edtf.Period) bool {
	if when.IsZero() {
		return false
	}
	if exists, ok := f.exists[id]; ok {
		return exists.Overlaps(when) == edtf.CertaintyNo
	}
	return nation.Valid(nation.ID(id)) && nation.Absent(nation.ID(id), timeOf(when))
}

// instead returns the only state that existed at that time and that continued
// the nation or was continued by it.
func (f *stateFinder) instead(id ID, when edtf.Period) (then ID) {
	for _, related := range [][]nation.ID{nation.Predecessors(nation.ID(id)), nation.Successors(nation.ID(id))} {
		for _, n := range related {
			switch {
			case nation.Absent(n, timeOf(when)):
			case then != "":
				return ""
			default:
				then = ID(n)
			}
		}
	}
	return then
}

// timeOf returns the days of a period in the form that package nation takes.
func timeOf(p edtf.Period) nation.When {
	span := p.Span()
	if span.IsZero() {
		return nation.When{}
	}
	first, last := edtf.MustParseDate("-9999").Span().First, edtf.MustParseDate("9999").Span().Last
	return nation.Days(max(span.First, first).Time(), min(span.Last, last).Time())
}
