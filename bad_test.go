package entente_test

import (
	"bytes"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/entente-go/entente"
	"github.com/go-json-experiment/json/jsontext"
)

// sentinels are the errors that classify problems, by their names.
var sentinels = map[string]error{
	"ErrSyntax":        entente.ErrSyntax,
	"ErrFormat":        entente.ErrFormat,
	"ErrUnknownMember": entente.ErrUnknownMember,
	"ErrDuplicate":     entente.ErrDuplicate,
	"ErrType":          entente.ErrType,
	"ErrNull":          entente.ErrNull,
	"ErrUTF8":          entente.ErrUTF8,
	"ErrRange":         entente.ErrRange,
	"ErrDate":          entente.ErrDate,
	"ErrValue":         entente.ErrValue,
	"ErrID":            entente.ErrID,
	"ErrReference":     entente.ErrReference,
	"ErrRejected":      entente.ErrRejected,
	"ErrCycle":         entente.ErrCycle,
	"ErrMissing":       entente.ErrMissing,
	"ErrUncited":       entente.ErrUncited,
	"ErrEmpty":         entente.ErrEmpty,
	"ErrConflict":      entente.ErrConflict,
	"ErrLimit":         entente.ErrLimit,
	"ErrUnused":        entente.ErrUnused,
	"ErrAnachronism":   entente.ErrAnachronism,
	"ErrUnlikely":      entente.ErrUnlikely,
}

// expected says which errors a bad file has, by the beginning of its name: the
// longest one counts. A file has exactly these.
var expected = map[string]string{
	"address-":                               "ErrValue",
	"attendee-twice":                         "ErrDuplicate",
	"author-":                                "ErrDuplicate",
	"citation-twice":                         "ErrDuplicate",
	"claim-twice":                            "ErrDuplicate",
	"paragraph-too-high":                     "ErrRange",
	"paragraph-twice":                        "ErrDuplicate",
	"posting-twice":                          "ErrDuplicate",
	"words-":                                 "ErrValue",
	"attendee-without-actor":                 "ErrMissing",
	"attendees-":                             "ErrMissing",
	"basis-assessment-reported":              "ErrValue",
	"basis-attributed-to-nobody":             "ErrMissing",
	"basis-missing":                          "ErrMissing",
	"basis-reported-with-by":                 "ErrValue",
	"basis-statement-":                       "ErrValue",
	"cycle-":                                 "ErrCycle",
	"claim-about-unknown-member":             "ErrUnknownMember",
	"claim-about-note":                       "ErrValue",
	"claim-value-below-zero":                 "ErrRange",
	"claim-value-d":                          "ErrReference",
	"claim-value-date":                       "ErrDate",
	"claim-value-member-twice":               "ErrDuplicate",
	"claim-value-null":                       "ErrNull",
	"claim-value-of-another-kind":            "ErrReference",
	"claim-value-of-nothing":                 "ErrEmpty",
	"claim-value-rule-of-parts":              "ErrMissing",
	"claim-value-string-for-number":          "ErrType",
	"claim-value-text-for-period":            "ErrType",
	"claim-value-twice":                      "ErrDuplicate",
	"claim-value-unknown-member":             "ErrUnknownMember",
	"claim-value-unknown-word":               "ErrValue",
	"claim-words-string":                     "ErrType",
	"commander-twice":                        "ErrDuplicate",
	"contingent-unidentified-of-somebody":    "ErrValue",
	"alias-":                                 "ErrEmpty",
	"alias-twice":                            "ErrDuplicate",
	"edition-empty":                          "ErrMissing",
	"edition-string":                         "ErrType",
	"edition-without-version":                "ErrMissing",
	"extra-":                                 "ErrType",
	"extra-empty":                            "ErrEmpty",
	"extra-key-blank":                        "ErrEmpty",
	"extra-key-twice":                        "ErrDuplicate",
	"extra-null":                             "ErrNull",
	"identifier-scheme":                      "ErrValue",
	"identifier-twice":                       "ErrDuplicate",
	"identifier-without-":                    "ErrMissing",
	"obligation-none-beside-another":         "ErrValue",
	"obligation-twice":                       "ErrDuplicate",
	"party-rejoins-":                         "ErrDuplicate",
	"party-without-actor":                    "ErrMissing",
	"place-of-nothing":                       "ErrMissing",
	"point-list":                             "ErrType",
	"point-long-names":                       "ErrUnknownMember",
	"point-null":                             "ErrNull",
	"point-of-strings":                       "ErrType",
	"point-out-of-range":                     "ErrRange",
	"point-without-longitude":                "ErrMissing",
	"point-zero":                             "ErrValue",
	"quote-too-long":                         "ErrValue",
	"claim-without-":                         "ErrMissing",
	"contingent-of-nobody":                   "ErrMissing",
	"coverage-object":                        "ErrType",
	"date-":                                  "ErrDate",
	"domain-twice":                           "ErrDuplicate",
	"edition-number-twice":                   "ErrDuplicate",
	"kind-twice":                             "ErrDuplicate",
	"limit-":                                 "ErrLimit",
	"empty-":                                 "ErrEmpty",
	"empty-id-in-list":                       "ErrMissing",
	"approximate-no-total":                   "ErrMissing",
	"approximate-nothing":                    "ErrMissing",
	"file-":                                  "ErrSyntax",
	"format-":                                "ErrFormat",
	"format-near-miss":                       "ErrUnknownMember",
	"format-null":                            "ErrNull",
	"format-number":                          "ErrType",
	"gist-missing":                           "ErrMissing",
	"id-":                                    "ErrID",
	"id-duplicate-":                          "ErrDuplicate",
	"id-empty":                               "ErrMissing",
	"id-missing":                             "ErrMissing",
	"id-of-source-missing":                   "ErrMissing",
	"id-of-topic-missing":                    "ErrMissing",
	"member-case":                            "ErrUnknownMember",
	"member-duplicate":                       "ErrDuplicate",
	"member-unknown":                         "ErrUnknownMember",
	"modality-unhedged-with-hedge":           "ErrValue",
	"modality-missing":                       "ErrMissing",
	"name-missing":                           "ErrMissing",
	"null-":                                  "ErrNull",
	"number-":                                "ErrRange",
	"paragraph-zero":                         "ErrRange",
	"parties-":                               "ErrMissing",
	"party-twice":                            "ErrDuplicate",
	"period-":                                "ErrDate",
	"posting-empty":                          "ErrMissing",
	"record-":                                "ErrType",
	"record-null":                            "ErrNull",
	"reference-":                             "ErrReference",
	"reference-in-citation-missing":          "ErrMissing",
	"section-":                               "ErrType",
	"section-null":                           "ErrNull",
	"several-bad-elements-in-one-list":       "ErrType ErrNull ErrReference ErrDuplicate",
	"several-bad-record-that-others-refer-":  "ErrValue ErrUncited ErrType",
	"several-bad-source-that-records-cite":   "ErrDate ErrUnknownMember",
	"several-bad-values-of-claims":           "ErrDuplicate ErrType ErrNull ErrEmpty ErrReference ErrMissing",
	"several-bad-topic-that-records-name":    "ErrType",
	"several-faults-of-one-record-each":      "ErrType ErrMissing",
	"several-in-one-record":                  "ErrID ErrDate ErrValue ErrRange ErrType ErrUnknownMember ErrReference ErrMissing",
	"several-members-of-one-citation":        "ErrReference ErrType ErrRange ErrValue ErrUnknownMember",
	"several-records-beside-good-ones":       "ErrType ErrReference",
	"several-unreadable-parties":             "ErrType",
	"several-unreadable-record-that-others-": "ErrType",
	"signatory-twice":                        "ErrDuplicate",
	"speakers-":                              "ErrMissing",
	"strength-below-zero":                    "ErrRange",
	"syntax-":                                "ErrSyntax",
	"syntax-after-other-problems":            "ErrUnknownMember ErrSyntax",
	"syntax-many":                            "ErrUnknownMember ErrSyntax ErrDate",
	"title-string":                           "ErrType",
	"top-":                                   "ErrType",
	"top-null":                               "ErrNull",
	"topic-":                                 "ErrReference",
	"topic-duplicate":                        "ErrDuplicate",
	"type-":                                  "ErrType",
	"uncited-":                               "ErrUncited",
	"utf8-":                                  "ErrUTF8",
	"value-":                                 "ErrValue",
	"value-m49-number":                       "ErrType",
}

// expectedOf returns the errors that the bad file must have.
func expectedOf(name string) []string {
	best := ""
	for prefix := range expected {
		if strings.HasPrefix(name, prefix) && len(prefix) > len(best) {
			best = prefix
		}
	}
	return strings.Fields(expected[best])
}

// dataFiles lists the files of a folder that are not lists of problems.
func dataFiles(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".problems") {
			names = append(names, e.Name())
		}
	}
	if len(names) == 0 {
		t.Fatalf("no files in %s", dir)
	}
	return names
}

// compareGolden compares what was found in a file with the list beside it.
func compareGolden(t *testing.T, file, got string) {
	t.Helper()
	golden := strings.TrimSuffix(file, filepath.Ext(file)) + ".problems"
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("problems:\n%swant:\n%s", got, want)
	}
}

func TestLoad_DiagnosesBadFiles(t *testing.T) {
	const dir = "testdata/bad"
	for _, name := range dataFiles(t, dir) {
		t.Run(name, func(t *testing.T) {
			d, err := entente.Load(os.DirFS(dir), name)
			if d != nil {
				t.Errorf("a dataset of %d records came with the error", d.Len())
			}
			var problems entente.Problems
			if !errors.As(err, &problems) {
				t.Fatalf("error %v is no list of problems", err)
			}
			compareGolden(t, filepath.Join(dir, name), err.Error()+"\n")

			want := expectedOf(name)
			if len(want) == 0 {
				t.Error("the table does not say which sorts of problem are expected")
			}
			for sort, sentinel := range sentinels {
				if got := errors.Is(err, sentinel); got != slices.Contains(want, sort) {
					t.Errorf("errors.Is(err, %s) = %v; the table expects %v", sort, got, want)
				}
			}

			data, err := os.ReadFile(filepath.Join(dir, name))
			if err != nil {
				t.Fatal(err)
			}
			checkPlaces(t, data, name, problems)
		})
	}
}

// checkPlaces checks that every problem says where it is, and is there.
func checkPlaces(t *testing.T, data []byte, name string, problems entente.Problems) {
	t.Helper()
	places := placesIn(data)
	for _, p := range problems {
		if strings.ContainsFunc(p.Error(), func(r rune) bool { return !unicode.IsPrint(r) }) {
			t.Errorf("%q is not one printable line", p.Error())
		}
		if p.File != name || p.Line < 1 || p.Column < 1 {
			t.Errorf("%s: file %q, line %d, column %d", p, p.File, p.Line, p.Column)
			continue
		}
		if p.Offset < 0 || p.Offset > int64(len(data)) {
			t.Errorf("%s: offset %d in a file of %d bytes", p, p.Offset, len(data))
			continue
		}
		before := data[:p.Offset]
		line := 1 + bytes.Count(before, []byte("\n"))
		column := 1 + len(before) - (1 + bytes.LastIndexByte(before, '\n'))
		if p.Line != line || p.Column != column {
			t.Errorf("%s: offset %d is at %d:%d", p, p.Offset, line, column)
		}
		if !jsontext.Value(data).IsValid(jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true)) {
			continue // the file has no values that a pointer could point at
		}
		if !slices.Contains(places[p.Pointer], p.Offset) {
			t.Errorf("%s: offset %d; what %q points at begins at %d", p, p.Offset, p.Pointer, places[p.Pointer])
		}
	}
}

// placesIn returns the offsets at which the value, and in an object its name,
// begins for every JSON pointer, as far as the data is JSON.
func placesIn(data []byte) map[string][]int64 {
	places := make(map[string][]int64)
	dec := jsontext.NewDecoder(bytes.NewBuffer(data), jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))
	for {
		before := dec.InputOffset()
		_, err := dec.ReadToken()
		if err != nil {
			return places
		}
		for strings.IndexByte(" \t\r\n:,", data[before]) >= 0 {
			before++
		}
		if c := data[before]; c == '}' || c == ']' {
			continue
		}
		pointer := string(dec.StackPointer())
		places[pointer] = append(places[pointer], before)
	}
}

func TestLoad_Warns(t *testing.T) {
	const dir = "testdata/warn"
	for _, name := range dataFiles(t, dir) {
		t.Run(name, func(t *testing.T) {
			var warnings entente.Problems
			loader := entente.Loader{Warn: func(p *entente.Problem) { warnings = append(warnings, p) }}
			if _, err := loader.Load(os.DirFS(dir), name); err != nil {
				t.Fatal(err)
			}
			if len(warnings) == 0 {
				t.Fatal("no warnings")
			}
			compareGolden(t, filepath.Join(dir, name), warnings.Error()+"\n")
			data, err := os.ReadFile(filepath.Join(dir, name))
			if err != nil {
				t.Fatal(err)
			}
			checkPlaces(t, data, name, warnings)
			want := entente.ErrUnused
			if strings.HasPrefix(name, "state-") {
				want = entente.ErrAnachronism
			}
			if strings.HasPrefix(name, "unlikely") {
				want = entente.ErrUnlikely
			}
			for _, w := range warnings {
				if !errors.Is(w, want) {
					t.Errorf("%s is %v", w, w.Err)
				}
			}
		})
	}
}

func TestBadFiles_CoverEveryError(t *testing.T) {
	// No bad file can have a conflict of two datasets, a warning, or a reference to
	// what only an import rejects.
	elsewhere := []string{"ErrConflict", "ErrUnused", "ErrAnachronism", "ErrUnlikely", "ErrRejected"}
	covered := make(map[string]bool)
	for _, name := range dataFiles(t, "testdata/bad") {
		for _, sort := range expectedOf(name) {
			covered[sort] = true
		}
	}
	for _, sort := range declaredSentinels(t) {
		if _, ok := sentinels[sort]; !ok {
			t.Errorf("%s is not in the table of this test", sort)
		}
		if !covered[sort] && !slices.Contains(elsewhere, sort) {
			t.Errorf("no bad file has %s", sort)
		}
	}
}

// declaredSentinels returns the names of the Err variables of the package.
func declaredSentinels(t *testing.T) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "problem.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, d := range file.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.VAR {
			continue
		}
		for _, spec := range g.Specs {
			for _, name := range spec.(*ast.ValueSpec).Names {
				if strings.HasPrefix(name.Name, "Err") {
					names = append(names, name.Name)
				}
			}
		}
	}
	if len(names) == 0 {
		t.Fatal("no sentinels in problem.go")
	}
	return names
}

func TestBadFiles_UseEveryExpectation(t *testing.T) {
	names := dataFiles(t, "testdata/bad")
	for prefix := range expected {
		if !slices.ContainsFunc(names, func(name string) bool { return strings.HasPrefix(name, prefix) }) {
			t.Errorf("no bad file begins with %q", prefix)
		}
	}
}

func TestProblems_SpeakOfTheFormat(t *testing.T) {
	internal := []string{"json:", "jsontext", "json/v2", "reflect", "strconv.", "unmarshal", "encoding/",
		"invalid character", "expecting", "runtime error", "entente: ", "EOF", "uint8", "int64", "nil", "struct", "%!"}
	for _, dir := range []string{"testdata/bad", "testdata/warn"} {
		lists, err := filepath.Glob(dir + "/*.problems")
		if err != nil || len(lists) == 0 {
			t.Fatalf("no lists of problems in %s: %v", dir, err)
		}
		for _, list := range lists {
			text, err := os.ReadFile(list)
			if err != nil {
				t.Fatal(err)
			}
			for line := range strings.Lines(string(text)) {
				_, said, _ := strings.Cut(line, ": ") // behind the name of the file
				for _, word := range internal {
					if strings.Contains(said, word) {
						t.Errorf("%s contains %q: %s", list, word, line)
					}
				}
			}
			base := strings.TrimSuffix(list, ".problems")
			if files, _ := filepath.Glob(base + ".*"); len(files) != 2 {
				t.Errorf("%s stands beside %v", list, files)
			}
		}
	}
}
