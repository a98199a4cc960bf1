package entente

import (
	"bytes"
	"cmp"
	"encoding"
	"errors"
	"io"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// The second reading: for data in which the first reading found something
// wrong. It reads what is not sound member by member, with reflection. That
// costs more, and finds everything.

// An origin is where something in contents stands in a file.
type origin struct {
	file   int
	index  int // in its array in the file
	offset int64
	raw    jsontext.Value
	bad    faults
}

// faults holds the pointers of what could not be read in a record, as true, and
// those of what is around it, as false.
type faults map[string]bool

func (f *faults) add(pointer string) {
	if *f == nil {
		*f = make(faults)
	}
	(*f)[pointer] = true
	for pointer != "" {
		pointer = around(pointer)
		if _, ok := (*f)[pointer]; !ok {
			(*f)[pointer] = false
		}
	}
}

// at reports whether what the pointer points at, or anything around it, could
// not be read.
func (f faults) at(pointer string) bool {
	for {
		if f[pointer] {
			return true
		}
		if pointer == "" || f == nil {
			return false
		}
		pointer = around(pointer)
	}
}

// in reports whether anything in what the pointer points at could not be read.
func (f faults) in(pointer string) bool {
	_, ok := f[pointer]
	return ok
}

// around returns the pointer to what holds the value that the pointer points at.
func around(pointer string) string { return pointer[:strings.LastIndexByte(pointer, '/')] }

// A pending problem is one in a record, whose place in it is looked for when
// all problems are known: a record is then gone through once, not once for
// each of its problems.
type pending struct {
	problem *Problem
	rel     string // the pointer in the record
	missing bool   // it may point at nothing
}

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

// found turns what a rule found into a problem, unless what it found only
// follows from a member that could not be read. It reports whether more
// problems are wanted.
func (s *session) found(f finding) bool {
	rel := f.at.pointer()
	p := &Problem{Record: f.record, Message: f.message, Hint: f.hint, Err: f.err}
	if s.goValues {
		if f.missing {
			rel = around(rel)
		}
		p.Pointer = "/" + f.section
		if f.section != "title" {
			p.Pointer += "/" + strconv.Itoa(s.indexInSection(f)) + rel
		}
		s.add(p)
		return !s.full
	}
	var o *origin
	if list, ok := s.tables[f.section]; ok {
		o = &list[f.index]
	} else {
		o = &s.origins[f.index]
	}
	if o.bad.at(rel) || f.missing && o.bad.in(rel) {
		return true
	}
	p.Pointer = "/" + f.section + "/" + strconv.Itoa(o.index) // settle goes on
	if s.add(p) {
		if s.pending == nil {
			s.pending = make(map[*origin][]pending)
		}
		s.pending[o] = append(s.pending[o], pending{p, rel, f.missing})
	}
	return !s.full
}

// settle puts the problems into their order and finds the place of each.
func (s *session) settle() {
	for o, list := range s.pending {
		places := make(map[string]int64)
		for _, p := range list {
			for rel := p.rel; ; rel = around(rel) {
				places[rel] = -1
				if rel == "" {
					break
				}
			}
		}
		s.findPlaces(o.raw, places)
		for _, p := range list {
			rel := p.rel
			if p.missing && places[rel] < 0 {
				rel = around(rel)
			}
			p.problem.Pointer += rel
			for places[rel] < 0 {
				rel = around(rel)
			}
			s.place(p.problem, o.file, o.offset+places[rel])
		}
	}
	s.pending = nil
	s.problems.sort()

	// The lines are counted once, from one problem to the next.
	var data []byte
	name, line, begin, offset := "", 0, 0, 0
	for _, p := range s.problems {
		if p.Line == 0 {
			continue // it has no place
		}
		if line == 0 || p.File != name {
			i := slices.IndexFunc(s.files, func(f file) bool { return f.name == p.File })
			data, name, line, begin, offset = s.files[i].data, p.File, 1, 0, 0
		}
		between := data[offset:p.Offset]
		if last := bytes.LastIndexByte(between, '\n'); last >= 0 {
			line += bytes.Count(between, []byte("\n"))
			begin = offset + last + 1
		}
		offset = int(p.Offset)
		p.Line, p.Column = line, 1+offset-begin
	}
}

// indexInSection returns the index of a finding in the slice of Records.
func (s *session) indexInSection(f finding) int {
	if kindOfSection(f.section) == 0 {
		return f.index
	}
	n := 0
	for i := f.index - 1; i >= 0 && s.in.recs[i].Kind() == s.in.recs[f.index].Kind(); i-- {
		n++
	}
	return n
}

// place says where in a file a problem is; settle works out the line.
func (s *session) place(p *Problem, file int, offset int64) {
	data := s.files[file].data
	offset = min(max(offset, 0), int64(len(data)))
	p.File, p.Offset = s.files[file].name, offset
	p.Line = 1 // for settle to count
}

// findPlaces fills in the offsets in raw of the values that the pointers in
// places point at. With a pointer, those of all that is around it are in places.
func (s *session) findPlaces(raw jsontext.Value, places map[string]int64) {
	dec := jsontext.NewDecoder(bytes.NewBuffer(raw), lenient...)
	var value func(path []byte) error
	value = func(path []byte) error {
		at, wanted := places[string(path)]
		if !wanted {
			return dec.SkipValue()
		}
		if at < 0 { // of members with one name the first counts
			places[string(path)] = skipToValue(raw, dec.InputOffset())
		}
		kind := dec.PeekKind()
		if kind != '{' && kind != '[' {
			return dec.SkipValue()
		}
		dec.ReadToken() // peeked at
		for i := 0; dec.PeekKind() != '}' && dec.PeekKind() != ']'; i++ {
			inner := append(path, '/')
			if kind == '[' {
				inner = strconv.AppendInt(inner, int64(i), 10)
			} else {
				name, err := dec.ReadToken()
				if err != nil {
					return err
				}
				inner = append(inner, escapePointer(name.String())...)
			}
			if err := value(inner); err != nil {
				return err
			}
		}
		_, err := dec.ReadToken()
		return err
	}
	value(nil) // raw is sound JSON
}

// skipToValue skips what may stand between two values.
func skipToValue(raw []byte, offset int64) int64 {
	for int(offset) < len(raw) && bytes.IndexByte([]byte(" \t\r\n:,"), raw[offset]) >= 0 {
		offset++
	}
	return offset
}

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
		twice := seen[name]
		switch {
		case err != nil:
			r.notUTF8(offset, pointer, raw)
		case twice:
			r.problem(offset, pointer, ErrDuplicate, "member "+quote(name)+" is there already", "write it once")
		}
		seen[name] = true
		if !r.readMember(dec, name, offset, pointer, !twice, err == nil) {
			return
		}
		if r.s.full {
			return
		}
	}
	if _, err := dec.ReadToken(); err != nil {
		r.syntax(err)
		return
	}
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
		if nearest(s, fileMembers()) == name {
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
func (r *reader) readMember(dec *jsontext.Decoder, name string, offset int64, pointer string, first, named bool) bool {
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
			r.bad = nil
			r.value(reflect.ValueOf(&title).Elem(), raw, at, pointer, "", quote(name))
			if first && r.s.in.title.IsZero() {
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
		r.s.partial = true
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
	if _, err := dec.ReadToken(); err != nil {
		r.syntax(err)
		return false
	}
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
	id, sound := ID(""), !mayHoldNull(raw) && json.Unmarshal(raw, v, json.RejectUnknownMembers(!r.s.ignore)) == nil
	if !sound {
		v, id = blank(), idOf(raw)
		r.record = id
		pointer := "/" + section + "/" + strconv.Itoa(index)
		ok := r.value(reflect.ValueOf(v).Elem(), raw, at, pointer, "", anEntry+quote(section))
		r.record = ""
		if !ok {
			r.s.partial = true
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
func idOf(raw jsontext.Value) ID {
	dec := jsontext.NewDecoder(bytes.NewBuffer(raw), lenient...)
	if t, err := dec.ReadToken(); err != nil || t.Kind() != '{' {
		return ""
	}
	for dec.PeekKind() == '"' {
		name, err := dec.ReadToken()
		if err != nil {
			return ""
		}
		if name.String() != "id" {
			if dec.SkipValue() != nil {
				return ""
			}
			continue
		}
		if t, err := dec.ReadToken(); err == nil && t.Kind() == '"' {
			return ID(t.String())
		}
		return ""
	}
	return ""
}

// value reads raw into v, and reports whether anything could be read. Where it
// stands in the file is pointer, where in the record rel; what says what it is.
func (r *reader) value(v reflect.Value, raw jsontext.Value, at int64, pointer, rel, what string) bool {
	kind := raw.Kind()
	fail := func(err error, message, hint string) bool {
		r.bad.add(rel)
		r.problem(at, pointer, err, message, hint)
		return false
	}
	if kind == 'n' {
		if strings.HasPrefix(what, anEntry) {
			return fail(ErrNull, "null in an array", "leave it out")
		}
		return fail(ErrNull, "null", "leave the member out where there is no value")
	}
	mustBe := func(wanted, hint string) bool {
		return fail(ErrType, what+" must be "+wanted+", not "+describeJSON(kind), hint)
	}
	if v.Type() == reflect.TypeFor[Text]() {
		return r.text(v, raw, at, pointer, rel, what)
	}
	u, isText := v.Addr().Interface().(encoding.TextUnmarshaler)
	if isText || v.Kind() == reflect.String {
		if kind != '"' {
			hint := ""
			if isText {
				_, hint = diagnosisOf(u.UnmarshalText(nil))
			}
			return mustBe("a string", hint)
		}
		s, err := jsontext.AppendUnquote(nil, raw)
		if err != nil {
			r.bad.add(rel)
			r.notUTF8(at, pointer, raw)
			return false
		}
		if !isText {
			v.SetString(string(s))
			return true
		}
		if err := u.UnmarshalText(s); err != nil {
			message, hint := diagnosisOf(err)
			return fail(errors.Unwrap(err), message, hint)
		}
		return true
	}
	switch v.Kind() {
	case reflect.Bool:
		if kind != 't' && kind != 'f' {
			return mustBe("true or false", "")
		}
		v.SetBool(kind == 't')
	case reflect.Int:
		if kind != '0' {
			hint := ""
			if s, err := jsontext.AppendUnquote(nil, raw); err == nil && len(s) < 20 {
				if n, err := strconv.Atoi(string(s)); err == nil {
					hint = "write " + strconv.Itoa(n)
				}
			}
			return mustBe("a number", hint)
		}
		n, err := strconv.ParseInt(string(raw), 10, v.Type().Bits())
		switch {
		case errors.Is(err, strconv.ErrRange):
			return fail(ErrRange, clip(string(raw), 40)+" is too large a number", "")
		case err != nil:
			return fail(ErrRange, clip(string(raw), 40)+" is not written as a whole number", "write digits alone")
		}
		v.SetInt(n)
	case reflect.Slice:
		if kind != '[' {
			return mustBe("an array", "write […] around it")
		}
		r.array(v, raw, at, pointer, rel, what)
	case reflect.Struct:
		if kind != '{' {
			return mustBe("an object", "write {"+quote(jsonNames(v.Type())[0])+": …}")
		}
		r.object(v, raw, at, pointer, rel)
	}
	return true
}

// diagnosisOf takes an error of this package's own text forms apart.
func diagnosisOf(err error) (message, hint string) {
	if e, ok := err.(interface{ diagnosis() (message, hint string) }); ok {
		return e.diagnosis()
	}
	return err.Error(), ""
}

// anEntry begins what is said of the elements of an array.
const anEntry = "an entry of "

func (r *reader) array(v reflect.Value, raw jsontext.Value, at int64, pointer, rel, what string) {
	dec := jsontext.NewDecoder(bytes.NewBuffer(raw), lenient...)
	dec.ReadToken() // raw is an array
	for i := 0; dec.PeekKind() != ']' && !r.s.full; i++ {
		element, err := dec.ReadValue()
		if err != nil {
			return // raw is sound JSON
		}
		e := reflect.New(v.Type().Elem()).Elem()
		index := "/" + strconv.Itoa(i)
		r.value(e, element, at+dec.InputOffset()-int64(len(element)), pointer+index, rel+index, anEntry+what)
		v.Set(reflect.Append(v, e)) // also one that failed, so that the others keep their place
	}
}

func (r *reader) object(v reflect.Value, raw jsontext.Value, at int64, pointer, rel string) {
	fields := fieldsOf(v.Type())
	seen := make(map[string]bool)
	var misspelt []string
	r.members(raw, func(name, value jsontext.Value, nameAt, valueAt int64) {
		unquoted, err := jsontext.AppendUnquote(nil, name)
		key := string(unquoted)
		member := "/" + escapePointer(key)
		field, known := fields.index[key]
		switch {
		case err != nil:
			r.notUTF8(at+nameAt, pointer+member, name)
		case seen[key]:
			r.problem(at+nameAt, pointer+member, ErrDuplicate, "member "+quote(key)+" is there already", "write it once")
			if key == "id" {
				r.s.partial = true // others may refer to the second ID
			}
		case known:
			r.value(v.FieldByIndex(field), value, at+valueAt, pointer+member, rel+member, quote(key))
		case !r.s.ignore:
			r.problem(at+nameAt, pointer+member, ErrUnknownMember, "unknown member "+quote(key), oneOf(key, fields.names))
			if n := nearest(key, fields.names); n != "" {
				misspelt = append(misspelt, n)
			}
		default:
			r.skipped(value, at+valueAt, pointer+member)
		}
		seen[key] = true
	})
	for _, name := range misspelt {
		if !seen[name] {
			r.bad.add(rel + "/" + name)
		}
	}
}

// members calls found for the members of an object, with their offsets in it.
func (r *reader) members(raw jsontext.Value, found func(name, value jsontext.Value, nameAt, valueAt int64)) {
	dec := jsontext.NewDecoder(bytes.NewBuffer(raw), lenient...)
	dec.ReadToken() // raw is an object
	for dec.PeekKind() == '"' && !r.s.full {
		name, err := dec.ReadValue()
		if err != nil {
			return // raw is sound JSON
		}
		nameAt := dec.InputOffset() - int64(len(name))
		name = name.Clone()
		value, err := dec.ReadValue()
		if err != nil {
			return
		}
		found(name, value, nameAt, dec.InputOffset()-int64(len(value)))
	}
}

// text reads a Text, language by language.
func (r *reader) text(v reflect.Value, raw jsontext.Value, at int64, pointer, rel, what string) bool {
	fail := func(at int64, sub string, err error, message, hint string) {
		r.bad.add(rel + sub)
		r.problem(at, pointer+sub, err, message, hint)
	}
	if kind := raw.Kind(); kind != '{' {
		fail(at, "", ErrType, what+" must be an object from language tag to words, not "+describeJSON(kind), "write "+inEnglish(raw))
		return false
	}
	seen := make(map[string]bool)
	var all []phrase
	r.members(raw, func(tagName, value jsontext.Value, nameAt, valueAt int64) {
		unquoted, err := jsontext.AppendUnquote(nil, tagName)
		tag := string(unquoted)
		sub := "/" + escapePointer(tag)
		if err != nil {
			r.bad.add(rel + sub)
			r.notUTF8(at+nameAt, pointer+sub, tagName)
			seen[tag] = true
			return
		}
		if seen[tag] {
			fail(at+nameAt, sub, ErrDuplicate, "language "+quote(tag)+" is there already", "write it once")
			return
		}
		seen[tag] = true
		if _, err := canonicalTag(tag); err != nil {
			message, hint := diagnosisOf(err)
			fail(at+nameAt, sub, ErrValue, message, hint)
		}
		words, err := jsontext.AppendUnquote(nil, value)
		switch kind := value.Kind(); {
		case kind == 'n':
			fail(at+valueAt, sub, ErrNull, "null", "leave the language out where there are no words")
		case kind != '"':
			fail(at+valueAt, sub, ErrType, "words must be a string, not "+describeJSON(kind), "")
		case err != nil:
			r.bad.add(rel + sub)
			r.notUTF8(at+valueAt, pointer+sub, value)
		case len(words) == 0:
			fail(at+valueAt, sub, ErrEmpty, "no words", "write them, or leave the language out")
		default:
			all = append(all, phrase{tag, string(words)})
		}
	})
	if len(seen) == 0 {
		fail(at, "", ErrEmpty, "a text without words", `write at least {"en": "…"}, or leave the member out`)
	}
	v.Set(reflect.ValueOf(pack(all)))
	return true
}

// skipped checks a value that is not read but must still be sound JSON.
func (r *reader) skipped(raw jsontext.Value, at int64, pointer string) {
	dec := jsontext.NewDecoder(bytes.NewBuffer(raw))
	for {
		_, err := dec.ReadToken()
		if err == io.EOF {
			return
		}
		var syn *jsontext.SyntacticError
		if errors.As(err, &syn) {
			sort, message := ErrUTF8, "not valid UTF-8"
			if errors.Is(err, jsontext.ErrDuplicateName) {
				sort, message = ErrDuplicate, "member "+quote(syn.JSONPointer.LastToken())+" is there already"
			}
			r.problem(at+syn.ByteOffset, pointer+string(syn.JSONPointer), sort, message, "")
			return
		}
	}
}

// inEnglish shows the words of a JSON string as a text that holds them.
func inEnglish(raw jsontext.Value) string {
	if raw.Kind() != '"' || len(raw) > 60 || printable(string(raw)) != string(raw) {
		return `{"en": "…"}`
	}
	return `{"en": ` + string(raw) + `}`
}

// fields are the members that a struct type has in JSON.
type fields struct {
	names []string
	index map[string][]int
}

var fieldTable struct {
	sync.Mutex
	of map[reflect.Type]*fields
}

func fieldsOf(t reflect.Type) *fields {
	fieldTable.Lock()
	defer fieldTable.Unlock()
	if f := fieldTable.of[t]; f != nil {
		return f
	}
	f := &fields{index: make(map[string][]int)}
	for _, field := range reflect.VisibleFields(t) {
		if !field.Anonymous && field.IsExported() {
			name := jsonName(field)
			f.names = append(f.names, name)
			f.index[name] = field.Index
		}
	}
	if fieldTable.of == nil {
		fieldTable.of = make(map[reflect.Type]*fields)
	}
	fieldTable.of[t] = f
	return f
}

func escapePointer(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, "~", "~0"), "/", "~1")
}

// describeJSON names a kind of JSON value.
func describeJSON(k jsontext.Kind) string {
	switch k {
	case '"':
		return "a string"
	case '0':
		return "a number"
	case 't', 'f':
		return "true or false"
	case '{':
		return "an object"
	case '[':
		return "an array"
	case 'n':
		return "null"
	}
	return "something else"
}

func typeOrNull(k jsontext.Kind) error {
	if k == 'n' {
		return ErrNull
	}
	return ErrType
}

// notJSON says what a file is that is evidently not JSON, and what to do.
func notJSON(data []byte) (what, hint string) {
	start := bytes.TrimLeft(data, " \t\r\n")
	begins := func(prefix string) bool { return bytes.HasPrefix(start, []byte(prefix)) }
	switch {
	case len(start) == 0:
		return "the file is empty", `write {"format": "` + Format + `", …}`
	case begins("\x1f\x8b"):
		return "this is gzip, not JSON", "unpack it first"
	case begins("PK\x03\x04"):
		return "this is a ZIP archive, not JSON", "unpack it first"
	case begins("\xef\xbb\xbf"):
		return "the file begins with a byte order mark", "save it as UTF-8 without one"
	case begins("\xff\xfe"), begins("\xfe\xff"), len(start) > 1 && (start[0] == 0) != (start[1] == 0):
		return "this is UTF-16, not UTF-8", "save it as UTF-8"
	case begins("version https://git-lfs"):
		return "this is a Git LFS pointer, not the file itself", "fetch the file with git lfs pull"
	case begins("<<<<<<< "):
		return "this holds the marks of a merge that has not been finished", "finish the merge"
	case begins("<"):
		return "this is HTML or XML, not JSON", "fetch the file itself, not a page about it"
	case begins("---"), begins("#"), begins("%YAML"), begins("format:"):
		return "this looks like YAML, not JSON", "write it as JSON"
	case start[0] == 0, notRune(start):
		return "this is a binary file, not JSON", ""
	}
	return "", ""
}

func notRune(data []byte) bool {
	c, n := utf8.DecodeRune(data)
	return c == utf8.RuneError && n == 1
}
