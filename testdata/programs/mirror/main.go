// Mirror is a program that uses the mirror of encoding/json/v2 both ways.
package main

import (
	"fmt"

	"github.com/go-json-experiment/json"
)

func main() {
	var v struct{ Numbers []int }
	err := json.Unmarshal([]byte(`{"Numbers": [1, 2]}`), &v)
	b, _ := json.Marshal(v)
	fmt.Println(string(b), err)
}
