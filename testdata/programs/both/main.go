// Both is a program that uses both embedded datasets and nothing else.
package main

import (
	"fmt"

	"github.com/entente-go/entente"
)

func main() { fmt.Println(entente.Article().Len(), entente.Chronicle().Len()) }
