package entente

import (
	"strconv"
	"unicode"

	"github.com/entente-go/entente/edtf"
)

// The rules about parts of records: names, points, identifiers, quotations,
// parties, contingents. The walk over a record calls the methods that take the
// name of a member; see walk.go.

// names checks that names are words.
func (c *checker) names(member string, n Names) {
	last, index := "", 0
	for tag, name := range n.phrases {
		if tag != last {
			last, index = tag, 0
			if _, err := canonicalTag(tag); c.goValues && err != nil {
				message, hint := diagnosisOf(err)
				c.problem(c.at(member, noIndex), ErrValue, message, hint)
			}
		}
		fault := faultOf(name, oneLine)
		if fault == nil && isBlank(name) {
			fault = &textError{problem: "an empty name", hint: "write it, or leave it out", is: ErrEmpty}
		}
		if fault != nil {
			c.fault(c.at(member, noIndex)+at(escapePointer(tag)).element(index), fault)
		}
		index++
	}
}

// extra checks that keys are words, that values are text, which may have
// several lines, and that the keys are sorted.
func (c *checker) extra(member string, x Extra) {
	for i, kv := range x {
		fault, inKey := faultOf(kv.Key, oneLine), true
		switch {
		case fault != nil:
		case isBlank(kv.Key):
			fault = &textError{problem: `an entry of "extra" has no key`, hint: "write the name of the column", is: ErrEmpty}
		case i > 0 && x[i-1].Key == kv.Key:
			fault = &textError{problem: "key " + quote(kv.Key) + " occurs twice", hint: "write it once", is: ErrDuplicate}
		default:
			fault, inKey = faultOf(kv.Value, asItWas), false
		}
		if fault != nil {
			c.where.named = inKey
			c.fault(c.at(member, noIndex)+at(escapePointer(kv.Key)), fault)
			c.where.named = false
		}
	}
}

// point checks that a point is on the Earth.
func (c *checker) point(member string, p Point) {
	degrees := func(name string, v, most float64) {
		if !(v >= -most && v <= most) { // nor NaN
			c.problem(c.at(member, noIndex)+at(name), ErrRange, name+" "+strconv.FormatFloat(v, 'g', -1, 64)+
				" is not between -"+strconv.Itoa(int(most))+" and "+strconv.Itoa(int(most)),
				"write degrees; south and west are below zero")
		}
	}
	degrees("lat", p.Lat, 90)
	degrees("lon", p.Lon, 180)
}

// identifiers checks that each identifier occurs once.
func (c *checker) identifiers(member string, list []Identifier) {
	repeated(list, func(i int, id Identifier) {
		if id.Scheme != "" && id.Value != "" {
			c.twice(member, i, id.Scheme+" "+quote(id.Value))
		}
	})
}

// scheme checks that a scheme is a slug.
func (c *checker) scheme(member, s string) {
	switch fault := faultOf(s, oneLine); {
	case fault != nil:
		c.fault(c.at(member, noIndex), fault)
	case s == "":
		c.missing(c.at(member, noIndex), ErrMissing, "no scheme", `write "scheme": "wikidata", "cow" or another slug`)
	case !isSlug(s):
		c.problem(c.at(member, noIndex), ErrValue, quote(s)+" is not a valid scheme", slugHint)
	}
}

// filled checks that a string is not blank.
func (c *checker) filled(member, s string) {
	switch fault := faultOf(s, oneLine); {
	case fault != nil:
		c.fault(c.at(member, noIndex), fault)
	case isBlank(s):
		c.missing(c.at(member, noIndex), ErrMissing, "no "+member, "write "+quote(member)+`: "…"`)
	}
}

// maxQuote is the maximum number of words of a quotation.
const maxQuote = 50

// quote checks that a quotation is short.
func (c *checker) quote(member, s string) {
	if len(s) < 2*maxQuote { // which has no room for more words
		return
	}
	if n := countWords(s); n > maxQuote {
		c.problem(c.at(member, noIndex), ErrValue, "a quotation of "+strconv.Itoa(n)+" words",
			"quote at most "+strconv.Itoa(maxQuote)+", or say it in other words")
	}
}

// countWords counts the words of a quotation. White space and dashes separate words;
// hyphens and apostrophes do not. Each ideograph and kana counts as a word, since
// Chinese and Japanese write no space between theirs.
func countWords(s string) (n int) {
	within := false
	for _, r := range s {
		switch {
		case unicode.In(r, unicode.Ideographic, unicode.Hiragana, unicode.Katakana):
			n++
			within = true
		case unicode.IsSpace(r), r >= '\u2012' && r <= '\u2015':
			within = false
		case !within:
			n++
			within = true
		}
	}
	return n
}

// places checks that each place says something.
func (c *checker) places(list []Place) {
	for i := range list {
		if list[i] == (Place{}) {
			c.missing(at("places").element(i), ErrMissing, "the place is empty",
				`write its "name", "facility", "nation" or "at"`)
		}
	}
}

// parties checks that there are at least two parties, that none is listed twice
// for the same time, and that none has ObligationNone beside other obligations.
func (c *checker) parties(list []Party) {
	distinct, unknown := make(map[ID]bool), false
	for i := range list {
		p, place := &list[i], at("parties").element(i)
		if p.Actor == "" {
			unknown = true
			continue
		}
		if distinct[p.Actor] && alreadyParty(list, i) {
			c.problem(place+at("actor"), ErrDuplicate, quote(string(p.Actor))+" is listed twice as a party for the same time",
				"leave it out, or write the period of each entry")
		}
		distinct[p.Actor] = true
		for k, o := range p.Obligations {
			if o == ObligationNone && len(p.Obligations) > 1 {
				c.problem((place + at("obligations")).element(k), ErrValue, `"none" cannot stand with other obligations`,
					"leave it out, or leave the others out")
			}
		}
	}
	if len(list) > 1 && len(distinct) == 1 && !unknown {
		c.missing(at("parties"), ErrMissing, "only 1 party", `write at least 2 under "parties"`)
	}
}

// alreadyParty reports whether an earlier entry has the same actor as a party
// at the same time. In a very long list it looks only at the last entries.
func alreadyParty(list []Party, i int) bool {
	const most = 64
	for k := i - 1; k >= 0 && k >= i-most; k-- {
		a, b := list[k].Period, list[i].Period
		if list[k].Actor == list[i].Actor && (a.IsZero() || b.IsZero() || a.Overlaps(b) == edtf.CertaintyYes) {
			return true
		}
	}
	return false
}

// contingent checks that a contingent names its sender or is unidentified.
func (c *checker) contingent(t *Contingent, place location) {
	c.approximate(place, t.Approximate, t.Strength)
	known := t.Nation != "" || t.Bloc != "" || t.Organization != ""
	switch {
	case t.Unidentified && known:
		c.problem(place+at("unidentified"), ErrValue, "an unidentified contingent names who sent it", `leave "unidentified" out`)
	case !t.Unidentified && !known && t.Unit.IsZero():
		c.missing(place, ErrMissing, "the contingent names no nation, bloc, organization or unit",
			`write one of them, or "unidentified": true`)
	}
}
