package entente

import (
	"bytes"
	"os"
	"slices"
	"testing"

	"github.com/entente-go/entente/edtf"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
)

// second is a dataset of twelve records that shares nations, officials, a series
// and a source with the chronicle.
func second(t *testing.T) *Dataset {
	t.Helper()
	d, err := Load(os.DirFS("testdata"), "second.json")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestMerge_JoinsAnotherPairWithTheChronicle(t *testing.T) {
	t.Parallel()
	chronicle, mine := Chronicle(), second(t)
	d, err := Merge(chronicle, mine)
	if err != nil {
		t.Fatal(err)
	}
	if n := chronicle.Len() + 4; d.Len() != n || mine.Len() != 12 {
		t.Errorf("%v and %v make %v, want %d records", chronicle, mine, d, n)
	}
	var got []string
	for _, c := range Changes(chronicle, d) {
		got = append(got, c.String())
	}
	want := []string{
		"added source devdiscourse-2021-08-02",
		"changed source etv-bharat-2021-05-26: /identifiers",
		"added source india-today-2021-12-06",
		"added source jagran-2021-12-06",
		"changed nation IN: /cites, /identifiers, /aliases/en, /aliases/hi",
		"changed nation RU: /cites, /identifiers",
		"changed organization southern-military-district: /cites, /abbreviation",
		"added official jaishankar",
		"changed official lavrov: /cites, /name/en, /aliases/en",
		"changed official rajnath-singh: /cites, /postings",
		"changed official shoigu: /cites, /name/en, /aliases/en",
		"changed exercise indra-2021: /cites",
		"added meeting in-ru-2021-two-plus-two",
		"added statement jaishankar-2021-12-06-steady",
		"added statement rajnath-singh-2021-12-06-partner",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("what was added (-want +got):\n%s", diff)
	}
	india, _ := d.Nation("IN")
	if name := india.Name.Words(language.English); name != "India" || !slices.Contains(india.Aliases.In(language.English), "Republic of India") {
		t.Errorf("India is called %s, and %v", name, india.Aliases)
	}
	shoigu, _ := d.Official("shoigu")
	if !slices.Contains(shoigu.Aliases.In(language.English), "Sergei Shoigu") {
		t.Errorf("the other spelling is lost: %v", shoigu.Aliases)
	}
	august := d.Between("IN", "RU").OfKind(KindExercise).During(edtf.MustParsePeriod("2021-08"))
	if got := august.Answer(); got != AnswerFound {
		t.Errorf("exercises of August 2021: %v", got)
	}
	again, err := Decode("merged", bytes.NewReader(written(t, d)))
	if err != nil {
		t.Fatal(err)
	}
	if changes := Changes(d, again); len(changes) > 0 {
		t.Errorf("it does not survive writing: %v", changes)
	}
	if d.Title() != chronicle.Title() || d.Edition() != (Edition{}) || d.Licence() != "CC-BY-4.0" || len(d.Coverage()) != len(chronicle.Coverage())+1 {
		t.Errorf("title %v, edition %v, licence %v, coverage %v", d.Title(), d.Edition(), d.Licence(), d.Coverage())
	}
	back, err := Merge(mine, chronicle)
	if err != nil {
		t.Fatal(err)
	}
	if changes := Changes(d, back); len(changes) > 0 {
		t.Errorf("the order matters: %v", changes)
	}
}
