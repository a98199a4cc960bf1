package main

import (
	"flag"
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/entente-go/entente/internal/selection"
)

// overview returns the help on the whole command.
func overview() string {
	var b strings.Builder
	b.WriteString(`Entente checks, tells, draws and converts facts about defence diplomacy: who met
whom, which exercises were held, what binds states, and with what source.

usage: entente COMMAND [FLAGS] DATA…

`)
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	for _, c := range commands() {
		fmt.Fprintf(w, "\t%s\t%s\n", c.name, c.short)
	}
	w.Flush()
	b.WriteString(`
To begin:

	entente brief -length digest chronicle
	entente check mydata
	entente import -from visits -o mydata.json visits.csv

entente help COMMAND explains a command, with examples; entente help data,
entente help selection and entente help exit explain what they have in common.
A tutorial is examples/tutorial.md in the repository.
`)
	return b.String()
}

// A topic is something that several commands have in common.
type topic struct{ name, text string }

func topics() []topic {
	return []topic{
		{"data", `DATA is one of

	article      the embedded facts of one article on Pakistan and Russia
	chronicle    the embedded public record around it, 1954 to 2026
	FILE         a file in the data format, such as mydata.json
	DIR          a folder; all its *.json files make one dataset
	-            standard input

Several DATA are merged; entente help merge says how. Write ./chronicle for a file
with that name.

A file is one JSON object. This is a complete file:

	{
		"format": "entente/1",
		"sources": [{"id": "release", "url": "https://navy.example/visit"}],
		"exercises": [{
			"id": "visit-2023",
			"name": {"en": "Port visit"},
			"when": "2023-10-02/2023-10-06",
			"basis": "reported",
			"cites": [{"source": "release"}],
			"contingents": [{"nation": "FR"}, {"nation": "JP", "role": "host"}]
		}]
	}

"when" is a date, or a period with a slash: 2019~ is about 2019, 2019? doubtful,
2018/2019 from one year to the other, and 2019-05/.. still on.

Coverage says what you searched, so that the data can answer "none found". All files
in a folder make one dataset, so it may be in a file of its own:

	{
		"format": "entente/1",
		"coverage": [{"parties": ["FR", "JP"], "kinds": ["meeting"], "period": "2023/2024"}]
	}

A nation needs no record of its own. Other actors, and series, are declared in the
same way, under "blocs", "organizations", "officials" and "series". In the
repository, data/README.md has every member, and with data/entente.schema.json an
editor checks a file as you type.
`},
		{"selection", `SELECTION is any of these flags. Each narrows the data further.

	-between A,B     records in which both take part
	-involving X     records in which X takes part
	-affecting X     assessments that say that X is affected
	-about TOPIC     records about the topic or a narrower one
	-during PERIOD   2024, 2024-10, 2024-10-13, 2016/2024, 2016/.. or ../2016
	-kind KIND,…     ` + wrapped(selection.KindNames(), 17) + `
	-basis BASIS     reported, attributed or assessed
	-source ID       records that cite the source

A, B and X are IDs or names in any language of the data: PK, Pakistan, fomin,
Фомин. Write a name that has spaces in quotation marks, and one that has a comma
as its ID. entente find DATA WORDS finds IDs, and entente summary DATA lists the
topics and the sources.

	entente brief -between "Saudi Arabia,Pakistan" -kind exercise,meeting chronicle

Being the place of a meeting or a visit is not taking part in it.

If nothing is left, the command says whether that means that there was none, and
the exit code is 1.
`},
		{"exit", `The exit code is

	0  done; for diff, whether or not there is a difference
	1  the data has problems, nothing was found, or reading or writing failed
	2  the command line is wrong

Results go to standard output, or to the file that -o names; problems, remarks
and progress go to standard error. A file is written whole or not at all. Colours
are for terminals only; NO_COLOR turns them off.
`},
	}
}

// wrapped returns words with commas, in lines that begin after so many spaces.
func wrapped(words []string, indent int) string {
	var b strings.Builder
	column := indent
	for i, w := range words {
		switch {
		case i > 0 && column+len(w) > 70:
			b.WriteString(",\n\t" + strings.Repeat(" ", indent))
			column = indent
		case i > 0:
			b.WriteString(", ")
		}
		b.WriteString(w)
		column += len(w) + 2
	}
	return b.String()
}

func commandNames() []string {
	names := []string{"help"}
	for _, c := range commands() {
		names = append(names, c.name)
	}
	return names
}

// help prints the help on a command or a topic, or the overview.
func (p *program) help(args []string) int {
	text := overview()
	if len(args) > 0 {
		text = ""
		for _, c := range commands() {
			if c.name == args[0] {
				text = c.help()
			}
		}
		names := commandNames()
		for _, t := range topics() {
			names = append(names, t.name)
			if t.name == args[0] {
				text = t.text
			}
		}
		if text == "" {
			p.console.fault("there is no help on " + quote(args[0]) + didYouMean(args[0], names) +
				"\nentente help lists the commands")
			return exitUsage
		}
	}
	if _, err := p.stdout.Write([]byte(text)); err != nil {
		p.console.fault(cannotWrite("standard output", err).Error())
		return exitFault
	}
	return exitDone
}

// help returns what explains a command.
func (c command) help() string {
	var b strings.Builder
	fmt.Fprintf(&b, "usage: entente %s %s\n\n%s\n", c.name, c.args, c.long)
	flags := newFlags(c.name)
	c.flags(flags)
	narrows := flags.Lookup(selection.Between) != nil
	var list strings.Builder
	w := tabwriter.NewWriter(&list, 0, 0, 2, ' ', 0)
	flags.VisitAll(func(f *flag.Flag) {
		name, usage := flag.UnquoteUsage(f)
		if narrows && isSelection(f.Name) {
			return
		}
		if name != "" {
			name = " " + strings.ToUpper(name)
		}
		if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "0" && f.Name != "as" {
			usage += " (default " + f.DefValue + ")"
		}
		fmt.Fprintf(w, "\t-%s%s\t%s\n", f.Name, name, usage)
	})
	w.Flush()
	if list.Len() > 0 {
		b.WriteString("\nFlags:\n\n" + list.String())
	}
	if narrows {
		b.WriteString("\nand those of SELECTION: entente help selection\n")
	}
	return b.String()
}
