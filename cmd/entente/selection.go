package main

import (
	"flag"
	"slices"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
)

// A selection is what the flags of SELECTION say.
type selection struct {
	words []selected
}

type selected struct{ flag, value string }

// selectionFlags declares the flags of SELECTION.
func selectionFlags(flags *flag.FlagSet) *selection {
	s := new(selection)
	for _, f := range []struct{ name, usage string }{
		{"between", "records in which both `A,B` take part"},
		{"involving", "records in which the `actor` takes part"},
		{"affecting", "assessments that say that the `actor` or region is affected"},
		{"about", "records about the `topic` or a narrower one"},
		{"during", "records of a `period`, such as 2016/2024 or 2024-10"},
		{"kind", "records of the `kinds`, such as exercise,meeting"},
		{"basis", "records that are reported, attributed or assessed, by their `basis`"},
		{"source", "records that cite the source with the `ID`"},
	} {
		flags.Func(f.name, f.usage, func(value string) error {
			s.words = append(s.words, selected{f.name, value})
			return nil
		})
	}
	return s
}

// value returns the last value of a flag.
func (s *selection) value(flag string) (value string, ok bool) {
	for _, w := range s.words {
		if w.flag == flag {
			value, ok = w.value, true
		}
	}
	return value, ok
}

// without returns the selection without a flag.
func (s *selection) without(flag string) *selection {
	return &selection{slices.DeleteFunc(slices.Clone(s.words), func(w selected) bool { return w.flag == flag })}
}

// of narrows d. Its error is a usageError with everything that is wrong.
func (s *selection) of(d *entente.Dataset) (*entente.Dataset, error) {
	n := &narrowing{whole: d, d: d}
	for _, w := range s.words {
		n.flag = w.flag
		n.narrow(w.value)
	}
	if len(n.faults) > 0 {
		return nil, usagef("%s", strings.Join(n.faults, "\n"))
	}
	return n.d, nil
}

// A narrowing is a dataset that is being narrowed.
type narrowing struct {
	whole, d *entente.Dataset
	flag     string
	faults   []string
}

func (n *narrowing) fault(message string) { n.faults = append(n.faults, "-"+n.flag+": "+message) }

func (n *narrowing) narrow(value string) {
	switch n.flag {
	case "between":
		n.between(value)
	case "involving":
		if id, ok := n.actor(value); ok {
			n.d = n.d.Involving(id)
		}
	case "affecting":
		if id, ok := n.actor(value); ok {
			n.d = n.d.Affecting(id)
		}
	case "about":
		n.about(value)
	case "during":
		p, err := edtf.ParsePeriod(value)
		if err != nil {
			n.fault(err.Error() + "; write 2024, 2024-10, 2024-10-13, or two of them with a slash: 2016/2024")
		}
		n.d = n.d.During(p)
	case "kind":
		n.kinds(value)
	case "basis":
		var b entente.Basis
		if err := b.UnmarshalText([]byte(value)); err != nil {
			n.fault("it is reported, attributed or assessed, and not " + quote(value))
		}
		n.d = n.d.WithBasis(b)
	case "source":
		if _, ok := n.whole.Source(entente.ID(value)); !ok {
			n.fault("there is no source with the ID " + quote(value))
		}
		n.d = n.d.Citing(entente.ID(value))
	}
}

func (n *narrowing) between(value string) {
	a, b, ok := strings.Cut(value, ",")
	if !ok || strings.Contains(b, ",") {
		n.fault("give two names or IDs with a comma between them, as in -between PK,RU; " +
			"give a name that has a comma by its ID")
		return
	}
	x, okX := n.actor(a)
	y, okY := n.actor(b)
	if okX && okY {
		n.d = n.d.Between(x, y)
	}
}

// actor returns the ID of the actor or region with a name or an ID.
func (n *narrowing) actor(name string) (entente.ID, bool) {
	id, message := actorIn(n.whole, name)
	if message != "" {
		n.fault(message)
	}
	return id, message == ""
}

// actorIn returns the ID of the actor or region of d with a name or an ID, or says
// why there is none.
func actorIn(d *entente.Dataset, name string) (id entente.ID, message string) {
	name = strings.TrimSpace(name)
	var exact, near []string
	for _, m := range d.Find(name) {
		if !m.Kind.IsActor() && m.Kind != entente.KindRegion {
			continue
		}
		switch {
		case string(m.ID) == name:
			return m.ID, ""
		case m.Fit == entente.FitExact:
			exact = append(exact, string(m.ID))
		case len(near) < 5:
			near = append(near, string(m.ID)+" ("+m.Name+")")
		}
	}
	switch {
	case len(exact) == 1:
		return entente.ID(exact[0]), ""
	case len(exact) > 1:
		return "", quote(name) + " is the name of several; give the ID: " + either(exact)
	case len(near) > 0:
		return "", "nobody is called " + quote(name) + "; give a name or an ID, such as " + either(near)
	}
	return "", "nobody is called " + quote(name) + "; entente find DATA WORDS looks for names"
}

func (n *narrowing) about(value string) {
	var known []string
	for _, t := range n.whole.Topics() {
		known = append(known, string(t.ID))
	}
	if !slices.Contains(known, value) {
		n.fault("there is no topic " + quote(value) + didYouMean(value, known))
	}
	n.d = n.d.About(entente.Topic(value))
}

func (n *narrowing) kinds(value string) {
	var kinds []entente.Kind
	for word := range strings.SplitSeq(value, ",") {
		var k entente.Kind
		if err := k.UnmarshalText([]byte(strings.TrimSpace(word))); err != nil {
			n.fault("there is no kind " + quote(word) + didYouMean(word, kindNames()))
		}
		kinds = append(kinds, k)
	}
	n.d = n.d.OfKind(kinds...)
}

func kindNames() []string {
	var names []string
	for k := entente.KindNation; k <= entente.KindAssessment; k++ {
		names = append(names, k.String())
	}
	return names
}

// answered reports whether a selection has records, and says if not what that
// means.
func (t *task) answered(s *selection, d *entente.Dataset) bool {
	if d.Len() > 0 || len(s.words) == 0 {
		return true
	}
	switch d.Answer() {
	case entente.AnswerNoneFound:
		t.console.note("none found: the data covers the question and has no such record")
	case entente.AnswerUndated:
		t.console.note("undated only: there are such records, but their time is not known; leave -during out to see them")
	default:
		t.console.note("not covered: the data has no such record, which does not mean that there was none")
	}
	return false
}
