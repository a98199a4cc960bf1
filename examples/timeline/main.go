// Command timeline prints the ties of two actors year by year. It also shows the
// gaps, and tells years in which nothing was found from years that the data does
// not cover.
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
	"unicode"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/nation"
	"golang.org/x/text/language"
)

func main() {
	log.SetFlags(0)
	log.SetOutput(printable{os.Stderr})
	if err := run(os.Stdout, os.Args[1:]); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return
		}
		log.Fatal("timeline: ", err)
	}
}

func run(w io.Writer, args []string) error {
	flags := flag.NewFlagSet("timeline", flag.ContinueOnError)
	flags.SetOutput(log.Writer())
	pair := flags.String("pair", "PK,RU", "two `actors`: IDs or names, separated by a comma")
	kindNames := flags.String("kind", "exercise,meeting", "`kinds` of record, separated by commas")
	period := flags.String("period", "", "`period`, such as 2014/2025; from the first record to the last by default")
	if err := flags.Parse(args); err != nil {
		return err
	}
	t := timeline{w: w, data: entente.Chronicle()}
	a, b, ok := strings.Cut(*pair, ",")
	if !ok {
		return fmt.Errorf("-pair %q: write two actors separated by a comma", *pair)
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
		if t.period, err = edtf.ParsePeriod(*period); err != nil {
			return err
		}
	}
	t.print()
	return nil
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

// A timeline holds the data and the choices of the user.
type timeline struct {
	w      io.Writer
	data   *entente.Dataset
	a, b   entente.ID
	kinds  []entente.Kind
	period edtf.Period
}

// actor returns the ID of the actor with the name, which may also be a nation
// that the data has no record of.
func (t *timeline) actor(name string) (entente.ID, error) {
	name = strings.TrimSpace(name)
	if r, ok := t.data.Record(entente.ID(name)); ok {
		return r.AsFact().ID, nil
	}
	var exact []entente.Match
	for _, m := range t.data.Find(name) {
		if m.Fit == entente.FitExact {
			exact = append(exact, m)
		}
	}
	switch len(exact) {
	case 0:
		match, err := nation.Lookup(name)
		return entente.ID(match.ID), err
	case 1:
		return exact[0].ID, nil
	}
	return "", fmt.Errorf("%q names more than one record: %v", name, exact)
}

func (t *timeline) name(id entente.ID) string {
	if n := nation.Name(nation.ID(id), language.English); n != "" {
		return n
	}
	return string(id)
}

func (t *timeline) print() {
	fmt.Fprintf(t.w, "%s and %s\n\n", t.name(t.a), t.name(t.b))
	years, undated := t.collect()
	first, last := t.span(years)
	if first > last {
		fmt.Fprintln(t.w, "Nothing found.")
	}
	for y := first; y <= last; y++ {
		t.printYear(y, years[y])
	}
	if len(undated) > 0 {
		fmt.Fprintln(t.w, "\nWithout a year:")
		for _, r := range undated {
			fmt.Fprintf(t.w, "      %s\n", row(r))
		}
	}
	fmt.Fprintln(t.w, "\n■ exercise  □ meeting  ◆ other  · nothing")
}

// asked returns the records of the pair that are of the kind and the period.
func (t *timeline) asked(kind entente.Kind, period edtf.Period) *entente.Dataset {
	return t.data.Between(t.a, t.b).OfKind(kind).During(period)
}

// collect returns the records by the year in which they begin, and those whose
// year is not known.
func (t *timeline) collect() (years map[int][]entente.Record, undated []entente.Record) {
	years = make(map[int][]entente.Record)
	for _, kind := range t.kinds {
		for r := range t.asked(kind, t.period).All() {
			if start := r.AsFact().When.Start(); start.Precision() >= edtf.PrecisionYear {
				years[start.Year()] = append(years[start.Year()], r)
			} else {
				undated = append(undated, r)
			}
		}
	}
	return years, undated
}

// span returns the years to print: those of the period, if it has bounds, and
// otherwise from the first year with a record to the last.
func (t *timeline) span(years map[int][]entente.Record) (first, last int) {
	first, last = 9999, 0
	for y := range years {
		first, last = min(first, y), max(last, y)
	}
	bounds := t.period.Span().Period()
	if start := bounds.Start(); !start.IsZero() {
		first = start.Year()
	}
	if end := bounds.End(); !end.IsZero() {
		last = end.Year()
	}
	return first, last
}

func (t *timeline) printYear(year int, records []entente.Record) {
	if len(records) == 0 {
		fmt.Fprintf(t.w, "%d  · %s\n", year, t.gap(year))
		return
	}
	slices.SortStableFunc(records, func(r, s entente.Record) int { return r.AsFact().When.Compare(s.AsFact().When) })
	for i, r := range records {
		lead := "    "
		if i == 0 {
			lead = fmt.Sprint(year)
		}
		fmt.Fprintf(t.w, "%s  %s\n", lead, row(r))
	}
}

// gap says why a year is empty.
func (t *timeline) gap(year int) string {
	whole := edtf.MustParsePeriod(fmt.Sprintf("%04d", year)).Span().Period()
	kinds := make(map[entente.Answer][]string)
	for _, kind := range t.kinds {
		answer := t.asked(kind, whole).Answer()
		kinds[answer] = append(kinds[answer], kind.String())
	}
	var parts []string
	for _, answer := range []entente.Answer{
		entente.AnswerFound, entente.AnswerUndated, entente.AnswerNoneFound, entente.AnswerNotCovered,
	} {
		switch list := kinds[answer]; {
		case len(list) == 0:
		case answer == entente.AnswerFound:
			parts = append(parts, strings.Join(list, ", ")+" from an earlier year")
		case len(list) == len(t.kinds):
			return answer.String()
		case answer == entente.AnswerNoneFound:
			parts = append(parts, "no "+strings.Join(list, " or ")+" found")
		default:
			parts = append(parts, strings.Join(list, ", ")+" "+answer.String())
		}
	}
	return strings.Join(parts, "; ")
}

func row(r entente.Record) string {
	return fmt.Sprintf("%s %-24s %s", mark(r), r.AsFact().When, title(r))
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

// title returns the name of a record and its place.
func title(r entente.Record) string {
	name, places := r.String(), []entente.Place(nil)
	switch r := r.(type) {
	case entente.Exercise:
		name, places = r.Label(language.English), r.Places
		if r.Status == entente.StatusCancelled {
			name += " (cancelled)"
		}
	case entente.Meeting:
		places = r.Places
		if !r.Name.IsZero() {
			name = r.Name.String()
		}
	case entente.Agreement:
		name, places = r.Label(language.English), r.Places
	case entente.Statement:
		name = r.Gist.String()
	}
	for _, place := range places {
		if where := place.Name.String(); where != "" && !strings.Contains(name, where) {
			name += ", " + where
		}
	}
	return name
}
