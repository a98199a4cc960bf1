package entente

import (
	"bytes"
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
func Article() *Dataset { return article() }

var article = sync.OnceValue(func() *Dataset { return embedded("article.json", articleJSON) })

// embedded reads data that the package's tests have found sound.
func embedded(name string, data []byte) *Dataset {
	d, err := Decode(name, bytes.NewReader(data))
	if err != nil {
		panic("entente: the embedded data is not sound: " + err.Error())
	}
	return d
}
