package main

import (
	"fmt"
	"go/format"
	"path"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/entente-go/entente/edtf"
)

// A writer turns values into Go that needs no init work. The compiler lays out
// composite literals of constants, the addresses of array elements, and calls
// that inline to such literals. Maps are left out; the first use makes them.
type writer struct {
	prefix  string // of the names of what is written
	root    string // the path of the package that is written to
	arrays  []*array
	imports []string
}

// An array holds all records of one type.
type array struct {
	name     string
	elem     reflect.Type
	elements []string
}

// write returns the source of the file that holds the index.
func write(prefix string, index reflect.Value) ([]byte, error) {
	w := &writer{prefix: prefix, root: index.Type().PkgPath()}
	fields, err := w.fields(index, "\n")
	if err != nil {
		return nil, err
	}
	var b strings.Builder
	fmt.Fprintf(&b, "var %sIndex = %s{%s}\n\n", prefix, w.name(index.Type()), fields)
	for _, a := range w.arrays {
		fmt.Fprintf(&b, "var %s = [...]%s{\n%s}\n\n", a.name, w.name(a.elem), strings.Join(a.elements, ""))
	}
	head := "// Code generated from data/" + prefix + ".json by internal/gendata. DO NOT EDIT.\n\n" +
		"//go:build !entente_generate\n\npackage entente\n\n"
	for _, path := range w.imports { // complete only now
		head += fmt.Sprintf("import %q\n\n", path)
	}
	return format.Source([]byte(head + b.String()))
}

// name returns what the type is called in the file.
func (w *writer) name(t reflect.Type) string {
	switch {
	case t.Name() == "" && t.Kind() == reflect.Slice:
		return "[]" + w.name(t.Elem())
	case t.Name() == "" && t.Kind() == reflect.Array:
		return "[" + strconv.Itoa(t.Len()) + "]" + w.name(t.Elem())
	case t.PkgPath() == "" || t.PkgPath() == w.root:
		return t.Name()
	case !slices.Contains(w.imports, t.PkgPath()):
		w.imports = append(w.imports, t.PkgPath())
	}
	return path.Base(t.PkgPath()) + "." + t.Name()
}

// fields returns the fields of a struct that are not zero, with sep before each.
func (w *writer) fields(v reflect.Value, sep string) (string, error) {
	var b strings.Builder
	for i := range v.NumField() {
		field, f := v.Type().Field(i), v.Field(i)
		if f.IsZero() || f.Kind() == reflect.Map {
			continue
		}
		if !field.IsExported() && v.Type().PkgPath() != w.root {
			return "", fmt.Errorf("%s.%s has a value and is not exported", v.Type(), field.Name)
		}
		var text string
		var err error
		if field.Anonymous {
			text, err = w.fields(f, sep)
			text = w.name(f.Type()) + "{" + text + "}"
		} else {
			text, err = w.literal(f)
		}
		if err != nil {
			return "", fmt.Errorf("%s: %w", field.Name, err)
		}
		if text != "" {
			b.WriteString(sep + field.Name + ": " + text + ",")
		}
	}
	if b.Len() > 0 {
		b.WriteString(sep)
	}
	return b.String(), nil
}

// literal returns a value that is not zero, or "" for one that has nothing but
// maps.
func (w *writer) literal(v reflect.Value) (string, error) {
	t := v.Type()
	switch t {
	case reflect.TypeFor[edtf.Date]():
		w.name(t) // which imports edtf
		return fmt.Sprintf("edtf.DateFromBits(%#x)", exported[edtf.Date](v).Bits()), nil
	case reflect.TypeFor[edtf.Period]():
		start, end := exported[edtf.Period](v).Bits()
		w.name(t) // which imports edtf
		return fmt.Sprintf("edtf.PeriodFromBits(%#x, %#x)", start, end), nil
	}
	switch t.Kind() {
	case reflect.String:
		return strconv.Quote(v.String()), nil
	case reflect.Bool:
		return strconv.FormatBool(v.Bool()), nil
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return strconv.FormatInt(v.Int(), 10), nil
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return strconv.FormatUint(v.Uint(), 10), nil
	case reflect.Float64:
		return strconv.FormatFloat(v.Float(), 'g', -1, 64), nil
	case reflect.Struct:
		text, err := w.fields(v, "")
		if text == "" || err != nil {
			return "", err
		}
		return w.name(t) + "{" + text + "}", nil
	case reflect.Slice, reflect.Array:
		return w.list(v)
	case reflect.Interface:
		return w.pointer(v.Elem())
	}
	return "", fmt.Errorf("a %s cannot be written", t)
}

// exported returns a value that may have been reached through an unexported
// field.
func exported[T any](v reflect.Value) T {
	return *(*T)(v.Addr().UnsafePointer())
}

// list returns a slice or an array.
func (w *writer) list(v reflect.Value) (string, error) {
	const perLine = 24
	var b strings.Builder
	for i := range v.Len() {
		text, err := w.element(v.Index(i))
		if err != nil {
			return "", err
		}
		if i%perLine == 0 && v.Len() > perLine {
			b.WriteString("\n")
		}
		b.WriteString(text + ", ")
	}
	if v.Len() > perLine {
		b.WriteString("\n")
	}
	return w.name(v.Type()) + "{" + b.String() + "}", nil
}

// element returns an element of a list. Its type goes without saying.
func (w *writer) element(e reflect.Value) (string, error) {
	if !e.IsZero() {
		text, err := w.literal(e)
		if e.Kind() == reflect.Struct || e.Kind() == reflect.Slice {
			text = strings.TrimPrefix(text, w.name(e.Type())+"{")
			if !strings.HasSuffix(text, ")") {
				text = "{" + text
			}
		}
		return text, err
	}
	switch e.Kind() {
	case reflect.Slice:
		return "nil", nil
	case reflect.Struct, reflect.Array:
		return "{}", nil
	case reflect.String:
		return `""`, nil
	case reflect.Bool:
		return "false", nil
	}
	return "0", nil
}

// pointer appends the value that p points at to the array of its type, and
// returns its address.
func (w *writer) pointer(p reflect.Value) (string, error) {
	v := p.Elem()
	i := slices.IndexFunc(w.arrays, func(a *array) bool { return a.elem == v.Type() })
	if i < 0 {
		i = len(w.arrays)
		w.arrays = append(w.arrays, &array{name: w.prefix + v.Type().Name() + "List", elem: v.Type()})
	}
	text, err := w.fields(v, "\n")
	a := w.arrays[i]
	a.elements = append(a.elements, "{"+text+"},\n")
	return fmt.Sprintf("&%s[%d]", a.name, len(a.elements)-1), err
}
