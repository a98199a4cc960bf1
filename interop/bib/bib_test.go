package bib_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/bib"
	"github.com/go-json-experiment/json"
	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files")

type write = func(io.Writer, *entente.Dataset) (interop.Losses, error)

var formats = map[string]write{"csl.json": bib.WriteCSL, "bib": bib.WriteBibTeX}

func sources(t testing.TB) *entente.Dataset {
	t.Helper()
	d, err := entente.Load(os.DirFS("testdata"), "sources.json")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func written(t testing.TB, w write, d *entente.Dataset) (string, interop.Losses) {
	t.Helper()
	var b bytes.Buffer
	losses, err := w(&b, d)
	if err != nil {
		t.Fatal(err)
	}
	return b.String(), losses
}

func TestWrite_WritesEverySortOfSource(t *testing.T) {
	t.Parallel()
	for name, w := range formats {
		got, losses := written(t, w, sources(t))
		got += losses.String() + "\n"
		golden := filepath.Join("testdata", "sources."+name)
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s; run with -update if it is right (-want +got)\n%s", golden, diff)
		}
	}
}

func TestWrite_WritesOnlyWhatASelectionRestsOn(t *testing.T) {
	t.Parallel()
	got, _ := written(t, bib.WriteCSL, sources(t).Between("PK", "RU"))
	var items []struct {
		ID string `json:"id"`
	}
	if err := json.Unmarshal([]byte(got), &items); err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, i := range items {
		ids = append(ids, i.ID)
	}
	if diff := cmp.Diff([]string{"doubtful", "release"}, ids); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestWriteBibTeX_BalancesItsBraces(t *testing.T) {
	t.Parallel()
	for _, d := range []*entente.Dataset{sources(t), entente.Article(), entente.Chronicle()} {
		got, _ := written(t, bib.WriteBibTeX, d)
		n := 0
		for entry := range strings.SplitSeq(strings.TrimSpace(got), "\n\n") {
			n++
			depth := 0
			for i, r := range entry {
				switch r {
				case '{':
					depth++
				case '}':
					depth--
				}
				if depth < 0 || depth == 0 && r == '}' && i != len(entry)-1 {
					t.Fatalf("an entry ends within:\n%s", entry)
				}
			}
			if depth != 0 {
				t.Fatalf("an entry does not end:\n%s", entry)
			}
		}
		want := 0
		for range d.Sources() {
			want++
		}
		if n != want {
			t.Errorf("%d entries of %d sources", n, want)
		}
	}
}

func TestWrite_LosesOnlyWhatThePageNames(t *testing.T) {
	t.Parallel()
	page, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range []*entente.Dataset{sources(t), entente.Article(), entente.Chronicle()} {
		for name, w := range formats {
			_, losses := written(t, w, d)
			for _, l := range losses {
				if !strings.Contains(string(page), l.Member) {
					t.Errorf("%s: the page does not name %v", name, l)
				}
			}
		}
	}
}

func TestPage_NamesEveryMemberOfASource(t *testing.T) {
	t.Parallel()
	page, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range reflect.VisibleFields(reflect.TypeFor[entente.Source]()) {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if !strings.Contains(string(page), "//\t"+name+" ") && !strings.Contains(string(page), "sources."+name) {
			t.Errorf("the page does not say what becomes of %s", name)
		}
	}
}

func TestWrite_IsDeterministicAndTakesNoRecords(t *testing.T) {
	t.Parallel()
	for name, w := range formats {
		a, _ := written(t, w, entente.Chronicle())
		b, _ := written(t, w, entente.Chronicle())
		if a != b {
			t.Errorf("%s: two texts of one dataset differ", name)
		}
		got, losses := written(t, w, nil)
		if want := map[string]string{"csl.json": "[]"}[name]; len(losses) > 0 || strings.TrimSpace(got) != want {
			t.Errorf("%s of nothing: %q, %v", name, got, losses)
		}
	}
}

var errFull = errors.New("full")

type full struct{ left int }

func (f *full) Write(b []byte) (int, error) {
	if f.left -= len(b); f.left < 0 {
		return 0, errFull
	}
	return len(b), nil
}

func TestWrite_ReturnsTheErrorOfItsWriter(t *testing.T) {
	t.Parallel()
	for name, w := range formats {
		for _, left := range []int{0, 100, 20000} {
			if _, err := w(&full{left}, entente.Chronicle()); !errors.Is(err, errFull) {
				t.Errorf("%s: %v", name, err)
			}
		}
		if _, err := w(nil, entente.Article()); err == nil {
			t.Errorf("%s: no error without a writer", name)
		}
	}
}

func ExampleWriteBibTeX() {
	if _, err := bib.WriteBibTeX(os.Stdout, entente.Article()); err != nil {
		log.Fatal(err)
	}
	// Output:
	// @online{article,
	// 	organization = {The Islamabad Telegraph},
	// 	date = {2024-10},
	// 	url = {https://theislamabadtelegraph.com/2024/10/pakistan-russia-ties/},
	// 	language = {en},
	// 	annote = {Year and month of publication come from the page's address; the title and the author are not known.},
	// }
}

func ExampleWriteCSL() {
	losses, err := bib.WriteCSL(os.Stdout, entente.Article().About(entente.TopicMaritimeSecurity))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(losses)
	// Output:
	// [
	//   {
	//     "id": "article",
	//     "type": "webpage",
	//     "container-title": "The Islamabad Telegraph",
	//     "issued": {
	//       "date-parts": [
	//         [
	//           2024,
	//           10
	//         ]
	//       ]
	//     },
	//     "URL": "https://theislamabadtelegraph.com/2024/10/pakistan-russia-ties/",
	//     "language": "en",
	//     "annote": "Year and month of publication come from the page's address; the title and the author are not known."
	//   }
	// ]
	// authors; edition; licence; sources.note.language; sources.publisher.language; title; topics; 1 meeting; 2 statements; 7 assessments
}
