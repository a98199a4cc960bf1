package entente

import "reflect"

// eachRefIn calls found for every reference in the value of a member of records
// of the kind.
func eachRefIn(v Value, k Kind, member string, found func(ref)) {
	if t := memberType(reflect.TypeOf(newRecord(k)).Elem(), member); t != nil {
		s := refScanner{valueReader{v.json}, found}
		s.value(t, toRecord)
	}
}

// memberType returns the type of a member of a struct type, or nil.
func memberType(t reflect.Type, member string) reflect.Type {
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous {
			if t := memberType(f.Type, member); t != nil {
				return t
			}
		} else if f.IsExported() && jsonName(f) == member {
			return f.Type
		}
	}
	return nil
}

// A refScanner finds the references in a value.
type refScanner struct {
	valueReader
	found func(ref)
}

// value reads the next value, which is to have the type; nil is any.
func (s *refScanner) value(t reflect.Type, to kindSet) {
	switch {
	case s.rest[0] == '"' && t == reflect.TypeFor[ID]():
		if id := s.string(); id != "" {
			s.found(ref{ID(id), to, noParty})
		}
	case s.rest[0] == '{' && t != nil && t.Kind() == reflect.Struct:
		if t == reflect.TypeFor[Citation]() {
			to = toSource
		}
		s.each(func() bool {
			s.value(memberType(t, s.name()), to)
			return true
		})
	case s.rest[0] == '[' && t != nil && t.Kind() == reflect.Slice:
		s.each(func() bool {
			s.value(t.Elem(), to)
			return true
		})
	default:
		s.skip()
	}
}
