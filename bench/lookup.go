package main

import (
	"errors"
	"log"
	"strconv"
	"sync"

	"github.com/biter777/countries"
	"github.com/entente-go/entente/nation"
	"github.com/pariz/gountries"
)

// query returns what gountries answers with. Making it takes a while.
var query = sync.OnceValue(gountries.New)

// byEntente returns the ID that package nation finds, or "".
func byEntente(name string) string {
	m, err := nation.Lookup(name)
	if errors.Is(err, nation.ErrNumber) {
		id, _ := nation.LookupCode(nation.SchemeISONumeric, name, nation.When{})
		return string(id)
	}
	return string(m.ID)
}

// byBiter returns the alpha-2 code that biter777/countries finds, or "".
func byBiter(name string) string {
	if c := countries.ByName(name); c != countries.Unknown {
		return c.Alpha2()
	}
	if n, err := strconv.Atoi(name); err == nil && len(name) == 3 {
		if c := countries.ByNumeric(n); c != countries.Unknown {
			return c.Alpha2()
		}
	}
	return ""
}

// byGountries returns the alpha-2 code that pariz/gountries finds in any of its
// ways, or "".
func byGountries(name string) string {
	for _, find := range []func(string) (gountries.Country, error){query().FindCountryByName, query().FindCountryByNativeName, query().FindCountryByAlpha} {
		if c, err := find(name); err == nil {
			return c.Alpha2
		}
	}
	return ""
}

// lookup compares the lookup of nations. Each library is called in the way that
// it has for the name.
func lookup() {
	byNumber := func(name string) string {
		n, _ := strconv.Atoi(name)
		return countries.ByNumeric(n).Alpha2()
	}
	byName := func(name string) string { return countries.ByName(name).Alpha2() }
	type find func(string) string
	in := func(find func(string) (gountries.Country, error)) find {
		return func(name string) string {
			c, _ := find(name)
			return c.Alpha2
		}
	}
	alpha, named, native := in(query().FindCountryByAlpha), in(query().FindCountryByName), in(query().FindCountryByNativeName)
	for _, c := range []struct {
		what, name, code     string
		countries, gountries find
	}{
		{"alpha-2 code", "PK", "PK", byName, alpha},
		{"alpha-3 code", "PAK", "PK", byName, alpha},
		{"numeric code", "586", "PK", byNumber, nil},
		{"name", "Pakistan", "PK", byName, named},
		{"name in upper case", "PAKISTAN", "PK", byName, named},
		{"official name", "Islamic Republic of Pakistan", "PK", byName, named},
		{"name with diacritics", "Côte d’Ivoire", "CI", byName, named},
		{"name without its diacritics", "cote d'ivoire", "CI", byName, named},
		{"Cyrillic name", "Россия", "RU", byName, native},
		{"Cyrillic name in upper case", "РОССИЯ", "RU", byName, native},
		{"Cyrillic official name", "Российская Федерация", "RU", byName, native},
		{"Urdu name", "پاکستان", "PK", byName, native},
		{"a name that none has", "Atlantis", "", byName, named},
	} {
		what := "nation by " + c.what + ": " + c.name
		if got := byEntente(c.name); got != c.code {
			log.Fatalf("%s is %q", c.name, got)
		}
		ours := func() any { nation.Lookup(c.name); return nil }
		if c.name[0] <= '9' {
			ours = func() any { nation.LookupCode(nation.SchemeISONumeric, c.name, nation.When{}); return nil }
		}
		ways := []way{{"entente", ours}}
		var silent []string
		for _, peer := range []struct {
			who  string
			find find
		}{{"countries", c.countries}, {"gountries", c.gountries}} {
			if peer.find == nil || !answers(peer.find(c.name), c.code) {
				silent = append(silent, peer.who)
				continue
			}
			ways = append(ways, way{peer.who, func() any { peer.find(c.name); return nil }})
		}
		measured := compare(what, rounds(15), nil, ways...)
		for _, who := range silent {
			noAnswer(what, measured, who)
		}
	}
}

// answers reports whether got is the answer. Countries says "Unknown" where it
// has none.
func answers(got, want string) bool {
	return got == want || want == "" && got == countries.Unknown.Alpha2()
}
