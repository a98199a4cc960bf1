package entente

import (
	"errors"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// A slip is a value that a member cannot have, and what is said of it.
type slip struct {
	name string
	want error
	set  func(v reflect.Value)
}

// slips lists what can be wrong with a member by its type alone.
func slips(v reflect.Value) []slip {
	set := func(name string, want error, value any) slip {
		return slip{name, want, func(v reflect.Value) { v.Set(reflect.ValueOf(value).Convert(v.Type())) }}
	}
	switch v.Interface().(type) {
	case Text:
		return []slip{set("not UTF-8", ErrUTF8, English("\xff"))}
	case ID, Topic:
		return []slip{set("nobody's", ErrReference, "no-such-record")}
	case string:
		return []slip{set("not UTF-8", ErrUTF8, "\xff")}
	case int:
		return []slip{set("below zero", ErrRange, -1)}
	}
	if v.Kind() == reflect.Uint8 {
		first := uint8(1) // the first that has no name
		for e := reflect.New(v.Type()).Elem(); ; first++ {
			if e.SetUint(uint64(first)); strings.HasPrefix(fmt.Sprint(e.Interface()), "%!") {
				break
			}
		}
		return []slip{set("no such value", ErrValue, first), set("far from any value", ErrValue, 255)}
	}
	return nil
}

// Whatever the record, a member is held to what its type says: a list names
// nothing twice and has no empty entry, an ID is that of something, an
// enumeration has one of its values, text is UTF-8.
func TestEveryMemberIsHeldToItsType(t *testing.T) {
	t.Parallel()
	records := generated(3, 300)
	records.Regions[0].Aliases = []string{"alias"}
	tried := make(map[string]bool)
	try := func(path, pointer, name string, want error) {
		_, err := New(records)
		var problems Problems
		errors.As(err, &problems)
		if !slices.ContainsFunc(problems, func(p *Problem) bool { return p.Pointer == pointer && errors.Is(p, want) }) {
			t.Errorf("%s, %s: no %v at %s\n%s", path, name, want, pointer, clip(fmt.Sprint(err), 400))
		}
	}
	var walk func(v reflect.Value, path, pointer string)
	walk = func(v reflect.Value, path, pointer string) {
		once := func(name string, want error, at string, change func()) {
			if key := path + ", " + name; !tried[key] {
				tried[key] = true
				before := reflect.New(v.Type()).Elem()
				before.Set(v)
				change()
				try(path, pointer+at, name, want)
				v.Set(before)
			}
		}
		for _, s := range slips(v) {
			once(s.name, s.want, "", func() { s.set(v) })
		}
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				f := v.Type().Field(i)
				switch {
				case !f.IsExported():
				case f.Anonymous:
					walk(v.Field(i), path, pointer)
				case f.Name == "ID": // has rules of its own
				default:
					walk(v.Field(i), path+"/"+jsonName(f), pointer+"/"+jsonName(f))
				}
			}
		case reflect.Slice:
			n := v.Len()
			for i := range n {
				walk(v.Index(i), path+"/*", pointer+"/"+strconv.Itoa(i))
			}
			elem := v.Type().Elem()
			if n == 0 || elem.Kind() == reflect.Struct {
				return
			}
			last := "/" + strconv.Itoa(n)
			longer := func(value reflect.Value) { v.Set(reflect.Append(v.Slice3(0, n, n), value)) }
			if elem.Kind() != reflect.Int && elem != reflect.TypeFor[string]() { // which do no harm
				once("twice", ErrDuplicate, last, func() { longer(v.Index(0)) })
			}
			switch elem {
			case reflect.TypeFor[string]():
				once("empty", ErrEmpty, last, func() { longer(reflect.Zero(elem)) })
			case reflect.TypeFor[ID]():
				once("empty", ErrMissing, last, func() { longer(reflect.Zero(elem)) })
			}
		}
	}
	walk(reflect.ValueOf(&records).Elem(), "", "")
	if len(tried) < 200 {
		t.Errorf("only %d slips", len(tried))
	}
	if _, err := New(records); err != nil {
		t.Errorf("the records were not put right again: %v", err)
	}
}

func TestRepeatedFindsTheLaterOfTwo(t *testing.T) {
	t.Parallel()
	for _, n := range []int{2, 15, 16, 17, 40} {
		list := make([]int, n)
		for i := range list {
			list[i] = i
		}
		for _, c := range []struct {
			at, as int
			want   string
		}{{0, 0, "[]"}, {n - 1, 0, fmt.Sprintf("[%d]", n-1)}, {1, 0, "[1]"}} {
			twice := slices.Clone(list)
			twice[c.at] = c.as
			got := []int{}
			repeated(twice, itself, func(i, k int) {
				if k != c.as {
					t.Errorf("%d of %d: found %d", i, n, k)
				}
				got = append(got, i)
			})
			if fmt.Sprint(got) != c.want {
				t.Errorf("%d like %d of %d: found at %v", c.at, c.as, n, got)
			}
		}
		thrice := append(append(slices.Clone(list), 0), 0)
		found := 0
		repeated(thrice, itself, func(int, int) { found++ })
		if found != 2 {
			t.Errorf("two too many of %d are found %d times", n, found)
		}
	}
}

func TestTheReadmeOfTheDataListsEveryValue(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("data/README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(data), "## The words for a value\n")
	table, _, _ = strings.Cut(table, "\n## ")
	for row, names := range map[string][]string{
		"`type` of an organization": organizationTypeNames, "`trend`": trendNames, "`type` of an agreement": agreementTypeNames, "`status`": statusNames,
		"`form`": formNames, "`domains`": domainNames, "`role`": roleNames, "`act`": speechActNames, "`modality`": modalityNames,
		"`basis`": basisNames, "`part`": partNames, "`kinds`": kindNames,
	} {
		_, rest, _ := strings.Cut(table, "| "+row)
		line, _, _ := strings.Cut(rest, "\n")
		if want := "| `" + strings.Join(names[1:], "`, `") + "` |"; !strings.HasSuffix(line, want) {
			t.Errorf("the row of %s ends with\n%s, want\n%s", row, line, want)
		}
	}
	for _, topic := range knownTopics {
		if !strings.Contains(table, "`"+string(topic.ID)+"`") {
			t.Errorf("the topic %q is not listed", topic.ID)
		}
	}
}
