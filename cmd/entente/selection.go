package main

import (
	"errors"
	"flag"
	"slices"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/internal/selection"
)

// selectionFlags declares the flags of SELECTION. A flag that is there twice or
// empty is refused: it would answer another question than was asked.
func selectionFlags(flags *flag.FlagSet) *selection.Query {
	q := new(selection.Query)
	words := newFlags("")
	q.AddFlags(words)
	words.VisitAll(func(f *flag.Flag) {
		flags.Func(f.Name, f.Usage, func(value string) error {
			switch {
			case strings.TrimSpace(value) == "":
				return errors.New("it is empty")
			case q.Get(f.Name) != "":
				return errors.New("it is given twice")
			}
			*q = q.With(f.Name, value)
			return nil
		})
	})
	return q
}

// isSelection reports whether a flag is one of SELECTION.
func isSelection(name string) bool { return slices.Contains(selection.Words(), name) }

// read reads a selection of d. Its error is a usageError with everything that is
// wrong.
func read(q *selection.Query, d *entente.Dataset) (selection.Selection, error) {
	s, err := q.Select(d)
	var wrong selection.Mistakes
	if !errors.As(err, &wrong) {
		return s, err
	}
	var lines []string
	for _, m := range wrong {
		line := "-" + strings.Replace(m.Error(), ": edtf: ", ": ", 1)
		if len(m.Near) > 0 {
			line += "?"
		} else if m.Word == selection.Kind && didYouMean(m.Value, selection.KindNames()) != "" {
			line += didYouMean(m.Value, selection.KindNames())
		} else if hint := hint(m); hint != "" {
			line += "; " + hint
		}
		lines = append(lines, line)
	}
	return s, usagef("%s", strings.Join(lines, "\n"))
}

// hint says what to write instead, if the data has nothing near.
func hint(m *selection.Mistake) string {
	switch {
	case m.Reason == selection.ReasonPeriod:
		return "write 2024, 2024-10, 2024-10-13, or two of them with a slash: 2016/2024"
	case m.Reason == selection.ReasonPair:
		return "as in -between PK,RU; give a name that has a comma by its ID"
	case m.Reason != selection.ReasonUnknown:
		return ""
	}
	switch m.Word {
	case selection.Kind:
		return "it is " + either(selection.KindNames())
	case selection.Basis:
		return "it is reported, attributed or assessed"
	case selection.About, selection.Source:
		return "entente summary -json lists them"
	}
	return "entente find DATA WORDS looks for names"
}

// narrow narrows d. Its error is a usageError.
func narrow(q *selection.Query, d *entente.Dataset) (*entente.Dataset, error) {
	if q.Len() == 0 {
		return d, nil
	}
	s, err := read(q, d)
	if err != nil {
		return nil, err
	}
	return s.Narrow(d), nil
}

// selected loads data and narrows it. If nothing is left it says what that means,
// and its error is errAnswered.
func (t *task) selected(q *selection.Query, args []string) (*entente.Dataset, error) {
	d, err := t.load(args)
	if err != nil {
		return nil, err
	}
	d, err = narrow(q, d)
	if err != nil {
		return nil, err
	}
	if !t.answered(q, d) {
		return nil, errAnswered
	}
	return d, nil
}

// answered reports whether a selection has records, and says if not what that
// means.
func (t *task) answered(q *selection.Query, d *entente.Dataset) bool {
	if d.Len() > 0 || q.Len() == 0 {
		return true
	}
	switch d.Answer() {
	case entente.AnswerNoneFound:
		t.console.note("none found: the data covers the question and has no such record")
	case entente.AnswerUndated:
		t.console.note("undated only: there are such records, but it is not known whether they are of that time; leave -during out to see them")
	default:
		t.console.note("not covered: the data has no such record, which does not mean that there was none")
	}
	return false
}
