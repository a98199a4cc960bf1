// Load is a program that uses both embedded datasets and reads files.
package main

import (
	"fmt"
	"os"

	"github.com/entente-go/entente"
)

func main() {
	fmt.Println(entente.Article().Len(), entente.Chronicle().Len())
	fmt.Println(entente.Load(os.DirFS("data")))
}
