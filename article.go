package entente

import (
	"sync"
)

//go:generate go run -tags=entente_generate ./internal/gendata

// Article returns the facts of one article on military ties between Pakistan
// and Russia, published by The Islamabad Telegraph in October 2024. It holds
// what the article says and nothing else; each record cites its paragraphs.
//
// The first call takes a fraction of a millisecond. Every call returns the same
// data under a pointer of its own, so that a caller who assigns to what it points
// to changes nothing for others. A program that does not call Article does not
// carry the data.
func Article() *Dataset { return article.dataset(&articleIndex) }

var article embedded

// An embedded dataset is an index that the compiler laid out, but for its
// maps. A package-level sync.OnceValue would do the same as
// once, but allocates at start-up.
type embedded struct {
	once sync.Once
}

// dataset returns a new Dataset each time, since callers can write to it.
func (e *embedded) dataset(c *index) *Dataset {
	e.once.Do(func() {
		c.mapIDs()
		c.voc.mapTopics()
	})
	return allOf(c)
}
