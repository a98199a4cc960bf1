package main

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"golang.org/x/text/language"
)

var (
	nations = []entente.ID{"PK", "RU", "IN", "US", "CN", "TR", "IR", "KZ", "FR", "JP"}
	topics  = []entente.Topic{entente.TopicCounterterrorism, entente.TopicMaritimeSecurity, entente.TopicTraining,
		entente.TopicCombatReadiness, entente.TopicNavalExercises, entente.TopicArmsSupply}
)

// A maker makes sound records. The same seed makes the same.
type maker struct {
	*rand.Rand
	entente.Records
}

// newMaker returns a maker that has the nations, and nothing else yet.
func newMaker() *maker {
	m := &maker{Rand: rand.New(rand.NewPCG(1, 2))}
	m.Sources = []entente.Source{
		{ID: "agency", Publisher: entente.English("An agency"), Published: edtf.MustParseDate("2019")},
		{ID: "paper", Title: entente.English("A paper"), URL: "example.org/1", Language: "en"},
	}
	for i, code := range nations {
		f := m.fact("nation", i)
		f.ID, f.When = code, edtf.Period{}
		m.Nations = append(m.Nations, entente.Nation{Fact: f})
	}
	return m
}

// exercises returns the records of n exercises of two nations.
func exercises(n int) entente.Records {
	m := newMaker()
	for i := range n {
		m.Exercises = append(m.Exercises, m.exercise(i))
	}
	return m.Records
}

// everything returns about n records of every kind.
func everything(n int) entente.Records {
	m := newMaker()
	m.Blocs = []entente.Bloc{{Fact: m.fact("bloc", 0), Name: m.words("A bloc"), Abbreviation: entente.English("B"), Members: nations[:4]}}
	m.Regions = []entente.Region{{Fact: m.fact("region", 0), Name: m.words("A region"), M49: "034"}}
	for i := range 5 + n/20 {
		m.Organizations = append(m.Organizations, entente.Organization{Fact: m.fact("organization", i), Name: m.words("A ministry of defence"),
			Abbreviation: entente.English("MoD"), Type: entente.OrganizationTypeMinistry, Nation: m.nation()})
		m.Officials = append(m.Officials, entente.Official{Fact: m.fact("official", i), Name: m.words("An official"), Nation: m.nation(),
			Postings: []entente.Posting{{Title: m.words("Deputy minister"), Organization: m.Organizations[i].ID, Period: edtf.MustParsePeriod("2015/..")}}})
	}
	official := func() entente.ID { return m.Officials[m.IntN(len(m.Officials))].ID }
	for i := range n * 9 / 10 {
		a, b := m.two()
		switch m.IntN(20) {
		case 0:
			m.Partnerships = append(m.Partnerships, entente.Partnership{Fact: m.fact("partnership", i), Name: m.words("A partnership"),
				Parties: []entente.ID{a, b}, Trend: entente.TrendGrowing})
		case 1, 2:
			m.Agreements = append(m.Agreements, entente.Agreement{Fact: m.fact("agreement", i), Name: m.words("An agreement on training"),
				Type: entente.AgreementTypeContract, Parties: []entente.Party{{Actor: a}, {Actor: b}}, Signatories: []entente.ID{official()}, InForce: m.month()})
		case 3:
			m.Series = append(m.Series, entente.Series{Fact: m.fact("series", i), Name: m.words("A series"), Parties: []entente.ID{a, b}})
		case 4, 5, 6, 7, 8:
			e := m.exercise(i)
			if len(m.Series) > 0 {
				e.Series, e.Number = m.Series[len(m.Series)-1].ID, i
			}
			m.Exercises = append(m.Exercises, e)
		case 9, 10, 11, 12:
			m.Meetings = append(m.Meetings, entente.Meeting{Fact: m.fact("meeting", i), Purpose: m.words("to speak about what comes next"),
				Attendees: []entente.Attendee{{Actor: m.Officials[i%len(m.Officials)].ID, For: a, Leads: true}, {Actor: b}}, Places: []entente.Place{{Name: m.words("The capital"), Nation: a}}})
		case 13, 14, 15, 16:
			f := m.fact("statement", i)
			f.Basis = entente.BasisAttributed
			m.Statements = append(m.Statements, entente.Statement{Fact: f, Speakers: []entente.ID{official()}, For: a, To: []entente.ID{b},
				Gist: m.words("that both forces gain from what they do together, and that more of it is to come")})
		default:
			f := m.fact("assessment", i)
			f.Basis = entente.BasisAssessed
			m.Assessments = append(m.Assessments, entente.Assessment{Fact: f, About: a, Affects: []entente.ID{b},
				Gist: m.words("that it may change what others in the region expect"), Modality: entente.ModalityPossible, Hedge: "may"})
		}
	}
	return m.Records
}

func (m *maker) exercise(i int) entente.Exercise {
	a, b := m.two()
	return entente.Exercise{Fact: m.fact("exercise", i), Name: m.words("An exercise of two nations"), Status: entente.Status(1 + m.IntN(5)),
		Places:      []entente.Place{{Name: entente.English("A range"), Nation: a}},
		Contingents: []entente.Contingent{{Nation: a, Strength: 100, Role: entente.RoleHost}, {Nation: b}},
		Aims:        entente.English("to train together in what both forces may be asked to do")}
}

func (m *maker) fact(kind string, i int) entente.Fact {
	f := entente.Fact{ID: entente.ID(fmt.Sprintf("%s-%d", kind, i)), When: m.month(), Basis: entente.BasisReported,
		Cites: []entente.Citation{{Source: m.Sources[m.IntN(2)].ID, Paragraphs: []int{1 + m.IntN(25)}}}}
	for range 1 + m.IntN(2) {
		if t := topics[m.IntN(len(topics))]; !slices.Contains(f.Topics, t) {
			f.Topics = append(f.Topics, t)
		}
	}
	return f
}

func (m *maker) month() edtf.Period {
	return edtf.MustParsePeriod(fmt.Sprintf("%d-%02d", 1954+m.IntN(70), 1+m.IntN(12)))
}

// words returns English words, and half of the time Russian ones as well.
func (m *maker) words(english string) entente.Text {
	t := entente.English(english)
	if m.IntN(2) == 0 {
		t = t.With(language.Russian, "Слова о том же на другом языке")
	}
	return t
}

func (m *maker) nation() entente.ID { return nations[m.IntN(len(nations))] }

// two returns two nations.
func (m *maker) two() (a, b entente.ID) {
	i := m.IntN(len(nations))
	return nations[i], nations[(i+1+m.IntN(len(nations)-1))%len(nations)]
}

// dataset makes a dataset of sound records.
func dataset(r entente.Records) *entente.Dataset { return must(entente.New(r)) }

// file returns a file of about the size, with records of every kind.
func file(size int) []byte {
	sample := must(dataset(everything(1000)).MarshalJSON())
	return must(dataset(everything(1000 * size / len(sample))).MarshalJSON())
}
