package objects

import (
	"slices"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop"
	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// A Builder builds an object member by member. The zero Builder is one without
// members. It is used again after Reset.
type Builder struct {
	b    []byte
	open bool
	used map[string]bool
}

// Reset begins a new object.
func (b *Builder) Reset() { b.b, b.open = b.b[:0], false; clear(b.used) }

// Has reports whether the object has the member.
func (b *Builder) Has(name string) bool { return b.used[name] }

// Text adds a string, unless it is empty or the object has the member.
func (b *Builder) Text(name, s string) {
	if s != "" && b.name(name) {
		b.b, _ = jsontext.AppendQuote(b.b, s)
	}
}

// Raw adds a value, unless it is empty or the object has the member.
func (b *Builder) Raw(name string, v jsontext.Value) {
	if len(v) > 0 && b.name(name) {
		b.b = append(b.b, v...)
	}
}

// List adds a list of values, unless it is empty or the object has the member.
func (b *Builder) List(name string, list []jsontext.Value) {
	if len(list) == 0 || !b.name(name) {
		return
	}
	for i, v := range list {
		b.b = append(b.b, ",["[btoi(i == 0)])
		b.b = append(b.b, v...)
	}
	b.b = append(b.b, ']')
}

// Texts adds a list of strings, unless it is empty or the object has the member.
func (b *Builder) Texts(name string, list []string) {
	values := make([]jsontext.Value, len(list))
	for i, s := range list {
		values[i] = Quoted(s)
	}
	b.List(name, values)
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Quoted returns a string as JSON.
func Quoted(s string) jsontext.Value {
	b, _ := jsontext.AppendQuote(nil, s)
	return b
}

func (b *Builder) name(name string) bool {
	if b.used[name] {
		return false
	}
	if b.used == nil {
		b.used = make(map[string]bool)
	}
	b.used[name] = true
	b.b = append(b.b, "{,"[btoi(b.open)])
	b.open = true
	b.b, _ = jsontext.AppendQuote(b.b, name)
	b.b = append(b.b, ':')
	return true
}

// Value returns the object. It is valid until Reset.
func (b *Builder) Value() jsontext.Value {
	if !b.open {
		return jsontext.Value("{}")
	}
	return append(b.b, '}')
}

// Present returns the names of the members that a record has.
func Present(r entente.Record) ([]string, error) {
	raw, err := json.Marshal(r)
	if err != nil {
		return nil, err
	}
	var room [16]Member
	var names []string
	for _, m := range Members(room[:0], raw, nil) {
		names = append(names, m.Name)
	}
	return names, nil
}

// Foreign gives records their IDs in a file that is written: those that they had
// in the scheme, if they had one that nothing else has.
type Foreign struct {
	scheme string
	ids    map[entente.ID]string
	taken  map[string]bool
}

// NewForeign returns a Foreign for identifiers of the scheme.
func NewForeign(scheme string) *Foreign {
	return &Foreign{scheme, make(map[entente.ID]string), make(map[string]bool)}
}

// Add gives a record its ID in the file. The class keeps apart IDs that may be the
// same, and is empty for a format in which none may. It reports whether the ID is
// the one that the record had in the scheme, or it had none.
func (f *Foreign) Add(class string, fact entente.Fact) (asItWas bool) {
	id, had := string(fact.ID), false
	for _, x := range fact.Identifiers {
		if x.Scheme == f.scheme {
			id, had = x.Value, true
			break
		}
	}
	asItWas = true
	if f.taken[class+"\x00"+id] {
		id, asItWas = string(fact.ID), !had
		for f.taken[class+"\x00"+id] {
			id += "-"
		}
	}
	f.taken[class+"\x00"+id] = true
	f.ids[fact.ID] = id
	return asItWas
}

// Take makes sure that no record gets the ID.
func (f *Foreign) Take(class, id string) { f.taken[class+"\x00"+id] = true }

// Of returns the ID of a record in the file. It reports false if the file does not
// have it.
func (f *Foreign) Of(id entente.ID) (string, bool) {
	s, ok := f.ids[id]
	return s, ok
}

// Others returns the identifiers of a record but the one that is its ID.
func (f *Foreign) Others(fact entente.Fact) []entente.Identifier {
	for i, x := range fact.Identifiers {
		if x.Scheme == f.scheme {
			return append(append([]entente.Identifier(nil), fact.Identifiers[:i]...), fact.Identifiers[i+1:]...)
		}
	}
	return fact.Identifiers
}

// OnlyFrom reports whether a record cites one source and nothing of it but the
// ID of an entry, as what was read from the format does.
func OnlyFrom(cites []entente.Citation, id string) bool {
	if len(cites) != 1 {
		return false
	}
	c := cites[0]
	return len(c.Paragraphs) == 0 && c.Part == 0 && c.Quote == "" && (c.Locator == "" || c.Locator == id)
}

// OfPostings finds the keys of an extra that belong to postings: those that end in
// a colon and what marks the posting. It returns them all, and for each mark the
// entries under what comes before the colon.
func OfPostings(x entente.Extra, marks []string) (used map[string]bool, byMark map[string]entente.Extra) {
	used, byMark = make(map[string]bool), make(map[string]entente.Extra)
	known := make(map[string]bool, len(marks))
	for _, mark := range marks {
		known[mark] = mark != ""
	}
	for _, kv := range x {
		for i := range kv.Key {
			if mark := kv.Key[min(i+1, len(kv.Key)):]; kv.Key[i] == ':' && i > 0 && kv.Key[:i] != "scheme" && known[mark] {
				used[kv.Key] = true
				byMark[mark] = append(byMark[mark], entente.KeyValue{Key: kv.Key[:i], Value: kv.Value})
				break
			}
		}
	}
	return used, byMark
}

// LoseWhole counts what the data say of themselves, and the records of all kinds
// but those that are written.
func LoseWhole(l *interop.Losses, d *entente.Dataset, written ...entente.Kind) {
	if !d.Title().IsZero() {
		l.Add(0, "title")
	}
	if d.Edition() != (entente.Edition{}) {
		l.Add(0, "edition")
	}
	if d.Licence() != "" {
		l.Add(0, "licence")
	}
	l.AddN(0, "authors", len(d.Authors()))
	l.AddN(0, "coverage", len(d.Coverage()))
	known := new(entente.Dataset).Topics()
	for _, t := range d.Topics() {
		if !slices.ContainsFunc(known, func(k entente.TopicDeclaration) bool { return k.ID == t.ID }) {
			l.Add(0, "topics")
		}
	}
	for r := range d.All() {
		if !slices.Contains(written, r.Kind()) {
			l.Add(r.Kind(), "")
		}
	}
}

// Lose counts the members of a record that are not written. The ID, the name and
// what came from the format are.
func (f *Foreign) Lose(l *interop.Losses, r entente.Record, written ...string) error {
	names, err := Present(r)
	fact := r.AsFact()
	id, _ := f.Of(fact.ID)
	for _, name := range names {
		switch {
		case slices.Contains(written, name):
		case name == "id", name == "extra", name == "name":
		case name == "basis" && fact.Basis == entente.BasisReported:
		case name == "cites" && OnlyFrom(fact.Cites, id):
		default:
			l.Add(r.Kind(), name)
		}
	}
	return err
}
