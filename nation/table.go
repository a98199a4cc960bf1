package nation

import (
	_ "embed" // for the tables of names
	"strings"
)

// The tables are sorted when they are generated and searched where they are:
// nothing is unpacked or indexed at the first use.

// nameText has a line for each nation, in the order of the IDs: the ID and,
// after tabs, the names, of which the first three are the English, the Russian
// and the Urdu one for display. Before each is a sigil: '=' a name, '*' an
// English name that may have an article, '-' a former name, '?' a name that
// finds nothing. The names are those of the Unicode CLDR and of the lists in
// internal/gennation; the terms of the CLDR are in cldr-terms.txt.
//
//go:embed names.txt
var nameText string

// nameIndex has, one after the other:
//
//   - nameSlots slots of 2 bytes, a hash table of keys, numbered from 1;
//   - nameKeys+1 keys of 6 bytes: where the text of the key is in nameText or,
//     beyond that, in the end of nameIndex (3), its length (1), and the first
//     of the nations that it finds (2);
//   - nameFounds of these, of 6 bytes: the number of the nation (2), the rank
//     of the name and whether it takes an article (1), and where the name is in
//     nameText (3);
//   - where the line of each nation begins in nameText, in 3 bytes;
//   - the text of keys that is not in nameText.
//
// Numbers are little-endian.
//
//go:embed names.idx
var nameIndex string

const (
	keysAt   = 2 * nameSlots
	foundsAt = keysAt + 6*(nameKeys+1)
	linesAt  = foundsAt + 6*nameFounds
)

const articleFlag = 0x80

func two(at int) int { return int(nameIndex[at]) | int(nameIndex[at+1])<<8 }

func three(at int) int {
	return int(nameIndex[at]) | int(nameIndex[at+1])<<8 | int(nameIndex[at+2])<<16
}

// keyText returns the text of a key of some length.
func keyText(offset, length int) string {
	if offset < len(nameText) {
		return nameText[offset : offset+length]
	}
	offset += linesAt + 3*len(stateRows) - len(nameText)
	return nameIndex[offset : offset+length]
}

// nameLine returns the names of a nation with their sigils.
func nameLine(n int) string {
	line := nameText[three(linesAt+3*n):]
	line = cut(&line, '\n')
	cut(&line, '\t')
	return line
}

// nameAt returns the name at an offset in nameText.
func nameAt(offset int) string {
	end := offset
	for nameText[end] != '\t' && nameText[end] != '\n' {
		end++
	}
	return nameText[offset:end]
}

// number returns the place of an ID in the tables, or -1.
func number(id ID) int {
	switch {
	case len(id) == 2:
		return isoNumber(id[0], id[1]) - 1
	case len(id) == 4:
		return formerNumber(four(string(id)))
	case len(id) > 4:
		return ownNumber(id)
	}
	return -1
}

// isoNumber returns the place of an alpha-2 code in the tables from 1, or 0.
func isoNumber(a, b byte) int {
	a, b = a-'A', b-'A'
	if a >= 26 || b >= 26 {
		return 0
	}
	return int(isoNumbers[int(a)*26+int(b)])
}

// formerNumber returns the place of a code of four letters in the tables, or -1.
func formerNumber(want uint32) int {
	low, high := 0, len(formerIDs)/4
	for low < high {
		middle := (low + high) / 2
		switch at := four(formerIDs[4*middle : 4*middle+4]); {
		case at == want:
			return len(isoIDs)/2 + middle
		case at < want:
			low = middle + 1
		default:
			high = middle
		}
	}
	return -1
}

// four returns four bytes as a number in the order of the texts.
func four(s string) uint32 {
	return uint32(s[0])<<24 | uint32(s[1])<<16 | uint32(s[2])<<8 | uint32(s[3])
}

// ownNumber returns the place in the tables of a state that ISO never had, or
// -1.
func ownNumber(id ID) int {
	if len(id) > ownWidth || id[0]-'A' >= 26 || id[len(id)-1] == ' ' {
		return -1
	}
	low, high := 0, len(ownIDs)/ownWidth
	for low < high {
		middle := (low + high) / 2
		cell := ownIDs[middle*ownWidth : middle*ownWidth+ownWidth]
		switch c := strings.Compare(cell[:len(id)], string(id)); {
		case c < 0:
			low = middle + 1
		case c > 0 || len(id) < ownWidth && cell[len(id)] != ' ':
			high = middle
		default:
			return len(isoIDs)/2 + len(formerIDs)/4 + middle
		}
	}
	return -1
}

// idOf returns the ID at a place in the tables.
func idOf(n int) ID {
	if n < len(isoIDs)/2 {
		return ID(isoIDs[2*n : 2*n+2])
	}
	if n -= len(isoIDs) / 2; n < len(formerIDs)/4 {
		return ID(formerIDs[4*n : 4*n+4])
	}
	n -= len(formerIDs) / 4
	cell := ownIDs[n*ownWidth : (n+1)*ownWidth]
	for cell[len(cell)-1] == ' ' {
		cell = cell[:len(cell)-1]
	}
	return ID(cell)
}
