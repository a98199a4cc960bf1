package main

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/entente-go/entente/internal/fold"
	"golang.org/x/text/unicode/norm"
)

// The sigils before each name in names.txt, which package nation reads.
const (
	sigilName    = "=" // a name
	sigilArticle = "*" // an English name that may have "the" before it
	sigilFormer  = "-" // a former name
	sigilShown   = "?" // a name for display only, which finds nothing
)

var (
	// shownLocales are those of the names for display.
	shownLocales = []string{"en", "ru", "ur"}
	// lookupLocales are those whose names find every nation.
	lookupLocales = append(slices.Clone(shownLocales), "ar", "zh", "zh-Hant", "fr", "es", "hi", "fa", "de", "tr")
)

// nameList gathers the names of one nation, each once.
type nameList struct {
	names []name
}

type name struct{ sigil, text string }

// show adds a name for display, in its place even if it is empty or double.
func (l *nameList) show(sigil, text string) {
	if rest, ok := strings.CutPrefix(text, "the "); ok {
		sigil, text = sigilArticle, rest
	}
	if text == "" {
		sigil = sigilShown
	}
	l.names = append(l.names, name{sigil, norm.NFC.String(text)})
}

// add adds a name that is not there yet. If it is, it may still turn out to be
// one that takes the article, or a former one: CLDR has "Swaziland" as a mere
// variant.
func (l *nameList) add(sigil, text string) {
	if text == "" {
		return
	}
	text = norm.NFC.String(text)
	if rest, ok := strings.CutPrefix(text, "the "); ok && sigil == sigilName {
		sigil, text = sigilArticle, rest
	}
	for i := range l.names {
		if strings.EqualFold(l.names[i].text, text) {
			if l.names[i].sigil == sigilName {
				l.names[i].sigil = sigil
			}
			return
		}
	}
	l.names = append(l.names, name{sigil, text})
}

// addForeign adds a name of CLDR's unless it is only another spelling of one
// that is there.
func (l *nameList) addForeign(text string) {
	key := looseKey(text)
	for _, n := range l.names {
		if looseKey(n.text) == key {
			return
		}
	}
	l.add(sigilName, text)
}

func looseKey(s string) string { return string(fold.AppendKey(nil, s)) }

// The ranks of names, as package nation numbers them.
const (
	rankName   = 2
	rankEnded  = 3
	rankFormer = 5
)

// found is one nation that a key finds.
type found struct {
	number, rank, offset int
	article              bool
}

// nameTable is the text of all names and the keys into it.
type nameTable struct {
	text  string
	lines []int // where each nation's line begins
	keys  map[string][]found
}

func (m *model) nameTable() *nameTable {
	t := &nameTable{keys: map[string][]found{}}
	var b strings.Builder
	for _, e := range m.entries {
		t.lines = append(t.lines, b.Len())
		b.WriteString(e.id)
		for _, n := range e.names.names {
			b.WriteString("\t" + n.sigil)
			f := found{number: e.number, rank: rankName, offset: b.Len(), article: n.sigil == sigilArticle}
			b.WriteString(n.text)
			switch {
			case n.sigil == sigilShown:
				continue
			case n.sigil == sigilFormer:
				f.rank = rankFormer
			case e.ended && !m.shared[looseKey(n.text)]:
				f.rank = rankEnded
			}
			key := fold.AppendKey(nil, n.text)
			t.add(string(key), f)
			t.add(string(fold.AppendWords(nil, key)), f)
		}
		b.WriteString("\n")
	}
	t.text = b.String()
	return t
}

// add enters a key for a nation, unless it has it already.
func (t *nameTable) add(key string, f found) {
	list := t.keys[key]
	for i := range list {
		if list[i].number != f.number {
			continue
		}
		f.article = f.article || list[i].article
		if f.rank >= list[i].rank {
			f.rank, f.offset = list[i].rank, list[i].offset
		}
		list[i] = f
		return
	}
	t.keys[key] = append(list, f)
}

// index lays the keys out: the slots of a hash table, the keys, what they
// find, where the nations' lines begin, and the text of keys that is not in
// the text of names.
func (t *nameTable) index() (data []byte, slots, keys, founds int) {
	sorted := slices.Sorted(maps.Keys(t.keys))
	for slots = 1; slots < 2*len(sorted); {
		slots *= 2
	}
	table := make([]int, slots)
	for i, key := range sorted {
		at := int(fold.Hash([]byte(key))) & (slots - 1)
		for table[at] != 0 {
			at = (at + 1) & (slots - 1)
		}
		table[at] = i + 1
	}
	for _, n := range table {
		data = appendNumber(data, n, 2)
	}
	offsets, tail := t.keyText(sorted)
	for i, key := range sorted {
		data = appendNumber(data, offsets[i], 3)
		data = appendNumber(data, len(key), 1)
		data = appendNumber(data, founds, 2)
		founds += len(t.keys[key])
	}
	data = appendNumber(data, 0, 4)
	data = appendNumber(data, founds, 2)
	for _, key := range sorted {
		for _, f := range t.keys[key] {
			flags := f.rank
			if f.article {
				flags |= 0x80
			}
			data = appendNumber(data, f.number, 2)
			data = appendNumber(data, flags, 1)
			data = appendNumber(data, f.offset, 3)
		}
	}
	for _, at := range t.lines {
		data = appendNumber(data, at, 3)
	}
	return append(data, tail...), slots, len(sorted), founds
}

// appendNumber appends a number in so many bytes, the lowest first.
func appendNumber(data []byte, n, bytes int) []byte {
	for ; bytes > 0; bytes-- {
		data = append(data, byte(n))
		n >>= 8
	}
	return data
}

// keyText returns where each key is in the text of names, or, from its end on,
// in a text that it makes of all others, the longest first.
func (t *nameTable) keyText(sorted []string) (offsets []int, tail string) {
	offsets = make([]int, len(sorted))
	order := make([]int, len(sorted))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(len(sorted[b]), len(sorted[a])) })
	var b strings.Builder
	for _, i := range order {
		key := sorted[i]
		if at := strings.Index(t.text, key); at >= 0 {
			offsets[i] = at
		} else if at := strings.Index(b.String(), key); at >= 0 {
			offsets[i] = len(t.text) + at
		} else {
			offsets[i] = len(t.text) + b.Len()
			b.WriteString(key)
		}
	}
	return offsets, b.String()
}
