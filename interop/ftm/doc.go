// Package ftm reads and writes FollowTheMoney entities, as
// https://followthemoney.tech describes them and as OpenSanctions and Aleph
// publish them: JSON with an entity a line, each with an ID, a schema and
// properties that may have several values.
//
// # What becomes what
//
//   - A Person becomes an [entente.Official]. Each position becomes a posting.
//   - An Organization, a Company, a PublicBody and a LegalEntity become an
//     [entente.Organization]; a Company has the type company, and any other the
//     type whose name is its classification. incorporationDate and
//     dissolutionDate become the time, parent the parent.
//   - A Directorship, a Membership and an Employment between a person and an
//     organization of the file become an [entente.Posting] of the person, with
//     role as the title. An Occupancy becomes one with the name of its
//     Position. startDate and endDate, or a single date, become the period.
//   - An Event becomes an [entente.Meeting] if all that it involves are persons
//     or organizations of the file, and there are two or more, or one at a
//     location or in a country.
//   - All other schemata, such as Ownership, Payment, Sanction, Address, Family
//     and Passport, have no kind of record here, nor has a membership of one
//     company in another. Each entity is kept in [entente.Records.Extra] as its
//     text, under its ID.
//
// The caption becomes the name, or the first name if no name is the caption, in
// a language that is not known ("und"). Other names, alias, weakAlias and
// previousName become aliases. country becomes the nation if it has one value
// and that is the code of a state or territory; for an organization without a
// country, jurisdiction does.
//
// What a record cannot hold in full is kept in its extra, under the name of the
// property: a single string as it is, anything else as JSON. The same goes for
// what an entity has beside its properties, such as datasets and last_seen.
// Properties of a relationship have its ID behind the name: "summary:ofac-17".
// null, empty strings and empty lists are not kept.
//
// # Decisions
//
// A record's ID is the entity's as a slug: "nk-2tbri3s6ggntawssxh4qpl". One
// that begins with a digit gets "n-" before it. The original is the identifier
// with [Scheme]. IDs that differ only in capitals get a number, in the order of
// the file, and the report says so.
//
// A LegalEntity may be a person; it is read as an organization, and its schema
// is kept. The nation of a person comes from country, not from nationality or
// citizenship, which do not say whom an official serves.
//
// Values come from several sources, and the file does not say which is right.
// So two start dates make no period; they are kept in extra. A date that cannot
// be read, and an end before its start, make none either: the words become the
// timing of an organization or a meeting, or are kept in extra for a posting,
// and the report says so.
//
// A relationship to what the file does not have, and one that says the same as
// another, is kept as text and reported as repaired. A line that is not JSON, and
// an entity without an ID or a schema or with a member twice, is rejected.
//
// # What is written, and what is lost
//
// [Write] is the reverse of Read, so a file that was read comes back with
// everything that it had. It writes officials, their postings, the
// organizations of the dataset and those to which it refers, meetings, and the
// entities that were kept as text. A ministry, a service and a legislature
// become a PublicBody, a company a Company, any other an Organization. A
// posting that was not read from FollowTheMoney becomes a Membership; one
// without an organization becomes a position or, if it has a period, an
// Occupancy with its Position. Citations that lead to a page become sourceUrl.
//
// FollowTheMoney has no place for, and Write counts as [interop.Losses]:
//
//   - of all records: basis if it is not reported, by, cites beyond a link,
//     claims, extra of a record without an identifier of [Scheme], identifiers of
//     other schemes, name.language (names have none), note, timing and topics.
//     Where two entities had one ID, they are written with two.
//   - of officials: short, when, a nation without an ISO code, and of postings:
//     postings.cites, postings.for, postings.implied, postings.organization if the
//     dataset does not have it, postings.period if it is open, approximate or a
//     decade, postings.rank and postings.title.language.
//   - of organizations: abbreviation.language, a nation without an ISO code, and when
//     as above.
//   - of meetings: attendees that are nations, blocs or not in the dataset, whom they
//     represent and who leads; auspices of the same; places beyond the name and the
//     nation of the first; purpose; trip; when as above.
//   - of the data: authors, coverage, edition, licence, title, declared topics,
//     and extra that is not an entity.
//   - records of all other kinds.
//
// # The source
//
// Every record cites [Options.Source] with the entity's ID as the locator. Give
// the source that the publisher of your file asks you to name, for OpenSanctions
// under the terms of its licence. What each entity rests on is in its datasets
// and sourceUrl, which are kept.
package ftm
