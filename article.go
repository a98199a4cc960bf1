package entente

import (
	"sync"
)

//go:generate go run -tags=entente_generate ./internal/gendata

// Article returns the facts of one article on military ties between Pakistan
// and Russia, published by The Islamabad Telegraph in October 2024. It holds
// what the article says and nothing else. Each record cites the paragraphs that
// support it.
//
// The first call takes a fraction of a millisecond. Every call returns a new
// pointer to the same data, so assigning through it changes nothing for other
// callers. A program that does not call Article does not contain the data.
func Article() *Dataset { return article.dataset(&articleIndex) }

var article embedded

// An embedded dataset is an index laid out by the compiler, except for its
// maps. A package-level sync.OnceValue would do the same as once, but allocates
// at start-up.
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
