package entente

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/entente-go/entente/internal/fold"
	"github.com/entente-go/entente/nation"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
)

func TestFind_ByWords(t *testing.T) {
	t.Parallel()
	d := Chronicle()
	for _, c := range []struct {
		words string
		want  ID
		fit   Fit
	}{
		{"Imran", "imran-khan", FitWords},
		{"Druzhba 7", "druzhba-7", FitWords},
		{"Mi-35", "pk-ru-2015-mi35", FitBeginnings},
		{"mi 35m", "pk-ru-2015-mi35", FitWords},
		{"Fom", "fomin", FitBeginnings},
		{"Pakistan", "PK", FitExact},
	} {
		found := d.Find(c.words)
		i := slices.IndexFunc(found, func(m Match) bool { return m.ID == c.want })
		if i < 0 || found[i].Fit != c.fit {
			t.Errorf("Find(%q) is %v, want %s, %v", c.words, found, c.want, c.fit)
		}
	}
	soviet := mustNew(t, small(func(r *Records) {
		n := r.Nations[0]
		n.ID = "SUHH"
		r.Nations = append(r.Nations, n)
	}))
	for words, want := range map[string]string{
		"USSR": "[nation SUHH (USSR, exact)]", "soviet": "[nation SUHH (Soviet Union, words)]", "suhh": "[nation SUHH (SUHH, exact)]",
	} {
		if got := fmt.Sprint(soviet.Find(words)); got != want {
			t.Errorf("Find(%q) is %s, want %s", words, got, want)
		}
	}
	referred := mustNew(t, small(func(r *Records) {
		other := r.Exercises[0]
		other.ID, other.Number, other.Contingents = "visit-2", 2, []Contingent{{Nation: "FR"}, {Nation: "JP"}, {Nation: "IN"}}
		r.Exercises = append(r.Exercises, other)
		other.ID, other.Number, other.Contingents = "visit-3", 3, []Contingent{{Nation: "FR"}, {Nation: "KE"}}
		r.Exercises = append(r.Exercises, other)
	}))
	for id, want := range map[ID]string{"visit-1": "false false", "visit-2": "true false", "visit-3": "false true"} {
		d := referred.Filter(pick(id))
		if got := fmt.Sprint(len(d.Find("India")) == 1, len(d.Find("Kenya")) == 1); got != want {
			t.Errorf("of %s are found India and Kenya: %s, want %s", id, got, want)
		}
	}
	for _, words := range []string{"", " ", "-", "nobody at all", "Imran Imran Khan nobody", "7 seven"} {
		if found := d.Find(words); len(found) > 0 {
			t.Errorf("Find(%q) is %v", words, found)
		}
	}
}

// slowFind is the obvious implementation: every name of every record.
func slowFind(d *Dataset, sought string) []Match {
	words := func(s string) []string {
		var list []string
		for _, w := range strings.FieldsFunc(string(fold.AppendKey(nil, s)), func(r rune) bool {
			return !unicode.In(r, unicode.L, unicode.Nd, unicode.M)
		}) {
			if !slices.Contains(list, w) {
				list = append(list, w)
			}
		}
		return list
	}
	type ranked struct {
		Match
		spare int
	}
	var found []ranked
	want := words(sought)
	rank := func(id ID, kind Kind, names []string) {
		best := ranked{}
		for _, name := range names {
			have, f := words(name), Fit(0)
			beginnings, whole := 0, 0
			for _, w := range want {
				if slices.Contains(have, w) {
					whole++
				}
				if slices.ContainsFunc(have, func(h string) bool { return strings.HasPrefix(h, w) }) {
					beginnings++
				}
			}
			spare := len(have) - len(want)
			switch {
			case fold.Name(name) == fold.Name(sought) && fold.Name(name) != "":
				f, spare = FitExact, 0
			case len(want) == 0 || len(want) > len(have):
			case whole == len(want):
				f = FitWords
			case beginnings == len(want):
				f = FitBeginnings
			}
			if f > best.Fit || f != 0 && f == best.Fit && spare < best.spare {
				best = ranked{Match{id, kind, name, f}, spare}
			}
		}
		if best.Fit != 0 {
			found = append(found, best)
		}
	}
	referred := idSet{} // what takes part in a record or is affected
	known := func(names []string, id ID) []string {
		for name := range nation.Names(nation.ID(id)) {
			names = append(names, name)
		}
		return names
	}
	for i := range d.indices(0, len(d.c.recs)) {
		r := d.c.recs[i]
		id := r.fact().ID
		value, _ := d.Record(id)
		slowParties(d, value, r.fact().When, referred)
		if a, ok := value.(Assessment); ok {
			for _, id := range a.Affects {
				referred[id] = true
			}
		}
		var names []string
		eachName(r, func(name string) { names = append(names, name) })
		if r.Kind() == KindNation {
			names = known(names, id)
		}
		rank(id, r.Kind(), append(names[1:], names[0]))
	}
	for _, id := range d.c.states { // the nations without a record
		if referred[id] {
			rank(id, KindNation, known(nil, id))
		}
	}
	slices.SortStableFunc(found, func(a, b ranked) int {
		if a.Fit != b.Fit {
			return int(b.Fit) - int(a.Fit)
		}
		return a.spare - b.spare
	})
	var matches []Match
	for _, f := range found {
		matches = append(matches, f.Match)
	}
	return matches
}

func TestFind_AgreesWithTheObviousImplementation(t *testing.T) {
	t.Parallel()
	d := Chronicle()
	var queries []string
	for i := range d.c.recs {
		if i%9 == 0 {
			eachName(d.c.recs[i], func(name string) {
				queries = append(queries, name, string([]rune(name)[:(len([]rune(name))+1)/2]))
				if f := strings.Fields(name); len(f) > 1 {
					queries = append(queries, f[len(f)-1]+" "+f[0], f[0][:1]+" "+strings.ToUpper(f[1]))
				}
			})
		}
	}
	for i, q := range queries {
		if i%7 != 0 {
			continue
		}
		part := d
		if i%2 == 0 {
			part = d.Involving("RU")
		}
		if diff := cmp.Diff(slowFind(part, q), part.Find(q)); diff != "" {
			t.Fatalf("Find(%q) (-want +got):\n%s", q, diff)
		}
	}
	if len(queries) < 300 {
		t.Error(fmt.Sprint("only ", len(queries), " queries"))
	}
}

func TestName_OfAnything(t *testing.T) {
	t.Parallel()
	d := mustNew(t, small(func(r *Records) {
		r.Nations[0].Name = English("La France")
		r.Nations[1].Name = Text{}
		r.Exercises[0].Contingents = append(r.Exercises[0].Contingents, Contingent{Nation: "SUHH"})
	}))
	for _, c := range []struct {
		id   ID
		tag  language.Tag
		want string
	}{
		{"FR", language.English, "La France"}, {"FR", language.Russian, "Франция"}, {"FR", language.Finnish, "La France"},
		{"JP", language.English, "Japan"}, {"JP", language.Urdu, "جاپان"},
		{"SUHH", language.English, "Soviet Union"}, {"BR", language.Russian, "Бразилия"},
		{"visit-1", language.English, d.Find("visit-1")[0].Name}, {"nobody", language.English, "nobody"}, {"", language.English, ""},
	} {
		if c.id == "visit-1" {
			e, _ := d.Exercise("visit-1")
			c.want = e.Label(c.tag)
		}
		if got := d.Name(c.id, c.tag); got != c.want {
			t.Errorf("Name(%q, %v) is %q, want %q", c.id, c.tag, got, c.want)
		}
	}
	if got := (*Dataset)(nil).Name("PK", language.English); got != "Pakistan" {
		t.Errorf("of nothing: %q", got)
	}
}

func TestNations_WithoutARecord(t *testing.T) {
	t.Parallel()
	text := `{"format": "entente/1", "sources": [{"id": "s"}],
		"organizations": [{"id": "navy", "name": {"en": "Navy"}, "nation": "RU", "basis": "reported", "cites": [{"source": "s"}]}],
		"exercises": [{"id": "x", "when": "2020", "basis": "reported", "cites": [{"source": "s"}],
			"contingents": [{"nation": "PK"}, {"organization": "navy"}]}],
		"assessments": [{"id": "a", "gist": {"en": "g"}, "affects": ["IN"], "modality": "likely", "basis": "assessed", "cites": [{"source": "s"}]}]}`
	loaded, err := Decode("file", strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	again, err := Decode("file", strings.NewReader(string(written(t, loaded))))
	if err != nil {
		t.Fatal(err)
	}
	for name, d := range map[string]*Dataset{"loaded": loaded, "written and loaded": again, "in a union": loaded.Union(mustNew(t, Records{Sources: []Source{{ID: "t"}}}))} {
		s := d.Summary()
		got := fmt.Sprint(d.Has("IN"), d.Between("PK", "RU").Len(), d.Affecting("IN").Len(), d.Involving("RU").Len(), d.Find("India"),
			s.Parties, s.Pairs, s.Kinds, s.Records)
		if _, ok := d.Nation("PK"); ok || d.Len() != 3 {
			t.Errorf("%s: PK is a record, or %v", name, d)
		}
		if want := "false 1 1 2 [nation IN (India, exact)] [{RU 2} {navy 2} {PK 1}] [{PK RU 1 exercise}] [{organization 1} {exercise 1} {assessment 1}] 3"; got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

func TestIdentified_MayBeSeveral(t *testing.T) {
	t.Parallel()
	d := mustNew(t, generated(5, 150))
	seen := map[Identifier][]ID{}
	for r := range d.All() {
		for _, id := range r.AsFact().Identifiers {
			seen[id] = append(seen[id], r.AsFact().ID)
		}
	}
	part, several := d.OfKind(KindExercise, KindNation), 0
	for id, want := range seen {
		if got := idsOf(d.Identified(id.Scheme, id.Value)); !slices.Equal(got, want) {
			t.Errorf("%v is %v, want %v", id, got, want)
		}
		for _, id := range idsOf(part.Identified(id.Scheme, id.Value)) {
			if !part.Has(id) {
				t.Errorf("%s is not in the selection", id)
			}
		}
		several += min(len(want)-1, 1)
	}
	if len(seen) == 0 || d.Identified("wikidata", "nothing").Len() != 0 || (*Dataset)(nil).Identified("", "").Len() != 0 {
		t.Errorf("%d identifiers, of which %d are of several records", len(seen), several)
	}
}
