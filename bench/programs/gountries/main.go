// Gountries looks up a nation by its name in pariz/gountries.
package main

import (
	"github.com/entente-go/entente/bench/programs/first"
	"github.com/pariz/gountries"
)

func main() {
	first.Use(func() bool {
		c, err := gountries.New().FindCountryByName("Pakistan")
		return err == nil && c.Alpha2 == "PK"
	})
}
