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
	bad    faults // what of the value could not be read
}

// place turns the location of a finding in the record into one in the claim. It
// reports false for one outside the value, or one that only follows from what
// could not be read.
func (v *valueCheck) place(f *finding) bool {
	rest, ok := strings.CutPrefix(string(f.at), "/"+v.member)
	if !ok || rest != "" && rest[0] != '/' || v.bad.explains(location(rest), f.missing) {
		return false
	}
	f.at = v.at + location(rest)
	return true
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
		if list[i].isEmpty() {
			c.missing(at("claims").element(i), ErrMissing, "the claim has no value",
				`write "value" with what the source gives, or "words"`)
		}
	}
	repeatedBy(list, func(a, b *Claim) bool { return claimKey(a) == claimKey(b) }, claimKey, func(i int) {
		if !list[i].isEmpty() { // an empty one may only be unread
			c.problem(at("claims").element(i), ErrDuplicate, "the same claim about "+quote(list[i].Member)+" occurs twice",
				"write it once, with the citations of both")
		}
	})
}

func (c *Claim) isEmpty() bool { return c.Value.IsZero() && c.Words.IsZero() }

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
	var bad faults
	if !c.fast.entry(jsontext.Value(`{`+strconv.Quote(of)+`:`+v.json+`}`), r) {
		field.SetZero()
		bad = c.unreadable(field, raw, of, at)
	}
	if bad == nil && (field.IsZero() && field.Kind() != reflect.Bool || field.Kind() == reflect.Slice && field.Len() == 0) {
		c.problem(at, ErrEmpty, "the value is empty or zero", `write what the source gives, or "words"`)
		return
	}
	outer := c.w
	c.w, c.inValue = walker{check: c}, &valueCheck{of, at, bad}
	r.walk(&c.w)
	c.rules(r)
	c.w, c.inValue = outer, nil
}

// unreadable reads a value as far as it can be read. It reports the problems of
// its JSON, and returns what could not be read.
func (c *checker) unreadable(field reflect.Value, raw jsontext.Value, of string, at location) faults {
	r := memberReader{ignore: c.ignore, want: 16}
	r.value(field, node{raw: raw, what: quote(of)})
	for _, p := range r.problems {
		f := c.where
		f.at, f.err, f.message, f.hint = at+location(p.Pointer), p.Err, p.Message, p.Hint
		if found := raw[p.Offset:]; found.Kind() == '"' { // in canonical JSON, a colon follows each name
			found = found[stringLength(found):]
			f.named = len(found) > 0 && found[0] == ':'
		}
		c.add(f)
		r.bad.inObject(p.Pointer) // also for a problem that left nothing unread
	}
	return r.bad
}
