package parquet_test

import (
	"bytes"
	"context"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
	"github.com/apache/arrow-go/v18/arrow/memory"
	"github.com/apache/arrow-go/v18/parquet/file"
	"github.com/apache/arrow-go/v18/parquet/pqarrow"
	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop/parquet"
	"github.com/entente-go/entente/interop/table"
	"github.com/go-json-experiment/json"
	"github.com/google/go-cmp/cmp"
)

// files are what is written, by name.
type files map[string]*bytes.Buffer

func (f files) create(name string) (io.WriteCloser, error) {
	f[name] = new(bytes.Buffer)
	return noClose{f[name]}, nil
}

type noClose struct{ io.Writer }

func (noClose) Close() error { return nil }

func write(t testing.TB, d *entente.Dataset, o parquet.Options) files {
	t.Helper()
	f := make(files)
	losses, err := parquet.Write(f.create, d, o)
	if err != nil {
		t.Fatal(err)
	}
	if len(losses) > 0 {
		t.Errorf("lost %v", losses)
	}
	return f
}

// read returns the rows of a file as another implementation of Parquet reads them,
// and the number of row groups.
func (f files) read(t testing.TB, name string) (rows []map[string]any, groups int) {
	t.Helper()
	data, ok := f[name+".parquet"]
	if !ok {
		t.Fatalf("no %s", name)
	}
	r, err := file.NewParquetReader(bytes.NewReader(data.Bytes()))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	defer r.Close()
	a, err := pqarrow.NewFileReader(r, pqarrow.ArrowReadProperties{}, memory.DefaultAllocator)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	all, err := a.ReadTable(context.Background())
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	defer all.Release()
	batches := array.NewTableReader(all, 1000)
	defer batches.Release()
	for batches.Next() {
		b := batches.RecordBatch()
		for i := range int(b.NumRows()) {
			row := make(map[string]any)
			for k, column := range b.Columns() {
				row[b.ColumnName(k)] = value(column, i)
			}
			rows = append(rows, row)
		}
	}
	return rows, r.NumRowGroups()
}

// value returns an element of an Arrow array.
func value(a arrow.Array, i int) any {
	if a.IsNull(i) {
		return nil
	}
	switch a := a.(type) {
	case *array.String:
		return strings.Clone(a.Value(i))
	case *array.Int64:
		return float64(a.Value(i))
	case *array.Float64:
		return a.Value(i)
	case *array.Boolean:
		return a.Value(i)
	case *array.Date32:
		return a.Value(i).FormattedString()
	case *array.Map: // before lists, because it is one
		m := make(map[string]any)
		start, end := a.ValueOffsets(i)
		for k := start; k < end; k++ {
			m[value(a.Keys(), int(k)).(string)] = value(a.Items(), int(k))
		}
		return m
	case *array.List:
		list := []any{}
		start, end := a.ValueOffsets(i)
		for k := start; k < end; k++ {
			list = append(list, value(a.ListValues(), int(k)))
		}
		return list
	case *array.Struct:
		o := make(map[string]any)
		for k := range a.NumField() {
			o[a.DataType().(*arrow.StructType).Field(k).Name] = value(a.Field(k), i)
		}
		return o
	}
	return "unexpected type " + a.DataType().String()
}

func TestWrite_LosesNothing(t *testing.T) {
	t.Parallel()
	every, err := entente.Load(os.DirFS("../table/testdata"), "every-member.json")
	if err != nil {
		t.Fatal(err)
	}
	for name, d := range map[string]*entente.Dataset{
		"article":      entente.Article(),
		"chronicle":    entente.Chronicle(),
		"selection":    entente.Chronicle().Between("PK", "RU").OfKind(entente.KindExercise),
		"every member": every,
		"empty":        nil,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var want map[string]any
			data, err := d.MarshalJSON()
			if err != nil {
				t.Fatal(err)
			}
			if err := json.Unmarshal(data, &want); err != nil {
				t.Fatal(err)
			}
			got := gather(t, write(t, d, parquet.Options{}))
			if diff := cmp.Diff(bare(want, ""), bare(got, "")); diff != "" {
				t.Errorf("(-written +read)\n%s", diff)
			}
		})
	}
}

// gather returns the data that the tables hold, in the form of a data file.
func gather(t *testing.T, f files) map[string]any {
	whole, _ := f.read(t, "dataset")
	if len(whole) != 1 {
		t.Fatalf("%d rows of dataset", len(whole))
	}
	known := make(map[string]bool)
	for _, topic := range (*entente.Dataset)(nil).Topics() {
		known[string(topic.ID)] = true
	}
	for name := range f {
		name = strings.TrimSuffix(name, ".parquet")
		if name == "dataset" || name == "pairs" {
			continue
		}
		rows, _ := f.read(t, name)
		list := []any{}
		for _, row := range rows {
			if name != "topics" || !known[row["id"].(string)] {
				list = append(list, row)
			}
		}
		whole[0][name] = list
	}
	return whole[0]
}

// bare returns a value without what says that there is none, without the days of
// dates, and with the values of claims as text.
func bare(v any, member string) any {
	switch v := v.(type) {
	case map[string]any:
		o := make(map[string]any)
		for k, e := range v {
			if strings.HasSuffix(k, "_first") || strings.HasSuffix(k, "_last") {
				continue
			}
			if e := bare(e, k); e != nil {
				o[k] = e
			}
		}
		if claim, ok := v["value"]; ok && v["member"] != nil && claim != nil {
			made, err := entente.ValueOf(claim)
			if err != nil {
				return err
			}
			if s, isText := claim.(string); isText {
				o["value"] = canonical(s)
			} else {
				o["value"] = canonical(made.String())
			}
		}
		if len(o) == 0 {
			return nil
		}
		return o
	case []any:
		list := []any{}
		for _, e := range v {
			list = append(list, bare(e, member))
		}
		if len(list) == 0 {
			return nil
		}
		return list
	}
	return v
}

// canonical returns a text as JSON in one form, if it is JSON.
func canonical(s string) any {
	var v any
	if json.Unmarshal([]byte(s), &v) != nil {
		return s
	}
	return v
}

func TestWrite_GivesTheDaysOfDates(t *testing.T) {
	t.Parallel()
	d, err := entente.Decode("data", strings.NewReader(`{"format": "entente/1",
		"sources": [{"id": "s", "published": "2024-02"}],
		"agreements": [{"id": "a", "when": "1955-02-24", "in_force": "1955-02-24/..", "basis": "reported",
			"cites": [{"source": "s"}], "parties": [{"actor": "PK", "period": "1955/1979-03"}, {"actor": "TR"}]}]}`))
	if err != nil {
		t.Fatal(err)
	}
	f := write(t, d, parquet.Options{})
	sources, _ := f.read(t, "sources")
	agreements, _ := f.read(t, "agreements")
	a := agreements[0]
	party := a["parties"].([]any)[0].(map[string]any)
	got := []any{sources[0]["published_first"], sources[0]["published_last"], a["when_first"], a["when_last"],
		a["in_force_first"], a["in_force_last"], party["period_first"], party["period_last"]}
	want := []any{"2024-02-01", "2024-02-29", "1955-02-24", "1955-02-24", "1955-02-24", nil, "1955-01-01", "1979-03-31"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// The pairs are those of pairs.csv.
func TestWrite_CountsPairsAsTablesDo(t *testing.T) {
	t.Parallel()
	for _, d := range []*entente.Dataset{entente.Article(), entente.Chronicle().Between("PK", "RU"), nil} {
		var text strings.Builder
		if err := table.WritePairs(&text, d, 0, 0); err != nil {
			t.Fatal(err)
		}
		var got strings.Builder
		got.WriteString("a,b,year,kind,answer,bilateral,multilateral,headlines,not_held,maybe,undated,records,sources\n")
		rows, _ := write(t, d, parquet.Options{}).read(t, "pairs")
		for _, row := range rows {
			for i, name := range strings.Split("a,b,year,kind,answer,bilateral,multilateral,headlines,not_held,maybe,undated", ",") {
				if i > 0 {
					got.WriteByte(',')
				}
				got.WriteString(cell(row[name]))
			}
			got.WriteString("," + cell(row["records"]) + "," + cell(row["sources"]) + "\n")
		}
		if diff := cmp.Diff(text.String(), got.String()); diff != "" {
			t.Errorf("(-CSV +Parquet)\n%s", diff)
		}
	}
}

func cell(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case []any:
		var all []string
		for _, e := range v {
			all = append(all, cell(e))
		}
		return strings.Join(all, "; ")
	case string:
		return v
	}
	b, err := json.Marshal(v)
	if err != nil {
		return err.Error()
	}
	return string(b)
}

func TestWrite_DividesRowsIntoGroups(t *testing.T) {
	t.Parallel()
	d := entente.Chronicle()
	many, one := write(t, d, parquet.Options{RowGroup: 10}), write(t, d, parquet.Options{})
	rows, groups := many.read(t, "exercises")
	if want := (len(rows) + 9) / 10; groups != want {
		t.Errorf("%d groups for %d rows", groups, len(rows))
	}
	whole, groups := one.read(t, "exercises")
	if diff := cmp.Diff(whole, rows); diff != "" || groups != 1 {
		t.Errorf("%d groups (-one +many)\n%s", groups, diff)
	}
}

func TestWrite_GivesEqualFilesForEqualDatasets(t *testing.T) {
	t.Parallel()
	data, err := entente.Chronicle().MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	again, err := entente.Decode("again", bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	a, b := write(t, entente.Chronicle(), parquet.Options{}), write(t, again, parquet.Options{})
	for name := range a {
		if !bytes.Equal(a[name].Bytes(), b[name].Bytes()) {
			t.Errorf("%s differs", name)
		}
	}
}

// The columns do not depend on the data, so that files can be read together.
func TestWrite_HasTheSameColumnsForAllData(t *testing.T) {
	t.Parallel()
	a, b := write(t, entente.Chronicle(), parquet.Options{}), write(t, nil, parquet.Options{})
	if len(a) != len(b) {
		t.Fatalf("%d and %d files", len(a), len(b))
	}
	for name := range a {
		if diff := cmp.Diff(columns(t, a[name]), columns(t, b[name])); diff != "" {
			t.Errorf("%s\n%s", name, diff)
		}
	}
}

func columns(t *testing.T, data *bytes.Buffer) string {
	r, err := file.NewParquetReader(bytes.NewReader(data.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	return r.MetaData().Schema.String()
}

func TestWrite_RefusesWhatCannotBe(t *testing.T) {
	t.Parallel()
	if _, err := parquet.Write(nil, nil, parquet.Options{}); err == nil {
		t.Error("nothing to make files with is accepted")
	}
	if _, err := parquet.Write(files{}.create, nil, parquet.Options{RowGroup: -1}); err == nil {
		t.Error("a negative number of rows is accepted")
	}
	full := func(string) (io.WriteCloser, error) { return noClose{failing{}}, nil }
	if _, err := parquet.Write(full, entente.Article(), parquet.Options{}); err == nil {
		t.Error("a failure to write is not reported")
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, io.ErrShortWrite }
