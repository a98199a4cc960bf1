package entente

import (
	"errors"
	"strconv"
)

// The enumerations of this package are uint8s with a table of names, in which
// index 0 stands for the zero value and is never a name. These three functions
// are all that their methods do.

func enumString[E ~uint8](e E, typ string, names []string) string {
	if e == 0 || int(e) >= len(names) {
		return "%!" + typ + "(" + strconv.Itoa(int(e)) + ")"
	}
	return names[e]
}

func enumMarshal[E ~uint8](e E, what string, names []string) ([]byte, error) {
	if e == 0 || int(e) >= len(names) {
		return nil, errors.New("entente: invalid " + what + " " + strconv.Itoa(int(e)))
	}
	return []byte(names[e]), nil
}

func enumUnmarshal[E ~uint8](e *E, what string, names []string, text []byte) error {
	for i, name := range names {
		if name == string(text) && i > 0 {
			*e = E(i)
			return nil
		}
	}
	return &valueError{what: what, value: string(text), hint: oneOf(string(text), names[1:])}
}

// A valueError says that a text is not one of the values that it may be.
type valueError struct {
	what, value, hint string
}

func (e *valueError) Error() string {
	return "entente: unknown " + e.what + " " + quote(e.value) + "; " + e.hint
}

func (e *valueError) diagnosis() (message, hint string) {
	return "unknown " + e.what + " " + quote(e.value), e.hint
}

func (e *valueError) Unwrap() error { return ErrValue }
