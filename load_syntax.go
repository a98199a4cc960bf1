package entente

import (
	"bytes"
	"errors"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
)

// explainSyntax turns a JSON syntax error into a place, a message and a hint. It
// inspects the bytes around the place to recognize common mistakes.
func explainSyntax(data []byte, err error) stumble {
	s := newStumble(data, err)
	if rest := data[s.at:]; len(rest) == 0 || rest[0] == '\\' && len(rest) < len(`\ud83d\udca1`) && !bytes.ContainsAny(rest, "\"\n") {
		s.at = len(data)
		s.message, s.hint = "the file ends too early", "write what is missing, or fetch the whole file"
		return s
	}
	for _, explain := range []func(*stumble) (message, hint string){
		(*stumble).inText, (*stumble).punctuation, (*stumble).number, (*stumble).between, (*stumble).word,
	} {
		if s.message, s.hint = explain(&s); s.message != "" {
			return s
		}
	}
	s.message = s.quoted() + " where a value should be"
	return s
}

// A stumble is the position at which the JSON decoder gave up.
type stumble struct {
	data []byte
	at   int
	said string // the decoder's words

	c      rune   // at the place
	before []byte // what precedes it, without the white space between
	last   byte   // the last of before; 0 for none

	message, hint string
	mend          []patch // what puts it right; nil if that is not certain
}

func newStumble(data []byte, err error) stumble {
	s := stumble{data: data, at: len(data)} // if the file just ends, the error has no place
	var syn *jsontext.SyntacticError
	if errors.As(err, &syn) {
		s.at = min(int(syn.ByteOffset), len(data))
		if syn.Err != nil {
			s.said = syn.Err.Error()
		}
	}
	if !s.says("in string") {
		s.at = skipSpace(data, s.at)
		for s.at > 0 && s.at < len(data) && wordLength(data[s.at-1:s.at]) > 0 && wordLength(data[s.at:]) > 0 {
			s.at-- // the decoder stops within a word
		}
	}
	s.before = bytes.TrimRight(data[:s.at], " \t\r\n")
	if len(s.before) > 0 {
		s.last = s.before[len(s.before)-1]
	}
	s.c, _ = utf8.DecodeRune(data[s.at:])
	return s
}

func (s *stumble) says(words string) bool { return strings.Contains(s.said, words) }

func (s *stumble) quoted() string { return strconv.QuoteRuneToASCII(s.c) }

func (s *stumble) closes() bool { return s.c == '}' || s.c == ']' }

// inText explains errors within a string.
func (s *stumble) inText() (message, hint string) {
	inString := s.says("in string")
	switch {
	case inString && (s.c == '\n' || s.c == '\r'):
		return "a string that does not end on its line", `write the closing quotation mark, or \n for a line break`
	case s.says("escape"):
		return "a backslash that does not begin an escape sequence", `write \\ for a backslash`
	case inString:
		return "the control character " + s.quoted() + " in text", "delete it"
	}
	return "", ""
}

// punctuation explains comments, quotation marks, commas and colons.
func (s *stumble) punctuation() (message, hint string) {
	switch {
	case beginsConflict(s.data[s.at:]):
		return conflictMarkers, "finish the merge"
	case s.c == '/' || s.c == '#':
		s.mend = s.blankComment()
		return "a comment, which JSON does not have", `delete it, or write it as a "note"`
	case strings.ContainsRune("'‘’“”„«»`", s.c):
		s.mend = s.plainQuotes()
		return "the quotation mark " + string(s.c), `write the plain " instead`
	case s.c == ',' && strings.IndexByte("[{,", s.last) >= 0:
		s.mend = blank(s.at, 1)
		return "a comma with nothing before it", "delete it"
	case s.last == ',' && s.closes():
		s.at = len(s.before) - 1
		s.mend = blank(s.at, 1)
		return "a comma with nothing after it", "delete it"
	case s.c == ',' && s.last != ':' && !s.says("after object name"):
		s.mend = blank(s.at, 1)
		return "a comma with nothing after it", "delete it"
	case s.last == ':' && (s.c == ',' || s.closes()):
		return "no value after the colon", "write one, or leave the member out"
	case s.says("after object name"):
		return "no colon after the name", "write one, or the quotation mark that is missing"
	}
	return "", ""
}

const conflictMarkers = "the conflict markers of an unfinished merge"

// beginsConflict reports whether a version control system marks a conflict here.
func beginsConflict(data []byte) bool {
	return bytes.HasPrefix(data, []byte("<<<<<<<")) || bytes.HasPrefix(data, []byte("=======")) ||
		bytes.HasPrefix(data, []byte(">>>>>>>"))
}

// number explains what looks like a number and is not.
func (s *stumble) number() (message, hint string) {
	afterDigit := s.at == len(s.before) && isDigit(s.last)
	switch {
	case afterDigit && isDigit(s.data[s.at]):
		return "a number with a leading zero", "leave the zero out"
	case afterDigit && s.c == '-': // a date, most likely
		return "text without quotation marks", `write "…"`
	case s.c == '+' || s.c == '.':
		return "a number must begin with a digit or a minus sign", ""
	}
	return "", ""
}

// between explains what may not follow a value.
func (s *stumble) between() (message, hint string) {
	noComma := s.says("expecting ','")
	switch {
	case unicode.IsSpace(s.c):
		s.mend = blank(s.at, utf8.RuneLen(s.c))
		return "the unusual space " + s.quoted(), "write a plain space, or delete it"
	case noComma && s.closes():
		return s.quoted() + " does not match the open bracket", "write the other bracket first"
	case noComma:
		return s.afterValue()
	case s.says("in number"):
		return "an incomplete number", "write digits after the sign, the point or the E"
	case s.last == 0:
		return "the file begins with " + s.quoted() + ", not with a JSON object", `write {"format": "` + Format + `", …}`
	}
	return "", ""
}

// afterValue explains what follows a value without a comma.
func (s *stumble) afterValue() (message, hint string) {
	inObject := s.says("object value")
	switch {
	case s.c == ';' && strings.IndexByte(",]}", s.following()) >= 0:
		s.mend = blank(s.at, 1)
		return "a semicolon after a value", "delete it"
	case s.c == ';':
		s.mend = []patch{{s.at, ","}}
		return "a semicolon after a value", "write a comma"
	case s.c == ':' && inObject:
		return "a second colon", "write the comma, or the quotation mark, that is missing before it"
	case s.c == ':':
		return "a colon in an array", "write the ] that is missing before the name, or the { around the member"
	case inObject && (s.c == '{' || s.c == '['):
		return s.quoted() + " where an object should go on or end", "write the } that is missing before it, and a comma"
	case inObject && !s.beginsMember():
		if s.last == '"' {
			return "text after the closing quotation mark", `write \" for a quotation mark in text, or the comma that is missing`
		}
		return s.quoted() + " where an object should go on or end", "write a comma and the name of the next member"
	case !inObject && s.beginsMember():
		return "the name of a member where an array should go on or end", "write the { that is missing before it, or delete the bracket that closes too early"
	case s.c == '"' || s.c == '{' || s.c == '[' || s.c == '-' || isDigit(s.data[s.at]) || wordLength(s.data[s.at:]) > 0:
		s.mend = s.missingComma()
		return "no comma after the previous value", "write one"
	}
	return s.quoted() + " where an array should go on or end", "write a comma, or ]"
}

// following returns what comes after the place, or 0 for the end of the file.
func (s *stumble) following() byte {
	if i := skipSpace(s.data, s.at+1); i < len(s.data) {
		return s.data[i]
	}
	return 0
}

// word explains words without quotation marks, and what should be the name of a
// member.
func (s *stumble) word() (message, hint string) {
	word := string(s.data[s.at : s.at+wordLength(s.data[s.at:])])
	after := bytes.TrimLeft(s.data[s.at+len(word):], " \t\r\n")
	switch {
	case word != "" && bytes.HasPrefix(after, []byte(":")): // a name
		return "text without quotation marks", "write " + quote(word)
	case strings.EqualFold(word, "true"), strings.EqualFold(word, "false"):
		s.mend = []patch{{s.at, strings.ToLower(word)}}
		return word + " is not a value in JSON", "write " + strings.ToLower(word)
	case word == "NaN", word == "None", word == "undefined", word == "nil", strings.EqualFold(word, "null"):
		return word + " is not a value in JSON", "leave the member out"
	case word != "":
		return "text without quotation marks", "write " + quote(word)
	case !s.says("at start of string"):
		return "", ""
	case s.groupsDigits():
		s.at = len(s.before) - 1
		return "a comma within a number", "write the digits alone"
	}
	if s.c == '{' && s.last == ',' {
		hint = "write the } that is missing before the comma, or the [ before the first object"
	}
	return s.quoted() + " where the name of a member should be", hint
}

// groupsDigits reports whether the place is behind a comma between digits.
func (s *stumble) groupsDigits() bool {
	n := len(s.before)
	return s.last == ',' && n > 1 && isDigit(s.before[n-2]) && isDigit(s.data[s.at])
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// wordLength returns the length of the letters and underscores at the start.
func wordLength(data []byte) int {
	for i, c := range data {
		if c != '_' && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') {
			return i
		}
	}
	return len(data)
}

func skipSpace(data []byte, i int) int {
	for i < len(data) && bytes.IndexByte([]byte(" \t\r\n"), data[i]) >= 0 {
		i++
	}
	return i
}

// notJSON says what a file is that is evidently not JSON, and what to do.
func notJSON(data []byte) (what, hint string) {
	start := bytes.TrimLeft(data, " \t\r\n")
	begins := func(prefix string) bool { return bytes.HasPrefix(start, []byte(prefix)) }
	switch {
	case len(start) == 0:
		return "the file is empty", `write {"format": "` + Format + `", …}`
	case begins("\x1f\x8b"):
		return "this is gzip, not JSON", "unpack it first"
	case begins("PK\x03\x04"):
		return "this is a ZIP archive, not JSON", "unpack it first"
	case begins("\xef\xbb\xbf"):
		return "the file begins with a byte order mark", "save it as UTF-8 without one"
	case begins("\xff\xfe"), begins("\xfe\xff"), len(start) > 1 && (start[0] == 0) != (start[1] == 0):
		return "this is UTF-16, not UTF-8", "save it as UTF-8"
	case begins("version https://git-lfs"):
		return "this is a Git LFS pointer, not the file itself", "fetch the file with git lfs pull"
	case begins("<<<<<<< "):
		return "this has the conflict markers of an unfinished merge", "finish the merge"
	case begins("<"):
		return "this is HTML or XML, not JSON", "fetch the file itself, not a page about it"
	case begins("---"), begins("#"), begins("%YAML"), begins("format:"):
		return "this looks like YAML, not JSON", "write it as JSON"
	case start[0] == 0, notRune(start):
		return "this is a binary file, not JSON", ""
	}
	return "", ""
}

func notRune(data []byte) bool {
	c, n := utf8.DecodeRune(data)
	return c == utf8.RuneError && n == 1
}
