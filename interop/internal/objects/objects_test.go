package objects

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/interop"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/google/go-cmp/cmp"
)

// accepted reports whether a dataset takes the name, unless it is empty, and the
// value of extra.
func accepted(name, value string) error {
	cites := []entente.Citation{{Source: "s"}}
	_, err := entente.New(entente.Records{
		Sources: []entente.Source{{ID: "s"}},
		Officials: []entente.Official{{
			Fact: entente.Fact{ID: "o", Basis: entente.BasisReported, Cites: cites,
				Extra: entente.Extra{{Key: "k", Value: value}}},
			Name: Und(name),
		}},
	})
	return err
}

func TestLine_MakesWords(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"plain": "plain", " two\nlines\t": "two lines", "\u202eturned\u202c": "turned", "می\u200cروم": "می\u200cروم",
		"a\u200cb": "ab", "\ufeff": "", "\u200b \u00ad": "", "a\u0085b": "a b", "": "", "\x00": "",
	} {
		if got := Line(in); got != want {
			t.Errorf("Line(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzLine(f *testing.F) {
	for _, s := range []string{"a\u200cb", "\u0915\u200d", "\u2066a", "\ufdd0x", "\U000e0001", "a\u2028b", "\u3164"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "\uFFFD")
		line := Line(s)
		if again := Line(line); again != line {
			t.Errorf("Line(%q) = %q, and again %q", s, line, again)
		}
		if line == "" {
			line = "-"
		}
		if err := accepted(line, "-"); err != nil {
			t.Errorf("%q: %v", line, err)
		}
	})
}

func TestKeep_ReadsWell(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		`"words"`: "words", `"1971-07-15"`: "1971-07-15", `"1971"`: `"1971"`, `336`: "336", `"true"`: `"true"`,
		`[ "a" , {"b" : "c d"} ]`: `["a",{"b":"c d"}]`, `"two\nlines"`: "two\nlines", `""`: `""`, `" "`: " ",
		`"\u202e"`: `"\u202e"`, "\"a\u202e\u200d\"": `"a\u202e\u200d"`, "[\"\U000e0001\"]": `["\udb40\udc01"]`,
	} {
		if got := Keep(jsontext.Value(in)); got != want {
			t.Errorf("Keep(%s) = %q, want %q", in, got, want)
		}
	}
}

func FuzzKeep(f *testing.F) {
	for _, s := range []string{`"1"`, `"\"1\""`, `[1, "\u202e"]`, `{"a":" b"}`, "\" \\u0001\"", `"\ud800"`, `" 1"`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v := jsontext.Value(strings.TrimSpace(s))
		if !v.IsValid() {
			return
		}
		var want, got any
		kept := Keep(v)
		if err := json.Unmarshal(v, &want); err != nil {
			return // a number out of range
		}
		if err := json.Unmarshal(Raw(kept), &got); err != nil || !reflect.DeepEqual(want, got) {
			t.Errorf("%s is kept as %q: %v", v, kept, err)
		}
		if err := accepted("-", kept); err != nil {
			t.Errorf("%s is kept as %q: %v", v, kept, err)
		}
		if err := accepted("-", KeepRaw(v)); err != nil {
			t.Errorf("%s: %v", v, err)
		}
	})
}

func FuzzMembers(f *testing.F) {
	for _, s := range []string{`{}`, `{"a":1}`, `{ "a" : [1,{"b":"]\""}] , "\u0062":null }`, `{"a":-1.5e3,"c":{}}`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v := jsontext.Value(s)
		want := make(map[string]json.RawMessage)
		if !v.IsValid() || v.Kind() != '{' || json.Unmarshal(v, &want) != nil {
			return
		}
		got := make(map[string]json.RawMessage)
		for _, m := range Members(nil, jsontext.Value(strings.Trim(s, " \r\n\t")), nil) {
			got[m.Name] = json.RawMessage(m.Value)
			if m.Value.Kind() != '[' {
				continue
			}
			var list, have []json.RawMessage
			for e := range Elements(m.Value) {
				have = append(have, json.RawMessage(e))
			}
			if err := json.Unmarshal(m.Value, &list); err != nil || fmt.Sprintf("%s", list) != fmt.Sprintf("%s", have) {
				t.Errorf("elements %s, want %s", have, list)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", s, diff)
		}
	})
}

func TestSlug_IsStableAndValid(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ prefix, foreign, want string }{
		{"person-", "9ba66d41-8e30-431f-8fcb-36eedb43f3bd", "person-9ba66d41-8e30-431f-8fcb-36eedb43f3bd"},
		{"event-", "term/14", "event-term-14"},
		{"", "NK-2Tbri3s6GgNtAwsSXh4qpL", "nk-2tbri3s6ggntawssxh4qpl"},
		{"", "17", "n-17"},
		{"", "Ольга", "n-0836c726"},
		{"person-", "", "person-811c9dc5"},
		{"", strings.Repeat("ab-", 40), "ab-ab-ab-ab-ab-ab-ab-ab-ab-ab-ab-ab-ab-ab-ab-ab-ab-ab-a-765c9ac5"},
	} {
		if got := string(Slug(tt.prefix, tt.foreign)); got != tt.want {
			t.Errorf("Slug(%q, %q) = %q, want %q", tt.prefix, tt.foreign, got, tt.want)
		}
	}
}

func FuzzSlug(f *testing.F) {
	f.Add("", "x--y")
	f.Add("person-", "é")
	f.Fuzz(func(t *testing.T, prefix, foreign string) {
		if prefix != "" {
			prefix = "person-"
		}
		id := Slug(prefix, foreign)
		_, err := entente.New(entente.Records{Sources: []entente.Source{{ID: id}}})
		if err != nil {
			t.Errorf("Slug(%q, %q): %v", prefix, foreign, err)
		}
	})
}

func TestIDs_NumberWhatIsTaken(t *testing.T) {
	t.Parallel()
	var ids IDs
	for i, want := range []entente.ID{"a", "a-2", "a-2-2"} {
		foreign := [...]string{"a", "A", "a-2"}[i]
		if got, asIs := ids.New("", foreign); got != want || asIs != (i == 0) {
			t.Errorf("New(%q) = %q, %v, want %q", foreign, got, asIs, want)
		}
	}
}

func TestSorted_NumbersKeysThatOccurTwice(t *testing.T) {
	t.Parallel()
	extra := func(list ...string) (x entente.Extra) {
		for i := 0; i < len(list); i += 2 {
			x = append(x, entente.KeyValue{Key: list[i], Value: list[i+1]})
		}
		return x
	}
	got := Sorted(extra("b", "1", "a", "2", "b", "3", "b:2", "4", "b", "5"))
	want := extra("a", "2", "b", "1", "b:2", "4", "b:3", "3", "b:4", "5")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestPeriod_ThereAndBack(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		start, end, want string
		ok               bool
	}{
		{"2013-06-01", "", "2013-06-01/", true}, {"", "2013", "/2013", true}, {"2013", "2014-05", "2013/2014-05", true},
		{"1970", "1970", "1970/1970", true}, {"2014", "2013", "", false}, {"1.6.2013", "", "", false}, {"", "", "", true},
	} {
		p, ok := Period(tt.start, tt.end)
		if p.String() != tt.want || ok != tt.ok {
			t.Errorf("Period(%q, %q) = %q, %v", tt.start, tt.end, p, ok)
		}
		if start, end, whole := Dates(p); ok && (start != tt.start || end != tt.end || !whole) {
			t.Errorf("Dates(%q) = %q, %q, %v", p, start, end, whole)
		}
	}
	if p, ok := Period("2013-06-01T10:00:00Z", ""); p.String() != "2013-06-01/" || !ok {
		t.Errorf("a time of day: %q, %v", p, ok)
	}
	for _, s := range []string{"2013", "2013~", "201X", "2013/..", "2024-21", "-0043", "../2013"} {
		if start, end, whole := Dates(edtf.MustParsePeriod(s)); whole {
			t.Errorf("Dates(%q) = %q, %q say all", s, start, end)
		}
	}
}

func TestReader_PlacesValues(t *testing.T) {
	t.Parallel()
	text := "{\"a\": 1}\n  {\n \"b\": 2}\n"
	r := NewReader("test", iotest.OneByteReader(strings.NewReader(text)), 100)
	for _, want := range [][2]int{{1, 1}, {2, 3}} {
		v, err := r.Next()
		if err != nil || v.Line != want[0] || v.Column != want[1] {
			t.Fatalf("%d:%d, %v, want %v", v.Line, v.Column, err, want)
		}
	}
	if _, err := r.Next(); err != io.EOF {
		t.Error(err)
	}
}

func TestReader_FailsAtItsPlace(t *testing.T) {
	t.Parallel()
	broken := errors.New("broken")
	for _, tt := range []struct {
		in   io.Reader
		want string
		is   error
	}{
		{strings.NewReader("{}\n{\"a\": x}"), "test: 2:7: ", nil},
		{strings.NewReader("{}\n{\"a\": \"" + strings.Repeat("x", 200)), "test: 2:1: an entry is longer than", interop.ErrLimit},
		{strings.NewReader(" \n[1,"), "test: 2:4: the text ends in the middle of a value", io.ErrUnexpectedEOF},
		{io.MultiReader(strings.NewReader("{}\n"), iotest.ErrReader(broken)), "test: 2:1: broken", broken},
		{strings.NewReader("<html>"), "test: the input is a web page", nil},
	} {
		r := NewReader("test", tt.in, 100)
		var err error
		for err == nil {
			_, err = r.Next()
		}
		if !strings.HasPrefix(err.Error(), tt.want) || tt.is != nil && !errors.Is(err, tt.is) {
			t.Errorf("got %v, want %s", err, tt.want)
		}
	}
}

func TestReader_SkipsAmongManyLines(t *testing.T) {
	t.Parallel()
	const n = 3000
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "{\"n\": %d}\nno %s\n", i, strings.Repeat("x", i%200))
	}
	r := NewReader("test", strings.NewReader(b.String()), 1000)
	good, bad := 0, 0
	for {
		v, err := r.Next()
		var f *Fault
		switch {
		case err == io.EOF:
			if good != n || bad != n {
				t.Errorf("%d good and %d bad, want %d of each", good, bad, n)
			}
			return
		case errors.As(err, &f):
			if bad++; f.Line != 2*bad {
				t.Fatalf("line %d, want %d", f.Line, 2*bad)
			}
			if err := r.SkipLine(); err != nil {
				t.Fatal(err)
			}
		default:
			if string(v.Raw) != fmt.Sprintf(`{"n": %d}`, good) {
				t.Fatalf("%s in place of number %d", v.Raw, good)
			}
			good++
		}
	}
}

func TestReader_SkipsALine(t *testing.T) {
	t.Parallel()
	text := "{\"n\": 1}\n{\"n\": \"cut\n{\"n\": 3}\nnothing\n{\"n\": 5}"
	for _, read := range []func(io.Reader) io.Reader{iotest.OneByteReader, iotest.HalfReader} {
		r := NewReader("test", read(strings.NewReader(text)), 100)
		var got []string
		for {
			v, err := r.Next()
			if err == io.EOF {
				break
			}
			var f *Fault
			if errors.As(err, &f) && f.Syntax {
				got = append(got, fmt.Sprintf("fault at %d:%d", f.Line, f.Column))
				if r.SkipLine() != nil {
					break
				}
				continue
			}
			got = append(got, fmt.Sprintf("%s at %d:%d", v.Raw, v.Line, v.Column))
		}
		want := []string{`{"n": 1} at 1:1`, "fault at 2:11", `{"n": 3} at 3:1`, "fault at 4:2", `{"n": 5} at 5:1`}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

func TestParents_CutCyclesAndLongChains(t *testing.T) {
	t.Parallel()
	const n = 250
	chain := func(order func(i int) int) (orgs []entente.Organization, cut int) {
		index := make(map[string]int)
		for i := range n {
			orgs = append(orgs, entente.Organization{Fact: entente.Fact{ID: entente.ID(fmt.Sprintf("o%d", i))}})
			index[string(orgs[i].ID)] = i
		}
		var p Parents
		for i := range n { // the last would close the circle
			child := order(i)
			p.Add("parent", child, fmt.Sprintf("o%d", (child+1)%n), 1, 1)
		}
		p.Resolve(orgs, index, func(int, int, string) { cut++ })
		return orgs, cut
	}
	for name, order := range map[string]func(i int) int{
		"upwards": func(i int) int { return i }, "downwards": func(i int) int { return n - 1 - i },
		"mixed": func(i int) int { return i * 7 % n },
	} {
		orgs, cut := chain(order)
		if cut == 0 || cut > 10 {
			t.Errorf("%s: %d references cut", name, cut)
		}
		for i := range orgs {
			orgs[i].Basis, orgs[i].Name = entente.BasisReported, Und("x")
			orgs[i].Cites = []entente.Citation{{Source: "s"}}
		}
		if _, err := entente.New(entente.Records{Sources: []entente.Source{{ID: "s"}}, Organizations: orgs}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestNames_AreTheSameForManyLanguages(t *testing.T) {
	t.Parallel()
	var tags Tags
	var few, many Names
	var want entente.Names
	for i, code := range strings.Fields("en fr de nl it es pt ru uk pl cs sk sl hr sr bg ro hu fi sv nb nn da is et lv lt ga") {
		tag := tags.Of(code)
		names := []string{fmt.Sprint("name ", i), fmt.Sprint("other ", i), fmt.Sprint("name ", i)}
		want = want.With(tag, names...)
		for _, name := range names {
			if many.Add(tag, name); i < 10 {
				few.Add(tag, name)
			}
		}
	}
	if got := many.All(); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
	if few.All() == want || few.All().IsZero() {
		t.Errorf("got %v", few.All())
	}
}
