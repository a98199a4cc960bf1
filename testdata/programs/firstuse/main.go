// Firstuse times the first calls of Article and Chronicle in a fresh process:
//
//	go run ./testdata/programs/firstuse article
//	go run ./testdata/programs/firstuse chronicle
package main

import (
	"fmt"
	"os"
	"time"

	"github.com/entente-go/entente"
)

func main() {
	start := time.Now()
	d := entente.Article
	if len(os.Args) > 1 && os.Args[1] == "chronicle" {
		d = entente.Chronicle
	}
	n := d().Len()
	fmt.Println(n, "records in", time.Since(start))
}
