package entente

import (
	"math"
	"testing"
)

// The elements counted in the records are those of all arrays in the file, and
// those that reading the file counts.
func TestElements_AgreeWithTheFile(t *testing.T) {
	t.Parallel()
	for seed := range uint64(10) {
		d, err := New(generated(seed, 60))
		if err != nil {
			t.Fatal(err)
		}
		text, err := d.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		_, got := d.c.size()
		const most = 1 << 30
		left := most
		if _, err := new(Loader).settings().decodeFile(text, most, &left); err != nil {
			t.Fatal(err)
		}
		slow := new(Loader).settings().diagnose(input{files: []file{{"f", text}}}).elements
		if want := arrayElements(text); got != want || most-left != want || slow != want {
			t.Errorf("seed %d: %d elements in records, %d read fast and %d slowly; the file has %d", seed, got, most-left, slow, want)
		}
	}
}

func TestArrayElements_AreThoseOfArraysAlone(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{
		``: 0, `7`: 0, `[]`: 0, `[ ]`: 0, `{}`: 0, `[7]`: 1, `[ "a" , "b" ]`: 2, `{"a": 1, "b": [2, 3]}`: 2,
		`["[1,2,3]", "\"[1,"]`: 2, `[[], [[]]]`: 3, `[{}, {"a": [1]}]`: 3, `[[1,2],{"a":1,"b":2}]`: 4, `]`: 0, `["`: 1, `["\`: 1,
	} {
		if got := arrayElements(text); got != want {
			t.Errorf("%s has %d elements; want %d", text, got, want)
		}
	}
}

// Whether two parties met is what the question about both says.
func TestTogether_AgreesWithTheQuestion(t *testing.T) {
	t.Parallel()
	compared, apart := 0, 0
	for seed := range uint64(30) {
		d, err := New(generated(seed, 100))
		if err != nil {
			t.Fatal(err)
		}
		c := d.c
		for i := range c.recs {
			together := c.together(i)
			if together == nil {
				continue
			}
			row, _ := c.timedRow(i)
			list := c.dyads(nil, i)
			for x, a := range list {
				for _, b := range list[x+1:] {
					h := holder{c: c, parties: [][]int{{int(a)}, {int(b)}}}
					want := h.fit(row) != fitNone
					if got := together(a, b); got != want {
						t.Errorf("seed %d: %s and %s in %s: %v; want %v", seed, c.actorID(int(a)), c.actorID(int(b)), c.recs[i].fact().ID, got, want)
					}
					compared++
					if !want {
						apart++
					}
				}
			}
		}
	}
	if compared < 100 || apart == 0 || apart == compared {
		t.Errorf("%d pairs compared, %d apart", compared, apart)
	}
}

// The limit on pairs counts those of Summary.
func TestDistinctPairs_AreThoseOfSummary(t *testing.T) {
	t.Parallel()
	for name, d := range map[string]*Dataset{
		"article": Article(), "chronicle": Chronicle(), "generated": mustNew(t, generated(3, 400)), "none": mustNew(t, Records{}),
	} {
		want := len(d.Summary().Pairs)
		if got := d.c.distinctPairs(math.MaxInt); got != want {
			t.Errorf("%s: %d pairs, want %d", name, got, want)
		}
		if want > 0 && (d.c.pairsWithin(want-1) || !d.c.pairsWithin(want)) {
			t.Errorf("%s: %d pairs are within %d, or not within %d", name, want, want-1, want)
		}
	}
}
