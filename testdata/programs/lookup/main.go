// Lookup is a program that looks a nation up by its name, and so carries the
// tables of names.
package main

import (
	"fmt"

	"github.com/entente-go/entente/nation"
)

func main() { fmt.Println(nation.Lookup("Japan")) }
