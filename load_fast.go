package entente

import (
	"bytes"
	"errors"
	"io"
	"slices"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// Format is the name of the data format that this package reads and writes. It
// is the value of the member "format" of a file.
const Format = "entente/1"

// errUnsound stops the fast reading of a file.
var errUnsound = errors.New("not sound")

// decode reads the input fast. It reports false if anything is not sound JSON
// of the format, without saying what.
func (s settings) decode(in input) (*records, bool) {
	switch {
	case in.values != nil:
		return in.values, !s.tooMany(in.values)
	case len(in.unread) > 0:
		return nil, false
	}
	all := new(records)
	for _, f := range in.files {
		part, err := s.decodeFile(f.data, s.limits.Records-len(all.recs))
		if err != nil {
			return nil, false
		}
		all.join(part)
	}
	return all, !s.tooMany(all)
}

// join appends what another file holds. The first title counts.
func (rs *records) join(part records) {
	if rs.title.IsZero() {
		rs.title = part.title
	}
	rs.about.join(part.about)
	rs.coverage = append(rs.coverage, part.coverage...)
	rs.topics = append(rs.topics, part.topics...)
	rs.sources = append(rs.sources, part.sources...)
	if rs.recs == nil {
		rs.recs = part.recs // of most input there is one file
	} else {
		rs.recs = append(rs.recs, part.recs...)
	}
}

func (rs *records) count() int { return len(rs.recs) + len(rs.sources) }

// decodeFile reads a file that has room for so many records.
func (s settings) decodeFile(data []byte, room int) (rs records, err error) {
	// The json package takes null for a zero value; here it is an error. A
	// search for the word costs far less than reading token by token.
	if mayHoldNull(data) && holdsNull(data) || holdsEmpty(data) {
		return rs, errUnsound
	}
	if s.ignore {
		if at, _ := tooDeep(data, s.limits.Depth); at >= 0 {
			return rs, errUnsound
		}
	}
	// A record takes about half a kilobyte; room for too many costs little.
	rs.recs = slices.Grow(rs.recs, min(len(data)/512, room))
	d := fastDecoder{jsontext.NewDecoder(bytes.NewBuffer(data), json.RejectUnknownMembers(!s.ignore)), s.ignore, room}
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
	return rs, nil
}

// A fastDecoder reads the members of one file.
type fastDecoder struct {
	*jsontext.Decoder
	ignore bool
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
	switch name {
	case "format":
		if t, err := d.ReadToken(); err != nil || t.Kind() != '"' || t.String() != Format {
			return errUnsound
		}
		return nil
	case "title":
		return json.UnmarshalDecode(d.Decoder, &rs.title)
	case "edition":
		return json.UnmarshalDecode(d.Decoder, &rs.about.edition)
	case "authors":
		return json.UnmarshalDecode(d.Decoder, &rs.about.authors)
	case "licence":
		return json.UnmarshalDecode(d.Decoder, &rs.about.licence)
	case "extra":
		return json.UnmarshalDecode(d.Decoder, &rs.about.extra)
	case "coverage":
		return json.UnmarshalDecode(d.Decoder, &rs.coverage)
	case "topics":
		return json.UnmarshalDecode(d.Decoder, &rs.topics)
	case "sources":
		return json.UnmarshalDecode(d.Decoder, &rs.sources)
	}
	switch kind := kindOfSection(name); {
	case kind != 0:
		return d.records(rs, kind)
	case d.ignore:
		return d.SkipValue()
	}
	return errUnsound
}

// records reads a section into rs.
func (d fastDecoder) records(rs *records, kind Kind) error {
	if err := d.open('['); err != nil {
		return err
	}
	for d.PeekKind() != ']' {
		if len(rs.recs) >= d.room {
			return errUnsound
		}
		r := newRecord(kind)
		if err := json.UnmarshalDecode(d.Decoder, r); err != nil {
			return err
		}
		if r.fact().ID == "" {
			return errUnsound // there may be millions of these
		}
		rs.recs = append(rs.recs, r)
	}
	_, err := d.ReadToken()
	return err
}

// mayHoldNull reports whether data has a null where a value may be.
func mayHoldNull(data []byte) bool {
	for begin := 0; ; {
		i := bytes.IndexByte(data[begin:], 'u') // is rarer than n, and as fast to find
		if i < 0 {
			return false
		}
		i += begin
		begin = i + 1
		if i == 0 || data[i-1] != 'n' || !bytes.HasPrefix(data[i:], []byte("ull")) {
			continue
		}
		before := bytes.TrimRight(data[:i-1], " \t\r\n")
		if len(before) == 0 || bytes.IndexByte([]byte(":[,"), before[len(before)-1]) >= 0 {
			return true
		}
	}
}

// holdsNull reports whether data holds a null, or is not JSON.
func holdsNull(data []byte) bool {
	dec := jsontext.NewDecoder(bytes.NewBuffer(data), lenient...)
	for {
		t, err := dec.ReadToken()
		if err != nil || t.Kind() == 'n' {
			return true
		}
		if dec.StackDepth() == 0 {
			return false
		}
	}
}

// lenient lets the decoder pass what is reported in words of this package.
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
