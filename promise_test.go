package entente_test

import (
	"bytes"
	"flag"
	"fmt"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/printer"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden files under testdata")

// golden compares got with a file under testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s has changed; if you mean it, run go test -update (-golden +got):\n%s", file, diff)
	}
}

// runGo returns what the go command prints.
func runGo(args ...string) (stdout, stderr string, err error) {
	cmd := exec.Command("go", args...)
	cmd.Env = append(os.Environ(), "GOFLAGS=-buildvcs=false")
	var out, errs strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err = cmd.Run(); err != nil {
		err = fmt.Errorf("go %s: %w\n%s", strings.Join(args, " "), err, errs.String())
	}
	return out.String(), errs.String(), err
}

func TestDependencies_AreAsListed(t *testing.T) {
	t.Parallel()
	deps, _, err := runGo("list", "-deps", "-f", "{{if .Standard}}std:{{end}}{{.ImportPath}}", ".")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Fields(deps)
	for _, heavy := range []string{"std:encoding/json", "std:log/slog", "std:net/http"} {
		if slices.Contains(lines, heavy) {
			t.Errorf("importers get %s", strings.TrimPrefix(heavy, "std:"))
		}
	}
	lines = slices.DeleteFunc(lines, func(line string) bool { return strings.HasPrefix(line, "std:") })
	slices.Sort(lines)
	golden(t, "deps.txt", strings.Join(lines, "\n")+"\n")
}

func TestHotCalls_AllocateAsPromised(t *testing.T) {
	d := entente.Article()
	d.Find("fomin")
	date := edtf.MustParseDate("2024-10-13")
	a, b := edtf.MustParsePeriod("2024-10"), edtf.MustParsePeriod("2016/..")
	text := []byte("2024-10-13/2024-10-25")
	var period edtf.Period
	name := d.Title()
	buf := make([]byte, 0, 64)
	for _, c := range []struct {
		name string
		most float64
		call func()
	}{
		{"Date.AppendText", 0, func() { buf, _ = date.AppendText(buf[:0]) }},
		{"Period.UnmarshalText", 0, func() { period.UnmarshalText(text) }},
		{"Period.Overlaps", 0, func() { a.Overlaps(b) }},
		{"Period.Compare", 0, func() { a.Compare(b) }},
		{"Text.String", 0, func() { _ = name.String() }},
		{"Dataset.Has", 0, func() { d.Has("fomin") }},
		{"Dataset.Source", 0, func() { d.Source("article") }},
		{"Dataset.Involving", 4, func() { d.Involving("fomin") }},
		{"Dataset.Between", 4, func() { d.Between("PK", "RU") }},
		{"Dataset.About", 2, func() { d.About(entente.TopicSecurity) }},
		{"Dataset.Affecting", 2, func() { d.Affecting("IN") }},
		{"Dataset.WithBasis", 2, func() { d.WithBasis(entente.BasisReported) }},
		{"Dataset.During", 4, func() { d.During(a) }},
	} {
		if got := testing.AllocsPerRun(100, c.call); got > c.most {
			t.Errorf("%s allocates %v times, promised are at most %v", c.name, got, c.most)
		}
	}
}

// packageFiles parses the package's own files in dir and its tests.
func packageFiles(t *testing.T, dir string) (fset *token.FileSet, code, tests []*ast.File) {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no files in %s: %v", dir, err)
	}
	fset = token.NewFileSet()
	for _, name := range names {
		f, err := parser.ParseFile(fset, name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(name, "_test.go") {
			tests = append(tests, f)
		} else {
			code = append(code, f)
		}
	}
	return fset, code, tests
}

func documentation(t *testing.T, dir, path string) (*token.FileSet, *doc.Package) {
	t.Helper()
	fset, code, tests := packageFiles(t, dir)
	p, err := doc.NewFromFiles(fset, append(code, tests...), path)
	if err != nil {
		t.Fatal(err)
	}
	return fset, p
}

// packages are those that other modules import.
var packages = map[string]string{
	"entente":  ".",
	"brief":    "brief",
	"chart":    "chart",
	"edtf":     "edtf",
	"explorer": "explorer",
	"nation":   "nation",
	"interop":  "interop",
	"atop":     "interop/atop",
	"beam":     "beam",
	"bib":      "interop/bib",
	"cow":      "interop/cow",
	"ftm":      "interop/ftm",
	"geo":      "interop/geo",
	"graph":    "interop/graph",
	"mme":      "interop/mme",
	"parquet":  "interop/parquet",
	"popolo":   "interop/popolo",
	"table":    "interop/table",
	"visits":   "interop/visits",
}

func TestExportedNames_AreDocumented(t *testing.T) {
	t.Parallel()
	for name, dir := range packages {
		_, p := documentation(t, dir, name)
		check := func(id, text string) {
			first, _, _ := strings.Cut(strings.TrimSpace(text), " ")
			name := id[strings.LastIndexByte(id, '.')+1:]
			if strings.Trim(first, ".,:") != name && !slices.Contains([]string{"A", "An", "The"}, first) {
				t.Errorf("%s.%s: the comment does not begin with the name: %q", name, id, text)
			}
		}
		for _, f := range p.Funcs {
			check(f.Name, f.Doc)
		}
		for _, typ := range p.Types {
			check(typ.Name, typ.Doc)
			for _, f := range append(typ.Funcs, typ.Methods...) {
				if f.Recv == "" || f.Level == 0 {
					check(f.Name, f.Doc)
				}
			}
			for _, spec := range typ.Decl.Specs {
				s, ok := spec.(*ast.TypeSpec).Type.(*ast.StructType)
				if !ok {
					continue
				}
				documented := false // a comment may belong to a group of fields
				for _, field := range s.Fields.List {
					if field.Doc != nil || field.Comment != nil {
						documented = true
					}
					for _, n := range field.Names {
						if n.IsExported() && !documented {
							t.Errorf("%s.%s.%s is not documented", name, typ.Name, n.Name)
						}
					}
				}
			}
		}
		for _, v := range append(p.Consts, p.Vars...) {
			if v.Doc == "" {
				t.Errorf("%s: %v are not documented", name, v.Names)
			}
		}
	}
}

// obvious reports whether a function or method needs no example: every value
// has it, or it gives plain access to a part.
func obvious(name string) bool {
	typ, method, isMethod := strings.Cut(name, ".")
	switch {
	case strings.HasPrefix(name, "Must"), strings.HasSuffix(name, "FromBits"):
		return true
	case !isMethod:
		return slices.Contains([]string{"DateOf", "ParsePeriod", "Until", "WriteDOT", "WriteGEXF", "WriteGraphML"}, name)
	case typ == "Loader":
		return true // the functions of the same names have them
	}
	list := strings.Fields(obviousMethods[typ] + obviousMethods["*"])
	return slices.Contains(list, method)
}

// obviousMethods lists methods by type.
var obviousMethods = map[string]string{
	"*": ` String MarshalText UnmarshalText AppendText MarshalJSON UnmarshalJSON LogValue Equal Bits
		IsZero Error Unwrap Kind AsFact Label References Actors Len`,
	"Date":    "Year Month Day Approximate Uncertain Period Compare WithUncertain",
	"Period":  "IsDate Start End OpenStart OpenEnd Compare Certain Written",
	"Day":     "Date Time",
	"Span":    "Contains Period",
	"Text":    "With All",
	"Names":   "With In All",
	"Extra":   "Get With",
	"Tally":   "Of",
	"Ties":    "Total",
	"Writer":  "Write GEXF GraphML Mermaid",
	"Losses":  "Add AddN",
	"Options": "Limits",
	"Report":  "CountRecords",
	"Results": "PairYears Write",
	"Phrasebook": `AgreementType Answer Basis Count Date Domain Form Language List Member Modality Number Obligation
		OrganizationType Period RightToLeft Status Topic Trend Year`,
	"Dataset": `All Covered Title Edition Authors Licence Extra Coverage Topics Has Record Source Sources
		Nation Bloc Region Organization Partnership Agreement Series Exercise Meeting Statement Assessment
		Nations Blocs Regions Organizations Officials Partnerships Agreements AllSeries Exercises Meetings
		Statements Assessments`,
}

func TestEntryPoints_HaveExamples(t *testing.T) {
	t.Parallel()
	for name, dir := range packages {
		_, p := documentation(t, dir, name)
		check := func(id string, examples []*doc.Example) {
			if len(examples) == 0 && !obvious(id) {
				t.Errorf("%s.%s has no example", name, id)
			}
			for _, e := range examples {
				if e.Output == "" && !e.EmptyOutput {
					t.Errorf("the example of %s.%s prints nothing that is checked", name, id)
				}
			}
		}
		if len(p.Examples) == 0 && !strings.Contains(dir, "/") && dir != "beam" { // whose functions show them
			t.Errorf("package %s has no example", name)
		}
		for _, f := range p.Funcs {
			check(f.Name, f.Examples)
		}
		for _, typ := range p.Types {
			for _, f := range typ.Funcs {
				check(f.Name, f.Examples)
			}
			for _, m := range typ.Methods {
				if m.Level == 0 {
					check(typ.Name+"."+m.Name, m.Examples)
				}
			}
		}
	}
}

func TestAPI_IsAsListed(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	names := make([]string, 0, len(packages))
	for name := range packages {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		fset, p := documentation(t, packages[name], name)
		b.WriteString("package " + name + "\n")
		decl := func(n any) {
			var line bytes.Buffer
			printer.Fprint(&line, fset, n)
			for l := range strings.Lines(line.String()) {
				if l, _, _ = strings.Cut(l, "//"); strings.TrimSpace(l) != "" {
					b.WriteString("\t" + strings.TrimRight(l, " \t\n") + "\n")
				}
			}
		}
		function := func(f *doc.Func) {
			f.Decl.Doc, f.Decl.Body = nil, nil
			decl(f.Decl)
		}
		values := func(list []*doc.Value) {
			for _, v := range list {
				v.Decl.Doc = nil
				decl(v.Decl)
			}
		}
		values(p.Consts)
		values(p.Vars)
		for _, f := range p.Funcs {
			function(f)
		}
		for _, typ := range p.Types {
			typ.Decl.Doc = nil
			decl(typ.Decl)
			values(typ.Consts)
			values(typ.Vars)
			for _, f := range append(typ.Funcs, typ.Methods...) {
				if f.Recv == "" || f.Level == 0 {
					function(f)
				}
			}
		}
	}
	golden(t, "api.txt", b.String())
}

// -update puts the data files in order; go generate then has to write the Go anew.
func TestDataFiles_AreAsWriteTo(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"article.json", "chronicle.json"} {
		file := filepath.Join("data", name)
		have, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		d, err := entente.Decode(file, bytes.NewReader(have))
		if err != nil {
			t.Fatal(err)
		}
		var want bytes.Buffer
		if _, err := d.WriteTo(&want); err != nil {
			t.Fatal(err)
		}
		if bytes.Equal(have, want.Bytes()) {
			continue
		}
		if *update {
			if err := os.WriteFile(file, want.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		same := 0
		for same < min(len(have), want.Len()) && have[same] == want.Bytes()[same] {
			same++
		}
		t.Errorf("%s:%d is not as WriteTo writes it; go test -run AsWriteTo -update . puts it in order",
			file, 1+bytes.Count(have[:same], []byte("\n")))
	}
}

func TestTopicConstants_AreKnown(t *testing.T) {
	t.Parallel()
	_, p := documentation(t, ".", "entente")
	for _, typ := range p.Types {
		if typ.Name != "Topic" {
			continue
		}
		if got, want := len(new(entente.Dataset).Topics()), len(typ.Consts[0].Names); got != want {
			t.Errorf("topic.go has %d constants, knownTopics %d", want, got)
		}
	}
}
