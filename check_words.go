package entente

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/entente-go/entente/internal/fold"
)

// Strings are words: people read them, and a terminal or a page shows them
// unchanged. Characters that would move the cursor, break a line, reverse the
// order of characters or show nothing are faults.

// A layout says whether a string may have line breaks and tabs.
type layout bool

const (
	oneLine layout = false
	asItWas layout = true // text from another file format, which is not interpreted
)

// faultOf returns what keeps a string from being words, or nil. An empty string
// has no fault.
func faultOf(s string, l layout) *textError {
	const ones, highs = 0x0101010101010101, 0x8080808080808080
	i := 0
	for ; i+8 <= len(s); i += 8 { // eight bytes at once, if all are printable ASCII
		x := uint64(s[i]) | uint64(s[i+1])<<8 | uint64(s[i+2])<<16 | uint64(s[i+3])<<24 |
			uint64(s[i+4])<<32 | uint64(s[i+5])<<40 | uint64(s[i+6])<<48 | uint64(s[i+7])<<56
		if (x|(x+ones)|(x-' '*ones))&highs != 0 {
			return faultIn(s, l)
		}
	}
	for ; i < len(s); i++ {
		if s[i]-' ' >= 0x7f-' ' {
			return faultIn(s, l)
		}
	}
	return nil
}

// faultIn is faultOf, character by character.
func faultIn(s string, l layout) *textError {
	var b bidi
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c-' ' < 0x7f-' ':
			i++
			continue
		case c >= 0xc3 && c < 0xe0 && i+1 < len(s) && s[i+1]&0xc0 == 0x80: // U+00C0 to U+07FF
			i += 2
			continue
		}
		var fault *textError
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case l == asItWas && (r == '\t' || fold.BreaksLine(r)):
		case r < 0xa0:
			fault = controlFault(r)
		case r < 0x2000:
		case r < 0x2070:
			before, _ := utf8.DecodeLastRuneInString(s[:i])
			fault = b.punctuation(r, before)
		case r >= 0xfdd0:
			fault = farFault(r, s[i:])
		}
		if fault != nil {
			return fault
		}
		i += n
	}
	if len(b.open) > 0 {
		return notWords(codePoint(b.open[0])+" changes the direction of writing and is never closed",
			"leave it out, or close it")
	}
	return nil
}

func notWords(problem, hint string) *textError { return &textError{problem: problem, hint: hint} }

// controlFault: U+0000 to U+001F and U+007F to U+009F.
func controlFault(r rune) *textError {
	switch {
	case r == '\t':
		return notWords("a tab in the text", "write a space")
	case r == '\n', r == '\r':
		return notWords("a line break in the text", "write a space")
	case fold.BreaksLine(r):
		return notWords("a line break, "+codePoint(r)+", in the text", "write a space")
	}
	return notWords("the control character "+codePoint(r), "leave it out")
}

// A bidi tracks the characters that change the direction of writing.
type bidi struct{ open []rune }

// punctuation: U+2000 to U+206F.
func (b *bidi) punctuation(r, before rune) *textError {
	switch {
	case r == 0x200c || r == 0x200d: // the joiners
		if !fold.TakesJoiner(before) {
			return notWords("the joiner "+codePoint(r)+" follows no letter that it can join", "leave it out")
		}
	case fold.BreaksLine(r):
		return notWords("a line break, "+codePoint(r)+", in the text", "write a space")
	case r == 0x202d || r == 0x202e:
		return notWords(codePoint(r)+" overrides the order of characters", "leave it out")
	case r == 0x202a || r == 0x202b, r >= 0x2066 && r <= 0x2068:
		b.open = append(b.open, r)
	case r == 0x202c || r == 0x2069:
		if !b.close(r == 0x2069) {
			return notWords(codePoint(r)+" closes what was not opened", "leave it out")
		}
	case r >= 0x206a:
		return notWords("the invisible character "+codePoint(r), "leave it out")
	}
	return nil
}

// close closes the last embedding, or the last isolate and everything open in
// it. It reports false if there is none.
func (b *bidi) close(isolate bool) bool {
	n := len(b.open)
	for isolate && n > 0 && !isIsolate(b.open[n-1]) {
		n--
	}
	if n == 0 || isIsolate(b.open[n-1]) != isolate {
		return false
	}
	b.open = b.open[:n-1]
	return true
}

// isIsolate reports whether r opens an isolate rather than an embedding.
func isIsolate(r rune) bool { return r >= 0x2066 }

// farFault finds noncharacters, at the end of each plane and elsewhere. The
// string begins with r.
func farFault(r rune, s string) *textError {
	switch {
	case r == utf8.RuneError && !strings.HasPrefix(s, "\uFFFD"):
		return &textError{problem: "not valid UTF-8", hint: "convert the text to UTF-8", is: ErrUTF8}
	case r <= 0xfdef, r&0xfffe == 0xfffe:
		return notWords(codePoint(r)+" is not a character", "leave it out")
	case r == 0xfeff:
		return notWords("the byte order mark U+FEFF in the text", "leave it out")
	case r >= 0xfff9 && r <= 0xfffb, r >= 0xe0000 && r <= 0xe007f:
		return notWords("the invisible character "+codePoint(r), "leave it out")
	}
	return nil
}

// codePoint writes a character in Unicode notation, such as U+001B.
func codePoint(r rune) string {
	s := strings.ToUpper(strconv.FormatInt(int64(r), 16))
	return "U+" + strings.Repeat("0", max(0, 4-len(s))) + s
}

// isBlank reports whether a string shows nothing.
func isBlank[S ~string | ~[]byte](s S) bool {
	if len(s) > 0 && s[0] > ' ' && s[0] < 0x7f { // as most strings are
		return false
	}
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(string(s[i:min(i+utf8.UTFMax, len(s))]))
		if isVisible(r) {
			return false
		}
		i += n
	}
	return true
}

// isVisible reports whether a character shows something.
func isVisible(r rune) bool { return !unicode.IsSpace(r) && !isInvisible(r) }

// isInvisible reports whether a character other than a space shows nothing.
func isInvisible(r rune) bool {
	switch {
	case r < 0xad:
		return false
	case r == 0xad, r == 0x34f, r == 0x61c, r == 0x115f, r == 0x1160, r == 0x17b4, r == 0x17b5:
		return true
	case r >= 0x180b && r <= 0x180f, r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x206f:
		return true
	case r == 0x2800, r == 0x3164, r == 0xfeff, r == 0xffa0, r >= 0xfe00 && r <= 0xfe0f, r >= 0xfff9 && r <= 0xfffb:
		return true
	}
	return r >= 0xe0000 && r <= 0xe0fff
}

// asWords returns s for a log: unchanged, or quoted if it contains unprintable
// characters other than joiners.
func asWords(s string) string {
	for i, r := range s {
		if !strconv.IsPrint(r) && r != 0x200c && r != 0x200d || r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD") {
			return strconv.Quote(s)
		}
	}
	return s
}
