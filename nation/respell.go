package nation

import (
	"bytes"
	"slices"
)

// appendRespelt appends the nations that a key means if its words are put in
// another order, or if a part of it is another name of what the rest names. The
// abbreviations of the key are written out.
func appendRespelt(dst []candidate, key []byte) []candidate {
	if dst = appendKey(dst, key); len(dst) > 0 {
		return dst
	}
	head, tail := halves(key)
	if tail == nil {
		return dst
	}
	bracket := key[len(key)-1] == ')'
	comma := !bracket && bytes.Contains(key, []byte(", "))
	if bracket || comma {
		dst = appendReordered(dst, head, tail, bracket)
	}
	if len(dst) == 0 {
		dst = appendPair(dst, head, tail, comma)
	}
	return dst
}

// halves returns the text before and in the brackets at the end of a key or,
// without brackets, before and after its only comma or slash. The
// second is nil if there is neither.
func halves(key []byte) (head, tail []byte) {
	if n := len(key); n > 0 && key[n-1] == ')' {
		if at := bytes.Index(key, []byte(" (")); at > 0 && bytes.Count(key, []byte("(")) == 1 {
			return key[:at], key[at+2 : n-1]
		}
		return nil, nil
	}
	for _, sep := range []string{", ", "/"} {
		if head, tail, ok := bytes.Cut(key, []byte(sep)); ok && len(head) > 0 && len(tail) > 0 &&
			!bytes.Contains(tail, []byte(sep)) {
			return bytes.TrimSuffix(head, []byte(" ")), bytes.TrimPrefix(tail, []byte(" "))
		}
	}
	return nil, nil
}

// appendReordered appends the nations that have the second part of a name
// before the first, as in "korea, south" and "congo, republic of the", or
// after it, if that was in brackets: "congo (kinshasa)".
func appendReordered(dst []candidate, head, tail []byte, bracket bool) []candidate {
	tail = bytes.TrimPrefix(tail, []byte("the "))
	var buf [4 * maxName]byte
	if bracket {
		dst = appendAll(dst, append(append(append(buf[:0], head...), ' '), tail...))
	}
	for _, between := range [...]string{" of the ", " of ", " the ", " "} {
		key := append(buf[:0], tail...)
		key = append(key, between...)
		key = append(key, head...)
		dst = appendAll(dst, key)
	}
	if len(dst) > 0 {
		return dst
	}
	// The same parts with the other mark between them.
	key := append(append(append(buf[:0], head...), " ("...), tail...)
	dst = appendKey(dst, append(key, ')'))
	key = append(append(append(buf[:0], head...), ", "...), tail...)
	return appendAll(dst, key)
}

// appendAll appends the nations that a key finds, whatever dst has.
func appendAll(dst []candidate, key []byte) []candidate {
	var buf [4]candidate
	return append(dst, appendKey(buf[:0], key)...)
}

// appendPair appends the nations that two names mean beside each other: a
// territory beside its sovereign and, if they are not just in a list with
// commas, those that have both names, or two states of which one continued the
// other.
func appendPair(dst []candidate, head, tail []byte, comma bool) []candidate {
	var bufs [2][4]candidate
	a, b := appendKey(bufs[0][:0], head), appendKey(bufs[1][:0], tail)
	if !comma {
		if dst = appendShared(dst, a, b); len(dst) > 0 {
			return dst
		}
	}
	for _, c := range a {
		for _, d := range b {
			switch {
			case int(stateRows[c.nation].sovereign) == d.nation+1:
				dst = append(dst, c)
			case int(stateRows[d.nation].sovereign) == c.nation+1:
				dst = append(dst, d)
			}
		}
	}
	if len(dst) > 0 || comma {
		return dst
	}
	for _, c := range a {
		for _, d := range b {
			if c.rank <= rankEnded && d.rank <= rankEnded &&
				(slices.Contains(before(c.nation), uint16(d.nation)) || slices.Contains(after(c.nation), uint16(d.nation))) {
				// Without a date neither is meant more than the other.
				c.rank, d.rank = rankName, rankName
				dst = append(dst, c, d)
			}
		}
	}
	return dst
}

// appendShared appends the candidates that are in both lists, each with the
// better rank.
func appendShared(dst, a, b []candidate) []candidate {
	for _, c := range a {
		for _, d := range b {
			if c.nation == d.nation {
				if d.rank < c.rank {
					c = d
				}
				dst = append(dst, c)
				break
			}
		}
	}
	return dst
}
