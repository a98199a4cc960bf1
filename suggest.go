package entente

import (
	"slices"
	"strings"
)

// nearest returns the one of names that s is most likely a slip of the pen
// for, or "" if it is near to none: at most one edit in three letters, and two
// edits in all, but always one; an exchange of neighbours is one edit. Case
// counts for nothing.
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

// edits returns the optimal string alignment distance of two short texts, or
// more than limit if it is more than that.
func edits(a, b string, limit int) int {
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
		if int(least) > limit+1 { // an exchange may yet save one
			return limit + 1
		}
	}
	return int(rows[len(a)%3][len(b)])
}

// otherWords are words that people write for ours where these are no slips of
// the pen.
var synonyms = [...][2]string{
	{"date", "when"}, {"dates", "when"}, {"period", "when"}, {"time", "when"}, {"title", "name"}, {"country", "nation"}, {"countries", "nations"},
	{"participants", "contingents"}, {"participants", "attendees"}, {"participants", "parties"}, {"forces", "contingents"}, {"location", "place"},
	{"site", "place"}, {"flat", "unhedged"}, {"estimate", "approximate"}, {"estimated", "approximate"}, {"sources", "cites"}, {"source", "cites"}, {"citations", "cites"}, {"description", "note"}, {"text", "gist"}, {"quote", "gist"},
	{"speaker", "speakers"}, {"troops", "strength"}, {"personnel", "strength"}, {"edition", "number"}, {"positions", "postings"}, {"roles", "postings"}, {"tags", "topics"},
	{"promised", "pledged"}, {"mou", "memorandum"}, {"ongoing", "under-way"}, {"completed", "held"}, {"canceled", "cancelled"}, {"people", "officials"}, {"persons", "officials"},
}

// meant returns the one of names that is likely meant by a name that is none
// of them, or "".
func suggest(name string, names []string) string {
	for _, other := range synonyms {
		if other[0] == name && slices.Contains(names, other[1]) {
			return other[1]
		}
	}
	return closest(name, names)
}

// oneOf says what to write instead of a name that is none of names: the one
// that is likely meant, or else any of them.
func oneOf(name string, names []string) string {
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
