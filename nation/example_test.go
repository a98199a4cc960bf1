package nation_test

import (
	"errors"
	"fmt"
	"time"

	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/nation"
	"golang.org/x/text/language"
)

// Rows of a dataset name the same states in many ways.
func Example() {
	for _, row := range []struct {
		state string
		year  int
	}{
		{"Germany", 1914},
		{"Russia", 1950},
		{"Korea, Dem. People's Rep.", 1994},
		{"Myanmar (Burma)", 2007},
		{"Austria", 1880},
		{"Vietnam", 1965},
		{"Prusia", 1850},
	} {
		a, err := nation.At(row.state, nation.Year(row.year))
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Printf("%d %s: %v\n", row.year, nation.Name(a.ID, language.English), a)
	}
	// Output:
	// 1914 Germany: DE
	// 1950 Soviet Union: SUHH, which was in the place of RU in 1950
	// 1994 North Korea: KP
	// 2007 Myanmar (Burma): MM
	// 1880 Austria-Hungary: AUSTRIA-HUNGARY
	// nation: "Vietnam" in 1965 may mean more than one state; write one of the IDs VDVN, SOUTH-VIETNAM
	// nation: unknown name or code: "Prusia": write an ISO 3166 code or one of the state's full names
}

func ExampleLookup() {
	for _, s := range []string{"PAK", "cote d'ivoire", "Congo, Dem. Rep.", "St. Kitts & Nevis", "Korea (the Republic of)",
		"Корея (Республика)", "ہندوستان", "Deutschland", "Hong Kong SAR, China", "Swaziland", "USSR"} {
		m, err := nation.Lookup(s)
		fmt.Println(m.ID, m.Key, m.Name, err)
	}
	// Output:
	// PK code PAK <nil>
	// CI name Côte d’Ivoire <nil>
	// CD name Democratic Republic of the Congo <nil>
	// KN name St. Kitts & Nevis <nil>
	// KR name Korea (the Republic of) <nil>
	// KR name Республика Корея <nil>
	// IN name ہندوستان <nil>
	// DE name Deutschland <nil>
	// HK name Hong Kong SAR <nil>
	// SZ former-name Swaziland <nil>
	// SUHH name USSR <nil>
}

// A program can offer the candidates, or ask for the scheme of a number.
func ExampleLookup_errors() {
	for _, s := range []string{"Congo", "586", "Ruritania"} {
		_, err := nation.Lookup(s)
		var ambiguous *nation.AmbiguousError
		switch {
		case errors.As(err, &ambiguous):
			fmt.Println(s, "is one of", ambiguous.Candidates)
		case errors.Is(err, nation.ErrNumber):
			fmt.Println(s, "is a number of which scheme?")
		case errors.Is(err, nation.ErrUnknown):
			fmt.Println(s, "is not known")
		}
	}
	// Output:
	// Congo is one of [CD CG]
	// 586 is a number of which scheme?
	// Ruritania is not known
}

func ExampleLookupCode() {
	fmt.Println(nation.LookupCode(nation.SchemeISONumeric, "586", nation.When{}))
	fmt.Println(nation.LookupCode(nation.SchemeCOW, "255", nation.Year(1866)))
	fmt.Println(nation.LookupCode(nation.SchemeCOW, "255", nation.Year(1914)))
	fmt.Println(nation.LookupCode(nation.SchemeCOWLetters, "RUS", nation.Day(time.Date(1991, 12, 25, 0, 0, 0, 0, time.UTC))))
	fmt.Println(nation.LookupCode(nation.SchemeCOW, "255", nation.When{}))
	// Output:
	// PK <nil>
	// PRUSSIA <nil>
	// DE <nil>
	// SUHH <nil>
	//  nation: "255" may mean more than one state; write one of the IDs DE, PRUSSIA
}

func ExampleAt() {
	for _, year := range []int{1870, 1914, 1945, 1960, 2020} {
		fmt.Println(nation.At("Germany", nation.Year(year)))
	}
	// Output:
	//  nation: "Germany" in 1870 may mean more than one state; write one of the IDs BADEN, BAVARIA, PRUSSIA, WUERTTEMBERG
	// DE <nil>
	// DE, which existed in a part of 1945 <nil>
	//  nation: "Germany" in 1960 may mean more than one state; write one of the IDs DDDE, WEST-GERMANY
	// DE <nil>
}

// The error for a state that did not exist lists the states that did.
func ExampleAt_absent() {
	_, err := nation.At("Ukraine", nation.Year(1950))
	var absent *nation.AbsentError
	if errors.As(err, &absent) {
		fmt.Println(absent.IDs, "did not exist, but", absent.Then)
	}
	// Output:
	// [UA] did not exist, but [SUHH]
}

func ExampleName() {
	for _, tag := range []language.Tag{language.English, language.Russian, language.Urdu} {
		fmt.Println(nation.Name("TR", tag))
	}
	// Output:
	// Türkiye
	// Турция
	// ترکیہ
}

func ExampleNames() {
	n := 0
	for name, key := range nation.Names("SZ") {
		fmt.Println(name, key)
		if n++; n == 6 {
			break
		}
	}
	// Output:
	// SZ code
	// SWZ code
	// Eswatini name
	// Эсватини name
	// سواتنی name
	// Kingdom of Eswatini name
}

func ExampleCode() {
	fmt.Println(nation.Code(nation.SchemeISOAlpha3, "PK"), nation.Code(nation.SchemeISONumeric, "PK"), nation.Code(nation.SchemeCOW, "PK"))
	// Output: PAK 586 770
}

func ExampleCodes() {
	for scheme, code := range nation.Codes("WEST-GERMANY") {
		fmt.Println(scheme, code)
	}
	// Output:
	// iso-numeric 280
	// cow 260
	// cow-letters GFR
	// gleditsch-ward 260
}

func ExamplePeriods() {
	for _, p := range nation.Periods("PL") {
		fmt.Println(p.First, p.Last)
	}
	// Output:
	// 1918-11-03 1939-09-27
	// 1945-06-28
}

func ExampleAbsent() {
	fmt.Println(nation.Absent("SUHH", nation.Year(2010)), nation.Absent("SUHH", nation.Year(1980)))
	// Output: true false
}

func ExamplePredecessors() {
	fmt.Println(nation.Predecessors("YE"))
	// Output: [YDYE NORTH-YEMEN]
}

func ExampleSuccessors() {
	fmt.Println(nation.Successors("CSHH"))
	// Output: [CZ SK]
}

func ExampleWithdrawn() {
	fmt.Println(nation.Withdrawn("SUHH"))
	// Output: 1992
}

func ExampleAll() {
	n := map[int]int{}
	for id := range nation.All() {
		n[min(len(id), 5)]++
	}
	fmt.Println(n[2], "of ISO 3166-1 and XK,", n[4], "of ISO 3166-3,", n[5], "of this package")
	// Output: 250 of ISO 3166-1 and XK, 31 of ISO 3166-3, 21 of this package
}

func ExampleValid() {
	fmt.Println(nation.Valid("PK"), nation.Valid("pk"), nation.Valid("PRUSSIA"))
	// Output: true false true
}

func ExampleRegions() {
	for _, m49 := range nation.Regions("KZ") {
		fmt.Println(m49, nation.RegionName(m49, language.English))
	}
	// Output:
	// 143 Central Asia
	// 142 Asia
	// 001 world
}

func ExampleRegionName() {
	fmt.Println(nation.RegionName("034", language.Urdu))
	// Output: جنوبی ایشیا
}

func ExamplePeriod_Contains() {
	zanzibar := nation.Periods("ZANZIBAR")[0]
	fmt.Println(zanzibar.Contains(nation.Year(1964)))
	// Output: false
}

func ExamplePeriod_Overlaps() {
	zanzibar := nation.Periods("ZANZIBAR")[0]
	fmt.Println(zanzibar.Overlaps(nation.Year(1964)))
	// Output: true
}

func ExampleYear() {
	fmt.Println(nation.At("Yugoslavia", nation.Year(1999)))
	// Output: YUCS <nil>
}

func ExampleDay() {
	unity := time.Date(1990, 10, 3, 0, 0, 0, 0, time.UTC)
	fmt.Println(nation.At("Germany", nation.Day(unity)))
	// Output: DE <nil>
}

func ExampleDays() {
	first, last := time.Date(1950, 6, 25, 0, 0, 0, 0, time.UTC), time.Date(1953, 7, 27, 0, 0, 0, 0, time.UTC)
	war := nation.Days(first, last)
	_, err := nation.At("Korea", war)
	fmt.Println(err)
	// Output: nation: "Korea" in 1950-06-25/1953-07-27 may mean more than one state; write one of the IDs KP, KR
}

// Periods of package edtf as a When. A side without a day needs one.
func ExampleDays_edtf() {
	today := time.Date(2024, 10, 13, 0, 0, 0, 0, time.UTC)
	for _, text := range []string{"1950", "1980/..", "../1914-07"} {
		s := edtf.MustParsePeriod(text).Span()
		first, last := s.First.Time(), s.Last.Time()
		if s.First == edtf.DayMin {
			first = time.Date(1816, 1, 1, 0, 0, 0, 0, time.UTC)
		}
		if s.Last == edtf.DayMax {
			last = today
		}
		fmt.Println(nation.Days(first, last))
	}
	// Output:
	// 1950
	// 1980-01-01/2024-10-13
	// 1816-01-01/1914-07-31
}

func ExampleWhen_Time() {
	start, end := nation.Periods("PRUSSIA")[0].Last.Time()
	fmt.Println(start.Format(time.DateOnly), end.Format(time.DateOnly))
	// Output: 1871-01-17 1871-01-18
}

func ExampleKey_Former() {
	m, _ := nation.Lookup("Ceylon")
	fmt.Println(m.ID, m.Key.Former())
	// Output: LK true
}
