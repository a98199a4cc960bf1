package brief_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/brief"
)

var update = flag.Bool("update", false, "rewrite the golden files")

var (
	languages  = []string{"en", "ru", "ur", "ur-u-nu-arabext"}
	extensions = map[brief.Format]string{brief.FormatText: ".txt", brief.FormatMarkdown: ".md", brief.FormatHTML: ".html"}
)

// all returns the dataset of testdata/all.json: every kind of record, every
// member, open periods, claims, and words that need escaping.
func all(t testing.TB) *entente.Dataset {
	t.Helper()
	d, err := loadAll()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

var loadAll = sync.OnceValues(func() (*entente.Dataset, error) {
	return entente.Load(os.DirFS("testdata"), "all.json")
})

// north12 returns the dataset of testdata/north.json: twelve invented records on
// two other nations.
func north12(t testing.TB) *entente.Dataset {
	t.Helper()
	d, err := entente.Load(os.DirFS("testdata"), "north.json")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// merged returns the article and the invented records in one dataset.
func merged(t testing.TB) *entente.Dataset {
	t.Helper()
	d, err := entente.Merge(north12(t), entente.Article())
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// datasets returns the datasets that have golden files, by name.
func datasets(t testing.TB) map[string]*entente.Dataset {
	return map[string]*entente.Dataset{
		"article": entente.Article(),
		"fomin":   entente.Article().Involving("fomin").Union(entente.Article().Affecting("fomin")), // as examples/briefing
		"empty":   nil,
		"all":     all(t),
		"north":   north12(t),
		"one":     only(north12(t), "berg-said"),
	}
}

// decode returns the dataset of a file with the members, in which CITES is a
// citation of the source s, and FACT, SAID and JUDGED are each a basis and that
// citation.
func decode(t *testing.T, members string) *entente.Dataset {
	t.Helper()
	members = strings.NewReplacer("FACT", `"basis": "reported", CITES`, "SAID", `"basis": "attributed", CITES`,
		"JUDGED", `"basis": "assessed", CITES`).Replace(members)
	file := `{"format": "entente/1", ` + strings.ReplaceAll(members, "CITES", `"cites": [{"source": "s"}]`) + `}`
	d, err := entente.Decode("f", strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// north is the members of a file with two nations, which are not named, and two
// officials. The file needs the source s; see sourceS.
const north = `"nations": [{"id": "FI", FACT}, {"id": "SE", FACT}],
	"officials": [{"id": "o", FACT, "name": {"en": "Otto"}, "nation": "FI"}, {"id": "p", FACT, "name": {"en": "Pia"}}],`

const sourceS = `"sources": [{"id": "s"}]`

// only narrows d to the records with the IDs.
func only(d *entente.Dataset, ids ...entente.ID) *entente.Dataset {
	return d.Filter(func(r entente.Record) bool { return slices.Contains(ids, r.AsFact().ID) })
}

func write(t testing.TB, w brief.Writer, d *entente.Dataset) string {
	t.Helper()
	var b bytes.Buffer
	if err := w.Write(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// wantLines fails unless the briefing on d in English has the lines, in order.
func wantLines(t *testing.T, d *entente.Dataset, want ...string) {
	t.Helper()
	got := write(t, brief.Writer{}, d)
	rest := got
	for _, l := range want {
		_, after, ok := strings.Cut(rest, l+"\n")
		if !ok {
			t.Errorf("no %q, or not in order, in\n%s", l, got)
			return
		}
		rest = after
	}
}

// golden compares got with the file of the name in testdata, or writes it.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; run go test -update and look at what changed\n%s", file, firstDifference(got, string(want)))
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return "got  " + g[i] + "\nwant " + w[i]
		}
	}
	return "one is the beginning of the other"
}
