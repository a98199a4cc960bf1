package nation

import (
	"strings"

	"golang.org/x/text/language"
)

// regionRow is a region of M49.
type regionRow struct {
	code, above string // above is the regions around it, the narrowest first
	shown       [3]string
}

// Regions returns the regions that a state or territory is in, by their M49
// codes, the narrowest first and the world, "001", last: for Pakistan "034"
// (Southern Asia), "142" (Asia), "001". Among them are the regions that overlap
// others in M49, such as "419" (Latin America) beside "003" (North America).
// For a former state it is the regions in which all of it was. For an id that is
// not [Valid] it is nil. The slice is the caller's own.
//
// The regions are those of the containment of territories in the Unicode CLDR,
// which are M49's, without the one that CLDR adds for outlying Oceania.
func Regions(id ID) []string {
	n := number(id)
	if n < 0 {
		return nil
	}
	region := &regionRows[stateRows[n].region]
	return append([]string{region.code}, strings.Fields(region.above)...)
}

// RegionName returns the name of an M49 region for display, such as "Southern
// Asia" for "034", in English, Russian or Urdu, and in English for any other
// language. For a code of no region it is empty. It allocates nothing.
func RegionName(m49 string, tag language.Tag) string {
	for i := range regionRows {
		if regionRows[i].code == m49 {
			return pick(&regionRows[i].shown, tag)
		}
	}
	return ""
}
