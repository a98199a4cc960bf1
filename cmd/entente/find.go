package main

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"text/tabwriter"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
)

func findCommand() command {
	return command{
		name: "find", args: "[-json] DATA WORDS…",
		short: "find actors and records by name",
		long: `Find prints what has a name, an abbreviation, another spelling or an ID that
matches the words, the best first: the ID, the kind, how well it matches (exact,
words, beginnings) and the name. An ID is what SELECTION and files take.

	entente find chronicle Fomin
	entente find chronicle Дружба
	entente find -json mydata north korea

With -json it prints a list of objects with id, kind, fit, name (the one that
matched) and label (the name in English). If nothing matches, the exit code is 1.`,
		flags: func(flags *flag.FlagSet) action {
			asJSON := flags.Bool("json", false, "print the matches as JSON")
			return func(t *task, args []string) error { return t.find(args, *asJSON) }
		},
	}
}

// A match is a match as JSON.
type match struct {
	ID    entente.ID   `json:"id"`
	Kind  entente.Kind `json:"kind"`
	Fit   entente.Fit  `json:"fit"`
	Name  string       `json:"name"`
	Label string       `json:"label"`
}

func (t *task) find(args []string, asJSON bool) error {
	if len(args) < 2 {
		return usagef("give DATA and then the words to find, as in: entente find chronicle Fomin")
	}
	last := args[len(args)-1]
	if !isData(args[0]) && isData(last) {
		return usagef("DATA comes first, as in: entente find %s %s", last, strings.Join(args[:len(args)-1], " "))
	}
	d, err := t.dataset(args[0])
	if err != nil {
		return err
	}
	words := strings.Join(args[1:], " ")
	list := []match{}
	for _, m := range d.Find(words) {
		list = append(list, match{m.ID, m.Kind, m.Fit, m.Name, d.Name(m.ID, language.English)})
	}
	if asJSON || len(list) > 0 {
		out, err := t.create("")
		if err != nil {
			return err
		}
		if asJSON {
			err = writeJSON(out, list)
		} else {
			err = writeMatches(out, list)
		}
		if err != nil {
			return err
		}
	}
	if len(list) == 0 {
		t.console.note("nothing in %s is called %s or anything like it", args[0], quote(words))
		return errAnswered
	}
	return nil
}

// isData reports whether an argument names data that is there.
func isData(arg string) bool {
	_, err := os.Stat(arg)
	return err == nil || arg == "-" || arg == "article" || arg == "chronicle"
}

func writeMatches(out *output, list []match) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for _, m := range list {
		fmt.Fprintf(w, "%s\t%v\t%v\t%s", clean(string(m.ID)), m.Kind, m.Fit, clean(m.Name))
		if m.Label != m.Name {
			fmt.Fprintf(w, " (%s)", clean(m.Label))
		}
		fmt.Fprintln(w)
	}
	return w.Flush()
}
