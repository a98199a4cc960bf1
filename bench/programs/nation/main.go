// Nation looks up a nation by its name.
package main

import (
	"github.com/entente-go/entente/bench/programs/first"
	"github.com/entente-go/entente/nation"
)

func main() {
	first.Use(func() bool {
		m, err := nation.Lookup("Pakistan")
		return err == nil && m.ID == "PK"
	})
}
