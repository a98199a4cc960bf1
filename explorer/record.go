package explorer

import (
	"net/http"
	"slices"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/internal/selection"
	"github.com/entente-go/entente/nation"
)

// mostRelated is the number of records that a page lists of those that refer to
// its own.
const mostRelated = 100

// record answers with the page of a record, or of a nation without one.
func (v *visit) record(id entente.ID) answer {
	if !v.has(id) {
		return v.missing(v.words.missing)
	}
	r, ok := v.data.Record(id)
	if !ok {
		if !nation.Valid(nation.ID(id)) {
			return v.missing(v.words.missing)
		}
		r = entente.Nation{Fact: entente.Fact{ID: id}}
	}
	name := v.nameOf(r)
	p := page{Heading: name.Text, HeadingLang: name.Lang, Above: v.above(r)}
	if k := r.Kind(); k.IsActor() || k == entente.KindRegion || k == entente.KindSeries { // all records are looked at
		leave, ok := v.enter(v.data)
		if !ok {
			return v.gone()
		}
		defer leave()
	}
	if v.json {
		return v.recordAsJSON(r, ok)
	}
	p.Fields = v.fields(r)
	p.Claims = v.claims(r.AsFact().Claims)
	p.Cites = v.cites(r.AsFact().Cites)
	switch k := r.Kind(); {
	case k.IsActor():
		v.actor(&p, id)
	case k == entente.KindRegion:
		v.affected(&p, id)
	default:
		v.related(&p, r)
	}
	return v.render(http.StatusOK, p)
}

// above returns what is said above the name: the kind and the basis.
func (v *visit) above(r entente.Record) []value {
	kind := r.Kind()
	list := []value{{Text: capital(v.book.Kind(kind)), Href: v.to("", selection.Query{Kind: kind.String()})}}
	if basis := r.AsFact().Basis; basis != 0 && !kind.IsActor() && kind != entente.KindRegion {
		list = append(list, value{Text: v.book.Basis(basis)})
	}
	return list
}

// actor adds the records in which an actor takes part.
func (v *visit) actor(p *page, id entente.ID) {
	q := selection.Query{Involving: string(id)}
	all := v.data.Involving(id)
	if all.Len() > 0 {
		v.part(p, q, all)
	}
	v.affected(p, id)
	if all.Len() > maxCounted {
		return
	}
	if d := all.OfKind(entente.KindExercise, entente.KindMeeting); d.Len() > 1 {
		p.HTML = v.drawn(v.timelineOf(true), all)
	}
	if all.Len() == 0 {
		return
	}
	pairs := filter{Label: v.words.pairs}
	its := selection.AskedPairs(all, all.Summary().Pairs)
	for _, pair := range its[:min(mostValues, len(its))] {
		pairs.Values = append(pairs.Values, v.pair(pair))
	}
	if len(pairs.Values) > 0 {
		p.Filters = append(p.Filters, pairs)
	}
}

// part adds the links to the records of an actor, by kind.
func (v *visit) part(p *page, q selection.Query, all *entente.Dataset) {
	f := filter{Label: v.words.involve}
	add := func(text value, n int) {
		text.Note = v.book.Number(n)
		f.Values = append(f.Values, text)
	}
	add(value{Text: v.words.all, Href: v.to("", q)}, all.Len())
	for k := entente.KindNation; k <= entente.KindAssessment; k++ {
		if n := all.OfKind(k).Len(); n > 0 {
			add(value{Text: v.book.Kind(k), Href: v.to("", q.With(selection.Kind, k.String()))}, n)
		}
	}
	f.Values = append(f.Values, value{Text: v.words.briefing, Href: v.to("brief", q)},
		value{Text: v.words.ties, Href: v.to("chart/ties", q)})
	p.Filters = append(p.Filters, f)
}

// affected adds the assessments of how an actor or region is affected.
func (v *visit) affected(p *page, id entente.ID) {
	d := v.data.Affecting(id)
	if d.Len() == 0 {
		return
	}
	g := group{Label: v.words.affect}
	for r := range d.All() {
		if len(g.Rows) == perPage {
			all := value{Text: v.words.all, Href: v.to("", selection.Query{Affecting: string(id)})}
			g.Rows = append(g.Rows, row{value: all})
			break
		}
		g.Rows = append(g.Rows, v.row(r))
	}
	p.Groups = append(p.Groups, g)
}

// related adds the records that refer to r, and of a series their timeline.
func (v *visit) related(p *page, r entente.Record) {
	ids := v.graph().from[r.AsFact().ID]
	var rows []entente.Record
	shown := make(map[entente.ID]bool)
	for _, id := range ids[:min(mostRelated, len(ids))] {
		shown[id] = true
		if r, ok := v.data.Record(id); ok {
			rows = append(rows, r)
		}
	}
	slices.SortStableFunc(rows, func(a, b entente.Record) int { return int(a.Kind()) - int(b.Kind()) })
	p.Groups = append(p.Groups, v.groups(rows)...)
	if r.Kind() == entente.KindSeries && len(ids) >= 3 && len(ids) <= mostRelated {
		d := v.data.OfKind(entente.KindExercise, entente.KindMeeting)
		p.HTML = v.timeline(d.Filter(func(r entente.Record) bool { return shown[r.AsFact().ID] }))
	}
}

// source answers with the page of a source.
func (v *visit) source(id entente.ID) answer {
	s, ok := v.data.Source(id)
	if !ok || !v.graph().sources[id] {
		return v.missing(v.words.missing)
	}
	leave, ok := v.enter(v.data)
	if !ok {
		return v.gone()
	}
	defer leave()
	d := v.data.Citing(id)
	rows := v.ordered(d, 0)
	if v.json {
		return encoded(http.StatusOK, sourcePage{Source: s, Records: d.Len(), Citing: ids(rows)})
	}
	q := selection.Query{Source: string(id)}
	name := v.sourceName(s)
	p := page{Heading: name.Text, HeadingLang: name.Lang, Above: []value{{Text: v.words.source}}}
	p.Fields, p.Groups = v.sourceFields(s), v.groups(rows)
	f := filter{Label: v.words.citing, Values: []value{
		{Text: v.words.all, Href: v.to("", q), Note: v.book.Number(d.Len())},
		{Text: v.words.briefing, Href: v.to("brief", q)},
	}}
	p.Filters = []filter{f}
	return v.render(http.StatusOK, p)
}

func ids(rows []entente.Record) []entente.ID {
	list := make([]entente.ID, len(rows))
	for i, r := range rows {
		list[i] = r.AsFact().ID
	}
	return list
}
