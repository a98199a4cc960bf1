package entente

import (
	"bytes"
	"cmp"
	"errors"
	"iter"
	"reflect"
	"strconv"

	"github.com/go-json-experiment/json/jsontext"
)

// A diagnosis is the result of the slow reading: the records as far as they can
// be read, their positions, and the problems of the files. Unlike the fast
// reading, the slow one does not stop at the first error.
type diagnosis struct {
	records  records
	goValues bool // the records are Go values, without positions

	problems []*Problem
	partial  bool                // something was not read to which other records may refer
	elements int                 // of all lists, together
	origins  []origin            // of each of records.recs
	tables   map[string][]origin // of each entry of the other sections
	unusable []unusable          // the entries that are no objects
}

// An unusable is an entry that is not an object, and so not among the records.
type unusable struct {
	section string
	origin
}

// diagnose reads the input slowly. It stops at one problem more than the limit.
func (s settings) diagnose(in input) diagnosis {
	if in.values != nil {
		return ofValues(in.values.owned())
	}
	all := diagnosis{partial: len(in.unread) > 0, tables: make(map[string][]origin)}
	for i, f := range in.files {
		want := s.limits.Problems + 1 - len(in.unread) - len(all.problems)
		if want <= 0 {
			break
		}
		all.join(s.diagnoseFile(i, f, want, s.recordsLeft(&all.records), s.left()-all.elements))
	}
	return all
}

// ofValues is the diagnosis of Go values, all of which can be read. Their places
// are indices in the slices of [Records].
func ofValues(rs *records) diagnosis {
	d := diagnosis{records: *rs, goValues: true, elements: rs.elements(), tables: make(map[string][]origin)}
	counted := func(n int) []origin {
		list := make([]origin, n)
		for i := range list {
			list[i].index = i
		}
		return list
	}
	d.tables["coverage"], d.tables["topics"] = counted(len(rs.coverage)), counted(len(rs.topics))
	d.tables["sources"], d.origins = counted(len(rs.sources)), counted(len(rs.recs))
	for i := 1; i < len(d.origins); i++ {
		if d.origins[i].index = 0; rs.recs[i].Kind() == rs.recs[i-1].Kind() {
			d.origins[i].index = d.origins[i-1].index + 1
		}
	}
	return d
}

// join appends the diagnosis of another file.
func (d *diagnosis) join(part diagnosis) {
	d.records.join(part.records)
	d.problems = append(d.problems, part.problems...)
	d.partial = d.partial || part.partial
	d.elements += part.elements
	d.origins = append(d.origins, part.origins...)
	d.unusable = append(d.unusable, part.unusable...)
	for section, list := range part.tables {
		d.tables[section] = append(d.tables[section], list...)
	}
}

// causes returns the first n findings that do not just follow from a member
// that could not be read.
func (d *diagnosis) causes(findings iter.Seq[finding], n int) (list []finding) {
	for f := range findings {
		if !d.goValues && d.origin(f).explains(f) {
			continue
		}
		if list = append(list, f); len(list) == n {
			break
		}
	}
	for i, f := range list {
		if f.times != nil && *f.times > 1 {
			list[i].message += ", to which " + strconv.Itoa(*f.times) + " references point"
		}
	}
	return list
}

// diagnoseFile reads one file. It looks for as many problems as are wanted, and
// stops when there are more records than there is room for, or more elements
// than are left.
func (s settings) diagnoseFile(index int, f file, want, room, left int) diagnosis {
	d := fileDiagnoser{s: s, file: f, index: index, want: want, room: room, left: left, fast: newFastReader(s.ignore)}
	d.tables = make(map[string][]origin)
	d.records.abouts = make([]about, 1)
	for _, name := range aboutMembers {
		d.tables[name] = []origin{{file: index, index: noIndex}}
	}
	if d.begin() {
		d.members()
	}
	return d.diagnosis
}

// A fileDiagnoser makes the diagnosis of one file.
type fileDiagnoser struct {
	diagnosis
	s          settings
	file       file // its data, with slips mended
	index      int  // of the file
	want, room int
	left       int // how many elements of lists there may be
	dec        *jsontext.Decoder
	fast       *fastReader
}

func (d *fileDiagnoser) full() bool { return len(d.problems) >= d.want }

// problem adds a problem of the value at the pointer.
func (d *fileDiagnoser) problem(offset int64, pointer string, err error, message, hint string) {
	d.add(&Problem{File: d.file.name, Offset: offset, Pointer: pointer, Message: message, Hint: hint, Err: err})
}

func (d *fileDiagnoser) add(problems ...*Problem) {
	d.problems = append(d.problems, problems[:min(len(problems), d.want-len(d.problems))]...)
}

// syntax adds the problem that ends the reading of a file.
func (d *fileDiagnoser) syntax(err error) {
	d.partial = true
	d.stumble(explainSyntax(d.file.data, err), err)
}

func (d *fileDiagnoser) stumble(s stumble, err error) {
	pointer := ""
	var syn *jsontext.SyntacticError
	if errors.As(err, &syn) {
		pointer = string(syn.JSONPointer)
	}
	d.problem(int64(s.at), pointer, ErrSyntax, s.message, s.hint)
}

// begin reads the beginning of the file. It reports false unless that is the
// beginning of an object.
func (d *fileDiagnoser) begin() bool {
	what, hint := notJSON(d.file.data)
	deep, pointer := int64(-1), ""
	if what == "" {
		d.mend()
		deep, pointer = tooDeep(d.file.data, d.s.limits.Depth)
	}
	d.dec = jsontext.NewDecoder(bytes.NewBuffer(d.file.data), lenient...)
	switch {
	case d.full():
	case what != "":
		d.problem(0, "", ErrSyntax, what, hint)
	case deep >= 0:
		d.problem(deep, pointer, ErrLimit,
			"arrays and objects nested more than "+strconv.Itoa(d.s.limits.Depth)+" deep", "the format needs only 10")
	case d.dec.PeekKind() == '{':
		return true
	default:
		kind := d.dec.PeekKind()
		if _, err := d.dec.ReadValue(); err != nil {
			d.syntax(err)
			break
		}
		if rest := d.file.data[d.dec.InputOffset():]; kind != '[' && len(bytes.TrimSpace(rest)) > 0 {
			d.problem(0, "", ErrSyntax, "this is text, not JSON", "fetch the file itself, not a page about it")
			break
		}
		d.problem(skipToValue(d.file.data, 0), "", typeOrNull(kind),
			"the file is "+describeJSON(kind)+", not an object", `write {"format": "`+Format+`", …}`)
	}
	d.partial = true
	return false
}

// section reads the entries of a section. It reports whether the file can be
// read on.
func (d *fileDiagnoser) section(name string, kind Kind) bool {
	d.dec.ReadToken() // the bracket
	for i := 0; d.dec.PeekKind() != ']'; i++ {
		raw, err := d.dec.ReadValue()
		if err != nil {
			d.syntax(err)
			return false
		}
		end := d.dec.InputOffset()
		start := end - int64(len(raw))
		switch next := d.next(); {
		case next == ':':
			d.dropLast(name, kind) // it was closed too early
			continue
		case next != ',' && next != ']' && next != 0:
			continue // the next reading says what is wrong
		}
		if d.elements += 1 + arrayElements(raw); d.elements > d.left {
			return false
		}
		d.entry(name, kind, origin{file: d.index, index: i, offset: start, raw: d.file.data[start:end]})
		if d.full() || d.records.count() > d.room {
			return false
		}
	}
	d.dec.ReadToken() // the other bracket
	return true
}

// dropLast drops what only follows from the end of the last entry of a section.
func (d *fileDiagnoser) dropLast(section string, kind Kind) {
	list := d.tables[section]
	if recs := d.records.recs; len(recs) > 0 && recs[len(recs)-1].Kind() == kind {
		list = d.origins
	}
	if n := len(list); n > 0 {
		list[n-1].bad = faults{"": true}
	}
}

// entry reads one entry of a section: fast if it is sound, otherwise member by
// member.
func (d *fileDiagnoser) entry(section string, kind Kind, o origin) {
	v, id := newEntry(section, kind), ID("")
	if !o.raw.IsValid() || !d.fast.entry(o.raw, v) {
		v, id = newEntry(section, kind), idOf(o.raw)
		n := node{raw: o.raw, at: o.offset, pointer: "/" + section + "/" + strconv.Itoa(o.index),
			what: anEntry + quote(section), entry: true}
		r := d.memberReader(n, id)
		r.value(reflect.ValueOf(v).Elem(), n)
		d.take(r)
		if o.bad = r.bad; o.bad[""] { // it is no object
			d.partial = d.partial || section != "coverage"
			d.unusable = append(d.unusable, unusable{section, o})
			return
		}
	}
	switch v := v.(type) {
	case *Coverage:
		d.records.coverage = append(d.records.coverage, *v)
		d.tables[section] = append(d.tables[section], o)
		return
	case *TopicDeclaration:
		d.records.topics = append(d.records.topics, *v)
		d.tables[section] = append(d.tables[section], o)
		id = cmp.Or(id, ID(v.ID))
	case *Source:
		d.records.sources = append(d.records.sources, *v)
		d.tables[section] = append(d.tables[section], o)
		id = cmp.Or(id, v.ID)
	case record:
		d.records.recs = append(d.records.recs, v)
		d.origins = append(d.origins, o)
		id = cmp.Or(id, v.fact().ID)
	}
	d.partial = d.partial || id == "" || o.bad["/id"] // others may refer to it by its ID
}

// newEntry returns a pointer to an empty entry of the section.
func newEntry(section string, kind Kind) any {
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

// memberReader returns one for a value of the file, or of the record with the
// ID.
func (d *fileDiagnoser) memberReader(n node, id ID) *memberReader {
	return &memberReader{file: d.file.name, record: id, root: len(n.pointer), ignore: d.s.ignore,
		want: d.want - len(d.problems)}
}

// take adds what a memberReader found.
func (d *fileDiagnoser) take(r *memberReader) {
	d.add(r.problems...)
	d.partial = d.partial || r.partial
}
