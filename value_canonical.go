package entente

import (
	"bytes"
	"sort"

	"github.com/go-json-experiment/json/jsontext"
)

// A Value is kept in a canonical form, so that two are equal if their texts are:
// without white space, members in the order of their names, each string in its
// shortest form. Numbers stay as they are written. Package jsontext has a function
// for that, but it would add some 50 KiB to every program that loads data.

// appendCanonical appends the canonical form of the value at the beginning of JSON
// that is valid, and returns what follows the value.
func appendCanonical(b, data []byte) (out, rest []byte) {
	data = trimSpace(data)
	switch data[0] {
	case '{':
		return appendCanonicalObject(b, data[1:])
	case '[':
		b, data = append(b, '['), trimSpace(data[1:])
		for data[0] != ']' {
			if data[0] == ',' {
				b, data = append(b, ','), data[1:]
			}
			b, data = appendCanonical(b, data)
			data = trimSpace(data)
		}
		return append(b, ']'), data[1:]
	case '"':
		s, rest, _ := cutString(nil, data)
		b, _ = jsontext.AppendQuote(b, s)
		return b, rest
	}
	end := bytes.IndexAny(data, " \t\r\n,]}")
	if end < 0 {
		end = len(data)
	}
	return append(b, data[:end]...), data[end:]
}

// appendCanonicalObject is appendCanonical after the opening brace of an object.
func appendCanonicalObject(b, data []byte) (out, rest []byte) {
	b, data = append(b, '{'), trimSpace(data)
	begin := len(b)
	var members memberTexts
	for data[0] != '}' {
		start := len(b)
		name, rest, _ := cutString(nil, data)
		b, _ = jsontext.AppendQuote(b, name)
		b = append(b, ':')
		b, data = appendCanonical(b, trimSpace(rest)[1:])
		b = append(b, ',')
		members = append(members, memberText{string(name), start - begin, len(b) - begin})
		if data = trimSpace(data); data[0] == ',' {
			data = trimSpace(data[1:])
		}
	}
	if !sort.IsSorted(members) {
		sort.Sort(members)
		texts := bytes.Clone(b[begin:])
		b = b[:begin]
		for _, m := range members {
			b = append(b, texts[m.start:m.end]...)
		}
	}
	if len(members) > 0 {
		b = b[:len(b)-1] // the last comma
	}
	return append(b, '}'), data[1:]
}

// memberTexts are the members of an object: names, and where each begins and ends.
type memberTexts []memberText

type memberText struct {
	name       string
	start, end int
}

func (m memberTexts) Len() int           { return len(m) }
func (m memberTexts) Swap(i, j int)      { m[i], m[j] = m[j], m[i] }
func (m memberTexts) Less(i, j int) bool { return m[i].name < m[j].name }
