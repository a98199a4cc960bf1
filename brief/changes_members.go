package brief

import (
	"reflect"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
)

// A fieldIndex finds the fields of records and sources by their names in JSON.
type fieldIndex map[reflect.Type]map[string][]int

// field returns the member of a record or a source, or the zero Value.
func (x fieldIndex) field(of reflect.Value, member string) reflect.Value {
	fields, ok := x[of.Type()]
	if !ok {
		fields = make(map[string][]int)
		for _, f := range reflect.VisibleFields(of.Type()) {
			if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "" {
				fields[name] = f.Index
			}
		}
		x[of.Type()] = fields
	}
	if index, ok := fields[member]; ok {
		return of.FieldByIndex(index)
	}
	return reflect.Value{}
}

// get returns the value of the member of a record or a source, or nil.
func (x fieldIndex) get(of any, member string) any {
	if f := x.field(reflect.ValueOf(of), member); f.IsValid() {
		return f.Interface()
	}
	return nil
}

var toldLast = [...]string{"topics", "basis", "by", "cites", "claims", "note", "identifiers", "extra"}

// differences returns what to say of each member in which two records or two
// sources differ. The pointers are those of [entente.Change].
// What is told last is where the facts are from and what else is said of them.
func (c *changeComposer) differences(was, is any, pointers []string) []line {
	var list, after []line
	last := ""
	for _, p := range pointers {
		member, _, _ := strings.Cut(strings.TrimPrefix(p, "/"), "/")
		if member == "approximate" {
			member = "strength" // which is told with it
		}
		switch {
		case member == last:
		case slices.Contains(toldLast[:], member):
			after = append(after, c.difference(was, is, member))
		default:
			list = append(list, c.difference(was, is, member))
		}
		last = member
	}
	return append(list, after...)
}

// difference returns what to say of one member.
func (c *changeComposer) difference(was, is any, member string) line {
	name := c.memberName(is, member)
	old, new := c.fields.get(was, member), c.fields.get(is, member)
	if cites, ok := new.([]entente.Citation); ok {
		return c.citesDifference(name, old.([]entente.Citation), cites)
	}
	var before []line
	c.before(func() { before = c.was.values(was, member, old) })
	now := c.values(is, member, new)
	switch new.(type) {
	case entente.Text:
		if textOf(before) == textOf(now) {
			return c.reworded(name, old.(entente.Text), new.(entente.Text))
		}
	default:
		if isList(new) {
			return c.listDifference(name, before, now)
		}
	}
	return c.singleDifference(name, c.list(before...), c.list(now...), member == "aims")
}

// isList reports whether the value is one of several things, that may be added
// and taken out one by one.
func isList(v any) bool {
	_, names := v.(entente.Names)
	return names || v != nil && reflect.TypeOf(v).Kind() == reflect.Slice
}

func textOf(items []line) string {
	var b strings.Builder
	for _, l := range items {
		b.WriteString(l.text())
		b.WriteByte(0)
	}
	return b.String()
}

// singleDifference says what the one value was and is.
func (c *changeComposer) singleDifference(name, before, now line, several bool) line {
	switch {
	case before.text() == now.text():
		return c.change(changeDetails, name)
	case len(before) == 0:
		return c.change(changeNew, name, now)
	case len(now) == 0:
		return c.change(changeGone, name, before)
	case several:
		return c.change(changeWere, name, before, now)
	}
	return c.change(changeWas, name, before, now)
}

// listDifference says what was added to a list and what was taken out. If both,
// it says what the list had instead of what.
func (c *changeComposer) listDifference(name line, before, now []line) line {
	gone, added := lacking(before, now), lacking(now, before)
	switch {
	case len(gone) == 0 && len(added) == 0:
		return c.change(changeDetails, name)
	case len(before) == 0:
		return c.change(changeNew, name, c.joined(msgSemicolon, added))
	case len(now) == 0:
		return c.change(changeGone, name, c.joined(msgSemicolon, gone))
	case len(gone) == 0:
		return c.change(changeIn, name, c.joined(msgSemicolon, added))
	case len(added) == 0:
		return c.change(changeOut, name, c.joined(msgSemicolon, gone))
	}
	return c.change(changeInstead, name, c.joined(msgSemicolon, gone), c.joined(msgSemicolon, added))
}

// lacking returns those of the items that others does not have.
func lacking(items, others []line) []line {
	have := make(map[string]bool, len(others))
	for _, l := range others {
		have[l.text()] = true
	}
	var list []line
	for _, l := range items {
		if !have[l.text()] {
			list = append(list, l)
		}
	}
	return list
}

// citesDifference refers to the notes of the citations that are new, and names
// the sources of those that are gone.
func (c *changeComposer) citesDifference(name line, was, is []entente.Citation) line {
	have := make(map[string]bool)
	for _, cite := range was {
		have[citeKey(cite)] = true
	}
	var added []entente.Citation
	for _, cite := range is {
		if !have[citeKey(cite)] {
			added = append(added, cite)
		}
		delete(have, citeKey(cite))
	}
	var gone, new []line
	named := make(map[entente.ID]bool) // several places in a source are one
	for _, cite := range was {
		if have[citeKey(cite)] {
			if !named[cite.Source] {
				gone = append(gone, c.was.source(cite.Source))
				named[cite.Source] = true
			}
			delete(have, citeKey(cite))
		}
	}
	for len(added) > 0 {
		n := 1
		for n < len(added) && added[n].Source == added[0].Source {
			n++
		}
		new = append(new, c.cited(c.source(added[0].Source), c.cites(added[:n])))
		added = added[n:]
	}
	switch {
	case len(new) > 0 && len(gone) > 0:
		return c.change(changeInstead, name, c.joined(msgSemicolon, gone), c.joined(msgSemicolon, new))
	case len(new) > 0:
		return c.change(changeIn, name, c.joined(msgSemicolon, new))
	case len(gone) > 0:
		return c.change(changeOut, name, c.joined(msgSemicolon, gone))
	}
	return c.change(changeDetails, name)
}

// citeKey is the same for citations of the same place.
func citeKey(cite entente.Citation) string { return string(appendPlace([]byte(cite.Source), cite)) }

// sourceOf returns the first source of a record.
func sourceOf(r entente.Record) entente.ID {
	if cites := r.AsFact().Cites; len(cites) > 0 {
		return cites[0].Source
	}
	return ""
}

// reworded says in which languages a text changed that reads as before in the
// language of the reader.
func (c *changeComposer) reworded(name line, was, is entente.Text) line {
	words := make(map[language.Tag]string)
	for tag, s := range was.All() {
		words[tag] = s
	}
	var tags []line
	for tag, s := range is.All() {
		if old, ok := words[tag]; !ok || old != s {
			tags = append(tags, c.language(tag.String()))
		}
		delete(words, tag)
	}
	for tag := range was.All() {
		if _, ok := words[tag]; ok {
			tags = append(tags, c.language(tag.String()))
		}
	}
	if len(tags) == 0 {
		return c.change(changeDetails, name)
	}
	return c.change(changeReworded, name, c.list(tags...))
}

// memberName returns what to call a member of a record or a source.
func (c *composer) memberName(of any, member string) line {
	if _, ok := of.(entente.Official); ok && member == "name" {
		return c.sprint(msgPersonName)
	}
	for i, name := range sourceMembers {
		if name == member {
			if l := c.word(changeMembers.of(changeMember(i))); len(l) > 0 {
				return l
			}
		}
	}
	if l := c.word(memberPhrase(member)); len(l) > 0 {
		return l
	}
	return code(member)
}

// values returns the value of a member in words: as many lines as it has values.
func (c *composer) values(of any, member string, v any) []line {
	one := func(l line) []line {
		if len(l) == 0 {
			return nil
		}
		return []line{l}
	}
	switch v := v.(type) {
	case edtf.Period:
		return one(c.period(v))
	case edtf.Date:
		return one(c.period(v.Period()))
	case entente.Text:
		l := c.text(v)
		if len(l) > 0 && member != "name" && member != "short" && member != "abbreviation" {
			l = c.sprint(msgQuote, l)
		}
		return one(l)
	case entente.ID:
		if member == "reprints" && v != "" {
			return one(c.source(v))
		}
		return one(c.nameOrNothing(v))
	case int:
		return one(c.number(of, member, v))
	case string:
		return one(c.plainValue(of, member, v))
	}
	if l, ok := c.enumerated(v); ok {
		return one(l)
	}
	return c.listed(of, v)
}

// number returns the strength or the number of an exercise.
func (c *composer) number(of any, member string, n int) line {
	if x, _ := of.(entente.Exercise); member == "strength" {
		return c.strength(n, x.Approximate)
	}
	if n == 0 {
		return nil
	}
	return c.numeral(n)
}

// plainValue returns a value that is text in no language or in that of a source.
func (c *composer) plainValue(of any, member, s string) line {
	switch member {
	case "language":
		return c.language(s)
	case "hedge":
		if r, ok := of.(entente.Record); ok && s != "" {
			return c.sprint(msgQuote, c.asCited(s, sourceOf(r)))
		}
	}
	return code(s)
}

// listed returns the values of a list.
func (c *composer) listed(of any, v any) (list []line) {
	var f entente.Fact
	if r, ok := of.(entente.Record); ok {
		f = r.AsFact()
	}
	switch v := v.(type) {
	case entente.Names:
		for tag, name := range v.All() {
			list = append(list, words(name, tag))
		}
	case []entente.ID:
		list = lines(v, c.name)
	case []entente.Topic:
		list = lines(v, c.topic)
	case []entente.Domain:
		list = c.domains(v)
	case []entente.Form:
		list = c.forms(v)
	case []entente.Place:
		list = lines(v, c.place)
	case []entente.Contingent:
		list = c.contingentLines(&entente.Exercise{Fact: f, Contingents: v})
	case []entente.Attendee:
		list = lines(v, func(a entente.Attendee) line { return c.attendee(a, f) })
	case []entente.Posting:
		list = lines(v, func(p entente.Posting) line { return c.posting(p, "") })
	case []entente.Party:
		list = lines(v, c.party)
	case []entente.Identifier:
		list = lines(v, identifier)
	case []entente.Claim:
		r, _ := of.(entente.Record)
		list = lines(v, func(claim entente.Claim) line {
			return c.cited(c.sprint(msgColon, c.memberName(of, claim.Member), c.claimed(r, claim)), c.cites(claim.Cites))
		})
	case []string:
		list = lines(v, code)
	case entente.Extra:
		list = lines(v, func(kv entente.KeyValue) line { return c.sprint(msgColon, code(kv.Key), code(kv.Value)) })
	}
	return list
}

// enumerated returns a constant in words.
func (c *composer) enumerated(v any) (line, bool) {
	switch v := v.(type) {
	case entente.Trend:
		return c.word(trends.of(v)), true
	case entente.Status:
		return c.word(statuses.of(v)), true
	case entente.AgreementType:
		return c.word(agreementTypes.of(v)), true
	case entente.OrganizationType:
		return c.word(organizationTypes.of(v)), true
	case entente.Modality:
		return c.word(modalities.of(v)), true
	case entente.SpeechAct:
		if v == 0 {
			v = entente.SpeechActSaid
		}
		dots := words("…", c.lang)
		return c.word(speechActs.of(v), dots, dots, 1), true
	case entente.Basis:
		return c.word(bases.of(v)), true
	}
	return nil, false
}

// sameCoverage reports whether two datasets say that the same was searched.
func sameCoverage(a, b []entente.Coverage) bool {
	if len(a) != len(b) {
		return false
	}
	return len(a) == 0 || reflect.DeepEqual(a, b)
}
