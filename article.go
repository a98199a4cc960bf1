package entente

import (
	"sync"
)

//go:generate go run -tags=entente_generate ./internal/gendata

// Article returns the facts of one article on military ties between Pakistan
// and Russia, published by The Islamabad Telegraph in October 2024. It holds
// what the article says and nothing else; each record cites its paragraphs.
//
// The first call takes a fraction of a millisecond, and every call returns the
// same dataset. A program that does not call Article does not carry the data.
func Article() *Dataset { return article.dataset(&articleIndex) }

var article embedded

// An embedded dataset is an index that the compiler laid out, but for its
// maps. A package-level sync.OnceValue would do the same as
// once, but allocates at start-up.
type embedded struct {
	once sync.Once
	d    *Dataset
}

func (e *embedded) dataset(c *index) *Dataset {
	e.once.Do(func() {
		c.mapIDs()
		c.voc.mapTopics()
		e.d = allOf(c)
	})
	return e.d
}
