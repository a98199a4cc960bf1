package fold

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

func slowKey(s string) string { return string(AppendLoose(nil, []byte(Name(s)))) }

func TestAppendKey_AgreesWithTheSlowWay(t *testing.T) {
	if len(asciiKeys) != 128 {
		t.Fatalf("asciiKeys has %d characters", len(asciiKeys))
	}
	check := func(s string) {
		t.Helper()
		if got, want := string(AppendKey([]byte("x "), s)), "x "+slowKey(s); got != want {
			t.Errorf("AppendKey(%+q) is %+q, want %+q", s, got, want)
		}
	}
	for r := rune(0); r <= unicode.MaxRune; r++ {
		check(string(r))
		if r < 0x3100 {
			check("a" + string(r) + "б")
			check("-" + string(r) + " \u0301" + string(r))
		}
	}
	for _, s := range []string{"", " ", "a-b", "-a", "a-", "a- ", " -a", "a--b", "a -b", "Кот-д’Ивуар", "İ", "I\u0307", "Е\u0308", "\xff", "a\xff-b", "ي\u0654"} {
		check(s)
	}
}

func FuzzAppendKey(f *testing.F) {
	for _, s := range []string{"Côte d’Ivoire", "Guinea-Bissau", "\u2067پاکستان\u2069", "Ёлка- ", "Bosnia–Herzegovina", "फ़्रांस", "대한민국\u11a8", "भारत\u0301"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := string(AppendKey(nil, s))
		if want := slowKey(s); got != want {
			t.Errorf("AppendKey(%+q) is %+q, want %+q", s, got, want)
		}
		if nfd := string(AppendKey(nil, norm.NFD.String(s))); nfd != got {
			t.Errorf("AppendKey(%+q) is %+q, and %+q decomposed", s, got, nfd)
		}
	})
}

func TestAppendKey_AllocatesNothingForComposedText(t *testing.T) {
	buf := make([]byte, 0, 256)
	for _, s := range []string{"Côte d’Ivoire", "РОССИЯ", "پاکستان", "संयुक्त राज्य अमेरिका", "대한민국"} {
		if n := testing.AllocsPerRun(100, func() { AppendKey(buf, s) }); n > 0 {
			t.Errorf("AppendKey(%q) allocates %v times", s, n)
		}
	}
}

// The tables of nations are laid out by these values.
func TestHash_IsTheSameEverywhere(t *testing.T) {
	for s, want := range map[string]uint32{"": 0x57d9e055, "pakistan": 0x52d63a93, "пакистан": 0x6ae6bcf9, "democratic peoples republic of korea": 0x30ea89f6} {
		if got := Hash([]byte(s)); got != want {
			t.Errorf("Hash(%q) is %#x, want %#x", s, got, want)
		}
	}
}

func BenchmarkAppendKey(b *testing.B) {
	var buf [64]byte
	for _, s := range []string{"Pakistan", "Côte d’Ivoire", "РОССИЯ", "پاکستان", "भारत"} {
		b.Run(s, func(b *testing.B) {
			for b.Loop() {
				AppendKey(buf[:0], s)
			}
		})
	}
}

func TestWords_AreThoseOfAName(t *testing.T) {
	for name, want := range map[string]string{
		"": "", " – ": "", "Druzhba-7": "druzhba 7", "Île d’Oléron": "ile d oleron", "Дружба «VII»": "дружба vii",
	} {
		if got := strings.Join(Words(name), " "); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
