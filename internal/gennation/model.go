package main

import (
	"fmt"
	"log"
	"slices"
	"strconv"
	"strings"
)

// model is all that the tables hold, in the order of the tables: the entries
// of ISO 3166-1, those of ISO 3166-3, and the states that ISO never had.
type model struct {
	entries []*entry
	byID    map[string]*entry
	// shared has the names that states.txt gives to several states, by their
	// keys: without a date all are meant alike.
	shared map[string]bool
}

// entry is a state or territory.
type entry struct {
	id        string
	number    int  // its place in the tables
	ended     bool // whether it is no more
	names     nameList
	codes     []code
	existed   []period
	before    []string // what it continued
	after     []string // what continued it
	withdrawn int
	region    string
	sovereign string
}

// code is a code in a scheme, for a time.
type code struct {
	scheme int
	dated
}

// The schemes, as package nation numbers them.
const (
	schemeAlpha2 = iota + 1
	schemeAlpha3
	schemeNumeric
	schemeCOW
	schemeCOWLetters
	schemeGW
)

// formerCodes are codes that were replaced for a nation that kept its alpha-2
// code, with the year. Sources: ISO 3166-1, which changed ROM to ROU in 2002,
// and the list of numeric codes that M49 has changed since 1982.
var formerCodes = map[string]code{
	"DE":   {schemeNumeric, dated{"280", period{0, 1990_00_00}}},
	"ET":   {schemeNumeric, dated{"230", period{0, 1993_00_00}}},
	"KN":   {schemeNumeric, dated{"658", period{0, 1983_00_00}}},
	"PA":   {schemeNumeric, dated{"590", period{0, 1980_00_00}}},
	"RO":   {schemeAlpha3, dated{"ROM", period{0, 2002_00_00}}},
	"SD":   {schemeNumeric, dated{"736", period{0, 2011_00_00}}},
	"YE":   {schemeNumeric, dated{"886", period{0, 1990_00_00}}},
	"ANHH": {schemeNumeric, dated{"532", period{0, 1986_00_00}}},
	"YUCS": {schemeNumeric, dated{"890", period{0, 1992_00_00}}},
}

// formerNumeric has the first year of numeric codes that were given anew.
var formerNumeric = map[string]int{"CSXX": 2003_00_00, "YUCS": 1992_00_00, "ANHH": 1986_00_00}

// otherCodes are codes outside ISO 3166-1: XKX is what the World Bank and the
// European Union use for Kosovo where CLDR uses XKK.
var otherCodes = map[string]string{"XK": "XKX"}

// owners has the territories of each sovereign, for names such as "Hong Kong
// SAR, China". Source: the statuses in ISO 3166-1's remarks.
var owners = map[string]string{
	"AU": "CC CX HM NF", "CN": "HK MO TW", "DK": "FO GL", "FI": "AX", "FR": "BL GF GP MF MQ NC PF PM RE TF WF YT",
	"GB": "AI BM FK GG GI GS IM IO JE KY MS PN SH TC VG", "NL": "AW BQ CW SX ANHH", "NO": "BV SJ", "NZ": "CK NU TK",
	"US": "AS GU MP PR UM VI",
}

func compose(c *cldr, current []nation, former []formerState, others []state) (*model, error) {
	m := &model{byID: map[string]*entry{}, shared: map[string]bool{}}
	for _, n := range current {
		if err := m.addCurrent(c, n); err != nil {
			return nil, err
		}
	}
	for _, f := range former {
		m.addFormer(c, f)
	}
	listed := map[string]bool{}
	for _, s := range others {
		m.addState(s)
		for _, name := range s.other {
			key := looseKey(name)
			m.shared[key] = listed[key]
			listed[key] = true
		}
	}
	for i, e := range m.entries {
		e.number = i
		for _, s := range e.after {
			if m.byID[s] == nil {
				return nil, fmt.Errorf("%s is continued by %s, which is not listed", e.id, s)
			}
			m.byID[s].before = insert(m.byID[s].before, e.id)
		}
		for _, s := range e.before {
			if m.byID[s] == nil {
				return nil, fmt.Errorf("%s continues %s, which is not listed", e.id, s)
			}
			m.byID[s].after = insert(m.byID[s].after, e.id)
		}
	}
	for owner, list := range owners {
		for _, id := range strings.Fields(list) {
			m.byID[id].sovereign = owner
		}
	}
	for _, e := range m.entries {
		for _, list := range [][]string{e.before, e.after} {
			slices.SortFunc(list, func(a, b string) int { return m.byID[a].number - m.byID[b].number })
		}
		if e.region == "" {
			e.region = c.region(m.present(e.after, nil)...)
		}
	}
	m.settleCodes()
	return m, nil
}

func insert(ids []string, id string) []string {
	if slices.Contains(ids, id) {
		return ids
	}
	return append(ids, id)
}

func (m *model) add(e *entry) *entry {
	m.entries = append(m.entries, e)
	m.byID[e.id] = e
	return e
}

// present returns the entries of ISO 3166-1 in which those of ids have ended.
func (m *model) present(ids, found []string) []string {
	for _, id := range ids {
		switch {
		case slices.Contains(found, id):
		case len(id) == 2:
			found = append(found, id)
		default:
			found = m.present(m.byID[id].after, found)
		}
	}
	return found
}

func (m *model) addCurrent(c *cldr, n nation) error {
	codes, ok := c.codes[n.code]
	if !ok {
		return fmt.Errorf("CLDR has no codes for %s", n.code)
	}
	e := m.add(&entry{id: n.code, region: c.region(n.code)})
	for _, l := range shownLocales {
		name := c.names[l][n.code]
		if name == "" {
			return fmt.Errorf("CLDR has no name for %s in %q", n.code, l)
		}
		e.names.show(sigilName, name)
	}
	iso, article := strings.CutSuffix(n.iso, " (the)")
	switch {
	case article, strings.HasSuffix(iso, ")") && !strings.Contains(iso, "art)"):
		e.names.add(sigilArticle, iso)
	default:
		e.names.add(sigilName, iso)
	}
	e.names.add(sigilArticle, n.formal)
	e.names.add(sigilName, n.formalRU)
	for _, name := range n.other {
		e.names.add(sigilName, name)
	}
	for _, name := range n.former {
		e.names.add(sigilFormer, name)
	}
	for _, name := range c.variants(n.code) {
		e.names.addForeign(name)
	}
	e.code(schemeAlpha2, n.code, period{})
	e.code(schemeAlpha3, codes.alpha3, period{})
	e.code(schemeAlpha3, otherCodes[n.code], period{})
	e.code(schemeNumeric, codes.numeric, period{})
	return nil
}

func (e *entry) code(scheme int, text string, p period) {
	if text != "" {
		e.codes = append(e.codes, code{scheme, dated{text, p}})
	}
}

func (m *model) addFormer(c *cldr, f formerState) {
	e := m.add(&entry{id: f.code, ended: true, after: f.successors, region: c.formerRegion(f)})
	e.withdrawn, _ = strconv.Atoi(f.withdrawn)
	if first, _ := strconv.Atoi(f.first); first != 0 {
		last, _ := strconv.Atoi(f.last)
		e.existed = []period{{first * 10000, last * 10000}}
	}
	sigil, article := sigilName, sigilArticle
	if f.why == "name" {
		sigil, article = sigilShown, sigilShown
	}
	e.names.show(article, f.en)
	e.names.show(sigil, f.ru)
	e.names.show(sigil, f.ur)
	for _, name := range f.other {
		e.names.add(sigil, name)
	}
	gone := period{0, e.withdrawn * 10000}
	e.code(schemeAlpha2, f.alpha2, gone)
	e.code(schemeAlpha3, f.alpha3, gone)
	// A renamed state has kept its numeric code.
	if len(f.numeric) > 0 && f.why != "name" {
		e.code(schemeNumeric, f.numeric[0], period{formerNumeric[f.code], gone.last})
	}
}

func (m *model) addState(s state) {
	e := m.byID[s.id]
	if e == nil {
		if len(s.id) < 5 || strings.Trim(s.id, "ABCDEFGHIJKLMNOPQRSTUVWXYZ-") != "" {
			log.Fatalf("states.txt: %s is neither a code of ISO nor five upper-case letters or hyphens", s.id)
		}
		e = m.add(&entry{id: s.id, ended: true})
		e.names.show(sigilArticle, s.en)
		e.names.show(sigilName, s.ru)
		e.names.show(sigilName, s.ur)
		e.names.addForeign(s.id)
	}
	if len(s.existed) > 0 {
		e.existed = s.existed
	}
	for _, id := range s.continues {
		e.before = insert(e.before, id)
	}
	for _, id := range s.continued {
		e.after = insert(e.after, id)
	}
	for _, name := range s.other {
		e.names.add(sigilName, name)
	}
	for _, name := range s.former {
		e.names.add(sigilFormer, name)
	}
	hull := period{}
	if n := len(e.existed); n > 0 {
		hull = period{e.existed[0].first, e.existed[n-1].last}
	}
	for scheme, list := range map[int][]dated{schemeCOW: s.cow, schemeCOWLetters: s.letters, schemeGW: s.gw} {
		for _, d := range list {
			if d.period == (period{}) {
				d.period = hull
			}
			e.codes = append(e.codes, code{scheme, d})
		}
	}
}

// settleCodes adds the codes that were replaced, and lets each code of ISO
// that was given anew begin when its last holder lost it.
func (m *model) settleCodes() {
	for id, c := range formerCodes {
		holder := id
		if id == "DE" && m.byID["WEST-GERMANY"] != nil {
			holder = "WEST-GERMANY"
		}
		if id == "YE" && m.byID["NORTH-YEMEN"] != nil {
			holder = "NORTH-YEMEN"
		}
		m.byID[holder].codes = append(m.byID[holder].codes, c)
	}
	for _, e := range m.entries {
		slices.SortFunc(e.codes, func(a, b code) int {
			if a.scheme != b.scheme {
				return a.scheme - b.scheme
			}
			return strings.Compare(a.sortKey(), b.sortKey())
		})
		for i := range e.codes {
			c := &e.codes[i]
			if c.scheme > schemeNumeric || c.first != 0 {
				continue
			}
			for _, other := range m.entries {
				for _, d := range other.codes {
					earlier := d.last != 0 && (c.last == 0 || d.last < c.last)
					if d.scheme == c.scheme && d.code == c.code && other != e && earlier {
						c.first = max(c.first, d.last)
					}
				}
			}
		}
	}
}

// sortKey puts the code that is in force, or was last, first, and CLDR's
// before another of the same time.
func (c code) sortKey() string {
	last := c.last
	if last == 0 {
		last = 9999_0000
	}
	return fmt.Sprintf("%08d%s", 9999_9999-last, c.code)
}
