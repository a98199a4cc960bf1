package graph

import (
	"encoding/xml"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/internal/dayset"
	"github.com/entente-go/entente/interop"
)

// WriteGraphML writes who is tied to whom in d as GraphML, with names in English.
// It is shorthand for Writer{}.GraphML(w, d).
func WriteGraphML(w io.Writer, d *entente.Dataset) (interop.Losses, error) {
	return Writer{}.GraphML(w, d)
}

// WriteGEXF writes who is tied to whom, and when, as GEXF 1.3, with names in
// English. It is shorthand for Writer{}.GEXF(w, d).
func WriteGEXF(w io.Writer, d *entente.Dataset) (interop.Losses, error) {
	return Writer{}.GEXF(w, d)
}

// GraphML writes who is tied to whom in d as GraphML, the same for equal
// datasets. It returns what it does not write; see the package's documentation.
// Any error comes from w.
func (g Writer) GraphML(w io.Writer, d *entente.Dataset) (interop.Losses, error) {
	return g.write(w, d, graphML, format{names: true, identifiers: true, records: true})
}

// GEXF writes who is tied to whom in d as GEXF 1.3, the same for equal
// datasets. The edges are dated. It returns what it does not write; see the
// package's documentation. Any error comes from w.
func (g Writer) GEXF(w io.Writer, d *entente.Dataset) (interop.Losses, error) {
	return g.write(w, d, gexf, format{names: true, identifiers: true, records: true})
}

const xmlHead = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"

// escaped returns text for XML, within an element or a quoted attribute.
func escaped(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(s)) // a Builder has no errors
	return b.String()
}

// An attribute is a column of nodes or edges.
type attribute struct{ id, typ string }

var edgeAttributes = []attribute{{"kind", "string"}, {"scope", "string"}, {"headline", "boolean"},
	{"weight", "int"}, {"first", "string"}, {"last", "string"}, {"undated", "int"}, {"records", "string"}}

// values returns the values of edgeAttributes.
func (e *edge) values() []string {
	return []string{e.way.kind.String(), e.way.scope(), strconv.FormatBool(e.way.headline),
		strconv.Itoa(len(e.records)), e.first.String(), e.last.String(), strconv.Itoa(e.undated), joined(e.records)}
}

// nodeAttributes returns the columns of nodes beside the label: the kind, the name
// in each language that a node has one in, and the schemes of identifiers.
func (t *tieGraph) nodeAttributes() []attribute {
	names, schemes := make(map[string]bool), make(map[string]bool)
	for _, n := range t.nodes {
		for tag := range n.name.All() {
			names["name."+tag.String()] = true
		}
		for _, i := range n.identifiers {
			schemes["id."+i.Scheme] = true
		}
	}
	list := []attribute{{"kind", "string"}}
	for _, all := range []map[string]bool{names, schemes} {
		for _, name := range slices.Sorted(maps.Keys(all)) {
			list = append(list, attribute{name, "string"})
		}
	}
	return list
}

// A value is what a node has of an attribute.
type value struct{ id, text string }

// values returns what a node has of its attributes, in their order.
func (n *node) values() []value {
	list := []value{{"kind", n.kind.String()}}
	names, schemes := make(map[string][]string), make(map[string][]string)
	for tag, words := range n.name.All() {
		names["name."+tag.String()] = []string{words}
	}
	for _, i := range n.identifiers {
		schemes["id."+i.Scheme] = append(schemes["id."+i.Scheme], i.Value)
	}
	for _, all := range []map[string][]string{names, schemes} {
		for _, id := range slices.Sorted(maps.Keys(all)) {
			list = append(list, value{id, strings.Join(all[id], "; ")})
		}
	}
	return list
}

// graphML writes a graph as GraphML. The schema wants IDs of keys to differ
// between nodes and edges.
func graphML(o output, t *tieGraph) {
	o.say(xmlHead, `<graphml xmlns="http://graphml.graphdrawing.org/xmlns"`,
		` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`,
		` xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns`,
		` http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">`, "\n")
	key := func(of, id, typ string) {
		o.say(`  <key id="`, of, ".", escaped(id), `" for="`, of, `" attr.name="`, escaped(id),
			`" attr.type="`, typ, "\"/>\n")
	}
	data := func(of, id, value string) {
		if value != "" {
			o.say(`      <data key="`, of, ".", escaped(id), `">`, escaped(value), "</data>\n")
		}
	}
	key("node", "label", "string")
	for _, a := range t.nodeAttributes() {
		key("node", a.id, a.typ)
	}
	for _, a := range edgeAttributes {
		key("edge", a.id, a.typ)
	}
	o.say(`  <graph id="ties" edgedefault="undirected">`, "\n")
	for i := range t.nodes {
		n := &t.nodes[i]
		o.say(`    <node id="`, escaped(string(n.id)), "\">\n")
		data("node", "label", n.label)
		for _, v := range n.values() {
			data("node", v.id, v.text)
		}
		o.say("    </node>\n")
	}
	for i, e := range t.edges {
		o.say(`    <edge id="e`, strconv.Itoa(i+1), `" source="`, escaped(string(e.way.a)), `" target="`,
			escaped(string(e.way.b)), "\">\n")
		for k, value := range e.values() {
			data("edge", edgeAttributes[k].id, value)
		}
		o.say("    </edge>\n")
	}
	o.say("  </graph>\n</graphml>\n")
}

// gexf writes a graph as GEXF.
func gexf(o output, t *tieGraph) {
	o.say(xmlHead, `<gexf xmlns="http://gexf.net/1.3" version="1.3">`, "\n",
		`  <graph mode="dynamic" defaultedgetype="undirected" timeformat="date" timerepresentation="interval">`, "\n")
	columns := func(class string, list []attribute) {
		o.say(`    <attributes class="`, class, `">`, "\n")
		for _, a := range list {
			typ := strings.Replace(a.typ, "int", "integer", 1)
			o.say(`      <attribute id="`, escaped(a.id), `" title="`, escaped(a.id), `" type="`, typ, "\"/>\n")
		}
		o.say("    </attributes>\n")
	}
	columns("node", t.nodeAttributes())
	columns("edge", edgeAttributes)
	has := func(id, value string) {
		if value != "" {
			o.say(`          <attvalue for="`, escaped(id), `" value="`, escaped(value), "\"/>\n")
		}
	}
	o.say("    <nodes>\n")
	for i := range t.nodes {
		n := &t.nodes[i]
		o.say(`      <node id="`, escaped(string(n.id)), `" label="`, escaped(n.label), "\">\n        <attvalues>\n")
		for _, v := range n.values() {
			has(v.id, v.text)
		}
		o.say("        </attvalues>\n      </node>\n")
	}
	o.say("    </nodes>\n    <edges>\n")
	for i, e := range t.edges {
		o.say(`      <edge id="e`, strconv.Itoa(i+1), `" source="`, escaped(string(e.way.a)), `" target="`,
			escaped(string(e.way.b)), `" kind="`, e.kindOf(), `" weight="`, strconv.Itoa(len(e.records)), "\">\n")
		o.say("        <attvalues>\n")
		for k, v := range e.values() {
			has(edgeAttributes[k].id, v)
		}
		o.say("        </attvalues>\n")
		e.spells(o)
		o.say("      </edge>\n")
	}
	o.say("    </edges>\n  </graph>\n</gexf>\n")
}

// kindOf returns what tells parallel edges apart.
func (e *edge) kindOf() string {
	s := e.way.kind.String() + ", " + e.way.scope()
	if e.way.headline {
		s += ", headline"
	}
	return s
}

// spells writes when an edge is there. The days of its records are joined, because
// readers refuse spells that overlap. XML has no days before the year 1.
func (e *edge) spells(o output) {
	first := edtf.DayOf(time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC))
	any := false
	for _, s := range dayset.Union(e.days) {
		if s.Last < first {
			continue
		}
		if !any {
			o.say("        <spells>\n")
			any = true
		}
		o.say("          <spell")
		if s.First > edtf.DayMin {
			o.say(` start="`, max(s.First, first).String(), `"`)
		}
		if s.Last < edtf.DayMax {
			o.say(` end="`, s.Last.String(), `"`)
		}
		o.say("/>\n")
	}
	if any {
		o.say("        </spells>\n")
	}
}
