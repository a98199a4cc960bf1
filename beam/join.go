package ententebeam

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/nation"
	"github.com/go-json-experiment/json"
)

// join joins the entries of one key as [entente.Merge] joins them. The sides of a
// conflict are named for their files. If there are conflicts, it returns the first
// entry, so that what refers to it can still be checked.
func join(all []entry) (entry, error) {
	slices.SortFunc(all, func(a, b entry) int { return strings.Compare(a.File, b.File) })
	first := all[0]
	views := []entry{first}
	for _, e := range all[1:] {
		if first.Section == about || e.Section != first.Section || !bytes.Equal(e.JSON, first.JSON) {
			views = append(views, e)
		}
	}
	first.Refs = nil
	if len(views) == 1 && first.Section != about {
		return first, nil
	}
	datasets := make([]*entente.Dataset, len(views))
	for i, e := range views {
		d, err := alone(e)
		if err != nil {
			return first, fmt.Errorf("%s alone: %w", e.Key, err)
		}
		datasets[i] = d
	}
	merged, err := entente.Merge(datasets...)
	if err != nil {
		return first, own(err, first.id())
	}
	first.JSON, err = of(merged, first)
	return first, err
}

// own returns the problems with an ID. Those with what it refers to are found where
// that is joined.
func own(err error, id entente.ID) error {
	var all entente.Problems
	if !errors.As(err, &all) {
		return err
	}
	all = slices.DeleteFunc(slices.Clone(all), func(p *entente.Problem) bool { return p.Record != "" && p.Record != id })
	if len(all) == 0 {
		return nil
	}
	return all
}

// of returns the entry of a merged dataset that has the key of e, as JSON.
func of(d *entente.Dataset, e entry) ([]byte, error) {
	switch id := e.id(); e.Section {
	case about:
		return json.Marshal(headerOf(d))
	case "sources":
		s, _ := d.Source(id)
		return json.Marshal(s)
	case "topics":
		for _, t := range d.Topics() {
			if string(t.ID) == string(id) {
				return json.Marshal(t)
			}
		}
	default:
		if r, ok := d.Record(id); ok {
			return json.Marshal(r)
		}
	}
	return nil, fmt.Errorf("%s is not in what was merged", e.Key)
}

// alone returns a dataset that has the entry, and the least that the data format
// allows under each ID that it refers to. The dataset has the name of the file as
// its title, so that a conflict names it.
func alone(e entry) (*entente.Dataset, error) {
	entries := []entry{e, {Key: "source " + stubSource, Section: "sources", JSON: []byte(`{"id":"` + stubSource + `"}`)}}
	if e.Section != about {
		title, err := json.Marshal(header{Title: entente.English(short(e.File))})
		if err != nil {
			return nil, err
		}
		entries = append(entries, entry{Key: about, Section: about, JSON: title})
	}
	for _, r := range e.Refs {
		section, id, _ := strings.Cut(r, " ")
		key := space(section) + id
		if slices.ContainsFunc(entries, func(e entry) bool { return e.Key == key }) {
			continue
		}
		if section == "nations" && nation.Valid(nation.ID(id)) {
			continue
		}
		entries = append(entries, entry{Key: key, Section: section, JSON: stub(section, id)})
	}
	if entries[1].Key == e.Key {
		entries = slices.Delete(entries, 1, 2)
	}
	return unlimited(nil).Decode(e.File, bytes.NewReader(file(entries)))
}

// short returns as much of the end of a path as a conflict shows of a title.
func short(path string) string {
	const most = 48
	if len(path) <= most {
		return path
	}
	path = path[len(path)-most:]
	if _, rest, ok := strings.Cut(path, "/"); ok {
		path = rest
	}
	return "…/" + strings.ToValidUTF8(path, "")
}

// unlimited returns a loader for what was accepted already.
func unlimited(base *entente.Dataset) *entente.Loader {
	return &entente.Loader{Base: base, Limits: entente.Limits{Bytes: -1, Records: -1, Elements: -1, Pairs: -1}}
}

// stubSource is what stubs cite.
const stubSource = "stub"

// stub returns the least that may have the ID.
func stub(section, id string) []byte {
	rest, basis := "", "reported"
	switch section {
	case "sources", "topics":
		return []byte(`{"id":"` + id + `"}`)
	case "nations", "blocs", "regions", "organizations", "officials", "series":
		rest = `"name":{"en":"stub"}`
	case "partnerships":
		rest = `"parties":["PK","RU"]`
	case "agreements":
		rest = `"parties":[{"actor":"PK"},{"actor":"RU"}]`
	case "exercises":
		rest = `"contingents":[{"nation":"PK"},{"nation":"RU"}]`
	case "meetings":
		rest = `"attendees":[{"actor":"PK"},{"actor":"RU"}]`
	case "statements":
		basis, rest = "attributed", `"speakers":["PK"],"gist":{"en":"stub"}`
	case "assessments":
		basis, rest = "assessed", `"gist":{"en":"stub"},"modality":"likely"`
	}
	return []byte(`{"id":"` + id + `","basis":"` + basis + `","cites":[{"source":"` + stubSource + `"}],` + rest + `}`)
}
