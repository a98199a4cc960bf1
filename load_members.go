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
				_, hint = diagnosisOf(u.UnmarshalText(nil))
			}
			mustBe("a string", hint)
		case err != nil:
			r.bad.add(rel)
			r.notUTF8(at, pointer, raw)
		case !isText:
			v.SetString(string(s))
		default:
			if err := u.UnmarshalText(s); err != nil {
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
	eachMember(raw, func(m member) bool {
		name, value, nameAt, valueAt := m.name, m.value, m.nameAt, m.valueAt
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
		return !r.s.full
	})
	for _, name := range misspelt {
		if !seen[name] {
			r.bad.add(rel + "/" + name)
		}
	}
}

// A member is one of an object in JSON: its name and value as they are written,
// and their offsets in the object.
type member struct {
	name, value     jsontext.Value
	nameAt, valueAt int64
}

// eachMember calls found for the members of an object until it reports false.
func eachMember(object jsontext.Value, found func(member) bool) {
	dec := jsontext.NewDecoder(bytes.NewBuffer(object), lenient...)
	dec.ReadToken() // the brace
	for dec.PeekKind() == '"' {
		var m member
		name, err := dec.ReadValue()
		if err != nil {
			return // the object is sound JSON
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

// text reads a Text, language by language.
func (r *reader) text(v reflect.Value, raw jsontext.Value, at int64, pointer, rel, what string) {
	v.Set(reflect.ValueOf(explainText(raw, what, func(e *textError) bool {
		r.bad.add(rel + e.pointer)
		r.problem(at+e.offset, pointer+e.pointer, e.Unwrap(), e.problem, e.hint)
		return !r.s.full
	})))
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
