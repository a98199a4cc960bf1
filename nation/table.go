package nation

import _ "embed" // for the tables of names

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
	switch len(id) {
	case 0, 1, 3:
		return -1
	case 2:
		a, b := id[0]-'A', id[1]-'A'
		if a >= 26 || b >= 26 {
			return -1
		}
		return int(isoNumbers[int(a)*26+int(b)]) - 1
	case 4:
		if n := search(formerIDs, 4, string(id)); n >= 0 {
			return len(isoIDs)/2 + n
		}
		return -1
	}
	if n := search(ownIDs, ownWidth, string(id)); n >= 0 {
		return len(isoIDs)/2 + len(formerIDs)/4 + n
	}
	return -1
}

// search returns the place of id among cells that are in order, or -1.
func search(cells string, width int, id string) int {
	if len(id) > width {
		return -1
	}
	low, high := 0, len(cells)/width
	for low < high {
		middle := (low + high) / 2
		cell := cells[middle*width : middle*width+width]
		switch {
		case cell[:len(id)] < id:
			low = middle + 1
		case cell[:len(id)] > id || len(id) < width && cell[len(id)] != ' ':
			high = middle
		default:
			return middle
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
