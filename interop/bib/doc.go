// Package bib writes the sources of a dataset for reference managers: as
// CSL-JSON, which Zotero and citeproc read, and as BibTeX.
//
//	pair := entente.Chronicle().Between("PK", "RU")
//	losses, err := bib.WriteBibTeX(file, pair)
//
// It writes exactly the sources that the records of a selection cite and those
// that these reprint; see [entente.Dataset.Sources].
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
// A text in several languages is written in the language of the source,
// otherwise in English. All that is known of the type of a source is whether it
// has an address, so nothing is called a newspaper article or a report. Names
// are written as printed, not split.
//
// In CSL-JSON, a season has its number, and an approximate or uncertain date is
// marked circa. A decade or century is a literal. BibTeX has the dates in EDTF,
// which biblatex reads. Its text is UTF-8, with commands for the characters
// that have a meaning in TeX.
//
// # What is lost
//
// The formats have no place for, and both functions count as [interop.Losses]:
//
//   - of the sources: the words in further languages (sources.title.language,
//     sources.publisher.language and sources.note.language),
//     sources.identifiers of other schemes, and sources.extra;
//   - in CSL-JSON also sources.reprints, and sources.published and
//     sources.accessed that are uncertain, which become circa;
//   - all records, and of the data authors, coverage, edition, extra, licence,
//     title and topics.
package bib
