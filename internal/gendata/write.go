package main

import (
	"encoding"
	"fmt"
	"go/format"
	"path"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/entente-go/entente"
)

// A writer turns values into Go that needs no init work.
//
// The compiler lays out composite literals of constants and the addresses of
// array elements. It does not lay out what parsing a date gives. So the
// literals leave dates out; beside them is a table of the addresses at which
// dates belong, and their text, which the first use parses. A date in an
// element of a slice has no address that the compiler knows, so the elements of
// such slices are in one array for each type, as the records are, and a second
// table says which slice has which part of it. Maps are left out too.
type writer struct {
	prefix  string // of the names of what is written
	root    string // the path of the package that is written to
	arrays  []*array
	dates   []*dates
	imports []string
}

// An array holds all records of one type, or the elements of slices.
type array struct {
	name     string
	elem     reflect.Type
	elements []string
	windows  []string // of the slices
}

// dates are the values of one type whose text is parsed.
type dates struct {
	typ    reflect.Type
	places []string
	texts  []string
}

// write returns the source of the file that holds the index.
func write(prefix string, index reflect.Value) ([]byte, error) {
	w := &writer{prefix: prefix, root: index.Type().PkgPath()}
	fields, err := w.fields(index, prefix+"Index", "\n")
	if err != nil {
		return nil, err
	}
	var b strings.Builder
	p := func(format string, args ...any) { fmt.Fprintf(&b, format, args...) }
	p("var %sIndex = %s{%s}\n\n", prefix, w.name(index.Type()), fields)
	p("// %sComplete sets what the compiler cannot lay out.\nfunc %[1]sComplete() {\n", prefix)
	for _, a := range w.arrays {
		if len(a.windows) > 0 {
			p("setSlices(%s[:], %[1]sWindows[:])\n", a.name)
		}
	}
	for _, d := range w.dates {
		parse := strings.Replace(w.name(d.typ), d.typ.Name(), "MustParse"+d.typ.Name(), 1)
		p("setDates(%s[:], %s, %s)\n", w.places(d), parse, wrapped(d.texts))
	}
	p("}\n\n")
	for _, a := range w.arrays {
		p("var %s = [...]%s{\n%s}\n\n", a.name, w.name(a.elem), strings.Join(a.elements, ""))
		if len(a.windows) > 0 {
			p("var %sWindows = [...]window[%s]{\n%s}\n\n", a.name, w.name(a.elem), strings.Join(a.windows, ""))
		}
	}
	for _, d := range w.dates {
		p("var %s = [...]*%s{\n%s}\n\n", w.places(d), w.name(d.typ), strings.Join(d.places, ""))
	}
	head := "// Code generated from data/" + prefix + ".json by internal/gendata. DO NOT EDIT.\n\n" +
		"//go:build !entente_generate\n\npackage entente\n\n"
	for _, path := range w.imports { // complete only now
		head += fmt.Sprintf("import %q\n\n", path)
	}
	return format.Source([]byte(head + b.String()))
}

func (w *writer) places(d *dates) string { return w.prefix + d.typ.Name() + "Places" }

// wrapped returns the texts, with a space after each, as a constant on several lines.
func wrapped(texts []string) string {
	const width = 90
	var b, line strings.Builder
	for _, t := range texts {
		if line.Len() > width {
			fmt.Fprintf(&b, "%q +\n", line.String())
			line.Reset()
		}
		line.WriteString(t + " ")
	}
	fmt.Fprintf(&b, "%q", line.String())
	return b.String()
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
func (w *writer) fields(v reflect.Value, place, sep string) (string, error) {
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
			text, err = w.fields(f, place+"."+field.Name, sep)
			text = w.name(f.Type()) + "{" + text + "}"
		} else {
			text, err = w.literal(f, place+"."+field.Name)
		}
		if err != nil {
			return "", err
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

// literal returns a value that is not zero, or "" for one that the first use
// puts at its place.
func (w *writer) literal(v reflect.Value, place string) (string, error) {
	t := v.Type()
	switch {
	case t == reflect.TypeFor[entente.Text]():
		return "Text{" + strconv.Quote(v.Field(0).String()) + "}", nil
	case isDate(t):
		return "", w.date(v, place)
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
	case reflect.Struct:
		text, err := w.fields(v, place, "")
		if text == "" || err != nil {
			return "", err
		}
		return w.name(t) + "{" + text + "}", nil
	case reflect.Slice:
		if holdsDate(t.Elem()) {
			return "", w.window(v, place)
		}
		return w.list(v)
	case reflect.Array:
		return w.list(v)
	case reflect.Interface:
		a, i, err := w.extend(v.Elem().Elem().Type(), v.Elem().Elem())
		return fmt.Sprintf("&%s[%d]", a.name, i), err
	}
	return "", fmt.Errorf("%s: a %s cannot be written", place, t)
}

// list returns a slice or an array without dates.
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
		text, err := w.literal(e, "")
		if e.Kind() == reflect.Struct || e.Kind() == reflect.Slice {
			text = strings.TrimPrefix(text, w.name(e.Type()))
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

// window writes the elements of a slice into the array of their type.
func (w *writer) window(v reflect.Value, place string) error {
	elements := make([]reflect.Value, v.Len())
	for i := range elements {
		elements[i] = v.Index(i)
	}
	a, at, err := w.extend(v.Type().Elem(), elements...)
	a.windows = append(a.windows, fmt.Sprintf("{&%s, %d, %d},\n", place, at, at+v.Len()))
	return err
}

// extend appends elements to the array of their type, and returns it and the
// place of the first.
func (w *writer) extend(t reflect.Type, elements ...reflect.Value) (*array, int, error) {
	i := slices.IndexFunc(w.arrays, func(a *array) bool { return a.elem == t })
	if i < 0 {
		i = len(w.arrays)
		w.arrays = append(w.arrays, &array{name: w.prefix + t.Name() + "List", elem: t})
	}
	a := w.arrays[i]
	at := len(a.elements)
	a.elements = append(a.elements, make([]string, len(elements))...)
	for i, e := range elements {
		place := fmt.Sprintf("%s[%d]", a.name, at+i)
		if isDate(t) {
			if !e.IsZero() {
				if err := w.date(e, place); err != nil {
					return a, at, err
				}
			}
			a.elements[at+i] = "{},\n"
			continue
		}
		text, err := w.fields(e, place, "\n")
		if err != nil {
			return a, at, err
		}
		a.elements[at+i] = "{" + text + "},\n"
	}
	return a, at, nil
}

func (w *writer) date(v reflect.Value, place string) error {
	t := v.Type()
	// What was reached through an unexported field has no Interface.
	v = reflect.NewAt(t, v.Addr().UnsafePointer()).Elem()
	text, err := v.Interface().(encoding.TextMarshaler).MarshalText()
	switch {
	case err != nil:
		return err
	case place == "":
		return fmt.Errorf("the %s %s has no address", t, text)
	case strings.Contains(string(text), " "):
		return fmt.Errorf("%s: the text %q has a space in it", place, text)
	}
	i := slices.IndexFunc(w.dates, func(d *dates) bool { return d.typ == t })
	if i < 0 {
		i = len(w.dates)
		w.dates = append(w.dates, &dates{typ: t})
	}
	w.dates[i].places = append(w.dates[i].places, "&"+place+",\n")
	w.dates[i].texts = append(w.dates[i].texts, string(text))
	return nil
}

// isDate reports whether values of the type are parsed on first use: it is a
// struct with a text form. (The enumerations have one, and are numbers.)
func isDate(t reflect.Type) bool {
	return t.Kind() == reflect.Struct && t.Implements(reflect.TypeFor[encoding.TextMarshaler]())
}

// holdsDate reports whether a date may be in a value of the type.
func holdsDate(t reflect.Type) bool {
	switch {
	case t == reflect.TypeFor[entente.Text]():
		return false
	case isDate(t):
		return true
	case t.Kind() == reflect.Slice || t.Kind() == reflect.Array:
		return holdsDate(t.Elem())
	case t.Kind() == reflect.Struct:
		for i := range t.NumField() {
			if holdsDate(t.Field(i).Type) {
				return true
			}
		}
	}
	return false
}
