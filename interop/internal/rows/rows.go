// Package rows reads comma-separated values row by row and knows the place of
// every cell. It guesses no types, and never holds more than one row.
package rows

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/internal/sniff"
)

// A Reader reads the rows under a header. Make one with NewReader.
type Reader struct {
	csv     *csv.Reader
	input   *budget
	sniffed *sniff.Reader
	limits  interop.Options
	columns []string
	index   map[string]int

	cells    []string
	odd      []oddCell // of the row
	rejected bool
	err      error
	report   interop.Report
}

// NewReader reads the header. It returns an error that wraps
// [interop.ErrFormat] if one of the required columns is missing, and an error in
// words if the input is no text. The names of columns are compared without
// regard to case.
func NewReader(r io.Reader, o interop.Options, required ...string) (*Reader, error) {
	return newReader(r, o, required, false)
}

// NewSheetReader is like NewReader for a sheet that somebody saved: its columns
// may also be separated by semicolons or tabs, as the header shows.
func NewSheetReader(r io.Reader, o interop.Options, required ...string) (*Reader, error) {
	return newReader(r, o, required, true)
}

func newReader(r io.Reader, o interop.Options, required []string, sheet bool) (*Reader, error) {
	t := &Reader{sniffed: sniff.NewReader(r), limits: o.Limits()}
	t.input = &budget{r: &lines{r: t.sniffed}, left: t.limits.MaxRow + readAhead}
	buffered := bufio.NewReader(t.input)
	t.csv = csv.NewReader(buffered)
	if sheet {
		t.csv.Comma = separator(buffered)
	}
	t.csv.FieldsPerRecord = -1
	t.csv.ReuseRecord = true
	if head, _ := buffered.Peek(1); len(head) > 0 && head[0] == '{' {
		return nil, fmt.Errorf("%w: it is JSON already, not a table", interop.ErrFormat)
	}
	if err := t.header(required, sheet); err != nil {
		return nil, err
	}
	return t, nil
}

func (t *Reader) header(required []string, sheet bool) error {
	header, err := t.read()
	if sheet && err == nil && filled(header) < 2 {
		header, err = t.belowHeading(header)
	}
	var parse *csv.ParseError
	switch {
	case errors.Is(err, io.EOF):
		return fmt.Errorf("%w: the file is empty", interop.ErrFormat)
	case errors.As(err, &parse):
		return fmt.Errorf("%w: %d:%d: in the header, %s", interop.ErrFormat, parse.Line, parse.Column, parseReason(parse.Err))
	case err != nil:
		return err
	}
	t.index = make(map[string]int, len(header))
	for i, cell := range header {
		name, _, _ := rewrite(strings.TrimSpace(cell))
		if name == "" {
			name = "column " + strconv.Itoa(i+1)
		}
		key := strings.ToLower(name)
		if _, twice := t.index[key]; twice {
			line, column := t.csv.FieldPos(i)
			return fmt.Errorf("%w: %d:%d: the header has the column %s twice", interop.ErrFormat, line, column, Quote(name))
		}
		t.index[key] = i
		t.columns = append(t.columns, name)
	}
	var missing []string
	for _, name := range required {
		if t.Column(name) < 0 {
			missing = append(missing, name)
		}
	}
	if len(missing) > 0 {
		return fmt.Errorf("%w: the header lacks %s%s", interop.ErrFormat, strings.Join(missing, ", "), separatorHint(header))
	}
	return nil
}

// belowHeading returns the header of a sheet that has a heading above it: lines in
// which one cell is filled. Without a header below, it returns the first line.
func (t *Reader) belowHeading(first []string) ([]string, error) {
	const most = 10 // lines
	first = slices.Clone(first)
	for range most {
		header, err := t.read()
		if err != nil {
			break
		}
		if filled(header) < 2 {
			continue
		}
		line, _ := t.csv.FieldPos(0)
		t.RepairAt(1, 0, "this is no header; the columns are those of line "+strconv.Itoa(line))
		return header, nil
	}
	return first, nil
}

// filled returns how many cells of a record have text.
func filled(record []string) (n int) {
	for _, cell := range record {
		if strings.TrimSpace(cell) != "" {
			n++
		}
	}
	return n
}

// separator returns what separates the columns of a header: a comma, unless there
// are more semicolons or tabs. A line without any of them is no header. It looks at
// what one buffer holds.
func separator(r *bufio.Reader) rune {
	head, _ := r.Peek(r.Size()) // an error comes again when the header is read
	var commas, semicolons, tabs int
	quoted := false
	for _, c := range head {
		switch {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == ',':
			commas++
		case c == ';':
			semicolons++
		case c == '\t':
			tabs++
		}
		if c == '\n' && !quoted && commas+semicolons+tabs > 0 {
			break // the header ends
		}
	}
	switch {
	case semicolons > commas && semicolons >= tabs:
		return ';'
	case tabs > commas:
		return '\t'
	}
	return ','
}

// separatorHint says what to do about a header whose columns have other
// separators.
func separatorHint(columns []string) string {
	if len(columns) > 2 {
		return ""
	}
	for sep, name := range map[string]string{";": "semicolons", "\t": "tabs", "|": "bars"} {
		if strings.Contains(strings.Join(columns, ""), sep) {
			return ": its columns are separated by " + name + "; write commas"
		}
	}
	return ""
}

// read reads one record, within the limit of its length.
func (t *Reader) read() ([]string, error) {
	from := t.csv.InputOffset()
	t.input.left = t.limits.MaxRow + readAhead
	record, err := t.csv.Read()
	if errors.Is(err, errBudget) || t.csv.InputOffset()-from > int64(t.limits.MaxRow) {
		return nil, fmt.Errorf("%w: row %d is longer than %d bytes; a quotation mark may be missing",
			interop.ErrLimit, t.report.Rows+1, t.limits.MaxRow)
	}
	if err != nil {
		return nil, explain(err)
	}
	return record, nil
}

// explain says that a file which cannot be read at all is not of the format.
func explain(err error) error {
	var refusal *sniff.Refusal
	if errors.As(err, &refusal) {
		return fmt.Errorf("%w: %w", interop.ErrFormat, refusal)
	}
	return err
}

// Columns returns the names of the columns, in their order. The caller must not
// change them.
func (t *Reader) Columns() []string { return t.columns }

// Column returns the index of a column, or -1 if the header lacks it.
func (t *Reader) Column(name string) int {
	if i, ok := t.index[strings.ToLower(name)]; ok {
		return i
	}
	return -1
}

// Next reads the next row that has a value. It returns false at the end, at an
// error and when too many rows were rejected; Err tells these apart. It rejects
// rows that cannot be taken apart, and reads on.
func (t *Reader) Next() bool {
	for t.err == nil {
		t.rejected = false
		record, err := t.read()
		switch {
		case err != nil:
			if !t.passOver(err) {
				return false
			}
		case t.take(record):
			return true
		}
	}
	return false
}

// passOver rejects a row that cannot be taken apart. It returns false at the end
// of the input and for any other error.
func (t *Reader) passOver(err error) bool {
	var parse *csv.ParseError
	switch {
	case errors.As(err, &parse):
		t.report.Rows++
		t.reject(parse.Line, parse.Column, parseReason(parse.Err))
		return true
	case !errors.Is(err, io.EOF):
		t.err = err
	}
	return false
}

func parseReason(err error) string {
	switch {
	case errors.Is(err, csv.ErrBareQuote):
		return "a quotation mark in a cell that does not begin with one"
	case errors.Is(err, csv.ErrQuote):
		return "a quotation mark within a cell that is not doubled, or one that is never closed"
	}
	return err.Error()
}

// take makes the record the current row. It returns false if the record is
// blank or has to be rejected.
func (t *Reader) take(record []string) bool {
	blank := true
	t.odd = t.odd[:0]
	for i, cell := range record {
		if cell == "" {
			continue
		}
		cell = strings.TrimSpace(cell)
		if !isClean(cell) {
			line, lines, left := rewrite(cell)
			t.odd = append(t.odd, oddCell{column: i, lines: lines, left: left})
			cell = line
		}
		record[i] = cell
		blank = blank && cell == ""
	}
	if blank {
		return false
	}
	t.report.Rows++
	t.cells = record
	if surplus := record[min(len(record), len(t.columns)):]; len(surplus) > 0 {
		i := slices.IndexFunc(surplus, func(s string) bool { return s != "" })
		if i >= 0 {
			t.Reject(len(t.columns)+i, fmt.Sprintf("%d cells under %d columns", len(record), len(t.columns)))
			return false
		}
		t.cells = record[:len(t.columns)]
	}
	if len(record) < len(t.columns) {
		t.Repair(-1, fmt.Sprintf("only %d cells under %d columns, as in a file cut short; the others count as blank",
			len(record), len(t.columns)))
	}
	return true
}

// Cell returns the cell under a column, without white space around it and on
// one line. It returns "" for a blank cell, for one that a short row lacks, and
// for column -1. It reports what it changed.
func (t *Reader) Cell(column int) string {
	if column < 0 || column >= len(t.cells) {
		return ""
	}
	if odd := t.oddCell(column); odd != nil {
		t.say(odd, odd.reason(t.cells[column]))
	}
	return t.cells[column]
}

// Place returns the line and column of a cell of the row, and for column -1 or a
// cell that the row lacks the line of the row and 0.
func (t *Reader) Place(column int) (line, col int) {
	if column >= 0 && column < len(t.cells) {
		return t.csv.FieldPos(column)
	}
	line, _ = t.csv.FieldPos(0)
	return line, 0
}

// Repair reports what was done about a cell, or for -1 about the row.
func (t *Reader) Repair(column int, reason string) {
	line, col := t.Place(column)
	t.report.Repaired = append(t.report.Repaired, interop.Remark{Line: line, Column: col, Reason: reason})
}

// RepairAt reports what was done about an earlier row.
func (t *Reader) RepairAt(line, column int, reason string) {
	t.report.Repaired = append(t.report.Repaired, interop.Remark{Line: line, Column: column, Reason: reason})
}

// Reject rejects the row because of a cell, or for -1 as a whole. It does so
// once: the first reason counts.
func (t *Reader) Reject(column int, reason string) {
	line, col := t.Place(column)
	t.reject(line, col, reason)
}

// RejectAt rejects an earlier row.
func (t *Reader) RejectAt(line, column int, reason string) {
	t.rejected = false
	t.reject(line, column, reason)
}

func (t *Reader) reject(line, column int, reason string) {
	if t.rejected {
		return
	}
	t.rejected = true
	t.report.Rejected = append(t.report.Rejected, interop.Remark{Line: line, Column: column, Reason: reason})
	if len(t.report.Rejected) > t.limits.MaxRejected && t.err == nil {
		t.err = fmt.Errorf("%w: more than %d rows rejected, the last at %v", interop.ErrLimit, t.limits.MaxRejected,
			t.report.Rejected[len(t.report.Rejected)-1])
	}
}

// Rejected reports whether the row was rejected.
func (t *Reader) Rejected() bool { return t.rejected }

// Err returns the error that ended reading, or nil at the end of the input.
func (t *Reader) Err() error { return t.err }

// Report returns the report so far, in the order of the lines.
func (t *Reader) Report() interop.Report {
	report := t.report
	report.Kept = report.Rows - len(report.Rejected)
	for _, r := range t.sniffed.Repairs() {
		report.Repaired = append(report.Repaired, interop.Remark{Line: r.Line, Column: r.Column, Reason: r.Reason})
	}
	byPlace := func(a, b interop.Remark) int {
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return a.Column - b.Column
	}
	slices.SortStableFunc(report.Repaired, byPlace)
	slices.SortStableFunc(report.Rejected, byPlace)
	return report
}
