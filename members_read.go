package entente

import (
	"bytes"
	"encoding"
	"hash/maphash"
	"math"
	"slices"
	"strconv"

	"github.com/go-json-experiment/json/jsontext"
)

//go:generate go run ./internal/genjson

// A fastReader reads values of the types of this package from JSON that is known
// to be sound, without saying what is wrong if they are not of the format. After
// a failure it reads nothing more. What there is to read for each type is
// generated.
type fastReader struct {
	rest    []byte // what is not read yet
	failed  bool
	ignore  bool // unknown members are no failure
	left    int  // how many elements of lists there may still be
	buffer  [64]byte
	seed    maphash.Seed
	strings [512]string // some of those read before, by their hash
}

func newFastReader(ignore bool) *fastReader {
	return &fastReader{ignore: ignore, left: math.MaxInt, seed: maphash.MakeSeed()}
}

// entry reads an entry of a section, and reports whether it is of the format.
func (r *fastReader) entry(raw jsontext.Value, into any) bool {
	return r.read(raw, func(r *fastReader) { readEntry(r, into) })
}

// read reads a value, and reports whether it is of the format.
func (r *fastReader) read(raw jsontext.Value, read func(*fastReader)) bool {
	r.rest, r.failed = raw, false
	read(r)
	return !r.failed
}

// room takes the room for n elements of a list, if there is any.
func (r *fastReader) room(n int) bool {
	r.left -= n
	return r.left >= 0
}

func (r *fastReader) fail() { r.rest, r.failed = nil, true }

// peek returns the first byte of what comes next, or 0.
func (r *fastReader) peek() byte {
	for i, c := range r.rest {
		if c > ' ' {
			r.rest = r.rest[i:]
			return c
		}
	}
	return 0
}

// take reads c if it comes next.
func (r *fastReader) take(c byte) bool {
	if r.peek() != c {
		return false
	}
	r.rest = r.rest[1:]
	return true
}

// open reads the beginning of an object and the name of its first member. It
// returns nil if there is none.
func (r *fastReader) open() []byte {
	switch {
	case !r.take('{'):
		r.fail()
		return nil
	case r.take('}'):
		return nil
	}
	return r.name()
}

// next reads the name of the next member of an object, or returns nil behind
// the end of the object.
func (r *fastReader) next() []byte {
	if r.take(',') {
		return r.name()
	}
	if !r.take('}') {
		r.fail()
	}
	return nil
}

func (r *fastReader) name() []byte {
	s := r.quoted()
	if !r.take(':') {
		r.fail()
		return nil
	}
	return s
}

// unknown reads a member that the struct does not have.
func (r *fastReader) unknown() {
	if !r.ignore {
		r.fail()
		return
	}
	r.value()
}

// quoted reads a string. What it returns holds until the next call.
func (r *fastReader) quoted() []byte {
	if r.peek() != '"' {
		r.fail()
		return nil
	}
	n := stringLength(r.rest)
	raw := r.rest[:n]
	r.rest = r.rest[n:]
	if bytes.IndexByte(raw, '\\') < 0 {
		return raw[1 : n-1]
	}
	s, err := jsontext.AppendUnquote(r.buffer[:0], raw)
	if err != nil {
		r.fail()
		return nil
	}
	return s
}

// stringLength returns the length of the string in JSON with which data begins.
func stringLength(data []byte) int {
	for n := 1; ; {
		i := bytes.IndexByte(data[n:], '"')
		if i < 0 {
			return len(data)
		}
		backslashes := 0
		for n+i-1-backslashes > 0 && data[n+i-1-backslashes] == '\\' {
			backslashes++
		}
		n += i + 1
		if backslashes%2 == 0 {
			return n
		}
	}
}

// value reads any value, and returns it as it is written.
func (r *fastReader) value() jsontext.Value {
	r.peek()
	n := valueLength(r.rest)
	raw := r.rest[:n]
	r.rest = r.rest[n:]
	r.left -= arrayElements(raw)
	return raw
}

// valueLength returns the length of the value with which data begins.
func valueLength(data []byte) int {
	depth := 0
	for i := 0; i < len(data); i++ {
		switch data[i] {
		case '"':
			i += stringLength(data[i:]) - 1
		case '{', '[':
			depth++
			continue
		case '}', ']':
			if depth == 0 { // that of what holds the value
				return i
			}
			depth--
		case ',', ' ', '\n', '\t', '\r':
			if depth == 0 {
				return i
			}
			continue
		default:
			continue
		}
		if depth == 0 {
			return i + 1
		}
	}
	return len(data)
}

// elements returns how many elements has the array behind whose bracket data
// begins. The array must not be empty.
func elements(data []byte) int {
	n, depth := 1, 0
	for i := 0; i < len(data); i++ {
		switch data[i] {
		case '"':
			i += stringLength(data[i:]) - 1
		case '{', '[':
			depth++
		case '}', ']':
			if depth == 0 {
				return n
			}
			depth--
		case ',':
			if depth == 0 {
				n++
			}
		}
	}
	return n
}

func readString[T ~string](r *fastReader, into *T) {
	*into = T(r.intern(r.quoted()))
}

// intern returns the string, which is likely to be shared if it is short.
func (r *fastReader) intern(b []byte) string {
	if len(b) > 64 { // no ID, and hardly repeated
		return string(b)
	}
	s := &r.strings[maphash.Bytes(r.seed, b)%uint64(len(r.strings))]
	if *s != string(b) {
		*s = string(b)
	}
	return *s
}

func readBool(r *fastReader, into *bool) {
	switch c := r.peek(); {
	case c == 't':
		*into, r.rest = true, r.rest[len("true"):]
	case c == 'f':
		*into, r.rest = false, r.rest[len("false"):]
	default:
		r.fail()
	}
}

func readInt(r *fastReader, into *int) {
	r.peek()
	raw := r.rest[:valueLength(r.rest)]
	n, err := strconv.Atoi(string(raw))
	if err != nil {
		r.fail()
		return
	}
	*into, r.rest = n, r.rest[len(raw):]
}

// readForm reads a value that has a text form. The empty text is a failure: Go
// code may read it as "not known", and in a file the member is left out.
func readForm[T any, P interface {
	*T
	encoding.TextUnmarshaler
}](r *fastReader, into *T) {
	if s := r.quoted(); len(s) == 0 || P(into).UnmarshalText(s) != nil {
		r.fail()
	}
}

// readValue reads a value that reads its own JSON. A null is a failure: Go code
// may read it as the zero value, and in a file the member is left out.
func readValue[T any, P interface {
	*T
	UnmarshalJSON([]byte) error
}](r *fastReader, into *T) {
	if r.peek() == 'n' || P(into).UnmarshalJSON(r.value()) != nil {
		r.fail()
	}
}

func readText(r *fastReader, into *Text) {
	var ok bool
	if *into, r.rest, ok = cutText(r.rest); !ok {
		r.fail()
	}
}

// readNames reads names. Most are few, so that a slow way to see that none occurs
// twice is the fast one.
func readNames(r *fastReader, into *Names) {
	var all []phrase
	for tag := r.open(); tag != nil; tag = r.next() {
		key := internTag(tag)
		if _, err := canonicalTag(key); err != nil || !r.take('[') {
			r.fail()
			return
		}
		begin := len(all)
		for more := true; more; more = r.take(',') {
			name := r.quoted()
			p := phrase{key, string(name)}
			if isBlank(name) || slices.Contains(all[begin:], p) || len(all)-begin > 100 {
				r.fail() // also for many, which the slow reading looks at
				return
			}
			all = append(all, p)
			r.left--
		}
		if !r.take(']') {
			r.fail()
		}
	}
	if len(all) == 0 {
		r.fail()
	}
	*into = Names{pack(all).packed}
}

// readExtra reads what a file had besides.
func readExtra(r *fastReader, into *Extra) {
	var extra Extra
	for key := r.open(); key != nil; key = r.next() {
		if isBlank(key) {
			r.fail()
			return
		}
		var kv KeyValue
		kv.Key = r.intern(key)
		readString(r, &kv.Value)
		extra = append(extra, kv)
	}
	if len(extra) == 0 {
		r.fail()
	}
	*into = extra.sorted()
}

// readList reads an array.
func readList[T any](r *fastReader, into *[]T, read func(*fastReader, *T)) {
	n := r.openList()
	if n == 0 {
		return
	}
	list := make([]T, n)
	for i := range list {
		if read(r, &list[i]); !r.nextElement() {
			return
		}
	}
	*into = list
}

// openList reads the beginning of an array, and returns how many elements follow.
func (r *fastReader) openList() (n int) {
	switch {
	case !r.take('['):
		r.fail()
	case !r.take(']'):
		if n = elements(r.rest); !r.room(n) {
			r.fail()
			return 0 // nothing is to be allocated
		}
	}
	return n
}

// nextElement reads what is behind an element of an array. It reports false if
// there has been a failure.
func (r *fastReader) nextElement() bool {
	if !r.take(',') && !r.take(']') {
		r.fail()
	}
	return !r.failed
}
