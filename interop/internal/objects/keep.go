package objects

import (
	"strconv"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
)

// Keep returns a value as the text that an [entente.Extra] keeps: a string as
// what it holds, any other value as compact JSON. A string that reads as JSON
// itself, or that is not words, is kept with its quotation marks, so that
// [Value] gives back what was kept.
func Keep(v jsontext.Value) string {
	if v[0] != '"' {
		return sound(compact(v))
	}
	s := Text(v)
	if s == "" || looksLikeJSON(s) || !isSound(s) {
		return sound(string(v))
	}
	return s
}

// KeepText is Keep for a string.
func KeepText(s string) string {
	if isSound(s) && s != "" && !looksLikeJSON(s) {
		return s
	}
	quoted, _ := jsontext.AppendQuote(nil, s)
	return sound(string(quoted))
}

// Raw returns the value that [Keep] made the text of.
func Raw(kept string) jsontext.Value {
	if looksLikeJSON(kept) {
		return jsontext.Value(kept)
	}
	quoted, _ := jsontext.AppendQuote(nil, kept)
	return quoted
}

// KeepRaw returns JSON as it is, but for characters that no string of a dataset
// may have, which it escapes.
func KeepRaw(v jsontext.Value) string { return sound(string(v)) }

// looksLikeJSON reports whether s is a JSON value.
func looksLikeJSON(s string) bool {
	switch c := s[0]; {
	case c == '{', c == '[', c == '"', c == '-', c >= '0' && c <= '9', c == 't', c == 'f', c == 'n':
		return jsontext.Value(s).IsValid(options, lenient)
	}
	return s[0] <= ' ' && jsontext.Value(s).IsValid(options, lenient)
}

// compact returns JSON without the white space between its tokens.
func compact(v jsontext.Value) string {
	b := make([]byte, 0, len(v))
	for i := 0; i < len(v); {
		switch c := v[i]; c {
		case ' ', '\n', '\t', '\r':
			i++
		case '"':
			j := end(v, i)
			b = append(b, v[i:j]...)
			i = j
		default:
			b = append(b, c)
			i++
		}
	}
	return string(b)
}

// isSound reports whether s is text that may have lines.
func isSound(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= 0x7f || c < ' ' && c != '\n' && c != '\r' && c != '\t' {
			return isSoundFrom(s)
		}
	}
	return true
}

func isSoundFrom(s string) bool {
	before := rune(0)
	for _, r := range s {
		if !allowed(r, before) && r != '\n' && r != '\r' && r != '\t' {
			return false
		}
		before = r
	}
	return true
}

// sound escapes in JSON what no text may have.
func sound(json string) string {
	if isSound(json) {
		return json
	}
	b := make([]byte, 0, len(json)+16)
	for _, r := range json {
		// An escape before a joiner would leave it behind nothing.
		if r == 0x200c || r == 0x200d || r != '\n' && r != '\r' && r != '\t' && !allowed(r, 0) {
			b = appendEscape(b, r)
			continue
		}
		b = utf8.AppendRune(b, r)
	}
	return string(b)
}

func appendEscape(b []byte, r rune) []byte {
	if r > 0xffff {
		r -= 0x10000
		return appendEscape(appendEscape(b, 0xd800+r>>10), 0xdc00+r&0x3ff)
	}
	b = append(b, `\u`...)
	for shift := 12; shift >= 0; shift -= 4 {
		b = append(b, strconv.FormatInt(int64(r>>shift&15), 16)...)
	}
	return b
}
