package entente_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/entente-go/entente"
)

// A node is a part of the schema.
type node = map[string]any

func readSchema(t *testing.T) (whole, defs node) {
	t.Helper()
	data, err := os.ReadFile("data/entente.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &whole); err != nil {
		t.Fatal(err)
	}
	return whole, whole["$defs"].(node)
}

// schemaTypes are the Go types that are objects in a file.
var schemaTypes = []reflect.Type{
	reflect.TypeFor[entente.Fact](),
	reflect.TypeFor[entente.Citation](),
	reflect.TypeFor[entente.Claim](),
	reflect.TypeFor[entente.Source](),
	reflect.TypeFor[entente.Coverage](),
	reflect.TypeFor[entente.TopicDeclaration](),
	reflect.TypeFor[entente.Nation](),
	reflect.TypeFor[entente.Bloc](),
	reflect.TypeFor[entente.Region](),
	reflect.TypeFor[entente.Organization](),
	reflect.TypeFor[entente.Official](),
	reflect.TypeFor[entente.Posting](),
	reflect.TypeFor[entente.Partnership](),
	reflect.TypeFor[entente.Agreement](),
	reflect.TypeFor[entente.Series](),
	reflect.TypeFor[entente.Exercise](),
	reflect.TypeFor[entente.Contingent](),
	reflect.TypeFor[entente.Meeting](),
	reflect.TypeFor[entente.Attendee](),
	reflect.TypeFor[entente.Place](),
	reflect.TypeFor[entente.Statement](),
	reflect.TypeFor[entente.Assessment](),
}

// schemaEnums are the enumerations, as functions from a number to its name.
var schemaEnums = map[string]func(uint8) string{
	"Kind":             func(i uint8) string { return entente.Kind(i).String() },
	"Basis":            func(i uint8) string { return entente.Basis(i).String() },
	"Part":             func(i uint8) string { return entente.Part(i).String() },
	"OrganizationType": func(i uint8) string { return entente.OrganizationType(i).String() },
	"Trend":            func(i uint8) string { return entente.Trend(i).String() },
	"AgreementType":    func(i uint8) string { return entente.AgreementType(i).String() },
	"Status":           func(i uint8) string { return entente.Status(i).String() },
	"Role":             func(i uint8) string { return entente.Role(i).String() },
	"Domain":           func(i uint8) string { return entente.Domain(i).String() },
	"Form":             func(i uint8) string { return entente.Form(i).String() },
	"SpeechAct":        func(i uint8) string { return entente.SpeechAct(i).String() },
	"Modality":         func(i uint8) string { return entente.Modality(i).String() },
}

// members returns the fields of a struct by their names in JSON, in order.
func members(typ reflect.Type) (names []string, fields map[string]reflect.StructField) {
	fields = make(map[string]reflect.StructField)
	for _, f := range reflect.VisibleFields(typ) {
		if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "" && !f.Anonymous {
			names = append(names, name)
			fields[name] = f
		}
	}
	return names, fields
}

func sorted(names []string) []string {
	names = slices.Clone(names)
	slices.Sort(names)
	return names
}

func stringsOf(v any) []string {
	var list []string
	for _, s := range v.([]any) {
		list = append(list, s.(string))
	}
	return list
}

func TestSchemaHasTheMembersOfTheTypes(t *testing.T) {
	whole, defs := readSchema(t)
	known := []string{"ID", "Slug", "NationID", "KnownTopic", "Topic", "Date", "Period", "Text", "Grounds"}
	check := func(name string, object node, typ reflect.Type, more ...string) {
		names, fields := members(typ)
		properties := object["properties"].(node)
		if got, want := slices.Sorted(maps.Keys(properties)), sorted(append(names, more...)); !slices.Equal(got, want) {
			t.Errorf("%s: the schema has the members %q; the type %q", name, got, want)
			return
		}
		if name != "Fact" && object["additionalProperties"] != false {
			t.Errorf("%s: other members are allowed", name)
		}
		for member, p := range properties {
			f, ok := fields[member]
			if !ok || p == false {
				continue
			}
			if want := jsonKind(f.Type); resolve(t, whole, p.(node)) != want {
				t.Errorf("%s: %s is %s in the schema, %s in Go", name, member, resolve(t, whole, p.(node)), want)
			}
		}
	}
	check("the file", whole, reflect.TypeFor[entente.Records](), "format")
	for _, typ := range schemaTypes {
		known = append(known, typ.Name())
		object, ok := defs[typ.Name()].(node)
		if !ok {
			t.Errorf("the schema has no %s", typ.Name())
			continue
		}
		check(typ.Name(), object, typ)
	}
	known = append(known, slices.Collect(maps.Keys(schemaEnums))...)
	if got := slices.Sorted(maps.Keys(defs)); !slices.Equal(got, sorted(known)) {
		t.Errorf("the schema defines %q; this test knows %q", got, sorted(known))
	}
}

// jsonKind returns the type of JSON value that a Go type is in a file.
func jsonKind(typ reflect.Type) string {
	switch {
	case typ == reflect.TypeFor[entente.Text]():
		return "object"
	case typ == reflect.TypeFor[entente.Date](), typ == reflect.TypeFor[entente.Period](), typ.Kind() == reflect.String, typ.Kind() == reflect.Uint8:
		return "string"
	case typ.Kind() == reflect.Int:
		return "integer"
	case typ.Kind() == reflect.Bool:
		return "boolean"
	case typ.Kind() == reflect.Struct:
		return "object"
	case typ.Kind() == reflect.Slice:
		return "array of " + jsonKind(typ.Elem())
	}
	return typ.String()
}

// resolve returns the type of JSON value that a part of the schema wants.
func resolve(t *testing.T, whole, n node) string {
	t.Helper()
	if ref, ok := n["$ref"].(string); ok {
		return resolve(t, whole, lookUp(t, whole, ref))
	}
	if list, ok := n["anyOf"].([]any); ok && n["type"] == nil {
		return resolve(t, whole, list[0].(node))
	}
	if n["enum"] != nil {
		return "string"
	}
	if n["type"] == "array" {
		return "array of " + resolve(t, whole, n["items"].(node))
	}
	return fmt.Sprint(n["type"])
}

func TestSchemaDescribesEveryTypeAndMember(t *testing.T) {
	whole, defs := readSchema(t)
	described := func(at string, n node) {
		for step := n; step != nil; {
			if step["title"] != nil && step["description"] != nil {
				return
			}
			ref, _ := step["$ref"].(string)
			step = nil
			if ref != "" {
				step = lookUp(t, whole, ref)
			}
		}
		t.Errorf("%s has no title and description", at)
	}
	described("the file", whole)
	for member, p := range whole["properties"].(node) {
		described(member, p.(node))
	}
	for name, def := range defs {
		described(name, def.(node))
		properties, _ := def.(node)["properties"].(node)
		for member, p := range properties {
			if p != false {
				described(name+"/"+member, p.(node))
			}
		}
	}
}

// lookUp returns what a reference within the schema refers to.
func lookUp(t *testing.T, whole node, ref string) node {
	t.Helper()
	at := any(whole)
	for step := range strings.SplitSeq(strings.TrimPrefix(ref, "#/"), "/") {
		at = at.(node)[step]
	}
	if at == nil {
		t.Fatalf("nothing at %s", ref)
	}
	return at.(node)
}

func TestSchemaHasTheValuesOfTheEnumerations(t *testing.T) {
	_, defs := readSchema(t)
	for name, value := range schemaEnums {
		var want []string
		for i := uint8(1); !strings.HasSuffix(value(i), ")"); i++ {
			want = append(want, value(i))
		}
		def := defs[name].(node)
		if got := stringsOf(def["enum"]); !slices.Equal(got, want) {
			t.Errorf("%s: the schema has %q; the type %q", name, got, want)
		}
		for _, v := range want {
			if !strings.Contains(def["description"].(string), "\n\""+v+"\": ") {
				t.Errorf("%s: the description does not say what %q means", name, v)
			}
		}
	}
	var topics []string
	for _, d := range new(entente.Dataset).Topics() {
		topics = append(topics, string(d.ID))
	}
	if got := stringsOf(defs["KnownTopic"].(node)["enum"]); !slices.Equal(got, topics) {
		t.Errorf("the schema has the topics %q; the package %q", got, topics)
	}
}

func TestSchemaHasTheCodesOfTheNations(t *testing.T) {
	_, defs := readSchema(t)
	codes := stringsOf(defs["NationID"].(node)["enum"])
	for _, code := range codes {
		if err := loadNation(code); err != nil {
			t.Error(err)
		}
	}
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			if code := string(a) + string(b); !slices.Contains(codes, code) && loadNation(code) == nil {
				t.Errorf("the schema lacks %s", code)
			}
		}
	}
}

func loadNation(code string) error {
	_, err := entente.Decode(code, strings.NewReader(`{"format": "entente/1", "sources": [{"id": "s"}],
		"nations": [{"id": "`+code+`", "basis": "reported", "cites": [{"source": "s"}]}]}`))
	return err
}

func TestSchemaClaimsAreAboutTheMembersOfTheirRecords(t *testing.T) {
	_, defs := readSchema(t)
	for k := entente.KindNation; k <= entente.KindAssessment; k++ {
		name := strings.ToUpper(k.String()[:1]) + k.String()[1:]
		i := slices.IndexFunc(schemaTypes, func(typ reflect.Type) bool { return typ.Name() == name })
		want, _ := members(schemaTypes[i])
		claims := defs[name].(node)["properties"].(node)["claims"].(node)["items"].(node)["properties"].(node)
		if got := stringsOf(claims["member"].(node)["enum"]); !slices.Equal(got, want) {
			t.Errorf("%s: claims may be about %q; the type has %q", name, got, want)
		}
	}
}

// What has the members that the schema requires is sound, and without any one
// of them it is not.
func TestSchemaRequiresWhatTheLoaderRequires(t *testing.T) {
	_, defs := readSchema(t)
	text := node{"en": "X"}
	cites := []any{node{"source": "s"}}
	values := node{
		"id": "x", "basis": "reported", "cites": cites, "name": text, "parties": []any{"PK", "RU"},
		"attendees": []any{node{"actor": "PK"}, node{"actor": "RU"}}, "speakers": []any{"PK"}, "gist": text, "modality": "unhedged",
		"source": "s", "member": "name", "value": text, "actor": "PK",
		"Nation/id": "FR", "Statement/basis": "attributed", "Assessment/basis": "assessed",
		// Of these the schema wants any one.
		"title": text, "rank": text, "organization": "o", "nation": "PK", "unit": text,
	}
	// host returns a value of a type that can hold the object, under the member.
	host := func(typ, member string, value any) (string, node) {
		h := node{"id": "host", "basis": "reported", "cites": cites, "name": text, member: value}
		return typ, h
	}
	for _, typ := range schemaTypes {
		name := typ.Name()
		def := defs[name].(node)
		if name == "Fact" {
			continue // it stands in records only
		}
		sound := func(object node) error {
			in, top := name, object
			switch name {
			case "Citation":
				in, top = host("Organization", "cites", []any{object})
			case "Claim":
				in, top = host("Organization", "claims", []any{object})
			case "Posting":
				in, top = host("Official", "postings", []any{object})
			case "Contingent":
				in, top = host("Exercise", "contingents", []any{object})
			case "Place":
				in, top = host("Exercise", "place", object)
			case "Attendee":
				in, top = "Meeting", node{"id": "host", "basis": "reported", "cites": cites, "attendees": []any{object, node{"actor": "o"}}}
			}
			file := node{
				"format": entente.Format, "sources": []any{node{"id": "s"}},
				"nations": []any{
					node{"id": "PK", "basis": "reported", "cites": cites},
					node{"id": "RU", "basis": "reported", "cites": cites},
				},
				"organizations": []any{node{"id": "o", "basis": "reported", "cites": cites, "name": text}},
			}
			section := strings.ToLower(in) + "s"
			switch in {
			case "Coverage", "Series":
				section = strings.ToLower(in)
			case "TopicDeclaration":
				section = "topics"
			}
			list, _ := file[section].([]any)
			file[section] = append(list, top)
			data, err := json.Marshal(file)
			if err != nil {
				t.Fatal(err)
			}
			_, err = entente.Decode(name, strings.NewReader(string(data)))
			return err
		}
		object := make(node)
		set := func(member string) {
			value, ok := values[name+"/"+member]
			if !ok {
				value, ok = values[member]
			}
			if !ok {
				t.Fatalf("%s: this test has no value for %s", name, member)
			}
			object[member] = value
		}
		if def["required"] != nil {
			for _, member := range stringsOf(def["required"]) {
				set(member)
			}
		}
		if any, ok := def["anyOf"].([]any); ok {
			if sound(object) == nil {
				t.Errorf("%s: the loader takes %v, which the schema does not", name, object)
			}
			for _, one := range any {
				member := stringsOf(one.(node)["required"])[0]
				set(member)
				if err := sound(object); err != nil {
					t.Errorf("%s with %s alone: %v", name, member, err)
				}
				delete(object, member)
			}
			continue
		}
		if err := sound(object); err != nil {
			t.Errorf("%s with all that the schema requires: %v", name, err)
		}
		for member, value := range maps.Clone(object) {
			delete(object, member)
			if sound(object) == nil {
				t.Errorf("%s without %s: the loader takes it, the schema does not", name, member)
			}
			object[member] = value
		}
	}
}
