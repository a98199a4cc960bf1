package brief_test

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message/catalog"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/brief"
	"github.com/entente-go/entente/edtf"
)

// ferry is a dataset of one statement.
func ferry() *entente.Dataset {
	cites := []entente.Citation{{Source: "gazette", Paragraphs: []int{2, 3}}}
	d, err := entente.New(entente.Records{
		Title: entente.English("One statement").With(language.Russian, "Одно высказывание"),
		Sources: []entente.Source{{
			ID:        "gazette",
			Publisher: entente.English("The Gazette"),
			Title:     entente.English("Ferries"),
			Authors:   []string{"A. Writer"},
			Published: edtf.MustParseDate("2024-10-13"),
		}},
		Nations: []entente.Nation{{
			Fact: entente.Fact{ID: "FI", Basis: entente.BasisReported, Cites: cites},
			Name: entente.English("Finland").With(language.Russian, "Финляндия"),
		}},
		Statements: []entente.Statement{{
			Fact:     entente.Fact{ID: "ferry", Basis: entente.BasisAttributed, Cites: cites},
			Speakers: []entente.ID{"FI"},
			Act:      entente.SpeechActAnnounced,
			Gist:     entente.English("a ferry will run").With(language.Russian, "будет ходить паром"),
		}},
	})
	if err != nil {
		panic(err)
	}
	return d
}

// section prints one section of a briefing in plain text.
func section(text, heading string) {
	_, after, _ := strings.Cut(text, "\n"+heading+"\n")
	body, _, _ := strings.Cut(after, "\n\n")
	fmt.Println(heading + "\n" + body)
}

func Example() {
	// The headings of a briefing in Russian on one official of the article.
	var b strings.Builder
	if err := brief.Write(&b, entente.Article().Involving("fomin"), language.Russian); err != nil {
		fmt.Println(err)
	}
	for l := range strings.Lines(b.String()) {
		if l != "\n" && l[0] != ' ' {
			fmt.Print(l)
		}
	}
	// Output:
	// Пакистан и Россия: что говорится в одной статье
	// В цифрах
	// Участники
	// Встречи и что на них было сказано
	// Оценки и ожидания: что и для кого
	// Где сведения расходятся
	// Что неизвестно
	// Что охвачено и что нет
	// Источники
}

func ExampleWrite() {
	if err := brief.Write(os.Stdout, ferry(), language.English); err != nil {
		fmt.Println(err)
	}
	// Output:
	// One statement
	//
	// In numbers
	//   - 2 records, 2 undated.
	//   - By kind: 1 nation, 1 statement.
	//   - By basis: reported: 1, attributed: 1.
	//   - Mentioned most often: Finland (2).
	//
	// Who
	//   Nations:
	//   - Finland. [The Gazette: paragraphs 2, 3]
	//
	// What was said
	//   - Finland announced that a ferry will run. [The Gazette: paragraphs 2, 3]
	//
	// What was covered, and what was not
	//   - The data does not say what it was made to cover.
	//
	// Sources
	//   - The Gazette. Ferries. Written by: A. Writer. Published: 13 October 2024.
}

func ExampleWriter_Write() {
	w := brief.Writer{Language: language.Russian, Format: brief.FormatHTML}
	var b strings.Builder
	if err := w.Write(&b, ferry()); err != nil {
		fmt.Println(err)
	}
	for l := range strings.Lines(b.String()) {
		if strings.Contains(l, "article") || strings.Contains(l, "паром") {
			fmt.Print(l)
		}
	}
	// Output:
	// <article class="briefing" lang="ru" dir="ltr">
	// <li class="attributed">Финляндия — объявлено, что будет ходить паром. <small class="cites">[<span lang="en">The Gazette</span>: абзацы 2, 3]</small></li>
	// </article>
}

// A program adds a language with a catalogue. What the catalogue lacks is in
// English, and a line at the end counts it.
func ExampleWriter_catalog() {
	turkish := language.Turkish
	b := catalog.NewBuilder()
	for key, words := range map[string]string{
		"What was said":               "Söylenenler",
		"%[1]s announced that %[2]s.": "%[1]s duyurdu: %[2]s.",
		"paragraphs %[1]s":            "paragraflar %[1]s",
		"%[1]s: %[2]s":                "%[1]s: %[2]s",
		"%[1]s, %[2]s":                "%[1]s, %[2]s",
		"topic: trade":                "ticaret",
	} {
		if err := b.SetString(turkish, key, words); err != nil {
			fmt.Println(err)
		}
	}
	// Words that depend on a number; Turkish needs only one form.
	err := b.Set(turkish, "%[1]d statements", plural.Selectf(1, "%d", plural.Other, "%[1]d beyan"))
	if err != nil {
		fmt.Println(err)
	}

	var out strings.Builder
	w := brief.Writer{Language: turkish, Catalog: b}
	if err := w.Write(&out, ferry()); err != nil {
		fmt.Println(err)
	}
	section(out.String(), "In numbers")
	section(out.String(), "Söylenenler")
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	fmt.Println(lines[len(lines)-1])
	// Output:
	// In numbers
	//   - 2 records, 2 undated.
	//   - By kind: 1 nation, 1 beyan.
	//   - By basis: reported: 1, attributed: 1.
	//   - Mentioned most often: Finland (2).
	// Söylenenler
	//   - Finland duyurdu: a ferry will run. [The Gazette: paragraflar 2, 3]
	// Missing from the catalogue: 20 phrases, which stand in English.
}

func ExampleKeys() {
	keys := brief.Keys()
	fmt.Println(slices.Contains(keys, "%[1]s warned that %[2]s."))
	fmt.Println(slices.Index(keys, "In numbers") < slices.Index(keys, "Sources"))
	// Output:
	// true
	// true
}

func ExampleFormat() {
	fmt.Println(brief.FormatText, brief.FormatMarkdown, brief.FormatHTML)
	// Output: text markdown html
}
