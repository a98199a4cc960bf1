package entente

import (
	"encoding/json"
	"errors"
	"io/fs"
	"math/rand/v2"
	"strings"
	"testing"
)

// slowEdits is the optimal string alignment distance by its definition.
func slowEdits(a, b string) int {
	if a == "" || b == "" {
		return len(a) + len(b)
	}
	m, n := len(a)-1, len(b)-1
	cost := 1
	if a[m] == b[n] {
		cost = 0
	}
	d := min(slowEdits(a[:m], b)+1, slowEdits(a, b[:n])+1, slowEdits(a[:m], b[:n])+cost)
	if m > 0 && n > 0 && a[m] == b[n-1] && a[m-1] == b[n] {
		d = min(d, slowEdits(a[:m-1], b[:n-1])+1)
	}
	return d
}

func TestEdits_AgreesWithDefinition(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	word := func() string {
		b := make([]byte, r.IntN(7))
		for i := range b {
			b[i] = "abc"[r.IntN(3)]
		}
		return string(b)
	}
	for range 3000 {
		a, b := word(), word()
		want := slowEdits(a, b)
		for limit := range 8 {
			if got := edits(a, b, limit); got != want && !(want > limit && got > limit) {
				t.Errorf("edits(%q, %q, %d) = %d, want %d", a, b, limit, got, want)
			}
		}
	}
	long := strings.Repeat("x", 63)
	if got := edits(long, long[1:], 2); got != 1 {
		t.Errorf("of 63 letters one is missing, and %d edits are found", got)
	}
	other := strings.Repeat("y", 64)
	for _, pair := range [][2]string{{other, long}, {long, other}} {
		if got := edits(pair[0], pair[1], 2); got != 3 {
			t.Errorf("a text of %d letters is compared: %d", max(len(pair[0]), len(pair[1])), got)
		}
	}
}

func TestClosest_FindsMisspellings(t *testing.T) {
	t.Parallel()
	names := []string{"id", "name", "status", "contingents", "cites", "claims", "Nation"}
	for s, want := range map[string]string{
		"nmae": "name", "names": "name", "nam": "name", "Name": "name", "stauts": "status", "statsu": "status", "statu": "status", "sttaus": "status",
		"contingent": "contingents", "contignents": "contingents", "contngent": "contingents", "kontngent": "", "cite": "cites", "claim": "claims",
		"xd": "id", "di": "id", "ids": "id", "xy": "", "nation": "Nation", "nations": "Nation", "naton": "Nation", "naxxon": "Nation", "nxxxon": "",
		"status": "", "quite else": "", "": "", strings.Repeat("contingents", 4): "", "s": "",
	} {
		if got := closest(s, names); got != want {
			t.Errorf("closest(%q) = %q, want %q", s, got, want)
		}
	}
	if got := closest("ab", []string{"abc", "ba"}); got != "abc" {
		t.Errorf("of two equally close names got %q, want the first", got)
	}
	forty := strings.Repeat("y", 40)
	if closest(forty, []string{forty + "z"}) == "" || closest(forty+"y", []string{forty}) != "" {
		t.Error("more than 40 letters are compared")
	}
}

func TestProblem_JSONSaysTheClass(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		problem Problem
		want    string
	}{
		{Problem{Message: "no ID", Err: ErrMissing}, `{"message":"no ID","class":"missing"}`},
		{Problem{File: "a\xff", Line: 1, Column: 2, Offset: 1, Pointer: "/x", Record: "r", Message: "m", Hint: "h", Err: ErrUnknownMember},
			`{"file":"a�","line":1,"column":2,"offset":1,"pointer":"/x","record":"r","message":"m","hint":"h","class":"unknown member"}`},
		{Problem{Message: "m", Err: &Conflict{ID: "x"}},
			`{"message":"m","class":"conflict","conflict":{"id":"x","a":{"dataset":0},"b":{"dataset":0}}}`},
		{Problem{Message: "m", Err: fs.ErrNotExist}, `{"message":"m","error":"file does not exist"}`},
		{Problem{Message: "m"}, `{"message":"m"}`},
	} {
		got, err := json.Marshal(c.problem)
		if err != nil || string(got) != c.want {
			t.Errorf("%+v is %s, want %s (%v)", c.problem, got, c.want, err)
		}
	}
	var p Problem
	if err := json.Unmarshal([]byte(`{"message":"m","class":"missing"}`), &p); err != nil || !errors.Is(&p, ErrMissing) || errors.Is(&p, ErrEmpty) {
		t.Errorf("read back, it is %+v, %v", p, err)
	}
	if err := p.UnmarshalJSON([]byte(`7`)); err == nil || p.Message != "m" {
		t.Errorf("a number is read as %+v, %v", p, err)
	}
}

func TestProblem_ShowsInputPrintable(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"plain": "plain", `back\slash "quoted"`: `back\slash "quoted"`, "line\nbreak \"x\"": `line\nbreak "x"`, "\x1b[0m": `\x1b[0m`, "Дружба": "Дружба", "": "",
	} {
		if got := printable(s); got != want {
			t.Errorf("printable(%q) is %q, want %q", s, got, want)
		}
	}
	for _, c := range []struct {
		s    string
		n    int
		want string
	}{{"abc", 3, "abc"}, {"abcd", 3, "abc…"}, {"дa", 1, "…"}, {"aд", 2, "a…"}, {"ддд", 4, "дд…"}, {"ддд", 5, "дд…"}, {"", 0, ""}, {"a", 0, "…"}, {"\xbf\xbf", 1, "…"}} {
		if got := clip(c.s, c.n); got != c.want {
			t.Errorf("clip(%q, %d) is %q, want %q", c.s, c.n, got, c.want)
		}
	}
}

func TestIsSlug_AllowsUpTo64Bytes(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]bool{0: false, 1: true, 63: true, 64: true, 65: false} {
		if got := isSlug(strings.Repeat("a", n)); got != want {
			t.Errorf("%d letters: %v", n, got)
		}
	}
}
