package entente

import (
	"iter"
	"math/bits"
	"slices"
	"strconv"
)

// Dataset is an immutable set of records. The narrowing methods return a
// Dataset too, so a part can be queried like the whole.
//
// Iterators, [Dataset.Len], [Dataset.Has] and [Dataset.Find] see only the
// records in the set. Lookups by ID, such as [Dataset.Record], [Dataset.Nation]
// and [Dataset.Source], see all the data from which the set was narrowed, so
// that every reference in a record resolves.
//
// Iteration order is fixed: by kind, then by time with undated records last,
// then by ID. Whatever a Dataset returns is a copy that belongs to the caller.
//
// A nil *Dataset and a pointer to a zero Dataset are empty and usable. All
// methods are safe for concurrent use.
type Dataset struct {
	c     *index
	sel   bitset   // nil selects all of c
	n     int      // how many are selected
	asked question // the question that selected them
	// undated holds those that During left out because their time is not known.
	undated bitset
}

// index returns the index of d, which is empty for an empty Dataset.
func (d *Dataset) index() *index {
	if d == nil || d.c == nil {
		return &emptyIndex
	}
	return d.c
}

// emptyIndex has no records, so its empty tables are never read.
var emptyIndex index

func allOf(c *index) *Dataset { return &Dataset{c: c, n: len(c.recs)} }

func (d *Dataset) has(i int) bool { return d == nil || d.sel == nil || d.sel.has(i) }

// indices yields the selected indices from lo up to hi.
func (d *Dataset) indices(lo, hi int) iter.Seq[int] {
	return func(yield func(int) bool) {
		if d == nil || d.sel == nil {
			for i := lo; i < hi; i++ {
				if !yield(i) {
					return
				}
			}
			return
		}
		for w := lo / 64; w*64 < hi; w++ {
			word := d.sel[w]
			if w == lo/64 {
				word &^= 1<<(lo%64) - 1
			}
			for ; word != 0; word &= word - 1 {
				i := w*64 + bits.TrailingZeros64(word)
				if i >= hi || !yield(i) {
					return
				}
			}
		}
	}
}

// ahead is the number of records that are touched before the first is copied.
const ahead = 16

// records yields the selected records from lo up to hi, to be copied in the
// room. It touches several records before it yields the first, so that cache
// misses overlap in a large set.
func (d *Dataset) records(r *room, lo, hi int) iter.Seq[record] {
	recs := d.index().recs
	return func(yield func(record) bool) {
		var batch [ahead]record
		n := 0
		for i := range d.indices(lo, hi) {
			batch[n] = recs[i]
			if n++; n < ahead {
				continue
			}
			n = 0
			r.touch(batch[:])
			for _, rec := range batch {
				if !yield(rec) {
					return
				}
			}
		}
		r.touch(batch[:n])
		for _, rec := range batch[:n] {
			if !yield(rec) {
				return
			}
		}
	}
}

// Len returns the number of records in d.
func (d *Dataset) Len() int {
	if d == nil {
		return 0
	}
	return d.n
}

// String returns a short form, such as "dataset of 120 records". Log it rather
// than d, as in slog.Info("loaded", "data", d.String()): of d itself, a log in JSON
// writes all the records, as [Dataset.MarshalJSON] does.
func (d *Dataset) String() string {
	if n := d.Len(); n != 1 {
		return "dataset of " + strconv.Itoa(n) + " records"
	}
	return "dataset of 1 record"
}

// Title returns the title of the data.
func (d *Dataset) Title() Text { return d.index().title }

// Edition returns the edition of the data.
func (d *Dataset) Edition() Edition { return d.index().about.edition }

// Authors returns the authors of the data.
func (d *Dataset) Authors() []string { return clone(d.index().about.authors) }

// Licence returns the licence of the data, or "" if there is none; see
// [Records].
func (d *Dataset) Licence() string { return d.index().about.licence }

// Extra returns the rows of the data that are not records; see [Records]. A
// narrowed dataset has none.
func (d *Dataset) Extra() Extra {
	if c := d.index(); d.Len() == len(c.recs) {
		return clone(c.about.extra)
	}
	return nil
}

// Coverage returns what the data covers, in the order of the data. It describes
// all the data from which d was narrowed; for d itself, see [Dataset.Answer]. A
// dataset made from a narrowed one, such as by [Dataset.WriteTo] or [Merge],
// covers nothing.
func (d *Dataset) Coverage() []Coverage { return cloneAll(d.index().coverage) }

// covered returns the coverage of a dataset made from d.
func (d *Dataset) covered() []Coverage {
	if c := d.index(); d.Len() == len(c.recs) {
		return c.coverage
	}
	return nil
}

// Topics returns the vocabulary: the known topics and those that the data
// declares.
func (d *Dataset) Topics() []TopicDeclaration {
	if voc := d.index().voc.topics; voc != nil {
		return clone(voc)
	}
	return clone(knownTopics[:])
}

// All yields every record in d, in the order of iteration.
func (d *Dataset) All() iter.Seq[Record] {
	c := d.index()
	return func(yield func(Record) bool) {
		r := c.room()
		defer c.rooms.Put(r)
		for rec := range d.records(r, 0, len(c.recs)) {
			if !yield(rec.value(r)) {
				return
			}
		}
	}
}

// Timeline yields every dated record in order of time, then ID, regardless of
// kind. Each range over it sorts the records.
func (d *Dataset) Timeline() iter.Seq[Record] {
	c := d.index()
	return func(yield func(Record) bool) {
		var dated []record
		for i := range d.indices(0, len(c.recs)) {
			if !c.days[i].IsZero() {
				dated = append(dated, c.recs[i])
			}
		}
		slices.SortStableFunc(dated, func(a, b record) int {
			f, g := a.fact(), b.fact()
			if f.When != g.When {
				return f.When.Compare(g.When)
			}
			return compareIDs(f.ID, g.ID)
		})
		room := c.room()
		defer c.rooms.Put(room)
		for _, r := range dated {
			if !yield(r.value(room)) {
				return
			}
		}
	}
}

// A pointer is the form in which the package keeps records of type T.
type pointer[T any] interface {
	*T
	record
	clone(r *room) T
}

// room returns a room that nobody else uses until it is put back.
func (c *index) room() *room {
	if r, ok := c.rooms.Get().(*room); ok {
		return r
	}
	return newRoom()
}

// each yields copies of the selected records of one kind.
func each[T any, P pointer[T]](d *Dataset, k Kind) iter.Seq[T] {
	c := d.index()
	return func(yield func(T) bool) {
		r := c.room()
		defer c.rooms.Put(r)
		for rec := range d.records(r, int(c.kind[k]), int(c.kind[k+1])) {
			if !yield(rec.(P).clone(r)) {
				return
			}
		}
	}
}

// lookup returns the record with the ID if it is of type T.
func lookup[T any, P pointer[T]](d *Dataset, id ID) (T, bool) {
	c := d.index()
	if i, ok := c.ids[id]; ok {
		if r, ok := c.recs[i].(P); ok {
			room := c.room()
			copy := r.clone(room)
			c.rooms.Put(room)
			return copy, true
		}
	}
	var zero T
	return zero, false
}

// Has reports whether d contains a record with the given ID. Unlike the
// lookups, it sees only d.
func (d *Dataset) Has(id ID) bool {
	i, ok := d.index().ids[id]
	return ok && d.has(int(i))
}

// Record returns the record with the given ID and reports whether there is one.
// It looks in all the data from which d was narrowed; see [Dataset].
func (d *Dataset) Record(id ID) (Record, bool) {
	c := d.index()
	i, ok := c.ids[id]
	if !ok {
		return nil, false
	}
	r := c.room()
	defer c.rooms.Put(r)
	return c.recs[i].value(r), true
}

// Nations yields the nations in d, in the order of iteration.
func (d *Dataset) Nations() iter.Seq[Nation] { return each[Nation](d, KindNation) }

// Nation returns the nation with the given ID, if there is one; see
// [Dataset.Record].
func (d *Dataset) Nation(id ID) (Nation, bool) { return lookup[Nation](d, id) }

// Blocs yields the blocs in d, in the order of iteration.
func (d *Dataset) Blocs() iter.Seq[Bloc] { return each[Bloc](d, KindBloc) }

// Bloc returns the bloc with the given ID, if there is one; see
// [Dataset.Record].
func (d *Dataset) Bloc(id ID) (Bloc, bool) { return lookup[Bloc](d, id) }

// Regions yields the regions in d, in the order of iteration.
func (d *Dataset) Regions() iter.Seq[Region] { return each[Region](d, KindRegion) }

// Region returns the region with the given ID, if there is one; see
// [Dataset.Record].
func (d *Dataset) Region(id ID) (Region, bool) { return lookup[Region](d, id) }

// Organizations yields the organizations in d, in the order of iteration.
func (d *Dataset) Organizations() iter.Seq[Organization] {
	return each[Organization](d, KindOrganization)
}

// Organization returns the organization with the given ID, if there is one; see
// [Dataset.Record].
func (d *Dataset) Organization(id ID) (Organization, bool) { return lookup[Organization](d, id) }

// Officials yields the officials in d, in the order of iteration.
func (d *Dataset) Officials() iter.Seq[Official] { return each[Official](d, KindOfficial) }

// Official returns the official with the given ID, if there is one; see
// [Dataset.Record].
func (d *Dataset) Official(id ID) (Official, bool) { return lookup[Official](d, id) }

// Partnerships yields the partnerships in d, in the order of iteration.
func (d *Dataset) Partnerships() iter.Seq[Partnership] {
	return each[Partnership](d, KindPartnership)
}

// Partnership returns the partnership with the given ID, if there is one; see
// [Dataset.Record].
func (d *Dataset) Partnership(id ID) (Partnership, bool) { return lookup[Partnership](d, id) }

// Agreements yields the agreements in d, in the order of iteration.
func (d *Dataset) Agreements() iter.Seq[Agreement] { return each[Agreement](d, KindAgreement) }

// Agreement returns the agreement with the given ID, if there is one; see
// [Dataset.Record].
func (d *Dataset) Agreement(id ID) (Agreement, bool) { return lookup[Agreement](d, id) }

// AllSeries yields the series of exercises in d, in the order of iteration.
// [Dataset.Series] is the lookup.
func (d *Dataset) AllSeries() iter.Seq[Series] { return each[Series](d, KindSeries) }

// Series returns the series with the given ID, if there is one; see
// [Dataset.Record].
func (d *Dataset) Series(id ID) (Series, bool) { return lookup[Series](d, id) }

// Exercises yields the exercises in d, in the order of iteration.
func (d *Dataset) Exercises() iter.Seq[Exercise] { return each[Exercise](d, KindExercise) }

// Exercise returns the exercise with the given ID, if there is one; see
// [Dataset.Record].
func (d *Dataset) Exercise(id ID) (Exercise, bool) { return lookup[Exercise](d, id) }

// Meetings yields the meetings in d, in the order of iteration.
func (d *Dataset) Meetings() iter.Seq[Meeting] { return each[Meeting](d, KindMeeting) }

// Meeting returns the meeting with the given ID, if there is one; see
// [Dataset.Record].
func (d *Dataset) Meeting(id ID) (Meeting, bool) { return lookup[Meeting](d, id) }

// Statements yields the statements in d, in the order of iteration.
func (d *Dataset) Statements() iter.Seq[Statement] { return each[Statement](d, KindStatement) }

// Statement returns the statement with the given ID, if there is one; see
// [Dataset.Record].
func (d *Dataset) Statement(id ID) (Statement, bool) { return lookup[Statement](d, id) }

// Assessments yields the assessments in d, in the order of iteration.
func (d *Dataset) Assessments() iter.Seq[Assessment] { return each[Assessment](d, KindAssessment) }

// Assessment returns the assessment with the given ID, if there is one; see
// [Dataset.Record].
func (d *Dataset) Assessment(id ID) (Assessment, bool) { return lookup[Assessment](d, id) }

// Sources yields the sources that the records in d cite and the sources that
// those reprint, in order of ID. If d was not narrowed, it yields every source
// of the data, cited or not.
func (d *Dataset) Sources() iter.Seq[Source] {
	c := d.index()
	return func(yield func(Source) bool) {
		used := d.usedSources()
		for i := range c.sources {
			if (used == nil || used.has(i)) && !yield(c.sources[i].clone(&alone)) {
				return
			}
		}
	}
}

// usedSources returns the sources that a narrowed d uses, or nil for all.
func (d *Dataset) usedSources() bitset {
	if d == nil || d.sel == nil {
		return nil
	}
	used := newBitset(len(d.c.sources))
	for s := range d.c.sources {
		for _, r := range d.c.bySource.row(s) {
			if d.has(int(r)) {
				d.c.addSource(used, int32(s))
				break
			}
		}
	}
	return used
}

// addSource adds the source at index i and those that it reprints.
func (c *index) addSource(set bitset, i int32) {
	for ok := true; ok && !set.has(int(i)); i, ok = c.sourceIDs[c.sources[i].Reprints] {
		set.add(int(i))
	}
}

// Source returns the source with the given ID, if there is one; see
// [Dataset.Record]. Templates cannot call a method with a second result that is
// no error; the example has a function for them.
func (d *Dataset) Source(id ID) (Source, bool) {
	c := d.index()
	if i, ok := c.sourceIDs[id]; ok {
		return c.sources[i].clone(&alone), true
	}
	return Source{}, false
}
