package popolo

import (
	"errors"
	"io"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/internal/objects"
	"github.com/go-json-experiment/json/jsontext"
)

// Scheme is the scheme of the identifiers that Popolo files give their persons,
// organizations and events.
const Scheme = "popolo"

// Options are the settings of [Read]. The zero Options means the defaults.
type Options struct {
	interop.Options
	// Source is what the records cite. The zero Source means one with the ID
	// "popolo" and the title "A Popolo file".
	Source entente.Source
}

// Read reads a Popolo file from r. It holds the records, one entry at a time, and
// the memberships and meetings that come before the persons and organizations to
// which they refer, never the whole text. The records and the report are complete
// unless there is an error, and then hold what came before it: r fails, the text is
// not JSON, or a limit of o is exceeded, which wraps [interop.ErrLimit]. The error
// gives the line and the column.
func Read(r io.Reader, o Options) (entente.Records, interop.Report, error) {
	limits := o.Options.Limits()
	rd := &reader{
		in:     objects.NewReader("popolo", r, limits.MaxRow),
		log:    objects.NewLog("popolo", "entries", limits),
		source: objects.SourceOr(o.Source, "popolo", "A Popolo file"),
		people: make(map[string]int),
		bodies: make(map[string]int),
		posts:  make(map[string]string),
		seen:   make(map[postingKey]bool),
		counts: make(map[bodyKey]int),
		names:  make(map[string]string),

		waiting: make(map[string]bool),
	}
	err := rd.file()
	rd.finish()
	return rd.rs, rd.log.Finish(rd.in, &rd.rs), err
}

// A reader is the state of one Read.
type reader struct {
	in     *objects.Reader
	source entente.Source
	rs     entente.Records
	log    objects.Log
	ids    objects.IDs
	tags   objects.Tags
	extra  objects.Extra
	// people and bodies hold the indexes of officials and organizations, and
	// posts the labels of posts, each by the ID of the file.
	people, bodies map[string]int
	posts          map[string]string
	parents        objects.Parents
	later          []pending
	waiting        map[string]bool // persons of whom a membership is in later
	seen           map[postingKey]bool
	counts         map[bodyKey]int
	names          map[string]string // interned
	room           []objects.Member
}

// A pending entry refers to one that may follow.
type pending struct {
	read         func(r *reader, e entry, p pending, last bool) (done bool)
	section, raw string
	person, body string // in which it was embedded
	line, column int
}

// An entry is an object of a section.
type entry struct {
	objects.Value
	section string
	members []objects.Member
}

// get returns the text of a member, or "".
func (e *entry) get(name string) string {
	for i := range e.members {
		if m := &e.members[i]; m.Name == name && m.Value[0] == '"' || m.Name == name && isNumber(m.Value) {
			return objects.Text(m.Value)
		}
	}
	return ""
}

func isNumber(v jsontext.Value) bool { return v[0] == '-' || v[0] >= '0' && v[0] <= '9' }

// at returns the place of a member, or that of the entry.
func (e *entry) at(name string) (line, column int) {
	for i := range e.members {
		if e.members[i].Name == name {
			return e.Place(e.members[i].At)
		}
	}
	return e.Line, e.Column
}

// file reads the sections.
func (r *reader) file() error {
	switch kind := r.in.Peek(); kind {
	case '{':
	case 0:
		if _, err := r.in.Next(); err != nil && err != io.EOF {
			return err
		}
		return errors.New("popolo: the file is empty")
	default:
		return r.in.Here(`a Popolo file is an object with lists such as "persons", not ` + objects.KindName(kind))
	}
	if _, err := r.in.Token(); err != nil {
		return err
	}
	for r.in.Peek() != '}' {
		name, err := r.in.Token()
		if err != nil {
			return err
		}
		section := name.String()
		if r.in.Peek() != '[' {
			if err := r.other(section); err != nil {
				return err
			}
			continue
		}
		if err := r.section(section); err != nil {
			return err
		}
	}
	if _, err := r.in.Token(); err != nil {
		return err
	}
	switch _, err := r.in.Next(); err {
	case io.EOF:
		return nil
	case nil:
		return r.in.Here("something follows the end of the file's object")
	default:
		return err
	}
}

// other keeps what is not a list.
func (r *reader) other(section string) error {
	v, err := r.in.Next()
	if err != nil || objects.IsBlank(v.Raw) {
		return err
	}
	r.log.Rows++
	r.log.Kept++
	r.extra.AddText(section, objects.KeepRaw(v.Raw))
	return nil
}

func (r *reader) section(name string) error {
	if _, err := r.in.Token(); err != nil {
		return err
	}
	var read func(*reader, entry) error
	switch name {
	case "persons":
		read = (*reader).person
	case "organizations":
		read = (*reader).organization
	case "memberships":
		read = (*reader).membership
	case "posts":
		read = (*reader).post
	case "events":
		read = (*reader).event
	default:
		read = (*reader).keep
	}
	for r.in.Peek() != ']' {
		v, err := r.in.Next()
		if err != nil {
			if err == io.EOF {
				err = r.in.Here("the text ends in the middle of a list")
			}
			return err
		}
		r.log.Rows++
		e := entry{Value: v, section: name}
		if v.Raw[0] != '{' {
			reason := "an entry of " + name + " must be an object, not " + objects.KindName(v.Raw.Kind())
			if err := r.log.Reject(v.Line, v.Column, reason); err != nil {
				return err
			}
			continue
		}
		r.room = objects.Members(r.room[:0], v.Raw, r.names)
		e.members = r.room
		if at := objects.Twice(e.members); at >= 0 {
			line, column := v.Place(e.members[at].At)
			if err := r.log.Reject(line, column, "the member "+objects.Quote(e.members[at].Name)+" occurs twice"); err != nil {
				return err
			}
			continue
		}
		r.log.Kept++
		if err := read(r, e); err != nil {
			return err
		}
	}
	_, err := r.in.Token()
	return err
}

// refuse rejects an entry that was counted as kept.
func (r *reader) refuse(e *entry, member, reason string) error {
	r.log.Kept--
	line, column := e.at(member)
	return r.log.Reject(line, column, reason)
}

// keep keeps an entry as the text that it is.
func (r *reader) keep(e entry) error {
	r.keepText(e.section, e.get("id"), objects.KeepRaw(e.Raw))
	return nil
}

func (r *reader) keepText(section, id, text string) {
	if id == "" {
		id = "-"
	}
	r.extra.AddText(section+":"+id, text)
}

func (r *reader) post(e entry) error {
	label := e.get("label")
	if label == "" {
		label = e.get("role")
	}
	if id := e.get("id"); id != "" && r.posts[id] == "" {
		r.posts[id] = label
	}
	return r.keep(e)
}

// finish reads what was waiting, and sorts.
func (r *reader) finish() {
	later := r.later
	r.later = nil
	for _, p := range later {
		e := entry{Value: objects.Value{Raw: jsontext.Value(p.raw), Line: p.line, Column: p.column}, section: p.section}
		e.members = objects.Members(nil, e.Raw, r.names)
		p.read(r, e, p, true)
	}
	r.parents.Resolve(r.rs.Organizations, r.bodies, r.log.Repair)
	for i := range r.rs.Officials {
		r.rs.Officials[i].Extra = objects.Sorted(r.rs.Officials[i].Extra)
	}
	r.rs.Extra = r.extra.Sorted()
	if len(r.rs.Officials)+len(r.rs.Organizations)+len(r.rs.Meetings) > 0 {
		r.rs.Sources = []entente.Source{r.source}
	}
}
