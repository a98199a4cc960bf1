package entente

// Find returns the records of d that answer to the name: one of their names
// in any language, an abbreviation, an alias or the ID. The comparison is
// exact up to case, spacing and Unicode form; more than one record may answer,
// and none is guessed. A nation that has no name in the data answers to its ID
// alone; [LookupNation] finds that. The first call works out the index of all
// names.
func (d *Dataset) Find(name string) []Record {
	c := d.index()
	var found []Record
	for _, i := range c.named(name) {
		if d.has(int(i)) {
			found = append(found, c.recs[i].value())
		}
	}
	return found
}
