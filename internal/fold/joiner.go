package fold

import "strconv"

// TakesJoiner reports whether a zero-width joiner or non-joiner, which folding
// leaves out, can follow the character: a letter or mark of a script that joins,
// or a picture. Latin, Greek and Cyrillic do not join.
func TakesJoiner(r rune) bool {
	return r >= 0x530 && (r < 0x2000 || r >= 0x2070) && r != 0xfffd && strconv.IsPrint(r)
}
