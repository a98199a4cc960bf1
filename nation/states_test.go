package nation_test

import (
	"errors"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/entente-go/entente/nation"
)

// stateCase is one line of testdata/states.txt.
type stateCase struct {
	number, letters nation.Scheme
	day             nation.When
	code, abbrev    string
	mark            byte // before the name: 0, '~' or '?'
	name            string
	want            nation.ID
}

func stateCases(t testing.TB) []stateCase {
	t.Helper()
	data, err := os.ReadFile("testdata/states.txt")
	if err != nil {
		t.Fatal(err)
	}
	var cases []stateCase
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		day, err := time.Parse(time.DateOnly, f[1])
		if err != nil || len(f) != 6 {
			t.Fatalf("testdata/states.txt: %q: %v", line, err)
		}
		c := stateCase{number: nation.SchemeCOW, letters: nation.SchemeCOWLetters, day: nation.Day(day),
			code: f[2], abbrev: f[3], want: nation.ID(f[5])}
		if f[0] == "gw" {
			c.number = nation.SchemeGleditschWard
		}
		if name := f[4]; name != "-" {
			if name[0] == '~' || name[0] == '?' {
				c.mark, name = name[0], name[1:]
			}
			if c.name, err = strconv.Unquote(name); err != nil {
				t.Fatalf("testdata/states.txt: %q: %v", line, err)
			}
		}
		if c.want == "none" {
			c.want = ""
		}
		cases = append(cases, c)
	}
	return cases
}

func TestStates_AreFoundByNumberLettersAndName(t *testing.T) {
	cases := stateCases(t)
	if len(cases) < 300 {
		t.Errorf("only %d cases", len(cases))
	}
	for _, c := range cases {
		if id, err := nation.LookupCode(c.number, c.code, c.day); id != c.want || (err == nil) != (c.want != "") {
			t.Errorf("LookupCode(%v, %s, %v) = %q, %v, want %q", c.number, c.code, c.day, id, err, c.want)
		}
		if c.abbrev != "-" && c.want != "" {
			if id, err := nation.LookupCode(c.letters, c.abbrev, c.day); id != c.want {
				t.Errorf("LookupCode(%v, %s, %v) = %q, %v, want %q", c.letters, c.abbrev, c.day, id, err, c.want)
			}
		}
		if c.name != "" {
			checkName(t, c)
		}
	}
}

// checkName checks what At says of a name. Where the scheme takes one state for
// another, At must not say a third.
func checkName(t *testing.T, c stateCase) {
	t.Helper()
	a, err := nation.At(c.name, c.day)
	var ambiguous *nation.AmbiguousError
	var absent *nation.AbsentError
	switch {
	case err == nil && a.ID != c.want, err == nil && c.mark == '?' && a.Assumed == 0 && !a.Key.Former():
		t.Errorf("At(%q, %v) = %v, want %s", c.name, c.day, a, c.want)
	case err == nil && c.mark == '~' && a.Assumed != nation.AssumptionContinuity:
		t.Errorf("At(%q, %v) = %v, which assumes %q", c.name, c.day, a, a.Assumed)
	case c.mark == 0 && err != nil:
		t.Errorf("At(%q, %v): %v, want %s", c.name, c.day, err, c.want)
	case errors.As(err, &ambiguous) && !slices.Contains(ambiguous.Candidates, c.want):
		t.Errorf("At(%q, %v): %v, want %s among them", c.name, c.day, err, c.want)
	case errors.As(err, &absent) && !slices.Contains(absent.Then, c.want):
		t.Errorf("At(%q, %v): %v, want %s to be compared", c.name, c.day, err, c.want)
	}
}
