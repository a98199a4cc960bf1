package entente

import (
	"cmp"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// ChangeType says how a record or source differs between two datasets. The zero
// ChangeType is invalid.
type ChangeType uint8

// The types of change.
const (
	ChangeTypeAdded   ChangeType = iota + 1 // only in the new dataset
	ChangeTypeRemoved                       // only in the old dataset
	ChangeTypeChanged                       // in both, with different content
)

var changeTypeEnum = enum{typ: "ChangeType", what: "type of change", names: []string{"", "added", "removed", "changed"}}

// String returns "added", "removed", "changed", or "ChangeType(99)" for a
// number that is not a constant.
func (t ChangeType) String() string { return changeTypeEnum.string(uint8(t)) }

// MarshalText implements [encoding.TextMarshaler]. It returns an error for a
// number that is not a constant.
func (t ChangeType) MarshalText() ([]byte, error) { return changeTypeEnum.marshal(uint8(t)) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts the text of
// each constant. On error, t is unchanged.
func (t *ChangeType) UnmarshalText(text []byte) error { return unmarshalEnum(&changeTypeEnum, t, text) }

// Change is the difference in one record or source between two datasets.
type Change struct {
	// Type says whether the record or source was added, removed or changed.
	Type ChangeType `json:"type"`
	// Kind is the kind of the record in the new dataset, or in the old one if the
	// record was removed. It is zero for a source.
	Kind Kind `json:"kind,omitzero"`
	// ID is the ID of the record or source.
	ID ID `json:"id"`
	// Members holds JSON pointers, relative to the record, to the values that
	// differ, in the order of the format. It is empty if the record was added,
	// removed, or changed to another kind.
	Members []string `json:"members,omitempty"`
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
// first, then records by kind and ID. It compares the records in the two
// datasets, and the records and sources that they refer to. It ignores declared
// topics and what the datasets say about themselves: title, edition, authors,
// licence, coverage and [Records.Extra]. [Dataset.Equal] compares these too. To
// see what [Merge] took from the other datasets, compare one dataset with the
// result.
func Changes(old, new *Dataset) []Change {
	was := make(map[entryKey]entry)
	for e := range old.entries {
		if e.topic == nil {
			was[e.key()] = e
		}
	}
	changes := slices.Grow([]Change(nil), max(0, new.entryCount()-len(was)))
	for e := range new.entries {
		o, ok := was[e.key()]
		delete(was, e.key())
		switch {
		case e.topic != nil:
		case !ok:
			changes = append(changes, Change{Type: ChangeTypeAdded, ID: e.id, Kind: e.kind()})
		case !o.equal(e):
			c := Change{Type: ChangeTypeChanged, ID: e.id, Kind: e.kind()}
			if o.kind() == e.kind() {
				c.Members = differences(o.value(), e.value())
			}
			changes = append(changes, c)
		}
	}
	for _, e := range was {
		changes = append(changes, Change{Type: ChangeTypeRemoved, ID: e.id, Kind: e.kind()})
	}
	slices.SortFunc(changes, func(a, b Change) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), compareIDs(a.ID, b.ID))
	})
	return changes
}

// Equal reports whether d and other have the same records with the same
// content, and the same title, edition, authors, licence, coverage and extra.
// It also compares the records, sources and topics that these refer to and that
// [Dataset.WriteTo] would write with them. [Changes] says what differs in records
// and sources.
func (d *Dataset) Equal(other *Dataset) bool {
	a, b := d.index(), other.index()
	if d.Len() != other.Len() || a.title != b.title || a.about.edition != b.about.edition ||
		a.about.licence != b.about.licence || !slices.Equal(a.about.authors, b.about.authors) ||
		!slices.Equal(d.Extra(), other.Extra()) ||
		!equal(reflect.ValueOf(d.covered()), reflect.ValueOf(other.covered())) {
		return false
	}
	listed := func(d *Dataset) []entry { return slices.AppendSeq(make([]entry, 0, d.entryCount()), d.entries) }
	return slices.EqualFunc(listed(d), listed(other), func(x, y entry) bool {
		return x.key() == y.key() && x.equal(y) && (x.record == nil || d.Has(x.id) == other.Has(y.id))
	})
}

// entryCount estimates the number of entries.
func (d *Dataset) entryCount() int {
	c := d.index()
	if d.Len() < len(c.recs) {
		return d.Len()
	}
	return len(c.topics) + len(c.sources) + len(c.recs)
}

// equal reports whether two values have the same content. An empty slice equals
// a nil one.
func equal(a, b reflect.Value) bool {
	switch {
	case hasMembers(a):
		for i := range a.NumField() {
			if !equal(a.Field(i), b.Field(i)) {
				return false
			}
		}
		return true
	case a.Kind() == reflect.Slice:
		if a.Len() != b.Len() {
			return false
		}
		for i := range a.Len() {
			if !equal(a.Index(i), b.Index(i)) {
				return false
			}
		}
		return true
	}
	return a.Equal(b)
}

// hasMembers reports whether the value is an object in JSON, and not one of a
// type of its own, such as a date.
func hasMembers(v reflect.Value) bool {
	return v.Kind() == reflect.Struct && v.Type().Field(0).IsExported()
}

// differences returns JSON pointers to the values in which two structs of one
// type differ, in the order of the format.
func differences(a, b reflect.Value) (pointers []string) {
	compare(a, b, "", func(at string, _, _ reflect.Value) { pointers = append(pointers, at) })
	return pointers
}

// compare calls found for each value in which a and b differ.
func compare(a, b reflect.Value, at string, found func(at string, a, b reflect.Value)) {
	if equal(a, b) {
		return
	}
	if x, ok := a.Interface().(phrased); ok {
		if y := b.Interface().(phrased); !x.IsZero() && !y.IsZero() {
			comparePhrases(x, y, at, found)
			return
		}
	}
	switch {
	case a.Type() == reflect.TypeFor[Extra]():
		compareExtra(a.Interface().(Extra), b.Interface().(Extra), at, found)
	case hasMembers(a):
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
	default:
		found(at, a, b)
	}
}

// A phrased value has words under the tags of languages: a [Text] or [Names].
type phrased interface {
	phrases(yield func(tag, words string) bool)
	IsZero() bool
}

// comparePhrases finds the languages in which the words differ.
func comparePhrases(a, b phrased, at string, found func(at string, a, b reflect.Value)) {
	report := func(tag string, x, y []string) {
		found(at+"/"+tag, reflect.ValueOf(strings.Join(x, ", ")), reflect.ValueOf(strings.Join(y, ", ")))
	}
	x, y := byLanguage(a), byLanguage(b)
	for len(x) > 0 || len(y) > 0 {
		switch {
		case len(y) == 0 || len(x) > 0 && x[0].tag < y[0].tag:
			report(x[0].tag, x[0].words, nil)
			x = x[1:]
		case len(x) == 0 || y[0].tag < x[0].tag:
			report(y[0].tag, nil, y[0].words)
			y = y[1:]
		default:
			if !slices.Equal(x[0].words, y[0].words) {
				report(x[0].tag, x[0].words, y[0].words)
			}
			x, y = x[1:], y[1:]
		}
	}
}

// compareExtra finds the keys under which the values differ.
func compareExtra(a, b Extra, at string, found func(at string, a, b reflect.Value)) {
	for len(a) > 0 || len(b) > 0 {
		var x, y KeyValue
		if len(a) > 0 && (len(b) == 0 || a[0].Key <= b[0].Key) {
			x = a[0]
		}
		if len(b) > 0 && (len(a) == 0 || b[0].Key <= a[0].Key) {
			y = b[0]
		}
		key := x.Key
		if x.Key != "" {
			a = a[1:]
		}
		if y.Key != "" {
			key, b = y.Key, b[1:]
		}
		if x != y {
			found(at+"/"+escapePointer(key), reflect.ValueOf(x.Value), reflect.ValueOf(y.Value))
		}
	}
}

// A wording is the words of a text in one language.
type wording struct {
	tag   string
	words []string
}

// byLanguage returns the words of each language, in the order of tags.
func byLanguage(t phrased) (list []wording) {
	for tag, words := range t.phrases {
		if n := len(list); n > 0 && list[n-1].tag == tag {
			list[n-1].words = append(list[n-1].words, words)
			continue
		}
		list = append(list, wording{tag, []string{words}})
	}
	return list
}

// list joins pointers. An error shows only the first of many.
func list(pointers []string) string {
	if len(pointers) > 8 {
		return strings.Join(pointers[:8], ", ") + " and " + strconv.Itoa(len(pointers)-8) + " more"
	}
	return strings.Join(pointers, ", ")
}
