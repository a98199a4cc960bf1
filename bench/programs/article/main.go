// Article uses the smaller of the embedded datasets.
package main

import (
	"github.com/entente-go/entente"
	"github.com/entente-go/entente/bench/programs/first"
)

func main() { first.Use(func() bool { return entente.Article().Len() > 0 }) }
