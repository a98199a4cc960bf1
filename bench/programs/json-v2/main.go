// Json-v2 goes both ways with the mirror of encoding/json/v2.
package main

import (
	"github.com/entente-go/entente/bench/programs/first"
	"github.com/go-json-experiment/json"
)

func main() {
	first.Use(func() bool {
		var v struct{ Numbers []int }
		if err := json.Unmarshal([]byte(`{"Numbers":[1,2]}`), &v); err != nil {
			return false
		}
		b, err := json.Marshal(v)
		return err == nil && string(b) == `{"Numbers":[1,2]}`
	})
}
