// Package brief writes a briefing on a dataset in English, Russian or Urdu, as
// plain text, Markdown, HTML or a whole page.
//
//	err := brief.Write(os.Stdout, entente.Article().Involving("fomin"), language.Russian)
//
// A briefing puts the news first: the trend of the relations that the records
// are about, the exercise that is under way or the latest, and the most recent
// meetings. Then come [Section] by section the relations and agreements, the
// exercises by series, the meetings with what was said at each, and the
// judgements by whom they affect; where sources differ, what is not known and
// what was searched; who is who; and last the notes, the sources and the counts.
// A section without content is left out. The rules are the same for every
// dataset, and a selection is told like a whole. A [Writer] can choose the
// sections, or a digest of ten lines.
//
// Every record of the dataset is told, and every entry on a record ends with
// numbers that lead to notes. A note is one source and the places cited in it.
// The first note on a source has it in full, with its address. Reports,
// attributions and judgements are worded differently; a judgement appears in
// the words of its gist, which has the hedge, and never more firmly.
//
// # Languages
//
// Text from the data appears unchanged, in the requested language or the best
// match that the data has (see [entente.Text.In]). Names are not inflected. An
// official is named in full, with rank, post and nation, at the first mention,
// and then as the press does. To add a language or change sentences, give a
// [Writer] a [catalog.Catalog]; see [Keys]. A [Phrasebook] has the words of
// single values.
//
// The language tag also selects the digits: "ur" uses Latin digits,
// "ur-u-nu-arabext" Urdu ones. Text that runs against the direction of its
// surroundings is isolated: in HTML by bdi elements, elsewhere by U+2068 and
// U+2069.
package brief
