package browsertest

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	renderer "github.com/yuin/goldmark/renderer/html"
	"golang.org/x/net/html"
	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/brief"
)

const testdata = "../../brief/testdata/"

func read(t *testing.T, name string, v any) {
	t.Helper()
	data, err := os.ReadFile(testdata + name)
	if err == nil {
		err = json.Unmarshal(data, v)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// texts replaces the words of each text in v, whatever its language.
func texts(v any, change func(string) string) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			texts(e, change)
		}
	case map[string]any:
		for _, name := range slices.Sorted(maps.Keys(v)) {
			if s, ok := v[name].(string); !ok {
				texts(v[name], change)
			} else if slices.Contains([]string{"en", "ru", "ur", "ar", "fi", "und"}, name) {
				v[name] = change(s)
			}
		}
	}
}

// hostile returns all.json with the words in place of every text.
func hostile(t *testing.T, words string, behind bool) *entente.Dataset {
	t.Helper()
	var file map[string]any
	read(t, "all.json", &file)
	n := 0
	texts(file, func(string) string {
		n++
		if behind {
			return strconv.Itoa(n) + " " + words
		}
		return words + " " + strconv.Itoa(n)
	})
	data, err := json.Marshal(file)
	if err != nil {
		t.Fatal(err)
	}
	d, err := entente.Decode("all.json", bytes.NewReader(data))
	if err != nil {
		t.Fatalf("%q: %v", words, err)
	}
	if n < 50 {
		t.Fatalf("all.json has %d texts", n)
	}
	return d
}

func write(t *testing.T, f brief.Format, lang language.Tag, d *entente.Dataset) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := (brief.Writer{Format: f, Language: lang}).Write(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// shape counts the elements of a page, and checks its addresses.
func shape(t *testing.T, page []byte) (elements map[string]int, text string) {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	elements = make(map[string]int)
	var words strings.Builder
	for n := range root.Descendants() {
		switch n.Type {
		case html.TextNode:
			words.WriteString(n.Data)
		case html.ElementNode:
			elements[n.Data]++
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "style" && n.Data != "td" && n.Data != "th" || a.Key == "src" {
					t.Errorf("the attribute %s=%q", a.Key, a.Val)
				}
				if a.Key == "href" && !strings.HasPrefix(a.Val, "#") &&
					(!strings.HasPrefix(a.Val, "http") || strings.Contains(strings.ToLower(a.Val), "evil")) {
					t.Errorf("a link to %q", a.Val)
				}
			}
		}
	}
	return elements, strings.Join(strings.Fields(strings.NewReplacer("\u2068", "", "\u2069", "").Replace(words.String())), " ")
}

// A reader makes HTML of Markdown.
type reader struct {
	name   string
	render func(markdown []byte) ([]byte, error)
}

func readers(t *testing.T) []reader {
	list := []reader{{"goldmark", func(markdown []byte) ([]byte, error) {
		var b bytes.Buffer
		err := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList),
			goldmark.WithParserOptions(parser.WithAttribute()), goldmark.WithRendererOptions(renderer.WithUnsafe())).Convert(markdown, &b)
		return b.Bytes(), err
	}}, {"goldmark without extensions", func(markdown []byte) ([]byte, error) {
		var b bytes.Buffer
		err := goldmark.New(goldmark.WithRendererOptions(renderer.WithUnsafe())).Convert(markdown, &b)
		return b.Bytes(), err
	}}}
	program, err := exec.LookPath("cmark-gfm")
	if err != nil {
		t.Log("cmark-gfm is not installed, and not tried")
		return list
	}
	return append(list, reader{"cmark-gfm", func(markdown []byte) ([]byte, error) {
		c := exec.Command(program, "--unsafe", "-e", "table", "-e", "autolink", "-e", "footnotes", "-e", "strikethrough", "-e", "tasklist")
		c.Stdin = bytes.NewReader(markdown)
		return c.Output()
	}})
}

// A briefing of hostile words has the same elements as one of harmless words,
// and shows the words as they are.
func TestMarkdown_HasNoMarkupOfTheData(t *testing.T) {
	var payloads []string
	read(t, "hostile.json", &payloads)
	for _, lang := range []language.Tag{language.English, language.Urdu} {
		for _, r := range readers(t) {
			for i, payload := range payloads {
				if lang == language.Urdu && i%4 != 0 {
					continue
				}
				behind := i%2 == 0
				want, _ := rendered(t, r, lang, hostile(t, "harmless", behind))
				got, text := rendered(t, r, lang, hostile(t, payload, behind))
				compare(t, r.name+" of "+strconv.Quote(payload), want, got)
				if shown := strings.Join(strings.Fields(payload), " "); !strings.Contains(text, shown) {
					t.Errorf("%s does not show %q", r.name, payload)
				}
			}
		}
	}
}

func rendered(t *testing.T, r reader, lang language.Tag, d *entente.Dataset) (map[string]int, string) {
	t.Helper()
	page, err := r.render(write(t, brief.FormatMarkdown, lang, d))
	if err != nil {
		t.Fatal(err)
	}
	return shape(t, page)
}

func compare(t *testing.T, what string, want, got map[string]int) {
	t.Helper()
	for name, n := range got {
		// Where words do not go in marks of emphasis, they go without.
		if want[name] != n && name != "strong" && name != "em" {
			t.Errorf("%s: %d elements %s, want %d", what, n, name, want[name])
		}
	}
}

func TestPage_HasNoMarkupOfTheData(t *testing.T) {
	var payloads []string
	read(t, "hostile.json", &payloads)
	for i, payload := range payloads {
		want, _ := shape(t, write(t, brief.FormatPage, language.Urdu, hostile(t, "harmless", i%2 == 0)))
		got, text := shape(t, write(t, brief.FormatPage, language.Urdu, hostile(t, payload, i%2 == 0)))
		want["bdi"], want["span"], got["bdi"], got["span"] = 0, 0, 0, 0 // by the directions of the words
		compare(t, "the page of "+strconv.Quote(payload), want, got)
		if shown := strings.Join(strings.Fields(payload), " "); !strings.Contains(text, shown) {
			t.Errorf("the page does not show %q", payload)
		}
	}
}
