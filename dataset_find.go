package entente

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"github.com/entente-go/entente/internal/fold"
	"github.com/entente-go/entente/nation"
	"golang.org/x/text/language"
)

// Match is an actor or record that [Dataset.Find] found.
type Match struct {
	ID   ID     `json:"id"`   // of the record, or of a nation that records refer to
	Kind Kind   `json:"kind"` // its kind
	Name string `json:"name"` // the name that matched, as spelled in the data
	Fit  Fit    `json:"fit"`  // how well it matched
}

// String returns the match for logs, such as
// "exercise druzhba-7 (Druzhba VII, exact)".
func (m Match) String() string {
	return m.Kind.String() + " " + asWords(string(m.ID)) + " (" + asWords(m.Name) + ", " + m.Fit.String() + ")"
}

// Fit says how well a name matches the words sought. The zero Fit is invalid.
type Fit uint8

// The fits, from the worst to the best.
const (
	FitBeginnings Fit = iota + 1 // each word sought begins a word of the name
	FitWords                     // each word sought is a word of the name
	FitExact                     // the name is the same, up to case and spacing
)

var fitEnum = enum{typ: "Fit", what: "fit", names: []string{"", "beginnings", "words", "exact"}}

// String returns "exact", "words", "beginnings", or "Fit(99)" for a number that
// is not a constant.
func (f Fit) String() string { return fitEnum.string(uint8(f)) }

// MarshalText implements [encoding.TextMarshaler]. It returns an error for a
// number that is not a constant.
func (f Fit) MarshalText() ([]byte, error) { return fitEnum.marshal(uint8(f)) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts the text of
// each constant. On error, f is unchanged.
func (f *Fit) UnmarshalText(text []byte) error { return unmarshalEnum(&fitEnum, f, text) }

// Find returns the actors and records in d with a matching name, abbreviation
// or alias in any language, or a matching ID. The best matches come first:
// exact ones, then names that have all the words, then names with words that
// begin with them. Among equals, shorter names come first, then the order of
// the dataset decides. Each record occurs once, with the name that matched
// best.
//
// An exact match ignores case, spacing and Unicode form; several records may
// have the name, and Find never guesses. Matching by words ignores accents and
// punctuation too.
//
// A nation, whether it has a record or is only referred to, is also found by the
// codes and names that package nation knows.
//
// The first call builds an index of all names.
func (d *Dataset) Find(words string) []Match {
	c := d.index()
	var found []scored
	for _, s := range c.named(words) {
		if d.hasTarget(int(s.target)) {
			found = append(found, s)
		}
	}
	sort.Slice(found, func(i, j int) bool { return found[i].before(found[j]) })
	var matches []Match
	for _, s := range found {
		id, kind := c.identity(int(s.target))
		matches = append(matches, Match{ID: id, Kind: kind, Name: s.name, Fit: s.fit})
	}
	return matches
}

// hasTarget reports whether the record is in d or, for a nation without a
// record, whether a record in d involves or affects it.
func (d *Dataset) hasTarget(target int) bool {
	if d.sel == nil || target < len(d.c.recs) {
		return d.has(target)
	}
	a := d.c.numberOf(target)
	for _, rows := range []*inverse{&d.c.byParty, &d.c.byAffected} {
		for _, i := range rows.row(a) {
			if d.has(int(i)) {
				return true
			}
		}
	}
	return false
}

// identity returns the ID and kind of a record, or of a nation without one.
func (c *index) identity(target int) (ID, Kind) {
	if k := target - len(c.recs); k >= 0 {
		return c.states[k], KindNation
	}
	r := c.recs[target]
	return r.fact().ID, r.Kind()
}

// Name returns a name for the record or actor with the given ID, in the
// language that best matches the tag. This is the record's Label; for a nation
// without a name of its own in that language, the name in package nation; and
// otherwise the ID.
func (d *Dataset) Name(id ID, tag language.Tag) string {
	r, label := record(nil), string(id)
	if c := d.index(); c.ids != nil {
		if i, ok := c.ids[id]; ok {
			r = c.recs[i]
			label = r.Label(tag)
		}
	}
	known := nation.Name(nation.ID(id), tag)
	n, ok := r.(*Nation)
	if known == "" || r != nil && !ok {
		return label
	}
	if ok && !n.Name.IsZero() {
		base, _ := tag.Base()
		_, in := n.Name.In(tag)
		if own, _ := in.Base(); own == base || known == nation.Name(nation.ID(id), language.English) {
			return label // the data has it in the language, or package nation does not
		}
	}
	return known
}

// scored is a name with the score of its match.
type scored struct {
	target int32 // the index of the record, or the number of a nation without one
	name   string
	fit    Fit
	spare  int   // the number of words of the name beyond those sought
	number int32 // of the name
}

func (s scored) before(t scored) bool {
	return cmp.Or(cmp.Compare(t.fit, s.fit), cmp.Compare(s.spare, t.spare), cmp.Compare(s.target, t.target),
		cmp.Compare(s.number, t.number)) < 0
}

// A nameIndex finds names by their words.
type nameIndex struct {
	names []ownedName
	exact map[string][]int32 // the names with a key of fold.Name
	words []string           // all words, sorted
	rows  table              // the names that have each of words
}

// An ownedName is a name of a record or nation.
type ownedName struct {
	target int32
	name   string
}

// named returns the matches for the words, each record once, in no order.
func (c *index) named(words string) []scored {
	c.byName.once.Do(func() { c.byName.index = c.indexNames() })
	x := c.byName.index
	best := make(map[int32]scored)
	consider := func(name int32, fit Fit, spare int) {
		n := x.names[name]
		s := scored{target: n.target, name: n.name, fit: fit, spare: spare, number: name}
		if old, ok := best[n.target]; !ok || s.before(old) {
			best[n.target] = s
		}
	}
	if key := fold.Name(words); key != "" {
		for _, name := range x.exact[key] {
			consider(name, FitExact, 0)
		}
	}
	sought := wordsOf(words)
	x.withBeginnings(sought, func(name int32) {
		if fit, spare := compareWords(sought, wordsOf(x.names[name].name)); fit != 0 {
			consider(name, fit, spare)
		}
	})
	list := make([]scored, 0, len(best))
	for _, s := range best {
		list = append(list, s)
	}
	return list
}

// withBeginnings takes the sought word that fewest names match, and calls visit
// once for each name that has a word beginning with it.
func (x *nameIndex) withBeginnings(sought []string, visit func(name int32)) {
	var least, from, to int
	for k, w := range sought {
		lo := sort.SearchStrings(x.words, w)
		hi := lo + sort.Search(len(x.words)-lo, func(i int) bool { return !strings.HasPrefix(x.words[lo+i], w) })
		if n := x.count(lo, hi); k == 0 || n < least {
			least, from, to = n, lo, hi
		}
	}
	seen := make(map[uint32]bool, least)
	for word := from; word < to; word++ {
		for _, name := range x.rows.row(word) {
			if !seen[name] {
				seen[name] = true
				visit(int32(name))
			}
		}
	}
}

// count returns the total length of the rows of the words from lo up to hi.
func (x *nameIndex) count(lo, hi int) int {
	switch {
	case lo == hi:
		return 0
	case lo == 0:
		return int(x.rows.ends[hi-1])
	}
	return int(x.rows.ends[hi-1] - x.rows.ends[lo-1])
}

// compareWords says how well sought words fit the words of a name, both sorted,
// and how many more words the name has. The Fit is 0 if they do not match.
func compareWords(sought, name []string) (f Fit, spare int) {
	if len(sought) > len(name) {
		return 0, 0
	}
	f = FitWords
	for _, w := range sought {
		i := sort.SearchStrings(name, w)
		switch {
		case i == len(name) || !strings.HasPrefix(name[i], w):
			return 0, 0
		case name[i] != w:
			f = FitBeginnings
		}
	}
	return f, len(name) - len(sought)
}

// wordsOf returns the distinct words of a name, sorted, without accents,
// capitals and punctuation.
func wordsOf(name string) []string {
	words := fold.Words(name)
	sort.Strings(words)
	return slices.Compact(words)
}

func (c *index) indexNames() *nameIndex {
	x := &nameIndex{exact: make(map[string][]int32, 2*len(c.recs))}
	byWord := make(map[string][]uint32)
	c.eachName(func(target int, name string) {
		n := int32(len(x.names))
		x.names = append(x.names, ownedName{int32(target), name})
		if key := fold.Name(name); key != "" {
			x.exact[key] = append(x.exact[key], n)
		}
		for _, w := range wordsOf(name) {
			byWord[w] = append(byWord[w], uint32(n))
		}
	})
	for w := range byWord {
		x.words = append(x.words, w)
	}
	sort.Strings(x.words)
	for _, w := range x.words {
		x.rows.vals = append(x.rows.vals, byWord[w]...)
		x.rows.endRow()
	}
	return x
}

// eachName calls visit for each name of each record and nation, the ID of a
// record last.
func (c *index) eachName(visit func(target int, name string)) {
	known := func(target int, id ID) {
		for name := range nation.Names(nation.ID(id)) {
			visit(target, name)
		}
	}
	for i, r := range c.recs {
		id := r.fact().ID
		own := true // the ID, which comes first
		eachName(r, func(name string) {
			if !own {
				visit(i, name)
			}
			own = false
		})
		if r.Kind() == KindNation {
			known(i, id)
		}
		visit(i, string(id))
	}
	for k, id := range c.states {
		known(len(c.recs)+k, id)
	}
}

// Identified returns the records that have the identifier. There may be
// several: a scheme may give one number to what this data holds as two records.
// The first call builds an index of all identifiers.
func (d *Dataset) Identified(scheme, value string) *Dataset {
	if d.isEmpty() {
		return d.empty()
	}
	c := d.c
	c.byIdentifier.once.Do(func() { c.byIdentifier.index = c.indexIdentifiers() })
	keep := newBitset(len(c.recs))
	for _, i := range c.byIdentifier.index[Identifier{Scheme: scheme, Value: value}] {
		if d.has(int(i)) {
			keep.add(int(i))
		}
	}
	return d.narrowed(keep)
}

func (c *index) indexIdentifiers() map[Identifier][]int32 {
	index := make(map[Identifier][]int32)
	for i, r := range c.recs {
		for _, id := range r.fact().Identifiers {
			index[id] = append(index[id], int32(i))
		}
	}
	return index
}
