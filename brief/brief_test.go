package brief_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/brief"
)

var update = flag.Bool("update", false, "write the golden files anew")

// everything returns a dataset with every kind of record, every value of every
// enumeration, open periods, claims, and words that want escaping.
var everything = sync.OnceValues(func() (*entente.Dataset, error) {
	return entente.Load(os.DirFS("testdata"), "all.json")
})

func all(t testing.TB) *entente.Dataset {
	t.Helper()
	d, err := everything()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// datasets lists what the golden files are of.
func datasets(t testing.TB) map[string]*entente.Dataset {
	return map[string]*entente.Dataset{
		"article": entente.Article(),
		"fomin":   entente.Article().Involving("fomin"),
		"empty":   nil,
		"all":     all(t),
	}
}

var (
	languages  = []string{"en", "ru", "ur", "ur-u-nu-arabext"}
	extensions = map[brief.Format]string{brief.FormatText: ".txt", brief.FormatMarkdown: ".md", brief.FormatHTML: ".html"}
)

func write(t testing.TB, w brief.Writer, d *entente.Dataset) string {
	t.Helper()
	var b bytes.Buffer
	if err := w.Write(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestGolden(t *testing.T) {
	for name, d := range datasets(t) {
		for _, lang := range languages {
			for format, ext := range extensions {
				if lang == "ur-u-nu-arabext" && (format != brief.FormatText || name == "article") {
					continue // as ur but for the digits
				}
				file := name + "." + lang + ext
				t.Run(file, func(t *testing.T) {
					golden(t, file, write(t, brief.Writer{Language: language.MustParse(lang), Format: format}, d))
				})
			}
		}
	}
}

// golden holds got to the file of the name in testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; run go test -update and look at what changed\n%s", file, firstDifference(got, string(want)))
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return "got  " + g[i] + "\nwant " + w[i]
		}
	}
	return "one is the beginning of the other"
}

// TestLines wants of every line what must be true of it in whatever language.
func TestLines(t *testing.T) {
	bad := regexp.MustCompile(`%!|%\[|\x00|  +\S.*  |\.\.|۔۔|۔\.|\.۔`)
	for name, d := range datasets(t) {
		for _, lang := range languages {
			for format := range extensions {
				got := write(t, brief.Writer{Language: language.MustParse(lang), Format: format}, d)
				for l := range strings.Lines(got) {
					depth := 0
					for _, r := range l {
						switch r {
						case '\u2068':
							depth++
						case '\u2069':
							depth--
						case '\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\x1b':
							t.Errorf("%s %s %v: stray control %U in %q", name, lang, format, r, l)
						}
						if depth < 0 {
							break
						}
					}
					if depth != 0 {
						t.Errorf("%s %s %v: isolates are not balanced in %q", name, lang, format, l)
					}
					if m := bad.FindString(strings.TrimLeft(l, " -")); m != "" {
						t.Errorf("%s %s %v: %q in %q", name, lang, format, m, l)
					}
				}
			}
		}
	}
}

// TestCited wants the citations at the end of each line about a record.
func TestCited(t *testing.T) {
	for name, d := range datasets(t) {
		if d == nil {
			continue
		}
		for _, lang := range languages {
			got := write(t, brief.Writer{Language: language.MustParse(lang)}, d)
			sections := strings.Split(got, "\n\n")
			// Not the title, the numbers, the coverage and the sources.
			for _, s := range sections[2 : len(sections)-2] {
				for l := range strings.Lines(s) {
					l = strings.TrimSpace(l)
					if strings.HasPrefix(l, "- ") && !strings.HasSuffix(l, "]") && !strings.HasSuffix(l, "]\u2069") {
						t.Errorf("%s %s: no citation: %s", name, lang, l)
					}
				}
			}
		}
	}
}

// TestMarkup reads the HTML as XML, which is stricter.
func TestMarkup(t *testing.T) {
	for name, d := range datasets(t) {
		for _, lang := range languages {
			got := write(t, brief.Writer{Language: language.MustParse(lang), Format: brief.FormatHTML}, d)
			dec := xml.NewDecoder(strings.NewReader(got))
			for {
				token, err := dec.Token()
				if err == io.EOF {
					break
				}
				if err != nil {
					t.Fatalf("%s %s: %v", name, lang, err)
				}
				e, ok := token.(xml.StartElement)
				if !ok {
					continue
				}
				switch e.Name.Local {
				case "article", "section", "h2", "h3", "h4", "p", "ul", "li", "small", "span", "bdi":
				default:
					t.Errorf("%s %s: element %s", name, lang, e.Name.Local)
				}
				for _, a := range e.Attr {
					if a.Name.Local == "lang" {
						if _, err := language.Parse(a.Value); err != nil {
							t.Errorf("%s %s: lang=%q", name, lang, a.Value)
						}
					}
				}
			}
		}
	}
}

func TestDirection(t *testing.T) {
	for lang, want := range map[string]string{
		"en":              `<article class="briefing" lang="en" dir="ltr">`,
		"en-GB":           `<article class="briefing" lang="en-GB" dir="ltr">`,
		"ru-KZ":           `<article class="briefing" lang="ru-KZ" dir="ltr">`,
		"ur-u-nu-arabext": `<article class="briefing" lang="ur" dir="rtl">`,
		"ur-PK":           `<article class="briefing" lang="ur-PK" dir="rtl">`,
		"ru-Latn":         `<article class="briefing" lang="en" dir="ltr">`,
		"fr":              `<article class="briefing" lang="en" dir="ltr">`,
		"und":             `<article class="briefing" lang="en" dir="ltr">`,
	} {
		got := write(t, brief.Writer{Language: language.MustParse(lang), Format: brief.FormatHTML}, all(t))
		if got, _, _ = strings.Cut(got, "\n"); got != want {
			t.Errorf("%s: %s, want %s", lang, got, want)
		}
	}
}

// TestForeignWords wants words that the data has in another language to stand
// as they are, marked.
func TestForeignWords(t *testing.T) {
	ru := write(t, brief.Writer{Language: language.Russian, Format: brief.FormatHTML}, all(t))
	ur := write(t, brief.Writer{Language: language.Urdu, Format: brief.FormatHTML}, all(t))
	for _, tt := range []struct{ html, want string }{
		{ru, `<span lang="en">Helsinki</span>`},
		{ru, `<bdi lang="ar" dir="rtl">أركان</bdi>`},
		{ur, `<bdi lang="en" dir="ltr">Nordic &lt;b&gt;Defence&lt;/b&gt; &amp; &#34;Co-operation&#34;</bdi>`},
		{ur, `<bdi lang="ru" dir="ltr">Некто</bdi>`},
		{ur, `<span lang="ar">أركان</span>`},
	} {
		if !strings.Contains(tt.html, tt.want) {
			t.Errorf("no %s", tt.want)
		}
	}
}

func TestDigits(t *testing.T) {
	text := func(lang string) string {
		return write(t, brief.Writer{Language: language.MustParse(lang)}, all(t))
	}
	plain, own := text("ur"), text("ur-u-nu-arabext")
	if strings.ContainsAny(plain, "۰۱۲۳۴۵۶۷۸۹") {
		t.Error("ur has digits of its own script")
	}
	for _, want := range []string{
		"\u2068۶۶\u2069 اندراجات",          // a count
		"\u2068۱۳\u2069 اکتوبر \u2068۲۰۲۴", // a date, the year without a separator
		"پیرا \u2068۲۳\u2069",              // a paragraph
		"\u2068۱٬۰۲۱\u2069 افراد",          // people, with a separator
	} {
		if !strings.Contains(own, want) {
			t.Errorf("ur-u-nu-arabext has no %q", want)
		}
	}
	if got := text("fr-u-nu-arabext"); !strings.Contains(got, "۶۶ records") {
		t.Error("English that stands in for another language does not keep the digits asked for")
	}
}

func TestEmpty(t *testing.T) {
	want := "The selection holds no records.\n"
	for _, d := range []*entente.Dataset{nil, {}, entente.Article().Involving("nobody")} {
		if got := write(t, brief.Writer{}, d); got != want {
			t.Errorf("got %q", got)
		}
	}
	// A dataset without a single period, name or note is briefed as well.
	d, err := entente.New(entente.Records{
		Sources:    []entente.Source{{ID: "s"}},
		Statements: []entente.Statement{{Fact: entente.Fact{ID: "x", Basis: entente.BasisAttributed, Cites: []entente.Citation{{Source: "s"}}}, Speakers: []entente.ID{"PK"}, Gist: entente.English("it rains")}},
		Nations:    []entente.Nation{{Fact: entente.Fact{ID: "PK", Basis: entente.BasisReported, Cites: []entente.Citation{{Source: "s"}}}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := write(t, brief.Writer{}, d); !strings.Contains(got, "Pakistan said that it rains. [s]") {
		t.Errorf("got %s", got)
	}
	// Its name comes from CLDR then, in the language that is asked for.
	for tag, want := range map[string]string{"ru": "Пакистан", "ur": "پاکستان", "fr": "Pakistan"} {
		if got := write(t, brief.Writer{Language: language.MustParse(tag)}, d); !strings.Contains(got, want) {
			t.Errorf("%s: no %q in %s", tag, want, got)
		}
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

type short struct{}

func (short) Write(b []byte) (int, error) { return len(b) / 2, nil }

func TestErrors(t *testing.T) {
	if err := brief.Write(failing{}, all(t), language.English); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("the writer's error became %v", err)
	}
	if err := brief.Write(nil, all(t), language.English); err == nil {
		t.Error("nothing was written to")
	}
	if err := brief.Write(short{}, all(t), language.English); !errors.Is(err, io.ErrShortWrite) {
		t.Errorf("half was written: %v", err)
	}
	w := brief.Writer{Format: 3}
	if err := w.Write(io.Discard, nil); err == nil || !strings.Contains(err.Error(), "3") {
		t.Errorf("an invalid format gave %v", err)
	}
}

func TestFormat(t *testing.T) {
	for f, name := range map[brief.Format]string{brief.FormatText: "text", brief.FormatMarkdown: "markdown", brief.FormatHTML: "html"} {
		b, err := f.MarshalText()
		if err != nil || string(b) != name || f.String() != name {
			t.Errorf("%d: %q, %q, %v", f, f, b, err)
		}
		var back brief.Format
		if err := back.UnmarshalText(b); err != nil || back != f {
			t.Errorf("%s: %v, %v", b, back, err)
		}
	}
	if _, err := brief.Format(3).MarshalText(); err == nil {
		t.Error("format 3 has a text")
	}
	if s := brief.Format(3).String(); s != "%!Format(3)" {
		t.Errorf("format 3 is %s", s)
	}
	var f brief.Format
	if err := f.UnmarshalText([]byte("pdf")); err == nil || !strings.Contains(err.Error(), `"pdf"`) {
		t.Errorf("pdf gave %v", err)
	}
}

func TestConcurrent(t *testing.T) {
	want := write(t, brief.Writer{Language: language.Urdu}, all(t))
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			if got := write(t, brief.Writer{Language: language.Urdu}, all(t)); got != want {
				t.Error("two briefings on the same data differ")
			}
		})
	}
	group.Wait()
}

func BenchmarkWrite(b *testing.B) {
	for _, lang := range []string{"en", "ru", "ur"} {
		b.Run(lang, func(b *testing.B) {
			tag := language.MustParse(lang)
			for b.Loop() {
				if err := brief.Write(io.Discard, entente.Article(), tag); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
