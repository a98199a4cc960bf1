package entente

import (
	"bytes"
	"errors"
	"reflect"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// Value is the value of a member of a record, whatever its type, as the JSON of
// a file has it. It is an immutable value, cheap to copy, comparable with == and
// safe for concurrent use. The zero Value means that there is none.
type Value struct {
	// json is compact and canonical: the members of objects are sorted.
	json string
}

// ValueOf returns the Value of what a member of a record has, such as an
// [edtf.Period], a number or a list of [Place]. It fails for what JSON cannot
// hold, and for null.
func ValueOf(v any) (Value, error) {
	data, err := json.Marshal(v)
	if err != nil {
		return Value{}, errors.New("entente: a value that JSON cannot hold: " + printable(err.Error()))
	}
	var value Value
	err = value.UnmarshalJSON(data)
	return value, err
}

// MustValueOf is [ValueOf], and panics where that fails. It is for tests and
// hard-coded values.
func MustValueOf(v any) Value {
	value, err := ValueOf(v)
	if err != nil {
		panic(err)
	}
	return value
}

// As reads v into what the pointer points at, such as an *[edtf.Period] or a
// *[][Place]. It fails if v is not a value of that type, and for the zero Value.
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

// String returns a string without its quotation marks, the words of a [Text], and
// of other values the JSON. The zero Value gives "".
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

// MarshalJSON implements [encoding/json.Marshaler]. The zero Value is null, which
// cannot be read again; [Claim] leaves it out.
func (v Value) MarshalJSON() ([]byte, error) {
	if v.json == "" {
		return []byte("null"), nil
	}
	return []byte(v.json), nil
}

// UnmarshalJSON implements [encoding/json.Unmarshaler]. It accepts any JSON but
// null, without members that occur twice and in valid UTF-8.
func (v *Value) UnmarshalJSON(data []byte) error {
	value := jsontext.Value(bytes.Clone(data))
	err := value.Canonicalize(jsontext.CanonicalizeRawInts(false), jsontext.CanonicalizeRawFloats(false))
	switch {
	case errors.Is(err, jsontext.ErrDuplicateName):
		return &textError{problem: "a member that occurs twice", is: ErrDuplicate}
	case err != nil:
		return &textError{problem: "not JSON", is: ErrSyntax}
	case value.Kind() == 'n':
		return &textError{problem: "null", hint: "leave the member out where there is no value", is: ErrNull}
	}
	v.json = string(value)
	return nil
}
