package mme_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/mme"
)

const file = `MMEID,Ex_Name,Series_Name,StartDate,EndDate,Sea,StateA,StateB,StateC
mme9001,Blue Heron 85,Blue Heron,5/6/85,5/9/85,1,Bulgaria,Russia,
mme9002,-9,,1993-10-xx,1993-10-xx,0,Russia,Belarus,-9
mme9003,Blue Heron 94,Blue Heron,6/20/94,6/2/94,1,Bulgaria,Romania,
`

func ExampleRead() {
	records, report, err := mme.Read(strings.NewReader(file), interop.Options{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(report)
	for _, r := range report.Repaired {
		fmt.Println(r)
	}
	// The file is whole, so it covers its time. A part of it would not.
	records.Coverage = []entente.Coverage{{
		Kinds:  []entente.Kind{entente.KindExercise},
		Period: edtf.MustParsePeriod("1980/2010"),
	}}
	data, err := entente.New(records)
	if err != nil {
		log.Fatal(err)
	}
	// The file calls the Soviet Union Russia; the records do not.
	for e := range data.Involving("RU", "SUHH").Exercises() {
		fmt.Println(e, e.When)
		for _, c := range e.Contingents {
			fmt.Println("-", c.Nation, c.Unidentified)
		}
	}
	fmt.Println(data.Between("BG", "BY").OfKind(entente.KindExercise).During(edtf.MustParsePeriod("1993")).Answer())
	// Output:
	// 3 rows: 3 kept, 0 rejected; 1 repair; 1 series, 3 exercises
	// 4:42: it ends on 1994-06-02, before it starts on 1994-06-20; both are kept as words under timing, and the time is 1994-06
	// exercise mme-9001 (Blue Heron 85) 1985-05-06/1985-05-09
	// - BG false
	// - SUHH false
	// exercise mme-9002 1993-10
	// - RU false
	// - BY false
	// -  true
	// none found
}
