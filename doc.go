// Package entente reads, checks and queries facts of defence diplomacy: which
// states and officials act, what binds them, which exercises they run, who met
// whom, who said what, and what is expected of it. Every fact has a source.
//
// The facts of one article on Pakistan and Russia, and the public record around
// it, are embedded. What the article expects for India, and how firmly:
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
//	places     Region, which is affected but does not act
//	relations  Partnership, Agreement, Meeting, Statement, Assessment
//	exercises  Exercise, an edition of a Series, with a Contingent a side
//
// Each record embeds a [Fact]: its ID, time, topics, basis and citations. The
// basis says whether the source reports a fact, attributes it to somebody or
// judges ([BasisReported], [BasisAttributed], [BasisAssessed]); nothing turns
// one into another. Where sources differ, a [Claim] keeps the other value.
//
// Records refer to each other by [ID]: "PK" is a nation, "fomin" an official,
// "druzhba-7" an exercise. Dates are as precise as their source has them
// (package [github.com/entente-go/entente/edtf]). A dataset says what it covers,
// so that "none found" differs from "not looked for".
//
// # Questions
//
// Narrowing a dataset gives a dataset: [Dataset.Between], [Dataset.Involving],
// [Dataset.OfKind], [Dataset.During], [Dataset.Affecting], [Dataset.About],
// [Dataset.WithBasis], [Dataset.Citing], [Dataset.Filter]. [Dataset.Union] and
// [Dataset.Except] combine two. [Dataset.Answer] tells what an empty result
// means. There is an iterator and a lookup for each kind of record.
// [Dataset.Find] finds by name, [Dataset.Timeline] orders by time, and
// [Dataset.Summary] counts.
//
// # Your own data
//
// A file is one JSON object. This is a whole one:
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
// [Load] and [Decode] read files, [New] takes Go values, and all three apply the
// rules that the embedded data obeys. If anything is wrong, the error is
// [Problems], which lists all of it: each with file, line and column, and with
// what to write instead. [Dataset.WriteTo] writes the format, [Merge] joins
// datasets and names every conflict, [Changes] compares two. The directory data
// has a description of the format and a JSON Schema.
//
// # Promises
//
// A Dataset shares no memory with what it was made from or what it returns.
// All its methods are safe for concurrent use. A nil *Dataset is empty and
// usable. The package does no work at start-up and has no state that a caller
// can change. No input makes it panic, except in functions whose name begins
// with Must.
package entente
