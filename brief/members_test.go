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

// untold lists the members that a briefing leaves out: they help to find a
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
	"Fact.extra":               true,
	"Source.extra":             true,
	"Records.extra":            true,
	// What other words of the entry tell already: the parties, the gist, and who
	// attended.
	"Agreement.partnership": true,
	"Assessment.hedge":      true,
	"Statement.for":         true,
	"Statement.to":          true,
}

// A new member of a record must be told or be listed as untold: if it is told,
// the briefing changes when the member is taken out of all.json.
func TestMembers_AreToldOrListed(t *testing.T) {
	t.Parallel()
	file := readAll(t)
	full := write(t, brief.Writer{Format: brief.FormatHTML}, all(t))
	const (
		absent = iota // all.json does not have it
		needed        // no file can do without it
		silent
		told
	)
	found, failures := make(map[string]int), make(map[string]int)
	records := reflect.TypeFor[entente.Records]()
	for _, key := range keysOf(records) {
		found[key] = absent
	}
	eachMember(file, records, func(m member) {
		// What ten records cannot do without is not tried on the others.
		if found[m.key] == told || failures[m.key] == 10 {
			return
		}
		state := needed
		without := m.with(nil)
		if d, err := entente.Decode("all.json", encode(t, file)); err != nil {
			failures[m.key]++
		} else if state = told; write(t, brief.Writer{Format: brief.FormatHTML}, d) == full {
			state = silent
		}
		without()
		found[m.key] = max(found[m.key], state)
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
		t.Errorf("members that are not told (-want +got):\n%s", diff)
	}
}

// Whatever member of a record names an official, the briefing on that record
// alone says who that is.
func TestMembers_IntroduceOfficialsTheyName(t *testing.T) {
	t.Parallel()
	file := readAll(t)
	file["officials"] = append(file["officials"].([]any), map[string]any{
		"id": "witness", "basis": "reported", "name": map[string]any{"en": "Wanda Witness"},
		"cites": []any{map[string]any{"source": file["sources"].([]any)[0].(map[string]any)["id"]}},
	})
	const tries = 5 // what fails so often names no official
	done := make(map[string]int)
	for _, section := range reflect.VisibleFields(reflect.TypeFor[entente.Records]()) {
		name, _, _ := strings.Cut(section.Tag.Get("json"), ",")
		if section.Type.Kind() != reflect.Slice || !section.Type.Elem().Implements(reflect.TypeFor[entente.Record]()) {
			continue
		}
		for _, r := range file[name].([]any) {
			id := entente.ID(r.(map[string]any)["id"].(string))
			eachMember(r, section.Type.Elem(), func(m member) {
				if m.typ != reflect.TypeFor[entente.ID]() || done[m.key] >= tries {
					return
				}
				restore := m.with("witness")
				d, err := entente.Decode("all.json", encode(t, file))
				restore()
				if done[m.key]++; err != nil {
					return
				}
				done[m.key] = tries + 1
				if got := write(t, brief.Writer{}, only(d, id)); !strings.Contains(got, "  - Wanda Witness. ") {
					t.Errorf("%s names an official whom the briefing does not introduce:\n%s", m.key, got)
				}
			})
		}
	}
	for _, key := range []string{"Fact.by", "Agreement.signatories", "Meeting.auspices", "Assessment.affects"} {
		if done[key] != tries+1 {
			t.Errorf("no record of all.json could name an official in %s", key)
		}
	}
}

// readAll returns all.json as encoding/json reads it.
func readAll(t *testing.T) map[string]any {
	t.Helper()
	data, err := os.ReadFile("testdata/all.json")
	if err != nil {
		t.Fatal(err)
	}
	var file map[string]any
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	return file
}

func encode(t *testing.T, file any) *bytes.Reader {
	t.Helper()
	data, err := json.Marshal(file)
	if err != nil {
		t.Fatal(err)
	}
	return bytes.NewReader(data)
}

// A member is a member of an object in a file.
type member struct {
	key   string       // such as "Exercise.place", or "Fact.note" whatever the record
	typ   reflect.Type // of its value or, if that is an array, of its elements
	owner map[string]any
	name  string
}

// with gives the member another value, or takes it out if the value is nil. In
// an array, it replaces the first element. The result puts the old value back.
func (m member) with(value any) (restore func()) {
	old := m.owner[m.name]
	if list, ok := old.([]any); ok && value != nil {
		value = append([]any{value}, list[1:]...)
	}
	m.owner[m.name] = value
	if value == nil {
		delete(m.owner, m.name)
	}
	return func() { m.owner[m.name] = old }
}

func membersOf(typ reflect.Type) map[string]member {
	members := make(map[string]member)
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
		members[name] = member{key: owner.Name() + "." + name, typ: value, name: name}
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
// what it holds.
func eachMember(v any, typ reflect.Type, visit func(member)) {
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
			m.owner = v
			visit(m)
			eachMember(v[name], m.typ, visit)
		}
	}
}
