// Countries looks up a nation by its name in biter777/countries.
package main

import (
	"github.com/biter777/countries"
	"github.com/entente-go/entente/bench/programs/first"
)

func main() { first.Use(func() bool { return countries.ByName("Pakistan").Alpha2() == "PK" }) }
