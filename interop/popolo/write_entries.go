package popolo

import (
	"maps"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/interop/internal/objects"
	"github.com/go-json-experiment/json/jsontext"
	"golang.org/x/text/language"
)

// tagsOf returns what marks the members of each posting in the extra.
func tagsOf(o *entente.Official) []string {
	counts := make(map[entente.ID]int)
	list := make([]string, len(o.Postings))
	for i := range o.Postings {
		list[i] = tagOf(&o.Postings[i], func(body entente.ID) int {
			counts[body]++
			return counts[body]
		})
	}
	return list
}

// persons writes the officials.
func (w *writer) persons() {
	for o := range w.d.Officials() {
		used, _ := objects.OfPostings(o.Extra, tagsOf(&o))
		w.b.Reset()
		id, _ := w.ids.Of(o.ID)
		w.b.Text("id", id)
		w.override(o.Extra, "name")
		others := w.name(entente.KindOfficial, o.Name)
		w.otherNames(others, o.Aliases, o.Extra)
		maps.Copy(used, w.identifiers(o.Fact))
		w.extras(o.Extra, used)
		w.sources(o.Cites)
		w.lose(o, "aliases", "postings")
		w.value(w.b.Value())
	}
}

// override adds a member as it was in the file.
func (w *writer) override(x entente.Extra, key string) {
	if s, ok := x.Get(key); ok && s != "" {
		w.b.Raw(key, objects.Raw(s))
	}
}

// memberships writes the postings of the officials.
func (w *writer) memberships() {
	for o := range w.d.Officials() {
		tags := tagsOf(&o)
		_, extras := objects.OfPostings(o.Extra, tags)
		lost := make(map[string]bool)
		person, _ := w.ids.Of(o.ID)
		for i := range o.Postings {
			p := &o.Postings[i]
			w.b.Reset()
			if len(p.Cites) == 1 && p.Cites[0].Locator != "" {
				w.b.Text("id", p.Cites[0].Locator)
			}
			w.b.Text("person_id", person)
			w.reference(lost, "organization", "organization_id", p.Organization)
			for _, kv := range extras[tags[i]] {
				if kv.Value != "" {
					w.b.Raw(kv.Key, objects.Raw(kv.Value))
				}
			}
			title, tag := p.Title.In(language.Und)
			w.b.Text("role", title)
			w.reference(lost, "for", "on_behalf_of_id", p.For)
			w.dates(lost, p.Period, "start_date", "end_date")
			lost["title.language"] = lost["title.language"] || tag != language.Und
			lost["rank"] = lost["rank"] || !p.Rank.IsZero()
			lost["implied"] = lost["implied"] || p.Implied
			lost["cites"] = lost["cites"] || len(p.Cites) > 0 && !objects.OnlyFrom(p.Cites, p.Cites[0].Locator)
			w.value(w.b.Value())
		}
		for name, is := range lost {
			if is {
				w.losses.Add(entente.KindOfficial, "postings."+name)
			}
		}
	}
}

// reference adds the ID of an organization.
func (w *writer) reference(lost map[string]bool, member, name string, id entente.ID) {
	if id == "" || w.b.Has(name) {
		return
	}
	if foreign, ok := w.ids.Of(id); ok && w.needed.Has(id) {
		w.b.Text(name, foreign)
		return
	}
	lost[member] = true
}

// dates adds a period. Dates that were kept as they were in the file stand for it.
func (w *writer) dates(lost map[string]bool, p edtf.Period, start, end string) {
	from, to, whole := objects.Dates(p)
	lost["period"] = lost["period"] || !whole
	w.b.Text(start, from)
	w.b.Text(end, to)
}

// when adds the time of a record.
func (w *writer) when(r entente.Record, start, end string) {
	lost := make(map[string]bool)
	f := r.AsFact()
	if day, whole := objects.Date(f.When); r.Kind() == entente.KindMeeting && day != "" {
		w.b.Text(start, day)
		w.b.Text(end, day)
		lost["period"] = !whole
	} else {
		w.dates(lost, f.When, start, end)
	}
	if lost["period"] {
		w.losses.Add(r.Kind(), "when")
	}
}

// organizations writes the organizations, those of the dataset and those to which
// it refers.
func (w *writer) organizations() {
	for _, id := range w.bodies {
		o, _ := w.d.Organization(id)
		w.b.Reset()
		foreign, _ := w.ids.Of(id)
		w.b.Text("id", foreign)
		w.override(o.Extra, "name")
		var others []jsontext.Value
		if _, ok := keptList(o.Extra, "other_names"); !ok { // which has them
			for tag, short := range o.Abbreviation.All() {
				others = append(others, otherName(tag, short, abbreviation))
			}
		}
		others = append(others, w.name(entente.KindOrganization, o.Name)...)
		w.otherNames(others, o.Aliases, o.Extra)
		used := w.identifiers(o.Fact)
		if parent, ok := w.ids.Of(o.Parent); ok {
			w.b.Text("parent_id", parent)
		}
		w.extras(o.Extra, used)
		w.b.Text("classification", o.Type.String())
		w.when(o, "founding_date", "dissolution_date")
		w.sources(o.Cites)
		written := []string{"aliases", "abbreviation", "type", "parent", "when"}
		if w.timed(o.Fact, "founding_date", "dissolution_date") {
			written = append(written, "timing")
		}
		w.lose(o, written...)
		w.value(w.b.Value())
	}
}

// timed reports whether the words about the time of a fact are those that Read
// makes of two dates that are kept.
func (w *writer) timed(f entente.Fact, start, end string) bool {
	get := func(key string) string {
		s, _ := f.Extra.Get(key)
		if s == "" {
			return ""
		}
		return objects.Text(objects.Raw(s))
	}
	a, b := get(start), get(end)
	return a+b != "" && f.Timing == timing(a, b)
}

// timing returns the words about a time between two dates that make no period.
func timing(from, to string) entente.Text { return objects.Und(objects.Line(from + " – " + to)) }

// events writes the meetings.
func (w *writer) events() {
	for m := range w.d.Meetings() {
		w.b.Reset()
		id, _ := w.ids.Of(m.ID)
		w.b.Text("id", id)
		w.override(m.Extra, "name")
		name, tag := m.Name.In(language.Und)
		w.b.Text("name", name)
		if tag != language.Und {
			w.losses.Add(entente.KindMeeting, "name.language")
		}
		w.extras(m.Extra, w.identifiers(m.Fact))
		w.b.Text("classification", meetingClass)
		w.when(m, "start_date", "end_date")
		w.location(&m)
		w.attendees(&m)
		if m.Auspices != "" && !w.b.Has("organization_id") {
			if body, ok := w.ids.Of(m.Auspices); ok && w.needed.Has(m.Auspices) {
				w.b.Text("organization_id", body)
			} else {
				w.losses.Add(entente.KindMeeting, "auspices")
			}
		}
		w.sources(m.Cites)
		written := []string{"attendees", "places", "auspices", "when"}
		if w.timed(m.Fact, "start_date", "end_date") {
			written = append(written, "timing")
		}
		w.lose(m, written...)
		w.value(w.b.Value())
	}
}

// location adds the name of the first place.
func (w *writer) location(m *entente.Meeting) {
	if len(m.Places) == 0 {
		return
	}
	place := m.Places[0]
	words, tag := place.Name.In(language.Und)
	w.b.Text("location", words)
	place.Name = entente.Text{}
	if len(m.Places) > 1 || place != (entente.Place{}) || tag != language.Und {
		w.losses.Add(entente.KindMeeting, "places")
	}
}

// attendees adds the persons who met.
func (w *writer) attendees(m *entente.Meeting) {
	var list []jsontext.Value
	lost := false
	for _, a := range m.Attendees {
		person, ok := w.ids.Of(a.Actor)
		if _, isPerson := w.d.Official(a.Actor); !ok || !isPerson {
			lost = true
			continue
		}
		lost = lost || a.For != "" || a.Leads
		var b objects.Builder
		b.Text("id", person)
		list = append(list, b.Value())
	}
	w.b.List("attendees", list)
	if lost {
		w.losses.Add(entente.KindMeeting, "attendees")
	}
}
