package brief

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
)

// sample returns a document with every part that a renderer knows, in English
// or Urdu.
func sample(lang language.Tag) *document {
	own := func(en, ur string) line {
		if lang == language.Urdu {
			return words(ur, lang)
		}
		return words(en, language.English)
	}
	join := new(localizer).join
	named := func(id entente.ID, en, ur string) line { return own(en, ur).leading(id) }
	source := words("The Islamabad Telegraph", language.English)
	linked := words("theislamabadtelegraph.com/2024/10/ties", language.Und)
	linked[0].solid, linked[0].href = true, "https://theislamabadtelegraph.com/2024/10/ties/?a=1&b=2"
	bad := words("click", language.English)
	bad[0].href = "javascript:alert(1)"
	return &document{
		lang: lang, wanted: lang,
		title:      own("Pakistan and Russia: what one article says", "پاکستان اور روس: ایک مضمون میں کیا کہا گیا ہے"),
		standfirst: join(source, own("October 2024", "اکتوبر 2024")),
		lead: []entry{
			{line: join(own("Ties between Pakistan and Russia are", "پاکستان اور روس کے تعلقات میں"),
				own("warming.", "گرم جوشی آ رہی ہے۔").weighed(strong)), cites: []int{1}},
			{line: join(named("druzhba-7", "Druzhba VII", "دروزبہ ہفتم"), own("is under way at Pabbi.", "پبی میں جاری ہے۔")), cites: []int{2, 1}},
		},
		digest: []labelled{
			{own("Relations", "تعلقات"), entry{line: own("Pakistan and Russia: warming.", "پاکستان اور روس: گرم جوشی۔"), cites: []int{1, 2}}},
			{own("Said", "کہا گیا"), entry{line: own("Fomin pledged support.", "فومن نے معاونت کا وعدہ کیا۔"), cites: []int{3}}},
		},
		sections: []section{
			{name: "relations", heading: own("Relations and trends", "باہمی روابط اور ان کا رخ"), blocks: []block{{table: &table{
				head: []line{nil, own("Trend", "رخ"), own("What it consists of", "تفصیل")},
				rows: []row{
					{id: "pk-ru", class: "reported", cells: []entry{{line: own("Pakistan – Russia", "پاکستان – روس")},
						{line: own("warming", "گرم جوشی")}, {line: own("joint training, exercises, technical support, naval cooperation and much else that makes a long cell", "مشترکہ تربیت، مشقیں، تکنیکی معاونت"), cites: []int{1}}}},
					{cells: []entry{{line: join(words("A | B", language.English), words("日本", language.Japanese))}, {line: own("strained", "کشیدہ")},
						{line: own("long the centre", "طویل عرصے سے"), cites: []int{2}}}},
				}}}}},
			{name: "exercises", heading: own("Exercises", "مشقیں"), blocks: []block{{id: "druzhba-7", heading: own("Druzhba VII", "دروزبہ ہفتم"),
				paragraphs: []entry{{line: join(own("Fomin and Ashraf", "فومن اور اشرف").weighed(strong), words("PAF", language.English), own("in 2024", "2024 میں")), cites: []int{3}}},
				entries: []entry{{id: "s", class: "attributed", line: join(own("See", "دیکھیے"), bad, linked), cites: []int{1}, sub: []entry{
					{line: own("1. under", "1. نیچے").weighed(emphasis)}}}}}}},
			{name: "notes", heading: own("Notes", "حواشی")},
		},
		notes: []note{{source: "s", line: join(source, linked)}, {line: source}, {line: words("javascript:x", language.Und)}},
		foot:  own("A remark.", "ایک بات۔"),
	}
}

func TestRender_SampleGolden(t *testing.T) {
	for _, lang := range []language.Tag{language.English, language.Urdu} {
		for f, ext := range map[Format]string{FormatText: ".txt", FormatMarkdown: ".md", FormatHTML: ".html"} {
			file := filepath.Join("testdata", "render."+lang.String()+ext)
			got := sample(lang).render(f, options{})
			if flag.Lookup("update").Value.String() == "true" {
				if err := os.WriteFile(file, got, 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil || !bytes.Equal(got, want) {
				t.Errorf("%s differs; run go test -update and look at what changed (%v)", file, err)
			}
		}
	}
}

// Nothing that a record holds becomes a link unless it leads to the web.
func TestAddress_HTTPAlone(t *testing.T) {
	for in, want := range map[string]string{
		"https://a.example/b?c=1&d=2#e":     "https://a.example/b?c=1&d=2#e",
		"HTTP://a.example":                  "HTTP://a.example",
		" https://a.example ":               "https://a.example",
		"https://a.example/azAZ09":          "https://a.example/azAZ09",
		"https://a.example/(x)":             "https://a.example/%28x%29",
		"https://a.example/\"><b>":          "https://a.example/%22%3E%3Cb%3E",
		"https://пример.example/é":          "https://%D0%BF%D1%80%D0%B8%D0%BC%D0%B5%D1%80.example/%C3%A9",
		"https://[::1]/a[b]|c":              "https://[::1]/a%5Bb%5D%7Cc",
		"https://a.example/%20 b":           "https://a.example/%20%20b",
		"https://good.example@evil.example": "", "javascript:alert(1)": "", "data:text/html,x": "", "//a.example": "",
		"https:a": "", "https://": "", "https:///a": "", "ftp://a.example": "", "java\tscript:x": "", "": "",
		"https://a.example/\u202eb": "", "https://a.example\\b": "", "https://a.example/\nb": "", "mailto:a@b.example": "",
	} {
		if got := safeAddress(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{
		"/records/a": "/records/a", "a?b=c": "a?b=c", "#a": "#a", "https://a.example": "https://a.example",
		"javascript:x": "", "//evil.example": "", "/\\evil.example": "", "\x01javascript:x": "",
	} {
		if got := ownAddress(in); got != want {
			t.Errorf("own %q: %q, want %q", in, got, want)
		}
	}
}
