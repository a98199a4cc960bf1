package entente

import (
	"bytes"
	"encoding/json"
	"errors"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	jsonv2 "github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
)

func TestText_InWalksToParentsThenEnglish(t *testing.T) {
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

func TestText_IsComparable(t *testing.T) {
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

func TestText_ReadsAndWritesJSON(t *testing.T) {
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
		`"a"`:                 `write {"en": "a"}`,
		`7`:                   "not a number",
		`null`:                "",
		`{"en":""}`:           "the text is blank",
		`{"en":7}`:            "the text must be a string",
		`{"en":null}`:         "null is not allowed; leave the language out",
		`{"English":"a"}`:     "not a BCP 47 language tag",
		`{"EN":"a"}`:          `write "en"`,
		`{"en":"a","en":"b"}`: `language "en" occurs twice`,
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

func TestText_UnusualTags(t *testing.T) {
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

func TestText_RefusesBlankWords(t *testing.T) {
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

func TestText_HintRepeatsShortWords(t *testing.T) {
	t.Parallel()
	for raw, want := range map[string]string{
		`"` + strings.Repeat("x", 58) + `"`: `{"en": "` + strings.Repeat("x", 58) + `"}`,
		`"` + strings.Repeat("x", 59) + `"`: `{"en": "…"}`,
		`7`:                                 `{"en": "…"}`,
		"\"\u202e\"":                        `{"en": "…"}`,
	} {
		if got := inEnglish(jsontext.Value(raw)); got != want {
			t.Errorf("%s: %s, want %s", raw, got, want)
		}
	}
}

// A decoder can be told to accept duplicate names.
func TestText_RefusesDuplicateLanguages(t *testing.T) {
	t.Parallel()
	for _, data := range []string{`{"en": "a", "en": "b"}`, `{"ru": "a", "en": "b", "ru": "c"}`} {
		var text Text
		if err := jsonv2.Unmarshal([]byte(data), &text, jsontext.AllowDuplicateNames(true)); !errors.Is(err, ErrDuplicate) {
			t.Errorf("%s: %v, %v", data, text, err)
		}
	}
}

// explained reads a text the slow way, and returns what is wrong with it.
func explained(data []byte) (Text, []error) {
	var errs []error
	text := explainText(data, "a text", func(e *textError) bool {
		errs = append(errs, e)
		return true
	})
	return text, errs
}

// FuzzText holds the fast reading of a text to the slow one.
func FuzzText(f *testing.F) {
	for _, s := range []string{
		`{"en":"a"}`, ` { "ur" : "ب" , "en" : "a" } `, `{"en":"tab\tquote\"slash\\\/u\u0416"}`, `{"zh-Hant":"演習","sr-Latn":"vežba"}`,
		`{}`, `"a"`, `7`, `null`, `[{"en":"a"}]`, `{"en":""}`, `{"en":" \u2003"}`, `{"en":7}`, `{"en":null}`, `{"en":["a"]}`, `{"EN":"a"}`, `{"":"a"}`,
		`{"en":"a","en":"b"}`, `{"ru":"a","\u0065n":"b","en":"c"}`, `{"en":"\ud800"}`, "{\"en\":\"\xff\"}", "{\"\xff\":\"a\"}",
		`{"en":"a",}`, `{"en":"a"}}`, `{"en" "a"}`, `{"en":"a`, `{"en":"a\`, `{`, ``, "{\"en\":\"a\nb\"}",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		fast, ok := parseText(data)
		var text Text
		if err := text.UnmarshalJSON(data); (err == nil) != (ok || isEmptyObject(data)) || text != fast {
			t.Fatalf("UnmarshalJSON gives %q, %v; readText %q, %v", text, err, fast, ok)
		}
		if !jsontext.Value(data).IsValid(lenient...) || !utf8.Valid(data) {
			return // the slow reading is never given the one, and the loader finds the other
		}
		slow, errs := explained(data)
		switch {
		case ok != (len(errs) == 0):
			t.Fatalf("readText gives %q, %v; explainText %v", fast, ok, errs)
		case !ok:
			return
		case fast != slow:
			t.Fatalf("readText gives %q; explainText %q", fast, slow)
		}
		written, err := fast.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		if again, ok := parseText(written); !ok || again != fast {
			t.Fatalf("%q is written as %s", fast, written)
		}
	})
}

// isEmptyObject reports whether data is {}, which is a text in Go alone.
func isEmptyObject(data []byte) bool {
	v := jsontext.Value(bytes.Clone(data))
	return v.Compact() == nil && string(v) == "{}"
}

// The JSON that encoding/json hands on is sound. Other callers may hand on any.
func TestText_RefusesWhatIsNoJSON(t *testing.T) {
	t.Parallel()
	for _, data := range []string{
		``, ` `, `{`, `}`, `{}}`, `{}{}`, `{"en"}`, `{"en":}`, `{"en" "x"}`, `{"en""x"}`, `{"en";"x"}`, `{en:"x"}`,
		`{"en":"x"`, `{"en":"x`, `{"en":"x\`, `{"en":"x\"}`, `{"en":"\x"}`, `{"en":"x"]`, `{"en":"x"}}`, `{"en":"x",}`,
		`{,"en":"x"}`, `{"en":"x",,"ru":"y"}`, `{"en":"x" "ru":"y"}`, `{"en":"x";"ru":"y"}`, "{\"en\":\"x\"}\x00",
	} {
		text := English("before")
		if err := text.UnmarshalJSON([]byte(data)); !errors.Is(err, ErrSyntax) || text != English("before") {
			t.Errorf("%s: %v, %v", data, text, err)
		}
	}
}

func TestText_ReadsWithoutGarbage(t *testing.T) {
	data := []byte(`{"en": "Friendship", "ru": "Дружба", "ur": "دوستی"}`)
	if n := testing.AllocsPerRun(100, func() { parseText(data) }); n > 1 {
		t.Errorf("%v allocations, want 1", n)
	}
}

func TestText_WordsAreThoseOfIn(t *testing.T) {
	t.Parallel()
	text := English("friendship").With(language.Russian, "дружба")
	for tag, want := range map[language.Tag]string{language.Russian: "дружба", language.Urdu: "friendship"} {
		if got := text.Words(tag); got != want {
			t.Errorf("Words(%v) = %q, want %q", tag, got, want)
		}
	}
	if got := (Text{}).Words(language.English); got != "" {
		t.Errorf("the zero Text gives %q", got)
	}
}

func TestText_RefusesToWriteInvalidUTF8(t *testing.T) {
	t.Parallel()
	var text Text
	if err := text.UnmarshalJSON([]byte("{\"en\": \"\xff\"}")); err != nil || text != English("\xff") {
		t.Fatalf("%q, %v", text, err) // as With
	}
	if b, err := text.MarshalJSON(); !errors.Is(err, ErrUTF8) {
		t.Errorf("written as %s, %v", b, err)
	}
	if _, err := New(Records{Title: text}); !errors.Is(err, ErrUTF8) {
		t.Errorf("New gives %v", err)
	}
}
