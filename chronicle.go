package entente

// Chronicle returns what public sources document about defence relations
// between Pakistan and Russia, and the relations around them, from 1954 to
// January 2026: exercises and their series, meetings and what was said at them,
// agreements, and officials with their postings. Each record cites the pages
// that support it. Where sources differ, the record takes the better-supported
// value and keeps the others as claims. The article in [Article] is one of its
// sources, and a record in both datasets has the same ID. Its content may
// differ: use [Dataset.Union] to combine the two, since [Merge] reports the
// differences as conflicts.
//
// Its coverage says what was searched for; see [Dataset.Answer].
//
// The first call takes a fraction of a millisecond. Like [Article], it returns
// a new pointer to the same data on every call. A program that does not call
// Chronicle does not contain the data.
func Chronicle() *Dataset { return chronicle.dataset(&chronicleIndex) }

var chronicle embedded
