// Package textpack packs text with many scripts and few words in about a third
// of its size, for a decoder of some thirty lines. The standard library's
// inflate alone is larger than the table that this package is for, and packs
// it less.
//
// The text is coded bit by bit with an arithmetic coder. How likely a bit is
// set is learnt, on both sides alike, from the bits that came before after the
// same two bytes and at the same place in a byte.
package textpack

import "errors"

// maxSize is the length of the longest text that Unpack returns.
const maxSize = 1 << 20

var errPacked = errors.New("textpack: not packed text")

// A model holds the chances. In each the upper 12 bits are the chance that a
// bit is set, out of 4096, and the lower 4 count how often it was met, up to
// rate.
type model [1 << slotBits]uint16

const (
	slotBits = 17
	rate     = 8
)

func newModel() *model {
	m := new(model)
	for i := range m {
		m[i] = 2048 << 4
	}
	return m
}

// slot returns the slot for the next bit. The two bytes before are in history,
// and node is 1 followed by the bits of this byte so far.
func slot(history, node uint32) uint32 {
	return (history&0xFFFF<<8 | node) * 0x9E3779B1 >> (32 - slotBits)
}

// split returns where in the range from low to high a set bit ends.
func split(low, high uint32, chance uint16) uint32 {
	return low + (high-low)>>12*uint32(chance>>4)
}

// learn returns a chance adapted to a bit: by most of the way at first, then by
// ever less.
func learn(chance uint16, bit uint32) uint16 {
	n := uint32(chance & 15)
	step := uint32(1<<17) / (2*n + 3)
	p := uint32(chance >> 4)
	if bit == 1 {
		p += (4096 - 16 - p) * step >> 16
	} else {
		p -= (p - 16) * step >> 16
	}
	if n < rate {
		n++
	}
	return uint16(p<<4 | n)
}

// Unpack returns the text that [Pack] packed.
func Unpack(packed string) (string, error) {
	if len(packed) < 3 {
		return "", errPacked
	}
	size := int(packed[0])<<16 | int(packed[1])<<8 | int(packed[2])
	if size > maxSize {
		return "", errPacked
	}
	packed = packed[3:]
	m := newModel()
	text := make([]byte, size)
	low, high, history := uint32(0), ^uint32(0), uint32(0)
	var code uint32
	code, packed = next(next(next(next(0, packed))))
	for i := range text {
		node := uint32(1)
		for node < 256 {
			chance := &m[slot(history, node)]
			middle, bit := split(low, high, *chance), uint32(0)
			if code <= middle {
				bit, high = 1, middle
			} else {
				low = middle + 1
			}
			*chance = learn(*chance, bit)
			node = node<<1 | bit
			for (low^high)>>24 == 0 {
				low, high = low<<8, high<<8|0xFF
				code, packed = next(code, packed)
			}
		}
		text[i] = byte(node)
		history = history<<8 | node&0xFF
	}
	return string(text), nil
}

// next shifts the first byte of packed into code, or 0 at its end.
func next(code uint32, packed string) (uint32, string) {
	if packed == "" {
		return code << 8, ""
	}
	return code<<8 | uint32(packed[0]), packed[1:]
}

// Pack packs a text. It panics if that is longer than a megabyte.
func Pack(text string) []byte {
	if len(text) > maxSize {
		panic("textpack: text too long")
	}
	packed := []byte{byte(len(text) >> 16), byte(len(text) >> 8), byte(len(text))}
	m := newModel()
	low, high, history := uint32(0), ^uint32(0), uint32(0)
	for i := range len(text) {
		node := uint32(1)
		for place := 7; place >= 0; place-- {
			chance := &m[slot(history, node)]
			middle, bit := split(low, high, *chance), uint32(text[i])>>place&1
			if bit == 1 {
				high = middle
			} else {
				low = middle + 1
			}
			*chance = learn(*chance, bit)
			node = node<<1 | bit
			for (low^high)>>24 == 0 {
				packed = append(packed, byte(high>>24))
				low, high = low<<8, high<<8|0xFF
			}
		}
		history = history<<8 | node&0xFF
	}
	return append(packed, byte(high>>24), byte(high>>16), byte(high>>8), byte(high))
}
