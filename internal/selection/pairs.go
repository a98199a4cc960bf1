package selection

import (
	"slices"

	"github.com/entente-go/entente"
)

// AskedPairs returns the pairs that d was asked for: those of which each list of
// [entente.Dataset.Asked] names one. Of the ties of others, d has only a part.
func AskedPairs(d *entente.Dataset, pairs []entente.Pair) []entente.Pair {
	var asked []map[entente.ID]bool
	for _, ids := range d.Asked() {
		list := make(map[entente.ID]bool, len(ids))
		for _, id := range ids {
			list[id] = true
		}
		asked = append(asked, list)
	}
	return slices.DeleteFunc(slices.Clone(pairs), func(p entente.Pair) bool {
		return slices.ContainsFunc(asked, func(list map[entente.ID]bool) bool { return !list[p.A] && !list[p.B] })
	})
}
