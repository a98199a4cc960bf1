package entente

// A copy shares no slice with the original: see members_copy.go, which has three
// methods for each type of record. clone returns a copy, value the one for
// callers and kept the one for an index. Each type has its own, since through a
// generic function the compiler would allocate every copy twice.

// A room provides memory for the slices of several copies, with one allocation
// for each type of slice. Each slice has no spare capacity, so appending to it
// does not reach its neighbour. Keeping one slice keeps the whole allocation. A
// zero room makes one allocation for each slice.
type room struct {
	most int // elements to allocate at once
	size int // how many were allocated last
	sink int // of touch, so that the compiler does not leave out its reads
	shelves
}

const (
	leastRoom = 4
	mostRoom  = 64
)

// newRoom returns a room for many copies.
func newRoom() *room { return &room{most: mostRoom} }

// alone is the room for copies that share no allocation. Nothing changes it.
var alone room

// copied returns a copy of a list, made of what is free for its sort in the room.
func copied[T any](r *room, free *[]T, list []T) []T {
	n := len(list)
	if n == 0 || n > r.most/4 {
		return clone(list)
	}
	if n > len(*free) {
		r.size = min(max(2*r.size, leastRoom), r.most)
		*free = make([]T, max(r.size, n))
	}
	c := (*free)[:n:n]
	*free = (*free)[n:]
	copy(c, list)
	return c
}

// touch reads a little of each record.
func (r *room) touch(recs []record) {
	for _, rec := range recs {
		r.sink += len(rec.fact().ID)
	}
	for _, rec := range recs {
		f := rec.fact()
		if len(f.Topics) > 0 {
			r.sink += len(f.Topics[0])
		}
		if len(f.Cites) > 0 {
			r.sink += len(f.Cites[0].Source)
		}
		switch v := rec.(type) { // the longest lists
		case *Exercise:
			for i := range v.Contingents[:min(len(v.Contingents), 2)] {
				r.sink += len(v.Contingents[i].Nation)
			}
		case *Meeting:
			if len(v.Attendees) > 0 {
				r.sink += len(v.Attendees[0].Actor)
			}
		}
	}
}

func clone[T any](s []T) []T {
	if len(s) == 0 {
		return nil
	}
	c := make([]T, len(s))
	copy(c, s)
	return c
}

// cloneAll clones every element of a slice.
func cloneAll[T any, P interface {
	*T
	clone(*room) T
}](s []T) []T {
	if len(s) == 0 {
		return nil
	}
	c := make([]T, len(s))
	for i := range s {
		c[i] = P(&s[i]).clone(&alone)
	}
	return c
}
