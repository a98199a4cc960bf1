package entente

import (
	"cmp"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// ChangeType says how a record differs between two datasets. The zero
// ChangeType is invalid.
type ChangeType uint8

// The types of change.
const (
	ChangeTypeAdded   ChangeType = iota + 1 // only in the new dataset
	ChangeTypeRemoved                       // only in the old one
	ChangeTypeChanged                       // in both, with other content
)

var changeTypeEnum = enum{typ: "ChangeType", what: "type of change", names: []string{"", "added", "removed", "changed"}}

// String returns "added", "removed" or "changed".
func (t ChangeType) String() string { return changeTypeEnum.string(uint8(t)) }

// MarshalText implements [encoding.TextMarshaler]. It fails for an invalid ChangeType.
func (t ChangeType) MarshalText() ([]byte, error) { return changeTypeEnum.marshal(uint8(t)) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts what
// [ChangeType.String] gives for a constant.
func (t *ChangeType) UnmarshalText(text []byte) error { return unmarshalEnum(&changeTypeEnum, t, text) }

// Change is the change of one record or source from one dataset to another.
type Change struct {
	// Type says whether it was added, removed or changed.
	Type ChangeType
	// ID is the ID of the record or source.
	ID ID
	// Kind is the kind of the record: in the new dataset, or if it was removed,
	// in the old one. It is zero for a source.
	Kind Kind `json:",omitzero"`
	// Members are JSON pointers, within the record, to the values that differ,
	// in the order of the format. There are some if Type is
	// [ChangeTypeChanged], unless the record became one of another kind.
	Members []string
}

// String returns the change in one line, such as
// "changed exercise druzhba-7: /when, /status".
func (c Change) String() string {
	kind := "source"
	if c.Kind != 0 {
		kind = c.Kind.String()
	}
	s := c.Type.String() + " " + kind + " " + string(c.ID)
	if len(c.Members) > 0 {
		s += ": " + list(c.Members)
	}
	return s
}

// Changes returns what was added, removed and changed from old to new: sources
// first, then records by kind and ID. It compares the records of the datasets,
// and the records and sources that these refer to. It does not compare titles,
// coverage and declarations of topics.
func Changes(old, new *Dataset) []Change {
	was := make(map[ID]entry)
	for _, e := range old.entries() {
		was[e.id] = e
	}
	var changes []Change
	for _, e := range new.entries() {
		o, ok := was[e.id]
		delete(was, e.id)
		switch {
		case !ok:
			changes = append(changes, Change{Type: ChangeTypeAdded, ID: e.id, Kind: e.kind()})
		case !reflect.DeepEqual(o.value(), e.value()):
			c := Change{Type: ChangeTypeChanged, ID: e.id, Kind: e.kind()}
			if o.kind() == e.kind() {
				c.Members = differences(o.value(), e.value())
			}
			changes = append(changes, c)
		}
	}
	for id, e := range was {
		changes = append(changes, Change{Type: ChangeTypeRemoved, ID: id, Kind: e.kind()})
	}
	slices.SortFunc(changes, func(a, b Change) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), compareIDs(a.ID, b.ID))
	})
	return changes
}

// differences returns pointers to the values in which the JSON of a and b
// differs, in the order of the format.
func differences(a, b any) []string {
	if reflect.TypeOf(a) != reflect.TypeOf(b) {
		return []string{"kind"}
	}
	var found []string
	compare(reflect.ValueOf(a), reflect.ValueOf(b), "", &found)
	return found
}

func compare(a, b reflect.Value, at string, found *[]string) {
	switch {
	case a.Type() == reflect.TypeFor[Text]():
		compareTexts(a.Interface().(Text), b.Interface().(Text), at, found)
	case a.Kind() == reflect.Struct && a.NumField() > 0 && a.Type().Field(0).IsExported():
		for i := range a.NumField() {
			sub := at
			if f := a.Type().Field(i); !f.Anonymous {
				sub += "/" + jsonName(f)
			}
			compare(a.Field(i), b.Field(i), sub, found)
		}
	case a.Kind() == reflect.Slice && a.Len() == b.Len():
		for i := range a.Len() {
			compare(a.Index(i), b.Index(i), at+"/"+strconv.Itoa(i), found)
		}
	case !reflect.DeepEqual(a.Interface(), b.Interface()):
		*found = append(*found, at)
	}
}

func compareTexts(a, b Text, at string, found *[]string) {
	if a.IsZero() || b.IsZero() {
		if a != b {
			*found = append(*found, at)
		}
		return
	}
	var tags []string
	for tag := range a.phrases {
		tags = append(tags, tag)
	}
	for tag := range b.phrases {
		tags = append(tags, tag)
	}
	slices.Sort(tags)
	for _, tag := range slices.Compact(tags) {
		x, _ := a.under(tag)
		if y, _ := b.under(tag); x != y {
			*found = append(*found, at+"/"+tag)
		}
	}
}

// list joins pointers. An error shows only the first of many.
func list(pointers []string) string {
	if len(pointers) > 8 {
		return strings.Join(pointers[:8], ", ") + " and " + strconv.Itoa(len(pointers)-8) + " more"
	}
	return strings.Join(pointers, ", ")
}
