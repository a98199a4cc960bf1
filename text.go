package entente

import (
	"bytes"
	"encoding/binary"
	"iter"
	"sort"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
	"golang.org/x/text/language"
)

// Text is words in any number of languages, each under its BCP 47 tag. It is
// an immutable, comparable value, cheap to copy and safe to share; == compares
// all languages. The zero Text holds no words.
//
// In JSON it is an object from tag to words: {"en": "Friendship", "ru": "Дружба"}.
type Text struct {
	// packed holds, for each language in the order of its tag: the length of
	// the tag as a varint, the tag, and the same of the words. One string costs
	// one allocation, and makes Text comparable.
	packed string
}

// English returns the Text that holds words in English alone; see [Text.With]
// for further languages. No words give the zero Text.
func English(words string) Text { return Text{}.With(language.English, words) }

// With returns t with the words under the canonical form of the tag added or
// replaced; no words remove what is there. Words that are not UTF-8 it keeps;
// [New] and the writers refuse them.
func (t Text) With(tag language.Tag, words string) Text {
	name := tag.String()
	if _, err := canonicalTag(name); err != nil {
		if parsed, err := language.Parse(name); err == nil {
			name = parsed.String()
		}
	}
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

// In returns the words in the language of the tag: those under the tag itself,
// or under the nearest of its parents in CLDR as [language.Tag.Parent] has
// them, or else the English ones, or else those of the first language in the
// order of tags. It never looks under a narrower tag. It also returns the tag
// under which the words stand, so that a page can mark words in another
// language as such. The zero Text gives "" and [language.Und].
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

// IsZero reports whether t holds no words.
func (t Text) IsZero() bool { return t == Text{} }

// String returns the English words, or else those of the first language.
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

// phrases yields the tags and words as they are packed.
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
	sort.Slice(all, func(i, j int) bool { return all[i].tag < all[j].tag })
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

// canonicalTag returns the tag's canonical form, or what is wrong with it.
func canonicalTag(tag string) (string, error) {
	switch tag { // the languages of the embedded data need no look into the registry
	case "en", "ru", "ur":
		return tag, nil
	}
	if len(tag) > 255 { // and parsing takes time for a tag without end
		return "", &textError{tag: tag, problem: quote(tag) + " is no BCP 47 language tag", hint: `write one such as "en"`}
	}
	parsed, err := language.Parse(tag)
	if err != nil {
		return "", &textError{tag: tag, problem: quote(tag) + " is no BCP 47 language tag", hint: `write one such as "en"`}
	}
	if parsed.String() != tag {
		return "", &textError{tag: tag, problem: "language tag " + quote(tag) + " is not in its canonical form", hint: "write " + quote(parsed.String())}
	}
	return tag, nil
}

// A textError says what is wrong with the words under one tag of a Text.
type textError struct {
	tag     string
	problem string
	hint    string
	is      error // the sentinel; ErrValue if nil
}

// noWords is the error for words that are none, or white space alone.
func noWords(tag string) *textError {
	return &textError{tag: tag, problem: "no words", hint: "write them, or leave the language out", is: ErrEmpty}
}

func (e *textError) Error() string {
	if e.hint == "" {
		return "entente: " + e.problem
	}
	return "entente: " + e.problem + "; " + e.hint
}

func (e *textError) diagnosis() (message, hint string) { return e.problem, e.hint }

func (e *textError) Unwrap() error {
	if e.is != nil {
		return e.is
	}
	return ErrValue
}

// UnmarshalJSONFrom implements [json.UnmarshalerFrom] of encoding/json/v2. It
// wants an object with at least one language and no empty words.
func (t *Text) UnmarshalJSONFrom(dec *jsontext.Decoder) error {
	kind := dec.PeekKind()
	if kind != '{' {
		value, err := dec.ReadValue()
		if err != nil {
			return err
		}
		if kind == '"' {
			return &textError{problem: "a text is an object from language tag to words", hint: "write {\"en\": " + clip(string(value), 60) + "}", is: ErrType}
		}
		return &textError{problem: "a text is an object from language tag to words, not " + describeJSON(kind), is: typeOrNull(kind)}
	}
	if _, err := dec.ReadToken(); err != nil {
		return err
	}
	var (
		room   [512]byte
		buf    = room[:0]
		tagBuf [32]byte
		last   string
		sorted = true
		bad    error
	)
	for dec.PeekKind() != '}' {
		raw, err := dec.ReadValue()
		if err != nil {
			return err
		}
		name, err := jsontext.AppendUnquote(tagBuf[:0], raw)
		if err != nil {
			return err
		}
		tag := internTag(name)
		if bad == nil { // else one more fault is none too many
			_, bad = canonicalTag(tag)
		}
		if tag <= last {
			sorted = false
		}
		last = tag
		if raw, err = dec.ReadValue(); err != nil {
			return err
		}
		kind := raw.Kind()
		switch {
		case bad != nil:
		case kind != '"':
			bad = &textError{tag: tag, problem: "words must be a string, not " + describeJSON(kind), is: typeOrNull(kind)}
		default:
			// Most words need no unescaping.
			words := raw[1 : len(raw)-1]
			if bytes.IndexByte(words, '\\') >= 0 {
				if words, err = jsontext.AppendUnquote(nil, raw); err != nil {
					return err
				}
			}
			if len(bytes.TrimSpace(words)) == 0 {
				bad = noWords(tag)
			}
			buf = appendPhrase(buf, tag, words)
		}
	}
	if _, err := dec.ReadToken(); err != nil {
		return err
	}
	switch {
	case bad != nil:
		return bad
	case len(buf) == 0:
		return &textError{problem: "a text without words", hint: `write at least {"en": "…"}, or leave the member out`, is: ErrEmpty}
	}
	t.packed = string(buf)
	if !sorted {
		var all []phrase
		for tag, words := range t.phrases {
			all = append(all, phrase{tag, words})
		}
		*t = pack(all)
		last = ""
		for tag := range t.phrases {
			if tag == last { // where the decoder does not mind
				return &textError{tag: tag, problem: "language " + quote(tag) + " is there already", hint: "write it once", is: ErrDuplicate}
			}
			last = tag
		}
	}
	return nil
}

// internTag returns the tag as a string, without an allocation for the
// languages of the embedded data.
func internTag(tag []byte) string {
	switch string(tag) {
	case "en":
		return "en"
	case "ru":
		return "ru"
	case "ur":
		return "ur"
	}
	return string(tag)
}

// UnmarshalJSON implements [encoding/json.Unmarshaler]; it reads what
// [Text.UnmarshalJSONFrom] reads.
func (t *Text) UnmarshalJSON(data []byte) error {
	return t.UnmarshalJSONFrom(jsontext.NewDecoder(strings.NewReader(string(data))))
}

// MarshalJSONTo implements [json.MarshalerTo] of encoding/json/v2. The
// languages are written in the order of their tags. The zero Text is written as
// {}, which is not read again: a member that may be without words is left out
// by its tag, as those of the records are. Words that are not UTF-8 are an
// error.
func (t Text) MarshalJSONTo(enc *jsontext.Encoder) error {
	if err := enc.WriteToken(jsontext.BeginObject); err != nil {
		return err
	}
	for tag, words := range t.phrases {
		if err := enc.WriteToken(jsontext.String(tag)); err != nil {
			return err
		}
		if err := enc.WriteToken(jsontext.String(words)); err != nil {
			return err
		}
	}
	return enc.WriteToken(jsontext.EndObject)
}

// MarshalJSON implements [encoding/json.Marshaler]; it writes what
// [Text.MarshalJSONTo] writes.
func (t Text) MarshalJSON() ([]byte, error) {
	var b strings.Builder
	if err := t.MarshalJSONTo(jsontext.NewEncoder(&b)); err != nil {
		return nil, err
	}
	return []byte(b.String()), nil
}
