package brief_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/brief"
)

// untold lists the members that a briefing leaves out: they serve to find a
// record, and say nothing of what happened.
var untold = map[string]bool{
	"Nation.aliases":           true,
	"Bloc.aliases":             true,
	"Region.aliases":           true,
	"Organization.aliases":     true,
	"Official.aliases":         true,
	"Agreement.aliases":        true,
	"Series.aliases":           true,
	"Exercise.aliases":         true,
	"TopicDeclaration.broader": true,
}

// A member that is added to a record is either told or listed above. What is
// told changes the briefing when it is taken out of all.json.
func TestEveryMemberIsToldOrLeftOutOnPurpose(t *testing.T) {
	data, err := os.ReadFile("testdata/all.json")
	if err != nil {
		t.Fatal(err)
	}
	var file map[string]any
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	full := write(t, brief.Writer{Format: brief.FormatHTML}, all(t))
	const (
		absent = iota // all.json does not have it
		needed        // no file can do without it
		silent
		told
	)
	found := make(map[string]int)
	records := reflect.TypeFor[entente.Records]()
	for _, key := range keysOf(records) {
		found[key] = absent
	}
	eachMember(file, records, func(key string, without func(func())) {
		if found[key] == told {
			return
		}
		without(func() {
			data, err := json.Marshal(file)
			if err != nil {
				t.Fatal(err)
			}
			d, err := entente.Decode("all.json", bytes.NewReader(data))
			state := needed
			switch {
			case err != nil:
			case write(t, brief.Writer{Format: brief.FormatHTML}, d) == full:
				state = silent
			default:
				state = told
			}
			found[key] = max(found[key], state)
		})
	})
	got := make(map[string]bool)
	for key, state := range found {
		switch state {
		case absent:
			t.Errorf("all.json has no %s", key)
		case silent:
			got[key] = true
		}
	}
	if diff := cmp.Diff(untold, got); diff != "" {
		t.Errorf("what is not told (- expected, + found):\n%s", diff)
	}
}

// memberOf describes a member that a struct has in JSON.
type memberOf struct {
	key string       // such as "Exercise.place", or "Fact.note" whatever the record
	typ reflect.Type // of its value or, if that is an array, of its elements
}

func membersOf(typ reflect.Type) map[string]memberOf {
	members := make(map[string]memberOf)
	for _, f := range reflect.VisibleFields(typ) {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if name == "" {
			continue
		}
		owner, value := typ, f.Type
		if len(f.Index) > 1 {
			owner = typ.Field(f.Index[0]).Type
		}
		if value.Kind() == reflect.Slice {
			value = value.Elem()
		}
		members[name] = memberOf{owner.Name() + "." + name, value}
	}
	return members
}

// keysOf lists the keys of all members of a type and of what it holds.
func keysOf(typ reflect.Type) []string {
	var keys []string
	if typ.Kind() == reflect.Struct {
		for _, m := range membersOf(typ) {
			keys = append(append(keys, m.key), keysOf(m.typ)...)
		}
	}
	return keys
}

// eachMember calls visit for each member of v, which is of the type, and of
// what it holds. While without runs the function that it is given, the member
// is not there.
func eachMember(v any, typ reflect.Type, visit func(key string, without func(func()))) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			eachMember(e, typ, visit)
		}
	case map[string]any:
		members := membersOf(typ)
		for _, name := range slices.Sorted(maps.Keys(v)) {
			m, ok := members[name]
			if !ok {
				continue // the language of a text, or the format
			}
			value := v[name]
			visit(m.key, func(run func()) {
				delete(v, name)
				run()
				v[name] = value
			})
			eachMember(value, m.typ, visit)
		}
	}
}
