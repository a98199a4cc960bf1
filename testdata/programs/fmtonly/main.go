// Fmtonly is a program to measure the others by.
package main

import "fmt"

func main() { fmt.Println("hello") }
