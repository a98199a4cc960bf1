package entente

import _ "embed"

//go:embed data/chronicle.json
var chronicleJSON []byte

// Chronicle returns what public sources document about defence relations
// between Pakistan and Russia, and about the relations around them, from 1954
// on: exercises and their series, meetings and what was said at them,
// agreements, and officials with their postings. Each fact cites the pages
// that it was read on; where they differ, the record takes what is better
// supported and holds the rest as claims. The article of [Article] is one of
// its sources, and what is in both has the same ID in both.
//
// Its coverage says what was searched for; see [Dataset.Search].
//
// The data is read on the first call, which takes some milliseconds, and the
// same dataset is returned ever after. A program that does not call Chronicle
// does not carry the data.
func Chronicle() *Dataset { return chronicle.dataset("chronicle.json", chronicleJSON) }

var chronicle embedded
