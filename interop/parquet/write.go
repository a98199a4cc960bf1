package parquet

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"reflect"
	"slices"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/table"
	parquet "github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"
)

// Options are the settings of [Write]. The zero Options means the defaults,
// which suit most engines.
type Options struct {
	// RowGroup is the maximum number of rows of a row group. Zero means
	// 100,000. A group is held in memory until it is full.
	RowGroup int
}

// defaultRowGroup is near what engines write: 122,880 in DuckDB.
const defaultRowGroup = 100_000

// Write writes d as tables. It writes what [entente.Dataset.WriteTo] writes: of a
// narrowed dataset also the records to which its records refer. Nothing is lost, so
// the list is empty. The files are the same for equal datasets. Each file is closed
// before the next is made.
func Write(create table.Create, d *entente.Dataset, o Options) (interop.Losses, error) {
	if create == nil {
		return nil, errors.New("parquet: nothing to make files with")
	}
	if o.RowGroup < 0 {
		return nil, fmt.Errorf("parquet: a row group of %d rows", o.RowGroup)
	}
	if o.RowGroup == 0 {
		o.RowGroup = defaultRowGroup
	}
	whole, err := entente.Merge(d) // with what the records of a selection refer to
	if err != nil {
		return nil, err
	}
	w := writer{create: create, options: o}
	for _, f := range sections() {
		if err := w.table(f.name, f.typ, rows(whole, f.typ)); err != nil {
			return nil, err
		}
	}
	if err := w.table("dataset", reflect.TypeFor[about](), one(aboutOf(whole))); err != nil {
		return nil, err
	}
	return nil, w.table("pairs", reflect.TypeFor[pair](), pairs(d))
}

// about is the row of dataset.parquet.
type about struct {
	Format  string          `json:"format"`
	Title   entente.Text    `json:"title,omitzero"`
	Edition entente.Edition `json:"edition,omitzero"`
	Authors []string        `json:"authors,omitempty"`
	Licence string          `json:"licence,omitzero"`
	Extra   entente.Extra   `json:"extra,omitempty"`
}

func aboutOf(d *entente.Dataset) about {
	return about{entente.Format, d.Title(), d.Edition(), d.Authors(), d.Licence(), d.Extra()}
}

// A section is a list of a data file.
type section struct {
	name string
	typ  reflect.Type
}

// sections returns the lists of a data file that are tables, which follow from its
// type.
func sections() (all []section) {
	t := reflect.TypeFor[entente.Records]()
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Type == reflect.TypeFor[entente.Extra]() || f.Type.Kind() != reflect.Slice ||
			f.Type.Elem().Kind() != reflect.Struct {
			continue
		}
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		all = append(all, section{name, f.Type.Elem()})
	}
	return all
}

// A sequence calls yield for each row, until yield returns an error.
type sequence func(yield func(row any) error) error

func one(row any) sequence {
	return func(yield func(any) error) error { return yield(row) }
}

// rows returns the entries of a type, in the order of the dataset.
func rows(d *entente.Dataset, of reflect.Type) sequence {
	return func(yield func(any) error) error {
		switch zero := reflect.Zero(of).Interface().(type) {
		case entente.Coverage:
			return each(slices.Values(d.Coverage()), yield)
		case entente.TopicDeclaration:
			return each(slices.Values(d.Topics()), yield)
		case entente.Source:
			return each(d.Sources(), yield)
		case entente.Record:
			return each(d.OfKind(zero.Kind()).All(), yield)
		}
		return nil
	}
}

func each[T any](all iter.Seq[T], yield func(any) error) error {
	for v := range all {
		if err := yield(v); err != nil {
			return err
		}
	}
	return nil
}

// A writer writes the files of one dataset.
type writer struct {
	create  table.Create
	options Options
}

// table writes the file of a table.
func (w *writer) table(name string, of reflect.Type, rows sequence) error {
	name += ".parquet"
	f, err := w.create(name)
	if err != nil {
		return fmt.Errorf("parquet: %w", err)
	}
	err = w.rows(f, of, rows)
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return fmt.Errorf("parquet: %s: %w", name, err)
	}
	return nil
}

func (w *writer) rows(f io.Writer, of reflect.Type, rows sequence) error {
	s := newShape(of)
	out := parquet.NewWriter(f, parquet.NewSchema(strings.ToLower(of.Name()), s.node),
		parquet.Compression(&zstd.Codec{}),
		parquet.MaxRowsPerRowGroup(int64(w.options.RowGroup)),
		parquet.CreatedBy("entente", "1", "0"))
	row := newRow(s.leaves)
	batch := make([]parquet.Row, 1)
	err := rows(func(v any) error {
		batch[0] = row.of(s, v)
		_, err := out.WriteRows(batch)
		return err
	})
	return errors.Join(err, out.Close())
}
