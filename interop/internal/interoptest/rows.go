package interoptest

import (
	"strconv"
	"strings"
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

// Odd returns a file of n rows in which every cell is a word that no other cell
// has, and that says nothing in its column, except those that fixed gives for a
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

// List returns n elements of a JSON list, each the format with its number in
// place of #.
func List(n int, format string) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(strings.ReplaceAll(format, "#", strconv.Itoa(i)))
	}
	return b.String()
}
