package table

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop"
	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// A Create makes the file with a name such as "exercises.csv" and returns it
// for writing. [Write] closes each before it makes the next, so the files can
// be those of a zip archive.
type Create func(name string) (io.WriteCloser, error)

// Folder returns a [Create] that makes the files in a folder, and the folder if
// there is none. It refuses to replace a file.
func Folder(path string) Create {
	return func(name string) (io.WriteCloser, error) {
		if err := os.MkdirAll(path, 0o777); err != nil {
			return nil, err
		}
		return os.OpenFile(filepath.Join(path, name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	}
}

// Zip returns a [Create] that adds the files to an archive, which the caller
// closes. A [zip.Reader] of it can be given to [Read].
func Zip(w *zip.Writer) Create {
	return func(name string) (io.WriteCloser, error) {
		f, err := w.Create(name)
		return noClose{f}, err
	}
}

type noClose struct{ io.Writer }

func (noClose) Close() error { return nil }

// Write writes d as tables, and last datapackage.json, which describes them. It
// writes what [entente.Dataset.WriteTo] writes: of a narrowed dataset also the
// records to which its records refer. The only loss is the coverage of a narrowed
// dataset: it says what was searched for all the data, and there is no
// coverage.csv. The files are the same for equal datasets. Write keeps the JSON of
// d in memory while it writes.
func Write(create Create, d *entente.Dataset) (interop.Losses, error) {
	if create == nil {
		return nil, errors.New("table: nothing to make files with")
	}
	data, err := d.MarshalJSON()
	if err != nil {
		return nil, err
	}
	w := &writer{layout: newLayout(), create: create}
	if err := json.Unmarshal(data, &w.data); err != nil {
		return nil, err
	}
	if err := w.measure(); err != nil {
		return nil, err
	}
	for _, t := range w.tabs {
		if w.headers[t] != nil {
			if err := w.table(t); err != nil {
				return nil, err
			}
		}
	}
	if err := w.file("pairs.csv", func(f io.Writer) error { return WritePairs(f, d, 0, 0) }); err != nil {
		return nil, err
	}
	var losses interop.Losses
	if _, ok := w.data["coverage"]; !ok {
		losses.AddN(0, "coverage", len(d.Coverage()))
	}
	return losses, w.file("datapackage.json", func(f io.Writer) error { return w.describe(f, d) })
}

// A writer writes the tables of one dataset.
type writer struct {
	*layout
	create  Create
	data    object
	headers map[*tab][]header // of the tables that have rows
}

// A header is a column of a file: a column of the table in one language.
type header struct {
	column
	name     string
	language string
}

func (w *writer) file(name string, write func(io.Writer) error) error {
	f, err := w.create(name)
	if err != nil {
		return fmt.Errorf("table: %w", err)
	}
	err = write(f)
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return fmt.Errorf("table: %s: %w", name, err)
	}
	return nil
}

// A row is an object with the keys of its table.
type row struct {
	table   *tab
	section *tab
	keys    []string
	object  object
}

// rows calls visit for the rows of a table, in their order, or of all tables if
// it is nil.
func (w *writer) rows(of *tab, visit func(row) error) error {
	if of == nil || of == w.about || of.parent == w.about {
		if err := of.visit(row{table: w.about, section: w.about, object: w.data}, visit); err != nil {
			return err
		}
	}
	for _, s := range w.sections {
		if of != nil && !s.leadsTo(of) || w.data[s.member] == nil {
			continue
		}
		if err := of.elements(row{section: s}, s, w.data[s.member], visit); err != nil {
			return err
		}
	}
	return nil
}

// leadsTo reports whether rows of t have rows of the other table.
func (t *tab) leadsTo(other *tab) bool {
	return t == other || slices.ContainsFunc(t.lists, func(l *tab) bool { return l.leadsTo(other) })
}

// visit visits a row and the rows of its lists, if they are of the table.
func (of *tab) visit(r row, visit func(row) error) error {
	if of == nil || of == r.table {
		if err := visit(r); err != nil {
			return err
		}
	}
	for _, l := range r.table.lists {
		if of != nil && !l.leadsTo(of) || r.object[l.member] == nil {
			continue
		}
		if err := of.elements(r, l, r.object[l.member], visit); err != nil {
			return err
		}
	}
	return nil
}

// elements visits the elements of a list, each a row of table t.
func (of *tab) elements(r row, t *tab, list jsontext.Value, visit func(row) error) error {
	if t.extra {
		var entries object
		if err := json.Unmarshal(list, &entries); err != nil {
			return err
		}
		for _, key := range slices.Sorted(maps.Keys(entries)) {
			keys := append(slices.Clone(r.keys), key)
			if err := visit(row{t, r.section, keys, object{"value": entries[key]}}); err != nil {
				return err
			}
		}
		return nil
	}
	dec := jsontext.NewDecoder(bytes.NewReader(list)) // one element at a time
	if _, err := dec.ReadToken(); err != nil {
		return err
	}
	for i := 1; dec.PeekKind() != ']'; i++ {
		var o object
		if err := json.UnmarshalDecode(dec, &o); err != nil {
			return err
		}
		key := strconv.Itoa(i)
		if t.identity {
			key = plain(o["id"])
		}
		if err := of.visit(row{t, r.section, append(slices.Clone(r.keys), key), o}, visit); err != nil {
			return err
		}
	}
	return nil
}

// measure finds the tables that have rows, and the languages of their columns.
func (w *writer) measure() error {
	languages := make(map[*tab][]map[string]bool)
	err := w.rows(nil, func(r row) error {
		if languages[r.table] == nil {
			languages[r.table] = make([]map[string]bool, len(r.table.columns))
		}
		for i, c := range r.table.columns {
			v := at(r.object, c.path)
			if !c.localized || v == nil {
				continue
			}
			var words object
			if err := json.Unmarshal(v, &words); err != nil {
				return err
			}
			if languages[r.table][i] == nil {
				languages[r.table][i] = make(map[string]bool)
			}
			for tag := range words {
				languages[r.table][i][tag] = true
			}
		}
		return nil
	})
	w.headers = make(map[*tab][]header)
	for t, used := range languages {
		w.headers[t] = t.headers(used)
	}
	return err
}

// headers returns the columns of a file. A text without words has a column in
// English, so that an editor finds it.
func (t *tab) headers(languages []map[string]bool) (all []header) {
	keys := t.keys
	if t.identity {
		keys = nil // it is a member
	}
	for _, key := range keys {
		all = append(all, header{name: key})
	}
	for i, c := range t.columns {
		if !c.localized {
			all = append(all, header{column: c, name: c.name})
			continue
		}
		tags := slices.Sorted(maps.Keys(languages[i]))
		if len(tags) == 0 {
			tags = []string{"en"}
		}
		for _, tag := range tags {
			all = append(all, header{column: c, name: c.name + "." + tag, language: tag})
		}
	}
	return all
}

// table writes the file of a table.
func (w *writer) table(t *tab) error {
	return w.file(t.name+".csv", func(f io.Writer) error {
		out := csv.NewWriter(f)
		headers := w.headers[t]
		cells := make([]string, len(headers))
		for i, h := range headers {
			cells[i] = h.name
		}
		if err := out.Write(cells); err != nil {
			return err
		}
		err := w.rows(t, func(r row) (err error) {
			for i, h := range headers {
				if h.path == nil {
					cells[i] = guard(r.keys[i])
				} else if cells[i], err = w.cell(h, r); err != nil {
					return err
				}
			}
			return out.Write(cells)
		})
		out.Flush()
		return errors.Join(err, out.Error())
	})
}

func (w *writer) cell(h header, r row) (string, error) {
	v := at(r.object, h.path)
	switch {
	case v == nil:
		return "", nil
	case h.localized:
		var words object
		if err := json.Unmarshal(v, &words); err != nil {
			return "", err
		}
		v = words[h.language]
	case h.shape == shapeValue:
		return r.section.column(plain(r.object["member"])).encode(v)
	}
	return h.encode(v)
}

// column returns the column that holds a member in one cell, which is how the
// value of a claim about it is written. Other values are written as JSON.
func (t *tab) column(member string) column {
	for _, c := range t.columns {
		if c.name == member && !c.localized {
			return c
		}
	}
	return column{shape: shapeValue}
}
