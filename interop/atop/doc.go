// Package atop reads the alliance-level file of the Alliance Treaty Obligations
// and Provisions project (ATOP), version 4 or 5, from comma-separated values.
//
//	records, report, err := atop.Read(file, interop.Options{})
//
// # The file does not say when a member joined or left
//
// It lists every state that ever belonged to an alliance: Poland is in the list of
// NATO, which begins in 1949. So the members of an alliance of more than two are
// parties at uncertain times ("1949-04-04?/"), and [entente.Dataset.PairYears]
// counts the alliance in Maybe. For dated membership, read the alliances of
// Correlates of War by member with package cow.
//
// # What becomes what
//
// Each row becomes an [entente.Agreement] without a name:
//
//   - atopid is the identifier of scheme "atop", and makes the ID "atop-3255".
//   - cow4id is the identifier of scheme "cow-alliance", which package cow gives
//     its alliances: the number of the alliance in version 4 of Correlates of War.
//     cowid, of its version 3, has the scheme "cow-alliance-v3".
//   - begyr, begmo, begday, endyr, endmo and endday are the time in force.
//   - mem1 to mem59, and any further column of that form, are the parties.
//   - defense, offense, neutral, nonagg and consul are the obligations of each
//     party: defence, offence, neutrality, non-aggression and consultation. Where
//     all are 0, they are [entente.ObligationNone].
//   - All other columns are in extra under their names, with 0 where the file has
//     0.
//
// All agreements cite the dataset, with the atopid as the locator.
//
// # Decisions
//
// A year of 0 means not known. As the year of the end it means that the alliance
// was in force when the data ends, and its time has an open end ("1954-05-19/.."):
// not that it is in force today. ineffect stays in extra.
//
// Members are codes of Correlates of War, which go from one state to the next.
// Each state that had the code while the alliance lasted is a party, with its
// part of that time; the report has a line for each such alliance. So 365 is
// SUHH until 25 December 1991 and RU from the next day in an alliance of 1950
// that is still in force, and 255 in NATO is DE from 3 October 1990. In an
// alliance of two, these times are certain; both belong to it from the start. A
// state that did not exist while the alliance lasted is kept, and the report
// says so. A code that package nation does not know becomes a nation that the
// records declare, such as "ATOP-EIGHT-ONE-FIVE-TWO" for 8152, with the code as
// its identifier of scheme "cow".
//
// If asymm is 1, the obligations differ between the members, and this file does
// not say how. The parties then have none stated; the five columns are in extra,
// and the gist names them.
//
// An alliance that ends before it starts keeps both dates as words, under timing,
// and has no time in force. A row with fewer than two members is rejected.
//
// # Coverage
//
// The records have no coverage, since a file may be a part of the dataset. For the
// whole one, add it as package interop shows: agreements, from 1815 to the last
// year for which the file was updated. That is not a column: it is in the codebook
// of the version, and it is no earlier than the latest begyr and endyr in the file
// (2016 and 2013 in version 4.01). Without coverage, no pair and year is "none
// found". In the years after it, alliances in force still count, because their
// ends are open.
//
// # Citation
//
// The records cite what the authors ask for: Leeds, Brett Ashley, Jeffrey M.
// Ritter, Sara McLaughlin Mitchell, and Andrew G. Long. 2002. "Alliance Treaty
// Obligations and Provisions, 1815-1944." International Interactions 28: 237-260.
package atop
