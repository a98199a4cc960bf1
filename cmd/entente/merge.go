package main

import (
	"flag"
	"slices"

	"github.com/entente-go/entente"
)

func mergeCommand() command {
	return command{
		name: "merge", args: "[-o FILE] DATA DATA…",
		short: "join datasets, and name every conflict",
		long: `Merge writes the records of all the data as one file. Records with the same ID
become one. Their citations, names and identifiers are united. Where two values
conflict, it prints both sides with their sources and writes nothing: correct one of
them, or make one a claim of the other.

The title is the first that there is. Authors, licences and coverage are united. The
edition is kept only if all the data has the same one: write that of the whole into
the new file.

	entente merge -o all.json mydata chronicle
	entente merge -o visits.json 2023.json 2024.json`,
		flags: func(flags *flag.FlagSet) action {
			path := flags.String("o", "", "the `file` to write, instead of standard output")
			return func(t *task, args []string) error {
				if len(args) < 2 {
					return usagef("give two DATA or more to merge")
				}
				list, err := t.loadEach(args)
				if err != nil {
					return err
				}
				d, err := t.merge(args, list)
				if err != nil {
					return err
				}
				hasEdition := func(d *entente.Dataset) bool { return d.Edition() != entente.Edition{} }
				if !hasEdition(d) && slices.ContainsFunc(list, hasEdition) {
					t.console.note("not all the data is of one edition, so the result has none: write it into the file")
				}
				out, err := t.create(*path)
				if err != nil {
					return err
				}
				t.begin("writing")
				_, err = d.WriteTo(out)
				t.console.note("%d datasets merged: %d records", len(args), d.Len())
				return err
			}
		},
	}
}
