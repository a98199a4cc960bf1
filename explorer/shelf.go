package explorer

import (
	"net/http"
	"sync"
)

// maxShelf is how many bytes of pages are kept.
const maxShelf = 16 << 20

// A shelf keeps pages of records and sources, which cost more to make than to
// send and never change. Only pages that exist are kept, so a reader cannot fill
// it with others. When it is full it is emptied.
type shelf struct {
	mu    sync.RWMutex
	pages map[pageKey]answer
	size  int
}

// A pageKey is all that a page of a record or source depends on.
type pageKey struct {
	path           string
	tongue         *tongue
	page           int
	explicit, json bool
}

// kept returns the page from the shelf, or makes it and puts it there.
func (v *visit) kept(create func() answer) answer {
	key := pageKey{v.path, v.tongue, v.page, v.explicit, v.json}
	v.shelf.mu.RLock()
	a, ok := v.shelf.pages[key]
	v.shelf.mu.RUnlock()
	if ok {
		return a
	}
	if a = create(); a.status != http.StatusOK {
		return a
	}
	a.tag = digest(a.body)
	v.shelf.mu.Lock()
	defer v.shelf.mu.Unlock()
	if v.shelf.size += len(a.body); v.shelf.size > maxShelf || v.shelf.pages == nil {
		v.shelf.pages, v.shelf.size = make(map[pageKey]answer), len(a.body)
	}
	v.shelf.pages[key] = a
	return a
}
