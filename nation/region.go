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
// (Southern Asia), "142" (Asia), "001". They include regions that overlap others
// in M49, such as "419" (Latin America) and "003" (North America). For a former
// state, they are the regions that contained all of it. It returns nil if id is
// not [Valid]. The caller may modify the slice.
//
// The regions come from the territory containment of the Unicode CLDR. They are
// M49's; CLDR's additional region of outlying Oceania is omitted.
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
// language. It returns "" for an unknown code, and does not allocate.
func RegionName(m49 string, tag language.Tag) string {
	for i := range regionRows {
		if regionRows[i].code == m49 {
			return pick(&regionRows[i].shown, tag)
		}
	}
	return ""
}
