package interop

import (
	"cmp"
	"slices"
	"strings"

	"github.com/entente-go/entente"
)

// A Loss is a member that a format cannot hold. The zero Loss says nothing.
type Loss struct {
	// Kind is the kind of the records. The zero Kind means that the member is
	// one of the data as a whole, such as its coverage.
	Kind entente.Kind `json:"kind,omitzero"`
	// Member is the name of the member in the data format, such as "topics" or
	// "postings.rank". It is empty if the format has no place for records of the
	// kind.
	Member string `json:"member"`
	// Records is the number of records that lose it: of entries, if the member
	// is one of the data as a whole.
	Records int `json:"records"`
}

// String returns the loss in words: "topics of 3 exercises", "2 assessments",
// "coverage".
func (l Loss) String() string {
	switch {
	case l.Kind == 0:
		return l.Member
	case l.Member == "":
		return count(l.Records, l.Kind.String())
	}
	return l.Member + " of " + count(l.Records, l.Kind.String())
}

// Losses lists what a format could not hold, sorted by kind and member, each
// once. The zero Losses is empty: nothing was lost.
type Losses []Loss

// Add counts one more record that loses a member. Writers call it, once for each
// record and member.
func (l *Losses) Add(kind entente.Kind, member string) { l.AddN(kind, member, 1) }

// AddN counts n more records that lose a member.
func (l *Losses) AddN(kind entente.Kind, member string, n int) {
	if n <= 0 {
		return
	}
	i, ok := slices.BinarySearchFunc(*l, Loss{Kind: kind, Member: member}, func(a, b Loss) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), strings.Compare(a.Member, b.Member))
	})
	if !ok {
		*l = slices.Insert(*l, i, Loss{Kind: kind, Member: member})
	}
	(*l)[i].Records += n
}

// String returns the losses on one line, for logs: "coverage; topics of 3
// exercises; 2 assessments". Without any, it is "nothing lost".
func (l Losses) String() string {
	if len(l) == 0 {
		return "nothing lost"
	}
	words := make([]string, len(l))
	for i := range l {
		words[i] = l[i].String()
	}
	return strings.Join(words, "; ")
}
