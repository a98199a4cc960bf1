package graph

import (
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop"
)

// WriteDOT writes who is tied to whom in d for Graphviz, with names in English. It
// is shorthand for Writer{}.DOT(w, d).
func WriteDOT(w io.Writer, d *entente.Dataset) (interop.Losses, error) { return Writer{}.DOT(w, d) }

// WriteMermaid writes who is tied to whom in d as a flowchart of Mermaid, with
// names in English. It is shorthand for Writer{}.Mermaid(w, d).
func WriteMermaid(w io.Writer, d *entente.Dataset) (interop.Losses, error) {
	return Writer{}.Mermaid(w, d)
}

// DOT writes who is tied to whom in d in the DOT language of Graphviz, the same
// for equal datasets. It returns what it does not write; see the package's
// documentation. Any error comes from w.
func (g Writer) DOT(w io.Writer, d *entente.Dataset) (interop.Losses, error) {
	return g.write(w, d, dot, format{names: true, identifiers: true, records: true})
}

// Mermaid writes who is tied to whom in d as a flowchart of Mermaid, the same
// for equal datasets: a line for each pair. It returns what it does not write;
// see the package's documentation. Any error comes from w.
func (g Writer) Mermaid(w io.Writer, d *entente.Dataset) (interop.Losses, error) {
	return g.write(w, d, mermaid, format{})
}

// quoted returns a string of DOT. In a label, Graphviz takes a backslash and what
// follows for a command, and an ampersand for the beginning of an entity of HTML.
var quoteDOT = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "&", "&amp;")

func quoted(s string) string { return `"` + quoteDOT.Replace(words(s)) + `"` }

// quotedValue returns a string of DOT that is no label. There, a backslash is one
// unless a quotation mark follows, or another backslash. So one that would escape
// what follows is doubled, and reads as two.
func quotedValue(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	odd := false // after an odd number of backslashes
	for _, r := range words(s) + `"` {
		if r == '"' && odd {
			b.WriteByte('\\')
		}
		if r == '"' {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
		odd = r == '\\' && !odd
	}
	quoted := b.String()
	return quoted[:len(quoted)-2] + `"`
}

// A look is how Graphviz draws the edges of a kind. Multilateral ties are many and
// say little of each pair, so they are pale and have no label but a tooltip.
type look struct{ color, style string }

var looks = map[entente.Kind]look{
	entente.KindPartnership: {"#1b6e53", "bold"},
	entente.KindAgreement:   {"#3a5ba0", "solid"},
	entente.KindExercise:    {"#a3432c", "solid"},
	entente.KindMeeting:     {"#7a5a9e", "dashed"},
	entente.KindStatement:   {"#6b6b6b", "dotted"},
}

// dot writes a graph for Graphviz.
func dot(o output, t *tieGraph) {
	o.say("graph ties {\n",
		"\tgraph [charset=\"UTF-8\" layout=neato overlap=false sep=\"+50,30\" splines=true outputorder=edgesfirst]\n",
		"\tnode [shape=box style=\"rounded,filled\" fillcolor=white fontname=\"sans-serif\"]\n",
		"\tedge [fontname=\"sans-serif\" fontsize=10]\n")
	for i := range t.nodes {
		n := &t.nodes[i]
		o.say("\t", quoted(string(n.id)), " [label=", quoted(n.label), " kind=", quoted(n.kind.String()))
		if n.kind == entente.KindBloc {
			o.say(" style=\"filled\"")
		}
		for _, v := range n.values()[1:] { // the kind is written
			o.say(" ", quotedValue(v.id), "=", quotedValue(v.text))
		}
		o.say("]\n")
	}
	for _, e := range t.edges {
		l, label, text := looks[e.way.kind], "label", number(len(e.records), e.way.kind)
		if e.way.headline {
			text += headlineOnly
		}
		if e.way.multilateral {
			l.color, label = l.color+"40", "tooltip"
		}
		o.say("\t", quoted(string(e.way.a)), " -- ", quoted(string(e.way.b)), " [", label, "=", quoted(text),
			" color=", quoted(l.color), " style=", quoted(l.style),
			" penwidth=", strconv.FormatFloat(1+math.Log2(float64(len(e.records)))/2, 'f', 1, 64))
		for k, v := range e.values() {
			if name := edgeAttributes[k].id; v != "" && name != "weight" {
				o.say(" ", name, "=", quotedValue(v))
			}
		}
		o.say(" weight=", strconv.Itoa(len(e.records)), "]\n")
	}
	o.say("}\n")
}

const headlineOnly = " (headline only)"

// number returns "3 exercises".
func number(n int, k entente.Kind) string {
	s := strconv.Itoa(n) + " " + k.String()
	if n != 1 {
		s += "s" // none of the kinds ends in s
	}
	return s
}

// quoteMermaid writes the characters that Mermaid, or the Markdown and HTML within
// it, would run. A percent sign is one: two of them and a brace are a directive.
var quoteMermaid = strings.NewReplacer("#", "#35;", `"`, "#34;", "&", "#38;", "<", "#60;", ">", "#62;",
	"`", "#96;", "%", "#37;", `\`, "#92;", "*", "#42;", "_", "#95;", "~", "#126;", ";", "#59;", ":", "#58;", "$", "#36;")

// labelled returns a string of Mermaid. What begins like a list of Markdown is no
// list.
func labelled(s string) string {
	s = words(s)
	if s != "" && strings.IndexByte("-+0123456789", s[0]) >= 0 {
		return `"#` + strconv.Itoa(int(s[0])) + ";" + quoteMermaid.Replace(s[1:]) + `"`
	}
	return `"` + quoteMermaid.Replace(s) + `"`
}

// mermaid writes a graph as a flowchart. Nodes have numbers, because Mermaid takes
// some words, such as end, for its own.
func mermaid(o output, t *tieGraph) {
	o.say("flowchart LR\n")
	numbers := make(map[entente.ID]string)
	for i := range t.nodes {
		n := &t.nodes[i]
		numbers[n.id] = "n" + strconv.Itoa(i+1)
		open, shut := "(", ")"
		if n.kind == entente.KindBloc {
			open, shut = "[", "]"
		}
		o.say("    ", numbers[n.id], open, labelled(n.label), shut, "\n")
	}
	for i := 0; i < len(t.edges); {
		a, b := t.edges[i].way.a, t.edges[i].way.b
		var parts []string
		for ; i < len(t.edges) && t.edges[i].way.a == a && t.edges[i].way.b == b; i++ {
			e := t.edges[i]
			s := strconv.Itoa(len(e.records)) + " "
			if e.way.multilateral {
				s += "multilateral "
			}
			s += strings.TrimPrefix(number(len(e.records), e.way.kind), strconv.Itoa(len(e.records))+" ")
			if e.way.headline {
				s += headlineOnly
			}
			parts = append(parts, s)
		}
		o.say("    ", numbers[a], ` ---|"`, strings.Join(parts, ", "), `"| `, numbers[b], "\n")
	}
}
