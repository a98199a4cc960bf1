package entente

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/entente-go/entente/edtf"
	"golang.org/x/text/language"
)

// generated returns sound records that use every part of the model: about n of
// them beside the actors. The same seed gives the same records.
func generated(seed uint64, n int) Records {
	g := &generator{Rand: rand.New(rand.NewPCG(seed, 1))}
	g.actors(8 + n/20)
	for i := range n {
		switch g.IntN(20) {
		case 0:
			g.Partnerships = append(g.Partnerships, Partnership{Fact: g.fact("partnership", i),
				Name: g.text(), Parties: g.some(2, 3, g.bodies), Nature: g.text(), Trend: Trend(g.IntN(len(trendEnum.names)))})
		case 1, 2:
			g.Agreements = append(g.Agreements, Agreement{Fact: g.fact("agreement", i), Name: g.text(), Aliases: g.aliases(),
				Type:    AgreementType(g.IntN(len(agreementTypeEnum.names))),
				Parties: g.parties(), Signatories: g.some(0, 2, g.officials),
				Places: g.places(), InForce: g.period(), Gist: g.text(),
				Partnership: g.maybe(ids(g.Partnerships)), Under: g.maybe(ids(g.Agreements))})
		case 3:
			g.Series = append(g.Series, Series{Fact: g.fact("series", i), Name: g.words(), Aliases: g.aliases(),
				Meaning: g.text(), Parties: g.some(0, 3, g.bodies)})
		case 4, 5, 6, 7, 8:
			g.Exercises = append(g.Exercises, g.exercise(i))
		case 9, 10, 11, 12:
			g.Meetings = append(g.Meetings, g.meeting(i))
		case 13, 14, 15, 16:
			f := g.fact("statement", i)
			f.Basis, f.By = BasisAttributed, ""
			g.Statements = append(g.Statements, Statement{Fact: f, Speakers: g.some(1, 2, g.everyActor),
				For: g.maybe(g.bodies), To: g.some(0, 2, g.everyActor),
				Act: SpeechAct(g.IntN(len(speechActEnum.names))), Gist: g.words(),
				Meeting: g.maybe(ids(g.Meetings))})
		default:
			g.Assessments = append(g.Assessments, g.assessment(i))
		}
	}
	return g.Records
}

type generator struct {
	*rand.Rand
	Records
	bodies, officials, organizations, nations, everyActor, affected []ID
}

func (g *generator) actors(n int) {
	g.Title = g.words()
	g.Topics = []TopicDeclaration{
		{ID: "drones", Name: g.text(), Broader: "capability"}, {ID: "small-drones", Broader: "drones"},
	}
	g.Sources = []Source{
		{ID: "agency", Publisher: English("An agency"), Published: edtf.MustParseDate("2019")},
		{ID: "paper", Title: g.text(), Authors: []string{"A. Author"}, URL: "example.org/1",
			Language: "en", Reprints: "agency"},
		{ID: "report", Note: g.text(), Archived: "example.org/copy", Accessed: edtf.MustParseDate("2024-10-20"),
			Identifiers: []Identifier{{"doi", "10.1/1"}}, Extra: Extra{{"row", "1"}}},
	}
	g.Edition = Edition{"1.0.0", edtf.MustParseDate("2024")}
	g.Authors, g.Licence = []string{"A. Author"}, "CC-BY-4.0"
	g.Extra = Extra{{"row-7", "an address"}}
	for _, code := range []ID{"PK", "RU", "IN", "US", "CN", "TR", "IR", "KZ", "SUHH", "XK"} {
		f := g.fact("", 0)
		f.ID = code
		g.Nations = append(g.Nations, Nation{Fact: f, Name: g.text(), Aliases: g.aliases(), Exists: g.period()})
		g.nations = append(g.nations, code)
	}
	own := g.fact("", 0)
	own.ID = "FREEDONIA"
	g.Nations = append(g.Nations, Nation{Fact: own, Name: g.words()})
	g.nations = append(g.nations, own.ID, "FR", "PRUSSIA") // the last two without a record
	for i := range 2 {
		g.Blocs = append(g.Blocs, Bloc{Fact: g.fact("bloc", i), Name: g.words(), Abbreviation: English("B"),
			Aliases: g.aliases(), Members: g.some(0, 4, g.nations)})
		g.Regions = append(g.Regions, Region{Fact: g.fact("region", i), Name: g.words(), Aliases: g.aliases(), M49: "034"})
	}
	for i := range n {
		g.Organizations = append(g.Organizations, Organization{Fact: g.fact("organization", i), Name: g.words(),
			Abbreviation: English("O"), Aliases: g.aliases(), Type: OrganizationType(g.IntN(len(organizationTypeEnum.names))),
			Nation: g.maybe(g.nations), Parent: g.maybe(g.organizations)})
		g.organizations = append(g.organizations, g.Organizations[i].ID)
	}
	for i := range n {
		o := Official{Fact: g.fact("official", i), Name: g.words(), Short: g.text(), Aliases: g.aliases(), Nation: g.maybe(g.nations)}
		for range g.IntN(4) {
			p := Posting{Title: g.words(), Rank: g.text(), Organization: g.maybe(g.organizations),
				For: g.maybe(g.nations), Period: g.period(), Implied: g.IntN(2) == 0, Cites: g.cites(0)}
			if !slices.ContainsFunc(o.Postings, func(q Posting) bool { return postingKey(&q) == postingKey(&p) }) {
				o.Postings = append(o.Postings, p)
			}
		}
		g.Officials = append(g.Officials, o)
		g.officials = append(g.officials, o.ID)
	}
	g.bodies = append(append(append(g.bodies, g.nations...), ids(g.Blocs)...), g.organizations...)
	g.everyActor = append(append(g.everyActor, g.bodies...), g.officials...)
	g.affected = append(append(g.affected, g.everyActor...), ids(g.Regions)...)
	g.Coverage = []Coverage{{Parties: []ID{"PK", "RU"}, Kinds: []Kind{KindExercise}, Period: edtf.MustParsePeriod("2014/.."),
		Complete: true, Note: g.text()}, {}}
}

func (g *generator) exercise(i int) Exercise {
	e := Exercise{Fact: g.fact("exercise", i), Name: g.text(), Aliases: g.aliases(), Series: g.maybe(ids(g.Series)),
		Status: Status(g.IntN(len(statusEnum.names))), Forms: g.forms(),
		Places: g.places(), Commanders: g.some(0, 2, g.officials), Aims: g.text()}
	if e.Series != "" {
		e.Number = i + 1
	}
	e.Strength = g.IntN(3) * 150
	e.Approximate = e.Strength > 0 && g.IntN(2) == 0
	for range g.IntN(4) {
		c := Contingent{Nation: g.pick(g.nations), Organization: g.maybe(g.organizations), Unit: g.text(),
			Role: Role(g.IntN(len(roleEnum.names))), Strength: g.IntN(3) * 70, Commanders: g.some(0, 2, g.officials)}
		switch g.IntN(8) {
		case 0:
			c.Nation, c.Bloc = "", g.pick(ids(g.Blocs))
		case 1:
			c.Nation, c.Organization, c.Unidentified = "", "", true
		}
		c.Approximate = c.Strength > 0 && g.IntN(2) == 0
		e.Contingents = append(e.Contingents, c)
	}
	if g.IntN(4) == 0 {
		e.Claims = append(e.Claims, Claim{Member: "contingents", Cites: g.cites(1),
			Value: MustValueOf([]Contingent{{Nation: g.pick(g.nations), Organization: g.maybe(g.organizations), Strength: 9}})},
			Claim{Member: "places", Cites: g.cites(1), Value: MustValueOf([]Place{{Facility: g.pick(g.organizations)}}), Words: g.text()})
	}
	if g.IntN(2) == 0 {
		e.Domains = []Domain{DomainLand, DomainSpecialOperations}
	}
	return e
}

func (g *generator) meeting(i int) Meeting {
	m := Meeting{Fact: g.fact("meeting", i), Name: g.text(), Places: g.places(),
		Auspices: g.maybe(g.everyActor), Purpose: g.text()}
	least := 2
	if len(m.Places) > 0 {
		least = 1
		m.Trip = []string{"", "trip 1", "trip 2"}[g.IntN(3)]
	}
	for _, id := range g.some(least, 4, g.everyActor) {
		m.Attendees = append(m.Attendees, Attendee{Actor: id, For: g.maybe(g.bodies), Leads: g.IntN(3) == 0})
	}
	return m
}

func (g *generator) assessment(i int) Assessment {
	f := g.fact("assessment", i)
	if f.Basis == BasisReported {
		f.Basis = BasisAssessed
	}
	a := Assessment{Fact: f, Affects: g.some(0, 3, g.affected), Gist: g.words(), Modality: Modality(1 + g.IntN(3))}
	if a.Modality != ModalityUnhedged {
		a.Hedge = "could"
	}
	about := append(append(append(ids(g.Partnerships), ids(g.Exercises)...), ids(g.Meetings)...), ids(g.Assessments)...)
	about = append(append(about, g.everyActor...), ids(g.Statements)...)
	a.About = g.maybe(about)
	return a
}

func (g *generator) fact(kind string, i int) Fact {
	f := Fact{ID: ID(fmt.Sprintf("%s-%d", kind, i)), When: g.period(), Timing: g.text(), Cites: g.cites(1), Note: g.text(),
		Identifiers: g.identifiers(), Extra: g.extra()}
	f.Basis = Basis(1 + g.IntN(3))
	if f.Basis == BasisAttributed {
		f.Basis = BasisAssessed
		if len(g.everyActor) > 0 {
			f.Basis, f.By = BasisAttributed, g.pick(g.everyActor)
		}
	}
	topics := g.Perm(len(knownTopics) + len(g.Topics))[:g.IntN(4)]
	for _, t := range topics {
		if t < len(knownTopics) {
			f.Topics = append(f.Topics, knownTopics[t].ID)
		} else {
			f.Topics = append(f.Topics, g.Topics[t-len(knownTopics)].ID)
		}
	}
	if g.IntN(5) == 0 {
		f.Claims = []Claim{{Member: "when", Value: MustValueOf("2019"), Cites: g.cites(1)},
			{Member: "timing", Words: g.words(), Cites: g.cites(1)}}
	}
	return f
}

func (g *generator) identifiers() []Identifier {
	if g.IntN(4) > 0 {
		return nil
	}
	return []Identifier{{"wikidata", fmt.Sprintf("Q%d", g.IntN(30))}, {"mme", "7"}}[:1+g.IntN(2)]
}

func (g *generator) extra() (x Extra) {
	for range g.IntN(3) {
		x = x.With([]string{"ccode", "a \"quoted\" column", "колонка"}[g.IntN(3)], []string{"", "-9", "значение"}[g.IntN(3)])
	}
	return x
}

// parties returns at least two, of which one may have left and come back.
func (g *generator) parties() (list []Party) {
	for _, id := range g.some(2, 3, g.bodies) {
		list = append(list, Party{Actor: id, Period: g.period(), Cites: g.cites(0)})
		if g.IntN(2) == 0 {
			list[len(list)-1].Obligations = []Obligation{Obligation(1 + g.IntN(len(obligationEnum.names)-1))}
		}
	}
	if g.IntN(5) == 0 {
		list[0].Period = edtf.MustParsePeriod("1954/1972")
		list = append(list, Party{Actor: list[0].Actor, Period: edtf.MustParsePeriod("2004/..")})
	}
	return list
}

func (g *generator) forms() (list []Form) {
	for _, i := range g.Perm(len(formEnum.names) - 1)[:g.IntN(3)] {
		list = append(list, Form(1+i))
	}
	return list
}

func (g *generator) cites(atLeast int) (cites []Citation) {
	for _, i := range g.Perm(3)[:atLeast+g.IntN(2)] {
		c := Citation{Source: []ID{"agency", "paper", "report"}[i], Part: Part(g.IntN(len(partEnum.names)))}
		for range g.IntN(3) {
			if p := 1 + g.IntN(25); !slices.Contains(c.Paragraphs, p) {
				c.Paragraphs = append(c.Paragraphs, p)
			}
		}
		if g.IntN(4) == 0 {
			c.Locator, c.Quote = "p. 7", "as printed"
		}
		cites = append(cites, c)
	}
	return cites
}

func (g *generator) places() (list []Place) {
	for range g.IntN(3) {
		p := Place{Name: g.text(), Facility: g.maybe(g.organizations), Nation: g.pick(g.nations)}
		if g.IntN(3) == 0 {
			p.At = Point{Lat: float64(g.IntN(181) - 90), Lon: float64(g.IntN(3600))/10 - 180}
		}
		list = append(list, p)
	}
	return list
}

func (g *generator) aliases() (n Names) {
	if g.IntN(2) == 0 {
		return n
	}
	return n.With(language.Und, fmt.Sprintf("alias %d", g.IntN(50)), "alias").With(language.Russian, "прозвище")
}

func (g *generator) text() Text {
	if g.IntN(3) == 0 {
		return Text{}
	}
	return g.words()
}

func (g *generator) words() Text {
	t := English(fmt.Sprintf("words %d <&> \"quoted\"", g.IntN(100)))
	if g.IntN(10) == 0 {
		t = English(strings.Repeat("many words ", 20))
	}
	if g.IntN(2) == 0 {
		t = t.With(language.Russian, fmt.Sprintf("слова %d", g.IntN(100))).With(language.Urdu, "الفاظ")
	}
	return t
}

func (g *generator) date() string {
	d := fmt.Sprintf("%04d", 2000+g.IntN(20))
	switch g.IntN(8) {
	case 0:
		return d[:3] + "X"
	case 1:
		return d + "-XX"
	case 2, 3:
		d += fmt.Sprintf("-%02d", 1+g.IntN(12))
	case 4, 5, 6:
		d += fmt.Sprintf("-%02d-%02d", 1+g.IntN(12), 1+g.IntN(28))
	}
	return d + []string{"", "", "", "~", "?", "%"}[g.IntN(6)]
}

func (g *generator) period() edtf.Period {
	for {
		var s string
		switch g.IntN(8) {
		case 0, 1:
			return edtf.Period{}
		case 2, 3, 4:
			s = g.date()
		case 5:
			s = g.date() + "/" + g.date()
		case 6:
			s = g.date() + []string{"/", "/.."}[g.IntN(2)]
		case 7:
			s = []string{"/", "../"}[g.IntN(2)] + g.date()
		}
		if p, err := edtf.ParsePeriod(s); err == nil {
			return p
		}
	}
}

func (g *generator) pick(from []ID) ID { return from[g.IntN(len(from))] }

func (g *generator) maybe(from []ID) ID {
	if len(from) == 0 || g.IntN(3) == 0 {
		return ""
	}
	return g.pick(from)
}

// some returns between lo and hi distinct IDs.
func (g *generator) some(lo, hi int, from []ID) []ID {
	var list []ID
	for n := lo + g.IntN(hi-lo+1); len(list) < n; {
		id := g.pick(from)
		if len(list) == 0 || list[0] != id && list[len(list)-1] != id && (len(list) < 3 || list[1] != id) {
			list = append(list, id)
		}
	}
	return list
}

// ids returns the IDs of the last records of a list: enough to choose from,
// and no more work for a long list.
func ids[T any, P interface {
	*T
	fact() *Fact
}](recs []T) []ID {
	var list []ID
	for i := max(0, len(recs)-20); i < len(recs); i++ {
		list = append(list, P(&recs[i]).fact().ID)
	}
	return list
}
