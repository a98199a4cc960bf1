package ftm

import (
	"errors"
	"io"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/internal/objects"
	"github.com/go-json-experiment/json/jsontext"
)

// Scheme is the scheme of the identifiers that hold the IDs of entities.
const Scheme = "ftm"

// Options are the settings of [Read]. The zero Options means the defaults.
type Options struct {
	interop.Options
	// Source is what the records cite. The zero Source means one with the ID
	// "ftm" and the title "A FollowTheMoney file".
	Source entente.Source
}

// Read reads FollowTheMoney entities from r: one after another, as in a file with
// an entity a line, or in a list. It holds the records, one entity at a time, and
// the relationships and events, which may come before those to whom they refer,
// never the whole text. A line that is not JSON is rejected, and reading goes on
// with the next. The records and the report are complete unless there is an error,
// and then hold what came before it: r fails, a list is not JSON, or a limit of o
// is exceeded, which wraps [interop.ErrLimit]. The error gives the line and the
// column.
func Read(r io.Reader, o Options) (entente.Records, interop.Report, error) {
	limits := o.Options.Limits()
	rd := &reader{
		in:        objects.NewReader("ftm", r, limits.MaxRow),
		log:       objects.NewLog("ftm", "entities", limits),
		source:    objects.SourceOr(o.Source, "ftm", "A FollowTheMoney file"),
		people:    make(map[string]int),
		bodies:    make(map[string]int),
		positions: make(map[string]string),
		seen:      make(map[postingKey]bool),
		names:     make(map[string]string),
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
	extra  objects.Extra
	// people and bodies hold the indexes of officials and organizations, and
	// positions the names of positions, each by the ID of the file.
	people, bodies map[string]int
	positions      map[string]string
	parents        objects.Parents
	later          []pending
	seen           map[postingKey]bool
	names          map[string]string // interned
	top, props     []objects.Member
}

// A postingKey is what two postings of one official may not share.
type postingKey struct {
	official int
	title    string
	body     entente.ID
	period   edtf.Period
}

// A pending entity refers to others, which may follow.
type pending struct {
	raw          string
	line, column int
}

// An entity is what a line holds.
type entity struct {
	objects.Value
	id, schema string
	top, props []objects.Member
}

// file reads the entities.
func (r *reader) file() error {
	inList := r.in.Peek() == '['
	if inList {
		if _, err := r.in.Token(); err != nil {
			return err
		}
	}
	for {
		if inList && r.in.Peek() == ']' {
			_, err := r.in.Token()
			return err
		}
		v, err := r.in.Next()
		var fault *objects.Fault
		switch {
		case err == io.EOF && !inList:
			return nil
		case err == io.EOF:
			return r.in.Here("the text ends in the middle of the list")
		case errors.As(err, &fault) && fault.Syntax && !inList:
			r.log.Rows++
			if err := r.log.Reject(fault.Line, fault.Column, fault.Reason); err != nil {
				return err
			}
			if err := r.in.SkipLine(); err != nil && err != io.EOF {
				return err
			} else if err != nil {
				return nil
			}
			continue
		case err != nil:
			return err
		}
		r.log.Rows++
		if err := r.entity(v); err != nil {
			return err
		}
	}
}

// entity reads an entity, or keeps it for later.
func (r *reader) entity(v objects.Value) error {
	e := entity{Value: v}
	if at, reason := r.open(&e, v.Raw); reason != "" {
		line, column := v.Place(at)
		return r.log.Reject(line, column, reason)
	}
	r.log.Kept++
	switch e.schema {
	case "Person":
		r.person(&e)
	case "Organization", "Company", "PublicBody", "LegalEntity":
		r.organization(&e)
	case "Directorship", "Membership", "Employment", "Occupancy", "Event":
		r.later = append(r.later, pending{string(v.Raw), v.Line, v.Column})
	case "Position":
		if names := e.texts("name"); e.id != "" && len(names) > 0 {
			r.positions[e.id] = names[0]
		}
		r.keep(&e)
	default:
		r.keep(&e)
	}
	return nil
}

// open finds the members of an entity. It says why it is none, and where.
func (r *reader) open(e *entity, raw jsontext.Value) (at int, reason string) {
	e.Raw = raw
	if e.Raw[0] != '{' {
		return 0, "an entity must be an object, not " + objects.KindName(e.Raw.Kind())
	}
	r.top = objects.Members(r.top[:0], e.Raw, r.names)
	r.props = r.props[:0]
	e.top = r.top
	if i := objects.Twice(e.top); i >= 0 {
		return e.top[i].At, "the member " + objects.Quote(e.top[i].Name) + " occurs twice"
	}
	for i := range e.top {
		switch m := &e.top[i]; m.Name {
		case "id", "schema":
			if m.Value[0] != '"' {
				return m.At, m.Name + " must be a string"
			}
			if m.Name == "id" {
				e.id = objects.Text(m.Value)
			} else {
				e.schema = objects.Text(m.Value)
			}
		case "properties":
			if m.Value[0] != '{' {
				return m.At, "properties must be an object"
			}
			r.props = objects.Members(r.props, m.Value, r.names)
			e.props = r.props
			if i := objects.Twice(e.props); i >= 0 {
				return m.At, "the property " + objects.Quote(e.props[i].Name) + " occurs twice"
			}
		}
	}
	switch {
	case e.schema == "":
		return 0, "an entity needs a schema"
	case e.id == "":
		return 0, "an entity needs an id"
	}
	return 0, ""
}

// texts returns the values of a property that are strings and not empty.
func (e *entity) texts(name string) (list []string) {
	for i := range e.props {
		m := &e.props[i]
		switch {
		case m.Name != name:
		case m.Value[0] == '"' && len(m.Value) > 2:
			list = append(list, objects.Text(m.Value))
		case m.Value[0] == '[':
			for v := range objects.Elements(m.Value) {
				if v[0] == '"' && len(v) > 2 {
					list = append(list, objects.Text(v))
				}
			}
		}
	}
	return list
}

// only returns the value of a property if it is the only one.
func (e *entity) only(name string) (string, bool) {
	list := e.texts(name)
	if len(list) != 1 {
		return "", false
	}
	for i := range e.props { // whose others may be no strings
		if m := &e.props[i]; m.Name == name && m.Value[0] == '[' {
			n := 0
			for range objects.Elements(m.Value) {
				n++
			}
			return list[0], n == 1
		}
	}
	return list[0], true
}

// caption returns what the entity is called, or "".
func (e *entity) caption() string {
	for i := range e.top {
		if m := &e.top[i]; m.Name == "caption" && m.Value[0] == '"' {
			return objects.Text(m.Value)
		}
	}
	return ""
}

func (r *reader) repaired(e *entity, reason string) {
	r.log.Repair(e.Line, e.Column, reason)
}

// keep keeps an entity as the text that it is.
func (r *reader) keep(e *entity) { r.extra.AddText(e.id, objects.KeepRaw(e.Raw)) }

// finish reads what was waiting, and sorts.
func (r *reader) finish() {
	for _, p := range r.later {
		e := entity{Value: objects.Value{Raw: jsontext.Value(p.raw), Line: p.line, Column: p.column}}
		r.open(&e, e.Raw) // it was opened before
		if e.schema == "Event" {
			r.event(&e)
		} else {
			r.edge(&e)
		}
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
