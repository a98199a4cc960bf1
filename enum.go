package entente

import (
	"errors"
	"strconv"
)

// An enum is the table of an enumeration, a uint8 whose constants count from 1.
// If the zero value means not stated, it is written and read as empty text, so
// that templates show nothing. Otherwise it is invalid, and prints like any
// other number that is not a constant: Kind(0).
type enum struct {
	typ     string   // the name of the Go type
	what    string   // its name in problems
	unknown bool     // whether the zero value means not stated
	names   []string // the text in files, by value; empty for 0
}

// has reports whether v is the value of a constant.
func (e *enum) has(v uint8) bool { return v > 0 && int(v) < len(e.names) }

func (e *enum) string(v uint8) string {
	if e.has(v) || v == 0 && e.unknown {
		return e.names[v]
	}
	return e.typ + "(" + strconv.Itoa(int(v)) + ")"
}

func (e *enum) marshal(v uint8) ([]byte, error) {
	if e.has(v) || v == 0 && e.unknown {
		return []byte(e.names[v]), nil
	}
	return nil, errors.New("entente: no such " + e.what + ": " + strconv.Itoa(int(v)))
}

func unmarshalEnum[E ~uint8](e *enum, into *E, text []byte) error {
	for v, name := range e.names {
		if name == string(text) && (v > 0 || e.unknown) {
			*into = E(v)
			return nil
		}
	}
	return &valueError{what: e.what, value: string(text), hint: oneOf(string(text), e.names[1:])}
}

// A valueError reports a text that is not a value of its enumeration.
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
