package popolo

import (
	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop/internal/objects"
)

// event reads an event whose attendees are known as a meeting. It keeps any
// other, such as an election or a legislative period, as the text that it is.
func (r *reader) event(e entry) error {
	for i := range e.members {
		if m := &e.members[i]; m.Name == "attendees" && m.Value[0] == '[' && !objects.IsBlank(m.Value) {
			r.wait(e, pending{read: (*reader).meeting})
			return nil
		}
	}
	return r.keep(e)
}

// meeting reads an event with attendees, when all persons are known.
func (r *reader) meeting(e entry, _ pending, _ bool) bool {
	attendees, reason := r.attendees(&e)
	place := objects.Line(e.get("location"))
	if reason == "" && len(attendees) == 1 && place == "" {
		reason = "a meeting with one attendee needs a place"
	}
	if reason != "" {
		r.log.Repair(e.Line, e.Column, reason+"; kept as extra of the file")
		r.keepText(e.section, e.get("id"), objects.KeepRaw(e.Raw))
		return true
	}
	f := r.fact(&e, "event-", "location", "start_date", "end_date", "organization_id", "classification")
	m := entente.Meeting{Attendees: attendees}
	if name := e.get("name"); name != "" {
		m.Name = objects.Und(objects.Line(name))
		if objects.Line(name) != name {
			f.extra.AddText("name", objects.KeepText(name))
		}
	}
	if class := e.get("classification"); class != "" && class != meetingClass {
		f.extra.AddText("classification", objects.KeepText(class))
	}
	if place != "" {
		m.Places = []entente.Place{{Name: objects.Und(place)}}
	}
	if location := e.get("location"); location != place {
		f.extra.AddText("location", objects.KeepText(location))
	}
	if id := e.get("organization_id"); id != "" {
		if i, ok := r.bodies[id]; ok {
			m.Auspices = r.rs.Organizations[i].ID
		} else {
			f.extra.AddText("organization_id", objects.KeepText(id))
		}
	}
	f.period(r, &e, "start_date", "end_date")
	list := f.extra
	f.extra = objects.Extra{}
	for _, kv := range list.Sorted() {
		if kv.Key != "attendees" || !plainAttendees(&e, len(attendees)) {
			f.extra.AddText(kv.Key, kv.Value)
		}
	}
	m.Fact = f.done()
	r.rs.Meetings = append(r.rs.Meetings, m)
	return true
}

// meetingClass is the classification of the events that Write makes of meetings.
const meetingClass = "meeting"

// attendees returns who attended, or why they are not all known.
func (r *reader) attendees(e *entry) (list []entente.Attendee, reason string) {
	seen := make(map[entente.ID]bool)
	for i := range e.members {
		if e.members[i].Name != "attendees" {
			continue
		}
		for v := range objects.Elements(e.members[i].Value) {
			if v[0] != '{' {
				return nil, "an attendee that is not an object"
			}
			inner := entry{members: objects.Members(nil, v, r.names)}
			id := inner.get("id")
			i, ok := r.people[id]
			if !ok {
				return nil, "no person has the id " + objects.Quote(id)
			}
			actor := r.rs.Officials[i].ID
			if seen[actor] {
				return nil, "the same person attends twice"
			}
			seen[actor] = true
			list = append(list, entente.Attendee{Actor: actor})
		}
	}
	return list, ""
}

// plainAttendees reports whether the attendees of an event are n IDs and nothing
// else, so that the meeting says all.
func plainAttendees(e *entry, n int) bool {
	for i := range e.members {
		if e.members[i].Name != "attendees" {
			continue
		}
		for v := range objects.Elements(e.members[i].Value) {
			members := objects.Members(nil, v, nil)
			if len(members) == 1 && members[0].Name == "id" {
				n--
			}
		}
	}
	return n == 0
}
