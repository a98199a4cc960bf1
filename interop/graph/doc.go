// Package graph writes who is tied to whom, and by what: as GraphML and GEXF for
// network analysis, DOT for Graphviz and Mermaid for a page.
//
//	losses, err := graph.WriteGEXF(file, data.During(period)) // for Gephi
//
// # What becomes what
//
// A node is a nation or bloc that has a tie. A tie is what [entente.Summary] counts
// as one: a partnership, agreement, exercise, meeting or statement in which two of
// them take part. An exercise that is proposed, planned or cancelled is no tie. An
// organization or official counts for the nation that it belongs to; see
// [entente.Dataset.Involving].
//
// A pair has an edge for each kind of record, and separate edges for bilateral
// ties (two take part in the record), for multilateral ones (more do, counting an
// unidentified contingent) and for those that rest only on the headline of
// another item. Edges have no direction. A measure that counts edges, such as
// degree centrality, counts a pair once for each of its edges: join them first.
// In NetworkX, nx.Graph(g) keeps one edge for each pair.
//
// Nodes are in the order of IDs, and edges in that of the pair and
// kind.
//
//	                GraphML, GEXF, DOT                  Mermaid
//	of a node
//	  label         the name in the Writer's language   the label
//	  kind          nation or bloc                      round or square corners
//	  name.en, …    the name in each language of
//	                the record
//	  id.wikidata   the identifier with that scheme;
//	                several have "; " between them
//	of an edge
//	  kind          such as exercise                    part of the label
//	  scope         bilateral or multilateral           part of the label
//	  headline      whether it is only a headline's     part of the label
//	  weight        the number of records               part of the label
//	  first, last   the earliest start and the latest
//	                end of their dates, in EDTF
//	  undated       the number without known days
//	  records       their IDs, with spaces between
//
// The ID of a node is that of the nation or bloc; in Mermaid, which reserves
// some words, it is a number. A value that is not known is left out.
//
// Graphviz draws DOT with the layout neato and a colour for each kind. Multilateral
// edges are pale, and have a tooltip in place of a label: they are many.
//
// Mermaid has one line for each pair, with all its ties in the label. On most
// pages Mermaid draws at most 500 lines: narrow the dataset.
//
// # Dates in GEXF
//
// An edge of GEXF has spells: the days on which a record of it is known to be, or
// may be by its date. "2024-10" is some part of October, so its spell is the whole
// month. An agreement is there while it is in force and both are parties, or on the
// day of its signing if the time in force is not known. An open end has no date.
// Spells that overlap are joined.
//
// An edge without a known day has no spell, and Gephi shows it at all times.
// Those are the edges whose undated equals their weight.
//
// # Names
//
// Names are escaped as each syntax demands, and can add nothing to it. In DOT and
// Mermaid they are on one line, with spaces in place of control characters. A
// character that XML does not allow is written as U+FFFD.
//
// # What is lost
//
// A graph has ties and nothing else. All functions count as [interop.Losses]:
//
//   - records of kinds that tie nobody: regions, organizations, officials, series
//     and assessments, and records of the other kinds that tie no two nations or
//     blocs; nations and blocs without a tie;
//   - exercises that are proposed, planned or cancelled, which tie nobody here;
//   - of partnerships, agreements, exercises, meetings and statements, all members
//     but the ID: act, aims, aliases, approximate, auspices, basis, by, cites,
//     claims, commanders, domains, extra, for, forms, gist, identifiers, in_force,
//     meeting, name, nature, note, number, partnership, places, purpose, series,
//     signatories, speakers, status, strength, timing, to, topics, trend, trip,
//     type, under, and when, of which the first and last of an edge are left;
//   - parties, contingents and attendees, if one is not a nation or a bloc or has
//     more than its ID;
//   - of nations and blocs: abbreviation, aliases, basis, by, cites, claims, exists,
//     extra, members, note, timing, topics and when;
//   - of the data: title, edition, authors, licence, coverage, topics, extra and
//     sources.
//
// Mermaid loses, besides, the id of each record, and the identifiers, and the name
// in further languages, of nations and blocs.
package graph
