package brief

import (
	"strings"
	"testing"

	"golang.org/x/text/language"
)

func TestLocalizer_Fill(t *testing.T) {
	l := newLocalizer(language.English, nil)
	name := line{{words: "Druzhba", lang: language.Und}}
	for words, want := range map[string]string{
		"":                        "",
		"plain":                   "plain",
		"%[1]s":                   "Druzhba",
		"%[2]d of %[1]s":          "1,021 of Druzhba",
		"%[2]s and %[2]d":         "1,021 and 1,021",
		"%[3]s%[9]s.":             ".",
		"100% of %[1]s":           "100% of Druzhba",
		"%[ %[0]s %[1]x %[1":      "%[ %[0]s %[1]x %[1",
		"%[1]s\n\u202e%[1]s\x00.": "Druzhba Druzhba .",
	} {
		if got := l.fill(segments(words), language.English, []any{name, 1021}).text(); got != want {
			t.Errorf("%q: %q, want %q", words, got, want)
		}
	}
	stopped := line{{words: "Who goes?", lang: language.English}}
	for words, want := range map[string]string{"%[1]s.": "Who goes?", "%[1]s۔": "Who goes?", "%[1]s, %[1]s.": "Who goes?, Who goes?"} {
		if got := l.fill(segments(words), language.English, []any{stopped}).text(); got != want {
			t.Errorf("%q: %q, want %q", words, got, want)
		}
	}
}

func TestLocalizer_SeparatesThousandsOfCountsAlone(t *testing.T) {
	for tag, want := range map[string]string{"en": "0 999 1,000 1,234,567 -5 1000 -1000", "ur-u-nu-arabext": "۰ ۹۹۹ ۱٬۰۰۰ ۱٬۲۳۴٬۵۶۷ \u200e-\u200e۵ ۱۰۰۰ \u200e-\u200e۱۰۰۰"} {
		l := newLocalizer(language.MustParse(tag), nil)
		got := strings.Join([]string{l.count(0), l.count(999), l.count(1000), l.count(1234567), l.count(-5), l.number(1000), l.number(-1000)}, " ")
		if got != want {
			t.Errorf("%s: %q, want %q", tag, got, want)
		}
	}
}

// What is in brackets loses its own, but for an abbreviation of one or two letters.
func TestBracketed_HasOnePairOfBrackets(t *testing.T) {
	l := newLocalizer(language.English, nil)
	for in, want := range map[string]string{
		"General":               "X (General)",
		"General (retired)":     "X (General, retired)",
		"General (R) of it":     "X (General (R) of it)",
		"General (Rt)":          "X (General (Rt))",
		"General (Ret)":         "X (General, Ret)",
		"General (R), now (no)": "X (General (R), now (no))",
		"a (one) b":             "X (a, one, b)",
		"a (one), b":            "X (a, one, b)",
		"a (one) (two) b":       "X (a, one, two, b)",
		"a (one (two) b) c":     "X (a, one, two, b, c)",
		"a) b (one) c":          "X (a) b, one, c)",
		"a (one) b) c":          "X (a, one, b) c)",
		"a (one":                "X (a, one)",
		"(one)":                 "X ((one))",
		"":                      "X",
	} {
		if got := l.bracketed(words("X", l.lang), words(in, l.lang)).text(); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	solid := line{{words: "a (one)", solid: true}, {words: " (two)", lang: l.lang}}
	if got := l.bracketed(words("X", l.lang), solid).text(); got != "X (a (one), two)" {
		t.Errorf("what is to be kept together became %q", got)
	}
	if got := l.bracketed(words("X (y)", l.lang), words("z", l.lang)).text(); got != "X (y), z" {
		t.Errorf("two pairs of brackets: %q", got)
	}
	if got := l.bracketed(nil, words("a (one)", l.lang)).text(); got != "a (one)" {
		t.Errorf("without words: %q", got)
	}
}

func TestLocalizer_FallsBackByParent(t *testing.T) {
	for tag, want := range map[string]string{
		"en": "en", "en-GB": "en-GB", "ru-KZ": "ru-KZ", "ur-u-nu-arabext": "ur", "ru-Latn": "en", "fr": "en", "und": "en",
	} {
		l := newLocalizer(language.MustParse(tag), nil)
		if got := l.lang.String(); got != want {
			t.Errorf("%s: sentences in %s, want %s", tag, got, want)
		}
		if l.sprint(msgWho); len(l.missing) > 0 {
			t.Errorf("%s: words are missing", tag)
		}
	}
}
