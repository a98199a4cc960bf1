package entente

// sound reports whether nothing is wrong with the records. It looks at many of them
// on several goroutines.
func (c *checker) sound(e effort) bool {
	nothing := func(finding) bool { return false }
	workers := min(e.cores, len(c.in.recs)/e.records)
	if workers <= 1 {
		for range c.findings {
			return false
		}
		return true
	}
	c.report = nothing
	if c.first(); c.done {
		return false
	}
	parts := make([]checker, 1+(len(c.in.recs)+e.records-1)/e.records) // the last is for what holds across
	sound := inParallel(workers, len(parts), func() func(int) bool {
		return func(i int) bool {
			part := &parts[i]
			*part = *c
			part.w = walker{check: part}
			if i == len(parts)-1 {
				part.across()
				return !part.done
			}
			first := i * e.records
			recs := c.in.recs[first:min(first+e.records, len(c.in.recs))]
			part.links = linksOf(len(recs))
			for k, r := range recs {
				if part.record(first+k, r); part.done {
					return false
				}
			}
			return true
		}
	})
	if sound {
		for i := range parts {
			c.takeLinks(&parts[i])
		}
	}
	return sound
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
