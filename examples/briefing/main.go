// Command briefing prints a briefing on the embedded article, whole or about one
// actor or region.
//
//	go run ./examples/briefing [-lang en|ru|ur|…] [-as text|markdown|html|page] [actor]
//
// The actor is an ID or a name in any language of the data: "fomin", "ВВС
// Пакистана", "South Asia". The briefing is then about the records in which it
// takes part and the assessments that say that it is affected.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/brief"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run returns the exit code: 1 if the name is not that of exactly one actor, 2
// for a wrong command line.
func run(args []string, stdout, stderr io.Writer) int {
	var w brief.Writer
	flags := flag.NewFlagSet("briefing", flag.ContinueOnError)
	flags.SetOutput(printable{stderr})
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: briefing [-lang tag] [-as text|markdown|html|page] [actor]")
		flags.PrintDefaults()
	}
	flags.TextVar(&w.Language, "lang", language.English, "language `tag`, such as en, ru, ur or ur-u-nu-arabext")
	flags.TextVar(&w.Format, "as", brief.FormatText, "output `format`: text, markdown, html (a fragment) or page (a whole document)")
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

// printable shows what cannot be printed as U+FFFD: package flag puts arguments
// into its messages as they are, and one may hold an escape sequence.
type printable struct{ io.Writer }

func (w printable) Write(p []byte) (int, error) {
	shown := strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) || r == '\n' || r == '\t' || unicode.Is(unicode.Join_Control, r) {
			return r
		}
		return unicode.ReplacementChar
	}, string(p))
	if _, err := io.WriteString(w.Writer, shown); err != nil {
		return 0, err
	}
	return len(p), nil
}

// narrow returns the records of d about the actor or region with the name.
func narrow(d *entente.Dataset, name string) (*entente.Dataset, error) {
	var actors, others []entente.Record
	for _, m := range d.Find(name) {
		r, ok := d.Record(m.ID)
		if !ok || m.Fit != entente.FitExact {
			continue
		}
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
		return nil, fmt.Errorf("%q names more than one actor; give the ID:%s", name, listed(actors))
	case len(others) > 0:
		return nil, fmt.Errorf("%q is not an actor:%s", name, listed(others))
	}
	if near := nearest(d, name); len(near) > 0 {
		return nil, fmt.Errorf("no actor is called %q; the nearest are:%s", name, listed(near))
	}
	return nil, fmt.Errorf("no actor is called %q or anything like it", name)
}

// isActor reports whether a briefing can be about a record of the kind: an actor,
// or a region, which can be affected.
func isActor(k entente.Kind) bool {
	switch k {
	case entente.KindNation, entente.KindBloc, entente.KindRegion, entente.KindOrganization, entente.KindOfficial:
		return true
	}
	return false
}

// listed returns the records, one to a line.
func listed(records []entente.Record) string {
	var b strings.Builder
	for _, r := range records {
		b.WriteString("\n\t" + r.String())
	}
	return b.String()
}
