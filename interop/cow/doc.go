// Package cow reads files of the Correlates of War project from comma-separated
// values: its formal alliances, version 4.1, by member and by dyad, and its list
// of states.
//
//	records, report, err := cow.Read(file, interop.Options{})       // alliance_v4.1_by_member
//	records, report, err := cow.ReadDyads(file, interop.Options{})  // alliance_v4.1_by_dyad
//	records, report, err := cow.ReadStates(file, interop.Options{}) // states2011, states2016 and the like
//
// # By member
//
// All rows with one version4id become an [entente.Agreement] without a name:
//
//   - version4id is the identifier of scheme "cow-alliance", and makes the ID
//     "cow-alliance-210".
//   - all_st_year to all_end_day are the time in force.
//   - ccode is a party, and mem_st_year to mem_end_day its period. Without a
//     period it is a party as long as the alliance is in force. One that left and
//     came back is listed for each time.
//   - defense, neutrality, nonaggression and entente are the obligations of the
//     party: defence, neutrality, non-aggression and consultation. Where all are
//     0, they are [entente.ObligationNone]. Where some are blank, only those that
//     are 1 are stated.
//   - ss_type is the gist, if all rows agree on it.
//   - All other columns are in extra: under their name if all rows of the alliance
//     agree, and otherwise for each party, as in "left_censor:FR".
//
// # By dyad
//
// Each row becomes an agreement of two parties, with the dyad's time in force and
// the identifier of its alliance. The ID has the alliance, both codes and the
// year in which it began: "cow-dyad-210-2-200-1949". If asymmetric is 1, the two
// owe each other different things, and the file does not say who owes what: the
// parties then have no obligations stated, and the columns are in extra. By
// member, the file does say.
//
// # States
//
// Each state becomes an [entente.Nation] with its code as the identifier of
// scheme "cow" and the time from its first day in the system to its last. A state
// that was out of the system for a while has several rows; the note says when it
// was out. An end on the last day of the list is an open end.
//
// A state that package nation knows keeps the name that it has there; the list's
// is an alias.
//
// The list treats a state and its successor as one where the code is the same.
// The record has the ID of the later one: 365 is RU, since 1816, and 255 is DE.
// Only [ReadStates] does so; in the alliances, 365 is SUHH in 1955.
//
// # Decisions
//
// In the alliances, each state that had a code while the membership or the dyad
// lasted is a party, with its part of that time; the report has a line for each
// such row. The file's name is kept in extra if it is not that of the first of
// them: "state_name:PRUSSIA" is "Germany". So 255 is PRUSSIA before 1871 and DE
// after, 365 is SUHH from 1922 to 1991 and RU after, 345 is YUCS from 1918, and
// 678 is NORTH-YEMEN. A code that package nation does not know becomes a
// nation that the records declare, with the file's name for it.
//
// A blank end is an open end ("1949-04-04/.."): the alliance was in force when the
// data ends, on the last day of 2012, not that it is in force today. A start of 1816-01-01 that left_censor marks
// is no beginning; both stay as the file has them.
//
// An end before its start, as in some dyads, gives no time in force: both dates
// are kept as words, under timing. For a membership, the cells are kept in
// extra. A second row of a party for a time for which it has one is kept in
// extra. Rows of an alliance that differ about its own dates are kept in extra
// too; the first counts. A state that did not exist at the time is kept. The
// report lists all of this. An alliance of one member is rejected.
//
// # Citation
//
// The records cite what the project asks for. Alliances: Gibler, Douglas M. 2009.
// International Military Alliances, 1648-2008. CQ Press. States: Correlates of War
// Project. 2011. "State System Membership List, v2011", with the version that the
// file gives.
//
// The terms of the project do not allow passing its files on. Facts from them may
// be used, with the citation.
package cow
