// Briefing prints a briefing on the article that package entente carries,
// whole or narrowed to one actor.
//
//	go run ./examples/briefing [-lang en|ru|ur|…] [-format text|markdown|html] [actor]
//
// The actor is an ID or a name in any language of the data: "fomin", "ВВС
// Пакистана", "South Asia". Of a narrowed briefing the records are those in
// which the actor takes part and the judgements that see an effect on it.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/brief"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run is the program. It returns the exit code: 1 if no one actor answers to
// the name, 2 if the command line is wrong.
func run(args []string, stdout, stderr io.Writer) int {
	var w brief.Writer
	flags := flag.NewFlagSet("briefing", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: briefing [-lang tag] [-format text|markdown|html] [actor]")
		flags.PrintDefaults()
	}
	flags.TextVar(&w.Language, "lang", language.English, "`tag` of the language, such as en, ru, ur or ur-u-nu-arabext")
	flags.TextVar(&w.Format, "format", brief.FormatText, "`form` of the output: text, markdown or html")
	if err := flags.Parse(args); err != nil {
		if err == flag.ErrHelp {
			return 0
		}
		return 2
	}
	d := entente.Article()
	if flags.NArg() > 0 {
		name := strings.Join(flags.Args(), " ")
		narrowed, err := narrow(d, name)
		if err != nil {
			fmt.Fprintln(stderr, "briefing:", err)
			return 1
		}
		d = narrowed
	}
	if err := w.Write(stdout, d); err != nil {
		fmt.Fprintln(stderr, "briefing:", err)
		return 1
	}
	return 0
}

// narrow returns the records of d that concern the actor or region that
// answers to the name.
func narrow(d *entente.Dataset, name string) (*entente.Dataset, error) {
	var actors, others []entente.Record
	for _, r := range d.Find(name) {
		if isActor(r.Kind()) {
			actors = append(actors, r)
		} else {
			others = append(others, r)
		}
	}
	switch {
	case len(actors) == 1:
		id := actors[0].AsFact().ID
		itself := d.Filter(func(r entente.Record) bool { return r.AsFact().ID == id })
		return d.Involving(id).Union(d.Affecting(id)).Union(itself), nil
	case len(actors) > 1:
		return nil, fmt.Errorf("more than one actor answers to %q; give the ID:%s", name, listed(actors))
	case len(others) > 0:
		return nil, fmt.Errorf("%q is not an actor:%s", name, listed(others))
	}
	if near := nearest(d, name); len(near) > 0 {
		return nil, fmt.Errorf("no actor answers to %q; the nearest are:%s", name, listed(near))
	}
	return nil, fmt.Errorf("no actor answers to %q, and none is near to it", name)
}

// isActor reports whether records can be narrowed to one of the kind: actors,
// and regions, which can at least be affected.
func isActor(k entente.Kind) bool { return k >= entente.KindNation && k <= entente.KindOfficial }

// listed returns the records one a line.
func listed(records []entente.Record) string {
	var b strings.Builder
	for _, r := range records {
		b.WriteString("\n\t" + r.String())
	}
	return b.String()
}
