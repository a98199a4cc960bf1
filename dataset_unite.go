package entente

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json"
)

// A uniter merges the values that several datasets have into one. The result
// depends neither on their order nor on merging some of them first, and an
// empty value changes nothing.
type uniter struct {
	kind Kind // of the records, or 0
	// conflict is told of two values that contradict each other, and where they
	// are.
	conflict func(at string, a, b side)
}

// A side is one of two values that contradict each other.
type side struct {
	by    int        // which of those to be united has it
	value string     // as spelled in a file
	cites []Citation // those of the element of a list in which it is, if any
}

// object unites structs, member by member, into a copy of the first.
func (u *uniter) object(into reflect.Value, from []reflect.Value, at string) {
	members := make([]reflect.Value, len(from))
	for i := range into.NumField() {
		f := into.Type().Field(i)
		for k := range from {
			members[k] = from[k].Field(i)
		}
		switch {
		case f.Anonymous:
			u.object(into.Field(i), members, at)
		case u.named() && f.Name == "Name": // comes with the aliases
		case u.named() && f.Name == "Aliases":
			u.names(into, from)
		case f.Name == "Approximate":
			u.approximate(into.Field(i), from, members, at+"/"+jsonName(f))
		case into.Type() == reflect.TypeFor[Party]() && f.Name == "Period": // none means that of the agreement
			u.same(members, at+"/"+jsonName(f))
		default:
			u.member(into.Field(i), members, at+"/"+jsonName(f))
		}
	}
}

// member unites the values of one member.
func (u *uniter) member(into reflect.Value, from []reflect.Value, at string) {
	if !slices.ContainsFunc(from[1:], func(v reflect.Value) bool { return !equal(from[0], v) }) {
		return
	}
	switch p := into.Addr().Interface().(type) {
	case *Text:
		*p = u.text(listOf[Text](from), at)
	case *Names:
		*p = unitedNames(listOf[Names](from))
	case *Extra:
		*p = u.extra(listOf[Extra](from), at)
	case *[]Identifier:
		*p = united(listOf[[]Identifier](from), func(i Identifier) string { return i.Scheme + " " + i.Value }, nil, nil)
	case *[]Citation:
		*p = unitedCitations(listOf[[]Citation](from))
	case *[]Topic:
		*p = united(listOf[[]Topic](from), func(t Topic) string { return string(t) }, nil, nil)
	case *[]Claim:
		*p = united(listOf[[]Claim](from), func(c Claim) string { c.Cites = nil; return jsonOf(c) }, nil,
			func(all []Claim) Claim {
				c := all[0]
				c.Cites = citesOf(all, func(c Claim) []Citation { return c.Cites })
				return c
			})
	case *[]Posting:
		*p = united(listOf[[]Posting](from), func(p Posting) string { p.Cites = nil; return jsonOf(p) },
			func(p, q Posting) int { return p.Period.Compare(q.Period) },
			func(all []Posting) Posting {
				p := all[0]
				p.Cites = citesOf(all, func(p Posting) []Citation { return p.Cites })
				return p
			})
	default:
		switch into.Kind() {
		case reflect.Slice:
			u.list(into, from, at)
		case reflect.Bool: // false means not stated
			into.SetBool(true)
		default:
			u.single(into, from, at)
		}
	}
}

// listOf returns the values with their Go type.
func listOf[T any](from []reflect.Value) []T {
	list := make([]T, len(from))
	for i, v := range from {
		list[i] = v.Interface().(T)
	}
	return list
}

// single unites values of a member that can have only one.
func (u *uniter) single(into reflect.Value, from []reflect.Value, at string) {
	first := -1
	for k, v := range from {
		switch {
		case v.IsZero():
		case first < 0:
			first = k
			into.Set(v)
		case !v.Equal(from[first]):
			u.contradict(at, first, k, from[first], v)
		}
	}
}

// same reports values that differ. A value that is not given counts too.
func (u *uniter) same(from []reflect.Value, at string) {
	for k, v := range from {
		if !v.Equal(from[0]) {
			u.contradict(at, 0, k, from[0], v)
		}
	}
}

func (u *uniter) contradict(at string, a, b int, x, y reflect.Value) {
	u.conflict(at, side{by: a, value: textOf(x)}, side{by: b, value: textOf(y)})
}

// approximate unites the Approximate members. Only entries with a number count.
func (u *uniter) approximate(into reflect.Value, from, members []reflect.Value, at string) {
	first := -1
	for k := range from {
		strength := from[k].FieldByName("Strength")
		switch {
		case strength.IsZero():
		case first < 0:
			first = k
			into.Set(members[k])
		case members[k].Bool() != members[first].Bool() && strength.Equal(from[first].FieldByName("Strength")):
			u.contradict(at, first, k, members[first], members[k])
		}
	}
}

// text unites texts language by language.
func (u *uniter) text(from []Text, at string) Text {
	have := make(map[string]side)
	var all []phrase
	for k, t := range from {
		for tag, words := range t.phrases {
			switch first, ok := have[tag]; {
			case !ok:
				have[tag] = side{by: k, value: words}
				all = append(all, phrase{tag, words})
			case words != first.value:
				u.conflict(at+"/"+tag, first, side{by: k, value: words})
			}
		}
	}
	return pack(all)
}

// list unites lists that must have the same elements. If their order differs,
// it takes the list that is lowest in the order of keys.
func (u *uniter) list(into reflect.Value, from []reflect.Value, at string) {
	first := slices.IndexFunc(from, func(v reflect.Value) bool { return v.Len() > 0 })
	keyOf := jsonKey
	names := slices.Sorted(slices.Values(keysOf(from[first], nameOf)))
	if n := len(names); n > 0 && len(slices.Compact(names)) == n {
		keyOf = nameOf
	}
	same := sameLists{of: from, keys: make([][]string, len(from)), best: first}
	want := slices.Sorted(slices.Values(keysOf(from[first], keyOf)))
	for k, list := range from {
		keys := keysOf(list, keyOf)
		switch {
		case keys == nil:
			continue
		case !slices.Equal(want, slices.Sorted(slices.Values(keys))):
			u.lists(at, first, k, from[first], list, keyOf)
			continue
		case k > first && slices.Compare(keys, same.keys[same.best]) < 0:
			same.best = k
		}
		same.keys[k] = keys
		same.by = append(same.by, k)
	}
	into.Set(same.united(u, at))
}

// lists finds the elements that only one of two lists has.
func (u *uniter) lists(at string, a, b int, from, list reflect.Value, keyOf func(reflect.Value) (string, bool)) {
	xs, ys := lacking(from, list, keyOf), lacking(list, from, keyOf)
	if from.Len() != list.Len() || len(xs) != len(ys) || len(xs) == 0 {
		u.contradict(at, a, b, from, list)
		return
	}
	for i, k := range xs {
		x, y := from.Index(k), list.Index(ys[i])
		u.conflict(at+"/"+strconv.Itoa(k), side{a, textOf(x), citesIn(x)}, side{b, textOf(y), citesIn(y)})
	}
}

// lacking returns the indices of the elements of a list that another lacks.
func lacking(list, other reflect.Value, keyOf func(reflect.Value) (string, bool)) (indices []int) {
	has := make(map[string]bool)
	for _, key := range keysOf(other, keyOf) {
		has[key] = true
	}
	for i, key := range keysOf(list, keyOf) {
		if !has[key] {
			indices = append(indices, i)
		}
	}
	return indices
}

// sameLists are lists that have elements with the same keys.
type sameLists struct {
	of   []reflect.Value
	keys [][]string // nil for lists that have none, or others
	by   []int      // the other lists
	best int        // the one whose order counts
}

// united returns a list in which each element is united of those with its key.
func (s *sameLists) united(u *uniter, at string) reflect.Value {
	best := s.of[s.best]
	list := reflect.MakeSlice(best.Type(), best.Len(), best.Len())
	reflect.Copy(list, best)
	if list.Type().Elem().Kind() != reflect.Struct {
		return list
	}
	elements := make(map[string][]reflect.Value)
	for _, k := range s.by {
		for i, key := range s.keys[k] {
			elements[key] = append(elements[key], s.of[k].Index(i))
		}
	}
	for i, key := range s.keys[s.best] {
		of := uniter{conflict: func(at string, a, b side) {
			a.cites, b.cites = citesIn(elements[key][a.by]), citesIn(elements[key][b.by])
			a.by, b.by = s.by[a.by], s.by[b.by]
			u.conflict(at, a, b)
		}}
		of.object(list.Index(i), elements[key], at+"/"+strconv.Itoa(i))
	}
	return list
}

// keysOf returns the key of each element of a list, or nil if one has none.
func keysOf(list reflect.Value, keyOf func(element reflect.Value) (string, bool)) (keys []string) {
	for i := range list.Len() {
		key, ok := keyOf(list.Index(i))
		if !ok {
			return nil
		}
		keys = append(keys, key)
	}
	return keys
}

// nameOf returns what tells an element of a list from most others.
func nameOf(element reflect.Value) (string, bool) {
	switch e := element.Addr().Interface().(type) {
	case *Contingent:
		return string(e.Nation + " " + e.Bloc + " " + e.Organization), true
	case *Party:
		return string(e.Actor), true
	case *Attendee:
		return string(e.Actor), true
	case *Place:
		switch {
		case !e.Name.IsZero(): // any name, since one in another language does not contradict it
			return " ", true
		case e.Facility != "":
			return string(e.Facility), true
		}
		return string(e.Nation), true
	}
	return "", false
}

// citesIn returns the citations of an element of a list, if it has its own.
func citesIn(element reflect.Value) []Citation {
	if p, ok := element.Addr().Interface().(*Party); ok {
		return p.Cites
	}
	return nil
}

// jsonKey returns an element as JSON, without its citations.
func jsonKey(element reflect.Value) (string, bool) {
	if element.Kind() == reflect.Struct && element.FieldByName("Cites").IsValid() {
		c := reflect.New(element.Type()).Elem()
		c.Set(element)
		c.FieldByName("Cites").SetZero()
		element = c
	}
	return jsonOf(element.Interface()), true
}

// jsonOf returns a value as spelled in a file.
func jsonOf(v any) string {
	data, err := json.Marshal(v)
	if err != nil { // a sound record can be written
		return err.Error()
	}
	return string(data)
}

// textOf returns a value as spelled in a file, without quotation marks.
func textOf(v reflect.Value) string {
	var s string
	if v.IsZero() && v.Kind() != reflect.Bool {
		return ""
	}
	if text := jsonOf(v.Interface()); json.Unmarshal([]byte(text), &s) != nil {
		return text
	}
	return s
}

// joinIDs lists IDs. An error shows only the first of many.
func joinIDs(ids []ID) string {
	const most = 4
	var b strings.Builder
	for i, id := range ids {
		switch {
		case i == most:
			b.WriteString(", …")
			return b.String()
		case i > 0:
			b.WriteString(", ")
		}
		b.WriteString(string(id))
	}
	return b.String()
}
