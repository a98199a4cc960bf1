package entente

import (
	"bytes"
	"encoding"

	"github.com/entente-go/entente/edtf"
)

// Go code may read an empty text as "not known". In a file it is a mistake: a
// member without a value is left out. The first reading cannot tell, so it
// gives up where an empty text stands for a value that has a text form, and the
// second reading reports it.

// holdsEmpty reports whether an empty string stands in data where a value with
// a text form may stand. A false alarm costs the second reading, no more.
func holdsEmpty(data []byte) bool {
	for rest := data; ; {
		i := bytes.Index(rest, []byte(`""`))
		if i < 0 {
			return false
		}
		before := bytes.TrimRight(rest[:i], " \t\r\n")
		if member, ok := bytes.CutSuffix(before, []byte(":")); !ok {
			if len(before) == 0 || before[len(before)-1] != '\\' {
				return true // the element of an array, or a name
			}
		} else if mayBeEmpty(nameAtEnd(member)) {
			return true
		}
		rest = rest[i+len(`""`):]
	}
}

// nameAtEnd returns the string with which data ends, or nil.
func nameAtEnd(data []byte) []byte {
	data, ok := bytes.CutSuffix(bytes.TrimRight(data, " \t\r\n"), []byte(`"`))
	if !ok {
		return nil
	}
	return data[bytes.LastIndexByte(data, '"')+1:]
}

// mayBeEmpty reports whether a member of the name may have a type with a text
// form. Those listed are strings wherever they are.
func mayBeEmpty(name []byte) bool {
	switch string(name) {
	case "archived", "hedge", "language", "locator", "m49", "quote", "trip", "url":
		return false
	}
	return true
}

// emptyText returns the error for an empty text in a file.
func emptyText(u encoding.TextUnmarshaler) error {
	switch u.(type) {
	case *edtf.Date:
		_, err := edtf.ParseDate("")
		return err
	case *edtf.Period:
		_, err := edtf.ParsePeriod("")
		return err
	}
	if err := u.UnmarshalText(nil); err != nil {
		return err
	}
	err := u.UnmarshalText([]byte{0}) // which no type accepts or knows a better word for
	if e, ok := err.(*valueError); ok {
		e.value = ""
	}
	return err
}
