package fold

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// AppendLoose appends to dst the loose form of a name that [AppendName] folded:
// without diacritics, and with a space for each hyphen inside.
func AppendLoose(dst, folded []byte) []byte {
	start := len(dst)
	for i := 0; i < len(folded); {
		c := folded[i]
		if c < utf8.RuneSelf {
			i++
			if c == '-' && i > 1 && i < len(folded) {
				c = ' '
			}
			if c == ' ' && len(dst) > start && dst[len(dst)-1] == ' ' {
				continue
			}
			dst = append(dst, c)
			continue
		}
		r, n := utf8.DecodeRune(folded[i:])
		i += n
		if 'а' <= r && r <= 'я' {
			dst = append(dst, folded[i-2], folded[i-1])
			continue
		}
		if r = bareRune(r); r != 0 {
			dst = utf8.AppendRune(dst, r)
		}
	}
	return dst
}

// latinBases has the letters under the diacritics of U+00C0 to U+017F, and a
// full stop for a letter without diacritics. The dotless ı counts as an i without
// its dot: in upper case, in Turkish, nothing else is left of it.
const latinBases = "aaaaaa.ceeeeiiii.nooooo..uuuuy..aaaaaa.ceeeeiiii.nooooo..uuuuy.y" +
	"aaaaaaccccccccdd..eeeeeeeeeegggggggghh..iiiiiiiiii..jjkk.llllll." +
	"...nnnnnn...oooooo..rrrrrrsssssssstttt..uuuuuuuuuuuuwwyyyzzzzzz."

// bareRune returns the letter that r is without its diacritics, or 0 for one
// that is only a mark. In Cyrillic only ё loses its dots, as it does in Russian
// print; й, ї and ў are letters of their own. In Arabic script the letters
// that Arabic, Persian and Urdu keyboards write with different characters
// become one, that of Urdu.
func bareRune(r rune) rune {
	switch {
	case r < 0x00C0:
		return r
	case r < 0x0180:
		if base := latinBases[r-0x00C0]; base != '.' {
			return rune(base)
		}
		return r
	case 0x0300 <= r && r <= 0x036F:
		return 0
	case 0x0400 <= r && r < 0x0530:
		if r == 'ё' {
			return 'е'
		}
		return r
	case 0x0620 <= r && r < 0x0700:
		return bareArabic(r)
	case r < 0x0400 || 0x1E00 <= r && r < 0x2000:
		if d := norm.NFD.PropertiesString(string(r)).Decomposition(); len(d) > 0 {
			r, _ = utf8.DecodeRune(d)
		}
	}
	return r
}

func bareArabic(r rune) rune {
	switch r {
	case 'آ', 'أ', 'إ', 'ٱ':
		return 'ا'
	case 'ؤ':
		return 'و'
	case 'ئ', 'ي', 'ى':
		return 'ی'
	case 'ك':
		return 'ک'
	case 'ه', 'ۀ', 'ۂ', 'ە':
		return 'ہ'
	case 'ۃ':
		return 'ة'
	case 'ۓ':
		return 'ے'
	case 0x0640, 0x0670: // the stretch, and the alef above a letter
		return 0
	}
	if 0x064B <= r && r <= 0x065F {
		return 0
	}
	return r
}
