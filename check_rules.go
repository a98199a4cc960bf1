package entente

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// What is asked of each type, beyond what is asked of every record.

func (c *checker) coverage(v *Coverage) {
	for i, id := range v.Parties {
		c.reference(ref{at: atIndex("parties/*", i), id: id, to: toActor})
	}
	c.distinct("parties", v.Parties)
	distinctValues(c, "kinds/*", v.Kinds, "kind", kindNames)
	if c.goValues {
		c.strings(reflect.ValueOf(v).Elem())
	}
}

func (c *checker) topic(i int) {
	t := &c.in.topics[i]
	switch {
	case t.ID == "":
		c.missing(at("id"), ErrMissing, "no ID", `write "id": "…"`)
	case !isSlug(string(t.ID)):
		c.problem(at("id"), ErrID, quote(string(t.ID))+" is no topic", "write lower-case letters, digits and single hyphens, a letter first, at most 64 bytes")
	case c.declared[t.ID] != i:
		c.problem(at("id"), ErrDuplicate, "topic "+quote(string(t.ID))+" is declared already", "leave it out")
	case isKnownTopic(t.ID):
		c.problem(at("id"), ErrDuplicate, "topic "+quote(string(t.ID))+" is known without a declaration", "leave it out")
	case c.base != nil && slices.ContainsFunc(c.base.topics, func(b TopicDeclaration) bool { return b.ID == t.ID }):
		c.problem(at("id"), ErrDuplicate, "topic "+quote(string(t.ID))+" is declared by the base dataset", "leave it out")
	}
	if t.Broader != "" && !c.voc[t.Broader] && !c.partial {
		c.problem(at("broader"), ErrReference, "unknown topic "+quote(string(t.Broader)), c.topicHint(t.Broader))
	}
	if c.goValues {
		c.strings(reflect.ValueOf(t).Elem())
	}
}

func isKnownTopic(t Topic) bool {
	return slices.ContainsFunc(knownTopics[:], func(k TopicDeclaration) bool { return k.ID == t })
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

func (c *checker) source(i int) {
	s := &c.in.sources[i]
	c.id(s.ID, false, c.taken[int32(^i)])
	c.noneEmpty("authors", s.Authors)
	if s.Language != "" {
		if _, err := canonicalTag(s.Language); err != nil {
			message, hint := diagnosisOf(err)
			c.problem(at("language"), ErrValue, message, hint)
		}
	}
	if s.Reprints != "" {
		c.reference(ref{at: at("reprints"), id: s.Reprints, to: toSource})
	}
	if c.goValues {
		c.strings(reflect.ValueOf(s).Elem())
	}
}

func (n *Nation) check(c *checker) { c.noneEmpty("aliases", n.Aliases) }

func (b *Bloc) check(c *checker) {
	c.words(at("name"), b.Name, "name")
	c.noneEmpty("aliases", b.Aliases)
	c.distinct("members", b.Members)
}

func (r *Region) check(c *checker) {
	c.words(at("name"), r.Name, "name")
	c.noneEmpty("aliases", r.Aliases)
	if r.M49 != "" && (len(r.M49) != 3 || strings.Trim(r.M49, "0123456789") != "") {
		c.problem(at("m49"), ErrValue, quote(r.M49)+" is no M49 code", `write three digits, such as "034"`)
	}
}

func (o *Organization) check(c *checker) {
	c.words(at("name"), o.Name, "name")
	c.noneEmpty("aliases", o.Aliases)
	c.enum(at("type"), uint8(o.Type), organizationTypeNames, "type of organization", false)
}

func (o *Official) check(c *checker) {
	c.words(at("name"), o.Name, "name")
	c.noneEmpty("aliases", o.Aliases)
	for i := range o.Postings {
		p := &o.Postings[i]
		if p.Title.IsZero() && p.Rank.IsZero() && p.Organization == "" {
			c.missing(atIndex("postings/*", i), ErrMissing, "a posting without title, rank or organization", "write one of them")
		}
		for j := range p.Cites {
			c.citation(atIndices("postings/*/cites/*", i, j), &p.Cites[j])
		}
	}
}

func (p *Partnership) check(c *checker) {
	c.atLeast(2, "parties", len(p.Parties))
	c.distinct("parties", p.Parties)
	c.enum(at("trend"), uint8(p.Trend), trendNames, "trend", false)
}

func (a *Agreement) check(c *checker) {
	c.words(at("name"), a.Name, "name")
	c.noneEmpty("aliases", a.Aliases)
	c.enum(at("type"), uint8(a.Type), agreementTypeNames, "type of agreement", false)
	c.atLeast(2, "parties", len(a.Parties))
	c.distinct("parties", a.Parties)
	c.distinct("signatories", a.Signatories)
}

func (s *Series) check(c *checker) {
	c.words(at("name"), s.Name, "name")
	c.noneEmpty("aliases", s.Aliases)
	c.distinct("parties", s.Parties)
}

func (e *Exercise) check(c *checker) {
	c.words(at("name"), e.Name, "name")
	c.noneEmpty("aliases", e.Aliases)
	c.notNegative(at("number"), "number", e.Number)
	c.enum(at("status"), uint8(e.Status), statusNames, "status", false)
	c.enum(at("form"), uint8(e.Form), formNames, "form", false)
	distinctValues(c, "domains/*", e.Domains, "domain", domainNames)
	for i := range e.Contingents {
		t := &e.Contingents[i]
		c.strength(atIndex("contingents/*/strength", i), t.Strength, t.Approximate)
		c.enum(atIndex("contingents/*/role", i), uint8(t.Role), roleNames, "role", false)
		if t.Nation == "" && t.Organization == "" && t.Unit.IsZero() {
			c.missing(atIndex("contingents/*", i), ErrMissing, "a contingent of nobody", `write its "nation", "organization" or "unit"`)
		}
	}
	c.strength(at("strength"), e.Strength, e.Approximate)
}

// strength: a number of people, which is approximate only if there is one.
func (c *checker) strength(at location, n int, approximate bool) {
	c.notNegative(at, "strength", n)
	if approximate && n == 0 {
		c.missing(at, ErrMissing, "approximate without a number", `write "strength", or leave "approximate" out`)
	}
}

func (m *Meeting) check(c *checker) {
	c.atLeast(2, "attendees", len(m.Attendees))
	repeated(m.Attendees, func(a Attendee) ID { return a.Actor }, func(i int, id ID) {
		if id != "" {
			c.problem(atIndex("attendees/*/actor", i), ErrDuplicate, quote(string(id))+" is there already", "leave it out")
		}
	})
}

func (s *Statement) check(c *checker) {
	c.atLeast(1, "speakers", len(s.Speakers))
	c.distinct("speakers", s.Speakers)
	c.distinct("to", s.To)
	c.enum(at("act"), uint8(s.Act), speechActNames, "speech act", false)
	c.words(at("gist"), s.Gist, "gist")
}

func (a *Assessment) check(c *checker) {
	c.words(at("gist"), a.Gist, "gist")
	c.distinct("affects", a.Affects)
	c.enum(at("modality"), uint8(a.Modality), modalityNames, "modality", true)
	if a.Modality == ModalityUnhedged && a.Hedge != "" {
		c.problem(at("hedge"), ErrValue, "an unhedged assessment has no hedge", `leave "hedge" out, or weaken "modality"`)
	}
	if a.Basis == BasisReported {
		c.problem(at("basis"), ErrValue, "an assessment is a judgement", `write "assessed", or "attributed" with "by"`)
	}
}

// editions: no two editions of a series have the same number.
func (c *checker) editions() {
	type edition struct {
		series ID
		number int
	}
	taken := make(map[edition]ID)
	if c.base != nil {
		for _, r := range c.base.recs[c.base.kind[KindExercise]:c.base.kind[KindExercise+1]] {
			if e := r.(*Exercise); e.Series != "" && e.Number != 0 {
				taken[edition{e.Series, e.Number}] = e.ID
			}
		}
	}
	for i, r := range c.in.recs {
		e, ok := r.(*Exercise)
		if !ok || e.Series == "" || e.Number < 1 {
			continue
		}
		key := edition{e.Series, e.Number}
		if other, ok := taken[key]; ok {
			c.where = finding{section: sections[KindExercise], index: i, record: e.ID}
			c.problem(at("number"), ErrDuplicate, "edition "+strconv.Itoa(e.Number)+" of "+quote(string(e.Series))+" is "+quote(string(other)), "two editions of a series have different numbers")
			continue
		}
		taken[key] = e.ID
	}
}

// repeated calls found for each element whose key an earlier one has. Lists
// are short, but a hostile file's need not be.
func repeated[T any, K comparable](list []T, key func(T) K, found func(i int, k K)) {
	if len(list) > 16 {
		seen := make(map[K]bool, len(list))
		for i, v := range list {
			if k := key(v); seen[k] {
				found(i, k)
			} else {
				seen[k] = true
			}
		}
		return
	}
	for i, v := range list {
		for _, w := range list[:i] {
			if key(v) == key(w) {
				found(i, key(v))
				break
			}
		}
	}
}

func itself[T any](v T) T { return v }

// distinctValues: a list has values of an enumeration, each once.
func distinctValues[E ~uint8](c *checker, path string, list []E, what string, names []string) {
	for i, v := range list {
		c.enum(atIndex(path, i), uint8(v), names, what, true)
	}
	repeated(list, itself, func(i int, v E) {
		if v > 0 && int(v) < len(names) {
			c.problem(atIndex(path, i), ErrDuplicate, what+" "+quote(names[v])+" is there already", "leave it out")
		}
	})
}

// String names the kinds of a set in words, as "an official, nation or bloc".
func (s kindSet) String() string {
	if s == toSource {
		return "a source"
	}
	if s == toRecord {
		return "a record"
	}
	var names []string
	for k := KindNation; k < kindEnd; k++ {
		if s.has(k) {
			names = append(names, k.String())
		}
	}
	list := indefinite(names[0])
	for i, name := range names[1:] {
		if i == len(names)-2 {
			list += " or " + name
		} else {
			list += ", " + name
		}
	}
	return list
}

// indefinite puts "a" or "an" before a kind.
func indefinite(noun string) string {
	if strings.ContainsRune("aeiou", rune(noun[0])) {
		return "an " + noun
	}
	return "a " + noun
}

// memberNames returns the names of the members of records of the kind, in the
// order of the format.
func memberNames(k Kind) []string {
	memberTable.once.Do(func() {
		for k := KindNation; k < kindEnd; k++ {
			memberTable.names[k] = jsonNames(reflect.TypeOf(newRecord(k)).Elem())
		}
	})
	return memberTable.names[k]
}

var memberTable struct {
	once  sync.Once
	names [kindCount][]string
}

// jsonNames returns the names of the members of a struct type.
func jsonNames(t reflect.Type) []string {
	var names []string
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous {
			names = append(names, jsonNames(f.Type)...)
		} else {
			names = append(names, jsonName(f))
		}
	}
	return names
}

func jsonName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name
}
