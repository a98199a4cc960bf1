package explorer

import "github.com/entente-go/entente"

// A graph is which records refer to which, and so which have a page.
type graph struct {
	from    map[entente.ID][]entente.ID // the records that refer to one that is no actor
	shown   map[entente.ID]bool         // what records refer to without it being in the dataset
	sources map[entente.ID]bool
}

// newGraph reads each record once.
func newGraph(d *entente.Dataset) *graph {
	g := &graph{
		from: make(map[entente.ID][]entente.ID), shown: make(map[entente.ID]bool), sources: make(map[entente.ID]bool),
	}
	for s := range d.Sources() {
		g.sources[s.ID] = true
	}
	for r := range d.All() {
		id := r.AsFact().ID
		for to := range r.References() {
			if !d.Has(to) {
				g.shown[to] = true
			} else if target, ok := d.Record(to); ok && !target.Kind().IsActor() {
				g.from[to] = append(g.from[to], id)
			}
		}
		for actor := range r.Actors() {
			if !d.Has(actor) {
				g.shown[actor] = true
			}
		}
	}
	for id := range g.shown {
		if r, ok := d.Record(id); ok {
			g.addSources(d, r.AsFact())
		}
	}
	return g
}

// addSources adds what the page of a record cites.
func (g *graph) addSources(d *entente.Dataset, f entente.Fact) {
	add := func(cites []entente.Citation) {
		for _, c := range cites {
			for s, ok := d.Source(c.Source); ok && !g.sources[s.ID]; s, ok = d.Source(s.Reprints) {
				g.sources[s.ID] = true
			}
		}
	}
	add(f.Cites)
	for _, c := range f.Claims {
		add(c.Cites)
	}
}

// has reports whether the record or nation has a page: it is in the dataset, or a
// record of the dataset refers to it.
func (v *visit) has(id entente.ID) bool { return v.data.Has(id) || v.graph().shown[id] }
