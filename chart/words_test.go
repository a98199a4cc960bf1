package chart

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/language"
)

var verb = regexp.MustCompile(`%\[\d\]s`)

func TestVocabularies_SayEverything(t *testing.T) {
	t.Parallel()
	scripts := map[string]*unicode.RangeTable{"en": unicode.Latin, "ru": unicode.Cyrillic, "ur": unicode.Arabic}
	for _, v := range vocabularies {
		for m, words := range v.words {
			want := slices.Sorted(slices.Values(verb.FindAllString(english[m], -1)))
			got := slices.Sorted(slices.Values(verb.FindAllString(words, -1)))
			if words == "" || !slices.Equal(got, want) {
				t.Errorf("%s: %q is put as %q", v.lang, english[m], words)
			}
			lettered := func(s string, of *unicode.RangeTable) bool {
				return strings.ContainsFunc(verb.ReplaceAllString(s, ""), func(r rune) bool { return unicode.Is(of, r) })
			}
			if lettered(english[m], unicode.Latin) && !lettered(words, scripts[v.lang]) {
				t.Errorf("%s: %q is put as %q, in another script", v.lang, english[m], words)
			}
		}
	}
}

func TestBook_SaysWordsOfDataAsTheyAre(t *testing.T) {
	t.Parallel()
	if got := newBook(language.English).say(msgPair, "%[2]s", "b"); got != "%[2]s – b" {
		t.Errorf("%q", got)
	}
}

func TestFitted_CutsToTheWidth(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"", "a", "Exercise of many words that go on", strings.Repeat("W", 500), "مشقیں اور ملاقاتیں بہت سی", "Учения Щ", "\xff\xfe"} {
		for _, room := range []float64{0, 5, 40, 100, 1e6} {
			if got := fitted(s, 12, room); width(got, 12) > room && got != "" {
				t.Errorf("%q in %v is %q, %v wide", s, room, got, width(got, 12))
			}
		}
	}
}

func TestAddress_IsOfTheWeb(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"https://a.example/x?y=1:2": "https://a.example/x?y=1:2", "HTTP://a.example": "HTTP://a.example", "/record/x:y": "/record/x:y", "#x": "#x",
		"javascript:alert(1)": "", "JaVa\tScript:x": "", " javascript:x": "", "data:text/html,x": "", "x:y": "", "": "", "a\x00b": "",
	} {
		if got := address(in); got != want {
			t.Errorf("%q leads to %q, want %q", in, got, want)
		}
	}
}
