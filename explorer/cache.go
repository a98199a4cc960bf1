package explorer

import "sync"

// What a cache holds, in bytes.
const (
	cacheSize   = 16 << 20 // altogether
	cachedPage  = 1 << 20  // of one answer
	cacheExtras = 512      // of an entry beside its body, about
)

// A cache holds answers that were made before: the data does not change, so
// neither do they. It keeps two generations. When the young one is half of what
// the cache holds, it becomes the old one, and what was not used since is gone.
type cache struct {
	mu         sync.Mutex
	young, old map[string]answer
	size       int // of young
}

// get returns an answer that was kept.
func (c *cache) get(key string) (answer, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	a, ok := c.young[key]
	if !ok {
		if a, ok = c.old[key]; ok {
			delete(c.old, key)
			c.add(key, a)
		}
	}
	return a, ok
}

// put keeps an answer.
func (c *cache) put(key string, a answer) {
	if len(a.body) > cachedPage {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, ok := c.young[key]; !ok {
		c.add(key, a)
	}
}

func (c *cache) add(key string, a answer) {
	size := len(key) + len(a.body) + cacheExtras
	if c.size+size > cacheSize/2 {
		c.young, c.old, c.size = nil, c.young, 0
	}
	if c.young == nil {
		c.young = make(map[string]answer)
	}
	c.young[key] = a
	c.size += size
}
