// Briefing is a program that puts the embedded data into words.
package main

import (
	"fmt"
	"os"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/brief"
	"golang.org/x/text/language"
)

func main() {
	if err := brief.Write(os.Stdout, entente.Article(), language.English); err != nil {
		fmt.Println(err)
	}
}
