package main

import (
	"flag"

	"github.com/entente-go/entente"
)

func diffCommand() command {
	return command{
		name: "diff", args: "[-json] [-lang TAG] [-as text|markdown|html|page] [-o FILE] OLD NEW",
		short: "tell what changed from one edition to the next",
		long: `Diff tells which records were added, changed and withdrawn from OLD to NEW, each
with its sources, and whether the title, edition, authors, licence, coverage and
extra of the data changed. OLD and NEW are DATA. The exit code is 0 whether or not
there is a difference.

	entente diff visits-2024.json visits-2025.json
	entente diff -lang ru -o changes.html old.json new.json

With -json it prints a list of the records and sources that changed: objects with
type (added, changed, or removed if withdrawn), id, kind (none for a source) and
members (JSON pointers to what differs).`,
		flags: func(flags *flag.FlagSet) action {
			w := newWriterFlags(flags)
			asJSON := flags.Bool("json", false, "print the changes as JSON")
			return func(t *task, args []string) error { return t.diff(w, args, *asJSON) }
		},
	}
}

func (t *task) diff(w *writerFlags, args []string, asJSON bool) error {
	switch {
	case len(args) != 2:
		return usagef("give two DATA, OLD and NEW")
	case asJSON && w.format.given:
		return usagef("-json and -as cannot both be given")
	}
	old, err := t.dataset(args[0])
	if err != nil {
		return err
	}
	recent, err := t.dataset(args[1])
	if err != nil {
		return err
	}
	t.begin("comparing")
	if asJSON {
		out, err := t.create(w.out)
		if err != nil {
			return err
		}
		changes := entente.Changes(old, recent)
		if changes == nil {
			changes = []entente.Change{}
		}
		return writeJSON(out, changes)
	}
	out, err := w.create(t)
	if err != nil {
		return err
	}
	return w.WriteChanges(out, old, recent)
}
