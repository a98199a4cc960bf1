package entente

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
)

// A slip of syntax need not hide the rest of the file. If its meaning is clear,
// the slow reading reports it, mends it in a copy of the file and goes on.
// Nothing in the copy moves, so every position is that in the file.

// A patch is a replacement at a position in a copy of a file.
type patch struct {
	at   int
	with string
}

func blank(at, n int) []patch { return []patch{{at, strings.Repeat(" ", n)}} }

// maxMending bounds the bytes that are read again after slips.
const maxMending = 64 << 20

// mend puts right what can be, and adds a problem for each slip.
func (d *fileDiagnoser) mend() {
	data := d.file.data
	dec := jsontext.NewDecoder(bytes.NewBuffer(data), lenient...)
	for work, mended := 0, false; !d.full(); {
		_, err := dec.ReadToken()
		if err == nil && dec.StackDepth() == 0 {
			return
		}
		if err == nil {
			continue
		}
		s := explainSyntax(data, err)
		if work += s.at - len(s.before); s.mend == nil || work > maxMending {
			return // the reading will come to it
		}
		if !mended {
			mended = true
			data = bytes.Clone(data)
			d.file.data = data
			dec = jsontext.NewDecoder(bytes.NewBuffer(data), lenient...)
		}
		for _, p := range s.mend {
			work += copy(data[p.at:], p.with)
		}
		d.stumble(s, err)
	}
}

// blankComment blanks a comment as other languages have it.
func (s *stumble) blankComment() []patch {
	rest := s.data[s.at:]
	end := len(rest)
	switch {
	case s.c == '#', bytes.HasPrefix(rest, []byte("//")):
		if i := bytes.IndexAny(rest, "\r\n"); i >= 0 {
			end = i
		}
	case bytes.HasPrefix(rest, []byte("/*")):
		i := bytes.Index(rest[2:], []byte("*/"))
		if i < 0 {
			return nil
		}
		end = i + 4
	default:
		return nil
	}
	return blank(s.at, end)
}

// closingQuotes returns the marks that can end a string which begins with one
// that is not the plain one.
func closingQuotes(opening rune) string {
	switch opening {
	case '“', '”', '„':
		return "“”"
	case '‘', '’':
		return "’"
	case '«':
		return "»"
	case '`':
		return "`´"
	}
	return string(opening)
}

// plainQuotes replaces other quotation marks around a name or a string, if it
// ends on its line and something follows that can follow a string.
func (s *stumble) plainQuotes() []patch {
	begin := s.at + utf8.RuneLen(s.c)
	line := s.data[begin:]
	if i := bytes.IndexAny(line, "\r\n\"\\"); i >= 0 {
		line = line[:i]
	}
	i := bytes.IndexAny(line, closingQuotes(s.c))
	if i < 0 {
		return nil
	}
	_, n := utf8.DecodeRune(line[i:])
	if next := skipSpace(s.data, begin+i+n); next < len(s.data) && bytes.IndexByte([]byte(",:]}"), s.data[next]) < 0 {
		return nil
	}
	spaces := func(n int) string { return strings.Repeat(" ", n) }
	return []patch{{s.at, spaces(begin-s.at-1) + `"`}, {begin + i, `"` + spaces(n-1)}}
}

// missingComma writes a comma into the white space before the next value, if
// that is sure to be the next member or element.
func (s *stumble) missingComma() []patch {
	switch {
	case s.at == len(s.before): // without white space
		return nil
	case s.says("object value"):
		if !s.beginsMember() {
			return nil
		}
	case s.c != '"' && s.c != '{' && s.c != '[':
		return nil
	}
	return []patch{{len(s.before), ","}}
}

// beginsMember reports whether a name and a colon come next.
func (s *stumble) beginsMember() bool {
	if s.c != '"' {
		return false
	}
	next := s.data[s.at:]
	end := stringLength(next)
	colon := skipSpace(next, end)
	return !slices.Contains(next[:end], '\n') && colon < len(next) && next[colon] == ':'
}

// next returns what comes next in the file, or 0 for its end.
func (d *fileDiagnoser) next() byte {
	if i := skipSpace(d.file.data, int(d.dec.InputOffset())); i < len(d.file.data) {
		return d.file.data[i]
	}
	return 0
}

// amongOthers reports whether an object that was read is followed by another, or
// by the end of an array.
func (d *fileDiagnoser) amongOthers() bool {
	rest := bytes.TrimLeft(d.file.data[d.dec.InputOffset():], " \t\r\n")
	if after, ok := bytes.CutPrefix(rest, []byte(",")); ok {
		return bytes.HasPrefix(bytes.TrimLeft(after, " \t\r\n"), []byte("{"))
	}
	return bytes.HasPrefix(rest, []byte("]"))
}

// closed looks into an object at which the file ends too early. It reports false
// if members of the file are in it, because its brace is missing.
func (d *fileDiagnoser) closed(n node) bool {
	ok := true
	eachMember(n.raw, func(m member) bool {
		name, err := jsontext.AppendUnquote(nil, m.name)
		kind := m.value.Kind()
		ok = err != nil || kind != '{' && kind != '[' || !slices.Contains(fileMembers(), string(name))
		if !ok {
			d.partial = true
			d.problem(n.at+m.nameAt, n.pointer+"/"+string(name), ErrSyntax,
				n.what+" is not closed before "+quote(string(name)), "write the } that is missing")
		}
		return ok
	})
	return ok
}
