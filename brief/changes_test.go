package brief_test

import (
	"bytes"
	"os"
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
