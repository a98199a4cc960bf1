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

// What the article says of India, as a digest.
func Example() {
	w := brief.Writer{Length: brief.LengthDigest}
	if err := w.Write(os.Stdout, entente.Article().Affecting("IN")); err != nil {
		fmt.Println(err)
	}
	// Output:
	// Pakistan and Russia: what one article says
	//
	// The Islamabad Telegraph, October 2024. Numbers lead to the notes.
	//
	// Outlook   The alignment of Pakistan and Russia could affect India's posture in the region. For India, the warming of Pakistan's ties with Moscow could potentially shift the balance of power in the region. [1]
	//
	// 1. The Islamabad Telegraph, October 2024, takeaway 4; paragraph 23. theislamabadtelegraph.com/2024/10/pakistan-russia-ties/
	//
	// Edition 1.0.0 (26 November 2026). Compiled by entente contributors. Licence: CC-BY-4.0.
}

func ExampleWrite() {
	if err := brief.Write(os.Stdout, ferry(), language.English); err != nil {
		fmt.Println(err)
	}
	// Output:
	// One statement
	//
	// The Gazette, 13 October 2024. Numbers lead to the notes.
	//
	// Statements
	//   - Finland announced that a ferry will run. [1]
	//
	// Who is who
	//   Nations:
	//   - Finland. [1]
	//
	// Notes
	// 1. A. Writer, “Ferries”, The Gazette, 13 October 2024, paragraphs 2, 3.
	//
	// In numbers
	//   - 2 records, 1 undated.
	//   - By kind: 1 nation, 1 statement.
	//   - By basis: reported: 1, attributed: 1.
	//   - Mentioned most often: Finland (2).
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
	// <li class="attributed" id="r-ferry"><a class="record" href="#r-FI">Финляндия</a> объявляет, что будет ходить паром.<sup class="cites"><a id="cite-1" role="doc-noteref" href="#note-1">1</a></sup></li>
	// </article>
}

// What an official said, in Russian.
func ExampleWriter_sections() {
	w := brief.Writer{Language: language.Russian, Sections: []brief.Section{brief.SectionMeetings}}
	var b strings.Builder
	if err := w.Write(&b, entente.Article().Involving("fomin")); err != nil {
		fmt.Println(err)
	}
	for l := range strings.Lines(b.String()) {
		if strings.HasPrefix(l, "  - Фомин") {
			fmt.Print(l)
		}
	}
	// Output:
	// - Фомин заверяет, что Россия будет укреплять военно-морские связи. [3]
	//   - Фомин признаёт, что ВМС Пакистана прилагают усилия для обеспечения безопасности на море в регионе. [3]
	//   - Фомин с одобрением отмечает, что ВВС Пакистана в последнее время развиваются успешно и особо выделяются инициативы по модернизации под руководством Сидху. [5]
	//   - Фомин вновь подтверждает, что Москва готова укреплять оборонное партнёрство с Пакистаном. [5]
	//   - Фомин заверяет, что Россия будет оказывать Пакистану техническую поддержку в отношении его вооружений и военной техники. [5]
}

// A program adds a language with a catalogue. What the catalogue lacks is in
// English, and a line at the end counts it.
func ExampleWriter_catalog() {
	turkish := language.Turkish
	b := catalog.NewBuilder()
	for key, words := range map[string]string{
		"Statements":                  "Söylenenler",
		"%[1]s announced that %[2]s.": "%[1]s duyurdu: %[2]s.",
		"paragraphs %[1]s":            "paragraflar %[1]s",
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
	//   - 2 records, 1 undated.
	//   - By kind: 1 nation, 1 beyan.
	//   - By basis: reported: 1, attributed: 1.
	//   - Mentioned most often: Finland (2).
	// Söylenenler
	//   - Finland duyurdu: a ferry will run. [1]
	// Missing from the catalogue: 19 phrases, left in English.
}

func ExampleKeys() {
	keys := brief.Keys()
	fmt.Println(slices.Contains(keys, "%[1]s warned that %[2]s."))
	fmt.Println(slices.Index(keys, "Notes") < slices.Index(keys, "In numbers"))
	// Output:
	// true
	// true
}

// A digest is ten lines and the notes that they need.
func ExampleLength() {
	w := brief.Writer{Length: brief.LengthDigest}
	var b strings.Builder
	if err := w.Write(&b, entente.Chronicle().Between("PK", "RU").OfKind(entente.KindExercise)); err != nil {
		fmt.Println(err)
	}
	text, _, _ := strings.Cut(b.String(), "\n\n 1.")
	fmt.Println(text)
	// Output:
	// Defence relations of Pakistan and Russia, 1954–2026: a chronicle
	//
	// A selection of 29 records from 217 sources, published 2014–2025. Numbers lead to the notes.
	//
	// Exercises   Sahand 2025 (under way, from 1 December 2025 to about 5 December 2025, Shabestar, East Azerbaijan, Iran); Druzhba VIII (held, 15–27 September 2025, a range in the Southern Military District, Russia); Arabian Monsoon VI (held, about 18–19 March 2025, North Arabian Sea); and 26 more. [1–3]
	// Not known   How many took part in an exercise: Sahand 2025; Arabian Monsoon VI.
	//
	// 1. Mehr News Agency, 2 December 2025. https://en.mehrnews.com/news/239408/Over-10-countries-took-part-in-anti-terrorism-drill-in-Iran
	// 2. Business Recorder, 26 September 2025. https://www.brecorder.com/news/40384742/pakistan-russia-conclude-joint-counterterrorism-exercise
	// 3. Associated Press of Pakistan, 19 March 2025. https://www.app.com.pk/national/pn-rfn-conducted-bilateral-naval-exercise-arabian-monsoon-vi-in-north-arabian-sea/
	//
	// Edition 1.0.0 (26 November 2026). Compiled by entente contributors. Licence: CC-BY-4.0.
}

// A phrasebook has the words of a briefing for other pages.
func ExamplePhrasebook() {
	p := brief.NewPhrasebook(language.Russian)
	fmt.Println(p.Count(entente.KindExercise, 3))
	fmt.Println(p.Period(edtf.MustParsePeriod("2024-10-13/2024-10-25")))
	fmt.Println(p.Trend(entente.TrendWarming))
	// Output:
	// 3 учения
	// 13–25 октября 2024 года
	// потепление
}

func ExampleNewPhrasebook() {
	p := brief.NewPhrasebook(language.MustParse("ur-u-nu-arabext"))
	fmt.Println(p.Count(entente.KindMeeting, 12), p.RightToLeft())
	// Output:
	// ۱۲ ملاقاتیں true
}

func ExampleFormat() {
	fmt.Println(brief.FormatText, brief.FormatMarkdown, brief.FormatHTML, brief.FormatPage)
	// Output: text markdown html page
}

func ExamplePhrasebook_Name() {
	p := brief.NewPhrasebook(language.Russian)
	fmt.Println(p.Name(entente.Chronicle(), "druzhba-7"))
	fmt.Println(p.Name(entente.Chronicle(), "PK"))
	// Output:
	// «Дружба-2024»
	// Пакистан
}
