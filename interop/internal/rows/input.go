package rows

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/entente-go/entente/internal/fold"
)

// Lines returns a reader of r with LF in place of CR LF and of CR alone.
func Lines(r io.Reader) io.Reader { return &lines{r: r} }

// lines turns line ends of CR LF and of CR alone into LF. A CR within a cell is
// a line end too.
type lines struct {
	r  io.Reader
	cr bool // the last byte was a CR
}

func (l *lines) Read(p []byte) (int, error) {
	for {
		n, err := l.r.Read(p)
		n = l.convert(p[:n])
		if n > 0 || err != nil || len(p) == 0 {
			return n, err
		}
	}
}

// convert converts in place and returns the new length.
func (l *lines) convert(p []byte) int {
	if l.cr && len(p) > 0 {
		l.cr = false
		if p[0] == '\n' {
			copy(p, p[1:])
			p = p[:len(p)-1]
		}
	}
	to := bytes.IndexByte(p, '\r')
	if to < 0 {
		return len(p)
	}
	for from := to; from < len(p); {
		// p[from] is a CR.
		p[to] = '\n'
		to, from = to+1, from+1
		if from == len(p) {
			l.cr = true
			break
		}
		if p[from] == '\n' {
			from++
		}
		next := bytes.IndexByte(p[from:], '\r')
		if next < 0 {
			next = len(p) - from
		}
		copy(p[to:], p[from:from+next])
		to, from = to+next, from+next
	}
	return to
}

// readAhead is as many bytes as encoding/csv reads ahead, and some.
const readAhead = 64 << 10

var errBudget = errors.New("rows: the row is too long")

// budget ends an input after a number of bytes, which every row sets anew.
type budget struct {
	r    io.Reader
	left int
}

func (b *budget) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, errBudget
	}
	n, err := b.r.Read(p[:min(len(p), b.left)])
	b.left -= n
	return n, err
}

// isClean reports whether s is on one line, without characters that records must
// not have.
func isClean(s string) bool {
	for i := range len(s) {
		if s[i]-' ' >= 0x7f-' ' {
			return isCleanFrom(s, i)
		}
	}
	return true
}

// isCleanFrom is isClean for a string that is printable ASCII before i.
func isCleanFrom(s string, i int) bool {
	i = max(i-1, 0) // what follows a character may depend on it
	before := ' '
	for k, r := range s[i:] {
		if replacement(r, before) != r || r == utf8.RuneError && !strings.HasPrefix(s[i+k:], "\uFFFD") {
			return false
		}
		before = r
	}
	return true
}

// rewrite returns s without characters that records must not have: on one line,
// and with its lines and tabs. It reports whether it left characters out. A string
// that is clean stays as it is.
func rewrite(s string) (line, lines string, left bool) {
	var b, whole strings.Builder
	before := ' '
	for _, r := range s {
		to := replacement(r, before)
		if to < 0 {
			left = true
			continue
		}
		b.WriteRune(to)
		before = to
		if to != r && r != '\t' {
			r = '\n'
		}
		whole.WriteRune(r)
	}
	return strings.TrimSpace(b.String()), strings.TrimSpace(whole.String()), left
}

// replacement returns what to write for a character that follows another: the
// character itself, a space, or -1 for nothing.
func replacement(r, before rune) rune {
	switch {
	case r >= ' ' && r < 0x7f:
		return r
	case r == '\t' || fold.BreaksLine(r):
		return ' '
	case r < 0xa0, r == 0xad, r == 0x34f, r == 0x61c, r == 0x2800, r == 0x3164, r == 0xffa0:
		return -1
	case r < 0x115f:
		return r
	case r == 0x115f, r == 0x1160, r == 0x17b4, r == 0x17b5, r >= 0x180b && r <= 0x180f:
		return -1
	case r == 0x200c || r == 0x200d: // the joiners of scripts that join
		if fold.TakesJoiner(before) {
			return r
		}
		return -1
	case r >= 0xfe00 && r <= 0xfe0f, r >= 0xe0100 && r <= 0xe01ef: // variants of the character before
		if before > ' ' && unicode.IsPrint(before) {
			return r
		}
		return -1
	case r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe, unicode.Is(unicode.Cf, r), r >= 0xe0000 && r <= 0xe0fff:
		return -1
	}
	return r
}
