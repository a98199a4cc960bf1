package brief

import (
	"errors"
	"slices"
	"strconv"
)

// An enumeration is the text form of a type with a few values.
type enumeration struct {
	typ   string   // the name of the Go type
	what  string   // what errors call a value
	names []string // by value; "" for a number that is not a value
	hint  string   // ends the error for an unknown name
}

func (e *enumeration) has(v uint8) bool { return int(v) < len(e.names) && e.names[v] != "" }

func (e *enumeration) string(v uint8) string {
	if !e.has(v) {
		return e.typ + "(" + strconv.Itoa(int(v)) + ")"
	}
	return e.names[v]
}

func (e *enumeration) check(v uint8) error {
	if !e.has(v) {
		return errors.New("brief: invalid " + e.what + " " + strconv.Itoa(int(v)))
	}
	return nil
}

func (e *enumeration) marshal(v uint8) ([]byte, error) {
	if err := e.check(v); err != nil {
		return nil, err
	}
	return []byte(e.names[v]), nil
}

func unmarshal[E ~uint8](e *enumeration, into *E, text []byte) error {
	i := slices.Index(e.names, string(text))
	if i < 0 || len(text) == 0 {
		return errors.New("brief: unknown " + e.what + " " + strconv.Quote(string(text)) + e.hint)
	}
	*into = E(i)
	return nil
}
