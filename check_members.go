package entente

import (
	"slices"
	"strconv"
	"strings"
)

// The rules about single members. The walk over a record calls these methods
// with the name of the member; see walk.go.

// at returns the location of a member of what the walk is at, or of an element.
func (c *checker) at(member string, index int) location {
	l := c.w.at(member)
	if index != noIndex {
		l = l.element(index)
	}
	return l
}

// enum checks that a value is one of the constants.
func (c *checker) enum(member string, index int, v uint8, e *enum, n want) {
	if v == 0 && n == optional {
		return
	}
	at, hint := c.at(member, index), oneOf("", e.names[1:])
	switch {
	case v != 0:
		c.problem(at, ErrValue, "no such "+e.what+": "+strconv.Itoa(int(v)), hint)
	case index != noIndex:
		c.problem(at, ErrMissing, "no "+e.what, hint)
	default:
		c.missing(at, ErrMissing, "no "+e.what, strings.Replace(hint, "write", "write "+quote(member)+" with", 1))
	}
}

// distinct checks that a list has each ID once.
func (c *checker) distinct(member string, ids []ID) {
	repeated(ids, func(i int, id ID) { c.twice(member, i, quote(string(id))) })
}

// topics checks that a list has known or declared topics, each once.
func (c *checker) topics(member string, list []Topic) {
	for i, t := range list {
		c.knownTopic(member, i, t)
	}
	repeated(list, func(i int, t Topic) { c.twice(member, i, "topic "+quote(string(t))) })
}

func (c *checker) twice(member string, index int, what string) {
	c.problem(c.at(member, index), ErrDuplicate, what+" occurs twice", "write it once")
}

func (c *checker) knownTopic(member string, index int, t Topic) {
	switch {
	case c.done:
	case c.gone[name{"topics", string(t)}]:
		c.rejected(member, index, string(t))
	case !c.voc[t] && !c.partial:
		n := name{"topics", string(t)}
		if _, ok := c.meant()[n]; ok {
			return // the ID is reported where the topic is declared
		}
		if c.where.times = c.timesOf(n); *c.where.times == 1 {
			c.problem(c.at(member, index), ErrReference, "unknown topic "+quote(string(t)), c.topicHint(t))
		}
		c.where.times = nil
	}
}

func (c *checker) topicHint(t Topic) string {
	declare := declareHint("topics", string(t))
	if len(c.voc) > 1000 || len(c.in.topics) > 1000 { // a hint is not worth more
		return declare
	}
	var names []string
	for _, known := range knownTopics {
		names = append(names, string(known.ID))
	}
	if c.base != nil {
		for _, declared := range c.base.topics {
			names = append(names, string(declared.ID))
		}
	}
	for _, declared := range c.in.topics {
		names = appendMended(names, string(declared.ID), false)
	}
	if n := closest(string(t), names); n != "" {
		return "did you mean " + quote(n) + "?"
	}
	if len(names) > 2*len(knownTopics) { // a list of all would be longer than the file
		return declare + ", or use one that is declared there"
	}
	return declare + ", or use one of " + strings.Join(names, ", ")
}

// strings checks that a list has words, each once, and no empty string.
func (c *checker) strings(member string, list []string) {
	for i, s := range list {
		switch fault := faultOf(s, oneLine); {
		case fault != nil:
			c.fault(c.at(member, i), fault)
		case isBlank(s):
			c.problem(c.at(member, i), ErrEmpty, "an empty name", "write it, or leave it out")
		}
	}
	repeated(list, func(i int, s string) { c.twice(member, i, quote(s)) })
}

// atLeast checks that a list has at least n elements.
func (c *checker) atLeast(n int, member string, have int) {
	if have >= n {
		return
	}
	message := "no " + member
	if have > 0 {
		message = "only 1 party" // any other list needs one entry
	}
	c.missing(c.at(member, noIndex), ErrMissing, message, "write at least "+strconv.Itoa(n)+" under "+quote(member))
}

// uncited reports a record or a claim without a citation.
func (c *checker) uncited(member string) {
	message := "no citation"
	if c.w.depth > 0 {
		message = "the claim has no citation"
	}
	c.missing(c.at(member, noIndex), ErrUncited, message, `write "cites": [{"source": …}]`)
}

// maxCount is the highest count accepted. It is far above any real number of
// people, and sums of many counts do not overflow.
const maxCount = 1_000_000_000

// outOfRange reports a count below zero or above maxCount.
func (c *checker) outOfRange(member string, n int) {
	what := " is below zero"
	if n > 0 {
		what = " is more than " + strconv.Itoa(maxCount)
	}
	c.problem(c.at(member, noIndex), ErrRange, member+" "+strconv.Itoa(n)+what, "leave it out if it is not known")
}

// maxParagraph is the highest paragraph number accepted.
const maxParagraph = 1_000_000

// paragraphs checks that paragraph numbers start at 1 and occur once.
func (c *checker) paragraphs(member string, list []int) {
	for i, p := range list {
		what := ""
		switch {
		case p < 1:
			what = " is below 1"
		case p > maxParagraph:
			what = " is above " + strconv.Itoa(maxParagraph)
		default:
			continue
		}
		c.problem(c.at(member, i), ErrRange, "paragraph "+strconv.Itoa(p)+what, "paragraphs are counted from 1")
	}
	repeated(list, func(i, p int) {
		if p > 0 {
			c.twice(member, i, "paragraph "+strconv.Itoa(p))
		}
	})
}

// citations checks that each citation occurs once.
func (c *checker) citations(member string, list []Citation) {
	repeatedBy(list, sameCitation, citationKey, func(i int) {
		c.twice(member, i, "this citation of "+quote(string(list[i].Source)))
	})
}

func sameCitation(a, b *Citation) bool {
	return a.Source == b.Source && a.Locator == b.Locator && a.Part == b.Part && a.Quote == b.Quote &&
		slices.Equal(a.Paragraphs, b.Paragraphs)
}

// citationKey returns a string that equal citations share.
func citationKey(c *Citation) string {
	var b []byte
	for _, p := range c.Paragraphs {
		b = append(strconv.AppendInt(b, int64(p), 10), ' ')
	}
	b = append(strconv.AppendInt(b, int64(c.Part), 10), ' ')
	return string(b) + quote(string(c.Source)) + strconv.Quote(c.Locator) + c.Quote
}

// repeatedBy is repeated for what cannot be compared. Of a long list it compares
// the keys.
func repeatedBy[T any, K comparable](list []T, same func(a, b *T) bool, key func(*T) K, found func(i int)) {
	if len(list) > 16 {
		keys := make([]K, len(list))
		for i := range list {
			keys[i] = key(&list[i])
		}
		repeated(keys, func(i int, _ K) { found(i) })
		return
	}
	for i := range list {
		for k := range i {
			if same(&list[k], &list[i]) {
				found(i)
				break
			}
		}
	}
}

// repeated calls found for each element that an earlier one equals. Lists are
// short, but a hostile file's need not be.
func repeated[T comparable](list []T, found func(i int, v T)) {
	if len(list) > 16 {
		seen := make(map[T]bool, len(list))
		for i, v := range list {
			if seen[v] {
				found(i, v)
			} else {
				seen[v] = true
			}
		}
		return
	}
	for i, v := range list {
		if slices.Contains(list[:i], v) {
			found(i, v)
		}
	}
}
