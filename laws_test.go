package entente

import (
	"testing"
)

// Nobody can change what others see through the datasets that they are handed.
func TestDatasets_CannotBeOverwritten(t *testing.T) {
	t.Parallel()
	one := mustNew(t, small(nil))
	part := one.OfKind(KindNation)
	other := mustNew(t, generated(1, 10))
	for name, hand := range map[string]func() *Dataset{
		"Article": Article, "Chronicle": Chronicle,
		"Filter of nil":            func() *Dataset { return one.Filter(nil) },
		"Filter of nil, of a part": func() *Dataset { return part.Filter(nil) },
		"Union of nil":             func() *Dataset { return one.Union(nil) },
		"Union of an empty one":    func() *Dataset { return one.Union(&Dataset{}) },
		"Union with the whole":     func() *Dataset { return part.Union(one) },
		"Union of the whole":       func() *Dataset { return one.Union(part) },
		"Union from nil":           func() *Dataset { return (*Dataset)(nil).Union(one) },
		"Except of nothing":        func() *Dataset { return one.Except(nil) },
		"Involving of nobody":      func() *Dataset { return one.Involving() },
		"OfKind of no kind":        func() *Dataset { return one.OfKind() },
		"Merge of one":             func() *Dataset { d, _ := Merge(one); return d },
	} {
		want := hand().Len()
		*hand() = *other
		if got := hand().Len(); got != want || one.Len() != mustNew(t, small(nil)).Len() || part.Len() != one.OfKind(KindNation).Len() {
			t.Errorf("%s: after writing through it, others see %d records of %d", name, got, want)
		}
	}
}
