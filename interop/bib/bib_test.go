package bib_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop/bib"
	"github.com/entente-go/entente/interop/internal/interoptest"
	"github.com/go-json-experiment/json"
	"github.com/google/go-cmp/cmp"
)

var formats = map[string]interoptest.Write{"csl.json": bib.WriteCSL, "bib": bib.WriteBibTeX}

func sources(t testing.TB) *entente.Dataset {
	t.Helper()
	return interoptest.Load(t, "testdata/sources.json")
}

func TestWrite_WritesEverySortOfSource(t *testing.T) {
	t.Parallel()
	for name, w := range formats {
		got, losses := interoptest.Written(t, w, sources(t))
		got += losses.String() + "\n"
		interoptest.Golden(t, "testdata/sources."+name, got)
	}
}

func TestWrite_WritesOnlyWhatASelectionRestsOn(t *testing.T) {
	t.Parallel()
	got, _ := interoptest.Written(t, bib.WriteCSL, sources(t).Between("PK", "RU"))
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
		got, _ := interoptest.Written(t, bib.WriteBibTeX, d)
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
	for _, d := range []*entente.Dataset{sources(t), entente.Article(), entente.Chronicle()} {
		for name, w := range formats {
			_, losses := interoptest.Written(t, w, d)
			t.Run(name, func(t *testing.T) { interoptest.OnPage(t, losses) })
		}
	}
}

func TestPage_NamesEveryMemberOfASource(t *testing.T) {
	t.Parallel()
	page := string(interoptest.File(t, "doc.go"))
	for _, f := range reflect.VisibleFields(reflect.TypeFor[entente.Source]()) {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if !strings.Contains(page, "//\t"+name+" ") && !strings.Contains(page, "sources."+name) {
			t.Errorf("the page does not say what becomes of %s", name)
		}
	}
}

func TestWrite_IsDeterministicAndTakesNoRecords(t *testing.T) {
	t.Parallel()
	for name, w := range formats {
		t.Run(name, func(t *testing.T) { interoptest.IsDeterministic(t, w, entente.Chronicle()) })
		got, losses := interoptest.Written(t, w, nil)
		if want := map[string]string{"csl.json": "[]"}[name]; len(losses) > 0 || strings.TrimSpace(got) != want {
			t.Errorf("%s of nothing: %q, %v", name, got, losses)
		}
	}
}

func TestWrite_ReturnsTheErrorOfItsWriter(t *testing.T) {
	t.Parallel()
	for name, w := range formats {
		t.Run(name, func(t *testing.T) { interoptest.ReturnsErrors(t, w, entente.Chronicle(), 0, 100, 20000) })
	}
}
