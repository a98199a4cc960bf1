package parquet

import (
	"encoding"
	"reflect"
	"slices"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	parquet "github.com/parquet-go/parquet-go"
)

// A shape is a type as columns: its node of the schema, and how a value is put into
// them. Values are put with a repetition level, which says what list they continue,
// and a definition level, which says how much of their path there is.
type shape struct {
	node   parquet.Node
	leaves int // the number of columns
	// put puts a value, whose first column is at, into the row.
	put func(r *row, v reflect.Value, at int, l levels)
}

// levels are the levels of a value: repetition and definition, and depth, the number
// of lists around it.
type levels struct{ repetition, definition, depth int }

// A row is one row, by column.
type row struct {
	columns [][]parquet.Value
	all     parquet.Row
}

func newRow(leaves int) *row { return &row{columns: make([][]parquet.Value, leaves)} }

// of returns the row of a value. The next call reuses its memory.
func (r *row) of(s shape, v any) parquet.Row {
	for i := range r.columns {
		r.columns[i] = r.columns[i][:0]
	}
	s.put(r, reflect.ValueOf(v), 0, levels{})
	r.all = r.all[:0]
	for _, values := range r.columns {
		r.all = append(r.all, values...)
	}
	return r.all
}

func (r *row) add(v parquet.Value, column int, l levels) {
	r.columns[column] = append(r.columns[column], v.Level(l.repetition, l.definition, column))
}

// none puts what says that there is no value in some columns.
func (r *row) none(at, leaves int, l levels) {
	for i := range leaves {
		r.add(parquet.NullValue(), at+i, l)
	}
}

// newShape returns the shape of a type, which follows from its members: one that is
// added to a type has its column.
func newShape(t reflect.Type) shape {
	switch t {
	case reflect.TypeFor[entente.Text]():
		return mapping(newShape(reflect.TypeFor[string]()), textEntries)
	case reflect.TypeFor[entente.Names]():
		return mapping(list(newShape(reflect.TypeFor[string]())), namesEntries)
	case reflect.TypeFor[entente.Extra]():
		return mapping(newShape(reflect.TypeFor[string]()), extraEntries)
	case reflect.TypeFor[number]():
		return leaf(parquet.Int(64), func(v reflect.Value) parquet.Value {
			return parquet.Int64Value(int64(v.Interface().(number).n))
		})
	case reflect.TypeFor[entente.Value]():
		return leaf(parquet.String(), func(v reflect.Value) parquet.Value {
			return text(v.Interface().(entente.Value).String())
		})
	}
	switch {
	case t.Implements(reflect.TypeFor[encoding.TextMarshaler]()):
		return leaf(parquet.String(), marshalled)
	case t.Kind() == reflect.Slice:
		return list(newShape(t.Elem()))
	case t.Kind() == reflect.Struct:
		return object(t)
	case t.Kind() == reflect.Int:
		return leaf(parquet.Int(64), func(v reflect.Value) parquet.Value { return parquet.Int64Value(v.Int()) })
	case t.Kind() == reflect.Float64:
		return leaf(parquet.Leaf(parquet.DoubleType), func(v reflect.Value) parquet.Value {
			return parquet.DoubleValue(v.Float())
		})
	case t.Kind() == reflect.Bool:
		return leaf(parquet.Leaf(parquet.BooleanType), func(v reflect.Value) parquet.Value {
			return parquet.BooleanValue(v.Bool())
		})
	}
	return leaf(parquet.String(), func(v reflect.Value) parquet.Value { return text(v.String()) })
}

func text(s string) parquet.Value { return parquet.ByteArrayValue([]byte(s)) }

// marshalled returns the text of an enumeration, a date or a period. One of a valid
// record always has a text.
func marshalled(v reflect.Value) parquet.Value {
	b, _ := v.Interface().(encoding.TextMarshaler).MarshalText()
	return parquet.ByteArrayValue(b)
}

func leaf(n parquet.Node, value func(reflect.Value) parquet.Value) shape {
	return shape{n, 1, func(r *row, v reflect.Value, at int, l levels) { r.add(value(v), at, l) }}
}

// optional returns a shape whose zero value is none.
func optional(s shape) shape {
	return shape{parquet.Optional(s.node), s.leaves, func(r *row, v reflect.Value, at int, l levels) {
		if v.IsZero() {
			r.none(at, s.leaves, l)
			return
		}
		l.definition++
		s.put(r, v, at, l)
	}}
}

func list(of shape) shape {
	return shape{parquet.List(of.node), of.leaves, func(r *row, v reflect.Value, at int, l levels) {
		if v.Len() == 0 {
			r.none(at, of.leaves, l)
			return
		}
		for i, l := range l.elements(v.Len()) {
			of.put(r, v.Index(i), at, l)
		}
	}}
}

// elements yields the levels of each of n elements of a list.
func (l levels) elements(n int) func(func(int, levels) bool) {
	return func(yield func(int, levels) bool) {
		l.definition++
		l.depth++
		for i := range n {
			if !yield(i, l) {
				return
			}
			l.repetition = l.depth
		}
	}
}

// An entry is a key of a map with its value.
type entry struct {
	key   string
	value any
}

// mapping returns the shape of what has entries with keys, in their order.
func mapping(of shape, entries func(any) []entry) shape {
	return shape{parquet.Map(parquet.String(), of.node), 1 + of.leaves,
		func(r *row, v reflect.Value, at int, l levels) {
			all := entries(v.Interface())
			if len(all) == 0 {
				r.none(at, 1+of.leaves, l)
				return
			}
			for i, l := range l.elements(len(all)) {
				r.add(text(all[i].key), at, l)
				of.put(r, reflect.ValueOf(all[i].value), at+1, l)
			}
		}}
}

func textEntries(v any) (all []entry) {
	for tag, words := range v.(entente.Text).All() {
		all = append(all, entry{tag.String(), words})
	}
	return all
}

func namesEntries(v any) (all []entry) {
	for tag, name := range v.(entente.Names).All() {
		if n := len(all); n > 0 && all[n-1].key == tag.String() {
			all[n-1].value = append(all[n-1].value.([]string), name)
			continue
		}
		all = append(all, entry{tag.String(), []string{name}})
	}
	return all
}

func extraEntries(v any) (all []entry) {
	for _, e := range v.(entente.Extra) {
		all = append(all, entry{e.Key, e.Value})
	}
	return all
}

// A member is a column or more of an object.
type member struct {
	name  string
	index []int // of the field
	shape shape
}

// object returns the shape of a struct.
func object(t reflect.Type) shape {
	members := membersOf(t, nil)
	slices.SortStableFunc(members, func(a, b member) int { return a.rank() - b.rank() })
	var s shape
	var g group
	for _, m := range members {
		g.fields = append(g.fields, field{m.shape.node, m.name})
		s.leaves += m.shape.leaves
	}
	s.node = g
	s.put = func(r *row, v reflect.Value, at int, l levels) {
		for _, m := range members {
			m.shape.put(r, v.FieldByIndex(m.index), at, l)
			at += m.shape.leaves
		}
	}
	return s
}

// rank puts first what people look for first.
func (m member) rank() int {
	first := []string{"id", "name", "when", "when_first", "when_last"}
	if i := slices.Index(first, m.name); i >= 0 {
		return i
	}
	return len(first)
}

// membersOf returns the members of a struct. Its own come before those of a struct
// that it embeds.
func membersOf(t reflect.Type, path []int) (own []member) {
	var common []member
	for i := range t.NumField() {
		f := t.Field(i)
		index := append(slices.Clone(path), i)
		if f.Anonymous {
			common = append(common, membersOf(f.Type, index)...)
			continue
		}
		name, rest, _ := strings.Cut(f.Tag.Get("json"), ",")
		s := newShape(f.Type)
		if rest != "" && s.mayBeNull(f.Type) {
			s = optional(s)
		}
		own = append(own, member{name, index, s})
		if span := spanOf(f.Type); span != nil {
			own = append(own, member{name + "_first", index, day(span, func(s edtf.Span) edtf.Day { return s.First })},
				member{name + "_last", index, day(span, func(s edtf.Span) edtf.Day { return s.Last })})
		}
	}
	return append(own, common...)
}

// mayBeNull reports whether a value may be missing otherwise than by being empty.
func (s shape) mayBeNull(t reflect.Type) bool {
	return t.Kind() != reflect.Slice && t != reflect.TypeFor[entente.Text]() && t != reflect.TypeFor[entente.Names]()
}

// spanOf returns what gives the days of a date or period, or nil for another type.
func spanOf(t reflect.Type) func(reflect.Value) edtf.Span {
	switch t {
	case reflect.TypeFor[edtf.Period]():
		return func(v reflect.Value) edtf.Span { return v.Interface().(edtf.Period).Span() }
	case reflect.TypeFor[edtf.Date]():
		return func(v reflect.Value) edtf.Span { return v.Interface().(edtf.Date).Span() }
	}
	return nil
}

// day returns the shape of one side of a span: a date, or none if that side is open
// or outside the years that all engines have.
func day(span func(reflect.Value) edtf.Span, side func(edtf.Span) edtf.Day) shape {
	return shape{parquet.Optional(parquet.Date()), 1, func(r *row, v reflect.Value, at int, l levels) {
		t := side(span(v)).Time()
		if t.IsZero() || t.Year() < 1 || t.Year() > 9999 {
			r.none(at, 1, l)
			return
		}
		l.definition++
		r.add(parquet.Int32Value(int32(t.Unix()/(24*60*60))), at, l)
	}}
}

// A group is a node with fields in their order; those of a [parquet.Group] are in
// the order of their names.
type group struct {
	parquet.Group
	fields []field
}

func (g group) Fields() []parquet.Field {
	all := make([]parquet.Field, len(g.fields))
	for i := range g.fields {
		all[i] = g.fields[i]
	}
	return all
}

func (g group) String() string { return "group" }

// GoType is for rows that are Go values, which are not used here.
func (g group) GoType() reflect.Type { return reflect.TypeFor[struct{}]() }

// A field is a member of a group.
type field struct {
	parquet.Node
	name string
}

func (f field) Name() string { return f.name }

// Value is for rows that are Go values, which are not used here.
func (f field) Value(reflect.Value) reflect.Value { return reflect.Value{} }
