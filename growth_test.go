package entente

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/internal/growth"
	"github.com/entente-go/entente/nation"
	"golang.org/x/text/language"
)

// What costs grows with the input, and not with its square. Each dimension makes
// an input larger in one way, and each kind of work is done on it at sizes that
// double; see package growth.
var meter = growth.Meter{Limit: ErrLimit}

// A dimension is one way in which an input grows.
type dimension struct {
	name string
	// fill adds n of something to sound records, or what makes n pairs.
	fill func(r *Records, n int)
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
	{name: "blocs as parties", fill: func(r *Records, n int) {
		r.Partnerships = []Partnership{{Fact: factOf("partnership"), Name: English("A partnership")}}
		for i := range int(math.Sqrt(float64(2*n))) + 1 { // which make n pairs
			r.Blocs = append(r.Blocs, Bloc{Fact: factOf(nth("b", i)), Name: English("A bloc")})
			r.Partnerships[0].Parties = append(r.Partnerships[0].Parties, nth("b", i))
		}
	}},
	{name: "blocs as dated parties", fill: func(r *Records, n int) {
		r.Agreements = []Agreement{{Fact: factOf("a"), Name: English("An agreement"), Type: AgreementType(1)}}
		for i := range int(math.Sqrt(float64(2*n))) + 1 {
			r.Blocs = append(r.Blocs, Bloc{Fact: factOf(nth("b", i)), Name: English("A bloc")})
			r.Agreements[0].Parties = append(r.Agreements[0].Parties, Party{Actor: nth("b", i), Period: edtf.MustParsePeriod(fmt.Sprint(1900+i%100, "/.."))})
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

// inputs are what work is done on.
type inputs struct {
	records   Records
	file      []byte
	d, other  *Dataset // of the same IDs
	sum, plus Summary
}

// sent reports the bytes written as operations.
func sent(n int64, err error) (growth.Done, error) { return growth.Done{Operations: int(n)}, err }

func must(_ *Dataset, err error) (growth.Done, error) { return growth.Done{}, err }

func drain[T any](seq func(func(T) bool)) (growth.Done, error) {
	for range seq {
	}
	return nothing(nil)
}

func nothing(any) (done growth.Done, err error) { return done, nil }

func results(n int) (growth.Done, error) { return growth.Done{Results: n}, nil }

var tasks = []growth.Task[*inputs]{
	{Name: "Decode", Do: func(in *inputs) (growth.Done, error) { return must(Decode("f", bytes.NewReader(in.file))) }},
	{Name: "New", Do: func(in *inputs) (growth.Done, error) { return must(New(in.records)) }},
	{Name: "New with a base", Do: func(in *inputs) (growth.Done, error) {
		return must((&Loader{Base: in.d}).New(Records{Sources: []Source{{ID: "another"}}}))
	}},
	{Name: "Merge with a view", Do: func(in *inputs) (growth.Done, error) { return must(Merge(in.d, in.other)) }},
	{Name: "Merge with itself", Do: func(in *inputs) (growth.Done, error) { return must(Merge(in.d, in.d)) }},
	{Name: "Changes", Do: func(in *inputs) (growth.Done, error) { return nothing(Changes(in.d, in.other)) }},
	{Name: "Changes from nothing", Do: func(in *inputs) (growth.Done, error) { return nothing(Changes(nil, in.d)) }},
	{Name: "Equal", Do: func(in *inputs) (growth.Done, error) { return nothing(in.d.Equal(in.other)) }},
	{Name: "Union with a view", Do: func(in *inputs) (growth.Done, error) { return nothing(in.d.Union(in.other)) }},
	{Name: "Union of parts", Do: func(in *inputs) (growth.Done, error) { return nothing(in.d.OfKind(KindNation).Union(in.d.Citing("s"))) }},
	{Name: "WriteTo", Do: func(in *inputs) (growth.Done, error) { return sent(in.d.WriteTo(io.Discard)) }},
	{Name: "WriteTo of a part", Do: func(in *inputs) (growth.Done, error) {
		return sent(in.d.OfKind(KindNation, KindExercise, KindMeeting).WriteTo(io.Discard))
	}},
	{Name: "Between", Do: func(in *inputs) (growth.Done, error) { return nothing(in.d.Between("PK", "RU").Answer()) }},
	{Name: "Between, During", Do: func(in *inputs) (growth.Done, error) {
		return nothing(in.d.Between("o000000", "o000001").During(edtf.MustParsePeriod("1990")).Answer())
	}},
	{Name: "About", Do: func(in *inputs) (growth.Done, error) { return nothing(in.d.About(TopicSecurity)) }},
	{Name: "Affecting", Do: func(in *inputs) (growth.Done, error) { return nothing(in.d.Affecting("o000000")) }},
	{Name: "Citing", Do: func(in *inputs) (growth.Done, error) { return nothing(in.d.Citing("s")) }},
	{Name: "Filter", Do: func(in *inputs) (growth.Done, error) { return nothing(in.d.Filter(func(Record) bool { return true })) }},
	{Name: "Except", Do: func(in *inputs) (growth.Done, error) { return nothing(in.d.Except(in.other)) }},
	{Name: "Identified", Do: func(in *inputs) (growth.Done, error) { return nothing(in.d.Identified("number", "1")) }},
	{Name: "Find", Do: func(in *inputs) (growth.Done, error) { return nothing(in.d.Find("body w1")) }},
	{Name: "Find a long name", Do: func(in *inputs) (growth.Done, error) { return nothing(in.d.Find(in.d.Name("PK", language.English))) }},
	{Name: "All", Do: func(in *inputs) (growth.Done, error) { return drain(in.d.All()) }},
	{Name: "Timeline", Do: func(in *inputs) (growth.Done, error) { return drain(in.d.Timeline()) }},
	{Name: "Sources", Do: func(in *inputs) (growth.Done, error) { return drain(in.d.Citing("s").Sources()) }},
	{Name: "Coverage", Do: func(in *inputs) (growth.Done, error) { return nothing(in.d.Coverage()) }},
	{Name: "Topics", Do: func(in *inputs) (growth.Done, error) { return nothing(in.d.Topics()) }},
	{Name: "lookup", Do: func(in *inputs) (growth.Done, error) { in.d.Record("PK"); in.d.Source("s"); return nothing(nil) }},
	{Name: "Summary", Do: func(in *inputs) (growth.Done, error) { return results(len(in.d.Summary().Pairs)) }},
	{Name: "Plus", Do: func(in *inputs) (growth.Done, error) { return results(len(in.sum.Plus(in.plus).Pairs)) }},
	{Name: "PairYears", Do: func(in *inputs) (growth.Done, error) {
		n := 0
		for range in.d.PairYears(2000, 2001) {
			n++
		}
		return results(n)
	}},
}

func TestGrowth_OfWorkOnDatasets(t *testing.T) {
	all := listed(len(dimensions), func(i int) growth.Dimension[*inputs] {
		return growth.Dimension[*inputs]{Name: dimensions[i].name, At: dimensions[i].inputs}
	})
	growth.Table(t, meter, all, tasks)
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
			meter.Test(t, what+name, func(n int) (func() (growth.Done, error), error) {
				in := dim.at(n, false)
				return func() (growth.Done, error) { l.New(in); return nothing(nil) }, nil
			})
		}
	}
}

// So do slips of syntax that the slow reading puts right.
func TestGrowth_OfSlips(t *testing.T) {
	for name, slip := range map[string]string{
		"commas too many": `{"id": "s%d",},`, "commas missing": `{"id" : "s%d"} `, "comments": `{"id": "s%d"}, /* one */`, "quotation marks": `{“id”: 's%d'},`,
	} {
		l := &Loader{Limits: Limits{Problems: -1}}
		meter.Test(t, "Decode with "+name, func(n int) (func() (growth.Done, error), error) {
			var b strings.Builder
			b.WriteString(`{"format": "entente/1", "sources": [`)
			for i := range n {
				fmt.Fprintf(&b, slip, i)
			}
			b.WriteString(`{"id": "last"}]}`)
			return func() (growth.Done, error) { l.Decode("f", strings.NewReader(b.String())); return nothing(nil) }, nil
		})
	}
}

// A merge of data that contradicts costs in proportion to what contradicts.
func TestGrowth_OfConflicts(t *testing.T) {
	meter.Test(t, "Merge by conflicts", func(n int) (func() (growth.Done, error), error) {
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
		return func() (growth.Done, error) { Merge(ds...); Changes(ds[0], ds[1]); return nothing(nil) }, nil
	})
	meter.Test(t, "Merge by conflicting languages", func(n int) (func() (growth.Done, error), error) {
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
		return func() (growth.Done, error) { Merge(ds...); Changes(ds[0], ds[1]); return nothing(nil) }, nil
	})
	meter.Test(t, "Merge by datasets", func(n int) (func() (growth.Done, error), error) {
		n /= 4
		var ds []*Dataset
		for i := range n {
			r := dimensions[0].at(1, false)
			r.Nations[0].Note = English("x").With(tagged(i), "words")
			ds = append(ds, mustNew(t, r))
		}
		return func() (growth.Done, error) { return must(Merge(ds...)) }, nil
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
			meter.Test(t, what+" of "+name, func(n int) (func() (growth.Done, error), error) {
				s := strings.Repeat(text, 20*n)
				return func() (growth.Done, error) { do(s); return nothing(nil) }, nil
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
		meter.Test(t, what, func(n int) (func() (growth.Done, error), error) {
			text := textOfMany(n)
			names := Names{}.With(language.English, listed(n, func(i int) string { return fmt.Sprint("alias ", i) })...)
			return func() (growth.Done, error) { do(text, names); return nothing(nil) }, nil
		})
	}
}

func drain2[K, V any](seq func(func(K, V) bool)) {
	for range seq {
	}
}
