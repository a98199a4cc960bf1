package entente

import (
	"cmp"
	"fmt"
	"strings"
)

// String returns the ties in a line, such as "1 exercise, 2 meetings".
func (t Ties) String() string {
	var b strings.Builder
	for _, c := range []struct {
		n         int
		one, many string
	}{
		{t.Exercises, "exercise", "exercises"},
		{t.Meetings, "meeting", "meetings"},
		{t.Agreements, "agreement", "agreements"},
		{t.Partnerships, "partnership", "partnerships"},
		{t.Statements, "statement", "statements"},
		{t.Headlines, "linked headline", "linked headlines"},
		{t.NotHeld, "exercise not held", "exercises not held"},
	} {
		if c.n == 0 {
			continue
		}
		if b.Len() > 0 {
			b.WriteString(", ")
		}
		word := c.many
		if c.n == 1 {
			word = c.one
		}
		fmt.Fprintf(&b, "%d %s", c.n, word)
	}
	if b.Len() == 0 {
		return "no ties"
	}
	return b.String()
}

// String returns the summary in a few lines, for logs and terminals, with the
// first dozen of each tally. Package brief puts it into words.
func (s Summary) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "records: %d, %d without a date", s.Records, s.Undated)
	if !s.First.IsZero() || !s.Last.IsZero() {
		fmt.Fprintf(&b, ", from %s to %s", cmp.Or(s.First.String(), "?"), cmp.Or(s.Last.String(), "?"))
	}
	b.WriteByte('\n')
	line(&b, "kinds", s.Kinds)
	line(&b, "parties", s.Parties)
	line(&b, "officials", s.Officials)
	line(&b, "topics", s.Topics)
	line(&b, "bases", s.Bases)
	line(&b, "modalities", s.Modalities)
	line(&b, "statuses", s.Statuses)
	line(&b, "years", s.Years)
	line(&b, "sources", s.Sources)
	for _, p := range s.Pairs {
		fmt.Fprintf(&b, "%s and %s: %s\n", p.A, p.B, p.Ties)
	}
	return b.String()
}

func line[K comparable](b *strings.Builder, name string, t Tally[K]) {
	if len(t) == 0 {
		return
	}
	fmt.Fprintf(b, "%s:", name)
	const most = 12
	for i, c := range t[:min(len(t), most)] {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(b, " %v %d", c.Key, c.N)
	}
	if len(t) > most {
		fmt.Fprintf(b, " and %d more", len(t)-most)
	}
	b.WriteByte('\n')
}
