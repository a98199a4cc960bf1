package explorer

import (
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/internal/selection"
)

// A fieldList collects the members of a record that have a value.
type fieldList struct {
	*visit
	list []field
}

// add adds values under the name of a member. Empty ones are left out.
func (l *fieldList) add(member string, values ...value) {
	l.labelled(capital(l.member(member)), values...)
}

func (l *fieldList) labelled(label string, values ...value) {
	f := field{Label: label}
	for _, v := range values {
		if v.Text != "" {
			f.Values = append(f.Values, v)
		}
	}
	if len(f.Values) > 0 {
		l.list = append(l.list, f)
	}
}

// inline puts the values of the last member in one line.
func (l *fieldList) inline() {
	if n := len(l.list); n > 0 {
		l.list[n-1].Inline = true
	}
}

// member returns the name of a member of a record without an article.
func (v *visit) member(name string) string { return strings.TrimPrefix(v.book.Member(name), "the ") }

// fields returns the members of a record in words.
func (v *visit) fields(r entente.Record) []field {
	l := &fieldList{visit: v}
	f := r.AsFact()
	if !f.When.IsZero() {
		l.add("when", value{Text: v.book.Period(f.When)})
	}
	l.add("timing", v.text(f.Timing))
	switch r := r.(type) {
	case entente.Nation:
		l.period("exists", r.Exists)
	case entente.Bloc:
		l.add("abbreviation", v.text(r.Abbreviation))
		l.add("members", v.links(r.Members...)...)
	case entente.Organization:
		l.organization(r)
	case entente.Official:
		l.official(r)
	case entente.Partnership:
		l.add("parties", v.links(r.Parties...)...)
		l.add("nature", v.text(r.Nature))
		l.add("trend", value{Text: v.book.Trend(r.Trend)})
	case entente.Agreement:
		l.agreement(r)
	case entente.Series:
		l.add("meaning", v.text(r.Meaning))
		l.add("parties", v.links(r.Parties...)...)
	case entente.Exercise:
		l.exercise(r)
	case entente.Meeting:
		l.meeting(r)
	case entente.Statement:
		l.add("speakers", v.links(r.Speakers...)...)
		l.add("for", v.links(r.For)...)
		l.add("to", v.links(r.To...)...)
		l.add("meeting", v.links(r.Meeting)...)
	case entente.Assessment:
		l.add("about", v.links(r.About)...)
		l.add("affects", v.links(r.Affects...)...)
		l.add("modality", value{Text: v.book.Modality(r.Modality)})
		if r.Hedge != "" {
			l.add("hedge", value{Text: "“" + r.Hedge + "”"})
		}
	}
	l.add("by", v.links(f.By)...)
	var topics []value
	for _, t := range f.Topics {
		name := v.topic(t)
		name.Href = v.to("", selection.Query{About: string(t)})
		topics = append(topics, name)
	}
	l.add("topics", topics...)
	l.inline()
	l.names(aliases(r))
	l.labelled(v.words.note, v.text(f.Note))
	l.identifiers(f.Identifiers, f.Extra)
	return l.list
}

func aliases(r entente.Record) entente.Names {
	switch r := r.(type) {
	case entente.Nation:
		return r.Aliases
	case entente.Bloc:
		return r.Aliases
	case entente.Organization:
		return r.Aliases
	case entente.Official:
		return r.Aliases
	case entente.Region:
		return r.Aliases
	case entente.Agreement:
		return r.Aliases
	case entente.Series:
		return r.Aliases
	case entente.Exercise:
		return r.Aliases
	}
	return entente.Names{}
}

func (l *fieldList) names(n entente.Names) {
	var list []value
	for tag, name := range n.All() {
		list = append(list, value{Text: name, Lang: langOf(tag, l.code)})
	}
	l.add("aliases", list...)
	l.inline()
}

func (l *fieldList) period(member string, p edtf.Period) {
	if !p.IsZero() {
		l.add(member, value{Text: l.book.Period(p)})
	}
}

func (l *fieldList) organization(r entente.Organization) {
	l.add("abbreviation", l.text(r.Abbreviation))
	l.add("type", value{Text: l.book.OrganizationType(r.Type)})
	l.add("nation", l.links(r.Nation)...)
	l.add("parent", l.links(r.Parent)...)
}

func (l *fieldList) official(r entente.Official) {
	l.add("nation", l.links(r.Nation)...)
	var postings []value
	for _, p := range r.Postings {
		var words []string
		for _, t := range []entente.Text{p.Rank, p.Title} {
			if !t.IsZero() {
				words = append(words, t.Words(l.tag))
			}
		}
		for _, id := range []entente.ID{p.Organization, p.For} {
			if id != "" {
				words = append(words, l.data.Name(id, l.tag))
			}
		}
		posting := value{Text: l.book.List(words...)}
		if !p.Period.IsZero() {
			posting.Note = l.book.Period(p.Period)
		}
		if p.Organization != "" {
			posting.Href = l.linkOf(p.Organization)
		}
		postings = append(postings, posting)
	}
	l.add("postings", postings...)
}

func (l *fieldList) agreement(r entente.Agreement) {
	l.add("type", value{Text: l.book.AgreementType(r.Type)})
	l.period("in_force", r.InForce)
	var parties []value
	for _, p := range r.Parties {
		party := l.link(p.Actor)
		var notes []string
		if !p.Period.IsZero() {
			notes = append(notes, l.book.Period(p.Period))
		}
		for _, o := range p.Obligations {
			notes = append(notes, l.book.Obligation(o))
		}
		party.Note = l.book.List(notes...)
		parties = append(parties, party)
	}
	l.add("parties", parties...)
	l.add("signatories", l.links(r.Signatories...)...)
	l.places(r.Places)
	l.add("partnership", l.links(r.Partnership)...)
	l.add("under", l.links(r.Under)...)
	if !r.Name.IsZero() {
		l.add("gist", l.text(r.Gist))
	}
}

func (l *fieldList) exercise(r entente.Exercise) {
	l.add("series", l.links(r.Series)...)
	if r.Number > 0 {
		l.add("number", value{Text: l.book.Year(r.Number)})
	}
	l.add("status", value{Text: l.book.Status(r.Status)})
	l.places(r.Places)
	var sides []value
	for _, c := range r.Contingents {
		sides = append(sides, l.contingent(c))
	}
	l.add("contingents", sides...)
	l.add("commanders", l.links(r.Commanders...)...)
	if r.Strength > 0 {
		l.add("strength", value{Text: l.strength(r.Strength, r.Approximate)})
	}
	l.add("aims", l.text(r.Aims))
	var forms, domains []value
	for _, d := range r.Domains {
		domains = append(domains, value{Text: l.book.Domain(d)})
	}
	for _, f := range r.Forms {
		forms = append(forms, value{Text: l.book.Form(f)})
	}
	l.add("domains", domains...)
	l.inline()
	l.add("forms", forms...)
	l.inline()
}

func (v *visit) strength(n int, approximate bool) string {
	if approximate {
		return "≈ " + v.book.Number(n)
	}
	return v.book.Number(n)
}

// contingent returns a side of an exercise, whose note says the rest.
func (l *fieldList) contingent(c entente.Contingent) value {
	side, notes := l.noted(value{}, c.Nation, c.Bloc, c.Organization)
	if unit := l.text(c.Unit); side.Text == "" {
		side = unit
	} else if unit.Text != "" {
		notes = append(notes, unit.Text)
	}
	if side.Text == "" {
		side.Text = l.words.unidentified
	}
	if int(c.Role) < len(l.words.roles) && c.Role != 0 {
		notes = append(notes, l.words.roles[c.Role])
	}
	if c.Strength > 0 {
		notes = append(notes, l.strength(c.Strength, c.Approximate))
	}
	for _, id := range c.Commanders {
		notes = append(notes, l.data.Name(id, l.tag))
	}
	side.Note = l.book.List(notes...)
	return side
}

// noted returns a value, or if it is empty a link to the first of the IDs, and the
// names of the others for its note.
func (l *fieldList) noted(v value, ids ...entente.ID) (value, []string) {
	var notes []string
	for _, id := range ids {
		switch {
		case id == "":
		case v.Text == "":
			v = l.link(id)
		default:
			notes = append(notes, l.data.Name(id, l.tag))
		}
	}
	return v, notes
}

func (l *fieldList) meeting(r entente.Meeting) {
	var attendees []value
	for _, a := range r.Attendees {
		who := l.link(a.Actor)
		if a.For != "" {
			who.Note = l.data.Name(a.For, l.tag)
		}
		attendees = append(attendees, who)
	}
	l.add("attendees", attendees...)
	l.places(r.Places)
	l.add("auspices", l.links(r.Auspices)...)
	l.add("purpose", l.text(r.Purpose))
}

func (l *fieldList) places(places []entente.Place) {
	var list []value
	for _, p := range places {
		place, notes := l.noted(l.text(p.Name), p.Facility, p.Nation)
		if place.Text == "" {
			place.Text = p.At.String()
		}
		place.Note = l.book.List(notes...)
		list = append(list, place)
	}
	l.add("places", list...)
}

// identifiers adds the identifiers in other datasets, and what the file says beyond
// the members.
func (l *fieldList) identifiers(ids []entente.Identifier, extra entente.Extra) {
	for _, id := range ids {
		l.labelled(id.Scheme, value{Text: id.Value})
	}
	for _, kv := range extra {
		l.labelled(kv.Key, value{Text: kv.Value})
	}
}
