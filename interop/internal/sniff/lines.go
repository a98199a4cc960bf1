package sniff

import (
	"bytes"
	"io"
)

// Lines tells lines and columns from offsets while a text is read. It keeps the
// line ends only from the last place asked for, so that a text is never held.
// Make one with [NewLines].
type Lines struct {
	src   io.Reader
	read  int64   // how many bytes were read
	ends  []int64 // the offsets after line ends
	first int     // the first of ends that is ahead
	line  int
	begin int64 // the offset of the line
}

// NewLines returns a Lines that reads from r.
func NewLines(r io.Reader) *Lines { return &Lines{src: r, line: 1} }

// Read implements [io.Reader].
func (l *Lines) Read(p []byte) (int, error) {
	n, err := l.src.Read(p)
	if n < 0 || n > len(p) {
		return 0, io.ErrNoProgress // it does not keep to io.Reader
	}
	l.ends, l.first = l.ends[:copy(l.ends, l.ends[l.first:])], 0
	for b := p[:n]; ; {
		i := bytes.IndexByte(b, '\n')
		if i < 0 {
			break
		}
		b = b[i+1:]
		l.ends = append(l.ends, l.read+int64(n-len(b)))
	}
	l.read += int64(n)
	return n, err
}

// At returns the line and the column of an offset, both counted from 1, the
// column in bytes. Offsets must not go down from call to call; one that does
// gives the place of the last line again.
func (l *Lines) At(offset int64) (line, column int) {
	for l.first < len(l.ends) && l.ends[l.first] <= offset {
		l.begin = l.ends[l.first]
		l.first++
		l.line++
	}
	return l.line, int(max(offset-l.begin, 0)) + 1
}
