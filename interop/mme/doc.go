// Package mme reads the Multinational Military Exercises dataset (MME), version
// 7, from its file of comma-separated values.
//
//	records, report, err := mme.Read(file, interop.Options{})
//
// # What becomes what
//
// Each row becomes an [entente.Exercise]:
//
//   - MMEID is the identifier of scheme "mme". The record's ID is made from it:
//     mme3380 is "mme-3380".
//   - Ex_Name is the name. Where the file has -9, the exercise has no name.
//   - Series_Name makes one [entente.Series] for all rows that share it, with an ID
//     such as "mme-series-cobra-gold".
//   - Location, lat and lon are the place.
//   - s.year, s.month, s.day, e.year, e.month and e.day are the time; without
//     them, StartDate and EndDate are.
//   - StateA to StateAM, and any further column of that form, are the
//     contingents.
//   - CPX is the form command-post. Air, Land, Sea and Cyber are domains. Sea is
//     also the topic naval-exercises. Amphibious, Warfighting, Peacekeeping and
//     Humanitarian are topics that the records declare: amphibious-exercises,
//     warfighting, peacekeeping and humanitarian-assistance. A row without any of
//     these has the topic joint-exercises, which is broader than each.
//   - FocusDescription is the aims.
//   - AdditionalParticipantInfo, columns that this package does not know, and
//     cells that cannot be read are in extra, under the name of their column.
//
// All exercises have the status held and cite the dataset, with the MMEID as the
// locator.
//
// # Decisions
//
// A cell of -9 is missing, and is not kept. Only among the participants does it
// mean something: that the source does not name one who took part. It becomes
// an unidentified contingent, which counts as one more: an exercise of two
// states and a -9 is multilateral (see [entente.PairYear]).
//
// A state is the one that had the name when the exercise began. The file writes
// "Russia" for the Soviet Union too: until December 1991 that is SUHH, and the
// cell is kept in extra as "StateC:SUHH". Ask for both with
// Involving("RU", "SUHH"). "Federal Republic of Germany" is WEST-GERMANY until
// October 1990, "Germany" is DE. A name of a state that did not exist then, such
// as "Serbia" in 2000, still means that state, and the report says so.
//
// "NATO" and "Baltic States" are blocs. Any other name that no state has is kept
// as the words of a contingent's unit.
//
// A participant that a row lists twice is one contingent. If the two names
// differ, both are kept in extra, as "StateB:KN" and "StateC:KN". An MMEID that
// several rows share makes the IDs "mme-3457" and "mme-3457-2", in the order of
// the file; both exercises have the identifier.
//
// Names of series that differ only in case, space, punctuation or diacritics make one
// series. Its name is the spelling of its first row, the others are aliases, and
// their exercises keep their spelling in extra. Other spellings, such as
// "Nasim i Bahr" and "Naseem Al Bahr", stay apart.
//
// A day "xx" is not known. An exercise that ends before it starts keeps both
// dates as words in timing. Its time is the month that they share, or the year if
// the months differ; if the years differ too, it has no time. Where StartDate or
// EndDate and the numbers beside it differ, the numbers count. Two digits of a
// year mean 1980 to 2079.
//
// The report lists these repairs. It does not list what the file's own rules
// explain: -9, xx, blank cells, space around values, and "Russia" for the Soviet
// Union.
//
// The records have no coverage, since a file may be a part of the
// dataset. For the whole one, add it as package interop shows: exercises, 1980 to
// 2010.
//
// # Citation
//
// The records cite what the authors ask for: D'Orazio, Vito; Galambos, Kevin,
// 2021, "Multinational Military Exercises, 1980-2010",
// https://doi.org/10.7910/DVN/KHFODX, Harvard Dataverse.
package mme
