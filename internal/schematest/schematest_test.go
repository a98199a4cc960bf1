// Package schematest holds the schema of the data format against the loader.
// It is a module of its own, so that the validator it uses is no requirement
// of the library's.
package schematest

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"

	"github.com/entente-go/entente"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

const root = "../.."

func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	const name = "data/entente.schema.json"
	data, err := os.ReadFile(path.Join(root, name))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	if err := c.AddResource(name, doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// verdict returns what the schema has against a file; what is not JSON is
// refused before any schema.
func verdict(s *jsonschema.Schema, data []byte) error {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		return err
	}
	return s.Validate(doc)
}

// inexpressible lists the bad files that the schema takes for good, by what it
// cannot say.
var inexpressible = map[string][]string{
	"a member stands twice": {
		"member-duplicate", "member-duplicate-at-top", "member-duplicate-escaped", "member-duplicate-id",
		"claim-value-member-twice", "extra-key-twice", "member-duplicate-language-of-names",
		"member-duplicate-language", "member-duplicate-nested", "member-duplicate-title",
	},
	"an ID or a number stands in two places": {
		"attendee-twice", "edition-number-twice", "id-duplicate-across-kinds", "id-duplicate-in-one-kind", "id-duplicate-in-what-is-no-cycle",
		"parties-of-one-actor", "party-rejoins-without-period", "id-duplicate-sources", "id-duplicate-topic",
	},
	"nothing is declared under the ID or topic": {
		"reference-dangling", "reference-dangling-case", "reference-dangling-in-coverage", "reference-dangling-in-place",
		"claim-value-dangling", "name-missing-nation", "reference-undeclared-nation", "reference-dangling-near-miss", "reference-dangling-source",
		"reference-dangling-source-near-miss", "reference-reprints-dangling", "topic-broader-unknown", "topic-unknown",
		"topic-unknown-beside-a-later-parent", "topic-unknown-near-miss",
	},
	"the ID is of another kind, but of the same form": {
		"reference-agreement-for-partnership", "reference-assessment-about-source", "reference-official-for-party",
		"reference-region-for-actor", "reference-source-for-record", "reference-statement-for-meeting",
	},
	"a chain runs in a cycle": {
		"cycle-agreements", "cycle-assessment-itself", "cycle-assessments", "cycle-organization-itself",
		"cycle-organizations", "cycle-source-itself", "cycle-sources", "cycle-topics",
	},
	"one date hangs on another, or on the calendar": {
		"date-february-29-of-a-common-year", "party-rejoins-too-early", "period-end-before-start",
	},
	"a whole number is written with a point or an exponent": {
		"number-exponent", "number-whole-with-point",
	},
	"words have characters that no words have, or none to see": {
		"empty-words-invisible", "empty-alias-invisible",
		"words-byte-order-mark", "words-control-character", "words-control-character-c1", "words-embedding-open", "words-escape-sequence",
		"words-in-alias", "words-in-author", "words-in-claim", "words-in-extra-key", "words-in-extra-value",
		"words-in-identifier", "words-in-licence", "words-in-locator", "words-in-quote", "words-in-title",
		"words-in-topic", "words-invisible-tag", "words-isolate-closes-nothing", "words-isolate-open", "words-joiner-in-latin",
		"words-line-break", "words-line-separator", "words-no-character", "words-override", "words-tab-in-note",
	},
	"two entries say the same, whoever gives it": {"claim-twice", "posting-twice", "author-of-file-twice"},
	"text is not UTF-8": {
		"utf8-lone-surrogate-escape", "utf8-lone-surrogate-escape-in-words", "utf8-value", "utf8-words",
	},
}

func TestSchema_RefusesWhatItCan(t *testing.T) {
	s := schema(t)
	reasons := make(map[string]string)
	for reason, names := range inexpressible {
		for _, name := range names {
			if reasons[name] != "" {
				t.Errorf("%s is listed twice", name)
			}
			reasons[name] = reason
		}
	}
	dir := os.DirFS(path.Join(root, "testdata/bad"))
	entries, err := fs.ReadDir(dir, ".")
	if err != nil {
		t.Fatal(err)
	}
	files := 0
	for _, e := range entries {
		name, isJSON := strings.CutSuffix(e.Name(), ".json")
		if !isJSON {
			continue
		}
		files++
		data, err := fs.ReadFile(dir, e.Name())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := entente.Decode(e.Name(), bytes.NewReader(data)); err == nil {
			t.Errorf("%s: the loader takes it for good", e.Name())
		}
		err = verdict(s, data)
		reason := reasons[name]
		delete(reasons, name)
		switch {
		case err == nil && reason == "":
			t.Errorf("%s: the schema takes it for good", e.Name())
		case err != nil && reason != "":
			t.Errorf("%s: the schema refuses it, which is listed as inexpressible: %s\n%v", e.Name(), reason, err)
		}
	}
	for name := range reasons {
		t.Errorf("%s is listed, but is no file", name)
	}
	if files < 80 {
		t.Errorf("only %d files", files)
	}
}

// alone returns the problems that a file has without those beside it, to whose
// records it may refer.
func alone(_ *entente.Dataset, err error) (left entente.Problems) {
	var all entente.Problems
	errors.As(err, &all)
	for _, p := range all {
		if !errors.Is(p, entente.ErrReference) {
			left = append(left, p)
		}
	}
	return left
}

func TestSchema_TakesWhatTheLoaderTakes(t *testing.T) {
	s := schema(t)
	files := 0
	for _, dir := range []string{"data", "examples", "testdata"} {
		err := fs.WalkDir(os.DirFS(root), dir, func(name string, e fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case e.IsDir() && name == "testdata/bad":
				return fs.SkipDir
			case e.IsDir() || path.Ext(name) != ".json":
				return nil
			}
			data, err := os.ReadFile(path.Join(root, name))
			if err != nil {
				return err
			}
			doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
			if err != nil {
				return nil
			}
			if object, ok := doc.(map[string]any); !ok || object["format"] != entente.Format {
				return nil // it is not of the format, and is not meant to be
			}
			files++
			loaded := alone(entente.Decode(name, bytes.NewReader(data)))
			if err := verdict(s, data); (err == nil) != (len(loaded) == 0) {
				t.Errorf("%s: the loader says %v, the schema %v", name, loaded, err)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if files == 0 {
		t.Error("no files of the format")
	}
}

func TestSchema_ExamplesAreSound(t *testing.T) {
	c := jsonschema.NewCompiler()
	data, err := os.ReadFile(path.Join(root, "data/entente.schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if err := c.AddResource("s.json", doc); err != nil {
		t.Fatal(err)
	}
	examples := 0
	var walk func(v any, at string)
	walk = func(v any, at string) {
		switch v := v.(type) {
		case map[string]any:
			if list, ok := v["examples"].([]any); ok {
				s, err := c.Compile("s.json#" + at)
				if err != nil {
					t.Fatal(err)
				}
				for _, example := range list {
					examples++
					if err := s.Validate(example); err != nil {
						t.Errorf("example at %s: %v", at, err)
					}
				}
			}
			for name, v := range v {
				if name != "examples" {
					walk(v, at+"/"+strings.NewReplacer("~", "~0", "/", "~1").Replace(name))
				}
			}
		}
	}
	walk(doc, "")
	if examples == 0 {
		t.Error("no examples")
	}
}

// The schema and the loader take the same dates, except where the calendar or the
// order of two dates decides.
func TestSchema_TakesTheDatesThatTheLoaderTakes(t *testing.T) {
	s := schema(t)
	dates := []string{
		"2024", "2024-10", "2024-10-13", "202X", "20XX", "2024-XX", "2024-XX-XX", "2024-10-XX", "0000", "0000-01-01",
		"2024-21", "2024-22?", "2024-23~", "2024-24%", "2024-20", "2024-25", "2024-41", "2024-21-01", "2024-21-XX",
		"-0043", "-0043-03", "-0043-03-15", "-0043-22", "-004X", "-00XX", "-000X", "-9999~", "-0043-XX-XX",
		"-0000", "-0000-03", "--0043", "+2024", "-43", "-XXXX", "12024", "Y12024", "2024-", "2024-13", "2024-04-31", "2024~?", "-",
	}
	var texts []string
	for _, d := range dates {
		texts = append(texts, d, d+"/..", "../"+d, d+"/", "/"+d, d+"/2099", "-9999/"+d)
	}
	taken := 0
	for _, text := range append(texts, "", "..", "/", "../..", "2024/2025/2026", " 2024") {
		file := []byte(`{"format": "entente/1", "coverage": [{"period": "` + text + `"}]}`)
		_, err := entente.Decode("f", bytes.NewReader(file))
		if refused := verdict(s, file); (refused == nil) != (err == nil) {
			t.Errorf("period %q: the loader says %v, the schema %v", text, err, refused)
		}
		file = []byte(`{"format": "entente/1", "sources": [{"id": "s", "published": "` + text + `"}]}`)
		_, err = entente.Decode("f", bytes.NewReader(file))
		if refused := verdict(s, file); (refused == nil) != (err == nil) {
			t.Errorf("date %q: the loader says %v, the schema %v", text, err, refused)
		}
		if err == nil {
			taken++
		}
	}
	if taken < 20 {
		t.Errorf("only %d dates were taken", taken)
	}
}
