// Package visits reads a spreadsheet of visits: one sheet, saved as
// comma-separated values, with a row for each visit under a header of your own.
// Semicolons and tabs are read as separators too.
//
//	records, report, err := visits.Read(file, visits.Options{})
//
// # What becomes what
//
// Each row becomes an [entente.Meeting], and each visitor an [entente.Official].
// A column is found by its name, in any case and with spaces, hyphens or
// underscores. [Options.Columns] says which column it is if it has another name.
//
//	name      name, official, visitor, person       the visitor, whose ID is made of the name
//	title     title, post, position                 a posting of the visitor
//	rank      rank                                  the rank of that posting
//	from      from, nation                          the state that the visitor serves
//	to        to, country, state, country visited,  the state visited
//	          state visited, state visit
//	place     place, city, city visited             the town
//	met       met, host, met with                   who was met
//	start     start, date, start date               the first day
//	end       end, end date                         the last day
//	trip      trip                                  what the source calls the trip
//	purpose   purpose                               the purpose
//	source    source, url, link                     what the record cites
//	note      note, notes, remarks                  a remark
//	id        id                                    the ID of the meeting
//
// A sheet needs name or from, and to or place. Three columns such as start day,
// start month and start year replace an empty start; the same holds for end.
// [Options.From] replaces from if all visitors serve one state. All other
// columns are in extra under their names.
//
// The state visited is a place. It takes part if met names it or someone of it.
//
// # Cells
//
// A date is 2024-10-13, 2024-10 or 2024, or whatever else EDTF has. A date such as
// 5/4/2024 could be one of two days, and is kept as words. A state is a name or a
// code that package nation knows, at the time of the visit. Several names in met and
// several sources have a semicolon between them. Who was met is an official, with
// the state in brackets if the sheet says it, or a state: "Gen Nakatani (Japan);
// Japan". A source is a title, an address, or both:
// "Joint release https://mod.example/visit". Without one the record cites
// [Options.Source]. The locator is then the row's ID or what the row says, such as
// "row of Jane Doe, Tokyo, Japan, 2024-10-13", rather than the line, which changes
// when rows are added. An address has a scheme, begins with "www." or has a path, as
// in mod.example/visit. A cell with several addresses is as many sources, each with
// the title before it. The first title of an address is that of the source; other
// titles are in its extra. An official cites the first source of the row that names
// them first.
//
// # Decisions
//
// The ID of a visit is made of the visitor, the state or the town, and the
// first day: "visit-jane-doe-jp-2024-10-13". Names that differ only in case,
// space, punctuation or diacritics are those of one official. Two officials
// with one name need different names in the sheet. Names of the same words in
// another order, such as "Roe, Ann" and "Ann Roe", are two officials, and the
// report says that they may be one.
//
// A row without a visitor or a place is rejected, and so is one whose visitor is a
// state that is not known. The remark has everything that is wrong with the row.
// Other rows are kept:
//
//   - Dates are words in timing if one cannot be read or the end is before the start.
//     The time is then what is known: the other date, or the month or the year that
//     both dates share.
//   - A state that is not known is part of the name of the place, or of who was met.
//     The state of the visitor is in extra.
//   - A malformed ID is in extra. So are the post of a visitor without a name, and
//     the day, month and year beside a date in one cell.
//
// The report lists these repairs, each with the column and what to write instead,
// so that you can correct the sheet and read it again. Lines with a single cell
// above the header are passed over, with a remark. An official who serves two states
// gets the first; the attendee says for whom else. Rows with the same dates are not
// one trip unless the sheet says so.
package visits
