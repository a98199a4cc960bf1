// Package objects is what the readers and writers of JSON formats share: a
// stream of objects with their places, IDs for what has another kind of ID, and
// a way to keep any member as text and to write it again.
package objects

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/internal/sniff"
	"github.com/go-json-experiment/json/jsontext"
)

// A Reader reads the values of a JSON text one after another. It holds one value
// at a time, which may have as many bytes as [interop.Options] say.
type Reader struct {
	format string // in errors
	src    *sniff.Reader
	lines  *sniff.Lines
	gate   *gate
	dec    *jsontext.Decoder
	base   int64 // the offset at which dec began
	// held is where what was given back is, and spare another one.
	held, spare []byte
}

// A Value is a value of the text and where it begins. Raw is valid until the
// next value is read.
type Value struct {
	Raw          jsontext.Value
	Line, Column int
}

// Place returns the line and the column of an offset in v.Raw.
func (v *Value) Place(offset int) (line, column int) {
	before := v.Raw[:offset]
	if last := bytes.LastIndexByte(before, '\n'); last >= 0 {
		return v.Line + bytes.Count(before, []byte{'\n'}), offset - last
	}
	return v.Line, v.Column + offset
}

// NewReader returns a Reader of the format, whose name is in its errors.
func NewReader(format string, r io.Reader, maxValue int) *Reader {
	src := sniff.NewReader(r)
	lines := sniff.NewLines(src)
	g := &gate{src: lines, most: int64(maxValue)}
	dec := jsontext.NewDecoder(g, jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))
	return &Reader{format: format, src: src, lines: lines, gate: g, dec: dec}
}

// A gate fails when more is read than one value may have.
type gate struct {
	src         io.Reader
	read, begin int64 // offsets: what was read, and where the value begins
	most        int64
	back        []byte // given back, to be read again
	err         error  // what src, or the gate, failed with
}

func (g *gate) Read(p []byte) (n int, err error) {
	if len(g.back) > 0 {
		n = copy(p, g.back)
		g.back = g.back[n:]
		return n, nil
	}
	if g.read-g.begin > g.most {
		g.err = tooLong{}
		return 0, g.err
	}
	n, err = g.src.Read(p)
	g.read += int64(n)
	if err != io.EOF {
		g.err = err
	}
	return n, err
}

// tooLong is the error of a gate.
type tooLong struct{}

func (tooLong) Error() string { return "an entry is longer than Options.MaxRow" }
func (tooLong) Unwrap() error { return interop.ErrLimit }

// Peek returns the kind of the next token: 0 at the end of the text, and where
// there is an error, which the next read returns.
func (r *Reader) Peek() jsontext.Kind {
	r.gate.begin = r.base + r.dec.InputOffset()
	return r.dec.PeekKind()
}

// Token reads a brace, a bracket or a name.
func (r *Reader) Token() (jsontext.Token, error) {
	r.Peek()
	t, err := r.dec.ReadToken()
	return t, r.wrap(err)
}

// Next reads the next value. It returns io.EOF at the end of the text.
func (r *Reader) Next() (v Value, err error) {
	r.Peek()
	raw, err := r.dec.ReadValue()
	if err == nil && len(raw) > int(r.gate.most) {
		err = tooLong{}
	}
	if err != nil {
		return Value{}, r.wrap(err)
	}
	v.Raw = raw
	v.Line, v.Column = r.lines.At(r.base + r.dec.InputOffset() - int64(len(raw)))
	return v, nil
}

// A Fault is an error in the text at its place.
type Fault struct {
	interop.Remark
	// Syntax says that the text is not JSON there.
	Syntax bool
	format string
	err    error
}

// Error returns the format, the place and the reason.
func (f *Fault) Error() string { return f.format + ": " + f.Remark.String() }

// Unwrap returns the underlying error.
func (f *Fault) Unwrap() error { return f.err }

// Here returns a fault where the next value begins.
func (r *Reader) Here(reason string) error {
	line, column := r.lines.At(r.next())
	return &Fault{Remark: interop.Remark{Line: line, Column: column, Reason: reason}, format: r.format}
}

func (r *Reader) wrap(err error) error {
	if err == nil || err == io.EOF {
		return err
	}
	f := &Fault{format: r.format, err: err}
	if below := r.gate.err; below != nil && errors.Is(err, below) {
		f.err, err = below, below
	}
	var refusal *sniff.Refusal
	var syntax *jsontext.SyntacticError
	switch {
	case errors.As(err, &refusal):
	case errors.As(err, &syntax):
		f.Syntax = true
		f.Line, f.Column = r.lines.At(r.base + syntax.ByteOffset)
		err = syntax.Err
	default:
		f.Line, f.Column = r.lines.At(r.next())
	}
	f.Reason = err.Error()
	if errors.Is(f.err, io.ErrUnexpectedEOF) {
		f.Reason = "the text ends in the middle of a value"
	}
	return f
}

// next returns the offset at which the next value begins, as far as it is read.
func (r *Reader) next() int64 {
	rest := r.dec.UnreadBuffer()
	i := 0
	for i < len(rest) && strings.IndexByte(" \t\r\n:,", rest[i]) >= 0 {
		i++
	}
	return r.base + r.dec.InputOffset() + int64(i)
}

// SkipLine goes on behind the line in which the value began that could not be
// read. It is for texts of a value a line.
func (r *Reader) SkipLine() error {
	offset := r.next()
	unread := r.dec.UnreadBuffer()[offset-r.base-r.dec.InputOffset():]
	back := append(append(r.spare[:0], unread...), r.gate.back...)
	r.spare, r.gate.back = r.held[:0], back
	r.held = back
	for {
		if i := bytes.IndexByte(r.gate.back, '\n'); i >= 0 {
			r.gate.back = r.gate.back[i:]
			r.base = offset + int64(i)
			r.dec.Reset(r.gate, r.dec.Options())
			return nil
		}
		offset += int64(len(r.gate.back))
		r.gate.back, r.gate.begin = nil, offset
		piece := slices.Grow(r.held[:0], 4096)[:4096]
		r.held = piece
		n, err := r.gate.Read(piece)
		if n == 0 && err != nil {
			return r.wrap(err)
		}
		r.gate.back = piece[:n]
	}
}
