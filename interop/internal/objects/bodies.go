package objects

import (
	"maps"
	"slices"

	"github.com/entente-go/entente"
)

// Bodies are the organizations that a file is written with: those of a dataset,
// those to which its records refer, and all of which they are a part. Make one
// with NewBodies.
type Bodies struct {
	d   *entente.Dataset
	has map[entente.ID]bool
}

// NewBodies returns the organizations of a dataset.
func NewBodies(d *entente.Dataset) *Bodies {
	b := &Bodies{d, make(map[entente.ID]bool)}
	for o := range d.Organizations() {
		b.Need(o.ID)
	}
	return b
}

// Need adds an organization to which a record refers. Any other ID adds nothing.
func (b *Bodies) Need(id entente.ID) {
	for id != "" && !b.has[id] {
		o, ok := b.d.Organization(id)
		if !ok {
			return
		}
		b.has[id] = true
		id = o.Parent
	}
}

// Has reports whether the organization is among them.
func (b *Bodies) Has(id entente.ID) bool { return b.has[id] }

// IDs returns their IDs, sorted.
func (b *Bodies) IDs() []entente.ID { return slices.Sorted(maps.Keys(b.has)) }
