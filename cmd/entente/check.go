package main

import (
	"errors"
	"flag"
	"os"
	"strings"

	"github.com/entente-go/entente"
)

func checkCommand() command {
	return command{
		name: "check", args: "[-base DATA] [-json] FILE|DIR…",
		short: "say what is wrong with files, at their line and column",
		long: `Check reads files, and folders of *.json, as one dataset: a record in one file
may refer to a record in another. It prints every problem with its file, line and
column, and usually with what to write instead. Warnings are about what is
probably a mistake; they never fail. They are printed only if there are no problems.

entente help data shows what a file looks like, and how to declare what a record
refers to. With -base, the files may also refer to the records of DATA.

	entente check visits.json
	entente check -base chronicle mydata
	entente check -json mydata > problems.json

With -json it prints a list of problems and warnings to standard output. Each has
a severity (problem or warning) and a message; and where they are known file,
line, column, record, pointer (a JSON pointer) and hint.`,
		flags: func(flags *flag.FlagSet) action {
			base := flags.String("base", "", "`DATA` to which the files may refer")
			asJSON := flags.Bool("json", false, "print the problems as JSON, to standard output")
			return func(t *task, args []string) error { return t.check(args, *base, *asJSON) }
		},
	}
}

// A finding is a problem or a warning as JSON.
type finding struct {
	Severity string     `json:"severity"`
	File     string     `json:"file,omitzero"`
	Line     int        `json:"line,omitzero"`
	Column   int        `json:"column,omitzero"`
	Record   entente.ID `json:"record,omitzero"`
	Pointer  string     `json:"pointer,omitzero"`
	Message  string     `json:"message"`
	Hint     string     `json:"hint,omitzero"`
}

func newFinding(severity string, p *entente.Problem) finding {
	return finding{severity, p.File, p.Line, p.Column, p.Record, p.Pointer, p.Message, p.Hint}
}

func (t *task) check(args []string, base string, asJSON bool) error {
	if len(args) == 0 {
		return usagef("no file given: name files or folders to check")
	}
	var warnings entente.Problems
	l := &entente.Loader{Warn: func(p *entente.Problem) { warnings = append(warnings, p) }}
	if base != "" {
		var err error
		if l.Base, err = t.dataset(base); err != nil {
			return err
		}
	}
	d, err := t.loadFiles(l, args...)
	var problems entente.Problems
	if err != nil && !errors.As(err, &problems) {
		return err
	}
	if asJSON {
		return t.findings(problems, warnings)
	}
	if err != nil {
		t.console.problems(problems)
		info, _ := os.Stat(args[0])
		if severalFiles := len(args) > 1 || info != nil && info.IsDir(); severalFiles && errors.Is(err, entente.ErrDuplicate) {
			t.console.note("to join files that share records: entente merge")
		}
		if base == "" && errors.Is(err, entente.ErrReference) {
			t.console.note("if records refer to other data, name it with -base; entente help data shows how to declare them")
		}
		return errAnswered
	}
	for _, w := range warnings {
		t.console.problem("warning:", w)
	}
	out, err := t.create("")
	if err != nil {
		return err
	}
	d = d.Except(l.Base)
	said := strings.TrimPrefix(d.String(), "dataset of ") + ", no problems"
	if len(warnings) > 0 {
		said += ", " + count(len(warnings), "warning", "warnings")
	}
	out.WriteString(said + "\n")
	return nil
}

// findings writes problems and warnings as JSON.
func (t *task) findings(problems, warnings entente.Problems) error {
	out, err := t.create("")
	if err != nil {
		return err
	}
	list := []finding{}
	for _, p := range problems {
		list = append(list, newFinding("problem", p))
	}
	for _, p := range warnings {
		list = append(list, newFinding("warning", p))
	}
	if err := writeJSON(out, list); err != nil {
		return err
	}
	if len(problems) > 0 {
		return errAnswered
	}
	return nil
}
