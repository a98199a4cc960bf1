package ftm

import (
	"cmp"
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/internal/weburl"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/internal/objects"
	"github.com/entente-go/entente/nation"
	"github.com/go-json-experiment/json/jsontext"
	"golang.org/x/text/language"
)

// Write writes the officials, organizations and meetings of d to w as
// FollowTheMoney entities, one a line, and also the organizations to which they
// refer. It writes one entity at a time, and the same for equal datasets. It
// returns what FollowTheMoney cannot hold; see the package's documentation. Any
// error comes from w.
func Write(w io.Writer, d *entente.Dataset) (interop.Losses, error) {
	if w == nil {
		return nil, errors.New("ftm: no writer to write to")
	}
	wr := &writer{
		d: d,
		enc: jsontext.NewEncoder(w, jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true),
			jsontext.PreserveRawStrings(true)), // an escape stays one
		ids:    objects.NewForeign(Scheme),
		needed: objects.NewBodies(d),
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
	needed     *objects.Bodies
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
	add := func(f entente.Fact, k entente.Kind) {
		if !w.ids.Add("", f) {
			w.losses.Add(k, "identifiers")
		}
	}
	for o := range w.d.Officials() {
		add(o.Fact, entente.KindOfficial)
		for _, p := range o.Postings {
			w.needed.Need(p.Organization)
		}
	}
	for m := range w.d.Meetings() {
		w.needed.Need(m.Auspices)
		for _, a := range m.Attendees {
			w.needed.Need(a.Actor)
		}
	}
	w.bodies = w.needed.IDs()
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
	if !strings.HasPrefix(kv.Value, "{") || !objects.Valid(kv.Value) {
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

// dropForeignExtra drops and counts the extra of a record that was not read from
// FollowTheMoney: its keys are not properties of an entity.
func (w *writer) dropForeignExtra(f *entente.Fact, k entente.Kind) {
	is := func(x entente.Identifier) bool { return x.Scheme == Scheme }
	if len(f.Extra) > 0 && !slices.ContainsFunc(f.Identifiers, is) {
		f.Extra = nil
		w.losses.Add(k, "extra")
	}
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
	if day, whole := objects.Date(p); day != "" && start == "startDate" {
		if _, kept := x.Get("date"); !kept {
			w.props.Texts("date", []string{day})
		}
		return whole
	}
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
	if len(w.ids.Others(r.AsFact())) == 0 {
		written = append(slices.Clip(written), "identifiers")
	}
	w.err = cmp.Or(w.err, w.ids.Lose(&w.losses, r, written...))
}

// sources adds the pages that the citations lead to.
func (w *writer) sources(cites []entente.Citation, x entente.Extra) {
	if _, kept := x.Get("sourceUrl"); kept {
		return
	}
	var list []string
	seen := make(map[string]bool)
	for _, c := range cites {
		s, _ := w.d.Source(c.Source)
		if url := weburl.WithScheme(s.URL); url != "" && !seen[url] {
			seen[url] = true
			list = append(list, url)
		}
	}
	w.props.Texts("sourceUrl", list)
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
