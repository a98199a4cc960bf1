package entente

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
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

// What holds for selections of one dataset, and for what is made of several. The
// test goes over some seeds, and FuzzLaws over others.

func TestLaws_HoldForSelections(t *testing.T) {
	t.Parallel()
	for seed := range uint64(20) {
		checkLaws(t, seed, 40)
	}
}

func FuzzLaws(f *testing.F) {
	f.Add(uint64(2000), uint8(20))
	f.Fuzz(func(t *testing.T, seed uint64, n uint8) {
		checkLaws(t, seed, int(n%40))
		checkUnion(t, seed)
		checkMerge(t, seed)
	})
}

// narrowings are ways of leaving records out that commute. Those that keep the
// question come first.
func narrowings(d *Dataset, rnd *rand.Rand) []func(*Dataset) *Dataset {
	every := idsOf(d)
	id := every[rnd.IntN(len(every))]
	period := (&generator{Rand: rnd}).period()
	kind := Kind(1 + rnd.IntN(kindCount-1))
	topic := knownTopics[rnd.IntN(len(knownTopics))].ID
	return []func(*Dataset) *Dataset{
		func(d *Dataset) *Dataset { return d.Involving(id) },
		func(d *Dataset) *Dataset { return d.Between("PK", "RU") },
		func(d *Dataset) *Dataset { return d.OfKind(kind, KindMeeting) },
		func(d *Dataset) *Dataset { return d.During(period) },
		func(d *Dataset) *Dataset { return d.About(topic) },
		func(d *Dataset) *Dataset { return d.Citing("agency") },
		func(d *Dataset) *Dataset { return d.Affecting(id) },
		func(d *Dataset) *Dataset { return d.WithBasis(BasisReported) },
		func(d *Dataset) *Dataset { return d.Filter(func(r Record) bool { return len(r.String())%3 > 0 }) },
	}
}

func checkLaws(t *testing.T, seed uint64, n int) {
	t.Helper()
	rnd := rand.New(rand.NewPCG(seed, 5))
	d := mustNew(t, generated(seed, n))
	same := func(law string, x, y *Dataset) {
		t.Helper()
		if diff := cmp.Diff(idsOf(x), idsOf(y)); diff != "" || x.Len() != y.Len() {
			t.Fatalf("seed %d, %s does not hold:\n%s", seed, law, diff)
		}
	}
	a, b, c := some(d, rnd), some(d, rnd), some(d, rnd)
	both := func(x, y *Dataset) *Dataset { return x.Except(x.Except(y)) }
	not := func(x *Dataset) *Dataset { return d.Except(x) }
	same("a+b = b+a", a.Union(b), b.Union(a))
	same("(a+b)+c = a+(b+c)", a.Union(b).Union(c), a.Union(b.Union(c)))
	same("a+a = a", a.Union(a), a)
	same("a-a is empty", a.Except(a), d.Except(d))
	same("ab = ba", both(a, b), both(b, a))
	same("not (a+b) = not a, not b", not(a.Union(b)), both(not(a), not(b)))
	same("not (ab) = not a + not b", not(both(a, b)), not(a).Union(not(b)))
	same("a(b+c) = ab+ac", both(a, b.Union(c)), both(a, b).Union(both(a, c)))
	same("not not a = a", not(not(a)), a)
	ways := narrowings(d, rnd)
	for i, f := range ways {
		for k, g := range ways[:i] {
			same(fmt.Sprintf("narrowings %d and %d commute", i, k), f(g(d)), g(f(d)))
		}
		same(fmt.Sprintf("narrowing %d twice", i), f(f(d)), f(d))
	}
	rest := b.Except(a)
	if diff := cmp.Diff(a.Union(rest).Summary(), a.Summary().Plus(rest.Summary()), values, cmpopts.EquateEmpty()); diff != "" {
		t.Fatalf("seed %d: Plus is not the summary of the union (-union +Plus):\n%s", seed, diff)
	}
	if changes := Changes(d, d); len(changes) > 0 {
		t.Fatalf("seed %d: equals differ by %v", seed, changes)
	}
	again, err := Decode("again", bytes.NewReader(written(t, d)))
	if err != nil || !again.Equal(d) || len(Changes(d, again)) > 0 {
		t.Fatalf("seed %d: what is written is read as %v, %v: %v", seed, again, err, Changes(d, again))
	}
	merged, err := Merge(a, b)
	if err != nil {
		t.Fatalf("seed %d: %v", seed, err)
	}
	for _, change := range Changes(a, merged) {
		if change.Type != ChangeTypeAdded {
			t.Fatalf("seed %d: merging selections has %v", seed, change)
		}
	}
}
