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

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
)

// A badValue is one that a member cannot have, and what is said of it.
type badValue struct {
	name string
	want error
	at   string // from the member
	set  func(v reflect.Value)
}

// badValues lists what can be wrong with a member by its type alone.
func badValues(v reflect.Value) []badValue {
	set := func(name string, want error, value any) badValue {
		return badValue{name, want, "", func(v reflect.Value) { v.Set(reflect.ValueOf(value).Convert(v.Type())) }}
	}
	switch v.Interface().(type) {
	case Text:
		bad := []badValue{set("not UTF-8", ErrUTF8, English("\xff")), set("an escape", ErrValue, English("\x1b[31m")),
			set("nothing to see", ErrEmpty, English("\u200b"))}
		for i := range bad {
			bad[i].at = "/en"
		}
		return bad
	case ID, Topic:
		return []badValue{set("nobody's", ErrReference, "no-such-record")}
	case string:
		return []badValue{set("not UTF-8", ErrUTF8, "\xff"), set("an escape", ErrValue, "a\x1b")}
	case int:
		return []badValue{set("below zero", ErrRange, -1), set("beyond counting", ErrRange, maxCount+1)}
	}
	if v.Kind() == reflect.Uint8 {
		i := slices.IndexFunc(enumerations, func(e struct {
			zero any
			*enum
		}) bool {
			return reflect.TypeOf(e.zero) == v.Type()
		})
		first := uint8(len(enumerations[i].names)) // the first that has no name
		return []badValue{set("no such value", ErrValue, first), set("far from any value", ErrValue, 255)}
	}
	return nil
}

// Whatever the record, a member is held to what its type says: a list names
// nothing twice and has no empty entry, an ID is that of something, an
// enumeration has one of its values, text is UTF-8.
func TestCheck_HoldsEveryMemberToItsType(t *testing.T) {
	t.Parallel()
	records := generated(56, 100) // with every bad value that more records have
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
		for _, s := range badValues(v) {
			once(s.name, s.want, s.at, func() { s.set(v) })
		}
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				f := v.Type().Field(i)
				switch {
				case !f.IsExported():
				case f.Anonymous:
					walk(v.Field(i), path, pointer)
				case f.Name == "ID", f.Type == reflect.TypeFor[Extra](): // have rules of their own
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
			once("twice", ErrDuplicate, last, func() { longer(v.Index(0)) })
			switch elem {
			case reflect.TypeFor[string]():
				once("empty", ErrEmpty, last, func() { longer(reflect.Zero(elem)) })
			case reflect.TypeFor[ID]():
				once("empty", ErrMissing, last, func() { longer(reflect.Zero(elem)) })
			}
		}
	}
	walk(reflect.ValueOf(&records).Elem(), "", "")
	if len(tried) < 650 {
		t.Errorf("only %d bad values", len(tried))
	}
	if _, err := New(records); err != nil {
		t.Errorf("the records were not put right again: %v", err)
	}
}

func TestRepeated_FindsTheLaterOfTwo(t *testing.T) {
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
			repeated(twice, func(i, k int) {
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
		repeated(thrice, func(int, int) { found++ })
		if found != 2 {
			t.Errorf("two too many of %d are found %d times", n, found)
		}
	}
}

func TestDataReadme_ListsEveryValue(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("data/README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(data), "## The words for a value\n")
	table, _, _ = strings.Cut(table, "\n## ")
	for row, e := range map[string]*enum{
		"`type` of an organization": &organizationTypeEnum, "`trend`": &trendEnum, "`obligations`": &obligationEnum, "`type` of an agreement": &agreementTypeEnum,
		"`status`": &statusEnum, "`forms`": &formEnum, "`domains`": &domainEnum, "`role`": &roleEnum, "`act`": &speechActEnum,
		"`modality`": &modalityEnum, "`basis`": &basisEnum, "`part`": &partEnum, "`kinds`": kindEnum(),
	} {
		_, rest, _ := strings.Cut(table, "| "+row)
		line, _, _ := strings.Cut(rest, "\n")
		if want := "| `" + strings.Join(e.names[1:], "`, `") + "` |"; !strings.HasSuffix(line, want) {
			t.Errorf("the row of %s ends with\n%s, want\n%s", row, line, want)
		}
	}
	for _, topic := range knownTopics {
		if !strings.Contains(table, "`"+string(topic.ID)+"`") {
			t.Errorf("the topic %q is not listed", topic.ID)
		}
	}
}

func TestNew_SaysEachFaultOfAListOnce(t *testing.T) {
	t.Parallel()
	_, err := New(small(func(r *Records) {
		r.Agreements = []Agreement{{Fact: r.Nations[0].Fact, Parties: []Party{{Actor: "FR"}}}}
		r.Agreements[0].ID = "pact"
		r.Exercises[0].Aliases = Names{}.With(language.English, "One", "Two").With(language.French, "Un", "a\x00")
	}))
	var got []string
	var problems Problems
	errors.As(err, &problems)
	for _, p := range problems {
		got = append(got, p.Pointer)
	}
	want := []string{"/agreements/0", "/exercises/0/aliases/fr/1"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s\n%v", diff, err)
	}
}
