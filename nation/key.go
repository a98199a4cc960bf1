package nation

import (
	"errors"
	"strconv"
)

// Key says what kind of code or name found a state. The zero Key is invalid.
type Key uint8

const (
	// KeyCode is an alphabetic code in force: of ISO 3166-1, or the four-letter
	// one of ISO 3166-3 for a former state.
	KeyCode Key = iota + 1
	// KeyName is a name that the state has, or had at its end.
	KeyName
	// KeyFormerCode is a code that ISO 3166-1 withdrew, such as "SUN" or "ROM".
	KeyFormerCode
	// KeyFormerName is a name that the state gave up, such as "Swaziland".
	KeyFormerName
)

var keyTexts = [...]string{"", "code", "name", "former-code", "former-name"}

// String returns "code", "name", "former-code" or "former-name", and "Key(0)"
// or the like for any other number.
func (k Key) String() string { return text(int(k), keyTexts[:], 1, "Key") }

// Former reports whether k is [KeyFormerCode] or [KeyFormerName].
func (k Key) Former() bool { return k == KeyFormerCode || k == KeyFormerName }

// MarshalText implements [encoding.TextMarshaler]. It returns an error if k is
// not one of the constants.
func (k Key) MarshalText() ([]byte, error) { return marshal(int(k), keyTexts[:], 1, "Key") }

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts the text of
// each constant. On error, k is unchanged.
func (k *Key) UnmarshalText(b []byte) error {
	n, err := unmarshal(b, keyTexts[:], 1, "Key")
	if err == nil {
		*k = Key(n)
	}
	return err
}

// text returns the text of constant n, where the first that there is has the
// number first.
func text(n int, texts []string, first int, typ string) string {
	if n < first || n >= len(texts) {
		return typ + "(" + strconv.Itoa(n) + ")"
	}
	return texts[n]
}

func marshal(n int, texts []string, first int, typ string) ([]byte, error) {
	if n < first || n >= len(texts) {
		return nil, errors.New("nation: " + text(n, texts, first, typ) + " has no text")
	}
	return []byte(texts[n]), nil
}

func unmarshal(b []byte, texts []string, first int, typ string) (int, error) {
	for n := first; n < len(texts); n++ {
		if texts[n] == string(b) {
			return n, nil
		}
	}
	return 0, errors.New("nation: " + quote(string(b)) + " is no " + typ)
}
