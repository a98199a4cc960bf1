package entente

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/entente-go/entente/edtf"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
)

// unite unites two structs of one type, and returns where they conflict.
func unite(a, b any, kind Kind) (into any, conflicts []string) {
	result := reflect.New(reflect.TypeOf(a).Elem())
	result.Elem().Set(reflect.ValueOf(a).Elem())
	u := uniter{kind: kind, conflict: func(at string, _, _ side) { conflicts = append(conflicts, at) }}
	u.object(result.Elem(), []reflect.Value{reflect.ValueOf(a).Elem(), reflect.ValueOf(b).Elem()}, "")
	return result.Interface(), conflicts
}

// everyEntry calls f with each type that can be united, and what makes another
// value of it.
func everyEntry(t *testing.T, f func(t *testing.T, k Kind, make func() any)) {
	everyKind(t, func(t *testing.T, k Kind, _ record) { f(t, k, func() any { return newRecord(k) }) })
	t.Run("source", func(t *testing.T) { f(t, 0, func() any { return new(Source) }) })
	t.Run("topic", func(t *testing.T) { f(t, 0, func() any { return new(TopicDeclaration) }) })
}

func TestUnite_TakesEveryMemberThatOneLacks(t *testing.T) {
	t.Parallel()
	everyEntry(t, func(t *testing.T, k Kind, make func() any) {
		full, empty := make(), make()
		next := 0
		fill(reflect.ValueOf(full).Elem(), &next)
		for _, pair := range [][2]any{{full, empty}, {empty, full}, {full, full}} {
			got, conflicts := unite(pair[0], pair[1], k)
			if len(conflicts) > 0 {
				t.Errorf("conflicts at %v", conflicts)
			}
			if diff := cmp.Diff(full, got, cmp.Exporter(func(reflect.Type) bool { return true })); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		}
	})
}

// unitedMembers are the members of which two values do not contradict each other.
var unitedMembers = strings.Fields("/topics /cites /claims /identifiers /extra /aliases /postings")

func TestUnite_ReportsEveryMemberThatContradicts(t *testing.T) {
	t.Parallel()
	everyEntry(t, func(t *testing.T, k Kind, make func() any) {
		a := make()
		next := 0
		fill(reflect.ValueOf(a).Elem(), &next)
		var walk func(v reflect.Value, path []int, at string)
		walk = func(v reflect.Value, path []int, at string) {
			for i := range v.NumField() {
				field := v.Type().Field(i)
				path := append(slices.Clone(path), i)
				if field.Anonymous {
					walk(v.Field(i), path, at)
					continue
				}
				b := make()
				next := 0
				fill(reflect.ValueOf(b).Elem(), &next)
				at := at + "/" + jsonName(field)
				other := reflect.ValueOf(b).Elem().FieldByIndex(path)
				next = 1000
				fill(other, &next)
				switch {
				case other.Kind() == reflect.Bool, other.Kind() == reflect.Uint8:
					other.SetZero()
					if other.Kind() == reflect.Uint8 {
						other.SetUint(2)
					}
				case other.Type() == reflect.ValueOf(Fact{}).FieldByName("When").Type():
					other.SetZero()
					continue // fill knows one only
				}
				_, conflicts := unite(a, b, k)
				mayDiffer := slices.Contains(unitedMembers, at) || k != 0 && k < afterActors && at == "/name" ||
					equal(reflect.ValueOf(a).Elem(), reflect.ValueOf(b).Elem())
				found := slices.ContainsFunc(conflicts, func(c string) bool { return c == at || strings.HasPrefix(c, at+"/") })
				if found == mayDiffer || len(conflicts) > 0 && !found {
					t.Errorf("%s: conflicts at %v", at, conflicts)
				}
			}
		}
		walk(reflect.ValueOf(a).Elem(), nil, "")
	})
}

// Long lists and texts with many tags cost no more than their length.
func TestMerge_AllocatesInProportion(t *testing.T) {
	wide := func(n, from int) *Dataset {
		r := Records{Sources: []Source{{ID: "s"}}}
		var name []phrase
		cites := []Citation{{Source: "s"}}
		for i := from; i < from+n; i++ {
			r.Topics = append(r.Topics, TopicDeclaration{ID: Topic(fmt.Sprintf("t%d", i))})
			r.Coverage = append(r.Coverage, Coverage{Note: English(fmt.Sprint(i))})
			name = append(name, phrase{fmt.Sprintf("en-x-a%d", i), "x"})
			cites = append(cites, Citation{Source: "s", Paragraphs: []int{i + 1}})
		}
		r.Series = []Series{{Fact: Fact{ID: "v", Basis: BasisReported, Cites: cites}, Name: pack(name)}}
		return mustNew(t, r)
	}
	allocations := func(n int) float64 {
		a, b := wide(n, 0), wide(n, n/2)
		return testing.AllocsPerRun(1, func() {
			if _, err := Merge(a, b); err != nil {
				t.Fatal(err)
			}
			Changes(a, b)
			a.Union(b)
		})
	}
	if small, large := allocations(500), allocations(4000); large > 10*small {
		t.Errorf("8 times as much allocates %v times instead of %v", large, small)
	}
}

func TestJoinIDs_ShowsFirstFour(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		ids  []ID
		want string
	}{
		{nil, ""}, {[]ID{"a"}, "a"}, {[]ID{"a", "b", "c", "d"}, "a, b, c, d"}, {[]ID{"a", "b", "c", "d", "e"}, "a, b, c, d, …"},
	} {
		if got := joinIDs(c.ids); got != c.want {
			t.Errorf("%v: %q, want %q", c.ids, got, c.want)
		}
	}
}

func TestUnite_KeepsNamesWhereOnlyAliasesDiffer(t *testing.T) {
	t.Parallel()
	alias := func(words ...string) Names { return (Names{}).With(language.English, words...) }
	for _, tt := range []struct {
		what string
		a, b Bloc
		want Bloc
	}{
		{"one name, other aliases", Bloc{Name: English("Pact"), Aliases: alias("The Pact")},
			Bloc{Name: English("Pact"), Aliases: alias("Treaty")},
			Bloc{Name: English("Pact"), Aliases: alias("The Pact", "Treaty")}},
		{"other names, one alias", Bloc{Name: English("Pact"), Aliases: alias("Treaty")},
			Bloc{Name: English("Pact").With(language.French, "Pacte"), Aliases: alias("Treaty")},
			Bloc{Name: English("Pact").With(language.French, "Pacte"), Aliases: alias("Treaty")}},
	} {
		for _, pair := range [][2]Bloc{{tt.a, tt.b}, {tt.b, tt.a}} {
			got, _ := unite(&pair[0], &pair[1], KindBloc)
			if b := *got.(*Bloc); b.Name != tt.want.Name || !sameWords(b.Aliases, tt.want.Aliases) {
				t.Errorf("%s: %v, %v, want %v, %v", tt.what, b.Name, b.Aliases, tt.want.Name, tt.want.Aliases)
			}
		}
	}
}

func sameWords(a, b Names) bool {
	words := func(n Names) []string { return slices.Sorted(slices.Values(n.In(language.English))) }
	return slices.Equal(words(a), words(b))
}

// What one element of a list says contradicts what another says of the same
// thing, and each side has the citations of the element.
func TestMerge_FindsContradictionsInElements(t *testing.T) {
	t.Parallel()
	party := func(id ID, period string, sources ...ID) Party {
		p := Party{Actor: id}
		if period != "" {
			p.Period = edtf.MustParsePeriod(period)
		}
		for _, s := range sources {
			p.Cites = append(p.Cites, Citation{Source: s, Paragraphs: []int{1}})
		}
		return p
	}
	parties := func(list ...Party) *Dataset {
		return mustNew(t, small(func(r *Records) {
			r.Sources = append(r.Sources, Source{ID: "q"}, Source{ID: "r"})
			r.Agreements = []Agreement{{Fact: r.Nations[0].Fact, Parties: append([]Party{{Actor: "FR"}}, list...)}}
			r.Agreements[0].ID = "pact"
		}))
	}
	places := func(list ...Place) *Dataset {
		return mustNew(t, small(func(r *Records) {
			r.Organizations = []Organization{{Fact: r.Nations[0].Fact, Name: English("Range")}}
			r.Organizations[0].ID = "range"
			r.Exercises[0].Places = list
		}))
	}
	paris := Place{Name: English("Paris")}
	at := Point{Lat: 1, Lon: 2}
	for name, c := range map[string]struct {
		a, b *Dataset
		want string // in short, or "" if they can be merged
	}{
		"a period and none":           {parties(party("DE", "")), parties(party("DE", "1993/..")), `/parties/1/period: [s]; 1993/.. [s]`},
		"the same period":             {parties(party("DE", "1993/..")), parties(party("DE", "1993/..", "q")), ``},
		"no parties and a period":     {mustNew(t, small(nil)), parties(party("DE", "1993/..")), ``},
		"periods, each with a source": {parties(party("DE", "1994/..", "q")), parties(party("DE", "1993/..", "r")), `/parties/1/period: 1994/.. [q]; 1993/.. [r]`},
		"periods, one with a source":  {parties(party("DE", "1994/..")), parties(party("DE", "1993/..", "r", "q")), `/parties/1/period: 1994/.. [s]; 1993/.. [r q]`},
		"another party":               {parties(party("GB", ""), party("DE", "1990", "q")), parties(party("DE", "1990"), party("IT", "", "r")), `/parties/1: {"actor":"GB"} [s]; {"actor":"IT","cites":[{"source":"r","paragraphs":[1]}]} [r]`},
		"other times of a party": {parties(party("DE", "1990", "q"), party("DE", "1995")), parties(party("DE", "1995"), party("DE", "1991", "r")),
			`/parties/1: {"actor":"DE","period":"1990","cites":[{"source":"q","paragraphs":[1]}]} [q]; {"actor":"DE","period":"1991","cites":[{"source":"r","paragraphs":[1]}]} [r]`},
		"a party that came back": {parties(party("DE", "1990")), parties(party("DE", "1990"), party("DE", "1995")),
			`/parties: [{"actor":"FR"},{"actor":"DE","period":"1990"}] [s]; [{"actor":"FR"},{"actor":"DE","period":"1990"},{"actor":"DE","period":"1995"}] [s]`},
		"a name and a nation":           {places(paris), places(Place{Nation: "JP"}), `/places/0: {"name":{"en":"Paris"}} [s]; {"nation":"JP"} [s]`},
		"a name and a facility":         {places(paris), places(Place{Facility: "range"}), `/places/0: {"name":{"en":"Paris"}} [s]; {"facility":"range"} [s]`},
		"a facility and a nation":       {places(Place{Facility: "range"}), places(Place{Nation: "JP"}), `/places/0: {"facility":"range"} [s]; {"nation":"JP"} [s]`},
		"two nations":                   {places(Place{Nation: "FR"}), places(Place{Nation: "JP"}), `/places/0: {"nation":"FR"} [s]; {"nation":"JP"} [s]`},
		"two names":                     {places(paris), places(Place{Name: English("Lyon")}), `/places/0/name/en: Paris [s]; Lyon [s]`},
		"two nations of a name":         {places(Place{Name: paris.Name, Nation: "FR"}), places(Place{Name: paris.Name, Nation: "JP"}), `/places/0/nation: FR [s]; JP [s]`},
		"a name in two languages":       {places(paris), places(Place{Name: Text{}.With(language.French, "Paris"), Nation: "FR"}), ``},
		"a name with and without place": {places(paris), places(Place{Name: paris.Name, Facility: "range", At: at}), ``},
		"a facility and its nation":     {places(Place{Facility: "range"}), places(Place{Facility: "range", Nation: "FR"}), ``},
		"a nation and a point":          {places(Place{Nation: "FR"}), places(Place{Nation: "FR", At: at}), ``},
	} {
		_, err := Merge(c.a, c.b)
		got := ""
		if problems, _ := err.(Problems); len(problems) == 1 {
			conflict := problems[0].Err.(*Conflict)
			got = fmt.Sprintf("%s: %s; %s", conflict.Pointer, inShort(conflict.A), inShort(conflict.B))
		}
		if got != c.want || (err == nil) != (got == "") {
			t.Errorf("%s: %s, want %s\n%v", name, got, c.want, err)
		}
		if _, back := Merge(c.b, c.a); (back == nil) != (err == nil) {
			t.Errorf("%s, the other order: %v", name, back)
		}
	}
}

// inShort returns the value of a side and the sources of its citations.
func inShort(s ConflictSide) string {
	var sources []ID
	for _, c := range s.Cites {
		sources = append(sources, c.Source)
	}
	return strings.TrimPrefix(fmt.Sprint(s.Value, " ", sources), " ")
}
