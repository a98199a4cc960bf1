// Name looks up a state by its name and prints its name in Urdu.
package main

import (
	"fmt"
	"os"

	"github.com/entente-go/entente/nation"
	"golang.org/x/text/language"
)

func main() {
	m, err := nation.Lookup(os.Args[len(os.Args)-1])
	fmt.Println(m, err, nation.Name(m.ID, language.Urdu))
}
