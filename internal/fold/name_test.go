package fold

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

func TestName_FoldsToOneForm(t *testing.T) {
	for _, test := range [][2]string{
		{"", ""},
		{"  ", ""},
		{"Pakistan", "pakistan"},
		{" New\t\u00a0Zealand\u3000\n", "new zealand"},
		{"Straße", "strasse"},
		{"STRAẞE", "strasse"},
		{"ΕΛΛΆΣ", "ελλάσ"},
		{"Ελλάς", "ελλάσ"},
		{"TÜRKİYE", "türki̇ye"},
		{"Tu\u0308rkiye", "türkiye"},
		{"Ёлка", "ёлка"},
		{"Е\u0308лка", "ёлка"},
		{"РОССИЯ", "россия"},
		{"ＰＫ", "pk"},
		{"ﷲ", "الله"},
		{"Côte d’Ivoire", "côte d'ivoire"},
		{"Coʻte d`Ivoire", "co'te d'ivoire"},
		{"Guinea‑Bissau", "guinea-bissau"},
		{"Guinea–Bissau", "guinea-bissau"},
		{"\u2067پاکستان\u2069", "پاکستان"},
		{"\u200cروس\u200f", "روس"},
		{"Ru\u00adssia", "russia"},
		{"e\u200d\u0301", "é"},
		{"a\xffb", "a\ufffdb"},
	} {
		if got := Name(test[0]); got != test[1] {
			t.Errorf("Name(%+q) = %+q, want %+q", test[0], got, test[1])
		}
	}
}

// TestName_AgreesWithUnicodeOnEveryRune checks that the shortcuts for the usual letters come to
// what the tables of Unicode say.
func TestName_AgreesWithUnicodeOnEveryRune(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if isInert(r) && !isIgnored(r) && !isDash(r) && r != 0x00A0 && !norm.NFKC.IsNormalString(string(r)) {
			t.Errorf("isInert(%U), but NFKC changes it", r)
		}
		if p := norm.NFKC.PropertiesString(string(r)); isInert(r) && p.CCC() != 0 {
			t.Errorf("isInert(%U), but it is a mark", r)
		}
		if isCaseless(r) && (unicode.ToLower(r) != r || !isInert(r)) {
			t.Errorf("isCaseless(%U)", r)
		}
		if unicode.IsSpace(r) && Name("a"+string(r)+"b") != "a b" {
			t.Errorf("Name keeps the space %U", r)
		}
		if want := unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r) || unicode.Is(unicode.Variation_Selector, r); want && !isIgnored(r) {
			t.Errorf("isIgnored(%U) is false", r)
		}
		if isIgnored(r) && (unicode.IsLetter(r) && r != 0x115F && r != 0x1160 && r != 0x3164 && r != 0xFFA0 || unicode.IsSpace(r)) {
			t.Errorf("isIgnored(%U) is true", r)
		}
		if r < 0xD800 || r > 0xDFFF {
			if once := Name(string(r)); Name(once) != once {
				t.Errorf("Name(%U) = %+q, which folds to %+q", r, once, Name(once))
			}
			if a, b := Name(norm.NFC.String(string(r))), Name(norm.NFD.String(string(r))); a != b {
				t.Errorf("%U: NFC folds to %+q, NFD to %+q", r, a, b)
			}
		}
	}
}

func TestLatinBases_AreTheDecomposed(t *testing.T) {
	if len(latinBases) != 0x180-0xC0 {
		t.Fatalf("latinBases has %d letters", len(latinBases))
	}
	for r := rune(0xC0); r < 0x180; r++ {
		lower := string(unicode.ToLower(r))
		want := []rune(norm.NFD.String(lower))[0]
		if got := bareRune(r); want < 0x80 && got != want && r == unicode.ToLower(r) {
			t.Errorf("bareRune(%c) = %c, want %c", r, got, want)
		}
	}
}

// slowLoose is AppendLoose by the tables of Unicode: in Latin and Greek a letter
// loses all its marks, in Cyrillic only ё does, and in Arabic script they go
// and the letters of different keyboards become one.
func slowLoose(folded string) string {
	loose := ""
	keyboards := map[rune]rune{'ي': 'ی', 'ى': 'ی', 'ك': 'ک', 'ه': 'ہ', 'ە': 'ہ', 'ٱ': 'ا', 'ۃ': 'ة'}
	for _, r := range folded {
		base := []rune(norm.NFD.String(string(r)))[0]
		switch {
		case 0x0300 <= r && r <= 0x036F, r == 0x0640, r == 0x0670, 0x064B <= r && r <= 0x065F:
		case r == 'ı':
			loose += "i"
		case r == 'ё':
			loose += "е"
		case unicode.In(r, unicode.Latin, unicode.Greek):
			loose += string(base)
		case unicode.Is(unicode.Arabic, r) && r < 0x0700:
			if same, ok := keyboards[base]; ok {
				base = same
			}
			loose += string(base)
		default:
			loose += string(r)
		}
	}
	return loose
}

func TestAppendLoose_AgreesWithUnicode(t *testing.T) {
	for r := rune(0x80); r <= unicode.MaxRune; r++ {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			continue
		}
		for _, s := range []string{string(r), "a" + string(r) + "b"} {
			folded := Name(s)
			if strings.ContainsAny(folded, "- ") {
				continue
			}
			if got, want := string(AppendLoose(nil, []byte(folded))), slowLoose(folded); got != want {
				t.Errorf("AppendLoose(%+q) is %+q, want %+q", folded, got, want)
			}
		}
	}
	for folded, want := range map[string]string{
		"": "", "a": "a", "-": "-", "-a": "-a", "a-": "a-", "a-b": "a b", "a--b": "a b", "a - b": "a b", "a b": "a b", "гвинея-бисау": "гвинея бисау",
	} {
		if got := string(AppendLoose([]byte("x "), []byte(folded))); got != "x "+want {
			t.Errorf("AppendLoose(%q) is %q, want %q", folded, got, "x "+want)
		}
	}
}

func FuzzName(f *testing.F) {
	for _, s := range []string{"Côte d’Ivoire", "Tu\u0308rkiye", "\u2067پاکستان\u2069", "İ\u0307\u0301", "ᾳ̈", "\u0345α"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		folded := Name(s)
		if again := Name(folded); again != folded {
			t.Errorf("Name(%+q) = %+q, which folds to %+q", s, folded, again)
		}
		for _, form := range []norm.Form{norm.NFC, norm.NFD, norm.NFKC, norm.NFKD} {
			if got := Name(form.String(s)); got != folded {
				t.Errorf("Name(%+q) = %+q, but %+q in another form", s, folded, got)
			}
		}
	})
}
