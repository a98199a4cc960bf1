// Encoding-json goes both ways with encoding/json.
package main

import (
	"encoding/json"

	"github.com/entente-go/entente/bench/programs/first"
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
