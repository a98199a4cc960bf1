package entente

import (
	"bytes"
	"strconv"

	"github.com/go-json-experiment/json/jsontext"
)

// MarshalJSON implements [encoding/json.Marshaler]. It writes the languages in
// the order of their tags. Names that are not UTF-8 are an error. The zero Names
// is written as {}; the members of the records leave it out.
func (n Names) MarshalJSON() ([]byte, error) {
	b := []byte{'{'}
	last := ""
	for tag, name := range n.phrases {
		var err error
		switch {
		case last == "":
			b, err = jsontext.AppendQuote(b, tag)
			b = append(b, ":["...)
		case tag != last:
			b, err = jsontext.AppendQuote(append(b, "],"...), tag)
			b = append(b, ":["...)
		default:
			b = append(b, ',')
		}
		if err == nil {
			b, err = jsontext.AppendQuote(b, name)
		}
		if err != nil {
			return nil, &textError{problem: "names that are not valid UTF-8", is: ErrUTF8}
		}
		last = tag
	}
	if last != "" {
		b = append(b, ']')
	}
	return append(b, '}'), nil
}

// UnmarshalJSON implements [encoding/json.Unmarshaler]. It accepts an object
// of languages, each tag in its canonical form and given once, with an array of
// at least one name, none of them blank or repeated. {} gives the zero Names, but
// the [Loader] refuses it.
func (n *Names) UnmarshalJSON(data []byte) error {
	return unmarshal(n, data, "names", ErrEmpty)
}

// explain reads names in which something may be wrong, as far as they can be
// read. It calls fault for each error until fault reports false. The data must
// be sound JSON, except that it may repeat members and contain invalid UTF-8.
// What names the value in messages.
func (n *Names) explain(data []byte, what string, fault func(*textError) bool) {
	if kind := jsontext.Value(data).Kind(); kind != '{' {
		hint := `write {"en": ["…"]}`
		if kind == '[' {
			hint = `write {"und": […]} around it, with the tag of the language if it is known`
		}
		fault(&textError{problem: what + " must be an object with a list of names for each language, not " + describeJSON(kind),
			hint: hint, is: typeOrNull(kind)})
		return
	}
	r := namesReader{fault: fault, seen: make(map[string]bool)}
	eachMember(data, func(m member) bool {
		r.language(m)
		return !r.done
	})
	if len(r.seen) == 0 {
		r.fail(0, "", "no names", `write at least {"en": ["…"]}, or leave the member out`, ErrEmpty)
	}
	*n = Names{pack(r.all).packed}
}

// A namesReader reads names language by language.
type namesReader struct {
	fault func(*textError) bool
	done  bool // no more errors are wanted
	seen  map[string]bool
	all   []phrase
}

func (r *namesReader) fail(offset int64, pointer, problem, hint string, is error) {
	r.done = r.done || !r.fault(&textError{offset, pointer, problem, hint, is})
}

func (r *namesReader) language(m member) {
	unquoted, err := jsontext.AppendUnquote(nil, m.name)
	tag := string(unquoted)
	pointer := "/" + escapePointer(tag)
	twice := r.seen[tag]
	r.seen[tag] = true
	switch {
	case err != nil:
		message, hint := explainUTF8(m.name)
		r.fail(m.nameAt, pointer, message, hint, ErrUTF8)
		return
	case twice:
		r.fail(m.nameAt, pointer, "language "+quote(tag)+" occurs twice", "write it once", ErrDuplicate)
		return
	}
	if _, err := canonicalTag(tag); err != nil {
		message, hint := diagnosisOf(err)
		r.fail(m.nameAt, pointer, message, hint, ErrValue)
	}
	switch kind := m.value.Kind(); kind {
	case '[':
		r.names(tag, pointer, m)
	case 'n':
		r.fail(m.valueAt, pointer, "null is not allowed", "leave the language out", ErrNull)
	default:
		r.fail(m.valueAt, pointer, "the names in a language must be an array, not "+describeJSON(kind),
			"write […] around it", ErrType)
	}
}

func (r *namesReader) names(tag, pointer string, m member) {
	dec := jsontext.NewDecoder(bytes.NewBuffer(m.value), lenient...)
	dec.ReadToken() // the bracket
	here := make(map[string]bool)
	i := 0
	for ; dec.PeekKind() != ']' && !r.done; i++ {
		raw, err := dec.ReadValue()
		if err != nil {
			return // the array is sound JSON
		}
		at := m.valueAt + dec.InputOffset() - int64(len(raw))
		pointer := pointer + "/" + strconv.Itoa(i)
		name, err := jsontext.AppendUnquote(nil, raw)
		switch kind := raw.Kind(); {
		case kind == 'n':
			r.fail(at, pointer, "null is not allowed in an array", "leave it out", ErrNull)
		case kind != '"':
			r.fail(at, pointer, "a name must be a string, not "+describeJSON(kind), "", ErrType)
		case err != nil:
			message, hint := explainUTF8(raw)
			r.fail(at, pointer, message, hint, ErrUTF8)
		case isBlank(name):
			r.fail(at, pointer, "an empty name", "write it, or leave it out", ErrEmpty)
		case here[string(name)]:
			r.fail(at, pointer, quote(string(name))+" occurs twice in "+quote(tag), "write it once", ErrDuplicate)
		default:
			r.all = append(r.all, phrase{tag, string(name)})
		}
		here[string(name)] = true
	}
	if i == 0 {
		r.fail(m.valueAt, pointer, "no names in this language", "write them, or leave the language out", ErrEmpty)
	}
}
