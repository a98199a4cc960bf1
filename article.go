package entente

import (
	_ "embed"
	"sync"
)

//go:embed data/article.json
var articleJSON []byte

// Article returns the facts of one article on military ties between Pakistan
// and Russia, published by The Islamabad Telegraph in October 2024. What the
// article says, and nothing else, is in it; each record cites its paragraphs.
//
// The data is read on the first call, by the loader that reads anybody's, and
// the same dataset is returned ever after. A program that does not call
// Article does not carry the data.
func Article() *Dataset { return article.dataset("article.json", articleJSON) }

var article embedded

// An embedded dataset is read on first use. A package-level sync.OnceValue
// would do the same, but allocates at start-up.
type embedded struct {
	once sync.Once
	d    *Dataset
}

func (e *embedded) dataset(name string, data []byte) *Dataset {
	e.once.Do(func() { e.d = mustDecode(name, data) })
	return e.d
}

// mustDecode decodes data that the package's tests have found sound. It is
// what Decode does with a sound file; without what Decode does with another, it
// brings an importer who loads nothing of his own a fifth less binary.
func mustDecode(name string, data []byte) *Dataset {
	rs, ok := new(Loader).settings().sound(input{files: []file{{name, data}}})
	if !ok {
		panic("entente: the embedded " + name + " is not sound; run the tests")
	}
	return allOf(newIndex(rs))
}
