package entente

// Chronicle returns what public sources document about defence relations
// between Pakistan and Russia, and about the relations around them, from 1954
// on: exercises and their series, meetings and what was said at them,
// agreements, and officials with their postings. Each fact cites the pages
// where it was read. Where sources differ, the record takes the value that is
// better supported and keeps the others as claims. The article of [Article] is
// one of its sources, and a record in both has the same ID in both.
//
// Its coverage says what was searched for; see [Dataset.Answer].
//
// The first call takes a fraction of a millisecond. Every call returns the same
// data under a pointer of its own, as [Article] does. A program that does not call
// Chronicle does not carry the data.
func Chronicle() *Dataset { return chronicle.dataset(&chronicleIndex) }

var chronicle embedded
