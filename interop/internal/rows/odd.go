package rows

import "slices"

// An oddCell is a cell that has several lines, tabs or characters that records
// must not have.
type oddCell struct {
	column int
	lines  string // without those characters, but with its lines and tabs
	left   bool   // whether characters were left out
	said   bool   // whether that was reported
}

// reason says what was changed to make words of the cell, or "" for nothing.
func (c *oddCell) reason(words string) string {
	const lines, left = "line breaks and tabs became spaces", "characters that cannot be seen were left out"
	switch {
	case words != c.lines && c.left:
		return lines + ", and " + left
	case words != c.lines:
		return lines
	case c.left:
		return left
	}
	return ""
}

// Whole is like Cell for a value of an extra, which may have line breaks and tabs.
func (t *Reader) Whole(column int) string {
	odd := t.oddCell(column)
	if odd == nil {
		return t.Cell(column)
	}
	t.say(odd, odd.reason(odd.lines))
	return odd.lines
}

func (t *Reader) oddCell(column int) *oddCell {
	if len(t.odd) == 0 {
		return nil
	}
	i, ok := slices.BinarySearchFunc(t.odd, column, func(c oddCell, column int) int { return c.column - column })
	if !ok {
		return nil
	}
	return &t.odd[i]
}

// say reports what was made of a cell, once.
func (t *Reader) say(odd *oddCell, reason string) {
	if reason != "" && !odd.said {
		odd.said = true
		t.Repair(odd.column, reason)
	}
}
