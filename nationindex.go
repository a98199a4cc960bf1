package entente

import (
	"hash/maphash"
	"strings"
)

// nationIndex finds the nation that has a name. It is not changed any more
// once it is built.
type nationIndex struct {
	// keys is all keys on end, and entries says which is whose.
	keys    []byte
	entries []nationEntry
	// Two hash tables with open addressing, the one by key, the other by name
	// for the names that find their nation just as they are spelt, which saves
	// making a key of them. A slot holds the number of an entry from 1, or 0
	// for none.
	byKey, byName []uint16
	seed          maphash.Seed
}

// nationEntry is one key under which a nation is found.
type nationEntry struct {
	_       incomparable
	name    string
	id      ID
	key     uint32 // where the key starts in nationIndex.keys
	keyLen  uint16
	sort    NationKey
	article bool // whether "the" may stand before it
}

// nationSlots is a power of two, more than twice the number of keys.
const nationSlots = 1 << 13

// build enters all keys of the rows.
func (t *nationIndex) build(rows []nationRow) {
	var buf [maxNationName]byte
	for i := range rows {
		r := &rows[i]
		r.each(func(term nationTerm) bool {
			e := nationEntry{name: term.text, id: r.id, sort: term.key, article: term.article}
			folded := appendFold(buf[:0], term.text)
			t.add(e, folded)
			if first := folded[0]; term.iso || first == 's' || first > 'z' || strings.IndexByte(term.text, '&') >= 0 {
				t.addSpellings(e, string(folded), term.iso)
			}
			return true
		})
	}
	for i := range t.entries {
		t.addName(i)
	}
}

// addSpellings enters the forms that a name has in other usual lists.
func (t *nationIndex) addSpellings(e nationEntry, name string, iso bool) {
	if short, rest, ok := strings.Cut(name, " ("); ok && iso {
		// The lists before ISO's present one had "Korea, Republic of".
		rest = strings.TrimSuffix(rest, ")")
		bare := strings.TrimPrefix(rest, "the ")
		t.add(e, []byte(short+" ("+bare+")"))
		t.add(e, []byte(short+", "+rest))
		t.add(e, []byte(short+", "+bare))
	}
	for _, s := range [...][2]string{{"saint ", "st. "}, {"saint ", "st "}, {"st. ", "saint "}, {"st. ", "st "},
		{" & ", " and "}, {"о-ва", "острова"}, {"о-в ", "остров "}} {
		if before, after, ok := strings.Cut(name, s[0]); ok && (before == "" || s[0][0] != 's') {
			other := before + s[1] + after
			t.add(e, []byte(other))
			if before, after, ok := strings.Cut(other, " & "); ok {
				t.add(e, []byte(before+" and "+after))
			}
		}
	}
}

// add enters one key, unless the nation has it already.
func (t *nationIndex) add(e nationEntry, folded []byte) {
	e.key = uint32(len(t.keys))
	t.keys = appendLoose(t.keys, folded)
	key := t.keys[e.key:]
	e.keyLen = uint16(len(key))
	i := maphash.Bytes(t.seed, key) % nationSlots
	for ; t.byKey[i] != 0; i = (i + 1) % nationSlots {
		if old := &t.entries[t.byKey[i]-1]; old.id == e.id && string(t.keyOf(old)) == string(key) {
			old.sort = min(old.sort, e.sort)
			old.article = old.article || e.article
			t.keys = t.keys[:e.key]
			return
		}
	}
	t.entries = append(t.entries, e)
	t.byKey[i] = uint16(len(t.entries))
}

// addName enters the name of an entry as it is spelt, if that finds the entry.
func (t *nationIndex) addName(number int) {
	e := &t.entries[number]
	if t.findSpelt(e.name) != nil {
		return
	}
	if found, _ := t.findFolded(e.name); found == nil || found.id != e.id || found.sort != e.sort {
		return
	}
	i := maphash.String(t.seed, e.name) % nationSlots
	for t.byName[i] != 0 {
		i = (i + 1) % nationSlots
	}
	t.byName[i] = uint16(number + 1)
}

func (t *nationIndex) keyOf(e *nationEntry) []byte { return t.keys[e.key : e.key+uint32(e.keyLen)] }

// findSpelt returns the entry that has a name of just this spelling, or nil.
func (t *nationIndex) findSpelt(name string) *nationEntry {
	for i := maphash.String(t.seed, name) % nationSlots; t.byName[i] != 0; i = (i + 1) % nationSlots {
		if e := &t.entries[t.byName[i]-1]; e.name == name {
			return e
		}
	}
	return nil
}

// findName returns the entry of the nation that a name names, looking for the
// name as it is and, if that finds nothing, without an article. If it names
// several it returns those. It works in the buffers fold and loose.
func (t *nationIndex) findName(s string, fold, loose []byte) (*nationEntry, []ID) {
	fold = appendFold(fold, s)
	loose = appendLoose(loose, fold)
	e, candidates := t.find(loose, false)
	if e == nil && candidates == nil {
		if rest := cutArticle(loose); rest != nil {
			return t.find(rest, true)
		}
	}
	return e, candidates
}

// findFolded is findName with buffers of its own. Most names are short, and a
// small buffer costs less to clear.
func (t *nationIndex) findFolded(s string) (*nationEntry, []ID) {
	if len(s) > 64 {
		var fold, loose [maxNationName]byte
		return t.findName(s, fold[:0], loose[:0])
	}
	var fold, loose [64]byte
	return t.findName(s, fold[:0], loose[:0])
}

// cutArticle returns a name without its article, or nil if it has none.
func cutArticle(name []byte) []byte {
	const before, after, inverted = "the ", " (the)", ", the"
	n := len(name)
	switch {
	case n > len(before) && string(name[:len(before)]) == before:
		return name[len(before):]
	case n > len(after) && string(name[n-len(after):]) == after:
		return name[:n-len(after)]
	case n > len(inverted) && string(name[n-len(inverted):]) == inverted:
		return name[:n-len(inverted)]
	}
	return nil
}

// find returns the entry that has the loose form of a name as its key or, if
// several nations have one, those. With article it minds only keys that take
// one.
func (t *nationIndex) find(loose []byte, article bool) (*nationEntry, []ID) {
	var first *nationEntry
	for i := maphash.Bytes(t.seed, loose) % nationSlots; t.byKey[i] != 0; i = (i + 1) % nationSlots {
		e := &t.entries[t.byKey[i]-1]
		switch {
		case string(t.keyOf(e)) != string(loose) || article && !e.article:
		case first != nil: // a nation has a key but once
			return t.choose(loose)
		default:
			first = e
		}
	}
	return first, nil
}

// choose decides between the nations that share a key: for those with the
// foremost sort of key. If several remain it returns those.
func (t *nationIndex) choose(loose []byte) (*nationEntry, []ID) {
	var best *nationEntry
	var ids []ID
	for i := range t.entries {
		e := &t.entries[i]
		if string(t.keyOf(e)) != string(loose) {
			continue
		}
		if best == nil || e.sort < best.sort {
			best, ids = e, nil
		}
		if e.sort == best.sort {
			ids = append(ids, e.id)
		}
	}
	if len(ids) > 1 {
		return nil, ids
	}
	return best, nil
}
