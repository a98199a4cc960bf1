package fold

import (
	"math/bits"
	"unicode/utf8"
)

// AppendKey appends to dst the loose form of a name: [AppendLoose] of
// [AppendName], in one pass for the letters that most names are made of.
func AppendKey(dst []byte, s string) []byte {
	start := len(dst)
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			k := asciiKeys[c]
			if k <= ' ' {
				switch {
				case k == keyHyphen && (i == 0 || i+1 == len(s) || !isLetter(s[i-1]) || !isLetter(s[i+1])):
					return appendKeySlowly(dst[:start], s)
				case k == 0: // no rule but the slow one
					return appendKeySlowly(dst[:start], s)
				case len(dst) == start || dst[len(dst)-1] == ' ':
					i++
					continue
				}
				k = ' '
			}
			dst = append(dst, k)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case 'а' <= r && r <= 'я', isPlain(r):
			dst = append(dst, s[i:i+n]...)
		case 'А' <= r && r <= 'Я':
			dst = utf8.AppendRune(dst, r+('а'-'А'))
		case r == 'ё' || r == 'Ё':
			dst = append(dst, "е"...)
		case 0x00C0 <= r && r < 0x0180 && latinBases[r-0x00C0] != '.':
			dst = append(dst, latinBases[r-0x00C0])
		case isArabicLetter(r):
			dst = utf8.AppendRune(dst, bareArabic(r))
		case r == '’':
			dst = append(dst, '\'')
		default:
			return appendKeySlowly(dst[:start], s)
		}
		i += n
	}
	return trimFold(dst, start)
}

func appendKeySlowly(dst []byte, s string) []byte {
	var buf [256]byte
	return AppendLoose(dst, AppendName(buf[:0], s))
}

const (
	keyHyphen = '\x01'
	keySpace  = ' '
)

// asciiKeys has for each ASCII character the one in the loose form, keyHyphen
// for the hyphen, and 0 for those that are left to the slow way.
const asciiKeys = "\x00\x00\x00\x00\x00\x00\x00\x00\x00     \x00\x00" +
	"\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00" +
	" !\"#$%&'()*+,\x01./0123456789:;<=>?" +
	"@abcdefghijklmnopqrstuvwxyz[\\]^_" +
	"'abcdefghijklmnopqrstuvwxyz{|}~\x00"

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || c >= utf8.RuneSelf }

// isPlain reports whether r is a Chinese character, a Korean syllable, or a
// letter or sign of Hindi but the nukta. Nothing in AppendKey changes them.
func isPlain(r rune) bool {
	return 0x4E00 <= r && r <= 0x9FFF || 0xAC00 <= r && r <= 0xD7A3 ||
		0x0901 <= r && r <= 0x0939 || 0x093D <= r && r <= 0x094D
}

// isArabicLetter reports whether r is a letter of Arabic, Persian or Urdu that
// nothing before or after it changes in NFKC.
func isArabicLetter(r rune) bool {
	return 0x0620 <= r && r <= 0x063F || 0x0641 <= r && r <= 0x064A ||
		0x0671 <= r && r <= 0x0674 || 0x0679 <= r && r <= 0x06D3
}

// Hash returns a hash of a key that is the same in every process, so that a
// table can be laid out by it.
func Hash(key []byte) uint32 {
	const k = 0x9E3779B97F4A7C15
	h := uint64(len(key)) * k
	for len(key) >= 8 {
		h = mix(h ^ (uint64(key[0]) | uint64(key[1])<<8 | uint64(key[2])<<16 | uint64(key[3])<<24 |
			uint64(key[4])<<32 | uint64(key[5])<<40 | uint64(key[6])<<48 | uint64(key[7])<<56))
		key = key[8:]
	}
	var tail uint64
	for _, c := range key {
		tail = tail<<8 | uint64(c)
	}
	return uint32(mix(h ^ tail ^ k))
}

func mix(x uint64) uint64 {
	high, low := bits.Mul64(x, 0xD6E8FEB86659FD93)
	return high ^ low
}
