package visits

import (
	"cmp"
	"slices"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/interop/internal/rows"
)

// cites returns what the row cites, which begins on a day. Officials cite the first
// of it.
func (t *reader) cites(first edtf.Date) []entente.Citation {
	var list []entente.Citation
	t.there = fresh(t.there)
	for part := range strings.SplitSeq(t.cell("source"), ";") {
		for _, n := range named(strings.Fields(part)) {
			if id := t.sourceOf(n); !t.there[id] {
				t.there[id] = true
				list = append(list, entente.Citation{Source: id})
			}
		}
	}
	if list == nil {
		t.cited = true
		list = []entente.Citation{{Source: t.source.ID, Locator: t.locator(first)}}
	}
	return list
}

// locator names the row by its ID or, without one, by the visitor, the place and the
// first day. These stay the same when rows are added or sorted.
func (t *reader) locator(first edtf.Date) string {
	if id := t.cell("id"); id != "" {
		return "row with " + t.Columns()[t.column["id"]] + " " + id
	}
	said := []string{cmp.Or(t.cell("name"), t.cell("from"), t.sender), t.cell("place"), t.cell("to"),
		t.dateWords("start", first.Period())}
	return "row of " + strings.Join(slices.DeleteFunc(said, func(s string) bool { return s == "" }), ", ")
}

// A namedSource is a source as a sheet names it.
type namedSource struct {
	title, address string
	key            string // the address without its scheme; without an address, the title
}

// named takes the words of a cell apart: those before an address are its title,
// and so are those behind the last one.
func named(words []string) (list []namedSource) {
	var title []string
	for _, word := range words {
		address := strings.TrimRight(word, ",.")
		if n := len(address); n > 2 && address[0] == '(' && address[n-1] == ')' {
			address = address[1 : n-1]
		}
		if key, ok := isAddress(address); ok {
			list = append(list, namedSource{strings.Join(title, " "), address, key})
			title = nil
		} else {
			title = append(title, word)
		}
	}
	rest := strings.Join(title, " ")
	switch last := len(list) - 1; {
	case rest == "":
	case last < 0:
		list = append(list, namedSource{title: rest, key: rest})
	default:
		list[last].title = strings.TrimSpace(list[last].title + " " + rest)
	}
	return list
}

// An otherTitle is a title of a source that has one already.
type otherTitle struct {
	source int
	title  string
}

// title gives a source another title: as its title, if it has none, and otherwise
// in its extra.
func (t *reader) title(i int, title string) {
	s := &t.out.Sources[i]
	first, other := s.Title.Words(t.tag), otherTitle{i, title}
	switch {
	case title == "" || title == first || t.titles[other]:
	case first == "":
		s.Title = t.text(title)
	default:
		t.titles[other] = true
		if t.kept[i] == nil {
			t.kept[i] = new(rows.Extra)
		}
		t.kept[i].Keep(t.Columns()[t.column["source"]], "title", title)
		t.repair(t.column["source"], rows.Quote(s.URL)+" has the title "+rows.Quote(first)+" before; "+rows.Quote(title)+
			" is kept in the extra of the source")
	}
}

// sourceOf returns the source with an address or a title.
func (t *reader) sourceOf(n namedSource) entente.ID {
	key := n.title
	if n.address != "" {
		key = n.address
	}
	if i, ok := t.sources[key]; ok {
		t.title(i, n.title)
		return t.out.Sources[i].ID
	}
	s := entente.Source{Title: t.text(n.title), URL: n.address}
	id := rows.Slug("", n.key)
	if !startsWithLetter(string(id)) {
		id = rows.Slug("source", n.key)
	}
	s.ID = t.taken.Take(id)
	t.sources[key] = len(t.out.Sources)
	t.out.Sources = append(t.out.Sources, s)
	return s.ID
}

// isAddress reports whether a word is the address of a page, and returns it
// without its scheme. An address without a scheme begins with "www.", or has a path
// behind the name of a host such as mod.example.
func isAddress(word string) (rest string, ok bool) {
	for _, scheme := range []string{"https://", "http://"} {
		if len(word) > len(scheme) && strings.EqualFold(word[:len(scheme)], scheme) {
			rest = word[len(scheme):]
			break
		}
	}
	host, path, hasPath := strings.Cut(cmp.Or(rest, word), "/")
	if rest == "" {
		rest = word
		bare := strings.TrimFunc(host, func(r rune) bool { return r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-' || r == '.' }) == ""
		i := strings.LastIndexByte(host, '.')
		isHost := i > 0 && len(host)-i > 2 && strings.Trim(host[i+1:], "abcdefghijklmnopqrstuvwxyz") == ""
		if !bare || !isHost || !strings.HasPrefix(host, "www.") && (!hasPath || path == "") {
			return "", false
		}
	}
	ok = host != "" && host[0] != ':' && !strings.ContainsAny(host, "@?#") && !strings.ContainsAny(word, " \\\u00a0\u3000")
	return rest, ok
}
