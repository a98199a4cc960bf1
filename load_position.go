package entente

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// An origin is where an entry of a section is in a file.
type origin struct {
	file   int
	index  int // in its array in the file
	offset int64
	raw    jsontext.Value
	bad    faults
}

// explains reports whether the finding only follows from something in the entry
// that could not be read.
func (o *origin) explains(f finding) bool {
	return o.bad.explains(f.at, f.missing)
}

// faults holds the pointers to what could not be read in an entry, as true, and
// to what is around it, as false.
type faults map[string]bool

func (f *faults) add(pointer string) {
	if *f == nil {
		*f = make(faults)
	}
	(*f)[pointer] = true
	if pointer != "" {
		f.inObject(around(pointer))
	}
}

// inObject notes that something in the object at the pointer could not be read. It
// may be a member that seems to be missing.
func (f *faults) inObject(pointer string) {
	if *f == nil {
		*f = make(faults)
	}
	for {
		if _, ok := (*f)[pointer]; !ok {
			(*f)[pointer] = false
		}
		if pointer == "" {
			return
		}
		pointer = around(pointer)
	}
}

// explains reports whether a finding at the location only follows from what could
// not be read. The finding may be that of a missing member.
func (f faults) explains(at location, missing bool) bool {
	return f.inside(at.pointer()) || missing && f.contains(at.pointer())
}

// inside reports whether the value at the pointer, or one around it, could not
// be read.
func (f faults) inside(pointer string) bool {
	for f != nil {
		if f[pointer] {
			return true
		}
		if pointer == "" {
			break
		}
		pointer = around(pointer)
	}
	return false
}

// contains reports whether the value at the pointer, or one inside it, could not
// be read.
func (f faults) contains(pointer string) bool {
	_, ok := f[pointer]
	return ok
}

// around returns the pointer to what holds the value that the pointer points at.
func around(pointer string) string { return pointer[:strings.LastIndexByte(pointer, '/')] }

// origin returns where the entry is that the finding is about, or the value of
// a member in which a file describes itself.
func (d *diagnosis) origin(f finding) *origin {
	if list, ok := d.tables[f.section]; ok {
		return &list[f.index]
	}
	return &d.origins[f.index]
}

// locate turns findings into problems, each with its place in a file or, for Go
// values, in [Records].
func (d *diagnosis) locate(findings []finding, files []file) []*Problem {
	problems := make([]*Problem, len(findings))
	byOrigin := make(map[*origin][]int) // to go through each entry once
	for i, f := range findings {
		problems[i] = &Problem{Record: f.record, Message: f.message, Hint: f.hint, Err: f.err}
		if d.goValues {
			problems[i].Pointer = d.pointer(f)
			continue
		}
		o := d.origin(f)
		byOrigin[o] = append(byOrigin[o], i)
	}
	for o, list := range byOrigin {
		offsets := make(map[string]int64)
		for _, i := range list {
			ask(offsets, findings[i].at.pointer())
		}
		names := fillOffsets(offsets, o.raw)
		for _, i := range list {
			f, p := findings[i], problems[i]
			pointer := f.at.pointer()
			if f.missing && offsets[pointer] < 0 {
				pointer = around(pointer)
			}
			p.File, p.Pointer = files[o.file].name, "/"+f.section+pointer
			if o.index != noIndex {
				p.Pointer = "/" + f.section + "/" + strconv.Itoa(o.index) + pointer
			}
			for offsets[pointer] < 0 {
				pointer = around(pointer)
			}
			at := offsets[pointer]
			if f.named && pointer == f.at.pointer() {
				at = names[pointer]
			}
			p.Offset = o.offset + at
		}
	}
	d.addFirst(problems, findings, files)
	return problems
}

// addFirst adds to each problem of an ID or key that occurs twice where it is
// first.
func (d *diagnosis) addFirst(problems []*Problem, findings []finding, files []file) {
	var earlier []finding
	var of []int // the problem that each is for
	for i, f := range findings {
		if f.first > 0 && !d.goValues {
			first := finding{section: f.section, index: f.first - 1}
			if f.section == "extra" { // the place of the key; that of an entry is where it begins
				first.at = f.at
			}
			earlier, of = append(earlier, first), append(of, i)
		}
	}
	if len(earlier) == 0 {
		return
	}
	firsts := Problems(d.locate(earlier, files))
	number(firsts, files)
	for k, first := range firsts {
		p := problems[of[k]]
		if p.Message += ", on line " + strconv.Itoa(first.Line); first.File != p.File {
			p.Message += " of " + printable(first.File)
		}
	}
}

// pointer returns the pointer to what a finding in Go values is about.
func (d *diagnosis) pointer(f finding) string {
	pointer := strings.TrimSuffix(f.at.pointer(), "/")
	if f.missing && !f.at.isElement() {
		pointer = around(pointer)
	}
	if f.section == "title" || slices.Contains(aboutMembers[:], f.section) {
		return "/" + f.section + pointer
	}
	return "/" + f.section + "/" + strconv.Itoa(d.origin(f).index) + pointer
}

// number works out the lines and columns of the problems that are in files. It
// counts the lines once, from one problem to the next.
func number(problems Problems, files []file) {
	problems = slices.Clone(problems)
	problems.sort()
	var in *file
	var line, begin, offset int
	var end byte
	for _, p := range problems {
		if in == nil || in.name != p.File {
			i := slices.IndexFunc(files, func(f file) bool { return f.name == p.File })
			if i < 0 {
				continue // it could not be read
			}
			in, line, begin, offset = &files[i], 1, 0, 0
			end = lineEnd(in.data)
		}
		between := in.data[offset:p.Offset]
		if last := bytes.LastIndexByte(between, end); last >= 0 {
			line += bytes.Count(between, []byte{end})
			begin = offset + last + 1
		}
		offset = int(p.Offset)
		p.Line, p.Column = line, 1+offset-begin
	}
}

// lineEnd returns the last byte of a line: a line feed, or a carriage return in a
// file without line feeds, as old programs write it.
func lineEnd(data []byte) byte {
	if bytes.IndexByte(data, '\n') < 0 {
		return '\r'
	}
	return '\n'
}

// ask asks for the offset of the value at the pointer, and of all around it.
func ask(offsets map[string]int64, pointer string) {
	for {
		offsets[pointer] = -1
		if pointer == "" {
			return
		}
		pointer = around(pointer)
	}
}

// fillOffsets fills in the offsets of the values in raw that are asked for, as
// far as they exist, and returns those of their names.
func fillOffsets(offsets map[string]int64, raw jsontext.Value) (names map[string]int64) {
	w := offsetWalk{offsets, make(map[string]int64), raw, jsontext.NewDecoder(bytes.NewBuffer(raw), lenient...)}
	w.value(nil) // raw is sound JSON
	return w.names
}

type offsetWalk struct {
	offsets, names map[string]int64
	raw            jsontext.Value
	dec            *jsontext.Decoder
}

func (w offsetWalk) value(pointer []byte) error {
	at, wanted := w.offsets[string(pointer)]
	if !wanted {
		return w.dec.SkipValue()
	}
	if at < 0 { // of members with one name the first counts
		w.offsets[string(pointer)] = skipToValue(w.raw, w.dec.InputOffset())
	}
	kind := w.dec.PeekKind()
	if kind != '{' && kind != '[' {
		return w.dec.SkipValue()
	}
	w.dec.ReadToken() // the bracket or brace
	for i := 0; w.dec.PeekKind() != '}' && w.dec.PeekKind() != ']'; i++ {
		inner := append(pointer, '/')
		if kind == '[' {
			inner = strconv.AppendInt(inner, int64(i), 10)
		} else {
			at := skipToValue(w.raw, w.dec.InputOffset())
			name, err := w.dec.ReadToken()
			if err != nil {
				return err
			}
			inner = append(inner, escapePointer(name.String())...)
			if w.offsets[string(inner)] < 0 { // asked for, and not yet found
				w.names[string(inner)] = at
			}
		}
		if err := w.value(inner); err != nil {
			return err
		}
	}
	_, err := w.dec.ReadToken()
	return err
}

// skipToValue skips what may be between two values.
func skipToValue(raw []byte, offset int64) int64 {
	for int(offset) < len(raw) && bytes.IndexByte([]byte(" \t\r\n:,"), raw[offset]) >= 0 {
		offset++
	}
	return offset
}
