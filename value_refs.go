package entente

import "reflect"

// eachRefIn calls found for every reference in the value of a member of records
// of the kind, with what it may point at. A value that is not of the member's
// type has none.
func eachRefIn(v Value, k Kind, member string, found func(ref)) {
	r := newRecord(k)
	into := memberOf(reflect.ValueOf(r).Elem(), member)
	if !into.IsValid() || v.IsZero() {
		return
	}
	if read := (valueReader{v.json}); read.into(into) {
		eachRef(r, func(r ref) {
			r.role = noParty
			found(r)
		})
	}
}

// memberOf returns a member of a struct, or no value.
func memberOf(v reflect.Value, member string) reflect.Value {
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if f.Anonymous {
			if inner := memberOf(v.Field(i), member); inner.IsValid() {
				return inner
			}
		} else if f.IsExported() && jsonName(f) == member {
			return v.Field(i)
		}
	}
	return reflect.Value{}
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

// known returns the value without what this version of the package does not know
// in it, as the member of a record of the kind.
func (v Value) known(k Kind, member string) Value {
	t := memberType(reflect.TypeOf(newRecord(k)).Elem(), member)
	if v.IsZero() || t == nil {
		return v
	}
	r := valueReader{v.json}
	return Value{string(r.appendKnown(nil, t))}
}

// appendKnown appends what is known of the next value, which is of the type.
func (r *valueReader) appendKnown(b []byte, t reflect.Type) []byte {
	start, before := len(b), r.rest
	switch {
	case before[0] == '{' && t.Kind() == reflect.Struct && t.Field(0).IsExported():
		b = append(b, '{')
		r.each(func() bool {
			named := r.rest
			name := r.name()
			if inner := memberType(t, name); inner == nil {
				r.skip()
			} else {
				b = append(b, named[:len(named)-len(r.rest)]...)
				b = append(r.appendKnown(b, inner), ',')
			}
			return true
		})
	case before[0] == '[' && t.Kind() == reflect.Slice:
		b = append(b, '[')
		r.each(func() bool {
			b = append(r.appendKnown(b, t.Elem()), ',')
			return true
		})
	default:
		r.skip()
		return append(b, before[:len(before)-len(r.rest)]...)
	}
	if b[len(b)-1] == ',' {
		b = b[:len(b)-1]
	}
	return append(b, b[start]+2) // the bracket or brace that closes
}
