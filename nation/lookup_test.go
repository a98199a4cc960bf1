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

func TestLookup_RefusesWhatIsNoName(t *testing.T) {
	for _, s := range []string{"", " ", "\t\n", "\xff", "Pak\xc3", "a\x00", "a\x1b[0m", "\u0085", "a\u0080", "a\x0eb", "a\x1fb", "a\x7fb",
		"a\u009fb", strings.Repeat("a", 257), strings.Repeat("Pakistan ", 10<<20/9)} {
		_, err := nation.Lookup(s)
		if !errors.Is(err, nation.ErrForm) {
			t.Errorf("Lookup(%.20q) = %v, want ErrForm", s, err)
			continue
		}
		if msg := err.Error(); len(msg) > 400 || !strings.HasPrefix(msg, "nation: ") {
			t.Errorf("Lookup(%.20q) says %q", s, msg)
		}
	}
	for _, s := range []string{strings.Repeat("a", 256), "a\u00a0b", "a\rb", "a\u0085b", "a\ufffdb"} {
		if _, err := nation.Lookup(s); !errors.Is(err, nation.ErrUnknown) {
			t.Errorf("Lookup(%.20q) = %v, want ErrUnknown", s, err)
		}
	}
	for _, s := range []string{"586", " 4 ", "-9", "+1", "۵۸۶", "００４"} {
		if _, err := nation.Lookup(s); !errors.Is(err, nation.ErrNumber) {
			t.Errorf("Lookup(%q) = %v, want ErrNumber", s, err)
		}
	}
}

func TestLookup_TakesAnArticleOnlyWhereThereIsOne(t *testing.T) {
	for _, s := range []string{"the Pakistan", "Pakistan, the", "the ", "the", ", the", " (the)", "the PK"} {
		if m, err := nation.Lookup(s); err == nil {
			t.Errorf("Lookup(%q) = %v", s, m)
		}
	}
	for _, s := range []string{"the Gambia", "Gambia, the", "Gambia (the)", "The Netherlands"} {
		if _, err := nation.Lookup(s); err != nil {
			t.Errorf("Lookup(%q): %v", s, err)
		}
	}
}

func TestLookup_FindsEveryNameInEveryUnicodeForm(t *testing.T) {
	for id := range nation.All() {
		for name := range nation.Names(id) {
			want := verdict(nation.Lookup(name))
			for _, form := range []norm.Form{norm.NFC, norm.NFD, norm.NFKC, norm.NFKD} {
				s := form.String(name)
				if got := verdict(nation.Lookup(s)); got != want || len(s) > 240 {
					t.Errorf("Lookup(%+q) of %d bytes is %s, want %s", s, len(s), got, want)
				}
			}
			for _, s := range []string{strings.ToUpper(name), strings.ToLower(name)} {
				if got := verdict(nation.Lookup(s)); got != want {
					t.Errorf("Lookup(%+q) is %s, want %s", s, got, want)
				}
			}
		}
	}
}

func TestLookup_IsSafeForConcurrentUse(t *testing.T) {
	for _, n := range hardNames(t)[:200] {
		t.Run("", func(t *testing.T) {
			t.Parallel()
			if got := verdict(nation.Lookup(n.name)); got != n.want {
				t.Errorf("Lookup(%q) is %s, want %s", n.name, got, n.want)
			}
		})
	}
}
