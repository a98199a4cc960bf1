package entente

import (
	"bytes"
	"reflect"
	"slices"
	"sync"

	"github.com/go-json-experiment/json/jsontext"
)

// A member is one of an object in JSON: its name and value as they are written,
// and their offsets in the object.
type member struct {
	name, value     jsontext.Value
	nameAt, valueAt int64
}

// eachMember calls found for the members of an object until it reports false.
// The object must be sound JSON.
func eachMember(object jsontext.Value, found func(member) bool) {
	dec := jsontext.NewDecoder(bytes.NewBuffer(object), lenient...)
	dec.ReadToken() // the brace
	for dec.PeekKind() == '"' {
		var m member
		name, err := dec.ReadValue()
		if err != nil {
			return
		}
		m.name, m.nameAt = name.Clone(), dec.InputOffset()-int64(len(name))
		if m.value, err = dec.ReadValue(); err != nil {
			return
		}
		m.valueAt = dec.InputOffset() - int64(len(m.value))
		if !found(m) {
			return
		}
	}
}

// idOf returns the ID that a record is given, if there is one.
func idOf(raw jsontext.Value) (id ID) {
	if raw.Kind() != '{' {
		return ""
	}
	eachMember(raw, func(m member) bool {
		key, _ := jsontext.AppendUnquote(nil, m.name)
		if string(key) == "id" && m.value.Kind() == '"' {
			s, _ := jsontext.AppendUnquote(nil, m.value) // as far as it is UTF-8
			id = ID(s)
		}
		return id == ""
	})
	return id
}

// fields are the members that a struct type has in JSON.
type fields struct {
	names []string
	index map[string][]int
}

var fieldTable struct {
	sync.Mutex
	of map[reflect.Type]*fields
}

func fieldsOf(t reflect.Type) *fields {
	fieldTable.Lock()
	defer fieldTable.Unlock()
	if f := fieldTable.of[t]; f != nil {
		return f
	}
	f := &fields{index: make(map[string][]int)}
	f.add(t, nil)
	if fieldTable.of == nil {
		fieldTable.of = make(map[reflect.Type]*fields)
	}
	fieldTable.of[t] = f
	return f
}

// add adds the fields of a struct type that is itself at the index.
func (f *fields) add(t reflect.Type, at []int) {
	for i := range t.NumField() {
		field := t.Field(i)
		index := append(slices.Clone(at), i)
		if field.Anonymous {
			f.add(field.Type, index)
		} else if field.IsExported() {
			name := jsonName(field)
			f.names = append(f.names, name)
			f.index[name] = index
		}
	}
}

// without returns those of the names that the object does not have.
func without(object jsontext.Value, names []string) []string {
	has := make(map[string]bool)
	eachMember(object, func(m member) bool {
		name, _ := jsontext.AppendUnquote(nil, m.name)
		has[string(name)] = true
		return true
	})
	return slices.DeleteFunc(slices.Clone(names), func(name string) bool { return has[name] })
}
