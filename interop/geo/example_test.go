package geo_test

import (
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop/geo"
)

func ExampleWrite() {
	data, err := entente.Decode("visits.json", strings.NewReader(`{
		"format": "entente/1",
		"sources": [{"id": "release"}],
		"meetings": [{
			"id": "visit", "name": {"en": "A visit"}, "when": "2023-10",
			"basis": "reported", "cites": [{"source": "release"}], "attendees": [{"actor": "FR"}],
			"places": [{"name": {"en": "Yokosuka"}, "nation": "JP", "at": {"lat": 35.29, "lon": 139.67}}]
		}]
	}`))
	if err != nil {
		log.Fatal(err)
	}
	losses, err := geo.Write(os.Stdout, data)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("lost:", losses)
	// Output:
	// {
	//   "type": "FeatureCollection",
	//   "features": [
	//     {
	//       "type": "Feature",
	//       "id": "visit/1",
	//       "geometry": {
	//         "type": "Point",
	//         "coordinates": [
	//           139.67,
	//           35.29
	//         ]
	//       },
	//       "properties": {
	//         "record": "visit",
	//         "kind": "meeting",
	//         "name.en": "A visit",
	//         "when": "2023-10",
	//         "basis": "reported",
	//         "actors": [
	//           "FR"
	//         ],
	//         "sources": [
	//           "release"
	//         ],
	//         "place.en": "Yokosuka",
	//         "nation": "JP"
	//       }
	//     }
	//   ]
	// }
	// lost: sources; attendees of 1 meeting
}
