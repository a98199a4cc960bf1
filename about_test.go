package entente

import (
	"bytes"
	"testing"
	"testing/fstest"

	"github.com/entente-go/entente/edtf"
	"github.com/google/go-cmp/cmp"
)

// Of what several files say of themselves, what the first says counts; what
// they had besides is united.
func TestLoad_JoinsWhatFilesSayOfThemselves(t *testing.T) {
	t.Parallel()
	file := func(members string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte(`{"format": "entente/1", ` + members + `}`)}
	}
	d, err := Load(fstest.MapFS{
		"a.json": file(`"authors": ["A"], "extra": {"2": "a", "1": "a"}`),
		"b.json": file(`"edition": {"version": "2", "date": "2024-10"}, "authors": ["B"], "extra": {"2": "b", "3": "b"}`),
		"c.json": file(`"edition": {"version": "3"}, "licence": "CC-BY-4.0"`),
	})
	if err != nil {
		t.Fatal(err)
	}
	check := func(d *Dataset) {
		t.Helper()
		if want := (Edition{"2", edtf.MustParseDate("2024-10")}); d.Edition() != want || d.Licence() != "CC-BY-4.0" {
			t.Errorf("edition %v, licence %q", d.Edition(), d.Licence())
		}
		if diff := cmp.Diff([]string{"A"}, d.Authors()); diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff(Extra{{"1", "a"}, {"2", "a"}, {"3", "b"}}, d.Extra()); diff != "" {
			t.Error(diff)
		}
	}
	check(d)
	again, err := Decode("again", bytes.NewReader(written(t, d)))
	if err != nil {
		t.Fatal(err)
	}
	check(again)
	var none *Dataset
	if none.Edition() != (Edition{}) || none.Authors() != nil || none.Licence() != "" || none.Extra() != nil {
		t.Error("a nil dataset says something of itself")
	}
}

func TestEmbedded_SayEditionAuthorsLicence(t *testing.T) {
	t.Parallel()
	for name, d := range map[string]*Dataset{"article": Article(), "chronicle": Chronicle()} {
		if d.Edition().Version == "" || d.Edition().Date.IsZero() || len(d.Authors()) == 0 || d.Licence() != "CC-BY-4.0" {
			t.Errorf("%s: edition %v, authors %v, licence %q", name, d.Edition(), d.Authors(), d.Licence())
		}
	}
}
