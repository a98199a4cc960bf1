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

// explainSyntax puts the error with which the JSON decoder gave up into words
// for whoever must mend the file: where the fault is, what is wrong and what
// to write instead. The decoder says where it stopped; the bytes around that
// place tell the slips that people make.
func explainSyntax(data []byte, err error) (at int, message, hint string) {
	at, said := len(data), "" // where the file just ends, the error has no place
	var syn *jsontext.SyntacticError
	if errors.As(err, &syn) {
		at = min(int(syn.ByteOffset), len(data))
		if syn.Err != nil {
			said = syn.Err.Error()
		}
	}
	inString := strings.Contains(said, "in string")
	if !inString {
		at = skipSpace(data, at)
	}
	for at > 0 && at < len(data) && !inString && wordLength(data[at-1:at]) > 0 && wordLength(data[at:]) > 0 {
		at-- // the decoder stops within a word
	}
	if at == len(data) {
		return at, "the file ends before its end", "write what is missing, or fetch the whole file"
	}
	before := bytes.TrimRight(data[:at], " \t\r\n")
	last := byte(0)
	if len(before) > 0 {
		last = before[len(before)-1]
	}
	c, _ := utf8.DecodeRune(data[at:])
	word := string(data[at : at+wordLength(data[at:])])
	switch {
	case inString && (c == '\n' || c == '\r'):
		return at, "text that does not end in its line", `write the closing quotation mark, or \n for a line break`
	case strings.Contains(said, "escape"):
		return at, "a backslash that begins no escape sequence", `write \\ for a backslash`
	case inString:
		return at, "the control character " + strconv.QuoteRuneToASCII(c) + " in text", "delete it"
	case c == '/' || c == '#':
		return at, "a comment, which JSON does not have", `delete it, or write it as a "note"`
	case strings.ContainsRune("'‘’“”„«»`", c):
		return at, "the quotation mark " + string(c), `write the plain " instead`
	case c == ',' && strings.IndexByte("[{,", last) >= 0:
		return at, "a comma before which nothing comes", "delete it"
	case last == ',' && (c == '}' || c == ']'):
		return len(before) - 1, "a comma after which nothing comes", "delete it"
	case c == ',' && last != ':':
		return at, "a comma after which nothing comes", "delete it"
	case last == ':' && strings.IndexByte(",}]", byte(c)) >= 0:
		return at, "no value after the colon", "write one, or leave the member out"
	case c == '=' || strings.Contains(said, "after object name"):
		return at, "no colon after the name", "write one, or the quotation mark that is missing"
	case last >= '0' && last <= '9' && c >= '0' && c <= '9':
		return at, "a number with a zero in front", "leave the zero out"
	case last >= '0' && last <= '9' && data[at-1] == last && c == '-':
		return at, "text without quotation marks", `write "…"`
	case c == '+' || c == '.':
		return at, "a number must begin with a digit or a minus sign", ""
	case c > utf8.RuneSelf && unicode.IsSpace(c):
		return at, "a space of another sort, " + strconv.QuoteRuneToASCII(c), "write a plain space, or delete it"
	case strings.Contains(said, "expecting ','") && (c == '}' || c == ']'):
		return at, strconv.QuoteRune(c) + " ends what is not open", "write the other bracket first"
	case strings.Contains(said, "expecting ','"):
		return at, "no comma after the value before this", "write one"
	case strings.Contains(said, "in number"):
		return at, "a number that is not complete", "write digits after the sign, the point or the E"
	case last == 0:
		return at, strconv.QuoteRuneToASCII(c) + " where a JSON object should begin", `write {"format": "` + Format + `", …}`
	case strings.EqualFold(word, "true"), strings.EqualFold(word, "false"):
		return at, word + " is no value in JSON", "write " + strings.ToLower(word)
	case word == "NaN", word == "None", word == "undefined", word == "nil", strings.EqualFold(word, "null"):
		return at, word + " is no value in JSON", "leave the member out where there is no value"
	case word != "":
		return at, "text without quotation marks", "write " + quote(word)
	case strings.Contains(said, "at start of string") && last == ',' && c >= '0' && c <= '9' && len(before) > 1 && before[len(before)-2] >= '0' && before[len(before)-2] <= '9':
		return len(before) - 1, "a comma within a number", "write the digits alone"
	case strings.Contains(said, "at start of string"):
		return at, strconv.QuoteRuneToASCII(c) + " where the name of a member should be", ""
	}
	return at, strconv.QuoteRuneToASCII(c) + " where a value should be", ""
}

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
		return "this holds the marks of a merge that has not been finished", "finish the merge"
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
