package table_test

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/table"
	"github.com/go-json-experiment/json"
	"github.com/google/go-cmp/cmp"
)

func TestWrite_IsDeterministic(t *testing.T) {
	t.Parallel()
	first, second := write(t, entente.Article()), write(t, entente.Article())
	if diff := cmp.Diff(first, second); diff != "" {
		t.Errorf("(-first +second)\n%s", diff)
	}
}

func TestWrite_FillsAFolderAndAnArchive(t *testing.T) {
	t.Parallel()
	d := entente.Article()
	folder := filepath.Join(t.TempDir(), "a", "b")
	if _, err := table.Write(table.Folder(folder), d); err != nil {
		t.Fatal(err)
	}
	if _, err := table.Write(table.Folder(folder), d); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a folder with files: %v", err)
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	if _, err := table.Write(table.Zip(z), d); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	archive, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	for name, fsys := range map[string]fs.FS{"folder": os.DirFS(folder), "archive": archive} {
		records, _, err := table.Read(fsys, interop.Options{})
		if err != nil {
			t.Fatal(name, err)
		}
		back, err := entente.New(records)
		if err != nil {
			t.Fatal(name, err)
		}
		if !back.Equal(d) {
			t.Error(name, "gives other records")
		}
	}
}

var errFull = errors.New("full")

// full is a file that takes some bytes and then no more.
type full struct{ left *int }

func (f full) Write(b []byte) (int, error) {
	if *f.left -= len(b); *f.left < 0 {
		return 0, errFull
	}
	return len(b), nil
}
func (f full) Close() error { return nil }

func TestWrite_ReturnsEveryErrorOfAFile(t *testing.T) {
	t.Parallel()
	if _, err := table.Write(nil, entente.Article()); err == nil {
		t.Error("no error without a Create")
	}
	for left := range 60 {
		left *= 2000
		create := func(string) (io.WriteCloser, error) { return full{&left}, nil }
		_, err := table.Write(create, entente.Article())
		if left < 0 && !errors.Is(err, errFull) || left >= 0 && err != nil {
			t.Fatalf("%d bytes left: %v", left, err)
		}
	}
}

func TestWrite_GuardsEveryCellThatASpreadsheetRuns(t *testing.T) {
	t.Parallel()
	d, err := entente.Load(os.DirFS("testdata"), "every-member.json")
	if err != nil {
		t.Fatal(err)
	}
	for name, f := range write(t, d) {
		if !strings.HasSuffix(name, ".csv") {
			continue
		}
		rows, err := csv.NewReader(bytes.NewReader(f.Data)).ReadAll()
		if err != nil {
			t.Fatal(name, err)
		}
		for _, row := range rows {
			for i, cell := range row {
				number := strings.HasPrefix(rows[0][i], "at.") // no spreadsheet runs -35.25
				if strings.IndexAny(cell, "=+-@\t\r\n") == 0 && !number {
					t.Errorf("%s: %s: %q", name, rows[0][i], cell)
				}
			}
		}
	}
}

func TestWritePairs_TellsNothingFoundFromNotSearched(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	pair := entente.Chronicle().Between("PK", "RU").OfKind(entente.KindExercise)
	if err := table.WritePairs(&b, pair, 2013, 2016); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, row := range rows {
		if row[0] == "PK" && row[1] == "RU" {
			got = append(got, strings.Join(row[2:12], ","))
		}
	}
	want := []string{
		"2013,exercise,not covered,,,,,,0,",
		"2014,exercise,found,2,0,0,0,0,0,passex-2014-04; arabian-monsoon-2014",
		"2015,exercise,found,1,0,0,0,0,0,arabian-monsoon-2015",
		"2016,exercise,found,2,0,0,0,0,0,druzhba-1; passex-2016-12",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	b.Reset()
	if err := table.WritePairs(&b, entente.Chronicle(), 2022, 2022); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "\nPK,RU,2022,exercise,none found,0,0,0,0,0,0,,\n") {
		t.Error("2022 was searched, and nothing found")
	}
}

// A selection has rows of the whole table, for what was asked.
func TestWritePairs_OfASelectionWritesRowsOfTheWhole(t *testing.T) {
	t.Parallel()
	d := entente.Chronicle()
	lines := func(d *entente.Dataset, first, last int) []string {
		var b bytes.Buffer
		if err := table.WritePairs(&b, d, first, last); err != nil {
			t.Fatal(err)
		}
		return strings.SplitAfter(b.String(), "\n")
	}
	whole := make(map[string]bool)
	for _, l := range lines(d, 1900, 2030) {
		whole[l] = true
	}
	during := edtf.MustParsePeriod("2015/2022")
	for name, c := range map[string]struct {
		d     *entente.Dataset
		pairs string
	}{
		"years": {d.During(during), ""}, "a pair": {d.Between("PK", "RU").During(during), "PK,RU,"},
		"one": {d.During(during).Involving("IN"), "IN"},
	} {
		got := lines(c.d, 0, 0)
		if len(got) < 10 {
			t.Errorf("%s: %d lines", name, len(got))
		}
		for _, l := range got[1:] {
			if l == "" {
				continue
			}
			if !whole[l] || !strings.Contains(l, c.pairs) {
				t.Fatalf("%s: %s", name, l)
			}
			if cells := strings.Split(l, ","); len(cells) > 2 && (cells[2] < "2015" || cells[2] > "2022") {
				t.Fatalf("%s: the year was not asked: %s", name, l)
			}
		}
	}
}

func TestWrite_SaysThatASelectionHasNoCoverage(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		d    *entente.Dataset
		want string
		file bool
	}{
		"whole":     {entente.Chronicle(), "nothing lost", true},
		"selection": {entente.Chronicle().Involving("PK"), "coverage", false},
	} {
		files := make(fstest.MapFS)
		losses, err := table.Write(into(files), c.d)
		if err != nil {
			t.Fatal(err)
		}
		if file := files["coverage.csv"] != nil; losses.String() != c.want || file != c.file {
			t.Errorf("%s: %v, coverage.csv %v", name, losses, file)
		}
	}
}

func TestWritePairs_CountsTheRecordsThatItLists(t *testing.T) {
	t.Parallel()
	files := write(t, entente.Chronicle())
	rows, err := csv.NewReader(bytes.NewReader(files["pairs.csv"].Data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[1:] {
		n := 0
		for _, cell := range row[5:10] {
			if cell == "" {
				continue
			}
			count, err := strconv.Atoi(cell)
			if err != nil {
				t.Fatal(row, err)
			}
			n += count
		}
		listed := 0
		if row[11] != "" {
			listed = strings.Count(row[11], ";") + 1
		}
		if n != listed || listed > 0 && row[12] == "" {
			t.Errorf("%d records counted, %d listed: %q", n, listed, row)
		}
	}
}

// The parts of datapackage.json that other programs go by.
type description struct {
	Profile   string                  `json:"profile"`
	Title     string                  `json:"title"`
	Version   string                  `json:"version"`
	Licences  []struct{ Name string } `json:"licenses"`
	Resources []struct {
		Name, Path string
		Schema     struct {
			Fields []struct {
				Name, Type  string
				Constraints struct {
					Required bool
					Enum     []string
				}
			}
			PrimaryKey  []string `json:"primaryKey"`
			ForeignKeys []struct {
				Fields    []string
				Reference struct {
					Resource string
					Fields   []string
				}
			} `json:"foreignKeys"`
			MissingValues []string `json:"missingValues"`
		}
	}
}

func TestWrite_DescribesItsTables(t *testing.T) {
	every, err := entente.Load(os.DirFS("testdata"), "every-member.json")
	if err != nil {
		t.Fatal(err)
	}
	for name, d := range map[string]*entente.Dataset{
		"article": entente.Article(), "chronicle": entente.Chronicle(), "every member": every, "empty": nil,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			checkDescription(t, write(t, d))
		})
	}
}

// checkDescription holds the tables to what datapackage.json says of them.
func checkDescription(t *testing.T, files fstest.MapFS) {
	var p description
	err := json.Unmarshal(files["datapackage.json"].Data, &p, json.MatchCaseInsensitiveNames(true))
	if err != nil {
		t.Fatal(err)
	}
	left := slices.DeleteFunc(slices.Collect(maps.Keys(files)), func(s string) bool { return s == "datapackage.json" })
	columns := make(map[string]map[string][]string) // by table and column
	values := func(table string, names []string) map[string]bool {
		all := make(map[string]bool)
		for i := range columns[table][names[0]] {
			key := ""
			for _, name := range names {
				key += columns[table][name][i] + "\x00"
			}
			all[key] = true
		}
		return all
	}
	for _, r := range p.Resources {
		left = slices.DeleteFunc(left, func(s string) bool { return s == r.Path })
		rows, err := csv.NewReader(bytes.NewReader(files[r.Path].Data)).ReadAll()
		if err != nil {
			t.Fatal(r.Path, err)
		}
		columns[r.Name] = make(map[string][]string)
		if len(rows[0]) != len(r.Schema.Fields) {
			t.Errorf("%s has the columns %q, not %v", r.Path, rows[0], r.Schema.Fields)
			continue
		}
		for i, f := range r.Schema.Fields {
			if rows[0][i] != f.Name {
				t.Errorf("%s: column %q, not %q", r.Path, rows[0][i], f.Name)
			}
			for _, row := range rows[1:] {
				columns[r.Name][f.Name] = append(columns[r.Name][f.Name], row[i])
				if cell := row[i]; slices.Contains(r.Schema.MissingValues, cell) {
					if f.Constraints.Required {
						t.Errorf("%s: %s is missing in %q", r.Path, f.Name, row)
					}
				} else if !isA(cell, f.Type) || f.Constraints.Enum != nil && !slices.Contains(f.Constraints.Enum, cell) {
					t.Errorf("%s: %s: %q is no %s", r.Path, f.Name, cell, f.Type)
				}
			}
		}
		if keys := r.Schema.PrimaryKey; len(keys) > 0 && len(values(r.Name, keys)) != len(rows)-1 {
			t.Errorf("%s: %d values of %q in %d rows", r.Path, len(values(r.Name, keys)), keys, len(rows)-1)
		}
	}
	if len(left) > 0 {
		t.Errorf("not described: %q", left)
	}
	for _, r := range p.Resources {
		for _, k := range r.Schema.ForeignKeys {
			to := values(k.Reference.Resource, k.Reference.Fields)
			for key := range values(r.Name, k.Fields) {
				if !to[key] {
					t.Errorf("%s: %q refers to nothing in %s", r.Path, key, k.Reference.Resource)
				}
			}
		}
	}
}

func isA(cell, typ string) bool {
	var v any
	switch typ {
	case "integer":
		return strings.Trim(cell, "0123456789") == ""
	case "number":
		err := json.Unmarshal([]byte(cell), &v)
		_, isNumber := v.(float64)
		return err == nil && isNumber
	case "boolean":
		return cell == "true" || cell == "false"
	}
	return typ == "string"
}
