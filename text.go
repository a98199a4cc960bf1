package entente

import (
	"encoding/binary"
	"iter"
	"sort"

	"golang.org/x/text/language"
)

// Text holds the same words in any number of languages, each under its BCP 47
// tag. It is an immutable value, cheap to copy and safe for concurrent use.
// Texts are comparable with ==, which compares all languages. The zero Text is
// empty, but true for {{if}} in a template, like every struct: use [Text.IsZero].
//
// In JSON it is an object from tag to words: {"en": "Friendship", "ru": "Дружба"}.
type Text struct {
	// packed holds each language in the order of tags: the length of the tag as
	// a varint, the tag, the length of the words, the words. One string is one
	// allocation, and makes Text comparable.
	packed string
}

// English returns a Text in English alone; [Text.With] adds languages.
// English("") is the zero Text.
func English(words string) Text { return Text{}.With(language.English, words) }

// With returns t with the words in one language added or replaced. It keeps
// them under the canonical form of the tag. Empty words remove the language.
// With accepts words that are not UTF-8; [New] and the writers refuse them.
func (t Text) With(tag language.Tag, words string) Text {
	name := canonicalOf(tag)
	var all []phrase
	for tag, words := range t.phrases {
		if tag != name {
			all = append(all, phrase{tag, words})
		}
	}
	if words != "" {
		all = append(all, phrase{name, words})
	}
	return pack(all)
}

// In returns the words in the language that best matches tag, and the tag of
// that language, so that a page can mark it up. It looks under tag itself, then
// under each [language.Tag.Parent], then under English, and then takes the
// first language in the order of tags. It never looks under a narrower tag:
// "en" does not find "en-GB", except as the first language. The zero Text gives
// "" and [language.Und].
func (t Text) In(tag language.Tag) (string, language.Tag) {
	if t.packed == "" {
		return "", language.Und
	}
	for ; ; tag = tag.Parent() {
		if words, ok := t.under(tag.String()); ok {
			return words, tag
		}
		if tag == language.Und {
			break
		}
	}
	for name, words := range t.phrases {
		if english, ok := t.under("en"); ok {
			return english, language.English
		}
		tag, _ := language.Parse(name) // every tag was parsed on its way in
		return words, tag
	}
	return "", language.Und
}

// Words returns the words that [Text.In] returns, without their tag. It is for
// templates: {{.Name.Words $tag}}.
func (t Text) Words(tag language.Tag) string {
	words, _ := t.In(tag)
	return words
}

// All yields each language's tag and words, in the order of the tags.
func (t Text) All() iter.Seq2[language.Tag, string] {
	return func(yield func(language.Tag, string) bool) {
		for name, words := range t.phrases {
			tag, _ := language.Parse(name)
			if !yield(tag, words) {
				return
			}
		}
	}
}

// Equal reports whether t and u are the same, as == does.
func (t Text) Equal(u Text) bool { return t == u }

// IsZero reports whether t is empty.
func (t Text) IsZero() bool { return t == Text{} }

// String returns the words in English or, if there are none, those in the first
// language in the order of tags.
func (t Text) String() string {
	if words, ok := t.under("en"); ok {
		return words
	}
	for _, words := range t.phrases {
		return words
	}
	return ""
}

type phrase struct{ tag, words string }

// phrases yields the tags and words in the order of tags.
func (t Text) phrases(yield func(tag, words string) bool) {
	for s := t.packed; s != ""; {
		n, w := uvarint(s)
		tag := s[w : w+n]
		s = s[w+n:]
		size, w := uvarint(s)
		s = s[w:]
		if !yield(tag, s[:size]) {
			return
		}
		s = s[size:]
	}
}

func (t Text) under(tag string) (string, bool) {
	for name, words := range t.phrases {
		if name == tag {
			return words, true
		}
	}
	return "", false
}

func uvarint(s string) (n, width int) {
	for shift := 0; ; shift += 7 {
		b := s[width]
		width++
		n |= int(b&0x7f) << shift
		if b < 0x80 {
			return n, width
		}
	}
}

func pack(all []phrase) Text {
	sort.SliceStable(all, func(i, j int) bool { return all[i].tag < all[j].tag })
	var b []byte
	for _, p := range all {
		b = appendPhrase(b, p.tag, p.words)
	}
	return Text{string(b)}
}

func appendPhrase[S ~string | ~[]byte](b []byte, tag string, words S) []byte {
	b = binary.AppendUvarint(b, uint64(len(tag)))
	b = append(b, tag...)
	b = binary.AppendUvarint(b, uint64(len(words)))
	return append(b, words...)
}

// canonicalOf returns the tag in its canonical form, if it has one.
func canonicalOf(tag language.Tag) string {
	name := tag.String()
	if _, err := canonicalTag(name); err != nil {
		if parsed, err := language.Parse(name); err == nil {
			name = parsed.String()
		}
	}
	return name
}

// canonicalTag returns the tag, or an error if it is not in its canonical form.
func canonicalTag(tag string) (string, error) {
	switch tag { // the languages of the embedded data need no look into the registry
	case "en", "ru", "ur", "und":
		return tag, nil
	}
	if len(tag) > 255 { // parsing takes quadratic time
		return "", invalidTag(tag)
	}
	parsed, err := language.Parse(tag)
	switch {
	case err != nil:
		return "", invalidTag(tag)
	case parsed.String() != tag:
		return "", &textError{problem: "language tag " + quote(tag) + " is not in its canonical form",
			hint: "write " + quote(parsed.String())}
	}
	return tag, nil
}

func invalidTag(tag string) error {
	return &textError{problem: quote(tag) + " is not a BCP 47 language tag", hint: `write one such as "en"`}
}
