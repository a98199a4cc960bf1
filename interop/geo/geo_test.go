package geo

import (
	"bytes"
	"errors"
	"io"
	"log"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/entente-go/entente"
	"github.com/go-json-experiment/json"
	"github.com/google/go-cmp/cmp"
)

func everyMember(t testing.TB) *entente.Dataset {
	t.Helper()
	d, err := entente.Load(os.DirFS("../table/testdata"), "every-member.json")
	if err != nil {
		t.Fatal(err)
	}
	return d
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

func read(t testing.TB, data []byte) (c collection) {
	t.Helper()
	if err := json.Unmarshal(data, &c, json.MatchCaseInsensitiveNames(true), json.RejectUnknownMembers(true)); err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	return c
}

func TestWrite_WritesEachPosition(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	losses, err := Write(&b, everyMember(t))
	if err != nil {
		t.Fatal(err)
	}
	c := read(t, b.Bytes())
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
	page, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	losses, err := Write(io.Discard, everyMember(t))
	if err != nil {
		t.Fatal(err)
	}
	lost := make(map[string]bool)
	for _, l := range losses {
		lost[l.Kind.String()+" "+l.Member] = true
		if !strings.Contains(string(page), l.Member) {
			t.Errorf("the page does not name %v", l)
		}
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
		var b bytes.Buffer
		if _, err := Write(&b, d); err != nil {
			t.Fatal(err)
		}
		if c := read(t, b.Bytes()); c.Type != "FeatureCollection" || c.Features == nil || len(c.Features) > 0 {
			t.Errorf("%s", b.Bytes())
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
	for _, left := range []int{0, 1000} {
		if _, err := Write(&full{left}, everyMember(t)); !errors.Is(err, errFull) {
			t.Errorf("%d bytes: %v", left, err)
		}
	}
	if _, err := Write(nil, nil); err == nil {
		t.Error("no error without a writer")
	}
}

func ExampleWrite() {
	data, err := entente.Decode("visits.json", strings.NewReader(`{
		"format": "entente/1",
		"sources": [{"id": "release"}],
		"meetings": [{
			"id": "visit", "name": {"en": "A visit"}, "when": "2023-10",
			"basis": "reported", "cites": [{"source": "release"}], "attendees": [{"actor": "FR"}],
			"places": [{"name": {"en": "Yokosuka"}, "nation": "JP", "at": {"lat": 35.29, "lon": 139.67}}]
		}]
	}`))
	if err != nil {
		log.Fatal(err)
	}
	losses, err := Write(os.Stdout, data)
	if err != nil {
		log.Fatal(err)
	}
	os.Stdout.WriteString(losses.String())
	// Output:
	// {
	//   "type": "FeatureCollection",
	//   "features": [
	//     {
	//       "type": "Feature",
	//       "id": "visit/1",
	//       "geometry": {
	//         "type": "Point",
	//         "coordinates": [
	//           139.67,
	//           35.29
	//         ]
	//       },
	//       "properties": {
	//         "record": "visit",
	//         "kind": "meeting",
	//         "name.en": "A visit",
	//         "when": "2023-10",
	//         "basis": "reported",
	//         "actors": [
	//           "FR"
	//         ],
	//         "sources": [
	//           "release"
	//         ],
	//         "place.en": "Yokosuka",
	//         "nation": "JP"
	//       }
	//     }
	//   ]
	// }
	// sources; attendees of 1 meeting
}
