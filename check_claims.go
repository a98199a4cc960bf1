package entente

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// The rules about claims. The value of a claim must obey the rules of the
// member that it is about. To check that, it is read into a record that has
// nothing else, and that record is walked.

// A valueCheck checks the value of a claim. Problems of the member are reported
// at the value; others are dropped.
type valueCheck struct {
	member string
	at     location
}

// place turns a location in the record into one in the claim. It reports false
// for a location outside the value.
func (v *valueCheck) place(found location) (location, bool) {
	rest, ok := strings.CutPrefix(string(found), "/"+v.member)
	if !ok || rest != "" && rest[0] != '/' {
		return "", false
	}
	return v.at + location(rest), true
}

// unclaimed lists the members that a claim cannot be about, because they do not
// describe the world.
var unclaimed = [...]string{"id", "basis", "cites", "claims", "note", "identifiers", "extra"}

// claimable returns the members of records of the kind that a claim can be about.
func claimable(k Kind) []string {
	return slices.DeleteFunc(slices.Clone(memberNames(k)), func(name string) bool {
		return slices.Contains(unclaimed[:], name)
	})
}

// claimed checks that a claim is about a member that the record can have.
func (c *checker) claimed(member, name string) {
	at := func() location { return c.at(member, noIndex) }
	switch members := memberNames(c.kind); {
	case name == "":
		c.missing(at(), ErrMissing, "the claim names no member",
			`write "member" with the name of the member that it is about`)
	case slices.Contains(unclaimed[:], name):
		c.problem(at(), ErrValue, "a claim cannot be about "+quote(name), oneOf("", claimable(c.kind)))
	case !slices.Contains(members, name) && !c.ignore:
		c.problem(at(), ErrUnknownMember,
			indefinite(c.kind.String())+" has no member "+quote(name), oneOf(name, claimable(c.kind)))
	}
}

// claims checks that each claim says something that no other says. The same
// claim from another source belongs in its citations.
func (c *checker) claims(list []Claim) {
	for i := range list {
		if list[i].Value.IsZero() && list[i].Words.IsZero() {
			c.missing(at("claims").element(i), ErrMissing, "the claim has no value",
				`write "value" with what the source gives, or "words"`)
		}
	}
	repeatedBy(list, func(a, b *Claim) bool { return claimKey(a) == claimKey(b) }, claimKey, func(i int) {
		c.problem(at("claims").element(i), ErrDuplicate, "the same claim about "+quote(list[i].Member)+" occurs twice",
			"write it once, with the citations of both")
	})
}

// claimKeys holds what a claim says, without its citations.
type claimKeys struct {
	member string
	value  Value
	words  Text
}

func claimKey(c *Claim) claimKeys { return claimKeys{c.Member, c.Value, c.Words} }

// value checks that the member can have the value of the claim.
func (c *checker) value(member string, v Value, of string) {
	if v.IsZero() || c.done || slices.Contains(unclaimed[:], of) || !slices.Contains(memberNames(c.kind), of) {
		return
	}
	at := c.at(member, noIndex)
	r := newRecord(c.kind)
	typ := reflect.TypeOf(r).Elem()
	field := reflect.ValueOf(r).Elem().FieldByIndex(fieldsOf(typ).index[of])
	raw := jsontext.Value(v.json)
	if c.fast == nil {
		c.fast = newFastReader(c.ignore)
	}
	if !c.fast.entry(jsontext.Value(`{`+strconv.Quote(of)+`:`+v.json+`}`), r) {
		if c.unreadable(field, raw, of, at) {
			return
		}
	}
	if field.IsZero() && field.Kind() != reflect.Bool || field.Kind() == reflect.Slice && field.Len() == 0 {
		c.problem(at, ErrEmpty, "the value is empty or zero", `write what the source gives, or "words"`)
		return
	}
	outer := c.w
	c.w, c.inValue = walker{check: c}, &valueCheck{of, at}
	r.walk(&c.w)
	c.rules(r)
	c.w, c.inValue = outer, nil
}

// unreadable reports the problems of the JSON of a value, and whether
// anything is.
func (c *checker) unreadable(field reflect.Value, raw jsontext.Value, of string, at location) bool {
	r := memberReader{ignore: c.ignore, want: 16}
	r.value(field, node{raw: raw, what: quote(of)})
	for _, p := range r.problems {
		c.problem(at+location(p.Pointer), p.Err, p.Message, p.Hint)
	}
	return len(r.problems) > 0
}
