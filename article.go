package entente

import (
	"strings"
	"sync"
)

//go:generate go run -tags=entente_generate ./internal/gendata

// Article returns the facts of one article on military ties between Pakistan
// and Russia, published by The Islamabad Telegraph in October 2024. It holds
// what the article says and nothing else; each record cites its paragraphs.
//
// The first call takes a fraction of a millisecond, and every call returns the
// same dataset. A program that does not call Article does not carry the data.
func Article() *Dataset { return article.dataset(&articleIndex, articleComplete) }

var article embedded

// An embedded dataset is an index that the compiler laid out, but for its maps
// and what complete sets. A package-level sync.OnceValue would do the same as
// once, but allocates at start-up.
type embedded struct {
	once sync.Once
	d    *Dataset
}

func (e *embedded) dataset(c *index, complete func()) *Dataset {
	e.once.Do(func() {
		complete()
		c.mapIDs()
		c.voc.mapTopics()
		e.d = allOf(c)
	})
	return e.d
}

// A window says that a slice is a part of an array.
type window[T any] struct {
	slice  *[]T
	lo, hi int32
}

func setSlices[T any](array []T, windows []window[T]) {
	for _, w := range windows {
		*w.slice = array[w.lo:w.hi:w.hi]
	}
}

// setDates parses the texts, each with a space after it, and puts the values
// at their places.
func setDates[T any](places []*T, parse func(string) T, texts string) {
	for _, p := range places {
		text, rest, _ := strings.Cut(texts, " ")
		*p, texts = parse(text), rest
	}
}
