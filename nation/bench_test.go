package nation_test

import (
	"testing"

	"github.com/entente-go/entente/nation"
	"golang.org/x/text/language"
)

func BenchmarkLookup(b *testing.B) {
	for _, s := range []string{"PK", "PAK", "SUHH", "SUN", "Pakistan", "PAKISTAN", "Côte d’Ivoire", "cote d'ivoire", "United States of America",
		"Democratic People's Republic of Korea", "the gambia", "Россия", "РОССИЯ", "پاکستان", "中国", "भारत", "대한민국",
		"Korea, Dem. People's Rep.", "Hong Kong SAR, China", "Nonsuch"} {
		b.Run(s, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				nation.Lookup(s)
			}
		})
	}
}

// BenchmarkLookupAll looks up all names that the tables have, one after the
// other.
func BenchmarkLookupAll(b *testing.B) {
	var names []string
	for id := range nation.All() {
		for name := range nation.Names(id) {
			names = append(names, name)
		}
	}
	for i := 0; b.Loop(); i++ {
		nation.Lookup(names[i%len(names)])
	}
}

func BenchmarkLookupCode(b *testing.B) {
	for _, c := range []struct {
		scheme nation.Scheme
		code   string
	}{{nation.SchemeISONumeric, "586"}, {nation.SchemeISOAlpha3, "PAK"}, {nation.SchemeCOW, "770"}, {nation.SchemeCOW, "255"}} {
		b.Run(c.scheme.String()+"/"+c.code, func(b *testing.B) {
			year := nation.Year(1866)
			if c.code != "255" {
				year = nation.When{}
			}
			for b.Loop() {
				nation.LookupCode(c.scheme, c.code, year)
			}
		})
	}
}

func BenchmarkCode(b *testing.B) {
	for b.Loop() {
		nation.Code(nation.SchemeCOW, "PK")
	}
}

func BenchmarkValid(b *testing.B) {
	for _, id := range []nation.ID{"PK", "SUHH", "AUSTRIA-HUNGARY", "druzhba-7"} {
		b.Run(string(id), func(b *testing.B) {
			for b.Loop() {
				nation.Valid(id)
			}
		})
	}
}

func BenchmarkName(b *testing.B) {
	for b.Loop() {
		nation.Name("PK", language.Urdu)
	}
}

func BenchmarkAt(b *testing.B) {
	b.ReportAllocs()
	year := nation.Year(1950)
	for b.Loop() {
		nation.At("Russia", year)
	}
}
