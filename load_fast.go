package entente

import (
	"bytes"
	"errors"
	"io"
	"slices"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// Format is the name of the data format that this package reads and writes,
// the value of the member "format" of a file.
const Format = "entente/1"

// decode reads a file into s.in, and reports whether it is sound JSON of the
// format. If it is not, what s.in holds then is of no use.
func (s *session) decode(data []byte) bool {
	// The json package takes null for a zero value; here it is an error. A
	// search for the word is far cheaper than reading token by token, which is
	// done only where the word stands as a null could.
	if mayHoldNull(data) && holdsNull(data) || holdsEmpty(data) {
		return false
	}
	if s.ignore {
		if at, _ := tooDeep(data, s.limits.Depth); at >= 0 {
			return false
		}
	}
	// A record takes about half a kilobyte; room for too many costs little.
	s.in.recs = slices.Grow(s.in.recs, min(len(data)/512, s.limits.Records))
	dec := jsontext.NewDecoder(bytes.NewBuffer(data), json.RejectUnknownMembers(!s.ignore))
	return s.decodeFile(dec) == nil
}

// mayHoldNull reports whether null stands in data where a value may stand.
func mayHoldNull(data []byte) bool {
	for rest := data; ; {
		i := bytes.Index(rest, []byte("null"))
		if i < 0 {
			return false
		}
		before := bytes.TrimRight(rest[:i], " \t\r\n")
		if len(before) == 0 || bytes.IndexByte([]byte(":[,"), before[len(before)-1]) >= 0 {
			return true
		}
		rest = rest[i+len("null"):]
	}
}

func holdsNull(data []byte) bool {
	dec := jsontext.NewDecoder(bytes.NewBuffer(data), lenient...)
	for {
		t, err := dec.ReadToken()
		if err != nil || t.Kind() == 'n' {
			return true // what is no JSON fails in any case
		}
		if dec.StackDepth() == 0 {
			return false
		}
	}
}

var errSection = errors.New("not as the format has it")

func (s *session) decodeFile(dec *jsontext.Decoder) error {
	if t, err := dec.ReadToken(); err != nil || t.Kind() != '{' {
		return errSection
	}
	formatted := false
	for dec.PeekKind() == '"' {
		name, err := dec.ReadToken()
		if err != nil {
			return err
		}
		switch section := name.String(); section {
		case "format":
			t, err := dec.ReadToken()
			if err != nil || t.Kind() != '"' || t.String() != Format {
				return errSection
			}
			formatted = true
		case "title":
			var title Text
			if err := json.UnmarshalDecode(dec, &title); err != nil {
				return err
			}
			if s.in.title.IsZero() {
				s.in.title = title
			}
		case "coverage":
			if err := decodeSection(dec, &s.in.coverage); err != nil {
				return err
			}
		case "topics":
			if err := decodeSection(dec, &s.in.topics); err != nil {
				return err
			}
		case "sources":
			if err := decodeSection(dec, &s.in.sources); err != nil {
				return err
			}
		default:
			kind := kindOfSection(section)
			switch {
			case kind != 0:
				if err := s.decodeRecords(dec, kind); err != nil {
					return err
				}
			case !s.ignore:
				return errSection
			default:
				if err := dec.SkipValue(); err != nil {
					return err
				}
			}
		}
	}
	if _, err := dec.ReadToken(); err != nil {
		return err
	}
	if _, err := dec.ReadToken(); err != io.EOF {
		return errSection // trailing data
	}
	if !formatted {
		return errSection
	}
	return nil
}

func (s *session) decodeRecords(dec *jsontext.Decoder, k Kind) error {
	if t, err := dec.ReadToken(); err != nil || t.Kind() != '[' {
		return errSection
	}
	for dec.PeekKind() != ']' {
		if len(s.in.recs) >= s.limits.Records {
			return errSection
		}
		r := newRecord(k)
		if err := json.UnmarshalDecode(dec, r); err != nil {
			return err
		}
		if r.fact().ID == "" {
			return errSection // there may be millions of these
		}
		s.in.recs = append(s.in.recs, r)
	}
	_, err := dec.ReadToken()
	return err
}

func decodeSection[T any](dec *jsontext.Decoder, into *[]T) error {
	var list []T
	if err := json.UnmarshalDecode(dec, &list); err != nil {
		return err
	}
	*into = append(*into, list...)
	return nil
}

// tooDeep returns the place at which arrays and objects are nested more than
// limit deep, or -1.
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

const (
	minDepth = 8     // what the format needs, for the paragraphs that a claim cites
	maxDepth = 10000 // beyond which the JSON decoder itself does not go
)
