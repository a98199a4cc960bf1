package brief_test

import (
	"bytes"
	"io"
	"os"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/brief"
)

// editions returns the two editions of testdata.
func editions(t testing.TB) (old, new *entente.Dataset) {
	t.Helper()
	load := func(name string) *entente.Dataset {
		d, err := entente.Load(os.DirFS("testdata"), name)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	return load("edition-1.json"), load("edition-2.json")
}

func writeChanges(t testing.TB, w brief.Writer, old, new *entente.Dataset) string {
	t.Helper()
	var b bytes.Buffer
	if err := w.WriteChanges(&b, old, new); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWriteChanges_Golden(t *testing.T) {
	t.Parallel()
	old, new := editions(t)
	for _, lang := range languages {
		for format, ext := range extensions {
			w := brief.Writer{Language: language.Make(lang), Format: format}
			golden(t, "changes."+lang+ext, writeChanges(t, w, old, new))
		}
	}
}

func TestWriteChanges_KeepsPayloadsAsWords(t *testing.T) {
	t.Parallel()
	list := payloads(t)
	for i := 0; i < len(list); i += 3 {
		payload := list[i]
		side := func(before, after string) *entente.Dataset {
			d, err := hostile(t, func(n int) string { return before + payload + after + " " + strconv.Itoa(n) })
			if err != nil {
				t.Fatalf("%q is refused: %v", payload, err)
			}
			return d
		}
		old, new := side("", ""), side("", " x ")
		for format := range extensions {
			for _, pair := range [][2]*entente.Dataset{{old, new}, {nil, new}, {old, nil}} {
				w := brief.Writer{Language: []language.Tag{language.English, language.Russian, language.Urdu}[i%3], Format: format}
				if fault := faultIn(format, writeChanges(t, w, pair[0], pair[1])); fault != "" {
					t.Errorf("%q in %v: %s", payload, format, fault)
				}
			}
		}
	}
}

// Whatever member of a record or a source is taken out, the document says that
// something changed, and writes the name of no member as the file has it.
func TestWriteChanges_TellsEveryMember(t *testing.T) {
	t.Parallel()
	file := readAll(t)
	full := all(t)
	failures, told := make(map[string]int), make(map[string]bool)
	eachMember(file, reflect.TypeFor[entente.Records](), func(m member) {
		if told[m.key] || failures[m.key] == 5 {
			return
		}
		restore := m.with(nil)
		d, err := entente.Decode("all.json", encode(t, file))
		restore()
		if failures[m.key]++; err != nil {
			return
		}
		told[m.key] = true
		for _, pair := range [][2]*entente.Dataset{{full, d}, {d, full}} {
			if got := writeChanges(t, brief.Writer{}, pair[0], pair[1]); strings.Contains(got, "have the same records") != (len(entente.Changes(full, d)) == 0) {
				t.Errorf("%s is not told:\n%s", m.key, got)
			}
		}
	})
	if len(told) < 50 {
		t.Errorf("%d members could be taken out", len(told))
	}
}

func TestWriteChanges_TellsWhatTheDataSaysOfItself(t *testing.T) {
	t.Parallel()
	const same = "The two editions have the same records."
	one := entente.Records{Authors: []string{"A", "B"}, Licence: "MIT", Extra: entente.Extra{{Key: "k", Value: "1"}}}
	for name, c := range map[string]struct {
		change func(r *entente.Records)
		want   string
	}{
		"nothing":         {func(r *entente.Records) {}, ""},
		"another author":  {func(r *entente.Records) { r.Authors = []string{"A", "C"} }, " In the authors of the data, instead of B: C."},
		"one more author": {func(r *entente.Records) { r.Authors = []string{"A", "B", "C"} }, " Added to the authors of the data: C."},
		"another licence": {func(r *entente.Records) { r.Licence = "CC0-1.0" }, " The licence was MIT, is now CC0-1.0."},
		"no licence":      {func(r *entente.Records) { r.Licence = "" }, " The licence, no longer given: MIT."},
		"another row":     {func(r *entente.Records) { r.Extra = r.Extra.With("k", "2") }, " Rows kept outside the records have changed."},
	} {
		two := one
		c.change(&two)
		old, err := entente.New(one)
		if err != nil {
			t.Fatal(err)
		}
		new, err := entente.New(two)
		if err != nil {
			t.Fatal(err)
		}
		got := strings.ReplaceAll(writeChanges(t, brief.Writer{}, old, new), "\n\n", " ")
		if want := "What changed " + same + c.want + "\n"; got != want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, want)
		}
	}
}

func TestWriteChanges_OfNothing(t *testing.T) {
	t.Parallel()
	for _, d := range []*entente.Dataset{nil, entente.Article()} {
		if got := writeChanges(t, brief.Writer{}, d, d); !strings.Contains(got, "The two editions have the same records.") {
			t.Errorf("no change is told as\n%s", got)
		}
	}
	if err := (brief.Writer{}).WriteChanges(nil, nil, nil); err == nil {
		t.Error("it writes to nothing")
	}
	if err := (brief.Writer{Format: 99}).WriteChanges(io.Discard, nil, nil); err == nil {
		t.Error("it writes in no format")
	}
}
