package visits

import (
	"slices"
	"strconv"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop/internal/rows"
)

// cites returns what the row cites.
func (t *reader) cites() []entente.Citation {
	var list []entente.Citation
	for part := range strings.SplitSeq(t.cell("source"), ";") {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		c := entente.Citation{Source: t.sourceOf(part)}
		if !slices.ContainsFunc(list, func(b entente.Citation) bool { return b.Source == c.Source }) {
			list = append(list, c)
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
	if id, ok := t.sources[cell]; ok {
		return id
	}
	var s entente.Source
	address := cell
	for _, scheme := range []string{"https://", "http://"} {
		if len(cell) > len(scheme) && strings.EqualFold(cell[:len(scheme)], scheme) {
			s.URL, address = cell, cell[len(scheme):]
		}
	}
	if host, _, _ := strings.Cut(address, "/"); s.URL == "" || strings.ContainsAny(cell, " \\\u00a0\u3000") ||
		host == "" || strings.ContainsAny(host, "@?#") || host[0] == ':' {
		s.URL, s.Title, address = "", t.text(cell), cell
	}
	id := rows.Slug("", address)
	if !startsWithLetter(string(id)) {
		id = rows.Slug("source", address)
	}
	s.ID = t.taken.Take(id)
	t.sources[cell] = s.ID
	t.out.Sources = append(t.out.Sources, s)
	return s.ID
}
