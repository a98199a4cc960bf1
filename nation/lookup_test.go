package nation_test

import (
	"errors"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/entente-go/entente/nation"
	"golang.org/x/text/unicode/norm"
)

// hardName is one line of testdata/names.txt.
type hardName struct{ name, want string }

func hardNames(t testing.TB) []hardName {
	t.Helper()
	data, err := os.ReadFile("testdata/names.txt")
	if err != nil {
		t.Fatal(err)
	}
	var names []hardName
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		name, err := strconv.Unquote(f[0])
		if err != nil || len(f) != 3 {
			t.Fatalf("testdata/names.txt: %q: %v", line, err)
		}
		names = append(names, hardName{name, f[1]})
	}
	return names
}

// verdict writes what Lookup returned as testdata/names.txt does.
func verdict(match nation.Match, err error) string {
	var ambiguous *nation.AmbiguousError
	switch {
	case errors.As(err, &ambiguous):
		var ids []string
		for _, id := range ambiguous.Candidates {
			ids = append(ids, string(id))
		}
		return "?" + strings.Join(ids, " ")
	case errors.Is(err, nation.ErrUnknown), errors.Is(err, nation.ErrNumber):
		return "unknown"
	case errors.Is(err, nation.ErrForm):
		return "malformed"
	case err != nil:
		return err.Error()
	case match.Key == nation.KeyFormerName:
		return string(match.ID) + " former"
	}
	return string(match.ID)
}

func TestLookup_AnswersTheHardNames(t *testing.T) {
	names := hardNames(t)
	if len(names) < 400 {
		t.Errorf("only %d names", len(names))
	}
	for _, n := range names {
		if got := verdict(nation.Lookup(n.name)); got != n.want {
			t.Errorf("Lookup(%+q) (%s) is %s, want %s", n.name, n.name, got, n.want)
		}
		for form, name := range map[string]string{"NFC": norm.NFC.String(n.name), "NFD": norm.NFD.String(n.name),
			"NFKC": norm.NFKC.String(n.name), "NFKD": norm.NFKD.String(n.name), "spaced": " \t" + n.name + "\u2003"} {
			if got := verdict(nation.Lookup(name)); got != n.want {
				t.Errorf("Lookup(%+q), which is %s, is %s, want %s", name, form, got, n.want)
			}
		}
	}
}
