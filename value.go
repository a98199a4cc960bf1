package entente

import (
	"errors"
	"reflect"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// Value is the value of any member of a record, kept as JSON. It is an
// immutable value, cheap to copy, comparable with == and safe for concurrent
// use. The zero Value means no value.
type Value struct {
	// json is compact and canonical: the members of objects are sorted.
	json string
}

// ValueOf returns v as a Value. Give it what a member of a record holds, such
// as an [edtf.Period], a number or a list of [Place]. It returns an error if
// JSON cannot hold v, or holds it as null, as it does nil and the zero [Point].
func ValueOf(v any) (Value, error) {
	data, err := json.Marshal(v)
	if err != nil {
		return Value{}, errors.New("entente: a value that JSON cannot hold: " + printable(err.Error()))
	}
	var value Value
	if err = value.UnmarshalJSON(data); err == nil && value.IsZero() {
		err = &textError{problem: "null is not allowed", hint: "leave the member out", is: ErrNull}
	}
	return value, err
}

// MustValueOf is like [ValueOf] but panics on error. It is for tests and
// hard-coded values.
func MustValueOf(v any) Value {
	value, err := ValueOf(v)
	if err != nil {
		panic(err)
	}
	return value
}

// As stores v in the value that into points to, such as an [edtf.Period] or a
// slice of [Place]. It returns an error if v is not of that type or is the zero
// Value.
func (v Value) As(into any) error {
	if v.IsZero() {
		return &textError{problem: "no value", is: ErrEmpty}
	}
	p := reflect.ValueOf(into)
	if p.Kind() != reflect.Pointer || p.IsNil() {
		return errors.New("entente: a value is read into no pointer")
	}
	read := reflect.New(p.Type().Elem())
	if r := (valueReader{v.json}); !r.into(read.Elem()) || r.rest != "" {
		return &textError{problem: printable(clip(v.json, 64)) + " is not a value of that type", is: ErrType}
	}
	p.Elem().Set(read.Elem())
	return nil
}

// Equal reports whether v and w are the same, as == does.
func (v Value) Equal(w Value) bool { return v == w }

// IsZero reports whether v is the zero Value.
func (v Value) IsZero() bool { return v == Value{} }

// String returns a string without quotation marks, a [Text] as [Text.String]
// does, and any other value as JSON. It returns "" for the zero Value.
func (v Value) String() string {
	if v.json == "" {
		return ""
	}
	switch r := (valueReader{v.json}); v.json[0] {
	case '"':
		return r.string()
	case '{':
		if all, ok := r.phrases(false); ok && len(all) > 0 {
			for _, p := range all {
				if p.tag == "en" {
					return p.words
				}
			}
			return all[0].words
		}
	}
	return v.json
}

// MarshalJSON implements [encoding/json.Marshaler]. The zero Value is written
// as null; [Claim] leaves it out.
func (v Value) MarshalJSON() ([]byte, error) {
	if v.json == "" {
		return []byte("null"), nil
	}
	return []byte(v.json), nil
}

// UnmarshalJSON implements [encoding/json.Unmarshaler]. It accepts any JSON in
// valid UTF-8 except objects with duplicate members. Null gives the zero Value,
// but the [Loader] refuses it.
func (v *Value) UnmarshalJSON(data []byte) error {
	switch value := jsontext.Value(data); {
	case value.IsValid():
	case value.IsValid(jsontext.AllowDuplicateNames(true)):
		return &textError{problem: "a member that occurs twice", is: ErrDuplicate}
	default:
		return &textError{problem: "not JSON", is: ErrSyntax}
	}
	if jsontext.Value(data).Kind() == 'n' {
		*v = Value{}
		return nil
	}
	canonical, _ := appendCanonical(make([]byte, 0, len(data)), data)
	v.json = string(canonical)
	return nil
}
