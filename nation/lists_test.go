package nation_test

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/entente-go/entente/nation"
)

// listed returns the columns of each line of a list that people edit.
func listed(t *testing.T, name string) [][]string {
	t.Helper()
	data, err := os.ReadFile("../internal/gennation/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(strings.TrimSuffix(line, "\n"), "|")
		for i := range f {
			f[i] = strings.TrimSpace(f[i])
		}
		rows = append(rows, f)
	}
	return rows
}

func parts(column string) []string {
	return slices.DeleteFunc(strings.Split(column, ";"), func(s string) bool { return strings.TrimSpace(s) == "" })
}

// means reports whether id has a name, in one spelling or another.
func means(name string, id nation.ID) bool {
	for other := range nation.Names(id) {
		if other == strings.TrimPrefix(name, "the ") {
			return true
		}
	}
	m, err := nation.Lookup(name)
	var ambiguous *nation.AmbiguousError
	if errors.As(err, &ambiguous) {
		return slices.Contains(ambiguous.Candidates, id)
	}
	return m.ID == id
}

// The tables hold what the lists say. If this fails, run go generate, with the
// packages that internal/gennation names.
func TestTables_HoldWhatTheListsSay(t *testing.T) {
	check := func(id nation.ID, names ...string) {
		t.Helper()
		for _, name := range names {
			if name = strings.TrimSpace(name); name != "" && !means(name, id) {
				t.Errorf("the lists have the name %q for %s, and Lookup does not: run go generate", name, id)
			}
		}
	}
	for _, f := range listed(t, "iso3166.txt") {
		check(nation.ID(f[0]), f[1:4]...)
		check(nation.ID(f[0]), slices.Concat(parts(f[4]), parts(f[5]))...)
	}
	for _, f := range listed(t, "states.txt") {
		id := nation.ID(f[0])
		check(id, f[7:10]...)
		check(id, slices.Concat(parts(f[10]), parts(f[11]))...)
		for i, scheme := range []nation.Scheme{nation.SchemeCOW, nation.SchemeCOWLetters, nation.SchemeGleditschWard} {
			var want, got []string
			for _, code := range parts(f[2+i]) {
				code, _, _ = strings.Cut(strings.TrimSpace(code), "@")
				want = append(want, code)
			}
			for s, code := range nation.Codes(id) {
				if s == scheme {
					got = append(got, code)
				}
			}
			slices.Sort(want)
			slices.Sort(got)
			if !slices.Equal(slices.Compact(want), got) {
				t.Errorf("%s has the codes %v of %v, the list has %v: run go generate", id, got, scheme, want)
			}
		}
		var existed []string
		for _, p := range nation.Periods(id) {
			existed = append(existed, p.First.String()+"/"+p.Last.String())
		}
		if got, want := strings.Join(existed, "; "), strings.ReplaceAll(f[1], "..", ""); got != want {
			t.Errorf("%s existed %s, the list has %s: run go generate", id, got, want)
		}
		for column, of := range map[int][]nation.ID{5: nation.Predecessors(id), 6: nation.Successors(id)} {
			for _, other := range parts(f[column]) {
				if !slices.Contains(of, nation.ID(strings.TrimSpace(other))) {
					t.Errorf("%s does not continue %s, or the other way round: run go generate", id, other)
				}
			}
		}
	}
}
