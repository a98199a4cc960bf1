package popolo

import (
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop/internal/objects"
	"github.com/go-json-experiment/json/jsontext"
	"golang.org/x/text/language"
)

// person reads a person as an official.
func (r *reader) person(e entry) error {
	f := r.fact(&e, "person-")
	name, ok := r.name(&e, &f)
	if !ok {
		return r.refuse(&e, "name", "a person needs a name or an id, as strings")
	}
	o := entente.Official{Fact: f.done(), Name: objects.Und(name), Aliases: f.aliases.All()}
	if f.id != "" {
		if _, taken := r.people[f.id]; !taken {
			r.people[f.id] = len(r.rs.Officials)
		}
	}
	r.rs.Officials = append(r.rs.Officials, o)
	r.embedded(&e, f.id, "")
	return nil
}

// organization reads an organization.
func (r *reader) organization(e entry) error {
	f := r.fact(&e, "organization-", "classification", "parent_id", "founding_date", "dissolution_date")
	name, ok := r.name(&e, &f)
	if !ok {
		return r.refuse(&e, "name", "an organization needs a name or an id, as strings")
	}
	o := entente.Organization{Name: objects.Und(name), Abbreviation: f.short, Aliases: f.aliases.All()}
	if class := e.get("classification"); class != "" {
		if o.Type = typeOf(class); o.Type.String() != class {
			f.extra.AddText("classification", objects.KeepText(class))
		}
	}
	f.period(r, &e, "founding_date", "dissolution_date")
	if id := e.get("parent_id"); id != "" {
		line, column := e.at("parent_id")
		r.parents.Add("parent_id", len(r.rs.Organizations), id, line, column)
	}
	o.Fact = f.done()
	if f.id != "" {
		if _, taken := r.bodies[f.id]; !taken {
			r.bodies[f.id] = len(r.rs.Organizations)
		}
	}
	r.rs.Organizations = append(r.rs.Organizations, o)
	r.embedded(&e, "", f.id)
	return nil
}

// typeOf returns the type that a classification names in so many words, or zero.
func typeOf(class string) (t entente.OrganizationType) {
	switch class = strings.ToLower(class); class {
	case "parliament", "chamber", "lower house", "upper house":
		return entente.OrganizationTypeLegislature
	case "commission":
		return entente.OrganizationTypeCommittee
	case "":
		return 0
	}
	_ = t.UnmarshalText([]byte(class)) // another class has no type
	return t
}

// A fact is what a person and an organization have in common.
type fact struct {
	id      string // of the file
	fact    entente.Fact
	extra   objects.Extra
	aliases objects.Names
	short   entente.Text // an abbreviation
}

// fact reads the members that persons, organizations and events share. What the
// caller reads itself, it names.
func (r *reader) fact(e *entry, prefix string, own ...string) (f fact) {
	f.id = e.get("id")
	for i := range e.members {
		m := &e.members[i]
		isText := m.Value[0] == '"'
		switch {
		case m.Name == "id" && (isText || isNumber(m.Value)), m.Name == "name" && isText:
		case m.Name == "other_names" && prefix != "event-" && r.otherNames(m.Value, &f, prefix):
		case m.Name == "identifiers" && r.identifiers(m.Value, &f):
		case m.Name == "memberships" && prefix != "event-" && isList(m.Value):
		case isText && has(own, m.Name):
		default:
			f.extra.Add(m.Name, m.Value)
		}
	}
	base := f.id
	if base == "" {
		base = e.get("name")
	}
	id, asIs := r.ids.New(prefix, base)
	if !asIs {
		line, column := e.at("id")
		r.log.Repair(line, column, "the id "+objects.Quote(base)+" is taken; the record is "+string(id))
	}
	f.fact.ID = id
	f.fact.Basis = entente.BasisReported
	f.fact.Cites = []entente.Citation{{Source: r.source.ID, Locator: objects.Line(base)}}
	if v := objects.Line(f.id); v != "" && v == f.id {
		f.fact.Identifiers = append([]entente.Identifier{{Scheme: Scheme, Value: v}}, f.fact.Identifiers...)
	} else if f.id != "" {
		f.extra.AddText("id", objects.KeepText(f.id))
	}
	return f
}

func isList(v jsontext.Value) bool { return v[0] == '[' }

func has(list []string, s string) bool {
	for _, t := range list {
		if t == s {
			return true
		}
	}
	return false
}

// done returns the fact with its extra.
func (f *fact) done() entente.Fact {
	f.fact.Extra = f.extra.Sorted()
	return f.fact
}

// name returns the name of an entry: another one, or the id, if it has none. It
// reports false if there is nothing to call it by.
func (r *reader) name(e *entry, f *fact) (string, bool) {
	printed := ""
	for i := range e.members {
		if e.members[i].Name == "name" && e.members[i].Value[0] == '"' {
			printed = objects.Text(e.members[i].Value)
		}
	}
	name := objects.Line(printed)
	if name != "" && name != printed {
		f.extra.AddText("name", objects.KeepText(printed))
		line, column := e.at("name")
		r.log.Repair(line, column, "the name has what is not words; the original is kept as extra name")
	}
	if name != "" {
		return name, true
	}
	for _, words := range f.aliases.All().All() {
		name = words
		break
	}
	if name == "" {
		name = objects.Line(strings.TrimSpace(e.get("given_name") + " " + e.get("family_name")))
	}
	if name == "" {
		name = objects.Line(f.id)
	}
	if name == "" {
		return "", false
	}
	line, column := e.at("name")
	r.log.Repair(line, column, "no name; called "+objects.Quote(name))
	return name, true
}

// otherNames reads a list of names. It reports whether the aliases say all that
// is in it.
func (r *reader) otherNames(v jsontext.Value, f *fact, prefix string) bool {
	if v[0] != '[' {
		return false
	}
	exact := true
	to := &f.aliases
	var list []alias
	var room [8]objects.Member
	for element := range objects.Elements(v) {
		if element[0] != '{' {
			exact = false
			continue
		}
		var a alias
		for _, m := range objects.Members(room[:0], element, r.names) {
			switch {
			case m.Value[0] != '"':
				exact = false
			case m.Name == "name":
				a.name = objects.Text(m.Value)
			case m.Name == "lang":
				a.lang = objects.Text(m.Value)
			case m.Name == "note" && prefix == "organization-" && objects.Text(m.Value) == abbreviation:
				a.short = true
			default:
				exact = false
			}
		}
		name, tag := objects.Line(a.name), r.tags.Of(a.lang)
		exact = exact && name == a.name && name != "" && (a.lang == "" || a.lang == tag.String())
		switch {
		case name == "":
		case a.short && f.short.With(tag, "") == f.short:
			f.short = f.short.With(tag, name)
			list = append(list, a)
		default:
			exact = exact && !a.short
			to.Add(tag, name)
			list = append(list, a)
		}
	}
	if !exact {
		return false
	}
	in := func(tag language.Tag, name string, short bool) bool {
		a := alias{lang: tag.String(), name: name, short: short}
		if tag == language.Und {
			a.lang = ""
		}
		if len(list) == 0 || list[0] != a {
			return false
		}
		list = list[1:]
		return true
	}
	for tag, name := range f.short.All() {
		exact = exact && in(tag, name, true)
	}
	for tag, name := range to.All().All() { // which has each once, by language
		exact = exact && in(tag, name, false)
	}
	return exact && len(list) == 0
}

// An alias is an entry of other_names.
type alias struct {
	lang, name string
	short      bool
}

// abbreviation is the note on a name that is one.
const abbreviation = "abbreviation"

// identifiers reads a list of identifiers. It reports whether the record's say
// all that is in it, beside the spelling of a scheme.
func (r *reader) identifiers(v jsontext.Value, f *fact) bool {
	if v[0] != '[' {
		return false
	}
	exact := true
	schemes := make(map[string]string)
	seen := map[entente.Identifier]bool{{Scheme: Scheme, Value: f.id}: true}
	var room [4]objects.Member
	for element := range objects.Elements(v) {
		if element[0] != '{' {
			exact = false
			continue
		}
		scheme, value := "", ""
		for _, m := range objects.Members(room[:0], element, r.names) {
			switch {
			case m.Value[0] != '"':
				exact = false
			case m.Name == "scheme":
				scheme = r.intern(objects.Text(m.Value))
			case m.Name == "identifier":
				value = objects.Text(m.Value)
			default:
				exact = false
			}
		}
		id := entente.Identifier{Scheme: schemeOf(scheme), Value: objects.Line(value)}
		if id.Value == "" || id.Value != value || scheme == "" || seen[id] {
			exact = false
			if id.Value == "" || seen[id] {
				continue
			}
		}
		if was, ok := schemes[id.Scheme]; ok && was != scheme {
			exact = false
		}
		schemes[id.Scheme], seen[id] = scheme, true
		f.fact.Identifiers = append(f.fact.Identifiers, id)
	}
	if exact {
		for slug, scheme := range schemes { // sorted with the rest
			if slug != scheme {
				f.extra.AddText("scheme:"+slug, objects.KeepText(scheme))
			}
		}
	}
	return exact
}

func (r *reader) intern(s string) string {
	if t, ok := r.names[s]; ok && t == s {
		return t
	}
	if len(r.names) < 1000 {
		r.names[s] = s
	}
	return s
}

// schemeOf returns a scheme as a slug.
func schemeOf(s string) string {
	if s == "" {
		return "unknown"
	}
	return string(objects.Slug("", s))
}

// period reads two dates as the time of a fact. Dates that cannot be read, or
// that are in the wrong order, become words.
func (f *fact) period(r *reader, e *entry, start, end string) {
	from, to := e.get(start), e.get(end)
	if from == "" && to == "" {
		return
	}
	p, ok := objects.Period(from, to)
	if ok && from == to && start == "start_date" { // an event on one day
		p, ok = objects.OnDate(from)
	}
	if !ok {
		f.fact.Timing = timing(from, to)
		line, column := e.at(start)
		r.log.Repair(line, column, "no period from "+objects.Quote(from)+" to "+objects.Quote(to)+"; kept as timing")
	} else {
		f.fact.When = p
	}
	a, b, _ := objects.Dates(p)
	if p.IsDate() && !p.IsZero() {
		a, _ = objects.Date(p)
		b = a
	}
	if !ok || a != from {
		keepDate(&f.extra, start, from)
	}
	if !ok || b != to {
		keepDate(&f.extra, end, to)
	}
}

func keepDate(x *objects.Extra, key, date string) {
	if date != "" {
		x.AddText(key, objects.KeepText(date))
	}
}
