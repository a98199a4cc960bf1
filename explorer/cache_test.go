package explorer

import (
	"strconv"
	"sync"
	"testing"
)

func TestCache_StaysBounded(t *testing.T) {
	t.Parallel()
	var c cache
	var group sync.WaitGroup
	for g := range 4 {
		group.Go(func() {
			for i := range 2000 {
				key := strconv.Itoa(g*1000 + i)
				c.put(key, answer{tag: key, body: make([]byte, 10_000)})
				if a, ok := c.get(key); ok && a.tag != key {
					t.Errorf("%s gives %s", key, a.tag)
				}
			}
		})
	}
	group.Wait()
	total := 0
	for _, m := range []map[string]answer{c.young, c.old} {
		for _, a := range m {
			total += len(a.body)
		}
	}
	if total == 0 || total > cacheSize {
		t.Errorf("it holds %d bytes", total)
	}
	if c.put("large", answer{body: make([]byte, cachedPage+1)}); c.young["large"].body != nil {
		t.Error("it keeps a page that is too large")
	}
}

func TestCache_KeepsWhatIsUsed(t *testing.T) {
	t.Parallel()
	var c cache
	c.put("used", answer{tag: "used"})
	for i := range 5000 {
		c.put(strconv.Itoa(i), answer{body: make([]byte, 10_000)})
		if _, ok := c.get("used"); !ok {
			t.Fatalf("it is gone after %d others", i)
		}
	}
}
