package ftm

import (
	"strconv"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop/internal/objects"
	"golang.org/x/text/language"
)

// official writes a person and the relationships that the postings are.
func (w *writer) official(o *entente.Official) {
	w.dropForeignExtra(&o.Fact, entente.KindOfficial)
	marks := make([]string, len(o.Postings))
	for i := range o.Postings {
		if c := o.Postings[i].Cites; len(c) == 1 {
			marks[i] = c[0].Locator
		}
	}
	used, byMark := objects.OfPostings(o.Extra, marks)
	id, _ := w.ids.Of(o.ID)
	w.begin(id, "Person")
	w.names(entente.KindOfficial, o.Name, o.Aliases, o.Extra)
	if !w.nation(o.Nation, o.Extra) {
		w.losses.Add(entente.KindOfficial, "nation")
	}
	var positions []string
	for i := range o.Postings {
		if p := &o.Postings[i]; isPosition(p, marks[i]) {
			words, _ := p.Title.In(language.Und)
			positions = append(positions, words)
		}
	}
	if _, kept := o.Extra.Get("position"); !kept {
		w.props.Texts("position", positions)
	}
	w.keeps(o.Extra, used)
	w.sources(o.Cites, o.Extra)
	w.lose(*o, "aliases", "nation", "postings")
	w.end()
	lost := make(map[string]bool)
	for i := range o.Postings {
		p := &o.Postings[i]
		words, tag := p.Title.In(language.Und)
		lost["title.language"] = lost["title.language"] || words != "" && tag != language.Und
		lost["rank"] = lost["rank"] || !p.Rank.IsZero()
		lost["implied"] = lost["implied"] || p.Implied
		lost["for"] = lost["for"] || p.For != ""
		lost["cites"] = lost["cites"] || len(p.Cites) > 0 && !objects.OnlyFrom(p.Cites, marks[i])
		if !isPosition(p, marks[i]) {
			w.posting(id, i, p, marks[i], byMark[marks[i]], lost)
		}
	}
	for name, is := range lost {
		if is {
			w.losses.Add(entente.KindOfficial, "postings."+name)
		}
	}
}

// isPosition reports whether a posting is a title and nothing else, and so a
// property of the person.
func isPosition(p *entente.Posting, mark string) bool {
	return p.Organization == "" && p.Period.IsZero() && mark == "" && !p.Title.IsZero()
}

// posting writes a posting as a relationship. Without an organization that is an
// Occupancy, whose Position is written too, unless it is kept.
func (w *writer) posting(person string, n int, p *entente.Posting, id string, x entente.Extra, lost map[string]bool) {
	body, ok := w.ids.Of(p.Organization)
	if !ok {
		lost["organization"] = lost["organization"] || p.Organization != ""
	}
	if id == "" {
		id = person + "-posting-" + strconv.Itoa(n+1)
	}
	schema := "Membership"
	if s, kept := x.Get("schema"); kept {
		schema = s
	} else if !ok {
		schema = "Occupancy"
	}
	title, _ := p.Title.In(language.Und)
	if _, kept := x.Get("post"); schema == "Occupancy" && !kept {
		if title == "" {
			return // a rank alone, which is counted
		}
		body = id + "-position"
		w.begin(body, "Position")
		w.props.Texts("name", []string{title})
		w.end()
	}
	names := endsOf(schema)
	w.begin(id, schema)
	w.props.Texts(names.person, []string{person})
	if body != "" {
		w.props.Texts(names.body, []string{body})
	}
	if _, kept := x.Get("role"); !kept && title != "" && schema != "Occupancy" {
		w.props.Texts("role", []string{title})
	}
	if !w.dates(p.Period, x, "startDate", "endDate") {
		lost["period"] = true
	}
	w.keeps(x, nil)
	w.end()
}

// organization writes a body.
func (w *writer) organization(o *entente.Organization) {
	w.dropForeignExtra(&o.Fact, entente.KindOrganization)
	id, _ := w.ids.Of(o.ID)
	schema, kept := o.Extra.Get("schema")
	if !kept {
		schema = schemaOf(o.Type)
	}
	w.begin(id, schema)
	w.names(entente.KindOrganization, o.Name, o.Aliases, o.Extra)
	if !w.nation(o.Nation, o.Extra) {
		w.losses.Add(entente.KindOrganization, "nation")
	}
	if short, tag := o.Abbreviation.In(language.Und); short != "" {
		w.props.Texts("abbreviation", []string{short})
		if tag != language.Und || o.Abbreviation != objects.Und(short) {
			w.losses.Add(entente.KindOrganization, "abbreviation.language")
		}
	}
	if _, kept := o.Extra.Get("classification"); !kept && o.Type != 0 && o.Type != entente.OrganizationTypeCompany {
		w.props.Texts("classification", []string{o.Type.String()})
	}
	if parent, ok := w.ids.Of(o.Parent); ok {
		w.props.Texts("parent", []string{parent})
	}
	if !w.dates(o.When, o.Extra, "incorporationDate", "dissolutionDate") {
		w.losses.Add(entente.KindOrganization, "when")
	}
	w.keeps(o.Extra, nil)
	w.sources(o.Cites, o.Extra)
	written := []string{"aliases", "abbreviation", "type", "nation", "parent", "when"}
	if timed(o.Fact, "incorporationDate", "dissolutionDate") {
		written = append(written, "timing")
	}
	w.lose(*o, written...)
	w.end()
}

// timed reports whether the words about the time of a fact are those that Read
// makes of two dates that are kept.
func timed(f entente.Fact, start, end string) bool {
	a, b := strings.Join(keptTexts(f.Extra, start), ""), strings.Join(keptTexts(f.Extra, end), "")
	return a+b != "" && f.Timing == timing(a, b)
}

// meeting writes a meeting as an event.
func (w *writer) meeting(m *entente.Meeting) {
	w.dropForeignExtra(&m.Fact, entente.KindMeeting)
	id, _ := w.ids.Of(m.ID)
	w.begin(id, "Event")
	if _, kept := m.Extra.Get("name"); !kept && !m.Name.IsZero() {
		w.names(entente.KindMeeting, m.Name, entente.Names{}, m.Extra)
	}
	var involved []string
	lost := false
	for _, a := range m.Attendees {
		actor, ok := w.ids.Of(a.Actor)
		if lost = lost || !ok || a.For != "" || a.Leads; ok {
			involved = append(involved, actor)
		}
	}
	w.props.Texts("involved", involved)
	if lost {
		w.losses.Add(entente.KindMeeting, "attendees")
	}
	if m.Auspices != "" {
		if actor, ok := w.ids.Of(m.Auspices); ok {
			w.props.Texts("organizer", []string{actor})
		} else {
			w.losses.Add(entente.KindMeeting, "auspices")
		}
	}
	w.place(m)
	if !w.dates(m.When, m.Extra, "startDate", "endDate") {
		w.losses.Add(entente.KindMeeting, "when")
	}
	w.keeps(m.Extra, nil)
	w.sources(m.Cites, m.Extra)
	written := []string{"attendees", "places", "auspices", "when"}
	if timed(m.Fact, "startDate", "endDate") {
		written = append(written, "timing")
	}
	w.lose(*m, written...)
	w.end()
}

// place adds the name and the nation of the first place.
func (w *writer) place(m *entente.Meeting) {
	if len(m.Places) == 0 {
		return
	}
	place := m.Places[0]
	words, tag := place.Name.In(language.Und)
	if words != "" {
		w.props.Texts("location", []string{words})
	}
	lost := words != "" && place.Name != objects.Und(words) || tag != language.Und
	if w.nation(place.Nation, m.Extra) {
		place.Nation = ""
	}
	place.Name = entente.Text{}
	if lost || len(m.Places) > 1 || place != (entente.Place{}) {
		w.losses.Add(entente.KindMeeting, "places")
	}
}
