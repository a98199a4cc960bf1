package nation

import (
	"cmp"
	"errors"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/entente-go/entente/internal/fold"
	gocmp "github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
)

// oracle finds names in a map that is built naively from the text of the names
// and the rows of codes.
type oracle struct {
	names map[string][]candidate
	bare  map[string][]int // the nations that have the name with an article
}

func newOracle() oracle {
	o := oracle{map[string][]candidate{}, map[string][]int{}}
	offset := 0
	for n, line := range strings.SplitAfter(strings.TrimSuffix(nameText, "\n"), "\n") {
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		id := ID(fields[0])
		at := offset + len(fields[0]) + 1
		offset += len(line)
		for _, f := range fields[1:] {
			c := candidate{n, rankName, at + 1}
			at += len(f) + 1
			switch {
			case f[0] == '?':
				continue
			case f[0] == '-':
				c.rank = rankFormerName
			case len(id) > 2:
				c.rank = rankEnded
			}
			key := string(fold.AppendLoose(nil, []byte(fold.Name(f[1:]))))
			for _, key := range []string{key, string(fold.AppendWords(nil, []byte(key)))} {
				o.add(key, c)
				if f[0] == '*' {
					o.bare[key] = append(o.bare[key], n)
				}
			}
		}
	}
	for row := range codeRows {
		if r := &codeRows[row]; r.scheme() <= SchemeISOAlpha3 {
			c := candidate{int(r.nation), rankCode, -1 - row}
			if r.last != stillInForce {
				c.rank = rankFormerCode
			}
			o.names[strings.ToLower(codeAt(row))] = append(o.names[strings.ToLower(codeAt(row))], c)
		}
	}
	for n := range stateRows {
		if id := strings.ToLower(string(idOf(n))); len(id) == 4 {
			o.names[id] = append(o.names[id], candidate{n, rankCode, idPlace})
		}
	}
	return o
}

func (o oracle) add(key string, c candidate) {
	for i, old := range o.names[key] {
		if old.nation == c.nation && old.where >= 0 {
			if c.rank < old.rank {
				o.names[key][i] = c
			}
			return
		}
	}
	o.names[key] = append(o.names[key], c)
}

// find returns what appendKey does.
func (o oracle) find(key string) []candidate {
	if found := o.names[key]; len(found) > 0 {
		return found
	}
	for _, s := range [...]string{"the ", " (the)", ", the"} {
		bare, ok := strings.CutPrefix(key, s)
		if !ok {
			bare, ok = strings.CutSuffix(key, s)
		}
		if ok && bare != "" {
			return slices.DeleteFunc(slices.Clone(o.names[bare]), func(c candidate) bool {
				return c.where < 0 || c.where == idPlace || !slices.Contains(o.bare[bare], c.nation)
			})
		}
	}
	return nil
}

// same compares candidates in no order. The oracle does not know which names
// are meant to be ambiguous, which have the rank of the present.
func same(got, want []candidate) string {
	plain := func(list []candidate) []candidate {
		list = slices.Clone(list)
		for i := range list {
			if len(idOf(list[i].nation)) > 2 && list[i].rank == rankName {
				list[i].rank = rankEnded
			}
		}
		slices.SortFunc(list, func(a, b candidate) int {
			return cmp.Or(cmp.Compare(a.nation, b.nation), cmp.Compare(a.where, b.where))
		})
		return list
	}
	if len(got) == 0 && len(want) == 0 {
		return ""
	}
	return gocmp.Diff(plain(want), plain(got), gocmp.AllowUnexported(candidate{}))
}

func TestTables_FindWhatANaiveMapFinds(t *testing.T) {
	o := newOracle()
	try := func(key string) {
		if diff := same(appendKey(nil, []byte(key)), o.find(key)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", key, diff)
		}
	}
	for key := range o.names {
		try(key)
		try("the " + key)
		try(key + ", the")
		try(key + " (the)")
		try(key + "s")
		try(key[1:])
		try(key[:len(key)-1])
		try(strings.ToUpper(key[:1]) + key[1:])
	}
	for _, key := range []string{"", "the ", ", the", " (the)", strings.Repeat("x", 255), strings.Repeat("x", 256), strings.Repeat("x", 700)} {
		try(key)
	}
}

// words returns the words of a name, sorted, without those that the rules of
// Lookup add or drop.
func words(s string) string {
	key := string(fold.AppendWords(nil, fold.AppendKey(nil, s)))
	list := strings.FieldsFunc(key, func(r rune) bool { return strings.ContainsRune(" ,()[]/", r) })
	list = slices.DeleteFunc(list, func(w string) bool { return w == "the" || w == "of" })
	slices.Sort(list)
	return strings.Join(list, " ")
}

// named reports whether s has just the words of a name or code of id.
func named(s string, id ID) bool {
	want := words(s)
	for name := range Names(id) {
		if words(name) == want {
			return true
		}
	}
	return false
}

// justified reports whether s has the words of a name of id, or is two names
// beside each other of which one is, and the other that of a state that has to
// do with it.
func justified(s string, id ID) bool {
	if named(s, id) {
		return true
	}
	key := string(fold.AppendWords(nil, fold.AppendKey(nil, s)))
	for i, r := range key {
		if r != ',' && r != '(' && r != '/' {
			continue
		}
		a, b := key[:i], key[i+1:]
		if named(b, id) {
			a, b = b, a
		}
		if !named(a, id) {
			continue
		}
		for other := range All() {
			n, m := number(id), number(other)
			related := n == m || int(stateRows[n].sovereign) == m+1 ||
				slices.Contains(before(n), uint16(m)) || slices.Contains(after(n), uint16(m))
			if related && named(b, other) {
				return true
			}
		}
	}
	return false
}

// mustNotMatch returns the names of testdata/names.txt that name nothing.
func mustNotMatch(t testing.TB) []string {
	data, err := os.ReadFile("testdata/names.txt")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for line := range strings.Lines(string(data)) {
		if f := strings.Split(line, "\t"); len(f) == 3 && (f[1] == "unknown" || f[1] == "malformed") {
			name, err := strconv.Unquote(f[0])
			if err != nil {
				t.Fatal(err)
			}
			names = append(names, name)
		}
	}
	return names
}

// FuzzLookup checks that a text finds only a state of which it has all the
// words and no others, that its Unicode forms find the same, and that the tables
// find what a naive map does.
func FuzzLookup(f *testing.F) {
	o := newOracle()
	for _, name := range mustNotMatch(f) {
		f.Add(name)
	}
	for id := range All() {
		i := 0
		for name := range Names(id) {
			if i++; i%8 == 0 {
				f.Add(name + ", " + string(id))
				f.Add(name[:len(name)/2] + name[len(name)/2+1:])
			}
		}
	}
	f.Fuzz(func(t *testing.T, s string) {
		match, err := Lookup(s)
		if (err == nil) != (match.ID != "") || (err == nil) != (match.Key != 0) {
			t.Fatalf("Lookup(%+q) = %+v, %v", s, match, err)
		}
		if err == nil && (!justified(s, match.ID) || !named(match.Name, match.ID)) {
			t.Errorf("Lookup(%+q) = %+v, which has other words", s, match)
		}
		var ambiguous *AmbiguousError
		if errors.As(err, &ambiguous) {
			for _, id := range ambiguous.Candidates {
				if !justified(s, id) {
					t.Errorf("Lookup(%+q) has the candidate %s, which has other words", s, id)
				}
			}
		}
		if len(s) < maxName/4 && !errors.Is(err, ErrForm) {
			for _, form := range []norm.Form{norm.NFC, norm.NFD} {
				if other, _ := Lookup(form.String(s)); other.ID != match.ID {
					t.Errorf("Lookup(%+q) is %q, in another form %q", s, match.ID, other.ID)
				}
			}
		}
		if len(s) <= maxName {
			key := fold.AppendKey(nil, s)
			if diff := same(appendKey(nil, key), o.find(string(key))); diff != "" {
				t.Errorf("%q (-want +got):\n%s", key, diff)
			}
		}
	})
}

func TestLookup_FindsNothingForNamesOfNothing(t *testing.T) {
	names := mustNotMatch(t)
	if len(names) < 100 {
		t.Errorf("only %d names", len(names))
	}
	for _, s := range names {
		if m, err := Lookup(s); err == nil {
			t.Errorf("Lookup(%q) = %v", s, m)
		}
		if a, err := At(s, Year(1950)); err == nil {
			t.Errorf("At(%q, 1950) = %v", s, a)
		}
	}
}

// A changed letter makes another name, or none.
func TestLookup_FindsNothingByLikeness(t *testing.T) {
	o := newOracle()
	tried := 0
	for id := range All() {
		for name := range Names(id) {
			key := string(fold.AppendKey(nil, name))
			if len(key) < 5 || key[0] >= 0x80 {
				continue
			}
			for i := range len(key) {
				for _, s := range []string{key[:i] + key[i+1:], key[:i] + "q" + key[i:], key[:i] + "z" + key[i+1:]} {
					if o.find(string(fold.AppendKey(nil, s))) != nil {
						continue
					}
					tried++
					if m, err := Lookup(s); err == nil && !justified(s, m.ID) {
						t.Errorf("Lookup(%q), from %q, = %v", s, name, m)
					}
				}
			}
		}
	}
	if tried < 10000 {
		t.Errorf("only %d tried", tried)
	}
}
