package fold

import (
	"strings"
	"unicode"
)

// Words returns the words of a name, in its order, without accents, capitals and
// punctuation.
func Words(name string) []string {
	return strings.FieldsFunc(string(AppendKey(nil, name)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
}
