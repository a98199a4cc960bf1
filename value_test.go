package entente

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/entente-go/entente/edtf"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
)

func TestValue_ReadsWhatItWasMadeOf(t *testing.T) {
	t.Parallel()
	for _, v := range []any{
		edtf.MustParsePeriod("2014/2016~"), edtf.MustParseDate("2014"), 200, -7, true, 33.5, StatusHeld, []Form{FormField, FormPassing},
		"a \"quoted\" \\ string\n\t\u0001 <&> é ڈ 🂡", ID("druzhba-7"), []ID{"PK", "RU"},
		English("words").With(language.Urdu, "الفاظ"), Names{}.With(language.Und, "a", "b"),
		[]Place{{Name: English("Pabbi"), Nation: "PK", At: Point{32.5, 73.5}}, {Facility: "nctc"}},
		[]Party{{Actor: "PK", Period: edtf.MustParsePeriod("1954/.."), Obligations: []Obligation{ObligationDefence},
			Cites: []Citation{{Source: "s", Paragraphs: []int{1, 2}}}}},
		[]Contingent{{Nation: "PK", Strength: 70, Approximate: true}, {Unidentified: true}},
	} {
		value, err := ValueOf(v)
		if err != nil {
			t.Errorf("ValueOf(%v): %v", v, err)
			continue
		}
		got := reflect.New(reflect.TypeOf(v))
		if err := value.As(got.Interface()); err != nil {
			t.Errorf("As of %v: %v", value, err)
		} else if diff := cmp.Diff(v, got.Elem().Interface()); diff != "" {
			t.Errorf("%v (-want +got):\n%s", value, diff)
		}
		data, err := json.Marshal(value)
		var back Value
		if err != nil || json.Unmarshal(data, &back) != nil || back != value {
			t.Errorf("%v is written as %s, %v and read as %v", value, data, err, back)
		}
	}
}

func TestValue_AsRefusesOtherTypes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		json string
		into any
		want error
	}{
		{`"last week"`, new(edtf.Period), ErrType}, {`200`, new(edtf.Period), ErrType}, {`"200"`, new(int), ErrType},
		{`2.5`, new(int), ErrType}, {`1`, new(bool), ErrType}, {`"x"`, new([]ID), ErrType}, {`{"en":"x"}`, new([]Place), ErrType},
		{`[{"town":"x"}]`, new([]Place), ErrType}, {`[{"nation":7}]`, new([]Place), ErrType}, {`{"en":7}`, new(Text), ErrType},
		{`{"en":["x"]}`, new(Text), ErrType}, {`{"en":"x"}`, new(Names), ErrType}, {`[1,2]`, new(Names), ErrType},
		{`{"en":[]}`, new(Names), ErrType}, {`{"en":["x"],"ru":[]}`, new(Names), ErrType},
		{`"table-top"`, new(Form), ErrType},
	} {
		var v Value
		if err := v.UnmarshalJSON([]byte(c.json)); err != nil {
			t.Fatal(err)
		}
		before := fmt.Sprint(reflect.ValueOf(c.into).Elem())
		if err := v.As(c.into); !errors.Is(err, c.want) || fmt.Sprint(reflect.ValueOf(c.into).Elem()) != before {
			t.Errorf("%s as %T: %v, %v", c.json, c.into, err, reflect.ValueOf(c.into).Elem())
		}
	}
	if err := (Value{}).As(new(int)); !errors.Is(err, ErrEmpty) {
		t.Errorf("the zero Value as a number: %v", err)
	}
	for _, into := range []any{nil, 7, (*int)(nil)} {
		if err := MustValueOf(7).As(into); err == nil {
			t.Errorf("a value is read into %T", into)
		}
	}
}

func TestValue_IsCanonical(t *testing.T) {
	t.Parallel()
	for data, want := range map[string]string{
		`{"b": 1, "a": [ 1.50, 9223372036854775807 ]}`: `{"a":[1.50,9223372036854775807],"b":1}`,
		`"\u0050\/"`: `"P/"`, ` true `: `true`, "[ ]": "[]", "{\n}": "{}", "[1 ,{ } , -0.0e5\t]": "[1,{},-0.0e5]", `"\u0001\n\u003c\u2028"`: "\"\\u0001\\n<\u2028\"",
		`{"b":{"d":[{"z":1,"\u0061":2}],"c":"}"},"\u0061":",","":0}`: `{"":0,"a":",","b":{"c":"}","d":[{"a":2,"z":1}]}}`,
		`{"ab":1,"a":2,"\ud83d\ude00":3,"b":false}`:                  `{"a":2,"ab":1,"b":false,"😀":3}`,
	} {
		var v Value
		if err := json.Unmarshal([]byte(data), &v); err != nil || v.json != want {
			t.Errorf("%s: %s, %v; want %s", data, v.json, err, want)
		}
	}
	for data, want := range map[string]error{`{"a":1,"a":2}`: ErrDuplicate, `[{"a":1,"\u0061":2}]`: ErrDuplicate, `[`: ErrSyntax, ``: ErrSyntax,
		`{"a":1,"a":2`: ErrSyntax, `"\ud800"`: ErrSyntax, "\"\xff\"": ErrSyntax, `1 2`: ErrSyntax} {
		v := MustValueOf(1)
		if err := v.UnmarshalJSON([]byte(data)); !errors.Is(err, want) || v != MustValueOf(1) {
			t.Errorf("%s: %v, want %v; the value is %v", data, err, want, v)
		}
	}
	for _, v := range []any{nil, Value{}, Point{}, func() {}, "\xff"} {
		if value, err := ValueOf(v); err == nil {
			t.Errorf("ValueOf(%T) = %v", v, value)
		}
	}
}

func TestValue_StringReadsWell(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		value any
		want  string
	}{
		{edtf.MustParsePeriod("2014"), "2014"}, {200, "200"}, {"a \"b\"", `a "b"`}, {English("words"), "words"}, {true, "true"},
		{[]Form{FormField}, `["field"]`},
	} {
		if got := MustValueOf(c.value).String(); got != c.want {
			t.Errorf("String of %v = %q, want %q", c.value, got, c.want)
		}
	}
	if got := (Value{}).String(); got != "" {
		t.Errorf("String of the zero Value = %q", got)
	}
}

// The references in a value are those that the member has in a record.
func TestEachRefIn_FindsReferencesOfMember(t *testing.T) {
	t.Parallel()
	everyKind(t, func(t *testing.T, k Kind, r record) {
		for _, name := range claimable(k) {
			field := reflect.ValueOf(r).Elem().FieldByIndex(fieldsOf(reflect.TypeOf(r).Elem()).index[name])
			value, err := ValueOf(field.Interface())
			if err != nil {
				t.Fatal(err)
			}
			want, got := map[string]bool{}, map[string]bool{}
			one := newRecord(k)
			reflect.ValueOf(one).Elem().FieldByIndex(fieldsOf(reflect.TypeOf(r).Elem()).index[name]).Set(field)
			eachRef(one, func(r ref) {
				if r.id != "" {
					want[fmt.Sprint(r.id, r.to == toSource)] = true
				}
			})
			eachRefIn(value, k, name, func(r ref) { got[fmt.Sprint(r.id, r.to == toSource)] = true })
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s (-member +value):\n%s", name, diff)
			}
		}
	})
}

// A claim holds what a record refers to, also where only the claim does.
func TestClaims_KeepWhatTheyReferTo(t *testing.T) {
	t.Parallel()
	d := mustNew(t, small(func(r *Records) {
		cites := []Citation{{Source: r.Sources[0].ID}}
		fact := func(id ID) Fact { return Fact{ID: id, Basis: BasisReported, Cites: cites} }
		r.Organizations = append(r.Organizations, Organization{Fact: fact("range"), Name: English("A range")})
		r.Sources = append(r.Sources, Source{ID: "other"})
		r.Exercises[0].Claims = []Claim{
			{Member: "places", Value: MustValueOf([]Place{{Facility: "range"}}), Cites: cites},
			{Member: "contingents", Value: MustValueOf([]Contingent{{Nation: "PK"}}), Cites: cites},
		}
	}))
	alone := d.Filter(func(r Record) bool { return r.AsFact().ID == "visit-1" })
	again, err := Decode("alone", bytes.NewReader(written(t, alone)))
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := again.Organization("range"); !ok {
		t.Error("the range of the claim is not written")
	}
	if d.Involving("PK").Has("visit-1") || d.Involving("range").Has("visit-1") {
		t.Error("what a claim names takes part")
	}
}

func TestLoader_IgnoresUnknownMembersInValues(t *testing.T) {
	t.Parallel()
	const file = `{"format": "entente/1", "sources": [{"id": "s"}], "exercises": [{"id": "x", "basis": "reported",
		"cites": [{"source": "s"}], "claims": [
		{"member": "places", "value": [{"nation": "PK", "height": 4500}, {"nation": "RU"}], "cites": [{"source": "s"}]},
		{"member": "weather", "value": {"en": "rain"}, "cites": [{"source": "s"}]},
		{"member": "strength", "value": 200, "cites": [{"source": "s"}]}]}]}`
	if _, err := Decode("f", strings.NewReader(file)); !errors.Is(err, ErrUnknownMember) {
		t.Errorf("strictly: %v", err)
	}
	d, err := (&Loader{IgnoreUnknown: true}).Decode("f", strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	x, _ := d.Exercise("x")
	if len(x.Claims) != 2 || x.Claims[0].Value != MustValueOf([]Place{{Nation: "PK"}, {Nation: "RU"}}) || x.Claims[1].Value != MustValueOf(200) {
		t.Errorf("the claims are %v", x.Claims)
	}
	if _, err := Decode("again", bytes.NewReader(written(t, d))); err != nil {
		t.Errorf("what is written: %v", err)
	}
}

func TestRecords_NameActorsAndReferences(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		r                  Record
		actors, references string
		label              string
	}{
		{Agreement{Fact: Fact{ID: "a", By: "x"}, Parties: []Party{{Actor: "PK"}, {Actor: "RU"}, {Actor: "PK"}}, Signatories: []ID{"fomin"},
			Places: []Place{{Facility: "hq"}}, Under: "b"}, "[PK RU fomin]", "[x PK RU fomin hq b]", "a"},
		{Exercise{Fact: Fact{ID: "e", Cites: []Citation{{Source: "s"}}}, Commanders: []ID{"g"},
			Contingents: []Contingent{{Bloc: "sco", Commanders: []ID{"h"}}, {Unidentified: true}}}, "[sco h g]", "[sco h g]", "e"},
		{Statement{Fact: Fact{ID: "s"}, Speakers: []ID{"a"}, Meeting: "m", Gist: English("it rains")}, "[a]", "[a m]", "it rains"},
		{Assessment{Fact: Fact{ID: "v"}, About: "e", Affects: []ID{"IN"}, Gist: English("x").With(language.Urdu, "الفاظ")}, "[]", "[e IN]", "الفاظ"},
		{Nation{Fact: Fact{ID: "PK"}}, "[]", "[]", "PK"},
	} {
		if got := fmt.Sprint(slices.Collect(c.r.Actors())); got != c.actors {
			t.Errorf("%v: actors %s, want %s", c.r, got, c.actors)
		}
		if got := fmt.Sprint(slices.Collect(c.r.References())); got != c.references {
			t.Errorf("%v: references %s, want %s", c.r, got, c.references)
		}
		if got := c.r.Label(language.Urdu); got != c.label {
			t.Errorf("%v: label %q, want %q", c.r, got, c.label)
		}
		for range c.r.References() {
			break // and does not panic
		}
	}
}

// What only the slow reading takes is a value like any other.
func TestNew_TakesClaimsOfManyNames(t *testing.T) {
	t.Parallel()
	var many []string
	for i := range 150 {
		many = append(many, "name "+strconv.Itoa(i))
	}
	for _, names := range [][]string{many, append(many, "name 0")} {
		d, err := New(small(func(r *Records) {
			value := MustValueOf(map[string][]string{"en": names})
			r.Exercises[0].Claims = []Claim{{Member: "aliases", Value: value, Cites: r.Exercises[0].Cites}}
		}))
		if len(names) > len(many) {
			if !errors.Is(err, ErrDuplicate) {
				t.Errorf("with a name twice: %v", err)
			}
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		e, _ := d.Exercise("visit-1")
		var got Names
		if err := e.Claims[0].Value.As(&got); err != nil || len(got.In(language.English)) != len(many) {
			t.Errorf("%v, %v", got, err)
		}
	}
}

// Values in Go are held to the same rules as those in files.
func TestNew_ChecksValuesOfClaims(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		member, pointer string
		value           any
		want            error
	}{
		{"when", "", "last week", ErrDate},
		{"when", "", 2024, ErrType},
		{"strength", "", -1, ErrRange},
		{"strength", "", 0, ErrEmpty},
		{"contingents", "/0", []Contingent{{Role: RoleHost}}, ErrMissing},
		{"contingents", "/1/organization", []Contingent{{Nation: "FR"}, {Organization: "FR"}}, ErrReference},
		{"places", "/0/facility", []Place{{Facility: "nowhere"}}, ErrReference},
		{"places", "/0/at/lat", []Place{{At: Point{91, 0}}}, ErrRange},
		{"forms", "/1", []Form{FormField, FormField}, ErrDuplicate},
		{"topics", "/0", []Topic{"weather"}, ErrReference},
		{"series", "", "visit-1", ErrReference},
	} {
		_, err := New(small(func(r *Records) {
			cites := r.Exercises[0].Cites
			r.Exercises[0].Claims = []Claim{{Member: "name", Value: MustValueOf(English("x")), Cites: cites},
				{Member: c.member, Value: MustValueOf(c.value), Cites: cites}}
		}))
		var problems Problems
		errors.As(err, &problems)
		if want := "/exercises/0/claims/1/value" + c.pointer; len(problems) != 1 || problems[0].Pointer != want || !errors.Is(err, c.want) {
			t.Errorf("%s %v: %v, want %v at %s", c.member, c.value, err, c.want, want)
		}
	}
}
