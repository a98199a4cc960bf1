package brief

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/language"
)

func TestRun_Pieces(t *testing.T) {
	for _, tt := range []struct {
		run  run
		rtl  bool
		want string // with [ and ] for the isolates
	}{
		{run{words: "plain", lang: language.English}, false, "plain"},
		{run{words: "پاکستان", lang: language.Urdu}, false, "[پاکستان]"},
		{run{words: "پاکستان", lang: language.English}, false, "[پاکستان]"},
		{run{words: "a پاکستان b", lang: language.English}, false, "a [پاکستان] b"},
		{run{words: "in 2024", lang: language.English}, false, "in 2024"},
		{run{words: "Druzhba VII", lang: language.English}, true, "[Druzhba VII]"},
		{run{words: "سرخی 6 اور 12", lang: language.Urdu}, true, "سرخی [6] اور [12]"},
		{run{words: "6, 12", lang: language.Urdu}, true, "[6], [12]"},
		{run{words: "فضائیہ (PAF Air) ہے", lang: language.Urdu}, true, "فضائیہ (PAF Air) ہے"},
		{run{words: "ہے PAF.", lang: language.Urdu}, true, "ہے [PAF]."},
		{run{words: "a.b/c/", lang: language.Und, solid: true}, true, "[a.b/c/]"},
		{run{words: "a.b/c/", lang: language.Und, solid: true}, false, "a.b/c/"},
		{run{words: " ", lang: language.English}, true, " "},
		{run{words: "۱۳", lang: language.Urdu}, true, "[۱۳]"},
		{run{words: "ہے ٦ اور", lang: language.Urdu}, true, "ہے [٦] اور"},
		{run{words: "of ٦ and", lang: language.English}, false, "of [٦] and"},
		{run{words: "a پاک فوج b", lang: language.English}, false, "a [پاک فوج] b"},
		{run{words: "a فوّج b", lang: language.English}, false, "a [فوّج] b"},
		{run{words: "ہے Café Bar ہے", lang: language.Urdu}, true, "ہے [Café Bar] ہے"},
		{run{words: "فوّج Bar", lang: language.Urdu}, true, "فوّج [Bar]"},
		{run{words: "Bar فوّج", lang: language.Urdu}, true, "[Bar] فوّج"},
		{run{words: "Bar ّج", lang: language.Urdu}, true, "[Bar] ّج"},
		{run{words: "6 12 ہے", lang: language.Urdu}, true, "[6] [12] ہے"},
		{run{words: "PAF 12 ہے", lang: language.Urdu}, true, "[PAF] [12] ہے"},
		{run{words: "12 PAF ہے", lang: language.Urdu}, true, "[12] [PAF] ہے"},
		{run{words: "ہے 12th Wing of 5th Corps A", lang: language.Urdu}, true, "ہے [12th Wing of] [5th Corps A]"},
		{run{words: "Druzhba-7 Drill ہے", lang: language.Urdu}, true, "[Druzhba-7 Drill] ہے"},
		{run{words: "PAF, Navy ہے", lang: language.Urdu}, true, "[PAF], [Navy] ہے"},
		{run{words: "PAF  Navy ", lang: language.Urdu}, true, "[PAF]  [Navy] "},
	} {
		tt.want = strings.ReplaceAll(tt.want, "(PAF Air)", "([PAF Air])")
		got := ""
		for _, p := range (line{tt.run}).appendPieces(nil, tt.rtl) {
			if p.isolated {
				p.words = "[" + p.words + "]"
			}
			got += p.words
		}
		if got != tt.want {
			t.Errorf("%q: %q, want %q", tt.run.words, got, tt.want)
		}
	}
}

func TestEscapeMarkdown(t *testing.T) {
	for in, want := range map[string]string{
		"1. first":      `1\. first`,
		"- not a list":  `\- not a list`,
		"# no heading":  `\# no heading`,
		"a*b_c`d":       "a\\*b\\_c\\`d",
		"[x](y)":        `\[x\](y)`,
		"<b> & |":       `\<b\> \& \|`,
		"www.a.example": "www<!-- -->.a.example",
		"WwW.a":         "WwW<!-- -->.a",
		"http://a":      "http:<!-- -->//a",
		"a@b.example":   "a@<!-- -->b.example",
		"[^1]: x":       `\[\^1\]: x`,
		"- [ ] task":    `\- \[ \] task`,
		"wow!":          `wow\!`,
		"%title":        `\%title`,
		": definition":  `\: definition`,
		"{.class}":      `\{.class\}`,
		"2024":          "2024",
		"1) first":      `1\) first`,
		"12.":           `12\.`,
		"1 a. b":        "1 a. b",
		".5":            ".5",
		") a":           ") a",
		"+ plus":        `\+ plus`,
		"= equals":      `\= equals`,
		"a + b - c":     "a + b - c",
	} {
		d := document{lang: language.English, title: line{{words: in, lang: language.English}}}
		if got := string(d.markdown(options{})); got != "# "+want+"\n" {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// Each part of a document begins anew, so that no mark in it begins a block.
func TestMarkdown_EscapesTheBeginningOfEveryPart(t *testing.T) {
	en := func(s string) line { return words(s, language.English) }
	d := document{lang: language.English, title: en("+ title"), standfirst: en("- stand"),
		lead:   []entry{{line: en("+ lead")}, {line: en("1. one")}, {line: en("2) two")}},
		digest: []labelled{{label: en("+ label"), entry: entry{line: en("+ told"), cites: []int{1}}}},
		sections: []section{{name: "a", heading: en("+ heading"), blocks: []block{{heading: en("1. block"), paragraphs: []entry{{line: en("- par")}},
			entries: []entry{{line: en("+ item"), sub: []entry{{line: en("3. sub")}}}},
			table:   &table{head: []line{en("+ head")}, rows: []row{{cells: []entry{{line: en("+ cell")}, {line: en("a|b")}}}, {cells: []entry{{line: en("- c")}}}}}}}},
			{name: "notes", heading: en("not here")}},
		notes: []note{{line: en("+ note here")}, {line: en("1. also here")}},
		foot:  en("+ foot | it")}
	const want = `# \+ title

*\- stand*

\+ lead

1\. one

2\) two

- **\+ label** + told[^1]

## \+ heading

### 1\. block

\- par

- \+ item
  - 3\. sub

| + head | |
|---|---|
| + cell | a&#124;b |
| - c | |

\+ foot \| it

[^1]: \+ note here

[^2]: 1\. also here
`
	if got := string(d.markdown(options{})); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// A row may have more cells than the head, or fewer.
func TestTables_HaveAsManyColumnsAsTheWidestRow(t *testing.T) {
	en := func(s string) line { return words(s, language.English) }
	d := document{lang: language.English, sections: []section{{name: "a", blocks: []block{{table: &table{head: []line{nil, en("H")},
		rows: []row{{id: "x", class: "reported", cells: []entry{{line: en("a")}, {line: en("b"), class: "c"}, {line: en("d")}}}, {cells: []entry{{line: en("e")}}}}}}}}}}
	for f, want := range map[Format]string{
		FormatText:     "      H\n  -   -   -\n  a   b   d\n  e\n",
		FormatMarkdown: "| | H | |\n|---|---|---|\n| a | b | d |\n| e | | |\n",
		FormatHTML: `<table>
<thead><tr><td></td><th scope="col">H</th><td></td></tr></thead>
<tbody>
<tr class="reported" id="r-x"><th scope="row">a</th><td data-label="H" class="c">b</td><td>d</td></tr>
<tr><th scope="row">e</th><td data-label="H"></td><td></td></tr>
</tbody>
</table>
`,
	} {
		if got := string(d.render(f, options{})); !strings.Contains(got, want) {
			t.Errorf("%v: no\n%s\nin\n%s", f, want, got)
		}
	}
	d.sections[0].blocks[0].table.head = nil
	if got := string(d.render(FormatHTML, options{})); strings.Contains(got, "thead") {
		t.Errorf("a head without words:\n%s", got)
	}
	for _, f := range []Format{FormatText, FormatMarkdown, FormatHTML} {
		empty := document{lang: language.English, sections: []section{{name: "a", blocks: []block{{table: &table{}}}}}}
		if got := string(empty.render(f, options{})); strings.ContainsAny(got, "|-") || strings.Contains(got, "<t") {
			t.Errorf("%v: a table of nothing:\n%s", f, got)
		}
	}
}

func TestHarmless_DropsControls(t *testing.T) {
	hidden := "\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e" +
		"\u2060\u2061\u2062\u2063\u2064\u2065\u2066\u2067\u2068\u2069\u206a\u206b\u206c\u206d\u206e\u206f"
	for r := rune(0); r < 0x3000; r++ {
		want := string(r)
		switch {
		case strings.ContainsRune(hidden, r):
			want = ""
		case r < 0x20, 0x7F <= r && r <= 0x9F, r == 0x2028, r == 0x2029:
			want = " "
		}
		if got := harmless("a" + string(r) + "b"); got != "a"+want+"b" {
			t.Errorf("%U: %q", r, got)
		}
	}
	if got := clean(" a\n\tb \xff\u2028c "); got != "a b \ufffd c" {
		t.Errorf("clean gives %q", got)
	}
}

// Whatever the words, the text without isolates is the words on one line, and
// HTML has no markup but our own.
func FuzzLine(f *testing.F) {
	for _, s := range []string{"", "Druzhba VII", "پاکستان 12, 13 (PAF)", "\u2068\u202e\x1b[2J\n\x00A\x00", "<script>", "1. *x*", "\xff", "a\u0301ب\u0651"} {
		f.Add(s, true)
		f.Add(s, false)
	}
	f.Fuzz(func(t *testing.T, s string, rtl bool) {
		lang := language.English
		if rtl {
			lang = language.Urdu
		}
		for _, words := range []string{lang.String(), "ru", "ar"} {
			words := run{words: clean(s), lang: language.Make(words)}
			l := newLocalizer(lang, nil)
			d := document{lang: lang, title: l.sprint(msgColon, line{words}, line{words})}
			text := string(d.text())
			if !utf8.ValidString(text) || strings.Count(text, "\n") != 1 {
				t.Errorf("%q became %q", s, text)
			}
			if strings.Count(text, isolate) != strings.Count(text, endIsolate) {
				t.Errorf("%q: isolates are not balanced", text)
			}
			bare := strings.NewReplacer(isolate, "", endIsolate, "", "\n", "").Replace(text)
			if bare != strings.TrimRight(words.words+": "+words.words, " ") {
				t.Errorf("%q became %q", s, bare)
			}
			html := string(d.html(options{}))
			html = strings.NewReplacer("<bdi>", "", "</bdi>", "", "</span>", "").Replace(html)
			if _, in, _ := strings.Cut(html, "<h2>"); strings.Count(in, "<")-strings.Count(in, "<span lang")-strings.Count(in, "<bdi lang") != 2 {
				t.Errorf("%q became %q", s, html)
			}
			d.markdown(options{})
		}
	})
}
