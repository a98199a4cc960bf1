package entente

import (
	"bytes"
	"encoding/json"
	"fmt"
	"runtime"
	"runtime/metrics"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/entente-go/entente/edtf"
	jsonv2 "github.com/go-json-experiment/json"
)

// manyExercises returns n exercises of varied parties and topics, for the
// benchmarks and for the promises about large sets.
func manyExercises(n int) Records {
	r := Records{Sources: []Source{{ID: "log"}}}
	nations := []ID{"PK", "RU", "IN", "US", "CN", "TR", "IR", "KZ", "FR", "JP"}
	cites := []Citation{{Source: "log", Paragraphs: []int{1}}}
	for _, id := range nations {
		r.Nations = append(r.Nations, Nation{Fact: Fact{ID: id, Basis: BasisReported, Cites: cites}})
	}
	topics := []Topic{TopicCounterterrorism, TopicMaritimeSecurity, TopicTraining, TopicCombatReadiness, TopicNavalExercises}
	seed := uint32(1)
	next := func(n int) int { seed = seed*1664525 + 1013904223; return int(seed>>8) % n }
	for i := range n {
		a := next(len(nations))
		b := (a + 1 + next(len(nations)-1)) % len(nations)
		r.Exercises = append(r.Exercises, Exercise{
			Fact: Fact{ID: ID(fmt.Sprintf("exercise-%07d", i)), Basis: BasisReported, Cites: cites,
				When:   edtf.MustParsePeriod(fmt.Sprintf("%d-%02d", 1950+i*70/n, 1+next(12))),
				Topics: []Topic{topics[next(len(topics))], topics[next(len(topics))/2]}},
			Name:        English("An exercise of two nations"),
			Status:      Status(1 + next(5)),
			Contingents: []Contingent{{Nation: nations[a], Strength: 100}, {Nation: nations[b]}},
			Aims:        English("to train together in what both forces may be asked to do"),
		})
		if ex := &r.Exercises[i]; ex.Topics[0] == ex.Topics[1] {
			ex.Topics = ex.Topics[:1]
		}
	}
	return r
}

var large = sync.OnceValue(func() *Dataset {
	d, err := New(manyExercises(1_000_000))
	if err != nil {
		panic(err)
	}
	return d
})

// handBetweenAbout is the loop that a user would write over her own slice.
func handBetweenAbout(list []*Exercise, a, b ID, topic Topic) (found []*Exercise) {
	for _, e := range list {
		hasA, hasB := false, false
		for i := range e.Contingents {
			switch e.Contingents[i].Nation {
			case a:
				hasA = true
			case b:
				hasB = true
			}
		}
		if hasA && hasB && slices.Contains(e.Topics, topic) {
			found = append(found, e)
		}
	}
	return found
}

// own returns the exercises of a dataset as a user would hold them.
func own(d *Dataset) (list []*Exercise) {
	for e := range d.Exercises() {
		list = append(list, &e)
	}
	return list
}

// ratio runs ours and theirs in turns, and reports the quotient of the medians
// of their times.
func ratio(b *testing.B, rounds int, ours, theirs func()) {
	b.Helper()
	var a, c []time.Duration
	for b.Loop() {
		a, c = nil, nil
		for range rounds {
			a, c = append(a, timed(ours)), append(c, timed(theirs))
		}
	}
	slices.Sort(a)
	slices.Sort(c)
	b.ReportMetric(float64(a[rounds/2])/float64(c[rounds/2]), "ours/theirs")
	b.ReportMetric(float64(a[rounds/2].Nanoseconds())/1e6, "ours-ms")
	b.ReportMetric(float64(c[rounds/2].Nanoseconds())/1e6, "theirs-ms")
	b.ReportMetric(0, "ns/op")
}

// many repeats a short call so that a clock can see it.
func many(n int, f func()) func() {
	return func() {
		for range n {
			f()
		}
	}
}

var sink any

func BenchmarkNarrowingAgainstAHandLoop(b *testing.B) {
	for _, n := range []int{200, 10_000, 1_000_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			d := large()
			if n < 1_000_000 {
				var err error
				if d, err = New(manyExercises(n)); err != nil {
					b.Fatal(err)
				}
			}
			list := own(d)
			if got, want := d.Between("PK", "RU").About(TopicCounterterrorism).Len(), len(handBetweenAbout(list, "PK", "RU", TopicCounterterrorism)); got != want || got == 0 {
				b.Fatalf("%d found, the loop finds %d", got, want)
			}
			repeat := max(1, 1_000_000/n)
			ratio(b, 15,
				many(repeat, func() { sink = d.Between("PK", "RU").About(TopicCounterterrorism) }),
				many(repeat, func() { sink = handBetweenAbout(list, "PK", "RU", TopicCounterterrorism) }))
		})
	}
}

// handSummary counts what Summary counts, as a user would over her own slice.
func handSummary(list []*Exercise) Summary {
	var s Summary
	var span extent
	bases, states, years := map[Basis]int{}, map[Status]int{}, map[int]int{}
	parties, topics, sources := map[ID]int{}, map[Topic]int{}, map[ID]int{}
	pairs := map[[2]ID]*Ties{}
	for _, e := range list {
		s.Records++
		bases[e.Basis]++
		states[e.Status]++
		for _, t := range e.Topics {
			topics[t]++
		}
		for _, c := range e.Cites {
			sources[c.Source]++
		}
		if e.When.IsZero() {
			s.Undated++
		} else {
			span.add(e.When)
			if y := e.When.Start().Year(); y != 0 {
				years[y]++
			}
		}
		for i := range e.Contingents {
			a := e.Contingents[i].Nation
			parties[a]++
			for j := range i {
				key := [2]ID{e.Contingents[j].Nation, a}
				if key[0] > key[1] {
					key[0], key[1] = key[1], key[0]
				}
				t := pairs[key]
				if t == nil {
					t = new(Ties)
					pairs[key] = t
				}
				t.Exercises++
				x := extent{t.First, t.Last}
				x.add(e.When)
				t.First, t.Last = x.first, x.last
			}
		}
	}
	s.First, s.Last = span.first, span.last
	s.Kinds = Tally[Kind]{{KindExercise, len(list)}}
	s.Bases, s.Statuses, s.Years = counts(bases), counts(states), counts(years)
	s.Parties, s.Topics, s.Sources = counts(parties), counts(topics), counts(sources)
	for key, t := range pairs {
		s.Pairs = append(s.Pairs, Pair{key[0], key[1], *t})
	}
	s.sort()
	return s
}

func BenchmarkSummaryAgainstAHandCount(b *testing.B) {
	d := large()
	list := own(d)
	d = d.Filter(func(r Record) bool { return r.Kind() == KindExercise })
	if got, want := fmt.Sprint(d.Summary()), fmt.Sprint(handSummary(list)); got != want {
		b.Fatalf("Summary is\n%s\nthe hand count\n%s", got, want)
	}
	ratio(b, 5, func() { sink = d.Summary() }, func() { sink = handSummary(list) })
}

func BenchmarkPlus(b *testing.B) {
	for _, n := range []int{30_000, 120_000} {
		s := manyPairs(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				sink = s.Plus(s)
			}
		})
	}
}

func BenchmarkIterationWithCopies(b *testing.B) {
	d := Article()
	for b.Loop() {
		for r := range d.All() {
			sink = r
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(d.Len()), "ns/record")
}

// BenchmarkFirstUse times what the first calls of Article and Chronicle do,
// with warm caches; testdata/programs/firstuse times them in fresh processes.
func BenchmarkFirstUse(b *testing.B) {
	b.Run("Article", func(b *testing.B) {
		for b.Loop() {
			sink = new(embedded).dataset(&articleIndex)
		}
	})
	b.Run("Chronicle", func(b *testing.B) {
		for b.Loop() {
			sink = new(embedded).dataset(&chronicleIndex)
		}
	})
}

// fileOf returns a file of about the size, with records of every kind.
func fileOf(tb testing.TB, size int) []byte {
	d, err := New(generated(1, size/bytesPerRecord))
	if err != nil {
		tb.Fatal(err)
	}
	file, err := d.MarshalJSON()
	if err != nil {
		tb.Fatal(err)
	}
	return file
}

// bytesPerRecord is about what a record of the generated data takes in a file,
// with its share of the actors.
const bytesPerRecord = 705

// recordsV1 decodes with encoding/json as strictly as it can.
func recordsV1(tb testing.TB, file []byte) *recordsFile {
	dec := json.NewDecoder(bytes.NewReader(file))
	dec.DisallowUnknownFields()
	var r recordsFile
	if err := dec.Decode(&r); err != nil {
		tb.Fatal(err)
	}
	return &r
}

func recordsV2(tb testing.TB, file []byte) *recordsFile {
	var r recordsFile
	if err := jsonv2.Unmarshal(file, &r, jsonv2.RejectUnknownMembers(true)); err != nil {
		tb.Fatal(err)
	}
	return &r
}

// recordsFile is a data file as a plain struct.
type recordsFile struct {
	Format string `json:"format"`
	Records
}

func BenchmarkLoadingAgainstBareDecoding(b *testing.B) {
	unlimited := Loader{Limits: Limits{Bytes: -1, Records: -1}}
	for _, size := range []int{400_000, 1_000_000, 10_000_000, 100_000_000} {
		file := fileOf(b, size)
		load := func() {
			d, err := unlimited.Decode("file", bytes.NewReader(file))
			if err != nil {
				b.Fatal(err)
			}
			sink = d
		}
		rounds := max(3, min(41, 40_000_000/size))
		name := fmt.Sprintf("%.1fMB", float64(len(file))/1e6)
		b.Run(name+"/v1strict", func(b *testing.B) { ratio(b, rounds, load, func() { sink = recordsV1(b, file) }) })
		b.Run(name+"/v2", func(b *testing.B) { ratio(b, rounds, load, func() { sink = recordsV2(b, file) }) })
		b.Run(name+"/memory", func(b *testing.B) {
			for b.Loop() {
				sink = nil
				runtime.GC()
				before := heap()
				peak := peakHeap(load) - before
				runtime.GC()
				held := heap() - before
				b.ReportMetric(float64(peak)/1e6, "peak-MB")
				b.ReportMetric(float64(held)/1e6, "held-MB")
				b.ReportMetric(float64(peak)/float64(held), "peak/held")
			}
		})
	}
}

// timed returns how long f takes, beginning without the garbage of others.
func timed(f func()) time.Duration {
	runtime.GC()
	start := time.Now()
	f()
	return time.Since(start)
}

// Theirs is Load of the same records.
func BenchmarkNewAgainstLoad(b *testing.B) {
	unlimited := Loader{Limits: Limits{Bytes: -1, Records: -1}}
	for _, size := range []int{200_000, 1_000_000, 10_000_000} {
		records, file := generated(1, size/bytesPerRecord), fileOf(b, size)
		b.Run(fmt.Sprintf("%.1fMB", float64(len(file))/1e6), func(b *testing.B) {
			ratio(b, max(15, 40_000_000/size), func() {
				d, err := unlimited.New(records)
				if err != nil {
					b.Fatal(err)
				}
				sink = d
			}, func() {
				d, err := unlimited.Decode("file", bytes.NewReader(file))
				if err != nil {
					b.Fatal(err)
				}
				sink = d
			})
		})
	}
}

func heap() uint64 {
	s := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(s)
	return s[0].Value.Uint64()
}

// peakHeap runs f and returns the most that the heap held meanwhile.
func peakHeap(f func()) uint64 {
	done, result := make(chan bool), make(chan uint64)
	go func() {
		var peak uint64
		for {
			select {
			case <-done:
				result <- max(peak, heap())
				return
			default:
				peak = max(peak, heap())
				time.Sleep(200 * time.Microsecond)
			}
		}
	}()
	f()
	close(done)
	return <-result
}
