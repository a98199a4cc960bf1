package graph

import (
	"bufio"
	"cmp"
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/interop"
	"golang.org/x/text/language"
)

// A Writer writes graphs with the names of actors in a language. The zero Writer
// writes them in English. A Writer is safe for concurrent use.
type Writer struct {
	// Language selects the names on nodes, as in [entente.Dataset.Name]. The zero
	// Tag means English.
	Language language.Tag
}

// A node is a nation or bloc that has a tie.
type node struct {
	id          entente.ID
	kind        entente.Kind
	label       string
	name        entente.Text
	identifiers []entente.Identifier
}

// An edge is what ties two nodes in one way.
type edge struct {
	way     way
	first   edtf.Date
	last    edtf.Date
	undated int
	records []entente.ID // in the order of iteration
	days    []edtf.Span
}

// A way is what edges are told apart by. A pair has an edge for each.
type way struct {
	a, b         entente.ID // a comes before b
	kind         entente.Kind
	multilateral bool
	headline     bool
}

func (w way) compare(v way) int {
	return cmp.Or(strings.Compare(string(w.a), string(v.a)), strings.Compare(string(w.b), string(v.b)),
		cmp.Compare(w.kind, v.kind), compareBools(w.multilateral, v.multilateral), compareBools(w.headline, v.headline))
}

func compareBools(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// scope returns the word for whether others take part.
func (w way) scope() string {
	if w.multilateral {
		return "multilateral"
	}
	return "bilateral"
}

// A tieGraph is what is written.
type tieGraph struct {
	nodes  []node
	edges  []*edge
	losses interop.Losses
}

// A syntax writes a graph.
type syntax func(output, *tieGraph)

// An output is a buffered writer that keeps its first error.
type output struct{ *bufio.Writer }

func (o output) say(parts ...string) {
	for _, s := range parts {
		o.WriteString(s)
	}
}

// write writes the graph of d in a syntax.
func (g Writer) write(w io.Writer, d *entente.Dataset, s syntax, f format) (interop.Losses, error) {
	if w == nil {
		return nil, errors.New("graph: no writer to write to")
	}
	t := g.graphOf(d, f)
	out := output{bufio.NewWriter(w)}
	s(out, t)
	return t.losses, out.Flush()
}

// graphOf works out who is tied to whom.
func (g Writer) graphOf(d *entente.Dataset, f format) *tieGraph {
	tag := g.Language
	if tag == language.Und {
		tag = language.English
	}
	c := &collector{format: f, edges: make(map[way]*edge), fields: make(map[entente.Kind][]field)}
	c.actors = actors{d: d, known: make(map[entente.ID]*belonging)}
	c.all()
	t := &tieGraph{}
	ids := make(map[entente.ID]bool)
	for _, e := range c.edges {
		t.edges = append(t.edges, e)
		ids[e.way.a], ids[e.way.b] = true, true
	}
	slices.SortFunc(t.edges, func(a, b *edge) int { return a.way.compare(b.way) })
	for id := range ids {
		n := node{id: id, kind: entente.KindNation, label: d.Name(id, tag)}
		switch r, _ := d.Record(id); r := r.(type) {
		case entente.Nation:
			n.name, n.identifiers = r.Name, r.Identifiers
		case entente.Bloc:
			n.kind, n.name, n.identifiers = r.Kind(), r.Name, r.Identifiers
		}
		t.nodes = append(t.nodes, n)
	}
	slices.SortFunc(t.nodes, func(a, b node) int { return strings.Compare(string(a.id), string(b.id)) })
	c.loseActors(ids)
	t.losses = c.losses
	return t
}

// words returns a text on one line, without characters that control a reader.
func words(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.Map(func(r rune) rune {
		if r < ' ' || 0x7F <= r && r < 0xA0 || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

func joined(ids []entente.ID) string {
	list := make([]string, len(ids))
	for i, id := range ids {
		list[i] = string(id)
	}
	return strings.Join(list, " ")
}
