// Command reader reads a bulletin of port calls by package bulletin, prints the
// report on its rows, and tells what the data says. The README next to it explains
// how such a reader is written.
//
//	go run ./examples/reader
package main

import (
	"bytes"
	_ "embed"
	"fmt"
	"io"
	"log"
	"os"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/brief"
	"github.com/entente-go/entente/examples/reader/bulletin"
	"github.com/entente-go/entente/interop"
)

//go:embed bulletin/testdata/2023.txt
var text []byte

func main() {
	if err := run(os.Stdout); err != nil {
		log.Fatal(err)
	}
}

func run(w io.Writer) error {
	records, report, err := bulletin.Read(bytes.NewReader(text), interop.Options{})
	if err != nil {
		return err
	}
	fmt.Fprintln(w, report)
	for _, r := range report.Rejected {
		fmt.Fprintln(w, "rejected:", r)
	}
	for _, r := range report.Repaired {
		fmt.Fprintln(w, "repaired:", r)
	}
	data, err := entente.New(records)
	if err != nil {
		return err
	}
	fmt.Fprintln(w)
	return brief.Writer{
		Language: language.English,
		Sections: []brief.Section{brief.SectionExercises},
	}.Write(w, data)
}
