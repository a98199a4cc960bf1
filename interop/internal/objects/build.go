package objects

import (
	"slices"
	"strconv"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/go-json-experiment/json/jsontext"
	"golang.org/x/text/language"
)

// Extra collects what has no member. The zero Extra is empty.
type Extra struct{ list entente.Extra }

// Add keeps a value under a key, unless it says nothing.
func (x *Extra) Add(key string, v jsontext.Value) {
	if !IsBlank(v) {
		x.AddText(key, Keep(v))
	}
}

// AddText keeps a text as it is.
func (x *Extra) AddText(key, text string) {
	if Line(key) != key || key == "" {
		key = strconv.QuoteToASCII(key)
	}
	x.list = append(x.list, entente.KeyValue{Key: key, Value: text})
}

// Sorted returns what was collected, sorted by key. Of keys that occur twice, the
// later ones get a number.
func (x *Extra) Sorted() entente.Extra { return Sorted(x.list) }

// Sorted sorts an extra and numbers the keys that occur twice.
func Sorted(list entente.Extra) entente.Extra {
	byKey := func(a, b entente.KeyValue) int { return strings.Compare(a.Key, b.Key) }
	slices.SortStableFunc(list, byKey)
	twice := false
	for i := 1; i < len(list); i++ {
		twice = twice || list[i].Key == list[i-1].Key
	}
	if !twice {
		return list
	}
	taken := make(map[string]bool, len(list))
	for i := range list {
		taken[list[i].Key] = true
	}
	for i := 1; i < len(list); i++ {
		first := list[i-1].Key
		for n := 2; i < len(list) && list[i].Key == first; n++ {
			if key := first + ":" + strconv.Itoa(n); !taken[key] {
				list[i].Key, taken[key] = key, true
				i++
			}
		}
	}
	slices.SortStableFunc(list, byKey)
	return list
}

// Period returns the period between two dates of a file, either of which may be
// empty. It reports false if one cannot be read, or the end is before the start.
// A time of day is left out.
func Period(start, end string) (edtf.Period, bool) {
	from, ok := date(start)
	to, ok2 := date(end)
	if !ok || !ok2 {
		return edtf.Period{}, false
	}
	p, err := edtf.NewPeriod(from, to)
	return p, err == nil
}

func date(s string) (edtf.Date, bool) {
	if s == "" {
		return edtf.Date{}, true
	}
	if len(s) > 10 && (s[10] == 'T' || s[10] == ' ') && strings.Trim(s[11:], "0123456789:.+-Zz") == "" {
		s = s[:10]
	}
	d, err := edtf.ParseDate(s)
	return d, err == nil
}

// Dates returns the start and the end of a period as days, months or years, and
// whether they say all that the period does. A single date, which may be any time
// within a longer one, has neither.
func Dates(p edtf.Period) (start, end string, whole bool) {
	if p.IsZero() || p.IsDate() {
		return "", "", p.IsZero()
	}
	start, whole = plain(p.Start())
	end, wholeEnd := plain(p.End())
	return start, end, whole && wholeEnd && !p.OpenStart() && !p.OpenEnd()
}

// Date returns a single date as a day, a month or a year, and whether that says
// all that the date does. It returns "" for other periods.
func Date(p edtf.Period) (date string, whole bool) {
	if p.IsZero() || !p.IsDate() {
		return "", false
	}
	return plain(p.Start())
}

// OnDate returns the date of what happened on one, or false if it cannot be read.
func OnDate(s string) (edtf.Period, bool) {
	d, ok := date(s)
	return d.Period(), ok && s != ""
}

func plain(d edtf.Date) (s string, whole bool) {
	if d.IsZero() {
		return "", true
	}
	bare := d.WithApproximate(false).WithUncertain(false)
	switch bare.Precision() {
	case edtf.PrecisionDay, edtf.PrecisionMonth, edtf.PrecisionYear:
	case edtf.PrecisionSeason:
		bare = bare.Truncate(edtf.PrecisionYear)
	default:
		return "", false
	}
	if s = bare.String(); strings.Contains(s, "X") {
		s = strings.TrimRight(strings.ReplaceAll(s, "X", ""), "-")
	}
	if strings.HasPrefix(s, "-") {
		return "", false
	}
	return s, s == d.String()
}

// Tags parses the tags of languages, and remembers them. The zero Tags knows
// none.
type Tags struct{ known map[string]language.Tag }

// Of returns the tag of a language, or [language.Und].
func (t *Tags) Of(s string) language.Tag {
	if tag, ok := t.known[s]; ok {
		return tag
	}
	tag := language.Und
	if len(s) < 64 {
		tag, _ = language.Parse(s)
		if c, err := language.Parse(tag.String()); err != nil || c.String() != tag.String() {
			tag = language.Und
		}
	}
	if t.known == nil {
		t.known = make(map[string]language.Tag)
	}
	if len(t.known) < maxTags {
		t.known[s] = tag
	}
	return tag
}

const maxTags = 500

// Names collects names by language. The zero Names is empty.
type Names struct {
	tags  []language.Tag
	names [][]string
}

// Add adds a name. Beyond some hundreds of languages, the language is not kept.
func (n *Names) Add(tag language.Tag, name string) {
	i := slices.Index(n.tags, tag)
	if i < 0 && len(n.tags) >= maxTags {
		i, tag = slices.Index(n.tags, language.Und), language.Und
	}
	if i < 0 {
		i = len(n.tags)
		n.tags, n.names = append(n.tags, tag), append(n.names, nil)
	}
	n.names[i] = append(n.names[i], name)
}

// All returns the names.
func (n *Names) All() (all entente.Names) {
	if len(n.tags) <= 16 {
		for i, tag := range n.tags {
			all = all.With(tag, n.names[i]...)
		}
		return all
	}
	// With takes as long as there are names; for many languages that is too long.
	var b Builder
	for i, tag := range n.tags {
		seen := make(map[string]bool)
		list := slices.DeleteFunc(slices.Clone(n.names[i]), func(s string) bool {
			twice := seen[s]
			seen[s] = true
			return twice
		})
		b.Texts(tag.String(), list)
	}
	_ = all.UnmarshalJSON(b.Value()) // names are words under tags that Tags knows
	return all
}

// Und returns a text in a language that is not known.
func Und(words string) entente.Text { return entente.Text{}.With(language.Und, words) }
