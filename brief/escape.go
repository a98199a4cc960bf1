package brief

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"
)

// clean makes words of the data safe in a line: harmless, and with single
// spaces. It keeps no-break spaces.
func clean(s string) string {
	s = harmless(s)
	if isSpaced(s) {
		return s
	}
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f'
	}), " ")
}

// isSpaced reports whether the words have single spaces between them alone. It
// may report false for words that have.
func isSpaced(s string) bool {
	space := true
	for i := range len(s) {
		switch c := s[i]; {
		case c == ' ' && space, c == 0xe1, c == 0xe2, c == 0xe3: // perhaps another space
			return false
		default:
			space = c == ' '
		}
	}
	return !space
}

// harmless returns the string without characters that reach beyond it or hide
// in it: line breaks and control characters become spaces, and marks of
// direction and invisible characters go. What is not UTF-8 becomes U+FFFD.
func harmless(s string) string {
	if isHarmless(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch harmOf(r) {
		case harmBreak:
			return ' '
		case harmHidden:
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}

func isHarmless(s string) bool {
	for i, r := range s {
		if r < utf8.RuneSelf && r >= ' ' && r != 0x7f {
			continue
		}
		if harmOf(r) != harmNone {
			return false
		}
		if r == utf8.RuneError && !strings.HasPrefix(s[i:], "\ufffd") {
			return false
		}
	}
	return true
}

// harm is what a character does beyond its place.
type harm uint8

const (
	harmNone   harm = iota
	harmBreak       // it breaks the line, or steers a terminal
	harmHidden      // it turns the direction of writing, or is not seen
)

func harmOf(r rune) harm {
	switch {
	case r < 0xa0:
		if unicode.IsControl(r) {
			return harmBreak
		}
	case r == 0xad, r == 0x61c, r == 0x180e, r == 0xfeff, r == 0x115f, r == 0x1160, r == 0x3164, r == 0xffa0:
		return harmHidden
	case r < 0x2000:
	case r == 0x2028, r == 0x2029:
		return harmBreak
	case r == 0x200b, r == 0x200e, r == 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x206f:
		return harmHidden
	case r < 0xfdd0:
	case r <= 0xfdef, r >= 0xfff0 && r <= 0xfffb, r&0xfffe == 0xfffe, r >= 0xe0000 && r <= 0xe0fff:
		return harmHidden
	}
	return harmNone
}

// safeAddress returns the address as it may be linked to: one of http or https
// with a host and without a user, in which nothing but letters, digits and the
// marks of addresses is left unescaped. For any other address it returns "".
func safeAddress(s string) string {
	s = strings.TrimSpace(s)
	scheme, _, ok := strings.Cut(s, "://")
	if !ok || !strings.EqualFold(scheme, "http") && !strings.EqualFold(scheme, "https") {
		return ""
	}
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.User != nil || strings.ContainsAny(s, "\\") || !isHarmless(s) {
		return ""
	}
	return percent(s)
}

// ownAddress returns an address that the caller gives for a record: as
// safeAddress, or one without a scheme and without a host.
func ownAddress(s string) string {
	if safe := safeAddress(s); safe != "" {
		return safe
	}
	s = strings.TrimSpace(s)
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "" || u.Host != "" || strings.HasPrefix(s, "//") ||
		strings.ContainsAny(s, "\\") || !isHarmless(s) {
		return ""
	}
	return percent(s)
}

// percent escapes each byte that means something to HTML or Markdown, or is
// not ASCII. Existing escapes stay, and so do the brackets of a host.
func percent(s string) string {
	const hex = "0123456789ABCDEF"
	host := 0 // where the host ends
	if i := strings.Index(s, "://"); i >= 0 {
		if host = i + 3 + strings.IndexAny(s[i+3:], "/?#"); host < i+3 {
			host = len(s)
		}
	}
	var b strings.Builder
	b.Grow(len(s))
	for i := range len(s) {
		c := s[i]
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9',
			strings.IndexByte("-._~:/?#@!$&+,;=%", c) >= 0, i < host && (c == '[' || c == ']'):
			b.WriteByte(c)
		default:
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		}
	}
	return b.String()
}

// appendHTML appends the words so that they are text in an element and in an
// attribute in quotation marks.
func appendHTML(b []byte, s string) []byte {
	last := 0
	for i := range len(s) {
		var esc string
		switch s[i] {
		case '&':
			esc = "&amp;"
		case '<':
			esc = "&lt;"
		case '>':
			esc = "&gt;"
		case '"':
			esc = "&#34;"
		case '\'':
			esc = "&#39;"
		default:
			continue
		}
		b = append(append(b, s[last:i]...), esc...)
		last = i + 1
	}
	return append(b, s[last:]...)
}
