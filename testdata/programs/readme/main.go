// Readme is the program of the README.
package main

import (
	"fmt"
	"github.com/entente-go/entente"
)

func main() {
	for a := range entente.Article().Affecting("IN").Assessments() {
		fmt.Println(a.Modality, "-", a.Gist)
	}
}
