package ftm

import (
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/interop/internal/objects"
)

// An ends is the properties in which a schema names a person and a body.
type ends struct{ person, body string }

func endsOf(schema string) ends {
	switch schema {
	case "Directorship":
		return ends{"director", "organization"}
	case "Employment":
		return ends{"employee", "employer"}
	case "Occupancy":
		return ends{"holder", "post"}
	}
	return ends{"member", "organization"}
}

// edge reads a relationship between a person and a body, or a position, as a
// posting. It keeps any other as the text that it is.
func (r *reader) edge(e *entity) {
	names := endsOf(e.schema)
	person, one := e.only(names.person)
	body, oneBody := e.only(names.body)
	official, known := r.people[person]
	locator := objects.Line(e.id)
	if !one || !oneBody || !known || locator != e.id {
		r.keep(e) // such as a company that is a member of another
		return
	}
	var own = []string{names.person, names.body}
	var posting entente.Posting
	title := ""
	if e.schema == "Occupancy" {
		title, known = r.positions[body]
		own = own[:1]
	} else {
		var i int
		if i, known = r.bodies[body]; known {
			posting.Organization = r.rs.Organizations[i].ID
		}
		if roles := e.texts("role"); len(roles) > 0 {
			title = roles[0]
		}
	}
	words := objects.Line(title)
	if !known || posting.Organization == "" && words == "" {
		r.repaired(e, "nothing has the id "+objects.Quote(body)+"; kept as extra of the file")
		r.keep(e)
		return
	}
	if role, ok := e.only("role"); ok && role == words {
		own = append(own, "role")
	}
	posting.Title = objects.Und(words)
	f := fact{own: own}
	posting.Period = f.postingPeriod(r, e)
	key := postingKey{official, words, posting.Organization, posting.Period}
	if r.seen[key] {
		r.repaired(e, "the person has the same posting already; kept as extra of the file")
		r.keep(e)
		return
	}
	r.seen[key] = true
	posting.Cites = []entente.Citation{{Source: r.source.ID, Locator: locator}}
	if e.schema != "Membership" {
		f.extra.AddText("schema:"+e.id, e.schema)
	}
	keep(&f.extra, e, f.own, ":"+e.id)
	o := &r.rs.Officials[official]
	o.Postings = append(o.Postings, posting)
	o.Extra = append(o.Extra, f.extra.Sorted()...)
}

// postingPeriod returns the period of a posting.
func (f *fact) postingPeriod(r *reader, e *entity) edtf.Period {
	from, to := e.texts("startDate"), e.texts("endDate")
	if len(from) > 1 || len(to) > 1 {
		return edtf.Period{}
	}
	a, b := strings.Join(from, ""), strings.Join(to, "")
	p, ok := objects.Period(a, b)
	if !ok {
		r.repaired(e, "no period from "+objects.Quote(a)+" to "+objects.Quote(b)+"; kept as extra")
		return edtf.Period{}
	}
	f.ownDates(e, "startDate", "endDate", p)
	return p
}

// ownDates notes which of two properties a period says wholly.
func (f *fact) ownDates(e *entity, start, end string, p edtf.Period) {
	a, b, _ := objects.Dates(p)
	if s, ok := e.only(start); ok && s == a {
		f.own = append(f.own, start)
	}
	if s, ok := e.only(end); ok && s == b {
		f.own = append(f.own, end)
	}
}

// event reads an event whose parties are known as a meeting. It keeps any other
// as the text that it is.
func (r *reader) event(e *entity) {
	var attendees []entente.Attendee
	seen := make(map[entente.ID]bool)
	involved := e.texts("involved")
	for _, id := range involved {
		actor, ok := r.actor(id)
		if !ok || seen[actor] {
			attendees = nil
			break
		}
		seen[actor] = true
		attendees = append(attendees, entente.Attendee{Actor: actor})
	}
	var f fact
	place := entente.Place{Nation: f.nation(e, "country")}
	if location, ok := e.only("location"); ok && objects.Line(location) == location {
		place.Name = objects.Und(location)
		f.own = append(f.own, "location")
	}
	if len(attendees) == 0 || len(attendees) == 1 && place == (entente.Place{}) {
		r.keep(e)
		return
	}
	own := append(f.own, "involved")
	f = r.fact(e)
	f.own = own
	m := entente.Meeting{Attendees: attendees}
	if place != (entente.Place{}) {
		m.Places = []entente.Place{place}
	}
	if names := e.texts("name"); len(names) > 0 {
		m.Name = objects.Und(objects.Line(names[0]))
		if name, ok := e.only("name"); ok && name == m.Name.String() {
			f.own = append(f.own, "name")
		}
	}
	if id, ok := e.only("organizer"); ok {
		if m.Auspices, ok = r.actor(id); ok {
			f.own = append(f.own, "organizer")
		}
	}
	f.period(r, e, "startDate", "endDate")
	m.Fact = f.done(e)
	r.rs.Meetings = append(r.rs.Meetings, m)
}

// actor returns the record of a person or a body.
func (r *reader) actor(id string) (entente.ID, bool) {
	if i, ok := r.people[id]; ok {
		return r.rs.Officials[i].ID, true
	}
	if i, ok := r.bodies[id]; ok {
		return r.rs.Organizations[i].ID, true
	}
	return "", false
}
