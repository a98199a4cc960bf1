// Nation looks up a nation by its name.
package main

import (
	"github.com/entente-go/entente"
	"github.com/entente-go/entente/bench/programs/first"
)

func main() {
	first.Use(func() bool {
		m, err := entente.LookupNation("Pakistan")
		return err == nil && m.ID == "PK"
	})
}
