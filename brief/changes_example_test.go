package brief_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/brief"
)

func ExampleWriter_WriteChanges() {
	edition := func(version, when string) *entente.Dataset {
		d, err := entente.Decode("visits.json", strings.NewReader(`{
			"format": "entente/1",
			"edition": {"version": "`+version+`"},
			"sources": [{"id": "navy", "title": {"en": "Port visit"}, "url": "https://navy.example/visit"}],
			"exercises": [{
				"id": "visit", "name": {"en": "Port visit"}, "when": "`+when+`", "basis": "reported",
				"cites": [{"source": "navy"}], "contingents": [{"nation": "FR"}, {"nation": "JP", "role": "host"}]
			}]
		}`))
		if err != nil {
			fmt.Println(err)
		}
		return d
	}
	err := brief.Writer{}.WriteChanges(os.Stdout, edition("1.0", "2024-10"), edition("1.1", "2024-10-05"))
	if err != nil {
		fmt.Println(err)
	}
	// Output:
	// What changed
	//
	// Edition 1.1, compared with edition 1.0
	//
	// Changed: 1 exercise.
	//
	// Exercises
	//   Changed:
	//   - Port visit: the date was October 2024, is now 5 October 2024. [1]
	//
	// Notes
	// 1. “Port visit”. https://navy.example/visit
}
