// Decode decodes the larger of the embedded data with encoding/json. It runs in
// the directory of the bench module.
package main

import (
	"encoding/json"
	"log"
	"os"

	"github.com/entente-go/entente/bench/programs/first"
)

func main() {
	data, err := os.ReadFile("../data/chronicle.json")
	if err != nil {
		log.Fatal(err)
	}
	first.Use(func() bool {
		var v any
		return json.Unmarshal(data, &v) == nil
	})
}
