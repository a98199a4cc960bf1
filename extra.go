package entente

import (
	"sort"
)

// Identifier identifies something in another dataset: {"scheme": "wikidata",
// "value": "Q843"}. The zero Identifier is not valid: both members are required.
// A record cannot have one twice, but two records may share one.
type Identifier struct {
	// Scheme is a slug for the dataset or register that gives the identifier:
	// "wikidata", "cow" for a state of Correlates of War, "cow-alliance",
	// "atop", "mme".
	Scheme string `json:"scheme"`
	// Value is the identifier, as the scheme writes it.
	Value string `json:"value"`
}

// Extra keeps what a file holds beyond the members of this package's types, so
// that nothing is lost: keys, such as the names of columns, with their values.
// What this package returns is sorted by key and has each key once; [New] sorts
// every Extra that it is given. In JSON it is an object of strings. The zero Extra is empty.
type Extra []KeyValue

// KeyValue is one entry of an [Extra].
type KeyValue struct {
	// Key names the entry. It is not empty.
	Key string
	// Value is its value, which may be empty.
	Value string
}

// Get returns the value under key and reports whether there is one. It looks at
// one entry after another, so x need not be sorted.
func (x Extra) Get(key string) (string, bool) {
	for _, kv := range x {
		if kv.Key == key {
			return kv.Value, true
		}
	}
	return "", false
}

// With returns a sorted copy of x with the value under key added or replaced. x
// need not be sorted.
func (x Extra) With(key, value string) Extra {
	c := make(Extra, 0, len(x)+1)
	for _, kv := range x {
		if kv.Key != key {
			c = append(c, kv)
		}
	}
	return append(c, KeyValue{key, value}).sorted()
}

// sorted returns x, or a sorted copy of it.
func (x Extra) sorted() Extra {
	less := func(s Extra) func(i, j int) bool { return func(i, j int) bool { return s[i].Key < s[j].Key } }
	if len(x) == 0 {
		return nil
	}
	c := Extra(clone(x))
	sort.SliceStable(c, less(c))
	return c
}
