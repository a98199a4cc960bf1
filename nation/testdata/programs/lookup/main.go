// Lookup times the first lookup of a name in a fresh process, and the decoding of
// the file that it is given with encoding/json:
//
//	lookup ../data/chronicle.json
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"os"
	"time"

	"github.com/entente-go/entente/nation"
)

func main() {
	data, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	start := time.Now()
	m, err := nation.Lookup("Korea, Dem. People's Rep.")
	first := time.Since(start)
	if err != nil || m.ID != "KP" {
		log.Fatal(m, err)
	}
	var v any
	start = time.Now()
	if err := json.Unmarshal(data, &v); err != nil {
		log.Fatal(err)
	}
	fmt.Println(first.Nanoseconds(), time.Since(start).Nanoseconds())
}
