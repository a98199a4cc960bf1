// Package popolo reads and writes Popolo files: persons, organizations and
// memberships in JSON, as https://www.popoloproject.com specifies them and as
// EveryPolitician and other projects publish them.
//
// # What becomes what
//
//   - A person becomes an [entente.Official].
//   - An organization becomes an [entente.Organization]. Its classification
//     becomes the type if it is the name of one ("legislature", "committee",
//     "ministry") or is "parliament", "chamber" or "commission". Its founding
//     and dissolution become the time. parent_id becomes the parent.
//   - A membership becomes an [entente.Posting] of its person: role, or without
//     it label or the label of the post, becomes the title; organization_id the
//     organization; on_behalf_of_id the organization For which it is held;
//     start_date and end_date the period. Memberships that are embedded in
//     persons and organizations are read in the same way.
//   - An event with attendees becomes an [entente.Meeting], if all of them are
//     persons of the file and there are two or more, or one and a location.
//   - Other events, such as elections and legislative periods, and areas,
//     posts, motions, votes and all sections that Popolo does not have have no
//     kind of record here. Each entry is kept in [entente.Records.Extra] as its
//     text, under its section and ID: "areas:area/na-17". So are memberships of
//     organizations in organizations.
//
// name becomes the name, in a language that is not known ("und"). other_names
// become aliases, each under its language, and identifiers become identifiers;
// schemes are spelled as slugs ("everypolitician-legacy").
//
// All other members are kept in the record's extra under their name: a string as
// it is, anything else as JSON. Those of a membership have its ID behind the name,
// or that of the organization: "area_id:organization-x", and
// "area_id:organization-x:2" for the second posting there. A list of names or
// identifiers that has more than the record can hold, such as a note on each name,
// is also kept whole. null, empty strings and empty lists are not kept.
//
// # Decisions
//
// A Popolo ID may be anything, most often a UUID, which can start with a digit. A
// record's ID is its class and a slug of that ID, such as
// "person-9ba66d41-8e30-431f-8fcb-36eedb43f3bd". It is the same in every edition
// of the file. The original is the identifier with [Scheme]. Of two persons with
// one ID the second gets a number, and references mean the first.
//
// A membership without dates gets no period, although EveryPolitician means the
// whole legislative period by that: its ID is kept in extra, and the period
// itself in the extra of the file.
//
// Popolo does not say which nation a person serves. Set Nation on the officials
// and organizations that Read returns if the whole file is about one.
//
// Dates are days, months or years; a time of day is left out of the period and
// kept in extra. A date that cannot be read, and an end before its start, make
// no period: the words become the timing of an organization or a meeting, or
// are kept in extra for a posting. What refers to nobody, and a membership that
// says the same as another, is kept as text in the extra of the file. The
// report lists all of these as repaired. Only what is not an object, has a
// member twice, or has neither name nor ID is rejected.
//
// # What is written, and what is lost
//
// [Write] is the reverse of Read, so a file that was read comes back with
// everything that it had. It writes officials, their postings, the
// organizations of the dataset and those to which it refers, meetings, and the
// entries that were kept as text. Citations that lead to a page become sources.
//
// Popolo has no place for, and Write counts as [interop.Losses]:
//
//   - of all records: basis if it is not reported, by, cites beyond a link,
//     claims, note, timing and topics. Where two entries of a class had one ID,
//     they are written with two, so that identifiers change.
//   - of officials: nation, short, when, name.language (a name has none; the name in
//     further languages becomes other_names), and of postings: postings.cites,
//     postings.for a nation or a bloc, postings.implied, postings.organization if
//     the dataset does not have it, postings.period if it is a single date, open,
//     approximate or a decade, postings.rank and postings.title.language.
//   - of organizations: name.language, nation, and when as above.
//   - of meetings: attendees that are not persons, whom they represent and who
//     leads; auspices of other actors; name.language; places beyond the name of
//     the first; purpose; trip; when as above.
//   - of the data: authors, coverage, edition, licence, title, declared topics, and
//     extra that is not from a Popolo file.
//   - records of all other kinds.
//
// # The source
//
// Every record cites [Options.Source] with the ID of its entry as the locator.
// Popolo is a format, not a dataset: give the source that the publisher of your
// file asks you to name.
package popolo
