// Package selection reads what somebody asks of a dataset, in the words that a
// command's flags and an explorer's addresses share, and narrows the dataset.
package selection

import (
	"flag"
	"net/url"
	"slices"
	"strings"
)

// The words of a selection.
const (
	Between   = "between"
	Involving = "involving"
	Affecting = "affecting"
	About     = "about"
	During    = "during"
	Kind      = "kind"
	Basis     = "basis"
	Source    = "source"
)

// Words returns the words of a selection, in their order.
func Words() []string {
	return []string{Between, Involving, Affecting, About, During, Kind, Basis, Source}
}

// A Query is a question as it was written. The zero Query asks for everything.
// Queries are comparable.
type Query struct {
	Between   string // two actors, separated by a comma
	Involving string // an actor
	Affecting string // an actor or region
	About     string // a topic
	During    string // a period
	Kind      string // kinds, separated by commas
	Basis     string // a basis
	Source    string // the ID of a source
}

// field returns the field for a word, or nil.
func (q *Query) field(word string) *string {
	switch word {
	case Between:
		return &q.Between
	case Involving:
		return &q.Involving
	case Affecting:
		return &q.Affecting
	case About:
		return &q.About
	case During:
		return &q.During
	case Kind:
		return &q.Kind
	case Basis:
		return &q.Basis
	case Source:
		return &q.Source
	}
	return nil
}

// Get returns what q asks under a word, "" for nothing.
func (q Query) Get(word string) string {
	if f := q.field(word); f != nil {
		return *f
	}
	return ""
}

// With returns q with the value under a word. An empty value removes it.
func (q Query) With(word, value string) Query {
	if f := q.field(word); f != nil {
		*f = value
	}
	return q
}

// Len returns how many words q uses.
func (q Query) Len() int {
	n := 0
	for _, word := range Words() {
		if q.Get(word) != "" {
			n++
		}
	}
	return n
}

// Encode returns q as the query of an address, in the order of the words.
func (q Query) Encode() string {
	var b strings.Builder
	for _, word := range Words() {
		if v := q.Get(word); v != "" {
			if b.Len() > 0 {
				b.WriteByte('&')
			}
			b.WriteString(word + "=" + strings.ReplaceAll(url.QueryEscape(v), "%2C", ","))
		}
	}
	return b.String()
}

// AddFlags defines a flag for each word.
func (q *Query) AddFlags(flags *flag.FlagSet) {
	flags.StringVar(&q.Between, Between, "", "records of two `actors`: IDs or names, separated by a comma")
	flags.StringVar(&q.Involving, Involving, "", "records in which an `actor` takes part: an ID or a name")
	flags.StringVar(&q.Affecting, Affecting, "", "assessments that say that an `actor` or region is affected")
	flags.StringVar(&q.About, About, "", "records on a `topic` or a narrower one")
	flags.StringVar(&q.During, During, "", "records of a `period`, such as 2014/2025 or 2024-10")
	flags.StringVar(&q.Kind, Kind, "", "records of these `kinds`, separated by commas, such as exercise,meeting")
	flags.StringVar(&q.Basis, Basis, "", "records with this `basis`: reported, attributed or assessed")
	flags.StringVar(&q.Source, Source, "", "records that cite the source with this `ID`")
}

// maxValue is the length in bytes of the longest value that is looked at.
const maxValue = 400

// Read reads the words of a selection from the query of an address. It ignores
// other words, of which others may be the caller's, but not those that look like
// a misspelled one: that would answer a question that nobody asked. The error is
// of type [Mistakes].
func Read(values url.Values, others ...string) (Query, error) {
	var q Query
	var wrong Mistakes
	known := append(Words(), others...)
	names := make([]string, 0, len(values))
	for name := range values {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		list := values[name]
		f := q.field(name)
		switch {
		case f != nil && len(list) > 1:
			wrong = append(wrong, &Mistake{Word: name, Value: list[1], Reason: ReasonRepeated})
		case f != nil:
			*f = strings.TrimSpace(list[0])
		case !slices.Contains(known, name):
			if near := nearest(name, slices.Values(known), 1); len(near) > 0 && len(name) > 3 {
				wrong = append(wrong, &Mistake{Word: name, Reason: ReasonWord, Near: near})
			}
		}
	}
	return q, wrong.err()
}
