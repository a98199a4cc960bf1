// Chronicle is a program that uses the second embedded dataset.
package main

import (
	"fmt"

	"github.com/entente-go/entente"
)

func main() { fmt.Println(entente.Chronicle().Len()) }
