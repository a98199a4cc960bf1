package entente_test

import (
	"encoding/json"
	"maps"
	"os"
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

func stringsOf(v any) []string {
	var list []string
	for _, s := range v.([]any) {
		list = append(list, s.(string))
	}
	return list
}

func TestSchema_DescribesEveryMember(t *testing.T) {
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

func TestSchema_HasTheCodesOfTheNations(t *testing.T) {
	_, defs := readSchema(t)
	codes := stringsOf(defs["NationCode"].(node)["enum"])
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

// What has the members that the schema requires is sound, and without any one
// of them it is not.
func TestSchema_RequiresWhatTheLoaderRequires(t *testing.T) {
	whole, defs := readSchema(t)
	text := node{"en": "X"}
	cites := []any{node{"source": "s"}}
	values := node{
		"id": "x", "basis": "reported", "cites": cites, "name": text, "parties": []any{"PK", "RU"},
		"attendees": []any{node{"actor": "PK"}, node{"actor": "RU"}}, "speakers": []any{"PK"}, "gist": text, "modality": "unhedged",
		"source": "s", "member": "name", "value": text, "words": text, "actor": "PK",
		"scheme": "wikidata", "Identifier/value": "Q843", "version": "1.0", "lat": 33.5, "lon": 73.5, "at": node{"lat": 33.5, "lon": 73.5},
		"bloc": "b", "unidentified": true, "facility": "o", "Agreement/parties": []any{node{"actor": "PK"}, node{"actor": "RU"}},
		"Nation/id": "FR", "Statement/basis": "attributed", "Assessment/basis": "assessed",
		// Of these the schema wants any one.
		"title": text, "rank": text, "organization": "o", "nation": "PK", "unit": text,
	}
	// host returns a value of a type that can hold the object, under the member.
	host := func(typ, member string, value any) (string, node) {
		h := node{"id": "host", "basis": "reported", "cites": cites, "name": text, member: value}
		return typ, h
	}
	sections := make(map[string]string) // of a file, by what they hold
	for section, p := range whole["properties"].(node) {
		if items, ok := p.(node)["items"].(node); ok && items["$ref"] != nil {
			sections[strings.TrimPrefix(items["$ref"].(string), "#/$defs/")] = section
		}
	}
	for name, d := range defs {
		def := d.(node)
		if def["additionalProperties"] != false { // it is no object, or is part of records only
			continue
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
				in, top = host("Exercise", "places", []any{object})
			case "Point":
				in, top = host("Exercise", "places", []any{node{"nation": "PK", "at": object}})
			case "Party":
				in, top = host("Agreement", "parties", []any{object, node{"actor": "o"}})
			case "Identifier":
				in, top = host("Organization", "identifiers", []any{object})
			case "Attendee":
				in, top = "Meeting", node{"id": "host", "basis": "reported", "cites": cites, "attendees": []any{object, node{"actor": "o"}}}
			}
			if name == "Edition" {
				data, err := json.Marshal(node{"format": entente.Format, "edition": object})
				if err != nil {
					t.Fatal(err)
				}
				_, err = entente.Decode(name, strings.NewReader(string(data)))
				return err
			}
			file := node{
				"format": entente.Format, "sources": []any{node{"id": "s"}},
				"nations": []any{
					node{"id": "PK", "basis": "reported", "cites": cites},
					node{"id": "RU", "basis": "reported", "cites": cites},
				},
				"organizations": []any{node{"id": "o", "basis": "reported", "cites": cites, "name": text}},
				"blocs":         []any{node{"id": "b", "basis": "reported", "cites": cites, "name": text}},
			}
			section := sections[in]
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
