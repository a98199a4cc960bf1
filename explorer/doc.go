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
// A query narrows all pages but those of records and sources: between=A,B,
// involving=X, affecting=X, about=TOPIC, during=PERIOD, kind=KIND,…,
// basis=BASIS and source=ID. A, B and X are IDs or names. The list also has
// q=WORDS, which searches the names of records and of their places, and page=N.
// Every page has lang=TAG; without it, the browser's
// languages decide. A path with ".json" at its end, such as /record/ID.json or
// /index.json, and a request that accepts only application/json, give the page
// as JSON:
//
//	the list    records (how many), page, pages, answer, items
//	a record    id, kind, name, record, involved (in how many records it takes
//	            part), referred (what refers to it)
//	a source    source, records, citing
//	a briefing  its records, as a file that can be loaded
//	a picture   marks, pairs or years; pairs are those that were asked for, as
//	            in [entente.Dataset.Asked]
//	a problem   problem, and mistakes if the query has any
//
// # What it shows
//
// The list has the records of the dataset. If the dataset was narrowed, what
// its records refer to has a page too, so that every name leads somewhere, and
// so do the sources of both. Nothing else of the data can be reached.
//
// # In a site
//
// A handler can be mounted at any path, since all its links are relative. With
// [Explorer.Header] its pages link to the site around them. The page
// [docs/site.md] shows a site with briefings, pictures and a handler.
//
// # In public
//
// A handler limits what a request may cost. A query of more than 2,048 bytes is
// refused. A briefing, a picture and counts are made only of limited numbers of
// records; beyond that, the page says how to narrow the selection. A few
// briefings and pictures are made at the same time; other requests wait for
// their turn or until the reader leaves. A handler caches its latest responses,
// at most 16 MiB of them, and keeps nothing else. Text from requests and from
// the data is escaped, so neither need be trusted. Links in the data lead only
// to http and https addresses.
//
// The rest is up to the server:
//
//   - Give the http.Server timeouts for headers, reading, writing and idling;
//     examples/explorer has them. A proxy in front limits rates and ends TLS.
//   - A server on a loopback address should accept requests for its own host
//     alone, as examples/explorer does, or a page elsewhere can read it through
//     a host name that it points to that address.
//   - Responses have an ETag and Cache-Control: no-cache, so that caches ask
//     before each use. They vary by Accept and Accept-Language. A proxy may
//     keep them longer, for the data of a handler never changes. To serve
//     another edition, put a handler for it in the place of the first, as the
//     example "Site" does.
//   - Filters combine, so there are more addresses than a robot should visit.
//     Links to combinations have rel="nofollow", and pages of combinations ask
//     robots not to follow their links.
//
// Each response has a content security policy that admits the handler's own
// style sheet and pictures and nothing else. A handler that is mounted inside
// another site keeps that policy to its own pages.
//
// [docs/site.md]: https://github.com/entente-go/entente/blob/main/docs/site.md
package explorer
