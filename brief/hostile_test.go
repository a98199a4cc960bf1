package brief_test

import (
	"encoding/json"
	"encoding/xml"
	"io"
	"os"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"unicode"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/brief"
)

// payloads returns words that mean something to a reader of HTML, CommonMark or
// its extensions.
func payloads(t *testing.T) []string {
	t.Helper()
	data, err := os.ReadFile("testdata/hostile.json")
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	if err := json.Unmarshal(data, &list); err != nil {
		t.Fatal(err)
	}
	return list
}

// eachString replaces each string in v by what change returns for it. A path is
// the names of the members that lead to it.
func eachString(v any, path string, change func(path, s string) string) any {
	switch v := v.(type) {
	case string:
		return change(path, v)
	case []any:
		for i, e := range v {
			v[i] = eachString(e, path, change)
		}
	case map[string]any:
		for name, e := range v {
			v[name] = eachString(e, path+"."+name, change)
		}
	}
	return v
}

// freePaths returns where all.json may have any words.
var freePaths = sync.OnceValue(func() map[string]bool {
	data, err := os.ReadFile("testdata/all.json")
	if err != nil {
		return nil
	}
	parse := func() (file map[string]any) {
		if json.Unmarshal(data, &file) != nil {
			return nil
		}
		return file
	}
	free := make(map[string]bool)
	eachString(parse(), "", func(path, s string) string { free[path] = true; return s })
	for path := range free {
		n := 0
		file := eachString(parse(), "", func(p, s string) string {
			if p != path {
				return s
			}
			n++
			return "w <b> \"q\" | [x](y) " + strconv.Itoa(n)
		})
		changed, err := json.Marshal(file)
		if err == nil {
			_, err = entente.Decode("all.json", strings.NewReader(string(changed)))
		}
		free[path] = err == nil
	}
	return free
})

// hostile returns all.json with the words wherever words may be.
func hostile(t *testing.T, words func(n int) string) (*entente.Dataset, error) {
	t.Helper()
	free, n := freePaths(), 0
	file := eachString(readAll(t), "", func(path, s string) string {
		if free[path] {
			n++
			return words(n)
		}
		return s
	})
	if n < 100 {
		t.Fatalf("all.json has only %d places for words", n)
	}
	return entente.Decode("all.json", encode(t, file))
}

func TestHostile_EveryMemberInEveryFormat(t *testing.T) {
	t.Parallel()
	list := payloads(t)
	if testing.Short() {
		list = list[:len(list)/4]
	}
	for i, payload := range list {
		d, err := hostile(t, func(n int) string {
			if i%2 == 0 {
				return payload + " " + strconv.Itoa(n)
			}
			return strconv.Itoa(n) + " " + payload
		})
		if err != nil {
			t.Errorf("%q is refused: %v", payload, err)
			continue
		}
		lang := []language.Tag{language.English, language.Russian, language.Urdu}[i%3]
		formats := []brief.Format{brief.FormatText, brief.FormatMarkdown, brief.FormatHTML}
		if i%8 == 0 {
			formats = append(formats, brief.FormatPage)
		}
		for _, format := range formats {
			got := write(t, brief.Writer{Language: lang, Format: format}, d)
			if fault := faultIn(format, got); fault != "" {
				t.Errorf("%q in %v %v: %s", payload, lang, format, fault)
			}
		}
	}
}

// faultIn returns what the words of the data did to a briefing, or "".
func faultIn(format brief.Format, got string) string {
	if fault := controlsIn(got); fault != "" {
		return fault
	}
	switch format {
	case brief.FormatMarkdown:
		return faultInMarkdown(got)
	case brief.FormatHTML:
		return faultInHTML(got)
	case brief.FormatPage:
		head, rest, ok := strings.Cut(got, "<article ")
		article, tail, ok2 := strings.Cut(rest, "</article>")
		if !ok || !ok2 || strings.Count(head, "<title>") != 1 || strings.Count(head, "</title>") != 1 ||
			strings.Count(head, "<style>") != 1 || strings.Count(head, "</style>") != 1 || strings.Contains(head, "<script") ||
			tail != "\n</main>\n</body>\n</html>\n" {
			return "the page is broken"
		}
		return faultInHTML("<article " + article + "</article>")
	}
	return ""
}

// controlsIn looks for control characters, marks of direction but for isolates,
// and isolates that do not end in their line.
func controlsIn(got string) string {
	for l := range strings.Lines(got) {
		depth := 0
		for _, r := range strings.TrimSuffix(l, "\n") {
			switch {
			case r == '\u2068':
				depth++
			case r == '\u2069':
				if depth--; depth < 0 {
					return "an isolate ends that did not begin in " + l
				}
			case unicode.Is(unicode.Bidi_Control, r), r == '\u2028', r == '\u2029', r == '\ufeff',
				unicode.IsControl(r) && !(r == '\t' && strings.HasPrefix(l, "\t")):
				return "the character " + strconv.QuoteRuneToASCII(r) + " in " + l
			}
		}
		if depth != 0 {
			return "an isolate does not end in " + l
		}
	}
	return ""
}

var elements = map[string]bool{"article": true, "section": true, "h2": true, "h3": true, "h4": true, "p": true, "h1": true,
	"div": true, "ul": true, "ol": true, "li": true, "dl": true, "dt": true, "dd": true, "sup": true, "a": true,
	"strong": true, "em": true, "table": true, "thead": true, "tbody": true, "tr": true, "th": true, "td": true,
	"footer": true, "span": true, "bdi": true, "h5": true, "h6": true}

// attributes holds what the value of each attribute looks like.
var attributes = map[string]*regexp.Regexp{
	"class":      regexp.MustCompile(`^[a-z-]+( [a-z-]+)*$`),
	"id":         regexp.MustCompile(`^[A-Za-z0-9-]+$`),
	"lang":       regexp.MustCompile(`^[A-Za-z0-9-]+$`),
	"dir":        regexp.MustCompile(`^(ltr|rtl)$`),
	"href":       regexp.MustCompile(`^(#[A-Za-z0-9-]+|https?://[!-~]+)$`),
	"rel":        regexp.MustCompile(`^noreferrer$`),
	"role":       regexp.MustCompile(`^doc-(noteref|backlink|endnotes)$`),
	"scope":      regexp.MustCompile(`^(row|col)$`),
	"data-label": regexp.MustCompile(`(?s)^.*$`),
}

// faultInHTML reads HTML as XML, which is stricter. Each id must be there once,
// and each link within the document must lead to one.
func faultInHTML(got string) string {
	dec := xml.NewDecoder(strings.NewReader(got))
	ids, links := make(map[string]bool), make(map[string]bool)
	for {
		token, err := dec.Token()
		if err == io.EOF {
			for to := range links {
				if !ids[to] {
					return "a link to #" + to + ", which is nowhere"
				}
			}
			return ""
		}
		if err != nil {
			return err.Error()
		}
		switch e := token.(type) {
		case xml.StartElement:
			if !elements[e.Name.Local] {
				return "the element " + e.Name.Local
			}
			for _, a := range e.Attr {
				if form := attributes[a.Name.Local]; form == nil || !form.MatchString(a.Value) {
					return "the attribute " + a.Name.Local + "=" + strconv.Quote(a.Value)
				}
				if a.Name.Local == "id" {
					if ids[a.Value] {
						return "the id " + a.Value + " twice"
					}
					ids[a.Value] = true
				}
				if to, ok := strings.CutPrefix(a.Value, "#"); ok && a.Name.Local == "href" {
					links[to] = true
				}
			}
		case xml.Comment, xml.ProcInst, xml.Directive:
			return "a comment or a directive"
		}
	}
}

var (
	ours = regexp.MustCompile(`\]\(https?://[!-'*-~]+\)|\[\^[0-9]+\]:?|<!-- -->|&#124;|&amp;|\\[!-/:-@\[-` + "`" + `{-~]|\[`)
	mark = regexp.MustCompile("(?i)[<>`\\]~${}^&\\\\]|www\\.|://|@[a-z0-9]")
)

// faultInMarkdown looks for marks that are neither escaped nor ours.
func faultInMarkdown(got string) string {
	for l := range strings.Lines(got) {
		bare := ours.ReplaceAllString(l, "\x01")
		if m := mark.FindString(bare); m != "" {
			return strconv.Quote(m) + " in " + l
		}
		if strings.Count(ours.ReplaceAllStringFunc(l, func(s string) string {
			if strings.HasPrefix(s, "](") || s == "[" {
				return s
			}
			return ""
		}), "[") != strings.Count(ours.ReplaceAllStringFunc(l, func(s string) string {
			if strings.HasPrefix(s, "](") {
				return s
			}
			return ""
		}), "](") {
			return "a bracket in " + l
		}
	}
	return ""
}

// Addresses of sources come from the data; those of records from the caller.
func TestHostile_LinksLeadToTheWebAlone(t *testing.T) {
	t.Parallel()
	for _, url := range []string{"javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
		"//evil.example", "https://user@evil.example", "https://a.example/\"onclick=x", "https://a.example/)[x](javascript:y)", "ftp://a.example"} {
		for _, format := range []brief.Format{brief.FormatMarkdown, brief.FormatHTML, brief.FormatPage} {
			w := brief.Writer{Format: format, Link: func(entente.ID) string { return url }}
			if fault := faultIn(format, write(t, w, all(t))); fault != "" {
				t.Errorf("%s for a record in %v: %s", url, format, fault)
			}
			quoted, err := json.Marshal(url)
			if err != nil {
				t.Fatal(err)
			}
			d, err := entente.Decode("f", strings.NewReader(`{"format": "entente/1", "sources": [{"id": "s", "title": {"en": "T"}, "url": `+
				string(quoted)+`}], "nations": [{"id": "FI", "basis": "reported", "cites": [{"source": "s"}]}]}`))
			if err != nil {
				continue // refused before it comes here
			}
			if fault := faultIn(format, write(t, brief.Writer{Format: format}, d)); fault != "" {
				t.Errorf("%s for a source in %v: %s", url, format, fault)
			}
		}
	}
}

// Whatever the words are and wherever they come, a document is markup of ours
// and text.
func FuzzRender(f *testing.F) {
	for _, s := range []string{"", " ", "Druzhba VII", "پاکستان 12, 13 (PAF)", "\u2068\u202e\x1b[2J\n\x00A\x00", "<script>", "1. *x*",
		"\xff", "a\u0301ب\u0651", "![x](javascript:y)", "www.a.example", "a@b.example", "| a |", "\\", "[^1]:", "\u2028- x", "!"} {
		f.Add(s, true)
		f.Add(s, false)
	}
	f.Fuzz(func(t *testing.T, s string, rtl bool) {
		lang := language.English
		if rtl {
			lang = language.Urdu
		}
		for _, of := range []language.Tag{lang, language.Russian, language.Arabic, language.Und} {
			for _, format := range []brief.Format{brief.FormatText, brief.FormatMarkdown, brief.FormatHTML, brief.FormatPage} {
				got := string(brief.RenderEverywhere(s, lang, of, format))
				if fault := faultIn(format, got); fault != "" {
					t.Errorf("%q in %v, %v of %v: %s", s, format, of, lang, fault)
				}
			}
		}
	})
}
