package main

import (
	"cmp"
	"fmt"
	"log"
	"reflect"
	"slices"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/hashicorp/go-memdb"
	"github.com/samber/lo"
)

const (
	partyA, partyB = entente.ID("PK"), entente.ID("RU")
	matter         = entente.TopicCounterterrorism
)

// sets compares what can be asked of n exercises.
func sets(n int) {
	records := exercises(n)
	d := dataset(records)
	list := make([]*entente.Exercise, n) // as a user would hold them
	for i := range records.Exercises {
		list[i] = &records.Exercises[i]
	}
	db := database(list)
	of := fmt.Sprintf(", %s exercises", grouped(n))
	if n < 1_000_000 {
		compare("`New`"+of, rounds(15), nil,
			way{"entente", func() any { return dataset(records) }},
			way{"memdb", func() any { return database(list) }})
	}

	byID := make(map[entente.ID]*entente.Exercise, n)
	for _, e := range list {
		byID[e.ID] = e
	}
	i := 0
	next := func() entente.ID { i++; return list[i*7919%n].ID }
	txn := db.Txn(false)
	compare("`Exercise` by ID"+of, rounds(15), nil,
		way{"entente", func() any { d.Exercise(next()); return nil }},
		way{"memdb", func() any { e, _ := txn.First("exercise", "id", string(next())); return e }},
		way{"a map of pointers", func() any { return byID[next()] }})
	compare("`Has`, which copies nothing"+of, rounds(15), nil,
		way{"entente", func() any { d.Has(next()); return nil }},
		way{"a map of pointers", func() any { return byID[next()] }})

	ours := func() *entente.Dataset { return d.Between(partyA, partyB).About(matter) }
	want := len(byHand(list))
	for who, got := range map[string]int{"entente": ours().Len(), "lo": len(byLo(list)), "memdb": len(filtered(db)), "memdb's index": len(indexed(db))} {
		if got != want || got == 0 {
			log.Fatalf("%s finds %d, the loop %d", who, got, want)
		}
	}
	compare("`Between` and `About`"+of, rounds(15), nil,
		way{"entente", func() any { return ours() }},
		way{"hand loop", func() any { return byHand(list) }},
		way{"lo.Filter", func() any { return byLo(list) }},
		way{"memdb, index on nations and a filter", func() any { return filtered(db) }},
		way{"memdb, index on pair and topic", func() any { return indexed(db) }})
	read := func(found []*entente.Exercise) any {
		total := 0
		for _, e := range found {
			total += e.Contingents[0].Strength
		}
		return total
	}
	compare("`Between` and `About`, and reading what is found"+of, rounds(15), nil,
		way{"entente", func() any {
			total := 0
			for e := range ours().Exercises() {
				total += e.Contingents[0].Strength
			}
			return total
		}},
		way{"hand loop", func() any { return read(byHand(list)) }},
		way{"memdb, index on pair and topic", func() any { return read(indexed(db)) }})

	only := d.Filter(func(r entente.Record) bool { return r.Kind() == entente.KindExercise })
	if got, want := only.Summary(), handSummary(list); !reflect.DeepEqual(got, want) {
		log.Fatalf("Summary is\n%s\nthe hand count\n%s", got, want)
	}
	compare("counting by `Summary`"+of, rounds(7), nil,
		way{"entente", func() any { return only.Summary() }},
		way{"hand count", func() any { return handSummary(list) }},
		way{"lo.CountValues, without the dates", func() any { return loCounts(list) }})
}

// grouped writes a number with commas.
func grouped(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%s,%03d", grouped(n/1000), n%1000)
}

// sought is what a user would ask of each exercise.
func sought(e *entente.Exercise) bool {
	hasA, hasB := false, false
	for i := range e.Contingents {
		switch e.Contingents[i].Nation {
		case partyA:
			hasA = true
		case partyB:
			hasB = true
		}
	}
	return hasA && hasB && slices.Contains(e.Topics, matter)
}

func byHand(list []*entente.Exercise) (found []*entente.Exercise) {
	for _, e := range list {
		if sought(e) {
			found = append(found, e)
		}
	}
	return found
}

func byLo(list []*entente.Exercise) []*entente.Exercise {
	return lo.Filter(list, func(e *entente.Exercise, _ int) bool { return sought(e) })
}

// database puts the exercises into a go-memdb.
func database(list []*entente.Exercise) *memdb.MemDB {
	db, err := memdb.NewMemDB(&memdb.DBSchema{Tables: map[string]*memdb.TableSchema{"exercise": {
		Name: "exercise",
		Indexes: map[string]*memdb.IndexSchema{
			"id":     {Name: "id", Unique: true, Indexer: &memdb.StringFieldIndex{Field: "ID"}},
			"nation": {Name: "nation", Indexer: index(byNationAndTopic)},
			"pair":   {Name: "pair", Indexer: index(byPairAndTopic)},
		},
	}}})
	if err != nil {
		log.Fatal(err)
	}
	txn := db.Txn(true)
	for _, e := range list {
		if err := txn.Insert("exercise", e); err != nil {
			log.Fatal(err)
		}
	}
	txn.Commit()
	return db
}

// An index is a compound index of go-memdb on several values of an exercise:
// it lists the keys of an exercise, each of which has parts.
type index func(*entente.Exercise) [][]string

func (x index) FromObject(e any) (bool, [][]byte, error) {
	var keys [][]byte
	for _, parts := range x(e.(*entente.Exercise)) {
		keys = append(keys, key(parts))
	}
	return len(keys) > 0, keys, nil
}

func (x index) FromArgs(args ...any) ([]byte, error) {
	var parts []string
	for _, arg := range args {
		parts = append(parts, arg.(string))
	}
	return key(parts), nil
}

func key(parts []string) (key []byte) {
	for _, p := range parts {
		key = append(append(key, p...), 0)
	}
	return key
}

func byNationAndTopic(e *entente.Exercise) (keys [][]string) {
	for i := range e.Contingents {
		for _, t := range e.Topics {
			keys = append(keys, []string{string(e.Contingents[i].Nation), string(t)})
		}
	}
	return keys
}

func byPairAndTopic(e *entente.Exercise) (keys [][]string) {
	for i := range e.Contingents {
		for j := range i {
			for _, t := range e.Topics {
				a, b := e.Contingents[i].Nation, e.Contingents[j].Nation
				keys = append(keys, []string{string(min(a, b)), string(max(a, b)), string(t)})
			}
		}
	}
	return keys
}

// filtered asks for one nation and the topic, and filters by the other nation.
func filtered(db *memdb.MemDB) []*entente.Exercise {
	it, err := db.Txn(false).Get("exercise", "nation", string(partyA), string(matter))
	if err != nil {
		log.Fatal(err)
	}
	return found(memdb.NewFilterIterator(it, func(e any) bool { return !sought(e.(*entente.Exercise)) }))
}

// indexed asks for the pair and the topic.
func indexed(db *memdb.MemDB) []*entente.Exercise {
	it, err := db.Txn(false).Get("exercise", "pair", string(partyA), string(partyB), string(matter))
	if err != nil {
		log.Fatal(err)
	}
	return found(it)
}

func found(it memdb.ResultIterator) (list []*entente.Exercise) {
	for e := it.Next(); e != nil; e = it.Next() {
		list = append(list, e.(*entente.Exercise))
	}
	return list
}

// handSummary counts what Summary counts, as a user would over her own slice.
func handSummary(list []*entente.Exercise) entente.Summary {
	s := entente.Summary{Records: len(list), Kinds: entente.Tally[entente.Kind]{{Key: entente.KindExercise, N: len(list)}}}
	bases, statuses, years := map[entente.Basis]int{}, map[entente.Status]int{}, map[int]int{}
	parties, topics, sources := map[entente.ID]int{}, map[entente.Topic]int{}, map[entente.ID]int{}
	pairs := map[[2]entente.ID]*entente.Ties{}
	for _, e := range list {
		bases[e.Basis]++
		statuses[e.Status]++
		for _, t := range e.Topics {
			topics[t]++
		}
		for i := range e.Cites {
			sources[e.Cites[i].Source]++
		}
		if e.When.IsZero() {
			s.Undated++
		} else if y := e.When.Start().Year(); y != 0 {
			years[y]++
		}
		span(&s.First, &s.Last, e.When)
		for i := range e.Contingents {
			a := e.Contingents[i].Nation
			parties[a]++
			for j := range i {
				b := e.Contingents[j].Nation
				t := pairs[[2]entente.ID{min(a, b), max(a, b)}]
				if t == nil {
					t = new(entente.Ties)
					pairs[[2]entente.ID{min(a, b), max(a, b)}] = t
				}
				switch e.Status {
				case entente.StatusProposed, entente.StatusPlanned, entente.StatusCancelled:
					t.NotHeld++
				default:
					t.Exercises++
				}
				span(&t.First, &t.Last, e.When)
			}
		}
	}
	s.Bases, s.Statuses, s.Years = byKey(bases), byKey(statuses), byKey(years)
	s.Parties, s.Topics, s.Sources = mostFirst(parties), mostFirst(topics), mostFirst(sources)
	for key, t := range pairs {
		s.Pairs = append(s.Pairs, entente.Pair{A: key[0], B: key[1], Ties: *t})
	}
	slices.SortFunc(s.Pairs, func(a, b entente.Pair) int {
		return cmp.Or(b.Ties.Total()-a.Ties.Total(), cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B))
	})
	return s
}

// span widens the stretch from first to last to a period.
func span(first, last *edtf.Date, p edtf.Period) {
	if start := p.Start(); first.IsZero() || start.Period().Compare(first.Period()) < 0 {
		*first = start
	}
	if end := p.End(); last.IsZero() || end.Period().Compare(last.Period()) > 0 {
		*last = end
	}
}

func byKey[K cmp.Ordered](counts map[K]int) entente.Tally[K] {
	t := make(entente.Tally[K], 0, len(counts))
	for key, n := range counts {
		t = append(t, entente.Count[K]{Key: key, N: n})
	}
	slices.SortFunc(t, func(a, b entente.Count[K]) int { return cmp.Compare(a.Key, b.Key) })
	return t
}

func mostFirst[K cmp.Ordered](counts map[K]int) entente.Tally[K] {
	t := byKey(counts)
	slices.SortStableFunc(t, func(a, b entente.Count[K]) int { return b.N - a.N })
	return t
}

// loCounts counts what lo can count with a function for each figure: all of
// Summary but the dates, in no order.
func loCounts(list []*entente.Exercise) []any {
	type exercise = *entente.Exercise
	return []any{
		lo.CountValuesBy(list, func(e exercise) entente.Basis { return e.Basis }),
		lo.CountValuesBy(list, func(e exercise) entente.Status { return e.Status }),
		lo.CountValuesBy(list, func(e exercise) int { return e.When.Start().Year() }),
		lo.CountValues(lo.FlatMap(list, func(e exercise, _ int) []entente.Topic { return e.Topics })),
		lo.CountValues(lo.FlatMap(list, func(e exercise, _ int) []entente.ID {
			return lo.Map(e.Cites, func(c entente.Citation, _ int) entente.ID { return c.Source })
		})),
		lo.CountValues(lo.FlatMap(list, func(e exercise, _ int) []entente.ID {
			return lo.Map(e.Contingents, func(c entente.Contingent, _ int) entente.ID { return c.Nation })
		})),
		lo.CountValuesBy(list, func(e exercise) [2]entente.ID {
			a, b := e.Contingents[0].Nation, e.Contingents[1].Nation
			return [2]entente.ID{min(a, b), max(a, b)}
		}),
	}
}
