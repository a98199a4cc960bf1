package entente

import (
	"bytes"
	"encoding"
	"errors"
	"io"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
)

// The second reading: member by member, with reflection, for data in which the
// first reading found something wrong. It costs more, and finds everything.

// An origin is where something in contents stands in a file.
type origin struct {
	file    int
	offset  int64
	pointer string
	raw     jsontext.Value
	bad     []string // pointers of the members that could not be read
}

// A reader reads one file for the second time.
type reader struct {
	s    *session
	file int
	name string
	data []byte
	// The record being read:
	record ID
	bad    []string
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
	if n := len(s.in.recs) + len(s.in.sources); n > s.limits.Records {
		s.add(&Problem{Message: strconv.Itoa(n) + " records and sources, more than the " + strconv.Itoa(s.limits.Records) + " allowed",
			Hint: "split the data, or raise Limits.Records", Err: ErrLimit})
		return
	}
	s.check(s.found)
}

// found turns what a rule found into a problem at its place, unless what it
// found only follows from a member that could not be read.
func (s *session) found(f finding) {
	if s.full {
		return
	}
	rel := f.at.pointer()
	p := &Problem{Record: f.record, Message: f.message, Hint: f.hint, Err: f.err}
	if s.goValues {
		p.Pointer = "/" + f.section + "/" + strconv.Itoa(s.indexInSection(f)) + present(rel, f.missing)
		s.add(p)
		return
	}
	var o *origin
	if list, ok := s.tables[f.section]; ok {
		o = &list[f.index]
	} else {
		o = &s.origins[f.index]
	}
	for _, bad := range o.bad {
		if bad == rel || strings.HasPrefix(rel, bad+"/") || f.missing && strings.HasPrefix(bad, rel+"/") {
			return
		}
	}
	rel = present(rel, f.missing)
	p.Pointer = o.pointer + rel
	s.place(p, o.file, o.offset+offsetIn(o.raw, rel))
	s.add(p)
}

// present is the pointer of what is there: of the object, if a member of it is
// missing.
func present(rel string, missing bool) string {
	if missing {
		return rel[:strings.LastIndexByte(rel, '/')]
	}
	return rel
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

// place says where in a file a problem is.
func (s *session) place(p *Problem, file int, offset int64) {
	data := s.files[file].data
	offset = min(max(offset, 0), int64(len(data)))
	p.File, p.Offset = s.files[file].name, offset
	before := data[:offset]
	p.Line = 1 + bytes.Count(before, []byte("\n"))
	p.Column = int(offset) - bytes.LastIndexByte(before, '\n')
}

// offsetIn returns the offset of the value at the pointer in raw, or of the
// nearest value around it.
func offsetIn(raw jsontext.Value, pointer string) int64 {
	if pointer == "" {
		return 0
	}
	dec := jsontext.NewDecoder(bytes.NewBuffer(raw), lenient...)
	best, bestLen := int64(0), 0
	for {
		before := dec.InputOffset()
		if _, err := dec.ReadToken(); err != nil {
			return best
		}
		at := string(dec.StackPointer())
		if len(at) <= bestLen || pointer != at && !strings.HasPrefix(pointer, at+"/") {
			continue
		}
		if kind, n := dec.StackIndex(dec.StackDepth()); kind == '{' && n%2 == 1 {
			continue // the name of the member; its value comes next
		}
		best, bestLen = skipToValue(raw, before), len(at)
		if at == pointer {
			return best
		}
	}
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
func (r *reader) syntax(base int64, err error) {
	r.s.partial = true
	offset, pointer, message := base, "", err.Error()
	var syn *jsontext.SyntacticError
	switch {
	case errors.As(err, &syn):
		offset, pointer = base+syn.ByteOffset, string(syn.JSONPointer)
		if syn.Err != nil {
			message = strings.TrimPrefix(syn.Err.Error(), "jsontext: ")
		}
	case errors.Is(err, io.ErrUnexpectedEOF) || err == io.EOF:
		offset, message = int64(len(r.data)), "unexpected end of file"
	}
	r.problem(offset, pointer, ErrSyntax, message, "")
}

// readFile reads the file as far as it is JSON.
func (r *reader) readFile() {
	if what := notJSON(r.data); what != "" {
		r.s.partial = true
		r.problem(0, "", ErrSyntax, what, `write a JSON object: {"format": "`+Format+`", …}`)
		return
	}
	dec := jsontext.NewDecoder(bytes.NewBuffer(r.data), lenient...)
	if kind := dec.PeekKind(); kind != '{' {
		if _, err := dec.ReadValue(); err != nil {
			r.syntax(0, err)
			return
		}
		r.s.partial = true
		r.problem(skipToValue(r.data, 0), "", ErrType, "the file is "+describeJSON(kind)+", not an object", `write {"format": "`+Format+`", …}`)
		return
	}
	start := skipToValue(r.data, 0)
	dec.ReadToken() // peeked at
	seen := make(map[string]bool)
	for dec.PeekKind() != '}' {
		t, err := dec.ReadToken()
		if err != nil {
			r.syntax(0, err)
			return
		}
		name := t.String()
		offset := dec.InputOffset() // behind the name
		offset -= int64(len(rawName(r.data, offset)))
		pointer := string(dec.StackPointer())
		twice := seen[name]
		if twice {
			r.problem(offset, pointer, ErrDuplicate, "member "+quote(name)+" is there already", "write it once")
		}
		seen[name] = true
		if !r.readMember(dec, name, offset, pointer, !twice || kindOfSection(name) != 0) {
			return
		}
		if r.s.full {
			return
		}
	}
	if _, err := dec.ReadToken(); err != nil {
		r.syntax(0, err)
		return
	}
	if !seen["format"] {
		r.problem(start, "", ErrFormat, "no format", `write "format": "`+Format+`"`)
	}
	if rest := bytes.TrimLeft(r.data[dec.InputOffset():], " \t\r\n"); len(rest) > 0 {
		r.problem(int64(len(r.data)-len(rest)), "", ErrSyntax, "data after the end of the object", "delete it, or move it to a file of its own")
	}
}

// rawName returns the object name that ends at the offset.
func rawName(data []byte, end int64) []byte {
	for i := end - 2; i >= 0; i-- {
		if data[i] == '"' {
			slashes := 0
			for j := i - 1; j >= 0 && data[j] == '\\'; j-- {
				slashes++
			}
			if slashes%2 == 0 {
				return data[i:end]
			}
		}
	}
	return data[:end]
}

// readMember reads one member of the file. It reports whether the file can be
// read on.
func (r *reader) readMember(dec *jsontext.Decoder, name string, offset int64, pointer string, keep bool) bool {
	kind := kindOfSection(name)
	switch name {
	case "coverage", "topics", "sources":
	default:
		if kind != 0 {
			break
		}
		raw, err := dec.ReadValue()
		if err != nil {
			r.syntax(0, err)
			return false
		}
		at := dec.InputOffset() - int64(len(raw))
		switch name {
		case "format":
			r.format(raw, at, pointer)
		case "title":
			var title Text
			r.bad = nil
			r.value(reflect.ValueOf(&title).Elem(), raw, at, pointer, "", name)
			if keep && r.s.in.title.IsZero() {
				r.s.in.title = title
			}
		default:
			if !r.s.ignore {
				r.s.partial = true
				r.problem(offset, pointer, ErrUnknownMember, "unknown member "+quote(name), oneOf(name, fileMembers()))
			}
			r.skipped(raw, at, pointer)
		}
		return true
	}
	if k := dec.PeekKind(); k != '[' {
		raw, err := dec.ReadValue()
		if err != nil {
			r.syntax(0, err)
			return false
		}
		r.s.partial = true
		r.problem(dec.InputOffset()-int64(len(raw)), pointer, typeOrNull(k), quote(name)+" must be an array, not "+describeJSON(k), "")
		return true
	}
	dec.ReadToken() // peeked at
	for i := 0; dec.PeekKind() != ']'; i++ {
		raw, err := dec.ReadValue()
		if err != nil {
			r.syntax(0, err)
			return false
		}
		r.element(name, kind, raw.Clone(), dec.InputOffset()-int64(len(raw)), string(dec.StackPointer()))
		if r.s.full || len(r.s.in.recs)+len(r.s.in.sources) > r.s.limits.Records {
			return false
		}
	}
	if _, err := dec.ReadToken(); err != nil {
		r.syntax(0, err)
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
	case raw.Kind() != '"' || err != nil:
		r.problem(at, pointer, typeOrNull(raw.Kind()), "the format must be a string", "write "+quote(Format))
	case string(s) != Format:
		r.problem(at, pointer, ErrFormat, "format "+quote(string(s))+" is not known", "write "+quote(Format))
	}
}

// element reads one element of a section into the contents.
func (r *reader) element(section string, kind Kind, raw jsontext.Value, at int64, pointer string) {
	o := origin{file: r.file, offset: at, pointer: pointer, raw: raw}
	r.record, r.bad = idOf(raw), nil
	defer func() { r.record = "" }()
	if deep := tooDeep(raw, r.s.limits.Depth-2); deep >= 0 {
		r.s.partial = true
		r.problem(at+deep, pointer, ErrLimit, "nested more than "+strconv.Itoa(r.s.limits.Depth)+" deep", "")
		return
	}
	var v reflect.Value
	var rec record
	switch section {
	case "coverage":
		v = reflect.ValueOf(new(Coverage))
	case "topics":
		v = reflect.ValueOf(new(TopicDeclaration))
	case "sources":
		v = reflect.ValueOf(new(Source))
	default:
		rec = newRecord(kind)
		v = reflect.ValueOf(rec)
	}
	if !r.value(v.Elem(), raw, at, pointer, "", section) {
		r.s.partial = true
		return
	}
	o.bad = r.bad
	if r.record == "" && section != "coverage" {
		r.s.partial = true // what this was to be called is not known
	}
	in, tables := &r.s.in, r.s.tables
	switch v := v.Interface().(type) {
	case *Coverage:
		in.coverage = append(in.coverage, *v)
		tables[section] = append(tables[section], o)
	case *TopicDeclaration:
		in.topics = append(in.topics, *v)
		tables[section] = append(tables[section], o)
	case *Source:
		in.sources = append(in.sources, *v)
		tables[section] = append(tables[section], o)
	default:
		in.recs = append(in.recs, rec)
		r.s.origins = append(r.s.origins, o)
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
// stands in the file is pointer, where in the record rel; name is that of the
// member.
func (r *reader) value(v reflect.Value, raw jsontext.Value, at int64, pointer, rel, name string) bool {
	kind := raw.Kind()
	fail := func(err error, message, hint string) bool {
		r.bad = append(r.bad, rel)
		r.problem(at, pointer, err, message, hint)
		return false
	}
	if kind == 'n' {
		return fail(ErrNull, "null", "leave the member out where there is no value")
	}
	mustBe := func(what string) bool {
		return fail(ErrType, quote(name)+" must be "+what+", not "+describeJSON(kind), "")
	}
	if v.Type() == reflect.TypeFor[Text]() {
		return r.text(v, raw, at, pointer, rel, name)
	}
	if u, ok := v.Addr().Interface().(encoding.TextUnmarshaler); ok {
		if kind != '"' {
			return mustBe("a string")
		}
		s, err := jsontext.AppendUnquote(nil, raw)
		if err != nil {
			return fail(ErrUTF8, "not valid UTF-8", "save the file as UTF-8")
		}
		if err := u.UnmarshalText(s); err != nil {
			message, hint, _ := strings.Cut(strings.TrimPrefix(err.Error(), "entente: "), "; ")
			return fail(errors.Unwrap(err), message, hint)
		}
		return true
	}
	switch v.Kind() {
	case reflect.String:
		if kind != '"' {
			return mustBe("a string")
		}
		s, err := jsontext.AppendUnquote(nil, raw)
		if err != nil {
			return fail(ErrUTF8, "not valid UTF-8", "save the file as UTF-8")
		}
		v.SetString(string(s))
	case reflect.Bool:
		if kind != 't' && kind != 'f' {
			return mustBe("true or false")
		}
		v.SetBool(kind == 't')
	case reflect.Int:
		if kind != '0' {
			return mustBe("a number")
		}
		n, err := strconv.ParseInt(string(raw), 10, 64)
		if err != nil {
			return fail(ErrRange, clip(string(raw), 40)+" is not a whole number in range", "")
		}
		v.SetInt(n)
	case reflect.Slice:
		if kind != '[' {
			return mustBe("an array")
		}
		r.array(v, raw, at, pointer, rel, name)
	case reflect.Struct:
		if kind != '{' {
			return mustBe("an object")
		}
		r.object(v, raw, at, pointer, rel)
	}
	return true
}

func (r *reader) array(v reflect.Value, raw jsontext.Value, at int64, pointer, rel, name string) {
	dec := jsontext.NewDecoder(bytes.NewBuffer(raw), lenient...)
	dec.ReadToken() // raw is an array
	for i := 0; dec.PeekKind() != ']' && !r.s.full; i++ {
		element, err := dec.ReadValue()
		if err != nil {
			return // raw is sound JSON
		}
		e := reflect.New(v.Type().Elem()).Elem()
		index := "/" + strconv.Itoa(i)
		r.value(e, element, at+dec.InputOffset()-int64(len(element)), pointer+index, rel+index, name)
		v.Set(reflect.Append(v, e)) // also one that failed, so that the others keep their place
	}
}

func (r *reader) object(v reflect.Value, raw jsontext.Value, at int64, pointer, rel string) {
	fields := make(map[string]reflect.Value)
	var names []string
	jsonFields(v, func(name string, field reflect.Value) {
		names = append(names, name)
		fields[name] = field
	})
	seen := make(map[string]bool)
	r.members(raw, func(name, value jsontext.Value, nameAt, valueAt int64) {
		unquoted, err := jsontext.AppendUnquote(nil, name)
		key := string(unquoted)
		member := "/" + escapePointer(key)
		field, known := fields[key]
		switch {
		case err != nil:
			r.problem(at+nameAt, pointer+member, ErrUTF8, "not valid UTF-8", "save the file as UTF-8")
		case seen[key]:
			r.problem(at+nameAt, pointer+member, ErrDuplicate, "member "+quote(key)+" is there already", "write it once")
		case known:
			r.value(field, value, at+valueAt, pointer+member, rel+member, key)
		case !r.s.ignore:
			r.problem(at+nameAt, pointer+member, ErrUnknownMember, "unknown member "+quote(key), oneOf(key, names))
			if meant := nearest(key, names); meant != "" {
				r.bad = append(r.bad, rel+"/"+meant) // so that it is not reported as missing too
			}
		default:
			r.skipped(value, at+valueAt, pointer+member)
		}
		seen[key] = true
	})
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
func (r *reader) text(v reflect.Value, raw jsontext.Value, at int64, pointer, rel, name string) bool {
	fail := func(at int64, sub string, err error, message, hint string) {
		r.bad = append(r.bad, rel+sub)
		r.problem(at, pointer+sub, err, message, hint)
	}
	switch kind := raw.Kind(); kind {
	case '{':
	case '"':
		fail(at, "", ErrType, quote(name)+" must be an object from language tag to words, not a string", "write {\"en\": "+clip(string(raw), 60)+"}")
		return false
	default:
		fail(at, "", ErrType, quote(name)+" must be an object from language tag to words, not "+describeJSON(kind), "")
		return false
	}
	seen := make(map[string]bool)
	var all []phrase
	r.members(raw, func(tagName, value jsontext.Value, nameAt, valueAt int64) {
		unquoted, err := jsontext.AppendUnquote(nil, tagName)
		tag := string(unquoted)
		sub := "/" + escapePointer(tag)
		if err != nil {
			fail(at+nameAt, sub, ErrUTF8, "not valid UTF-8", "save the file as UTF-8")
			return
		}
		if seen[tag] {
			fail(at+nameAt, sub, ErrDuplicate, "language "+quote(tag)+" is there already", "write it once")
			return
		}
		seen[tag] = true
		if _, err := canonicalTag(tag); err != nil {
			message, hint, _ := strings.Cut(strings.TrimPrefix(err.Error(), "entente: "), "; ")
			fail(at+nameAt, sub, ErrValue, message, hint)
		}
		words, err := jsontext.AppendUnquote(nil, value)
		switch kind := value.Kind(); {
		case kind == 'n':
			fail(at+valueAt, sub, ErrNull, "null", "leave the language out where there are no words")
		case kind != '"':
			fail(at+valueAt, sub, ErrType, "words must be a string, not "+describeJSON(kind), "")
		case err != nil:
			fail(at+valueAt, sub, ErrUTF8, "not valid UTF-8", "save the file as UTF-8")
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

// jsonFields calls found for each member that a struct has in JSON.
func jsonFields(v reflect.Value, found func(name string, field reflect.Value)) {
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if f.Anonymous {
			jsonFields(v.Field(i), found)
		} else {
			found(jsonName(f), v.Field(i))
		}
	}
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

// notJSON says what a file is that is evidently not JSON.
func notJSON(data []byte) string {
	start := bytes.TrimLeft(data, " \t\r\n")
	switch {
	case len(start) == 0:
		return "the file is empty"
	case bytes.HasPrefix(start, []byte("<")):
		return "this is HTML or XML, not JSON"
	case bytes.HasPrefix(start, []byte("version https://git-lfs")):
		return "this is a Git LFS pointer, not the file itself; fetch it with git lfs pull"
	case bytes.HasPrefix(data, []byte{0x1f, 0x8b}):
		return "this is gzip, not JSON; unpack it first"
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return "this is a ZIP archive, not JSON"
	case bytes.HasPrefix(data, []byte{0xef, 0xbb, 0xbf}):
		return "the file begins with a byte order mark; save it as UTF-8 without one"
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}), bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		return "this is UTF-16; save it as UTF-8"
	case bytes.HasPrefix(start, []byte("---")), bytes.HasPrefix(start, []byte("#")):
		return "this looks like YAML, not JSON"
	case !utf8.Valid(data[:min(len(data), 4)]) && data[0] >= 0x80 || data[0] == 0:
		return "this is a binary file, not JSON"
	}
	return ""
}
