package graph_test

import (
	"encoding/xml"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/interop/graph"
	"github.com/entente-go/entente/interop/internal/interoptest"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
)

var formats = map[string]interoptest.Write{"graphml": graph.WriteGraphML, "gexf": graph.WriteGEXF,
	"dot": graph.WriteDOT, "mmd": graph.WriteMermaid}

func everyMember(t testing.TB) *entente.Dataset {
	return interoptest.Load(t, "../table/testdata/every-member.json")
}
func ties(t testing.TB) *entente.Dataset { return interoptest.Load(t, "testdata/ties.json") }

// datasets are what most tests write.
func datasets(t testing.TB) map[string]*entente.Dataset {
	return map[string]*entente.Dataset{"ties": ties(t), "every member": everyMember(t), "article": entente.Article(),
		"chronicle": entente.Chronicle(), "selection": entente.Chronicle().Involving("IN"), "none": nil}
}

func TestWrite_WritesEverySortOfTie(t *testing.T) {
	t.Parallel()
	for name, w := range formats {
		got, losses := interoptest.Written(t, w, ties(t))
		if name == "mmd" {
			got += "%% " + losses.String() + "\n"
		}
		interoptest.Golden(t, "testdata/ties."+name, got)
	}
}

// A graphml is what readers of GraphML look for.
type graphml struct {
	Keys []struct {
		ID   string `xml:"id,attr"`
		For  string `xml:"for,attr"`
		Name string `xml:"attr.name,attr"`
	} `xml:"key"`
	Nodes []element `xml:"graph>node"`
	Edges []element `xml:"graph>edge"`
}

type element struct {
	ID     string `xml:"id,attr"`
	Source string `xml:"source,attr"`
	Target string `xml:"target,attr"`
	Data   []struct {
		Key   string `xml:"key,attr"`
		Value string `xml:",chardata"`
	} `xml:"data"`
}

func (e element) value(name string) string {
	for _, d := range e.Data {
		if _, key, _ := strings.Cut(d.Key, "."); key == name {
			return d.Value
		}
	}
	return ""
}

func readGraphML(t testing.TB, d *entente.Dataset) (g graphml) {
	t.Helper()
	text, _ := interoptest.Written(t, graph.WriteGraphML, d)
	if err := xml.Unmarshal([]byte(text), &g); err != nil {
		t.Fatal(err)
	}
	return g
}

// pairs adds up the edges as Summary counts them.
func pairs(t testing.TB, g graphml) map[string]string {
	t.Helper()
	all := make(map[string]*[6]int)
	for _, e := range g.Edges {
		pair := e.Source + " " + e.Target
		if all[pair] == nil {
			all[pair] = new([6]int)
		}
		n, err := strconv.Atoi(e.value("weight"))
		if err != nil || n != len(strings.Fields(e.value("records"))) {
			t.Errorf("weight %q of %q", e.value("weight"), e.value("records"))
		}
		kind := slices.Index([]string{"exercise", "meeting", "agreement", "partnership", "statement"}, e.value("kind"))
		if e.value("headline") == "true" {
			kind = 5
		}
		all[pair][kind] += n
	}
	texts := make(map[string]string)
	for pair, n := range all {
		texts[pair] = fmt.Sprint(*n)
	}
	return texts
}

func TestWrite_TiesThePairsOfTheSummary(t *testing.T) {
	t.Parallel()
	for name, d := range datasets(t) {
		want := make(map[string]string)
		for _, p := range d.Summary().Pairs {
			y := p.Ties
			want[string(p.A)+" "+string(p.B)] = fmt.Sprint([6]int{y.Exercises, y.Meetings, y.Agreements, y.Partnerships,
				y.Statements, y.Headlines})
		}
		if diff := cmp.Diff(want, pairs(t, readGraphML(t, d))); diff != "" {
			t.Errorf("%s (-summary +graph)\n%s", name, diff)
		}
	}
}

// What an edge has is what a selection of its pair and kind has.
func TestWrite_AgreesWithASelectionOfThePair(t *testing.T) {
	t.Parallel()
	d := entente.Chronicle()
	for _, e := range readGraphML(t, d).Edges {
		a, b := entente.ID(e.Source), entente.ID(e.Target)
		var kind entente.Kind
		if err := kind.UnmarshalText([]byte(e.value("kind"))); err != nil {
			t.Fatal(err)
		}
		of := d.Between(a, b).OfKind(kind)
		ids := strings.Fields(e.value("records"))
		some := d.Filter(func(r entente.Record) bool { return slices.Contains(ids, string(r.AsFact().ID)) })
		for _, id := range ids {
			if !of.Has(entente.ID(id)) {
				t.Errorf("%s is not among %v", id, of)
			}
		}
		s := some.Summary()
		if got, want := e.value("first")+" to "+e.value("last"), s.First.String()+" to "+s.Last.String(); got != want {
			t.Errorf("%s and %s, %v: %s, want %s", a, b, kind, got, want)
		}
		for _, p := range s.Parties {
			n, _ := some.Record(p.Key)
			bloc := n != nil && n.Kind() == entente.KindBloc
			other := p.Key != a && p.Key != b && (bloc || strings.ToUpper(string(p.Key)) == string(p.Key))
			if other && e.value("scope") == "bilateral" {
				t.Errorf("%s takes part in %v", p.Key, ids)
			}
		}
	}
}

func TestWrite_RefersOnlyToWhatItDeclares(t *testing.T) {
	t.Parallel()
	for name, d := range datasets(t) {
		g := readGraphML(t, d)
		known := make(map[string]bool)
		for _, k := range g.Keys {
			if known[k.ID] || k.ID != k.For+"."+k.Name {
				t.Errorf("%s: key %v", name, k)
			}
			known[k.ID] = true
		}
		for _, e := range slices.Concat(g.Nodes, g.Edges) {
			for _, d := range e.Data {
				if !known[d.Key] {
					t.Errorf("%s: no key %s", name, d.Key)
				}
			}
			if known[e.ID] || e.Source != "" && (!known[e.Source] || !known[e.Target] || e.Source == e.Target) {
				t.Errorf("%s: %v", name, e)
			}
			known[e.ID] = true
		}
	}
}

// A gexf is what readers of GEXF look for.
type gexf struct {
	Version string `xml:"version,attr"`
	Edges   []struct {
		Source string `xml:"source,attr"`
		Target string `xml:"target,attr"`
		Kind   string `xml:"kind,attr"`
		Weight int    `xml:"weight,attr"`
		Values []struct {
			For   string `xml:"for,attr"`
			Value string `xml:"value,attr"`
		} `xml:"attvalues>attvalue"`
		Spells []struct {
			Start string `xml:"start,attr"`
			End   string `xml:"end,attr"`
		} `xml:"spells>spell"`
	} `xml:"graph>edges>edge"`
}

func TestWriteGEXF_DatesItsEdges(t *testing.T) {
	t.Parallel()
	for name, d := range datasets(t) {
		text, _ := interoptest.Written(t, graph.WriteGEXF, d)
		var g gexf
		if err := xml.Unmarshal([]byte(text), &g); err != nil {
			t.Fatal(err)
		}
		if want := len(readGraphML(t, d).Edges); len(g.Edges) != want || g.Version != "1.3" {
			t.Errorf("%s: %d edges, want %d", name, len(g.Edges), want)
		}
		parallel := make(map[string]bool)
		for _, e := range g.Edges {
			key := e.Source + " " + e.Target + " " + e.Kind
			if parallel[key] {
				t.Errorf("%s: two edges %s", name, key)
			}
			parallel[key] = true
			undated := ""
			for _, v := range e.Values {
				if v.For == "undated" {
					undated = v.Value
				}
			}
			if (undated == strconv.Itoa(e.Weight)) != (len(e.Spells) == 0) {
				t.Errorf("%s: %s of %d records of %s undated, spells %v", name, undated, e.Weight, key, e.Spells)
			}
			for i, s := range e.Spells {
				if i > 0 && (s.Start <= e.Spells[i-1].End || e.Spells[i-1].End == "") || s.End != "" && s.End < s.Start {
					t.Errorf("%s: spells of %s: %v", name, key, e.Spells)
				}
			}
		}
	}
}

// On the first and the last day of a spell, a record of the edge is found.
func TestWriteGEXF_DatesWhatDuringFinds(t *testing.T) {
	t.Parallel()
	for name, d := range datasets(t) {
		text, _ := interoptest.Written(t, graph.WriteGEXF, d)
		var g gexf
		if err := xml.Unmarshal([]byte(text), &g); err != nil {
			t.Fatal(err)
		}
		for _, e := range g.Edges {
			pair := d.Between(entente.ID(e.Source), entente.ID(e.Target))
			var ids []string
			for _, v := range e.Values {
				if v.For == "records" {
					ids = strings.Fields(v.Value)
				}
			}
			for _, s := range e.Spells {
				for _, day := range []string{s.Start, s.End} {
					if day == "" {
						continue
					}
					found := pair.During(edtf.MustParsePeriod(day))
					if !slices.ContainsFunc(ids, func(id string) bool { return found.Has(entente.ID(id)) }) {
						t.Errorf("%s: none of %v is found on %s", name, ids, day)
					}
				}
			}
		}
	}
}

func TestWrite_CountsEveryMemberThatItDoesNotWrite(t *testing.T) {
	t.Parallel()
	for name, w := range formats {
		lost := make(map[string]bool)
		for _, d := range datasets(t) {
			_, losses := interoptest.Written(t, w, d)
			t.Run(name, func(t *testing.T) { interoptest.OnPage(t, losses) })
			for _, l := range losses {
				lost[l.Kind.String()+" "+l.Member] = true
			}
		}
		for _, r := range []entente.Record{entente.Nation{}, entente.Bloc{}, entente.Partnership{}, entente.Agreement{},
			entente.Exercise{}, entente.Meeting{}, entente.Statement{}} {
			held := []string{"id"}
			if r.Kind().IsActor() {
				held = append(held, "name", "identifiers")
			}
			if name == "mmd" {
				held = nil
			}
			for _, f := range reflect.VisibleFields(reflect.TypeOf(r)) {
				member, _, _ := strings.Cut(f.Tag.Get("json"), ",")
				key := r.Kind().String() + " " + member
				if name == "mmd" && member == "id" && r.Kind().IsActor() {
					continue // the label is left of it
				}
				if key == "statement by" {
					continue // a statement has speakers instead
				}
				if member != "" && lost[key] == slices.Contains(held, member) {
					t.Errorf("%s: %s: counted as lost: %v", name, key, lost[key])
				}
			}
		}
	}
}

func TestWriter_NamesNodesInALanguage(t *testing.T) {
	t.Parallel()
	g := graph.Writer{Language: language.Russian}
	for name, w := range map[string]interoptest.Write{"graphml": g.GraphML, "gexf": g.GEXF, "dot": g.DOT, "mmd": g.Mermaid} {
		if got, _ := interoptest.Written(t, w, entente.Article()); !strings.Contains(got, "Россия") {
			t.Errorf("%s:\n%s", name, got)
		}
	}
}

func TestWrite_IsDeterministicAndTakesNoRecords(t *testing.T) {
	t.Parallel()
	for name, w := range formats {
		t.Run(name, func(t *testing.T) { interoptest.IsDeterministic(t, w, entente.Chronicle()) })
		if got, losses := interoptest.Written(t, w, nil); len(losses) > 0 || len(got) == 0 {
			t.Errorf("%s of nothing: %q, %v", name, got, losses)
		}
	}
}

func TestWrite_ReturnsTheErrorOfItsWriter(t *testing.T) {
	t.Parallel()
	for name, w := range formats {
		t.Run(name, func(t *testing.T) { interoptest.ReturnsErrors(t, w, entente.Chronicle(), 0, 5000) })
	}
}

func TestWrite_CountsAnUnidentifiedContingentAsAnother(t *testing.T) {
	t.Parallel()
	d, err := entente.Decode("file", strings.NewReader(`{"format": "entente/1", "sources": [{"id": "s"}], "exercises": [
		{"id": "e", "basis": "reported", "cites": [{"source": "s"}], "contingents": [{"nation": "FI"}, {"nation": "SE"}, {"unidentified": true}]}]}`))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range readGraphML(t, d).Edges {
		if e.value("scope") != "multilateral" {
			t.Errorf("it is %s", e.value("scope"))
		}
	}
}
