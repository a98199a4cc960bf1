package popolo

import (
	"cmp"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/internal/weburl"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/internal/objects"
	"github.com/go-json-experiment/json/jsontext"
	"golang.org/x/text/language"
)

// Write writes the officials, organizations and meetings of d to w as a Popolo
// file, and also the organizations to which they refer. It writes one entry at
// a time, indented, and the same for equal datasets. It returns what Popolo
// cannot hold; see the package's documentation. Any error comes from w.
func Write(w io.Writer, d *entente.Dataset) (interop.Losses, error) {
	if w == nil {
		return nil, errors.New("popolo: no writer to write to")
	}
	wr := &writer{
		d: d,
		enc: jsontext.NewEncoder(w, jsontext.WithIndent("  "), jsontext.AllowDuplicateNames(true),
			jsontext.AllowInvalidUTF8(true), jsontext.PreserveRawStrings(true)), // an escape stays one
		ids:    objects.NewForeign(Scheme),
		needed: objects.NewBodies(d),
	}
	wr.collect()
	err := wr.file()
	return wr.losses, err
}

// A writer is the state of one Write.
type writer struct {
	d      *entente.Dataset
	enc    *jsontext.Encoder
	ids    *objects.Foreign
	bodies []entente.ID // in the order of their IDs
	needed *objects.Bodies
	losses interop.Losses
	tags   objects.Tags
	b      objects.Builder
	err    error
}

// collect gives IDs to all that is written.
func (w *writer) collect() {
	add := func(class string, f entente.Fact, k entente.Kind) {
		if !w.ids.Add(class, f) {
			w.losses.Add(k, "identifiers")
		}
	}
	for o := range w.d.Officials() {
		add("persons", o.Fact, entente.KindOfficial)
		for _, p := range o.Postings {
			w.needed.Need(p.Organization)
			w.needed.Need(p.For)
		}
	}
	for m := range w.d.Meetings() {
		w.needed.Need(m.Auspices)
	}
	w.bodies = w.needed.IDs()
	for _, id := range w.bodies {
		o, _ := w.d.Organization(id)
		add("organizations", o.Fact, entente.KindOrganization)
	}
	for m := range w.d.Meetings() {
		add("events", m.Fact, entente.KindMeeting)
	}
}

func (w *writer) token(t jsontext.Token) {
	if w.err == nil {
		w.err = w.enc.WriteToken(t)
	}
}

func (w *writer) value(v jsontext.Value) {
	if w.err == nil {
		w.err = w.enc.WriteValue(v)
	}
}

// own are the sections of records.
var own = [...]string{"persons", "organizations", "memberships", "events"}

// file writes the sections.
func (w *writer) file() error {
	kept := w.kept()
	w.token(jsontext.BeginObject)
	section := func(name string, entries func()) {
		w.token(jsontext.String(name))
		w.token(jsontext.BeginArray)
		if entries != nil {
			entries()
		}
		for _, text := range kept[name] {
			w.value(jsontext.Value(text))
		}
		w.token(jsontext.EndArray)
	}
	for i, entries := range [...]func(){w.persons, w.organizations, w.memberships, w.events} {
		section(own[i], entries)
	}
	for _, name := range slices.Sorted(maps.Keys(kept)) {
		if len(kept[name]) > 0 && !slices.Contains(own[:], name) {
			section(name, nil)
		}
	}
	for _, kv := range w.d.Extra() {
		if isWhole(kv, kept) {
			w.token(jsontext.String(kv.Key))
			w.value(jsontext.Value(kv.Value))
		}
	}
	w.token(jsontext.EndObject)
	w.whole()
	return w.err
}

// kept returns the entries of each section that were kept as text. It has the
// sections, without entries, that may not be written as a whole.
func (w *writer) kept() map[string][]string {
	kept := make(map[string][]string)
	for _, name := range own {
		kept[name] = nil
	}
	for _, kv := range w.d.Extra() {
		if section, ok := sectionOf(kv); ok {
			kept[section] = append(kept[section], kv.Value)
		}
	}
	return kept
}

// sectionOf returns the section of an extra of the file that is an entry.
func sectionOf(kv entente.KeyValue) (section string, isEntry bool) {
	section, _, isEntry = strings.Cut(kv.Key, ":")
	return section, isEntry && section != "" && strings.HasPrefix(kv.Value, "{") && objects.Valid(kv.Value)
}

// isWhole reports whether an extra of the file is a section that is not a list.
func isWhole(kv entente.KeyValue, sections map[string][]string) bool {
	_, isSection := sections[kv.Key]
	return !isSection && !strings.Contains(kv.Key, ":") && kv.Value != "" && kv.Value[0] != '[' && objects.Valid(kv.Value)
}

// whole counts what the file says as a whole and Popolo has no place for.
func (w *writer) whole() {
	sections := w.kept()
	for _, kv := range w.d.Extra() {
		if _, isEntry := sectionOf(kv); !isEntry && !isWhole(kv, sections) {
			w.losses.Add(0, "extra")
		}
	}
	objects.LoseWhole(&w.losses, w.d, entente.KindOfficial, entente.KindOrganization, entente.KindMeeting)
}

// lose counts the members of a record that are not written.
func (w *writer) lose(r entente.Record, written ...string) {
	w.err = cmp.Or(w.err, w.ids.Lose(&w.losses, r, append(slices.Clip(written), "identifiers")...))
}

// name adds a name, and returns the same in other languages.
func (w *writer) name(k entente.Kind, name entente.Text) (others []jsontext.Value) {
	words, main := name.In(language.Und)
	w.b.Text("name", words)
	for tag, words := range name.All() {
		if tag != main {
			others = append(others, otherName(tag, words, ""))
		}
	}
	if main != language.Und || len(others) > 0 {
		w.losses.Add(k, "name.language")
	}
	return others
}

func otherName(tag language.Tag, words, note string) jsontext.Value {
	var b objects.Builder
	if tag != language.Und {
		b.Text("lang", tag.String())
	}
	b.Text("name", words)
	b.Text("note", note)
	return b.Value()
}

// otherNames adds other names: those of a list that was kept, and those that it
// does not have.
func (w *writer) otherNames(list []jsontext.Value, aliases entente.Names, x entente.Extra) {
	has := make(map[alias]bool)
	var all []jsontext.Value
	if kept, ok := keptList(x, "other_names"); ok {
		for v := range objects.Elements(kept) {
			all = append(all, v)
			if v[0] != '{' {
				continue
			}
			e := entry{members: objects.Members(nil, v, nil)}
			has[alias{lang: w.tags.Of(e.get("lang")).String(), name: objects.Line(e.get("name"))}] = true
		}
	}
	all = append(all, list...)
	for tag, name := range aliases.All() {
		if !has[alias{lang: tag.String(), name: name}] {
			all = append(all, otherName(tag, name, ""))
		}
	}
	w.b.List("other_names", all)
}

// keptList returns a list that is kept as extra.
func keptList(x entente.Extra, key string) (jsontext.Value, bool) {
	s, ok := x.Get(key)
	v := jsontext.Value(s)
	return v, ok && strings.HasPrefix(s, "[") && objects.Valid(s)
}

// identifiers adds identifiers: those of a list that was kept, and those that it
// does not have. It returns the keys of the extra that they use.
func (w *writer) identifiers(f entente.Fact) (used map[string]bool) {
	used = make(map[string]bool)
	has := make(map[entente.Identifier]bool)
	var all []jsontext.Value
	if kept, ok := keptList(f.Extra, "identifiers"); ok {
		for v := range objects.Elements(kept) {
			all = append(all, v)
			if v[0] != '{' {
				continue
			}
			e := entry{members: objects.Members(nil, v, nil)}
			has[entente.Identifier{Scheme: schemeOf(e.get("scheme")), Value: objects.Line(e.get("identifier"))}] = true
		}
	}
	for _, x := range w.ids.Others(f) {
		if has[x] {
			continue
		}
		scheme := x.Scheme
		if was, ok := f.Extra.Get("scheme:" + scheme); ok {
			used["scheme:"+scheme] = true
			scheme = objects.Text(objects.Raw(was))
		}
		var b objects.Builder
		b.Text("identifier", x.Value)
		b.Text("scheme", scheme)
		all = append(all, b.Value())
	}
	w.b.List("identifiers", all)
	return used
}

// extras adds what was kept of an entry, but the keys that were used.
func (w *writer) extras(x entente.Extra, used map[string]bool) {
	for _, kv := range x {
		if used[kv.Key] || kv.Value == "" {
			continue
		}
		w.b.Raw(kv.Key, objects.Raw(kv.Value))
	}
}

// sources adds the pages that the citations lead to.
func (w *writer) sources(cites []entente.Citation) {
	var list []jsontext.Value
	seen := make(map[entente.ID]bool)
	for _, c := range cites {
		s, ok := w.d.Source(c.Source)
		if !ok || s.URL == "" || seen[s.ID] {
			continue
		}
		seen[s.ID] = true
		var b objects.Builder
		b.Text("note", s.Title.String())
		b.Text("url", weburl.WithScheme(s.URL))
		list = append(list, b.Value())
	}
	w.b.List("sources", list)
}
