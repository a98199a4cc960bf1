package entente

import (
	"encoding"

	"github.com/entente-go/entente/edtf"
)

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
