package ftm

import (
	"slices"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop/internal/objects"
	"github.com/entente-go/entente/nation"
	"github.com/go-json-experiment/json/jsontext"
	"golang.org/x/text/language"
)

// person reads a Person as an official.
func (r *reader) person(e *entity) {
	f := r.fact(e)
	o := entente.Official{Name: objects.Und(r.name(e, &f)), Aliases: f.aliases.All()}
	o.Nation = f.nation(e, "country")
	i := len(r.rs.Officials)
	f.positions(r, e, i, &o)
	o.Fact = f.done(e)
	if _, taken := r.people[e.id]; !taken {
		r.people[e.id] = i
	}
	r.rs.Officials = append(r.rs.Officials, o)
}

// organization reads a body.
func (r *reader) organization(e *entity) {
	f := r.fact(e)
	o := entente.Organization{Name: objects.Und(r.name(e, &f)), Aliases: f.aliases.All()}
	if e.schema == "Company" {
		o.Type = entente.OrganizationTypeCompany
	} else if class, ok := e.only("classification"); ok && class != "company" && o.Type.UnmarshalText([]byte(class)) == nil {
		f.own = append(f.own, "classification")
	}
	if schemaOf(o.Type) != e.schema {
		f.extra.AddText("schema", e.schema)
	}
	code := e.texts("country")
	switch o.Nation = f.nation(e, "country"); {
	case len(code) == 0:
		o.Nation = f.nation(e, "jurisdiction")
		f.disown("jurisdiction")
	case slices.Contains(e.texts("jurisdiction"), code[0]):
		f.disown("country") // for Write takes the jurisdiction to be enough
	}
	if short, ok := e.only("abbreviation"); ok && objects.Line(short) == short {
		o.Abbreviation = objects.Und(short)
		f.own = append(f.own, "abbreviation")
	}
	f.period(r, e, "incorporationDate", "dissolutionDate")
	if id, ok := e.only("parent"); ok {
		r.parents.Add("parent", len(r.rs.Organizations), id, e.Line, e.Column)
		f.own = append(f.own, "parent")
	}
	o.Fact = f.done(e)
	if _, taken := r.bodies[e.id]; !taken {
		r.bodies[e.id] = len(r.rs.Organizations)
	}
	r.rs.Organizations = append(r.rs.Organizations, o)
}

// schemaOf returns the schema that Write gives an organization of a type.
func schemaOf(t entente.OrganizationType) string {
	switch t {
	case entente.OrganizationTypeCompany:
		return "Company"
	case entente.OrganizationTypeMinistry, entente.OrganizationTypeService, entente.OrganizationTypeLegislature:
		return "PublicBody"
	}
	return "Organization"
}

// A fact is what the records of entities have in common.
type fact struct {
	fact    entente.Fact
	extra   objects.Extra
	aliases objects.Names
	own     []string // the properties that members of the record say wholly
}

func (r *reader) fact(e *entity) (f fact) {
	id, asIs := r.ids.New("", e.id)
	if !asIs {
		r.repaired(e, "the id "+objects.Quote(e.id)+" is taken; the record is "+string(id))
	}
	f.fact.ID = id
	f.fact.Basis = entente.BasisReported
	f.fact.Cites = []entente.Citation{{Source: r.source.ID, Locator: objects.Line(e.id)}}
	if v := objects.Line(e.id); v != "" && v == e.id {
		f.fact.Identifiers = []entente.Identifier{{Scheme: Scheme, Value: v}}
	} else {
		f.extra.AddText("id", objects.KeepText(e.id))
	}
	return f
}

// disown has a property kept, although a member of the record says it.
func (f *fact) disown(property string) {
	f.own = slices.DeleteFunc(f.own, func(s string) bool { return s == property })
}

// done returns the fact with its extra: all that no member says.
func (f *fact) done(e *entity) entente.Fact {
	keep(&f.extra, e, f.own, "")
	f.fact.Extra = f.extra.Sorted()
	return f.fact
}

// topMembers are the members that entities have beside their properties.
var topMembers = [...]string{"caption", "datasets", "referents", "target", "first_seen", "last_seen", "last_change", "origin"}

func isTop(name string) bool { return slices.Contains(topMembers[:], name) }

// keep keeps the members and properties of an entity but those named, each under
// its name and the suffix.
func keep(x *objects.Extra, e *entity, but []string, suffix string) {
	for i := range e.top {
		switch m := &e.top[i]; {
		case m.Name == "id", m.Name == "schema", m.Name == "properties":
		case isTop(m.Name):
			x.Add(m.Name+suffix, m.Value)
		default:
			x.Add("entity:"+m.Name+suffix, m.Value)
		}
	}
	for i := range e.props {
		m := &e.props[i]
		if slices.Contains(but, m.Name) {
			continue
		}
		name := m.Name
		if isTop(name) || name == "id" || name == "schema" || strings.Contains(name, ":") {
			name = "property:" + name
		}
		v := m.Value
		if v[0] == '[' { // a list of one string is kept as the string
			n, only := 0, jsontext.Value(nil)
			for element := range objects.Elements(v) {
				n, only = n+1, element
			}
			if n == 1 && only[0] == '"' && len(only) > 2 {
				v = only
			}
		}
		x.Add(name+suffix, v)
	}
}

// name returns the name of an entity, and takes its other names as aliases.
func (r *reader) name(e *entity, f *fact) string {
	names := e.texts("name")
	name := objects.Line(e.caption())
	if len(names) > 0 && !slices.Contains(names, name) {
		name = objects.Line(names[0])
	}
	_, only := e.only("name")
	exact := only && name == names[0]
	for _, n := range names {
		if n = objects.Line(n); n != "" && n != name {
			f.aliases.Add(language.Und, n)
		}
	}
	var seen = make(map[string]bool)
	exactAlias := exact
	for _, property := range [...]string{"alias", "weakAlias", "previousName"} {
		for _, n := range e.texts(property) {
			line := objects.Line(n)
			if exactAlias = exactAlias && property == "alias" && line == n && !seen[n]; line != "" {
				f.aliases.Add(language.Und, line)
			}
			seen[n] = true
		}
	}
	if exact {
		f.own = append(f.own, "name")
	}
	if _, isList := e.list("alias"); exactAlias && isList {
		f.own = append(f.own, "alias")
	}
	if name == "" {
		name = objects.Line(e.id)
		if name == "" {
			name = string(f.fact.ID)
		}
		r.repaired(e, "no name; called "+objects.Quote(name))
	}
	return name
}

// list returns how many elements a property has, if it is a list of strings.
func (e *entity) list(name string) (n int, ok bool) {
	for i := range e.props {
		if m := &e.props[i]; m.Name == name && m.Value[0] == '[' {
			for v := range objects.Elements(m.Value) {
				if v[0] != '"' || len(v) == 2 {
					return n, false
				}
				n++
			}
			return n, true
		}
	}
	return 0, false
}

// nation returns the nation that a property names, if it is one.
func (f *fact) nation(e *entity, property string) entente.ID {
	code, ok := e.only(property)
	if id := strings.ToUpper(code); ok && nation.Valid(nation.ID(id)) && strings.ToLower(id) == code {
		f.own = append(f.own, property)
		return entente.ID(id)
	}
	return ""
}

// positions takes the positions of a person as postings.
func (f *fact) positions(r *reader, e *entity, official int, o *entente.Official) {
	exact := true
	list := e.texts("position")
	for _, p := range list {
		words := objects.Line(p)
		key := postingKey{official: official, title: words}
		exact = exact && words == p && !r.seen[key]
		if words != "" && !r.seen[key] {
			r.seen[key] = true
			o.Postings = append(o.Postings, entente.Posting{Title: objects.Und(words)})
		}
	}
	if n, isList := e.list("position"); exact && isList && n == len(list) {
		f.own = append(f.own, "position")
	}
}

// period reads two properties as the time of a fact. Properties with several
// values, which come from several sources, make no period. Dates that cannot be
// read, or that are in the wrong order, become words.
func (f *fact) period(r *reader, e *entity, start, end string) {
	from, to := e.texts(start), e.texts(end)
	if len(from) > 1 || len(to) > 1 || len(from)+len(to) == 0 {
		return
	}
	a, b := strings.Join(from, ""), strings.Join(to, "")
	p, ok := objects.Period(a, b)
	if !ok {
		f.fact.Timing = timing(a, b)
		r.repaired(e, "no period from "+objects.Quote(a)+" to "+objects.Quote(b)+"; kept as timing")
		return
	}
	f.fact.When = p
	f.ownDates(e, start, end, p)
}

// timing returns the words about a time between two dates that make no period.
func timing(from, to string) entente.Text { return objects.Und(objects.Line(from + " – " + to)) }
