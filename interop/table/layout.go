package table

import (
	"cmp"
	"encoding"
	"reflect"
	"slices"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
)

// A shape says how the cells of a column hold a value.
type shape uint8

const (
	shapeString shape = iota
	shapeInteger
	shapeNumber
	shapeBoolean
	shapeValue // of a claim: as a cell of the column that it is about
)

// A column holds one member of the objects that are the rows of a table.
type column struct {
	name  string   // such as "name.en"; without the language if it is of one
	path  []string // of the member in the object
	shape shape
	list  bool
	// localized columns are one for each language, such as "name.en".
	localized bool
	enum      []string // the words that a cell, or an entry of a list, may be
}

// A tab is a table: a section of the data, or all lists of one member.
type tab struct {
	name   string
	member string   // of the object around it that has the rows
	keys   []string // the columns that identify a row: the last is its own
	parent *tab     // whose rows it belongs to; nil for sections, and for lists of all records
	// ofRecords tables have the lists that every record has.
	ofRecords bool
	columns   []column
	lists     []*tab
	extra     bool // the rows are the entries of an object
	single    bool // there is one row, without a key
	identity  bool // the last key is the member "id"
	record    bool // the rows are records
}

// A layout is the tables of a dataset.
type layout struct {
	tabs     []*tab // in the order in which they are written
	byName   map[string]*tab
	sections []*tab // those that are members of the data itself
	about    *tab   // of the data itself
}

// newLayout returns the layout, which follows from the types of the records. A
// member that is added to a type has its column or table here.
func newLayout() *layout {
	l := &layout{byName: make(map[string]*tab)}
	shared := make(map[string]*tab)
	l.about = &tab{name: "dataset", single: true}
	l.about.columns = []column{{name: "format", path: []string{"format"}}}
	l.add(l.about)
	for f := range fields(reflect.TypeFor[entente.Records]()) {
		switch elem := f.typ; {
		case f.list && elem.Kind() == reflect.Struct && elem != reflect.TypeFor[entente.KeyValue]():
			l.section(f, shared)
		default:
			l.member(l.about, f, nil)
		}
	}
	slices.SortStableFunc(l.tabs, func(a, b *tab) int { return cmp.Compare(a.rank(), b.rank()) })
	return l
}

// rank puts the data itself first and the lists of all records last.
func (t *tab) rank() int {
	switch {
	case t.single:
		return 0
	case t.ofRecords:
		return 2
	}
	return 1
}

func (l *layout) add(t *tab) *tab {
	l.tabs = append(l.tabs, t)
	l.byName[t.name] = t
	return t
}

// section adds the table of a section.
func (l *layout) section(f field, shared map[string]*tab) {
	t := l.add(&tab{name: f.name, member: f.name, record: f.typ.Implements(reflect.TypeFor[entente.Record]())})
	l.sections = append(l.sections, t)
	for m := range fields(f.typ) {
		if m.name == "id" {
			t.identity, t.keys = true, []string{"id"}
		}
	}
	if !t.identity {
		t.keys = []string{"position"}
	}
	for m := range fields(f.typ) {
		if m.embedded && m.isTable() {
			if shared[m.name] == nil {
				shared[m.name] = l.list(nil, m)
			}
			t.lists = append(t.lists, shared[m.name])
			continue
		}
		l.member(t, m, nil)
	}
	slices.SortStableFunc(t.columns, func(a, b column) int { return cmp.Compare(a.rank(), b.rank()) })
}

// rank puts first what people look for first.
func (c column) rank() int {
	if i := slices.Index([]string{"id", "name", "when"}, c.name); i >= 0 {
		return i
	}
	return 3
}

// member adds what holds a member of the rows of a table: columns, or a table.
func (l *layout) member(t *tab, f field, path []string) {
	path = append(slices.Clone(path), f.name)
	switch {
	case f.isTable():
		t.lists = append(t.lists, l.list(t, f))
	case f.isObject():
		for m := range fields(f.typ) {
			l.member(t, m, path)
		}
	default:
		t.columns = append(t.columns, f.column(path))
	}
}

// list adds the table of a list. Without a parent, all records have it.
func (l *layout) list(parent *tab, f field) *tab {
	t := &tab{name: f.name, member: f.name, parent: parent, ofRecords: parent == nil, keys: []string{"id"}}
	if parent != nil {
		t.name = parent.name + "-" + f.name
		t.ofRecords = parent.ofRecords
		t.keys = slices.Clone(parent.keys)
		if n := len(t.keys); n > 0 && t.keys[n-1] == "position" {
			t.keys[n-1] = parent.member + ".position"
		}
	}
	l.add(t)
	if t.extra = f.typ == reflect.TypeFor[entente.KeyValue](); t.extra {
		t.keys = append(t.keys, "key")
		t.columns = []column{{name: "value", path: []string{"value"}}}
		return t
	}
	t.keys = append(t.keys, "position")
	for m := range fields(f.typ) {
		l.member(t, m, nil)
	}
	return t
}

// A field is a member of a type.
type field struct {
	name     string
	typ      reflect.Type // of the elements, if it is a list
	list     bool
	embedded bool // the member is that of an embedded struct
}

// fields yields the members of a struct. Its own come before those of a struct
// that it embeds, but for the ID.
func fields(t reflect.Type) func(func(field) bool) {
	var own, common []field
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous {
			for m := range fields(f.Type) {
				m.embedded = true
				common = append(common, m)
			}
			continue
		}
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		m := field{name: name, typ: f.Type, list: f.Type.Kind() == reflect.Slice}
		if m.list {
			m.typ = f.Type.Elem()
		}
		own = append(own, m)
	}
	return slices.Values(append(own, common...))
}

var (
	textType  = reflect.TypeFor[entente.Text]()
	namesType = reflect.TypeFor[entente.Names]()
	valueType = reflect.TypeFor[entente.Value]()
)

// isObject reports whether the member is an object, whose members have columns of
// their own.
func (f field) isObject() bool {
	if f.typ.Kind() != reflect.Struct {
		return false
	}
	switch f.typ {
	case textType, namesType, valueType, reflect.TypeFor[edtf.Date](), reflect.TypeFor[edtf.Period]():
		return false
	}
	return true
}

// isTable reports whether the member is a list of objects.
func (f field) isTable() bool { return f.list && f.isObject() }

// column returns the column of a member without members of its own.
func (f field) column(path []string) column {
	c := column{name: strings.Join(path, "."), path: path, list: f.list || f.typ == namesType,
		localized: f.typ == textType || f.typ == namesType}
	switch kind := f.typ.Kind(); {
	case f.typ == valueType:
		c.shape = shapeValue
	case f.typ.Implements(reflect.TypeFor[encoding.TextMarshaler]()):
		c.enum = words(f.typ)
	case kind == reflect.Int:
		c.shape = shapeInteger
	case kind == reflect.Float64:
		c.shape = shapeNumber
	case kind == reflect.Bool:
		c.shape = shapeBoolean
	}
	return c
}

// words returns the words of an enumeration, or nil for another type.
func words(t reflect.Type) (all []string) {
	if t.Kind() != reflect.Uint8 {
		return nil
	}
	for i := range 256 {
		v := reflect.New(t).Elem()
		v.SetUint(uint64(i))
		if text, err := v.Interface().(encoding.TextMarshaler).MarshalText(); err == nil && len(text) > 0 {
			all = append(all, string(text))
		}
	}
	return all
}
