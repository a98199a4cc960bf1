// Code looks up codes in their schemes.
package main

import (
	"fmt"
	"os"

	"github.com/entente-go/entente/nation"
)

func main() {
	fmt.Println(nation.LookupCode(nation.SchemeCOW, os.Args[len(os.Args)-1], nation.Year(1914)))
}
