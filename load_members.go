package entente

import (
	"bytes"
	"encoding"
	"errors"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/entente-go/entente/edtf"
	"github.com/go-json-experiment/json/jsontext"
)

// A memberReader reads one value of a file member by member, by reflection, and
// collects all of its problems.
type memberReader struct {
	file   string // its name
	record ID     // the record that the value is, if it is known
	root   int    // the length of the pointer to the value
	ignore bool   // unknown members are no problem
	want   int    // how many problems are wanted

	problems []*Problem
	bad      faults // what could not be read
	partial  bool   // the value has an ID that was not read
}

// A node is a JSON value in a file.
type node struct {
	raw     jsontext.Value
	at      int64 // its offset in the file
	pointer string
	what    string // names the value in messages
	entry   bool   // it is an element of an array
}

// anEntry begins what names the elements of an array.
const anEntry = "an entry of "

func (r *memberReader) full() bool { return len(r.problems) >= r.want }

// fail adds a problem of a value that could not be read.
func (r *memberReader) fail(n node, err error, message, hint string) {
	r.bad.add(n.pointer[r.root:])
	r.problem(n, err, message, hint)
}

// problem adds a problem of a value.
func (r *memberReader) problem(n node, err error, message, hint string) {
	if !r.full() {
		r.problems = append(r.problems, &Problem{File: r.file, Offset: n.at, Pointer: n.pointer, Record: r.record,
			Message: message, Hint: hint, Err: err})
	}
}

// failType adds the problem of a value that has the wrong type.
func (r *memberReader) failType(n node, wanted, hint string) {
	r.fail(n, ErrType, n.what+" must be "+wanted+", not "+describeJSON(n.raw.Kind()), hint)
}

// failUTF8 adds the problem of text that is not valid UTF-8.
func (r *memberReader) failUTF8(n node, text jsontext.Value) {
	message, hint := explainUTF8(text)
	r.fail(n, ErrUTF8, message, hint)
}

// value reads a value into v.
func (r *memberReader) value(v reflect.Value, n node) {
	switch kind := n.raw.Kind(); {
	case kind == 'n' && n.entry:
		r.fail(n, ErrNull, "null is not allowed in an array", "leave it out")
		return
	case kind == 'n':
		r.fail(n, ErrNull, "null is not allowed", "leave the member out")
		return
	}
	switch into := v.Addr().Interface().(type) {
	case explainer:
		r.explained(into, n)
		return
	case *Value:
		r.any(into, n)
		return
	}
	if u, ok := v.Addr().Interface().(encoding.TextUnmarshaler); ok {
		r.textForm(u, n)
		return
	}
	switch v.Kind() {
	case reflect.String:
		r.string(v, n)
	case reflect.Bool:
		r.bool(v, n)
	case reflect.Int:
		r.int(v, n)
	case reflect.Slice:
		r.array(v, n)
	case reflect.Struct:
		r.object(v, n)
	}
}

// textForm reads a value that has a text form, such as a date.
func (r *memberReader) textForm(u encoding.TextUnmarshaler, n node) {
	if n.raw.Kind() != '"' {
		_, hint := diagnosisOf(emptyText(u))
		r.failType(n, "a string", hint)
		return
	}
	s, err := jsontext.AppendUnquote(nil, n.raw)
	if err != nil {
		r.failUTF8(n, n.raw)
		return
	}
	if err = u.UnmarshalText(s); len(s) == 0 {
		err = emptyText(u)
	}
	if err != nil {
		message, hint := diagnosisOf(err)
		r.fail(n, errorClass(err), message, hint)
	}
}

// diagnosisOf takes an error of one of this package's text forms apart.
func diagnosisOf(err error) (message, hint string) {
	switch e := err.(type) {
	case *edtf.ParseError:
		return e.Kind + " " + quote(e.Text) + ": " + e.Problem, e.Hint
	case interface{ diagnosis() (message, hint string) }:
		return e.diagnosis()
	}
	return err.Error(), ""
}

func (r *memberReader) string(v reflect.Value, n node) {
	if n.raw.Kind() != '"' {
		r.failType(n, "a string", "")
		return
	}
	s, err := jsontext.AppendUnquote(nil, n.raw)
	if err != nil {
		r.failUTF8(n, n.raw)
		return
	}
	v.SetString(string(s))
}

func (r *memberReader) bool(v reflect.Value, n node) {
	kind := n.raw.Kind()
	if kind != 't' && kind != 'f' {
		r.failType(n, "true or false", "")
		return
	}
	v.SetBool(kind == 't')
}

func (r *memberReader) int(v reflect.Value, n node) {
	if n.raw.Kind() != '0' {
		hint := ""
		if i, ok := writtenNumber(n.raw); ok {
			hint = "write " + strconv.Itoa(i)
		}
		r.failType(n, "a number", hint)
		return
	}
	i, err := strconv.ParseInt(string(n.raw), 10, v.Type().Bits())
	switch {
	case errors.Is(err, strconv.ErrRange):
		r.fail(n, ErrRange, clip(string(n.raw), 40)+" is too large a number", "")
	case err != nil:
		r.fail(n, ErrRange, clip(string(n.raw), 40)+" is not written as a whole number", "write digits alone")
	default:
		v.SetInt(i)
	}
}

// writtenNumber returns the number in a JSON string, which may be grouped.
func writtenNumber(raw jsontext.Value) (int, bool) {
	s, err := jsontext.AppendUnquote(nil, raw)
	if err != nil {
		return 0, false
	}
	i, err := strconv.Atoi(strings.Map(func(c rune) rune {
		switch c {
		case ',', ' ', '\u00a0', '\u202f':
			return -1
		}
		return c
	}, string(s)))
	return i, err == nil
}

// explained reads a value that has a form of its own.
func (r *memberReader) explained(v explainer, n node) {
	v.explain(n.raw, n.what, func(e *textError) bool {
		r.fail(node{at: n.at + e.offset, pointer: n.pointer + e.pointer}, e.Unwrap(), e.problem, e.hint)
		return !r.full()
	})
}

// any reads a value that may be any JSON. The checker holds it to its type.
func (r *memberReader) any(v *Value, n node) {
	before := len(r.problems)
	r.skipped(n)
	if len(r.problems) > before || v.UnmarshalJSON(n.raw) != nil {
		r.bad.add(n.pointer[r.root:])
	}
}

func (r *memberReader) array(v reflect.Value, n node) {
	if n.raw.Kind() != '[' {
		r.failType(n, "an array", arrayHint(v.Type().Elem(), n.raw))
		return
	}
	dec := jsontext.NewDecoder(bytes.NewBuffer(n.raw), lenient...)
	dec.ReadToken() // the bracket
	for i := 0; dec.PeekKind() != ']' && !r.full(); i++ {
		raw, err := dec.ReadValue()
		if err != nil {
			return // the array is sound JSON
		}
		e := reflect.New(v.Type().Elem()).Elem()
		r.value(e, node{raw: raw, at: n.at + dec.InputOffset() - int64(len(raw)),
			pointer: n.pointer + "/" + strconv.Itoa(i), what: anEntry + n.what, entry: true})
		v.Set(reflect.Append(v, e)) // also one that failed, so that the others keep their place
	}
}

func (r *memberReader) object(v reflect.Value, n node) {
	if n.raw.Kind() != '{' {
		r.failType(n, "an object", "write {"+quote(jsonNames(v.Type())[0])+": …}")
		return
	}
	fields := fieldsOf(v.Type())
	seen := make(map[string]bool)
	var misspelt []string // what unknown members are likely meant to be
	var free []string     // the members that it does not have, if something is unknown
	eachMember(n.raw, func(m member) bool {
		unquoted, err := jsontext.AppendUnquote(nil, m.name)
		key := string(unquoted)
		name := node{at: n.at + m.nameAt, pointer: n.pointer + "/" + escapePointer(key)}
		value := node{raw: m.value, at: n.at + m.valueAt, pointer: name.pointer, what: quote(key)}
		field, known := fields.index[key]
		switch {
		case err != nil:
			message, hint := explainUTF8(m.name)
			r.problem(name, ErrUTF8, message, hint)
		case seen[key]:
			r.problem(name, ErrDuplicate, "member "+quote(key)+" occurs twice", "write it once")
			r.partial = r.partial || key == "id" // others may refer to the second ID
		case known:
			r.value(v.FieldByIndex(field), value)
		case r.ignore:
			r.skipped(value)
		default:
			r.bad.inObject(n.pointer[r.root:])
			if free == nil {
				free = without(n.raw, fields.names)
			}
			hint, meant := oneOf(key, free), suggest(key, fields.names)
			if isCoordinate(key, fields.names) {
				if hint, meant = `write "at": {"lat": …, "lon": …}`, "at"; slices.Contains(misspelt, meant) {
					break // the other coordinate has the problem of both
				}
			}
			r.problem(name, ErrUnknownMember, "unknown member "+quote(key), hint)
			misspelt = append(misspelt, meant)
		}
		seen[key] = true
		return !r.full()
	})
	for _, name := range misspelt {
		if name != "" && !seen[name] {
			r.bad.add(n.pointer[r.root:] + "/" + name)
		}
	}
}

// skipped checks a value that is not read but must be sound JSON.
func (r *memberReader) skipped(n node) {
	dec := jsontext.NewDecoder(bytes.NewBuffer(n.raw))
	for {
		_, err := dec.ReadToken()
		if err == nil {
			continue
		}
		var syn *jsontext.SyntacticError
		if !errors.As(err, &syn) {
			return // the end
		}
		at := node{at: n.at + syn.ByteOffset, pointer: n.pointer + string(syn.JSONPointer)}
		if errors.Is(err, jsontext.ErrDuplicateName) {
			r.problem(at, ErrDuplicate, "member "+quote(syn.JSONPointer.LastToken())+" occurs twice", "write it once")
		} else {
			message, hint := explainUTF8(n.raw)
			r.problem(at, ErrUTF8, message, hint)
		}
		return
	}
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

// explainUTF8 says why text in JSON is not valid UTF-8.
func explainUTF8(raw jsontext.Value) (message, hint string) {
	if utf8.Valid(raw) {
		return "an escape for half a character, \\ud800 to \\udfff", "write the character itself, or both halves"
	}
	return "not valid UTF-8", "save the file as UTF-8"
}

// errorClass returns the Err variable for the error of a text form.
func errorClass(err error) error {
	if _, ok := err.(*edtf.ParseError); ok {
		return ErrDate
	}
	return errors.Unwrap(err)
}
