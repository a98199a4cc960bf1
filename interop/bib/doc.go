// Package bib writes the sources of a dataset for reference managers: as
// CSL-JSON, which Zotero and citeproc read, and as BibTeX.
//
//	pair := entente.Chronicle().Between("PK", "RU")
//	losses, err := bib.WriteBibTeX(file, pair)
//
// It writes exactly what a selection rests on: the sources that its records cite
// and those that these reprint; see [entente.Dataset.Sources].
//
// # What becomes what
//
//	source        CSL-JSON                         BibTeX
//	id            id                               the key
//	              type webpage, or document        @online, or @misc
//	              without an address
//	title         title                            title
//	publisher     container-title of a webpage,    organization
//	              publisher of a document
//	authors       author, as literal names         author
//	published     issued                           date
//	accessed      accessed                         urldate
//	url           URL                              url
//	archived      archive_location                 archiveurl
//	language      language                         language
//	note          annote                           annote
//	reprints                                       related, relatedtype
//	identifiers   DOI, ISBN, ISSN                  doi, isbn, issn
//
// A text in several languages is written in that of the source, or else in
// English. The type of a source is not known beyond its having an address, so
// that nothing is called a newspaper article or a report. Names are as printed
// and not taken apart.
//
// In CSL-JSON, a season has its number, and an approximate or uncertain date is
// circa. A decade or century is literal. BibTeX has dates as they are, in EDTF,
// which biblatex reads. Its text is UTF-8, with commands for the characters that
// TeX would run.
//
// # What is lost
//
// The formats have no place for, and both functions count as [interop.Losses]:
//
//   - of the sources: sources.title.language and sources.publisher.language and
//     sources.note.language, which are the words in further languages,
//     sources.identifiers of other schemes, and sources.extra;
//   - in CSL-JSON also sources.reprints, and sources.published and
//     sources.accessed that are uncertain, which become circa;
//   - all records, and of the data authors, coverage, edition, extra, licence,
//     title and topics.
package bib
