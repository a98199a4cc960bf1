package entente

import (
	"cmp"
	"maps"
	"reflect"
	"slices"
)

// How lists are united. In most of them, an element that only one dataset has is
// not a contradiction.

// united returns the elements of all lists, each once. Elements with the same key
// become what join makes of them. They have the order of a list that has them all;
// if none has, they are sorted, by compare and by key. Among several such lists
// one that is not sorted is preferred, then the lowest, so that nothing depends on
// the order of the lists.
func united[T any](lists [][]T, key func(T) string, compare func(a, b T) int, join func([]T) T) []T {
	all := make(map[string][]T)
	orders := make([][]string, len(lists))
	for i, list := range lists {
		seen := make(map[string]bool, len(list))
		for _, v := range list {
			k := key(v)
			all[k] = append(all[k], v)
			if !seen[k] {
				seen[k] = true
				orders[i] = append(orders[i], k)
			}
		}
	}
	sorted := slices.SortedFunc(maps.Keys(all), func(a, b string) int {
		if compare != nil {
			if c := compare(all[a][0], all[b][0]); c != 0 {
				return c
			}
		}
		return cmp.Compare(a, b)
	})
	best := sorted
	for _, order := range orders {
		if len(order) == len(sorted) && !slices.Equal(order, sorted) &&
			(slices.Equal(best, sorted) || slices.Compare(order, best) < 0) {
			best = order
		}
	}
	var result []T
	for _, k := range best {
		if join == nil {
			result = append(result, all[k][0])
		} else {
			result = append(result, join(all[k]))
		}
	}
	return result
}

// unitedCitations sorts by source, part and paragraphs.
func unitedCitations(lists [][]Citation) []Citation {
	return united(lists, func(c Citation) string { return jsonOf(c) }, func(a, b Citation) int {
		return cmp.Or(compareIDs(a.Source, b.Source), cmp.Compare(a.Part, b.Part), slices.Compare(a.Paragraphs, b.Paragraphs))
	}, nil)
}

// citesOf unites the citations of several values.
func citesOf[T any](all []T, cites func(T) []Citation) []Citation {
	lists := make([][]Citation, len(all))
	for i, v := range all {
		lists[i] = cites(v)
	}
	return unitedCitations(lists)
}

func unitedCoverage(lists [][]Coverage) []Coverage {
	return united(lists, func(v Coverage) string { return jsonOf(v) }, nil, nil)
}

// unitedNames unites the names in each language.
func unitedNames(from []Names) Names {
	lists := make(map[string][][]string)
	for _, n := range from {
		for _, w := range byLanguage(n) {
			lists[w.tag] = append(lists[w.tag], w.words)
		}
	}
	var all []phrase
	for tag, lists := range lists {
		for _, name := range unitedStrings(lists) {
			all = append(all, phrase{tag, name})
		}
	}
	return Names{pack(all).packed}
}

func unitedStrings(lists [][]string) []string {
	return united(lists, func(s string) string { return s }, nil, nil)
}

// named reports whether the records are of actors or regions, whose names are
// united.
func (u *uniter) named() bool { return u.kind != 0 && u.kind < afterActors }

// names unites the names and the aliases of an actor. In each language the best
// name is the name, and others are aliases.
func (u *uniter) names(into reflect.Value, from []reflect.Value) {
	name := into.FieldByName("Name").Addr().Interface().(*Text)
	aliases := into.FieldByName("Aliases").Addr().Interface().(*Names)
	differ := func(v reflect.Value) bool {
		return *name != v.FieldByName("Name").Interface().(Text) || *aliases != v.FieldByName("Aliases").Interface().(Names)
	}
	if !slices.ContainsFunc(from, differ) {
		return
	}
	best := make(map[string]string)
	var others []phrase
	for _, v := range from {
		for tag, words := range v.FieldByName("Name").Interface().(Text).phrases {
			others = append(others, phrase{tag, words})
			if best[tag] == "" || u.better(words, best[tag]) {
				best[tag] = words
			}
		}
	}
	isBest := func(p phrase) bool { return p.words == best[p.tag] }
	var lists []Names
	for _, v := range from {
		lists = append(lists, v.FieldByName("Aliases").Interface().(Names).without(isBest))
	}
	for _, p := range slices.DeleteFunc(others, isBest) { // each for itself
		lists = append(lists, Names{pack([]phrase{p}).packed})
	}
	var named []phrase
	for tag, words := range best {
		named = append(named, phrase{tag, words})
	}
	*name, *aliases = pack(named), unitedNames(lists)
}

// without returns the names of n for which out is false.
func (n Names) without(out func(phrase) bool) Names {
	return Names{pack(slices.DeleteFunc(n.list(), out)).packed}
}

// better reports whether a is the better name than b: the shorter one of a
// nation, bloc or region, which has an official name too, and the longer one of
// an organization or official, which is shortened.
func (u *uniter) better(a, b string) bool {
	c := cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b))
	if u.kind == KindOrganization || u.kind == KindOfficial {
		return c > 0
	}
	return c < 0
}

// extra unites the extra, key by key.
func (u *uniter) extra(from []Extra, at string) Extra {
	have := make(map[string]side)
	var all Extra
	for k, x := range from {
		for _, kv := range x {
			switch first, ok := have[kv.Key]; {
			case !ok:
				have[kv.Key] = side{by: k, value: kv.Value}
				all = append(all, kv)
			case kv.Value != first.value:
				u.conflict(at+"/"+escapePointer(kv.Key), first, side{by: k, value: kv.Value})
			}
		}
	}
	return all.sorted()
}

// aboutAll unites what the datasets say about themselves. The edition is kept
// if all have the same. A dataset without data does not count.
func aboutAll(datasets []*Dataset, conflict func(at string, a, b side)) (all about) {
	var editions []Edition
	var authors [][]string
	var licences []string
	extras := make([]Extra, len(datasets))
	for i, d := range datasets {
		if d == nil || d.c == nil {
			continue
		}
		editions = append(editions, d.c.about.edition)
		authors = append(authors, d.c.about.authors)
		if d.c.about.licence != "" {
			licences = append(licences, d.c.about.licence)
		}
		extras[i] = d.Extra()
	}
	if len(slices.Compact(editions)) == 1 {
		all.edition = editions[0]
	}
	all.authors = unitedStrings(authors)
	all.licence = allLicences(licences, unitedStrings)
	u := uniter{conflict: conflict}
	all.extra = u.extra(extras, "/extra")
	return all
}
