package entente

import (
	"bytes"
	"cmp"
	"errors"
	"reflect"
	"strconv"
	"unicode/utf8"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// The second reading: for data in which the first reading found something
// wrong. It reads what is not sound member by member, with reflection. That
// costs more, and finds everything.

// A reader reads one file for the second time.
type reader struct {
	s    *session
	file int
	name string
	data []byte
	// The record being read:
	record ID
	bad    faults
}

var lenient = []jsontext.Options{jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true)}

// diagnose gathers all problems of the session.
func (s *session) diagnose() {
	if !s.goValues {
		s.in, s.origins = contents{}, nil
		s.tables = make(map[string][]origin)
		for i, f := range s.files {
			r := &reader{s: s, file: i, name: f.name, data: f.data}
			r.readFile()
		}
	}
	switch {
	case s.tooMany():
		s.add(&Problem{Message: "more than the " + strconv.Itoa(s.limits.Records) + " records and sources allowed",
			Hint: "split the data, or raise Limits.Records", Err: ErrLimit})
	case !s.full:
		s.check(s.found)
	}
}

// tooMany reports whether more records were read than are allowed.
func (s *session) tooMany() bool { return len(s.in.recs)+len(s.in.sources) > s.limits.Records }

// problem gathers a problem of the value at the pointer.
func (r *reader) problem(offset int64, pointer string, err error, message, hint string) {
	if r.s.full {
		return
	}
	p := &Problem{Pointer: pointer, Record: r.record, Message: message, Hint: hint, Err: err}
	r.s.place(p, r.file, offset)
	r.s.add(p)
}

// syntax gathers the problem that ends the reading of a file.
func (r *reader) syntax(err error) {
	r.s.partial = true
	pointer := ""
	var syn *jsontext.SyntacticError
	if errors.As(err, &syn) {
		pointer = string(syn.JSONPointer)
	}
	at, message, hint := explainSyntax(r.data, err)
	r.problem(int64(at), pointer, ErrSyntax, message, hint)
}

// readFile reads the file as far as it is JSON.
func (r *reader) readFile() {
	if what, hint := notJSON(r.data); what != "" {
		r.s.partial = true
		r.problem(0, "", ErrSyntax, what, hint)
		return
	}
	if at, pointer := tooDeep(r.data, r.s.limits.Depth); at >= 0 {
		r.s.partial = true
		r.problem(at, pointer, ErrLimit, "arrays and objects nested more than "+strconv.Itoa(r.s.limits.Depth)+" deep",
			"the format needs no more than 8")
		return
	}
	dec := jsontext.NewDecoder(bytes.NewBuffer(r.data), lenient...)
	if kind := dec.PeekKind(); kind != '{' {
		if _, err := dec.ReadValue(); err != nil {
			r.syntax(err)
			return
		}
		r.s.partial = true
		r.problem(skipToValue(r.data, 0), "", typeOrNull(kind), "the file is "+describeJSON(kind)+", not an object", `write {"format": "`+Format+`", …}`)
		return
	}
	start := skipToValue(r.data, 0)
	dec.ReadToken() // peeked at
	seen := make(map[string]bool)
	for dec.PeekKind() != '}' {
		raw, err := dec.ReadValue()
		if err != nil {
			r.syntax(err)
			return
		}
		offset := dec.InputOffset() - int64(len(raw))
		unquoted, err := jsontext.AppendUnquote(nil, raw)
		name := string(unquoted)
		pointer := string(dec.StackPointer())
		switch {
		case err != nil:
			r.notUTF8(offset, pointer, raw)
		case seen[name]:
			r.problem(offset, pointer, ErrDuplicate, "member "+quote(name)+" is there already", "write it once")
		}
		seen[name] = true
		if !r.readMember(dec, name, offset, pointer, err == nil) {
			return
		}
		if r.s.full {
			return
		}
	}
	dec.ReadToken() // peeked at
	if !seen["format"] && !r.misspelt(seen, "format") {
		r.problem(start, "", ErrFormat, "no format", `write "format": "`+Format+`"`)
	}
	if rest := bytes.TrimLeft(r.data[dec.InputOffset():], " \t\r\n"); len(rest) > 0 {
		r.problem(int64(len(r.data)-len(rest)), "", ErrSyntax, "data after the end of the object", "delete it, or move it to a file of its own")
	}
}

// misspelt reports whether one of the unknown members seen in a file is likely
// meant to be the one with the name.
func (r *reader) misspelt(seen map[string]bool, name string) bool {
	if r.s.ignore {
		return false
	}
	for s := range seen {
		if closest(s, fileMembers()) == name {
			return true
		}
	}
	return false
}

// notUTF8 gathers the problem that text is not valid UTF-8.
func (r *reader) notUTF8(at int64, pointer string, raw jsontext.Value) {
	if utf8.Valid(raw) {
		r.problem(at, pointer, ErrUTF8, "an escape for half a character, \\ud800 to \\udfff", "write the character itself, or both halves")
		return
	}
	r.problem(at, pointer, ErrUTF8, "not valid UTF-8", "save the file as UTF-8")
}

// readMember reads one member of the file. It reports whether the file can be
// read on.
func (r *reader) readMember(dec *jsontext.Decoder, name string, offset int64, pointer string, named bool) bool {
	kind := kindOfSection(name)
	switch name {
	case "coverage", "topics", "sources":
	default:
		if kind != 0 {
			break
		}
		raw, err := dec.ReadValue()
		if err != nil {
			r.syntax(err)
			return false
		}
		at := dec.InputOffset() - int64(len(raw))
		switch name {
		case "format":
			r.format(raw, at, pointer)
		case "title":
			var title Text
			r.value(reflect.ValueOf(&title).Elem(), raw, at, pointer, "", quote(name))
			if r.s.in.title.IsZero() {
				r.s.in.title = title
			}
		default:
			r.s.partial = r.s.partial || !r.s.ignore
			switch {
			case r.s.ignore || !named:
			case name == "$schema":
				r.problem(offset, pointer, ErrUnknownMember, "unknown member "+quote(name), "leave it out; an editor's settings can say which schema is whose")
			default:
				r.problem(offset, pointer, ErrUnknownMember, "unknown member "+quote(name), oneOf(name, fileMembers()))
			}
			r.skipped(raw, at, pointer)
		}
		return true
	}
	if k := dec.PeekKind(); k != '[' {
		raw, err := dec.ReadValue()
		if err != nil {
			r.syntax(err)
			return false
		}
		r.s.partial = r.s.partial || name != "coverage"
		hint := "write an array of objects: [{…}, …]"
		if k == 'n' {
			hint = "leave the member out where there is nothing"
		}
		r.problem(dec.InputOffset()-int64(len(raw)), pointer, typeOrNull(k), quote(name)+" must be an array, not "+describeJSON(k), hint)
		return true
	}
	dec.ReadToken() // peeked at
	for i := 0; dec.PeekKind() != ']'; i++ {
		raw, err := dec.ReadValue()
		if err != nil {
			r.syntax(err)
			return false
		}
		end := dec.InputOffset()
		start := end - int64(len(raw))
		r.element(name, kind, r.data[start:end], start, i)
		if r.s.full || r.s.tooMany() {
			return false
		}
	}
	dec.ReadToken() // peeked at
	return true
}

func fileMembers() []string {
	names := append([]string{"format"}, jsonNames(reflect.TypeFor[Records]())...)
	return names
}

func (r *reader) format(raw jsontext.Value, at int64, pointer string) {
	s, err := jsontext.AppendUnquote(nil, raw)
	switch {
	case raw.Kind() != '"':
		r.problem(at, pointer, typeOrNull(raw.Kind()), "the format must be a string, not "+describeJSON(raw.Kind()), "write "+quote(Format))
	case err != nil:
		r.notUTF8(at, pointer, raw)
	case string(s) != Format:
		r.problem(at, pointer, ErrFormat, "format "+quote(string(s))+" is not known", "write "+quote(Format))
	}
}

// element reads one element of a section into the contents: as the first
// reading does if it is sound, and else member by member.
func (r *reader) element(section string, kind Kind, raw jsontext.Value, at int64, index int) {
	blank := func() any {
		switch section {
		case "coverage":
			return new(Coverage)
		case "topics":
			return new(TopicDeclaration)
		case "sources":
			return new(Source)
		}
		return newRecord(kind)
	}
	v := blank()
	r.bad = nil
	id, sound := ID(""), !mayHoldNull(raw) && !holdsEmpty(raw) && json.Unmarshal(raw, v, json.RejectUnknownMembers(!r.s.ignore)) == nil
	if !sound {
		v, id = blank(), r.idOf(raw)
		r.record = id
		pointer := "/" + section + "/" + strconv.Itoa(index)
		r.value(reflect.ValueOf(v).Elem(), raw, at, pointer, "", anEntry+quote(section))
		r.record = ""
		if r.bad[""] { // it is no object
			r.s.partial = r.s.partial || section != "coverage" // to which nothing refers
			return
		}
	}
	in, tables := &r.s.in, r.s.tables
	o := origin{file: r.file, index: index, offset: at, raw: raw, bad: r.bad}
	switch v := v.(type) {
	case *Coverage:
		in.coverage = append(in.coverage, *v)
		tables[section] = append(tables[section], o)
		return
	case *TopicDeclaration:
		in.topics = append(in.topics, *v)
		tables[section] = append(tables[section], o)
		id = cmp.Or(id, ID(v.ID))
	case *Source:
		in.sources = append(in.sources, *v)
		tables[section] = append(tables[section], o)
		id = cmp.Or(id, v.ID)
	case record:
		in.recs = append(in.recs, v)
		r.s.origins = append(r.s.origins, o)
		id = cmp.Or(id, v.fact().ID)
	}
	if id == "" {
		r.s.partial = true // what this was to be called is not known
	}
}

// idOf returns the ID that a record is given, if it can be told.
func (r *reader) idOf(raw jsontext.Value) (id ID) {
	if raw.Kind() != '{' {
		return ""
	}
	r.members(raw, func(name, value jsontext.Value, _, _ int64) {
		key, _ := jsontext.AppendUnquote(nil, name)
		if id == "" && string(key) == "id" && value.Kind() == '"' {
			s, _ := jsontext.AppendUnquote(nil, value) // as far as it is UTF-8
			id = ID(s)
		}
	})
	return id
}
