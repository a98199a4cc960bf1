package entente

import "reflect"

// eachRefIn calls found for every reference in the value of a member of records
// of the kind, with what it may point at. A value that is not of the member's
// type has none.
func eachRefIn(v Value, k Kind, member string, found func(ref)) {
	r := newRecord(k)
	f, ok := memberField(reflect.TypeOf(r).Elem(), member)
	if !ok || v.IsZero() {
		return
	}
	if read := (valueReader{v.json}); read.into(reflect.ValueOf(r).Elem().FieldByIndex(f.Index)) {
		eachRef(r, func(r ref) {
			r.role = noParty
			found(r)
		})
	}
}

// memberField returns the field of a member of a struct type, with its index in
// that type.
func memberField(t reflect.Type, member string) (reflect.StructField, bool) {
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous {
			if inner, ok := memberField(f.Type, member); ok {
				inner.Index = append([]int{i}, inner.Index...)
				return inner, true
			}
		} else if f.IsExported() && jsonName(f) == member {
			return f, true
		}
	}
	return reflect.StructField{}, false
}

// known returns the value without what this version of the package does not know
// in it, as the member of a record of the kind.
func (v Value) known(k Kind, member string) Value {
	f, ok := memberField(reflect.TypeOf(newRecord(k)).Elem(), member)
	if v.IsZero() || !ok {
		return v
	}
	r := valueReader{v.json}
	return Value{string(r.appendKnown(nil, f.Type))}
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
			if inner, ok := memberField(t, name); !ok {
				r.skip()
			} else {
				b = append(b, named[:len(named)-len(r.rest)]...)
				b = append(r.appendKnown(b, inner.Type), ',')
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
