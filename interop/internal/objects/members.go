package objects

import (
	"strconv"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// A Member is a member of an object. Name is without quotes. At is where the
// name begins.
type Member struct {
	Name  string
	Value jsontext.Value
	At    int
}

// Members appends the members of an object, which is valid JSON, to list. Names
// are interned in names, if it is not nil.
func Members(list []Member, raw jsontext.Value, names map[string]string) []Member {
	for i := space(raw, 1); raw[i] != '}'; {
		at := i
		i = end(raw, i)
		name := intern(raw[at:i], names)
		i = space(raw, space(raw, i)+1) // the colon
		from := i
		i = end(raw, i)
		list = append(list, Member{name, raw[from:i], at})
		if i = space(raw, i); raw[i] == ',' {
			i = space(raw, i+1)
		}
	}
	return list
}

// Elements yields the elements of an array, which is valid JSON.
func Elements(raw jsontext.Value) func(yield func(jsontext.Value) bool) {
	return func(yield func(jsontext.Value) bool) {
		for i := space(raw, 1); raw[i] != ']'; {
			from := i
			i = end(raw, i)
			if !yield(raw[from:i]) {
				return
			}
			if i = space(raw, i); raw[i] == ',' {
				i = space(raw, i+1)
			}
		}
	}
}

func intern(quoted jsontext.Value, names map[string]string) string {
	if name, ok := names[string(quoted)]; ok {
		return name
	}
	name := Text(quoted)
	if names != nil && len(names) < 1000 {
		names[string(quoted)] = name
	}
	return name
}

// Text returns what a string holds. What is not a string is returned as it is.
func Text(v jsontext.Value) string {
	if len(v) < 2 || v[0] != '"' {
		return string(v)
	}
	for _, c := range v[1 : len(v)-1] {
		if c == '\\' {
			b, _ := jsontext.AppendUnquote(nil, v) // it is valid but for lone surrogates
			return strings.ToValidUTF8(string(b), "\uFFFD")
		}
	}
	return string(v[1 : len(v)-1])
}

// space returns the index of the next byte that is not white space.
func space(b []byte, i int) int {
	for b[i] == ' ' || b[i] == '\n' || b[i] == '\t' || b[i] == '\r' {
		i++
	}
	return i
}

// end returns the index behind the value that begins at i.
func end(b []byte, i int) int {
	switch b[i] {
	case '"':
		for i++; b[i] != '"'; i++ {
			if b[i] == '\\' {
				i++
			}
		}
		return i + 1
	case '{', '[':
		depth := 0
		for ; ; i++ {
			switch b[i] {
			case '"':
				i = end(b, i) - 1
			case '{', '[':
				depth++
			case '}', ']':
				if depth--; depth == 0 {
					return i + 1
				}
			}
		}
	}
	for i < len(b) && b[i] != ',' && b[i] != '}' && b[i] != ']' && b[i] > ' ' {
		i++
	}
	return i
}

// IsBlank reports whether a value says nothing: null, an empty string, an empty
// list or object.
func IsBlank(v jsontext.Value) bool {
	switch v[0] {
	case 'n':
		return true
	case '"':
		return len(v) == 2
	case '[', '{':
		i := space(v, 1)
		return v[i] == ']' || v[i] == '}'
	}
	return false
}

// Twice returns the index of a member whose name occurs before, or -1.
func Twice(members []Member) int {
	if len(members) <= 32 {
		for i := range members {
			for j := range members[:i] {
				if members[i].Name == members[j].Name {
					return i
				}
			}
		}
		return -1
	}
	seen := make(map[string]bool, len(members))
	for i := range members {
		if seen[members[i].Name] {
			return i
		}
		seen[members[i].Name] = true
	}
	return -1
}

// Quote quotes a string for a remark, cut if it is long.
func Quote(s string) string {
	if len(s) > 60 {
		s = strings.ToValidUTF8(s[:60], "") + "…"
	}
	return strconv.Quote(s)
}

// KindName returns a kind of value with its article.
func KindName(k jsontext.Kind) string {
	switch k {
	case '[':
		return "a list"
	case '{':
		return "an object"
	case '"':
		return "a string"
	case '0':
		return "a number"
	}
	return k.String()
}
