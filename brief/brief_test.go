package brief_test

import (
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"sync"
	"testing"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/brief"
	"github.com/entente-go/entente/edtf"
)

func TestWrite_Golden(t *testing.T) {
	t.Parallel()
	for name, d := range datasets(t) {
		for _, lang := range languages {
			for format, ext := range extensions {
				if lang == "ur-u-nu-arabext" && (format != brief.FormatText || name == "article") {
					continue // only the digits differ from ur
				}
				file := name + "." + lang + ext
				t.Run(file, func(t *testing.T) {
					golden(t, file, write(t, brief.Writer{Language: language.MustParse(lang), Format: format}, d))
				})
			}
		}
	}
}

// The datasets whose whole briefing is too long to read through have a digest.
func TestWrite_GoldenDigest(t *testing.T) {
	t.Parallel()
	chronicle := entente.Chronicle()
	for name, d := range map[string]*entente.Dataset{"article": entente.Article(), "chronicle": chronicle, "pk-ru": chronicle.Between("PK", "RU"),
		"north": north12(t), "merged": merged(t), "empty": nil} {
		for _, lang := range []string{"en", "ru", "ur"} {
			file := name + "." + lang + ".digest.txt"
			t.Run(file, func(t *testing.T) {
				w := brief.Writer{Language: language.MustParse(lang), Length: brief.LengthDigest}
				got := write(t, w, d)
				golden(t, file, got)
				text, _, _ := strings.Cut(got, "\n1. ")
				text, _, _ = strings.Cut(text, "\n 1. ")
				if n := strings.Count(strings.ReplaceAll(text, "\n\n", "\n"), "\n"); n > 10 {
					t.Errorf("%d lines", n)
				}
			})
		}
	}
}

func TestWrite_GoldenMerged(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"en", "ru", "ur"} {
		golden(t, "merged."+lang+".md", write(t, brief.Writer{Language: language.MustParse(lang), Format: brief.FormatMarkdown}, merged(t)))
	}
}

// Every line, in whatever language.
func TestWrite_LinesAreClean(t *testing.T) {
	t.Parallel()
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
					if m := bad.FindString(strings.TrimLeft(l, " -")); m != "" && !(format == brief.FormatText && strings.Contains(m, "   ")) {
						t.Errorf("%s %s %v: %q in %q", name, lang, format, m, l)
					}
				}
			}
		}
	}
}

// Every entry on a record ends with a reference to a note, or has one after each
// of its names.
func TestWrite_CitesEveryRecord(t *testing.T) {
	t.Parallel()
	item := regexp.MustCompile(`<(?:li|tr)[^>]* id="r-[^"]*"[^>]*>`)
	for name, d := range datasets(t) {
		for _, lang := range languages {
			got := write(t, brief.Writer{Language: language.MustParse(lang), Format: brief.FormatHTML}, d)
			starts := item.FindAllStringIndex(got, -1)
			if d.Len() > 12 && len(starts) < d.Len()/2 {
				t.Errorf("%s %s: %d entries for %d records", name, lang, len(starts), d.Len())
			}
			for i, s := range starts {
				end := len(got)
				if i+1 < len(starts) {
					end = starts[i+1][0]
				}
				if !strings.Contains(got[s[0]:end], `href="#n`) {
					t.Errorf("%s %s: no citation: %s", name, lang, got[s[0]:end])
				}
			}
		}
	}
}

// The HTML is read as XML, which is stricter.
func TestWrite_HTMLIsWellFormed(t *testing.T) {
	t.Parallel()
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
				case "article", "section", "h2", "h3", "h4", "p", "div", "ul", "ol", "li", "dl", "dt", "dd", "sup", "a",
					"strong", "em", "table", "thead", "tbody", "tr", "th", "td", "footer", "span", "bdi":
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

// A note leads back to a reference or to a range of them.
func TestWrite_LinksWithinHTMLLeadSomewhere(t *testing.T) {
	t.Parallel()
	out := write(t, brief.Writer{Format: brief.FormatHTML}, entente.Chronicle().Between("PK", "RU"))
	ids := make(map[string]int)
	for _, m := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(out, -1) {
		if ids[m[1]]++; ids[m[1]] > 1 {
			t.Errorf("the ID %s occurs twice", m[1])
		}
	}
	back := make(map[string]int)
	for _, m := range regexp.MustCompile(` href="#([^"]*)"`).FindAllStringSubmatch(out, -1) {
		if ids[m[1]] == 0 {
			t.Errorf("nothing has the ID %s", m[1])
		}
		kind, _, _ := strings.Cut(m[1], "-")
		back[kind]++
	}
	for _, kind := range []string{"note", "cite", "cites", "r"} {
		if back[kind] == 0 {
			t.Errorf("nothing leads to an ID that begins with %s", kind)
		}
	}
}

func TestWrite_LanguageAndDirection(t *testing.T) {
	t.Parallel()
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

func TestWrite_MarksForeignWords(t *testing.T) {
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

func TestWrite_DigitsOfTheTag(t *testing.T) {
	text := func(lang string) string {
		return write(t, brief.Writer{Language: language.MustParse(lang)}, all(t))
	}
	plain, own := text("ur"), text("ur-u-nu-arabext")
	if strings.ContainsAny(plain, "۰۱۲۳۴۵۶۷۸۹") {
		t.Error("ur has digits of its own script")
	}
	for _, want := range []string{
		"۶۶ اندراجات",      // a count
		"۱۳ اکتوبر ۲۰۲۴",   // a date, the year without a separator
		"پیراگراف\u00a0۲۳", // a paragraph
		"۱٬۰۲۱ افراد",      // people, with a separator
	} {
		if !strings.Contains(own, want) {
			t.Errorf("ur-u-nu-arabext has no %q", want)
		}
	}
	if got := text("fr-u-nu-arabext"); !strings.Contains(got, "۶۶ records") {
		t.Error("English that stands in for another language does not keep the digits asked for")
	}
}

func TestWrite_EmptyDataset(t *testing.T) {
	const none = "The selection holds no records."
	article, chronicle := entente.Article(), entente.Chronicle()
	pair := chronicle.Between("PK", "RU").OfKind(entente.KindExercise)
	for _, tt := range []struct {
		d    *entente.Dataset
		want string
	}{
		{nil, none},
		{&entente.Dataset{}, none},
		{article.Involving("nobody"), article.Title().Words(language.English) + "\n\n" + none},
		{pair.During(edtf.MustParsePeriod("2022")), chronicle.Title().Words(language.English) + "\n\nNothing was found, although this was searched for."},
		{pair.During(edtf.MustParsePeriod("1990")), chronicle.Title().Words(language.English) + "\n\n" + none +
			" This was not fully searched for, so absence proves nothing."},
	} {
		got, _, _ := strings.Cut(write(t, brief.Writer{}, tt.d), "\n\nEdition")
		if strings.TrimSpace(got) != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

func TestWrite_BareRecords(t *testing.T) {
	cites := []entente.Citation{{Source: "s"}}
	d, err := entente.New(entente.Records{
		Sources: []entente.Source{{ID: "s"}},
		Statements: []entente.Statement{{
			Fact:     entente.Fact{ID: "x", Basis: entente.BasisAttributed, Cites: cites},
			Speakers: []entente.ID{"PK"},
			Gist:     entente.English("it rains"),
		}},
		Nations: []entente.Nation{{Fact: entente.Fact{ID: "PK", Basis: entente.BasisReported, Cites: cites}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := write(t, brief.Writer{}, d); !strings.Contains(got, "Pakistan said that it rains. [1]") {
		t.Errorf("got %s", got)
	}
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

func TestWrite_Errors(t *testing.T) {
	if err := brief.Write(failing{}, all(t), language.English); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("the writer's error became %v", err)
	}
	if err := brief.Write(nil, all(t), language.English); err == nil {
		t.Error("no error for a nil writer")
	}
	if err := brief.Write(short{}, all(t), language.English); !errors.Is(err, io.ErrShortWrite) {
		t.Errorf("half was written: %v", err)
	}
	w := brief.Writer{Format: 4}
	if err := w.Write(io.Discard, nil); err == nil || !strings.Contains(err.Error(), "4") {
		t.Errorf("an invalid format gave %v", err)
	}
}

func TestFormat_TextBothWays(t *testing.T) {
	for f, name := range map[brief.Format]string{brief.FormatText: "text", brief.FormatMarkdown: "markdown", brief.FormatHTML: "html",
		brief.FormatPage: "page"} {
		b, err := f.MarshalText()
		if err != nil || string(b) != name || f.String() != name {
			t.Errorf("%d: %q, %q, %v", f, f, b, err)
		}
		var back brief.Format
		if err := back.UnmarshalText(b); err != nil || back != f {
			t.Errorf("%s: %v, %v", b, back, err)
		}
	}
	if _, err := brief.Format(4).MarshalText(); err == nil {
		t.Error("format 4 has a text")
	}
	if s := brief.Format(4).String(); s != "Format(4)" {
		t.Errorf("format 4 is %s", s)
	}
	var f brief.Format
	if err := f.UnmarshalText([]byte("pdf")); err == nil || !strings.Contains(err.Error(), `"pdf"`) {
		t.Errorf("pdf gave %v", err)
	}
}

func TestWrite_Concurrently(t *testing.T) {
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
