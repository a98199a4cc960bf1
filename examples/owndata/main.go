// Command owndata loads a small dataset from JSON files, those in the directory
// data, and prints what it holds. Then it loads a broken file and prints every
// problem in it.
//
//	go run ./examples/owndata
package main

import (
	"embed"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"strings"

	"github.com/entente-go/entente"
)

// The files are embedded so that the program runs in any directory. For files on
// disk, pass os.DirFS("mydata") to Load.
//
//go:embed data broken
var files embed.FS

func main() {
	if err := run(os.Stdout); err != nil {
		log.Fatal(err)
	}
}

func run(w io.Writer) error {
	loader := entente.Loader{
		// A warning is about sound data that is probably a mistake.
		Warn: func(p *entente.Problem) { fmt.Fprintf(w, "warning: %v\n\n", p) },
	}
	data, err := loader.Load(files, "data/*.json") // all the files make one dataset
	if err != nil {
		return err
	}
	describe(w, data)

	// The broken file may refer to the records loaded above, its base.
	_, err = (&entente.Loader{Base: data}).Load(files, "broken/*.json")
	var problems entente.Problems
	if !errors.As(err, &problems) {
		return fmt.Errorf("the broken file gave no problems: %v", err)
	}
	fmt.Fprintf(w, "\nThe broken file was not loaded. Its %d problems, each with the file, line,\n"+
		"column, record and member, and what to write instead:\n\n%v\n", len(problems), problems)
	return nil
}

// describe prints what a dataset holds.
func describe(w io.Writer, data *entente.Dataset) {
	summary := data.Summary()
	fmt.Fprintf(w, "%v: %v\n\n%v\n", data.Title(), data, summary)

	for _, pair := range summary.Pairs {
		fmt.Fprintf(w, "%s and %s have ties from %v to %v.\n\n", pair.A, pair.B, pair.Ties.First, pair.Ties.Last)
	}
	fmt.Fprintln(w, "By date:")
	for r := range data.Timeline() {
		fmt.Fprintf(w, "  %-21v  %v\n", r.AsFact().When, r)
	}

	fmt.Fprintln(w, "\nWho signed:")
	for a := range data.Between("FR", "GB").Agreements() {
		var names []string
		for _, id := range a.Signatories {
			official, _ := data.Official(id) // found, since references in a dataset are checked
			names = append(names, official.Name.String())
		}
		fmt.Fprintf(w, "  %v: %s\n", a.Name, strings.Join(names, " and "))
		if above, ok := data.Agreement(a.Under); ok {
			fmt.Fprintf(w, "    under the %v\n", above.Name)
		}
	}

	fmt.Fprintln(w, "\nWhere sources differ:")
	for r := range data.All() {
		for _, c := range r.AsFact().Claims {
			said := c.Value.String()
			if c.Value.IsZero() {
				said = c.Words.String()
			}
			fmt.Fprintf(w, "  %s, %s: %s, says %s\n", r.AsFact().ID, c.Member, said, c.Cites[0].Source)
		}
	}
}
