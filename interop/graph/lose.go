package graph

import (
	"reflect"
	"slices"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop/internal/objects"
)

// A format says what a syntax holds beside what all of them do.
type format struct {
	names       bool // of actors in all languages
	identifiers bool // of actors
	records     bool // the IDs of records
}

// lose counts the members of a record that ties somebody. Of its parties, nations
// and blocs are written, and what these belong to for others.
func (c *collector) lose(r entente.Record) {
	plain := true
	switch r := r.(type) {
	case entente.Partnership:
		plain = c.allNodes(r.Parties...)
	case entente.Agreement:
		for _, p := range r.Parties {
			plain = plain && c.allNodes(p.Actor) && p.Period.IsZero() && len(p.Obligations)+len(p.Cites) == 0
		}
	case entente.Exercise:
		for _, p := range r.Contingents {
			plain = plain && reflect.DeepEqual(p, entente.Contingent{Nation: p.Nation, Bloc: p.Bloc})
		}
	case entente.Meeting:
		for _, p := range r.Attendees {
			plain = plain && c.allNodes(p.Actor) && p == entente.Attendee{Actor: p.Actor}
		}
	}
	written := map[string]bool{"id": c.format.records}
	for _, name := range []string{"parties", "contingents", "attendees"} {
		written[name] = plain
	}
	c.members(r, written)
}

// allNodes reports whether all are nations or blocs.
func (c *collector) allNodes(ids ...entente.ID) bool {
	return !slices.ContainsFunc(ids, func(id entente.ID) bool { return !slices.Equal(c.of(id).always, []entente.ID{id}) })
}

// members counts the members of a record that are not written.
func (c *collector) members(r entente.Record, written map[string]bool) {
	v := reflect.ValueOf(r)
	list := c.fields[r.Kind()]
	if list == nil {
		for _, f := range reflect.VisibleFields(v.Type()) {
			if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "" {
				list = append(list, field{name, f.Index})
			}
		}
		c.fields[r.Kind()] = list
	}
	for _, f := range list {
		m := v.FieldByIndex(f.index)
		if !written[f.name] && !m.IsZero() && (m.Kind() != reflect.Slice || m.Len() > 0) {
			c.losses.Add(r.Kind(), f.name)
		}
	}
}

// A field is a member of the records of a kind.
type field struct {
	name  string
	index []int
}

// loseActors counts what is lost of nations and blocs, and all that has no place
// in a graph.
func (c *collector) loseActors(nodes map[entente.ID]bool) {
	kinds := append(tieKinds[:], entente.KindNation, entente.KindBloc)
	objects.LoseWhole(&c.losses, c.d, kinds...)
	c.losses.AddN(0, "extra", len(c.d.Extra()))
	for range c.d.Sources() {
		c.losses.Add(0, "sources")
	}
	for r := range c.d.OfKind(entente.KindNation, entente.KindBloc).All() {
		id, name := r.AsFact().ID, entente.Text{}
		switch r := r.(type) {
		case entente.Nation:
			name = r.Name
		case entente.Bloc:
			name = r.Name
		}
		if !nodes[id] {
			c.losses.Add(r.Kind(), "")
			continue
		}
		n := 0
		for range name.All() {
			n++
		}
		c.members(r, map[string]bool{"id": true, "name": c.format.names || n < 2, "identifiers": c.format.identifiers})
	}
}
