package entente

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/entente-go/entente/edtf"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
)

// scribble overwrites everything that v leads to through exported fields,
// slices and pointers.
func scribble(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			scribble(v.Elem())
		}
	case reflect.Interface:
		if !v.IsNil() { // what is in an interface cannot be set, but what it leads to can
			scribble(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			scribble(v.Index(i))
		}
		if v.Cap() > v.Len() {
			v.Slice(0, v.Cap()).Index(v.Len()).SetZero() // what append would write over
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			v.SetMapIndex(k, reflect.Value{})
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				scribble(v.Field(i))
			}
		}
		if v.CanSet() {
			v.SetZero()
		}
	case reflect.String:
		if v.CanSet() {
			v.SetString("scribbled")
		}
	default:
		if v.CanSet() {
			v.SetZero()
		}
	}
}

// Whichever way it takes, New keeps nothing of its caller's.
func TestNew_SharesNoMemory(t *testing.T) {
	t.Parallel()
	few, many := 80, 2*defaultEffort().records+1
	for name, c := range map[string]struct {
		loader Loader
		n      int
		spoil  bool
	}{
		"sound":    {n: few},
		"large":    {n: many},
		"warned":   {Loader{Warn: func(*Problem) {}}, few, false},
		"rejected": {Loader{Reject: func(Rejected) {}}, few, true},
	} {
		records := generated(11, c.n)
		if c.spoil {
			records.Nations[0].Basis = 99
		}
		d, err := c.loader.New(records)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		before := string(written(t, d))
		scribble(reflect.ValueOf(&records))
		if string(written(t, d)) != before {
			t.Errorf("%s: writing over the records handed to New changes the dataset", name)
		}
	}
}

// Nothing that a method of *Dataset returns may lead back into the dataset.
func TestDataset_SharesNoMemory(t *testing.T) {
	t.Parallel()
	records := generated(11, 80)
	d := mustNew(t, records)
	before := string(written(t, d))
	args := map[reflect.Type][]reflect.Value{
		reflect.TypeFor[string](): {reflect.ValueOf("alias 1"), reflect.ValueOf("words 7")},
	}
	for _, ids := range []map[ID]int32{d.c.ids, d.c.sourceIDs} {
		for id := range ids {
			args[reflect.TypeFor[ID]()] = append(args[reflect.TypeFor[ID]()], reflect.ValueOf(id))
		}
	}
	v := reflect.ValueOf(d)
	called := 0
	others := []string{"Involving", "Between", "OfKind", "Identified", "PairYears", "About", "During", "WithBasis", "Filter", "Union", "Except", "WriteTo",
		"UnmarshalJSON", "Answer", "Name", "Equal"}
	for i := range v.NumMethod() {
		m, name := v.Method(i), v.Type().Method(i).Name
		calls := [][]reflect.Value{nil}
		switch {
		case m.Type().NumIn() == 0:
		case m.Type().NumIn() == 1 && args[m.Type().In(0)] != nil:
			calls = nil
			for _, a := range args[m.Type().In(0)] {
				calls = append(calls, []reflect.Value{a})
			}
		case slices.Contains(others, name):
			continue // hands out a Dataset or nothing
		default:
			t.Errorf("%s is not checked: give it arguments", name)
			continue
		}
		for _, in := range calls {
			for _, out := range m.Call(in) {
				called++
				if out.Type() == reflect.TypeFor[*Dataset]() {
					continue
				}
				if out.Kind() == reflect.Func { // an iterator
					for x := range out.Seq() {
						p := reflect.New(x.Type())
						p.Elem().Set(x)
						scribble(p)
					}
					continue
				}
				p := reflect.New(out.Type())
				p.Elem().Set(out)
				scribble(p)
			}
		}
		if string(written(t, d)) != before {
			t.Fatalf("writing over what %s returns changes the dataset", name)
		}
	}
	d.Filter(func(r Record) bool {
		p := reflect.New(reflect.TypeOf(r))
		p.Elem().Set(reflect.ValueOf(r))
		scribble(p)
		return true
	})
	if string(written(t, d)) != before {
		t.Fatal("writing over what Filter hands out changes the dataset")
	}
	if called < 30 {
		t.Errorf("only %d results were written over", called)
	}
}

// fill sets every exported field that v leads to, and gives each slice one
// element, so that a walk that forgets a field shows. Each ID is another.
func fill(v reflect.Value, next *int) {
	*next++
	switch v.Interface().(type) {
	case Text:
		v.Set(reflect.ValueOf(English(fmt.Sprintf("words %d", *next))))
		return
	case Names:
		v.Set(reflect.ValueOf(Names{}.With(language.English, fmt.Sprintf("name %d", *next))))
		return
	case Value:
		v.Set(reflect.ValueOf(MustValueOf(fmt.Sprintf("value %d", *next))))
		return
	case edtf.Period:
		v.Set(reflect.ValueOf(edtf.MustParsePeriod("2024")))
		return
	case edtf.Date:
		v.Set(reflect.ValueOf(edtf.MustParseDate("2024")))
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				fill(v.Field(i), next)
			}
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 2))
		fill(v.Index(0), next)
	case reflect.String:
		v.SetString(fmt.Sprintf("id-%d", *next))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int:
		v.SetInt(int64(*next))
	case reflect.Float64:
		v.SetFloat(float64(*next))
	case reflect.Uint8:
		v.SetUint(1)
	default:
		panic("fill does not know " + v.Type().String())
	}
}

func everyKind(t *testing.T, f func(t *testing.T, k Kind, r record)) {
	for k := KindNation; k < kindEnd; k++ {
		t.Run(k.String(), func(t *testing.T) {
			r := newRecord(k)
			n := 0
			fill(reflect.ValueOf(r).Elem(), &n)
			f(t, k, r)
		})
	}
}

// A walk visits every member, in the order of the type, and each for what its
// type is: a copy shares no memory, an ID is a reference, and a record is found
// by its ID, names, abbreviation and aliases.
func TestWalk_VisitsEveryMember(t *testing.T) {
	t.Parallel()
	everyKind(t, func(t *testing.T, k Kind, r record) {
		v := reflect.ValueOf(r).Elem()
		if diff := cmp.Diff(membersOf(v), visited(r.walk)); diff != "" {
			t.Errorf("members (-want +got):\n%s", diff)
		}
		refs, names := map[ID]bool{}, map[string]bool{}
		eachRef(r, func(r ref) { refs[r.id] = true })
		eachName(r, func(name string) { names[name] = true })
		wantRefs, wantNames := map[ID]bool{}, map[string]bool{string(r.fact().ID): true}
		eachValue(v, func(v reflect.Value) {
			if id, ok := v.Interface().(ID); ok && id != r.fact().ID {
				wantRefs[id] = true
			}
		})
		for _, field := range []string{"Name", "Short", "Abbreviation", "Aliases"} {
			if f := v.FieldByName(field); f.IsValid() {
				eachValue(f, func(v reflect.Value) {
					if v.Kind() != reflect.Slice {
						wantNames[fmt.Sprint(v.Interface())] = true
					}
				})
			}
		}
		if diff := cmp.Diff(wantRefs, refs); diff != "" {
			t.Errorf("references (-want +got):\n%s", diff)
		}
		if diff := cmp.Diff(wantNames, names); diff != "" {
			t.Errorf("names (-want +got):\n%s", diff)
		}
		checkCopy(t, v, reflect.ValueOf(r.value(&alone)))
	})
	for _, w := range []interface{ walk(*walker) }{new(Source), new(Coverage), new(TopicDeclaration)} {
		v := reflect.ValueOf(w).Elem()
		n := 0
		fill(v, &n)
		if diff := cmp.Diff(membersOf(v), visited(w.walk)); diff != "" {
			t.Errorf("members of %T (-want +got):\n%s", w, diff)
		}
		switch w := w.(type) {
		case *Source:
			checkCopy(t, v, reflect.ValueOf(w.clone(&alone)))
		case *Coverage:
			checkCopy(t, v, reflect.ValueOf(w.clone(&alone)))
		}
	}
}

// membersOf lists the places of the members of a struct and of what is in them.
func membersOf(v reflect.Value) (list []string) {
	var walk func(v reflect.Value, at string)
	walk = func(v reflect.Value, at string) {
		for i := range v.NumField() {
			f, v := v.Type().Field(i), v.Field(i)
			if f.Anonymous {
				walk(v, at)
				continue
			}
			place := at + "/" + jsonName(f)
			list = append(list, place)
			if f.Type.Kind() == reflect.Slice && f.Type.Elem().Kind() == reflect.Struct && f.Type != reflect.TypeFor[Extra]() {
				walk(v.Index(0), place+"/0")
			}
		}
	}
	walk(v, "")
	return list
}

func visited(walk func(*walker)) (list []string) {
	walk(&walker{visit: func(l location) { list = append(list, l.pointer()) }})
	return list
}

// eachValue calls f for v and all that it leads to.
func eachValue(v reflect.Value, f func(reflect.Value)) {
	f(v)
	switch v.Kind() {
	case reflect.Slice:
		for i := range v.Len() {
			eachValue(v.Index(i), f)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				eachValue(v.Field(i), f)
			}
		}
	}
}

// checkCopy checks that a copy is like the original and shares nothing with it.
func checkCopy(t *testing.T, original, copied reflect.Value) {
	t.Helper()
	if diff := cmp.Diff(original.Interface(), copied.Interface(), values); diff != "" {
		t.Errorf("the copy differs (-want +got):\n%s", diff)
	}
	p := reflect.New(copied.Type())
	p.Elem().Set(copied)
	scribble(p)
	again, n := reflect.New(copied.Type()).Elem(), 0
	fill(again, &n)
	if diff := cmp.Diff(again.Interface(), original.Interface(), values); diff != "" {
		t.Errorf("writing over the copy changes the original (-want +got):\n%s", diff)
	}
}

func TestDataset_HasLookupAndIteratorForEachKind(t *testing.T) {
	t.Parallel()
	found := map[reflect.Type]string{}
	for m := range reflect.TypeFor[*Dataset]().Methods() {
		switch typ := m.Type; {
		case typ.NumIn() == 2 && typ.In(1) == reflect.TypeFor[ID]() && typ.NumOut() == 2: // with the receiver
			found[typ.Out(0)] += " lookup"
		case typ.NumIn() == 1 && typ.NumOut() == 1 && typ.Out(0).Kind() == reflect.Func:
			found[typ.Out(0).In(0).In(0)] += " iterator"
		}
	}
	for k := KindNation; k < kindEnd; k++ {
		if got := found[reflect.TypeOf(newRecord(k)).Elem()]; len(strings.Fields(got)) != 2 {
			t.Errorf("Dataset has for a %v:%s; want a lookup and an iterator", k, got)
		}
	}
}

// The tests that work on generated records see what those use.
func TestGenerated_UsesEveryMember(t *testing.T) {
	t.Parallel()
	used := map[string]bool{}
	var walk func(v reflect.Value)
	walk = func(v reflect.Value) {
		switch {
		case v.Kind() == reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i))
			}
		case v.Kind() == reflect.Struct:
			for i := range v.NumField() {
				if f := v.Type().Field(i); f.IsExported() {
					used[v.Type().Name()+"."+f.Name] = used[v.Type().Name()+"."+f.Name] || !v.Field(i).IsZero()
					walk(v.Field(i))
				}
			}
		case v.Kind() == reflect.Uint8:
			used[fmt.Sprintf("%s %v", v.Type().Name(), v.Interface())] = true
		}
	}
	for seed := range uint64(10) {
		walk(reflect.ValueOf(generated(seed, 100)))
	}
	for name, ok := range used {
		if !ok {
			t.Errorf("generated in gen_test.go never sets %s", name)
		}
	}
	for _, e := range enumerations {
		switch e.zero.(type) {
		case Kind, Domain, Answer, ChangeType, Fit:
			continue // of which a few are enough, or which are no data
		}
		for _, name := range e.names[1:] {
			if !used[e.typ+" "+name] {
				t.Errorf("generated in gen_test.go never uses the %s %q", e.typ, name)
			}
		}
	}
}

// What is copied together is allocated together, but nobody reaches a neighbour.
func TestCopies_DoNotReachTheirNeighbours(t *testing.T) {
	t.Parallel()
	d := mustNew(t, generated(12, 120))
	var copies []Record
	for r := range d.All() {
		copies = append(copies, r)
	}
	for e := range d.Exercises() {
		copies = append(copies, e)
	}
	for range 3 {
		for r := range d.All() {
			again, _ := d.Record(r.AsFact().ID)
			copies = append(copies, again)
		}
	}
	for i, r := range copies {
		v := reflect.New(reflect.TypeOf(r))
		v.Elem().Set(reflect.ValueOf(r))
		if i%2 == 0 {
			scribble(v)
		}
	}
	for i, r := range copies {
		if want, _ := d.Record(r.AsFact().ID); i%2 == 1 && !cmp.Equal(want, r, values) {
			t.Fatalf("%v is written over through another copy", r)
		}
	}
}
