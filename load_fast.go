package entente

import (
	"bytes"
	"errors"
	"io"
	"slices"

	"github.com/go-json-experiment/json/jsontext"
)

// Format is the name of the data format that this package reads and writes. It
// is the value of the member "format" of a file.
const Format = "entente/1"

// errUnsound stops the fast reading of a file.
var errUnsound = errors.New("not sound")

// decode reads the input fast. It reports false, and nothing more, for anything
// that is not sound JSON of the format.
func (s settings) decode(in input) (*records, bool) {
	switch {
	case in.values != nil:
		return in.values, s.tooMany(diagnosis{records: *in.values, elements: in.values.elements()}) == nil
	case len(in.unread) > 0:
		return nil, false
	}
	if n := s.effort.workers(in.size); n > 1 {
		if outlines, ok := s.outlines(in.files, n); ok {
			return s.decodeParallel(outlines, n)
		}
	}
	all, left := new(records), s.left()
	for _, f := range in.files {
		part, err := s.decodeFile(f.data, s.recordsLeft(all), &left)
		if err != nil {
			return nil, false
		}
		all.join(part)
	}
	return all, s.recordsLeft(all) >= 0
}

// join appends what another file holds. The first title counts.
func (rs *records) join(part records) {
	if rs.title.IsZero() {
		rs.title = part.title
	}
	rs.abouts = joined(rs.abouts, part.abouts)
	rs.coverage = joined(rs.coverage, part.coverage)
	rs.topics = joined(rs.topics, part.topics)
	rs.sources = joined(rs.sources, part.sources)
	rs.recs = joined(rs.recs, part.recs)
}

// joined appends a list to another. Most input is one file, whose lists are
// taken as they are.
func joined[T any](list, more []T) []T {
	if list == nil {
		return more
	}
	return append(list, more...)
}

func (rs *records) count() int { return len(rs.recs) + len(rs.sources) }

// decodeFile reads a file of at most so many records, and with no more elements
// than are left.
func (s settings) decodeFile(data []byte, room int, left *int) (rs records, err error) {
	if s.ignore {
		if at, _ := tooDeep(data, s.limits.Depth); at >= 0 {
			return rs, errUnsound
		}
	}
	rs.abouts = make([]about, 1)
	// A record takes about half a kilobyte; room for too many costs little.
	rs.recs = slices.Grow(rs.recs, min(len(data)/512, room))
	d := fastDecoder{jsontext.NewDecoder(bytes.NewBuffer(data)), data, newFastReader(s.ignore), room}
	d.reader.left = *left
	if err := d.open('{'); err != nil {
		return rs, err
	}
	formatted := false
	for d.PeekKind() == '"' {
		name, err := d.ReadToken()
		if err != nil {
			return rs, err
		}
		section := name.String()
		formatted = formatted || section == "format"
		if err := d.member(&rs, section); err != nil {
			return rs, err
		}
	}
	if _, err := d.ReadToken(); err != nil {
		return rs, err
	}
	if _, err := d.ReadToken(); err != io.EOF || !formatted { // with anything else, data follows the object
		return rs, errUnsound
	}
	*left = d.reader.left
	return rs, nil
}

// A fastDecoder reads the members of one file.
type fastDecoder struct {
	*jsontext.Decoder
	data   []byte
	reader *fastReader
	room   int
}

// open reads the beginning of an object or array.
func (d fastDecoder) open(kind jsontext.Kind) error {
	if t, err := d.ReadToken(); err != nil || t.Kind() != kind {
		return errUnsound
	}
	return nil
}

// member reads the value of a member of the file into rs.
func (d fastDecoder) member(rs *records, name string) error {
	switch about := &rs.abouts[0]; name {
	case "format":
		if t, err := d.ReadToken(); err != nil || t.Kind() != '"' || t.String() != Format {
			return errUnsound
		}
		return nil
	case "title":
		return d.value(func(r *fastReader) { readText(r, &rs.title) })
	case "edition":
		err := d.value(func(r *fastReader) { readEdition(r, &about.edition) })
		if about.edition == (Edition{}) {
			return errUnsound
		}
		return err
	case "authors":
		return d.value(func(r *fastReader) { readList(r, &about.authors, readString) })
	case "licence":
		return d.value(func(r *fastReader) { readString(r, &about.licence) })
	case "extra":
		return d.value(func(r *fastReader) { readExtra(r, &about.extra) })
	case "coverage":
		return entries(d, &rs.coverage)
	case "topics":
		return entries(d, &rs.topics)
	case "sources":
		return entries(d, &rs.sources)
	}
	switch kind := kindOfSection(name); {
	case kind != 0:
		return d.records(rs, kind)
	case d.reader.ignore:
		return d.SkipValue()
	}
	return errUnsound
}

// value reads a value of the file.
func (d fastDecoder) value(read func(*fastReader)) error {
	raw, err := d.ReadValue()
	if err != nil || !d.reader.read(raw, read) {
		return errUnsound
	}
	return nil
}

// records reads a section of records into rs.
func (d fastDecoder) records(rs *records, kind Kind) error {
	return d.section(func() any {
		if len(rs.recs) >= d.room || len(rs.recs) > 0 && rs.recs[len(rs.recs)-1].fact().ID == "" {
			return nil // without an ID, there may be millions of these
		}
		r := newRecord(kind)
		rs.recs = append(rs.recs, r)
		return r
	})
}

// section reads a section, each entry into what next returns. It stops if that is
// nil.
func (d fastDecoder) section(next func() any) error {
	if err := d.open('['); err != nil {
		return err
	}
	for d.PeekKind() != ']' {
		raw, err := d.ReadValue()
		if err != nil {
			return err
		}
		e := next()
		if e == nil || !d.reader.room(1) || !d.reader.entry(raw, e) {
			return errUnsound
		}
	}
	_, err := d.ReadToken()
	return err
}

// entries reads a section into a list. It counts the entries first: a list that
// grows takes several times the memory.
func entries[T any](d fastDecoder, list *[]T) error {
	if d.PeekKind() == '[' {
		n := elements(d.data[skipToValue(d.data, d.InputOffset())+1:])
		if n > d.reader.left {
			return errUnsound
		}
		*list = slices.Grow(*list, n)
	}
	return d.section(func() any {
		*list = append(*list, *new(T))
		return &(*list)[len(*list)-1]
	})
}

// lenient lets the decoder accept errors that this package reports in its own
// words.
var lenient = []jsontext.Options{jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true)}

const (
	minDepth = 10    // what the format needs, for paragraphs in the value of a claim
	maxDepth = 10000 // beyond which the JSON decoder itself does not go
)

// tooDeep returns the first place at which arrays and objects are nested deeper
// than the limit, or -1.
func tooDeep(data []byte, limit int) (offset int64, pointer string) {
	dec := jsontext.NewDecoder(bytes.NewBuffer(data), lenient...)
	for {
		_, err := dec.ReadToken()
		switch depth := dec.StackDepth(); {
		case depth > limit:
			return dec.InputOffset() - 1, string(dec.StackPointer())
		case err != nil && depth >= maxDepth && skipToValue(data, dec.InputOffset()) < int64(len(data)):
			return skipToValue(data, dec.InputOffset()), string(dec.StackPointer())
		case err != nil:
			return -1, ""
		}
	}
}
