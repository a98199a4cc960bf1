// Package brief writes a dataset as a briefing in English, Russian or Urdu, as
// plain text, Markdown or HTML.
//
//	err := brief.Write(os.Stdout, entente.Article().Involving("fomin"), language.Russian)
//
// A briefing says who acts, what binds them, which exercises they hold, who
// met, who said what, and what is expected to follow. Then it lists where
// sources disagree, what is not known, what was searched, and the sources. Each
// record's line ends with its citations. Reports, attributions and judgements
// are worded differently, and no judgement is worded more firmly than its
// [entente.Modality].
//
// # Languages
//
// Text from the data appears unchanged, in the requested language or the best
// match that the data has (see [entente.Text.In]). Names are not inflected. To
// add a language or change sentences, give a [Writer] a [catalog.Catalog]; see
// [Keys].
//
// The language tag also selects the digits: "ur" uses Latin digits,
// "ur-u-nu-arabext" Urdu ones. Text that runs against the direction of its
// surroundings is isolated: in HTML by bdi elements, elsewhere by U+2068 and
// U+2069.
package brief
