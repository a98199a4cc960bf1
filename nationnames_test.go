package entente

import (
	"errors"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// hardName is one line of testdata/nations.txt.
type hardName struct{ name, want string }

func hardNames(t testing.TB) []hardName {
	data, err := os.ReadFile("testdata/nations.txt")
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
			t.Fatalf("testdata/nations.txt: %q: %v", line, err)
		}
		names = append(names, hardName{name, f[1]})
	}
	return names
}

// verdict writes what LookupNation returned as testdata/nations.txt does.
func verdict(match NationMatch, err error) string {
	var ambiguous *AmbiguousNationError
	switch {
	case errors.As(err, &ambiguous):
		s := "?"
		for _, id := range ambiguous.Candidates {
			s += string(id) + " "
		}
		return strings.TrimSpace(s)
	case errors.Is(err, ErrUnknownNation):
		return "unknown"
	case errors.Is(err, ErrNationForm):
		return "malformed"
	case err != nil:
		return err.Error()
	case match.Key == KeyFormerName:
		return string(match.ID) + " former"
	}
	return string(match.ID)
}

func TestLookupNationHardNames(t *testing.T) {
	names := hardNames(t)
	if len(names) < 60 {
		t.Errorf("only %d names", len(names))
	}
	for _, n := range names {
		if got := verdict(LookupNation(n.name)); got != n.want {
			t.Errorf("LookupNation(%+q) (%s) is %s, want %s", n.name, n.name, got, n.want)
		}
		for form, name := range map[string]string{"NFC": norm.NFC.String(n.name), "NFD": norm.NFD.String(n.name),
			"NFKC": norm.NFKC.String(n.name), "NFKD": norm.NFKD.String(n.name), "spaced": " \t" + n.name + "\u2003"} {
			if got := verdict(LookupNation(name)); got != n.want {
				t.Errorf("LookupNation(%+q), which is %s, is %s, want %s", name, form, got, n.want)
			}
		}
	}
}

func TestLookupNationMalformed(t *testing.T) {
	for _, s := range []string{"", " ", "\t\n", "\xff", "Pak\xc3", "a\x00", "a\x1b[0m", "\u0085", "a\u0080", "a\x0eb", "a\x1fb", "a\x7fb", "a\u009fb",
		strings.Repeat("a", 257), strings.Repeat("Pakistan ", 10<<20/9)} {
		_, err := LookupNation(s)
		if !errors.Is(err, ErrNationForm) {
			t.Errorf("LookupNation(%.20q) = %v, want ErrNationForm", s, err)
			continue
		}
		if msg := err.Error(); len(msg) > 300 || !strings.HasPrefix(msg, "entente: ") {
			t.Errorf("LookupNation(%.20q) says %q", s, msg)
		}
	}
}

func TestLookupNationUnknown(t *testing.T) {
	for _, s := range []string{strings.Repeat("a", 256), "a\u00a0b", "a\rb", "a\u0085b", "a\ufffdb"} {
		if _, err := LookupNation(s); !errors.Is(err, ErrUnknownNation) {
			t.Errorf("LookupNation(%.20q) = %v, want ErrUnknownNation", s, err)
		}
	}
}

func TestLookupNationMatch(t *testing.T) {
	for s, want := range map[string]NationMatch{
		"pk":               {"PK", KeyCode, "PK"},
		"PAK":              {"PK", KeyCode, "PAK"},
		" 586 ":            {"PK", KeyCode, "586"},
		"xkk":              {"XK", KeyCode, "XKK"},
		"xkx":              {"XK", KeyCode, "XKX"},
		"suhh":             {"SUHH", KeyCode, "SUHH"},
		"SU":               {"SUHH", KeyFormerCode, "SU"},
		"ROM":              {"RO", KeyFormerCode, "ROM"},
		"280":              {"DE", KeyFormerCode, "280"},
		"104":              {"MM", KeyCode, "104"},
		"BUR":              {"BUMM", KeyFormerCode, "BUR"},
		"cote d`ivoire":    {"CI", KeyName, "Côte d’Ivoire"},
		"burma":            {"MM", KeyFormerName, "Burma"},
		"swaziland":        {"SZ", KeyFormerName, "Swaziland"},
		"Советский  Союз":  {"SUHH", KeyName, "Советский Союз"},
		"the soviet union": {"SUHH", KeyName, "Soviet Union"},
	} {
		if got, err := LookupNation(s); got != want || err != nil {
			t.Errorf("LookupNation(%q) = %+v, %v; want %+v", s, got, err, want)
		}
	}
}

// Lists of other publishers have "Saint" for "St.", "and" for "&", and ISO's
// names with the part in brackets after a comma.
func TestLookupNationSpellings(t *testing.T) {
	others := func(name string) []string {
		spelt := []string{name}
		for _, pair := range [][2]string{{"St. ", "Saint "}, {"St. ", "St "}, {" & ", " and "}, {" о-ва", " острова"}, {"О-ва ", "Острова "}, {"О-в ", "Остров "}, {" о-в ", " остров "}} {
			for _, s := range spelt {
				if other := strings.Replace(s, pair[0], pair[1], 1); other != s {
					spelt = append(spelt, other)
				}
			}
		}
		if short, rest, ok := strings.Cut(name, " ("); ok {
			rest = strings.TrimSuffix(rest, ")")
			bare := strings.TrimPrefix(rest, "the ")
			spelt = append(spelt, short+" ("+bare+")", short+", "+rest, short+", "+bare)
		}
		return spelt[1:]
	}
	tried := 0
	for i := range nations().rows {
		r := &nations().rows[i]
		r.each(func(term nationTerm) bool {
			if _, err := LookupNation(term.text); err != nil || strings.Contains(term.text, "(") && !term.iso {
				return true
			}
			for _, other := range others(term.text) {
				tried++
				if m, err := LookupNation(other); err != nil || m.ID != r.id {
					t.Errorf("LookupNation(%q), for %q, is %v, %v; want %s", other, term.text, m.ID, err, r.id)
				}
			}
			return true
		})
	}
	if tried < 60 {
		t.Errorf("only %d spellings", tried)
	}
}

func TestAnArticleStandsOnlyBeforeSomeNames(t *testing.T) {
	for _, s := range []string{"the Pakistan", "Pakistan, the", "the ", "the", ", the", " (the)", "the PK"} {
		if m, err := LookupNation(s); err == nil {
			t.Errorf("LookupNation(%q) = %v", s, m)
		}
	}
	for _, s := range []string{"the Gambia", "Gambia, the", "Gambia (the)", "The Netherlands"} {
		if m, err := LookupNation(s); err != nil {
			t.Errorf("LookupNation(%q) = %v, %v", s, m, err)
		}
	}
}

func TestNationErrors(t *testing.T) {
	for s, want := range map[string]string{
		"Congo":  `entente: "Congo" is the name of more than one nation; write one of the codes CD, CG`,
		"Ameri":  `entente: unknown nation "Ameri": write an ISO 3166 code or one of the nation's full names`,
		"":       `entente: not a nation's name "": it is empty`,
		"a\x00b": `entente: not a nation's name "a\x00b": it has control characters`,
	} {
		if _, err := LookupNation(s); err == nil || err.Error() != want {
			t.Errorf("LookupNation(%q) says\n%v, want\n%v", s, err, want)
		}
	}
	_, err := LookupNation("Congo")
	var ambiguous *AmbiguousNationError
	if !errors.As(err, &ambiguous) || errors.Is(err, ErrUnknownNation) || errors.Is(err, ErrNationForm) {
		t.Errorf("LookupNation(Congo) = %v", err)
	}
	ambiguous.Candidates[0] = "XX"
	if _, err := LookupNation("Congo"); strings.Contains(err.Error(), "XX") {
		t.Errorf("a caller changed the candidates: %v", err)
	}
}

func TestNationKeyString(t *testing.T) {
	got := []string{NationKey(0).String(), KeyCode.String(), KeyName.String(), KeyFormerCode.String(),
		KeyFormerName.String(), NationKey(9).String()}
	want := []string{"%!NationKey(0)", "code", "name", "former-code", "former-name", "%!NationKey(9)"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestNationName(t *testing.T) {
	for _, test := range []struct {
		id        ID
		tag, want string
	}{
		{"PK", "en", "Pakistan"},
		{"PK", "ru", "Пакистан"},
		{"PK", "ur", "پاکستان"},
		{"PK", "ur-PK", "پاکستان"},
		{"PK", "ur-Latn", "Pakistan"},
		{"PK", "ru-Latn", "Pakistan"},
		{"PK", "de", "Pakistan"},
		{"PK", "und", "Pakistan"},
		{"TR", "en-GB", "Türkiye"},
		{"SUHH", "ru", "Советский Союз"},
		{"BUMM", "ur", "برما"},
		{"WKUM", "ur", "Wake Island"},
		{"pk", "en", ""},
		{"ZZ", "en", ""},
		{"", "en", ""},
		{"druzhba-7", "en", ""},
	} {
		if got := NationName(test.id, language.MustParse(test.tag)); got != test.want {
			t.Errorf("NationName(%s, %s) = %q, want %q", test.id, test.tag, got, test.want)
		}
	}
	if got := NationName("PK", language.Tag{}); got != "Pakistan" {
		t.Errorf("NationName(PK, the zero Tag) = %q", got)
	}
}

func TestRegionsOf(t *testing.T) {
	for id, want := range map[ID]string{
		"PK": "034 142 001", "UZ": "143 142 001", "TR": "145 142 001", "RU": "151 150 001",
		"BR": "005 419 019 001", "MX": "013 003 419 019 001", "US": "021 003 019 001", "NG": "011 202 002 001",
		"EG": "015 002 001", "AQ": "001", "XK": "039 150 001", "SUHH": "151 150 001", "CSHH": "151 150 001",
		"CSXX": "039 150 001", "YUCS": "039 150 001", "BUMM": "035 142 001", "ZZ": "", "": "", "034": "",
	} {
		if got := strings.Join(RegionsOf(id), " "); got != want {
			t.Errorf("RegionsOf(%s) = %s, want %s", id, got, want)
		}
	}
	for _, id := range allNations() {
		for _, region := range RegionsOf(id) {
			for _, tag := range []language.Tag{language.English, language.Russian, language.Urdu} {
				if RegionName(region, tag) == "" {
					t.Errorf("region %s of %s has no name in %s", region, id, tag)
				}
			}
		}
	}
	if got := RegionName("034", language.Urdu); got != "جنوبی ایشیا" {
		t.Errorf("RegionName(034, ur) = %q", got)
	}
	if got := RegionName("34", language.English); got != "" {
		t.Errorf("RegionName(34) = %q", got)
	}
	regions := RegionsOf("PK")
	regions[0] = "999"
	if got := RegionsOf("PK")[0]; got != "034" {
		t.Errorf("a caller changed the regions: %s", got)
	}
}

func TestFormerStateOf(t *testing.T) {
	got, ok := FormerStateOf("SUHH")
	if !ok || got.ID != "SUHH" || got.First != 1922 || got.Last != 1991 || got.Withdrawn != 1992 || len(got.Successors) != 15 {
		t.Errorf("FormerStateOf(SUHH) = %+v, %v", got, ok)
	}
	got.Successors[0] = "XX"
	for _, id := range allNations() {
		f, ok := FormerStateOf(id)
		if ok != (len(id) == 4) {
			t.Errorf("FormerStateOf(%s) reports %v", id, ok)
		}
		if !ok {
			continue
		}
		if f.First > f.Last || f.Last > f.Withdrawn+10 || f.Withdrawn < 1974 || !slices.IsSorted(f.Successors) || len(f.Successors) == 0 {
			t.Errorf("FormerStateOf(%s) = %+v", id, f)
		}
		for _, s := range f.Successors {
			if len(s) != 2 || !knownNation(string(s)) {
				t.Errorf("%s has the successor %q", id, s)
			}
		}
		// The last two letters of the code are the successor's, unless there
		// are several or the alpha-2 code stayed.
		if last := id[2:]; last != "HH" && last != "XX" && last != "AA" && last != "CS" && last != f.Successors[0] {
			t.Errorf("%s has the successors %s", id, f.Successors)
		}
	}
	for _, id := range []ID{"", "PK", "ZZZZ", "suhh"} {
		if f, ok := FormerStateOf(id); ok || f.ID != "" {
			t.Errorf("FormerStateOf(%q) = %+v, %v", id, f, ok)
		}
	}
}

// FuzzLookupNation checks that no name makes LookupNation panic, that the
// Unicode forms of a name find the same, and that a nation is found by all of
// its own names.
func FuzzLookupNation(f *testing.F) {
	for _, n := range hardNames(f) {
		f.Add(n.name)
	}
	for _, id := range allNations() {
		for name := range NationNames(id) {
			f.Add(name)
		}
	}
	f.Fuzz(func(t *testing.T, s string) {
		match, err := LookupNation(s)
		if (err == nil) != (match.ID != "") {
			t.Fatalf("LookupNation(%+q) = %+v, %v", s, match, err)
		}
		if len(s) < maxNationName/4 && !errors.Is(err, ErrNationForm) {
			nfc, nfd := verdict(LookupNation(norm.NFC.String(s))), verdict(LookupNation(norm.NFD.String(s)))
			if got := verdict(match, err); got != nfc || got != nfd {
				t.Errorf("LookupNation(%+q) is %s, in NFC %s, in NFD %s", s, got, nfc, nfd)
			}
		}
		if folded := foldName(s); foldName(folded) != folded {
			t.Errorf("foldName(%+q) = %+q, which folds to %+q", s, folded, foldName(folded))
		}
		if err == nil {
			checkNamesOf(t, match.ID)
		}
	})
}

// checkNamesOf checks that each name of a nation finds it, or is ambiguous and
// has it among the candidates, or is a code that another nation has now.
func checkNamesOf(t *testing.T, id ID) {
	t.Helper()
	for name, key := range NationNames(id) {
		match, err := LookupNation(name)
		var ambiguous *AmbiguousNationError
		switch {
		case match.ID == id && (match.Key == key || match.Key == KeyCode): // "USA" is both
		case errors.As(err, &ambiguous) && slices.Contains(ambiguous.Candidates, id):
		case key == KeyFormerCode && match.Key == KeyCode:
		default:
			t.Errorf("%s has the %s %q, which finds %+v, %v", id, key, name, match, err)
		}
	}
}

// TestAmbiguousNations lists all names and codes that several nations share,
// so that a new one does not come about unseen.
func TestAmbiguousNations(t *testing.T) {
	got := map[string]bool{}
	for _, id := range allNations() {
		for name := range NationNames(id) {
			if _, err := LookupNation(name); err != nil {
				got[name] = true
			}
		}
	}
	for _, name := range []string{"Congo", "Korea", "Virgin Islands", "Конго", "Корея", "Виргинские острова", "کانگو", "کوریا", "CS", "891"} {
		if !got[name] {
			t.Errorf("%s is not ambiguous", name)
		}
		delete(got, name)
	}
	for name := range got {
		t.Errorf("%s is ambiguous", name)
	}
}

func TestLookupNationAllocations(t *testing.T) {
	for _, s := range []string{"PK", "pak", "586", "SUHH", "Pakistan", "PAKISTAN", "cote d'ivoire", "the gambia", "РОССИЯ",
		"پاکستان", "پاكستان", "भारत", "대한민국", "Ελλάδα", "Burma"} {
		if n := testing.AllocsPerRun(100, func() { LookupNation(s) }); n > 0 {
			t.Errorf("LookupNation(%q) allocates %v times", s, n)
		}
	}
	if n := testing.AllocsPerRun(100, func() { NationName("PK", language.Urdu) }); n > 0 {
		t.Errorf("NationName allocates %v times", n)
	}
}

func TestLookupNationConcurrent(t *testing.T) {
	for _, n := range hardNames(t) {
		t.Run("", func(t *testing.T) {
			t.Parallel()
			if got := verdict(LookupNation(n.name)); got != n.want {
				t.Errorf("LookupNation(%q) is %s, want %s", n.name, got, n.want)
			}
		})
	}
}

func BenchmarkLookupNation(b *testing.B) {
	for _, s := range []string{"PK", "PAK", "586", "Pakistan", "PAKISTAN", "Россия", "РОССИЯ", "پاکستان", "Nonsuch"} {
		b.Run(s, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				LookupNation(s)
			}
		})
	}
}

func BenchmarkKnownNation(b *testing.B) {
	for b.Loop() {
		knownNation("PK")
		knownNation("SUHH")
	}
}

// BenchmarkNationsFirstUse is what the first lookup costs.
func BenchmarkNationsFirstUse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		decodeNations(nationData)
	}
}

func TestNationNames(t *testing.T) {
	for _, id := range allNations() {
		checkNamesOf(t, id)
	}
	for _, id := range allNations() {
		for name := range NationNames(id) {
			want := verdict(LookupNation(name))
			for _, form := range []norm.Form{norm.NFC, norm.NFD, norm.NFKC, norm.NFKD} {
				s := form.String(name)
				if got := verdict(LookupNation(s)); got != want || len(s) > 240 {
					t.Errorf("LookupNation(%+q) of %d bytes is %s, want %s", s, len(s), got, want)
				}
			}
			for _, s := range []string{strings.ToUpper(name), strings.ToLower(name)} {
				if got := verdict(LookupNation(s)); got != want {
					t.Errorf("LookupNation(%+q) is %s, want %s", s, got, want)
				}
			}
		}
	}
	for range NationNames("ZZ") {
		t.Error("ZZ has names")
	}
	n := 0
	for range NationNames("PK") {
		if n++; n == 2 {
			break
		}
	}
}

func TestNationNamesAreWhatLookupNationSays(t *testing.T) {
	for i := range nations().rows {
		id := nations().rows[i].id
		seen := make(map[string]bool)
		for name, key := range NationNames(id) {
			if seen[foldName(name)] {
				t.Errorf("%s: %q is there twice", id, name)
			}
			seen[foldName(name)] = true
			if m, err := LookupNation(name); err == nil && m.ID == id && m.Key != key {
				t.Errorf("%s: %q is a %v, and LookupNation says %v", id, name, key, m.Key)
			}
		}
		nations().rows[i].each(func(term nationTerm) bool {
			if !seen[foldName(term.text)] {
				t.Errorf("%s: %q is missing", id, term.text)
			}
			return true
		})
	}
}
