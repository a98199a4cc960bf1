package entente

import (
	"encoding/json"
	"errors"
	"math"
	"reflect"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
)

func TestNames_WithReplacesOneLanguage(t *testing.T) {
	t.Parallel()
	en, und, ru := language.English, language.Und, language.Russian
	for _, c := range []struct {
		name string
		n    Names
		want string
	}{
		{"none", Names{}, `{}`},
		{"in the order of tags", Names{}.With(und, "a").With(en, "b"), `{"en":["b"],"und":["a"]}`},
		{"in their own order", Names{}.With(en, "z", "a", "m"), `{"en":["z","a","m"]}`},
		{"each once", Names{}.With(en, "a", "a", "b", "a"), `{"en":["a","b"]}`},
		{"without empty ones", Names{}.With(en, "", "a"), `{"en":["a"]}`},
		{"one name in two languages", Names{}.With(en, "a").With(ru, "a"), `{"en":["a"],"ru":["a"]}`},
		{"replaced", Names{}.With(en, "a", "b").With(ru, "c").With(en, "d"), `{"en":["d"],"ru":["c"]}`},
		{"removed", Names{}.With(en, "a").With(ru, "c").With(en), `{"ru":["c"]}`},
		{"all removed", Names{}.With(en, "a").With(en, ""), `{}`},
		{"canonical", Names{}.With(language.Raw.MustParse("en-latn"), "a"), `{"en-Latn":["a"]}`},
	} {
		got, err := json.Marshal(c.n)
		if err != nil || string(got) != c.want {
			t.Errorf("%s: %s, %v; want %s", c.name, got, err, c.want)
		}
		var back Names
		if err := json.Unmarshal(got, &back); err != nil || back != c.n {
			t.Errorf("%s: read back as %v, %v", c.name, back, err)
		}
	}
}

func TestNames_GivesWhatItHolds(t *testing.T) {
	t.Parallel()
	n := Names{}.With(language.Und, "x", "y").With(language.English, "z")
	if diff := cmp.Diff([]string{"x", "y"}, n.In(language.Und)); diff != "" {
		t.Error(diff)
	}
	if got := n.In(language.French); got != nil {
		t.Errorf("In French: %v", got)
	}
	var got []string
	for tag, name := range n.All() {
		got = append(got, tag.String()+" "+name)
	}
	if want := []string{"en z", "und x", "und y"}; !slices.Equal(got, want) {
		t.Errorf("All yields %v, want %v", got, want)
	}
	if s := n.String(); s != "z, x, y" {
		t.Errorf("String = %q", s)
	}
}

func TestNames_UnmarshalRefusesWhatItCannotKeep(t *testing.T) {
	t.Parallel()
	for data, want := range map[string]error{
		`7`: ErrType, `["a"]`: ErrType, `{"en": "a"}`: ErrType, `{"en": [7]}`: ErrType, `{"en": {}}`: ErrType,
		`{"en": []}`: ErrEmpty, `{"en": [" "]}`: ErrEmpty,
		`{"en": ["a", "a"]}`: ErrDuplicate, `{"en": ["a"], "en": ["b"]}`: ErrDuplicate,
		`null`: ErrNull, `{"en": null}`: ErrNull, `{"en": [null]}`: ErrNull,
		`{"english": ["a"]}`: ErrValue, `{"EN": ["a"]}`: ErrValue, `{`: ErrSyntax, "{\"en\": [\"\xff\"]}": ErrUTF8,
	} {
		n := Names{}.With(language.English, "before")
		if err := n.UnmarshalJSON([]byte(data)); !errors.Is(err, want) || n.String() != "before" {
			t.Errorf("%s: %v, want %v; the names are %v", data, err, want, n)
		}
	}
}

func TestExtra_IsSortedAndFound(t *testing.T) {
	t.Parallel()
	x := Extra{}.With("b", "1").With("a", "").With("b", "2").With("c", "3")
	if diff := cmp.Diff(Extra{{"a", ""}, {"b", "2"}, {"c", "3"}}, x); diff != "" {
		t.Error(diff)
	}
	for key, want := range map[string]string{"a": "", "b": "2", "c": "3"} {
		if got, ok := x.Get(key); !ok || got != want {
			t.Errorf("Get(%q) = %q, %v", key, got, ok)
		}
	}
	for _, key := range []string{"", "aa", "d"} {
		if got, ok := x.Get(key); ok || got != "" {
			t.Errorf("Get(%q) = %q, %v", key, got, ok)
		}
	}
	y := x.With("a", "other")
	if got, _ := x.Get("a"); got != "" {
		t.Errorf("With changed the original to %v beside %v", x, y)
	}
	literal := Extra{{"b", "1"}, {"a", "2"}}
	if got, ok := literal.Get("a"); !ok || got != "2" {
		t.Errorf("of an Extra that is not sorted, Get gives %q, %v", got, ok)
	}
	if diff := cmp.Diff(Extra{{"a", "2"}, {"b", "9"}}, literal.With("b", "9")); diff != "" {
		t.Errorf("of an Extra that is not sorted, With gives (-want +got):\n%s", diff)
	}
	records := small(func(r *Records) {
		r.Exercises[0].Extra = Extra{{"z", "1"}, {"a", "2"}}
		r.Extra = Extra{{"row 2", "x"}, {"row 1", "y"}}
	})
	d := mustNew(t, records)
	e, _ := d.Exercise("visit-1")
	if diff := cmp.Diff(Extra{{"a", "2"}, {"z", "1"}}, e.Extra); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(Extra{{"row 1", "y"}, {"row 2", "x"}}, d.Extra()); diff != "" {
		t.Error(diff)
	}
	if got := d.Filter(func(Record) bool { return false }).Extra(); got != nil {
		t.Errorf("a narrowed dataset has the extra %v", got)
	}
	records.Exercises[0].Extra = Extra{{"a", "1"}, {"a", "2"}, {"b", "\xff"}, {" ", ""}}
	_, err := New(records)
	for _, want := range []error{ErrDuplicate, ErrUTF8, ErrEmpty} {
		if !errors.Is(err, want) {
			t.Errorf("no %v in %v", want, err)
		}
	}
}

func TestPoint_ReadsBothDegrees(t *testing.T) {
	t.Parallel()
	for data, want := range map[string]Point{
		`{"lat": 33.65, "lon": 73.05}`: {33.65, 73.05}, `{"lon":-180,"lat":90}`: {90, -180}, `{"lat": 51.48, "lon": -0}`: {51.48, 0},
		`{"lat": 1e1, "lon": 0.5E1}`: {10, 5},
	} {
		var p Point
		if err := json.Unmarshal([]byte(data), &p); err != nil || p != want {
			t.Errorf("%s: %v, %v", data, p, err)
		}
		back, err := json.Marshal(p)
		var again Point
		if err != nil || json.Unmarshal(back, &again) != nil || again != p {
			t.Errorf("%v is written as %s, %v", p, back, err)
		}
	}
	for data, want := range map[string]error{
		`{}`: ErrMissing, `{"lat": 1}`: ErrMissing, `{"lat": 0, "lon": 0}`: ErrValue, `[1, 2]`: ErrType, `{"lat": "1", "lon": 2}`: ErrType,
		`{"lat": 1, "lon": null}`: ErrNull, `{"lat": 1, "lon": 2, "alt": 3}`: ErrUnknownMember,
		`{"lat": 1, "lat": 2, "lon": 3}`: ErrDuplicate, `{"lat": 1e999, "lon": 2}`: ErrRange, `{`: ErrSyntax,
	} {
		var p Point
		if err := p.UnmarshalJSON([]byte(data)); !errors.Is(err, want) || !p.IsZero() {
			t.Errorf("%s: %v, %v; want %v", data, p, err, want)
		}
	}
	for _, p := range []Point{{math.NaN(), 1}, {1, math.Inf(-1)}} {
		if data, err := p.MarshalJSON(); !errors.Is(err, ErrRange) {
			t.Errorf("%v is written as %s, %v", p, data, err)
		}
	}
	if s := (Point{33.65, -73}).String(); s != "33.65,-73" {
		t.Errorf("String = %q", s)
	}
	if s := (Point{}).String(); s != "" {
		t.Errorf("String of the zero Point = %q", s)
	}
}

// Names, Text, Value and Point are compared by == and by go-cmp alike.
func TestImmutableValues_AreComparable(t *testing.T) {
	t.Parallel()
	for _, v := range []any{Text{}, Names{}, Value{}, Point{}} {
		typ := reflect.TypeOf(v)
		if !typ.Comparable() || !cmp.Equal(v, reflect.Zero(typ).Interface()) {
			t.Errorf("%v cannot be compared", typ)
		}
	}
}
