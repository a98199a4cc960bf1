package entente

import (
	"github.com/go-json-experiment/json/jsontext"
)

// MarshalJSON implements [encoding/json.Marshaler]. It writes the keys in their
// order. Strings that are not UTF-8 are an error. The zero Extra is written as {};
// the members of the records leave it out.
func (x Extra) MarshalJSON() ([]byte, error) {
	b := []byte{'{'}
	for i, kv := range x {
		if i > 0 {
			b = append(b, ',')
		}
		var err error
		if b, err = jsontext.AppendQuote(b, kv.Key); err == nil {
			b, err = jsontext.AppendQuote(append(b, ':'), kv.Value)
		}
		if err != nil {
			return nil, &textError{problem: "extra that is not valid UTF-8", is: ErrUTF8}
		}
	}
	return append(b, '}'), nil
}

// UnmarshalJSON implements [encoding/json.Unmarshaler]. It accepts an object of
// strings, each member once. {} gives the zero Extra, but the [Loader] refuses it.
func (x *Extra) UnmarshalJSON(data []byte) error {
	return unmarshal(x, data, "extra", ErrEmpty)
}

// explain is like [Names.explain].
func (x *Extra) explain(data []byte, what string, fault func(*textError) bool) {
	if kind := jsontext.Value(data).Kind(); kind != '{' {
		fault(&textError{problem: what + " must be an object of strings, not " + describeJSON(kind),
			hint: `write {"column": "value"}`, is: typeOrNull(kind)})
		return
	}
	seen := make(map[string]bool)
	done := false
	eachMember(data, func(m member) bool {
		kv, err := explainKeyValue(m, seen)
		seen[kv.Key] = true
		if err != nil {
			done = !fault(err)
		} else {
			*x = append(*x, kv)
		}
		return !done
	})
	if len(seen) == 0 {
		fault(&textError{problem: what + " is empty", hint: "leave it out", is: ErrEmpty})
	}
	*x = x.sorted()
}

// explainKeyValue reads one member of an extra.
func explainKeyValue(m member, seen map[string]bool) (kv KeyValue, fault *textError) {
	unquoted, err := jsontext.AppendUnquote(nil, m.name)
	kv.Key = string(unquoted)
	pointer := "/" + escapePointer(kv.Key)
	fail := func(offset int64, problem, hint string, is error) (KeyValue, *textError) {
		return kv, &textError{offset, pointer, problem, hint, is}
	}
	switch {
	case err != nil:
		message, hint := explainUTF8(m.name)
		return fail(m.nameAt, message, hint, ErrUTF8)
	case seen[kv.Key]:
		return fail(m.nameAt, "member "+quote(kv.Key)+" occurs twice", "write it once", ErrDuplicate)
	case isBlank(unquoted):
		return fail(m.nameAt, `an entry of "extra" has no key`, "write the name of the column", ErrEmpty)
	}
	unquoted, err = jsontext.AppendUnquote(nil, m.value)
	switch kind := m.value.Kind(); {
	case kind == 'n':
		return fail(m.valueAt, "null is not allowed", "leave the member out", ErrNull)
	case kind == '0', kind == 't', kind == 'f':
		return fail(m.valueAt, "a value of extra must be a string, not "+describeJSON(kind),
			"write "+quote(clip(string(m.value), 40)), ErrType)
	case kind != '"':
		return fail(m.valueAt, "a value of extra must be a string, not "+describeJSON(kind),
			"write it as a string", ErrType)
	case err != nil:
		message, hint := explainUTF8(m.value)
		return fail(m.valueAt, message, hint, ErrUTF8)
	}
	kv.Value = string(unquoted)
	return kv, nil
}
