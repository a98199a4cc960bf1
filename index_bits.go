package entente

import (
	"iter"
	"math"
	"math/bits"
)

// A bitset holds indices in index.recs.
type bitset []uint64

func newBitset(n int) bitset    { return make(bitset, (n+63)/64) }
func (b bitset) has(i int) bool { return b[i/64]&(1<<(i%64)) != 0 }
func (b bitset) add(i int)      { b[i/64] |= 1 << (i % 64) }
func (b bitset) count() (n int) {
	for _, w := range b {
		n += bits.OnesCount64(w)
	}
	return n
}

func (b bitset) remove(i int) { b[i/64] &^= 1 << (i % 64) }

func (b bitset) set(i int, is bool) {
	b.remove(i)
	if is {
		b.add(i)
	}
}

// addRange adds the indices from lo up to hi.
func (b bitset) addRange(lo, hi int) {
	for ; lo < hi && lo%64 != 0; lo++ {
		b.add(lo)
	}
	for ; lo+64 <= hi; lo += 64 {
		b[lo/64] = math.MaxUint64
	}
	for ; lo < hi; lo++ {
		b.add(lo)
	}
}

// intersect keeps only the indices that are in s too. A nil s has all of them.
func (b bitset) intersect(s bitset) {
	for w := range s {
		b[w] &= s[w]
	}
}

// all yields the indices, in ascending order.
func (b bitset) all() iter.Seq[int] {
	return func(yield func(int) bool) {
		for w, word := range b {
			for ; word != 0; word &= word - 1 {
				if !yield(w*64 + bits.TrailingZeros64(word)) {
					return
				}
			}
		}
	}
}
