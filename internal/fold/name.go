// Package fold makes the forms under which names are compared: [Name] keeps
// diacritics, and [AppendLoose] drops them. It also says which characters join and
// which break lines.
package fold

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Name returns the form under which names are compared: Unicode NFKC, in
// lower case, without the characters that Unicode lets a display ignore, with
// every run of white space one space, and no space at the ends. All apostrophes
// are ' in it, and all hyphens and dashes are -.
//
// It is the standard's NFKC_Casefold but for white space, apostrophes and
// hyphens, and but for special casings of which only ß, ς and İ matter in
// names. It drops the soft hyphen, the joiners, the variation
// selectors, and the marks and isolates of direction that come with text
// pasted from right-to-left pages.
func Name(s string) string {
	var buf [128]byte
	return string(AppendName(buf[:0], s))
}

// AppendName appends Name(s) to dst. It allocates nothing if dst is large enough
// and s is in Unicode's composed form, as nearly all text is.
func AppendName(dst []byte, s string) []byte {
	start := len(dst)
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z':
			dst = append(dst, c)
			i++
		case 'A' <= c && c <= 'Z':
			dst = append(dst, c+('a'-'A'))
			i++
		case c < utf8.RuneSelf:
			dst = appendFoldRune(dst, start, rune(c))
			i++
		default:
			r, n := utf8.DecodeRuneInString(s[i:])
			switch {
			case isCaseless(r):
				dst = append(dst, s[i], s[i+1])
			case 'А' <= r && r <= 'Я':
				dst = utf8.AppendRune(dst, r+('а'-'А'))
			case isInert(r):
				dst = appendFoldRune(dst, start, r)
			default:
				return appendFoldComposed(dst[:start], s)
			}
			i += n
		}
	}
	return trimFold(dst, start)
}

// appendFoldComposed does what AppendName does for the names that are not
// already known to be in NFKC.
func appendFoldComposed(dst []byte, s string) []byte {
	start := len(dst)
	if norm.NFKC.QuickSpanString(s) == len(s) {
		dst = appendFoldRunes(dst, start, s)
	} else {
		// What is ignored goes first: it would keep letters and marks apart.
		kept := make([]byte, 0, len(s))
		for _, r := range s {
			if !isIgnored(r) {
				kept = utf8.AppendRune(kept, r)
			}
		}
		dst = appendFoldRunes(dst, start, norm.NFKC.String(string(kept)))
	}
	if string(dst[start:]) == s {
		return dst
	}
	if !norm.NFKC.IsNormalString(string(dst[start:])) {
		// Lower case can compose where upper case did not, and behind a byte that is
		// no UTF-8 a letter may not have been composed yet.
		dst = appendFoldRunes(dst[:start], start, norm.NFKC.String(string(dst[start:])))
	}
	return dst
}

// appendFoldRunes appends the runes of a name that is in NFKC, and trims it.
func appendFoldRunes(dst []byte, start int, s string) []byte {
	for _, r := range s {
		dst = appendFoldRune(dst, start, r)
	}
	return trimFold(dst, start)
}

func trimFold(dst []byte, start int) []byte {
	if n := len(dst); n > start && dst[n-1] == ' ' {
		return dst[:n-1]
	}
	return dst
}

// appendFoldRune appends one rune of a name to dst, where dst[start:] is what
// there is of it. The rune is one that NFKC leaves as it is.
func appendFoldRune(dst []byte, start int, r rune) []byte {
	switch {
	case r < utf8.RuneSelf:
		switch {
		case 'A' <= r && r <= 'Z':
			r += 'a' - 'A'
		case r == ' ' || '\t' <= r && r <= '\r':
			if n := len(dst); n == start || dst[n-1] == ' ' {
				return dst
			}
			r = ' '
		case r == '`':
			r = '\''
		}
		return append(dst, byte(r))
	case isCaseless(r):
	case 'А' <= r && r <= 'Я':
		r += 'а' - 'А'
	case r == 'ß' || r == 'ẞ':
		return append(dst, "ss"...)
	case r == 'ς':
		r = 'σ'
	case r == 'İ':
		return append(dst, "i\u0307"...)
	case r == 0x00A0:
		return appendFoldRune(dst, start, ' ')
	case isIgnored(r):
		return dst
	case isApostrophe(r):
		return append(dst, '\'')
	case isDash(r):
		return append(dst, '-')
	case isSpace(r):
		return appendFoldRune(dst, start, ' ')
	default:
		r = unicode.ToLower(r)
	}
	return utf8.AppendRune(dst, r)
}

// isCaseless reports whether r is one of the letters of Russian and Arabic that
// no folding changes. They have two bytes each in UTF-8.
func isCaseless(r rune) bool { return 'а' <= r && r <= 'я' || 0x0620 <= r && r <= 0x064A }

// isInert reports whether r is in NFKC wherever it comes before or after others
// of which this function says the same. These are the letters of nearly
// all names in Latin, Greek, Cyrillic, Armenian, Arabic and Chinese script, for which this
// saves the search in the tables of Unicode, and what Name replaces anyway.
func isInert(r rune) bool {
	switch {
	case r < 0x00C0:
		return r < utf8.RuneSelf || r == 0x00A0 || r == 0x00AD
	case r < 0x0180:
		// Not the ligatures ĳ, the letters with a middle dot, ŉ and ſ.
		return r != 'Ĳ' && r != 'ĳ' && r != 'Ŀ' && r != 'ŀ' && r != 'ŉ' && r != 'ſ'
	case r < 0x0400:
		return 0x0388 <= r && r <= 0x03CE || r == 0x0386 || isApostrophe(r)
	case r < 0x0530:
		return 0x0400 <= r && r <= 0x0481 || 0x048A <= r
	case r < 0x0590:
		return 0x0531 <= r && r <= 0x0556 || 0x0561 <= r && r <= 0x0586
	case r < 0x0700:
		return 0x0620 <= r && r <= 0x064A || 0x0671 <= r && r <= 0x0674 || 0x0679 <= r && r <= 0x06D3
	case r < 0x3000:
		return isDash(r) || isApostrophe(r) || 0x200B <= r && r <= 0x200F || 0x2066 <= r && r <= 0x2069
	}
	return 0x30A1 <= r && r <= 0x30FA || 0x4E00 <= r && r <= 0x9FFF
}

func isApostrophe(r rune) bool {
	switch r {
	case 0x02BB, 0x02BC, 0x2018, 0x2019, 0x201B, 0x2032:
		return true
	}
	return false
}

func isDash(r rune) bool { return 0x2010 <= r && r <= 0x2015 || r == 0x2212 }

// isSpace reports whether r is a white space beyond ASCII that NFKC leaves.
func isSpace(r rune) bool { return r == 0x85 || r == 0x1680 || r == 0x2028 || r == 0x2029 }

// isIgnored reports whether r has Unicode's property
// Default_Ignorable_Code_Point: whether it has no shape of its own.
func isIgnored(r rune) bool {
	switch {
	case r < 0x034F:
		return r == 0x00AD
	case r < 0x2000:
		return r == 0x034F || r == 0x061C || r == 0x115F || r == 0x1160 ||
			r == 0x17B4 || r == 0x17B5 || 0x180B <= r && r <= 0x180F
	case r < 0x3000:
		return 0x200B <= r && r <= 0x200F || 0x202A <= r && r <= 0x202E || 0x2060 <= r && r <= 0x206F
	}
	return r == 0x3164 || 0xFE00 <= r && r <= 0xFE0F || r == 0xFEFF || r == 0xFFA0 || 0xFFF0 <= r && r <= 0xFFF8 ||
		0x1BCA0 <= r && r <= 0x1BCA3 || 0x1D173 <= r && r <= 0x1D17A || 0xE0000 <= r && r <= 0xE0FFF
}
