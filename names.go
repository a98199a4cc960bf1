package entente

import (
	"iter"
	"slices"

	"golang.org/x/text/language"
)

// Names holds other names and spellings in any number of languages, each under
// its BCP 47 tag. A name whose language is not known is under the tag "und".
// Like [Text] it is an immutable value, cheap to copy, comparable with == and
// safe for concurrent use. The zero Names is empty.
//
// In JSON it is an object from tag to names: {"en": ["Friendship"], "und": ["Druzhba"]}.
type Names struct {
	// packed holds each name as a Text holds words, in the order of tags. A tag
	// is there once for each of its names, which keep their order.
	packed string
}

// With returns n with the names in one language added or replaced. It keeps
// their order, drops empty and repeated names, and uses the canonical form of
// the tag. Without names, it removes the language.
func (n Names) With(tag language.Tag, names ...string) Names {
	key := canonicalOf(tag)
	all := slices.DeleteFunc(n.list(), func(p phrase) bool { return p.tag == key })
	seen := map[string]bool{"": true}
	for _, name := range names {
		if !seen[name] {
			all = append(all, phrase{key, name})
		}
		seen[name] = true
	}
	return Names{pack(all).packed}
}

// In returns the names under tag itself, in their order.
func (n Names) In(tag language.Tag) []string {
	key := canonicalOf(tag)
	var names []string
	for tag, name := range n.phrases {
		if tag == key {
			names = append(names, name)
		}
	}
	return names
}

// All yields each name with the tag of its language, in the order of the tags.
func (n Names) All() iter.Seq2[language.Tag, string] { return Text(n).All() }

// Equal reports whether n and m are the same, as == does.
func (n Names) Equal(m Names) bool { return n == m }

// IsZero reports whether n is empty.
func (n Names) IsZero() bool { return n == Names{} }

// String returns the names in the order of the tags, separated by commas.
func (n Names) String() string {
	var b []byte
	for _, name := range n.phrases {
		if len(b) > 0 {
			b = append(b, ", "...)
		}
		b = append(b, name...)
	}
	return string(b)
}

// phrases yields the tags and names in the order of tags.
func (n Names) phrases(yield func(tag, name string) bool) { Text(n).phrases(yield) }

func (n Names) list() (all []phrase) {
	for tag, name := range n.phrases {
		all = append(all, phrase{tag, name})
	}
	return all
}
