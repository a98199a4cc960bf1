// Package sniff reads files as people save them: with a byte-order mark, as
// UTF-16, in Windows-1252. What it hands on is UTF-8. It refuses what is no
// table or text at all, such as a workbook, a web page or the pointer that a
// repository keeps in place of a large file, and says what to do about it.
package sniff

import (
	"bytes"
	"errors"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// A Refusal says why an input cannot be read, and what to do.
type Refusal struct {
	// Is says what the input is, such as "a web page".
	Is string
	// Hint says what to do.
	Hint string
}

// Error returns what the input is and what to do.
func (e *Refusal) Error() string { return "the input is " + e.Is + "; " + e.Hint }

// A Repair is something that a [Reader] changed on the way.
type Repair struct {
	// Line and Column say where it first did so. They count from 1, the column
	// in bytes of UTF-8.
	Line, Column int
	// Reason says what it did.
	Reason string
}

// A Reader reads UTF-8 from an input that may be something else. Make one with
// [NewReader].
//
// The first character beyond ASCII decides what an input without a byte-order
// mark is. If it is valid UTF-8, all of it is UTF-8, and a later byte that is
// not valid is read as Windows-1252. If it is not, everything from there on is
// Windows-1252, which is Latin-1 with letters and marks in place of controls.
// Text in which whole words are letters beyond ASCII is in the encoding of
// another script, such as Windows-1251, and is refused: nothing says which one.
// The input is never held whole.
type Reader struct {
	src   io.Reader
	buf   [bufferSize]byte
	raw   []byte // read and not decoded: part of buf
	out   []byte // decoded and not handed on
	wide  []byte // room for what does not fit into buf when decoded
	err   error  // of src
	state state
	place place
	// broken and repairs are what was repaired; broken is set by the first byte
	// that is not valid.
	broken  bool
	repairs []Repair
}

type state uint8

const (
	unread state = iota // nothing was read
	ascii               // nothing beyond ASCII
	utf8Text
	windows1252
	refused
)

const bufferSize = 32 << 10

// NewReader returns a Reader of r. It reads nothing yet: the first Read refuses
// what cannot be read.
func NewReader(r io.Reader) *Reader { return &Reader{src: r} }

// Repairs returns what was changed so far, each thing once.
func (r *Reader) Repairs() []Repair { return append([]Repair(nil), r.repairs...) }

// Read implements [io.Reader]. Its error is a *[Refusal] for an input that
// cannot be read, and otherwise that of the input.
func (r *Reader) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	if r.state == unread {
		r.start()
	}
	for len(r.out) == 0 {
		if r.state == refused || r.err != nil && len(r.raw) == 0 {
			return 0, r.err
		}
		if r.err == nil && !utf8.FullRune(r.raw) {
			r.fill()
		}
		r.decode()
	}
	n := copy(p, r.out)
	r.out = r.out[n:]
	return n, nil
}

// start looks at the beginning of the input.
func (r *Reader) start() {
	r.state = ascii
	r.place.line = 1
	if r.src == nil {
		r.refuse(errors.New("no reader to read from"))
		return
	}
	for r.err == nil && len(r.raw) < headSize {
		r.fill()
	}
	if r.err != nil && r.err != io.EOF {
		return // what was read before the error is handed on first
	}
	head := r.raw[:min(len(r.raw), headSize)]
	switch {
	case bytes.HasPrefix(head, []byte("\xEF\xBB\xBF")):
		r.raw, r.state = r.raw[3:], utf8Text
	case bytes.HasPrefix(head, []byte("\xFF\xFE\x00\x00")), bytes.HasPrefix(head, []byte("\x00\x00\xFE\xFF")):
		r.refuse(&Refusal{"text in UTF-32", "save it as UTF-8"})
		return
	case bytes.HasPrefix(head, []byte("\xFF\xFE")), bytes.HasPrefix(head, []byte("\xFE\xFF")):
		r.fromUTF16()
		return
	}
	if what := refusalOf(r.raw[:min(len(r.raw), headSize)]); what != nil {
		r.refuse(what)
	}
}

// fromUTF16 puts a decoder between the Reader and its input, and starts again.
func (r *Reader) fromUTF16() {
	rest := io.MultiReader(bytes.NewReader(bytes.Clone(r.raw)), &failing{r.src, r.err})
	r.src = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Reader(rest)
	r.raw, r.err = nil, nil
	r.repairs = append(r.repairs, Repair{1, 1, "read from UTF-16"})
	for r.err == nil && len(r.raw) < headSize {
		r.fill()
	}
	r.state = utf8Text
	if what := refusalOf(r.raw[:min(len(r.raw), headSize)]); what != nil && (r.err == nil || r.err == io.EOF) {
		r.refuse(what)
	}
}

// failing is a reader that fails at once if there is an error.
type failing struct {
	io.Reader
	err error
}

func (f *failing) Read(p []byte) (int, error) {
	if f.err != nil {
		return 0, f.err
	}
	return f.Reader.Read(p)
}

func (r *Reader) refuse(err error) { r.state, r.err, r.raw = refused, err, nil }

// fill reads more behind what is not decoded yet.
func (r *Reader) fill() {
	n := copy(r.buf[:], r.raw)
	for range 100 {
		m, err := r.src.Read(r.buf[n:])
		if m < 0 || m > len(r.buf)-n {
			m, err = 0, errors.New("the reader returned an invalid count")
		}
		n += m
		r.err = err
		if m > 0 || err != nil {
			r.raw = r.buf[:n]
			return
		}
	}
	r.raw, r.err = r.buf[:n], io.ErrNoProgress
}

// decode turns what was read into out, as far as it ends with a whole character.
func (r *Reader) decode() {
	if r.state != windows1252 {
		n := validPrefix(r.raw)
		if r.state == ascii && hasHighByte(r.raw[:n]) {
			r.state = utf8Text
		}
		r.out, r.raw = r.raw[:n], r.raw[n:]
		r.passed(r.out)
		if n > 0 || len(r.raw) == 0 || r.err == nil && !utf8.FullRune(r.raw) {
			return
		}
		if !r.broken && r.otherScript() {
			r.refuse(&Refusal{"in an old encoding of another script, such as Windows-1251 for Cyrillic",
				"save it as UTF-8; spreadsheets call that \"CSV UTF-8\""})
			return
		}
		r.invalid()
	}
	n := len(r.raw)
	if r.state != windows1252 {
		n = 1
	}
	r.wide = r.wide[:0]
	for _, c := range r.raw[:n] {
		r.wide = utf8.AppendRune(r.wide, charmap.Windows1252.DecodeByte(c))
	}
	r.out, r.raw = r.wide, r.raw[n:]
	r.passed(r.out)
}

// otherScript reports whether more of the words from here on are of letters beyond
// ASCII alone than have some of them, as Western languages do. It looks at what
// Windows-1251 and Windows-1252 both have letters for, and at a piece whose length
// does not depend on how the input is handed out.
func (r *Reader) otherScript() bool {
	for r.err == nil && len(r.raw) < headSize {
		r.fill()
	}
	whole, mixed, low, high := 0, 0, 0, 0
	for _, c := range append(bytes.Clone(r.raw[:min(len(r.raw), headSize)]), ' ') {
		switch {
		case c >= 0xC0:
			high++
		case 'a' <= c|0x20 && c|0x20 <= 'z':
			low++
		default:
			if high > 1 && low == 0 {
				whole++
			} else if high > 0 && low > 0 {
				mixed++
			}
			low, high = 0, 0
		}
	}
	return whole > mixed
}

// invalid notes that the next byte is not valid UTF-8.
func (r *Reader) invalid() {
	reason := "a byte that is not UTF-8, read as Windows-1252 like all others of the kind"
	if r.state == ascii {
		r.state = windows1252
		reason = "not UTF-8, read as Windows-1252 from here on"
	}
	if !r.broken {
		r.broken = true
		line, column := r.place.at()
		r.repairs = append(r.repairs, Repair{line, column, reason})
	}
}

func (r *Reader) passed(b []byte) {
	if !r.broken {
		r.place.pass(b)
	}
}

// validPrefix returns how many bytes of b are valid UTF-8.
func validPrefix(b []byte) int {
	if utf8.Valid(b) {
		return len(b)
	}
	for i := 0; i < len(b); {
		c, size := utf8.DecodeRune(b[i:])
		if c == utf8.RuneError && size <= 1 {
			return i
		}
		i += size
	}
	return len(b)
}

func hasHighByte(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return true
		}
	}
	return false
}

// A place is how far into a text one is. Lines end in \n or, if there is none,
// in \r.
type place struct {
	line           int
	offset         int64
	returns        int
	feed, carriage int64 // the offsets after the last of each
}

func (p *place) pass(b []byte) {
	if i := bytes.LastIndexByte(b, '\n'); i >= 0 {
		p.line += bytes.Count(b, []byte{'\n'})
		p.feed = p.offset + int64(i) + 1
	}
	if p.feed == 0 {
		if i := bytes.LastIndexByte(b, '\r'); i >= 0 {
			p.returns += bytes.Count(b, []byte{'\r'})
			p.carriage = p.offset + int64(i) + 1
		}
	}
	p.offset += int64(len(b))
}

func (p *place) at() (line, column int) {
	if p.line == 1 && p.returns > 0 && p.feed == 0 {
		return 1 + p.returns, int(p.offset-p.carriage) + 1
	}
	return p.line, int(p.offset-p.feed) + 1
}
