// Package entente is about defence diplomacy: which states and officials act,
// what binds them, which exercises they run, who met whom, who said what, and
// what is expected of it, with the source of every fact.
//
// It carries the facts of one article on military ties between Pakistan and
// Russia, and the public record around it, as embedded data, and holds
// anybody's own data to the same standard. What the article expects for India,
// and how firmly:
//
//	for a := range entente.Article().Affecting("IN").Assessments() {
//		fmt.Println(a.Modality, "-", a.Gist)
//	}
//
// # The model
//
// A [Dataset] is an immutable set of records. Actors are a [Nation], a [Bloc],
// an [Organization] or an [Official], who holds a [Posting]; a [Region] is
// affected but does not act. Relations are a [Partnership], an [Agreement], a
// [Meeting], a [Statement] or an [Assessment]. An [Exercise] is one edition of
// a [Series], and each side takes part with a [Contingent].
//
// Every record embeds a [Fact]: its ID, time, topics, basis and citations.
// There is no record without a source. What a source reports ([Reported]),
// what it says that somebody said ([Attributed]) and what it judges
// ([Assessed]) are different bases, and nothing turns one into another.
// Where sources differ, a [Claim] holds what another one says.
//
// Records refer to each other by [ID], one namespace for all: "PK" for a
// nation (ISO 3166), "fomin" for an official, "druzhba-7" for an exercise.
//
// What is not known stays unknown. A [Date] is as precise as its source gives
// it (a subset of EDTF), whether two periods overlap is answered [Yes],
// [Maybe] or [No], and a dataset states its [Coverage].
//
// # Reading
//
// [Article] and [Chronicle] give the embedded data. There is a lookup and an iterator for each
// kind of record; [Dataset.Find] finds by name, [Dataset.Timeline] orders by
// time, [Dataset.Search] tells "none found" from "not looked for". The narrowing methods [Dataset.Between], [Dataset.Involving],
// [Dataset.Affecting], [Dataset.About], [Dataset.During], [Dataset.On],
// [Dataset.CitedTo] and [Dataset.Filter], and the set operations
// [Dataset.Union] and [Dataset.Except], return a Dataset again.
// [Dataset.Summary] counts. Package brief puts a dataset into words.
//
// [LookupNation] finds a nation by any of its codes and its current, former or
// native names, in any dataset or none; [RegionsOf] says which regions it is in.
//
// # Writing
//
// [Load], [Decode] and [New] make a dataset of files or of Go values, by the
// same rules that the embedded data is held to. Either all of it is sound, or
// the error is [Problems]: everything that is wrong, each at its file, line and
// column, with what to write instead. [Dataset.WriteTo] writes the same format;
// data/README.md describes it.
//
// # Promises
//
// Callers own what they get: a Dataset shares no memory with what it was made
// from or hands out, and all its methods are safe for concurrent use. A nil
// *Dataset is empty and usable. The package does no work at start-up and has
// no state that a caller can change. No input makes it panic, except the Must
// functions, which say so.
//
// Dates, periods and texts are comparable values with unexported fields; tests
// that use go-cmp compare them with cmpopts.EquateComparable.
package entente
