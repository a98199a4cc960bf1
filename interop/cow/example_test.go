package cow_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/cow"
)

func ExampleRead() {
	const file = `version4id,ccode,state_name,all_st_year,all_end_year,ss_type,mem_st_year,mem_end_year,defense,entente
9,200,United Kingdom,1950,,Type III: Entente,1950,,0,1
9,640,Turkey,1950,,Type III: Entente,1950,1979,0,1
9,770,Pakistan,1950,,Type III: Entente,1955,1972,1,1
`
	records, _, err := cow.Read(strings.NewReader(file), interop.Options{})
	if err != nil {
		log.Fatal(err)
	}
	data, err := entente.New(records)
	if err != nil {
		log.Fatal(err)
	}
	for a := range data.Identified("cow-alliance", "9").Agreements() {
		fmt.Println(a.Gist, a.InForce)
		for _, p := range a.Parties {
			fmt.Println("-", p.Actor, p.Period, p.Obligations)
		}
	}
	fmt.Println(data.Between("TR", "PK").During(edtf.MustParsePeriod("1960")).Len())
	fmt.Println(data.Between("TR", "PK").During(edtf.MustParsePeriod("1975")).Len())
	// Output:
	// Type III: Entente 1950/..
	// - GB  [consultation]
	// - TR 1950/1979 [consultation]
	// - PK 1955/1972 [defence consultation]
	// 1
	// 0
}

func ExampleReadStates() {
	const file = "stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\r" +
		"RUS,365,Russia,1816,1,1,2011,12,31,2011\r" +
		"ZAN,511,Zanzibar,1963,12,19,1964,4,26,2011\r"
	records, report, err := cow.ReadStates(strings.NewReader(file), interop.Options{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(report)
	fmt.Println(report.Repaired[0])
	for _, n := range records.Nations {
		fmt.Println(n.ID, n.Exists, n.Identifiers)
	}
	// Output:
	// 2 rows: 2 kept, 0 rejected; 1 repair; 2 nations
	// 2011-12-31 is the last day of the list; states that end on it are kept with an open end: 1
	// RU 1816-01-01/.. [{cow 365}]
	// ZANZIBAR 1963-12-19/1964-04-26 [{cow 511}]
}

func ExampleReadDyads() {
	const file = `version4id,ccode1,state_name1,ccode2,state_name2,dyad_st_day,dyad_st_month,dyad_st_year,dyad_end_day,dyad_end_month,dyad_end_year,left_censor,right_censor,defense,neutrality,nonaggression,entente,asymmetric,version
9,200,United Kingdom,770,Pakistan,23,9,1955,8,9,1972,0,0,1,0,0,1,0,4.1
`
	records, report, err := cow.ReadDyads(strings.NewReader(file), interop.Options{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(report)
	for _, a := range records.Agreements {
		fmt.Println(a.ID, a.InForce, a.Identifiers)
	}
	// Output:
	// 1 row: 1 kept, 0 rejected; 1 agreement
	// cow-dyad-9-200-770-1955 1955-09-23/1972-09-08 [{cow-alliance 9}]
}
