package main

import (
	"fmt"
	"slices"
	"strings"
)

// schema puts the schema together.
func (p *pkg) schema() (object, error) {
	s, err := parse(baseJSON)
	if err != nil {
		return nil, fmt.Errorf("base.json: %w", err)
	}
	rules, err := parse(rulesJSON)
	if err != nil {
		return nil, fmt.Errorf("rules.json: %w", err)
	}
	properties, defs := s.get("properties"), s.get("$defs")
	for _, f := range p.structs["Records"].fields {
		member := object{{"title", title(f.name)}, {"description", p.sectionDoc(f)}}
		element := p.valueDef(f, call{})
		if f.list {
			element = object{{"type", "array"}, {"items", element}}
		}
		member = append(member, element...)
		properties.set(f.name, member)
	}
	for _, e := range p.enums {
		if p.inFiles(e.name) {
			defs.set(e.name, p.enumDef(e))
		}
	}
	defs.set("KnownTopic", object{
		{"title", "Known topic"}, {"description", "A topic that needs no declaration."}, {"enum", p.topics},
	})
	for _, name := range p.objects {
		def, err := p.objectDef(name)
		if err != nil {
			return nil, err
		}
		for _, m := range rules.get(name) {
			patch(&def, m)
		}
		defs.set(name, def)
	}
	for _, m := range rules {
		if !slices.Contains(p.objects, m.name) {
			return nil, fmt.Errorf("rules.json: there is no type %s", m.name)
		}
	}
	s.set("properties", properties)
	s.set("$defs", defs)
	return s, nil
}

// patch adds a rule to a definition. Rules under properties are added to what
// is there, others are too if they are lists, and null takes a rule away.
func patch(def *object, rule member) {
	switch v := rule.value.(type) {
	case object:
		if rule.name != "properties" {
			def.set(rule.name, v)
			return
		}
		properties := def.get("properties")
		for _, m := range v {
			changes, ok := m.value.(object)
			if !ok {
				properties.set(m.name, m.value)
				continue
			}
			p := slices.Clone(properties.get(m.name))
			for _, c := range changes {
				p.set(c.name, c.value)
			}
			properties.set(m.name, p)
		}
		def.set("properties", properties)
	case []any:
		for _, m := range *def {
			if have, ok := m.value.([]any); ok && m.name == rule.name {
				v = append(slices.Clone(have), v...)
			}
		}
		def.set(rule.name, v)
	default:
		def.set(rule.name, rule.value)
	}
}

func ref(typ string) object { return object{{"$ref", "#/$defs/" + typ}} }

// inFiles reports whether a member of a file has the type.
func (p *pkg) inFiles(typ string) bool {
	for _, name := range p.objects {
		if slices.ContainsFunc(p.structs[name].fields, func(f field) bool { return f.typ == typ }) {
			return true
		}
	}
	return false
}

// sectionDoc describes a member of the file: as its field does, or by what the
// records in it are.
func (p *pkg) sectionDoc(f field) string {
	if f.doc != "" {
		return p.describe("Records", f.goName, f.doc)
	}
	return p.describe(f.typ, f.typ, sentences(p.structs[f.typ].doc)[0])
}

func (p *pkg) enumDef(e *enum) object {
	var b strings.Builder
	for i, s := range sentences(e.doc) {
		if strings.HasPrefix(s, "The zero ") {
			continue // a file has no zero values
		}
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(p.describe("Fact", e.name, s))
	}
	b.WriteByte('\n')
	names := make([]string, len(e.values))
	for i, v := range e.values {
		fmt.Fprintf(&b, "\n\"%s\": %s", v.name, p.links(v.doc))
		names[i] = v.name
	}
	return object{{"title", title(e.name)}, {"description", b.String()}, {"enum", names}}
}

// links puts what links lead to into words.
func (p *pkg) links(s string) string {
	return link.ReplaceAllStringFunc(s, func(m string) string {
		words, _ := p.inWords(strings.Trim(m, "[]"))
		return words
	})
}

// objectDef returns the definition of a type that is an object in a file.
func (p *pkg) objectDef(name string) (object, error) {
	t := p.structs[name]
	def := object{{"title", title(name)}, {"description", p.describe(name, name, t.doc)}, {"type", "object"}}
	properties := object{}
	var needed []string
	record := slices.Contains(p.records, name)
	for _, f := range t.fields {
		if f.name == "" { // what is embedded
			for _, f := range p.structs[f.typ].fields {
				properties.set(f.name, p.factMember(name, f))
				if p.structs["Fact"].walk[f.name].required() {
					needed = append(needed, f.name)
				}
			}
			continue
		}
		c, ok := t.walk[f.name]
		if !ok {
			return nil, fmt.Errorf("the walk of %s leaves out %q", name, f.name)
		}
		properties.set(f.name, p.memberDef(name, f, c))
		if c.required() {
			needed = append(needed, f.name)
		}
	}
	def.set("properties", properties)
	if len(needed) > 0 {
		def.set("required", needed)
	}
	if name != "Fact" { // to which each record adds its own members
		def.set("additionalProperties", false)
	}
	if record {
		def.set("allOf", []any{ref("Grounds")})
	}
	return def, nil
}

// required reports whether the member cannot be left out.
func (c call) required() bool {
	switch c.method {
	case "ownID", "ownTopic", "claimed", "scheme", "filled":
		return true
	}
	return c.has("required") || c.has("1") || c.has("2")
}

// factMember returns a member that every record has. Those of one kind differ
// in the ID of a nation, and in the members that a claim can be about.
func (p *pkg) factMember(record string, f field) object {
	switch {
	case f.name == "id" && record == "Nation":
		return object{{"title", "ID"}, {"description", "The nation's code."}, {"$ref", "#/$defs/NationID"}}
	case f.name == "claims":
		var names []string
		var values []any
		for _, t := range []string{"Fact", record} {
			for _, f := range p.structs[t].fields {
				if f.name != "" && !slices.Contains(p.unclaimed, f.name) {
					names = append(names, f.name)
					values = append(values, claimOf(record, f.name))
				}
			}
		}
		def := p.memberDef("Fact", f, p.structs["Fact"].walk[f.name])
		def.set("items", append(ref("Claim"), object{
			{"properties", object{{"member", object{{"enum", names}}}}}, {"allOf", values},
		}...))
		return def
	}
	return object{{"$ref", "#/$defs/Fact/properties/" + f.name}}
}

// claimOf says that the value of a claim about a member is one of the member.
func claimOf(record, name string) object {
	about := object{{"properties", object{{"member", object{{"const", name}}}}}, {"required", []string{"member"}}}
	return object{{"if", about}, {"then", object{{"properties", object{
		{"value", ref(record + "/properties/" + name)},
	}}}}}
}

// memberDef returns the definition of a member.
func (p *pkg) memberDef(owner string, f field, c call) object {
	def := object{{"title", title(f.name)}, {"description", p.describe(owner, f.goName, f.doc)}}
	element := p.valueDef(f, c)
	if !f.list {
		return append(def, element...)
	}
	def = append(def, object{{"type", "array"}, {"items", element}}...)
	switch c.method {
	case "ids", "enums", "topics", "identifiers", "citations", "strings", "paragraphs":
		def.set("uniqueItems", true)
	}
	switch {
	case c.has("2"):
		def.set("minItems", 2)
	case c.required():
		def.set("minItems", 1)
	}
	return def
}

// address is the pattern of the address of a page, with or without a scheme.
const address = `^$|^[Hh][Tt][Tt][Pp][Ss]?://[^\s\\/?#:@][^\s\\/?#@]*([/?#][^\s\\]*)?$|` +
	`^[^\s\\/?#:@.][^\s\\/?#:@]*\.[^\s\\/?#:@]+(:[0-9]+)?([/?#][^\s\\]*)?$`

// valueDef returns what a member, or each element of a list, can be.
func (p *pkg) valueDef(f field, c call) object {
	switch f.typ {
	case "string":
		if f.list {
			return object{{"type", "string"}, {"pattern", `\S`}}
		}
		if c.method == "address" {
			return object{{"type", "string"}, {"pattern", address}}
		}
		return object{{"type", "string"}, {"pattern", `^$|\S`}}
	case "bool":
		return object{{"type", "boolean"}}
	case "int":
		least, most := 0, 1_000_000_000
		if c.method == "paragraphs" {
			least, most = 1, 1_000_000
		}
		return object{{"type", "integer"}, {"minimum", least}, {"maximum", most}}
	case "ID":
		return ref(idForm(c))
	case "Topic":
		if f.name == "id" {
			return ref("Slug")
		}
	}
	return ref(f.typ)
}

// idForm returns the form of the ID in a member: only that of a nation is no
// slug.
func idForm(c call) string {
	switch {
	case c.has("toNation"):
		return "NationID"
	case c.has("toBody"), c.has("toActor"), c.has("toAffected"), c.has("toRecord"):
		return "ID"
	}
	return "Slug"
}
