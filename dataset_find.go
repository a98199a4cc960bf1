package entente

// Find returns the records of d that have the name: in any language, as an
// abbreviation or alias, or as their ID. The comparison is exact up to case,
// spacing and Unicode form. Several records may have it; Find never guesses. A
// nation without a name in the data has only its ID; [LookupNation] finds that.
// The first call builds the index of all names.
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
