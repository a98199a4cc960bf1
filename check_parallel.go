package entente

// sound reports whether the records have no problems. It checks large sets on
// several goroutines.
func (c *checker) sound(e effort) bool {
	n := len(c.in.recs)
	workers := min(e.cores, n/e.records)
	if workers <= 1 {
		for range c.findings {
			return false
		}
		return true
	}
	c.report = func(finding) bool { return false }
	if c.first(); c.done {
		return false
	}
	// The first part checks rules on all records together, which takes longest.
	// Each other part checks some of the records.
	parts := make([]checker, 1+(n+e.records-1)/e.records)
	sound := inParallel(workers, len(parts), func(int) func(int) bool {
		return func(i int) bool {
			part := &parts[i]
			*part = *c
			part.w = walker{check: part}
			part.room = newRoom()
			if i == 0 {
				part.across()
			} else {
				part.some((i-1)*e.records, min(i*e.records, n))
			}
			return !part.done
		}
	})
	if sound {
		links := 0
		for i := range parts {
			links += len(parts[i].links.vals)
		}
		c.links = table{ends: make([]uint32, 0, n), vals: make([]uint32, 0, links)}
		for i := range parts {
			c.takeLinks(&parts[i])
			parts[i].links = table{}
		}
	}
	return sound
}

// some checks the records from lo up to hi, and keeps only their links.
func (c *checker) some(lo, hi int) {
	c.links = linksOf(hi - lo)
	for i := lo; i < hi && !c.done; i++ {
		c.record(i)
	}
}

// takeLinks appends the links that another checker found. It numbers the nations
// without a record anew.
func (c *checker) takeLinks(part *checker) {
	states := make([]int, len(part.states.ids))
	for k, id := range part.states.ids {
		n, _ := c.states.add(ref{id: id, to: toNation})
		states[k] = int(n)
	}
	begin, n := uint32(len(c.links.vals)), len(c.in.recs)
	for _, v := range part.links.vals {
		if l := link(v); l.role() != citation && l.target() >= n {
			v = uint32(newLink(n+states[l.target()-n], l.role()))
		}
		c.links.vals = append(c.links.vals, v)
	}
	for _, end := range part.links.ends {
		c.links.ends = append(c.links.ends, begin+end)
	}
}
