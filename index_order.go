package entente

import (
	"sort"

	"github.com/entente-go/entente/edtf"
)

// order sorts records as a dataset yields them: by kind, then by time, then by ID.
// It reports whether any had to be moved.
func order(recs []record) (moved bool) {
	list := make(inOrder, len(recs))
	for i, r := range recs {
		f := r.fact()
		list[i] = orderKey{r, r.Kind(), f.When.Written().First, f.When, f.ID}
	}
	if sort.IsSorted(list) {
		return false
	}
	sort.Sort(list)
	for i := range list {
		recs[i] = list[i].record
	}
	return true
}

// An orderKey is what a record is sorted by. Records are spread over memory, so each
// is read only once.
type orderKey struct {
	record record
	kind   Kind
	first  edtf.Day // of when; most times differ in it
	when   edtf.Period
	id     ID
}

type inOrder []orderKey

func (l inOrder) Len() int      { return len(l) }
func (l inOrder) Swap(i, j int) { l[i], l[j] = l[j], l[i] }
func (l inOrder) Less(i, j int) bool {
	a, b := &l[i], &l[j]
	switch {
	case a.kind != b.kind:
		return a.kind < b.kind
	case a.when == b.when:
		return a.id < b.id
	case a.first != b.first && !a.when.IsZero() && !b.when.IsZero():
		return a.first < b.first
	}
	return a.when.Compare(b.when) < 0
}
