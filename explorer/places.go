package explorer

import (
	"slices"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/internal/fold"
	"github.com/entente-go/entente/internal/places"
)

// A placeIndex finds records by the names of their places, each name once.
type placeIndex []placeName

type placeName struct {
	name    string
	words   []string
	records []entente.Record
}

// newPlaceIndex reads each record once.
func newPlaceIndex(d *entente.Dataset) placeIndex {
	var x placeIndex
	at := make(map[string]int)
	for r := range d.All() {
		for _, p := range places.Of(r) {
			for _, name := range p.Name.All() {
				i, ok := at[name]
				if !ok {
					i = len(x)
					at[name] = i
					x = append(x, placeName{name: name, words: fold.Words(name)})
				}
				x[i].records = append(x[i].records, r)
			}
		}
	}
	return x
}

// find adds to what was found the records of d at a place whose name has words that
// begin with each of the words sought.
func (x placeIndex) find(d *entente.Dataset, sought string, found []entente.Match) []entente.Match {
	words := fold.Words(sought)
	if len(words) == 0 {
		return found
	}
	have := make(map[entente.ID]bool)
	for _, m := range found {
		have[m.ID] = true
	}
	for _, p := range x {
		if !p.has(words) {
			continue
		}
		for _, r := range p.records {
			if id := r.AsFact().ID; !have[id] && d.Has(id) {
				have[id] = true
				found = append(found, entente.Match{ID: id, Kind: r.Kind(), Name: p.name, Fit: entente.FitBeginnings})
			}
		}
	}
	return found
}

// has reports whether each of the words begins a word of the name.
func (p placeName) has(words []string) bool {
	for _, w := range words {
		if !slices.ContainsFunc(p.words, func(of string) bool { return strings.HasPrefix(of, w) }) {
			return false
		}
	}
	return true
}
