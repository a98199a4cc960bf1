package popolo_test

import (
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop/popolo"
	"golang.org/x/text/language"
)

const house = `{
	"persons": [{"id": "1f0c", "name": "Amina Example", "gender": "female"}],
	"organizations": [{"id": "na", "name": "National Assembly", "classification": "legislature"}],
	"memberships": [{"person_id": "1f0c", "organization_id": "na", "role": "Speaker", "start_date": "2013-06-03"}],
	"areas": [{"id": "area/1", "name": "First constituency"}]
}`

func ExampleRead() {
	records, report, err := popolo.Read(strings.NewReader(house), popolo.Options{
		Source: entente.Source{ID: "house", Title: entente.English("Members of the House")},
	})
	if err != nil {
		log.Fatal(err)
	}
	for i := range records.Officials {
		records.Officials[i].Nation = "PK" // the file does not say so
	}
	data, err := entente.New(records)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(report)
	for o := range data.Involving("PK").Officials() {
		for _, p := range o.Postings {
			fmt.Println(o.Name, "-", p.Title, "of", data.Name(p.Organization, language.English), p.Period)
		}
		gender, _ := o.Extra.Get("gender")
		fmt.Println(o.ID, gender)
	}
	fmt.Println(data.Extra()[0].Key)
	// Output:
	// 4 rows: 4 kept, 0 rejected; 1 organization, 1 official
	// Amina Example - Speaker of National Assembly 2013-06-03/
	// person-1f0c female
	// areas:area/1
}

func ExampleWrite() {
	data, err := entente.New(entente.Records{
		Sources: []entente.Source{{ID: "release", URL: "example.org/release"}},
		Organizations: []entente.Organization{{
			Fact: entente.Fact{ID: "navy", Basis: entente.BasisReported, Cites: []entente.Citation{{Source: "release", Paragraphs: []int{2}}}},
			Name: entente.English("Navy"), Nation: "PK",
		}},
	})
	if err != nil {
		log.Fatal(err)
	}
	losses, err := popolo.Write(os.Stdout, data)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("lost:", losses)
	// Output:
	// {
	//   "persons": [],
	//   "organizations": [
	//     {
	//       "id": "navy",
	//       "name": "Navy",
	//       "sources": [
	//         {
	//           "url": "https://example.org/release"
	//         }
	//       ]
	//     }
	//   ],
	//   "memberships": [],
	//   "events": []
	// }
	// lost: cites of 1 organization; name.language of 1 organization; nation of 1 organization
}
