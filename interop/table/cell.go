package table

import (
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// risky are the characters that make a spreadsheet run a cell that begins with
// one.
const risky = "=+-@\t\n\r＝＋－＠"

// guard returns the cell of a text: the text itself, unless a spreadsheet would
// run it or change it. An apostrophe then comes first.
func guard(s string) string {
	bare := strings.TrimLeft(s, "'")
	switch {
	case strings.Contains(s, "\r"): // encoding/csv and others read it as a line end
		quoted, _ := jsontext.AppendQuote([]byte{'\''}, s)
		return string(quoted)
	case startsRisky(bare), spoiled(bare), len(bare) < len(s) && strings.HasPrefix(bare, `"`):
		return "'" + s
	}
	return s
}

// unguard returns the text of a cell. It takes off only what guard put there, so
// that a name may begin with an apostrophe.
func unguard(cell string) string {
	if !strings.HasPrefix(cell, "'") {
		return cell
	}
	bare := strings.TrimLeft(cell, "'")
	switch {
	case strings.HasPrefix(cell, `'"`):
		if unquoted, err := jsontext.AppendUnquote(nil, cell[1:]); err == nil {
			return string(unquoted)
		}
	case startsRisky(bare), spoiled(bare), strings.HasPrefix(bare, `"`):
		return cell[1:]
	}
	return cell
}

func startsRisky(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return n > 0 && strings.ContainsRune(risky, r)
}

// spoiled reports whether a spreadsheet would make another text of s without
// anybody noticing: a number with a leading zero, one of more digits than it
// counts, 1e5, true, October 2014, 12-14, 12:30, or a day that a slash follows,
// which is a period with an unknown end. Other dates in EDTF are not among them: it
// leaves them, or what it makes of them is no EDTF.
func spoiled(s string) bool {
	const longest = 24
	if s == "" || len(s) > longest {
		return false
	}
	lower := strings.ToLower(s)
	if lower == "true" || lower == "false" {
		return true
	}
	if strings.Trim(s, digits) == "" {
		return len(s) > 15 || len(s) > 1 && s[0] == '0'
	}
	if a, b, ok := strings.Cut(lower, "e"); ok && a != "" && b != "" && strings.Trim(a+b, digits) == "" {
		return true
	}
	parts := strings.FieldsFunc(lower, func(r rune) bool { return strings.ContainsRune(" ,-/:", r) })
	if len(parts) < 2 || len(parts) > 3 {
		return false
	}
	named := 0
	for _, p := range parts {
		if strings.Trim(p, digits) == "" {
			continue
		}
		if !isMonth(p) {
			return false
		}
		named++
	}
	return named == 1 || named == 0 && (len(parts[0]) < 4 || strings.HasSuffix(s, "/"))
}

const (
	digits = "0123456789"
	months = " january february march april may june july august september october november december "
)

// isMonth reports whether a word in lower case is a month, or its first letters.
func isMonth(word string) bool { return len(word) > 2 && strings.Contains(months, " "+word) }

// join returns the cell of a list: its entries, with semicolons between them. A
// backslash comes before a semicolon or backslash in an entry, and before a space
// at its ends.
func join(entries []string) string {
	var b strings.Builder
	for i, s := range entries {
		if i > 0 {
			b.WriteString("; ")
		}
		for k, r := range s {
			if r == ';' || r == '\\' || r == ' ' && (k == 0 || k == len(s)-1) {
				b.WriteByte('\\')
			}
			b.WriteRune(r)
		}
	}
	return b.String()
}

// split returns the entries of a cell.
func split(cell string) (entries []string) {
	var b strings.Builder
	kept := 0 // the length of the entry up to the last character that counts
	take := func() {
		entries = append(entries, b.String()[:kept])
		b.Reset()
		kept = 0
	}
	escaped := false
	for _, r := range cell {
		switch {
		case escaped:
			escaped = false
		case r == '\\':
			escaped = true
			continue
		case r == ';':
			take()
			continue
		case r == ' ' || r == '\n' || r == '\t':
			if b.Len() > 0 {
				b.WriteRune(r)
			}
			continue
		}
		b.WriteRune(r)
		kept = b.Len()
	}
	if escaped {
		b.WriteByte('\\')
		kept = b.Len()
	}
	take()
	return entries
}

// An object is a JSON object, by member.
type object = map[string]jsontext.Value

// at returns what the object has at the path, or nil.
func at(o object, path []string) jsontext.Value {
	v := o[path[0]]
	for _, name := range path[1:] {
		var inner object
		if v == nil || json.Unmarshal(v, &inner) != nil {
			return nil
		}
		v = inner[name]
	}
	return v
}

// encode returns the cell of a value, which is "" for nil.
func (c column) encode(v jsontext.Value) (string, error) {
	switch {
	case v == nil:
		return "", nil
	case c.list:
		var all []jsontext.Value
		if err := json.Unmarshal(v, &all); err != nil {
			return "", err
		}
		entries := make([]string, len(all))
		for i, v := range all {
			entries[i] = plain(v)
		}
		return guard(join(entries)), nil
	case c.shape == shapeInteger || c.shape == shapeNumber || c.shape == shapeBoolean:
		return plain(v), nil // no spreadsheet runs -6.1, and Read takes TRUE
	}
	return guard(plain(v)), nil
}

// plain returns a string as it is, and another value as JSON.
func plain(v jsontext.Value) string {
	if v.Kind() == '"' {
		if s, err := jsontext.AppendUnquote(nil, v); err == nil {
			return string(s)
		}
	}
	return string(v)
}

// decode returns the value of a cell. What is no value of the column becomes a
// string, which the checks of the records then refuse.
func (c column) decode(cell string) any {
	if c.list {
		var all []any
		for _, s := range split(unguard(cell)) {
			all = append(all, c.scalar(s))
		}
		return all
	}
	if c.shape == shapeString {
		return unguard(cell)
	}
	return c.scalar(unguard(strings.TrimSpace(cell)))
}

func (c column) scalar(s string) any {
	v := jsontext.Value(s)
	switch c.shape {
	case shapeInteger, shapeNumber:
		if v.IsValid() && v.Kind() == '0' {
			return v
		}
	case shapeBoolean: // spreadsheets write TRUE
		if lower := strings.ToLower(s); lower == "true" || lower == "false" {
			return jsontext.Value(lower)
		}
	case shapeValue:
		if v.IsValid() {
			return v
		}
	}
	return s
}
