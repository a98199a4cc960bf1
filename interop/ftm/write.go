package ftm

import (
	"errors"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/internal/objects"
	"github.com/entente-go/entente/nation"
	"github.com/go-json-experiment/json/jsontext"
	"golang.org/x/text/language"
)

// Write writes the officials, organizations and meetings of d to w as
// FollowTheMoney entities, one a line, and beside them the organizations to which
// they refer. It writes one entity at a time, and the same for the same dataset.
// It returns what FollowTheMoney cannot hold; see the package's documentation. An
// error is one of w.
func Write(w io.Writer, d *entente.Dataset) (interop.Losses, error) {
	if w == nil {
		return nil, errors.New("ftm: no writer to write to")
	}
	wr := &writer{
		d: d,
		enc: jsontext.NewEncoder(w, jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true),
			jsontext.PreserveRawStrings(true)), // an escape stays one
		ids:   objects.NewForeign(Scheme),
		bound: make(map[entente.ID]bool),
	}
	wr.collect()
	for _, id := range wr.bodies {
		o, _ := d.Organization(id)
		wr.organization(&o)
	}
	for o := range d.Officials() {
		wr.official(&o)
	}
	for m := range d.Meetings() {
		wr.meeting(&m)
	}
	wr.rest()
	return wr.losses, wr.err
}

// A writer is the state of one Write.
type writer struct {
	d          *entente.Dataset
	enc        *jsontext.Encoder
	ids        *objects.Foreign
	bodies     []entente.ID // in the order of their IDs
	bound      map[entente.ID]bool
	losses     interop.Losses
	top, props objects.Builder
	err        error
}

// collect gives IDs to all that is written.
func (w *writer) collect() {
	for _, kv := range w.d.Extra() {
		if isEntity(kv) {
			w.ids.Take("", kv.Key)
		}
	}
	need := func(id entente.ID) {
		for id != "" && !w.bound[id] {
			o, ok := w.d.Organization(id)
			if !ok {
				return
			}
			w.bound[id] = true
			id = o.Parent
		}
	}
	add := func(f entente.Fact, k entente.Kind) {
		if !w.ids.Add("", f) {
			w.losses.Add(k, "identifiers")
		}
	}
	for o := range w.d.Organizations() {
		need(o.ID)
	}
	for o := range w.d.Officials() {
		add(o.Fact, entente.KindOfficial)
		for _, p := range o.Postings {
			need(p.Organization)
		}
	}
	for m := range w.d.Meetings() {
		need(m.Auspices)
		for _, a := range m.Attendees {
			need(a.Actor)
		}
	}
	w.bodies = slices.Sorted(maps.Keys(w.bound))
	for _, id := range w.bodies {
		o, _ := w.d.Organization(id)
		add(o.Fact, entente.KindOrganization)
	}
	for m := range w.d.Meetings() {
		add(m.Fact, entente.KindMeeting)
	}
}

// isEntity reports whether an extra of the file is an entity that was kept.
func isEntity(kv entente.KeyValue) bool {
	v := jsontext.Value(kv.Value)
	if !strings.HasPrefix(kv.Value, "{") || !v.IsValid(jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true)) {
		return false
	}
	var e entity
	_, reason := new(reader).open(&e, v)
	return reason == ""
}

// begin begins an entity. What the builders get after that comes before what was
// kept; end adds that.
func (w *writer) begin(id, schema string) {
	w.top.Reset()
	w.props.Reset()
	w.top.Text("id", id)
	w.top.Text("schema", schema)
}

// keeps adds what was kept of an entity.
func (w *writer) keeps(x entente.Extra, used map[string]bool) {
	for _, kv := range x {
		if used[kv.Key] || kv.Value == "" || kv.Key == "schema" {
			continue
		}
		v := objects.Raw(kv.Value)
		name, isProperty := kv.Key, true
		if cut, ok := strings.CutPrefix(kv.Key, "entity:"); ok {
			name, isProperty = cut, false
		} else if cut, ok := strings.CutPrefix(kv.Key, "property:"); ok {
			name = cut
		} else if isTop(kv.Key) {
			isProperty = false
		}
		switch {
		case !isProperty:
			w.top.Raw(name, v)
		case v[0] == '[':
			w.props.Raw(name, v)
		default:
			w.props.List(name, []jsontext.Value{v})
		}
	}
}

func (w *writer) end() {
	w.top.Raw("properties", w.props.Value())
	if w.err == nil {
		w.err = w.enc.WriteValue(w.top.Value())
	}
}

// keptTexts returns the strings of a property that was kept.
func keptTexts(x entente.Extra, name string) []string {
	s, ok := x.Get(name)
	if !ok || s == "" {
		return nil
	}
	e := entity{props: []objects.Member{{Name: name, Value: objects.Raw(s)}}}
	return e.texts(name)
}

// names adds the names of an entity.
func (w *writer) names(k entente.Kind, name entente.Text, aliases entente.Names, x entente.Extra) {
	has := make(map[string]bool)
	for _, property := range [...]string{"name", "alias", "weakAlias", "previousName"} {
		for _, n := range keptTexts(x, property) {
			has[objects.Line(n)] = true
		}
	}
	words, main := name.In(language.Und)
	list, lost := []string{words}, main != language.Und
	for tag, other := range name.All() {
		if tag != main {
			list, lost = append(list, other), true
		}
	}
	var more []string
	for tag, alias := range aliases.All() {
		lost = lost || tag != language.Und
		if !has[alias] {
			more = append(more, alias)
		}
	}
	if lost {
		w.losses.Add(k, "name.language")
	}
	if _, kept := x.Get("name"); !kept && words != "" {
		w.props.Texts("name", list)
	}
	if _, kept := x.Get("alias"); !kept {
		w.props.Texts("alias", more)
	} else if len(more) > 0 {
		w.props.Texts("alias", append(keptTexts(x, "alias"), more...))
	}
}

// nation adds a nation as a country, unless it is kept. It reports false if
// FollowTheMoney has no code for it.
func (w *writer) nation(id entente.ID, x entente.Extra) bool {
	code := strings.ToLower(string(id))
	_, kept := x.Get("country")
	if id == "" || kept || slices.Contains(keptTexts(x, "jurisdiction"), code) {
		return true
	}
	if len(code) > 4 || !nation.Valid(nation.ID(id)) {
		return false
	}
	w.props.Texts("country", []string{code})
	return true
}

// dates adds a period. It reports whether that says all.
func (w *writer) dates(p edtf.Period, x entente.Extra, start, end string) bool {
	from, to, whole := objects.Dates(p)
	for _, d := range [...]struct{ name, date string }{{start, from}, {end, to}} {
		if _, kept := x.Get(d.name); !kept && d.date != "" {
			w.props.Texts(d.name, []string{d.date})
		}
	}
	return whole
}

// lose counts the members of a record that are not written.
func (w *writer) lose(r entente.Record, written ...string) {
	names, err := objects.Present(r)
	if err != nil && w.err == nil {
		w.err = err
	}
	f := r.AsFact()
	id, _ := w.ids.Of(f.ID)
	for _, name := range names {
		switch {
		case slices.Contains(written, name):
		case name == "id", name == "extra", name == "name":
		case name == "identifiers" && len(w.ids.Others(f)) == 0:
		case name == "basis" && f.Basis == entente.BasisReported:
		case name == "cites" && objects.OnlyFrom(f.Cites, id):
		default:
			w.losses.Add(r.Kind(), name)
		}
	}
}

// sources adds the pages that the citations lead to.
func (w *writer) sources(cites []entente.Citation, x entente.Extra) {
	if _, kept := x.Get("sourceUrl"); kept {
		return
	}
	var list []string
	for _, c := range cites {
		if s, ok := w.d.Source(c.Source); ok && s.URL != "" && !slices.Contains(list, objects.Address(s.URL)) {
			list = append(list, objects.Address(s.URL))
		}
	}
	w.props.Texts("sourceUrl", list)
}

// official writes a person and the relationships that the postings are.
func (w *writer) official(o *entente.Official) {
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
		lost["cites"] = lost["cites"] || len(p.Cites) > 1 || len(p.Cites) == 1 && !objects.OnlyFrom(p.Cites, marks[i])
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

// rest writes the entities that were kept, and counts what FollowTheMoney has no
// place for.
func (w *writer) rest() {
	for _, kv := range w.d.Extra() {
		if !isEntity(kv) {
			w.losses.Add(0, "extra")
		} else if w.err == nil {
			w.err = w.enc.WriteValue(jsontext.Value(kv.Value))
		}
	}
	objects.LoseWhole(&w.losses, w.d, entente.KindOfficial, entente.KindOrganization, entente.KindMeeting)
}
