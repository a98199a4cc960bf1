package table

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/internal/rows"
	"github.com/entente-go/entente/interop/internal/sniff"
	"github.com/go-json-experiment/json"
)

// Read reads the tables that are files of fsys, in its root. A table without a
// file has no rows. If anything is wrong, it returns no records, and the error
// is an [entente.Problems] with everything that is wrong, each at its file,
// line and column, up to the limit of [entente.Limits]. Their offsets have no
// meaning.
//
// Of the options, only MaxRow counts: nothing is left out, so no row is
// rejected. The report counts the rows of all tables. Read holds all of the
// tables in memory.
//
// Read does not read datapackage.json and pairs.csv, which follow from the
// tables.
func Read(fsys fs.FS, o interop.Options) (entente.Records, interop.Report, error) {
	var records entente.Records
	r := &reader{layout: newLayout(), maxRow: o.Limits().MaxRow, left: maxBytes}
	r.open(fsys)
	if len(r.problems) > 0 {
		return records, interop.Report{}, r.sorted()
	}
	r.tree()
	data, err := r.encode()
	if err != nil {
		return records, interop.Report{}, err
	}
	_, err = entente.Decode("", bytes.NewReader(data))
	if err := r.locate(err); err != nil {
		return records, interop.Report{}, err
	}
	if err := json.Unmarshal(data, &records); err != nil {
		return entente.Records{}, interop.Report{}, err
	}
	r.report.Kept = r.report.Rows
	r.report.CountRecords(&records)
	return records, r.report, nil
}

// maxBytes is how much Read reads of all files together, as [entente.Load] does
// by default.
const maxBytes = 1 << 30

// A reader reads the tables of one dataset.
type reader struct {
	*layout
	maxRow   int
	left     int64 // how many more bytes the files may have
	files    map[*tab]*file
	problems entente.Problems
	report   interop.Report
	roots    map[*tab][]*entry // the entries of each section, in their order
	top      *entry            // the data itself
}

// A file is a table as it is read.
type file struct {
	table   *tab
	name    string
	headers []header
	index   map[string]int // of each header by its name, from 1
	rows    []line
}

// A line is a row of a file. A cell that is empty is left out.
type line struct {
	line  int
	cells []cell
}

type cell struct {
	header       int
	line, column int
	text         string
}

// cell returns the cell under a header, or nil.
func (l *line) cell(header int) *cell {
	for i := range l.cells {
		if l.cells[i].header == header {
			return &l.cells[i]
		}
	}
	return nil
}

// problem reports a problem, up to as many as [entente.Load] reports.
func (r *reader) problem(file string, line, column int, err error, message, hint string) {
	const most = 1000
	if len(r.problems) > most {
		return
	}
	if len(r.problems) == most {
		file, line, column = "", 0, 0
		err, message, hint = entente.ErrLimit, fmt.Sprintf("more than %d problems; the rest are not listed", most), ""
	}
	r.problems = append(r.problems, &entente.Problem{File: file, Line: line, Column: column, Err: err,
		Message: message, Hint: hint})
}

// open reads the files of the tables.
func (r *reader) open(fsys fs.FS) {
	r.files = make(map[*tab]*file)
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		r.problem("", 0, 0, err, err.Error(), "")
		return
	}
	var others []string
	for _, e := range entries {
		name, isTable := strings.CutSuffix(e.Name(), ".csv")
		t := r.byName[name]
		switch {
		case !isTable, name == "pairs":
		case t == nil:
			others = append(others, e.Name())
		default:
			r.table(fsys, t, e.Name())
		}
	}
	listed := false // the names of the tables, once
	for _, name := range others {
		hint := oneOf(name, r.names())
		if !strings.HasPrefix(hint, "did") {
			if listed {
				hint = ""
			}
			listed = true
		}
		r.problem(name, 0, 0, entente.ErrUnknownMember, "no table has this name", hint)
	}
	if len(r.files) == 0 && len(r.problems) == 0 {
		r.problem("", 0, 0, fs.ErrNotExist, "no table in the folder", oneOf("", r.names()))
	}
}

// names returns the names of the files.
func (r *reader) names() []string {
	names := make([]string, len(r.tabs))
	for i, t := range r.tabs {
		names[i] = t.name + ".csv"
	}
	return names
}

// oneOf says which of the names is meant: the one that begins most like it, or
// any of them.
func oneOf(name string, names []string) string {
	best, most := "", 2
	for _, s := range names {
		same := 0
		for same < len(s) && same < len(name) && s[same] == name[same] {
			same++
		}
		if same > most {
			best, most = s, same
		}
	}
	if best != "" {
		return fmt.Sprintf("did you mean %q?", best)
	}
	return "write one of " + strings.Join(names, ", ")
}

// table reads the file of a table.
func (r *reader) table(fsys fs.FS, t *tab, name string) {
	in, err := fsys.Open(path.Clean(name))
	if err != nil {
		r.problem(name, 0, 0, err, err.Error(), "")
		return
	}
	defer in.Close()
	sniffed := sniff.NewReader(in)
	limited := &limited{r: rows.Lines(sniffed), total: &r.left}
	buffered := bufio.NewReader(limited)
	limited.row = r.maxRow + readAhead
	reader := csv.NewReader(buffered)
	reader.Comma = separator(buffered)
	reader.FieldsPerRecord = -1
	reader.ReuseRecord = true
	f := &file{table: t, name: name, index: make(map[string]int)}
	for n := 0; ; n++ { // the header is row 0
		limited.row = r.maxRow + readAhead
		from := reader.InputOffset()
		cells, err := reader.Read()
		if reader.InputOffset()-from > int64(r.maxRow) {
			err = errRow
		}
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			r.unreadable(name, n, err)
			return
		}
		if n == 0 {
			r.header(f, reader, cells)
		} else {
			r.row(f, reader, cells)
		}
	}
	for _, repair := range sniffed.Repairs() {
		r.report.Repaired = append(r.report.Repaired,
			interop.Remark{Line: repair.Line, Column: repair.Column, Reason: name + ": " + repair.Reason})
	}
	r.files[t] = f
}

// unreadable reports what keeps a file from being read beyond a row.
func (r *reader) unreadable(name string, row int, err error) {
	var parse *csv.ParseError
	var refusal *sniff.Refusal
	switch {
	case errors.As(err, &refusal):
		r.problem(name, 0, 0, interop.ErrFormat, refusal.Is, refusal.Hint)
	case errors.Is(err, errRow):
		r.problem(name, 0, 0, interop.ErrLimit, fmt.Sprintf("row %d is longer than %d bytes", row, r.maxRow),
			"a quotation mark may be missing")
	case errors.Is(err, errTotal):
		r.problem(name, 0, 0, interop.ErrLimit, fmt.Sprintf("the files have more than %d bytes", maxBytes),
			"split the data")
	case errors.As(err, &parse) && errors.Is(err, csv.ErrQuote):
		r.problem(name, parse.Line, parse.Column, entente.ErrSyntax,
			"a quotation mark in a cell that is not doubled, or one that is never closed",
			"double those in the cell, and end it with a single one")
	case errors.As(err, &parse):
		r.problem(name, parse.Line, parse.Column, entente.ErrSyntax,
			"a quotation mark in a cell that does not begin with one",
			"put the cell between quotation marks, and double those in it")
	default:
		r.problem(name, 0, 0, err, err.Error(), "")
	}
}

// readAhead is as many bytes as the readers below read ahead, and some.
const readAhead = 64 << 10

var (
	errRow   = errors.New("table: the row is too long")
	errTotal = errors.New("table: the files are too large")
)

// limited ends an input that has too long a row, or is too large.
type limited struct {
	r     io.Reader
	row   int
	total *int64
}

func (l *limited) Read(p []byte) (int, error) {
	if l.row <= 0 {
		return 0, errRow
	}
	if *l.total <= 0 {
		return 0, errTotal
	}
	n, err := l.r.Read(p[:min(len(p), l.row)])
	l.row -= n
	*l.total -= int64(n)
	return n, err
}

// separator returns what separates the columns: a spreadsheet writes semicolons
// where a comma is the decimal point.
func separator(r *bufio.Reader) rune {
	head, _ := r.Peek(r.Size())
	first, _, _ := bytes.Cut(head, []byte("\n"))
	if i := bytes.IndexAny(first, ",;\t"); i >= 0 {
		return rune(first[i])
	}
	return ','
}

// header reads the header of a file.
func (r *reader) header(f *file, reader *csv.Reader, cells []string) {
	t, name := f.table, f.name
	headers := make([]header, len(cells))
	for i, cell := range cells {
		cell = strings.TrimSpace(cell)
		h, ok := t.header(cell)
		line, column := reader.FieldPos(i)
		switch {
		case cell == "":
		case !ok:
			r.problem(name, line, column, entente.ErrUnknownMember, fmt.Sprintf("unknown column %q", clip(cell)),
				oneOf(cell, t.columnNames()))
		case f.index[cell] > 0:
			r.problem(name, line, column, entente.ErrDuplicate, fmt.Sprintf("column %q occurs twice", cell), "")
		}
		headers[i] = h
		f.index[cell] = i + 1
	}
	for _, key := range t.keys {
		if key != "position" && f.index[key] == 0 {
			r.problem(name, 1, 1, entente.ErrMissing, fmt.Sprintf("no column %q", key), "")
		}
	}
	f.headers = headers
}

// header returns the header of a name.
func (t *tab) header(name string) (header, bool) {
	for _, c := range t.columns {
		if !c.localized && c.name == name {
			return header{column: c, name: name}, true
		}
		if language, ok := strings.CutPrefix(name, c.name+"."); ok && c.localized && language != "" {
			return header{column: c, name: name, language: language}, true
		}
	}
	return header{name: name}, slices.Contains(t.keys, name)
}

func (t *tab) columnNames() (names []string) {
	for _, h := range t.headers(make([]map[string]bool, len(t.columns))) {
		names = append(names, h.name)
	}
	return names
}

// row adds a row to a file, unless all of its cells are empty.
func (r *reader) row(f *file, reader *csv.Reader, cells []string) {
	isBlank := func(text string) bool { return text == "" || !f.table.extra && strings.TrimSpace(text) == "" }
	n := 0
	for _, text := range cells {
		if !isBlank(text) {
			n++
		}
	}
	if n == 0 {
		return
	}
	r.report.Rows++
	l := line{cells: make([]cell, 0, n)}
	l.line, _ = reader.FieldPos(0)
	for i, text := range cells {
		if isBlank(text) {
			continue
		}
		line, column := reader.FieldPos(i)
		if i >= len(f.headers) || f.headers[i].name == "" {
			r.problem(f.name, line, column, entente.ErrUnknownMember, "a cell without a column",
				"if it has a comma, put it between quotation marks")
			continue
		}
		l.cells = append(l.cells, cell{i, line, column, strings.Clone(text)})
	}
	f.rows = append(f.rows, l)
}

// clip shortens what a message quotes.
func clip(s string) string {
	const most = 60
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "…"
}
