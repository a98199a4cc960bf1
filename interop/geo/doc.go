// Package geo writes the places of a dataset as GeoJSON (RFC 7946), for maps:
//
//	losses, err := geo.Write(file, data.OfKind(entente.KindExercise))
//
// # What becomes what
//
// Each place that has a position is a feature: the places of agreements,
// exercises and meetings. The order is that of the records, and then that of the
// places. Its id is the ID of the record, a slash and the number of the place.
//
//	record           the ID of the record
//	kind             its kind, such as exercise
//	name.en, …       its name, in each language
//	when             its time, in EDTF
//	basis            reported, attributed or assessed
//	actors           the IDs of those who take part
//	sources          the IDs of the sources that it cites
//	place.en, …      the name of the place, in each language
//	facility         the organization on whose premises it is
//	nation           the nation in whose territory it is
//
// A property without a value is left out. Positions are in degrees of WGS 84,
// longitude first, as the format demands.
//
// # What is lost
//
// GeoJSON can hold any property, but a map has use for few. [Write] counts as
// [interop.Losses]:
//
//   - records without a position, and those of all other kinds;
//   - places of a record that has others with a position, and cites beyond the
//     source;
//   - of the records that it writes, all other members: aims, aliases,
//     approximate, attendees and contingents (but for the actors), auspices, by,
//     claims, commanders, domains, extra, forms, gist, identifiers, in_force,
//     note, number, parties, partnership, purpose, series, signatories, status,
//     strength, timing, topics, trip, type and under;
//   - of the data, title, edition, authors, licence, coverage, topics, extra and
//     sources.
package geo
