package nation

import (
	"slices"

	"github.com/entente-go/entente/internal/fold"
)

// candidate is a nation that a name or code may mean.
type candidate struct {
	nation int
	rank   rank
	where  int // the name's place in nameText, or a row of codeRows from -1 down, or idPlace
}

// rank says how well a name or code fits. The lowest is the best.
type rank uint8

const (
	rankCode rank = iota + 1
	rankName
	rankEnded // a name of a state that is no more
	rankFormerCode
	rankFormerName
)

const idPlace = 1 << 30

var rankKeys = [...]Key{0, KeyCode, KeyName, KeyName, KeyFormerCode, KeyFormerName}

func (c candidate) match() Match {
	m := Match{ID: idOf(c.nation), Key: rankKeys[c.rank]}
	switch {
	case c.where == idPlace:
		m.Name = string(m.ID)
	case c.where < 0:
		m.Name = codeAt(-1 - c.where)
	default:
		m.Name = nameAt(c.where)
	}
	return m
}

// foremost returns the candidate of the best rank, and whether there is another
// nation of that rank.
func foremost(found []candidate) (best candidate, tied bool) {
	best = found[0]
	for _, c := range found[1:] {
		switch {
		case c.rank < best.rank:
			best, tied = c, false
		case c.rank == best.rank && c.nation != best.nation:
			tied = true
		}
	}
	return best, tied
}

// meant returns the candidates of a rank and, where names are ambiguous, the
// states that are no more but had the name.
func meant(found []candidate, r rank) []candidate {
	return slices.DeleteFunc(slices.Clone(found), func(c candidate) bool {
		return c.rank != r && (r != rankName || c.rank != rankEnded)
	})
}

// idsOf returns the IDs of candidates, each once, in order.
func idsOf(found []candidate) []ID {
	var numbers []int
	for _, c := range found {
		numbers = append(numbers, c.nation)
	}
	slices.Sort(numbers)
	var list []ID
	for _, n := range slices.Compact(numbers) {
		list = append(list, idOf(n))
	}
	return list
}

// candidates appends to dst all nations that s may mean. There is at least one,
// or an error.
func candidates(dst []candidate, s string) ([]candidate, error) {
	if len(s) > maxName {
		return dst, tooLong(s)
	}
	if len(s) <= 64 {
		// Most names are short, and a small buffer costs less to clear.
		var buf [64]byte
		dst = appendKey(dst, fold.AppendKey(buf[:0], s))
	} else {
		var buf [maxName]byte
		dst = appendKey(dst, fold.AppendKey(buf[:0], s))
	}
	if len(dst) == 0 {
		var key, words [2 * maxName]byte
		dst = appendRespelt(dst, fold.AppendWords(words[:0], fold.AppendKey(key[:0], s)))
	}
	if len(dst) == 0 {
		return dst, notFound(s)
	}
	return dst, nil
}

// appendKey appends the nations that have a key as a name or code, with or
// without an article.
func appendKey(dst []candidate, key []byte) []candidate {
	if len(key) <= 4 {
		dst = appendCodes(dst, key)
	}
	if dst = appendNames(dst, key, false); len(dst) == 0 {
		if bare := cutArticle(key); bare != nil {
			dst = appendNames(dst, bare, true)
		}
	}
	return dst
}

// appendNames appends the nations that have a key as a name. With article it
// minds only names that take one.
func appendNames(dst []candidate, key []byte, article bool) []candidate {
	for slot := int(fold.Hash(key) % nameSlots); ; slot = (slot + 1) % nameSlots {
		n := two(2 * slot)
		if n == 0 {
			return dst
		}
		at := keysAt + 6*(n-1)
		if int(nameIndex[at+3]) != len(key) || keyText(three(at), len(key)) != string(key) {
			continue
		}
		for i := two(at + 4); i < two(at+10); i++ {
			f := foundsAt + 6*i
			if flags := nameIndex[f+2]; !article || flags&articleFlag != 0 {
				dst = append(dst, candidate{two(f), rank(flags &^ articleFlag), three(f + 3)})
			}
		}
		return dst
	}
}

// appendCodes appends the nations that have a key as an alphabetic code of ISO,
// in force or withdrawn.
func appendCodes(dst []candidate, key []byte) []candidate {
	var upper [4]byte
	for i, c := range key {
		if c < 'a' || c > 'z' {
			return dst
		}
		upper[i] = c - 'a' + 'A'
	}
	if len(key) == 4 {
		if n := formerNumber(four(string(upper[:]))); n >= 0 {
			dst = append(dst, candidate{n, rankCode, idPlace})
		}
		return dst
	}
	scheme := SchemeISOAlpha2
	if len(key) == 3 {
		scheme = SchemeISOAlpha3
	}
	code, ok := codeKey(scheme, string(upper[:len(key)]))
	if !ok {
		return dst
	}
	for i := codeSlot(code); codeSlots[i] != 0; i = (i + 1) % uint32(len(codeSlots)) {
		row := int(codeSlots[i]) - 1
		if r := &codeRows[row]; r.key == code {
			c := candidate{int(r.nation), rankCode, -1 - row}
			if r.last != stillInForce {
				c.rank = rankFormerCode
			}
			dst = append(dst, c)
		}
	}
	return dst
}

// cutArticle returns a key without its article, or nil if it has no article.
func cutArticle(key []byte) []byte {
	const before, after, inverted = "the ", " (the)", ", the"
	n := len(key)
	switch {
	case n > len(before) && string(key[:len(before)]) == before:
		return key[len(before):]
	case n > len(after) && string(key[n-len(after):]) == after:
		return key[:n-len(after)]
	case n > len(inverted) && string(key[n-len(inverted):]) == inverted:
		return key[:n-len(inverted)]
	}
	return nil
}
