package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"
)

// cldr holds the parts of the Unicode CLDR that the tables need.
type cldr struct {
	dir     string
	version string
	licence []byte
	// names holds the names of territories by locale, then by code.
	names map[string]map[string]string
	// official holds, by territory, the locales of the languages that are
	// official in it, nationwide or in a part, or are so in fact.
	official map[string][]string
	codes    map[string]codePair
	// contains holds the direct parts of each M49 region.
	contains map[string][]string
	// gone holds, by region, the withdrawn alpha-2 codes in it.
	gone map[string][]string
}

type codePair struct{ alpha3, numeric string }

func readCLDR(dir string) (*cldr, error) {
	c := &cldr{dir: dir, names: map[string]map[string]string{}, official: map[string][]string{},
		codes: map[string]codePair{}, contains: map[string][]string{}, gone: map[string][]string{}}
	for _, pkg := range []string{"cldr-core", "cldr-localenames-full"} {
		var p struct{ Version string }
		if err := c.read(&p, pkg, "package.json"); err != nil {
			return nil, err
		}
		if c.version != "" && c.version != p.Version {
			return nil, fmt.Errorf("cldr-core is %s, but %s is %s; install both in one version", c.version, pkg, p.Version)
		}
		c.version = p.Version
	}
	var err error
	if c.licence, err = os.ReadFile(filepath.Join(dir, "cldr-core", "LICENSE")); err != nil {
		return nil, err
	}
	for _, step := range []func() error{c.readCodes, c.readContainment, c.readOfficial} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	for _, l := range lookupLocales {
		if !c.load(l) {
			return nil, fmt.Errorf("cldr-localenames-full has no locale %q", l)
		}
	}
	return c, nil
}

func (c *cldr) read(into any, path ...string) error {
	file := filepath.Join(append([]string{c.dir}, path...)...)
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, into); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return nil
}

func (c *cldr) readCodes() error {
	var f struct {
		Supplemental struct {
			CodeMappings map[string]struct {
				Alpha3  string `json:"_alpha3"`
				Numeric string `json:"_numeric"`
			}
		}
	}
	if err := c.read(&f, "cldr-core", "supplemental", "codeMappings.json"); err != nil {
		return err
	}
	for code, m := range f.Supplemental.CodeMappings {
		if len(code) == 2 && m.Alpha3 != "" && m.Numeric != "" {
			c.codes[code] = codePair{m.Alpha3, fmt.Sprintf("%03s", m.Numeric)}
		}
	}
	return nil
}

func (c *cldr) readContainment() error {
	var f struct {
		Supplemental struct {
			TerritoryContainment map[string]struct {
				Contains []string `json:"_contains"`
			}
		}
	}
	if err := c.read(&f, "cldr-core", "supplemental", "territoryContainment.json"); err != nil {
		return err
	}
	for key, m := range f.Supplemental.TerritoryContainment {
		code, status, _ := strings.Cut(key, "-status-")
		if code[0] < '0' || code[0] > '9' {
			continue // EU, UN and the like are no regions of M49.
		}
		for _, part := range m.Contains {
			switch {
			case status == "deprecated":
				c.gone[code] = append(c.gone[code], part)
			case len(part) == 2 || part[0] <= '9':
				c.contains[code] = append(c.contains[code], part)
			}
		}
	}
	// CLDR's own region QO, in 009, holds Antarctica, which in M49 is in no
	// region but the world.
	c.contains["001"] = append(c.contains["001"], "AQ")
	return nil
}

func (c *cldr) readOfficial() error {
	var f struct {
		Supplemental struct {
			TerritoryInfo map[string]struct {
				LanguagePopulation map[string]struct {
					Status string `json:"_officialStatus"`
				}
			}
		}
	}
	if err := c.read(&f, "cldr-core", "supplemental", "territoryInfo.json"); err != nil {
		return err
	}
	for code, info := range f.Supplemental.TerritoryInfo {
		for _, lang := range slices.Sorted(maps.Keys(info.LanguagePopulation)) {
			if info.LanguagePopulation[lang].Status == "" {
				continue
			}
			if locale := strings.ReplaceAll(lang, "_", "-"); c.load(locale) {
				c.official[code] = append(c.official[code], locale)
			}
		}
	}
	return nil
}

// load reads the names of a locale, and reports whether CLDR has any.
func (c *cldr) load(locale string) bool {
	if _, ok := c.names[locale]; ok {
		return true
	}
	var f struct {
		Main map[string]struct {
			LocaleDisplayNames struct{ Territories map[string]string }
		}
	}
	err := c.read(&f, "cldr-localenames-full", "main", locale, "territories.json")
	if errors.Is(err, fs.ErrNotExist) {
		return false
	}
	if err != nil {
		panic(err) // The package is broken; nothing sensible can be written.
	}
	c.names[locale] = f.Main[locale].LocaleDisplayNames.Territories
	return true
}

// variants returns the further names that CLDR has for a territory: those in
// the locales of lookup, with their variants, and in its own languages.
func (c *cldr) variants(code string) []string {
	var names []string
	for _, l := range append(slices.Clone(lookupLocales), c.official[code]...) {
		for _, alt := range []string{"", "-alt-short", "-alt-variant", "-alt-chagos"} {
			name := c.names[l][code+alt]
			// Other languages' initials are no names to find a nation by:
			// they are other nations' codes.
			if !slices.Contains(shownLocales, l) && utf8.RuneCountInString(name) <= 3 && name != "" && name[0] < 0x80 {
				continue
			}
			names = append(names, name)
		}
	}
	return names
}

// regions returns the M49 regions that CLDR has, sorted.
func (c *cldr) regions() []string {
	return slices.Sorted(maps.Keys(c.contains))
}

// above returns the regions that contain code, those with the fewest nations
// first, and those with equally many in the order of their codes.
func (c *cldr) above(code string) []string {
	found := map[string]bool{}
	var climb func(string)
	climb = func(part string) {
		for region, parts := range c.contains {
			if slices.Contains(parts, part) && !found[region] {
				found[region] = true
				climb(region)
			}
		}
	}
	climb(code)
	return slices.SortedFunc(maps.Keys(found), func(a, b string) int {
		return cmp.Or(cmp.Compare(c.size(a), c.size(b)), cmp.Compare(a, b))
	})
}

// size returns how many nations a region contains.
func (c *cldr) size(region string) int {
	all := map[string]bool{}
	var descend func(string)
	descend = func(r string) {
		for _, part := range c.contains[r] {
			if len(part) == 2 {
				all[part] = true
			} else {
				descend(part)
			}
		}
	}
	descend(region)
	return len(all)
}

// region returns the narrowest region that contains all the codes.
func (c *cldr) region(codes ...string) string {
	for _, region := range c.above(codes[0]) {
		if !slices.ContainsFunc(codes, func(s string) bool { return !slices.Contains(c.above(s), region) }) {
			return region
		}
	}
	return "001"
}

// formerRegion returns the narrowest region that CLDR gives for a withdrawn
// code, or "".
func (c *cldr) formerRegion(f formerState) string {
	for _, region := range c.regions() {
		// CS was Czechoslovakia before it was Serbia and Montenegro, which is
		// what CLDR means.
		if slices.Contains(c.gone[region], f.alpha2) && region != "001" && f.code != "CSHH" {
			return region
		}
	}
	return ""
}
