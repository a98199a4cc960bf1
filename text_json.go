package entente

import (
	"bytes"

	"github.com/go-json-experiment/json/jsontext"
)

// MarshalJSON implements [encoding/json.Marshaler]. It writes the languages in
// the order of their tags. Words that are not UTF-8 are an error. The zero Text
// is written as {}; the members of the records leave it out.
func (t Text) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	w := memberWriter{enc: jsontext.NewEncoder(&b)}
	if writeText(&w, &t); w.err != nil {
		return nil, &textError{problem: "words that are not valid UTF-8", is: ErrUTF8}
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

// UnmarshalJSON implements [encoding/json.Unmarshaler]. It accepts an object of
// languages, each tag in its canonical form and given once, with no blank words;
// {} gives the zero Text, but the [Loader] refuses it. Like [Text.With] it
// accepts words that are not UTF-8, which only some decoders let through; the
// Loader does not.
func (t *Text) UnmarshalJSON(data []byte) error {
	if text, ok := parseText(data); ok {
		*t = text
		return nil
	}
	return unmarshal(t, data, "a text", ErrEmpty)
}

// unmarshal reads a value alone. It accepts the JSON of the zero value, for which
// explain gives an error of the class zero: a file leaves the member out.
func unmarshal[T any, P interface {
	*T
	explainer
}](into P, data []byte, what string, zero error) error {
	if !jsontext.Value(data).IsValid(lenient...) {
		return &textError{problem: "not JSON", is: ErrSyntax}
	}
	var err error
	read := P(new(T))
	read.explain(data, what, func(e *textError) bool {
		if e.pointer == "" && e.is == zero {
			return true
		}
		err = e
		return false
	})
	if err == nil {
		*into = *read
	}
	return err
}

// parseText reads a text. It reports false if anything is wrong with it, which
// explainText then puts into words.
func parseText(data []byte) (t Text, ok bool) {
	t, rest, ok := cutText(data)
	if !ok || len(trimSpace(rest)) > 0 {
		return Text{}, false
	}
	return t, true
}

// cutText reads the text that comes next in JSON, and returns what follows it.
func cutText(data []byte) (t Text, rest []byte, ok bool) {
	var (
		packed [512]byte // on the stack, for most texts
		room   [256]byte
		buf    = packed[:0]
		words  []byte
		last   string
		sorted = true
	)
	rest, ok = cutByte(data, '{')
	for more := ok; more; {
		if words, rest, ok = cutString(room[:0], rest); !ok {
			return Text{}, nil, false
		}
		tag := internTag(words)
		if _, err := canonicalTag(tag); err != nil {
			return Text{}, nil, false
		}
		sorted = sorted && tag > last
		last = tag
		if rest, ok = cutByte(rest, ':'); !ok {
			return Text{}, nil, false
		}
		if words, rest, ok = cutString(room[:0], rest); !ok || isBlank(words) {
			return Text{}, nil, false
		}
		buf = appendPhrase(buf, tag, words)
		if rest, more = cutByte(rest, ','); !more {
			rest, ok = cutByte(rest, '}')
		}
	}
	if !ok {
		return Text{}, nil, false
	}
	if t = (Text{string(buf)}); !sorted {
		t, ok = t.sorted()
	}
	return t, rest, ok
}

// sorted returns t with its languages in order. It reports false if a language
// occurs twice.
func (t Text) sorted() (Text, bool) {
	var all []phrase
	for tag, words := range t.phrases {
		all = append(all, phrase{tag, words})
	}
	t = pack(all)
	for i := range all[1:] { // which pack has sorted
		if all[i].tag == all[i+1].tag {
			return Text{}, false
		}
	}
	return t, true
}

// cutByte returns what follows c in JSON. It reports whether c comes next.
func cutByte(data []byte, c byte) (rest []byte, ok bool) {
	data = trimSpace(data)
	if len(data) == 0 || data[0] != c {
		return data, false
	}
	return data[1:], true
}

func trimSpace(data []byte) []byte {
	for i, c := range data {
		if c != ' ' && c != '\n' && c != '\t' && c != '\r' {
			return data[i:]
		}
	}
	return nil
}

// cutString returns the string that comes next in JSON and what follows it. It
// decodes into room if the string has escapes.
func cutString(room, data []byte) (s, rest []byte, ok bool) {
	data, ok = cutByte(data, '"')
	end := bytes.IndexByte(data, '"')
	if !ok || end < 0 {
		return nil, nil, false
	}
	if bytes.IndexByte(data[:end], '\\') >= 0 {
		return cutEscaped(room, data)
	}
	return data[:end], data[end+1:], true
}

// cutEscaped is cutString behind the first quotation mark.
func cutEscaped(room, data []byte) (s, rest []byte, ok bool) {
	for i := 0; i < len(data); i++ {
		switch data[i] {
		case '"':
			s, err := jsontext.AppendUnquote(room, `"`+string(data[:i+1]))
			return s, data[i+1:], err == nil
		case '\\':
			i++
		}
	}
	return nil, nil, false
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

// explainText reads a text in which something is wrong, as far as it can be
// read. It calls fault for each error until fault reports false. The data must
// be sound JSON, except that it may repeat members and contain invalid UTF-8.
// What names the text in messages.
func explainText(data []byte, what string, fault func(*textError) bool) Text {
	if kind := jsontext.Value(data).Kind(); kind != '{' {
		fault(&textError{problem: what + " must be an object with a text for each language, not " + describeJSON(kind),
			hint: "write " + inEnglish(data), is: typeOrNull(kind)})
		return Text{}
	}
	seen := make(map[string]bool)
	var all []phrase
	eachMember(data, func(m member) bool {
		tag, words, errs := explainPhrase(m, seen)
		seen[tag] = true
		if errs == nil {
			all = append(all, phrase{tag, words})
		}
		for _, e := range errs {
			if !fault(e) {
				return false
			}
		}
		return true
	})
	if len(seen) == 0 {
		fault(&textError{problem: "the text is empty", is: ErrEmpty,
			hint: `write at least {"en": "…"}, or leave the member out`})
	}
	return pack(all)
}

// explainPhrase reads the words in one language and returns what is wrong with
// them.
func explainPhrase(m member, seen map[string]bool) (tag, words string, errs []*textError) {
	unquoted, err := jsontext.AppendUnquote(nil, m.name)
	tag = string(unquoted)
	fail := func(offset int64, problem, hint string, is error) {
		errs = append(errs, &textError{offset, "/" + escapePointer(tag), problem, hint, is})
	}
	switch {
	case err != nil:
		message, hint := explainUTF8(m.name)
		fail(m.nameAt, message, hint, ErrUTF8)
		return tag, "", errs
	case seen[tag]:
		fail(m.nameAt, "language "+quote(tag)+" occurs twice", "write it once", ErrDuplicate)
		return tag, "", errs
	}
	if _, err := canonicalTag(tag); err != nil {
		message, hint := diagnosisOf(err)
		fail(m.nameAt, message, hint, ErrValue)
	}
	unquoted, err = jsontext.AppendUnquote(nil, m.value)
	switch kind := m.value.Kind(); {
	case kind == 'n':
		fail(m.valueAt, "null is not allowed", "leave the language out", ErrNull)
	case kind != '"':
		fail(m.valueAt, "the text must be a string, not "+describeJSON(kind), "", ErrType)
	case err != nil:
		message, hint := explainUTF8(m.value)
		fail(m.valueAt, message, hint, ErrUTF8)
	case isBlank(unquoted):
		empty := noWords()
		fail(m.valueAt, empty.problem, empty.hint, empty.is)
	}
	return tag, string(unquoted), errs
}

// inEnglish shows the words of a JSON string as a text that holds them.
func inEnglish(raw jsontext.Value) string {
	if raw.Kind() != '"' || len(raw) > 60 || printable(string(raw)) != string(raw) {
		return `{"en": "…"}`
	}
	return `{"en": ` + string(raw) + `}`
}

// An explainer is a value with a form of its own in JSON. Its method reads it as
// far as it can be read, and calls fault for each error until fault reports
// false; what names the value in messages.
type explainer interface {
	explain(data []byte, what string, fault func(*textError) bool)
}

func (t *Text) explain(data []byte, what string, fault func(*textError) bool) {
	*t = explainText(data, what, fault)
}

// A textError is one thing that is wrong with a text.
type textError struct {
	offset  int64  // where it is in the JSON of the text
	pointer string // to it from the text; "" for the text as a whole
	problem string
	hint    string
	is      error // the sentinel; ErrValue if nil
}

// noWords is the error for an empty or blank text.
func noWords() *textError {
	return &textError{problem: "the text is blank", hint: "write it, or leave the language out", is: ErrEmpty}
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
