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
// array elements. It does not lay out a date of another package, whose fields
// are unexported. So the literals leave dates out; beside them is a table of
// the addresses at which dates belong, and their text, which the first use
// parses. A date in an element of a slice has no address that the compiler
// knows, so such elements are in one array for each type, and a second table
// says which slice has which part of it.
type writer struct {
	prefix  string // of the names of what is written
	root    string // the path of the package that is written to
	arrays  []*array
	dates   []*dates
	imports []string
}

// An array holds the elements of a section, or of all slices of one type.
type array struct {
	name     string
	elem     reflect.Type
	elements []string
	windows  []string // of the slices
}

// dates are the values of one type that have a text form and unexported fields.
type dates struct {
	typ    reflect.Type
	places []string
	texts  []string
}

// write returns the source of the file that holds the records.
func write(prefix string, in entente.Records) ([]byte, error) {
	w := &writer{prefix: prefix, root: reflect.TypeFor[entente.Records]().PkgPath()}
	var fields, recs strings.Builder
	for field, v := range reflect.ValueOf(in).Fields() {
		name := strings.ToLower(field.Name)
		if v.Kind() != reflect.Slice {
			text, err := w.literal(v, "")
			if err != nil {
				return nil, err
			}
			fmt.Fprintf(&fields, "%s: %s,\n", name, text)
			continue
		}
		if v.Len() == 0 {
			continue
		}
		a, err := w.section(field.Name, v)
		if err != nil {
			return nil, err
		}
		if !v.Type().Elem().Implements(reflect.TypeFor[entente.Record]()) {
			fmt.Fprintf(&fields, "%s: %s[:],\n", name, a.name)
			continue
		}
		for i := range v.Len() {
			fmt.Fprintf(&recs, "&%s[%d],\n", a.name, i)
		}
	}
	fmt.Fprintf(&fields, "recs: %sRecs[:],\n", prefix)
	return w.file(fields.String(), recs.String())
}

func (w *writer) file(fields, recs string) ([]byte, error) {
	var b strings.Builder
	b.WriteString("// Code generated from data/" + w.prefix + ".json by internal/gendata. DO NOT EDIT.\n\n")
	b.WriteString("//go:build !entente_generate\n\npackage entente\n\n")
	for _, p := range w.imports {
		fmt.Fprintf(&b, "import %q\n", p)
	}
	fmt.Fprintf(&b, "func %sContents() contents {\n", w.prefix)
	for _, a := range w.arrays {
		if len(a.windows) > 0 {
			fmt.Fprintf(&b, "setSlices(%s[:], %sWindows[:])\n", a.name, a.name)
		}
	}
	for _, d := range w.dates {
		parse := strings.Replace(w.name(d.typ), d.typ.Name(), "MustParse"+d.typ.Name(), 1)
		fmt.Fprintf(&b, "setDates(%s%ss[:], %s, %s)\n", w.prefix, d.typ.Name(), parse, wrapped(d.texts))
	}
	fmt.Fprintf(&b, "return contents{\n%s}\n}\n\n", fields)
	for _, a := range w.arrays {
		fmt.Fprintf(&b, "var %s = [...]%s{\n%s}\n\n", a.name, w.name(a.elem), strings.Join(a.elements, ""))
	}
	fmt.Fprintf(&b, "var %sRecs = [...]record{\n%s}\n\n", w.prefix, recs)
	for _, a := range w.arrays {
		if len(a.windows) > 0 {
			fmt.Fprintf(&b, "var %sWindows = [...]window[%s]{\n%s}\n\n", a.name, w.name(a.elem), strings.Join(a.windows, ""))
		}
	}
	for _, d := range w.dates {
		fmt.Fprintf(&b, "var %s%ss = [...]*%s{\n%s}\n\n", w.prefix, d.typ.Name(), w.name(d.typ), strings.Join(d.places, ""))
	}
	return format.Source([]byte(b.String()))
}

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
	if t.PkgPath() == "" || t.PkgPath() == w.root {
		return t.Name()
	}
	return path.Base(t.PkgPath()) + "." + t.Name()
}

// section writes a slice of the contents as an array of its own.
func (w *writer) section(name string, v reflect.Value) (*array, error) {
	a := &array{name: w.prefix + name, elem: v.Type().Elem()}
	w.arrays = append(w.arrays, a)
	return a, w.extend(a, v)
}

// extend appends the elements of a slice to an array.
func (w *writer) extend(a *array, v reflect.Value) error {
	at := len(a.elements)
	a.elements = slices.Grow(a.elements, v.Len())[:at+v.Len()]
	for i := range v.Len() {
		text, err := w.fields(v.Index(i), fmt.Sprintf("%s[%d]", a.name, at+i), "\n")
		if err != nil {
			return err
		}
		a.elements[at+i] = "{" + text + "},\n"
	}
	return nil
}

// fields returns the fields of a struct that are not zero, with sep before each.
func (w *writer) fields(v reflect.Value, place, sep string) (string, error) {
	var b strings.Builder
	for field, f := range v.Fields() {
		if f.IsZero() {
			continue
		}
		if !field.IsExported() {
			return "", fmt.Errorf("%s.%s has a value and is not exported", v.Type(), field.Name)
		}
		var text string
		var err error
		if field.Anonymous {
			text, err = w.fields(f, place+"."+field.Name, sep)
			text = w.name(f.Type()) + "{" + text + sep + "}"
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
	if sep == "\n" && b.Len() > 0 {
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
		return w.slice(v)
	}
	return "", fmt.Errorf("%s: a %s cannot be written", place, t)
}

func (w *writer) slice(v reflect.Value) (string, error) {
	var b strings.Builder
	for i := range v.Len() {
		text := "0"
		if e := v.Index(i); !e.IsZero() {
			var err error
			if text, err = w.literal(e, ""); err != nil {
				return "", err
			}
			if e.Kind() == reflect.Struct {
				text = strings.TrimPrefix(text, w.name(e.Type()))
			}
		} else if e.Kind() == reflect.String || e.Kind() == reflect.Struct {
			return "", fmt.Errorf("a %s has an empty element", v.Type())
		}
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(text)
	}
	return "[]" + w.name(v.Type().Elem()) + "{" + b.String() + "}", nil
}

// window writes the elements of a slice into the array of their type.
func (w *writer) window(v reflect.Value, place string) error {
	t := v.Type().Elem()
	i := slices.IndexFunc(w.arrays, func(a *array) bool { return a.elem == t })
	if i < 0 {
		i = len(w.arrays)
		w.arrays = append(w.arrays, &array{name: w.prefix + t.Name() + "List", elem: t})
	}
	a := w.arrays[i]
	at := len(a.elements)
	a.windows = append(a.windows, fmt.Sprintf("{&%s, %d, %d},\n", place, at, at+v.Len()))
	return w.extend(a, v)
}

func (w *writer) date(v reflect.Value, place string) error {
	if place == "" {
		return fmt.Errorf("a %s has no address", v.Type())
	}
	text, err := v.Interface().(encoding.TextMarshaler).MarshalText()
	if err != nil {
		return err
	}
	if strings.Contains(string(text), " ") {
		return fmt.Errorf("%s: the text %q has a space in it", place, text)
	}
	t := v.Type()
	i := slices.IndexFunc(w.dates, func(d *dates) bool { return d.typ == t })
	if i < 0 {
		i = len(w.dates)
		w.dates = append(w.dates, &dates{typ: t})
		if p := t.PkgPath(); p != w.root && !slices.Contains(w.imports, p) {
			w.imports = append(w.imports, p)
		}
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
	case t.Kind() == reflect.Slice:
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
