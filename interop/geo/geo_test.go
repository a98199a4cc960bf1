package geo

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop/internal/interoptest"
	"github.com/go-json-experiment/json"
	"github.com/google/go-cmp/cmp"
)

func everyMember(t testing.TB) *entente.Dataset {
	t.Helper()
	return interoptest.Load(t, "../table/testdata/every-member.json")
}

// collection is what readers of GeoJSON look for.
type collection struct {
	Type     string
	Features []struct {
		Type     string
		ID       string
		Geometry struct {
			Type        string
			Coordinates []float64
		}
		Properties map[string]any
	}
}

func read(t testing.TB, text string) (c collection) {
	t.Helper()
	if err := json.Unmarshal([]byte(text), &c, json.MatchCaseInsensitiveNames(true), json.RejectUnknownMembers(true)); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return c
}

func TestWrite_WritesEachPosition(t *testing.T) {
	t.Parallel()
	text, losses := interoptest.Written(t, Write, everyMember(t))
	c := read(t, text)
	var got []string
	for _, f := range c.Features {
		if f.Type != "Feature" || f.Geometry.Type != "Point" || len(f.Geometry.Coordinates) != 2 {
			t.Errorf("feature %+v", f)
		}
		got = append(got, f.ID)
	}
	want := []string{"agreement/1", "agreement/2", "exercise/1", "exercise/2", "meeting/1", "meeting/2"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]float64{-0.5, -35.25}, c.Features[2].Geometry.Coordinates); diff != "" {
		t.Errorf("longitude and latitude (-want +got)\n%s", diff)
	}
	properties := c.Features[2].Properties
	if properties["place.en"] != "=a base" || properties["facility"] != "fleet" || properties["name.zh-Hant"] == nil {
		t.Errorf("properties %v", properties)
	}
	for _, l := range losses {
		if l.Kind == entente.KindAgreement && l.Member == "" && l.Records != 1 {
			t.Errorf("%v, but only one has no position", l)
		}
	}
}

func TestWrite_WritesOrCountsEveryMember(t *testing.T) {
	t.Parallel()
	_, losses := interoptest.Written(t, Write, everyMember(t))
	interoptest.OnPage(t, losses)
	lost := make(map[string]bool)
	for _, l := range losses {
		lost[l.Kind.String()+" "+l.Member] = true
	}
	written := []string{"id", "name", "when", "basis", "places", "cites"}
	for _, r := range []entente.Record{entente.Agreement{}, entente.Exercise{}, entente.Meeting{}} {
		for _, f := range reflect.VisibleFields(reflect.TypeOf(r)) {
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			if name != "" && !slices.Contains(written, name) && !lost[r.Kind().String()+" "+name] {
				t.Errorf("%s of %v is neither written nor counted", name, r.Kind())
			}
		}
	}
}

func TestPlacesOf_KnowsEveryKindWithPlaces(t *testing.T) {
	t.Parallel()
	for r := range everyMember(t).All() {
		_, has := reflect.TypeOf(r).FieldByName("Places")
		if _, _, ok := placesOf(r); ok != has {
			t.Errorf("%v: has places: %v, known: %v", r.Kind(), has, ok)
		}
	}
}

func TestWrite_WritesAnEmptyCollection(t *testing.T) {
	t.Parallel()
	for _, d := range []*entente.Dataset{nil, entente.Article()} {
		text, _ := interoptest.Written(t, Write, d)
		if c := read(t, text); c.Type != "FeatureCollection" || c.Features == nil || len(c.Features) > 0 {
			t.Error(text)
		}
	}
}

func TestWrite_ReturnsTheErrorOfItsWriter(t *testing.T) {
	t.Parallel()
	interoptest.ReturnsErrors(t, Write, everyMember(t), 0, 1000)
}
