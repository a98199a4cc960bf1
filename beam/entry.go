package ententebeam

import (
	"bytes"
	"maps"
	"slices"
	"strings"

	"github.com/entente-go/entente"
	"github.com/go-json-experiment/json"
)

// An entry is one record, source or declaration of a topic of a file, or what the
// file says of itself. It is what goes from one machine to another. Its fields are
// exported for Beam's coder.
type entry struct {
	Key     string // of what is one thing: "record pk", "source release", "topic drones", "about"
	Section string // of the data format; "" for a note that some record refers to Key
	File    string // which has it
	JSON    []byte
	// Refs are what it refers to, each as its section and ID, such as
	// "organizations paf". They are kept until entries of one key are joined.
	Refs []string
}

// about is the section and key of what a file says of itself.
const about = "about"

// id returns the ID in a key.
func (e *entry) id() entente.ID {
	_, id, _ := strings.Cut(e.Key, " ")
	return entente.ID(id)
}

// space returns the prefix of the keys of a section.
func space(section string) string {
	switch section {
	case "sources":
		return "source "
	case "topics":
		return "topic "
	}
	return "record "
}

// sectionOf returns the name of the section for records of a kind.
func sectionOf(k entente.Kind) string {
	if k == entente.KindSeries {
		return "series"
	}
	return k.String() + "s"
}

// header is what a file says of itself.
type header struct {
	Title    entente.Text       `json:"title,omitzero"`
	Edition  entente.Edition    `json:"edition,omitzero"`
	Authors  []string           `json:"authors,omitempty"`
	Licence  string             `json:"licence,omitzero"`
	Coverage []entente.Coverage `json:"coverage,omitempty"`
	Extra    entente.Extra      `json:"extra,omitempty"`
}

func headerOf(d *entente.Dataset) header {
	return header{d.Title(), d.Edition(), d.Authors(), d.Licence(), d.Coverage(), d.Extra()}
}

// A splitter makes the entries of a file.
type splitter struct {
	file     string
	emit     func(entry)
	d        *entente.Dataset
	sections map[entente.ID]string // of its records
	referred map[string]bool       // the keys that its entries refer to
	known    map[entente.Topic]bool
}

// split emits the entries of a file, and a note for each record that others refer
// to.
func split(file string, d *entente.Dataset, emit func(entry)) error {
	s := &splitter{file, emit, d, make(map[entente.ID]string), make(map[string]bool), make(map[entente.Topic]bool)}
	for _, t := range (*entente.Dataset)(nil).Topics() {
		s.known[t.ID] = true // without a declaration
	}
	for r := range d.All() {
		s.sections[r.AsFact().ID] = sectionOf(r.Kind())
	}
	h := headerOf(d)
	var refs []string
	for _, c := range h.Coverage {
		for _, id := range c.Parties {
			refs = s.refer(refs, id)
		}
	}
	if err := s.add(about, about, h, refs); err != nil {
		return err
	}
	for _, t := range d.Topics() {
		if s.known[t.ID] {
			continue
		}
		refs = nil
		if t.Broader != "" && !s.known[t.Broader] {
			refs = []string{"topics " + string(t.Broader)}
		}
		if err := s.add("topics", "topic "+string(t.ID), t, refs); err != nil {
			return err
		}
	}
	for src := range d.Sources() {
		refs = nil
		if src.Reprints != "" {
			refs = []string{"sources " + string(src.Reprints)}
		}
		if err := s.add("sources", "source "+string(src.ID), src, refs); err != nil {
			return err
		}
	}
	for r := range d.All() {
		if err := s.record(r); err != nil {
			return err
		}
	}
	for _, key := range slices.Sorted(maps.Keys(s.referred)) {
		emit(entry{Key: key})
	}
	return nil
}

func (s *splitter) add(section, key string, v any, refs []string) error {
	data, err := json.Marshal(v)
	if err != nil {
		return err
	}
	s.emit(entry{key, section, s.file, data, refs})
	return nil
}

// record emits the entry of a record.
func (s *splitter) record(r entente.Record) error {
	data, err := json.Marshal(r)
	if err != nil {
		return err
	}
	var refs []string
	f := r.AsFact()
	for id := range r.References() {
		if id != f.ID {
			refs = s.refer(refs, id)
		}
	}
	for _, id := range quoted(data, `"source":"`) {
		if _, ok := s.d.Source(entente.ID(id)); ok {
			refs = append(refs, "sources "+id)
		}
	}
	for _, t := range topicsOf(f) {
		if !s.known[t] {
			refs = append(refs, "topics "+string(t))
		}
	}
	s.emit(entry{"record " + string(f.ID), sectionOf(r.Kind()), s.file, data, refs})
	return nil
}

// refer adds a reference to a record. A nation without a record needs none.
func (s *splitter) refer(refs []string, id entente.ID) []string {
	section, ok := s.sections[id]
	if !ok {
		return refs
	}
	s.referred["record "+string(id)] = true
	return append(refs, section+" "+string(id))
}

// topicsOf returns the topics of a record and those that its claims give.
func topicsOf(f entente.Fact) []entente.Topic {
	all := f.Topics
	for _, c := range f.Claims {
		var claimed []entente.Topic
		if c.Member == "topics" && c.Value.As(&claimed) == nil {
			all = append(slices.Clip(all), claimed...)
		}
	}
	return all
}

// quoted returns each string, once, that follows the member in JSON without white
// space. In a string, the quotation marks of the member would be escaped.
func quoted(data []byte, member string) (all []string) {
	for {
		_, after, ok := bytes.Cut(data, []byte(member))
		if !ok {
			return all
		}
		end := bytes.IndexByte(after, '"')
		if id := string(after[:end]); isSlug(id) && !slices.Contains(all, id) {
			all = append(all, id)
		}
		data = after[end:]
	}
}

// isSlug reports whether a text may be the ID of a source. Extra of a record may
// have a member with the name of one of a citation, and any text in it.
func isSlug(s string) bool {
	return s != "" && 'a' <= s[0] && s[0] <= 'z' && len(s) <= 64 && !strings.Contains(s, "--") &&
		s[len(s)-1] != '-' && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}

// file returns the entries as a file of the data format, with those of each section
// in the order of their keys.
func file(entries []entry) []byte {
	slices.SortFunc(entries, func(a, b entry) int { return strings.Compare(a.Key, b.Key) })
	sections := make(map[string][][]byte)
	var b bytes.Buffer
	b.WriteString(`{"format":"` + entente.Format + `"`)
	for _, e := range entries {
		if e.Section != about {
			sections[e.Section] = append(sections[e.Section], e.JSON)
		} else if members := bytes.TrimSuffix(bytes.TrimPrefix(e.JSON, []byte("{")), []byte("}")); len(members) > 0 {
			b.WriteByte(',')
			b.Write(members)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(sections)) {
		b.WriteString(`,"` + name + `":[`)
		b.Write(bytes.Join(sections[name], []byte(",\n")))
		b.WriteString("]")
	}
	b.WriteString("}\n")
	return b.Bytes()
}
