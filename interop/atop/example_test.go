package atop_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/atop"
)

func ExampleRead() {
	const file = `atopid,cow4id,begyr,begmo,begday,endyr,endmo,endday,defense,offense,neutral,nonagg,consul,asymm,milaid,mem1,mem2
9005,80,1955,5,14,1991,7,1,1,0,0,1,1,0,0,365,290
9010,,1992,5,15,0,0,0,0,0,0,1,0,0,2,365,705
`
	records, report, err := atop.Read(strings.NewReader(file), interop.Options{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(report)
	data, err := entente.New(records)
	if err != nil {
		log.Fatal(err)
	}
	for a := range data.Agreements() {
		milaid, _ := a.Extra.Get("milaid")
		fmt.Println(a.ID, a.InForce, a.Parties[0].Actor, a.Parties[1].Actor, a.Parties[0].Obligations, "milaid", milaid)
	}
	// Output:
	// 2 rows: 2 kept, 0 rejected; 2 agreements
	// atop-9005 1955-05-14/1991-07-01 SUHH PL [defence non-aggression consultation] milaid 0
	// atop-9010 1992-05-15/.. RU KZ [non-aggression] milaid 2
}
