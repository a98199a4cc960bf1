package ententebeam_test

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"golang.org/x/text/language"
)

// generate writes n records or so as files, which share their actors. Each file has
// its own view of those: other aliases, postings and citations.
func generate(t testing.TB, folder string, seed uint64, n, files int) {
	t.Helper()
	for i := range files {
		g := &generator{Rand: rand.New(rand.NewPCG(seed, uint64(i))), file: i}
		d, err := entente.New(g.records(n/files, n))
		if err != nil {
			t.Fatal(err)
		}
		save(t, folder, fmt.Sprintf("%03d.json", i), d)
	}
}

// A generator makes the records of a file.
type generator struct {
	*rand.Rand
	file int
	entente.Records
}

var nations = []entente.ID{"PK", "RU", "IN", "US", "CN", "TR", "IR", "KZ", "FR", "JP", "GB", "DE",
	"BY", "UZ", "AE", "EG", "SA", "TJ", "KG", "AM", "RURITANIA", "SUHH"}

// actors is how many organizations and officials there are for n records.
func actors(n int) int { return 20 + min(n/200, 300) }

func (g *generator) records(n, all int) entente.Records {
	source := entente.ID(fmt.Sprintf("source-%d", g.file))
	g.Title = entente.English(fmt.Sprintf("File %d", g.file))
	g.Edition = entente.Edition{Version: "1"}
	g.Authors = []string{"A", fmt.Sprintf("Author %d", g.file%3)}
	g.Licence = "CC-BY-4.0"
	g.Extra = entente.Extra{{Key: fmt.Sprintf("row-%d", g.file), Value: "1"}}
	g.Topics = []entente.TopicDeclaration{{ID: "drones", Broader: entente.TopicSecurity},
		{ID: "small-drones", Broader: "drones"}}
	g.Sources = []entente.Source{{ID: "agency"}, {ID: "shared", Reprints: "agency"},
		{ID: source, Title: entente.English("A paper"), Reprints: "shared"}}
	if g.file%2 == 0 {
		g.Sources[0].URL = "agency.example"
		g.Coverage = []entente.Coverage{{Parties: []entente.ID{"PK", nations[1+g.file%5], "bloc"},
			Kinds: []entente.Kind{entente.KindExercise, entente.KindMeeting}, Period: edtf.MustParsePeriod("2001/2012")}}
	}
	g.shared(all)
	official, org := g.some("official", all), g.some("org", all)
	for i := range n {
		a, b := g.two()
		id := entente.ID(fmt.Sprintf("r%d-%d", g.file, i))
		f := g.fact(id)
		switch g.IntN(10) {
		case 0:
			g.Partnerships = append(g.Partnerships, entente.Partnership{Fact: f, Parties: []entente.ID{a, b}})
		case 1:
			g.Agreements = append(g.Agreements, entente.Agreement{Fact: f, Name: entente.English("An agreement"),
				Parties: []entente.Party{{Actor: a, Period: edtf.MustParsePeriod("2001/2009")}, {Actor: b}, {Actor: "bloc"}},
				InForce: edtf.MustParsePeriod("2001/.."), Signatories: []entente.ID{official()}})
		case 2, 3, 4:
			e := entente.Exercise{Fact: f, Name: entente.English("An exercise"), Status: entente.StatusHeld,
				Contingents: []entente.Contingent{{Nation: a}, {Nation: b}, {Organization: org()}}}
			if g.IntN(3) == 0 {
				e.Series, e.Number = "series", 1+g.file*n+i
			}
			g.Exercises = append(g.Exercises, e)
		case 5, 6:
			g.Meetings = append(g.Meetings, entente.Meeting{Fact: f,
				Attendees: []entente.Attendee{{Actor: official(), For: a}, {Actor: b}}})
		case 7, 8:
			f.Basis = entente.BasisAttributed
			s := entente.Statement{Fact: f, Speakers: []entente.ID{official()}, Gist: entente.English("It said so")}
			if len(g.Meetings) > 0 && g.IntN(4) == 0 {
				s.Meeting = g.Meetings[g.IntN(len(g.Meetings))].ID
			}
			g.Statements = append(g.Statements, s)
		default:
			f.Basis = entente.BasisAssessed
			x := entente.Assessment{Fact: f, About: official(), Affects: []entente.ID{a}, Modality: entente.ModalityLikely,
				Gist: entente.English("It may go on")}
			if len(g.Exercises) > 0 {
				x.About = g.Exercises[g.IntN(len(g.Exercises))].ID
			}
			g.Assessments = append(g.Assessments, x)
		}
	}
	return g.Records
}

// shared makes what all files have, as this one has it.
func (g *generator) shared(all int) {
	own := func(id entente.ID) entente.Fact {
		f := g.fact(id)
		f.When, f.Topics = edtf.Period{}, nil
		f.Extra = entente.Extra{{Key: fmt.Sprintf("k%d", g.file%4), Value: "v"}}
		return f
	}
	alias := func(id entente.ID) entente.Names {
		return entente.Names{}.With(language.English, fmt.Sprintf("%s %d", id, g.file%3))
	}
	for _, id := range nations[:5] {
		g.Nations = append(g.Nations, entente.Nation{Fact: own(id), Aliases: alias(id)})
	}
	g.Nations = append(g.Nations, entente.Nation{Fact: own("RURITANIA"),
		Name: entente.English("Ruritania" + strings.Repeat(" Proper", g.file%2))})
	g.Blocs = []entente.Bloc{{Fact: own("bloc"), Name: entente.English("A bloc"), Members: nations[:3]}}
	g.Series = []entente.Series{{Fact: own("series"), Name: entente.English("A series")}}
	for i := range actors(all) {
		id := entente.ID(fmt.Sprintf("org-%d", i))
		o := entente.Organization{Fact: own(id), Name: entente.English("Organization " + fmt.Sprint(i)),
			Nation: nations[i%len(nations)]}
		if g.file%5 == 0 && i > 0 {
			o.Parent = entente.ID(fmt.Sprintf("org-%d", (i-1)/4))
		}
		g.Organizations = append(g.Organizations, o)
		id = entente.ID(fmt.Sprintf("official-%d", i))
		g.Officials = append(g.Officials, entente.Official{Fact: own(id), Name: entente.English("Official " + fmt.Sprint(i)),
			Nation: nations[i%len(nations)], Aliases: alias(id), Postings: []entente.Posting{{Organization: o.ID,
				Period: edtf.MustParsePeriod(fmt.Sprintf("%d/%d", 2000+g.file%6, 2005+g.file%6))}}})
	}
}

// fact returns what every record has.
func (g *generator) fact(id entente.ID) entente.Fact {
	f := entente.Fact{ID: id, Basis: entente.BasisReported, Topics: []entente.Topic{"small-drones"},
		Cites: []entente.Citation{{Source: g.Sources[g.IntN(len(g.Sources))].ID, Paragraphs: []int{1 + g.IntN(9)}}}}
	switch year := 1995 + g.IntN(30); g.IntN(8) {
	case 0:
	case 1:
		f.When = edtf.MustParsePeriod(fmt.Sprintf("%d~", year))
	case 2:
		f.When = edtf.MustParsePeriod(fmt.Sprintf("%d/%d", year, year+2))
	default:
		f.When = edtf.MustParsePeriod(fmt.Sprintf("%d-%02d", year, 1+g.IntN(12)))
	}
	return f
}

func (g *generator) two() (a, b entente.ID) {
	i := g.IntN(len(nations))
	return nations[i], nations[(i+1+g.IntN(len(nations)-1))%len(nations)]
}

// some returns what picks one of the shared actors.
func (g *generator) some(prefix string, all int) func() entente.ID {
	return func() entente.ID { return entente.ID(fmt.Sprintf("%s-%d", prefix, g.IntN(actors(all)))) }
}

// mergeAll does on one core what the pipeline does.
func mergeAll(t testing.TB, folder string) *entente.Dataset {
	t.Helper()
	names, err := fs.Glob(os.DirFS(folder), "*.json")
	if err != nil {
		t.Fatal(err)
	}
	var all []*entente.Dataset
	for _, name := range names {
		f, err := os.Open(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		d, err := entente.Decode(name, f)
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, d)
	}
	d, err := entente.Merge(all...)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
