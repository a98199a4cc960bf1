package entente

// A room is where the slices of several copies are made, each sort of them in one
// allocation. Each slice is as long as what it holds, so that appending to it
// never reaches its neighbour. A slice that is kept keeps the allocation.
type room struct {
	size        int // how many elements were allocated last
	topics      []Topic
	cites       []Citation
	paragraphs  []int
	ids         []ID
	contingents []Contingent
	attendees   []Attendee
	parties     []Party
	postings    []Posting
	places      []Place
}

const (
	leastRoom = 4
	mostRoom  = 64
)

// copied returns a copy of a list, made in the room if there is room for its
// sort.
func copied[T any](r *room, list []T) []T {
	n := len(list)
	if r == nil || n == 0 || n > mostRoom/4 {
		return clone(list)
	}
	free := freeIn[T](r)
	if free == nil {
		return clone(list)
	}
	if n > len(*free) {
		r.size = min(max(2*r.size, leastRoom), mostRoom)
		*free = make([]T, max(r.size, n))
	}
	c := (*free)[:n:n]
	*free = (*free)[n:]
	copy(c, list)
	return c
}

// freeIn returns what is free for elements of the type, or nil.
func freeIn[T any](r *room) *[]T {
	var free any
	switch any((*T)(nil)).(type) {
	case *Topic:
		free = &r.topics
	case *Citation:
		free = &r.cites
	case *int:
		free = &r.paragraphs
	case *ID:
		free = &r.ids
	case *Contingent:
		free = &r.contingents
	case *Attendee:
		free = &r.attendees
	case *Party:
		free = &r.parties
	case *Posting:
		free = &r.postings
	case *Place:
		free = &r.places
	}
	p, _ := free.(*[]T)
	return p
}
