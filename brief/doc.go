// Package brief writes a dataset as a briefing in English, Russian or Urdu, as
// plain text, Markdown or HTML.
//
//	err := brief.Write(os.Stdout, entente.Article().Involving("fomin"), language.Russian)
//
// A briefing says who acts, what binds them, which exercises they hold, who
// met, what was said and by whom, and what is expected of it. Then it says
// where sources differ, what is not known, what the data covers, and what the
// sources are. The line of a record ends with its citations. What a source
// reports, what it attributes to somebody and what it judges are worded
// differently, and no judgement is worded more firmly than its
// [entente.Modality].
//
// # Languages
//
// The words of the data are taken as they are, in the language asked for or the
// nearest that the data has ([entente.Text.In]); names are not inflected. A
// program adds a language, or changes sentences, by giving a [Writer] a
// [catalog.Catalog]; see [Keys].
//
// The language tag also decides the digits: "ur" uses those of English,
// "ur-u-nu-arabext" those of Urdu. In text from right to left, numbers and words
// that run the other way are isolated, by U+2068 and U+2069 or by bdi elements.
// So are words from right to left in other text.
package brief
