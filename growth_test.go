package entente

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"math"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/nation"
	"golang.org/x/text/language"
)

var growth = flag.Bool("growth", false, "measure growth at larger sizes, in time too, and print the table")

// What costs grows with the input, and not with its square. Each dimension makes
// an input larger in one way, and each kind of work is done on it at three sizes.
// The test counts what is allocated, which does not depend on the machine. With
// -growth it takes the time as well.

// The exponents above which the test fails. Slices that grow by append take twice
// their size while they are small and five times when they are large, which is up to
// 0.33 over these sizes.
const (
	mostGrowth      = 1.2
	mostBytesGrowth = 1.4
	mostTimeGrowth  = 1.5 // which the machine blurs
)

// A dimension is one way in which an input grows.
type dimension struct {
	name string
	// fill adds n of something to sound records.
	fill func(r *Records, n int)
	// ties says that n parties of one record make n*n/2 pairs, which are results.
	ties bool
}

func nth(prefix string, i int) ID { return ID(fmt.Sprintf("%s%06d", prefix, i)) }

func factOf(id ID) Fact {
	return Fact{ID: id, Basis: BasisReported, Cites: []Citation{{Source: "s"}}}
}

// listed returns what each returns n times.
func listed[T any](n int, each func(i int) T) []T {
	list := make([]T, n)
	for i := range list {
		list[i] = each(i)
	}
	return list
}

func addOrganizations(r *Records, n int) []ID {
	for i := range n {
		r.Organizations = append(r.Organizations, Organization{Fact: factOf(nth("o", i)), Name: English("A body")})
	}
	return listed(n, func(i int) ID { return nth("o", i) })
}

func addOfficials(r *Records, n int) []ID {
	for i := range n {
		r.Officials = append(r.Officials, Official{Fact: factOf(nth("p", i)), Name: English("A person")})
	}
	return listed(n, func(i int) ID { return nth("p", i) })
}

func tagged(i int) language.Tag {
	return language.MustParse(fmt.Sprintf("en-x-a%06d", i))
}

// textOfMany returns a text in n languages. With would copy it for each.
func textOfMany(n int) Text {
	return pack(listed(n, func(i int) phrase { return phrase{tagged(i).String(), "words"} }))
}

var dimensions = []dimension{
	{name: "records", fill: func(r *Records, n int) {
		r.Exercises = listed(n, func(i int) Exercise {
			f := factOf(nth("e", i))
			f.When = edtf.MustParsePeriod(fmt.Sprintf("%d", 1950+i%70))
			return Exercise{Fact: f, Name: English("An exercise"), Contingents: []Contingent{{Nation: "PK"}, {Nation: "RU"}}}
		})
	}},
	{name: "editions of a series", fill: func(r *Records, n int) {
		r.Series = []Series{{Fact: factOf("series"), Name: English("A series")}}
		r.Exercises = listed(n, func(i int) Exercise {
			return Exercise{Fact: factOf(nth("e", i)), Name: English("An exercise"), Series: "series", Number: i + 1}
		})
	}},
	{name: "contingents", fill: func(r *Records, n int) {
		r.Exercises = []Exercise{{Fact: factOf("e"), Name: English("An exercise")}}
		for _, id := range addOrganizations(r, n) {
			r.Exercises[0].Contingents = append(r.Exercises[0].Contingents, Contingent{Organization: id, Strength: 7})
		}
	}},
	{name: "blocs as parties", ties: true, fill: func(r *Records, n int) {
		r.Partnerships = []Partnership{{Fact: factOf("partnership"), Name: English("A partnership")}}
		for i := range n / 16 {
			r.Blocs = append(r.Blocs, Bloc{Fact: factOf(nth("b", i)), Name: English("A bloc")})
			r.Partnerships[0].Parties = append(r.Partnerships[0].Parties, nth("b", i))
		}
	}},
	{name: "organizations with dated parties", fill: func(r *Records, n int) {
		r.Agreements = []Agreement{{Fact: factOf("a"), Name: English("An agreement"), Type: AgreementType(1)}}
		for i, id := range addOrganizations(r, n) {
			r.Agreements[0].Parties = append(r.Agreements[0].Parties, Party{Actor: id, Period: edtf.MustParsePeriod(fmt.Sprint(1900+i%100, "/.."))})
		}
	}},
	{name: "entries of one party", fill: func(r *Records, n int) {
		r.Agreements = []Agreement{{Fact: factOf("a"), Name: English("An agreement"), Type: AgreementType(1), Parties: []Party{{Actor: "RU"}}}}
		r.Agreements[0].Parties = append(r.Agreements[0].Parties, listed(n, func(i int) Party {
			return Party{Actor: "PK", Period: edtf.MustParsePeriod(fmt.Sprintf("%04d-%02d-%02d", 1900+i/300, 1+i/25%12, 1+i%25))}
		})...)
	}},
	{name: "attendees", fill: func(r *Records, n int) {
		r.Meetings = []Meeting{{Fact: factOf("m")}}
		for _, id := range addOfficials(r, n+2) {
			r.Meetings[0].Attendees = append(r.Meetings[0].Attendees, Attendee{Actor: id})
		}
	}},
	{name: "speakers", fill: func(r *Records, n int) {
		f := factOf("statement")
		f.Basis = BasisAttributed
		r.Statements = []Statement{{Fact: f, Gist: English("x"), Speakers: addOfficials(r, n)}}
	}},
	{name: "affected", fill: func(r *Records, n int) {
		f := factOf("assessment")
		f.Basis = BasisAssessed
		r.Assessments = []Assessment{{Fact: f, Gist: English("x"), Modality: ModalityUnhedged, Affects: addOrganizations(r, n)}}
	}},
	{name: "assessments of assessments", fill: func(r *Records, n int) {
		for i := range n {
			f := factOf(nth("assessment", i))
			f.Basis = BasisAssessed
			a := Assessment{Fact: f, Gist: English("x"), Modality: ModalityUnhedged}
			if i%50 > 0 {
				a.About = nth("assessment", i-1)
			}
			r.Assessments = append(r.Assessments, a)
		}
	}},
	{name: "postings", fill: func(r *Records, n int) {
		r.Officials = []Official{{Fact: factOf("p"), Name: English("A person")}}
		for _, id := range addOrganizations(r, n) {
			r.Officials[0].Postings = append(r.Officials[0].Postings, Posting{Title: English("Chief"), Organization: id, Period: edtf.MustParsePeriod("2020")})
		}
	}},
	{name: "organizations under a chain", fill: func(r *Records, n int) {
		for i, id := range addOrganizations(r, n) {
			if i < 40 && i > 0 {
				r.Organizations[i].Parent = nth("o", i-1)
			} else if i > 0 {
				r.Organizations[i].Parent = nth("o", 39)
			}
			_ = id
		}
	}},
	{name: "a chain of organizations", fill: func(r *Records, n int) {
		addOrganizations(r, n)
		for i := range n - 1 {
			r.Organizations[i].Parent = nth("o", i+1)
		}
	}},
	{name: "places", fill: func(r *Records, n int) {
		r.Exercises = []Exercise{{Fact: factOf("e"), Name: English("An exercise"), Places: listed(n, func(i int) Place {
			return Place{Name: English(fmt.Sprint("Place ", i)), Nation: "PK"}
		})}}
	}},
	{name: "citations", fill: func(r *Records, n int) {
		for i := range n {
			r.Sources = append(r.Sources, Source{ID: nth("s", i)})
			r.Nations[0].Cites = append(r.Nations[0].Cites, Citation{Source: nth("s", i)})
		}
	}},
	{name: "citations of one source", fill: func(r *Records, n int) {
		r.Nations[0].Cites = listed(n, func(i int) Citation { return Citation{Source: "s", Paragraphs: []int{i + 1}} })
	}},
	{name: "paragraphs", fill: func(r *Records, n int) {
		r.Nations[0].Cites[0].Paragraphs = listed(n, func(i int) int { return i + 1 })
	}},
	{name: "reprints of one source", fill: func(r *Records, n int) {
		for i := range n {
			r.Sources = append(r.Sources, Source{ID: nth("s", i), Reprints: "s"})
		}
		r.Nations[0].Cites = []Citation{{Source: nth("s", n-1)}}
	}},
	{name: "a chain of sources", fill: func(r *Records, n int) {
		for i := range n {
			r.Sources = append(r.Sources, Source{ID: nth("s", i), Reprints: "s"})
			if i > 0 {
				r.Sources[len(r.Sources)-1].Reprints = nth("s", i-1)
			}
		}
	}},
	{name: "topics declared", fill: func(r *Records, n int) {
		r.Topics = listed(n, func(i int) TopicDeclaration { return TopicDeclaration{ID: Topic(nth("t", i)), Name: English("x")} })
	}},
	{name: "topics under one topic", fill: func(r *Records, n int) {
		r.Topics = listed(n, func(i int) TopicDeclaration { return TopicDeclaration{ID: Topic(nth("t", i)), Broader: TopicSecurity} })
	}},
	{name: "topics of a record", fill: func(r *Records, n int) {
		r.Topics = listed(n, func(i int) TopicDeclaration { return TopicDeclaration{ID: Topic(nth("t", i))} })
		r.Nations[0].Topics = listed(n, func(i int) Topic { return Topic(nth("t", i)) })
	}},
	{name: "a chain of topics", fill: func(r *Records, n int) {
		r.Topics = listed(n, func(i int) TopicDeclaration {
			return TopicDeclaration{ID: Topic(nth("t", i)), Broader: Topic(nth("t", i+1))}
		})
		r.Topics[n-1].Broader = ""
	}},
	{name: "coverage", fill: func(r *Records, n int) {
		r.Coverage = listed(n, func(i int) Coverage {
			return Coverage{Parties: []ID{"PK", "RU"}, Kinds: []Kind{KindExercise},
				Period: edtf.MustParsePeriod(fmt.Sprintf("%04d-%02d", 1900+i/12, 1+i%12))}
		})
	}},
	{name: "parties of a coverage", fill: func(r *Records, n int) {
		r.Coverage = []Coverage{{Parties: addOrganizations(r, n)}}
	}},
	{name: "languages", fill: func(r *Records, n int) { r.Nations[0].Name = textOfMany(n) }},
	{name: "languages of the title", fill: func(r *Records, n int) { r.Title = textOfMany(n) }},
	{name: "aliases", fill: func(r *Records, n int) {
		r.Nations[0].Aliases = Names{}.With(language.English, listed(n, func(i int) string { return fmt.Sprint("alias ", i) })...)
	}},
	{name: "claims", fill: func(r *Records, n int) {
		r.Nations[0].Claims = listed(n, func(i int) Claim {
			return Claim{Member: "timing", Words: English(fmt.Sprint("words ", i)), Cites: []Citation{{Source: "s"}}}
		})
	}},
	{name: "identifiers", fill: func(r *Records, n int) {
		r.Nations[0].Identifiers = listed(n, func(i int) Identifier { return Identifier{"number", fmt.Sprint(i)} })
	}},
	{name: "records with one identifier", fill: func(r *Records, n int) {
		addOrganizations(r, n)
		for i := range r.Organizations {
			r.Organizations[i].Identifiers = []Identifier{{"number", "1"}}
		}
	}},
	{name: "extra", fill: func(r *Records, n int) {
		r.Nations[0].Extra = listed(n, func(i int) KeyValue { return KeyValue{string(nth("k", i)), "x"} })
	}},
	{name: "extra of the file", fill: func(r *Records, n int) {
		r.Extra = listed(n, func(i int) KeyValue { return KeyValue{string(nth("k", i)), "x"} })
	}},
	{name: "authors", fill: func(r *Records, n int) {
		r.Authors = listed(n, func(i int) string { return fmt.Sprint("Author ", i) })
	}},
	{name: "a long name", fill: func(r *Records, n int) { r.Nations[0].Name = English(strings.Repeat("a", 20*n)) }},
	{name: "words of a name", fill: func(r *Records, n int) {
		r.Nations[0].Name = English(strings.Join(listed(n, func(i int) string { return fmt.Sprint("w", i) }), " "))
	}},
	{name: "records of one name", fill: func(r *Records, n int) { addOrganizations(r, n) }},
}

// at returns the records of a dimension at a size, or another view of them: the
// same IDs, with other content that contradicts nothing.
func (d dimension) at(n int, other bool) Records {
	r := Records{Title: English("Data"), Sources: []Source{{ID: "s"}},
		Nations: []Nation{{Fact: factOf("PK")}, {Fact: factOf("RU")}}}
	d.fill(&r, n)
	if other {
		for _, rec := range recordsOf(&r).recs {
			f := rec.fact()
			f.Note = f.Note.With(language.Russian, "слова")
			f.Topics = append(f.Topics, TopicTraining)
		}
		for i := range r.Sources {
			r.Sources[i].Note = English("x")
		}
	}
	return r
}

// A task is a kind of work. It returns how many results there are beside what is
// in proportion to the input.
type task struct {
	name string
	do   func(in *inputs) (results int, err error)
}

// inputs are what work is done on.
type inputs struct {
	records   Records
	file      []byte
	d, other  *Dataset // of the same IDs
	sum, plus Summary
}

func must(_ *Dataset, err error) (int, error) { return 0, err }

func drain[T any](seq func(func(T) bool)) (n int, err error) {
	for range seq {
		n++
	}
	return 0, nil
}

func nothing(any) (int, error) { return 0, nil }

var tasks = []task{
	{"Decode", func(in *inputs) (int, error) { return must(Decode("f", bytes.NewReader(in.file))) }},
	{"New", func(in *inputs) (int, error) { return must(New(in.records)) }},
	{"New with a base", func(in *inputs) (int, error) {
		return must((&Loader{Base: in.d}).New(Records{Sources: []Source{{ID: "another"}}}))
	}},
	{"Merge with a view", func(in *inputs) (int, error) { return must(Merge(in.d, in.other)) }},
	{"Merge with itself", func(in *inputs) (int, error) { return must(Merge(in.d, in.d)) }},
	{"Changes", func(in *inputs) (int, error) { return nothing(Changes(in.d, in.other)) }},
	{"Changes from nothing", func(in *inputs) (int, error) { return nothing(Changes(nil, in.d)) }},
	{"Equal", func(in *inputs) (int, error) { return nothing(in.d.Equal(in.other)) }},
	{"Union with a view", func(in *inputs) (int, error) { return nothing(in.d.Union(in.other)) }},
	{"Union of parts", func(in *inputs) (int, error) { return nothing(in.d.OfKind(KindNation).Union(in.d.Citing("s"))) }},
	{"WriteTo", func(in *inputs) (int, error) { _, err := in.d.WriteTo(io.Discard); return 0, err }},
	{"WriteTo of a part", func(in *inputs) (int, error) {
		_, err := in.d.OfKind(KindNation, KindExercise, KindMeeting).WriteTo(io.Discard)
		return 0, err
	}},
	{"Between", func(in *inputs) (int, error) { return nothing(in.d.Between("PK", "RU").Answer()) }},
	{"Between, During", func(in *inputs) (int, error) {
		return nothing(in.d.Between("o000000", "o000001").During(edtf.MustParsePeriod("1990")).Answer())
	}},
	{"About", func(in *inputs) (int, error) { return nothing(in.d.About(TopicSecurity)) }},
	{"Affecting", func(in *inputs) (int, error) { return nothing(in.d.Affecting("o000000")) }},
	{"Citing", func(in *inputs) (int, error) { return nothing(in.d.Citing("s")) }},
	{"Filter", func(in *inputs) (int, error) { return nothing(in.d.Filter(func(Record) bool { return true })) }},
	{"Except", func(in *inputs) (int, error) { return nothing(in.d.Except(in.other)) }},
	{"Identified", func(in *inputs) (int, error) { return nothing(in.d.Identified("number", "1")) }},
	{"Find", func(in *inputs) (int, error) { return nothing(in.d.Find("body w1")) }},
	{"Find a long name", func(in *inputs) (int, error) { return nothing(in.d.Find(in.d.Name("PK", language.English))) }},
	{"All", func(in *inputs) (int, error) { return drain(in.d.All()) }},
	{"Timeline", func(in *inputs) (int, error) { return drain(in.d.Timeline()) }},
	{"Sources", func(in *inputs) (int, error) { return drain(in.d.Citing("s").Sources()) }},
	{"Coverage", func(in *inputs) (int, error) { return nothing(in.d.Coverage()) }},
	{"Topics", func(in *inputs) (int, error) { return nothing(in.d.Topics()) }},
	{"lookup", func(in *inputs) (int, error) { in.d.Record("PK"); in.d.Source("s"); return 0, nil }},
	{"Summary", func(in *inputs) (int, error) { return len(in.d.Summary().Pairs), nil }},
	{"Plus", func(in *inputs) (int, error) { return len(in.sum.Plus(in.plus).Pairs), nil }},
	{"PairYears", func(in *inputs) (results int, err error) {
		for range in.d.PairYears(2000, 2001) {
			results++
		}
		return results, nil
	}},
}

// measure returns what the work takes: bytes, allocations, and the best time of
// several.
func measure(rounds int, do func()) (cost [3]float64) {
	cost = [3]float64{math.Inf(1), math.Inf(1), math.Inf(1)}
	for range rounds {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := time.Now()
		do()
		took := time.Since(start)
		runtime.ReadMemStats(&after)
		for i, x := range []float64{float64(after.TotalAlloc - before.TotalAlloc), float64(after.Mallocs - before.Mallocs), float64(took)} {
			cost[i] = min(cost[i], x)
		}
	}
	return cost
}

// exponent fits the exponent of the growth of costs to sizes. It goes by what is
// added, so that what every input costs does not hide the growth, and over several
// steps, so that slices that double do not show. Costs of less than least are of no
// concern.
func exponent(sizes, costs []float64, least float64) float64 {
	last := len(costs) - 1
	if costs[last] < least {
		return 0
	}
	added, before := costs[last]-costs[last-1], max(costs[1]-costs[0], least/256)
	if added <= 0 {
		return 0
	}
	return math.Log(added/before) / math.Log((sizes[last]-sizes[last-1])/(sizes[1]-sizes[0]))
}

// growthSizes are those at which costs are taken.
func growthSizes() []int {
	if *growth {
		return []int{250, 1000, 4000, 16000}
	}
	return []int{50, 200, 800, 3200}
}

// grows fails if the work grows too fast. Do makes the input of a size and returns
// the work on it, which returns its number of results.
func grows(t *testing.T, name string, do func(n int) (work func() (results int, err error), err error)) {
	rounds := 1
	if *growth {
		rounds = 3
	}
	var sizes []float64
	var costs [3][]float64
	for _, n := range growthSizes() {
		work, err := do(n)
		var results int
		var cost [3]float64
		if err == nil {
			cost = measure(rounds, func() { results, err = work() })
		}
		switch {
		case errors.Is(err, ErrLimit) && n > growthSizes()[0]:
			if *growth {
				t.Logf("%-60s refused at %d", name, n)
			}
			return
		case err != nil:
			t.Errorf("%s at %d: %v", name, n, err)
			return
		}
		sizes = append(sizes, float64(n+results))
		for i := range costs {
			costs[i] = append(costs[i], cost[i])
		}
	}
	e := [3]float64{exponent(sizes, costs[0], 1<<18), exponent(sizes, costs[1], 4096), exponent(sizes, costs[2], 1e7)}
	if *growth {
		t.Logf("%-60s %5.2f bytes %5.2f allocations %5.2f time; at last %9.0f bytes %8.0f allocations %8.2f ms", name, e[0], e[1], e[2],
			costs[0][len(sizes)-1], costs[1][len(sizes)-1], costs[2][len(sizes)-1]/1e6)
	}
	for i, what := range []string{"bytes", "allocations", "time"} {
		most := []float64{mostBytesGrowth, mostGrowth, mostTimeGrowth}[i]
		if what == "time" && !*growth {
			continue
		}
		if e[i] > most {
			t.Errorf("%s: the exponent of %s is %.2f (sizes %v, costs %.0f)", name, what, e[i], sizes, costs[i])
		}
	}
}

func TestGrowth_OfWorkOnDatasets(t *testing.T) {
	for _, dim := range dimensions {
		made := make(map[int]*inputs)
		for _, task := range tasks {
			grows(t, task.name+" by "+dim.name, func(n int) (func() (int, error), error) {
				in, err := made[n], error(nil)
				if in == nil {
					if in, err = dim.inputs(n); err != nil {
						return nil, err
					}
					made[n] = in
				}
				return func() (int, error) { return task.do(in) }, nil
			})
		}
	}
}

// inputs makes the inputs of a dimension at a size.
func (d dimension) inputs(n int) (*inputs, error) {
	in := &inputs{records: d.at(n, false)}
	var err error
	if in.d, err = New(in.records); err != nil {
		return nil, err
	}
	if in.other, err = New(d.at(n, true)); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if _, err = in.d.WriteTo(&b); err != nil {
		return nil, err
	}
	in.file = b.Bytes()
	in.sum, in.plus = in.d.Summary(), in.other.Summary()
	return in, nil
}

// Problems cost in proportion to their number, also without a limit on it.
func TestGrowth_OfProblems(t *testing.T) {
	for name, fill := range map[string]func(r *Records, n int){
		"unknown topics": func(r *Records, n int) {
			r.Nations[0].Topics = listed(n, func(i int) Topic { return Topic(nth("t", i)) })
		},
		"topics that are none": func(r *Records, n int) { r.Nations[0].Topics = listed(n, func(i int) Topic { return "No Topic" }) },
		"references to nothing": func(r *Records, n int) {
			r.Partnerships = []Partnership{{Fact: factOf("partnership"), Name: English("x"), Parties: listed(n, func(i int) ID { return nth("o", i) })}}
		},
		"records of one ID": func(r *Records, n int) {
			addOrganizations(r, n)
			for i := range r.Organizations {
				r.Organizations[i].ID = "one"
			}
		},
		"empty records":     func(r *Records, n int) { r.Organizations = make([]Organization, n) },
		"empty sources":     func(r *Records, n int) { r.Sources = append(r.Sources, make([]Source, n)...) },
		"empty claims":      func(r *Records, n int) { r.Nations[0].Claims = make([]Claim, n) },
		"sources of one ID": func(r *Records, n int) { r.Sources = listed(n, func(i int) Source { return Source{ID: "s"} }) },
		"parties of one ID": func(r *Records, n int) {
			r.Partnerships = []Partnership{{Fact: factOf("x"), Name: English("x"), Parties: listed(n, func(i int) ID { return "PK" })}}
		},
		"a ring of parents": func(r *Records, n int) {
			addOrganizations(r, n)
			for i := range n {
				r.Organizations[i].Parent = nth("o", (i+1)%n)
			}
		},
		"bad paragraphs": func(r *Records, n int) { r.Nations[0].Cites[0].Paragraphs = make([]int, n) },
	} {
		dim := dimension{name: name, fill: fill}
		for _, l := range []*Loader{{Limits: Limits{Problems: -1}}, {Limits: Limits{Problems: -1}, Reject: func(Rejected) {}}} {
			what := "New by "
			if l.Reject != nil {
				what = "New with Reject by "
			}
			grows(t, what+name, func(n int) (func() (int, error), error) {
				in := dim.at(n, false)
				return func() (int, error) { l.New(in); return 0, nil }, nil
			})
		}
	}
}

// A merge of data that contradicts costs in proportion to what contradicts.
func TestGrowth_OfConflicts(t *testing.T) {
	grows(t, "Merge by conflicts", func(n int) (func() (int, error), error) {
		var ds []*Dataset
		for i := range 2 {
			r := dimensions[0].at(n, false)
			for k := range r.Exercises {
				r.Exercises[k].Name = English(fmt.Sprint("Name ", i))
			}
			d, err := New(r)
			if err != nil {
				return nil, err
			}
			ds = append(ds, d)
		}
		return func() (int, error) { Merge(ds...); Changes(ds[0], ds[1]); return 0, nil }, nil
	})
	grows(t, "Merge by conflicting languages", func(n int) (func() (int, error), error) {
		var ds []*Dataset
		for i := range 2 {
			r := dimensions[0].at(1, false)
			r.Exercises[0].Name = pack(listed(n, func(k int) phrase { return phrase{tagged(k).String(), fmt.Sprint("words ", i)} }))
			d, err := New(r)
			if err != nil {
				return nil, err
			}
			ds = append(ds, d)
		}
		return func() (int, error) { Merge(ds...); Changes(ds[0], ds[1]); return 0, nil }, nil
	})
	grows(t, "Merge by datasets", func(n int) (func() (int, error), error) {
		n /= 4
		var ds []*Dataset
		for i := range n {
			r := dimensions[0].at(1, false)
			r.Nations[0].Note = English("x").With(tagged(i), "words")
			ds = append(ds, mustNew(t, r))
		}
		return func() (int, error) { return must(Merge(ds...)) }, nil
	})
}

// Texts of any length that are no date, and names of any length that are no
// state's, cost in proportion to their length.
func TestGrowth_OfDatesAndNations(t *testing.T) {
	Article().Find("x") // which builds its index
	for name, text := range map[string]string{
		"slashes": "2024/", "digits": "2", "dots": "..", "tildes": "~", "X": "X", "blanks": " ", "hyphens": "2024-", "letters": "May ", "Cyrillic": "Пакистан ",
	} {
		for what, do := range map[string]func(s string){
			"ParsePeriod":   func(s string) { edtf.ParsePeriod(s) },
			"ParseDate":     func(s string) { edtf.ParseDate(s) },
			"nation.Lookup": func(s string) { nation.Lookup(s) },
			"Find":          func(s string) { Article().Find(s) },
		} {
			grows(t, what+" of "+name, func(n int) (func() (int, error), error) {
				s := strings.Repeat(text, 20*n)
				return func() (int, error) { do(s); return 0, nil }, nil
			})
		}
	}
}

// Texts and names are made whole; With copies what there is.
func TestGrowth_OfTexts(t *testing.T) {
	for what, do := range map[string]func(text Text, names Names){
		"Text.All":            func(text Text, _ Names) { drain2(text.All()) },
		"Text.With":           func(text Text, _ Names) { text.With(language.Urdu, "x") },
		"Text.In":             func(text Text, _ Names) { text.In(language.Urdu) },
		"Text.MarshalJSON":    func(text Text, _ Names) { jsonOf(text) },
		"Text.UnmarshalJSON":  func(text Text, _ Names) { new(Text).UnmarshalJSON([]byte(jsonOf(text))) },
		"Names.String":        func(_ Text, names Names) { _ = names.String() },
		"Names.All":           func(_ Text, names Names) { drain2(names.All()) },
		"Names.With":          func(_ Text, names Names) { names.With(language.Urdu, names.In(language.English)...) },
		"Names.UnmarshalJSON": func(_ Text, names Names) { new(Names).UnmarshalJSON([]byte(jsonOf(names))) },
	} {
		grows(t, what, func(n int) (func() (int, error), error) {
			text := textOfMany(n)
			names := Names{}.With(language.English, listed(n, func(i int) string { return fmt.Sprint("alias ", i) })...)
			return func() (int, error) { do(text, names); return 0, nil }, nil
		})
	}
}

func drain2[K, V any](seq func(func(K, V) bool)) {
	for range seq {
	}
}

func TestExponent_TellsLinearFromQuadratic(t *testing.T) {
	sizes := []float64{60, 240, 960, 3840}
	for want, f := range map[float64]func(n float64) float64{
		1: func(n float64) float64 { return 5e5 + 30*n },
		2: func(n float64) float64 { return 5e5 + n*n },
	} {
		var costs []float64
		for _, n := range sizes {
			costs = append(costs, f(n))
		}
		if e := exponent(sizes, costs, 1); math.Abs(e-want) > 0.05 {
			t.Errorf("the exponent of %v at %v is %.2f, want %v", costs, sizes, e, want)
		}
	}
	if !slices.IsSorted(growthSizes()) {
		t.Error("the sizes do not grow")
	}
}
