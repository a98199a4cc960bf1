package bulletin

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/entente-go/entente/interop"
)

// blocks reads entries one at a time, and knows where everything is.
type blocks struct {
	scanner *bufio.Scanner
	most    int    // bytes of an entry
	text    string // the line
	number  int    // of the line, from 1
	err     error
}

func newBlocks(r io.Reader, most int) *blocks {
	in := &blocks{scanner: bufio.NewScanner(r), most: most}
	in.scanner.Buffer(nil, most)
	return in
}

// line reads a line. It returns false at the end and at an error.
func (in *blocks) line() bool {
	if in.err != nil || !in.scanner.Scan() {
		if in.err == nil {
			in.err = in.scanner.Err()
		}
		if errors.Is(in.err, bufio.ErrTooLong) {
			in.err = in.tooLong(in.number + 1)
		}
		return false
	}
	in.number++
	in.text = in.scanner.Text()
	return true
}

func (in *blocks) tooLong(line int) error {
	return fmt.Errorf("%w: line %d: more than %d bytes in one entry", interop.ErrLimit, line, in.most)
}

// An entry is the lines of one block.
type entry struct {
	line  int // of the first
	cells []cell
}

// A cell is a key with its value, and the place of the value.
type cell struct {
	key, value   string
	line, column int
}

// with returns c with another value at the same place.
func (c cell) with(value string) cell {
	c.value = strings.TrimSpace(value)
	return c
}

// get returns the first cell with a key, or an empty one at the beginning of the
// entry.
func (e entry) get(key string) cell {
	for _, c := range e.cells {
		if strings.EqualFold(c.key, key) {
			return c
		}
	}
	return cell{key: key, line: e.line}
}

// next reads the next entry.
func (in *blocks) next() (e entry, ok bool) {
	size := 0
	for in.line() {
		if strings.TrimSpace(in.text) == "" {
			if len(e.cells) > 0 {
				return e, true
			}
			continue
		}
		if size += len(in.text); size > in.most {
			in.err = in.tooLong(in.number)
			return entry{}, false
		}
		if e.line == 0 {
			e.line = in.number
		}
		key, value, _ := strings.Cut(in.text, ":")
		column := len(in.text) - len(strings.TrimLeft(value, " \t")) + 1
		e.cells = append(e.cells, cell{strings.TrimSpace(key), strings.TrimSpace(value), in.number, column})
	}
	return e, len(e.cells) > 0 && in.err == nil
}
