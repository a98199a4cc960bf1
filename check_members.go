package entente

import (
	"slices"
	"strconv"
	"strings"
)

// The rules that a member obeys by itself. The walk over a record calls them
// with the name of the member; see walk.go.

// at returns the location of a member of what the walk is at, or of an element.
func (c *checker) at(member string, index int) location {
	l := c.w.at(member)
	if index != noIndex {
		l = l.element(index)
	}
	return l
}

// enum: a value that is not one of the constants.
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

// distinct: a list has each ID once.
func (c *checker) distinct(member string, ids []ID) {
	repeated(ids, func(i int, id ID) { c.twice(member, i, quote(string(id))) })
}

// topics: a list has topics that are known or declared, each once.
func (c *checker) topics(member string, list []Topic) {
	for i, t := range list {
		c.knownTopic(member, i, t)
	}
	repeated(list, func(i int, t Topic) { c.twice(member, i, "topic "+quote(string(t))) })
}

func (c *checker) twice(member string, index int, what string) {
	c.problem(c.at(member, index), ErrDuplicate, what+" is there already", "leave it out")
}

func (c *checker) knownTopic(member string, index int, t Topic) {
	switch {
	case c.done:
	case c.gone[name{"topics", string(t)}]:
		c.rejected(member, index, string(t))
	case !c.voc[t] && !c.partial:
		c.problem(c.at(member, index), ErrReference, "unknown topic "+quote(string(t)), c.topicHint(t))
	}
}

func (c *checker) topicHint(t Topic) string {
	if len(c.voc) > 1000 { // a hint is not worth more
		return `declare it under "topics"`
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
		names = append(names, string(declared.ID))
	}
	if n := closest(string(t), names); n != "" {
		return "did you mean " + quote(n) + "?"
	}
	return `declare it under "topics", or use one of ` + strings.Join(names, ", ")
}

// strings: a list has no empty string.
func (c *checker) strings(member string, list []string) {
	for i, s := range list {
		c.utf8(member, i, s)
		if strings.TrimSpace(s) == "" {
			c.problem(c.at(member, i), ErrEmpty, "an empty name", "write it, or leave it out")
		}
	}
}

// atLeast: a list has so many elements.
func (c *checker) atLeast(n int, member string, have int) {
	if have >= n {
		return
	}
	message := "no " + member
	if have > 0 {
		message = "too few " + member + ", " + strconv.Itoa(have)
	}
	c.missing(c.at(member, noIndex), ErrMissing, message, "write at least "+strconv.Itoa(n)+" under "+quote(member))
}

// uncited: a record or a claim without a citation.
func (c *checker) uncited(member string) {
	message := "no citation"
	if c.w.depth > 0 {
		message = "a claim without a citation"
	}
	c.missing(c.at(member, noIndex), ErrUncited, message, `write "cites": [{"source": …}]`)
}

// belowZero: a number that counts something, but is below zero.
func (c *checker) belowZero(member string, n int) {
	c.problem(c.at(member, noIndex), ErrRange,
		member+" "+strconv.Itoa(n)+" is below zero", "leave it out if it is not known")
}

// paragraphs: they are counted from 1.
func (c *checker) paragraphs(member string, list []int) {
	for i, p := range list {
		if p < 1 {
			c.problem(c.at(member, i), ErrRange, "paragraph "+strconv.Itoa(p)+" is below 1", "paragraphs are counted from 1")
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
