package bib_test

import (
	"fmt"
	"log"
	"os"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop/bib"
)

func ExampleWriteBibTeX() {
	if _, err := bib.WriteBibTeX(os.Stdout, entente.Article()); err != nil {
		log.Fatal(err)
	}
	// Output:
	// @online{article,
	// 	organization = {The Islamabad Telegraph},
	// 	date = {2024-10},
	// 	url = {https://theislamabadtelegraph.com/2024/10/pakistan-russia-ties/},
	// 	language = {en},
	// 	annote = {Year and month of publication come from the page's address; the title and the author are not known.},
	// }
}

func ExampleWriteCSL() {
	losses, err := bib.WriteCSL(os.Stdout, entente.Article().About(entente.TopicMaritimeSecurity))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(losses)
	// Output:
	// [
	//   {
	//     "id": "article",
	//     "type": "webpage",
	//     "container-title": "The Islamabad Telegraph",
	//     "issued": {
	//       "date-parts": [
	//         [
	//           2024,
	//           10
	//         ]
	//       ]
	//     },
	//     "URL": "https://theislamabadtelegraph.com/2024/10/pakistan-russia-ties/",
	//     "language": "en",
	//     "annote": "Year and month of publication come from the page's address; the title and the author are not known."
	//   }
	// ]
	// authors; edition; licence; sources.note.language; sources.publisher.language; title; topics; 1 meeting; 2 statements; 7 assessments
}
