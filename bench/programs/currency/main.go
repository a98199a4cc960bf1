// Currency looks up the currency of a nation, and its sign in a language, in
// bojanz/currency.
package main

import (
	"github.com/bojanz/currency"
	"github.com/entente-go/entente/bench/programs/first"
)

func main() {
	first.Use(func() bool {
		code, ok := currency.ForCountryCode("PK")
		sign, ok2 := currency.GetSymbol(code, currency.NewLocale("ur"))
		return ok && ok2 && code == "PKR" && sign != ""
	})
}
