package visits

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/internal/rows"
)

// names are what a column of each field may be called, folded.
var names = [...]struct {
	field   string
	columns []string
}{
	{"name", []string{"name", "official", "visitor", "person"}},
	{"title", []string{"title", "post", "position"}},
	{"rank", []string{"rank"}},
	{"from", []string{"from", "nation"}},
	{"to", []string{"to", "country", "state", "country visited", "state visited", "state visit"}},
	{"place", []string{"place", "city", "city visited"}},
	{"met", []string{"met", "host", "met with"}},
	{"start", []string{"start", "date", "start date"}},
	{"end", []string{"end", "end date"}},
	{"trip", []string{"trip"}},
	{"purpose", []string{"purpose"}},
	{"source", []string{"source", "url", "link"}},
	{"note", []string{"note", "notes", "remarks"}},
	{"id", []string{"id"}},
	{"start day", []string{"start day"}},
	{"start month", []string{"start month"}},
	{"start year", []string{"start year"}},
	{"end day", []string{"end day"}},
	{"end month", []string{"end month"}},
	{"end year", []string{"end year"}},
}

// Fields returns the fields that may be keys of [Options.Columns], in the order
// of the package's documentation. Each call returns a new slice.
func Fields() []string {
	list := make([]string, len(names))
	for i, n := range names {
		list[i] = n.field
	}
	return list
}

// columns finds the column of each field, and returns the indexes of the others.
func columns(in *rows.Reader, given map[string]string) (found map[string]int, others []int, err error) {
	found = make(map[string]int)
	taken := make(map[int]bool)
	for _, field := range slices.Sorted(maps.Keys(given)) {
		if !slices.Contains(Fields(), field) {
			return nil, nil, fmt.Errorf("%w: there is no field %q; the fields are %s", interop.ErrFormat, field,
				strings.Join(Fields(), ", "))
		}
		i := in.Column(given[field])
		if i < 0 {
			return nil, nil, fmt.Errorf("%w: there is no column %q; the columns are %s",
				interop.ErrFormat, given[field], list(in))
		}
		found[field], taken[i] = i, true
	}
	for i, name := range in.Columns() {
		if taken[i] {
			continue
		}
		field := fieldOf(name)
		if _, ok := found[field]; field == "" || ok {
			others = append(others, i)
			continue
		}
		found[field] = i
	}
	switch {
	case lacks(found, "name", "from"):
		err = fmt.Errorf("%w: no column has the visitor; call it name, or say which it is; the columns are %s",
			interop.ErrFormat, list(in))
	case lacks(found, "to", "place"):
		err = fmt.Errorf("%w: no column has the state visited; call it to, or say which it is; the columns are %s",
			interop.ErrFormat, list(in))
	}
	for _, n := range names {
		if _, ok := found[n.field]; !ok {
			found[n.field] = -1
		}
	}
	return found, others, err
}

func lacks(found map[string]int, fields ...string) bool {
	return !slices.ContainsFunc(fields, func(f string) bool { _, ok := found[f]; return ok })
}

// list returns the names of the columns for a message.
func list(in *rows.Reader) string {
	const most = 30
	all := in.Columns()
	var quoted []string
	for _, name := range all[:min(len(all), most)] {
		quoted = append(quoted, rows.Quote(name))
	}
	if len(all) > most {
		quoted = append(quoted, "…")
	}
	return strings.Join(quoted, ", ")
}

// fieldOf returns the field that a column of this name has, or "".
func fieldOf(name string) string {
	name = strings.Join(strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return r == ' ' || r == '_' || r == '-' || r == '.'
	}), " ")
	for _, n := range names {
		if slices.Contains(n.columns, name) {
			return n.field
		}
	}
	return ""
}
