package entente

import (
	"bytes"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// members reads the members of the file, as far as it is JSON.
func (d *fileDiagnoser) members() {
	start := skipToValue(d.file.data, 0)
	d.dec.ReadToken() // the brace
	seen := make(map[string]bool)
	for d.dec.PeekKind() != '}' {
		raw, err := d.dec.ReadValue()
		if err != nil {
			d.syntax(err)
			return
		}
		unquoted, err := jsontext.AppendUnquote(nil, raw)
		at := d.dec.InputOffset() - int64(len(raw))
		m := fileMember{string(unquoted), at, string(d.dec.StackPointer()), err == nil}
		switch {
		case err != nil:
			message, hint := explainUTF8(raw)
			d.problem(m.at, m.pointer, ErrUTF8, message, hint)
		case seen[m.name]:
			d.problem(m.at, m.pointer, ErrDuplicate, "member "+quote(m.name)+" occurs twice", "write it once")
		}
		seen[m.name] = true
		if !d.member(m) || d.full() {
			return
		}
	}
	d.dec.ReadToken() // the other brace
	if !seen["format"] && !d.misspelt(seen, "format") {
		d.problem(start, "", ErrFormat, "no format", `write "format": "`+Format+`"`)
	}
	if rest := bytes.TrimLeft(d.file.data[d.dec.InputOffset():], " \t\r\n"); len(rest) > 0 {
		message, hint := "data after the end of the object", "delete it, or move it to another file"
		if beginsConflict(rest) {
			message, hint = conflictMarkers, "finish the merge"
		}
		d.problem(int64(len(d.file.data)-len(rest)), "", ErrSyntax, message, hint)
	}
}

// misspelt reports whether an unknown member of the file is likely to be a
// misspelling of the name.
func (d *fileDiagnoser) misspelt(seen map[string]bool, name string) bool {
	for s := range seen {
		if !d.s.ignore && closest(s, fileMembers()) == name {
			return true
		}
	}
	return false
}

func fileMembers() []string {
	return append([]string{"format"}, jsonNames(reflect.TypeFor[Records]())...)
}

// A fileMember is the name of a member of a file, and its position.
type fileMember struct {
	name    string
	at      int64
	pointer string
	sound   bool // the name is valid UTF-8
}

// member reads the value of a member. It reports whether the file can be read
// on.
func (d *fileDiagnoser) member(m fileMember) bool {
	section := isSection(m.name)
	if section && d.dec.PeekKind() == '[' {
		return d.section(m.name, kindOfSection(m.name))
	}
	raw, err := d.dec.ReadValue()
	if err != nil {
		d.syntax(err)
		return false
	}
	n := node{raw: raw, at: d.dec.InputOffset() - int64(len(raw)), pointer: m.pointer, what: quote(m.name)}
	switch next := d.next(); {
	case next == 0 && raw.Kind() == '{':
		return d.closed(n)
	case section && raw.Kind() == '{' && d.amongOthers():
		d.partial = true
		d.problem(n.at, n.pointer, ErrSyntax, "no [ before the first entry of "+n.what, "write it")
		return false
	case next != ',' && next != '}':
		return true // the reading of what follows says what is wrong
	case section:
		d.noSection(m.name, n)
	case m.name == "format":
		d.format(n)
	case m.name == "title":
		r := d.memberReader(n, "")
		var title Text
		r.value(reflect.ValueOf(&title).Elem(), n)
		d.take(r)
		if d.records.title.IsZero() && !title.IsZero() {
			d.records.title = title
			d.tables[m.name] = []origin{{file: d.index, index: noIndex, offset: n.at, raw: n.raw.Clone(), bad: r.bad}}
		}
	case d.about(m.name, n):
	default:
		d.unknown(m, n)
	}
	return true
}

// aboutMembers are the members that are read into an about.
var aboutMembers = [...]string{"edition", "authors", "licence", "extra"}

// about reads a member in which the file describes itself. It reports false for
// any other member.
func (d *fileDiagnoser) about(name string, n node) bool {
	var into any
	switch about := &d.records.abouts[0]; name {
	case "edition":
		into = &about.edition
	case "authors":
		into = &about.authors
	case "licence":
		into = &about.licence
	case "extra":
		into = &about.extra
	default:
		return false
	}
	if d.elements += arrayElements(n.raw); d.elements > d.left {
		return true
	}
	r := d.memberReader(n, "")
	r.value(reflect.ValueOf(into).Elem(), n)
	d.take(r)
	if name == "edition" && d.records.abouts[0].edition == (Edition{}) && len(r.problems) == 0 {
		d.problem(n.at, n.pointer, ErrMissing, "no version", `write "version": "…"`)
	}
	o := &d.tables[name][0]
	o.offset, o.raw, o.bad = n.at, n.raw.Clone(), r.bad
	return true
}

// noSection adds the problem of a section that is no array.
func (d *fileDiagnoser) noSection(name string, n node) {
	d.partial = d.partial || name != "coverage" // to which nothing refers
	kind, hint := n.raw.Kind(), "write an array of objects: [{…}, …]"
	if kind == 'n' {
		hint = "leave the member out"
	}
	d.problem(n.at, n.pointer, typeOrNull(kind), n.what+" must be an array, not "+describeJSON(kind), hint)
}

func (d *fileDiagnoser) format(n node) {
	s, err := jsontext.AppendUnquote(nil, n.raw)
	switch kind := n.raw.Kind(); {
	case kind != '"':
		d.problem(n.at, n.pointer, typeOrNull(kind),
			"the format must be a string, not "+describeJSON(kind), "write "+quote(Format))
	case err != nil:
		message, hint := explainUTF8(n.raw)
		d.problem(n.at, n.pointer, ErrUTF8, message, hint)
	case string(s) != Format:
		hint := "write " + quote(Format)
		if isLaterFormat(string(s)) {
			hint = "a later version of this package reads it"
		}
		d.problem(n.at, n.pointer, ErrFormat, "format "+quote(string(s))+" is not known", hint)
	}
}

// isLaterFormat reports whether s is Format with a greater number.
func isLaterFormat(s string) bool {
	name, number, _ := strings.Cut(s, "/")
	ours, version, _ := strings.Cut(Format, "/")
	n, err := strconv.ParseUint(number, 10, 16)
	m, _ := strconv.ParseUint(version, 10, 16)
	return err == nil && name == ours && n > m
}

func (d *fileDiagnoser) unknown(m fileMember, n node) {
	if !d.s.ignore {
		d.partial = true
		hint := "leave it out; name the schema in the settings of your editor instead"
		if m.name != "$schema" {
			hint = oneOf(m.name, fileMembers())
		}
		if m.sound {
			d.problem(m.at, m.pointer, ErrUnknownMember, "unknown member "+quote(m.name), hint)
		}
	}
	r := d.memberReader(n, "")
	r.skipped(n)
	d.take(r)
}

// next returns what comes next in the file, or 0 for its end.
func (d *fileDiagnoser) next() byte {
	if i := skipSpace(d.file.data, int(d.dec.InputOffset())); i < len(d.file.data) {
		return d.file.data[i]
	}
	return 0
}

// amongOthers reports whether an object that was read is followed by another, or
// by the end of an array.
func (d *fileDiagnoser) amongOthers() bool {
	rest := bytes.TrimLeft(d.file.data[d.dec.InputOffset():], " \t\r\n")
	if after, ok := bytes.CutPrefix(rest, []byte(",")); ok {
		return bytes.HasPrefix(bytes.TrimLeft(after, " \t\r\n"), []byte("{"))
	}
	return bytes.HasPrefix(rest, []byte("]"))
}

// closed looks into an object at which the file ends too early. It reports false
// if members of the file are in it, because its brace is missing.
func (d *fileDiagnoser) closed(n node) bool {
	ok := true
	eachMember(n.raw, func(m member) bool {
		name, err := jsontext.AppendUnquote(nil, m.name)
		kind := m.value.Kind()
		ok = err != nil || kind != '{' && kind != '[' || !slices.Contains(fileMembers(), string(name))
		if !ok {
			d.partial = true
			d.problem(n.at+m.nameAt, n.pointer+"/"+string(name), ErrSyntax,
				n.what+" is not closed before "+quote(string(name)), "write the } that is missing")
		}
		return ok
	})
	return ok
}
