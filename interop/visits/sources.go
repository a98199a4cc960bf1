package visits

import (
	"strconv"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop/internal/rows"
)

// cites returns what the row cites. Officials cite the first of it.
func (t *reader) cites() []entente.Citation {
	var list []entente.Citation
	t.there = fresh(t.there)
	for part := range strings.SplitSeq(t.cell("source"), ";") {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		if id := t.sourceOf(part); !t.there[id] {
			t.there[id] = true
			list = append(list, entente.Citation{Source: id})
		}
	}
	if list == nil {
		t.cited = true
		line, _ := t.Place(-1)
		list = []entente.Citation{{Source: t.source.ID, Locator: "line " + strconv.Itoa(line)}}
	}
	return list
}

// sourceOf returns the source with an address or a title.
func (t *reader) sourceOf(cell string) entente.ID {
	title, address := "", cell
	if i := strings.LastIndexByte(cell, ' '); i >= 0 {
		title, address = strings.TrimSpace(cell[:i]), cell[i+1:]
	}
	s := entente.Source{Title: t.text(cell)}
	key, words := cell, cell // words make the ID
	if rest, ok := isAddress(address); ok {
		s.URL, s.Title = address, t.text(title)
		key, words = address, rest
	}
	if id, ok := t.sources[key]; ok {
		return id
	}
	id := rows.Slug("", words)
	if !startsWithLetter(string(id)) {
		id = rows.Slug("source", words)
	}
	s.ID = t.taken.Take(id)
	t.sources[key] = s.ID
	t.out.Sources = append(t.out.Sources, s)
	return s.ID
}

// isAddress reports whether a word is the address of a page, and returns it
// without its scheme.
func isAddress(word string) (rest string, ok bool) {
	for _, scheme := range []string{"https://", "http://"} {
		if len(word) > len(scheme) && strings.EqualFold(word[:len(scheme)], scheme) {
			rest = word[len(scheme):]
		}
	}
	host, _, _ := strings.Cut(rest, "/")
	ok = host != "" && host[0] != ':' && !strings.ContainsAny(host, "@?#") && !strings.ContainsAny(word, " \\\u00a0\u3000")
	return rest, ok
}
