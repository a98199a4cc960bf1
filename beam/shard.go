package ententebeam

import (
	"bytes"
	"slices"

	"github.com/entente-go/entente"
)

// load returns a dataset of the entries over a base. A source that is neither among
// them nor in the base is added without its content, since only that it exists counts
// for a record.
func load(name string, entries []entry, base *entente.Dataset) (*entente.Dataset, error) {
	have := make(map[string]bool)
	var wanted []string
	for i := range entries {
		have[entries[i].Key] = true
		wanted = append(wanted, quoted(entries[i].JSON, `"source":"`)...)
		if entries[i].Section == "sources" {
			wanted = append(wanted, quoted(entries[i].JSON, `"reprints":"`)...)
		}
	}
	for _, id := range wanted {
		key := "source " + id
		if have[key] {
			continue
		}
		have[key] = true
		if _, ok := base.Source(entente.ID(id)); !ok {
			entries = append(entries, entry{Key: key, Section: "sources", JSON: stub("sources", id)})
		}
	}
	return unlimited(base).Decode(name, bytes.NewReader(file(entries)))
}

// isContext reports whether an entry that is joined belongs to the context: what
// other entries refer to, and what has to do with all.
func (e *entry) isContext(referred bool) bool {
	switch e.Section {
	case about, "topics":
		return true
	case "sources": // one that reprints nothing counts by its ID alone
		return len(quoted(e.JSON, `"reprints":"`)) > 0
	}
	return referred
}

// contextOf returns the dataset of the context.
func contextOf(all func(*entry) bool) (*entente.Dataset, error) {
	return load("context", slices.Collect(each(all)), nil)
}
