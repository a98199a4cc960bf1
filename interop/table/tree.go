package table

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/entente-go/entente"
	"github.com/go-json-experiment/json"
)

// An entry is a row with the rows that belong to it.
type entry struct {
	table    *tab
	file     *file // nil for the data itself, if it has no file
	line     *line
	key      string // its own: the last
	position int    // its own, or 0 for none
	lists    map[string][]*entry
}

// text returns the cell in a column of the name, or "".
func (e *entry) text(name string) string {
	if c := e.cell(name); c != nil {
		return unguard(c.text)
	}
	return ""
}

// cell returns the cell in a column of the name, or nil.
func (e *entry) cell(name string) *cell {
	if e.file == nil {
		return nil
	}
	return e.line.cell(e.file.index[name] - 1)
}

// place returns where the row is.
func (e *entry) place() (file string, line, column int) {
	if e.file == nil {
		return "", 0, 0
	}
	return e.file.name, e.line.line, 1
}

// tree puts each row under the row that it belongs to.
func (r *reader) tree() {
	r.roots = make(map[*tab][]*entry)
	r.top = &entry{table: r.about}
	known := make(map[*tab]map[string]*entry) // by table and keys; under nil those of all records
	for _, t := range slices.Concat([]*tab{r.about}, r.sections, r.lists()) {
		f := r.files[t]
		if f == nil {
			continue
		}
		known[t] = make(map[string]*entry)
		if t.record && known[nil] == nil {
			known[nil] = make(map[string]*entry)
		}
		var entries []*entry
		for i := range f.rows {
			entries = append(entries, &entry{table: t, file: f, line: &f.rows[i]})
		}
		entries = r.positions(entries)
		for _, e := range entries {
			r.put(e, known)
		}
	}
}

// lists returns the tables of lists, each after the one that it belongs to.
func (r *reader) lists() (all []*tab) {
	for _, t := range r.tabs {
		if t.parent != nil || t.ofRecords {
			all = append(all, t)
		}
	}
	slices.SortStableFunc(all, func(a, b *tab) int { return cmp.Compare(len(a.keys), len(b.keys)) })
	return all
}

// positions reads the positions of rows and puts the rows in that order, those
// without one last.
func (r *reader) positions(entries []*entry) []*entry {
	for _, e := range entries {
		keys := e.table.keys
		if len(keys) == 0 {
			continue
		}
		e.key = e.text(keys[len(keys)-1])
		if !e.table.extra {
			e.key = strings.TrimSpace(e.key)
		}
		if keys[len(keys)-1] != "position" || e.key == "" {
			continue
		}
		n, err := strconv.Atoi(e.key)
		if err != nil || n < 1 {
			c := e.cell("position")
			r.problem(e.file.name, c.line, c.column, entente.ErrType,
				fmt.Sprintf("position %q is not a number from 1", clip(e.key)), "leave it out for the end of the list")
			continue
		}
		e.position, e.key = n, strconv.Itoa(n)
	}
	slices.SortStableFunc(entries, func(a, b *entry) int {
		return cmp.Or(cmp.Compare(boolInt(a.position == 0), boolInt(b.position == 0)), cmp.Compare(a.position, b.position))
	})
	return entries
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// put puts an entry under the one that it belongs to.
func (r *reader) put(e *entry, known map[*tab]map[string]*entry) {
	t := e.table
	if t.single {
		if r.top.file != nil {
			file, line, column := e.place()
			r.problem(file, line, column, entente.ErrDuplicate, "a second row", "the data has one title; leave the row out")
			return
		}
		e.lists = r.top.lists
		r.top = e
		return
	}
	keys := make([]string, 0, len(t.keys))
	for _, name := range t.keys[:len(t.keys)-1] {
		key := strings.TrimSpace(e.text(name))
		if n, err := strconv.Atoi(key); err == nil && strings.HasSuffix(name, ".position") {
			key = strconv.Itoa(n)
		}
		keys = append(keys, key)
	}
	if t.parent == nil && !t.ofRecords { // a section
		r.roots[t] = append(r.roots[t], e)
	} else if parent := r.parent(t, keys, known); parent != nil {
		if parent.lists == nil {
			parent.lists = make(map[string][]*entry)
		}
		parent.lists[t.member] = append(parent.lists[t.member], e)
	} else {
		r.orphan(e, keys)
		return
	}
	if e.key == "" {
		return
	}
	keys = append(keys, e.key)
	key := strings.Join(keys, "\x00")
	if first := known[t][key]; first != nil && (t.extra || e.position > 0) {
		_, line, _ := first.place()
		c := e.cell(t.keys[len(t.keys)-1])
		r.problem(e.file.name, c.line, c.column, entente.ErrDuplicate,
			fmt.Sprintf("%s %q occurs twice, first in line %d", t.keys[len(t.keys)-1], clip(e.key), line), "")
	} else if first == nil {
		known[t][key] = e
		if t.record && known[nil][key] == nil {
			known[nil][key] = e
		}
	}
}

// parent returns the entry that an entry of the table with the keys belongs to,
// or nil.
func (r *reader) parent(t *tab, keys []string, known map[*tab]map[string]*entry) *entry {
	if t.parent != nil && t.parent.single {
		return r.top
	}
	return known[t.parent][strings.Join(keys, "\x00")]
}

// orphan reports an entry that belongs to no other.
func (r *reader) orphan(e *entry, keys []string) {
	of := "record"
	if e.table.parent != nil {
		of = "row of " + e.table.parent.name + ".csv"
	}
	for i, name := range e.table.keys[:len(keys)] {
		if keys[i] == "" {
			file, line, column := e.place()
			r.problem(file, line, column, entente.ErrMissing, "no "+name, "write which "+of+" the row belongs to")
			return
		}
	}
	c := e.cell(e.table.keys[0])
	r.problem(e.file.name, c.line, c.column, entente.ErrReference,
		fmt.Sprintf("no %s has %s %q", of, strings.Join(e.table.keys[:len(keys)], ", "), clip(strings.Join(keys, ", "))), "")
}

// encode returns the entries in the data format.
func (r *reader) encode() ([]byte, error) {
	tree := r.top.object(nil)
	if tree["format"] == nil {
		tree["format"] = entente.Format
	}
	for _, s := range r.sections {
		if entries := r.roots[s]; len(entries) > 0 {
			tree[s.member] = objectsOf(entries, s)
		}
	}
	return json.Marshal(tree, json.Deterministic(true))
}

func objectsOf(entries []*entry, section *tab) []any {
	all := make([]any, len(entries))
	for i, e := range entries {
		all[i] = e.object(section)
	}
	return all
}

// object returns the JSON object of an entry of a section.
func (e *entry) object(section *tab) map[string]any {
	o := make(map[string]any)
	if e.file == nil {
		e.addLists(o, section)
		return o
	}
	for _, c := range e.line.cells {
		h := e.file.headers[c.header]
		if h.path == nil { // a key that is no member
			continue
		}
		p := h.path
		if h.localized {
			p = append(slices.Clone(p), h.language)
		}
		in := o
		for _, name := range p[:len(p)-1] {
			inner, ok := in[name].(map[string]any)
			if !ok {
				inner = make(map[string]any)
				in[name] = inner
			}
			in = inner
		}
		col := h.column
		if h.shape == shapeValue && section != nil {
			col = section.column(e.text("member"))
		}
		in[p[len(p)-1]] = col.decode(c.text)
	}
	e.addLists(o, section)
	return o
}

// addLists adds the lists of an entry to its object.
func (e *entry) addLists(o map[string]any, section *tab) {
	for member, entries := range e.lists {
		if entries[0].table.extra {
			all := make(map[string]any)
			for _, e := range entries {
				all[e.key] = e.text("value")
			}
			o[member] = all
			continue
		}
		o[member] = objectsOf(entries, section)
	}
}
