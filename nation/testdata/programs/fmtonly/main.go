// Fmtonly uses fmt alone, for comparison.
package main

import (
	"fmt"
	"os"
)

func main() { fmt.Println(len(os.Args)) }
