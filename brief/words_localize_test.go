package brief

import (
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
