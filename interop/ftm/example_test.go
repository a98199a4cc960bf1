package ftm_test

import (
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop/ftm"
	"golang.org/x/text/language"
)

const list = `{"id": "Q1", "schema": "Person", "caption": "Anna Example", "properties": {"name": ["Anna Example", "Анна Пример"], "country": ["ru"]}}
{"id": "c-1", "schema": "Company", "caption": "Example JSC", "properties": {"name": ["Example JSC"], "jurisdiction": ["ru"]}}
{"id": "d-1", "schema": "Directorship", "properties": {"director": ["Q1"], "organization": ["c-1"], "role": ["Director"], "startDate": ["2017"]}}
{"id": "o-1", "schema": "Ownership", "properties": {"owner": ["Q1"], "asset": ["c-1"], "percentage": ["50"]}}
`

func ExampleRead() {
	records, report, err := ftm.Read(strings.NewReader(list), ftm.Options{
		Source: entente.Source{ID: "list", Title: entente.English("A list")},
	})
	if err != nil {
		log.Fatal(err)
	}
	data, err := entente.New(records)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(report)
	for o := range data.Involving("RU").Officials() {
		for _, p := range o.Postings {
			fmt.Println(o.Name, "-", p.Title, "of", data.Name(p.Organization, language.English), p.Period)
		}
	}
	fmt.Println(data.Extra()[0].Key)
	// Output:
	// 4 rows: 4 kept, 0 rejected; 1 organization, 1 official
	// Anna Example - Director of Example JSC 2017/
	// o-1
}

func ExampleWrite() {
	data, err := entente.New(entente.Records{
		Sources: []entente.Source{{ID: "release", URL: "example.org/release"}},
		Organizations: []entente.Organization{{
			Fact: entente.Fact{ID: "navy", Basis: entente.BasisReported, Cites: []entente.Citation{{Source: "release", Paragraphs: []int{2}}}},
			Name: entente.English("Navy"), Type: entente.OrganizationTypeService, Nation: "PK",
		}},
	})
	if err != nil {
		log.Fatal(err)
	}
	losses, err := ftm.Write(os.Stdout, data)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("lost:", losses)
	// Output:
	// {"id":"navy","schema":"PublicBody","properties":{"name":["Navy"],"country":["pk"],"classification":["service"],"sourceUrl":["https://example.org/release"]}}
	// lost: cites of 1 organization; name.language of 1 organization
}
