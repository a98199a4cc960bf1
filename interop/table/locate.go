package table

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/entente-go/entente"
	"github.com/go-json-experiment/json/jsontext"
)

// locate returns the problems of the reader and those in err, which is that of
// reading the data in its own format, each at its place in the tables. It
// returns nil if there are none.
func (r *reader) locate(err error) error {
	var found entente.Problems
	if err != nil && !errors.As(err, &found) {
		return err
	}
	for _, p := range found {
		at := *p
		at.File, at.Line, at.Column, at.Offset = "", 0, 0, 0
		if p.Pointer != "" {
			e, path := r.entry(p.Pointer)
			at.File, at.Line, at.Column = e.at(path)
			at.Pointer, at.Hint = "", e.table.hint(p.Hint)
		}
		r.problems = append(r.problems, &at)
	}
	return r.sorted()
}

// sorted returns the problems in the order of the files and places, or nil.
func (r *reader) sorted() error {
	if len(r.problems) == 0 {
		return nil
	}
	slices.SortStableFunc(r.problems, func(a, b *entente.Problem) int {
		return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return r.problems
}

// hint returns a hint about the data format as one about the table.
func (t *tab) hint(s string) string {
	if section, ok := strings.CutPrefix(s, `declare it under "`); ok {
		return "add it to " + strings.TrimSuffix(section, `"`) + ".csv"
	}
	name, ok := strings.CutPrefix(s, `write "`)
	name, _, more := strings.Cut(name, `": `)
	if !ok || !more {
		return s
	}
	for _, l := range t.lists {
		if l.member == name {
			return "add a row to " + l.name + ".csv"
		}
	}
	for _, c := range t.columns {
		if c.path[0] == name && c.localized {
			name += ".en"
			break
		}
	}
	return fmt.Sprintf("fill in the column %q", name)
}

// entry returns the row that a JSON pointer points into, and the rest of the
// pointer.
func (r *reader) entry(pointer string) (e *entry, path []string) {
	for token := range jsontext.Pointer(pointer).Tokens() {
		path = append(path, token)
	}
	e = r.top
	for _, s := range r.sections {
		if len(path) > 1 && path[0] == s.member {
			if i, err := strconv.Atoi(path[1]); err == nil && i < len(r.roots[s]) {
				e, path = r.roots[s][i], path[2:]
			}
			break
		}
	}
	for len(path) > 1 && len(e.lists[path[0]]) > 0 {
		list := e.lists[path[0]]
		i, err := strconv.Atoi(path[1])
		if list[0].table.extra {
			i, err = slices.IndexFunc(list, func(e *entry) bool { return e.key == path[1] }), nil
		}
		if err != nil || i < 0 || i >= len(list) {
			break
		}
		e, path = list[i], path[2:]
	}
	return e, path
}

// at returns the place of the cell of a member, or that of the row.
func (e *entry) at(path []string) (file string, line, column int) {
	if e.table.extra && e.file != nil {
		if c := e.cell("value"); c != nil {
			return e.file.name, c.line, c.column
		}
	}
	for n := len(path); n > 0; n-- {
		if c := e.cell(strings.Join(path[:n], ".")); c != nil {
			return e.file.name, c.line, c.column
		}
	}
	if len(path) > 0 && e.file != nil {
		for _, c := range e.line.cells { // the first of what has several columns
			if h := e.file.headers[c.header]; h.path != nil && h.path[0] == path[0] {
				return e.file.name, c.line, c.column
			}
		}
	}
	return e.place()
}
