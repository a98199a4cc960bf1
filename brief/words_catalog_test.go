package brief_test

import (
	"strings"
	"testing"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message/catalog"

	"github.com/entente-go/entente/brief"
)

// The caller's sentences come first, then those of this package in the same
// language, then English, marked as such.
func TestCatalog_ComesFirst(t *testing.T) {
	t.Parallel()
	b := catalog.NewBuilder()
	set := func(lang, key, words string) {
		t.Helper()
		if err := b.SetString(language.MustParse(lang), key, words); err != nil {
			t.Fatal(err)
		}
	}
	set("ru", "Who is who", "Кто есть кто")
	set("ru-BY", "Notes", "Адкуль")
	set("fa", "Who is who", "چه کسی")
	set("fa", "%[1]s: %[2]s.", "%[2]s — %[1]s.")
	records := plural.Selectf(1, "%d", plural.One, "%[1]d رکورد تنها", plural.Other, "%[1]d رکورد")
	if err := b.Set(language.Persian, "%[1]d records", records); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		lang, want string
		not        string
	}{
		{"ru", "<h3>Кто есть кто</h3>", "Адкуль"},
		{"ru", "<h3>Примечания</h3>", "Missing"},
		{"ru-BY", "<h3>Адкуль</h3>", "Missing"},
		{"ru-BY", `lang="ru-BY"`, "<h3>Участники</h3>"},
		{"en", "<h3>Who is who</h3>", "Missing"},
		{"fa", `<article class="briefing" lang="fa" dir="rtl">`, "<h3>Who is who</h3>"},
		{"fa", "<h3>چه کسی</h3>", "<h3>Notes</h3>"},
		{"fa-IR", `<h3><bdi lang="en" dir="ltr">Notes</bdi></h3>`, ""},
		{"fa", "۶۶ رکورد", "تنها"}, // the digits of Persian, as CLDR has them
		{"fa-u-nu-latn", "66 رکورد", "۶۶"},
		{"fa", "Missing from the catalogue: </bdi>", ""},
	} {
		w := brief.Writer{Language: language.MustParse(tt.lang), Format: brief.FormatHTML, Catalog: b}
		got := write(t, w, all(t))
		if !strings.Contains(got, tt.want) {
			t.Errorf("%s: no %s", tt.lang, tt.want)
		}
		if tt.not != "" && strings.Contains(got, tt.not) {
			t.Errorf("%s: %s", tt.lang, tt.not)
		}
	}
	// Another Writer does not have the words.
	if got := write(t, brief.Writer{Language: language.Russian}, all(t)); strings.Contains(got, "\nКто есть кто\n") {
		t.Error("a Writer without the catalogue has its words")
	}
}

func TestCatalog_BadWordsDoNoHarm(t *testing.T) {
	t.Parallel()
	for _, words := range []string{
		"%[9]s", "%d %d %d %d", "%[1]d %[2]x", "${x}", "%",
		"\x00", "\x00Z\x00", "\x00A", "%[2]*[1]s", "\u2068\u202e<b>", "",
	} {
		b := catalog.NewBuilder()
		for _, key := range brief.Keys() {
			// Words that do not compile count as missing.
			_ = b.SetString(language.German, key, words)
		}
		for format := range extensions {
			got := write(t, brief.Writer{Language: language.German, Format: format, Catalog: b}, all(t))
			if strings.ContainsAny(got, "\x00\u202e") || strings.Count(got, "\u2068") != strings.Count(got, "\u2069") {
				t.Errorf("%q: %v: stray controls", words, format)
			}
			if format == brief.FormatHTML && strings.Contains(got, "<b>") {
				t.Errorf("%q: markup of the catalogue's", words)
			}
		}
	}
	if got := write(t, brief.Writer{Catalog: catalog.NewBuilder()}, all(t)); !strings.Contains(got, "\nNotes\n") {
		t.Error("an empty catalogue takes the English words away")
	}
}

func TestCatalog_CountsMissingPhrases(t *testing.T) {
	b := catalog.NewBuilder()
	if err := b.SetString(language.Persian, "Who is who", "چه کسی"); err != nil {
		t.Fatal(err)
	}
	for format, ext := range extensions {
		w := brief.Writer{Language: language.Persian, Format: format, Catalog: b}
		golden(t, "own.fa"+ext, write(t, w, decode(t, north+sourceS)))
		golden(t, "own-empty.fa"+ext, write(t, w, nil))
	}
}
