// Article is a program that uses the embedded data and nothing else.
package main

import (
	"fmt"

	"github.com/entente-go/entente"
)

func main() { fmt.Println(entente.Article().Len()) }
