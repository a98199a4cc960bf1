package graph_test

import (
	"encoding/xml"
	"regexp"
	"strings"
	"testing"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop/graph"
	"github.com/entente-go/entente/interop/internal/interoptest"
)

// named returns a dataset in which a nation has a name and an identifier.
func named(name string) (*entente.Dataset, error) {
	cites := []entente.Citation{{Source: "s"}}
	return entente.New(entente.Records{
		Sources: []entente.Source{{ID: "s"}},
		Nations: []entente.Nation{{Fact: entente.Fact{ID: "XSTATE", Basis: entente.BasisReported, Cites: cites,
			Identifiers: []entente.Identifier{{Scheme: "x", Value: name}}}, Name: entente.English(name)}},
		Partnerships: []entente.Partnership{{Fact: entente.Fact{ID: "p", Basis: entente.BasisReported, Cites: cites},
			Parties: []entente.ID{"XSTATE", "FI"}}},
	})
}

// A string of DOT ends at the first quotation mark that no backslash escapes.
var stringOfDOT = regexp.MustCompile(`"(\\["\\]|\\[^"\\]|[^"\\])*"`)

// What is in a string of Mermaid beside entities is only what it cannot run.
var stringOfMermaid = regexp.MustCompile("\"(#[0-9]+;|[^\"#;%<>&`\\\\\n])*\"")

func FuzzWrite_KeepsNamesWithinTheirSyntax(f *testing.F) {
	for _, name := range []string{"A State", `"] }`, `\`, `\"`, "<b>&amp;", "%%{init: {}}%%", "```",
		"1. x", "]]>", "a\u2028b", "#quot;", "--> x", "\uFFFE", "روس", "\u202Eabc"} {
		f.Add(name)
	}
	plain, err := named("x")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, name string) {
		d, err := named(name)
		if err != nil {
			t.Skip()
		}
		for _, s := range []struct {
			w       interoptest.Write
			strings *regexp.Regexp
		}{{graph.WriteDOT, stringOfDOT}, {graph.WriteMermaid, stringOfMermaid}} {
			got, _ := interoptest.Written(t, s.w, d)
			want, _ := interoptest.Written(t, s.w, plain)
			if got, want := s.strings.ReplaceAllString(got, "S"), s.strings.ReplaceAllString(want, "S"); got != want {
				t.Errorf("%q breaks out:\n%s", name, got)
			}
		}
		valid := strings.Map(func(r rune) rune {
			if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
				return 0xFFFD
			}
			return r
		}, name)
		if got := readGraphML(t, d).Nodes[1].value("name.en"); got != valid {
			t.Errorf("%q is read back as %q", name, got)
		}
		text, _ := interoptest.Written(t, graph.WriteGEXF, d)
		var g struct {
			Nodes []struct {
				Label string `xml:"label,attr"`
			} `xml:"graph>nodes>node"`
		}
		if err := xml.Unmarshal([]byte(text), &g); err != nil || len(g.Nodes) != 2 || g.Nodes[1].Label != valid {
			t.Errorf("%q: %v, %v", name, g, err)
		}
	})
}
