package popolo

import (
	"strconv"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/interop/internal/objects"
	"github.com/go-json-experiment/json/jsontext"
)

// A postingKey is what two postings of one official may not share.
type postingKey struct {
	official int
	title    string
	body     entente.ID
	behalf   entente.ID
	period   edtf.Period
}

// A bodyKey is an organization in which an official has a posting.
type bodyKey struct {
	official int
	body     entente.ID
}

// membership reads a membership as a posting, or keeps it for later if what it
// refers to may follow.
func (r *reader) membership(e entry) error {
	if p := (pending{read: (*reader).posting}); !r.posting(e, p, false) {
		r.wait(e, p)
	}
	return nil
}

func (r *reader) wait(e entry, p pending) {
	p.section, p.raw, p.line, p.column = e.section, string(e.Raw), e.Line, e.Column
	r.later = append(r.later, p)
}

// embedded reads the memberships that a person or an organization holds.
func (r *reader) embedded(e *entry, person, body string) {
	for i := range e.members {
		m := &e.members[i]
		if m.Name != "memberships" || m.Value[0] != '[' {
			continue
		}
		at := m.At + len(m.Name)
		for v := range objects.Elements(m.Value) {
			inner := entry{Value: objects.Value{Raw: v}, section: "memberships"}
			inner.Line, inner.Column = e.Place(at)
			if v[0] != '{' {
				r.keepText("memberships", person+body, objects.KeepRaw(v))
				continue
			}
			r.wait(inner, pending{read: (*reader).posting, person: person, body: body})
		}
	}
}

// posting reads a membership. It reports false if it refers to what is not known
// yet and this is not the last time that it is asked.
func (r *reader) posting(e entry, p pending, last bool) (done bool) {
	person, body, behalf := e.get("person_id"), e.get("organization_id"), e.get("on_behalf_of_id")
	if person == "" {
		person = p.person
	}
	if body == "" {
		body = p.body
	}
	title := e.get("role")
	from := "role"
	if title == "" {
		title, from = e.get("label"), "label"
	}
	post := e.get("post_id")
	label, known := r.posts[post]
	if title == "" && post != "" {
		title, from = label, ""
	}
	official, hasPerson := r.people[person]
	org, hasBody := r.bodies[body]
	patron, hasBehalf := r.bodies[behalf]
	unknown := person != "" && !hasPerson || body != "" && !hasBody || behalf != "" && !hasBehalf || from == "" && !known
	if (unknown || r.waiting[person]) && !last {
		r.waiting[person] = true // for the postings of a person are in the order of the file
		return false
	}
	words := objects.Line(title)
	reason := ""
	switch {
	case person == "":
		r.keepText("memberships", e.get("id"), objects.KeepRaw(e.Raw))
		return true // of an organization, which is no fact of ours
	case !hasPerson:
		reason = "no person has the id " + objects.Quote(person)
	case body != "" && !hasBody:
		reason = "no organization has the id " + objects.Quote(body)
	case body == "" && words == "":
		reason = "a membership without an organization and a role"
	}
	posting := entente.Posting{Title: objects.Und(words)}
	period, dated := objects.Period(e.get("start_date"), e.get("end_date"))
	posting.Period = period
	key := postingKey{official: official, title: words, period: period}
	if hasBody {
		posting.Organization = r.rs.Organizations[org].ID
		key.body = posting.Organization
	}
	if hasBehalf {
		posting.For = r.rs.Organizations[patron].ID
		key.behalf = posting.For
	}
	if reason == "" && r.seen[key] {
		reason = "the person has the same posting already"
	}
	if reason != "" {
		r.log.Repair(e.Line, e.Column, reason+"; kept as extra of the file")
		r.keepText("memberships", e.get("id"), r.whole(e, p))
		return true
	}
	r.seen[key] = true
	r.addPosting(e, official, posting, from, dated)
	return true
}

// whole returns a membership as text. One that was embedded gets what refers to
// the entry around it.
func (r *reader) whole(e entry, p pending) string {
	raw := objects.KeepRaw(e.Raw)
	add := func(name, id string) {
		if id != "" && e.get(name) == "" {
			quoted, _ := jsontext.AppendQuote(nil, id)
			comma := ","
			if len(e.members) == 0 {
				comma = ""
			}
			raw = "{" + strconv.Quote(name) + ":" + string(quoted) + comma + raw[1:]
		}
	}
	add("person_id", p.person)
	add("organization_id", p.body)
	return raw
}

// addPosting adds a posting to an official, and what has no member to its extra.
func (r *reader) addPosting(e entry, official int, posting entente.Posting, from string, dated bool) {
	o := &r.rs.Officials[official]
	id := e.get("id")
	if line := objects.Line(id); line != "" && line == id {
		posting.Cites = []entente.Citation{{Source: r.source.ID, Locator: id}}
	}
	o.Postings = append(o.Postings, posting)
	var x objects.Extra
	tag := tagOf(&posting, func(body entente.ID) int {
		key := bodyKey{official, body}
		r.counts[key]++
		return r.counts[key]
	})
	for i := range e.members {
		m := &e.members[i]
		isText := m.Value[0] == '"'
		switch m.Name {
		case "person_id":
			if isText || isNumber(m.Value) {
				continue
			}
		case "organization_id":
			if isText || isNumber(m.Value) {
				continue
			}
		case "on_behalf_of_id":
			if posting.For != "" {
				continue
			}
			if isText {
				line, column := e.Place(m.At)
				r.log.Repair(line, column, "no organization has the id "+objects.Quote(objects.Text(m.Value))+"; kept as extra")
			}
		case "id":
			if posting.Cites != nil {
				continue
			}
		case "start_date", "end_date":
			start, end, _ := objects.Dates(posting.Period)
			said := start
			if m.Name == "end_date" {
				said = end
			}
			if isText && dated && objects.Text(m.Value) == said {
				continue
			}
		case from:
			if isText && posting.Title.String() == objects.Text(m.Value) && from == "role" {
				continue
			}
		}
		if objects.IsBlank(m.Value) {
			continue
		}
		x.Add(m.Name+":"+tag, m.Value)
	}
	if !dated {
		line, column := e.at("start_date")
		r.log.Repair(line, column, "no period from "+objects.Quote(e.get("start_date"))+" to "+
			objects.Quote(e.get("end_date"))+"; kept as extra")
	}
	o.Extra = append(o.Extra, x.Sorted()...)
}

// tagOf returns what marks the members of a posting in the extra of the official:
// the ID of the membership or, if it has none, that of the organization. Count
// returns how many postings in the organization there are so far, with this one;
// from the second on, it follows the ID.
func tagOf(p *entente.Posting, count func(body entente.ID) int) string {
	if len(p.Cites) == 1 && p.Cites[0].Locator != "" {
		return p.Cites[0].Locator
	}
	tag := string(p.Organization)
	if tag == "" {
		tag = "-"
	}
	if n := count(p.Organization); n > 1 {
		tag += ":" + strconv.Itoa(n)
	}
	return tag
}
