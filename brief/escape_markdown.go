package brief

import (
	"unicode"
)

// barrier separates what GFM would join to a link: it links addresses in plain
// text even where their marks are escaped by backslashes. A comment is nothing
// on a page, and what is copied from a page does not have it.
const barrier = "<!-- -->"

// A mdEscaper escapes words for CommonMark and its usual extensions. It knows
// what it has written of a line, since a mark may be spread over several calls.
type mdEscaper struct {
	inTable bool
	start   lineStart
	tail    [3]byte // the last bytes, in lower case
}

// lineStart is how much of a line is written.
type lineStart uint8

const (
	startNothing lineStart = iota
	startDigits            // digits alone, which a full stop makes the number of a list
	startWords
)

// begin begins a line, or what cannot begin a block, such as a cell.
func (e *mdEscaper) begin(block bool) {
	e.tail, e.start = [3]byte{}, startWords
	if block {
		e.start = startNothing
	}
}

// append appends the words, so that they are text.
func (e *mdEscaper) append(b []byte, s string) []byte {
	for i := range len(s) {
		c := s[i]
		switch c {
		case '\\', '`', '*', '_', '[', ']', '<', '>', '&', '#', '~', '$', '{', '}', '^':
			b = append(b, '\\')
		case '|':
			if e.inTable { // a backslash before it is read once more in a cell
				b = append(b, "&#124;"...)
				e.wrote(c)
				continue
			}
			b = append(b, '\\')
		case '+', '-', '=', ':', '%':
			if e.start == startNothing {
				b = append(b, '\\')
			}
		case ')':
			if e.start == startDigits {
				b = append(b, '\\')
			}
		case '!':
			if i == len(s)-1 || e.start == startNothing { // a link may follow
				b = append(b, '\\')
			}
		case '.':
			if e.start == startDigits {
				b = append(b, '\\')
			}
			if e.tail == [3]byte{'w', 'w', 'w'} {
				b = append(b, barrier...)
			}
		case '/':
			if e.tail[2] == ':' {
				b = append(b, barrier...)
			}
		case '@':
			b = append(b, '@')
			b = append(b, barrier...)
			e.wrote(c)
			continue
		case ' ':
			if e.start == startNothing {
				continue
			}
		}
		b = append(b, c)
		e.wrote(c)
	}
	return b
}

func (e *mdEscaper) wrote(c byte) {
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	e.tail = [3]byte{e.tail[1], e.tail[2], c}
	if e.start != startWords {
		e.start = startWords
		if '0' <= c && c <= '9' {
			e.start = startDigits
		}
	}
}

func isMarkSpace(r rune) bool { return unicode.IsSpace(r) }

func isMarkPunctuation(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }
