// Package explorer serves a dataset as pages that people can look through, in
// English, Russian and Urdu.
//
//	http.Handle("/data/", http.StripPrefix("/data", explorer.Handler(entente.Chronicle())))
//
// There is a list of the records with a search and with filters, a page for each
// record and source, a briefing and pictures of any selection, and the JSON of
// any page. Everything is a link or a form: the pages need no scripts, load
// nothing from elsewhere, and keep nothing about their readers.
//
// # Addresses
//
//	/                    the records
//	/record/ID           one record, or a nation that records refer to
//	/source/ID           one source, and the records that cite it
//	/brief               a briefing
//	/chart/timeline      when exercises and meetings took place
//	/chart/ties          who is tied to whom
//	/chart/years         a pair, year by year; it needs between=A,B
//	/chart/timeline.svg  a picture alone; so for the others
//
// A query narrows all but the pages of records and sources, in these words:
// between=A,B, involving=X, affecting=X, about=TOPIC, during=PERIOD,
// kind=KIND,…, basis=BASIS and source=ID. A, B and X are IDs or names. The list
// also has q=WORDS, which seeks the names of records and of their places, and
// page=N. Every page has lang=TAG; without it, the browser's
// languages decide. A path with ".json" at its end, such as /record/ID.json or
// /index.json, and a request that accepts only application/json, give the page as
// JSON. The JSON of a briefing is its records as a file that can be loaded. That of
// the list has records (how many), page, pages, answer and items; of a record id,
// kind, name, record, involved (in how many it takes part) and referred (what refers
// to it); of a source source, records and citing; of pictures marks, pairs or years.
// A problem has problem, and mistakes if the question has any.
//
// # What it shows
//
// The records are those of the dataset. If it was narrowed, what its records refer
// to has a page too, so that every name leads somewhere, and so do the sources of
// both. Nothing else of the data can be reached.
//
// # Before the public
//
// A handler bounds what a request may cost. A query of more than 2,048 bytes is
// refused; a briefing, a picture and counts are made of limited numbers of
// records, and pages that are refused say how to narrow the selection. A few
// briefings and pictures are made at the same time; others wait until their turn
// comes or the reader leaves. A handler keeps the answers that it made last, at
// most 16 MiB of them, and nothing else. Nothing that a request says reaches a page
// unescaped, and neither does text of the data, which need not be trusted. Links
// in data lead to http and https addresses alone.
//
// What a handler cannot do is up to its server:
//
//   - Give the http.Server timeouts for headers, reading, writing and idling;
//     examples/explorer has them. A proxy in front limits rates and ends TLS.
//   - A server on a loopback address should accept requests for its own host
//     alone, as examples/explorer does, or a page elsewhere can read it by a name
//     that it makes point there.
//   - Answers bear an ETag and Cache-Control: no-cache, so that caches ask before
//     each use. They vary by Accept and Accept-Language. A proxy may keep them
//     longer, for the data of a handler never changes.
//   - Filters combine, so there are more addresses than a robot should visit.
//     Links to combinations have rel="nofollow", and pages of combinations ask
//     robots not to go on from them.
//
// Each answer has a content security policy that admits the handler's own style
// sheet and pictures and nothing else. A handler that is mounted inside another
// site keeps that policy to its own pages.
package explorer
