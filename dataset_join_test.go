package entente

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"reflect"
	"regexp"
	"slices"
	"testing"

	"github.com/entente-go/entente/edtf"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
)

// What holds for any datasets that are put together. The tests go over some
// seeds, and FuzzJoining over others.

func TestUnion_ObeysEveryRule(t *testing.T) {
	t.Parallel()
	for seed := range uint64(15) {
		checkUnion(t, seed)
	}
}

func TestMerge_IsCommutativeAndAssociative(t *testing.T) {
	t.Parallel()
	failed := 0
	for seed := range uint64(16) {
		if !checkMerge(t, seed) {
			failed++
		}
	}
	if failed == 0 || failed > 12 {
		t.Errorf("%d of 16 merges have conflicts", failed)
	}
}

func FuzzJoining(f *testing.F) {
	for seed := range uint64(4) {
		f.Add(1000 + seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		checkUnion(t, seed)
		checkMerge(t, seed)
	})
}

// checkUnion unites two datasets in which IDs clash, across kinds too, and
// compares the union with the obvious one.
func checkUnion(t *testing.T, seed uint64) {
	a, b := mustNew(t, clashing(seed, 1)), mustNew(t, clashing(seed, 2))
	rnd := rand.New(rand.NewPCG(seed, 3))
	want := slowUnion(a, b)
	for _, c := range []struct {
		name string
		a, b *Dataset
	}{
		{"wholes", a, b},
		{"a part of the first", some(a, rnd), b},
		{"a part of the second", a, some(b, rnd)},
		{"parts", some(a, rnd), some(b, rnd)},
	} {
		u := c.a.Union(c.b)
		where := fmt.Sprintf("seed %d, %s", seed, c.name)
		u.Summary()
		u.Involving("PK").About(TopicSecurity).Summary()
		file := written(t, u)
		again, err := Decode("union", bytes.NewReader(file))
		if err != nil {
			t.Fatalf("%s: what is written does not load: %v", where, err)
		}
		if u.sel == nil && !bytes.Equal(file, written(t, again)) {
			t.Fatalf("%s: writing again gives other bytes", where)
		}
		for r := range u.All() {
			id := r.AsFact().ID
			from, ok := a.Record(id)
			if !ok {
				from, _ = b.Record(id)
			}
			if diff := cmp.Diff(from, r, values); diff != "" {
				t.Fatalf("%s: %s (-want +got):\n%s", where, id, diff)
			}
			switch mine, _ := b.Record(id); {
			case c.a.Has(id):
			case !want[entryKey{'r', id}], !c.b.Has(id), mine.Kind() != r.Kind():
				t.Fatalf("%s: %v should not be there", where, r)
			}
		}
		for r := range c.a.All() {
			if !u.Has(r.AsFact().ID) {
				t.Fatalf("%s: %v of the first is missing", where, r)
			}
		}
		for r := range c.b.All() {
			if id := r.AsFact().ID; want[entryKey{'r', id}] && !u.Has(id) {
				if mine, ok := a.Record(id); !ok || mine.Kind() == r.Kind() {
					t.Fatalf("%s: %v of the second is missing", where, r)
				}
			}
		}
		for s := range a.Sources() {
			if got, _ := u.Source(s.ID); !reflect.DeepEqual(s, got) {
				t.Fatalf("%s: the source %s has become %v", where, s.ID, got)
			}
		}
	}
}

// slowUnion returns the keys of what the union of two wholes has.
func slowUnion(a, b *Dataset) map[entryKey]bool {
	has, kinds := make(map[entryKey]bool), make(map[ID]Kind)
	numbers, next := make(map[string]bool), make(map[entryKey]entryKey)
	take := func(e entry) {
		has[e.key()] = true
		switch {
		case e.record != nil:
			kinds[e.id] = e.kind()
			if _, to := chain(e.record); to != "" {
				next[e.key()] = entryKey{'r', to}
			}
			if x, ok := e.record.(*Exercise); ok && x.Number != 0 && x.Series != "" {
				numbers[fmt.Sprint(x.Series, x.Number)] = true
			}
		case e.source != nil && e.source.Reprints != "":
			next[e.key()] = entryKey{'s', e.source.Reprints}
		case e.topic != nil && e.topic.Broader != "":
			next[e.key()] = entryKey{'t', ID(e.topic.Broader)}
		}
	}
	for e := range a.entries {
		take(e)
	}
	mine := make(map[entryKey]entry)
	for e := range b.entries {
		if x, ok := e.record.(*Exercise); ok && numbers[fmt.Sprint(x.Series, x.Number)] && !has[e.key()] {
			continue
		}
		if !has[e.key()] {
			mine[e.key()] = e
		}
	}
	for _, e := range mine {
		take(e)
	}
	for changed := true; changed; {
		changed = false
		for key, e := range mine {
			sound := true
			visit := func(r ref) {
				to := entryKey{'r', r.id}
				if r.to == toSource {
					to.space = 's'
				}
				if _, declared := b.index().target(r); declared || has[to] {
					sound = sound && has[to] && (r.to == toSource || r.to.has(kinds[r.id]))
				}
			}
			topic := func(id Topic) {
				to := entryKey{'t', ID(id)}
				sound = sound && (id == "" || has[to] || declares(knownTopics[:], id))
			}
			w := walker{refs: visit}
			switch {
			case e.record != nil:
				e.record.walk(&w)
				for _, id := range e.record.fact().Topics {
					topic(id)
				}
			case e.source != nil:
				e.source.walk(&w)
			default:
				topic(e.topic.Broader)
			}
			links := 0
			for k, ok := next[key]; ok && links <= maxChain; k, ok = next[k] {
				links++
			}
			if !sound || links > maxChain {
				delete(mine, key)
				delete(has, key)
				changed = true
			}
		}
	}
	return has
}

// some returns about half of the records.
func some(d *Dataset, rnd *rand.Rand) *Dataset {
	return d.Filter(func(Record) bool { return rnd.IntN(2) == 0 })
}

// clashing returns records that have their IDs from a few, whatever they are, so
// that another variant has things of other kinds under them. Nations keep theirs.
func clashing(seed, variant uint64) Records {
	rnd := rand.New(rand.NewPCG(seed, variant))
	records := generated(rnd.Uint64(), 30)
	few := []int{90, 300, 2000}[seed%3]
	pools := map[string][]int{"s": rnd.Perm(6), "r": rnd.Perm(few), "t": rnd.Perm(3)}
	renamed := make(map[string]string)
	rename := func(pool, id string) {
		if n := len(pools[pool]); id != "" && id[0] >= 'a' && n > 0 {
			renamed[pool+id] = fmt.Sprintf("x%d", pools[pool][n-1])
			pools[pool] = pools[pool][:n-1]
		}
	}
	for _, s := range records.Sources {
		rename("s", string(s.ID))
	}
	for _, topic := range records.Topics {
		rename("t", string(topic.ID))
	}
	for _, r := range recordsOf(&records).recs {
		rename("r", string(r.fact().ID))
	}
	for i := range records.Series {
		renamed["r"+string(records.Series[i].ID)] = fmt.Sprintf("series-%d", i) // whose editions clash
	}
	for i := range records.Exercises {
		if e := &records.Exercises[i]; len(records.Series) > 0 {
			e.Series, e.Number = records.Series[0].ID, i+1
		}
	}
	as := func(pool, id string) string {
		if to, ok := renamed[pool+id]; ok {
			return to
		}
		return id
	}
	quoted := regexp.MustCompile(`"[a-z0-9-]+"`)
	everyValue(reflect.ValueOf(&records).Elem(), func(v reflect.Value, field string, in any) {
		switch p := v.Addr().Interface().(type) {
		case *ID:
			pool := "r"
			if _, ok := in.(*Source); ok || field == "Source" {
				pool = "s"
			}
			*p = ID(as(pool, string(*p)))
		case *Topic:
			*p = Topic(as("t", string(*p)))
		case *Value:
			p.json = quoted.ReplaceAllStringFunc(p.json, func(s string) string {
				return `"` + as("r", s[1:len(s)-1]) + `"`
			})
		}
	})
	return records
}

// everyValue calls f for each value in v, with the name of the field and the
// struct around it.
func everyValue(v reflect.Value, f func(v reflect.Value, field string, in any)) {
	var walk func(v reflect.Value, field string, in any)
	walk = func(v reflect.Value, field string, in any) {
		f(v, field, in)
		switch {
		case hasMembers(v):
			for i := range v.NumField() {
				walk(v.Field(i), v.Type().Field(i).Name, v.Addr().Interface())
			}
		case v.Kind() == reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i), field, in)
			}
		}
	}
	walk(v, "", nil)
}

// checkMerge merges three views of the same things, in any order and in any
// grouping. It reports whether they can be merged.
func checkMerge(t *testing.T, seed uint64) bool {
	rnd := rand.New(rand.NewPCG(seed, 4))
	disagree := rnd.IntN(3) == 0
	var views []*Dataset
	for range 3 {
		views = append(views, mustNew(t, viewed(seed, rnd, disagree)))
	}
	a, b, c := views[0], views[1], views[2]
	merge := func(datasets ...*Dataset) *Dataset {
		if slices.Contains(datasets, nil) {
			return nil
		}
		d, err := Merge(datasets...)
		if err != nil && !disagree {
			t.Fatalf("seed %d: %v", seed, err)
		}
		return d
	}
	all := merge(a, b, c)
	for name, d := range map[string]*Dataset{
		"c, b, a": merge(c, b, a), "b, a, c": merge(b, a, c), "(a, b), c": merge(merge(a, b), c), "a, (b, c)": merge(a, merge(b, c)),
		"(c, a), b": merge(merge(c, a), b), "a, b, a, c, b": merge(a, b, a, c, b), "itself": merge(all, all), "with a part": merge(all, b),
	} {
		if (d == nil) != (all == nil) {
			t.Fatalf("seed %d: a, b, c is %v, and %s is %v", seed, all, name, d)
		}
		if got, want := written(t, d), written(t, all); !bytes.Equal(got, want) {
			t.Fatalf("seed %d: %s is not the same as a, b, c:\n%s", seed, name, cmp.Diff(string(want), string(got)))
		}
	}
	if one := merge(a); !bytes.Equal(written(t, one), written(t, a)) {
		t.Fatalf("seed %d: merging one dataset changes it", seed)
	}
	if all == nil {
		return false
	}
	if changes := Changes(all, merge(all, a)); len(changes) > 0 {
		t.Fatalf("seed %d: what is merged again changes %v", seed, changes)
	}
	for i, d := range views {
		for _, change := range Changes(d, all) {
			if change.Type == ChangeTypeRemoved {
				t.Fatalf("seed %d: of dataset %d is lost %v", seed, i, change)
			}
		}
	}
	return true
}

// viewed returns records as one of several editors has them: some members are
// left out, lists are cut short, and actors have other names. If the editors
// disagree, they sometimes contradict each other.
func viewed(seed uint64, rnd *rand.Rand, disagree bool) Records {
	records := generated(seed, 30)
	everyValue(reflect.ValueOf(&records).Elem(), func(v reflect.Value, field string, in any) {
		if _, ok := in.(*Records); ok || rnd.IntN(3) > 0 {
			return
		}
		switch p := v.Addr().Interface().(type) {
		case *[]Citation:
			rnd.Shuffle(len(*p), reflect.Swapper(*p))
			*p = (*p)[:min(len(*p), max(1, rnd.IntN(len(*p)+1)))]
		case *[]Claim, *[]Identifier, *[]Topic, *[]Posting:
			rnd.Shuffle(v.Len(), reflect.Swapper(v.Interface()))
			v.SetLen(rnd.IntN(v.Len() + 1))
		case *[]Place:
			if len(*p) == 1 && !(*p)[0].Name.IsZero() {
				*p = []Place{{Name: (*p)[0].Name}}
				if disagree && rnd.IntN(8) == 0 {
					*p = []Place{{Nation: "FR"}}
				}
			}
		case *Extra:
			*p = (*p)[:rnd.IntN(len(*p)+1)]
		case *Names:
			*p = p.With(language.English, append(p.In(language.English), "another name")...)
		case *Text:
			switch in.(type) {
			case *Nation, *Organization, *Official:
				if field == "Name" {
					*p = p.With(language.English, fmt.Sprintf("name %d", rnd.IntN(2000)))
				}
			case *Fact:
				*p = Text{}
			}
		}
	})
	for i := range records.Exercises {
		e := &records.Exercises[i]
		if rnd.IntN(3) == 0 {
			e.Status, e.Strength, e.Approximate, e.Places = 0, 0, false, nil
		}
		if rnd.IntN(3) == 0 {
			rnd.Shuffle(len(e.Contingents), reflect.Swapper(e.Contingents))
		}
		if disagree && rnd.IntN(8) == 0 {
			e.When, e.Strength = edtf.MustParsePeriod([]string{"2001", "2002-05", "2003/.."}[rnd.IntN(3)]), 7
		}
	}
	if rnd.IntN(3) == 0 {
		records.Assessments = nil
	}
	return records
}
