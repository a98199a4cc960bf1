package entente

import (
	"bytes"
	"encoding"
	"errors"
	"io"
	"reflect"
	"strconv"
	"strings"
	"sync"

	"github.com/go-json-experiment/json/jsontext"
)

// value reads raw into v. Where it stands in the file is pointer, where in the
// record rel; what says what it is.
func (r *reader) value(v reflect.Value, raw jsontext.Value, at int64, pointer, rel, what string) {
	kind := raw.Kind()
	fail := func(err error, message, hint string) {
		r.bad.add(rel)
		r.problem(at, pointer, err, message, hint)
	}
	if kind == 'n' {
		if strings.HasPrefix(what, anEntry) {
			fail(ErrNull, "null in an array", "leave it out")
		} else {
			fail(ErrNull, "null", "leave the member out where there is no value")
		}
		return
	}
	mustBe := func(wanted, hint string) {
		fail(ErrType, what+" must be "+wanted+", not "+describeJSON(kind), hint)
	}
	if v.Type() == reflect.TypeFor[Text]() {
		r.text(v, raw, at, pointer, rel, what)
		return
	}
	u, isText := v.Addr().Interface().(encoding.TextUnmarshaler)
	if isText || v.Kind() == reflect.String {
		s, err := jsontext.AppendUnquote(nil, raw)
		switch {
		case kind != '"':
			hint := ""
			if isText {
				_, hint = diagnosisOf(emptyText(u))
			}
			mustBe("a string", hint)
		case err != nil:
			r.bad.add(rel)
			r.notUTF8(at, pointer, raw)
		case !isText:
			v.SetString(string(s))
		default:
			err := u.UnmarshalText(s)
			if len(s) == 0 {
				err = emptyText(u)
			}
			if err != nil {
				message, hint := diagnosisOf(err)
				fail(errors.Unwrap(err), message, hint)
			}
		}
		return
	}
	switch v.Kind() {
	case reflect.Bool:
		if kind != 't' && kind != 'f' {
			mustBe("true or false", "")
			return
		}
		v.SetBool(kind == 't')
	case reflect.Int:
		if kind != '0' {
			hint := ""
			if s, err := jsontext.AppendUnquote(nil, raw); err == nil {
				if n, err := strconv.Atoi(strings.NewReplacer(",", "", " ", "", "\u00a0", "", "\u202f", "").Replace(string(s))); err == nil {
					hint = "write " + strconv.Itoa(n)
				}
			}
			mustBe("a number", hint)
			return
		}
		n, err := strconv.ParseInt(string(raw), 10, v.Type().Bits())
		switch {
		case errors.Is(err, strconv.ErrRange):
			fail(ErrRange, clip(string(raw), 40)+" is too large a number", "")
		case err != nil:
			fail(ErrRange, clip(string(raw), 40)+" is not written as a whole number", "write digits alone")
		default:
			v.SetInt(n)
		}
	case reflect.Slice:
		if kind != '[' {
			mustBe("an array", "write […] around it")
			return
		}
		r.array(v, raw, at, pointer, rel, what)
	case reflect.Struct:
		if kind != '{' {
			mustBe("an object", "write {"+quote(jsonNames(v.Type())[0])+": …}")
			return
		}
		r.object(v, raw, at, pointer, rel)
	}
}

// diagnosisOf takes an error of this package's own text forms apart.
func diagnosisOf(err error) (message, hint string) {
	if e, ok := err.(interface{ diagnosis() (message, hint string) }); ok {
		return e.diagnosis()
	}
	return err.Error(), ""
}

// anEntry begins what is said of the elements of an array.
const anEntry = "an entry of "

func (r *reader) array(v reflect.Value, raw jsontext.Value, at int64, pointer, rel, what string) {
	dec := jsontext.NewDecoder(bytes.NewBuffer(raw), lenient...)
	dec.ReadToken() // raw is an array
	for i := 0; dec.PeekKind() != ']' && !r.s.full; i++ {
		element, err := dec.ReadValue()
		if err != nil {
			return // raw is sound JSON
		}
		e := reflect.New(v.Type().Elem()).Elem()
		index := "/" + strconv.Itoa(i)
		r.value(e, element, at+dec.InputOffset()-int64(len(element)), pointer+index, rel+index, anEntry+what)
		v.Set(reflect.Append(v, e)) // also one that failed, so that the others keep their place
	}
}

func (r *reader) object(v reflect.Value, raw jsontext.Value, at int64, pointer, rel string) {
	fields := fieldsOf(v.Type())
	seen := make(map[string]bool)
	var misspelt []string
	r.members(raw, func(name, value jsontext.Value, nameAt, valueAt int64) {
		unquoted, err := jsontext.AppendUnquote(nil, name)
		key := string(unquoted)
		member := "/" + escapePointer(key)
		field, known := fields.index[key]
		switch {
		case err != nil:
			r.notUTF8(at+nameAt, pointer+member, name)
		case seen[key]:
			r.problem(at+nameAt, pointer+member, ErrDuplicate, "member "+quote(key)+" is there already", "write it once")
			if key == "id" {
				r.s.partial = true // others may refer to the second ID
			}
		case known:
			r.value(v.FieldByIndex(field), value, at+valueAt, pointer+member, rel+member, quote(key))
		case !r.s.ignore:
			r.problem(at+nameAt, pointer+member, ErrUnknownMember, "unknown member "+quote(key), oneOf(key, fields.names))
			if n := suggest(key, fields.names); n != "" {
				misspelt = append(misspelt, n)
			}
		default:
			r.skipped(value, at+valueAt, pointer+member)
		}
		seen[key] = true
	})
	for _, name := range misspelt {
		if !seen[name] {
			r.bad.add(rel + "/" + name)
		}
	}
}

// members calls found for the members of an object, with their offsets in it.
func (r *reader) members(raw jsontext.Value, found func(name, value jsontext.Value, nameAt, valueAt int64)) {
	dec := jsontext.NewDecoder(bytes.NewBuffer(raw), lenient...)
	dec.ReadToken() // raw is an object
	for dec.PeekKind() == '"' && !r.s.full {
		name, err := dec.ReadValue()
		if err != nil {
			return // raw is sound JSON
		}
		nameAt := dec.InputOffset() - int64(len(name))
		name = name.Clone()
		value, err := dec.ReadValue()
		if err != nil {
			return
		}
		found(name, value, nameAt, dec.InputOffset()-int64(len(value)))
	}
}

// text reads a Text, language by language.
func (r *reader) text(v reflect.Value, raw jsontext.Value, at int64, pointer, rel, what string) {
	fail := func(at int64, sub string, err error, message, hint string) {
		r.bad.add(rel + sub)
		r.problem(at, pointer+sub, err, message, hint)
	}
	if kind := raw.Kind(); kind != '{' {
		fail(at, "", ErrType, what+" must be an object from language tag to words, not "+describeJSON(kind), "write "+inEnglish(raw))
		return
	}
	seen := make(map[string]bool)
	var all []phrase
	r.members(raw, func(tagName, value jsontext.Value, nameAt, valueAt int64) {
		unquoted, err := jsontext.AppendUnquote(nil, tagName)
		tag := string(unquoted)
		sub := "/" + escapePointer(tag)
		if err != nil {
			r.bad.add(rel + sub)
			r.notUTF8(at+nameAt, pointer+sub, tagName)
			seen[tag] = true
			return
		}
		if seen[tag] {
			fail(at+nameAt, sub, ErrDuplicate, "language "+quote(tag)+" is there already", "write it once")
			return
		}
		seen[tag] = true
		if _, err := canonicalTag(tag); err != nil {
			message, hint := diagnosisOf(err)
			fail(at+nameAt, sub, ErrValue, message, hint)
		}
		words, err := jsontext.AppendUnquote(nil, value)
		switch kind := value.Kind(); {
		case kind == 'n':
			fail(at+valueAt, sub, ErrNull, "null", "leave the language out where there are no words")
		case kind != '"':
			fail(at+valueAt, sub, ErrType, "words must be a string, not "+describeJSON(kind), "")
		case err != nil:
			r.bad.add(rel + sub)
			r.notUTF8(at+valueAt, pointer+sub, value)
		case len(bytes.TrimSpace(words)) == 0:
			empty := noWords(tag)
			fail(at+valueAt, sub, empty.is, empty.problem, empty.hint)
		default:
			all = append(all, phrase{tag, string(words)})
		}
	})
	if len(seen) == 0 {
		fail(at, "", ErrEmpty, "a text without words", `write at least {"en": "…"}, or leave the member out`)
	}
	v.Set(reflect.ValueOf(pack(all)))
}

// skipped checks a value that is not read but must still be sound JSON.
func (r *reader) skipped(raw jsontext.Value, at int64, pointer string) {
	dec := jsontext.NewDecoder(bytes.NewBuffer(raw))
	for {
		_, err := dec.ReadToken()
		if err == io.EOF {
			return
		}
		var syn *jsontext.SyntacticError
		if errors.As(err, &syn) {
			sort, message := ErrUTF8, "not valid UTF-8"
			if errors.Is(err, jsontext.ErrDuplicateName) {
				sort, message = ErrDuplicate, "member "+quote(syn.JSONPointer.LastToken())+" is there already"
			}
			r.problem(at+syn.ByteOffset, pointer+string(syn.JSONPointer), sort, message, "")
			return
		}
	}
}

// inEnglish shows the words of a JSON string as a text that holds them.
func inEnglish(raw jsontext.Value) string {
	if raw.Kind() != '"' || len(raw) > 60 || printable(string(raw)) != string(raw) {
		return `{"en": "…"}`
	}
	return `{"en": ` + string(raw) + `}`
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
	for _, field := range reflect.VisibleFields(t) {
		if !field.Anonymous && field.IsExported() {
			name := jsonName(field)
			f.names = append(f.names, name)
			f.index[name] = field.Index
		}
	}
	if fieldTable.of == nil {
		fieldTable.of = make(map[reflect.Type]*fields)
	}
	fieldTable.of[t] = f
	return f
}

func escapePointer(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, "~", "~0"), "/", "~1")
}

// describeJSON names a kind of JSON value.
func describeJSON(k jsontext.Kind) string {
	switch k {
	case '"':
		return "a string"
	case '0':
		return "a number"
	case 't', 'f':
		return "true or false"
	case '{':
		return "an object"
	case '[':
		return "an array"
	case 'n':
		return "null"
	}
	return "something else"
}

func typeOrNull(k jsontext.Kind) error {
	if k == 'n' {
		return ErrNull
	}
	return ErrType
}
