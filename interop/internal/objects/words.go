package objects

import (
	"strings"
	"unicode"

	"github.com/entente-go/entente/internal/fold"
)

// Line returns s as the words of one line, as strings of a dataset must be:
// line breaks and tabs become spaces, and characters that show nothing or turn
// the direction of writing are left out. It returns "" if nothing is to be seen.
func Line(s string) string {
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7f {
			return line(s)
		}
	}
	return strings.TrimSpace(s)
}

func line(s string) string {
	var b strings.Builder
	before, seen := rune(0), false
	for _, r := range s {
		switch {
		case r == '\t', fold.BreaksLine(r):
			r = ' '
		case !allowed(r, before):
			continue
		}
		b.WriteRune(r)
		before = r
		seen = seen || isVisible(r)
	}
	if !seen {
		return ""
	}
	return strings.TrimSpace(b.String())
}

// allowed reports whether words may have the character behind the one before. It
// is stricter than a dataset: it allows nothing that turns the direction of
// writing.
func allowed(r, before rune) bool {
	switch {
	case r < 0x7f:
		return r >= ' '
	case r < 0xa0:
		return false
	case r < 0x2000:
		return true
	case r == 0x200c, r == 0x200d:
		return fold.TakesJoiner(before)
	case r >= 0x2028 && r <= 0x202e, r >= 0x2066 && r <= 0x206f:
		return false
	case r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe, r == 0xfeff, r >= 0xfff9 && r <= 0xfffb:
		return false
	}
	return r < 0xe0000 || r > 0xe007f
}

// isVisible reports whether something is to be seen of the character.
func isVisible(r rune) bool {
	switch {
	case r > ' ' && r < 0x7f:
		return true
	case unicode.IsSpace(r), unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r),
		unicode.Is(unicode.Variation_Selector, r), unicode.Is(unicode.Cf, r), r == 0x2800, r == 0x17b4, r == 0x17b5,
		r >= 0xe0000 && r <= 0xe0fff:
		return false
	}
	return true
}
