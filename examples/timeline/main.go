// Command timeline prints what ties a pair of actors, year by year, on a
// terminal, and shows the gaps: the years in which nothing was found, and
// those for which nobody looked.
//
//	go run ./examples/timeline
//	go run ./examples/timeline -pair Pakistan,US -kind exercise -period 2010/2026
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"slices"
	"strings"

	"github.com/entente-go/entente"
	"golang.org/x/text/language"
)

func main() {
	log.SetFlags(0)
	if err := run(os.Stdout, os.Args[1:]); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return
		}
		log.Fatal("timeline: ", err)
	}
}

func run(w io.Writer, args []string) error {
	flags := flag.NewFlagSet("timeline", flag.ContinueOnError)
	pair := flags.String("pair", "PK,RU", "the two `actors`: IDs or names, with a comma between")
	kindNames := flags.String("kind", "exercise,meeting", "the `kinds` of record, with commas between")
	period := flags.String("period", "", "the `period`, such as 2014/2025; by default from the first record to the last")
	if err := flags.Parse(args); err != nil {
		return err
	}
	t := timeline{w: w, data: entente.Chronicle()}
	a, b, ok := strings.Cut(*pair, ",")
	if !ok {
		return fmt.Errorf("-pair %s: write two actors with a comma between", *pair)
	}
	var err error
	if t.a, err = t.actor(a); err != nil {
		return err
	}
	if t.b, err = t.actor(b); err != nil {
		return err
	}
	for name := range strings.SplitSeq(*kindNames, ",") {
		var k entente.Kind
		if err := k.UnmarshalText([]byte(strings.TrimSpace(name))); err != nil {
			return err
		}
		t.kinds = append(t.kinds, k)
	}
	if *period != "" {
		if t.period, err = entente.ParsePeriod(*period); err != nil {
			return err
		}
	}
	t.print()
	return nil
}

// A timeline is what is to be shown.
type timeline struct {
	w      io.Writer
	data   *entente.Dataset
	a, b   entente.ID
	kinds  []entente.Kind
	period entente.Period
}

// actor returns the ID of the actor that answers to the name: in the data, or
// as a nation by any of its names.
func (t *timeline) actor(name string) (entente.ID, error) {
	name = strings.TrimSpace(name)
	if r, ok := t.data.Record(entente.ID(name)); ok {
		return r.AsFact().ID, nil
	}
	switch found := t.data.Find(name); len(found) {
	case 0:
		match, err := entente.LookupNation(name)
		return match.ID, err
	case 1:
		return found[0].AsFact().ID, nil
	default:
		return "", fmt.Errorf("%q is the name of %v", name, found)
	}
}

func (t *timeline) name(id entente.ID) string {
	if n := entente.NationName(id, language.English); n != "" {
		return n
	}
	return string(id)
}

func (t *timeline) print() {
	fmt.Fprintf(t.w, "%s and %s\n\n", t.name(t.a), t.name(t.b))
	years := make(map[int][]entente.Record)
	var undated []entente.Record
	first, last := 9999, 0
	for _, kind := range t.kinds {
		found, _ := t.data.Search(t.a, t.b, kind, t.period)
		for r := range found.All() {
			y, ok := r.AsFact().When.Start().Year()
			if !ok {
				undated = append(undated, r)
				continue
			}
			years[y] = append(years[y], r)
			first, last = min(first, y), max(last, y)
		}
	}
	span := t.period.Span()
	if y, ok := span.Start().Year(); ok {
		first = y
	}
	if y, ok := span.End().Year(); ok {
		last = y
	}
	if first > last {
		fmt.Fprintln(t.w, "Nothing was found.")
	}
	for y := first; y <= last; y++ {
		fmt.Fprintf(t.w, "%d", y)
		if len(years[y]) == 0 {
			fmt.Fprintf(t.w, "  · %s\n", t.gap(y))
			continue
		}
		slices.SortStableFunc(years[y], func(r, s entente.Record) int { return r.AsFact().When.Compare(s.AsFact().When) })
		for i, r := range years[y] {
			if i > 0 {
				fmt.Fprint(t.w, "    ")
			}
			fmt.Fprintf(t.w, "  %s %-24s %s\n", mark(r), r.AsFact().When, title(r))
		}
	}
	if len(undated) > 0 {
		fmt.Fprintln(t.w, "\nIn no single year:")
		for _, r := range undated {
			fmt.Fprintf(t.w, "      %s %-24s %s\n", mark(r), r.AsFact().When, title(r))
		}
	}
	fmt.Fprintln(t.w, "\n■ exercise  □ meeting  ◆ other  · nothing")
}

// gap says what it means that a year holds nothing.
func (t *timeline) gap(year int) string {
	whole := entente.MustParsePeriod(fmt.Sprintf("%04d", year)).Span()
	var covered, not []string
	for _, kind := range t.kinds {
		if _, answer := t.data.Search(t.a, t.b, kind, whole); answer == entente.AnswerNotCovered {
			not = append(not, kind.String())
		} else {
			covered = append(covered, kind.String())
		}
	}
	switch {
	case len(not) == 0:
		return "none found"
	case len(covered) == 0:
		return "not covered"
	}
	return "no " + strings.Join(covered, " or ") + " found; " + strings.Join(not, ", ") + " not covered"
}

func mark(r entente.Record) string {
	switch r.Kind() {
	case entente.KindExercise:
		return "■"
	case entente.KindMeeting:
		return "□"
	}
	return "◆"
}

// title returns what to call a record, and where it was.
func title(r entente.Record) string {
	name, place := r.String(), entente.Place{}
	switch r := r.(type) {
	case entente.Exercise:
		name, place = r.Name.String(), r.Place
		if r.Status == entente.StatusCancelled {
			name += " (cancelled)"
		}
	case entente.Meeting:
		place = r.Place
		if !r.Name.IsZero() {
			name = r.Name.String()
		}
	case entente.Agreement:
		name, place = r.Name.String(), r.Place
	case entente.Statement:
		name = r.Gist.String()
	}
	if where := place.Name.String(); where != "" && !strings.Contains(name, where) {
		return name + ", " + where
	}
	return name
}
