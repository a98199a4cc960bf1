package visits_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop/visits"
)

func ExampleRead() {
	const sheet = `Official,Destination,Date,Weather
Jane Doe,Japan,2024-10-13,fair
Jane Doe,Narnia,2024-11-02,snow
`
	records, report, err := visits.Read(strings.NewReader(sheet), visits.Options{
		Columns: map[string]string{"to": "Destination"},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(report)
	for _, r := range report.Repaired {
		fmt.Println(r)
	}
	data, err := entente.New(records)
	if err != nil {
		log.Fatal(err)
	}
	for m := range data.Meetings() {
		fmt.Println(m.ID, m.Places[0].Name, m.Places[0].Nation)
	}
	// Output:
	// 2 rows: 2 kept, 0 rejected; 1 repair; 1 official, 2 meetings
	// 3:10: column "Destination": "Narnia" is no state; write a name or a code such as JP; kept as words of the place
	// visit-jane-doe-jp-2024-10-13  JP
	// visit-jane-doe-narnia-2024-11-02 Narnia
}

func ExampleFields() {
	fmt.Println(strings.Join(visits.Fields(), ", "))
	// Output:
	// name, title, rank, from, to, place, met, start, end, trip, purpose, source, note, id, start day, start month, start year, end day, end month, end year
}
