// Chronicle uses the larger of the embedded datasets.
package main

import (
	"github.com/entente-go/entente"
	"github.com/entente-go/entente/bench/programs/first"
)

func main() { first.Use(func() bool { return entente.Chronicle().Len() > 0 }) }
