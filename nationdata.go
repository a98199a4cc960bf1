package entente

import (
	_ "embed"
	"hash/maphash"
	"strings"
	"sync"

	"github.com/entente-go/entente/internal/textpack"
)

// nationData is the table of nations, packed by [textpack.Pack]. Its names are
// the Unicode CLDR's; the licence stands beside it, in data/nations.LICENSE.
//
// Unpacked, it is lines of text. The first is the version of CLDR. Up to an
// empty line there follow the regions of M49: the code and those of the
// regions around it, parted by spaces; after tabs the names in English, Russian
// and Urdu. The rest are the nations, those of today first, then the former,
// both in the order of their IDs: ID, alpha-3, numeric code or "-", the
// narrowest region and, for a former state, its first and last year, the year
// in which its codes were withdrawn, and the successors; after tabs the names,
// of which the first three are those for display. A sigil before each name
// tells what it is.
//
//go:embed data/nations.bin
var nationData string

// A sync.Once and not a sync.OnceValue: that would be made at start-up, and
// would keep the table in programs that never look up a nation.
var (
	nationsOnce  sync.Once
	nationsTable *nationTable
)

// nations returns the table of nations, decoded.
func nations() *nationTable {
	nationsOnce.Do(func() { nationsTable = decodeNations(nationData) })
	return nationsTable
}

// nationTable is the table of nations, decoded. It is not changed any more.
type nationTable struct {
	version string
	regions []regionRow
	rows    []nationRow
	// current has the number of the row of each alpha-2 code, by its
	// alpha2Index. The rows of the former states, from formerRow, are in the
	// order of iso3166Part3.
	current   [26 * 26]uint16
	formerRow int
	nationIndex
}

// incomparable keeps the compiler from making functions that compare what has
// a field of it. Nobody compares rows, and the functions are not small.
type incomparable [0]func()

type regionRow struct {
	_           incomparable
	code, above string
	shown       [3]string
}

type nationRow struct {
	_               incomparable
	id              ID
	alpha3, numeric string
	region          string
	former          string // what follows the region for a former state
	shown           [3]string
	names           string // with their sigils, parted by tabs
}

func decodeNations(packed string) *nationTable {
	text, err := textpack.Unpack(packed)
	if err != nil {
		panic(err) // the tests would have shown it
	}
	t := &nationTable{rows: make([]nationRow, 0, 300)}
	t.byKey, t.byName, t.seed = make([]uint16, nationSlots), make([]uint16, nationSlots), maphash.MakeSeed()
	t.keys, t.entries = make([]byte, 0, len(text)), make([]nationEntry, 0, 3200)
	t.version = cutField(&text, '\n')
	for line := cutField(&text, '\n'); line != ""; line = cutField(&text, '\n') {
		head := cutField(&line, '\t')
		r := regionRow{code: cutField(&head, ' '), above: head}
		for i := range r.shown {
			r.shown[i] = cutField(&line, '\t')
		}
		t.regions = append(t.regions, r)
	}
	for text != "" {
		line := cutField(&text, '\n')
		head := cutField(&line, '\t')
		r := nationRow{id: ID(cutField(&head, ' ')), names: line}
		r.alpha3, r.numeric, r.region, r.former = cutField(&head, ' '), cutField(&head, ' '), cutField(&head, ' '), head
		if r.numeric == "-" {
			r.numeric = ""
		}
		for i := range r.shown {
			r.shown[i] = cutField(&line, '\t')[1:]
		}
		if len(r.id) == 2 {
			t.current[alpha2Index(r.id[0], r.id[1])] = uint16(len(t.rows))
			t.formerRow++
		}
		t.rows = append(t.rows, r)
	}
	t.build(t.rows)
	return t
}

// cutField returns what comes before the first sep in s, or all of it, and
// takes both off s.
func cutField(s *string, sep byte) string {
	text := *s
	i := strings.IndexByte(text, sep)
	if i < 0 {
		*s = ""
		return text
	}
	*s = text[i+1:]
	return text[:i]
}

// row returns the row of the nation that has the ID, or nil.
func (t *nationTable) row(id ID) *nationRow {
	switch len(id) {
	case 2:
		if alpha2Code(id[0], id[1]) != "" {
			return &t.rows[t.current[alpha2Index(id[0], id[1])]]
		}
	case 4:
		if i := part3Index(string(id)); i >= 0 {
			return &t.rows[t.formerRow+i]
		}
	}
	return nil
}

// A nationTerm is a name or code of a nation.
type nationTerm struct {
	text    string
	key     NationKey
	article bool // whether "the" may stand before it
	iso     bool // whether it may be in ISO's inverted form, "Korea (the Republic of)"
}

// each yields the names and codes of a nation until yield returns false. Names
// that are only for display it leaves out.
func (r *nationRow) each(yield func(nationTerm) bool) {
	codes := [...]string{string(r.id), r.alpha3, r.numeric, string(r.id[:2])}
	for i, code := range codes {
		key := KeyCode
		if len(r.id) == 4 && i > 0 {
			key = KeyFormerCode
		}
		if code == "" || i == 3 && len(r.id) == 2 {
			continue
		}
		if !yield(nationTerm{text: code, key: key}) {
			return
		}
	}
	for names := r.names; names != ""; {
		name := cutField(&names, '\t')
		term := nationTerm{text: name[1:], key: KeyName}
		switch name[0] {
		case '*':
			term.article = true
		case '(':
			term.article, term.iso = true, true
		case '-':
			term.key, term.iso = KeyFormerName, true
		case '#':
			term.key = KeyCode
		case '_':
			term.key = KeyFormerCode
		case '?':
			continue
		}
		if !yield(term) {
			return
		}
	}
}
