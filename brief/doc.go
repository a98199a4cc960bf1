// Package brief writes a briefing on a dataset in English, Russian or Urdu, as
// plain text, Markdown, HTML or a whole page.
//
//	err := brief.Write(os.Stdout, entente.Article().Involving("fomin"), language.Russian)
//
// A briefing puts the news first: the trend of the relations that the records
// are about, the exercise that is under way or the latest, and the most recent
// meetings. Then come the sections, in the order of the [Section] constants:
// relations and agreements; exercises, by series; meetings, with what was said
// at each; judgements, by whom they affect; where sources differ, what is not
// known and what was searched; who is who; and last the notes, the sources and
// the counts. A section without content is left out. The rules are the same for
// every dataset. A briefing on a selection from several sources says that it is
// a selection. A [Writer] can choose the sections, or write a digest of ten
// lines.
//
// A briefing tells every record of the dataset. The entry on a record ends with
// numbers that lead to notes. A note gives one source and the places cited in
// it; the first note on a source gives it in full, with its address, and later
// ones give its publisher, and the date, title or host that tells it from
// others. The day on which most sources were accessed is given once, at the end.
// Where several records have one name, the date follows it. Reports,
// attributions and judgements are worded differently; a judgement appears in
// the words of its gist, with its hedge, and never more firmly.
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
// U+2069, where it would otherwise appear in the wrong place or order.
//
// # Formats
//
// Plain text has a line for each fact and tables in aligned columns, in which
// wide characters count as two and combining ones as none. Markdown is
// CommonMark with the tables and footnotes of GitHub Flavored Markdown.
// [FormatHTML] is one article element for a page of yours. [FormatPage] is a
// whole page for light and dark screens and for print, with its own style sheet
// and a content security policy that lets it load and run nothing.
//
// In every format, text from the data remains text. It cannot add markup, break
// a line, steer a terminal or turn the direction of writing. An address becomes
// a link only if its scheme is http or https and it names a host and no user.
//
// # IDs and classes in HTML
//
// These stay the same for style sheets and for links from elsewhere:
//
//	html.briefing-page     a whole page
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
//	.claim                 what another source says instead
//	sup.cites              numbers of notes
//	ol.notes, #note-1      the notes, by number
//	#cite-1, a.back        the first reference to a note, and the link back to it
//	a.source               a link to the web
//	a.record               a link to the entry or the page of a record
//	th[scope], td[data-label]
//	                       the cells of a table; the label is the head of the column
//
// Words in a language other than the briefing's have a lang attribute.
package brief
