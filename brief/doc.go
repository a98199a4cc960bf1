// Package brief puts a dataset into words: a briefing in English, Russian or
// Urdu, as plain text, Markdown or HTML.
//
//	err := brief.Write(os.Stdout, entente.Article().Involving("fomin"), language.Russian)
//
// A briefing says who acts, what binds them, which exercises they hold, who
// met, what was said and by whom, and what is expected of it; then where
// sources differ, what is not known, what the data was made to cover, and what
// the sources are. Each line about a record ends with the places that support
// it. What a source reports as so, what it puts into somebody's mouth and what
// it judges are worded differently, and a judgement is never put more firmly
// than its [entente.Modality].
//
// The words come from catalogues of [golang.org/x/text/message/catalog], in
// which the English sentences are the keys. A [Writer] takes one more of them,
// so that other languages need no change here; see [Keys]. The words of the
// data are taken as they are, in the language asked for or else the nearest
// that the data has ([entente.Text.In]); no name is inflected.
//
// The language tag also decides the digits: "ur" has those of English,
// "ur-u-nu-arabext" those of Urdu. In text that runs from right to left,
// numbers and words that run the other way are isolated (U+2068 and U+2069, or
// bdi elements), and so is the reverse.
package brief
