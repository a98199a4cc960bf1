// Package rowstest helps to test readers of rows. Only tests import it.
package rowstest

import (
	"bytes"
	"strconv"
	"strings"
	"testing"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop"
)

// Table returns a file of comma-separated values under a header. Each row gives
// cells as "column=value"; the others are blank.
func Table(header string, rows ...[]string) string {
	columns := strings.Split(header, ",")
	var b strings.Builder
	b.WriteString(header + "\n")
	for _, row := range rows {
		cells := make([]string, len(columns))
		for _, pair := range row {
			column, value, _ := strings.Cut(pair, "=")
			for i, name := range columns {
				if name == column {
					cells[i] = quote(value)
				}
			}
		}
		b.WriteString(strings.Join(cells, ",") + "\n")
	}
	return b.String()
}

func quote(cell string) string {
	if strings.ContainsAny(cell, "\",\r\n") {
		return `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
	}
	return cell
}

// Accept fails the test unless the report adds up, nothing is lost, and the
// records are what [entente.New] and [entente.Decode] take. It returns them as a
// dataset.
func Accept(t testing.TB, records entente.Records, report interop.Report) *entente.Dataset {
	t.Helper()
	if report.Rows != report.Kept+len(report.Rejected) || len(report.Lost) > 0 {
		t.Fatalf("the report does not add up: %+v", report)
	}
	d, err := entente.New(records)
	if err != nil {
		t.Fatalf("New: %v", err)
	}
	var b bytes.Buffer
	if _, err := d.WriteTo(&b); err != nil {
		t.Fatalf("WriteTo: %v", err)
	}
	again, err := new(entente.Loader).Decode("written.json", &b)
	if err != nil {
		t.Fatalf("Decode: %v", err)
	}
	if !d.Equal(again) {
		t.Fatal("what was written is read as something else")
	}
	return d
}

// Reasons returns the remarks as lines.
func Reasons(remarks []interop.Remark) string {
	var lines []string
	for _, r := range remarks {
		lines = append(lines, r.String())
	}
	return strings.Join(lines, "\n")
}

// Odd returns a file of n rows in which every cell is a word that no other cell
// is, and that says nothing in its column, but for those that fixed gives for a
// row. It returns the words too.
func Odd(header string, n int, fixed func(row int, column string) (cell string, ok bool)) (text string, words []string) {
	columns := strings.Split(header, ",")
	rows := make([][]string, n)
	for i := range rows {
		for k, column := range columns {
			cell, ok := fixed(i, column)
			if !ok {
				cell = "w" + strconv.Itoa(i) + "x" + strconv.Itoa(k) + "y"
				words = append(words, cell)
			}
			rows[i] = append(rows[i], column+"="+cell)
		}
	}
	return Table(header, rows...), words
}

// Holds fails the test for each of the words that is not in the dataset as it is
// written.
func Holds(t testing.TB, d *entente.Dataset, words []string) {
	t.Helper()
	var b bytes.Buffer
	if _, err := d.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	written := b.String()
	for _, word := range words {
		if !strings.Contains(written, word) {
			t.Errorf("%s is lost", word)
		}
	}
}
