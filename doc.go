// Package entente reads, checks and queries facts about defence diplomacy:
// which states and officials act, what binds them, which exercises they hold,
// who met whom, who said what, and what is expected to follow. Every record
// cites its sources.
//
// Two datasets are embedded: [Article], the facts of one article on Pakistan
// and Russia, and [Chronicle], the public record around it. This prints what
// the article says about India, and how firmly:
//
//	for a := range entente.Article().Affecting("IN").Assessments() {
//		fmt.Println(a.Modality, "-", a.Gist)
//	}
//
// # The model
//
// A [Dataset] is an immutable set of records. There are twelve kinds:
//
//	actors     Nation, Bloc, Organization, Official (who holds Postings)
//	regions    Region, which can be affected but does not act
//	relations  Partnership, Agreement, Meeting, Statement, Assessment
//	exercises  Series, and Exercise with a Contingent for each side
//
// Each record embeds a [Fact]: its ID, time, topics, basis and citations. The
// basis says whether the source reports the fact, attributes it to someone, or
// judges ([BasisReported], [BasisAttributed], [BasisAssessed]). Nothing in this
// package changes a basis. Where sources disagree, a [Claim] keeps the value
// that the record does not hold.
//
// Records refer to each other by [ID]: "PK" is a nation, "fomin" an official,
// "druzhba-7" an exercise. Dates are as precise as the source gives them
// (package [github.com/entente-go/entente/edtf]). A dataset states what was
// searched, so that a program can tell "none found" from "not looked for".
//
// # Questions
//
// These methods narrow a dataset. Each returns a dataset again, so calls chain:
//
//   - [Dataset.Involving] and [Dataset.Between]: records in which actors take part
//   - [Dataset.Affecting]: assessments of how an actor or region is affected
//   - [Dataset.OfKind], [Dataset.About], [Dataset.During]: records of a kind, on
//     a topic, in a period
//   - [Dataset.WithBasis], [Dataset.Citing], [Dataset.Identified]: records with
//     a basis, a source, an identifier
//   - [Dataset.Filter]: records that a function keeps
//
// [Dataset.Union] and [Dataset.Except] combine two datasets. Each kind of record
// has a lookup and an iterator, such as [Dataset.Exercise] and
// [Dataset.Exercises]. [Dataset.Find] looks records up by name, and
// [Dataset.Timeline] yields them in order of time. [Dataset.Summary] counts
// them. [Dataset.Answer] says what an empty result means.
//
// # Your own data
//
// A file is one JSON object. This is a complete file:
//
//	{
//		"format": "entente/1",
//		"sources": [{"id": "release", "url": "https://navy.example/visit"}],
//		"exercises": [{
//			"id": "visit-2023",
//			"name": {"en": "Port visit"},
//			"when": "2023-10-02/2023-10-06",
//			"basis": "reported",
//			"cites": [{"source": "release"}],
//			"contingents": [{"nation": "FR"}, {"nation": "JP", "role": "host"}]
//		}]
//	}
//
// A nation needs no record of its own; its ID is enough.
//
// [Load] and [Decode] read files, and [New] takes Go values. All three apply the
// rules that the embedded data obeys. If anything is wrong, the error is a
// [Problems], which lists every problem up to a limit, each with its file, line
// and column, and usually with what to write instead. [Dataset.WriteTo] writes a
// file, [Merge] combines datasets and reports their conflicts, and [Changes]
// lists the differences between two. The module's data directory has a
// description of the format (README.md) and a JSON Schema.
//
// # Templates
//
// Templates call methods with two results, such as [Dataset.Source], through a
// function; the example of that method has one. {{if}} is true for every struct,
// an empty [Text] too: write {{if not .Name.IsZero}}. In a script, html/template
// writes values with a MarshalJSON method as objects ([Text], [Summary]), and
// others with a String method as strings: dates, kinds, and also records.
//
// # Promises
//
// Datasets are immutable, safe for concurrent use, and share no memory with the
// caller; see [Dataset]. The package does no work at start-up and has no state
// that a caller can change. No input makes it panic, except in functions whose
// name begins with Must.
package entente
