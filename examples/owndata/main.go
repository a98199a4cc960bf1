// Command owndata loads a small dataset of one's own, the files of the
// directory data, and prints what is in it. Then it loads a file that a person
// got wrong and prints what there is to mend.
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

// The files are embedded so that the program runs from any directory. For
// files on disk, pass os.DirFS("…") to Load instead.
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
		// A warning is not an error: the data is sound, and probably not meant so.
		Warn: func(p *entente.Problem) { fmt.Fprintf(w, "warning: %v\n\n", p) },
	}
	data, err := loader.Load(files, "data/*.json") // the files are one dataset
	if err != nil {
		return err
	}
	summary := data.Summary()
	fmt.Fprintf(w, "%v: %v\n\n%v\n", data.Title(), data, summary)

	for _, pair := range summary.Pairs {
		fmt.Fprintf(w, "%s and %s are tied from %v to %v.\n\n", pair.A, pair.B, pair.Ties.First, pair.Ties.Last)
	}
	fmt.Fprintln(w, "In the order of time:")
	for r := range data.Timeline() {
		fmt.Fprintf(w, "  %-21v  %v\n", r.AsFact().When, r)
	}

	fmt.Fprintln(w, "\nWho signed:")
	for a := range data.Between("FR", "GB").Agreements() {
		var names []string
		for _, id := range a.Signatories {
			official, _ := data.Official(id) // a reference in sound data leads somewhere
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
			fmt.Fprintf(w, "  %s, %s: %v, says %s\n", r.AsFact().ID, c.Member, c.Value, c.Cites[0].Source)
		}
	}

	// The broken file refers to the good ones, which are its base.
	_, err = (&entente.Loader{Base: data}).Load(files, "broken/*.json")
	var problems entente.Problems
	if !errors.As(err, &problems) {
		return fmt.Errorf("the broken file was loaded: %v", err)
	}
	fmt.Fprintf(w, "\nThe file with mistakes was not loaded. All %d problems are listed, each with\n", len(problems))
	fmt.Fprintf(w, "file, line, column, record, place in the record, and what to write instead:\n\n%v\n", problems)
	return nil
}
