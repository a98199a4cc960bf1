package main

import (
	"flag"
	"fmt"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/internal/selection"
)

func summaryCommand() command {
	return command{
		name: "summary", args: "[-json] [SELECTION] DATA…",
		short: "count the records by kind, party, topic, year and source",
		long: `Summary describes the data and counts its records. The text has the first dozen
entries of each list, and -json has all. SELECTION narrows it; entente help selection
explains how. If a selection has no records, it says what that means, and the
exit code is 1.

	entente summary chronicle
	entente summary -between Pakistan,Russia -kind exercise chronicle
	entente summary -json -during 2024 mydata

The text counts as records without a date only those of kinds that have dates. The
object of -json has the members of Summary in the Go package: records, undated (of
all kinds), headlines, first, last, kinds, parties, officials, topics, bases,
modalities, statuses, years, sources and pairs.`,
		flags: func(flags *flag.FlagSet) action {
			asJSON := flags.Bool("json", false, "print the counts as JSON")
			q := selectionFlags(flags)
			return func(t *task, args []string) error { return t.summary(q, args, *asJSON) }
		},
	}
}

// datedKinds are the kinds of what takes place, and not of actors and series.
var datedKinds = []entente.Kind{entente.KindPartnership, entente.KindAgreement, entente.KindExercise,
	entente.KindMeeting, entente.KindStatement, entente.KindAssessment}

func (t *task) summary(q *selection.Query, args []string, asJSON bool) error {
	d, err := t.load(args)
	if err != nil {
		return err
	}
	if d, err = narrow(q, d); err != nil {
		return err
	}
	out, err := t.create("")
	if err != nil {
		return err
	}
	t.begin("counting")
	if asJSON {
		err = writeJSON(out, d.Summary())
	} else {
		if title := d.Title().String(); title != "" && q.Len() == 0 {
			fmt.Fprintln(out, clean(title))
		}
		s := d.Summary()
		s.Undated = d.OfKind(datedKinds...).Summary().Undated
		_, err = fmt.Fprintln(out, clean(strings.TrimSuffix(s.String(), "\n")))
	}
	if err != nil {
		return err
	}
	if !t.answered(q, d) {
		return errAnswered
	}
	return nil
}
