// Package nation finds states and territories by code and name, those of today
// and those of the past since 1816.
//
//	nation.Lookup("Korea, Dem. People's Rep.")                     // KP
//	nation.LookupCode(nation.SchemeCOW, "255", nation.Year(1866))  // PRUSSIA
//	nation.At("Russia", nation.Year(1950))                         // SUHH, which was in the place of RU in 1950
//	nation.Name("TR", language.Russian)                            // Турция
//
// A state has an [ID]: its code of ISO 3166-1 ("PK"), the code of ISO 3166-3 if
// the state is no more ("SUHH"), or, if ISO never had a code for it, an ID that
// this package gives ("PRUSSIA", "AUSTRIA-HUNGARY", "WEST-GERMANY"). IDs of the
// three sorts differ in length, so that none can be taken for another.
//
// # Names
//
// [Lookup] reads names as the great lists print them: "Hong Kong SAR, China"
// (World Bank), "Venezuela (Bolivarian Republic of)" (United Nations),
// "Micronesia, Fed. States of" (IMF), "German Federal Republic" (Correlates of
// War), "Myanmar (Burma)" (Polity). It knows names in eleven languages, and in
// those of the state itself. It works by rules, which its documentation lists,
// and never by likeness: a name with a letter too many finds nothing, and a name
// of two states gives an error with both. A wrong answer is worse than none.
//
// [Name] has the names for display in English, Russian and Urdu, and [Names] all
// that Lookup knows.
//
// # Codes
//
// A number means nothing by itself: 200 is the United Kingdom in the Correlates
// of War and was Czechoslovakia in ISO 3166-1. So Lookup takes alphabetic codes
// of ISO only, and [LookupCode] takes a [Scheme]. Where a scheme uses a code for
// one state after another, it takes a time too. [Code] and [Codes] go the other
// way.
//
// # Time
//
// A question about the past is asked with a [When]: a [Year], a [Day] or any
// [Days]. It is a type of its own, because a time.Time cannot be a year, and a
// year cannot be a day; most sources give one, some the other.
//
// [At] says which state a name meant at a time, and what the answer assumes:
// "Germany" in 1914 is DE, in 1960 it may be either of two states, "Russia" in
// 1950 is SUHH if continuity is assumed, and "Ukraine" in 1950 is an error that
// points to SUHH. [Periods] says when a state existed, [Absent] whether it did
// not, [Predecessors] and [Successors] what it continued and what continued it.
//
// # Promises
//
// All functions are safe for concurrent use. Nothing is done at start-up, and
// nothing is unpacked at the first use: the tables are sorted when they are
// generated, and searched where they are. A lookup of a code takes some ten
// nanoseconds, a lookup of a name less than a hundred at the median, and neither
// allocates if it succeeds. A program that looks names up grows by some 630 KiB,
// of which 164 are golang.org/x/text/language; one that does not look names up
// does not carry the tables of names.
//
// # Sources and licences
//
//   - Names in other languages than English and Russian, names for display, and
//     the containment of regions: the Unicode CLDR of version [CLDRVersion],
//     under the Unicode License v3, whose text is in cldr-terms.txt.
//   - Codes and short names: ISO 3166-1 and ISO 3166-3; numbers that are no
//     longer in use: the United Nations' M49.
//   - Formal names: the terminology of the United Nations (UNTERM) and, in
//     Russian, the all-Russian classifier of countries (OKSM).
//   - Numbers, letters and days of the state system: Correlates of War Project,
//     State System Membership List, v2011, which asks to be cited; Gleditsch and
//     Ward, "Interstate System Membership: A Revised List of the Independent
//     States since 1816", International Interactions 25 (1999), with its later
//     states. Facts were taken from them, and no file.
//   - What continued what: the package's own reading of these lists. It judges no
//     succession in law, and no name or ID judges a claim.
//
// The lists that people edit, with each decision, are in internal/gennation.
package nation
