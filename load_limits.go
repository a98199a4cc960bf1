package entente

import (
	"math"
	"strconv"
)

// leastElements is the least that the default of Limits.Elements is.
const leastElements = 1_000_000

// recordsLeft is how many more records and sources there may be beside the base
// and those given.
func (s settings) recordsLeft(rs *records) int {
	return s.limits.Records - s.heldRecords - rs.count()
}

// left is how many elements of lists the data may have beside the base.
func (s settings) left() int { return s.limits.Elements - s.heldElements }

// tooMany returns the problem that there are more records or elements than are
// allowed, or nil.
func (s settings) tooMany(d diagnosis) *Problem {
	with := ""
	if s.base != nil {
		with = ", including those of the base"
	}
	problem := func(limit int, what, name string) *Problem {
		return &Problem{Message: "more than the " + strconv.Itoa(limit) + " " + what + " allowed" + with,
			Hint: "split the data, or raise Limits." + name, Err: ErrLimit}
	}
	switch {
	case s.recordsLeft(&d.records) < 0:
		return problem(s.limits.Records, "records and sources", "Records")
	case d.elements > s.left():
		return problem(s.limits.Elements, "elements of lists", "Elements")
	}
	return nil
}

// pairs is the limit on pairs for so many records.
func (l Limits) pairs(records int) int {
	if l.Pairs == 0 {
		return 250_000 + records
	}
	return l.Pairs
}

// tiesPerPair is how many times as many ties as pairs there may be: a summary
// looks at each.
const tiesPerPair = 100

func tooManyPairs(n int) Problems {
	return Problems{{Message: "the records tie more than the " + strconv.Itoa(n) + " pairs of nations and blocs allowed, or " +
		strconv.Itoa(tiesPerPair) + " times as many ties", Hint: "split the data, or raise Limits.Pairs", Err: ErrLimit}}
}

// pairsWithin reports whether the records tie so many pairs at most, and not
// more often than a summary should count. Only if a look at the numbers does not
// tell, it counts the pairs.
func (c *index) pairsWithin(limit int) bool {
	most := math.MaxInt
	if limit < most/tiesPerPair {
		most = limit * tiesPerPair
	}
	ties, tied := 0, make(marks, c.allActors())
	actors, row := 0, []uint32(nil)
	for k := KindNation; k < kindEnd; k++ {
		if !tieKinds.has(k) {
			continue
		}
		for i := c.kind[k]; i < c.kind[k+1]; i++ {
			if row = c.dyads(row[:0], int(i)); len(row) < 2 {
				continue
			}
			for _, a := range row {
				if tied[a] == 0 {
					tied[a] = 1
					actors++
				}
			}
			if ties += len(row) * (len(row) - 1) / 2; ties > most {
				return false
			}
		}
	}
	return min(ties, actors*(actors-1)/2) <= limit || c.distinctPairs(limit) <= limit
}

// distinctPairs counts the pairs that records tie, up to more than the limit.
func (c *index) distinctPairs(limit int) int {
	t := tieTable{c: c}
	for k := KindNation; k < kindEnd; k++ {
		if tieKinds.has(k) {
			for i := c.kind[k]; i < c.kind[k+1]; i++ {
				t.add(int(i))
			}
		}
	}
	return t.distinct(limit)
}

// size returns how many records and sources an index has, and how many elements
// all lists have.
func (c *index) size() (entries, elements int) {
	rs := records{abouts: []about{c.about}, coverage: c.coverage, topics: c.topics, sources: c.sources, recs: c.recs}
	return rs.count(), rs.elements()
}

// elements returns the number of elements of all lists.
func (rs *records) elements() int {
	n := len(rs.coverage) + len(rs.topics) + len(rs.sources) + len(rs.recs)
	for i := range rs.abouts {
		n += len(rs.abouts[i].authors)
	}
	for i := range rs.coverage {
		n += len(rs.coverage[i].Parties) + len(rs.coverage[i].Kinds)
	}
	for i := range rs.sources {
		n += len(rs.sources[i].Authors) + len(rs.sources[i].Identifiers)
	}
	for _, r := range rs.recs {
		n += elementsOf(r)
	}
	return n
}

// elementsOf returns how many elements the lists of a record have.
func elementsOf(r record) int {
	f := r.fact()
	n := len(f.Topics) + elementsOfCites(f.Cites) + len(f.Claims) + len(f.Identifiers)
	for i := range f.Claims {
		n += elementsOfCites(f.Claims[i].Cites) + arrayElements(f.Claims[i].Value.json)
	}
	switch r := r.(type) {
	case *Nation:
		n += elementsOfNames(r.Aliases)
	case *Bloc:
		n += elementsOfNames(r.Aliases) + len(r.Members)
	case *Region:
		n += elementsOfNames(r.Aliases)
	case *Organization:
		n += elementsOfNames(r.Aliases)
	case *Official:
		n += elementsOfNames(r.Aliases) + len(r.Postings)
		for i := range r.Postings {
			n += elementsOfCites(r.Postings[i].Cites)
		}
	case *Partnership:
		n += len(r.Parties)
	case *Agreement:
		n += elementsOfNames(r.Aliases) + len(r.Parties) + len(r.Signatories) + len(r.Places)
		for i := range r.Parties {
			n += len(r.Parties[i].Obligations) + elementsOfCites(r.Parties[i].Cites)
		}
	case *Series:
		n += elementsOfNames(r.Aliases) + len(r.Parties)
	case *Exercise:
		n += elementsOfNames(r.Aliases) + len(r.Places) + len(r.Contingents) + len(r.Commanders) + len(r.Domains) + len(r.Forms)
		for i := range r.Contingents {
			n += len(r.Contingents[i].Commanders)
		}
	case *Meeting:
		n += len(r.Attendees) + len(r.Places)
	case *Statement:
		n += len(r.Speakers) + len(r.To)
	case *Assessment:
		n += len(r.Affects)
	}
	return n
}

func elementsOfCites(cites []Citation) int {
	n := len(cites)
	for i := range cites {
		n += len(cites[i].Paragraphs)
	}
	return n
}

func elementsOfNames(names Names) (n int) {
	for range names.phrases {
		n++
	}
	return n
}

// arrayElements returns how many elements all arrays in a JSON value have.
func arrayElements[T ~string | ~[]byte](raw T) (n int) {
	var open []byte // the brackets that are not closed yet
	empty := false
	for i := 0; i < len(raw); i++ {
		switch c := raw[i]; c {
		case ' ', '\t', '\r', '\n':
			continue
		case '"':
			for i++; i < len(raw) && raw[i] != '"'; i++ {
				if raw[i] == '\\' {
					i++
				}
			}
			fallthrough
		default:
			if c != ']' && c != '}' && c != ',' && empty {
				n++
			}
			empty = false
			switch {
			case c == '[' || c == '{':
				open = append(open, c)
				empty = c == '['
			case (c == ']' || c == '}') && len(open) > 0:
				open = open[:len(open)-1]
			case c == ',' && len(open) > 0 && open[len(open)-1] == '[':
				n++
			}
		}
	}
	return n
}

// isEmpty reports whether the line names nothing.
func (v *Coverage) isEmpty() bool {
	return len(v.Parties)+len(v.Kinds) == 0 && v.Period.IsZero() && !v.Complete && v.Note.IsZero()
}
