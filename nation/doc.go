// Package nation looks up states and territories by code and name, current and
// former, back to 1816.
//
//	nation.Lookup("Korea, Dem. People's Rep.")                     // KP
//	nation.LookupCode(nation.SchemeCOW, "255", nation.Year(1866))  // PRUSSIA
//	nation.At("Russia", nation.Year(1950))                         // SUHH, which was in the place of RU in 1950
//	nation.Name("TR", language.Russian)                            // Турция
//
// A state has an [ID]: its code of ISO 3166-1 ("PK"), the code of ISO 3166-3 if
// its code was withdrawn ("SUHH"), or, if ISO never had a code for it, an ID of
// this package ("PRUSSIA", "AUSTRIA-HUNGARY", "WEST-GERMANY"). The three kinds of
// ID differ in length, so they cannot be confused.
//
// # Names
//
// [Lookup] reads names as the major lists print them: "Hong Kong SAR, China"
// (World Bank), "Venezuela (Bolivarian Republic of)" (United Nations),
// "Micronesia, Fed. States of" (IMF), "German Federal Republic" (Correlates of
// War), "Myanmar (Burma)" (Polity). It knows names in eleven languages, and in
// those of the state itself. It follows the rules in its documentation and never
// guesses: a misspelled name finds nothing, and a name that several present
// states share is an error that lists them. A wrong answer is worse than none.
//
// [Name] returns names for display in English, Russian and Urdu. [Names] yields
// the codes and names that Lookup knows, without variant spellings.
//
// # Codes
//
// A number means nothing by itself: 200 is the United Kingdom in the Correlates
// of War and was Czechoslovakia in ISO 3166-1. So [Lookup] takes only alphabetic
// ISO codes, and [LookupCode] takes a [Scheme]. It takes a time too, because a
// scheme may use a code for one state after another. [Code] and [Codes] go the
// other way.
//
// # Time
//
// Questions about the past take a [When]: a [Year], a [Day] or a range of [Days].
// Most sources give a year and some a day; a time.Time cannot hold both.
//
// When and [Period] are not the types of package edtf. For an edtf.Span s with a
// beginning and an end, the When is Days(s.First.Time(), s.Last.Time()). A side
// that is open (1980/..) or unknown has no day, so choose one: for an end, often
// today, as in Days(s.First.Time(), time.Now()); for a beginning, the start of
// 1816, where the lists begin. For the zero Span it is the zero When.
//
// [At] says which state a name meant at a time, and what the answer assumes:
// "Germany" in 1914 is DE; in 1960 it may be either of two states; "Russia" in
// 1950 is SUHH if continuity is assumed; and "Ukraine" in 1950 is an error that
// points to SUHH. [Periods] says when a state existed and [Absent] whether it
// certainly did not. [Predecessors] and [Successors] list the states that it
// continued and that continued it.
//
// # Promises
//
// All functions are safe for concurrent use. The package does no work at start-up
// or at first use: the tables are generated sorted and searched in place. A
// lookup of a code takes some ten nanoseconds, a lookup of a name less than a
// hundred at the median. Neither allocates if it succeeds and the name is in
// Unicode's composed form. A program that looks names up grows by some 630 KiB,
// of which some 150 are golang.org/x/text/language; one that does not look names
// up does not carry the tables of names.
//
// # Sources and licences
//
//   - Names in languages other than English and Russian, names for display, and
//     the containment of regions: the Unicode CLDR, version [CLDRVersion], under
//     the Unicode License v3, whose text is in cldr-terms.txt.
//   - Codes and short names: ISO 3166-1 and ISO 3166-3; numbers that are no
//     longer in use: the United Nations' M49.
//   - Formal names: the terminology of the United Nations (UNTERM) and, in
//     Russian, the all-Russian classifier of countries (OKSM).
//   - Numbers, letters and days of the state system: Correlates of War Project,
//     State System Membership List, v2011, which asks to be cited; Gleditsch and
//     Ward, "Interstate System Membership: A Revised List of the Independent
//     States since 1816", International Interactions 25 (1999), with its later
//     states. Facts were taken from them; no file was copied.
//   - Predecessors and successors: the package's own reading of these lists. It
//     takes no position on legal succession, nor does any name or ID on a
//     territorial claim.
//
// The lists behind the tables, with the reason for each decision, are in
// internal/gennation.
package nation
