package interop

import "errors"

// ErrLimit is the error for a file that goes beyond a limit of [Options].
// Readers wrap it.
var ErrLimit = errors.New("interop: limit exceeded")

// Options limit what a reader accepts. The zero Options means the defaults.
type Options struct {
	// MaxRejected is the number of rejected rows after which reading ends with
	// an error that wraps [ErrLimit]. Zero means [DefaultMaxRejected], and a
	// negative number that the first rejected row ends it.
	MaxRejected int
	// MaxRow is the greatest number of bytes in one row or entry. A longer one
	// ends reading with an error that wraps [ErrLimit]. Zero or less means
	// [DefaultMaxRow].
	MaxRow int
}

// The defaults of [Options].
const (
	DefaultMaxRejected = 10_000
	DefaultMaxRow      = 1 << 20
)

// Limits returns o with the defaults in place of zeros, and 0 for a negative
// number of rejected rows. Readers call it.
func (o Options) Limits() Options {
	switch {
	case o.MaxRejected == 0:
		o.MaxRejected = DefaultMaxRejected
	case o.MaxRejected < 0:
		o.MaxRejected = 0
	}
	if o.MaxRow <= 0 {
		o.MaxRow = DefaultMaxRow
	}
	return o
}

// ErrFormat is the error for a file that is not one of the reader's format, such
// as one whose header lacks a column. Readers wrap it.
var ErrFormat = errors.New("interop: not a file of this format")
