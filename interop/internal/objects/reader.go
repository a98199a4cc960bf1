// Package objects is what the readers and writers of JSON formats share: a
// stream of objects with their places, IDs for what has another kind of ID, and
// a way to keep any member as text and to write it again.
package objects

import (
	"bytes"
	"errors"
	"fmt"
	"io"
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

// options let through what is reported at its own place.
var options = jsontext.AllowDuplicateNames(true)
var lenient = jsontext.AllowInvalidUTF8(true)

// NewReader returns a Reader of the format, whose name is in its errors.
func NewReader(format string, r io.Reader, maxValue int) *Reader {
	src := sniff.NewReader(r)
	lines := sniff.NewLines(src)
	g := &gate{src: lines, most: int64(maxValue)}
	return &Reader{format: format, src: src, lines: lines, gate: g, dec: jsontext.NewDecoder(g, options, lenient)}
}

// Repaired adds what was repaired on the way in.
func (r *Reader) Repaired(report *interop.Report) {
	for _, s := range r.src.Repairs() {
		report.Repaired = append(report.Repaired, interop.Remark(s))
	}
}

// A gate fails when more is read than one value may have.
type gate struct {
	src         io.Reader
	read, begin int64 // offsets: what was read, and where the value begins
	most        int64
}

func (g *gate) Read(p []byte) (int, error) {
	if g.read-g.begin > g.most {
		return 0, errTooLong
	}
	n, err := g.src.Read(p)
	g.read += int64(n)
	return n, err
}

var errTooLong = fmt.Errorf("an entry is longer than Options.MaxRow: %w", interop.ErrLimit)

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
		err = errTooLong
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

// Here returns a fault at the last token.
func (r *Reader) Here(reason string) error {
	line, column := r.lines.At(r.base + r.dec.InputOffset())
	return &Fault{Remark: interop.Remark{Line: line, Column: column, Reason: reason}, format: r.format}
}

func (r *Reader) wrap(err error) error {
	var refusal *sniff.Refusal
	var syntax *jsontext.SyntacticError
	switch {
	case err == nil, err == io.EOF:
		return err
	case errors.As(err, &refusal):
		return &Fault{Remark: interop.Remark{Reason: err.Error()}, format: r.format, err: refusal}
	case errors.As(err, &syntax):
		f := &Fault{Syntax: true, format: r.format, err: err}
		f.Line, f.Column = r.lines.At(r.base + syntax.ByteOffset)
		f.Reason = syntax.Err.Error()
		if errors.Is(err, io.ErrUnexpectedEOF) {
			f.Reason = "the text ends in the middle of a value"
		}
		return f
	}
	if inner := errors.Unwrap(err); inner != nil && strings.HasPrefix(err.Error(), "jsontext: ") {
		err = inner // what the reader below says
	}
	f := &Fault{format: r.format, err: err}
	f.Line, f.Column = r.lines.At(r.base + r.dec.InputOffset())
	f.Reason = err.Error()
	return f
}

// SkipLine goes on behind the line in which the value began that could not be
// read. It is for texts of a value a line.
func (r *Reader) SkipLine() error {
	rest := bytes.Clone(r.dec.UnreadBuffer())
	offset := r.base + r.dec.InputOffset()
	// What is between the values is not the line that is meant.
	trimmed := bytes.TrimLeft(rest, " \t\r\n")
	offset += int64(len(rest) - len(trimmed))
	rest = trimmed
	for {
		if i := bytes.IndexByte(rest, '\n'); i >= 0 {
			offset += int64(i)
			r.base = offset
			r.gate.begin = offset
			r.dec.Reset(io.MultiReader(bytes.NewReader(rest[i:]), r.gate), options, lenient)
			return nil
		}
		offset += int64(len(rest))
		r.gate.begin = offset
		if cap(rest) < 512 {
			rest = make([]byte, 4096)
		}
		n, err := r.gate.Read(rest[:cap(rest)])
		if rest = rest[:n]; n == 0 && err != nil {
			return r.wrap(err)
		}
	}
}
