package entente

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/entente-go/entente/nation"
	"github.com/go-json-experiment/json/jsontext"
)

// closest returns the name that s is most likely a misspelling of, or "". It
// allows one edit for three letters, but at least one and at most two. Exchanging
// two neighbours is one edit. Case does not count.
func closest(s string, names []string) string {
	if len(s) > 40 {
		return ""
	}
	lower := strings.ToLower(s)
	best, bestEdits := "", 3
	for _, name := range names {
		limit := min(2, max(1, min(len(name), len(s))/3), bestEdits-1)
		if d := len(name) - len(s); d > limit || -d > limit || name == s {
			continue
		}
		if e := edits(lower, strings.ToLower(name), limit); e <= limit {
			best, bestEdits = name, e
		}
	}
	return best
}

// edits returns the optimal string alignment distance of two short texts, or,
// if it exceeds the limit, some number above the limit.
func edits(a, b string, limit int) int {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] { // IDs share long beginnings
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	var rows [3][64]uint8
	if len(a) >= len(rows[0]) || len(b) >= len(rows[0]) {
		return limit + 1
	}
	for j := range len(b) + 1 {
		rows[0][j] = uint8(j)
	}
	for i := 1; i <= len(a); i++ {
		row, prev, prev2 := &rows[i%3], &rows[(i+2)%3], &rows[(i+1)%3]
		row[0] = uint8(i)
		least := row[0]
		for j := 1; j <= len(b); j++ {
			cost := uint8(1)
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(prev[j]+1, row[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], prev2[j-2]+1)
			}
			least = min(least, row[j])
		}
		if int(least) > limit { // and no later row comes below it
			return limit + 1
		}
	}
	return int(rows[len(a)%3][len(b)])
}

// synonyms are words that people use for those of the format.
var synonyms = [...][2]string{
	{"date", "when"}, {"dates", "when"}, {"period", "when"}, {"time", "when"}, {"title", "name"},
	{"country", "nation"}, {"actor", "nation"}, {"countries", "nations"}, {"participants", "contingents"},
	{"participants", "attendees"}, {"participants", "parties"}, {"forces", "contingents"},
	{"location", "places"}, {"locations", "places"}, {"site", "places"}, {"venue", "places"}, {"flat", "unhedged"}, {"estimate", "approximate"},
	{"estimated", "approximate"}, {"sources", "cites"}, {"source", "cites"}, {"citations", "cites"},
	{"description", "note"}, {"text", "gist"}, {"text", "words"}, {"quote", "gist"}, {"speaker", "speakers"},
	{"troops", "strength"}, {"personnel", "strength"}, {"edition", "number"}, {"positions", "postings"},
	{"roles", "postings"}, {"tags", "topics"}, {"promised", "pledged"}, {"mou", "memorandum"},
	{"ongoing", "under-way"}, {"completed", "held"}, {"canceled", "cancelled"}, {"people", "officials"},
	{"persons", "officials"},
	{"sea", "maritime"}, {"naval", "maritime"}, {"navy", "maritime"}, {"ground", "land"}, {"army", "land"},
	{"aerial", "air"}, {"cyber", "cyberspace"}, {"sof", "special-operations"},
	{"could", "possible"}, {"may", "possible"}, {"might", "possible"}, {"possibly", "possible"}, {"potentially", "possible"},
	{"probable", "likely"}, {"probably", "likely"}, {"expected", "likely"}, {"certain", "unhedged"}, {"definite", "unhedged"},
	{"scheduled", "planned"}, {"finished", "held"}, {"concluded", "held"},
	{"ftx", "field"}, {"livex", "field"}, {"cpx", "command-post"}, {"ttx", "tabletop"}, {"passex", "passing"},
	{"mutual-defence", "defence"}, {"defense", "defence"}, {"offense", "offence"}, {"license", "licence"},
	{"headline", "heading"},
}

// suggest returns the one of names that an unknown name is likely meant to be,
// or "".
func suggest(name string, names []string) string {
	for _, other := range synonyms {
		if strings.EqualFold(other[0], name) && slices.Contains(names, other[1]) {
			return other[1]
		}
	}
	return closest(name, names)
}

// oneOf is the hint for an unknown name: the one of names that it is likely
// meant to be, or all of them.
func oneOf(name string, names []string) string {
	if len(names) == 0 {
		return "leave it out"
	}
	if n := suggest(name, names); n != "" {
		return "did you mean " + quote(n) + "?"
	}
	quoted := make([]string, len(names))
	for i, n := range names {
		quoted[i] = quote(n)
	}
	if len(quoted) == 1 {
		return "write " + quoted[0]
	}
	return "write one of " + strings.Join(quoted, ", ")
}

// isCoordinate reports whether a member belongs into the point of a place, which
// has the names.
func isCoordinate(name string, names []string) bool {
	return (name == "lat" || name == "lon") && slices.Contains(names, "at")
}

// nationHint says which nation a code or a name most likely is, and its ID if it
// can be only one.
func nationHint(s string) (hint string, id ID) {
	m, err := nation.Lookup(s)
	var several *nation.AmbiguousError
	switch {
	case err == nil:
		return "write " + quote(string(m.ID)), ID(m.ID)
	case errors.As(err, &several):
		names := make([]string, len(several.Candidates))
		for i, id := range several.Candidates {
			names[i] = string(id)
		}
		return oneOf("", names), ""
	}
	return "", ""
}

// mendedID returns an ID itself if it is well-formed, and otherwise what it is
// most likely meant to be, or "".
func mendedID(s string, ofNation bool) string {
	if !ofNation {
		return slugOf(s)
	}
	if isNationID(s) {
		return s
	}
	if _, id := nationHint(s); id != "" {
		return string(id)
	}
	if own := strings.ToUpper(clip(s, 64)); isOwnNation(own) {
		return own
	}
	return ""
}

// appendMended appends what an ID is most likely meant to be, if that is known.
func appendMended(names []string, id string, ofNation bool) []string {
	if id = mendedID(id, ofNation); id != "" {
		names = append(names, id)
	}
	return names
}

// lookalikes are the Cyrillic letters that look like a, e, o, p, c, y, x, i, s, j.
const lookalikes = "\u0430\u0435\u043E\u0440\u0441\u0443\u0445\u0456\u0455\u0458"

// slugOf returns the slug that s is most likely meant to be, or "".
func slugOf(s string) string {
	if isSlug(s) {
		return s
	}
	var b strings.Builder
	latin := strings.ContainsFunc(s, func(c rune) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' })
	for _, c := range strings.ToLower(clip(s, 64)) {
		switch i := strings.IndexRune(lookalikes, c); {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
			b.WriteRune(c)
		case i >= 0 && latin: // typed on another keyboard
			b.WriteByte("aeopcyxisj"[i/len("\u0430")])
		case c >= utf8.RuneSelf: // no letter of the format's is sure to be meant
			return ""
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	if slug := strings.TrimSuffix(b.String(), "-"); isSlug(slug) {
		return slug
	}
	return ""
}

// arrayHint says how to write an array instead of the value.
func arrayHint(elem reflect.Type, raw jsontext.Value) string {
	const around = "write […] around it"
	if elem.Kind() != reflect.Struct {
		return around
	}
	names := fieldsOf(elem).names
	if raw.Kind() == '{' && len(without(raw, names)) < len(names) {
		return around
	}
	if len(names) == 2 { // an identifier
		return "write [{" + quote(names[0]) + ": …, " + quote(names[1]) + ": …}]"
	}
	return "write [{" + quote(names[0]) + ": …}]"
}
