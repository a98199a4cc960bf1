package selection

import (
	"strconv"
	"strings"

	"github.com/entente-go/entente"
)

// Reason says what is wrong with a value. The zero Reason is invalid.
type Reason uint8

// The reasons.
const (
	ReasonUnknown   Reason = iota + 1 // nothing has this ID or name
	ReasonAmbiguous                   // several have this name
	ReasonKind                        // it is of a kind that cannot be asked for here
	ReasonPair                        // not two actors
	ReasonPeriod                      // not a period
	ReasonLong                        // too long
	ReasonRepeated                    // the word is there more than once
	ReasonWord                        // no such word
)

var reasons = [...]string{
	ReasonUnknown:   "nothing has this name",
	ReasonAmbiguous: "this names more than one; give an ID",
	ReasonKind:      "this cannot be asked for here",
	ReasonPair:      "write two different actors, separated by a comma",
	ReasonPeriod:    "this is not a period",
	ReasonLong:      "this is too long",
	ReasonRepeated:  "this word is there more than once",
	ReasonWord:      "there is no such word",
}

// String returns the reason in English.
func (r Reason) String() string {
	if r == 0 || int(r) >= len(reasons) {
		return "Reason(" + strconv.Itoa(int(r)) + ")"
	}
	return reasons[r]
}

// A Suggestion is what may have been meant.
type Suggestion struct {
	ID   string // what to write
	Name string // its name in the data, or ""
}

// String returns the suggestion as "PK (Pakistan)".
func (s Suggestion) String() string {
	if s.Name == "" || s.Name == s.ID {
		return s.ID
	}
	return s.ID + " (" + s.Name + ")"
}

// A Mistake is one thing that is wrong with a query.
type Mistake struct {
	Word   string       // the word of the selection
	Value  string       // the wrong value, or the part of it that is wrong
	Reason Reason       // what is wrong
	Near   []Suggestion // what may have been meant, the nearest first
	Err    error        // the error of the parser, if there is one
}

// Error returns the mistake in one line of English.
func (m *Mistake) Error() string {
	var b strings.Builder
	b.WriteString(strings.Trim(strconv.Quote(m.Word), `"`))
	if m.Value != "" {
		b.WriteString(" " + strconv.QuoteToGraphic(short(m.Value)))
	}
	b.WriteString(": ")
	if m.Err != nil {
		b.WriteString(m.Err.Error())
	} else {
		b.WriteString(m.Reason.String())
	}
	for i, s := range m.Near {
		b.WriteString([...]string{"; did you mean ", " or "}[min(i, 1)])
		b.WriteString(s.String())
	}
	return b.String()
}

// Unwrap returns m.Err.
func (m *Mistake) Unwrap() error { return m.Err }

// short cuts a long value for a message.
func short(s string) string {
	if r := []rune(s); len(r) > 60 {
		return string(r[:59]) + "…"
	}
	return s
}

// Mistakes is everything that is wrong with a query.
type Mistakes []*Mistake

// Error returns the mistakes, one on each line.
func (ms Mistakes) Error() string {
	lines := make([]string, len(ms))
	for i, m := range ms {
		lines[i] = m.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap returns the mistakes as errors, for errors.As.
func (ms Mistakes) Unwrap() []error {
	list := make([]error, len(ms))
	for i, m := range ms {
		list[i] = m
	}
	return list
}

func (ms Mistakes) err() error {
	if len(ms) == 0 {
		return nil
	}
	return ms
}

func suggested(matches []entente.Match) []Suggestion {
	list := make([]Suggestion, len(matches))
	for i, m := range matches {
		list[i] = Suggestion{ID: string(m.ID), Name: m.Name}
	}
	return list
}
