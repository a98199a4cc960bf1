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
// dataset; a selection of several sources says that it is one. A [Writer] can
// choose the sections, or a digest of ten lines.
//
// Every record of the dataset is told, and every entry on a record ends with
// numbers that lead to notes. A note is one source and the places cited in it.
// The first note on a source has it in full, with its address; later ones have its
// publisher, and the date, title or host that tells it from others. A day on which
// several sources were read is said once, at the end. Where several records have
// one name, the date follows it. Reports,
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
// U+2069, and there only where its place or its order would be wrong without
// them.
//
// # Formats
//
// Plain text has a line for each fact and tables in aligned columns, in which
// wide characters count as two and combining ones as none. Markdown is
// CommonMark with the tables and footnotes of GitHub Flavored Markdown.
// [FormatHTML] is one article element for a page of yours, and [FormatPage] a
// whole page: for light and dark screens and for print, with a style sheet in it
// and a policy that lets it load and run nothing.
//
// What the data says is text in each of them. It cannot add markup, break a
// line, steer a terminal or turn the direction of writing. An address becomes a
// link only if its scheme is http or https and it names a host and no user.
//
// # Ids and classes in HTML
//
// These stay the same for style sheets and for links from elsewhere:
//
//	article.briefing       the briefing, with lang and dir
//	.standfirst            the line under the title
//	.lead                  the first paragraphs
//	dl.digest              the lines of a digest
//	section#exercises      a section; its class is the same, the text of a [Section]
//	#r-ID                  the entry of the record with the ID
//	.reported .attributed .assessed
//	                       an entry, by the basis of its record
//	.unhedged .likely .possible
//	                       an assessment, by how firmly it is made
//	.claim                 what a source says otherwise
//	sup.cites              numbers of notes
//	ol.notes, #note-1      the notes, by number
//	#cite-1, a.back        the first reference to a note, and the link back to it
//	a.source               a link to the web
//	a.record               a link to the entry or the page of a record
//	th[scope], td[data-label]
//	                       the cells of a table; the label is the head of the column
//
// Words in another language than the briefing's have a lang attribute.
package brief
