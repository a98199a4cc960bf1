package ententebeam

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"iter"
	"reflect"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/fileio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/entente-go/entente"
	"github.com/go-json-experiment/json"
)

// Options are the settings of [Read]. The zero Options means 16 parts and no
// table of pairs.
type Options struct {
	// First and Last are the years of the table of pairs. If both are 0, there is no
	// table.
	First, Last int
	// Parts is the number of parts into which the records are divided after
	// they are joined. Zero or less means 16. A worker holds one part and the
	// context in memory, and goes through the context once for each part. So
	// take a few parts for each worker, and more if a part does not fit into
	// memory.
	Parts int
}

const defaultParts = 16

// Results are what a pipeline computes. They are valid only if Problems is
// empty.
type Results struct {
	// Summary has one element, an [entente.Summary].
	Summary beam.PCollection
	// Files has the merged dataset: each element is a [File], and together they are
	// what [entente.Load] reads.
	Files beam.PCollection
	// Problems has a string for each problem: a file that does not load, two
	// files that contradict each other, or a rule that only the merged dataset
	// breaks.
	Problems beam.PCollection

	counts, context beam.PCollection // of pairs, and of entries
	counting        counting
	parts           int
}

// PairYears adds the table of pairs by year: an [entente.PairYear] for each row
// that [entente.Dataset.PairYears] gives, in no particular order. It is empty
// if [Options] has no years.
func (r Results) PairYears(s beam.Scope) beam.PCollection {
	return beam.ParDo(s.Scope("entente.PairYears"), &rowFn{counting: r.counting}, r.counts,
		beam.SideInput{Input: r.context})
}

// A File is a file of the merged dataset, in the entente data format.
type File struct {
	Name string // such as "00003-of-00064.json"
	Data []byte
}

// Read adds to a pipeline the steps that read all files matching a pattern,
// merge them and count the result. Each file must be complete in itself. The
// pattern is one for a file system that is registered with Beam; if it matches
// nothing, the pipeline fails.
func Read(s beam.Scope, pattern string, o Options) Results {
	s = s.Scope("entente.Read")
	files := fileio.ReadMatches(s, fileio.MatchFiles(s, pattern, fileio.MatchEmptyDisallow()))
	entries, unread := beam.ParDo2(s, &readFn{}, beam.Reshuffle(s, files))
	joined, context, conflicts := beam.ParDo3(s, &joinFn{}, beam.GroupByKey(s, entries))
	return analyse(s, o, joined, context, unread, conflicts)
}

// analyse adds what is computed of joined entries.
func analyse(s beam.Scope, o Options, joined, context beam.PCollection, problems ...beam.PCollection) Results {
	if o.Parts <= 0 {
		o.Parts = defaultParts
	}
	count := counting{o.First, o.Last}
	parts := beam.GroupByKey(s, beam.ParDo(s, &keyFn{Parts: o.Parts}, joined))
	side := beam.SideInput{Input: context}
	sums, pairs, editions, files, broken := beam.ParDo5(s, &partFn{counting: count, Parts: o.Parts}, parts, side)
	sums1, pairs1, editions1, broken1 := beam.ParDo4(s, &contextFn{counting: count}, beam.Impulse(s), side)
	twice := beam.ParDo(s, editionFn, beam.GroupByKey(s, beam.Flatten(s, editions, editions1)))

	r := Results{context: context, counting: count, parts: o.Parts}
	r.Files = files
	r.Problems = beam.Flatten(s, append(problems, broken, broken1, twice)...)
	r.Summary = beam.Combine(s, &plusFn{}, beam.Flatten(s, sums, sums1))
	r.counts = beam.CombinePerKey(s, &pairFn{}, beam.Flatten(s, pairs, pairs1))
	return r
}

// Workers find functions and coders by what is registered here.
func init() {
	register.DoFn4x1[context.Context, fileio.ReadableFile, func(string, entry), func(string), error](&readFn{})
	register.DoFn5x0[string, func(*entry) bool, func(entry), func(entry), func(string)](&joinFn{})
	register.DoFn1x2[entry, int64, entry](&keyFn{})
	register.DoFn8x1[int64, func(*entry) bool, func(*entry) bool, func(entente.Summary), func(string, pairCount),
		func(string, string), func(File), func(string), error](&partFn{})
	register.DoFn6x0[[]byte, func(*entry) bool, func(entente.Summary), func(string, pairCount), func(string, string),
		func(string)](&contextFn{})
	register.DoFn4x1[string, pairCount, func(*entry) bool, func(entente.PairYear), error](&rowFn{})
	register.Function3x0(editionFn)
	register.Combiner1[entente.Summary](&plusFn{})
	register.Combiner1[pairCount](&pairFn{})
	register.Emitter1[entry]()
	register.Emitter1[string]()
	register.Emitter1[File]()
	register.Emitter1[entente.Summary]()
	register.Emitter1[entente.PairYear]()
	register.Emitter2[string, entry]()
	register.Emitter2[string, pairCount]()
	register.Emitter2[string, string]()
	register.Iter1[entry]()
	register.Iter1[string]()
	beam.RegisterCoder(reflect.TypeFor[entente.Summary](), encodeSummary, decodeSummary)
	beam.RegisterCoder(reflect.TypeFor[entente.PairYear](), encodePairYear, decodePairYear)
}

func encodeSummary(s entente.Summary) ([]byte, error) { return json.Marshal(s) }
func decodeSummary(b []byte) (s entente.Summary, err error) {
	err = json.Unmarshal(b, &s)
	return s, err
}

func encodePairYear(y entente.PairYear) ([]byte, error) { return json.Marshal(y) }
func decodePairYear(b []byte) (y entente.PairYear, err error) {
	err = json.Unmarshal(b, &y)
	return y, err
}

// readFn makes the entries of a file.
type readFn struct{}

// ProcessElement emits the entries of a file by their keys, or its problems.
func (*readFn) ProcessElement(ctx context.Context, f fileio.ReadableFile, emit func(string, entry),
	problem func(string)) error {
	r, err := f.Open(ctx)
	if err != nil {
		return err // the runner tries again
	}
	defer r.Close()
	d, err := entente.Decode(f.Metadata.Path, r)
	if err != nil {
		report(err, problem)
		return nil
	}
	return split(f.Metadata.Path, d, func(e entry) { emit(e.Key, e) })
}

// each yields the elements that next reads. It clears each before the next, whose
// decoder may write into its slices.
func each[T any](next func(*T) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		var v, zero T
		for next(&v) && yield(v) {
			v = zero
		}
	}
}

// report emits each problem of an error.
func report(err error, problem func(string)) {
	var all entente.Problems
	if !errors.As(err, &all) {
		problem(err.Error())
		return
	}
	for _, p := range all {
		problem(p.Error())
	}
}

// joinFn makes one entry of those that files have under one key.
type joinFn struct{}

// ProcessElement emits the entry, and once more if it belongs to the context.
func (*joinFn) ProcessElement(key string, values func(*entry) bool, emit, context func(entry), problem func(string)) {
	var all []entry
	referred := false
	for e := range each(values) {
		if e.Section == "" {
			referred = true
		} else {
			all = append(all, e)
		}
	}
	if len(all) == 0 {
		return // not so of files that load: what one refers to, it has
	}
	joined, err := join(all)
	if err != nil {
		report(err, problem)
	}
	emit(joined)
	if joined.isContext(referred) {
		context(joined)
	}
}

// keyFn says which part an entry belongs to.
type keyFn struct{ Parts int }

// ProcessElement returns the number of the part.
func (f *keyFn) ProcessElement(e entry) (int64, entry) {
	return part(e.Key, f.Parts), e
}

// part returns the number of the part that a key belongs to.
func part(key string, parts int) int64 {
	h := fnv.New64a()
	h.Write([]byte(key))
	return int64(h.Sum64() % uint64(parts))
}

// counting is what is counted of pairs.
type counting struct{ First, Last int }

// count emits what is counted of a dataset, and the editions that it has.
func (c counting) count(d *entente.Dataset, sum func(entente.Summary), pair func(string, pairCount),
	edition func(string, string)) {
	sum(d.Summary())
	if c.First != 0 || c.Last != 0 {
		countPairs(d, c.First, c.Last, pair)
	}
	for e := range d.Exercises() {
		if e.Series != "" && e.Number != 0 {
			edition(fmt.Sprintf("%s %d", e.Series, e.Number), string(e.ID))
		}
	}
}

// A contextual has the context, which is the same for every element.
type contextual struct {
	base *entente.Dataset
	err  error
	done bool
}

func (c *contextual) of(entries func(*entry) bool) (*entente.Dataset, error) {
	if !c.done {
		c.base, c.err = contextOf(entries)
		c.done = true
	}
	return c.base, c.err
}

// partFn counts a part of the records.
type partFn struct {
	counting
	Parts int

	context contextual
}

// ProcessElement emits what is counted of a part, and the part as a file.
func (f *partFn) ProcessElement(part int64, values, context func(*entry) bool, sum func(entente.Summary),
	pair func(string, pairCount), edition func(string, string), out func(File), problem func(string)) error {
	base, err := f.context.of(context)
	if err != nil {
		return nil // contextFn reports it
	}
	var all, mine []entry
	for e := range each(values) {
		all = append(all, e)
		if !inBase(&e, base) {
			mine = append(mine, e)
		}
	}
	name := fmt.Sprintf("%05d-of-%05d.json", part, f.Parts)
	d, err := load(name, mine, base)
	if err != nil {
		report(err, problem)
		return nil
	}
	f.count(d.Except(base), sum, pair, edition)
	out(File{name, file(all)})
	return nil
}

// inBase reports whether the context has the entry.
func inBase(e *entry, base *entente.Dataset) bool {
	switch e.Section {
	case about, "topics":
		return true
	case "sources":
		_, ok := base.Source(e.id())
		return ok
	}
	return base.Has(e.id())
}

// contextFn counts the records of the context.
type contextFn struct{ counting }

// ProcessElement emits what is counted of the context, or its problems.
func (f *contextFn) ProcessElement(_ []byte, context func(*entry) bool, sum func(entente.Summary),
	pair func(string, pairCount), edition func(string, string), problem func(string)) {
	base, err := contextOf(context)
	if err != nil {
		report(err, problem)
		sum(entente.Summary{}) // so that there is one
		return
	}
	f.count(base, sum, pair, edition)
}

// editionFn reports an edition that two exercises are.
func editionFn(key string, ids func(*string) bool, problem func(string)) {
	if all := slices.Sorted(each(ids)); len(all) > 1 {
		series, number, _ := strings.Cut(key, " ")
		problem(fmt.Sprintf("%s: edition %s of %s is %s too", all[1], number, series, all[0]))
	}
}

// plusFn adds up summaries.
type plusFn struct{}

// MergeAccumulators returns the summary of the records of both.
func (*plusFn) MergeAccumulators(a, b entente.Summary) entente.Summary { return a.Plus(b) }

// pairFn adds up what is counted of a pair.
type pairFn struct{}

// MergeAccumulators returns what is counted of the records of both.
func (*pairFn) MergeAccumulators(a, b pairCount) pairCount { return a.plus(b) }

// rowFn makes the rows of a pair.
type rowFn struct {
	counting

	context  contextual
	coverage []entente.Coverage
}

// ProcessElement emits the rows of a pair.
func (f *rowFn) ProcessElement(key string, c pairCount, context func(*entry) bool, emit func(entente.PairYear)) error {
	if !f.context.done {
		base, err := f.context.of(actors(context))
		if err != nil {
			return nil // contextFn reports it
		}
		f.coverage = base.Coverage()
	}
	if f.context.err == nil {
		c.rows(key, f.context.base, f.coverage, f.First, f.Last, emit)
	}
	return nil
}

// actors yields what coverage is about: it refers to actors alone.
func actors(context func(*entry) bool) func(*entry) bool {
	return func(e *entry) bool {
		for context(e) {
			switch e.Section {
			case about, "topics", "sources", "nations", "blocs", "organizations", "officials":
				return true
			}
			*e = entry{}
		}
		return false
	}
}
