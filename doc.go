// Package entente reads, checks and queries facts of defence diplomacy, each
// with its source: which states and officials act, what binds them, which
// exercises they run, who met whom, who said what, and what is expected of it.
//
// It carries the facts of one article on military ties between Pakistan and
// Russia, and the public record around it, as embedded data, and holds
// anybody's own data to the same standard. What the article expects for India,
// and how firmly:
//
//	for a := range entente.Article().Affecting("IN").Assessments() {
//		fmt.Println(a.Modality, "-", a.Gist)
//	}
//	// possible - The alignment of Pakistan and Russia influences how India positions itself in the region
//	// flat - Russia follows two tracks in South Asia and keeps its relations with India and Pakistan in balance
//	// …
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
// There is no record without a source. What a source reports ([BasisReported]),
// what it says that somebody said ([BasisAttributed]) and what it judges
// ([BasisAssessed]) are different bases, and nothing turns one into another.
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
// [Article] and [Chronicle] give the embedded data. There is a lookup and an
// iterator for each kind of record; [Dataset.Find] finds by name, and
// [Dataset.Timeline] orders by time. The narrowing methods return a Dataset
// again:
//
//   - [Dataset.Between] two actors, or [Dataset.Involving] one;
//   - [Dataset.Affecting] an actor or a region;
//   - [Dataset.About] a topic, [Dataset.During] a period, [Dataset.WithBasis] a basis;
//   - [Dataset.Citing] a source, and [Dataset.Filter] for the rest;
//   - [Dataset.Union] and [Dataset.Except].
//
// [Dataset.Search] tells "none found" from "not looked for".
// [Dataset.Summary] counts. Package [github.com/entente-go/entente/brief] puts a
// dataset into words.
//
// [LookupNation] finds a nation by any of its codes and its current, former or
// native names, in any dataset or none; [RegionsOf] says which regions it is in.
//
// # Writing
//
// [Load], [Decode] and [New] make a dataset of files or of Go values, by the
// same rules that the embedded data is held to. Either all of it is sound, or
// the error is [Problems]: everything that is wrong, each at its file, line and
// column, with what to write instead. A [Loader] lets files refer to a base
// dataset, sets limits and passes warnings on. [Dataset.WriteTo] writes the same
// format; data/README.md describes it. [Merge] joins datasets and names every
// conflict; [Changes] compares two.
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
