package entente

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

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

// found turns what a rule found into a problem, unless what it found only
// follows from a member that could not be read. It reports whether more
// problems are wanted.
func (s *session) found(f finding) bool {
	rel := f.at.pointer()
	p := &Problem{Record: f.record, Message: f.message, Hint: f.hint, Err: f.err}
	if s.goValues {
		if f.missing && !f.at.isElement() {
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
