// Package table writes a dataset as tables for spreadsheets and statistics
// programs, and reads them back:
//
//	_, err := table.Write(table.Folder("tables"), data)
//	…
//	records, report, err := table.Read(os.DirFS("tables"), interop.Options{})
//
// The tables are CSV in UTF-8, described by a datapackage.json of Frictionless
// Data. Nothing is lost: reading them back gives an equal dataset, for which
// [entente.Dataset.WriteTo] writes the same bytes. A selection has no
// coverage.csv, because the coverage is that of all the data.
//
// # The tables
//
// Each kind of record has a table with a row for each record: exercises.csv,
// meetings.csv and so on. So have the sources, the declared topics and the
// coverage. dataset.csv has one row: the title, edition, authors and licence.
//
//	id              name.en      name.ru        when                   series   number  status
//	druzhba-7       Druzhba VII  «Дружба-2024»  2024-10-13/2024-10-25  druzhba  7       held
//
// A member of the data format is a column of the same name. A text has a column
// for each language, such as name.en, and an object one for each of its members,
// such as at.lat. A list of words or numbers is one cell with semicolons between
// the entries: "training; joint-exercises". A backslash comes before a semicolon
// or a backslash that belongs to an entry.
//
// A list of objects is a table of its own, with the ID of the record and the
// position in the list before its columns:
//
//	agreements-parties.csv          agreements-parties-cites.csv
//	agreements-places.csv           exercises-contingents.csv
//	exercises-places.csv            meetings-attendees.csv
//	meetings-places.csv             officials-postings.csv
//	officials-postings-cites.csv    sources-identifiers.csv
//
// Lists that every record has are one table for all kinds: cites.csv, claims.csv
// (with claims-cites.csv), identifiers.csv and extra.csv, which has a row for
// each key. The extra of sources is in sources-extra.csv, and that of the data
// itself in dataset-extra.csv. In claims-cites.csv and the like, the column
// claims.position is the position of the claim. The value of a claim is written
// as in a cell of the column that it is about, or as JSON if that takes several
// cells.
//
// A table without rows is left out, and so are languages without words. To begin
// one, write the columns that you need; only the ID is required.
//
// # Pairs by year
//
// pairs.csv counts the records that tie each pair in each year; see [WritePairs].
// It has a row for each pair, year and kind:
//
//	a, b          the IDs of the pair, in their order
//	year          the year
//	kind          partnership, agreement, exercise, meeting or statement
//	answer        found, none found, undated only or not covered
//	bilateral     records that certainly belong to the year, of these two alone
//	multilateral  the same, in which others take part too
//	headlines     records that rest only on the headline of another item
//	not_held      exercises that are proposed, planned or cancelled
//	maybe         records that may belong to the year
//	undated       records that may belong to it because their time is unknown
//	records       the IDs of all those but the undated, with semicolons between
//	sources       the IDs of the sources that they cite
//
// The five counts after the answer are 0 where a search found nothing, and NA
// where the answer is "undated only" or "not covered". [entente.PairYear] says
// more on each. Like datapackage.json the table follows from the others, and is
// not read back.
//
// A pair without any tie is not in the table. A regression over all pairs of
// states must add those pairs with zeros for the years and kinds covered, or it
// compares only states that had to do with each other. An agreement with an open
// end, such as "1954/..", counts in every year after its start. A selection has
// rows for the years that lie in its period, and for the pairs that it asked for.
//
// # For editors
//
// Rows and columns may be in any order. Leave the position out, and a row goes
// to the end of its list. Blank rows are ignored. Read takes semicolons and
// tabs as separators, a byte-order mark, TRUE for true, and Windows-1252, which
// it reports as a repair. What is wrong is reported at its cell:
//
//	exercises.csv:2:21: druzhba-7: unknown status "heldd"; did you mean "held"?
//
// Spreadsheets may change a date: 2024-10 becomes Oct-24, which Read refuses. Open
// the files by importing text, as UTF-8, with all columns as text. Save as "CSV
// UTF-8".
//
// A spreadsheet runs a cell that begins with =, +, -, @ or a tab, and takes 0012,
// 1e5, true, October 2014, 12-14 and 2024-10-13/ for something else. Such a text is
// written after an apostrophe, and Read takes it off: '=1+1 is the text =1+1. A text
// with a carriage return, which only a foreign file can have, is written as an
// apostrophe and a JSON string. An apostrophe before anything else belongs to the
// text.
//
// # For researchers
//
// Empty means not known, never zero. NA is Namibia, so tell R that it is no
// missing value; numbers are NA where the cell is empty. Join tables by id.
//
//	exercises <- read.csv("exercises.csv", na.strings = "", encoding = "UTF-8")
//	cites <- read.csv("cites.csv", na.strings = "", encoding = "UTF-8")
//	merge(exercises, cites, by = "id")
//
// Dates are EDTF, as in the data format: 2024-10 is some part of October 2024. An
// apostrophe before 0012 or =1+1 does not belong to the text; see above.
package table
