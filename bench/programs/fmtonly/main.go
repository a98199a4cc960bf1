// Fmtonly is what the other programs are measured by.
package main

import "github.com/entente-go/entente/bench/programs/first"

func main() { first.Use(func() bool { return true }) }
