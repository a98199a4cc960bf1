// Valid uses IDs alone.
package main

import (
	"fmt"
	"os"

	"github.com/entente-go/entente/nation"
)

func main() { fmt.Println(nation.Valid(nation.ID(os.Args[len(os.Args)-1]))) }
