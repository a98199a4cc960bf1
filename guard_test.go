package entente

import (
	"encoding"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
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

// Every method of *Dataset that can be called without arguments or with the
// ones below hands out something; none of it may lead back into the dataset.
func TestADatasetSharesNoMemory(t *testing.T) {
	t.Parallel()
	records := generated(11, 80)
	d := mustNew(t, records)
	before := string(written(t, d))
	scribble(reflect.ValueOf(&records))
	if string(written(t, d)) != before {
		t.Fatal("writing over the records handed to New changes the dataset")
	}
	args := map[reflect.Type][]reflect.Value{
		reflect.TypeFor[string](): {reflect.ValueOf("alias 1"), reflect.ValueOf("words 7")},
	}
	for id := range d.c.ids {
		args[reflect.TypeFor[ID]()] = append(args[reflect.TypeFor[ID]()], reflect.ValueOf(id))
	}
	v := reflect.ValueOf(d)
	called := 0
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
		case slices.Contains([]string{"Between", "About", "During", "WithBasis", "Filter", "Union", "Except", "WriteTo", "UnmarshalJSON", "Search"}, name):
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
	case Period:
		v.Set(reflect.ValueOf(MustParsePeriod("2024")))
		return
	case Date:
		v.Set(reflect.ValueOf(MustParseDate("2024")))
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

func TestKindsAndRecordsAgree(t *testing.T) {
	t.Parallel()
	everyKind(t, func(t *testing.T, k Kind, r record) {
		if r.Kind() != k || r.value().Kind() != k {
			t.Errorf("Kind = %v", r.Kind())
		}
		if want := strings.ToUpper(k.String()[:1]) + k.String()[1:]; reflect.TypeOf(r).Elem().Name() != want {
			t.Errorf("type %T has kind %v", r, k)
		}
		if s := r.String(); !strings.HasPrefix(s, k.String()+" id-") {
			t.Errorf("String = %q", s)
		}
		if f := r.value().AsFact(); f.ID != r.fact().ID {
			t.Errorf("AsFact().ID = %q, want %q", f.ID, r.fact().ID)
		}
	})
}

func TestCloneForgetsNoField(t *testing.T) {
	t.Parallel()
	everyKind(t, func(t *testing.T, k Kind, r record) {
		want := reflect.ValueOf(r).Elem().Interface()
		copied := reflect.New(reflect.TypeOf(want))
		copied.Elem().Set(reflect.ValueOf(r.value()))
		if diff := cmp.Diff(want, copied.Elem().Interface(), values); diff != "" {
			t.Errorf("the copy differs (-want +got):\n%s", diff)
		}
		scribble(copied)
		n := 0
		again := newRecord(k)
		fill(reflect.ValueOf(again).Elem(), &n)
		if diff := cmp.Diff(again, r, values); diff != "" {
			t.Errorf("writing over the copy changes the original (-want +got):\n%s", diff)
		}
	})
}

func TestTheWalkOverReferencesForgetsNoField(t *testing.T) {
	t.Parallel()
	everyKind(t, func(t *testing.T, k Kind, r record) {
		want := map[ID]string{}
		var collect func(v reflect.Value, at string)
		collect = func(v reflect.Value, at string) {
			switch {
			case v.Type() == reflect.TypeFor[ID]():
				want[ID(v.String())] = at
			case v.Kind() == reflect.Struct:
				for i := range v.NumField() {
					f := v.Type().Field(i)
					switch {
					case f.Anonymous:
						collect(v.Field(i), at)
					case f.IsExported():
						collect(v.Field(i), at+"/"+jsonName(f))
					}
				}
			case v.Kind() == reflect.Slice:
				for i := range v.Len() {
					collect(v.Index(i), fmt.Sprintf("%s/%d", at, i))
				}
			}
		}
		collect(reflect.ValueOf(r).Elem(), "")
		delete(want, r.fact().ID)
		got := map[ID]string{}
		r.refs(func(r ref) { got[r.id] = r.at.pointer() })
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("references and their places (-want +got):\n%s", diff)
		}
	})
}

func TestFindForgetsNoName(t *testing.T) {
	t.Parallel()
	everyKind(t, func(t *testing.T, k Kind, r record) {
		var got []string
		r.names(func(s string) { got = append(got, s) })
		v := reflect.ValueOf(r).Elem()
		for _, field := range []string{"ID", "Name", "Abbreviation", "Aliases"} {
			f := v.FieldByName(field)
			if !f.IsValid() {
				continue
			}
			want := fmt.Sprint(f.Interface())
			if f.Kind() == reflect.Slice {
				want = f.Index(0).String()
			}
			if !slices.Contains(got, want) {
				t.Errorf("%s %q is not among the names %q", field, want, got)
			}
		}
	})
}

func TestRecordsAndFilesHaveTheSameMembers(t *testing.T) {
	t.Parallel()
	names := jsonNames(reflect.TypeFor[Records]())
	want := append([]string{"title", "coverage", "topics", "sources"}, sections[1:]...)
	if diff := cmp.Diff(want, names); diff != "" {
		t.Errorf("members (-want +got):\n%s", diff)
	}
	for k := KindNation; k < kindEnd; k++ {
		if got := newRecord(k).Kind(); got != k || kindOfSection(sections[k]) != k {
			t.Errorf("%v: newRecord makes %v, section %q", k, got, sections[k])
		}
		var in Records
		v := reflect.ValueOf(&in).Elem()
		for i := range v.NumField() {
			if f := v.Field(i); f.Kind() == reflect.Slice && f.Type().Elem() == reflect.TypeOf(newRecord(k)).Elem() {
				f.Set(reflect.MakeSlice(f.Type(), 1, 1))
			}
		}
		if c := recordsOf(&in); len(c.recs) != 1 || c.recs[0].Kind() != k {
			t.Errorf("%v is not taken over from Records", k)
		}
	}
}

// enums holds a value of each enumeration.
var enums = []any{Kind(0), Basis(0), Part(0), OrganizationType(0), Trend(0), AgreementType(0), SpeechAct(0), Modality(0),
	Status(0), Role(0), Domain(0), Form(0), Certainty(0), Answer(0), ChangeType(0), NationKey(0)}

func TestEnumerationsReadAndWriteTheirNames(t *testing.T) {
	t.Parallel()
	for _, zero := range enums {
		typ := reflect.TypeOf(zero)
		t.Run(typ.Name(), func(t *testing.T) {
			at := func(i int) reflect.Value {
				v := reflect.New(typ)
				v.Elem().SetUint(uint64(i))
				return v
			}
			seen := map[string]bool{}
			n := 1
			for ; ; n++ {
				s := fmt.Sprint(at(n).Elem().Interface())
				if strings.HasPrefix(s, "%!") {
					break
				}
				if seen[s] || s == "" || strings.ToLower(s) != s {
					t.Errorf("%d is %q", n, s)
				}
				seen[s] = true
				m, ok := at(n).Elem().Interface().(encoding.TextMarshaler)
				if !ok {
					continue // an answer, not data
				}
				text, err := m.MarshalText()
				if err != nil || string(text) != s {
					t.Errorf("MarshalText of %s = %q, %v", s, text, err)
				}
				back := at(0)
				if err := back.Interface().(encoding.TextUnmarshaler).UnmarshalText(text); err != nil || back.Elem().Uint() != uint64(n) {
					t.Errorf("UnmarshalText of %q = %v, %v", text, back.Elem(), err)
				}
			}
			for _, bad := range []int{0, n, 255} {
				if got, want := fmt.Sprint(at(bad).Elem().Interface()), fmt.Sprintf("%%!%s(%d)", typ.Name(), bad); got != want {
					t.Errorf("String of %d = %q, want %q", bad, got, want)
				}
				if m, ok := at(bad).Elem().Interface().(encoding.TextMarshaler); ok {
					if text, err := m.MarshalText(); err == nil {
						t.Errorf("MarshalText of %d = %q, want an error", bad, text)
					}
				}
			}
			if u, ok := at(0).Interface().(encoding.TextUnmarshaler); ok {
				for _, bad := range []string{"", "x", "Reported"} {
					err := u.UnmarshalText([]byte(bad))
					if err == nil || !strings.Contains(err.Error(), "write one of") && !strings.Contains(err.Error(), "did you mean") {
						t.Errorf("UnmarshalText of %q: error %v does not say what to write", bad, err)
					}
				}
			}
		})
	}
}

func TestEveryKindHasALookupAndAnIterator(t *testing.T) {
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
func TestGeneratedRecordsUseEveryMember(t *testing.T) {
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
	for _, zero := range []any{Basis(0), Part(0), OrganizationType(0), Trend(0), AgreementType(0), SpeechAct(0), Modality(0), Status(0), Role(0), Form(0)} {
		v := reflect.New(reflect.TypeOf(zero)).Elem()
		for n := uint64(1); ; n++ {
			v.SetUint(n)
			s := fmt.Sprint(v.Interface())
			if strings.HasPrefix(s, "%!") {
				break
			}
			if !used[v.Type().Name()+" "+s] {
				t.Errorf("generated in gen_test.go never uses the %s %q", v.Type().Name(), s)
			}
		}
	}
}
