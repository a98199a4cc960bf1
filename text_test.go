package entente

import (
	"encoding/json"
	"errors"
	"strconv"
	"strings"
	"testing"

	jsonv2 "github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
)

func TestInWalksFromTheTagToItsParentsAndThenEnglish(t *testing.T) {
	t.Parallel()
	both := English("friendship").With(language.Russian, "дружба").With(language.MustParse("pt-PT"), "amizade")
	for _, c := range []struct {
		text      Text
		tag       string
		words, in string
	}{
		{both, "en", "friendship", "en"},
		{both, "en-GB", "friendship", "en"},
		{both, "ru", "дружба", "ru"},
		{both, "ru-RU", "дружба", "ru"},
		{both, "ru-u-nu-latn", "дружба", "ru"},
		{both, "pt-PT", "amizade", "pt-PT"},
		{both, "pt-AO", "amizade", "pt-PT"}, // its parent in CLDR
		{both, "pt", "friendship", "en"},
		{both, "ur", "friendship", "en"},
		{both, "und", "friendship", "en"},
		{Text{}.With(language.Urdu, "دوستی"), "ru", "دوستی", "ur"},
		{Text{}, "en", "", "und"},
	} {
		words, in := c.text.In(language.MustParse(c.tag))
		if words != c.words || in.String() != c.in {
			t.Errorf("In(%s) = %q, %v; want %q, %s", c.tag, words, in, c.words, c.in)
		}
	}
}

func TestTextIsAComparableValue(t *testing.T) {
	t.Parallel()
	a := English("a").With(language.Russian, "б")
	b := Text{}.With(language.Russian, "б").With(language.English, "a")
	if a != b {
		t.Error("the order of adding shows")
	}
	if a.With(language.Russian, "") != English("a") || English("") != (Text{}) || !English("").IsZero() {
		t.Error("no words do not remove a language")
	}
	if long := strings.Repeat("слово ", 5000); a.With(language.Russian, long).With(language.English, "") != (Text{}).With(language.Russian, long) {
		t.Error("long words do not survive")
	}
	var got []string
	for tag, words := range a.All() {
		got = append(got, tag.String(), words)
	}
	if diff := cmp.Diff([]string{"en", "a", "ru", "б"}, got); diff != "" {
		t.Error(diff)
	}
	for range a.All() {
		break
	}
	if a.String() != "a" || (Text{}).String() != "" {
		t.Errorf("String = %q", a)
	}
}

func TestTextReadsAndWritesJSON(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		`{"en":"a"}`:                          `{"en":"a"}`,
		`{"ur":"ب","en":"a","ru":"б"}`:        `{"en":"a","ru":"б","ur":"ب"}`,
		`{"en":"tab\tquote\"slash\/u\u0416"}`: `{"en":"tab\tquote\"slash/uЖ"}`,
		`{"zh-Hant":"演習","sr-Latn":"vežba"}`:  `{"sr-Latn":"vežba","zh-Hant":"演習"}`,
	} {
		var text Text
		if err := json.Unmarshal([]byte(in), &text); err != nil {
			t.Errorf("%s: %v", in, err)
			continue
		}
		if out, err := json.Marshal(text); err != nil || string(out) != want {
			t.Errorf("%s is written as %s, %v; want %s", in, out, err, want)
		}
	}
	for in, reason := range map[string]string{
		`{}`:                  "a text without words",
		`"a"`:                 `write {"en": "a"}`,
		`7`:                   "not a number",
		`null`:                "",
		`{"en":""}`:           "no words",
		`{"en":7}`:            "words must be a string",
		`{"en":null}`:         "words must be a string, not null",
		`{"English":"a"}`:     "no BCP 47 language tag",
		`{"EN":"a"}`:          `write "en"`,
		`{"en":"a","en":"b"}`: "duplicate",
		`{"en":"a"`:           "unexpected end",
	} {
		text := English("before")
		err := json.Unmarshal([]byte(in), &text)
		if err == nil || !strings.Contains(err.Error(), reason) {
			t.Errorf("%s: error %v, want %q", in, err, reason)
		}
		if text != English("before") {
			t.Errorf("%s: half of it was read: %v", in, text)
		}
	}
}

func TestTagsThatAreUnusual(t *testing.T) {
	t.Parallel()
	long := "x" + strings.Repeat("-abcdefgh", 40)
	tag, err := language.Raw.Parse(long)
	if err != nil {
		t.Fatal(err)
	}
	text := English("hello").With(tag, "words")
	if words, _ := text.In(tag); words != "words" || text.String() != "hello" {
		t.Errorf("under a long tag: %q, %q", words, text)
	}
	if _, err := New(Records{Title: text}); !errors.Is(err, ErrValue) {
		t.Errorf("New with a tag that no file can have: %v", err)
	}
	iw, err := language.Raw.Parse("iw")
	if err != nil {
		t.Fatal(err)
	}
	text = English("hello").With(iw, "shalom")
	if words, under := text.In(language.Hebrew); words != "shalom" || under.String() != "he" {
		t.Errorf("a tag of old: %q under %v", words, under)
	}
	if _, err := Decode("again", strings.NewReader(string(written(t, mustNew(t, Records{Title: text}))))); err != nil {
		t.Error(err)
	}
	und := Text{}.With(language.Und, "root").With(language.Arabic, "arabic").With(language.English, "english")
	for tag, want := range map[string]string{"und": "root", "fr": "root", "en-GB": "english", "ar-EG": "arabic"} {
		if words, _ := und.In(language.MustParse(tag)); words != want {
			t.Errorf("in %s: %q, want %q", tag, words, want)
		}
	}
}

func TestWordsAreMoreThanSpace(t *testing.T) {
	t.Parallel()
	for _, blank := range []string{" ", "\t\n", "\u00a0", "\u2003 "} {
		if _, err := New(Records{Title: English(blank)}); !errors.Is(err, ErrEmpty) {
			t.Errorf("New with %q: %v", blank, err)
		}
		for _, quoted := range []string{strconv.Quote(blank), strconv.QuoteToASCII(blank)} {
			_, err := Decode("f", strings.NewReader(`{"format": "entente/1", "title": {"en": `+quoted+`}}`))
			if !errors.Is(err, ErrEmpty) {
				t.Errorf("%s: %v", quoted, err)
			}
		}
	}
}

// A decoder may be told to let languages through that stand twice.
func TestALanguageStandsOnce(t *testing.T) {
	t.Parallel()
	for _, data := range []string{`{"en": "a", "en": "b"}`, `{"ru": "a", "en": "b", "ru": "c"}`} {
		var text Text
		if err := jsonv2.Unmarshal([]byte(data), &text, jsontext.AllowDuplicateNames(true)); !errors.Is(err, ErrDuplicate) {
			t.Errorf("%s: %v, %v", data, text, err)
		}
	}
}
